"""A wish about others and not about themselves: 别再跟我老婆说这事, "don't talk to my wife about this".

It ends no contact with who writes. Where anything else is forbidden or refused in the same text, it is more.
"""

from __future__ import annotations

from arrears.domain.language.people.others_involved import PEOPLE_EN, PEOPLE_ZH
from arrears.domain.language.script.fold import compiled, fold

_NOT_EN = r"(?:do\s?n'?t|do\s+not|never|stop|quit|no\s+more|(?:you\s+)?(?:can'?t|cannot|shouldn'?t|mustn'?t))"
_DEED_EN = (
    r"(?:talk|speak|tell|call|text|contact|message|write|ring|phone|discuss|mention|bother|harass|share|involve|bring\s+up)"
    r"(?:l?ing|t?ing)?"
)
_MINE_EN = (
    rf"(?:(?:my|our)\s+{PEOPLE_EN}|any(?:one|body)\s+else|other\s+people)(?:'s\s+(?:phone|number|cell))?"
)
_ABOUT_EN = (
    r"(?:\s+(?:about|on|regarding)\s+"
    r"(?:this|it|that|(?:my|the|our)\s+(?:loans?|debts?|account|money|payments?|business)))?"
)
_AGAIN_EN = r"(?:\s+(?:again|any\s?more|any\s+longer|ever|please|pls|ok(?:ay)?))*"
_WISH_EN = (
    rf"\b(?:(?:and|also|oh|please|pls|so|but|just)\s+)*{_NOT_EN}\s+(?:you\s+)?(?:ever\s+)?{_DEED_EN}\s+"
    rf"(?:(?:this|it|that|about\s+(?:this|it))\s+)?(?:to\s+|with\s+)?{_MINE_EN}{_ABOUT_EN}{_AGAIN_EN}\b"
    rf"|\b(?:(?:leave|keep)\s+{_MINE_EN}\s+out\s+of\s+(?:this|it)|leave\s+{_MINE_EN}\s+alone){_AGAIN_EN}\b"
)
_NOT_ZH = r"(?:别|不要|不许|不准|不能|不可以|请勿|勿|少)"
_MINE_ZH = rf"(?:我们?的?|俺)?(?:{PEOPLE_ZH}|妈|爸|别人|其他人|旁人)(?:(?:和|跟|、)(?:我的?)?{PEOPLE_ZH})?"
_DEED_ZH = (
    r"(?:说起?|讲|提起?|谈|聊|透露|打(?:电话)?|发(?:短信|消息|信息)?|联系|骚扰|打扰|告诉|通知|找|烦)"
    r"(?:了|到)?(?:起|过)?(?:电话)?"
)
_ABOUT_ZH = (
    r"(?:这[个件]?(?:事情?|贷款|钱)?|那[个件]?事|贷款的?事?|欠[款钱]的?事?|我的?事|还[款钱]的?事)?"
    r"(?:了|啦|啊|吧|哈)?"
)
_SOMEBODY_EN = r"(?!(?:me|us|you|him|them|the|an?|that)\b)[a-z]\w+"
_TELL_NOBODY_EN = (
    rf"{_NOT_EN}\s+(?:(?:you|ever|go|be|start)\s+)*(?:tell(?:ing)?\s+|(?:talk|say|mention|speak)(?:ing)?\s+(?:(?:any\s?thing|a\s+word|this|it)\s+)?(?:to|with|around)\s+)"
    rf"{_SOMEBODY_EN}\s+(?:any\s?thing|(?:any|a\s+word|all|about|of|bout)\s+(?:(?:any\s+)?of\s+)?(?:this|it|(?:my|the|our)\s+(?:loans?|debts?|account|money)))"
)
"""By name: "don't go telling Jake any of this"."""
_WISH_ZH = (
    rf"{_NOT_ZH}(?:再|去|把这事?|把这件事|拿这事|拿这件事){{0,2}}"
    rf"(?:跟|和|向|给|对|同|找){_MINE_ZH}{_DEED_ZH}?(?:说|讲|提)?{_ABOUT_ZH}"
    rf"|{_NOT_ZH}(?:再|去){{0,2}}(?:告诉|通知|联系|骚扰|打扰|烦|找|(?:打电话|打|发(?:短信|消息|信息)?)[给到]){_MINE_ZH}{_ABOUT_ZH}"
)
_WHY = compiled(
    rf"\b(?:s?he|they|(?:my|our)\s+{PEOPLE_EN})\s+(?:really\s+|still\s+)?(?:(?:do|does)\s?n'?t|(?:do|does)\s+not)\s+know\b"
    r"(?:\s+(?:(?:that\s+)?i\s+(?:(?:have|'?ve)\s+)?(?:borrow(?:ed)?|owe|took|have|got)(?:\s+(?:out|this|it|a|the|any|some|money|loan|you|u))*"
    r"|(?:about|of)\s+(?:this|it|(?:my|the)\s+(?:loan|debt|money))))?"
    rf"|(?:[他她]们?|(?:我的?)?{PEOPLE_ZH})(?:还|都|又|也|一直|根本|真的?)*不(?:知道|晓得|清楚)(?:我?(?:借|贷|欠)了?(?:你们)?(?:的)?(?:[钱款债]|贷款)?(?:的事)?|这[个件]?事?)?"
)
"""Why somebody of theirs shall not hear of it: they do not know of it."""
_WISH = compiled(f"{_WISH_EN}|{_TELL_NOBODY_EN}|{_WISH_ZH}")
_MORE = compiled(
    r"\b(?:not|no|never|stop\w*|quit|don'?t|do\s?nt|cannot|can'?t|won'?t|leave|leav\w+|alone|done|enough|over|either|neither|nor|"
    r"me|myself|us|ourselves|nobody|anyone|anybody|everyone|remove|delete|block|lose|forget|cease|end|ends)\b"
    r"|[和跟与及、]我(?!的|[老妈爸家])|别|不|勿|停|滚|删|拉黑|够|烦|骚扰|断|也|都|消失|取消|退订"
)
"""What may forbid something besides, so that the label stands."""


def is_only_about_others(text: str) -> bool:
    """Whether we shall not speak with somebody of theirs, and nothing else is forbidden or refused."""
    wished = _WISH.search(fold(text)) is not None
    return wished and _MORE.search(beside_the_wish(text)) is None


def beside_the_wish(text: str) -> str:
    """What is said besides, and besides why, folded."""
    return _WHY.sub(" ", _WISH.sub(" ", fold(text)))
