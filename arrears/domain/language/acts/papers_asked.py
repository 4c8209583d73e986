"""Questions what papers they have to bring: 要什么材料. Proof of the debt is another thing."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_PAPERS = r"(?:documents?|docs|paperwork|papers|forms?|statements?|information|info)"
_GIVE = r"(?:need|want|require|send|provide|submit|bring|fill\s+(?:out|in)|give)"
_OF_MEANS = (
    r"(?:financials?|financial\s+statements?|bank\s+statements?|tax\s+returns?|pay\s?(?:stubs?|slips?)|proof\s+of\s+income|"
    r"p\s?(?:&|and)\s?l|documents?|docs|paperwork|papers)"
)
_OF_MEANS_ZH = r"(?:流水|财务报表|报表|收入证明|工资条|工资单|税单|营业执照|材料|资料|手续|证件)"
_ASKED = compiled(
    rf"\b(?:what|which|any)\s+(?:\w+\s+)?{_PAPERS}\b[^.?!\n]{{0,16}}\b(?:i|we)\b[^.?!\n]{{0,16}}\b{_GIVE}\b"
    rf"|\b(?:what|which|any)\s+(?:\w+\s+)?{_PAPERS}\b[^.?!\n]{{0,20}}\b{_GIVE}\b[^.?!\n]{{0,8}}\bfrom\s+(?:me|us)\b"
    rf"|\b(?:do|must|should|will|would|am)\s+(?:i|we)\b[^.?!\n]{{0,16}}\b{_GIVE}\b[^.?!\n]{{0,24}}\b{_OF_MEANS}\b"
    rf"|\b(?:do|will|would)\s+(?:you|u|they|y'?all)\b[^.?!\n]{{0,12}}\b(?:need|want|require)\b[^.?!\n]{{0,24}}\b{_OF_MEANS}\b(?!\s+(?:that|which|to\s+prove)\b)"
    rf"|\b(?:what|which|any)\s+(?:\w+\s+)?{_OF_MEANS}\b[^.?!\n]{{0,8}}\b(?:you|u)\b[^.?!\n]{{0,8}}\b(?:need|want|require)\b"
    rf"|\b(?:is|are)\s+(?:\w+\s+)?{_OF_MEANS}\s+(?:\w+\s+)?(?:needed|required|necessary)\b"
    rf"|(?:要不要|需不需要|用不用|是不是要|(?<!你们)(?:需要|要)(?=[^。！？!?\n]{{0,14}}(?:吗|么|嘛|\?|？)))(?:给你们?|先|再)?(?:提供|提交|交|发|准备|带|寄|出具|看)[^。！？!?\n]{{0,6}}{_OF_MEANS_ZH}"
    r"|(?:提供|准备|提交|交|带|补)(?:一些|点|下)?(?:哪些|什么|啥)(?:材料|资料|证明|手续|文件|证件)|(?:要|需要?)(?:哪些|什么|啥)(?:材料|资料|手续|证件)"
    r"|(?:材料|资料|手续|证件)[^。！？\n]{0,4}(?:要|需要?|有)(?:哪些|什么|啥)"
)


def asks_for_papers(text: str) -> bool:
    """Whether they ask what they have to hand in."""
    return _ASKED.search(fold(text)) is not None
