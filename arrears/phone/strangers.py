"""What is said to a caller whom nobody knows yet about the call itself: a moment, "are you a robot?", "bye".

Nothing of anybody's matter is in it, and what they say of themselves is asked for again after it.
"""

from __future__ import annotations

from arrears.desk import Desk
from arrears.domain.call_scripts import Asked, Closed
from arrears.domain.language.acts.human_questions import asks_whether_human
from arrears.domain.language.acts.phone_words import PhoneWord, phone_word
from arrears.domain.people import Channel, Language
from arrears.domain.wording import one_text, phrase, say

_FIRST = {
    PhoneWord.NOT_HEARD: "call.again",
    PhoneWord.BACK: "call.here",
    PhoneWord.HELLO: "call.here",
    PhoneWord.MENU: "call.menu",
}
_LEAVES = frozenset({PhoneWord.DRIVING, PhoneWord.LATER, PhoneWord.BYE})


def courteous(desk: Desk, text: str, asked: Asked, *, in_vain: bool) -> Asked | Closed:
    """What is asked next, with what a courteous person says to these words before it, or instead of it.

    `in_vain` where the same was asked before: who cannot find it hears that there are people, too.
    """
    catalog, language, word = desk.policy.catalog, asked.language, phone_word(text)
    if word in _LEAVES:
        return Closed(phrase(catalog, language, "call.ring_again"), language)
    if word is PhoneWord.HOLD:
        return Asked(_words(desk, language, "call.hold"), language)
    key = "robot.answer" if asks_whether_human(text) else None if word is None else _FIRST.get(word)
    parts = [] if key is None else [_words(desk, language, key)]
    more = [phrase(catalog, language, "call.or_a_person")] if in_vain and key is None else []
    return Asked(one_text(language, [*parts, asked.words, *more]), language, asked.invitation)


def _words(desk: Desk, language: Language, key: str) -> str:
    return say(desk.policy.catalog, language, key, Channel.VOICE).text
