"""Answers that need no more than a reviewed sentence and our own figures: who, what, how much, by what ways.

Each function is the whole decision about its intent, whether it leads the turn or stands beside another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from arrears.answering import Answer, Situation, gate, hand_over, standing_silences
from arrears.domain.cases import Relationship
from arrears.domain.intents import Intent
from arrears.domain.money import display
from arrears.domain.negotiation.offers import Offer
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
    """The balance by component, to a verified party."""
    return gate(situation) or balance_answer(situation, "balance.again")


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


def balance_answer(situation: Situation, key: str) -> Answer:
    """The balance by component; the caller has passed the gate."""
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
    """The plan that stands, or what is asked; to a verified party."""
    barred = gate(situation)
    if barred is not None:
        return barred
    plan = plans.standing_plan(situation.tx, situation.case.id)
    if plan is None:
        return situation.answer("next.question")
    offer = Offer(plan.instalments, plan.frequency, plan.left_due)
    words = offer_words(situation.desk.policy.catalog, situation.language, offer)
    return situation.answer("next.closed", schedule=words)


_NAMES = {
    Language.EN: re.compile(r"english|英文|英语|英語", re.IGNORECASE),
    Language.ZH: re.compile(r"chinese|mandarin|中文|普通话|普通話|国语|國語|汉语|漢語", re.IGNORECASE),
}
_OTHERS = re.compile(
    r"spanish|español|espanol|vietnamese|korean|russian|french|arabic|tagalog|portuguese|hindi|cantonese"
    r"|粤语|粵語|广东话|廣東話|方言|西班牙|越南|韩语|法语|俄语",
    re.IGNORECASE,
)
"""Languages people ask for that this agent does not negotiate in: a person sees to them."""


def switch_language(situation: Situation) -> Answer:
    """Go on in the language they name, where it is one of ours."""
    other = _wanted(situation)
    if other is None:
        return situation.answer("human.answer", staffed=hand_over(situation, "language"))
    conversation_rows.set_language(situation.tx, situation.conversation.id, other)
    return Answer((say(situation.desk.policy.catalog, other, "language.switched"),))


def _wanted(situation: Situation) -> Language | None:
    """The language they name; the other one of ours when they name none, None when it is not one of ours."""
    named = [language for language, names in _NAMES.items() if names.search(situation.text)]
    if len(named) == 1:
        return named[0]
    if named or _OTHERS.search(situation.text):
        return None
    return Language.EN if situation.language is Language.ZH else Language.ZH


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
