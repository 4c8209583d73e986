"""Questions what papers they have to bring: 要什么材料. Proof of the debt is another thing."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_PAPERS = r"(?:documents?|docs|paperwork|papers|forms?|statements?|information|info)"
_GIVE = r"(?:need|want|require|send|provide|submit|bring|fill\s+(?:out|in)|give)"
_ASKED = compiled(
    rf"\b(?:what|which|any)\s+(?:\w+\s+)?{_PAPERS}\b[^.?!\n]{{0,16}}\b(?:i|we)\b[^.?!\n]{{0,16}}\b{_GIVE}\b"
    rf"|\b(?:what|which|any)\s+(?:\w+\s+)?{_PAPERS}\b[^.?!\n]{{0,20}}\b{_GIVE}\b[^.?!\n]{{0,8}}\bfrom\s+(?:me|us)\b"
    r"|(?:提供|准备|提交|交|带|补)(?:一些|点|下)?(?:哪些|什么|啥)(?:材料|资料|证明|手续|文件|证件)|(?:要|需要?)(?:哪些|什么|啥)(?:材料|资料|手续|证件)"
    r"|(?:材料|资料|手续|证件)[^。！？\n]{0,4}(?:要|需要?|有)(?:哪些|什么|啥)"
)


def asks_for_papers(text: str) -> bool:
    """Whether they ask what they have to hand in."""
    return _ASKED.search(fold(text)) is not None
