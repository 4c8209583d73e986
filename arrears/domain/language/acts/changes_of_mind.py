"""Words that take back what was agreed: "actually I can't do that", "I changed my mind", 我反悔了.

They mean nothing where nothing was agreed: who asks knows that a plan stands. A new amount alone is none of
them. What is feared, supposed, denied or asked about takes nothing back.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled
from arrears.domain.language.script.sentences import asks, sentences

_IT = (
    r"(?:(?:the|that|this|those|these|my|our)\s+(?:whole\s+)?(?:payment\s+)?"
    r"(?:plan|deal|agreement|arrangement|offer|instal?lments?|payments?)|that|it|this|those|these)"
)
_NOT = (
    r"(?:can'?t|cannot|can\s+not|won'?t|couldn'?t|(?:am|'?m)\s+(?:not\s+able|unable)\s+to|"
    r"(?:won'?t|not\s+gonna)\s+be\s+able\s+to)"
)
_SAID_SO = compiled(
    r"\bchang(?:ed|ing)\s+(?:my|our)\s+minds?\b|\b(?:had|having)\s+second\s+thoughts\b|\bon\s+second\s+thoughts?\b"
    rf"|\b(?:take|taking)\s+(?:{_IT}|my\s+(?:yes|word)|what\s+i\s+said)\s+back\b|\btake\s+back\s+(?:my|what)\b"
    r"|\b(?:back(?:ing)?|pull(?:ing)?)\s+out\b(?!\s+of\s+(?:the\s+)?(?:bank|atm|account))"
    rf"|\bscratch\s+that\b|\bforget\s+(?:what\s+i\s+(?:said|agreed)|{_IT})\b"
    r"|\bspoke\s+too\s+soon\b|\bshould(?:n'?t|\s+not|\s+never)\s+have\s+(?:agreed|said\s+yes)\b"
    r"|\b(?:no\s+longer|don'?t|do\s+not)\s+agree\s+(?:to|with)\b|\bi\s+no\s+longer\s+agree\b"
    r"|反悔|后悔|改(?:变)?(?:了)?主意|变卦|改变(?:了)?想法|收回(?:刚才|刚刚|之前|我说|我的)|当我没说|(?:刚才|刚刚|之前)(?:说|答应|同意|讲)?的?(?:都)?(?:不算|作废|不作数)|不同意了"
)
_CALLED_OFF = compiled(
    rf"\b(?:cancel|undo|scrap|withdraw|void|revoke)\s+{_IT}(?!\s+(?:card|subscription|service|text|message|call|reminder)s?)\b"
    rf"|\bcall(?:ing)?\s+{_IT}\s+off\b|\bcall(?:ing)?\s+off\s+{_IT}\b|^\W*(?:actually\W+|no\W+|sorry\W+|please\W+|wait\W+)*cancel(?:\s+please)?\W*$"
    r"|取消(?:掉|一下)?(?:吧|了|它|这个|那个|刚才|刚刚|之前|计划|约定|安排|协议|方案|还款)|算了[^。]{0,4}取消|^\W*取消\W*$|撤回|撤销"
)
_CANNOT = compiled(
    rf"\b(?:i|we)?\s*{_NOT}\s+(?:actually\s+|really\s+)?(?:do|manage|make|afford|keep(?:\s+up)?|handle|swing|stick\s+to|commit\s+to|pay)\s+{_IT}"
    r"(?=\s*(?:$|[.,;!\u2026]|after\s+all|any\s?more|either|now\b|sorry|so\b|because|bc\b|cuz|i\b|we\b|my\b|could\b|can\b|at\s+all))"
    r"|\b(?:it|that|this|the\s+(?:plan|deal|agreement|arrangement))\s+(?:just\s+|really\s+)?"
    r"(?:won'?t|will\s+not|wouldn'?t|isn'?t\s+(?:going\s+to|gonna)|is\s+not\s+going\s+to|ain'?t\s+gonna)\s+work\b"
    r"|\bthat\s+(?:doesn'?t|does\s+not)\s+work\s+for\s+(?:me|us)\b|\bnot\s+going\s+to\s+work\b"
    r"|(?:还是|恐怕|实在|真的?|我)(?:不行|做不到|负担不起|承担不起|承受不了|还不了(?!解)|不可以|算了)|(?:这样|那样|这个|那个|刚才那个)[^\uff0c。,]{0,4}(?:不行|做不到|还不了|负担不起|不可以)"
    r"|做不到(?:了|啊|呀)?\W*$|不(?:想|要)(?:再)?(?:按|照)(?:着)?(?:这个|那个|刚才)?"
)
_NOT_SO = compiled(
    r"\b(?:not|never|haven'?t|hasn'?t|won'?t|didn'?t|don'?t|isn'?t|unless|until|if|when|once|case|suppose|what\s+if|how\s+(?:do|can|would|to)|"
    r"afraid|worried|might|may|would\s+rather\s+not)\b|不会|没有?|不(?=反|后|改|取|撤|变)|别|不要|不用|不想|如果|要是|万一|假如|怕|担心|可能|怎么|如何|会不会|的话"
)


def takes_back(text: str) -> bool:
    """Whether the turn takes back a yes that was given; a doubt, a fear or a question does not."""
    return any(_takes_back(sentence) for sentence in sentences(text))


def _takes_back(sentence: str) -> bool:
    for pattern in (_SAID_SO, _CALLED_OFF, _CANNOT):
        for match in pattern.finditer(sentence):
            before = sentence[max(0, match.start() - _REACH) : match.start()]
            clause = before[max((before.rfind(mark) for mark in _MARKS), default=-1) + 1 :]
            inquires = pattern is not _SAID_SO and asks(sentence) and not _polite(sentence)
            if not (_NOT_SO.search(clause) or inquires):
                return True
    return False


_MARKS = ",.;:!\uff0c\u3002\uff1b\uff1a\u3001"
_REACH = 24
"""How many characters before the words a "not" or "if" is looked for, within the clause."""
_POLITE = compiled(
    r"\b(?:can|could|would|will)\s+you\b|\bplease\b|请|麻烦|帮我|我(?:改|后悔|反悔)|"
    r"\b(?:could|can|may)\s+(?:i|we)\s+(?:pay|do|send)\b"
)


def _polite(sentence: str) -> bool:
    """Whether a question asks for it to be done, or goes on to ask for something else."""
    return _POLITE.search(sentence) is not None
