"""Payments "on the last day of every month": the 31st, the 30th or the 28th, as each month has it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import islice

from arrears.domain.language.readings import Frequency
from arrears.domain.negotiation.drafts import Draft
from arrears.domain.negotiation.offers import Offer, Proposal
from arrears.domain.negotiation.rest_days import dated, moved
from arrears.domain.negotiation.schedule import is_month_end, month_ends
from arrears.domain.negotiation.scope import Scope

_BY_MONTH = (Frequency.MONTHLY, Frequency.QUARTERLY)


def at_ends_of_months(scope: Scope, proposal: Proposal, draft: Draft) -> Draft:
    """The terms with regular payments at the ends of months, where that is how they named the first day."""
    *first, regular = proposal.parts()
    if not regular.month_end or regular.on is None or not is_month_end(regular.on):
        return draft
    other = None if draft.other is None else _at_ends(scope, regular.on, draft.other, len(first))
    return replace(draft, offer=_at_ends(scope, regular.on, draft.offer, len(first)), other=other)


def _at_ends(scope: Scope, on: date, offer: Offer, before: int) -> Offer:
    """The offer, whose regular payments come after so many others."""
    tail = offer.instalments[before:]
    if offer.frequency not in _BY_MONTH or not tail or moved(on, scope.rest, scope.today) != tail[0].on:
        return offer
    days = islice(month_ends(on, offer.frequency), len(tail))
    items = dated(days, (each.amount for each in tail), scope.rest, scope.today)
    if items[-1].on > max(offer.last_on, scope.bounds.latest_last_on):
        return offer
    review_on = None if offer.review_on is None else max(offer.review_on, items[-1].on)
    return replace(offer, instalments=(*offer.instalments[:before], *items), review_on=review_on)
