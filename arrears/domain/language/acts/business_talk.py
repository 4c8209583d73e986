"""Who speaks of work, letters, the loan, money lent to them, and of nothing else: "half my route got cut".

The vocabulary is closed, and has no word of the body, of feelings, of what is not or no more, of giving away,
of the last time or of an end: with one word more the label decides. Somebody of theirs is in it only as who
lends them money, and an end only where they ask whether the payments are all there is.
"""

from __future__ import annotations

from arrears.domain.language.people.others_involved import PEOPLE_EN, PEOPLE_ZH
from arrears.domain.language.script.fold import compiled, fold

_OF_TRADE = (
    r"(?:routes?|hours|shifts?|loads?|orders|contracts?|clients?|customers?|sales|bookings|jobs|"
    r"deliveries|lanes)"
)
_OF_WHEELS = (
    r"(?:trucks?|vans?|rigs?|trailers?|tractors?|excavators?|machines?|"
    r"(?:oven|freezer|fridge|mower|compressor)s?)"
)
_ARE = r"(?:\s+(?:all|is|are|was|were|has|have|had|been|got|just|still|both))*"
_SUM_EN = (
    r"(?:(?:about|like|maybe|around)\s+)?(?:[$]?\d[\d,.]*k?(?:\s+(?:dollars|bucks))?|some(?:\s+(?:money|cash))?|"
    r"(?:the\s+)?money|a\s+(?:bit|little)|half)"
)
_LENT_EN = (
    rf"(?:my|our|an?)\s+(?:(?:older|younger|big|little|good|old)\s+)?(?:{PEOPLE_EN}|cousin|aunt|uncle|buddy)(?:[\s-]in[\s-]law)?"
    r"(?:\s+(?:says?|said|told\s+me|tells\s+me|thinks|offered|promised|that|s?he|they|to|might|may|could|can|would|will|is|are|"
    r"be\s+able\s+to|going\s+to|gonna|maybe|probably|also|even)|'(?:ll|d|s|re))*"
    rf"\s+(?:lend|loan|spot|front|advance|lending|loaning|fronting)\s+(?:me|us)\s+{_SUM_EN}"
)
_RELY_EN = (
    r"(?:i|we)(?:'?m|'?re|'?d)?\s+(?:(?:am|are|do\s?n'?t|do\s+not|ca\s?n'?t|cannot|would\s?n'?t|would|rather|really|not|want(?:ing)?|like|going|gonna|to)\s+)+"
    r"(?:count|rely|bank|depend)(?:ing)?\s+on\s+(?:that|it|this)"
)
_ALL_PAID_EN = (
    r"(?:once|when|after)\s+(?:both|all|they|(?:both|all|the|these|those)\s+(?:\w+\s+)?(?:payments|instal?lments|halves))(?:\s+of\s+(?:them|those))?"
    r"(?:\s+(?:are|have|been|all|both)|'re|'ve)*\s+(?:in|paid|through|made|cleared)"
)
_NOTHING_MORE_EN = (
    r"nothing\s+(?:more|else|further)\s+(?:comes|is\s+due|is\s+owed|to\s+pay|due|owed)"
    r"(?:\s+(?:after(?:\s+that)?|then))?"
)
_ASKS_ALL_EN = (
    r"(?:then\s+)?that'?s\s+(?:it|all|everything)(?:\s+then)?[\s,]*(?:right|correct)"
    rf"(?:\W+{_NOTHING_MORE_EN})?|{_NOTHING_MORE_EN}[\s,]*(?:right|correct)"
)
_MATTERS_EN = (
    rf"{_OF_WHEELS}{_ARE}\s+(?:parked|idle|idled|broken|broke(?:\s+down)?|impounded|(?:stuck\s+)?in\s+the\s+(?:shop|garage))"
    rf"|{_OF_TRADE}{_ARE}\s+(?:cut|slashed|cancel+ed|dropped|halved|slow|down|dried\s+up)"
    rf"|(?:cut|slashed|dropped|pulled|cancel+ed)(?:\s+(?:half|most|some|all|of|my|our))+\s+{_OF_TRADE}"
    rf"|(?:business|trade|work|season){_ARE}(?:\s+(?:so|very|really|pretty))?\s+(?:slow(?:ed|ing)?|quiet|picking\s+up)"
    r"|(?:sort|square|straighten|figure|work)\s+(?:this|it|that|the\s+(?:loan|bill|account|balance))\s+out"
    r"|deal(?:ing)?\s+with\s+(?:this|it|that|(?:the|this|my|your)\s+(?:loan|bill|account|balance|letters?))"
    r"|(?:letters?|notices?|emails?|notes?|bills?|invoices?|statements?)\s+from\s+(?:you|y'?all|your\s+(?:office|company))"
    r"|your\s+(?:letters?|notices?|emails?|texts?|messages?|notes|bills?|statements?|envelopes?)"
    r"|past\s+due|overdue|(?:the|my|our)\s+(?:loan|balance|rent|lease|payroll|payments?)"
    rf"|{_LENT_EN}|{_ASKS_ALL_EN}"
)
_PUT_OFF_EN = (
    r"put(?:ting)?\s+(?:this|it|that)\s+off|(?:than|instead\s+of)(?:\s+(?:keep|keeping|just))?\s+(?:duck|dodg|avoid|ignor)\w*\s+"
    r"(?:this|it|that|you|y'?all|your\s+(?:calls|texts|letters))|(?:duck|dodg|avoid|ignor)ing\s+(?:this|it|you|your\s+(?:calls|texts|letters))"
    r"|ready\s+to|(?:i|we)(?:\s+would|'?d)\s+(?:rather|like\s+to)|back\s+in\s+(?:town|the\s+office)"
)
_WORDS_EN = (
    r"i'?m|i'?ve|i'?d|we'?re|we'?ve|you'?re|it'?s|i|we|you|they|y'?all|it|my|our|your|the|an?|this|that|these|some|half|most|"
    r"is|are|am|was|were|been|has|have|had|got|get|received|saw|read|found|opened|says?|saying|said|shows?|showing|"
    r"from|to|on|in|at|of|with|about|and|so(?!\s+(?:am|are|is)\b)|but|because|just|still|finally|really|very|"
    r"loans?|balance|account|payments?|owed?|owing|rent|lease|payroll|bank|fees?|interest|late|behind|due|"
    r"shop|store|restaurant|bakery|salon|company|business|work|season|stock|suppliers?|crew|"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|spring|summer|winter|weeks?|months?|"
    r"today|yesterday|since|until|till?|for|last\s+(?:week|month|year|spring|summer|winter|fall)|this\s+morning|\d+(?:st|nd|rd|th)?|"
    r"one|two|three|few|hi|hey|hello|ok(?:ay)?|well|yes|yeah|sorry|please|thanks"
)
_MATTER_EN = compiled(rf"(?<![\w'])(?:{_MATTERS_EN})(?![\w'])")
_ENGLISH = compiled(
    rf"\W*(?:(?:{_MATTERS_EN}|{_RELY_EN}|{_ALL_PAID_EN}|{_PUT_OFF_EN}|{_OF_TRADE}|{_OF_WHEELS}|{_WORDS_EN})(?![\w'])\W*)++"
)

