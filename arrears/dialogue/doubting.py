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
from arrears.dialogue.answers_to_us import answers_us
from arrears.dialogue.borne_out import reason, reason_for
from arrears.dialogue.clarifying import out_of_scope, what_waits
from arrears.dialogue.heeding import HEEDED, somebody_may_answer
from arrears.dialogue.identifying import says_who
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.recalling import last_turn_again
from arrears.dialogue.safety_asked import after_the_check, asked_before
from arrears.dialogue.terms_said import says_terms, tells_what_they_can_pay
from arrears.domain.cases import SpecialStatus
from arrears.domain.doubts import ENDING, QUESTIONS, SOMEBODY
from arrears.domain.intents import (
    CHANGING,
    COMMITTING,
    HARD,
    OFFERING,
    SATISFIED,
    STOPS,
    Heard,
    Intent,
    first_of,
)
from arrears.domain.language.acts.answers_no import answers_no
from arrears.domain.language.acts.disputes_denied import denies_dispute
from arrears.domain.language.acts.explicit_yes import says_yes_outright
from arrears.domain.language.acts.separate_yes import says_yes
from arrears.domain.language.acts.words_of_ends import may_say
from arrears.domain.language.people.brought import leaves_it_to_them
from arrears.domain.language.people.own_loan import names_nobody_else, speaks_of_own_loan
from arrears.domain.language.people.own_names import says_they_are
from arrears.domain.language.withdrawals.find import withdrawals
from arrears.store import conversations

S = SpecialStatus

_OTHERS_THERE = frozenset({S.THIRD_PARTY_ANSWERED, S.WRONG_NUMBER})

_STANDS: Mapping[Intent, frozenset[SpecialStatus]] = {
    Intent.CEASE_CONTACT: frozenset({S.CEASE}),
    Intent.ATTORNEY_REPRESENTED: frozenset({S.ATTORNEY}),
    Intent.BANKRUPTCY: frozenset({S.BANKRUPTCY}),
    Intent.DECEASED: frozenset({S.DECEASED}),
    Intent.DISPUTE: frozenset({S.DISPUTE}),
} | dict.fromkeys(SOMEBODY, _OTHERS_THERE)
"""What stands once it was said: who adds to it is asked nothing."""

_CLEARED = "doubt.cleared"


def answered(situation: Situation) -> Decided | None:
    """What the answer to our question decides; None where none was asked last, or the labels decide."""
    asked = _asked_last(situation)
    said = frozenset(situation.heard.intents)
    ends = (ENDING | {Intent.SELF_HARM}) - asked - frozenset(_doubted(situation, situation.heard))
    if not asked or ends & said or withdrawals(situation.text):
        return None
    label = first_of(tuple(asked))
    if label is Intent.SELF_HARM:
        return after_the_check(situation)
    if _says_yes(situation, asked):
        heard_whole = answers_one_of(situation, frozenset({QUESTIONS[label]}))
        once_more = Heard(situation.message_id), _question(situation, label)
        return _acts(situation, label) if heard_whole else once_more
    if _says_no(situation, asked) or (label in SOMEBODY and _are_themselves(situation, asked)):
        return _goes_on(situation, label, asked)
    if asked & said:
        return _acts(situation, label)
    themselves = says_who(situation) or says_they_are(situation.text, situation.person.name)
    if label in SOMEBODY and not themselves and not CHANGING & said:
        return Heard(situation.message_id), lambda now: now.answer("identity.again")
    return None


def _asked_last(situation: Situation) -> frozenset[Intent]:
    """The labels that our last words asked about; none where they asked about none."""
    last = situation.said_last
    return frozenset(label for label, key in QUESTIONS.items() if key in last)


def _says_yes(situation: Situation, asked: frozenset[Intent]) -> bool:
    text, said = situation.text, frozenset(situation.heard.intents)
    left = asked <= SOMEBODY - {Intent.WRONG_NUMBER} and leaves_it_to_them(text)
    agrees = bool(COMMITTING & said) and said <= COMMITTING | SATISFIED | asked
    return left or (agrees and not answers_no(text)) or says_yes(text) or says_yes_outright(text)


