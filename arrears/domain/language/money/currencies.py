"""Which currencies the mark beside a number can mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

from arrears.domain.language.script.fold import compiled
from arrears.domain.money import Currency

_ANY = frozenset(Currency)
_DOLLAR = frozenset({Currency.USD, Currency.TWD})
_NONE: frozenset[Currency] = frozenset()

_BEFORE: tuple[tuple[re.Pattern[str], frozenset[Currency]], ...] = tuple(
    (compiled(rf"(?:{pattern})\s?$"), meant)
    for pattern, meant in (
        (r"nt\$|\btwd|新?台币", frozenset({Currency.TWD})),
        (r"(?:hk|ca|au|nz|sg|c|a)\$|[€£₹₩₽]|\b(?:eur|gbp|hkd|cad|jpy)|港[币元]|欧元|日元", _NONE),
        (r"us\$|\busd|美[元金]", frozenset({Currency.USD})),
        (r"\$", _DOLLAR),
        (r"¥|\b(?:rmb|cny)|人民币", frozenset({Currency.CNY})),
    )
)
_AFTER: tuple[tuple[re.Pattern[str], frozenset[Currency]], ...] = tuple(
    (compiled(rf"\s?(?:{pattern})"), meant)
    for pattern, meant in (
        (r"(?:块钱?|元)?(?:新?台币)|(?:twd|ntd)\b", frozenset({Currency.TWD})),
        (
            r"港[币元]|欧元|日元|英镑|韩元|[€£₹₩₽]|(?:euros?|pounds?|quid|pesos?|rupees?|yen|gbp|eur|hkd|cad)\b",
            _NONE,
        ),
        (r"美[元金刀]|刀(?!具)|(?:usd|u\.s\.\s+dollars)\b", frozenset({Currency.USD})),
        (r"(?:块钱?|元)?(?:人民币)|(?:yuan|rmb|cny|renminbi)\b", frozenset({Currency.CNY})),
        (r"\$(?!\s?\d)|(?:dollars?|bucks?|dollers?|bux|bones|dollas?|smackers|smackeroos)\b", _DOLLAR),
        (r"块钱|块|元(?!旦)|圆|(?:kuai)\b", _ANY),
    )
)


@dataclass(frozen=True, slots=True)
class Mark:
    """The currencies meant, and how far the amount reaches with its mark."""

    meant: frozenset[Currency]
    start: int
    end: int


def mark_beside(text: str, start: int, end: int) -> Mark | None:
    """The currency mark before or after the number, or None; one that names no currency of ours is empty."""
    before = next(
        ((m, meant) for p, meant in _BEFORE if (m := p.search(text[max(0, start - 8) : start]))), None
    )
    after = next(((m, meant) for p, meant in _AFTER if (m := p.match(text, end))), None)
    if before is None and after is None:
        return None
    meant = (before[1] if before else _ANY) & (after[1] if after else _ANY)
    first = start - (len(before[0].group()) if before else 0)
    return Mark(meant, first, after[0].end() if after else end)
