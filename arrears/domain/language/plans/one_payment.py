"""What is said of one payment and not of every one: "500 instead of 300", "this time", early, 这个月多还."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_EARLY = compiled(
    r"(?<!\bnot\s)(?<!n't\s)\b(?:early|(?<!go\s)ahead(?:\s+of\s+(?:time|schedule))?|in\s+advance|up\s?front|"
    r"right\s+away|straight\s+away|immediately)\b|提前|提早|(?<![不没]能)(?<!没法)(?<!不会)(?:马上|立刻|立即)|现在[就先]"
)
_MORE = compiled(r"\b(?:extra|additional|on\s+top)\b|多(?:还|付|给)|额外")
_ONE = compiled(
    r"\b(?:instead\s+of|rather\s+than|not\s+(?:just\s+|only\s+)?(?:the\s+)?\$?\d|(?:this|next)\s+(?:time|month|week|one|payment|payday)"
    r"|(?:the\s+)?(?:next|first|coming)\s+(?:one|payment|instal+ment)|today|tonight|now|for\s+once|one\s+time)\b"
    r"|(?:这|本|下|头|第一)(?:一|个)*(?:次|期|月|周|笔|回)|先[还付给]|今天|一次性?|而不是|不是\d"
)


def is_early(text: str) -> bool:
    """Whether they would pay before it is due: at once, where they name no day."""
    return _EARLY.search(fold(text)) is not None


def adds_to_it(text: str) -> bool:
    """Whether the sum comes on top of what is due, or the words leave it open."""
    return _MORE.search(fold(text)) is not None


def is_of_one_payment(text: str) -> bool:
    """Whether the sum is said of one payment alone."""
    return _ONE.search(fold(text)) is not None or is_early(text) or adds_to_it(text)
