"""The seasons by their names, as months: winter is December to February, in both countries.

Of a season that something lasts until, or begins after, nothing is read here; nor is one that is past.
"""

from __future__ import annotations

from arrears.domain.language.dates.months import months_through
from arrears.domain.language.script.fold import Span, compiled

_OF = {
    "winter": months_through(12, 2), "spring": months_through(3, 5), "summer": months_through(6, 8),
    "autumn": months_through(9, 11), "fall": months_through(9, 11),
    "冬": months_through(12, 2), "春": months_through(3, 5),
    "夏": months_through(6, 8), "秋": months_through(9, 11),
}  # fmt: skip
_IN = r"(?:in|during|over|through(?:out)?|for|each|every|this|except|but)\s+(?:the\s+)?(?:whole\s+)?"
_SEASON = compiled(
    rf"(?<!last\s)\b(?:(?P<years>winter|summer|autumn)s|{_IN}(?P<one>winter|summer|autumn|spring|fall)s?)\b"
    r"(?!\s+(?:(?:time\s+)?(?:is\s+over|ends?\b)|heating|bills?|coats?|ti?yres|break|holidays?))"
    # Not 去冬, 到冬天, 冬天以后.
    r"|(?<![去上到等自从入立过])(?P<han>[冬春夏秋])[天季](?![^，。,]{0,2}(?:[之以]?[前后]|过|结束|起|开始|没))"
)
_EDGE = compiled(r"(?:\b(?:until|till?|by|before|after|since|from|past|last|next)\s+(?:the\s+)?)$")


def named_seasons(plain: str) -> list[tuple[tuple[int, ...], Span]]:
    """The months of each season that is named, with where."""
    return [
        (_OF[next(name for name in match.groups() if name)], match.span())
        for match in _SEASON.finditer(plain)
        if not _EDGE.search(plain[: match.start()])
    ]
