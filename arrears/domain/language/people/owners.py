"""Who says that the business is theirs, and not a word more: "I own the bakery, what's up?", 我是老板."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_BEFORE_EN = (
    r"(?:(?:hi|hello|hey|yes|yeah|yep|sure|ok(?:ay)?|well|so|speaking|"
    r"good\s+(?:morning|afternoon|evening))\W+)*"
)
_THING_EN = (
    r"(?:(?:place|business|company|shop|store|restaurant|bakery|caf[eé]|diner|bar|deli|salon|garage|studio|gym|clinic|farm|"
    r"market|laundromat|hotel|motel|bistro|pizzeria|truck|here)\b|\w+\s+(?:shop|store|business|company|place|salon|bar|truck|farm)\b)"
)
_OWNS_EN = (
    rf"(?:(?:i'?m|i\s+am|this\s+is|it'?s|you'?ve\s+got|you\s+have)\s+(?:the\s+|its\s+)?(?:business\s+|shop\s+|store\s+)?owner\b(?!')(?:\s+(?:of|at|here)\s*(?:the\s+|this\s+)?(?:{_THING_EN})?)?"
    rf"|(?:and\s+)?i\s+own\s+(?:the\s+|this\s+|that\s+|a\s+)?{_THING_EN}"
    rf"|(?:it'?s|that'?s|this\s+is)\s+my\s+(?:own\s+)?{_THING_EN})"
)
_AFTER_EN = (
    r"(?:\W+(?:what'?s\s+(?:up|this(?:\s+about)?|it\s+about|going\s+on|the\s+matter)|what\s+is\s+(?:this|it)(?:\s+about)?|"
    r"what\s+do\s+you\s+(?:want|need)|how\s+(?:can|may)\s+i\s+help(?:\s+you)?|who\s+(?:is\s+this|are\s+you)|who'?s\s+this|go\s+ahead|"
    r"yes|speaking|please|why))*"
)
_EN = compiled(rf"\W*{_BEFORE_EN}{_OWNS_EN}{_AFTER_EN}\W*")
_THING_ZH = (
    r"(?:这家?|这个|那家?|那个)?(?:小?店|公司|厂|铺子?|饭馆|餐馆|餐厅|农场|生意|"
    r"[^\s,，。是我你您他她]{1,4}(?:店|馆|厂|厅|铺|公司))"
)
_ZH = compiled(
    r"\W*(?:(?:喂|你好|您好|嗯|对|是的?|好)\W*)*"
    rf"(?:我(?:就)?是(?:{_THING_ZH})?的?(?:老板|店主|业主|法人(?:代表)?)(?!娘)(?:本人)?|{_THING_ZH}(?:就)?是我(?:自己)?(?:开|办|弄)?的|我(?:自己)?(?:就是)?开{_THING_ZH}的)"
    r"(?:\W*(?:(?:有)?什么事(?:情|儿)?|啥事儿?|怎么了|干(?:嘛|什么)|找我(?:有)?(?:什么|啥)?事?|你是谁|您是|哪位|你说|您说|请讲|说吧|吗|啊|呀|呢))*\W*"
)


def says_they_own(text: str) -> bool:
    """Whether the whole text says that the business is theirs, and at most asks what it is about."""
    plain = fold(text)
    return _EN.fullmatch(plain) is not None or _ZH.fullmatch(plain) is not None
