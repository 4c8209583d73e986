"""A sum that is the payment we offered, told in whole units: "the 161" of $161.43 agrees with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from arrears.domain.money import Money
from arrears.domain.negotiation.offers import Offer, Proposal

_UNIT = 100
"""Minor units of a whole one."""


def is_roughly(said: Money, offered: Money) -> bool:
    """Whether it is the offered payment without its cents, cut or rounded up; the payment itself too."""
    whole = said.minor % _UNIT == 0 and abs(offered.minor - said.minor) < _UNIT
    return said.currency is offered.currency and (whole or said == offered)


def as_offered(said: Proposal, table: Iterable[Offer]) -> Proposal:
    """The proposal, in the payment and rhythm of the offer whose payment its sum is; else as it is."""
    if said.amount is None or said.count or said.full or said.rest or said.lighter:
        return said
    for offer in table:
        regular = offer.frequency is not None and len(offer.instalments) > 1 and not _has_first_sum(offer)
        same_rhythm = said.frequency in (None, offer.frequency)
        if regular and same_rhythm and is_roughly(said.amount, offer.instalments[0].amount):
            return replace(said, amount=offer.instalments[0].amount, frequency=offer.frequency)
    return said


def _has_first_sum(offer: Offer) -> bool:
    """Whether another sum than the regular one is paid first: who names that one means no rhythm."""
    first, second, *more = (item.amount for item in offer.instalments)
    return bool(more) and first != second
