"""An offer in plain words, every amount and day in it; `wording.offer_words` says it in a language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money, display
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.runs import (
    Run,
    is_after_a_weekend,
    moved_days,
    runs_of,
    starts_elsewhere,
    usual_days,
)

REMINDER = "plan.reminder"
"""What the terms come to, of which the whole has just reached the borrower twice."""

READ_BACKS = frozenset(
    {
        "plan.read_back",
        "plan.read_back_again",
        "plan.read_back_between",
        "plan.read_back_short",
        "plan.read_back_so",
        "plan.yes_or_change",
        REMINDER,
        "offer.counter",
        "offer.one",
        "relief.offer",
        "change.read_back",
        "approval.approved",
        "approval.declined_offer",
    }
)
"""Messages with the whole terms of one offer, or a reminder of them: a yes to one makes them binding."""

_LISTED = 6
"""Up to so many payments have every day named; of more, a rhythm names the first and the last one."""
_PAIR = 2
_HEARD = 2
"""The same for the ear, which keeps no list."""
_MOVED_HEARD = 1
"""So many moved days are named on a call, beside the first and the last; of more, only their number."""
_MOVED_NAMED = 2
"""So many days after a weekend are named in writing; of more, the rule that moves them is said once."""
_KINDS = {
    PlanType.HARDSHIP: "schedule.hardship",
    PlanType.SETTLEMENT: "schedule.settlement",
    PlanType.RENEWAL: "schedule.renewal",
    PlanType.EXTENSION: "schedule.extension",
    PlanType.INTEREST_ONLY: "schedule.interest_only",
    PlanType.REVENUE_LINKED: "schedule.revenue_linked",
    PlanType.SEASONAL: "schedule.seasonal",
    PlanType.FLEXIBLE: "schedule.flexible",
}
"""What is said around the payments of a kind; of the others, the payments say it all."""


class Words(Protocol):
    """The reviewed phrases of one language."""

    @property
    def brief(self) -> bool:
        """Whether they are for the ear: what is listed is summed up."""

    def part(self, key: str, /, **values: str) -> str:
        """A part of a sentence."""

    def day(self, day: date, after: date | None = None) -> str:
        """A day, in short when it is said after another one."""

    def days(self, days: Iterable[str]) -> str:
        """Several days in a row."""

    def items(self, items: Iterable[str]) -> str:
        """Several things in a row that have commas in them."""


def offer_said(words: Words, offer: Offer) -> str:
    """The kind where it matters, the payments, what is waived, what stays due, and the day of a review."""
    if not offer.instalments:
        return _pause(words, offer)
    text = _payments(words, offer)
    if offer.kind in _KINDS:
        text = words.part(_KINDS[offer.kind], schedule=text, percent=str(offer.takings_percent or ""))
    if offer.waived:
        text = words.part("schedule.waived", schedule=text, waived=display(offer.waived))
    if offer.left_due:
        text = words.part("schedule.left", schedule=text, rest=display(offer.left_due))
    if offer.review_on is not None:
        text = words.part("schedule.review", schedule=text, date=words.day(offer.review_on))
    return text


def offer_reminded(words: Words, offer: Offer) -> str | None:
    """How many payments, of how much, how often and from when; None where so little does not say it."""
    if offer.frequency is None or len(offer.instalments) <= _PAIR or offer.kind is not PlanType.INSTALMENTS:
        return None
    days = tuple(item.on for item in offer.instalments)
    usual = usual_days(days, offer.frequency)
    if offer.left_due or not _all_but_last_equal(offer) or usual is None or starts_elsewhere(days, usual):
        return None
    return words.part(
        "schedule.reminder",
        count=str(len(offer.instalments)),
        amount=display(offer.instalments[0].amount),
        frequency=words.part(f"frequency.{offer.frequency}"),
        first=words.day(offer.first_on),
        total=display(offer.total),
    )


def _pause(words: Words, offer: Offer) -> str:
    if offer.review_on is None:
        raise ValueError("an offer without payments ends with a review")
    return words.part("schedule.pause", date=words.day(offer.review_on), rest=display(offer.left_due))


def _payments(words: Words, offer: Offer) -> str:
    if len(offer.instalments) == 1:
        return _once(words, offer.instalments[0].amount, offer.first_on, None)
    days = tuple(item.on for item in offer.instalments)
    usual = None if offer.frequency is None else usual_days(days, offer.frequency)
    few = len(days) <= (_HEARD if words.brief else _LISTED)
    # Of two that differ neither is one of several "each".
    usual = None if len(days) == _PAIR and not _all_equal(offer) else usual
    regular = usual is not None and not starts_elsewhere(days, usual) and _all_but_last_equal(offer)
    if usual is not None and regular and (usual == days or not few):
        return _with_moved(words, _regular(words, offer), moved_days(days, usual), offer)
    text = _in_runs(words, offer, None if few else offer.frequency)
    if not few or usual is None or offer.kind is PlanType.REVENUE_LINKED:
        return text
    return words.part("schedule.rhythm", frequency=words.part(f"frequency.{offer.frequency}"), schedule=text)


def _all_equal(offer: Offer) -> bool:
    return len({item.amount for item in offer.instalments}) == 1


def _all_but_last_equal(offer: Offer) -> bool:
    first = offer.instalments[0].amount
    return all(item.amount == first for item in offer.instalments[:-1])


def _regular(words: Words, offer: Offer) -> str:
    first, last = offer.instalments[0], offer.instalments[-1]
    return words.part(
        "schedule.equal" if last.amount == first.amount else "schedule.last_smaller",
        count=str(len(offer.instalments)),
        amount=display(first.amount),
        last_amount=display(last.amount),
        frequency=words.part(f"frequency.{offer.frequency}"),
        first=words.day(first.on),
        last=words.day(last.on),
        total=display(offer.total),
    )


def _in_runs(words: Words, offer: Offer, frequency: Frequency | None) -> str:
    """Those of one amount together, in their rhythm where it is given."""
    before: date | None = None
    items, moved = [], list[tuple[date, date]]()
    for run in runs_of(offer.instalments, frequency):
        items.append(_run(words, offer, run, before))
        before = run.days[-1]
        moved += run.moved
    text = words.part("schedule.list", items=words.items(items), total=display(offer.total))
    return _with_moved(words, text, moved, offer)


def _run(words: Words, offer: Offer, run: Run, before: date | None) -> str:
    if len(run.days) == 1:
        return _once(words, run.amount, run.days[0], before)
    if run.usual is None and words.brief and len(run.days) > _HEARD:
        return _between(words, run, before)
    if run.usual is None:
        return words.part("schedule.each", amount=display(run.amount), days=_days(words, run.days, before))
    return words.part(
        "schedule.run",
        count=str(len(run.days)),
        amount=display(run.amount),
        frequency=words.part(f"frequency.{offer.frequency}"),
        first=words.day(run.days[0], before),
        last=words.day(run.days[-1], run.days[0]),
    )


def _between(words: Words, run: Run, before: date | None) -> str:
    return words.part(
        "schedule.between",
        count=str(len(run.days)),
        amount=display(run.amount),
        first=words.day(run.days[0], before),
        last=words.day(run.days[-1], run.days[0]),
    )


def _days(words: Words, days: tuple[date, ...], before: date | None) -> str:
    return words.days(words.day(day, last) for day, last in zip(days, (before, *days), strict=False))


def _with_moved(words: Words, text: str, moved: Iterable[tuple[date, date]], offer: Offer) -> str:
    """The text, and the days that are not those of the rhythm: what moved them may be a holiday or a wish.

    On a call the first and the last day were named as they are, which is all that one remembers of them.
    """
    before, last = offer.first_on, offer.last_on
    moved = tuple(pair for pair in moved if not words.brief or pair[1] not in (before, last))
    if words.brief and len(moved) > _MOVED_HEARD:
        return words.part("schedule.moved_many", schedule=text, count=str(len(moved)))
    by_rule = [pair for pair in moved if is_after_a_weekend(*pair)]
    if not words.brief and len(by_rule) > _MOVED_NAMED:
        text = words.part("schedule.after_weekends", schedule=text)
        # The first is named all the same: it tells which day is the usual one.
        moved = tuple(pair for pair in moved if pair not in by_rule or pair[1] == before)
    pairs = []
    for usual, on in moved:
        day = words.day(on, before)
        pairs.append(words.part("schedule.moved_day", date=day, usual=words.day(usual, on)))
        before = on
    return words.part("schedule.moved", schedule=text, days=words.days(pairs)) if pairs else text


def _once(words: Words, amount: Money, on: date, before: date | None) -> str:
    return words.part("schedule.once", amount=display(amount), date=words.day(on, before))
