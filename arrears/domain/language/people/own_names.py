"""Whether somebody says that they are the person of that name: "hi it's Dana now", 我是王强."""

from __future__ import annotations

import re

from arrears.domain.language.people.taking_calls import says_it_is_them
from arrears.domain.language.script.fold import fold, has_han

_IT_IS = r"(?:this\s+is|it'?s|it\s+is|i'?m|i\s+am)\s+(?:actually\s+|just\s+|really\s+)?"
_OF_THEM = (
    r"(?!['\u2019]?s\b)(?!\s+(?:wife|husband|mother|father|mom|dad|brother|sister|son|daughter|friend)\b)"
)
_OTHERS = r"(?!的|[他她]?(?:老[婆公]|妻|丈夫|爱人|太太|先生|媳妇|[妈爸哥姐弟妹]|儿|女|朋友|同事|家))"

_OF_THE_FIRM = r"(?:[^\s,，。我你您他她的]{2,8}的)"
"""我是远达装饰的唐志远."""


def says_they_are(text: str, name: str) -> bool:
    """Whether the words say so. It proves nothing: who says it is asked for the proof."""
    plain = fold(text)
    return says_it_is_them(text) or any(_named(plain, part) for part in fold(name).split())


def beside_their_name(text: str, name: str) -> str | None:
    """What else the text says, folded; None where it does not say so by the name."""
    plain = fold(text)
    found = next((match for part in fold(name).split() if (match := _named(plain, part))), None)
    return None if found is None else plain[: found.start()] + " " + plain[found.end() :]


def _named(plain: str, part: str) -> re.Match[str] | None:
    part = re.escape(part)
    if has_han(part):
        return re.search(rf"(?:我就?是{_OF_THE_FIRM}?|我叫){part}{_OTHERS}|{part}本人", plain)
    said = rf"\b{_IT_IS}(?:\w+\s+)?{part}\b{_OF_THEM}|\b{part}\s+(?:here|speaking)\b"
    return re.search(said, plain) if len(part) > 1 else None
