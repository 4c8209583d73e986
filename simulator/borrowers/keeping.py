"""How a plan is kept: each instalment paid, late, in part, or not at all, by money and by will."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from simulator.borrowers.cashflow import CashFlow, days_after
from simulator.borrowers.families import Keeping

WORTH_PAYING = 0.3  # of an instalment: less than that is not sent as a part


@dataclass(frozen=True, slots=True)
class Payment:
    """Money that arrived."""

    on: date
    minor: int
    due_on: date  # the instalment it was meant for


@dataclass(slots=True)
class _Due:
    on: date
    minor: int
    meant_on: date | None  # None: skipped
    dice: random.Random


@dataclass(frozen=True, slots=True)
class Payments:
    """One borrower paying one plan; the same plan is always paid in the same way."""

    flow: CashFlow
    leak: float
    willingness: float
    keeping: Keeping
    savings_minor: int

    def made(
        self, instalments: Sequence[tuple[date, int]], today: date, by_machine: bool, own_terms: bool
    ) -> tuple[Payment, ...]:
        """The payments, day by day until the last instalment is paid or given up."""
        skips = self._skips(by_machine, own_terms)
        open_dues = [self._due(on, minor, skips) for on, minor in instalments]
        if not open_dues:
            return ()
        days = (instalments[-1][0] - today).days + int(self.keeping.waits_days.value)
        cash, missed, payments = self.savings_minor + self.flow.until_payday(today), 0, []
        for day in days_after(today, max(days, 1)):
            cash = self._lived(cash, day)
            while open_dues and (settled := self._settle(open_dues[0], day, cash)) is not None:
                due = open_dues.pop(0)
                missed = 0 if settled else missed + 1
                if settled:
                    cash -= settled
                    payments.append(Payment(day, settled, due.on))
                if self._gives_up(missed, due):
                    return tuple(payments)
        return tuple(payments)

    def _skips(self, by_machine: bool, own_terms: bool) -> float:
        chance = self.keeping.skip_share.value * (1 - self.willingness)
        chance *= self.keeping.machine_skips.value if by_machine else 1
        return chance * (self.keeping.own_terms_skips.value if own_terms else 1)

    def _due(self, on: date, minor: int, skips: float) -> _Due:
        dice = random.Random(f"{self.flow.seed} due {on}")
        skipped, late, days = dice.random() < skips, dice.random(), dice.randint(1, 3)
        put_off = timedelta(days=days if late < self.keeping.late.value else 0)
        return _Due(on, minor, None if skipped else on + put_off, dice)

    def _lived(self, cash: int, day: date) -> int:
        """The day's pay and costs; before a pay, part of what was left over has gone."""
        pay = self.flow.received_on(day)
        if pay:
            cash -= round(max(0, cash - self.savings_minor) * self.leak)
        return cash + pay - self.flow.costs_on(day)

    def _settle(self, due: _Due, day: date, cash: int) -> int | None:
        """What is paid of a due that day; 0 when it is missed, None while it is open."""
        if due.meant_on is None:
            return 0 if day >= due.on else None
        if day < due.meant_on:
            return None
        spare = cash - self.flow.until_payday(day)
        if spare >= due.minor:
            return due.minor
        if day < due.on + timedelta(days=int(self.keeping.waits_days.value)):
            return None
        partly = spare >= due.minor * WORTH_PAYING and due.dice.random() < self.keeping.partial.value
        return spare if partly else 0

    def _gives_up(self, missed: int, due: _Due) -> bool:
        return missed >= self.keeping.gives_up_after.value and due.dice.random() > self.willingness
