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


def says_they_are(text: str, name: str) -> bool:
    """Whether the words say so. It proves nothing: who says it is asked for the proof."""
    plain = fold(text)
    return says_it_is_them(text) or any(_named(plain, part) for part in fold(name).split())


def _named(plain: str, part: str) -> bool:
    part = re.escape(part)
    if has_han(part):
        return re.search(rf"(?:我就?是|我叫){part}{_OTHERS}|{part}本人", plain) is not None
    said = rf"\b{_IT_IS}(?:\w+\s+)?{part}\b{_OF_THEM}|\b{part}\s+(?:here|speaking)\b"
    return len(part) > 1 and re.search(said, plain) is not None
