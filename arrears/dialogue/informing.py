"""Answers that need no more than a reviewed sentence and our own figures: who, what, how much, by what ways.

Each function is the whole decision about its intent, whether it leads the turn or stands beside another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from arrears.dialogue.about_charges import about_charges
from arrears.dialogue.answering import Answer, Situation, gate, hand_over, is_spared, standing_silences
from arrears.dialogue.approving import still_decided_on
from arrears.dialogue.heeding import to_a_person
from arrears.dialogue.overtaken import waiting_offer
from arrears.dialogue.what_is_left import next_payment, stands_words
from arrears.domain.cases import Relationship
from arrears.domain.intents import COMMITTING, Intent
from arrears.domain.language.acts.language_wished import asks_for_speaker, wished_language
from arrears.domain.language.acts.ways_asked import WayAsked, is_approved
from arrears.domain.language.readings import Certainty
from arrears.domain.money import display
from arrears.domain.people import Channel, Language
from arrears.domain.plans import Plan
from arrears.domain.wording import component_words, date_words, phrase, say
from arrears.store import conversations as conversation_rows
from arrears.store import ledger, plans

CHARGES_SAID = "balance.charges"
"""What it is made of, without a question for money."""
_NOT_IN_RECORDS = "fees.person"


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
    return gate(situation) or what_is_owed(situation, CHARGES_SAID if beside_a_yes else "balance.again")


def what_is_owed(situation: Situation, key: str) -> Answer:
    """The balance; while a plan stands with it, and without a question for more. The gate is passed."""
    if _agreed(situation) is None:
        return balance_answer(situation, key)
    owed = balance_answer(situation, CHARGES_SAID)
    if owed.said[0].key in _CLEARED:
        return owed
    return Answer((*owed.said, *where_it_stands(situation).said))


def _agreed(situation: Situation) -> Plan | None:
    return plans.standing_plan(situation.tx, situation.case.id, situation.today)


def charges(situation: Situation) -> Answer:
    """What the sum is made of, to a verified party, or what they ask of its interest; else a person.

    Who has just heard what it is made of asks something else, that we have not understood.
    """
    answered = gate(situation) or about_charges(situation)
    if answered is not None:
        return answered
    if {CHARGES_SAID, _NOT_IN_RECORDS} & situation.said_last:
        return situation.answer(_NOT_IN_RECORDS, staffed=hand_over(situation, "interest"))
    return balance_answer(situation, CHARGES_SAID)


def payoff(situation: Situation) -> Answer:
    """What would clear the account as of today, or on another day as an estimate. Never a promise.

    A person works out what the lender's figures do not tell.
    """
    barred = gate(situation)
    if barred is not None:
        return barred
    today = balance_answer(situation, "balance.payoff")
    named = {day.on for day in situation.readings.dates}
    if named <= {situation.today} or today.said[0].key in _CLEARED:
        return today
    estimate = _payoff_on(situation, _quotable_day(situation))
    if estimate is not None:
        return Answer((*today.said, *estimate.said)) if situation.today in named else estimate
    later = situation.say("payoff.other_day", staffed=hand_over(situation, "payoff"))
    return Answer((*today.said, later))


_QUOTED_DAYS: Final = 92
"""For a later day too much else will have changed. Judgement: payoff letters hold for 10 to 30 days."""


def _quotable_day(situation: Situation) -> date | None:
    """The one day ahead that was named without doubt, beside today at most."""
    days = [day for day in situation.readings.dates if day.on != situation.today]
    named = {day.on for day in days}
    if len(named) != 1 or any(day.certainty is Certainty.UNSURE for day in days):
        return None
    on = named.pop()
    return on if on is not None and 0 < (on - situation.today).days <= _QUOTED_DAYS else None


def _payoff_on(situation: Situation, on: date | None) -> Answer | None:
    """Today's balance with the interest until that day; None where the lender did not say what accrues."""
    case = situation.case
    if on is None or case.interest_terms is None:
        return None
    owed = ledger.balance(situation.tx, case.id, case.currency)
    interest = case.interest_terms.accrued(owed.principal, (on - situation.today).days)
    return situation.answer(
        "payoff.estimate",
        day=date_words(situation.desk.policy.catalog, situation.language, on),
        total=display(owed.total + interest),
        interest=display(interest),
    )


