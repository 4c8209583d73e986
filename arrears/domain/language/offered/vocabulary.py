"""What the words beside a value do to it: the form of a table of words, one for each language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from arrears.domain.language.script.fold import compiled

NEVER = compiled(r"(?!)")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language, as patterns over the folded text."""

    known: re.Pattern[str]
    """What leaves a value as it is, and does not say that it is another's; marks and spaces as well."""
    changing: re.Pattern[str]
    """What may make another value of it, or none: it is doubtful even where it stands alone."""
    leading: re.Pattern[str]
    """The end of the words before the next value, which are said of that one: "the 24th [not the] 22nd"."""
    breaks: re.Pattern[str]
    """Where the words of one value end and those of another thing begin."""
    shortest: int
    """Letters from which on a word that is not known is one."""
    changing_sums: re.Pattern[str] = NEVER
    """The same for amounts, percentages and counts alone: more or less of them, or so much for each."""
    offering: re.Pattern[str] | None = None
    """What right before a sum offers it: where no other one is certain, unknown words leave it so. Without
    it, they leave every sum that stands alone."""
    number: re.Pattern[str] = NEVER
    """What is a number and may be a sum, where it was not read as anything."""
    returning: re.Pattern[str] = NEVER
    """What comes back to a day that was named: "I get my check Friday, I'll pay [that day]"."""
    foreign: re.Pattern[str] = NEVER
    """Words that are known one by one, and together say that a value is another's: "I get my money"."""
    refusing: re.Pattern[str] = NEVER
    """What refuses the value before it, in a clause of its own: "300 a month[, I can't]"."""
    arriving: re.Pattern[str] = NEVER
    """On such a day money comes to the one who pays; a sum named beside it may be paid then."""
