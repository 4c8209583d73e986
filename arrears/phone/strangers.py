"""What is said to a caller whom nobody knows yet about the call itself: a moment, "are you a robot?", "bye".

Nothing of anybody's matter is in it, and what they say of themselves is asked for again after it.
"""

from __future__ import annotations

from arrears.desk import Desk
from arrears.domain.call_scripts import Asked, Closed
from arrears.domain.caller_claims import Asking
from arrears.domain.language.acts.human_questions import asks_whether_human
from arrears.domain.language.acts.phone_words import PhoneWord, phone_word
from arrears.domain.language.acts.who_questions import asks_who_we_are
from arrears.domain.people import Channel, Language
from arrears.domain.wording import one_text, phrase, say

_FIRST = {
    PhoneWord.NOT_HEARD: "call.again",
    PhoneWord.BACK: "call.here",
    PhoneWord.HELLO: "call.here",
    PhoneWord.MENU: "call.menu",
}
_LEAVES = frozenset({PhoneWord.DRIVING, PhoneWord.LATER, PhoneWord.BYE})


def courteous(desk: Desk, text: str, asked: Asked, *, in_vain: str | None) -> Asked | Closed:
    """What is asked next, with what a courteous person says to these words before it, or instead of it.

    `in_vain`: what was asked before, too. Who cannot find it, or will not say it, hears of people.
    """
    catalog, language, word = desk.policy.catalog, asked.language, phone_word(text)
    if word in _LEAVES:
        return Closed(phrase(catalog, language, "call.ring_again"), language)
    if word is PhoneWord.HOLD:
        return Asked(_words(desk, language, "call.hold"), language)
    first = _first(desk, text, language)
    if first is None and in_vain == Asking.BIRTH:
        return Asked(phrase(catalog, language, "call.identify_birth_again"), language, asked.invitation)
    more = [phrase(catalog, language, "call.or_a_person")] if in_vain and first is None else []
    parts = [] if first is None else [first]
    return Asked(one_text(language, [*parts, asked.words, *more]), language, asked.invitation)


def _first(desk: Desk, text: str, language: Language) -> str | None:
    """What goes before the question, for words that ask something of us."""
    if asks_whether_human(text):
        return _words(desk, language, "robot.answer")
    if asks_who_we_are(text):
        return phrase(desk.policy.catalog, language, "call.automated")
    word = phone_word(text)
    key = None if word is None else _FIRST.get(word)
    return None if key is None else _words(desk, language, key)


def _words(desk: Desk, language: Language, key: str) -> str:
    return say(desk.policy.catalog, language, key, Channel.VOICE).text