_CLEARED = frozenset({"balance.settled", "balance.overpaid"})
_ASKS_FOR_MONEY = frozenset({"balance.state", "balance.again"})


def balance_answer(situation: Situation, key: str) -> Answer:
    """The balance by component, without a question for money to who is spared it; the gate is passed."""
    if key in _ASKS_FOR_MONEY:
        key = _without_a_demand(situation) or key
    owed = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    if owed.total.minor <= 0:
        return _cleared(situation)
    catalog = situation.desk.policy.catalog
    return situation.answer(
        key,
        due_on=date_words(catalog, situation.language, situation.case.due_on),
        today=date_words(catalog, situation.language, situation.today),
        total=display(owed.total),
        components=component_words(catalog, situation.language, owed),
    )


def _cleared(situation: Situation) -> Answer:
    """Nothing is owed; of what was paid beyond it they are told, and a person sees to it."""
    beyond = ledger.unapplied(situation.tx, situation.case.id, situation.case.currency)
    if beyond.minor <= 0:
        return situation.answer("balance.settled")
    staffed = hand_over(situation, "overpaid")
    return situation.answer("balance.overpaid", total=display(beyond), staffed=staffed)


def _without_a_demand(situation: Situation) -> str | None:
    """The message for who is spared a question for money, has terms before them, or is not late with any."""
    if is_spared(situation) or waiting_offer(situation) is not None:
        return CHARGES_SAID
    return "balance.not_due" if situation.case.due_on >= situation.today else None


def due_day(situation: Situation) -> Answer:
    """When the next payment is due, or since when it has been; the gate is passed."""
    owed = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    if owed.total.minor <= 0:
        return _cleared(situation)
    agreed = next_payment(situation)
    if agreed is not None:
        return agreed
    due_on = situation.case.due_on
    key = "due.on" if due_on >= situation.today else "due.since"
    day = date_words(situation.desk.policy.catalog, situation.language, due_on)
    return situation.answer(key, day=day)


def ways_to_pay(situation: Situation) -> Answer:
    """Whether the way they ask for is approved, and the ways that are; never by a card number in a text."""
    barred = gate(situation)
    if barred is not None:
        return barred
    policy, lender = situation.desk.policy, situation.case.lender
    ways = [
        phrase(policy.catalog, situation.language, f"way.{way}", phone=policy.callback_number)
        for way in policy.payment_ways
    ]
    joint = "；" if situation.language is Language.ZH else "; "
    listed = situation.answer("payment.ways", lender=lender, ways=joint.join(ways))
    whether = is_approved(situation.text, policy.payment_ways)
    by_card_on_a_call = whether is WayAsked.BY_CARD and situation.conversation.channel is Channel.VOICE
    if whether is None or by_card_on_a_call:  # who calls may key the card in, or pays over the link
        return listed
    return Answer((situation.say(f"payment.{whether}"), *listed.said))


def where_it_stands(situation: Situation) -> Answer:
    """The plan that stands, or what is asked; to a verified party. Who is spared waits for a person."""
    barred = gate(situation)
    if barred is not None:
        return barred
    plan = _agreed(situation)
    waits = still_decided_on(situation) if plan is None else None
    if waits is not None:
        return waits
    if plan is None and is_spared(situation):
        return situation.answer("human.waiting", staffed=hand_over(situation, "hardship"))
    if plan is None:
        return situation.answer("next.question")
    return situation.answer("next.closed", schedule=stands_words(situation, plan))


def switch_language(situation: Situation) -> Answer:
    """Go on in the language they wish for, where it is one of ours; a person sees to the others.

    Which of our people speak it a person tells.
    """
    other = wished_language(situation.text, situation.language)
    if other is None:
        return to_a_person(situation, "language")
    if other is situation.language and asks_for_speaker(situation.text):
        return situation.answer("human.waiting", staffed=hand_over(situation, "language"))
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
