"""Words that say yes and mean no: "yeah right", "好什么好"."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_IRONY = compiled(
    r"\b(?:yeah|yea|ya|oh|sure),?\s+(?:right|sure)\b|\bas\s+if\b|\bin\s+your\s+dreams\b|\bdream\s+on\b|"
    r"\bwhen\s+(?:pigs\s+fly|hell\s+freezes)|\b(?:hell|heck)\s+no\b|\bno\s+way\b|\bgood\s+one\b|\bnice\s+try\b|"
    r"\blike\s+(?:that'?s|i'?d|i'?m)\s+(?:ever|gonna|going)\b|\byou\s+wish\b|\bof\s+course\s+not\b|\bsure\s+sure\b"
    "|\U0001f644|\U0001f921"
    # 好什么好, 行什么行, 可以什么可以: said twice around 什么 or 个屁 it is denied.
    r"|([\u4e00-\u9fff]{1,2})(?:什么|啥|个屁|个鬼)\1|好你个|才怪|想得美|做梦|呵呵|就怪了|鬼才|谁信"
)


def is_ironic(text: str) -> bool:
    """Whether such words are in the text. A harmless one counts too: it costs a question, never a plan."""
    return _IRONY.search(fold(text)) is not None