def _says_no(situation: Situation, asked: frozenset[Intent]) -> bool:
    """Whether they did not mean it. A no before a certain dispute ("no, not my debt") is none to that."""
    said = frozenset(situation.heard.intents)
    if Intent.DISPUTE in asked and denies_dispute(situation.text):
        return True
    certain = asked & said - situation.heard.doubted
    if Intent.DISPUTE in certain:
        return False
    if Intent.DISPUTE in asked & said and tells_what_they_can_pay(situation):
        return not may_say(Intent.DISPUTE, situation.text)  # the same doubt again, without a word of it
    return answers_no(situation.text) or (Intent.DENY in said and not asked & said)


def _are_themselves(situation: Situation, asked: frozenset[Intent]) -> bool:
    """Whether they speak of their own loan, or of what they can pay, and of nobody else."""
    if asked & {*situation.heard.intents} - situation.heard.doubted:
        return False
    pays = (OFFERING | HARD).intersection(situation.heard.intents) and names_nobody_else(situation.text)
    return bool(pays) or speaks_of_own_loan(situation.text)


def _goes_on(situation: Situation, label: Intent, asked: frozenset[Intent]) -> Decided:
    """They did not mean it: what else they say is answered, or what they had said before."""
    left = tuple(
        each for each in situation.heard.intents if each not in SATISFIED | asked | situation.heard.doubted
    )

    def decide(now: Situation) -> Answer:
        if label in SOMEBODY:
            came_themselves(now.tx, now.act)
        then = Answer(()) if left else _what_they_meant(now)
        return replace(then, said=(now.say(_CLEARED), *then.said))

    others = left or (asked_before(situation) if says_terms(situation) else ())
    return Heard(situation.message_id, Intent.OUT_OF_SCOPE, 1.0, others), decide


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
    if plain is None and answers_us(situation, doubted):
        return Heard(situation.message_id), _taken_up(doubted, situation.heard)
    if plain is None or heard.intent in doubted:
        return _about(replace(situation, heard=heard), doubted)
    hand_over(situation, "also_said", doubted)
    return replace(heard, others=tuple(each for each in heard.others if each not in doubted)), plain[1]


def _taken_up(doubted: tuple[Intent, ...], heard: Heard) -> Decision:
    """The answer to the words, and a person who reads what was feared."""

    def decide(now: Situation) -> Answer:
        hand_over(now, reason_for(replace(heard, possibly=doubted)), doubted)
        return out_of_scope(now)

    return decide


def _doubted(situation: Situation, heard: Heard) -> tuple[Intent, ...]:
    """What is in doubt; a stop in reviewed words is not."""
    certain = STOPS if withdrawals(situation.text) else frozenset[Intent]()
    return tuple(each for each in heard.intents if each in heard.doubted - certain)


def _about(situation: Situation, doubted: tuple[Intent, ...]) -> Decided:
    """One question, the first time; what was asked about before, a person sees to."""
    label = first_of(doubted)
    talk = conversations.exchanges_of(situation.tx, situation.conversation.id)
    asked = any(QUESTIONS[label] in each.said for each in talk)
    if _STANDS.get(label, frozenset()) & standing_statuses(situation):
        return _acts(situation, label)
    if asked and label is Intent.SELF_HARM:  # they were misread once, and are talked with
        return Heard(situation.message_id), _taken_up(doubted, situation.heard)
    decide = _to_a_person if asked else _question
    return Heard(situation.message_id), decide(situation, label)


def _acts(situation: Situation, label: Intent) -> Decided:
    return Heard(situation.message_id, label, 1.0), HEEDED[label]


def _question(situation: Situation, label: Intent) -> Decision:
    feared = tuple(each for each in situation.heard.intents if each not in SATISFIED)

    def decide(now: Situation) -> Answer:
        hand_over(now, reason(label), feared)
        if label in SOMEBODY:
            somebody_may_answer(now)
        return now.answer(QUESTIONS[label])

    return decide


def _to_a_person(situation: Situation, label: Intent) -> Decision:
    feared = situation.heard.intents
    return lambda now: now.answer("human.waiting", staffed=hand_over(now, reason(label), feared))
