"""Who was asked whether they are safe, and says outright that they are and mean themselves no harm.

Only in so many words: "I'm fine", 没事 and a mere yes are none, and neither is anything with a but beside it.
"""

from __future__ import annotations

from arrears.domain.language.acts.fears_for_self import NO_HARM, is_feared
from arrears.domain.language.script.fold import compiled, fold

_SAFE = compiled(
    r"\b(?:i'?m|i\s+am)\s+(?:(?:perfectly|totally|completely|really|very|quite|fine\s+and|ok(?:ay)?\s+and)\s+)*safe\b"
    r"|(?:我|^|[,，。])(?:现在|很|挺|是|真的|人|非常|完全|没事|好好的|[,，]){0,4}安全"
)
_UNSURE = compiled(
    r"\b(?:but|if|unless|until|yet|maybe|might|perhaps|except|can'?t|cannot|for\s+now|not\s+sure|not\s+safe|unsafe|"
    r"(?:do\s?n'?t|do\s+not)\s+(?:know|think|feel)|guess|suppose|hope|promise|tomorrow|tonight)\b"
    r"|不知道|不确定|暂时|目前|但|可是|不过|如果|除非|也许|可能|好像|不敢|保证|今晚|明天"
)


def says_safe(text: str) -> bool:
    """Whether they say that they are safe or mean themselves no harm, and nothing that leaves it open."""
    rest, denials = NO_HARM.subn(" ", fold(text))
    says = bool(denials) or _SAFE.search(rest) is not None
    return says and _UNSURE.search(rest) is None and not is_feared(rest)


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
    denies = NO_HARM.search(plain) is not None and _OF_DEATH.search(plain) is None
    return denies and says_safe(_CANNOT_PAY.sub(" ", plain))


def only_cannot_pay(text: str) -> bool:
    """Whether it says outright that they cannot pay."""
    return _CANNOT_PAY.search(fold(text)) is not None


_SOFTLY = (
    r"(?:lol|haha+|hehe|lmao|omg|what|huh|oh|um+|uh+|well|yes|yeah|yep|yup|no|nah|nope|not\s+at\s+all|of\s+course|"
    r"sure|totally|thanks|thank\s+you|ok(?:ay)?|sorry|i\s+mean)"
)
_WELL = (
    r"(?:(?:i'?m|i\s+am|im|we'?re|doing|it'?s|its|everything'?s|thats|that'?s)\s+)?(?:(?:all|just|totally|really|perfectly|very|pretty|quite|so)\s+)*"
    r"(?:good|fine|ok(?:ay)?|alright|all\s+right|great|cool|well|safe)"
)
_SAYS_WELL = compiled(
    rf"\W*(?:{_SOFTLY}\W+)*{_WELL}(?:\W+(?:thanks|thank\s+you|lol|haha+|man|bro|dude|though|tho|here|why))*\W*"
    rf"|\W*(?:{_SOFTLY}\W+)*(?:yes|yeah|yep|yup|sure|of\s+course|i\s+am)(?:\W+{_SOFTLY})*\W*"
    r"|\W*(?:lol|haha+|hehe|lmao|omg)\W+(?:no|nah|nope|not\s+at\s+all)(?:\W+(?:lol|haha+|man|bro))*\W*"
    r"|\W*(?:no|nah|nope)\W+(?:lol|haha+|hehe|lmao)\W*"
    r"|\W*(?:哈|呵|嗯|哦|额|啊|我|人|很|挺|都|还|好着|现在|真|是|当然|放心|没什么|没啥|一切|你|的|呀|呢|吧|了|谢谢|\W)*"
    r"(?:没事|好着呢|挺好|很好|好好的|没问题|没有|没啊|没想不开|安全|放心|不至于|怎么可能|怎么会|想多了|没那回事|没这回事|是|嗯)"
    r"(?:我|人|很|挺|没事|好着|安全|想多了|你|的|啊|呀|呢|哈|吧|了|谢谢|\W)*"
)


def says_well(text: str) -> bool:
    """Whether the whole text says that they are well, in answer to the question whether they are."""
    return _SAYS_WELL.fullmatch(fold(text)) is not None


_NOT_SAFE = compiled(
    r"\W*(?:no+|nope|nah|(?:(?:i'?m|i\s+am|im)\s+)?not\s+(?:really|sure|at\s+all|exactly|quite|good|fine|ok(?:ay)?|alright|great|well)|i'?m\s+not|i\s+am\s+not|(?:i\s+)?(?:do\s?n'?t|do\s+not)\s+know|"
    r"i?\s*dun+o|idk|kinda|kind\s+of|sort\s+of|sorta|maybe|i\s+guess|who\s+cares|does\s+it\s+matter|barely|hardly|unsure)(?:\W+(?:i'?m|i\s+am)\s+not)?\W*"
    r"|\W*(?:不|不是|不太?安全|不知道|不确定|不好说|难说|说不准|也许|可能吧?|算是吧?|不怎么好|不好|无所谓|随便)(?:了|啊|吧|的)?\W*"
)


def leaves_safety_open(text: str) -> bool:
    """Whether the whole text is a no, or leaves it open, in answer to the question whether they are safe."""
    return _NOT_SAFE.fullmatch(fold(text)) is not None
