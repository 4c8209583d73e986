"""Questions that people ask before they agree: paying early, a missed payment, what a plan costs.

They are taken for a wish for more time, for the payoff, or for a threat that is feared. Only where the whole
text asks: with a sum of their own in it, or a word that they will not or cannot pay, it is something else.
"""

from __future__ import annotations

from enum import StrEnum

from arrears.domain.language.acts.coming_payments import pays_less_at_times
from arrears.domain.language.script.fold import compiled, fold


class PlanQuestion(StrEnum):
    """What is asked."""

    EARLY = "early"
    MISSED = "missed"
    COSTS = "costs"
    DRAW_AGAIN = "draw_again"
    BREACH = "breach"


_PAY = r"(?:pay(?:ing|s)?|clear(?:ing)?|settl(?:e|ing)|finish(?:ing)?|close)"
_EARLY = compiled(
    rf"\b{_PAY}\b[^.!?\n]{{0,30}}\b(?:early|earlier|sooner|ahead(?:\s+of\s+(?:time|schedule))?|faster|in\s+advance)\b"
    r"|\b(?:early|pre)[\s-]?(?:re)?pay(?:ment|off)?\b|\b(?:pay|put|send)\s+(?:a\s+(?:bit|little)\s+)?(?:more|extra)\b"
    r"|\b(?:bump|raise|increase|move|turn)\s+(?:it|that|this|them|the\s+(?:amount|payments?|instal?lments?))\s*(?:up\b|\W*$|later\b|then\b)"
    r"|提前(?:还|结清|付|一次)|提早(?:还|结清|付)|早点(?:还|结清)|多还(?:一?点|些)|(?:每个?[月期次])多(?:还|付)"
)
_MISSED = compiled(
    r"\b(?:if|when)\s+(?:a|one|some|the|it'?s\s+a)\s+(?:month|week|season)?\s*(?:is|was|goes|turns\s+out)?\s*(?:really\s+|very\s+|too\s+)?(?:bad|slow|tight|tough|weak)\b|"
    r"(?:万一|要是|如果)[^。，！\n]{0,8}(?:生意|营业额|收入|行情)[^。！\n]{0,6}(?:不好|差|少|不行)|"
    r"\b(?:miss|can'?t\s+(?:make|pay|do)|cannot\s+(?:make|pay)|don'?t\s+(?:make|pay|have)|late\s+(?:with|on|for)|forget|fall\s+behind)\b"
    r"[^.!?\n]{0,24}\b(?:one|a\s+(?:payment|month|week|day)|payments?|it|once|some\s+(?:month|week))\b"
    r"|\bif\b[^.!?\n]{0,12}\b(?:one|a|some|any)\s+(?:month|week|time|payment)\s+(?:i|we)\s+(?:can'?t|cannot|couldn'?t|do\s?n'?t|miss)\b"
    r"|\bif\s+(?:the\s+|my\s+|our\s+|an?\s+)?\w+\s+pays?\s+(?:me\s+|us\s+)?late\b|\bif\s+they\s+pay\s+(?:me\s+|us\s+)?late\b"
    r"|(?:万一|要是|如果)[^。，！\n]{0,8}(?:晚|迟|没|不)(?:给|付|结|打)(?:我|我们)"
    r"|\bmiss\s+(?:one|a\s+payment)\b|\b(?:if|when)\s+i(?:'m|\s+am)\s+late\b"
    r"|(?:有|哪|某|万一|要是|如果)[^。，！\n]{0,8}(?:一期|一次|一个月|哪个?月|那天)[^。！\n]{0,8}(?:还不上|没还|忘|晚|付不)"
    r"|(?:万一|要是|如果)[^。！\n]{0,6}(?:晚了?|迟了?|忘了?|逾期|断)[^。！\n]{0,6}(?:几天|一天|一期|还|怎么)"
)
_OTHERS_MONEY = (
    r"(?:(?:the|my|our|his|her|an?|that|this|their)\s+)?(?:\w+\s+)?(?:refunds?|pay|pay\s?check|check|cheque|salary|direct\s+deposit|deposit|"
    r"settlement|invoices?|money|funds|wire|transfer|commission|payout|reimbursement|grant|insurance|clients?|customers?)"
)
_LATE_MONEY = compiled(
    rf"\bif\s+{_OTHERS_MONEY}\s+(?:(?:comes?|shows?|gets?|is|are|runs?|arrives?|hits|lands?|clears?|posts?|goes)\s+(?:(?:in|up|here|through|out|to\s+me|a\s+bit|really|too)\s+)*"
    r"(?:late|later|delayed|held\s+up|pushed\s+back|stuck)\b"
    r"|(?:does\s?n'?t|does\s+not|do\s?n'?t|is\s?n'?t)\s+(?:come|show|get|arrive|clear|hit|land|post|here|in)\b(?:\s+(?:in|up|here|through|to\s+me))?\s+(?:on\s+time|in\s+time)\b)"
    r"|(?:万一|要是|如果|假如)[^。，！\n]{0,6}(?:回款|货款|工程款|尾款|货?款子?|工资|薪水|退税|退款|补贴|报销|奖金|佣金|订金|定金|钱)"
    r"[^。，！\n还付]{0,4}(?:晚|迟|拖|延|没(?:按时)?[到发下来]|不能?按时|到不了)"
)
"""Money that others owe them, and that is late: no payment of their own is."""
_COSTS = compiled(
    r"\b(?:fees?|interest|charges?|cost|costs|extra)\b[^.!?\n]{0,24}\b(?:on\s+top|extra|added|for\s+(?:the|this|that|a)\s+plan|"
    r"with\s+(?:the|this|that|a)\s+plan|more)\b|\b(?:any|extra|additional|more)\s+(?:(?:more|new|other|extra|late)\s+)?(?:fees?|charges?|interest|costs?)\b[^.!?\n]{0,24}"
    r"\b(?:plan|instal?lments?|that\s+way|this\s+way|if\s+i)\b"
    r"|\b(?:is|are)\s+there\s+(?:a|any)\s+(?:fees?|charges?|costs?)\b|\b(?:do|does|will|would)\s+(?:i|it|this|that|you)\s+(?:pay|cost|charge|have)\s+(?:me\s+)?(?:a\s+|any\s+)?(?:fee|extra)"
    r"|\b(?:charge[ds]?|charging|pay|add(?:ed|ing)?|owe|get)\b[^.!?\n]{0,16}\b(?:fees?|charges?|penalt(?:y|ies))\b[^.!?\n]{0,12}\b(?:while|during|as\s+long|once|when|on\s+(?:it|this|that))\b"
    r"|(?:有没?有?|要不要|要|收不收|收)(?:什么|别的|另外的?)?(?:手续费|费用)|分期[^。！\n]{0,8}(?:手续费|利息|费用|收费)|(?:手续费|利息|费用)[^。！\n]{0,8}(?:另外|额外|再加|还要加)"
)
_DRAW_AGAIN = compiled(
    r"\b(?:draw|borrow|re-?borrow|redraw|withdraw|use|tap|take)\b[^.!?\n]{0,24}\b(?:again|back\s+out|out\s+again|more\s+later|another\s+time|a\s+second\s+time|re-?use)\b"
    r"|\b(?:re-?borrow|redraw)\b|\b(?:take|get)\s+(?:out\s+)?(?:another|a\s+new|more\s+of\s+the)\s+(?:loan|credit|advance)\b|\bborrow\s+more\b"
    r"|\b(?:line|credit|limit)\s+(?:stay|be|still)\s+(?:open|available)\b"
    r"|(?:再|重新|继续|还能|接着)[^。！？，\n]{0,4}(?:借(?!口)|贷|提(?:款|出来|取)|取出来|用这?个?额度|支用)|额度[^。！？\n]{0,6}(?:还在|恢复|再用|循环|还能用|保留)|循环(?:使用|用|额度)"
)
_BREACH = compiled(
    r"\b(?:count|counts|seen|treated|regarded|considered|mean|means|be|is|am|put\s+me)\b[^.!?\n]{0,24}"
    r"\b(?:in\s+default|a\s+default|default(?:ed|ing)|(?:in|a)\s+breach|breach(?:ed|ing)?)\b"
    r"|(?:算|是|成|构成|属于|当成?)[^。！？，\n]{0,6}违约|违约(?:吗|么|啊|呀|不)"
)
_ASKS = compiled(
    r"\?|？|^\W*(?:and\s+|so\s+|but\s+|ok(?:ay)?\W+|also\W+|btw\W+|wait\W+|um+\W+|uh+\W+)*(?:can|could|may|do|does|is|are|will|would|what|how|am)\b"
    r"|\bwhat\s+(?:happens|if|about)\b|\bcan\s+i\b|吗|呢|咋[办整弄]|怎么办|会怎样|怎么样|能不能|可不可以|可以不|行不行|会不会|算不算|要不要|是不是|有没有"
)
_OTHERWISE = compiled(
    r"[$￥¥€]?\d|\b(?:won'?t|refuse|not\s+going\s+to|lost\s+my|laid\s+off|lawyer|attorney|sue|court|garnish\w*|jail|arrest\w*|wages?|"
    r"credit|report(?:ed|ing)?|collections?|police)\b|起诉|法院|坐牢|征信|律师|报警|失业|工资卡"
)


