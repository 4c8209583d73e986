"""What the borrower said is the most they can afford; never what we guess of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from arrears.domain.language.readings import AmountKind, Frequency, Readings
from arrears.domain.money import Money

_MOST = re.compile(
    r"\b(only|at most|max(imum)?|no more than|not more than|up to|the most|the best|best i can|that'?s it"
    r"|all i(?: can|'?ve got| have| got)|(?:what|as much as) i can (?:manage|afford|do|pay)|afford"
    r"|is (?:all|what) (?:i|we)(?:'?ve)? (?:can|have|got|could))\b"
    r"|最多|顶多|頂多|只能|只有|不超过|不超過|至多|就这么多|负担得起|承受|能力范围",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class StatedLimit:
    """A limit in the borrower's own words."""

    amount: Money
    per: Frequency | None  # None: per payment, whatever the rhythm


def limit_from_refusal(offered: Money, readings: Readings) -> StatedLimit | None:
    """The limit of someone who answers an offer with a smaller amount of their own: that is what they can.

    `offered` is the regular payment of the offer they answer.
    """
    sums = [a.money for a in readings.amounts if a.kind is AmountKind.SUM and a.money is not None]
    if len(sums) != 1 or sums[0].currency is not offered.currency or sums[0] >= offered:
        return None
    return StatedLimit(sums[0], readings.frequency)


def stated_limit(text: str, readings: Readings) -> StatedLimit | None:
    """The limit in a turn that names one amount and calls it the most; else None."""
    sums = [a.money for a in readings.amounts if a.kind is AmountKind.SUM and a.money is not None]
    if len(sums) != 1 or _MOST.search(text) is None:
        return None
    return StatedLimit(sums[0], readings.frequency)
