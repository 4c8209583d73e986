"""Values that are doubtful because of another one of the turn; see `doubted_by_words` for words alone.

Asked last, when what the words deny, quote or leave unread is doubted already: it only ever doubts.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from arrears.domain.language.offered.corrections import is_reason
from arrears.domain.language.readings import (
    AmountKind,
    AmountReading,
    Certainty,
    DateProblem,
    DateReading,
    Readings,
)
from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import Span, compiled

_OR = compiled(r"\s*(?:or|to|and|through|thru|till?|until|-|/|,)?\s*(?:the|on|maybe)?\s*")
_SET_ASIDE = compiled(
    r"\b(?:instead\s+of|than|not|isn'?t|ain'?t|latest|at\s+the\s+latest)\s+(?:on\s+|by\s+|the\s+)*$|不是$|最[迟慢晚]$"
)
_LEADING = compiled(r"(?:(?:than|on|by|the)\s+)*")
_REFUSED = compiled(r"\s*(?:号)?(?:不行|不方便|没空)")
_TOP_AFTER = compiled(
    r"\s*(?:dollars|bucks)?\s*(?:tops|max|maximum|at\s+(?:the\s+)?most)\b|(?:块钱?|元)?(?:封顶|到顶|顶天)"
)
_TOP_BEFORE = compiled(
    r"(?:最多|顶多|顶天|最高|不超过|\b(?:at\s+(?:the\s+)?most|max|maximum|up\s+to|no\s+more\s+than))[^\d\s]{0,4}\s*\$?$"
)
_JOINED = compiled(
    r"\bif\s+not\b|\b(?:and|n|then|plus|rest|other|another|more|left|remaining|after|later)\b|[&+]|再|然后|剩|余|另|其他|和|后|加|还有|头|每|期"
)
_GIVEN = compiled(
    r"\b(?:give|send|pay|for)\s+(?:you|u|ya)\b|\b(?:you|u)(?:'?ll)?\s+(?:can\s+)?(?:get|have)\b|\bis\s+yours\b|[给还打转付][给到]?[你您]"
)
_PAYS = compiled(
    r"\b(?:pay\w*|send\w*|give|do|put|get|have|first|rest|other|and|then|more|plus|another|each|every|a\s+(?:week|month)|down|now|today|off)\b"
    r"|[还付给打转交汇补清分期先再每首剩余另结存到]"
)
_OR_SUM = compiled(r"\s*(?:or|或者?|还是)\s*\$?")
_TOGETHER = compiled(r"(?:[一总]共|合计|加起来|\b(?:total|altogether|in\s+all|makes|that'?s))[^\d]{0,4}\$?$")
_TWO = 2


def rival_sums(text: str, readings: Readings) -> set[Span]:
    """The sums of which another one may be the one that is meant."""
    sums = [one for one in readings.amounts if one.kind is AmountKind.SUM]
    doubtful = {span for one in sums for span in _of_two(text, one, sums)}
    doubtful |= {right.span for left, right in pairwise(sums) if _is_limit(text, left, right)}
    doubtful |= {one.span for at, one in enumerate(sums) if _is_total(text, one, sums[:at])}
    doubtful |= _beside_given(text, [one.span for one in sums])
    clear = [one for one in sums if one.certainty is not Certainty.UNSURE and one.span not in doubtful]
    return doubtful | ({one.span for one in sums} if _are_rivals(text, clear, readings) else set())


def _of_two(text: str, one: AmountReading, sums: Sequence[AmountReading]) -> set[Span]:
    """Both of "eighty or ninety"."""
    others = {each.span for each in sums if _OR_SUM.fullmatch(text, one.span[1], each.span[0])}
    return {one.span, *others} if others else set()


def _is_limit(text: str, left: AmountReading, right: AmountReading) -> bool:
    """Whether the second only says how far the first may go: 200, 225 tops; 两千 最多两千二."""
    limits = _TOP_AFTER.match(text, right.span[1]) or _TOP_BEFORE.search(text[: right.span[0]])
    return left.certainty is not Certainty.UNSURE and limits is not None


def _is_total(text: str, one: AmountReading, earlier: Sequence[AmountReading]) -> bool:
    """Whether it is what the sums before make together: 二十号三百二 二十七号二百三 一共五百五."""
    parts = sum(each.money.minor for each in earlier if each.money is not None)
    named = len(earlier) >= _TWO and one.money is not None and parts == one.money.minor
    return named and _TOGETHER.search(text[: one.span[0]]) is not None


def _beside_given(text: str, spans: Sequence[Span]) -> set[Span]:
    """The values of clauses without a payment, where another is given: 周五要两万六 周一给你四千."""
    clauses = {span: text[slice(*clause(text, span))] for span in spans}
    given = {words for words in clauses.values() if _GIVEN.search(words)}
    return {span for span, words in clauses.items() if given - {words} and not _PAYS.search(words)}


def _are_rivals(text: str, clear: Sequence[AmountReading], readings: Readings) -> bool:
    """Whether two sums stand side by side that no word joins, and that no plan and no second day parts."""
    planned = readings.plan.count is not None or readings.plan.frequency is not None
    if planned or len({one.money for one in clear}) < _TWO or len(readings.dates) >= _TWO:
        return False
    return _JOINED.search(text, clear[0].span[1], clear[-1].span[0]) is None


def rival_days(
    text: str, days: Sequence[DateReading], amounts: Sequence[AmountReading], today: date
) -> set[Span]:
    """The days after which a doubtful one is said, where no sum goes with them: 十号收麦子 九月一号才有钱."""
    rivals = [one.span for one in days if _is_rival(text, one, today)]
    clear = [one.span for one in amounts if one.certainty is not Certainty.UNSURE]
    return {one.span for one in days if _has_rival(text, one.span, rivals, clear)}


def _is_rival(text: str, one: DateReading, today: date) -> bool:
    """Whether it is a doubtful day that may be the one that is meant, and is not just set aside."""
    behind = one.problem is DateProblem.PAST or (one.on is not None and one.on < today)
    named = one.on is not None or (one.problem is DateProblem.AMBIGUOUS and one.month is None)
    sure = one.on is not None and one.certainty is not Certainty.UNSURE
    if behind or sure or not named or is_reason(text, one.span):
        return False
    leading = _LEADING.match(text, *one.span)  # a day's own words begin with its preposition
    before = text[: leading.end() if leading else one.span[0]]
    return not (_SET_ASIDE.search(before) or _REFUSED.match(text, one.span[1]))


def _has_rival(text: str, span: Span, rivals: Sequence[Span], sums: Sequence[Span]) -> bool:
    start, end = clause(text, span)
    if any(start <= each[0] < end for each in sums):
        return False
    return any(each[0] >= span[1] and not _OR.fullmatch(text, span[1], each[0]) for each in rivals)
