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
_DECIDED_ON_EN = r"(?:request|extension|application|plan|change|proposal|deal|settlement|one)"
_APPROVED = compiled(
    rf"\b(?:did|was|is|has|have|were|are)\s+(?:it|that|this|they|you|u|he|she|someone|somebody|(?:my|the|our)\s+(?:\w+\s+)?{_DECIDED_ON_EN})"
    r"\s+(?:\w+\s+){0,2}?(?:approved?|granted|okayed|signed\s+off)\b(?!\s+(?:way|method|bank))"
    r"|\b(?:approved|approval)\s+(?:or\s+not|yet|already)\b"
    r"|(?<![分一两大整])(?:批(?:准|下来|复)?(?:了|过)?(?:没有?|吗|么)|批没批)|(?:申请|展期|方案|审[批核])(?:已经)?(?:通过|批准|批下来|批|好|完)(?:了)?(?:没有?|吗|么)"
    r"|(?:^|\W)(?:已经)?通过(?:了没有?|了吗|没有?|吗)"
)
_OF_PAYMENTS = compiled(
    r"\b(?:pay(?:ments?|ing)?|paid|paycheck|instal?lments?|due|owe|post(?:ed|s)?|clears?|credit\s+(?:report|score|bureau)|refund|loan\s+(?:last|run)|"
    r"plan\s+(?:last|run)|call|phone|i\s+have\s+to(?!\s+wait)|do\s+i\s+have(?!\s+to\s+wait))\b"
    r"|还款|还清|还完|还钱|要还|该还|到账|入账|扣款|征信|利息|逾期|起诉|电话|多还|先还"
)


_WHO_EN = (
    r"(?:they|somebody|someone|anybody|anyone|he|she|"
    r"(?:a|the|that|your)\s+(?:person|agent|human|manager|rep|representative))"
)
_A_PERSON = compiled(
    rf"\bwhen\s+(?:will|is|are|does|do|can|could)\s+{_WHO_EN}\b[^.!?\n]{{0,20}}\b(?:call|write|text|contact|reach|reply|answer|back|come)"
    r"|(?:人工|工作人员|客服|专员|你们的?人|有人)[^。！？!?\n]{0,4}(?:什么时候|几点|多久|啥时候?)[^。！？!?\n]{0,6}(?:联系|回|找|打|来)"
)
_NOBODY_EN = (
    r"(?:nobody|no\s*one|none\s+of\s+you|no\s+person|not\s+one\s+person)(?:'s|\s+has|\s+have|\s+did|\s+ever|\s+even)*\s+"
    r"(?:called|contacted|messaged|texted|written|wrote|answered|replied|responded|reached\s+out|gotten\s+back|got\s+back|been\s+in\s+touch|come\s+back)"
    r"|(?:i'?m\s+|i\s+am\s+|i'?ve\s+been\s+)?still\s+waiting|(?:i\s+)?(?:still\s+)?(?:haven'?t|have\s+not)\s+heard"
    r"|where(?:'s|\s+is|\s+are)\s+(?:the|that|your|this)\s+(?:person|agent|human|call(?:\s?back)?|manager|people)"
)
_MISSED = compiled(
    rf"\W*(?:(?:hello|hi|hey|so|well|but|and|um+|ok(?:ay)?|why\s+has|why)\W+)*(?:{_NOBODY_EN})"
    r"(?:\s+(?:me|us|to|back|yet|from|you|your|the|that|a|person|human|agent|anyone|anybody|anything|today|so\s+far|for|on|call|reply|answer|someone|somebody))*\W*"
    r"|\W*(?:(?:喂|你好|您好|那|都|说好的|到现在|这么久了?|等了(?:半天|好久|这么久|很久))[\s,，。]*)*"
    r"(?:怎么|为什么|咋)?(?:还|都|一直|到现在)*(?:是)?(?:没有?人|没见人|无人|没有?工作人员)(?:来|给我?|跟我?|和我?)*(?:联系|回复?|找|理|答复|打电话|回电话?)(?:我|过我)?(?:啊|呀|呢|了|吗)*\W*"
    r"|\W*(?:我)?(?:还|一直)在等(?:着)?(?:[你您]们)?(?:的)?(?:人|回复|消息|电话|答复)?(?:呢|啊)*\W*"
)


_LENGTH_EN = (
    r"(?:(?:over|more\s+than|about|like|almost|nearly|in|within|at\s+least|around)\s+)*(?:an?|half\s+an|one|two|three|\d+)\s+"
    r"(?:hours?|hrs?|minutes?|mins?|days?)"
)
_LENGTH_ZH = r"(?:[半一两二三四五六十几\d]+个?多?(?:小时|钟头|分钟|天))"
_REMINDS = compiled(
    rf"\W*(?:(?:hello|hi|hey|so|well|but|and|um+|ok(?:ay)?|wait)\W+)*"
    rf"(?:it'?s\s+(?:already\s+)?been|it\s+has\s+been|been\s+waiting|i'?ve\s+been\s+waiting(?:\s+for)?|i\s+waited|"
    rf"you\s+(?:guys\s+)?(?:said|told\s+me|promised))\s+{_LENGTH_EN}(?:\s+(?:already|now|ago|max|tops))*\W*"
    rf"|\W*(?:(?:喂|你好|您好|那|可是|不是|[你您]们?|我|都|已经|这都)[\s,，。？?]*)*(?:说好?的?|答应的?|过了?|过去了?|等了?|有)(?:都|好)?{_LENGTH_ZH}"
    r"(?:内|以内|之内|了|的|吗|吧|呢|啊)*\W*"
)


def asks_whether_approved(text: str) -> bool:
    """Whether they ask what became of something that they asked for: "did it get approved", 批了没有."""
    plain = fold(text)
    return _APPROVED.search(plain) is not None and _OF_PAYMENTS.search(plain) is None


def reminds_of_the_time(text: str) -> bool:
    """Whether the whole text says how long it has been, or what time we named, and nothing more."""
    return _REMINDS.fullmatch(fold(text)) is not None


def misses_our_answer(text: str) -> bool:
    """Whether the whole text says that nobody of ours has answered them."""
    return _MISSED.fullmatch(fold(text)) is not None


def asks_when_we_answer(text: str) -> bool:
    """Whether they ask when there is an answer to what waits, and of nothing else."""
    plain = fold(text)
    if _A_PERSON.search(plain) is not None:
        return True
    asked = _ENGLISH.search(plain) is not None or _MANDARIN.search(plain) is not None
    return asked and _OF_PAYMENTS.search(plain) is None
