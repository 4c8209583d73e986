"""How people begin: "hi, I'm calling about my loan", 你好，我想问一下我的贷款. Only that they are there.

The vocabulary is closed: with one word more a text is no opener, and its label decides.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_FOR_EN = (
    r"(?:(?:\w+\s+)?(?:business|company|shop|store|restaurant|bakery|cafe|diner|salon|garage|farm|truck|van|car|equipment)\s+|"
    r"(?:personal|student|term|working\s+capital)\s+)?"
)
_OWN_EN = rf"(?:my|the)\s+(?:own\s+)?{_FOR_EN}(?:loan|account|bill|balance|case|payments?|agreement|file)s?"
_LATE_EN = (
    r"\bi(?:'?m|\s+am|'?ve|\s+have)?\s*(?:\w+\s+){0,6}?(?:behind|late|overdue|past\s+due)\b"
    r"|\bi(?:'?ve|\s+have)?\s+(?:missed|fallen\s+behind)\b|\b(?:loan|account)\s+is\s+(?:\w+\s+){0,3}(?:late|overdue|past\s+due)\b"
)
"""Who is late says no more than that it is they whom we write to."""
_LATE_ZH = (
    r"(?:逾期|没(?:有|能)?(?:按时|及时|准时|按期|如期)?(?:还|交)|忘了?还|忘记还|拖欠|欠(?:着|了)?[你您]们|"
    r"晚了?还|还晚了|过期没)"
)
_OWN_ZH = (
    r"(?:公司|(?:面包|小|饭|花|水果|理发)?店里?|餐馆|面馆|农场|厂里?|车)?我?(?:自己)?(?:的|这笔|这个|那笔|那个|那)?"
    r"(?:贷款|账户|账号|账单|借款|欠款|还款|款子|贷)"
)
_EN = (
    r"(?:(?:hi|hello|hey|good\s+(?:morning|afternoon|evening)|yes|yeah|um|uh|so|well|ok(?:ay)?|there|thanks|please)\b\W*)*"
    r"(?:(?:i(?:'?m|\s+am|'?ve)?|just|want(?:ed)?|would|'?d|like|need|have|got|to|can|could|may|we|calling|"
    r"call|ringing|phoning|writing|texting|here|talk|speak|chat|ask|inquire|enquire|know|check|a|some|question|questions|"
    r"something|with|you|guys|someone|somebody|contacting|get|in|touch|returning|return|back|your|missed|received|had|"
    r"saw|see|left|voicemail|message|text|letter|sent|u|ur|the|"
    r"behind|late|overdue|past\s+due|due|missing|miss|paid|pay|payments?|instal?lments?|months?|weeks?|days?|few|couple|"
    r"two|three|several|one|\d{1,2}|bit|little|fallen|fell|falling|owe|owing|haven'?t\s+paid|took|taken|out|been|my|last|"
    r"loans?|account|i'?ve|"
    r"from|this|number|called|texted|me|earlier|today|yesterday|was|were|that|it|is|it'?s|about|regarding|on|"
    r"concerning|and|of|for)\b\W*)*"
)
_OPENER_EN = compiled(rf"\W*{_EN}(?:{_OWN_EN}\W*)?(?:please|thanks|thank\s+you|right|correct|yes|yeah)?\W*")
_CORE_EN = compiled(
    rf"\b(?:about|regarding|on|concerning)\s+{_OWN_EN}\b|\byou\s+(?:called|texted|rang)\b"
    r"|\bmissed\s+(?:(?:a|your)\s+)?calls?\b"
    r"|\b(?:you\s+guys|someone|somebody)\s+(?:called|texted|rang)\b|\bvoicemail\b"
    r"|\breturn(?:ing)?\s+(?:your|a|the)\s+call\b|\b(?:got|received)\s+(?:a|your|ur|this|the)\s+(?:message|text|letter|call)\b"
    r"|\babout\s+(?:the|this|a|your|ur)\s+(?:message|text|letter|call)\b|\b(?:u|you)\s+sent\s+me\b"
    rf"|{_LATE_EN}"
)
_OPENER_ZH = compiled(
    rf"\W*(?:{_OWN_ZH}\W*|(?:问题|你好|您好|喂|嗨|早上好|下午好|晚上好|请问|麻烦|我|想|要|来|是|就|打电话|打过来|打来|致电|回电话|回电|"
    r"问问|问一下|问|咨询一下|咨询|了解一下|了解|谈谈|谈一下|说说|说一下|看看|查一下|查|聊聊|关于|有关|一下|有|个|"
    r"事情|事|你们|您们|你|您|刚才|刚刚|昨天|今天|给|打|打的|打了|电话|收到|发来|发的|发|短信|消息|信|的|了|过|那个|吗|呢|啊|"
    r"在|这里|这儿|这边|那边|这|那|里|平台|笔|贷款|借款|贷|借|款|钱|按时|及时|准时|按期|如期|"
    r"几|两|三|一|好|期|个|月|天|已经|现在|目前|也|都|有点|点|上|"
    rf"{_LATE_ZH})"
    r"\W*)*+"
)
_CORE_ZH = compiled(
    rf"(?:问|咨询|了解|谈|说|查|看|聊|关于|有关)[^，。,.]{{0,3}}{_OWN_ZH}"
    r"|你们?(?:刚才|刚刚|昨天|今天)?(?:给我)?(?:打|发)(?:来|过|了)?的?(?:电话|短信|消息)|回(?:你们?)?的?电话|收到[^，。,.]{0,6}(?:短信|消息|电话|信)"
    rf"|{_OWN_ZH}的事|{_LATE_ZH}"
)
_LONGEST = 120


def opens_talk(text: str) -> bool:
    """Whether the words only say that they call or write about their own matter, or because we did."""
    folded = fold(text)
    if len(folded) > _LONGEST:
        return False
    english = _OPENER_EN.fullmatch(folded) is not None and _CORE_EN.search(folded) is not None
    return english or (_OPENER_ZH.fullmatch(folded) is not None and _CORE_ZH.search(folded) is not None)
