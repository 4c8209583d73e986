"""What a borrower asks to be let off, and which way costs them least: the words of neither are an offer."""

from __future__ import annotations

from arrears.domain.language.readings import Readings
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.words.charges import CHARGE_EN, CHARGE_ZH, LEFT_OFF_EN, PART_EN, PART_ZH

_CHARGE = rf"(?:\b{CHARGE_EN}\b|{CHARGE_ZH})"
_LET_OFF = (
    r"(?:waive|drop|remove|forgive|cancel|erase|scrap|reduce|lower"
    r"|(?:knock|take)\s+(?:off|away)|get\s+rid\s+of)"
)
_FREE_ZH = r"(?:免(?!费)|减|取消|抹掉?|去掉|少(?:收|一?点)|[不别]收)"
_NEAR_EN, _NEAR_ZH = r"[^.,!?\n]{0,24}?", r"[^。，,！？!?\n]{0,8}?"
_FEE_OFF = compiled(
    rf"\b{_LET_OFF}\b(?:\s+(?:me|us))?{_NEAR_EN}\b{CHARGE_EN}\b"
    rf"|\b(?:knock|take|get|have)\b{_NEAR_EN}\b{CHARGE_EN}\b[^.,!?\n]{{0,8}}?\boff\b"
    rf"|\b{CHARGE_EN}\b[^.,!?\n]{{0,16}}?\b{LEFT_OFF_EN}\b"
    rf"|{_CHARGE}{_NEAR_ZH}(?:{_FREE_ZH}|waive|drop)|(?:{_FREE_ZH}|waive|drop)[^。，,！？!?\n]{{0,6}}?{_CHARGE}"
)
_ASKS = compiled(
    r"[?\uff1f]|\b(?:can|could|would|will)\s+(?:you|u|ya|we|i|it|that|this|they|the)\b|\b(?:any|a)\s+(?:chance|way)\b|\bpossible\b|\bplease\b"
    r"|^\W*(?:(?:just|so|then|and|well|ok(?:ay)?)\W+)*(?:waive|drop|remove|take|cancel)\b|\bi\s+(?:want|need|expect|demand)\b"
    r"|能|可以|可不可以|行不行|[吗吧么]|[不没]\W*$|请|帮"
)
_PROMISED = compiled(
    r"\b(?:said|told|promised|agreed|already|was|were|been|(?<!never\s)(?<!not\s)got|had)\b|说过|答应|已经|之前|承诺|(?<!能)[免减]了(?!吗)"
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
_OFF_AS_TOLD = compiled(
    rf"\b{_LET_OFF}\b(?:\s+(?:me|us))?{_NEAR_EN}\b{PART_EN}"
    rf"|\b(?:knock|take|get|have|want|need)\b{_NEAR_EN}\b{PART_EN}[^.,!?\n]{{0,8}}?\boff\b"
    rf"|\b{PART_EN}[^.,!?\n]{{0,24}}?\b{LEFT_OFF_EN}\b"
    rf"|{PART_ZH}{_NEAR_ZH}{_FREE_ZH}|{_FREE_ZH}[^。，,！？!?\n]{{0,6}}?{PART_ZH}"
)
_TOLD = compiled(
    r"\b(?:told|said|promised|agreed|assured|supposed\s+to|was\s+going\s+to|should)\b|说[好过是]|不是说|讲好|谈好|答应|承诺|保证|本来|应该"
)
_NOT_DUE = compiled(
    rf"\b{PART_EN}\s+(?:(?:really|just|still)\s+)*(?:should\s?n'?t|should\s+not|(?:is|was)\s?(?:n'?t|\s+not)\s+supposed\s+to|ought\s+not\s+to)\s+(?:even\s+)?(?:be|have)\b"
    rf"|\b(?:do\s?n'?t|do\s+not)\s+owe\s+(?:you\s+)?{PART_EN}|{PART_ZH}[^。，,！？!?\n]{{0,3}}不(?:应该?|该)[收算有]"
)


_IT = r"(?:it|that|this|them|those)"
_IT_OFF = compiled(
    rf"\b(?:waive|drop|remove|forgive|cancel|erase|scrap|get\s+rid\s+of)\s+{_IT}\b|\b(?:take|knock)\s+{_IT}\s+(?:back\s+|all\s+)?off\b"
    r"|(?:能不能|可不可以|能否|可否|可以|能)(?:给我|帮我|把[它这那]个?)?(?:[免减去抹]|取消)(?:[掉了除])*(?:[吗么不没吧?\uff1f]|\W*$)"
)


def wished_off(text: str) -> str | None:
    """The words that ask to have a part taken off by its sum; whether it is a charge, the records tell.

    All of the text where they call it "it", or by no word: 有个90块是啥 能免吗.
    """
    plain = fold(text)
    if _ASKS.search(plain) is None or _PROMISED.search(plain) is not None:
        return None
    named = _OFF_AS_TOLD.search(plain)
    if named is not None:
        return named.group()
    return plain if _IT_OFF.search(plain) is not None else None


def claimed_off(text: str) -> str | None:
    """The words that say that a charge was to be taken off, or should not be there; None without any."""
    plain = fold(text)
    as_told = _OFF_AS_TOLD.search(plain) if _TOLD.search(plain) is not None else None
    found = _NOT_DUE.search(plain) or as_told
    return None if found is None else found.group()


_CHEAPEST = compiled(
    r"\bcheapest\b|\b(?:costs?|costing|pay|paying|spend)\s+(?:me\s+|us\s+)?(?:the\s+)?least\b[^.!?\n]{0,16}\b(?:total|overall|all|altogether|end|run)\b"
    r"|\bleast\s+(?:money\s+|expensive\s+)?(?:in\s+total|overall|altogether|in\s+all|in\s+the\s+end|interest)\b|\bleast\s+expensive\b"
    r"|\b(?:which|what|how)\b[^.!?\n]{0,24}\b(?:costs?|save)\s+(?:me\s+|us\s+)?(?:the\s+)?(?:least|most)\b"
    r"|\b(?:sav\w+|less|lower|reduc\w+|cheaper)\b[^.!?\n]{0,24}\binterest\b[^.!?\n]{0,30}\b(?:early|earlier|sooner|faster|quicker)\b"
    r"|\b(?:early|earlier|sooner|faster|quicker)\b[^.!?\n]{0,40}\b(?:less|lower|save|reduces?)\b[^.!?\n]{0,12}\binterest\b"
    r"|\b(?:early|earlier|sooner|faster|quicker)\b[^.!?\n]{0,40}\binterest\b[^.!?\n]{0,12}\b(?:less|lower|(?:go|come)s?\s+down|drop)\b"
    r"|(?:早|提前)(?:一?点|些)?(?:还|结|付)[^。！？!?\n]{0,6}(?:利息|息)[^。！？!?\n]{0,4}(?:少|省|便宜|减|降)"
    r"|(?:少|省)[^。！？!?\n]{0,3}(?:利息|息)[^。！？!?\n]{0,6}(?:早|提前)|(?:早|提前)(?:一?点|些)?(?:还|结|付)[^。！？!?\n]{0,6}(?:少|省)[^。！？!?\n]{0,3}利?息"
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
