"""Why an offer of ours is not what they said, in plain words, and whether it is the same money."""

from __future__ import annotations

from datetime import date

from arrears.dialogue.answering import Situation
from arrears.dialogue.terms_said import said_now
from arrears.dialogue.without_asking import latest_first_on
from arrears.domain.language.readings import Frequency
from arrears.domain.money import display
from arrears.domain.negotiation.limits import PER_YEAR, in_other_rhythm
from arrears.domain.negotiation.offers import Counter, Offer, Reason
from arrears.domain.wording import date_words, phrase

NO_OBJECTION = frozenset(
    {
        Reason.DATE_PROPOSED,
        Reason.WITHIN_AUTHORITY,
        Reason.FROM_STATED_LIMIT,
        Reason.ABOVE_STATED_LIMIT,
        Reason.REST_SCHEDULED,
        Reason.ON_PAYDAY,
        Reason.MOVED_OFF_REST_DAY,
        Reason.HARDSHIP,
        Reason.MINIMUM_ABOVE_STATED_LIMIT,
        Reason.EARLIER_OFFER_STANDS,
        Reason.NO_ANSWER,
    }
)
"""Counters that only fill in what was left open: they are read back without a "cannot"."""

_WHY = {
    Reason.BELOW_MINIMUM: "why.below_minimum",
    Reason.TOO_MANY_INSTALMENTS: "why.too_many",
    Reason.LASTS_TOO_LONG: "why.too_long",
    Reason.COUNT_DOES_NOT_FIT: "why.count_does_not_fit",
    Reason.DATE_TOO_LATE: "why.too_late",
    Reason.FREQUENCY_NOT_OFFERED: "why.frequency",
    Reason.FREQUENCY_FITS_LIMIT: "why.rhythm",
    Reason.ABOVE_BALANCE: "why.more_than_balance",
    Reason.ABOVE_OWN_FIGURES: "why.own_figures",
}


def why(situation: Situation, move: Counter) -> str:
    """The first objection; and that it is the same money, where the offer is theirs in a slower rhythm."""
    reason = next(reason for reason in move.reasons if reason not in NO_OBJECTION)
    catalog, language = situation.desk.policy.catalog, situation.language
    objection = phrase(
        catalog,
        language,
        _WHY.get(reason, "why.other"),
        minimum=display(move.bounds.min_instalment),
        count=str(move.bounds.max_instalments),
        date=date_words(catalog, language, _latest_day(move, reason)),
    )
    return _with_the_same_money(situation, move, objection)


def _latest_day(move: Counter, reason: Reason) -> date:
    """The bound the objection is about."""
    if reason is Reason.LASTS_TOO_LONG:
        return move.bounds.latest_last_on
    return latest_first_on(move.offer, move.bounds)


def _with_the_same_money(situation: Situation, move: Counter, objection: str) -> str:
    said = said_now(situation)
    if said.amount is None or said.frequency is None:
        return objection
    catalog, language = situation.desk.policy.catalog, situation.language
    for offer in (move.offer, move.other):
        slower = _slower_rhythm(offer, said.frequency)
        if offer is None or slower is None:
            continue
        amount = offer.instalments[0].amount
        if amount == in_other_rhythm(said.amount, said.frequency, slower):
            return phrase(
                catalog,
                language,
                "why.same_money",
                why=objection,
                amount=display(amount),
                frequency=phrase(catalog, language, f"frequency.{slower}"),
                theirs=display(said.amount),
                their_frequency=phrase(catalog, language, f"frequency.{said.frequency}"),
            )
    return objection


def _slower_rhythm(offer: Offer | None, theirs: Frequency) -> Frequency | None:
    """The rhythm of the offer where it is slower than theirs."""
    frequency = None if offer is None else offer.frequency
    return None if frequency is None or PER_YEAR[frequency] >= PER_YEAR[theirs] else frequency
