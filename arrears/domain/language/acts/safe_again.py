"""Who was asked whether they are safe, and says outright that they are and mean themselves no harm.

Only in so many words: "I'm fine", 没事 and a mere yes are none, and neither is anything with a but beside it.
"""

from __future__ import annotations

from arrears.domain.language.acts.crisis_words import speaks_of_self_harm
from arrears.domain.language.script.fold import compiled, fold

_NO_HARM = compiled(
    r"\b(?:do\s?n'?t|do\s+not|did\s?n'?t|did\s+not|never|would\s?n'?t|would\s+not|wo\s?n'?t|will\s+not|not|no\s+plans?|"
    r"no\s+intention)\s+(?:(?:want(?:ed)?|going|gonna|trying|planning|mean|meant|ever|of|to|about|thinking|think)\s+){0,4}"
    r"(?:hurt|kill|harm)(?:ing)?\s+(?:my\s?self|any(?:one|body))\b|\bnot\s+(?:at\s+all\s+)?suicidal\b"
    r"|(?:不会|不想|没有?想|没有?要|没有?打算|不打算|不是[想要]|怎么会|从来?没想过?)(?:过|要|去|再){0,2}"
    r"(?:自杀|死|轻生|伤害自己|伤害我自己|自残|想不开|寻死|寻短见|做傻事|干傻事)|没有?想不开"
)
_SAFE = compiled(
    r"\b(?:i'?m|i\s+am)\s+(?:(?:perfectly|totally|completely|really|very|quite|fine\s+and|ok(?:ay)?\s+and)\s+)*safe\b"
    r"|(?:我|^|[,，。])(?:现在|很|挺|是|真的|人|非常|完全|没事|好好的|[,，]){0,4}安全"
)
_UNSURE = compiled(
    r"\b(?:but|if|unless|until|yet|maybe|might|perhaps|except|can'?t|cannot|for\s+now|not\s+sure|not\s+safe|unsafe|"
    r"(?:do\s?n'?t|do\s+not)\s+(?:know|think|feel)|guess|suppose|hope|promise|tomorrow|tonight)\b"
    r"|不知道|不确定|暂时|目前|但|可是|不过|如果|除非|也许|可能|好像|不敢|保证|今晚|明天"
)
_FEARED = compiled(
    r"\b(?:di(?:e|ed|es|ying)|dead|death|kill\w*|suicid\w*|hurt\w*|harm\w*|end(?:ing)?\s+(?:it|this|my|everything)|"
    r"my\s+life|liv(?:e|ing)\s+(?:like|any)|to\s+live|alive|cut(?:ting)?|hang(?:ing)?|my\s+last\s+(?:night|day)|pills?|overdos\w*|gun|knife|bridge|"
    r"jump\w*|drown\w*|goodbye|farewell|any\s?more|any\s+longer|go\s+on|take\s+(?:it|this)|cope|no\s+(?:point|reason|hope)|"
    r"hopeless|worthless|giv(?:e|ing)\s+up|gave\s+up|tired\s+of|not\s+safe|unsafe|burden|better\s+off|without\s+me|"
    r"suffer\w*|pain|disappear\w*|be\s+over|it'?s\s+over|forever|peace|desperate|crisis|lifeline|988)\b"
    r"|死|自杀|轻生|自残|伤害|不想活|活着|活不|活够|活腻|没命|要命|跳楼|跳河|跳下|割|安眠药|吃药|绝望|撑不|受不了|坚持不|"
    r"熬不|想不开|傻事|短见|永别|遗[书嘱言]|解脱|结束|没意思|没希望|崩溃|完了|下辈子|来世|消失|不安全|对不起大家|12356"
)


def says_safe(text: str) -> bool:
    """Whether they say that they are safe or mean themselves no harm, and nothing that leaves it open."""
    rest, denials = _NO_HARM.subn(" ", fold(text))
    says = bool(denials) or _SAFE.search(rest) is not None
    return says and _UNSURE.search(rest) is None and not _feared(rest)


_CANNOT_PAY = compiled(
    r"(?:\bbut\b\W*)?(?:\b(?:i|we)\s+)?(?:(?:just|simply|really|only)\s+)*\b(?:can'?t|cannot|can\s+not|could\s?n'?t)\s+"
    r"(?:really\s+)?(?:pay|afford|cover|manage|make\s+(?:the|this|that|my)\s+payments?)\b"
    r"(?:\s+(?:it|this|that|you|back|anything|all|the\s+(?:loan|bill|money)|my\s+(?:loan|bills?)|right\s+now|now|this\s+month|at\s+the\s+moment))*"
    r"|(?:但是?|不过|可是)?(?:我)?(?:就是|只是)?(?:我)?(?:真的?|实在|现在|目前|暂时)*(?:[还付交]不[起上了]|没有?钱)(?:[还付交])?"
)
_OF_DEATH = compiled(r"死|\bdie\b|\bdead\b")


def denies_harm(text: str) -> bool:
    """Whether they deny in so many words that they mean themselves harm, beside at most that they cannot pay.

    A denial of death alone ("不想死") may be a fear of it, and is none here.
    """
    plain = fold(text)
    denies = _NO_HARM.search(plain) is not None and _OF_DEATH.search(plain) is None
    return denies and says_safe(_CANNOT_PAY.sub(" ", plain))


def only_cannot_pay(text: str) -> bool:
    """Whether it says outright that they cannot pay."""
    return _CANNOT_PAY.search(fold(text)) is not None


_NOBODY_DIED = compiled(
    r"\b(?:nobody|no[\s-]?one|noone)(?:'?s|\s+has|\s+is)?\s+(?:died|dying|dead)\b|没(?:有)?(?:人死|死人)"
)


def fears_for_self(text: str) -> bool:
    """Whether there is a word that may be of harm to themselves; wide, since a miss may cost a life."""
    return _feared(_NOBODY_DIED.sub(" ", _NO_HARM.sub(" ", fold(text))))


def _feared(rest: str) -> bool:
    return _FEARED.search(rest) is not None or speaks_of_self_harm(rest)
