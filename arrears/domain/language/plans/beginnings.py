"""Days on which something begins to be paid: "from May 20", 9月12号起."""

from __future__ import annotations

from arrears.domain.language.readings import DateReading
from arrears.domain.language.script.fold import compiled

_BEGINS = compiled(r"(?:from|start(?:s|ing)?(?:\s+(?:in|from))?|beginning(?:\s+in)?|as\s+of)\b|从")
_BEGINS_AFTER = compiled(r"份?(?:开始|起)|\s+on(?:wards?)?\b(?!\s+(?:the\b|\d))")
_LED_BY = ("from", "start", "starts", "starting", "begin", "begins", "beginning")


def is_begin(plain: str, day: DateReading) -> bool:
    """Whether the words say that something is paid from it on."""
    start = plain[: day.span[0]].rstrip().removesuffix(" on")
    led = _BEGINS.match(plain, day.span[0]) or start.endswith(_LED_BY)
    return bool(led or _BEGINS_AFTER.match(plain, day.span[1]))
