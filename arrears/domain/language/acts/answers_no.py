"""A no that begins the answer to a question that was just asked: "no, I said 50", 不是，我是说二十号."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_NO = compiled(
    r"\W*(?:no|nope|nah|not\s+(?:at\s+all|really|that|what)|i\s+(?:didn'?t|did\s+not|don'?t|do\s+not)\s+(?:mean|say|want)"
    r"|that'?s\s+not\s+what|of\s+course\s+not)\b"
    r"|\W*(?:不(?!错|行了)|没(?!错|问题)|否|哪有|怎么会)"
)


def answers_no(text: str) -> bool:
    """Whether the text begins with a no, whatever follows it."""
    return _NO.match(fold(text)) is not None