_THINGS_ZH = (
    r"(?:货?车|卡车|机器|设备|烤箱|冰柜|店里?|厂里?|工地|线路|路线|航线|订单|单子|工时|客户|生意|买卖|合同)"
)
_SETTLE_ZH = r"(?:处理|解决|理清|说清楚?|谈好|弄清楚?)(?:了|掉|好|一下)?"
_LENT_ZH = (
    rf"我(?:的)?(?:{PEOPLE_ZH}|[表堂][哥姐弟妹]|叔叔?|舅舅?|姑姑?|阿?姨|同学|亲戚)(?:那边)?"
    r"(?:说|讲|答应|他|她|了|过|可能|也许|应该|或许|大概|会|能|可以|愿意|先|再|也)*"
    r"(?:借(?:给)?|垫给?|支援)(?:我|我们)?(?:点|一点|一些|[\d一二两三四五六七八九十百千万]+)(?:块|元)?钱?"
)
_RELY_ZH = (
    r"(?:但是?|不过|可是?)?我?(?:也|还|又)?(?:不想|不敢|不能|不打算|不太想|没法)(?:就|光|全|老|太)?"
    r"(?:指望|指着|靠)(?:着)?(?:这个?|那个?|这笔钱?|这钱|它)?"
)
_ASKS_ALL_ZH = (
    r"(?:[两一二三四五六七八九十\d]+)?(?:笔|期|次)?(?:都|全部?)(?:还|付|交|到账)(?:了|完了?|清了?)?(?:之后|以后)?"
    r"(?:就|是不是|是)*(?:算|都)?(?:没事|还清|还完|付清|结清|完)了?(?:吧|吗|对吧|对吗|是吧)"
)
_MATTERS_ZH = (
    rf"{_THINGS_ZH}(?:都|全|也|一直|还|就|又|已经|被)*(?:停着|停工|停业|坏了|淡|被?砍了?(?:一半|掉?一?大半|不少))"
    rf"|(?:宁愿|宁可|想|要|愿意)(?:早点|尽快|赶紧|今天|现在)?把(?:这|那)(?:件|个|笔)?(?:事情?|账|贷款|欠款)(?:给)?{_SETTLE_ZH}"
    r"|你们(?:寄|发)?(?:来)?的(?:信|通知|短信|账单|函|邮件|留言)|逾期|(?:我的?|这笔?|那笔?)(?:贷款|账单|欠款)"
    rf"|{_LENT_ZH}|{_ASKS_ALL_ZH}"
)
_WORDS_ZH = (
    r"我们?|你们?|您|的|了|着|过|在|是|有|就|都|也|还(?!有)|才|说|写|讲|收到|看到|看了|刚|刚刚|今天|昨天|前天|上周|上个?月|这周|这个?月|"
    r"宁愿|宁可|也?不想(?:再)?(?:躲着?|拖着?|拖)|一直|拖了?很?久|拖到现在|想|要到|到|开工|开业|过冬|一半|"
    r"[一二三四五六七八九十\d]+[月号天周年]|春天|夏天|冬天|年后|年前|月底|月初|封|这|那|个|件|笔|信|通知|短信|账单|贷款|欠款|店|货|款|钱|"
    r"生意|订单|工地|淡季|旺季|你好|您好|谢谢|请问|和|跟|但|所以|因为|啊|呢|吧|呀"
)
_MATTER_ZH = compiled(_MATTERS_ZH)
_CHINESE = compiled(rf"\W*(?:(?:{_MATTERS_ZH}|{_RELY_ZH}|{_THINGS_ZH}|{_WORDS_ZH})\W*)++")

_LONGEST = 120


def speaks_of_business(text: str) -> bool:
    """Whether a matter of money, papers or work is told, and every word is of such a matter."""
    folded = fold(text)
    if len(folded) > _LONGEST:
        return False
    english = _MATTER_EN.search(folded) is not None and _ENGLISH.fullmatch(folded) is not None
    return english or (_MATTER_ZH.search(folded) is not None and _CHINESE.fullmatch(folded) is not None)


_LEFT_OUT = compiled(rf"(?:{_LENT_EN})[^.!?]*?(?:{_RELY_EN})|(?:{_LENT_ZH})[^。！？]*?(?:{_RELY_ZH})")


def leaves_out_a_loan(text: str) -> bool:
    """Whether all they say is that somebody may lend them money, and that it is not to be counted on."""
    return _LEFT_OUT.search(fold(text)) is not None and speaks_of_business(text)
