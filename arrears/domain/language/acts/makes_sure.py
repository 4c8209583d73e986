"""Who says how it is and asks whether that is so: "april is back to the 27th right?", 后面每月3000 没错吧."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_TAG = compiled(
    r"[\s,.;]*(?:\b(?:is|was|do\s+i\s+have)\s+(?:that|it)\s+(?:right|correct|so|it)|\b(?:right|correct|yes|yeah|ok(?:ay)?))\s*\?\W*$"
    r"|(?<!\ball)[\s,]+(?:right|correct)\W*$"
    r"|[\s,\uff0c。]*(?:我)?(?:这样|这么)?(?:说|理解)?(?:的)?"
    r"(?:(?:没错|没问题|对|是(?:这样)?(?:的)?)(?:[吧吗么]|了?吧)|对不对|是不是)\s*[?\uff1f]*\W*$"
)
"""Words at the end that ask whether what was said is so."""


def makes_sure(text: str) -> bool:
    """Whether it ends so."""
    return _TAG.search(fold(text)) is not None


def without_tag(text: str) -> str | None:
    """The text before the words that ask ("600 first, then 125, right?"); None where nothing else is said."""
    tag = _TAG.search(fold(text))
    return None if tag is None or tag.start() == 0 else text[: tag.start()]
