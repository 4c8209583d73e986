"""What is said of one payment and not of every one: "500 instead of 300", "this time", early, 这个月多还."""

from __future__ import annotations

from arrears.domain.language.readings import AmountKind, Readings
from arrears.domain.language.script.fold import compiled, fold

_EARLY = compiled(
    r"(?<!\bnot\s)(?<!n't\s)\b(?:early|(?<!go\s)ahead(?:\s+of\s+(?:time|schedule))?|in\s+advance|up\s?front|"
    r"right\s+away|straight\s+away|immediately)\b|提前|提早|(?<![不没]能)(?<!没法)(?<!不会)(?:马上|立刻|立即)|现在[就先]"
)
_MORE = compiled(
    r"\b(?:extra|additional)\b(?!\s+(?:time|days?|weeks?|months?|fees?|charges?|interest|costs?))"
    r"|\bon\s+top\b(?!\s+of\s+(?:my|our|rent|everything)\b)|(?<![最顶至不很许])多(?:还|付|给)|额外"
)
_ONCE = compiled(r"\b(?:once|one[\s-](?:time|off|extra|additional))\b|一次|一笔")
_SUPPOSED = compiled(r"\b(?:if|in\s+case)\b|如果|要是|假如|假设|万一|的话")
_AS_USUAL = compiled(
    r"\b(?:the\s+)?(?:rest|others?|other\s+(?:months|ones|payments)|everything\s+else|otherwise)\b[^.!?\n]{0,16}"
    r"\b(?:as\s+(?:usual|planned|agreed|before|normal|is|it\s+is)|the\s+same|unchanged)\b"
    r"|(?:平时|平常|其[他它余]|别的|剩下)[^。！\n]{0,5}(?:照旧|照常|不变|一样|照原|按原)"
)
_ONE = compiled(
    r"\b(?:instead\s+of|rather\s+than|not\s+(?:just\s+|only\s+)?(?:the\s+)?\$?\d|(?:this|next)\s+(?:time|month|week|one|payment|payday)"
    r"|(?:the\s+)?(?:next|first|coming)\s+(?:one|payment|instal+ment)|today|tonight|now|for\s+once|one\s+time"
    r"|(?:just|only)\s+(?:the\s+|this\s+)?once|one[\s-]off)\b"
    r"|就一次|(?:这|本|下|头|第一)(?:一|个)*(?:次|期|月|周|笔|回)|先[还付给]|今天|一次性?|而不是|不是\d"
)

_PAYS_MORE = compiled(
    r"\b(?:pay|paying|send|sending|put|add)\b[^.,!?\n\d]{0,20}\b(?:extra|more|additional)\b(?!\s+(?:time|than|days?|weeks?|months?|fees?|charges?|interest|payments?|instal))"
    r"|多(?:还|付|给)(?:一?[点些]|钱)"
)
_PAYS_NO_MORE = compiled(
    r"\b(?:can'?t|cannot|can\s+not|couldn'?t|won'?t|don'?t|not|never|unable|why|if|less|lower)\b|不|没法|少(?:还|付|给)|如果|要是|为什么"
)


def pays_more(text: str) -> bool:
    """Whether they want to pay more than is due, and name no sum: it is theirs to do."""
    plain = fold(text)
    return _PAYS_MORE.search(plain) is not None and _PAYS_NO_MORE.search(plain) is None


def is_early(text: str) -> bool:
    """Whether they would pay before it is due: at once, where they name no day."""
    return _EARLY.search(fold(text)) is not None


def adds_to_it(text: str) -> bool:
    """Whether the sum comes on top of what is due, or the words leave it open."""
    return _MORE.search(fold(text)) is not None


def is_extra_once(text: str, readings: Readings) -> bool:
    """Whether one sum comes once on top of the others: "an extra 500 in May", 五月多还一次两千."""
    plain, sums = fold(text), readings.amounts
    regular = readings.frequency is not None or readings.instalment_count not in (None, 1)
    if regular or len(sums) != 1 or sums[0].kind is not AmountKind.SUM or not adds_to_it(text):
        return False
    once = (_ONCE, _SUPPOSED, _AS_USUAL)
    return bool(readings.dates) or any(words.search(plain) for words in once)


def is_supposed(text: str) -> bool:
    """Whether it is said of what may be: "if business is good"."""
    return _SUPPOSED.search(fold(text)) is not None


def is_of_one_payment(text: str) -> bool:
    """Whether the sum is said of one payment alone."""
    return _ONE.search(fold(text)) is not None or is_early(text) or adds_to_it(text)
