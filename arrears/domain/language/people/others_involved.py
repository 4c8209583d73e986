"""Words of others in a turn that the borrower writes: who will pay or see to it, and who may learn of it.

Whoever else writes says so in other words ("this is his wife"): none of these is a sign of that.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

PEOPLE_EN = (
    r"(?:wife|husband|spouse|partner|girlfriend|boyfriend|fianc\w{1,2}|mom|mum|mother|dad|father|parents?|folks|family|son|daughter|"
    r"kids?|children|brother|sister|boss|employer|manager|landlord|friends?|accountant|bookkeeper|co-?signer|guarantor|roommate|ex)"
)
PEOPLE_ZH = (
    r"(?:老婆|妻子|媳妇|太太|老公|丈夫|先生|爱人|对象|女朋友|男朋友|爸爸?|妈妈?|父亲|母亲|父母|爸妈|家人|家里人?|儿子|女儿|孩子|"
    r"哥哥?|姐姐?|弟弟?|妹妹?|老板|领导|同事|朋友|室友|会计|财务|担保人|前妻|前夫)"
)
_KIN_EN = rf"(?:{PEOPLE_EN}|job|work|business|company|shop|store)"
_KIN_ZH = rf"(?:{PEOPLE_ZH}|单位|公司|店里)"
_ADVERBS = r"(?:\s+(?:usually|always|normally|just|also|really|probably|actually|already))?"
_HANDLES_EN = compiled(
    rf"\b(?:my|our)\s+{_KIN_EN}(?:\s+is)?{_ADVERBS}(?:\s+(?:will|is\s+going\s+to|gonna|can|handles?|does|takes?|pays?|manages?|deals?))"
    rf"{_ADVERBS}\s+(?:(?:handle|take|pay|cover|do|deal|manage|sort|settle|care|be|with|of|it|this|that|the|our|my|all|bills?|finances|money|"
    rf"books|payments?|care|sorting|paying|handling|for|me|us)\b\W*)+"
    rf"|\b(?:my|our)\s+{_KIN_EN}(?:'ll|'s\s+(?:going\s+to|gonna))\s+(?:handle|take|pay|cover|deal|sort|settle)\b"
)
_HANDLES_ZH = compiled(
    rf"(?:我们?)(?:的)?{_KIN_ZH}[^，。？！,.?!]{{0,4}}(?:会|来|在|去|帮我|替我|负责)[^，。？！,.?!]{{0,4}}(?:处理|还|付|转|管|解决|弄|搞定)"
)
_LEARNS_EN = compiled(
    rf"\b(?:do|does|will|would|are|can|did|have)\s+(?:you|u|it|this|they)\s+(?:guys\s+|people\s+)?(?:going\s+to\s+|gonna\s+|ever\s+)?(?:be\s+)?"
    rf"(?:tell|call|contact|inform|notify|told|message|text|share\s+this\s+with|telling|calling|contacting|texting)\s+(?:anyone|anybody|(?:my|our|the)\s+{_KIN_EN})\b"
    rf"|\b(?:will|would|does|can)\s+(?:my|our)\s+{_KIN_EN}\s+(?:find\s+out|know|hear|see|get\s+told|be\s+(?:told|contacted|called|informed|notified))\b"
    rf"|\b(?:please\s+)?(?:don'?t|do\s+not)\s+(?:tell|inform|notify)\s+(?:anyone|anybody|(?:my|our)\s+{_KIN_EN})\b"
    r"|\bkeep\s+(?:this|it)\s+(?:between\s+us|between\s+you\s+and\s+me|private|confidential|to\s+yoursel(?:f|ves))\b"
    rf"|\b(?:is|are|will|would|does|do|can)\s+(?:he|she|they|(?:my|our)\s+{_KIN_EN})\s+(?:gonna\s+|going\s+to\s+|ever\s+)?"
    r"(?:find\s+out|get\s+told|be\s+told|hear\s+(?:about|of)|know\s+(?:about|that|i))"
    rf"|\b(?:nobody|no\s*one|you|they)(?:'?s|'?re|\s+is|\s+are)?\s+(?:not\s+)?(?:gonna|going\s+to|won'?t|will\s+not|not|will|don'?t)\s+"
    rf"(?:gonna\s+|going\s+to\s+|ever\s+)?(?:be\s+)?(?:tell|call|contact|inform|notify|message|text)(?:ing)?\s+(?:my|our)\s+{_KIN_EN}\b"
    rf"|\b(?:did|have|has)\s+(?:you|u|y'?all|anyone|somebody|someone)\s+(?:guys\s+|people\s+|already\s+|just\s+)*(?:tell|told|say|said|talk(?:ed)?\s+to)\s+"
    rf"(?:(?:anything|something|it|this)\s+(?:to\s+)?)?(?:him|her|them|(?:my|our)\s+{_KIN_EN})\b|\bwhat\s+did\s+(?:you|u|y'?all)\s+(?:guys\s+)?(?:tell|say\s+to)\s+(?:him|her|them|(?:my|our)\s+{_KIN_EN})\b"
    rf"|\b(?:s?he|(?:my|our)\s+{_KIN_EN})\s+(?:do(?:es)?n'?t|does\s+not)\s+(?:know|need\s+to\s+know)\s+(?:about|bout|of)\s+(?:this|it|the\s+loan)\b"
    rf"|\b(?:do|will|would|are|can)\s+(?:you|u|y'?all)\s+(?:guys\s+|people\s+)?(?:also\s+)?(?:going\s+to\s+|gonna\s+)?(?:go|come|going|coming)\s+(?:after|to)\s+"
    rf"(?:him|her|them|anyone\s+else|(?:my|our|the)\s+{_KIN_EN})\b"
    r"|\bis\s+(?:this|it)\s+(?:private|confidential)\b|\bwho\s+else\s+(?:knows|can\s+see|sees|gets\s+to\s+know)\b"
)
_LEARNS_ZH = compiled(
    rf"(?:会不会|会|别|不要|不会|能不能不|可不可以不|可以不)(?:去)?(?:告诉|通知|联系|打给|打电话给|打电话[到去])(?:我的?)?(?:{_KIN_ZH}|别人|其他人|通讯录)"
    rf"|[你您]们?(?:会不会|不会|会|别|不要)(?:去|来|也|还)*(?:找|追|催|骚扰|联系|通知|告诉)(?:我的?)?(?:{_KIN_ZH}|[他她]们?|房东|平台|亲戚|邻居|合伙人|合租)"
    rf"|(?:我的?)?{_KIN_ZH}(?:会不会|会)(?:知道|发现|收到)"
    rf"|[你您]们?(?:刚才?|刚刚|昨天|有没有|是不是|都|已经)*(?:跟|和|对|告诉|给)(?:了|过)?(?:[他她]们?|(?:我的?)?{_KIN_ZH})(?:说|讲|提|透露|发)?(?:了|过)?(?:些|点)?(?:啥|什么|没有?|吗|[?\uff1f])"
    rf"|(?:别|不要|不许)(?:再|去)?[跟和对](?:我的?)?(?:{_KIN_ZH}|[他她])(?:说|讲|提)|(?:我的?)?{_KIN_ZH}(?:还|都)?不知道(?:这|我)"
    r"|(?:会不会|会|别|不要)(?:去)?爆通讯录|(?:会)?保密(?:吗|么|的吗)"
)
_WRITES_FOR_EN = compiled(
    rf"\b(?:this\s+is|i'?m|i\s+am|it'?s)\s+(?:actually\s+|just\s+)?(?:his|her|their|the|a|not|\w+'s)\b|\b(?:he|she|they)\b|\b(?:his|her|him)\b"
    rf"|\b(?:on\s+)?behalf\b|\b(?:wrong|who(?:'s|\s+is))\b|\b(?:{_KIN_EN})\s+(?:is(?:n'?t)?|was|can'?t|doesn'?t|left|moved|passed)\b"
)
_WRITES_FOR_ZH = compiled(
    rf"[他她]|我是[^，。]{{0,12}}(?:的|{_KIN_ZH}|家属)|不是(?:我|本人)|不在|打错|发错|代[他她]|替[他她]|转告|(?:我的?)?{_KIN_ZH}(?:不在|让我|叫我|去世|死|走了|在)"
)


_PAYS_EN = r"(?:pay|cover|handle|settle|send|transfer|wire|take\s+care\s+of|(?:do|make)(?!\s+it\b))"
_OF_MINE_EN = rf"(?:(?:my|our|the)\s+{_KIN_EN}(?:\s+\w+)?|(?:somebody|someone|anybody|anyone)(?:\s+else)?)"
_IT_EN = (
    r"(?:(?:it|this|that|some|part|half|all|everything|one|bills?|(?:(?:a|the|my|our|these|those|some)\s+)?(?:\w+\s+)?"
    r"(?:payments?|bills?|money|instal+ments?|loan|balance))\b|for\s+(?:me|us)\b|\W*$)"
)
_OF_MINE_ZH = rf"(?:我们?的?)?(?:{_KIN_ZH}|别人|其他人|人家?)"
_PAYS_ZH = r"(?:还(?!有|是|会|能|在|没|不)|付|转(?!人工|告)|打款|打钱|交)"
_MAY_ZH = r"(?:能不能|可不可以|能否|可否|可以|能|行)"
_OTHERS_MAY = compiled(
    rf"\b(?:can|could|may|will|would)\s+{_OF_MINE_EN}\s+(?:just\s+|also\s+|please\s+)?{_PAYS_EN}\s*{_IT_EN}"
    rf"|\b(?:is\s+it|would\s+it\s+be)\s+(?:ok(?:ay)?|fine|all\s?right|possible)\s+(?:if|for|that)\s+{_OF_MINE_EN}\s+(?:to\s+)?{_PAYS_EN}s?\s*{_IT_EN}"
    rf"|\b(?:can|could|may)\s+(?:i|we)\s+(?:have|let|get|ask)\s+{_OF_MINE_EN}\s+(?:to\s+)?{_PAYS_EN}\s*{_IT_EN}"
    rf"|{_MAY_ZH}(?:让|由|用|叫|请)?{_OF_MINE_ZH}[^，。？！,.?!]{{0,4}}?(?:替我|帮我|代)?{_PAYS_ZH}"
    rf"|(?:让|由|叫|请){_OF_MINE_ZH}[^，。？！,.?!]{{0,4}}?(?:替我|帮我|代我?)?{_PAYS_ZH}[^，。？！,.?!\d]{{0,6}}(?:{_MAY_ZH}|成)(?:吗|么|不|[?？]|$)"
    rf"|{_OF_MINE_ZH}(?:替我|帮我|代我?){_PAYS_ZH}[^，。？！,.?!\d]{{0,6}}(?:{_MAY_ZH}|成)(?:吗|么|不|[?？]|$)"
    rf"|{_KIN_ZH}(?:账户|账上|对公账户|的?卡)[^，。？！,.?!]{{0,4}}{_MAY_ZH}[^，。？！,.?!]{{0,3}}{_PAYS_ZH}"
    rf"|(?:别人|其他人){_MAY_ZH}?(?:替|帮|代)我?{_PAYS_ZH}"
)


def asks_whether_others_may_pay(text: str) -> bool:
    """Whether they ask if somebody of theirs may pay: nobody asks that who is somebody else."""
    return _OTHERS_MAY.search(fold(text)) is not None


def others_will_pay(text: str) -> bool:
    """Whether somebody or something of theirs will pay or see to it, or they ask whether it may."""
    plain = fold(text)
    said = _HANDLES_EN.search(plain) is not None or _HANDLES_ZH.search(plain) is not None
    return said or asks_whether_others_may_pay(text)


def asks_who_learns(text: str) -> bool:
    """Whether they ask, or ask us, that nobody else learns of it."""
    plain = fold(text)
    return _LEARNS_EN.search(plain) is not None or _LEARNS_ZH.search(plain) is not None


def names_nobody(text: str) -> bool:
    """Whether no word of the text is of anybody but who writes and who reads."""
    plain = fold(text)
    spoken_of = (_WRITES_FOR_EN, _WRITES_FOR_ZH, _SOMEBODY)
    return all(pattern.search(plain) is None for pattern in spoken_of)


_AT_LARGE = compiled(
    r"\b(?:they|them|others?|(?:other|those)\s+(?:people|guys|customers|borrowers)|everybody|everyone)\b|[他她]们|别人|大家|其他人|人家"
)


def without_people_at_large(text: str) -> str:
    """The words without those for other people at large: they are nobody who could be on the line."""
    return _AT_LARGE.sub(" ", fold(text))


_SOMEBODY = compiled(
    rf"\b{PEOPLE_EN}\b|{PEOPLE_ZH}|\b(?:name|asleep|here|home|available|phone|number)\b|谁|(?<!客)人|机主|号码"
)
