"""Answers that need no more than a reviewed sentence and our own figures: who, what, how much, by what ways.

Each function is the whole decision about its intent, whether it leads the turn or stands beside another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from arrears.answering import Answer, Situation, gate, hand_over, is_spared, standing_silences
from arrears.domain.cases import Relationship
from arrears.domain.intents import COMMITTING, Intent
from arrears.domain.language.wished import wished_language
from arrears.domain.money import display
from arrears.domain.negotiation.agreed import offer_of_plan
from arrears.domain.people import Language
from arrears.domain.wording import component_words, date_words, offer_words, phrase, say
from arrears.store import conversations as conversation_rows
from arrears.store import ledger, plans


def who_we_are(situation: Situation) -> Answer:
    """The lender's name; what it is about only to a verified party, the way there only where one is open."""
    lender = situation.case.lender
    if standing_silences(situation):
        return situation.answer("who.name", lender=lender)
    own = situation.case.relationship is Relationship.FIRST_PARTY
    key = "who.answer_verified" if own and situation.party is not None else "who.answer"
    return situation.answer(key, lender=lender)


def are_you_human(situation: Situation) -> Answer:
    """No. Always."""
    return situation.answer("robot.answer")


def balance(situation: Situation) -> Answer:
    """The balance by component, to a verified party; what is asked beside a yes, the answer to that asks."""
    beside_a_yes = situation.heard.intent in COMMITTING
    key = "balance.charges" if beside_a_yes else "balance.again"
    return gate(situation) or balance_answer(situation, key)


def charges(situation: Situation) -> Answer:
    """What the sum is made of, to a verified party, and that what looks wrong is checked."""
    return gate(situation) or balance_answer(situation, "balance.charges")


def payoff(situation: Situation) -> Answer:
    """What would clear the account as of today; for another day a person works it out. Never a promise."""
    barred = gate(situation)
    if barred is not None:
        return barred
    today = balance_answer(situation, "balance.payoff")
    if not any(day.on != situation.today for day in situation.readings.dates):
        return today
    later = situation.say("payoff.other_day", staffed=hand_over(situation, "payoff"))
    return Answer((*today.said, later))


_ASKS_FOR_MONEY = frozenset({"balance.state", "balance.again"})


def balance_answer(situation: Situation, key: str) -> Answer:
    """The balance by component, without a question for money to who is spared it; the gate is passed."""
    if key in _ASKS_FOR_MONEY:
        key = _without_a_demand(situation) or key
    owed = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    if owed.total.minor <= 0:
        return situation.answer("balance.settled")
    catalog = situation.desk.policy.catalog
    return situation.answer(
        key,
        due_on=date_words(catalog, situation.language, situation.case.due_on),
        today=date_words(catalog, situation.language, situation.today),
        total=display(owed.total),
        components=component_words(catalog, situation.language, owed),
    )


def _without_a_demand(situation: Situation) -> str | None:
    """The message for who is spared a question for money, or is not late with any."""
    if is_spared(situation):
        return "balance.charges"
    return "balance.not_due" if situation.case.due_on >= situation.today else None


def ways_to_pay(situation: Situation) -> Answer:
    """The ways of paying that the lender approves; never by a card number in a text."""
    barred = gate(situation)
    if barred is not None:
        return barred
    policy, lender = situation.desk.policy, situation.case.lender
    ways = [
        phrase(policy.catalog, situation.language, f"way.{way}", phone=policy.callback_number)
        for way in policy.payment_ways
    ]
    joint = "；" if situation.language is Language.ZH else "; "
    return situation.answer("payment.ways", lender=lender, ways=joint.join(ways))


def where_it_stands(situation: Situation) -> Answer:
    """The plan that stands, or what is asked; to a verified party. Who is spared waits for a person."""
    barred = gate(situation)
    if barred is not None:
        return barred
    plan = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    if plan is None and is_spared(situation):
        return situation.answer("human.waiting", staffed=hand_over(situation, "hardship"))
    if plan is None:
        return situation.answer("next.question")
    words = offer_words(situation.desk.policy.catalog, situation.language, offer_of_plan(plan))
    return situation.answer("next.closed", schedule=words)


def switch_language(situation: Situation) -> Answer:
    """Go on in the language they wish for, where it is one of ours; a person sees to the others."""
    other = wished_language(situation.text, situation.language)
    if other is None:
        return situation.answer("human.answer", staffed=hand_over(situation, "language"))
    conversation_rows.set_language(situation.tx, situation.conversation.id, other)
    return Answer((say(situation.desk.policy.catalog, other, "language.switched"),))


def _scripted(key: str) -> Callable[[Situation], Answer]:
    """A neutral fact for anyone who asks, without threat, advice or promise."""
    return lambda situation: situation.answer(key)


INFORMED: Mapping[Intent, Callable[[Situation], Answer]] = {
    Intent.ASK_WHO_ARE_YOU: who_we_are,
    Intent.ASK_ARE_YOU_HUMAN: are_you_human,
    Intent.ASK_BALANCE: balance,
    Intent.ASK_FEES_INTEREST: charges,
    Intent.ASK_PAYOFF: payoff,
    Intent.ASK_PAYMENT_METHODS: ways_to_pay,
    Intent.PAY_NOW: ways_to_pay,
    Intent.ASK_CREDIT_REPORTING: _scripted("script.reporting"),
    Intent.ASK_LEGAL_CONSEQUENCES: _scripted("script.consequences"),
    Intent.LANGUAGE_SWITCH: switch_language,
}
"""The decision about each question of information."""
