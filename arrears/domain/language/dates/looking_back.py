"""Words of a day that is behind us in whatever week they are said: "yesterday", "last Friday", 昨天."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_BEHIND = compiled(
    r"\b(?:yesterday|last|ago|past|previous|earlier|other\s+day)\b|昨|前天|前[几两]天|上(?:个|周|月|星期|礼拜|次|回)|去年|以前|之前"
)


def looks_back(words: str) -> bool:
    """Whether the words of a date can only be of what has happened."""
    return _BEHIND.search(fold(words)) is not None
