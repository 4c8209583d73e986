"""What is asked of the terms that wait or stand, answered from these and from what may be agreed.

Nothing is offered by it: what waits for a yes goes on waiting, and is read again after the answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from arrears.dialogue.answering import Answer, Decided, Decision, Situation, gate
from arrears.dialogue.negotiating import our_terms
from arrears.dialogue.offering import read_out
from arrears.dialogue.overtaken import waiting_offer
from arrears.dialogue.terms_said import ASKS_UNTIL
from arrears.dialogue.what_is_left import paid_on
from arrears.dialogue.when_asked import when_they_hear
from arrears.dialogue.without_asking import least_in, least_said
from arrears.domain.intents import ASKING, OFFERING, Heard, Intent
from arrears.domain.language.acts.terms_questions import (
    TermsQuestion,
    asks_how_often,
    sums_asked_about,
    tells_of_payment,
    terms_question,
)
from arrears.domain.language.plans.wished_plans import wished_plan
from arrears.domain.language.readings import AmountKind, Frequency
from arrears.domain.money import Money, display
from arrears.domain.negotiation.agreed import left_of_plan
from arrears.domain.negotiation.limits import in_other_rhythm
from arrears.domain.negotiation.offers import Offer
from arrears.domain.wording import date_words, phrase
from arrears.store import plans, proposals

_TAKEN_FOR = (
    OFFERING
    | ASKING
    | {
        Intent.REQUEST_SETTLEMENT,
        Intent.REQUEST_WRITTEN,
        Intent.CHANGE_DUE_DATE,
        Intent.VAGUE_PROMISE,
        Intent.OUT_OF_SCOPE,
        Intent.REPEAT_CLARIFY,
        Intent.DENY,
        Intent.THANKS,
        Intent.GREET,
    }
)
"""What such a question is taken for, and is not answered as."""


def asked_of_terms(situation: Situation) -> Decided | None:
    """The turn as the question of the terms that it is; None where it is none, or no fact answers it."""
    said = frozenset(situation.heard.intents)
    question = terms_question(situation.text)
    paid = set[Intent]() if tells_of_payment(situation.text) else {Intent.ALREADY_PAID}
    if question is None or not said or not said <= _TAKEN_FOR | paid or gate(situation) is not None:
        return None
    found = _ANSWERS[question](situation)
    if found is None:
        return None
    return Heard(situation.message_id), found if callable(found) else lambda _now: found


def _length(situation: Situation) -> Answer | None:
    """How many payments there are, and when the last one is; both ways where two wait."""
    of_a_sum = asks_how_often(situation.text)
    if any(each.kind is not AmountKind.FULL for each in situation.readings.amounts) and not of_a_sum:
        return None
    waiting = waiting_offer(situation)
    if waiting is not None and waiting.other is not None:
        return read_out(situation, waiting)
    terms = waiting.offer if waiting is not None else _agreed(situation)
    last = None if terms is None else terms.last_on
    if terms is None or last is None:
        return None
    if of_a_sum:
        return _how_often(situation, terms)
    day = date_words(situation.desk.policy.catalog, situation.language, last)
    return situation.answer("plan.length", count=str(len(terms.instalments)), date=day)


def _how_often(situation: Situation, terms: Offer) -> Answer | None:
    """How many payments of the one sum that they name there are; None where there is no such payment."""
    named = sums_asked_about(situation.text)
    of_it = [each for each in terms.instalments if each.amount.minor // 100 in named]
    if len({each.amount for each in of_it}) != 1:
        return None
    day = date_words(situation.desk.policy.catalog, situation.language, of_it[-1].on)
    amount, count = display(of_it[0].amount), str(len(of_it))
    return situation.answer("plan.length_of", amount=amount, count=count, date=day)


def _all_of_it(situation: Situation) -> Answer | None:
    """What the payments come to, and what stays due after them; both ways where two wait."""
    waiting = waiting_offer(situation)
    if waiting is not None and waiting.other is not None:
        return read_out(situation, waiting)
    terms = waiting.offer if waiting is not None else _agreed(situation)
    if terms is None or not terms.instalments:
        return None
    known = {None, terms.total, *(each.amount for each in terms.instalments)}
    if any(each.money not in known for each in situation.readings.amounts):
        return None
    if terms.waived is not None:
        return None  # what is let off has conditions of its own: the terms are read again
    if terms.left_due.minor > 0:
        return situation.answer("plan.leaves", amount=display(terms.left_due))
    return situation.answer("plan.pays_all", total=display(terms.total))


def _agreed(situation: Situation) -> Offer | None:
    plan = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    return None if plan is None else left_of_plan(plan, paid_on(situation, plan))


def _why_sum(situation: Situation) -> Answer | None:
    """What is owed, in so many payments; and that there can be no more of them, where that is why."""
    waiting = waiting_offer(situation)
    named = sums_asked_about(situation.text)
    for offer in _choices(situation):
        amount, count = offer.instalments[0].amount, len(offer.instalments)
        about_it = not named or amount.minor // 100 in named
        if waiting is None or not about_it or not _is_divided(offer):
            continue
        why = situation.answer(
            "plan.why_sum", total=display(offer.total), count=str(count), amount=display(amount)
        )
        if count < waiting.bounds.get("max_instalments", count + 1):
            return why
        return Answer((*why.said, situation.say("plan.why_count", count=str(count))))
    return None


def _is_divided(offer: Offer) -> bool:
    """Whether the payments are what is owed by their number, but for what rounding leaves."""
    first, last, count = offer.instalments[0].amount, offer.instalments[-1].amount, len(offer.instalments)
    in_full = not (offer.left_due or offer.waived)
    return in_full and offer.frequency is not None and 0 <= first.minor - last.minor < count


def _choices(situation: Situation) -> Iterator[Offer]:
    waiting = waiting_offer(situation)
    if waiting is not None and waiting.offer.instalments:
        yield waiting.offer
        yield from () if waiting.other is None else (waiting.other,)


def _why_rhythm(situation: Situation) -> Answer | None:
    """The least in the rhythm that they name, where it is more than the money of the terms in that rhythm.

    None where it may be offered: then it is.
    """
    asked = situation.readings.frequency
    least = None if asked is None else least_in(situation, asked)
    waits = [offer for offer in _choices(situation) if offer.frequency is not None]
    if least is None or not waits or least.frequency is not asked:
        return None
    fits = (
        each.frequency is asked
        or in_other_rhythm(each.instalments[0].amount, each.frequency, asked) >= least.amount
        for each in waits
        if each.frequency is not None
    )
    return None if any(fits) else Answer((least_said(situation, least),))


def _least(situation: Situation) -> Decision | None:
    """What the agent may agree to at the least; terms of ours after it, where none wait."""
    if situation.readings.amounts or _agreed(situation) is not None:
        return None
    least = least_in(situation, Frequency.MONTHLY)
    if least is None:
        return None

    def decide(now: Situation) -> Answer:
        then = Answer(()) if waiting_offer(now) is not None else our_terms(now)
        return Answer((least_said(now, least), *then.said), then.bounds)

    return decide


def _extension(situation: Situation) -> Answer | None:
    """No policy names the longest one: a person decides on each, and what waits for it goes on waiting."""
    said = situation.answer("approval.no_longest")
    hears = when_they_hear(situation)
    if hears is not None:
        return Answer((*said.said, *hears.said))
    return Answer((*said.said, situation.say(ASKS_UNTIL))) if ASKS_UNTIL in situation.said_last else None


def _same_money(situation: Situation) -> Answer | None:
    """Their sum in their rhythm and ours in ours, each by the month."""
    theirs = _their_sum(situation)
    if theirs is None:
        return None
    amount, frequency = theirs
    for offer in _choices(situation):
        if offer.frequency is None or offer.frequency is frequency:
            continue
        ours = offer.instalments[0].amount
        return situation.answer(
            "plan.same_money",
            amount=display(amount),
            frequency=_rhythm(situation, frequency),
            monthly=display(_a_month(amount, frequency)),
            other=display(ours),
            other_frequency=_rhythm(situation, offer.frequency),
            other_monthly=display(_a_month(ours, offer.frequency)),
        )
    return None


def _their_sum(situation: Situation) -> tuple[Money, Frequency] | None:
    """The sum and rhythm that they name, else what they proposed last."""
    kept = proposals.last_proposal(situation.tx, situation.conversation.id)
    ours = {offer.instalments[0].amount for offer in _choices(situation)}
    named = [each.money for each in situation.readings.amounts if each.money not in (None, *ours)]
    before = None if kept is None else kept.proposal
    amount = named[0] if named else None if before is None else before.amount
    frequency = situation.readings.frequency or (None if before is None else before.frequency)
    return None if amount is None or frequency is None else (amount, frequency)


def _a_month(amount: Money, frequency: Frequency) -> Money:
    return in_other_rhythm(amount, frequency, Frequency.MONTHLY)


def _rhythm(situation: Situation, frequency: Frequency) -> str:
    return phrase(situation.desk.policy.catalog, situation.language, f"frequency.{frequency}")


def _short_month(situation: Situation) -> Answer | None:
    """On which day a payment is due in a month that does not have its day; None where every month has it."""
    waiting = waiting_offer(situation)
    terms = waiting.offer if waiting is not None else _agreed(situation)
    if terms is None or terms.frequency is not Frequency.MONTHLY:
        return None
    late = any(each.on.day > _SHORTEST_MONTH for each in terms.instalments)
    return situation.answer("plan.short_month") if late else None


_SHORTEST_MONTH = 28


def _at_will(situation: Situation) -> Answer | None:
    """Any payment counts; a kind of plan that allows it is another wish."""
    return situation.answer("payment.any_time") if wished_plan(situation.text) is None else None


_ANSWERS = {
    TermsQuestion.ALL_OF_IT: _all_of_it,
    TermsQuestion.LENGTH: _length,
    TermsQuestion.WHY_SUM: _why_sum,
    TermsQuestion.WHY_RHYTHM: _why_rhythm,
    TermsQuestion.LEAST: _least,
    TermsQuestion.EXTENSION: _extension,
    TermsQuestion.SAME_MONEY: _same_money,
    TermsQuestion.AT_WILL: _at_will,
    TermsQuestion.SHORT_MONTH: _short_month,
}
