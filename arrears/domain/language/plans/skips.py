"""One payment that they would like to skip: "60 a week but skip the week of July 4th", 跳过7月4号那周."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_SKIPS = compiled(
    r"\bskip(?:ping)?\b[^.;!?]{0,16}\b(?:week|month|payment|one|day)\b|(?:跳过|空过|避开)[^,.;!?\uff0c\u3002\uff1b]{0,10}[周月号日期次]"
)


def skips_one(text: str) -> bool:
    """Whether a time is named in which no payment is to be made."""
    return _SKIPS.search(fold(text)) is not None
