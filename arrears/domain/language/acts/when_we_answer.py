"""Questions when they will hear from us: "how long until there is a result", 多久能有结果, 要等几天.

When a payment would be due, or how long a plan lasts, is another question.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_WHEN_EN = r"(?:when|how\s+(?:soon|fast|quickly|long|many\s+(?:days|hours))|what\s+(?:time|day)|which\s+day)"
_ANSWER_EN = (
    r"(?:hear|know|find\s+out|answers?|repl(?:y|ies)|respon[ds]e?|results?|deci(?:de[ds]?|sion)|approv(?:al|e[ds]?)|back\s+to\s+me|"
    r"get\s+back|updates?|news|word|outcome|review(?:ed)?|wait|be\s+told|let\s+me\s+know|tell\s+me|sorted|done)"
)
_ENGLISH = compiled(
    rf"\b{_WHEN_EN}\b[^.!?\n]{{0,40}}\b{_ANSWER_EN}\b"
    r"|\bhow\s+(?:long|soon)\s+(?:does|do|will|would|is|should|might|are)?\s*(?:it|this|that|these|you|they|y'?all|things)\b[^.!?\n]{0,16}\b(?:take|takes|need|be)\b"
    r"|\b(?:any|is\s+there|got|have|had)\s+(?:an?\s+|any\s+)?(?:news|update|answer|decision|word|reply|result)s?\s*(?:yet|already|for\s+me|on\s+(?:it|this|that))?\s*\?"
    r"|\b(?:decided|approved|heard\s+(?:anything|back))\b[^.!?\n]{0,16}\byet\b|\b(?:turnaround|e\.?t\.?a\.?)\b"
    r"|^\W*(?:roughly\s+|about\s+|so\s+|and\s+|ok\s+)*how\s+(?:long|soon)\W*$"
)
_WHEN_ZH = (
    r"(?:(?:多|要多)(?:久|长时间|少天|快|会儿?)|几(?:天|号|点|时|个?工作日)|(?:什么|啥|何)时候?|哪[天日])"
)
_ANSWER_ZH = (
    r"(?:结果|答复|回复|回音|回话|回信|消息|通知|信儿|审[批核]|批|回我|告诉我|知道|"
    r"下来|办[好下]|说法|给我?个?[答回信话准])"
)
_MANDARIN = compiled(
    rf"{_WHEN_ZH}[^。！？!?\n]{{0,12}}{_ANSWER_ZH}|{_ANSWER_ZH}[^。！？!?\n]{{0,8}}{_WHEN_ZH}"
    rf"|(?:要|得|还|需|^\W*)等(?:到)?{_WHEN_ZH}(?!再)|{_WHEN_ZH}(?:能|可以|才能?)(?:好|行|成)\W*$"
    r"|(?:有|出)(?:没有)?(?:结果|消息|回音|答复|信儿)(?:了)?[吗没么]|批(?:了|下来)了?[吗没么]|审[批核](?:通过|好|完)?了?[吗没么]"
    rf"|^\W*(?:那|大概|大约|一般|还|需|要|得|最快|最多|最晚)*{_WHEN_ZH}(?:呢|啊|呀|吗)?\W*$"
)
_OF_PAYMENTS = compiled(
    r"\b(?:pay(?:ments?|ing)?|paid|paycheck|instal?lments?|due|owe|post(?:ed|s)?|clears?|credit\s+(?:report|score|bureau)|refund|loan\s+(?:last|run)|"
    r"plan\s+(?:last|run)|call|phone|i\s+have\s+to(?!\s+wait)|do\s+i\s+have(?!\s+to\s+wait))\b"
    r"|还款|还清|还完|还钱|要还|该还|到账|入账|扣款|征信|利息|逾期|起诉|电话|多还|先还"
)


def asks_when_we_answer(text: str) -> bool:
    """Whether they ask when there is an answer to what waits, and of nothing else."""
    plain = fold(text)
    asked = _ENGLISH.search(plain) is not None or _MANDARIN.search(plain) is not None
    return asked and _OF_PAYMENTS.search(plain) is None
