"""What a borrower asks to be let off, and which way costs them least: the words of neither are an offer."""

from __future__ import annotations

from arrears.domain.language.readings import Readings
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.words.charges import FEE_EN, FEE_ZH

_CHARGE_EN = rf"{FEE_EN}|(?:(?:late|service|extra|other)\s+)?penalt(?:y|ies)|(?:late\s+)?interest"
_CHARGE_ZH = rf"(?:{FEE_ZH}|罚息|利息)"
_CHARGE = rf"(?:\b(?:{_CHARGE_EN})\b|{_CHARGE_ZH})"
_LET_OFF = (
    r"(?:waive|drop|remove|forgive|cancel|erase|scrap|reduce|lower"
    r"|(?:knock|take)\s+(?:off|away)|get\s+rid\s+of)"
)
_LEFT_OFF = (
    r"(?:waived?|dropped|removed|forgiven|cancelled|erased|reduced|lowered|(?:taken|knocked)\s+(?:off|away))"
)
_FREE_ZH = r"(?:免(?!费)|减|取消|抹掉?|去掉|少(?:收|一?点)|[不别]收)"
_NEAR_EN, _NEAR_ZH = r"[^.,!?\n]{0,24}?", r"[^。，,！？!?\n]{0,8}?"
_FEE_OFF = compiled(
    rf"\b{_LET_OFF}\b(?:\s+(?:me|us))?{_NEAR_EN}\b(?:{_CHARGE_EN})\b"
    rf"|\b(?:knock|take|get|have)\b{_NEAR_EN}\b(?:{_CHARGE_EN})\b[^.,!?\n]{{0,8}}?\boff\b"
    rf"|\b(?:{_CHARGE_EN})\b[^.,!?\n]{{0,16}}?\b{_LEFT_OFF}\b"
    rf"|{_CHARGE}{_NEAR_ZH}(?:{_FREE_ZH}|waive|drop)|(?:{_FREE_ZH}|waive|drop)[^。，,！？!?\n]{{0,6}}?{_CHARGE}"
)
_ASKS = compiled(
    r"[?\uff1f]|\b(?:can|could|would|will)\s+(?:you|u|ya|we|i|it|that|this|they|the)\b|\b(?:any|a)\s+(?:chance|way)\b|\bpossible\b|\bplease\b"
    r"|能|可以|可不可以|行不行|[吗吧么]|[不没]\W*$|请|帮"
)
_PROMISED = compiled(
    r"\b(?:said|told|promised|agreed|already|was|were|been|got|had)\b|说过|答应|已经|之前|承诺|(?<!能)[免减]了(?!吗)"
)
"""What was promised or has been done is no wish."""


def asks_fee_off(text: str, readings: Readings) -> bool:
    """Whether they ask to be let off a fee or interest, and offer nothing for it."""
    plain = fold(text)
    found = _FEE_OFF.search(plain)
    if found is None or _ASKS.search(plain) is None or _PROMISED.search(plain) is not None:
        return False
    # The sum of the fee stands beside its name: 20刀的late fee; any other would be an offer.
    start, end = found.start() - _BESIDE, found.end()
    of_fee = all(start <= one.span[0] and one.span[1] <= end for one in readings.amounts)
    offers = readings.dates or readings.instalment_count or readings.frequency
    return len(readings.amounts) <= 1 and of_fee and not offers


_BESIDE = 8
_INTEREST = compiled(r"\binterest\b|利息|罚息")


def names_interest(text: str) -> bool:
    """Whether it is interest that they speak of."""
    return _INTEREST.search(fold(text)) is not None


_CHEAPEST = compiled(
    r"\bcheapest\b|\b(?:costs?|costing|pay|paying|spend)\s+(?:me\s+|us\s+)?(?:the\s+)?least\b[^.!?\n]{0,16}\b(?:total|overall|all|altogether|end|run)\b"
    r"|\bleast\s+(?:money\s+|expensive\s+)?(?:in\s+total|overall|altogether|in\s+all|in\s+the\s+end|interest)\b|\bleast\s+expensive\b"
    r"|\b(?:which|what|how)\b[^.!?\n]{0,24}\b(?:costs?|save)\s+(?:me\s+|us\s+)?(?:the\s+)?(?:least|most)\b"
    r"|最(?:省(?!事|心|力|时)|划算|合算)|(?:总共|一共|总的|合计|加起来)[^。！？!?\n]{0,6}最(?:少|便宜|低)|(?:怎么|怎样|如何|咋)(?:还|付|弄)?[^。！？!?\n]{0,6}(?:省钱|划算|便宜|合算)"
)
_EACH_MONTH = compiled(
    r"(?<!not\s)\b(?:per|a|each|every)\s+(?:month|week)\b|\bmonthly\b(?!\s*(?:no|not))|(?<!不要看)(?<!不看)(?<!不管)(?<!不是)每个?[月周](?:最|还)"
)


def asks_cheapest(text: str, readings: Readings) -> bool:
    """Whether they ask which way costs least in all; the least a month is another question."""
    plain = fold(text)
    offers = readings.amounts or readings.dates or readings.instalment_count
    return _CHEAPEST.search(plain) is not None and _EACH_MONTH.search(plain) is None and not offers
