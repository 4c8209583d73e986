"""Everything in a turn is answered in one reply: the intent that leads, and what is said beside it.

It all happens within `once`: one message, one effect, one kept answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from arrears.answering import Answer, Situation, hand_over, once, party_now
from arrears.desk import Desk
from arrears.domain.card_numbers import had_card_number
from arrears.domain.intents import CLOSING, COMPLETE, OFFERING, Beside, Heard, Intent, beside, outranking
from arrears.domain.wording import Said
from arrears.heeding import HEEDED
from arrears.informing import INFORMED
from arrears.negotiating import take_terms
from arrears.referring import REFERRALS
from arrears.store import conversations as conversation_rows

DECISIONS: Mapping[Intent, Callable[[Situation], Answer]] = {
    **HEEDED,
    **INFORMED,
    **REFERRALS,
} | dict.fromkeys(OFFERING, take_terms)
"""Every intent that something may be done about beside the one that leads."""

_STOPS = frozenset({Intent.STOP_TEXTS, Intent.CEASE_CONTACT})
_COURTESIES = frozenset({Intent.GREET, Intent.THANKS, Intent.GOODBYE})


def answer_turn(desk: Desk, heard: Heard, step: str, decide: Callable[[Situation], Answer]) -> Answer:
    """The answer to the turn, kept once: `decide` answers the leading intent, and the rest is seen to.

    Raises: LookupError when the message was never placed in a conversation.
    """
    return once(desk, heard, step, lambda situation: _whole(situation, decide))


def _whole(situation: Situation, decide: Callable[[Situation], Answer]) -> Answer:
    leading = outranking(situation.heard)
    if leading is not None:
        situation = replace(situation, heard=situation.heard.led_by(leading))
        decide = DECISIONS[leading]
    answer = _with_the_rest(situation, decide(situation))
    if had_card_number(situation.text) and situation.heard.intent not in CLOSING:
        answer = replace(answer, said=(situation.say("payment.no_card"), *answer.said))
    return answer


def _with_the_rest(situation: Situation, answer: Answer) -> Answer:
    """The leading answer, with what is said to the other intents; what no machine answers is noted."""
    leading, others = situation.heard.intent, situation.heard.others
    if leading is None or not others:
        return answer
    done = {further: beside(leading, further) for further in others}
    for further, what in done.items():
        if what is Beside.HEEDED:
            DECISIONS[further](situation)
        if what is Beside.ANSWERED:
            answer = _joined(leading, answer, DECISIONS[further](_as_it_is_now(situation)))
    unanswered = tuple(each for each, what in done.items() if _needs_a_person(each, what))
    if unanswered:
        hand_over(situation, "stop_with_more" if leading in _STOPS else "also_said", unanswered)
    return answer


def _needs_a_person(further: Intent, what: Beside) -> bool:
    return what is Beside.NOTED or (what is Beside.HEEDED and further not in COMPLETE)


def _as_it_is_now(situation: Situation) -> Situation:
    """The leading answer may have verified the party or changed the language."""
    conversation = conversation_rows.load(situation.tx, situation.conversation.id)
    party = party_now(situation.tx, conversation, situation.now)
    return replace(situation, conversation=conversation, party=party)


def _joined(leading: Intent, first: Answer, more: Answer) -> Answer:
    """Both answers as one; nothing is said twice, and what waits for an answer is said last."""
    known = {_subject(said.key) for said in first.said}
    new = tuple(said for said in more.said if _subject(said.key) not in known)
    both = new if leading in _COURTESIES and new else (*first.said, *new)
    if any(said.key == "hardship.answer" for said in new):
        both = tuple(said for said in both if said.key not in _DEMANDS)
    return Answer(tuple(sorted(both, key=_awaits_an_answer)), first.bounds or more.bounds)


_DEMANDS = frozenset({"next.question", "proposal.ask_both", "proposal.ask_amount", "proposal.ask_date"})
"""Questions for money that are not repeated to somebody who has just said that they cannot pay."""

_SUBJECTS = {"who.answer": "identity"}


def _subject(key: str) -> str:
    """What a message is about, where saying two of a kind would be saying it twice."""
    group = key.partition(".")[0]
    return _SUBJECTS.get(key) or (group if group in ("balance", "identity", "human") else key)


_AWAITING = frozenset({"plan.read_back", "offer.counter"})


def _awaits_an_answer(said: Said) -> bool:
    return said.key in _AWAITING or said.key.startswith(("identity.", "proposal."))
