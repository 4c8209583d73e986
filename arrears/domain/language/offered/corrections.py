"""Values that stand no more: taken back, denied for another, said again, or summed up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from arrears.domain.language.dates.events import BENEFITS_EN, BENEFITS_ZH
from arrears.domain.language.offered.taken_back import corrected, unsettled
from arrears.domain.language.readings import AmountKind, AmountReading, Certainty, DateReading
from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import Span, compiled, has_han

_NOT_ZH = (
    r"(?:不是(?:说)?(?:给|还)?|没(?:有)?[说讲]过?|(?:啥|什么)时候[说讲答]应?过?|"
    r"谁[说讲答]应?过?|不(?:要|用)?)"
)
_NOT_BEFORE = compiled(
    rf"(?:(?<!if )\bnot|\bisn'?t|\bisnt|\bwasn'?t|\bain'?t)\s+(?:like\s+|for\s+|on\s+|by\s+|the\s+)*\$?$|"
    rf"{_NOT_ZH}$"
)
_BUT = compiled(
    r"[\s,.;:!-]*(?:(?:but|rather|just|only|it'?s|it\s+is|is|more\s+like|the|on|by|i\s+said|i\s+meant|like|for)[\s,]*)*\$?"
    r"|[\s,\uff0c\u3002;；]*(?:的|了|我|而|说|讲|明明|是|只|块钱?|元)*"
)
_ECHO = compiled(
    r"\s*[(,:.]\s*|[\s,.\uff0c\u3002\u3001]*(?:(?:我?再?[数看算]一?下)?对的?|是的?|嗯+|没错|yes|yeah|yep|yup|right|correct|that'?s\s+right)[\s,.\uff0c\u3002\u3001]*"
)
_COMMA = compiled(r"\s*[,\uff0c、]\s*\$?")
_ENDS = compiled(r"(?:块钱?|元)?(?:了|吧|啊)?\W*$|\s*(?:bucks|dollars|for\s+now)\W*$")
_NO_MORE = compiled(
    r"[,.;!]\s*(?:only|just|that'?s(?:\s+all)?)\s+\$?$|[\s,\uff0c\u3002](?:就|只[有能]?)(?:还|给)?$"
)
_AND = compiled(r"[\s,]*(?:and|or|&|和|跟|、)?[\s,]*(?:on\s+)?(?:the\s+)?")
_HOLIDAY_IS = compiled(r"\b(?:day|christmas|halloween)\s+is\b")  # Labor Day is the 7th, so the 8th
_NAMED_ANEW = compiled(r"(?:make\s+it|do|prefer|say|maybe)\b")
_SO = compiled(r"[\s,]+(?:so|since|as)\b|所以|[\s,\uff0c]")
_ELSEWHERE = compiled(
    r"\b(?:get\s+paid|gets\s+paid|payday|rent|mortgage|due(?!\s+(?:date|day))|pay\s?check|check\s+(?:comes|hits|clears|lands)|direct\s+deposit)\b|"
    rf"\b{BENEFITS_EN}(?:\s+(?:check|money|payment|deposit))?\s+(?:(?:usually|always|only|should|will|also)\s+)*"
    r"(?:comes?|clears?|hits?|lands?|drops?|arrives?|posts?|deposits?|goes\s+in|pays|gets\s+(?:here|in|deposited|paid)|is\s+paid)\b|"
    rf"\b(?:get|gets|receive|receives|draw|collect)\s+(?:(?:my|his|her|our|the)\s+)?{BENEFITS_EN}\b|"
    rf"(?:发|开|领|结)(?:工资|薪水?|工钱|{BENEFITS_ZH})|(?:发|开|领)钱|开支|发薪|(?:账单|出账)日|"
    r"工资(?:到|下来|[^\s,，。还付给]{0,10}发)|"
    rf"{BENEFITS_ZH}[^\s,，。还付给交缴扣]{{0,10}}(?:发|下来|到(?![时期底]))|[交缴]社保|社保[^\s,，。还付给]{{0,6}}[交缴]|房租|房贷|车贷|交租|生意|客人|营业额"
)
_BIG_DAY = compiled(
    r"\s*(?:'s|is|are)\s+(?:always\s+|usually\s+)?(?:our|my|the)\s+(?:big(?:gest)?|best|busy|busiest|strongest)\s+(?:day|night)s?\b"
)
_WANTED = compiled(
    r"\b(?:want|like|prefer|make\s+it|move|change|switch|push)\b|[改换挪调]|以后都|都.{0,8}[还付]"
)
_TOO = compiled(r"\btoo\b|\b(?:can|do|wo)n'?t\b|太|不[行了]|没")
_HAVING = compiled(r"(?:只有|就有|(?:手[头里上]|卡里|身上|兜里)有|凑[了到])$|\bonly\s+(?:have|got)\s+\$?$")
_GIVES_IT = compiled(
    r"(?:块钱?|元)?[\s,\uff0c]*(?:我|就|先|都|能|可以|全){0,3}[还给打转付](?:给)?[你您]们?|(?:\s+dollars|\s+bucks)?[\s,]*(?:so\s+)?i(?:'?ll|\s+can|\s+will)\s+(?:give|send|pay)\s+(?:you\s+)?(?:the\s+|that\s+)?\$?"
)
_EACH = compiled(r"\s*(?:a|per|every|each)\s+(?:week|month|mo|wk)\b")
_OWED_BEFORE = compiled(r"欠[你您]?们?的(?:那|这)?$")  # beside it stands what is offered
_TWO = 2
_ROUNDED = compiled(r"凑(?:个|成|够)?整|\bround(?:ed|ing)?\s+(?:it\s+)?up\b")
_TOGETHER = compiled(r"(?:一共|总共|合计|加起来|\b(?:total|altogether|makes|that'?s)\s*)[^\s\d]{0,2}\s*\$?$")
_SETTLES = compiled(r"(?:块钱?|元)?[\s,\uff0c]*(?:一笔勾销|两清|了结|了断|结清|算了|拉倒|行不|行吗|成不)")
_ALONE, _ALONE_AFTER = compiled(r"(?:^|[\s,\uff0c])$"), compiled(r"(?:块钱?|元)?[\s,\uff0c]")
_THE_REST = compiled(r"(?:剩余|剩下|余下|其余|余款|尾款)[^\s,\uff0c。]{0,8}$")


def settled_amounts(
    text: str, found: Sequence[AmountReading], *, days: Iterable[Span] = (), all_named: bool = False
) -> list[AmountReading]:
    """The amounts, less those taken back or said again; one denied for the next is doubtful.

    With `all_named` what is denied counts: 欠款12750不对 应该是9750 names both.
    """
    spans = [one.span for one in found]
    taken_back = corrected(text, spans, days)
    left_out = _said_again(text, found) | (set() if all_named else taken_back)
    denied = _contrasted(text, spans) | (taken_back if all_named else set())
    if len(spans) > 1:
        denied |= {span for span in spans if _OWED_BEFORE.search(text[: span[0]])}
    if not all_named:
        denied |= unsettled(text, spans, days)
    denied |= _cleared_sums(text, found) | _summed_up(text, found)
    return [
        replace(one, certainty=Certainty.UNSURE) if one.span in denied else one
        for one in found
        if one.span not in left_out
    ]


def _cleared_sums(text: str, found: Sequence[AmountReading]) -> set[Span]:
    """The wholes that are all of a sum named before in the clause: 余款三千于十号前结清."""
    sums = [one.span for one in found if one.kind is AmountKind.SUM]
    wholes = [one.span for one in found if one.kind is AmountKind.FULL]
    starts = {span: clause(text, span)[0] for span in wholes if has_han(text)}
    return {span for span, start in starts.items() if any(start <= one[0] < span[0] for one in sums)}


def _summed_up(text: str, found: Sequence[AmountReading]) -> set[Span]:
    """The parts before what they make together, what is owed before what settles it, the rest beside sums."""
    sums = [one for one in found if one.kind is AmountKind.SUM and one.money is not None]
    denied: set[Span] = set()
    for at, one in enumerate(sums):
        parts = sum(each.money.minor for each in sums[:at] if each.money is not None)
        total = one.money is not None and parts == one.money.minor
        if at > 1 and total and _TOGETHER.search(text[: one.span[0]]):
            denied |= {each.span for each in sums[:at]}
    if len(sums) == _TWO and _SETTLES.match(text, sums[1].span[1]) and _ALONE.search(text[: sums[0].span[0]]):
        denied |= {sums[0].span} if _ALONE_AFTER.match(text, sums[0].span[1]) else set()
    for left, right in pairwise(sums):
        if _ROUNDED.search(text[left.span[1] : right.span[0]]):
            denied.add(left.span)
    if sums:
        wholes = [one.span for one in found if one.kind is AmountKind.FULL]
        denied |= {span for span in wholes if _THE_REST.search(text[: span[0]])}
    return denied


def doubted_where_denied(
    text: str, found: Sequence[DateReading], *, moves: bool = False
) -> tuple[DateReading, ...]:
    """The dates; one denied for the next is doubtful, if not a due day that `moves` to the next."""
    spans = [one.span for one in found]
    days = {one.span for one in found if one.on is not None}
    denied = set() if moves else _contrasted(text, spans) | unsettled(text, spans)
    denied |= _only_reasons(text, spans) & days
    return tuple(replace(one, certainty=Certainty.UNSURE) if one.span in denied else one for one in found)


def _only_reasons(text: str, spans: Iterable[Span]) -> set[Span]:
    """Payday the 15th, so the 16th: the day on which money comes or goes elsewhere, before the one meant."""
    reasons: set[Span] = set()
    for left, right in reversed(list(pairwise(sorted(spans)))):
        own = has_han(text) and _ELSEWHERE.search(text[slice(*left)])  # 三十号发工资 一号还
        if _AND.fullmatch(text[left[1] : right[0]]) and not own and not _NAMED_ANEW.match(text, right[0]):
            reasons |= {left} if right in reasons else set()
        elif is_reason(text, left):
            reasons.add(left)
        elif _wants(text, left) and is_reason(text, right):
            reasons.add(right)
    return reasons


def is_reason(text: str, span: Span) -> bool:
    """Whether money comes or goes elsewhere on that day, or it is told what holiday or big day it is."""
    if _HOLIDAY_IS.search(text[slice(*span)]) or _BIG_DAY.match(text, span[1]):
        return True
    return _ELSEWHERE.search(text[slice(*_between_breaks(text, span))]) is not None


def _wants(text: str, span: Span) -> bool:
    """Whether the day is the one that is wanted, and has nothing against it."""
    own = text[slice(*clause(text, span))]
    return _WANTED.search(own) is not None and _TOO.search(own) is None


def _between_breaks(text: str, span: Span) -> Span:
    start, end = clause(text, span)
    return start, min([end, *(match.start() for match in _SO.finditer(text, span[1]))])


def _contrasted(text: str, spans: Iterable[Span]) -> set[Span]:
    """Not 1000, 100: one of two is denied for the other; 100, not 1000."""
    denied: set[Span] = set()
    for left, right in pairwise(sorted(spans)):
        if _NOT_BEFORE.search(text[: left[0]]) and _BUT.fullmatch(text[left[1] : right[0]]):
            denied.add(left)
        elif _NOT_BEFORE.search(text[: right[0]]):
            # 还的八百不是八百五 without a stop denies the one or corrects the other; 是八百不是八百五 denies.
            said = text[: left[0]].strip()
            either = text[left[1] : right[0]] == "不是" and bool(said) and not said.endswith("是")
            denied |= {left, right} if either else {right}
    return denied


def _said_again(text: str, found: Sequence[AmountReading]) -> set[Span]:
    """Half, yes, half; and what is the whole is the whole once."""
    again = {one.span for one in [one for one in found if one.kind is AmountKind.FULL][1:]}
    listed = {
        left.span for left, right in pairwise(found) if _COMMA.fullmatch(text, left.span[1], right.span[0])
    }
    for left, right in pairwise(found):
        if {left.span, right.span} <= listed:  # 100, 100, 60
            continue
        echoed = _ECHO.fullmatch(text[left.span[1] : right.span[0]]) or _is_same_part(text, left, right)
        repeats = (_is_round, _is_all, _is_what_there_is)
        echoed = echoed or any(is_one(text, left.span, right.span) for is_one in repeats)
        if replace(left, span=right.span) == right and echoed:
            again.add(right.span)
    return again


def _is_what_there_is(text: str, left: Span, right: Span) -> bool:
    """Whether what they have is what they give: 手头只有一千一先给你一千一."""
    gives = _GIVES_IT.fullmatch(text[left[1] : right[0]])
    return gives is not None and _HAVING.search(text[: left[0]]) is not None


def _is_round(text: str, left: Span, right: Span) -> bool:
    """Whether it is said once more that it is that much: 两万 两万整."""
    return not text[left[1] : right[0]].strip() and text[right[1] :].startswith("整")


def _is_all(text: str, left: Span, right: Span) -> bool:
    """Whether it is said once more that it is no more than that: 20 today, only 20; 先还两百 就两百."""
    return bool(_NO_MORE.search(text[left[1] : right[0]]) and _ENDS.match(text, right[1]))


def _is_same_part(text: str, left: AmountReading, right: AmountReading) -> bool:
    """Forty a month, and again: forty a month."""
    parts = [_EACH.match(text, one.span[1]) for one in (left, right)]
    first, again = parts
    return first is not None and again is not None and first.group() == again.group()