_ALONE_EN = (
    r"\W*(?:(?:and|but|so|ok(?:ay)?|fine|well|wait|hm+|yes|yeah|thanks?|then)\W+)*"
    r"(?:(?:what\s+(?:happens|would\s+happen|will\s+happen|now|do\s+i\s+do)?\s*(?:then\s+)?)?(?:if|when)"
    r"|what\s+about\s+(?:an?|the|those)\s+(?:weeks?|months?|days?)\s+(?:when|where|that))\b"
    r"(?P<clause>[^,;.!?\n]{3,80})"
    r"(?:,?\s*(?:then\s+what|what\s+then|what\s+happens(?:\s+then)?|what\s+do\s+i\s+do"
    r"|(?:can|could)\s+(?:we|it|that|this)\s+(?:be\s+)?(?:changed?|moved?|lower(?:ed)?|adjust(?:ed)?)(?:\s+(?:it|that|this|then|again)){0,2}))?"
    r"(?:[,\s]+(?:like|say|for\s+(?:example|instance)|e\.?g\.?)\b[^.!?\n]{2,40})?\W*"
)
_ALONE_ZH = (
    r"\W*(?:(?:好的?|行|嗯|那么?|不过|可是|但是?|还有|请问|我想问)\W*)*"
    r"(?:要是|万一|如果|假如|假设|到时候?|到那时候?|以后|(?=[哪某][一几]?(?:周|个?星期|个?礼拜|个?月|天|期|次)|"
    r"有(?:时候?|一?(?:周|个?星期|个?礼拜|个月|天|期|次))(?![^。！!?？]{0,24}了[\s,，]*(?:[呢?？]|怎么|咋))))(?P<clause_zh>[^。！!?？;；\n]{2,30}?)"
    r"(?:呢|的话|怎么办|咋办|怎么弄|会怎么?样|怎么样|怎样|有什么后果|[?？])(?:\W*(?:比如|例如|比方说?|譬如|像是?)[^。！!?？\n]{2,30})?\W*"
)
_A_LONE_IF = compiled(rf"(?:{_ALONE_EN}|{_ALONE_ZH})")
_FAILS = compiled(
    r"\b(?:can'?t|can\s?not|couldn'?t|won'?t|don'?t|doesn'?t|isn'?t|not|no|still|never|unable|lose|loses|fall|miss|fail|"
    r"(?:got|get|have|had|earn(?:ed)?|make|made|with|be)\s+nothing(?!\s+(?:left\s+)?to\s+do)|nothing\s+(?:com(?:es|ing)|there)|"
    r"rain(?:s|ed|ing|y)?|storm(?:s|y)?|snow(?:s|ed|ing)?|hurricane|flood(?:s|ed)?|(?:dries|dry|slows?|cut(?:s|ting)?)\s+(?:up|down|back|my|our)|"
    r"worse|out\s+of\s+(?:work|money)|(?:comes?|came)\s+up|happens\s+to|get\s+(?:sick|ill|fired|hurt|laid\s+off))\b"
    r"|没|不[上起了出齐够来成行到好]|不能|无法|[下刮]大?[雨雪]|[雨雪台]|失业|下岗|裁员|生病|出事|断了?|变[差坏]|更[差糟难]"
)
_MONTHS = (
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"spring|summer|autumn|fall|winter"
)
_BAD_TIME = compiled(
    rf"\b(?:(?:a|one|some|any|another|next)\s+(?:week|month|payday|pay\s?check|check|season)(?:\s+or\s+two)?|{_MONTHS})\s+"
    r"(?:is|gets?|goes|comes\s+in|turns\s+out)\s+(?:\w+\s+)?(?:bad|slow|tight|short|rough|empty|low|dead)\b"
    r"|(?:哪|某|有)(?:一|个|几)*(?:周|星期|礼拜|月|期)[^，。,.]{0,6}(?:不好|不行|差|少|淡|紧)"
)
_BAD_SEASON = compiled(
    r"\b(?:cold|wet|rainy|dry|bad|slow|late|short|poor|weak)\s+(?:spring|summer|autumn|fall|winter|season|year)\b"
    r"|\b(?:open|opens|start|starts|begin|begins)\s+(?:\w+\s+)?late(?:r)?\b|\bseason\s+(?:is|starts|comes|opens)\s+(?:\w+\s+)?(?:late|bad|slow|short)\b"
    r"|[春夏秋冬][天季]?(?:太|很|特别|一直)?(?:冷|凉|热|下雨|多雨|短)|(?:开[门业张]|营业|旺季[来到]?)(?:得|的)?(?:比较|太)?晚|晚开[门业张]|淡季(?:太|拖得|拖)?长|旺季(?:太|很)?短"
)
_NO_QUESTION_OF_THAT = compiled(
    r"[$￥¥€]|\b(?:can|could|may|should)\s+i\b(?!\s+do\b)|\bi(?:'?ll|'?d)\b|\bwe'(?:ll|d)\b|\b(?:i|we)\s+(?:will|would)\b|我[会就]|\b(?:don'?t|do\s+not|never|won'?t|refuse\s+to)\s+(?:just\s+)?pay\b|"
    r"\b(?:lawyer|attorney|sued?|court|garnish\w*|jail|arrest\w*|credit|report(?:ed|ing)?|collections?|police|live|alive|here)\b|"
    r"起诉|法院|坐牢|征信|律师|报警|就是?不[还付]|不想[还付活]|活"
)


