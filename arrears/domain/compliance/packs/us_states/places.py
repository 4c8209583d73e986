"""Whom the law of a state binds, and what the packs of the states share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from arrears.domain.compliance.consents import withdrawn
from arrears.domain.compliance.facts import Attempt, Debt, Place
from arrears.domain.compliance.frequency import about
from arrears.domain.compliance.rule import Applies, Binds, Kind, Question, consumer, in_region, third_party
from arrears.domain.compliance.speech.words import says_debt
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel

COUNTRY = "US"


def third_party_consumer(debt: Debt) -> bool:
    """Consumer debts that a third party collects."""
    return third_party(debt) and consumer(debt)


def by_creditor(place: Place, debt: Debt) -> bool:
    """Whether the creditor itself collects, so that a rule for creditors binds as law."""
    return not third_party(debt)


def binds_in(region: str, covers: Callable[[Debt], bool] = consumer) -> Binds[Any]:
    """Binds whoever lives in the state or has a number there, for the debts that its law covers."""

    def binds(n: object, place: Place, debt: Debt, kind: Kind) -> Applies:
        if not in_region(place, COUNTRY, region):
            return Applies(False, "elsewhere")
        if not covers(debt):
            return Applies(False, "debt_not_covered")
        return Applies(True, "lives_or_number_in_state")

    return binds


def on_debt(question: Question, *channels: Channel) -> list[Attempt]:
    """The contacts of the last week about this debt that the borrower did not ask for, over the channels.

    Over all channels, when none is named.
    """
    case = question.facts.case_id
    return [a for a in question.week if about(a, case) and (not channels or a.channel in channels)]


def asks_for_consent(question: Question) -> bool:
    """Whether the message only asks for consent, which nobody is asked for who took it back.

    One that speaks of the debt does more.
    """
    proposed = question.proposed
    asks = proposed.purpose is ContactPurpose.CONSENT_REQUEST and not says_debt(proposed)
    return asks and withdrawn(question) is None


def asked_for_consent(question: Question) -> list[datetime]:
    """When consent was asked for, as far as it is known."""
    asked = [a.at for a in question.made if a.purpose is ContactPurpose.CONSENT_REQUEST]
    last = question.facts.notices.consent_request_at
    return asked if last is None else [*asked, last]
