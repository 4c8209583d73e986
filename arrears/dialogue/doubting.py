"""What may have been said and would end contact: one short question, and what is made of its answer.

Nothing is ended by a doubt. A yes acts as the label would have, and so does the same doubt as the answer; one
that comes later goes to a person, and nothing is asked twice. Who may be somebody else hears nothing further
until they say no, speak of a loan or payments of their own, or prove who they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from arrears.contact.lifting import came_themselves
from arrears.contact.speaking import answers_one_of
from arrears.dialogue.answering import (
    Answer,
    Decided,
    Decision,
    Situation,
    gate,
    hand_over,
    standing_statuses,
)
from arrears.dialogue.clarifying import out_of_scope, what_waits
from arrears.dialogue.heeding import HEEDED, somebody_may_answer
from arrears.dialogue.identifying import says_who
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.recalling import last_turn_again
from arrears.dialogue.terms_said import says_terms
from arrears.domain.cases import SpecialStatus
from arrears.domain.doubts import ENDING, QUESTIONS
from arrears.domain.intents import (
    ASKING,
    CHANGING,
    COMMITTING,
    HARD,
    OFFERING,
    REFERRED,
    SATISFIED,
    STOPS,
    Heard,
    Intent,
    first_of,
)
from arrears.domain.language.acts.answers_no import answers_no
from arrears.domain.language.acts.disputes_denied import denies_dispute
from arrears.domain.language.acts.explicit_yes import says_yes_outright
from arrears.domain.language.acts.safe_again import fears_for_self, says_safe
from arrears.domain.language.acts.separate_yes import says_yes
from arrears.domain.language.acts.words_of_ends import may_say
from arrears.domain.language.people.own_loan import names_nobody_else, speaks_of_own_loan
from arrears.domain.language.people.own_names import says_they_are
from arrears.domain.language.withdrawals.find import withdrawals
from arrears.store import conversations

S = SpecialStatus

_SOMEBODY = frozenset({Intent.THIRD_PARTY, Intent.THIRD_PARTY_INQUIRY, Intent.WRONG_NUMBER})
"""Doubts of who is there."""
_OTHERS_THERE = frozenset({S.THIRD_PARTY_ANSWERED, S.WRONG_NUMBER})

_STANDS: Mapping[Intent, frozenset[SpecialStatus]] = {
    Intent.CEASE_CONTACT: frozenset({S.CEASE}),
    Intent.ATTORNEY_REPRESENTED: frozenset({S.ATTORNEY}),
    Intent.BANKRUPTCY: frozenset({S.BANKRUPTCY}),
    Intent.DECEASED: frozenset({S.DECEASED}),
    Intent.DISPUTE: frozenset({S.DISPUTE}),
} | dict.fromkeys(_SOMEBODY, _OTHERS_THERE)
"""What stands once it was said: who adds to it is asked nothing."""

_CLEARED, _CHECK = "doubt.cleared", QUESTIONS[Intent.SELF_HARM]


def with_what_is_certain(situation: Situation, decide: Decision) -> tuple[Situation, Decision]:
    """The turn, and the decision about it, without what it only possibly says; a person reads that."""
    heard = _without_the_faint(situation)
    if heard.possibly:
        hand_over(situation, "also_said", heard.possibly)
    if heard.intent not in heard.possibly:
        return replace(situation, heard=heard), decide
    leads = first_of(heard.others or (Intent.OUT_OF_SCOPE,))
    others = tuple(each for each in heard.others if each is not leads)
    heard = replace(heard, intent=leads, others=others)
    return replace(situation, heard=heard), HEEDED.get(leads, out_of_scope)


def _without_the_faint(situation: Situation) -> Heard:
    """What was heard, where of the faint doubts only those are left of which a word may be."""
    heard = situation.heard
    faint = frozenset(each for each in heard.faint if not _may_say(each, situation.text))
    return replace(
        heard,
        others=tuple(each for each in heard.others if each not in faint),
        doubted=heard.doubted - faint,
        possibly=(*heard.possibly, *(each for each in heard.intents if each in faint)),
    )


def _may_say(label: Intent, text: str) -> bool:
    return fears_for_self(text) if label is Intent.SELF_HARM else may_say(label, text)


def answered(situation: Situation) -> Decided | None:
    """What the answer to our question decides; None where none was asked last, or the labels decide."""
    asked = _asked_last(situation)
    said = frozenset(situation.heard.intents)
    ends = (ENDING | {Intent.SELF_HARM}) - asked - frozenset(_doubted(situation, situation.heard))
    if not asked or ends & said or withdrawals(situation.text):
        return None
    label = first_of(tuple(asked))
    if label is Intent.SELF_HARM:
        return _after_the_check(situation)
    if _says_yes(situation, asked):
        heard_whole = answers_one_of(situation, frozenset({QUESTIONS[label]}))
        return _acts(situation, label) if heard_whole else _again(situation, label)
    if _says_no(situation, asked) or (label in _SOMEBODY and _are_themselves(situation, asked)):
        return _goes_on(situation, label, asked)
    if asked & said:
        return _acts(situation, label)
    themselves = says_who(situation) or says_they_are(situation.text, situation.person.name)
    if label in _SOMEBODY and not themselves and not CHANGING & said:
        return Heard(situation.message_id), lambda now: now.answer("identity.again")
    return None


_ORDINARY = OFFERING | ASKING | REFERRED | HARD | {Intent.VERIFY_IDENTITY, Intent.GOODBYE, Intent.THANKS}
"""What goes on with the talk after the question whether they are safe, where nothing in it is feared."""


def _after_the_check(situation: Situation) -> Decided | None:
    """Who says that they are safe, or plainly goes on, is talked with; everything else is a statement."""
    text, said = situation.text, frozenset(situation.heard.intents)
    if fears_for_self(text) and not says_safe(text):
        return _acts(situation, Intent.SELF_HARM)
    if says_safe(text) or (says_yes(text) and answers_one_of(situation, frozenset({_CHECK}))):
        return _goes_on(situation, Intent.SELF_HARM, frozenset({Intent.SELF_HARM}))
    goes_on = said and said <= _ORDINARY and not answers_no(text)
    return None if goes_on else _acts(situation, Intent.SELF_HARM)


def _asked_last(situation: Situation) -> frozenset[Intent]:
    """The labels that our last words asked about; none where they asked about none."""
    last = situation.said_last
    return frozenset(label for label, key in QUESTIONS.items() if key in last)


def _says_yes(situation: Situation, asked: frozenset[Intent]) -> bool:
    text, said = situation.text, frozenset(situation.heard.intents)
    agrees = bool(COMMITTING & said) and said <= COMMITTING | SATISFIED | asked
    return (agrees and not answers_no(text)) or says_yes(text) or says_yes_outright(text)


def _says_no(situation: Situation, asked: frozenset[Intent]) -> bool:
    """Whether they did not mean it. A no before a certain dispute ("no, not my debt") is none to that."""
    said = frozenset(situation.heard.intents)
    if Intent.DISPUTE in asked and denies_dispute(situation.text):
        return True
    certain = asked & said - situation.heard.doubted
    if Intent.DISPUTE in certain:
        return False
    return answers_no(situation.text) or (Intent.DENY in said and not asked & said)


def _are_themselves(situation: Situation, asked: frozenset[Intent]) -> bool:
    """Whether they speak of their own loan, or of what they can pay, and of nobody else."""
    if asked & {*situation.heard.intents} - situation.heard.doubted:
        return False
    pays = (OFFERING | HARD).intersection(situation.heard.intents) and names_nobody_else(situation.text)
    return bool(pays) or speaks_of_own_loan(situation.text)


def _again(situation: Situation, label: Intent) -> Decided:
    """The question once more, which they had not heard to its end."""
    return Heard(situation.message_id), _question(situation, label)


def _goes_on(situation: Situation, label: Intent, asked: frozenset[Intent]) -> Decided:
    """They did not mean it: what else they say is answered, or what they had said before."""
    left = tuple(
        each for each in situation.heard.intents if each not in SATISFIED | asked | situation.heard.doubted
    )

    def decide(now: Situation) -> Answer:
        if label in _SOMEBODY:
            came_themselves(now.tx, now.act)
        then = Answer(()) if left else _what_they_meant(now)
        return replace(then, said=(now.say(_CLEARED), *then.said))

    return Heard(situation.message_id, Intent.OUT_OF_SCOPE, 1.0, left), decide


def _what_they_meant(situation: Situation) -> Answer:
    if gate(situation) is None and not says_terms(situation):
        return last_turn_again(situation) or what_waits(situation)
    return take_terms(situation) if says_terms(situation) else what_waits(situation)


def unasked(situation: Situation, plain: Decided | None) -> Decided | None:
    """The decision by plain words, or about a doubt; where nothing is in doubt, as it is."""
    heard = situation.heard if plain is None else plain[0]
    doubted = _doubted(situation, heard)
    if not doubted:
        return plain
    if plain is None or heard.intent in doubted:
        return _about(replace(situation, heard=heard), doubted)
    hand_over(situation, "also_said", doubted)
    return replace(heard, others=tuple(each for each in heard.others if each not in doubted)), plain[1]


def _doubted(situation: Situation, heard: Heard) -> tuple[Intent, ...]:
    """What is in doubt. Neither a stop in reviewed words is, nor self-harm where anything is to be feared."""
    certain = STOPS if withdrawals(situation.text) else frozenset[Intent]()
    if fears_for_self(situation.text):
        certain |= {Intent.SELF_HARM}
    return tuple(each for each in heard.intents if each in heard.doubted - certain)


def _about(situation: Situation, doubted: tuple[Intent, ...]) -> Decided:
    """One question, the first time; what was asked about before, a person sees to."""
    label = first_of(doubted)
    talk = conversations.exchanges_of(situation.tx, situation.conversation.id)
    asked = any(QUESTIONS[label] in each.said for each in talk)
    if _STANDS.get(label, frozenset()) & standing_statuses(situation):
        return _acts(situation, label)
    decide = _to_a_person if asked else _question
    return Heard(situation.message_id), decide(situation, label)


def _acts(situation: Situation, label: Intent) -> Decided:
    return Heard(situation.message_id, label, 1.0), HEEDED[label]


def _question(situation: Situation, label: Intent) -> Decision:
    feared = tuple(each for each in situation.heard.intents if each not in SATISFIED)

    def decide(now: Situation) -> Answer:
        hand_over(now, _reason(label), feared)
        if label in _SOMEBODY:
            somebody_may_answer(now)
        return now.answer(QUESTIONS[label])

    return decide


def _to_a_person(situation: Situation, label: Intent) -> Decision:
    feared = situation.heard.intents
    return lambda now: now.answer("human.waiting", staffed=hand_over(now, _reason(label), feared))


def _reason(label: Intent) -> str:
    return "self_harm" if label is Intent.SELF_HARM else "also_said"
