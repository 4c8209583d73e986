"""Where a borrower stands: what they ask and refuse, and how far they have come to meet the lender."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

from simulator.borrowers.acts import Act, ActKind, LenderMoveKind, TermsHeard
from simulator.borrowers.budget import Budget
from simulator.borrowers.families import Family
from simulator.borrowers.script import rounded
from simulator.borrowers.temper import Account, Temper

LEAST_MINOR = 1_000  # below ten units a month there is nothing to propose
NAMES_A_COUNT, NAMES_A_SHARE = 0.15, 0.2
FULL_WITHIN_DAYS = 30
LIGHT_DAYS = 31


class Stance:
    """One borrower's side of the bargain."""

    def __init__(self, account: Account, temper: Temper, family: Family, dice: random.Random) -> None:
        self._account, self._temper, self._family, self._dice = account, temper, family, dice
        self._refusals = 0
        self._lowered = 1.0
        self._limit_said = False
        self._hardship_said = False
        self._mine: Act | None = None  # their latest proposal, whole, whatever of it was said

    def lower(self, share: float) -> None:
        """They want to pay less than before."""
        self._lowered *= share
        self._mine = None

    def is_own_sum(self, terms: TermsHeard) -> bool:
        """Whether a schedule's usual instalment is what they proposed themselves."""
        mine, usual = self._mine, max((minor for _, minor in terms.instalments), default=0)
        if mine is None or usual == 0:
            return False
        return (mine.full and terms.frequency is None) or usual == mine.amount_minor

    def answer(self, kind: LenderMoveKind, budget: Budget) -> tuple[Act, ...]:
        """What they say to a statement or a question."""
        if kind is LenderMoveKind.ASK_INCOME:
            return self._income(budget)
        if kind is LenderMoveKind.ASK_WHEN_PAID:
            return (Act(ActKind.STATE_PAYDAY, on=budget.next_payday()),)
        mine = self._propose(budget)
        if mine is None:
            return self._poor(budget)
        if kind is LenderMoveKind.ASK_DATE:
            return (Act(ActKind.PROPOSE, on=mine.on),)
        if kind is LenderMoveKind.STATE_BALANCE and not self._volunteers("amount"):
            return self._aside(budget)
        shown = mine if self._says_when(kind) else _without_day(mine)
        return self._beside(shown, budget)

    def choice(self, heard: tuple[TermsHeard, ...], budget: Budget) -> int | None:
        """The lightest schedule they would take, by its place; None when there is none."""
        scale = self._most() * self._level()
        taken = [place for place, terms in enumerate(heard) if self._takes(terms, budget, scale)]
        return min(taken, key=lambda place: _weight(heard[place], budget), default=None)

    def object_to(self, heard: tuple[TermsHeard, ...], budget: Budget) -> tuple[Act, ...]:
        """Why none of these will do; each refusal brings them a step towards what they could give."""
        scale = self._most() * self._level()
        self._refusals += 1
        mine = self._propose(budget)
        if mine is None:
            return self._poor(budget)
        if any(budget.bears_from(terms, budget.first_day(), scale) for terms in heard):
            return (Act(ActKind.REFUSE), Act(ActKind.STATE_PAYDAY, on=budget.first_day()))
        if self._volunteers("limit"):
            return (Act(ActKind.REFUSE), self._limit(budget))
        if self._volunteers("amount"):
            return (mine if self._volunteers("date") else _without_day(mine),)
        return (Act(ActKind.REFUSE),)

    def _most(self) -> float:
        """The most they would agree to, relative to what is free."""
        return self._temper.share * self._temper.promises * self._lowered

    def _level(self) -> float:
        """How far they have come: from their opening to their limit, or what they called it if more."""
        top = max(1.0, self._temper.stated) if self._limit_said else 1.0
        opening = min(self._temper.opening, top)
        return opening + (top - opening) * min(1.0, self._refusals / self._temper.rounds)

    def _takes(self, terms: TermsHeard, budget: Budget, scale: float) -> bool:
        return self._is_mine(terms) or budget.bears(terms, scale)

    def _is_mine(self, terms: TermsHeard) -> bool:
        """Nothing more than they proposed, nor sooner, in its rhythm."""
        mine = self._mine
        if mine is None or not terms.instalments or mine.per != terms.frequency:
            return False
        most = self._account.balance_minor if mine.full else mine.amount_minor or 0
        first_on = terms.instalments[0][0]
        return max(minor for _, minor in terms.instalments) <= most and (
            mine.on is None or first_on >= mine.on - timedelta(days=1)
        )

    def _propose(self, budget: Budget) -> Act | None:
        """Their proposal at this stage; None when there is next to nothing."""
        scale, balance = self._most() * self._level(), self._account.balance_minor
        first = budget.first_day()
        soon = [first, budget.today + timedelta(days=FULL_WITHIN_DAYS)]
        payable = next((day for day in soon if budget.free_on(day) * scale >= balance), None)
        if payable:
            self._mine = Act(ActKind.PROPOSE, full=True, on=payable)
        elif self._temper.rhythm == "once" and budget.free_on(first) * scale >= LEAST_MINOR:
            self._mine = self._once(budget, scale)
        elif budget.monthly() * scale >= LEAST_MINOR:
            self._mine = self._in_parts(budget, scale)
        else:
            self._mine = None
        return self._mine

    def _once(self, budget: Budget, scale: float) -> Act:
        first, balance = budget.first_day(), self._account.balance_minor
        sum_minor = round(budget.free_on(first) * scale)
        if sum_minor * 2 >= balance and self._dice.random() < NAMES_A_SHARE:
            return Act(ActKind.PROPOSE, share_percent=50, amount_minor=balance // 2, on=first)
        return Act(ActKind.PROPOSE, amount_minor=min(rounded(sum_minor), balance), on=first)

    def _in_parts(self, budget: Budget, scale: float) -> Act:
        rhythm = budget.means.flow.pattern.rhythm if self._temper.rhythm == "own" else "monthly"
        monthly = round(budget.monthly() * scale)
        if budget.per(rhythm, monthly) < LEAST_MINOR:
            rhythm = "monthly"
        amount = min(rounded(budget.per(rhythm, monthly)), self._account.balance_minor)
        counts = self._dice.random() < NAMES_A_COUNT
        count = -(-self._account.balance_minor // amount) if counts else None
        count = count if count and 2 <= count <= 24 else None
        return Act(ActKind.PROPOSE, amount_minor=amount, per=rhythm, count=count, on=budget.first_day())

    def _limit(self, budget: Budget) -> Act:
        """What they call their limit: never less than they proposed."""
        monthly = round(budget.monthly() * self._most() * self._temper.stated)
        mine, per = self._mine, "monthly"
        if mine and mine.per:
            per = mine.per
        amount = rounded(budget.per(per, monthly))
        if mine and mine.per == per:
            amount = max(amount, mine.amount_minor or 0)
        self._limit_said = True
        return Act(ActKind.STATE_LIMIT, amount_minor=min(amount, self._account.balance_minor), per=per)

    def _income(self, budget: Budget) -> tuple[Act, ...]:
        if self._temper.withholds_income:
            return (Act(ActKind.VAGUE),)
        flow, modesty = budget.means.flow, max(0.8, min(1.05, (1 + self._temper.stated) / 2))
        income = Act(
            ActKind.STATE_INCOME, amount_minor=rounded(round(flow.income_minor * modesty)), per="monthly"
        )
        costs = Act(ActKind.STATE_EXPENSES, amount_minor=rounded(flow.costs_minor), per="monthly")
        return (income, costs)

    def _poor(self, budget: Budget) -> tuple[Act, ...]:
        """There is next to nothing to give: say why, then show it, then ask for somebody."""
        if not self._hardship_said:
            self._hardship_said = True
            return (self._hardship(),)
        if not self._temper.withholds_income and self._volunteers("income"):
            return self._income(budget)
        return (Act(ActKind.REFUSE), self._hardship())

    def _hardship(self) -> Act:
        return Act(ActKind.HARDSHIP, about=self._temper.reason)

    def _aside(self, budget: Budget) -> tuple[Act, ...]:
        """They heard what they owe and name no sum."""
        if self._volunteers("hardship"):
            self._hardship_said = True
            return (self._hardship(),)
        if self._volunteers("payday"):
            return (Act(ActKind.STATE_PAYDAY, on=budget.next_payday()),)
        return (self._dice.choice((Act(ActKind.VAGUE), Act(ActKind.ASK_QUESTION, about="methods"))),)

    def _beside(self, shown: Act, budget: Budget) -> tuple[Act, ...]:
        if not self._hardship_said and self._volunteers("hardship"):
            self._hardship_said = True
            return (self._hardship(), shown)
        if not self._temper.withholds_income and self._volunteers("income"):
            return (shown, self._income(budget)[0])
        return (shown,)

    def _says_when(self, kind: LenderMoveKind) -> bool:
        return self._volunteers("date") or (
            kind in (LenderMoveKind.ASK_BOTH, LenderMoveKind.HELP) and self._volunteers("date")
        )

    def _volunteers(self, what: str) -> bool:
        return self._dice.random() < self._family.volunteers[what].value


def _without_day(proposal: Act) -> Act:
    return replace(proposal, on=None)


def _weight(terms: TermsHeard, budget: Budget) -> int:
    """What a schedule takes within a month: the borrower would rather have it small."""
    return sum(minor for on, minor in terms.instalments if (on - budget.today).days <= LIGHT_DAYS)
