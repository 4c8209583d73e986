"""Regular sums one after the other, of which a later turn says again when they begin or end.

Of 150 now and 900 from May: "through september the 900, feb 20 the first 150"; 900到九月为止.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from arrears.domain.language.plans.graduated import Step, end_alone, graduated, steps_named
from arrears.domain.language.readings import Frequency, Readings
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.negotiation.offers import Proposal
from arrears.domain.negotiation.proposals import in_steps
from arrears.domain.negotiation.schedule import months_after

_CHANGES = compiled(
    r"\b(?:instead|rather|actually|scrap|forget|change|make\s+(?:it|that)|no|not|only)\b|改|换|还是|算了|不|只"
)
_SOON = 2
"""Months from this one: a sum that begins sooner may be meant in place of the one named before. Judgement."""


def of_some_steps(earlier: Proposal | None, text: str, readings: Readings, today: date) -> Proposal | None:
    """The earlier proposal with what is said of its sums now; None where anything else is proposed."""
    parts = () if earlier is None else earlier.parts()
    if not parts or any(one.frequency is not Frequency.MONTHLY or one.amount is None for one in parts):
        return None
    until = end_alone(text, readings, today)
    if until is not None:
        return _chained([*parts[:-1], replace(parts[-1], until=until)])
    told = () if graduated(text, readings, today) else steps_named(text, readings, today)
    if len(told) == 1 and _follows_on(told[0], parts[-1], text, today):
        return _chained([*parts, *in_steps(told, today, parts[-1]).parts()])
    if not told or len({one.amount for one in parts}) < len(parts) or not _is_known(told, parts):
        return None
    changed = list(parts)
    for step in told:
        at = next(at for at, one in enumerate(parts) if one.amount == step.amount.money)
        if step.starts is not None and (at or step.dated):
            changed[at] = replace(changed[at], on=step.starts, in_month=None, date_problem=None)
        if step.ends and at + 1 == len(parts):
            changed[at] = replace(changed[at], until=step.until)
        elif step.ends:
            changed[at + 1] = replace(changed[at + 1], on=step.until)
    return _chained(changed)


def _follows_on(step: Step, last: Proposal, text: str, today: date) -> bool:
    """Whether it is a larger sum of months to come, beside the one until then: 6月开始每个月2500."""
    more = last.amount is not None and step.amount.money is not None and last.amount < step.amount.money
    later = step.starts is not None and step.starts >= months_after(today.replace(day=1), _SOON)
    after = last.on is None or (step.starts is not None and step.starts > last.on)
    return more and later and after and last.until in (None, step.starts) and not _CHANGES.search(fold(text))


def _is_known(told: tuple[Step, ...], parts: tuple[Proposal, ...]) -> bool:
    """Whether each sum is one of those proposed, and one of several or with its end."""
    sums = {one.amount for one in parts}
    known = all(step.amount.money in sums for step in told)
    return known and (len(parts) > 1 or any(step.ends for step in told))


def _chained(parts: list[Proposal]) -> Proposal:
    """The parts, each with those that follow it as its rest."""
    chained: Proposal | None = None
    for part in reversed(parts):
        chained = replace(part, rest=chained)
    return chained or Proposal()