def asks_otherwise(text: str) -> bool:
    """Whether all of it asks what follows when things go wrong: "and if I still have no work by then?"."""
    plain = fold(text)
    found = _A_LONE_IF.fullmatch(plain)
    if found is None or _NO_QUESTION_OF_THAT.search(plain) is not None:
        return False
    clause = found["clause"] or found["clause_zh"]
    bad = (_FAILS, _BAD_SEASON)
    return any(words.search(clause) for words in bad) or supposes_bad_time(text)


_OF_PAYING = compiled(r"\bpa(?:y\w*|id)\b|\bkeep\b|[还付]")


def asks_if_work_fails(text: str) -> bool:
    """Whether what may go wrong is work, weather or income, with no word of not paying."""
    return asks_otherwise(text) and _OF_PAYING.search(fold(text)) is None


def supposes_bad_time(text: str) -> bool:
    """Whether a bad week or month is spoken of: a sum beside it is what would be left then, and no offer."""
    return _BAD_TIME.search(fold(text)) is not None


_WHAT_IF = compiled(
    r"^\W*(?:(?:and|so|but|ok(?:ay)?|what|happens)\W+)*if\b|^\W*(?:那么?|不过|还有|以后)?\W*(?:要是|万一|如果|假如)"
)


def asks_what_if(text: str) -> bool:
    """Whether it begins with an "if": what has not happened is no difficulty of today."""
    return _WHAT_IF.search(fold(text)) is not None


