"""A plan in two steps: "100 a month until June and then 200", 每月750到六月，以后每月1500.

A plan here has one sum. The first step is the one that is offered; what comes after it is heard as doubtful,
and so is the day on which it ends: nobody begins to pay there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from arrears.domain.language.plans.frequencies import EVERY
from arrears.domain.language.readings import AmountKind, AmountReading, Certainty, DateReading
from arrears.domain.language.script.fold import Span, compiled, has_han

_RHYTHM_EN = (
    rf"(?:(?:\b(?:an?|per|{EVERY}|each)\s+|/\s?)(?:other\s+|(?:two|2)\s+)?(?:weeks?|wk|months?|mo|mth|fortnight)"
    r"|\b(?:bi-?)?weekly|\bmonthly)"
)
_UNTIL_EN = r"[\s,]+(?:from\s+now\s+)?(?:up\s+)?(?:until|till?|through|thru|to)\b"
_RHYTHM_ZH = r"(?:每个?|一个?)(?:月|周|星期|礼拜)"
_NEXT_STEP = compiled(
    rf"\s*(?:dollars\s+|bucks\s+)?{_RHYTHM_EN}{_UNTIL_EN}[^.;!?]{{1,24}}\b(?:then|after(?:wards?)?)\b[^.;!?]{{0,20}}"
    r"|(?:块钱?|元)?(?:先)?(?:还|付|给)?(?:一直)?[到至][^\s,，。；]{1,8}[\s,，。]*(?:以后|之后|然后|再|接着|后面|从)[^。；]{0,8}"
)
_RHYTHM_BEFORE = compiled(rf"{_RHYTHM_ZH}(?:先|再|只|能|可以|[还付给交])*$")
_ENDS = compiled(
    rf"{_RHYTHM_EN}{_UNTIL_EN}[^.,;!?]{{0,24}}$|{_RHYTHM_ZH}[^\s,，。；]{{0,10}}[\d百千万块元十](?:一直)?(?:还)?[到至][^\s,，。；]{{1,10}}$"
)
_MORE_LATER = compiled(
    r"(?:份)?(?:以后|之后|后|起|开始)(?:我|就|能|可以)*再?(?:多|加|涨|一次|全部?|都|结清|还清|付清)"
)
_RHYTHM_SAID = compiled(rf"{_RHYTHM_ZH}[^。；]*[,，\s][^,，。；]*$")


def doubted_steps(text: str, found: Sequence[AmountReading]) -> list[AmountReading]:
    """The sums; one that is to be paid only after another, which goes before it, is doubtful."""
    sums = [one for one in found if one.kind is AmountKind.SUM]
    later = {right.span for left, right in pairwise(sums) if _is_next_step(text, left.span, right.span)}
    return [replace(one, certainty=Certainty.UNSURE) if one.span in later else one for one in found]


_CLEARED_BY = compiled(
    r"\b(?:clear(?:ed)?|pa(?:y|id)|finish(?:ed)?|done|settled?|gone)\b[^.,;!?]{0,20}\b(?:by|before)\s+(?:the\s+)?(?:end\s+of\s+)?$"
)
_CLEARED_BEFORE_ZH = compiled(
    r"(?:之前|以前|前|之内|内)?(?:我|肯定|一定|会|能|就|可以|争取|应该|保证|全部?|都|把|它)*[还结付](?:清|完|掉)"
)


def doubted_ends(text: str, found: Sequence[DateReading], *, regular: bool) -> tuple[DateReading, ...]:
    """The dates; one until which something is paid, or from which it is more, is no day to begin on.

    With `regular` payments, nor is the one by which all of it is cleared.
    """
    return tuple(
        replace(one, certainty=Certainty.UNSURE)
        if _is_end(text, one.span) or (regular and _is_cleared_by(text, one.span))
        else one
        for one in found
    )


def _is_cleared_by(text: str, span: Span) -> bool:
    return bool(_CLEARED_BY.search(text[: span[0]]) or _CLEARED_BEFORE_ZH.match(text, span[1]))


def _is_next_step(text: str, left: Span, right: Span) -> bool:
    gap = text[left[1] : right[0]]
    rhythm = not has_han(gap) or _RHYTHM_BEFORE.search(text[: left[0]]) is not None
    return rhythm and _NEXT_STEP.fullmatch(gap) is not None


def _is_end(text: str, span: Span) -> bool:
    if _ENDS.search(text[: span[1]]):
        return True
    return bool(_MORE_LATER.match(text, span[1]) and _RHYTHM_SAID.search(text[: span[0]]))
