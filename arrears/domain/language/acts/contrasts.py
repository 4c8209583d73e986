"""Words that may take back, limit or condition what is said beside them: "yes, but", "可以，不过"."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_CONTRAST = compiled(
    r"\b(?:but|only|if|except|excluding|though|tho|although|unless|however|provided|providing|instead|"
    r"as\s+long\s+as|on\s+(?:the\s+)?condition)\b"
    r"|不过|但|只能|只是|可是|除非|除了|如果|假如|要是|只要|然而|前提"
)


def has_contrast(text: str) -> bool:
    """Whether such a word is in the text. A harmless one counts too: it costs a question, never a plan."""
    return _CONTRAST.search(fold(text)) is not None
