"""What somebody else earns: "my husband makes 3500 a month", 我爱人一个月3500.

It is no income of the one who says it, and no offer.
"""

from __future__ import annotations

from collections.abc import Iterator

from arrears.domain.language.script.fold import Span, compiled, fold

_KIN = (
    r"(?:wife|husband|hubby|hubs|spouse|partner|mom|mum|mother|dad|father|son|daughter|brother|sister|boyfriend|bf|"
    r"girlfriend|gf|fianc[e\u00e9]e?|roommate|ex)"
)
_EARNS = (
    r"(?:makes|earns|gets|receives|brings\s+(?:home|in)|takes\s+home|clears|grosses|nets|pulls\s+in|is\s+on|lives\s+on"
    r"|(?:(?:pay)?check|pay|salary|income|wages?|job|pension|ssi|disability|unemployment)\s+(?:is|pays|are))"
)
_SUM = r"\$?\d[\d,]*(?:\.\d\d)?k?(?:\s*(?:dollars|bucks))?"
_RHYTHM = (
    r"(?:\s*(?:(?:an?|per|each|every)\s+(?:other\s+|two\s+|2\s+)?(?:hour|week|wk|month|mo|year|fortnight)s?|/\s?(?:hr|wk|mo|week|month)|"
    r"weekly|bi-?weekly|monthly|twice\s+a\s+month|every\s+other\s+\w+))?"
)
_EN = compiled(
    rf"(?P<lead>(?:\w+\s+){{0,2}})\b(?:{_KIN}(?:'?s)?|he|she|his|her)\s+(?:(?!and\b|can\b|could\b|will\b|would\b)\w+\s+){{0,2}}?"
    rf"{_EARNS}\s+(?:(?:only|about|like|around|maybe|roughly|barely|just)\s+){{0,2}}(?P<said>{_SUM}{_RHYTHM})"
)
_TOGETHER = compiled(r"\b(?:i|me|myself)\s+(?:and|n|&)\s+(?:my\s+)?$|(?:我(?:和|跟|与|加))$")
_NUMBER = r"[\d一二两三四五六七八九十百千万零点.,]+(?:块钱?|元)?"
_MONTH = r"(?:一个?月|每个?月|月薪|一周|每周|一年)"
_KIN_ZH = (
    r"(?:老公|老婆|爱人|丈夫|妻子|媳妇|"
    r"男朋友|女朋友|男友|女友|对象|爸妈?|妈|父亲|母亲|父母|儿子|女儿|闺女|哥|弟弟?|姐|妹妹?|他|她)"
)
_ZH = compiled(
    rf"(?P<lead>(?:我(?:和|跟|与|加)|我)?){_KIN_ZH}(?:(?![还付给帮借我能])[^\d一二两三四五六七八九十百千万，。！？；\s]){{0,6}}?"
    rf"(?:{_MONTH}(?:的?(?:工资|收入)|[挣赚拿有]|大概|也就|才|只|到手|能[挣赚拿])*(?P<said>{_NUMBER})"
    rf"|(?P<plain>(?:工资|收入|退休金|养老金|[挣赚])(?:[挣赚是有]|大概|也就|才|只|到手)*{_NUMBER}|{_NUMBER}{_MONTH}))(?![号日月期天个])(?:的?(?:工资|收入))?"
)


_OFTEN = compiled(r"\d\s*(?:an?|per|each|every|/|weekly|bi|monthly|twice)|[月周年]")


def names_rhythm(text: str, span: Span) -> bool:
    """Whether how often it comes is said in these words, so that it is the rhythm of nothing else."""
    return _OFTEN.search(fold(text[slice(*span)])) is not None


def others_income(text: str) -> Iterator[Span]:
    """Where it is said what somebody else earns; what a household earns together is theirs."""
    plain = fold(text)
    if len(plain) != len(text):
        return
    for match in (*_EN.finditer(plain), *_ZH.finditer(plain)):
        if not _TOGETHER.search(plain[: match.end("lead")]):
            yield match.span(match.lastgroup or "said")
