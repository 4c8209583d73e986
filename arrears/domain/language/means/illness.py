"""Whether the whole text tells of an illness of theirs or of somebody close, and of a payment missed by it.

"My kid was in the hospital" is near to words about a death, and is none. The list is closed: with any
sentence that is not known here, the label decides.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.script.sentences import sentences

_KIN = (
    r"(?:(?:my|our)\s+(?:\w+\s+)?(?:kids?|child|children|son|daughter|baby|boy|girl|wife|husband|partner|girlfriend|boyfriend|mom|mum|"
    r"mother|dad|father|parents?|brother|sister|grand\w+|family)|i|we)"
)
_WHEN = (
    r"(?:\s+(?:all\s+)?(?:last|this)\s+(?:week|month|weekend)"
    r"|\s+(?:again|lately|yesterday|today|for\s+(?:a\s+)?(?:\w+\s+)?(?:days?|weeks?|months?)))?"
)
_ILL = compiled(
    rf"\W*(?:(?:because|cause|coz|since|and|but|so|bc)\s+)?{_KIN}(?:'s|'m|'ve)?\s+(?:is|was|am|are|were|has\s+been|have\s+been|been|got|ended\s+up|had\s+to\s+(?:go|be)|went|just\s+got)?\s*"
    r"(?:(?:in|to|into|out\s+of)\s+(?:the\s+)?(?:hospital|er|emergency(?:\s+room)?|icu|clinic)|hospitali[sz]ed|(?:really\s+|very\s+|so\s+)?(?:sick|ill|unwell)|"
    r"(?:having|had|needed|needs)\s+(?:an?\s+)?(?:surgery|operation))"
    rf"{_WHEN}\W*"
    r"|\W*(?:我|我们|我?家里?人?|家里有人|我?(?:孩子|儿子|女儿|老婆|老公|爱人|妈妈?|爸爸?|母亲|父亲|奶奶|爷爷))(?:最近|刚|前阵子|上个?[月周]|这阵子|这段时间)?"
    r"(?:生病|病|住院|做手术|动手术|开刀)(?:了|住院了?|去了?|着呢|中)*\W*"
)
_BESIDE = compiled(
    r"\W*(?:(?:so\s+|really\s+|very\s+|i'?m\s+(?:so\s+)?)?sorry)?\W*(?:(?:that\s+|for\s+|about\s+)?(?:i|we)\s+(?:missed|forgot|couldn'?t\s+(?:make|pay|do)|didn'?t\s+(?:pay|make))"
    r"(?:\s+(?:it|that|the\s+(?:payment|date|day|last\s+one)|last\s+(?:month|week)))?|(?:for|about)\s+(?:being\s+late|the\s+delay|that)|(?:i'?m|i\s+am|i\s+was)\s+late)?\W*"
    r"|\W*(?:不好意思|对不起|抱歉|真的?对不住)?\W*(?:我?(?:上次|上个月|那期|这期)?(?:没还上?|忘了?还?|晚了|没来得及还?))?\W*"
)


def tells_of_illness(text: str) -> bool:
    """Whether an illness is told of, and nothing but a word on the payment that was missed by it."""
    parts = [part for each in sentences(fold(text)) for part in each.split(",") if part.strip()]
    ill = [_ILL.fullmatch(part) is not None for part in parts]
    return any(ill) and all(one or _BESIDE.fullmatch(part) for one, part in zip(ill, parts, strict=True))
