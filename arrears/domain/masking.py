"""Texts without numbers that lead to a person: phones, e-mails, cards, accounts. Dates and amounts stay."""

from __future__ import annotations

import re

from arrears.domain.card_numbers import HIDDEN
from arrears.domain.language.script.fold import Span, compiled, fold

_DIGIT_WORD = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)"
_PLAIN_SUM = r"(?!\s?(?:[元块]|dollars?\b|bucks\b|usd\b|rmb\b|cny\b))"
_EMAILS = compiled(
    r"[^\s@,;:()<>\"\u4e00-\u9fff]{1,64}\s?@\s?[\w-]{1,63}(?:\s?\.\s?[\w-]{2,63}){1,5}"
    r"|\b[\w.]{1,64}\s+at\s+\w{1,63}\s+dot\s+[a-z]{2,6}\b"
)
_WHOLE = compiled(
    rf"(?<![\d$¥€.,])\d{{6,9}}(?![\d,]|\.\d){_PLAIN_SUM}|\d{{10,}}[x]?"
    r"|[零一二三四五六七八九]{6,}"
    rf"|\b{_DIGIT_WORD}(?:[\s,-]+{_DIGIT_WORD}){{5,}}\b"
)
# With gaps. A point is one only before three digits: 1234.50 is a sum.
_GAPPED = compiled(rf"[+(]?[\d{HIDDEN}]+(?:(?:[ ()/-]{{1,2}}|\.(?=\d{{3}}))[\d{HIDDEN}]+)+")
_GROUP = re.compile(r"\d+")
_CUED = compiled(
    r"(?:\b(?:account|acct|loan|reference|ref|confirmation|case|policy|ssn|social(?:\s+security)?|licen[cs]e|"
    r"passport|ending|ends|zip|card\s+(?:number|no|ending)|last\s+(?:four|4)(?:\s+digits)?)\b"
    r"|尾号|[后末][四4]位|卡号|账号|帐号|户号|合同|编号|单号|身份证|证件)"
    r"[^\d\n零一二三四五六七八九]{0,16}?([a-z]{0,4}-?\d[\d-]{2,}x?|[零一二三四五六七八九]{4,})(?![\d.,]*\d)"
)
_BIRTH = compiled(r"\bborn\b|\bbirth|\bb-?day\b|\bdob\b|生日|出生|[年月号]生")
_ANY = compiled(r"\d+|[零一二三四五六七八九]{2,}|[零一二三四五六七八九十]+(?=[年月日号])")


def masked(text: str, *, identifies: bool = False) -> str:
    """The text, of the same length, with what leads to a person hidden.

    `identifies` says that the text answers the identity question, and hides every digit; so does a birthday.
    Names stay: they cannot be told from other words for certain.
    """
    plain = fold(text)
    spans = [match.span() for match in (*_EMAILS.finditer(plain), *_WHOLE.finditer(plain))]
    spans += [match.span() for match in _GAPPED.finditer(plain) if _is_long(match.group())]
    spans += [match.span(1) for match in _CUED.finditer(plain)]
    if identifies or _BIRTH.search(plain):
        spans += [match.span() for match in _ANY.finditer(plain)]
    return _hidden(text, spans)


def _is_long(run: str) -> bool:
    """Two groups may be a range of sums, 100-200; three are a number or a birthday from six digits on."""
    groups = _GROUP.findall(run)
    return sum(map(len, groups)) >= (7 if len(groups) == 2 else 6)


def _hidden(text: str, spans: list[Span]) -> str:
    chars = list(text)
    for start, end in spans:
        chars[start:end] = [HIDDEN if char.isalnum() else char for char in chars[start:end]]
    return "".join(chars)
