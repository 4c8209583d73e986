"""No loop repeats itself: the second failure to understand changes the approach, the third brings a person.

The same holds for one question over again. How often it happened is read from the transcript.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from arrears.dialogue.answering import (
    Answer,
    Situation,
    answer_expected,
    gate,
    hand_over,
    is_spared,
    standing_silences,
)
from arrears.dialogue.approving import still_decided_on
from arrears.dialogue.heeding import IDENTITY_REFUSED, person
from arrears.dialogue.informing import INFORMED, what_is_owed, where_it_stands
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.overtaken import waiting_offer
from arrears.dialogue.read_often import read_in_the_end
from arrears.dialogue.reading_again import read_back_again
from arrears.dialogue.terms_said import says_terms
from arrears.domain.intents import Intent
from arrears.domain.language.acts.asides import of_other_things
from arrears.domain.language.acts.choices import chosen
from arrears.domain.language.acts.instructions import instructs
from arrears.domain.misunderstanding import (
    NOT_UNDERSTOOD,
    Exchange,
    asked_before,
    failures_in_a_row,
    in_other_words,
    promised_before,
)
from arrears.domain.people import Channel
from arrears.domain.wording import Said
from arrears.store import conversations, handovers, offers, plans


def not_understood(situation: Situation, first: Callable[[Situation], Answer]) -> Answer:
    """`first` at the first failure in a row, then a choice of few things, then a person.

    Who must not be asked for money, or may hear nothing about the debt, has the person at once.
    """
    exchanges = conversations.exchanges_of(situation.tx, situation.conversation.id)
    failed = failures_in_a_row(exchanges)
    if failed == 0:
        return first(situation)
    if failed == 1 and not standing_silences(situation) and not is_spared(situation):
        return situation.answer("scope.unverified" if situation.party is None else "scope.second")
    staffed = hand_over(situation, NOT_UNDERSTOOD)
    knows = any("scope.third" in exchange.said for exchange in exchanges[-failed:])
    return situation.answer("human.waiting" if knows else "scope.third", staffed=staffed)


def out_of_scope(situation: Situation) -> Answer:
    """Terms are terms whatever the label; the rest is what this agent can help with, then another way."""
    if says_terms(situation) and (situation.readings.amounts or not of_other_things(situation.text)):
        return take_terms(situation)
    return not_understood(situation, instructed if instructs(situation.text) else _lost)


def instructed(situation: Situation) -> Answer:
    """Whoever tells the agent what it is or may do changes nothing, and learns nothing of its rules."""
    return situation.answer("scope.instructions", lender=situation.case.lender)


def calm(situation: Situation) -> Answer:
    """Abuse: a calm word once in a conversation, then a person."""
    if conversations.times_heard(situation.tx, situation.conversation.id, Intent.ABUSIVE) == 0:
        return situation.answer("calm.first")
    return situation.answer("calm.person", staffed=hand_over(situation, "abusive"))


def _lost(situation: Situation) -> Answer:
    # Above all words nobody understood: say who writes and what is needed before anything can be said.
    waits_for_a_person = handovers.waiting_for(situation.tx, situation.conversation.id) is not None
    if situation.party is None and standing_silences(situation) and waits_for_a_person:
        return gate(situation) or Answer(())
    if situation.party is None:
        return INFORMED[Intent.ASK_WHO_ARE_YOU](situation)
    if plans.standing_plan(situation.tx, situation.case.id, situation.today) is not None:
        return where_it_stands(situation)
    quiet = standing_silences(situation) or is_spared(situation)
    if not quiet and waiting_offer(situation) is not None:
        return situation.answer("scope.offer_waits")
    asked = None if standing_silences(situation) else still_decided_on(situation)
    return asked or situation.answer("scope.answer", lender=situation.case.lender)


def farewell(situation: Situation) -> Answer:
    """Goodbye; nobody leaves in the belief that what was only read to them is agreed."""
    goodbye = situation.answer("goodbye.answer")
    waits = offers.open_offer(situation.tx, situation.conversation.id) is not None
    if not waits or situation.party is None or standing_silences(situation) or is_spared(situation):
        return goodbye
    stands = plans.standing_plan(situation.tx, situation.case.id, situation.today) is not None
    said = situation.say("change.not_recorded" if stands else "plan.not_recorded")
    return replace(goodbye, said=(said, *goodbye.said))


def menu_choice(situation: Situation) -> Callable[[Situation], Answer] | None:
    """What they chose of the few things just named, with a text that says nothing else; None otherwise."""
    which = chosen(situation.text, len(_MENU))
    if which is None:
        return None
    return _MENU[which - 1] if "scope.second" in situation.said_last else None


def _what_is_owed(situation: Situation) -> Answer:
    return gate(situation) or what_is_owed(situation, "balance.again")


def what_waits(situation: Situation) -> Answer:
    """What waits for a yes once more, else what was agreed, or what is asked."""
    return gate(situation) or read_back_again(situation) or where_it_stands(situation)


_MENU: tuple[Callable[[Situation], Answer], ...] = (_what_is_owed, what_waits, person)
"""In the order in which `scope.second` names them."""


def person_for_terms(situation: Situation, exchanges: Sequence[Exchange]) -> Said:
    """That a person helps with the terms; who has heard that in these exchanges hears that one is coming."""
    knows = any("proposal.person" in exchange.said for exchange in exchanges)
    staffed = hand_over(situation, NOT_UNDERSTOOD)
    return situation.say("human.waiting" if knows else "proposal.person", staffed=staffed)


def asked_otherwise(situation: Situation, answer: Answer) -> Answer:
    """The answer, its question in other words when it was asked before; for terms the third time a person."""
    exchanges = conversations.exchanges_of(situation.tx, situation.conversation.id)
    last = exchanges[-1].said if exchanges else frozenset[str]()
    aloud = situation.conversation.channel is Channel.VOICE
    pressed = (IDENTITY_REFUSED if aloud else "identity.ask") in last

    def otherwise(said: Said) -> Said:
        if said.key == "identity.ask" and pressed:
            return situation.say("identity.again")
        if said.key == _RELIEF and _RELIEF in last and not says_terms(situation):
            return situation.say("relief.ask")
        if not aloud and promised_before(exchanges, said.key):
            return _promised_otherwise(situation, said.key, last)
        in_the_end = None if aloud else read_in_the_end(situation, said)
        if in_the_end is not None:
            return in_the_end
        asked = asked_before(exchanges, said.key)
        if asked.times >= _PATIENCE:
            return person_for_terms(situation, exchanges[-asked.times :])
        return situation.say(in_other_words(said.key)) if asked.same_words else said

    return replace(answer, said=tuple(otherwise(said) for said in answer.said))


_RELIEF = "relief.offer"
"""Terms of ours for who cannot pay: who still cannot is asked what they could."""


def _promised_otherwise(situation: Situation, key: str, last: frozenset[str]) -> Said:
    """That a person answers, in other words than those that they heard just now."""
    when = answer_expected(situation)
    if key == "plan.referred_less" and "plan.less_again" not in last:
        return situation.say("plan.less_again", staffed=when)
    if "human.waiting" in last:
        return situation.say("human.promised", until=when)
    return situation.say("human.waiting", staffed=when)


_PATIENCE = 2
"""After so many times in a row a question is not asked again."""
