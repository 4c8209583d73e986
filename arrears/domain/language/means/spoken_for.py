"""Money that is no offer: what others might lend, what is spoken for, and what comes in good and bad weeks.

"My sister might lend me 200, but I don't want to count on that"; "310 a week but that's food and rent";
好的时候一周700 差的时候350.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arrears.domain.language.script.fold import Span, compiled, fold, overlap

_SUM = r"\$?\d[\d,]*(?:\.\d\d)?k?(?:\s*(?:dollars|bucks))?"
_OFTEN = (
    r"(?:\s*(?:(?:an?|per|each|every)\s+(?:other\s+|two\s+|2\s+)?(?:week|wk|month|mo)s?|/\s?(?:wk|mo|week|month)|"
    r"weekly|bi-?weekly|monthly))?"
)
_LIVING = (
    r"(?:(?:the|my|our|just|all|for|to|basic|pure)\s+)*(?:food|groceries|rent|bills|gas|utilities|meds|medicine|formula|diapers|mortgage|"
    r"daycare|living(?:\s+expenses)?|the\s+(?:kids|lights)|survival)\b"
)
_LENT_EN = compiled(
    r"\b(?:might|may|could(?:\s+(?:maybe|probably))?|would|offered\s+to|said\s+(?:s?he|they)(?:'d|'ll)?|promised\s+to|will\s+maybe)\s+(?:maybe\s+|be\s+able\s+to\s+)?"
    rf"(?:lend|loan|spot|front|give|help\s+(?:me|us)(?:\s+out)?\s+with)\s+(?:(?:me|us)\s+)?(?:(?:like|about|maybe|up\s+to)\s+)*(?P<said>{_SUM})"
)
_LIVING_EN = compiled(
    rf"(?P<said>{_SUM}{_OFTEN})[\s,]*(?:(?:but|and)\s+)?(?:(?:that|it|this)(?:'?s|\s+is|\s+goes|\s+all\s+goes|\s+has\s+to\s+go|\s+only\s+covers|\s+covers|\s+barely\s+covers)|which\s+(?:is|goes|covers)|goes|all)\s+"
    rf"(?:(?:all|only|just|mostly|straight|already|basically)\s+)*(?:(?:on|for|to|into)\s+)?{_LIVING}"
)
_GOOD, _BAD = r"(?:good|great|busy|decent|strong|best)", r"(?:bad|slow|off|poor|worst|weak)"
_WEEKS_EN = (
    r"(?:\s+(?:week|month|day)s?|\s+ones?)?"
    r"(?:\s+(?:it'?s|is|i(?:'?ll)?\s+(?:make|get|see|clear)|like|about|maybe|around|or))*[\s,:]*"
)
_SWING_EN = compiled(rf"\b(?:{_GOOD}|{_BAD}){_WEEKS_EN}(?P<said>{_SUM}{_OFTEN})")
_NUMBER = r"[\d一二两三四五六七八九十百千万零点.,]+(?:块钱?|元)?"
_LENT_ZH = compiled(
    rf"(?:可能|也许|或许|说(?:不定|是|了)?|答应|愿意)(?:[^，。！？,.?!\d\s]{{0,4}})借(?:给)?我们?(?:个|点)?(?P<said>{_NUMBER})"
)
_LIVING_ZH = compiled(
    rf"(?P<said>(?:一个?[周月]|每个?[周月])?[^，。！？,.?!\d\s]{{0,3}}{_NUMBER})[\s,，]*(?:但是?|不过|可是?)?"
    r"(?:(?:(?:这|那)(?:个|些|点|笔)?钱?|钱)(?:都|全|也|就)*(?:是|得|要|留着)?|(?:都|全)是|只够|刚够|才够|不够)[^，。！？,.?!\d\s]{0,2}(?:吃饭|吃喝|生活费?|房租|交租|买菜|奶粉|药费|看病|过日子)"
)
_SWING_ZH = compiled(
    r"(?:好|旺|忙|多|差|淡|闲|少|不好)的?(?:时候|时|周|月|那阵)[^，。！？,.?!\d\s]{0,6}?"
    rf"(?P<said>(?:一个?[周月天]|每个?[周月天])?{_NUMBER})"
)
_PAYS = compiled(
    r"\b(?:i|we)\s+(?:can|could|will|would)\b|\b(?:i'?ll|i'?d|we'?ll)\b|\b(?:pay|send|put|do|manage|afford)\b|[还付给交拿]"
)
_PAYS_SUM = compiled(
    rf"(?:{_PAYS.pattern})[^.!?，。]{{0,24}}?(?P<sum>{_SUM}|{_NUMBER})(?![\d.,]*(?:st|nd|rd|th|[号日月\d]))"
)
_THEN_PAYS = compiled(
    r"[\s,.]*(?:so|and|then|which|that\s+way)\b[^.!?\n]{0,20}\b(?:pay|send|give\s+you|put\s+it|do\s+(?:it|that))\b|[^，。！？\n]{0,6}(?:就能?|先|拿来|用来)[^，。！？\n]{0,4}[还付给]"
)


def spoken_for(text: str) -> Iterator[Span]:
    """Where such money is named, with how often it comes."""
    plain = fold(text)
    if len(plain) != len(text):
        return
    for match in (*_LENT_EN.finditer(plain), *_LENT_ZH.finditer(plain)):
        if _THEN_PAYS.match(plain, match.end()) is None:
            yield match.span("said")
    for match in (*_LIVING_EN.finditer(plain), *_LIVING_ZH.finditer(plain)):
        yield match.span("said")
    for swing in (_SWING_EN, _SWING_ZH):
        found = [match.span("said") for match in swing.finditer(plain)]
        if len(found) > 1 and (_PAYS.search(plain) is None or _pays_another(plain, found)):
            yield from found


def _pays_another(plain: str, swing: Sequence[Span]) -> bool:
    """Whether another sum than these is what they pay: "good weeks 900, bad ones 300. I can do 50"."""
    paid = [match.span("sum") for match in _PAYS_SUM.finditer(plain)]
    return any(not any(overlap(each, one) for one in swing) for each in paid)
