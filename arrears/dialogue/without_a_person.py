"""A person is not needed after all: what they say besides is taken up here, and nobody is called for it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from arrears.dialogue.answering import Answer, Decided, Decision, Situation, gate, hand_over
from arrears.dialogue.heeding import HEEDED
from arrears.dialogue.identifying import go_on
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.reading_again import read_back_again
from arrears.dialogue.relieving import RELIEVED
from arrears.domain.intents import ALONE, CLOSING, Heard, Intent, first_of
from arrears.domain.language.acts.calls_off import calls_off
from arrears.domain.language.acts.person_wishes import wants_no_person
from arrears.domain.language.plans.one_payment import pays_more
from arrears.domain.language.withdrawals.find import withdrawals
from arrears.store import handovers

_ASKED = "asked_for_person"


_OF_A_PERSON = frozenset({"human.answer", "human.waiting", "human.promised"})
"""After one of these "it" is the person who was to come."""


_READ_ONLY = frozenset({_ASKED, "also_said"})
"""Why a person may wait in the queue to whom nobody need get back."""


def called_off(situation: Situation) -> Decided | None:
    """The turn as the wish for no call that all of it is, whatever was feared of "I don't need it any more".

    None where a reviewed phrase states an end of contact, or harm.
    """
    heard = situation.heard
    stated = heard.confidence >= 1.0 and ALONE.intersection(heard.intents)
    spoken_of = bool(_OF_A_PERSON & situation.said_last)
    if stated or withdrawals(situation.text) or not calls_off(situation.text, spoken_of=spoken_of):
        return None
    feared = tuple(each for each in heard.intents if each in CLOSING)
    return Heard(situation.message_id), partial(_nobody_comes, feared=feared)


def _nobody_comes(situation: Situation, *, feared: tuple[Intent, ...]) -> Answer:
    """That nobody gets back to them, unless another need waits; and once more what waits for a yes."""
    _withdraw(situation)
    waiting = handovers.waiting_for(situation.tx, situation.conversation.id)
    comes = waiting is not None and waiting.reason not in _READ_ONLY
    if feared:
        hand_over(situation, "also_said", feared)
    barred = gate(situation)
    if barred is not None:
        return barred if comes else replace(barred, said=(situation.say("human.nobody"), *barred.said))
    again = read_back_again(situation) or Answer(())
    first = situation.say("human.not_needed" if comes else "human.nobody")
    return replace(again, said=(first, *again.said))


def needs_no_person(situation: Situation) -> Decided | None:
    """The turn without the wish for a person that its label hears; None without one, or at an end."""
    heard = situation.heard
    if (
        CLOSING.intersection(heard.intents)
        or not wants_no_person(situation.text)
        or withdrawals(situation.text)
    ):
        return None
    waiting = handovers.waiting_for(situation.tx, situation.conversation.id)
    if Intent.REQUEST_HUMAN not in heard.intents and (waiting is None or waiting.reason != _ASKED):
        return None
    rest = tuple(each for each in heard.intents if each is not Intent.REQUEST_HUMAN)
    decisions = {**HEEDED, **RELIEVED}
    heeded = tuple(each for each in rest if each in decisions)
    leads = first_of(heeded) if heeded else None
    others = tuple(each for each in rest if each in decisions and each is not leads)
    alone = take_terms if pays_more(situation.text) else go_on
    decision = alone if leads is None else decisions[leads]
    return replace(heard, intent=leads, others=others), _here(decision)


def _here(decision: Decision) -> Decision:
    def decide(situation: Situation) -> Answer:
        _withdraw(situation)
        answer = decision(situation)
        return replace(answer, said=(situation.say("human.not_needed"), *answer.said))

    return decide


def _withdraw(situation: Situation) -> None:
    """Nobody need come where that alone was wanted; another need is seen to all the same."""
    waiting = handovers.waiting_for(situation.tx, situation.conversation.id)
    if waiting is not None and waiting.reason == _ASKED and not waiting.also_said:
        handovers.withdraw(situation.tx, waiting.id, "withdrawn by the borrower", situation.now)
