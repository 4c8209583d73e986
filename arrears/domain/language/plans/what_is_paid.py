"""What one instalment is and what is paid before the first, by the words beside the amounts."""

from __future__ import annotations

from arrears.domain.language.plans.frequencies import EVERY
from arrears.domain.language.plans.instalments import Rhythm
from arrears.domain.language.readings import AmountKind, AmountReading, PlanReading
from arrears.domain.language.script.fold import compiled
from arrears.domain.money import Money

_EACH_BEFORE = compiled(
    r"(?:(?:payments?|pmts?|instal?lments?|parts?|pieces?|x)\s*(?:of|at|for)?\s*\$?"
    r"|(?:每|一)(?:期|次|笔|回)(?:[还付给]|能|能不能|只|最多|降到|减到)*"
    r"|每?一?个?(?:月|周|星期|礼拜|季度?)(?:再|只|能|可以|最多|至少|固定|慢慢|[还付给打转交出])*|(?:weekly|monthly|biweekly|quarterly)\s*(?:payments?)?\s*(?:of)?\s*\$?)$"
)
_EACH_AFTER = compiled(
    rf"\s*(?:each\b|apiece|(?:a|per|{EVERY}|each)\s*(?:month|mo|mth|week|wk|fortnight|quarter|other|two|2|pay)|/\s?(?:mo|month|wk|week)|monthly|weekly|biweekly|"
    r"bi-weekly|quarterly|twice\s+a|semi|instal?lments|payments|一期|一次|一个月|一周|每[期月周])"
)
_DOWN_AFTER = compiled(
    r"\s*(?:down\b(?!\s+for)|up\s?front\b|deposit\b|to\s+start\b|initially\b)|(?:块|元)?(?:首付|定金)"
)
_DOWN_BEFORE = compiled(r"(?:(?:put|pay)\s+down|down\s*payment\s+(?:of|is)?|首付款?|首期|定金)\s*\$?$")
_FIRST_BEFORE = compiled(r"(?:先(?:还|付|给|交|打|转)|\bfirst\s+pay|\bpay)\s*\$?$")
_REST_AFTER = compiled(r"\b(?:the\s+rest|remaining|remainder|balance|then)\b|剩|余下|其余|之后|然后")


def plan_reading(text: str, rhythm: Rhythm, amounts: list[AmountReading]) -> PlanReading:
    """The rhythm with the amount of one instalment and the down payment, each where exactly one was said."""
    planned = rhythm.count is not None or rhythm.frequency is not None
    sums = [one for one in amounts if one.kind is AmountKind.SUM]
    down = [one for one in sums if planned and is_down(text, one)]
    each = [one for one in sums if one not in down and _is_each(text, one)]
    return PlanReading(
        rhythm.count,
        rhythm.count_span,
        frequency=rhythm.frequency,
        frequency_span=rhythm.frequency_span,
        each=_only(each),
        down=_only(down),
    )


def _is_each(text: str, one: AmountReading) -> bool:
    return bool(_EACH_BEFORE.search(text[: one.span[0]]) or _EACH_AFTER.match(text, one.span[1]))


def is_down(text: str, one: AmountReading) -> bool:
    """Whether the words call the sum a down payment, or what is paid before the rest."""
    before, after = text[: one.span[0]], text[one.span[1] :]
    if _DOWN_AFTER.match(after) or _DOWN_BEFORE.search(before):
        return True
    return bool(_FIRST_BEFORE.search(before) and _REST_AFTER.search(after))


def _only(found: list[AmountReading]) -> Money | None:
    values = {one.money for one in found}
    return values.pop() if len(values) == 1 else None
