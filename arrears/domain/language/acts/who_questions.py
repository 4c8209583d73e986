"""Whether somebody asks whom they are talking with: "who is this?", 你是哪位; or how else to go on."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_ASKS = compiled(
    r"\bwho(?:'s|\s+is|\s+are|\s+am\s+i|s)\s+(?:this|that|you|calling|it|speaking|(?:talking|speaking)\s+(?:to|with))\b"
    r"|\bwhat(?:'s|\s+is|s)\s+(?:this|it)\b(?!\s+number)|\b(?:what|which)\s+(?:company|business|bank|lender|place)\b"
    r"|\bwhere\s+are\s+you\s+(?:calling|ringing)\s+from\b"
    r"|(?:你|您)(?:们)?(?:到底)?是(?:谁|哪位|哪里|哪家|哪个(?:公司|单位|银行)|什么(?:人|公司|单位))|(?:这里?|那边|这边)是(?:哪里?|哪家|什么(?:公司|单位|地方))"
    r"|哪位(?:啊|呀)?$|干什么的"
)


_ANOTHER_WAY = compiled(
    r"\b(?:another|other|different)\s+(?:way|ways|option|options|means)\b|\bhow\s+else\b|\bwhat\s+else\s+can\b"
    r"|(?:别|其[他它])的?(?:办法|方式|方法|途径)|还能怎么"
)


def asks_who_we_are(text: str) -> bool:
    """Whether the words ask it."""
    return _ASKS.search(fold(text)) is not None


def asks_for_another_way(text: str) -> bool:
    """Whether they ask how else it could be done."""
    return _ANOTHER_WAY.search(fold(text)) is not None
