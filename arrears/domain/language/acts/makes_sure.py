"""Who says how it is and asks whether that is so: "april is back to the 27th right?", 后面每月3000 没错吧."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_MAKES_SURE = compiled(
    r"\b(?:right|correct|yeah)\s*\?\W*$|(?<!\ball)[\s,]+(?:right|correct)\W*$|(?:对|是|没错|没问题)(?:吧|吗|么)\s*[?\uff1f]?\W*$"
    r"|(?:是不是|对不对|是吧)\s*[?\uff1f]?\W*$"
)


def makes_sure(text: str) -> bool:
    """Whether it ends so."""
    return _MAKES_SURE.search(fold(text)) is not None
