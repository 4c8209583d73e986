"""Everything in a turn is answered in one reply: the intent that leads, and what is said beside it.

It all happens within `once`: one message, one effect, one kept answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from arrears.desk import Desk
from arrears.dialogue.about_costs import beside_the_proof
from arrears.dialogue.after_an_aside import with_the_terms
from arrears.dialogue.answering import Answer, Situation, gate, hand_over, once, party_now, standing_silences
from arrears.dialogue.approving import unheard_decision
from arrears.dialogue.borne_out import with_what_is_certain
from arrears.dialogue.both_loans import with_other_loans
from arrears.dialogue.clarifying import asked_otherwise
from arrears.dialogue.disputing import is_checked, while_checked, wishes_to_go_on, with_their_terms
from arrears.dialogue.doubting import answered, unasked
from arrears.dialogue.heeding import HARDSHIP_SAID, HEEDED
from arrears.dialogue.in_context import but_for_orders
from arrears.dialogue.informing import INFORMED, due_day
from arrears.dialogue.negotiating import is_kept, said_so_far, take_terms
from arrears.dialogue.offering import close_open_offer
from arrears.dialogue.overhearing import choice_in_passing, overheard, yes_in_passing
from arrears.dialogue.plain_words import decided_by_words
from arrears.dialogue.referring import REFERRALS, take_back
from arrears.dialogue.relieving import RELIEVED, sympathy
from arrears.dialogue.reminding import hour_chosen, set_reminder
from arrears.dialogue.safety_asked import misread
from arrears.dialogue.switching import in_their_language, where_we_were
from arrears.dialogue.taking_back import heard_besides, taken_back
from arrears.dialogue.terms_said import says_terms
from arrears.dialogue.undisputing import as_wondered
from arrears.domain.card_numbers import had_card_number
from arrears.domain.intents import (
    CLOSING,
    COMPLETE,
    HARD,
    OFFERING,
    STOPS,
    Beside,
    Heard,
    Intent,
    beside,
    outranking,
    turns_down,
)
from arrears.domain.language.acts.service_questions import asks_when_due
from arrears.domain.wording import Said
from arrears.store import conversations as conversation_rows
from arrears.store import offers
from arrears.store.offers import OfferOutcome


def _terms_beside(situation: Situation) -> Answer:
    """The terms of the turn; beside hardship only those it names, never earlier ones once more."""
    hard = HARD.intersection(situation.heard.intents)
    return Answer(()) if hard and not says_terms(situation) else take_terms(situation)


DECISIONS: Mapping[Intent, Callable[[Situation], Answer]] = {
    **HEEDED,
    **INFORMED,
    **REFERRALS,
    **RELIEVED,
} | dict.fromkeys(OFFERING, _terms_beside)
"""Every intent that something may be done about beside the one that leads."""

_COURTESIES = frozenset({Intent.GREET, Intent.THANKS, Intent.GOODBYE})


def answer_turn(desk: Desk, heard: Heard, step: str, decide: Callable[[Situation], Answer]) -> Answer:
    """The answer to the turn, kept once: `decide` answers the leading intent, and the rest is seen to.

    Raises: LookupError when the message was never placed in a conversation.
    """
    return once(desk, heard, step, lambda situation: _whole(situation, decide))


def answer_by(
    desk: Desk,
    heard: Heard,
    step: str,
    decisions: Mapping[Intent, Callable[[Situation], Answer]],
    intent: Intent | None,
) -> Answer:
    """As `answer_turn`, by the decision about the intent. Raises: LookupError also when there is none."""
    decide = None if intent is None else decisions.get(intent)
    if decide is None:
        raise LookupError(f"nothing is decided about {intent} in the step {step}")
    return answer_turn(desk, heard, step, decide)


def _whole(situation: Situation, decide: Callable[[Situation], Answer]) -> Answer:
    situation, decide = with_what_is_certain(as_wondered(situation), decide, DECISIONS)
    situation = overheard(situation)
    plain = answered(situation)
    # "That won't work, remind me at eight" is about the hour.
    standing = None if plain or hour_chosen(situation) is not None else taken_back(situation)
    if plain is None and standing is None:
        plain = unasked(situation, decided_by_words(situation))
    leading = outranking(situation.heard)
    if standing is not None:
        situation = replace(situation, heard=heard_besides(situation))
        decide = partial(take_back, standing=standing)
    elif plain is not None:
        heard, decide = plain
        situation = replace(situation, heard=heard)
    elif leading is not None:
        situation = replace(situation, heard=situation.heard.led_by(leading))
        decide = DECISIONS[leading]
    text = situation.text
    if standing is None and plain is None:
        situation = but_for_orders(situation)  # what an order to us demands is no offer of theirs
    switched = in_their_language(situation)
    situation = _as_it_is_now(situation) if switched.said else situation
    declined = _turned_down(situation)
    answer = asked_otherwise(situation, _with_the_rest(situation, decide(situation)))
    by_now = _as_it_is_now(situation)
    answer = beside_the_proof(by_now, answer)
    answer = while_checked(by_now, _with_the_day(by_now, with_other_loans(by_now, answer)))
    if _keep_what_they_offer(by_now):
        answer = with_their_terms(by_now, answer)
    answer = _with_what_they_take(by_now, answer)
    if declined:
        answer = _preceded(situation, by_now.answer("plan.not_recorded"), answer)
    answer = misread(by_now, _preceded(situation, sympathy(by_now, answer), answer))
    answer = _with_a_decision(situation, _preceded(situation, switched, answer))
    answer = _joined(answer, where_we_were(by_now, answer))
    minute = hour_chosen(by_now)
    if minute is not None:
        answer = _joined(answer, set_reminder(by_now, minute))
    answer = with_the_terms(by_now, answer)
    if had_card_number(text) and situation.heard.intent not in CLOSING:
        answer = replace(answer, said=(situation.say("payment.no_card"), *answer.said))
    return answer


def _with_what_they_take(situation: Situation, answer: Answer) -> Answer:
    """The answer with what a yes or a choice beside something else brings back, in place of other terms."""
    answered = any(said.key in ("plan.read_back", "plan.recorded") for said in answer.said)
    choice = None if answered else choice_in_passing(situation)
    if choice is not None:
        kept = tuple(said for said in answer.said if not said.key.startswith((*_TERMS, "proposal.")))
        return Answer((*kept, *choice.said), choice.bounds)
    again = yes_in_passing(situation)
    if again is None or any(said.key.startswith(_TERMS) for said in answer.said):
        return answer
    return _joined(answer, again)


_SAYS_THE_DAY = (
    "balance.state",
    "balance.not_due",
    "balance.settled",
    "plan.",
    "next.closed",
    "next.so",
    "change.",
    "numbered.",
)


def _with_the_day(situation: Situation, answer: Answer) -> Answer:
    """The answer with the day on which it is due, where they ask for it and it does not say so."""
    leads = situation.heard.intent
    asked = (leads is None or leads not in CLOSING | HARD) and asks_when_due(situation.text)
    if not asked or gate(situation) or any(said.key.startswith(_SAYS_THE_DAY) for said in answer.said):
        return answer
    return _joined(due_day(situation), answer)


def _turned_down(situation: Situation) -> bool:
    """Close the offer that a no beside something else turns down; whether that is to be said."""
    waits = offers.open_offer(situation.tx, situation.conversation.id) is not None
    if not waits or not turns_down(situation.heard, brings_terms=says_terms(situation)):
        return False
    close_open_offer(situation, OfferOutcome.DECLINED)
    may_be_said = situation.party is not None and not standing_silences(situation)
    return may_be_said and situation.heard.intent not in CLOSING


def _with_the_rest(situation: Situation, answer: Answer) -> Answer:
    """The leading answer, with what is said to the other intents; what no machine answers is noted."""
    leading, others = situation.heard.intent, situation.heard.others
    if leading is None or not others:
        return answer
    # Another language was seen to before everything else; beside the end of contact it is noted.
    done = {further: beside(leading, further) for further in others}
    rest = Answer(())
    for further, what in done.items():
        if what is Beside.HEEDED:
            DECISIONS[further](situation)
        if what is Beside.ANSWERED and further is not Intent.LANGUAGE_SWITCH:
            rest = _joined(rest, DECISIONS[further](_as_it_is_now(situation)))
    unanswered = tuple(each for each, what in done.items() if _needs_a_person(each, what))
    if unanswered:
        hand_over(situation, "stop_with_more" if leading in STOPS else "also_said", unanswered)
    if OFFERING.intersection(unanswered) and says_terms(situation):
        said_so_far(situation)  # nothing is made of them; the person whom they want sees them
    return _ordered(_joined(_beside_more(situation, answer, rest), rest))


def _keep_what_they_offer(situation: Situation) -> bool:
    """Keep what they offer while something is checked for the person who checks it; it binds nobody."""
    if situation.party is None or not is_checked(situation) or not says_terms(situation):
        return False
    wishes = wishes_to_go_on(situation)
    offering = OFFERING.intersection(situation.heard.intents)
    if not is_kept(situation) and (offering or wishes):
        said_so_far(situation)
    if wishes:
        hand_over(situation, "also_said", tuple(offering) or (Intent.PROPOSE_INSTALMENT,))
    return wishes


def _needs_a_person(further: Intent, what: Beside) -> bool:
    return what is Beside.NOTED or (what is Beside.HEEDED and further not in COMPLETE)


def _as_it_is_now(situation: Situation) -> Situation:
    """The leading answer may have verified the party or changed the language."""
    conversation = conversation_rows.load(situation.tx, situation.conversation.id)
    party = party_now(situation.tx, conversation, situation.now)
    return replace(situation, conversation=conversation, party=party)


def _preceded(situation: Situation, first: Answer, answer: Answer) -> Answer:
    """The answer with another before it."""
    return _joined(first, _beside_more(situation, answer, first))


def _beside_more(situation: Situation, answer: Answer, more: Answer) -> Answer:
    """The leading answer as it stands beside more: a mere courtesy need not be said any longer."""
    if situation.heard.intent not in _COURTESIES or not more.said:
        return answer
    return replace(answer, said=tuple(said for said in answer.said if said.key not in _MERE_COURTESY))


_MERE_COURTESY = frozenset({"greet.answer", "thanks.answer", "goodbye.answer", "who.answer", "who.name"})


def _with_a_decision(situation: Situation, answer: Answer) -> Answer:
    """The answer with what a person decided and they have not heard, where nothing else waits for a yes."""
    now, heard = _as_it_is_now(situation), situation.heard
    unfit = heard.intent in CLOSING or HARD.intersection(heard.intents) or standing_silences(now)
    if now.party is None or unfit or any(said.key.startswith(_TERMS) for said in answer.said):
        return answer
    decided = unheard_decision(now)
    if decided is None:
        return answer
    kept = tuple(said for said in answer.said if not _asks_or_repeats(said.key))
    return Answer((*kept, *decided.said), decided.bounds or answer.bounds)


def _joined(first: Answer, more: Answer) -> Answer:
    """Both answers as one; nothing is said twice."""
    known = {_subject(said.key) for said in first.said}
    new = tuple(said for said in more.said if _subject(said.key) not in known)
    return Answer((*first.said, *new), first.bounds or more.bounds)


def _ordered(answer: Answer) -> Answer:
    """What waits for an answer is said last; beside hardship nothing is asked for."""
    said = answer.said
    if any(each.key in HARDSHIP_SAID or each.key.startswith("relief.") for each in said):
        said = tuple(each for each in said if not _asks_or_repeats(each.key))
    return replace(answer, said=tuple(sorted(said, key=_awaits_an_answer)))


def _asks_or_repeats(key: str) -> bool:
    """Questions for money, and that a person is coming, which the answer to hardship says itself."""
    return key in ("next.question", "human.waiting", "plan.if_you_like") or key.startswith("proposal.")


_SUBJECTS = {"who.answer": "identity"}


def _subject(key: str) -> str:
    """What a message is about, where saying two of a kind would be saying it twice."""
    group = key.partition(".")[0]
    return _SUBJECTS.get(key) or (group if group in ("balance", "identity", "human") else key)


_TERMS = ("plan.read_back", "change.read_back", "offer.", "relief.", "approval.")
_AWAITING = (*_TERMS, "identity.", "proposal.")


def _awaits_an_answer(said: Said) -> bool:
    return said.key.startswith(_AWAITING)
