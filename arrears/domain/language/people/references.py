"""Confirmation, police report, order and court numbers."""

from __future__ import annotations

from arrears.domain.language.people.said_digits import said_in_english
from arrears.domain.language.script.fold import blank, compiled
from arrears.domain.language.script.terms import Term

_NUMBER = r"(?P<number>(?=[a-z-]*\d)[a-z0-9][a-z0-9-]{2,24})"
_GIVEN = (
    r"(?:\s+(?:that\s+|which\s+)?(?:i|they|you|u|we|he|she)\s+(?:was|were|got|have|had|gave|received|wrote|sent)"
    r"(?:\s+(?:given|me|us|down|sent|from\s+(?:you|them)))*)?"
)
_NAMED = (
    r"(?:(?:,\s*(?=(?:number|num|no\b|nbr|#)))?\s*(?:number|num|nbr|no\.?|code|id|report|is|was|[:#.(=]))*"
)
_JOIN = rf"{_NAMED}(?:{_GIVEN}\s+(?:is|was|it'?s|:)\s*)?\s*"
_CUED = compiled(
    r"(?:\b(?:confirmation|conf|confirm|reference|ref|case|docket|report|complaint|claim|order|invoice|"
    r"ticket|transaction|trans|trace|"
    rf"tracking|receipt|police\s+(?:report|rpt)|petition|file|check|cheque|money\s+order)\b(?!\s+(?:on|in|for))|"
    rf"#){_JOIN}{_NUMBER}(?![\w/]|\.\d|,\d)"
)
_CUED_ZH = compiled(
    r"(?:流水号?|小票号?|收据号|发票号|凭条|工单号?|订单号?|交易号|单号|回执号?|凭证号|凭条号|案号|案件号|报案号|立案号|受理号|受理编号|编号|确认号|参考号|合同号|转账号|汇款号|快递号)"
    r"(?:码)?(?:\s*(?:是|为|:|\uff1a))*\s*(?P<number>\d{4}(?:\s\d{4}){1,4}(?![\d块元])|[零一二三四五六七八九]{4,}|[a-z0-9][a-z0-9-]{2,30})"
)
_CUED_SAID = compiled(
    r"\b(?:confirmation|reference|case|docket|report|complaint|claim|order|invoice|ticket|transaction|tracking|receipt)\b"
    rf"{_JOIN}(?P<number>{said_in_english('3,25')})"
)
_COURT_ZH = compiled(
    r"(?P<number>[(\uff08（]\s?(?:20)?\d\d\s?[)\uff09）]\s?[\u4e00-\u9fff]{1,3}\d{0,6}[\u4e00-\u9fff]{1,4}\d{1,6}号)"
    r"|案号(?:是|:|\uff1a)?\s?(?P<bare>20\d\d年?[\u4e00-\u9fff]\d{0,6}[\u4e00-\u9fff]{1,4}\d{1,6}号?)"
    r"|(?P<taiwan>(?<!\d)1[01]\d年度?[\u4e00-\u9fff]{1,8}字第\d{1,6}号)"
)
_NO_REFERENCE = compiled(r"^(?:\d{3}-\d{3}-\d{4}|(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th))$")


def read_references(text: str) -> list[Term]:
    """Every reference number in the folded text, in order."""
    found = [Term(m[m.lastgroup or 0], m.span(m.lastgroup or 0)) for m in _COURT_ZH.finditer(text)]
    text = blank(text, [one.span for one in found])
    for pattern in (_CUED, _CUED_SAID, _CUED_ZH):
        for match in pattern.finditer(text):
            if not _NO_REFERENCE.match(match["number"]):
                found.append(Term(match["number"], match.span("number")))
    return sorted(found, key=lambda term: term.span)
