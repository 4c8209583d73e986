"""A day told by how far it is from the one spoken of ("ten days later", 晚十天), or that cannot be kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from arrears.dialogue.answering import Situation
from arrears.dialogue.what_is_left import paid_on
from arrears.domain.language.dates.moved import names_the_one_after
from arrears.domain.language.dates.shifts import Shift, shift_in
from arrears.domain.language.money.amounts import Scope
from arrears.domain.language.plans.wished_plans import wished_plan
from arrears.domain.language.read import Wanted, survey
from arrears.domain.language.script.fold import Span, compiled, fold, overlap
from arrears.domain.negotiation.agreed import left_of_plan
from arrears.domain.negotiation.offers import Proposal, Wish
from arrears.store import offers, plans, proposals


def put_off(situation: Situation) -> date | None:
    """The day so far from that of the terms on the table, of the plan, or of what they proposed."""
    following = _next_payment_day(situation)
    if following is not None:
        return following
    named = shift_in(fold(situation.text)) is not None
    on = (_day_that_stays(situation) or _spoken_of(situation)) if named else None
    return None if on is None else put_off_from(situation, on)


def _next_payment_day(situation: Situation) -> date | None:
    """The second day of the terms that wait, where they want "the one after" and no longer the first date.

    A weekday has a next one of its own.
    """
    if not names_the_one_after(fold(situation.text)):
        return None
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    days = () if waiting is None else tuple(each.on for each in waiting.offer.instalments)
    span = days_named(situation).get(days[0]) if len(days) > 1 else None
    by_number = span is not None and not _WEEKDAY.search(fold(situation.text)[slice(*span)])
    return days[1] if by_number else None


_WEEKDAY = compiled(r"\b(?:mon|tue|wed|thu|fri|sat|sun)|周|星期|礼拜")


def put_off_from(situation: Situation, on: date) -> date | None:
    """The day so far from that one; None where they name no distance, or another day beside it."""
    shift = _shift(situation, on)
    return None if shift is None else _counted(situation, shift, on)


def past_refused_day(situation: Situation, proposal: Proposal, latest_on: date) -> Proposal:
    """The proposal, begun as late as it may be where they cannot keep its day, or name no other than such."""
    kept = {each.on for each in situation.readings.dates}
    refused = [on for on in days_named(situation) if on not in kept and situation.today <= on < latest_on]
    moves = bool(refused) and proposal.on in (None, *refused)
    return replace(proposal, on=latest_on, date_problem=None) if moves else proposal


def _shift(situation: Situation, on: date) -> Shift | None:
    """The distance that they name; from another day in the same words the reading has counted it already.

    The very day is none to go to, nor is its number: 晚十天，后面还是20号 is ten days after the 20th.
    """
    shift = shift_in(fold(situation.text))
    if shift is None or wished_plan(situation.text) not in _OF_ONE_DAY:
        return None
    others = (span for day, span in days_named(situation).items() if day.day != on.day)
    return shift if all(overlap(span, shift.span) for span in others) else None


_STAYS = compiled(
    r"(?:还是|仍然?是?|依旧是?|照旧|照常|恢复[到成]?|回到|还按)(?:每个?月)?的?$"
    r"|\b(?:still|back|stays?)\s+(?:(?:to|on|the|every|of)\s+)*$"
)
"""Right before the day of all the other payments: "after that still the 20th"."""


def _day_that_stays(situation: Situation) -> date | None:
    """The day of the others, from which the one goes off; None where no words are of it."""
    plain = fold(situation.text)
    stays = (on for on, (start, _) in days_named(situation).items() if _STAYS.search(plain[:start]))
    return next(stays, None)


def days_named(situation: Situation) -> dict[date, Span]:
    """Every day in the words, also those that they refuse, and where it is."""
    named = survey(
        situation.text,
        language=situation.language,
        today=situation.today,
        currency=situation.case.currency,
        wanted=_ALL_NAMED,
    )
    return {each.on: each.span for each in named.dates if each.on is not None}


_ALL_NAMED = Wanted(Scope.ALL)
_OF_ONE_DAY = frozenset({None, Wish.MORE_TIME, Wish.OTHER_DAY, Wish.FLEXIBLE})
"""Longer by three months is the term of a loan, where a kind of plan is asked for."""


def _spoken_of(situation: Situation) -> date | None:
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    if waiting is not None and waiting.offer.instalments:
        return waiting.offer.instalments[0].on
    standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    if standing is not None:
        left = left_of_plan(standing, paid_on(situation, standing)).instalments
        return left[0].on if left else None
    before = proposals.last_proposal(situation.tx, situation.conversation.id)
    return None if before is None else before.proposal.on


def _counted(situation: Situation, shift: Shift, on: date) -> date | None:
    """The day; time that is asked for may begin today, where that is more than was to be had."""
    today = situation.today
    from_today = shift.counted(today) if shift.wished else None
    day = from_today if from_today is not None and from_today > on else shift.counted(max(on, today))
    return day if day is not None and day >= today else None
