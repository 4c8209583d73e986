"""One part of what was proposed, changed by a later turn: the others stay as they were.

"Make the first one 500"; of 1800 on 1 August and 450 a month after it, 450从9月12号开始.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.domain.language.acts.which_payment import payment_named
from arrears.domain.language.plans.all_payments import of_all_payments
from arrears.domain.language.plans.beginnings import is_begin
from arrears.domain.language.readings import Frequency, Readings
from arrears.domain.language.script.fold import blank, compiled, fold
from arrears.domain.negotiation.offers import Proposal
from arrears.domain.negotiation.proposals import is_one_sum
from arrears.domain.negotiation.schedule import nearest_of_number

_ALONE = compiled(
    r"\b(?:just|only|instead|rather)\b|\b(?:no|not|without)\s+(?:an?\s+|the\s+)?(?:\$?\d|first|down|lump|upfront)"
    r"|只|不(?=要|用|先|还|付|给|交)|算了"
)
"""Beside the regular sum alone, the first one may be called off."""


def of_a_part(earlier: Proposal | None, said: Proposal, text: str, readings: Readings) -> Proposal | None:
    """The earlier proposal with the part of which they speak now; None where they speak of all of it."""
    if earlier is None or not _is_of_one_part(said):
        return None
    if payment_named(text) == 1:
        return _with_first(earlier, said)
    rest = earlier.rest
    if rest is None or rest.frequency is None or not is_one_sum(earlier):
        return None
    every = _on_another_number(earlier, rest, said, of_all=of_all_payments(text, readings))
    if every is not None:
        return every
    begins = any(is_begin(fold(text), day) for day in readings.dates if day.on is not None)
    if said.amount is None:
        later = said.on is not None and earlier.on is not None and said.on > earlier.on
        of_rest = begins and later and said.frequency is None
    else:
        beside = blank(fold(text), [each.span for each in readings.amounts])
        called_off = said.on is None and _ALONE.search(beside) is not None
        of_rest = said.amount == rest.amount != earlier.amount and not called_off
    if not of_rest:
        return None
    return replace(
        earlier, rest=replace(rest, on=said.on or rest.on, frequency=said.frequency or rest.frequency)
    )


def _on_another_number(earlier: Proposal, rest: Proposal, said: Proposal, *, of_all: bool) -> Proposal | None:
    """With the regular sums on the day of the month that is named alone, and a first one that was on theirs.

    None where it may be the day of the first one.
    """
    if said.amount is not None or said.on is None or rest.on is None or rest.frequency is not _MONTHLY:
        return None
    together = earlier.on is not None and earlier.on.day == rest.on.day
    if said.frequency not in (None, _MONTHLY) or not (of_all or together or earlier.on is None):
        return None
    first = nearest_of_number(said.on, earlier.on) if together and earlier.on is not None else earlier.on
    return replace(earlier, on=first, rest=replace(rest, on=nearest_of_number(said.on, rest.on)))


_MONTHLY = Frequency.MONTHLY


def _is_of_one_part(said: Proposal) -> bool:
    """Whether one sum, or one day, is all that is named."""
    one = said.amount is not None or said.on is not None
    return one and not (
        said.full or said.count or said.share_percent or said.rest or said.lighter or said.amount_problem
    )


def _with_first(earlier: Proposal, said: Proposal) -> Proposal | None:
    """The proposal with another first payment; of equal ones before it, the others follow."""
    on, amount = said.on or earlier.on, said.amount or earlier.amount
    if is_one_sum(earlier):
        problem = said.date_problem if said.on is None else None
        return replace(
            earlier, amount=amount, share_percent=None, on=on, date_problem=problem or earlier.date_problem
        )
    if said.amount is None or earlier.rest is not None or earlier.frequency is None:
        return None
    more = earlier.count - 1 if earlier.count and earlier.amount is None else None
    then = Proposal(amount=earlier.amount, count=more, frequency=earlier.frequency)
    return Proposal(amount=amount, on=on, in_month=earlier.in_month, rest=then)
