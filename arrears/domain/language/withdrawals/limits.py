"""What a withdrawal is limited to by the words around it: some hours, the workplace, one medium."""

from __future__ import annotations

from arrears.domain.language.script.phrases_en import phrase
from arrears.domain.language.withdrawals.scopes import CALLS, EMAIL, EVERYTHING, TEXTS, WORK, Scopes

LASTING = phrase("again|anymore|ever|nomore|any_longer|from_now_on|period|for_good|forever|whatsoever|at_all")
"""Words for good and all: with one of them, it is not about today."""

_NOTHING: Scopes = frozenset()
_NEW_THOUGHT = phrase(
    "i|ill|ive|youre|you_have|you_are|we|they|he|she|but|because|cause|bc|cuz|since|and_i|so_i|and_call|or_i"
)
_AT_WORK = phrase(
    r"""^(?:<object>_)*?(?:(?:while|when|im|i|am|is|are|in|during)_){0,3}
    (?:(?:at|on|to|from|my|the|our|his|her)_(?:the_|my_|our_|place_of_)*<work>|working|during_(?:my_|the_)?(?:work|shift)|on_the_clock|on_shift|on_duty)"""
)
_CALLED_WORK = phrase(r"(?:at|on|to|from|my)_(?:the_|my_|our_|place_of_)*<work>")
_AT_WORK_BEFORE = phrase(
    r"""(?:at|on)_(?:my_|the_)?<work>(?:_(?:so|and|please|right_now|now|just|rn))*$|
    (?:my|the)_<work>_(?:said|says|say|told_me|has_a_rule|rule|policy)(?:_\w+)?$"""
)
_ELSEWHERE_TOO = phrase(
    r"""(?:and|or)_(?:at_)?(?:my_)?(?:home|house|family|cell|everywhere|anywhere)|at_home|after_work|off_work|before_work"""
)
_HOURS = phrase(
    r"""^(?:<object>_)*?(?:(?:so|too|this|that|really|very|it)_(?:early|late)|early|late|
    (?:before|after|past|at|between|around|by)_(?:like_|about_)?<hour>|(?:before|after|off)_(?:work|school)|
    at_(?:night|lunchtime|this_hour|this_time|that_hour|all_hours|odd_hours|dinnertime)|
    (?:in_)?the_(?:mornings?|afternoons?|evenings?|middle_of|night|daytime|early|a_m|am)|during|while|
    when_(?:im|my|the|its|we|i_am|i_work|i_sleep)|on_(?:the_|a_|my_)?(?:<day>|day_off)|<day>|
    mornings?|evenings?|nights?|until|till|til)"""
)
_FOR_NOW = phrase(
    r"""^(?:<object>_)*?(?:today|tonight|tomorrow|this_(?:week|weekend|morning|afternoon|evening|month)|
    for_(?:a|the_next|now|\d+)|right_now|now|without|just_yet|yet|first)"""
)
_BUSY_BEFORE = phrase(
    r"""(?:busy|driving|asleep|sleeping|eating|(?:in|at|on)_(?:a_|my_|the_)?(?:meeting|class|court|funeral|church|doctors?|
    hospital|lunch|dinner|bed|shift|night|noon)|(?:mon|tues|wednes|thurs|fri|satur|sun|week|holi)days|weekends|mornings|
    evenings|nights|in_the_\w+|(?:so|too|this|its)_(?:late|early)|(?:before|after|until|past)_<hour>(?:_[ap]m)?)
    (?:_(?:so|please|and|just|rn|right_now|now|here|then))?$"""
)
_BY = phrase(
    r"""^(?:(?:me|us|you|anymore|again|ever|please)_){0,3}(?:by|via|through|thru|over|on|with|using)_
    (?:(?:the|these|your|my|any|all|so|many|a|this|stupid)_){0,3}
    (?P<what>cell_phone|phone|telephone|cell|mobile|number|<doing,thing,one>+)"""
)
_NAMED = (
    (TEXTS, phrase("texts?|texting|texted|writing")),
    (CALLS, phrase("calls?|calling|called|phone|telephone")),
    (EMAIL, phrase("emails?|emailing|emailed")),
    (EVERYTHING, phrase("contact|contacting|contacted|communication|contacts")),
)


def limited(scopes: Scopes, said: str, head: str, tail: str, *, order: bool) -> Scopes:
    """The scopes, or the narrower one that the words around leave; nothing where only hours are meant.

    `order` is a plain "stop": it is meant at once and for good, and "now" or "I'm busy" take nothing back.
    """
    cut = _NEW_THOUGHT.search(tail)
    near = tail[: cut.start()] if cut else tail
    order = order or bool(LASTING.search(f"{said} {near}"))
    if _at_work(said, head, tail, near, order) and not _ELSEWHERE_TOO.search(near):
        return WORK
    if _HOURS.search(near) or (not order and (_FOR_NOW.search(near) or _BUSY_BEFORE.search(head))):
        return _NOTHING
    by = _BY.search(tail)
    if by is None or scopes != EVERYTHING:
        return scopes
    return TEXTS | CALLS if by["what"] in ("cell", "cell phone", "mobile", "number") else named_in(by["what"])


def named_in(words: str) -> Scopes:
    """The media that the words name."""
    found = _NOTHING
    for scopes, pattern in _NAMED:
        if pattern.search(words):
            found |= scopes
    return found


def _at_work(said: str, head: str, tail: str, near: str, order: bool) -> bool:
    if _AT_WORK.search(near) or _CALLED_WORK.search(said):
        return True
    return not order and bool(_AT_WORK_BEFORE.search(head) or _AT_WORK.search(tail))
