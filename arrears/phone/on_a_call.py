"""What is said on a telephone about the call itself, and answers to the identity question however labelled.

A courteous person waits when asked to, says it again, lets who is driving drive, and calls another time.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Answer, Decided, Situation, gate, hand_over
from arrears.dialogue.heeding import inconvenient, third_party
from arrears.dialogue.identifying import check_proof, says_who
from arrears.dialogue.referring import REFERRALS
from arrears.dialogue.terms_said import says_terms
from arrears.domain.calls import of_the_call
from arrears.domain.conversations import Speaker, Turn
from arrears.domain.intents import ALONE, CLOSING, DOUBTFUL, OFFERING, REFERRED, STOPS, Heard, Intent
from arrears.domain.language.acts.phone_words import PhoneWord, phone_word
from arrears.domain.language.acts.terms_wished import asks_us_for_terms
from arrears.domain.language.withdrawals.find import withdrawals
from arrears.domain.language.withdrawals.recording_refusals import refuses_recording
from arrears.domain.people import Channel
from arrears.domain.wording import Said
from arrears.phone.asking_when import call_back, says_when, wished_hour
from arrears.phone.before_proof import OPENINGS, decided_before_proof
from arrears.phone.in_writing import (
    ASK_DETAILS,
    DETAILS_FOLLOW,
    LINK_FOLLOWS,
    TEXT_FOLLOWS,
    decided_on_details,
)
from arrears.phone.paying import by_a_card, decided_on_payment
from arrears.phone.unrecorded import go_unrecorded
from arrears.store import conversations
from arrears.store import outreach as outreach_rows

_NOT_ME = frozenset(
    {"no", "nope", "no it's not", "no it isn't", "no that's not me", "不是", "我不是", "不是我", "不是的"}
)
_STANDS = frozenset(
    {"plan.recorded", "next.closed", "next.so", "call.as_agreed", ASK_DETAILS, DETAILS_FOLLOW, LINK_FOLLOWS}
)
"""Words that say what stands; what they ask may be left without an answer."""
_BESIDE_WHAT_STANDS = frozenset({TEXT_FOLLOWS, "call.no_text", "reminder.default", "reminder.set"})
"""What may be said with them and waits for no answer either."""
_COURTEOUS = frozenset({Intent.AFFIRM, Intent.THANKS, Intent.GREET, Intent.GOODBYE})

_SAID_TO = {
    PhoneWord.HOLD: "call.hold",
    PhoneWord.MENU: "call.menu",
    PhoneWord.BLANK: "call.not_heard",
}
"""What is said at once to words that ask for nothing else."""

_AGAIN = {
    PhoneWord.NOT_HEARD: "call.again",
    PhoneWord.BACK: "call.here",
    PhoneWord.HELLO: "call.here",
}
"""What goes before our last words, for who wants them again, who is back, and who wonders whether we are."""

_COUNTED = ("proposal.", "next.", "plan.declined")
"""Questions that are put otherwise when they are asked again; said once more, they are not asked again."""


def decided_on_a_call(situation: Situation) -> Decided | None:
    """The turn as its words have it on a telephone; None where they are about the matter, or in writing.

    Self-harm and an end of contact are never doubted.
    """
    if situation.conversation.channel is not Channel.VOICE:
        return None
    if _ends_the_recording_alone(situation):
        return Heard(situation.message_id, Intent.REQUEST_HUMAN, 1.0), go_unrecorded
    if _ends_it(situation):
        return None
    word, before = _word(situation), _said_last(situation)
    key = None if word is None else _SAID_TO.get(word)
    if key is not None:
        return Heard(situation.message_id), lambda now: now.answer(key)
    if word is PhoneWord.HELLO and before & OPENINGS and not _has_spoken(situation):
        return Heard(situation.message_id), lambda now: now.answer("call.is_this", name=now.person.name)
    if word in _AGAIN and (word is not PhoneWord.HELLO or _has_spoken(situation)):
        return Heard(situation.message_id), lambda now: _again(now, _AGAIN[word])
    if before & OPENINGS and _words(situation) in _NOT_ME:
        return Heard(situation.message_id, Intent.THIRD_PARTY, 1.0), third_party
    plainly = decided_before_proof(situation, before) or by_a_card(situation)
    if plainly is not None:
        return plainly
    if _closes(situation):
        return None
    decided = decided_on_payment(situation, before) or _after_agreeing(situation, before)
    if decided is not None:
        return decided
    if word is PhoneWord.DRIVING:
        besides = tuple(each for each in situation.heard.intents if each in _NOTED)
        return Heard(situation.message_id, Intent.INCONVENIENT, 1.0), lambda now: _while_driving(now, besides)
    if word is PhoneWord.LATER or says_when(situation, before):
        return Heard(situation.message_id, Intent.REQUEST_CALLBACK, 1.0), REFERRALS[Intent.REQUEST_CALLBACK]
    if situation.party is None and says_who(situation):
        return Heard(situation.message_id, Intent.VERIFY_IDENTITY, 1.0), check_proof
    return None


def _word(situation: Situation) -> PhoneWord | None:
    """What the words ask of us; a verified party who asks for the options means terms, and no keys."""
    word = phone_word(situation.text)
    of_terms = situation.party is not None and asks_us_for_terms(situation.text)
    return None if word is PhoneWord.MENU and of_terms else word


def only_stands(said: frozenset[str]) -> bool:
    """Whether these messages say what stands, and nothing that a yes could be to."""
    return bool(said & _STANDS) and not said - _STANDS - _BESIDE_WHAT_STANDS


def _after_agreeing(situation: Situation, before: frozenset[str]) -> Decided | None:
    """Who has just heard what stands, and says no more than "okay, bye", need not hear all of it again.

    Not where something else was said with it: their yes may be to that.
    """
    intents = {*situation.heard.intents}
    if situation.party is None or not intents or says_terms(situation) or not only_stands(before):
        return None
    if Intent.GOODBYE in intents and intents <= _COURTEOUS:
        return Heard(situation.message_id, Intent.GOODBYE, 1.0), lambda now: now.answer("goodbye.answer")
    details = decided_on_details(situation, before)
    if details is not None:
        return details
    if intents == {Intent.AFFIRM}:
        return Heard(situation.message_id, Intent.AFFIRM, 1.0), lambda now: now.answer("call.as_agreed")
    if intents == {Intent.REQUEST_WRITTEN} and before & {TEXT_FOLLOWS, ASK_DETAILS}:
        return Heard(situation.message_id), lambda now: now.answer(TEXT_FOLLOWS)
    return None


def _ends_the_recording_alone(situation: Situation) -> bool:
    """Whether the recording is refused, and nothing else that ends or pauses contact is said."""
    others = CLOSING.intersection(situation.heard.intents) - STOPS
    plain = not others or (situation.heard.confidence < DOUBTFUL and Intent.SELF_HARM not in others)
    return plain and not withdrawals(situation.text) and refuses_recording(situation.text)


def _ends_it(situation: Situation) -> bool:
    heard = situation.heard
    return bool(ALONE.intersection(heard.intents) and heard.confidence >= DOUBTFUL) or bool(
        withdrawals(situation.text)
    )


def _closes(situation: Situation) -> bool:
    heard = situation.heard
    return bool(CLOSING.intersection(heard.intents)) and heard.confidence >= DOUBTFUL


def _words(situation: Situation) -> str:
    return situation.text.strip(" .,!?。，！？").casefold().replace(",", "").replace("’", "'")


def _said_last(situation: Situation) -> frozenset[str]:
    exchanges = conversations.exchanges_of(situation.tx, situation.conversation.id)
    said = (exchange.said for exchange in reversed(exchanges))
    return next((keys for keys in said if not of_the_call(keys)), frozenset())


def _has_spoken(situation: Situation) -> bool:
    return bool(conversations.borrower_turns_at(situation.tx, situation.conversation.id))


_NOTED = (OFFERING | REFERRED) - {Intent.REQUEST_CALLBACK}


def _while_driving(situation: Situation, besides: tuple[Intent, ...]) -> Answer:
    """Not a word about the matter until they have stopped; what else they said a person reads."""
    if besides:
        hand_over(situation, "also_said", besides)
    inconvenient(situation)
    if wished_hour(situation) is None:
        return situation.answer("call.driving")
    booked = call_back(situation)
    return replace(booked, said=(situation.say("call.drive_safely"), *booked.said))


def _again(situation: Situation, first: str) -> Answer:
    """Our last words once more after `first`, where they may still be said to who is there now."""
    last = conversations.last_said(situation.tx, situation.conversation.id)
    if last is None or last.speaker is not Speaker.BOT:
        return situation.answer("call.still_there")
    debt = _spoke_of_debt(situation, last)
    barred = gate(situation) if debt else None
    if barred is not None:
        return barred
    words = last.text
    for key in {*_AGAIN.values()}:
        words = words.removeprefix(situation.say(key).text).strip()
    return replace(Answer((situation.say(first), Said(words, debt, _key(last)))), bounds=last.offer_bounds)


def _spoke_of_debt(situation: Situation, last: Turn) -> bool:
    if last.outreach_id is None:
        return True
    return outreach_rows.load(situation.tx, last.outreach_id).speaks_of_debt


def _key(last: Turn) -> str:
    """What the words said again wait for: the message that came last among them."""
    key = last.templates[-1] if last.templates else "call.again"
    return "call.again" if key.startswith(_COUNTED) else key
