"""Who was taken to dispute, or to have paid, and says in so many words that they do not, or only wondered.

Beside any quarrel with the debt or the amount, and beside a payment of the past, nothing is denied.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_NO_DISPUTE = compiled(
    r"\b(?:not|never|n'?t)\s+(?:(?:trying\s+to|here\s+to|want\s+to|going\s+to|meant?\s+to|saying\s+i|really)\s+)?"
    r"(?:disput(?:e|ed|ing)|contest(?:ed|ing)?)\b(?:\s+(?:it|this|that|anything|the\s+(?:debt|loan|amount|bill)))?"
    r"|\bno\s+dispute\b|\bwith\s?draw\s+(?:my|the)\s+dispute\b"
    r"|没有?(?:说|提|在)?(?:过|有)?(?:什么|任何)?(?:争议|异议)|不是(?:要|在|想)?(?:提)?(?:争议|异议)|不是有(?:争议|异议)|无(?:争议|异议)"
)
_NOT_PAID = compiled(
    r"\b(?:haven'?t|have\s+not|did\s?n'?t|did\s+not|not|never)\s+(?:actually\s+|yet\s+)?(?:said\s+i\s+(?:have\s+|had\s+)?|"
    r"say(?:ing)?\s+i\s+(?:have\s+|had\s+|already\s+)*)?(?:paid|pay|made)\b"
    r"(?:\s+(?:anything|it|any\s+of\s+it|you|a\s+(?:cent|dime|thing|payment)|any\s+payments?))?(?:\s+(?:yet|so\s+far))?"
    r"|(?:还没有?|没有?)(?:说)?(?:已经)?(?:还|付|交)(?:过|呢|钱|款|了){0,2}"
)
_QUARRELS = compiled(
    r"\b(?:wrong|not\s+mine|mistake\w*|errors?|fraud|scam|stolen|owe[ds]?\s+(?:nothing|less)|(?:don'?t|do\s+not)\s+owe|not\s+my|isn'?t\s+my|"
    r"never\s+(?:borrowed|took|signed|had|agreed)|lawyer|attorney|proof|prove|twice|already|settled|because|until|unless|why|"
    r"i(?:'ve|\s+have)\s+paid|i\s+paid|but\s+(?:the|that|this|it|i\s+did))\b"
    r"|错|不对|不是我|不欠|证据|证明|凭什么|为什么|不认|没借|没签|骗|律师|重复|两次|还清|付清|结清|已经|早就|除非"
)


def denies_dispute(text: str) -> bool:
    """Whether they say that they dispute nothing."""
    rest, denials = _NO_DISPUTE.subn(" ", fold(text))
    return bool(denials) and not _quarrels(rest)


_TAKEN_BACK = compiled(
    r"\bthat(?:'?s|\s+is|\s+must\s+be|\s+must\s+have\s+been|\s+would\s+be|'?ll\s+be)\s+(?:(?:probably|likely)\s+)?(?:it|why|what\s+happened|the\s+(?:reason|problem|issue))\b"
    r"|\bthat\s+(?:explains|makes\s+sense)\b|\b(?:my|our)\s+(?:own\s+)?(?:mistake|bad|fault|error)\b|\bi\s+(?:was|am|stand)\s+(?:wrong|mistaken|corrected)\b"
    r"|\bi\s+(?:misread|mixed\s+(?:it|that|them)\s+up|got\s+(?:it|that)\s+wrong|see\s+it\s+now)\b|\bnever\s?mind\s+(?:about\s+)?the\s+dispute\b"
    r"|我(?:自己)?(?:搞错|弄错|记错|看错|想错|算错)了?|(?<!不)是我(?:自己)?的?(?:问题|错|疏忽|责任)|怪我|难怪|怪不得|当我没说"
)
_THE_CAUSE = compiled(
    r"\b(?:that(?:'?s|\s+is)\s+(?:not|n'?t)|your\s+(?:mistake|fault|error)|steal\w*|thie(?:f|ves)|liars?|lying|robb\w*|(?:i|we)\s+(?:\w+\s+)?disput\w+)\b|[你您]们|乱"
)


def takes_doubt_back(text: str) -> bool:
    """Whether they say that it was their own error, or have found out why: "that must be it", 我记错了."""
    rest, found = _TAKEN_BACK.subn(" ", fold(text))
    return bool(found) and not _quarrels(rest) and _THE_CAUSE.search(rest) is None


_WONDERS = compiled(
    r"\b(?:i|we)\s+(?:had\s+|always\s+|honestly\s+|just\s+)*(?:thought|assumed|figured|believed)\b[^.!?\n]{0,40}?"
    r"\b(?:auto(?:\s?-?\s?pay\w*)?|automatic\w*|direct\s+debit|set\s+up|(?:comes?|came|taken|taking|went|goes|going)\s+(?:out|through)|"
    r"taken\s+care\s+of|paid|current|up\s+to\s+date)\b"
    r"|\b(?:is|was|should)(?:n'?t|\s+not)\s+(?:this|it|that|the\s+\w+)\s+(?:supposed\s+to\s+)?(?:be\s+|have\s+)?(?:on\s+|been\s+|come\s+out\s+)?auto\w*"
    r"|我(?:还|一直)?以为[^。！？!?\n]{0,12}?(?:自动|扣|还了|还过|还上|付了|代扣)|不是(?:会|设了?|开了?|签了?)?[^。！？!?\n]{0,4}自动(?:扣|还|代扣)"
)
_WHY = compiled(
    r"\bwhy\s+(?:am|is|was|did|do|does|are)\b|(?:为什么|为啥|怎么)(?=[^。！？!?\n]{0,6}(?:逾期|没扣|没还))"
)


def only_wonders(text: str) -> bool:
    """Whether they had thought that it was seen to, and claim nothing: "I thought this was on autopay"."""
    rest, found = _WONDERS.subn(" ", _WHY.sub(" ", fold(text)))
    return bool(found) and not _quarrels(rest) and _WAS_PAID.search(rest) is None


_OF_WHAT_IS_OWED = compiled(
    r"\b(?:owe\w*|borrow\w*|disput\w*|contest\w*|incorrect|overcharg\w*|charged|balance|amounts?|fees?|interest|scam\w*|fak\w+|mine|"
    r"wrong|mistake|never)\b|欠|借|没借|不是我|搞错|多[收算扣]|金额|余额|费|息|异议"
)


def may_quarrel(text: str) -> bool:
    """Whether a word may be of a quarrel with the debt, and not only of what they would pay."""
    plain = fold(text)
    return _quarrels(plain) or _OF_WHAT_IS_OWED.search(plain) is not None


def denies_payment(text: str) -> bool:
    """Whether they say that they have not paid."""
    rest, denials = _NOT_PAID.subn(" ", fold(text))
    return bool(denials) and not _quarrels(rest)


def _quarrels(rest: str) -> bool:
    return _QUARRELS.search(_NOT_PAID.sub(" ", rest)) is not None


_TO_BE_PAID = compiled(
    r"(?<!i\s)(?<!ve\s)(?<!was\s)(?<!were\s)(?<!already\s)(?<!got\s)(?<!just\s)\bpaid\s+"
    r"(?:on|every|each|by|monthly|weekly|out)\b|\bto\s+be\s+paid\b|\bget\s+(?:it\s+)?paid\b"
)
_WAS_PAID = compiled(
    r"\b(?:i|we|i'?ve|we'?ve|have|has|had|was|were|already|just|been|wife|husband)\s+(?:already\s+|just\s+|all\s+)?paid\b"
    r"|\bpaid\s+(?:off|it|you|that|this|the|my|in\s+full|up|all|already|last|back)\b|\b(?:sent|transferred|cleared|settled|receipt|already|"
    r"yesterday|last|ago)\b|已|过了?[,。]|还了|付了|还过|付过|还清|付清|转了|打了|上个?月|昨天"
)


def only_to_be_paid(text: str) -> bool:
    """Whether "paid" is of what is proposed ("60 a month, paid on the 20th"), not of what was."""
    plain = fold(text)
    return _TO_BE_PAID.search(plain) is not None and _WAS_PAID.search(plain) is None
