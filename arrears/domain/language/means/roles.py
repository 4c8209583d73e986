"""What a sum in a turn is: income, a cost of living, what is left over, or nothing of these.

One that was said of another time, in a supposition, of somebody else or to deny it has its role and is not
held to be so: what "now" follows on it may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto

from arrears.domain.language.means import words_en as en
from arrears.domain.language.means import words_zh as zh
from arrears.domain.language.means.page import MeansPage, Surroundings
from arrears.domain.language.means.rhythms import Rhythm, rhythms_in
from arrears.domain.language.script.fold import READ, Span, compiled, has_han

_NOTHING_BETWEEN = compiled(
    r"(?:[^\w\ue000\u4e00-\u9fff]|\b(?:it'?s|is|just|only|about|like|i|we|around|"
    r"more|down|to|at|the|are|make|get)\b|才|就|是|有|剩|大概|也|能|了|变成|涨到|降到|到|不到|一个月|每月|"
    r"只)*"
)
_BESIDE = compiled(
    r"(?:\s|[,/(-]|\b(?:is|comes|in|from|my|the|it|that|job|work|about|usually|net|gross|take|"
    r"home|clear|after|tax(?:es)?|before|at|altogether|total|pay)\b|左右|的)*"
)

_PAID = compiled(
    r"\bpa(?:y|id|ying)|che(?:ck|que)|到手|实发"
)  # has the rhythm of paydays where it names none


class Role(Enum):
    """What a sum is to the one who says it."""

    INCOME = auto()
    COSTS = auto()
    LEFT_OVER = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """A sum with its role, and the words that gave it."""

    at: int  # the number of the sum
    role: Role
    cue: str
    rhythm: Rhythm | None  # None: not said
    needs_rhythm: bool  # without one it is no regular income or cost
    held: bool  # whether it is said to be so, of oneself, today
    total: bool = False  # of the costs
    added: bool = False  # said to come on top of the one before


@dataclass(frozen=True, slots=True)
class _Match:
    role: Role
    cue: str
    needs_rhythm: bool
    starts: int  # of the cue, in the words before the sum; their end where it follows
    then: bool = False  # told of another time


def parts_of(page: MeansPage) -> list[Part]:
    """The sums of the page that have a role, in order."""
    found: list[Part] = []
    for at in range(len(page.sums)):
        part = _part(page, at, found[-1] if found and found[-1].at == at - 1 else None)
        found += [] if part is None else [part]
    return found


def _part(page: MeansPage, at: int, last: Part | None) -> Part | None:
    around = page.around(at)
    if zh.SPOKEN_OF.match(around.after):
        return None
    rhythm = _rhythm(around, page.sums[at].span)
    match = _match(around, page.text[: page.sums[at].span[0]], rhythm)
    if match is not None:
        held = not match.then and _is_held(around, match)
        total = bool(en.TOTAL.search(around.before) or zh.TOTAL.search(around.before))
        also = around.added or bool(en.ALSO.search(around.before) or zh.ALSO.search(around.before))
        return Part(at, match.role, match.cue, rhythm, match.needs_rhythm, held, total, also)
    if last is not None and around.said_now and _NOTHING_BETWEEN.fullmatch(around.before):
        return Part(at, last.role, last.cue, rhythm or last.rhythm, last.needs_rhythm, held=True)
    return None


def _rhythm(around: Surroundings, of_sum: Span) -> Rhythm | None:
    """Just after the sum, else before it, else further on; where it stands in the whole text."""
    after, before = rhythms_in(around.after), rhythms_in(around.before)
    near = [one for one in after if _BESIDE.fullmatch(around.after[: one.span[0]])]
    found = next(iter([*near, *reversed(before), *after]), None)
    if found is None:
        return None
    offset = of_sum[0] - len(around.before) if found in before and found not in near else of_sum[1]
    return replace(found, span=(found.span[0] + offset, found.span[1] + offset))


def _match(around: Surroundings, text_before: str, rhythm: Rhythm | None) -> _Match | None:
    return (
        _paid_then(around, text_before, rhythm)
        or _then(around)
        or _income(around, rhythm)
        or _left(around, text_before, rhythm)
        or _costs(around)
    )


def _first(
    patterns: Iterable[re.Pattern[str]], words: str, role: Role, *, needs_rhythm: bool = False
) -> _Match | None:
    for pattern in patterns:
        if (match := pattern.search(words)) is not None:
            return _Match(role, match["cue"], needs_rhythm, match.start("cue"))
    return None


def _paid_then(around: Surroundings, text_before: str, rhythm: Rhythm | None) -> _Match | None:
    """What comes in on the payday that was named just before it."""
    paid = en.PAID_THEN.search(text_before) if rhythm is not None else None
    if not (paid or zh.PAID_THEN.search(text_before)):
        return None
    if en.NOT_EARNED.match(around.after) or zh.NOT_EARNED.match(around.after):
        return None
    return _Match(Role.INCOME, "", False, len(around.before))


def _then(around: Surroundings) -> _Match | None:
    for role, patterns in (
        (Role.INCOME, (en.INCOME_THEN, zh.INCOME_THEN)),
        (Role.COSTS, (en.COSTS_THEN, zh.COSTS_THEN)),
    ):
        if any(pattern.search(around.before) for pattern in patterns):
            return _Match(role, "", False, len(around.before), then=True)
    return None


def _income(around: Surroundings, rhythm: Rhythm | None) -> _Match | None:
    before, after = around.before, around.after
    if en.NOT_EARNED.match(after) or zh.NOT_EARNED.match(after) or en.LEFT_AFTER.match(after):
        return None
    sure = _first((*en.INCOME, *zh.INCOME), before, Role.INCOME)
    per = _first((*en.INCOME_PER, *zh.INCOME_PER), before, Role.INCOME, needs_rhythm=True)
    if sure is not None or (per is not None and (rhythm is not None or _PAID.search(per.cue))):
        found = sure or per
        return None if found is None or _costs_nearer(before, found) else found
    benefit = en.BENEFIT_AFTER.match(after) and en.BENEFIT_BEFORE.search(before)
    if benefit or (en.INCOME_AFTER.match(after) and not en.NO_COST_BEFORE.search(before)):
        return _Match(Role.INCOME, "", False, len(before))
    if zh.INCOME_AFTER.match(after) and not zh.OWED_WAGES.search(before):
        return _Match(Role.INCOME, "", False, len(before))
    return None


def _costs_nearer(before: str, income: _Match) -> bool:
    """员工工资 is a cost, though 工资 is an income."""
    costs = _first((*en.COSTS, *zh.COSTS), before, Role.COSTS)
    return costs is not None and (
        costs.starts > income.starts or costs.starts + len(costs.cue) == income.starts + len(income.cue)
    )


def _left(around: Surroundings, text_before: str, rhythm: Rhythm | None) -> _Match | None:
    before, after = around.before, around.after
    regular = rhythm is not None or bool(
        en.AFTER_COSTS.search(text_before)
        or en.AFTER_COSTS.search(after)
        or zh.AFTER_COSTS.search(text_before)
    )
    if not regular or zh.LEFT_OWED.match(after) or en.NOT_EARNED.match(after):
        return None
    if (match := zh.LEFT[0].search(before)) is not None:
        saved = match["cue"].endswith(("攒", "存", "攒下", "存下")) and zh.LEFT_SAVED_FOR.match(after)
        rest = match["cue"].startswith(("剩", "余下"))
        regular_rest = zh.LEFT_OF_DEBT.match(before, match.end("cue")) and rhythm is not None
        own = zh.AFTER_COSTS.search(text_before) or zh.OWN_MONEY.search(text_before)
        of_debt = rest and (zh.PAYS_BEFORE.search(text_before) or (regular_rest and not own))
        return None if saved or of_debt else _Match(Role.LEFT_OVER, match["cue"], False, match.start("cue"))
    if (found := _first(en.LEFT, before, Role.LEFT_OVER)) is not None:
        return found
    held = _first((en.LEFT_HELD,), before, Role.LEFT_OVER)
    if held is None or en.LEFT_ONCE.match(after):
        return None
    if en.LEFT_AFTER.match(after) or en.AFTER_COSTS.search(around.sentence + after):
        return held
    # "After rent, i have 200 each month": the costs are in the clause before.
    return held if en.AFTER_COSTS.search(text_before) and rhythm is not None else None


def _costs(around: Surroundings) -> _Match | None:
    before, after = around.before, around.after
    found = _first((*en.COSTS, *zh.COSTS), before, Role.COSTS) or _first(
        (*en.COSTS_PER, *zh.COSTS_PER), before, Role.COSTS, needs_rhythm=True
    )
    if found is not None:
        return _of_the_costs(before, found)
    match = en.COSTS_AFTER.match(after) or zh.COSTS_AFTER.match(after)
    if match is None or en.NO_COST_BEFORE.search(before) or zh.NO_COST_BEFORE.search(before):
        return None
    said = match.groupdict()
    if said["cue"] == "bills" and not said.get("link"):
        return None  # "twenty dollar bills"
    if said["cue"] and (said.get("link") or "").startswith(("for", "to")) and en.HELD_FOR.search(before):
        return None
    return _Match(Role.COSTS, said["cue"] or "living", False, len(before))


def _of_the_costs(before: str, found: _Match) -> _Match | None:
    """The cost; "what is left after bills is 75" names none, and what is owed of one is no regular one."""
    lead = before[: found.starts]
    if en.LESS.search(lead):
        return _Match(Role.LEFT_OVER, found.cue, False, found.starts) if en.REMAINS.search(lead) else None
    return None if zh.LESS.search(lead) or en.OWED.search(lead) or zh.OWED.search(lead) else found


def _is_held(around: Surroundings, match: _Match) -> bool:
    lead, before = around.before[: match.starts], around.before
    if en.FORMERLY.search(before) or zh.FORMERLY.search(before) or en.FORMERLY.search(around.after):
        return False
    if en.DENIED.search(before) or zh.DENIED.search(before):
        return False
    if match.role is not Role.LEFT_OVER and _is_supposed(around):
        return False
    if match.role is Role.LEFT_OVER:
        return not re.search(r"\bif\b|如果|要是|下个?月|以前|希望", around.sentence)
    if match.role is Role.INCOME and zh.OWED_WAGES.search(lead):
        return False
    others = zh.OTHERS if match.role is Role.INCOME else zh.OTHERS_COSTS
    return not en.OTHERS.search(lead) and not others.search(lead)


def _is_supposed(around: Surroundings) -> bool:
    supposed = en.SUPPOSED.search(around.sentence) or zh.SUPPOSED.search(
        around.before.rsplit(READ, 1)[-1] if has_han(around.before) else ""
    )
    return supposed is not None
