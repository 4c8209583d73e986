"""Anger, weariness and need in words of death: answered as what they are, and read by a person all the same.

Only where the words are a closed list (`death_idioms`), and never where a reviewed phrase states self-harm.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Answer, Decided, Decision, Situation, hand_over
from arrears.dialogue.clarifying import calm, what_waits
from arrears.dialogue.heeding import HEEDED
from arrears.dialogue.in_context import read_by_a_person
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.relieving import relieve
from arrears.dialogue.terms_said import says_terms
from arrears.domain.intents import CLOSING, HARD, OFFERING, Intent, first_of
from arrears.domain.language.acts.death_idioms import Exclamation, only_exclaims
from arrears.domain.language.acts.safe_again import denies_harm, only_cannot_pay
from arrears.domain.language.withdrawals.find import withdrawals
from arrears.store import conversations

_NOT_MEANT = frozenset({Intent.SELF_HARM, Intent.DECEASED})
_EMPTY = frozenset({Intent.OUT_OF_SCOPE, Intent.GOODBYE, Intent.THANKS, Intent.GREET, Intent.REPEAT_CLARIFY})
"""What a mere exclamation is taken for too."""


def exclaimed(situation: Situation) -> Decided | None:
    """The turn as the exclamation that it is; None where it is none, or its labels fear nothing."""
    heard = situation.heard
    feared = tuple(each for each in heard.intents if each in _NOT_MEANT)
    certain = Intent.SELF_HARM in feared and heard.confidence >= 1.0  # a reviewed phrase
    if not feared or certain or withdrawals(situation.text):
        return None
    exclaims = only_exclaims(situation.text)
    if exclaims is None:
        return None
    rest = tuple(each for each in heard.intents if each not in _NOT_MEANT | _EMPTY)
    leads, decision = _instead(situation, rest, exclaims)
    others = tuple(each for each in rest if each is not leads)
    return replace(heard, intent=leads, others=others), read_by_a_person(decision, feared)


def denied_harm(situation: Situation) -> Decided | None:
    """The turn without the harm that it denies, at the first mention; None where that is not beyond doubt.

    Where help is they hear all the same, and a person is called at once; nothing is stopped.
    """
    heard = situation.heard
    rest = tuple(each for each in heard.intents if each is not Intent.SELF_HARM)
    if Intent.SELF_HARM not in heard.intents or CLOSING & {*rest} or withdrawals(situation.text):
        return None
    if not denies_harm(situation.text) or _denied_before(situation):
        return None
    hard = bool(HARD & {*rest}) or only_cannot_pay(situation.text)
    leads, decision = (Intent.CANNOT_PAY, relieve) if hard else (None, what_waits)
    others = tuple(each for each in rest if each not in HARD | _EMPTY)
    return replace(heard, intent=leads, others=others), _caring(decision)


def _denied_before(situation: Situation) -> bool:
    said = conversations.templates_said(situation.tx, situation.conversation.id)
    return any(key == _HELP or key.startswith("crisis.") for keys in said for key in keys)


_HELP = "script.help_line"


def _caring(decision: Decision) -> Decision:
    def decide(situation: Situation) -> Answer:
        hand_over(situation, "self_harm", (Intent.SELF_HARM,))
        answer = decision(situation)
        return replace(answer, said=(situation.say(_HELP), *answer.said))

    return decide


def _instead(
    situation: Situation, rest: tuple[Intent, ...], exclaims: Exclamation
) -> tuple[Intent, Decision]:
    """What leads in the place of what was feared, and the decision about it."""
    heeded = tuple(each for each in rest if each in CLOSING | {Intent.INCONVENIENT, Intent.REQUEST_HUMAN})
    if heeded:
        leads = first_of(heeded)
        return leads, HEEDED[leads]
    if exclaims is Exclamation.NEED or HARD & {*rest}:
        return Intent.CANNOT_PAY, relieve
    if OFFERING & {*rest} and says_terms(situation):
        return first_of(tuple(each for each in rest if each in OFFERING)), take_terms
    return Intent.ABUSIVE, calm