_OF_THE_REST = compiled(
    r"\b(?:what\s+(?:happens|about|becomes|do\s+i\s+do)\b[^.!?]{0,30}\b(?:rest|remainder|remaining|left(?:over)?|balance)\b"
    r"|(?:rest|remainder|what'?s\s+left)[^.!?]{0,30}\bwhat\s+(?:then|happens|do\s+i\s+do))"
    r"|(?:剩(?:下|余)?|余下|其余|余款|尾款)[^,.;!?\uff0c\u3002\uff1b？]{0,14}(?:咋[办整弄]|怎么(?:办|弄|算|说|处理)|如何处理|会怎么?样)"
)


def asks_of_the_rest(text: str) -> bool:
    """Whether it asks what becomes of what is left: 三个月以后剩下的7000多咋办; none of it is an offer."""
    return _OF_THE_REST.search(fold(text)) is not None


_SUPPOSES = compiled(r"\bif\s+(?:i|we)\b|\bwhat\s+if\b|\bsuppos(?:e|ing)\b|如果|要是|假如|假设")


def supposes(text: str) -> bool:
    """Whether something is only supposed anywhere in it: "would it be less if I paid it all"."""
    return _SUPPOSES.search(fold(text)) is not None


def plan_question(text: str) -> PlanQuestion | None:
    """What they ask of a plan; None where they ask nothing, or say more."""
    plain = fold(text)
    if _ASKS.search(plain) is None or _OTHERWISE.search(plain) is not None:
        return None
    for question, words in (
        (PlanQuestion.DRAW_AGAIN, _DRAW_AGAIN),
        (PlanQuestion.EARLY, _EARLY),
        (PlanQuestion.MISSED, _MISSED),
        (PlanQuestion.MISSED, _LATE_MONEY),
        (PlanQuestion.COSTS, _COSTS),
        (PlanQuestion.BREACH, _BREACH),
    ):
        if words.search(plain) is not None:
            return None if question is PlanQuestion.EARLY and pays_less_at_times(text) else question
    return None
