"""A number that was found in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction

from arrears.domain.language.script.fold import Span


class Shape(Enum):
    """How a number was written."""

    DIGITS = auto()
    WORDS = auto()
    HAN = auto()


@dataclass(frozen=True, slots=True)
class Number:
    """A number and its place."""

    value: Fraction
    span: Span
    shape: Shape
    plain: bool  # digits alone: no separator, decimals or scale
    otherwise: Fraction | None = None  # what else may have been said: "to hundred" is 200, or up to 100
    rough: bool = False  # said as a range or roughly: the value is the low one

    @property
    def doubtful(self) -> bool:
        """Whether the words have another reading than the value."""
        return self.rough or self.otherwise is not None
