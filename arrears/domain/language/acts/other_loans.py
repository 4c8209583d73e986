"""Whether they speak of another loan of theirs than the one that is talked about."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_LOAN = r"(?:loans?|accounts?|debts?|balances?)"
_OTHER = compiled(
    rf"\b(?:the|my|that)\s+(?:other|second|2nd)\s+{_LOAN}\b|\bboth\s+(?:of\s+(?:my|the)\s+)?{_LOAN}\b|\b(?:two|2|all\s+(?:of\s+)?my)\s+{_LOAN}\b"
    rf"|\bother\s+{_LOAN}\b|另外?(?:的)?一?[笔个](?:贷款|借款|欠款|账)?|两[笔个](?:贷款|借款|欠款|账)|(?:两|几)笔(?:一起|合|加起来)"
    r"|我(?:不是)?有(?:两|几|三)笔(?=是|吧|吗|[\s,.?，。？]|$)|还有一笔(?=[\s,.?，。？]|呢|怎么|$)"
)
_OTHER_ONE = compiled(r"\b(?:the|my)\s+(?:other|second)\s+one\b|\bboth\s+of\s+them\b")
_ELSEWHERE = compiled(
    r"\b(?:bank|lenders?|credit\s+cards?|car|mortgage|student|chase|somebody|someone|company)\b|别的|其他(?:银行|平台|公司)|信用卡|房贷|车贷|网贷"
)
_ONLY = compiled(
    rf"\W*(?:(?:and|so|ok(?:ay)?|but|also|then|hey|um+|uh+|what\s+about|how\s+about|what(?:'s|\s+is)\s+(?:up|going\s+on)\s+with)\W+)*"
    rf"(?:the|my|that)\s+(?:other|second|2nd)\s+(?:one|{_LOAN})(?:\s+(?:then|too|i\s+have|as\s+well))*\W*"
    r"|\W*(?:那|还有|我)*(?:另外?(?:的)?一?[笔个](?:贷款|借款|欠款|账)?)(?:呢|怎么办|怎么说|吗)*\W*"
)


def asks_only_of_another_loan(text: str) -> bool:
    """Whether the whole text only turns to it, so that nothing in it disputes anything."""
    return _ONLY.fullmatch(fold(text)) is not None


def speaks_of_another_loan(text: str, *, two_offers: bool) -> bool:
    """Whether it is another loan with us; while two offers wait, "the other one" is one of those."""
    plain = fold(text)
    if _ELSEWHERE.search(plain) is not None:
        return False
    return _OTHER.search(plain) is not None or (not two_offers and _OTHER_ONE.search(plain) is not None)
