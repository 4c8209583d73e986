"""A scenario: who owes what, what the borrower writes and when, and under which policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

CHANNELS = ("sms", "web")
QUESTIONS = ("identity", "amount", "date", "income", "expenses", "payday", "choice", "yes_no")
"""What the agent may ask for; `answers` is keyed by these."""


@dataclass(frozen=True)
class Loan:
    """One loan of the account, a row of the portfolio file. Amounts are in major units."""

    reference: str
    product: str
    purpose: str
    currency: str
    principal: Decimal
    interest: Decimal
    fees: Decimal
    due_on: date
    last4: str
    relationship: str
    originated_on: date | None
    broken_promises: int
    last_payment_on: date | None


@dataclass(frozen=True)
class Account:
    """The borrower and their loans, as the lender's file tells them."""

    lender: str
    name: str
    born: date
    phone: str
    line_type: str
    country: str
    region: str
    city: str
    zone: str  # IANA; empty: of the region
    language: str
    sms_consent: bool
    enterprise: str
    statuses: tuple[str, ...]
    loans: tuple[Loan, ...]

    @property
    def identity(self) -> str:
        """Both factors, as the borrower writes them."""
        last4 = self.loans[0].last4
        if self.language == "zh":
            return f"{self.born.year}年{self.born.month}月{self.born.day}日，{last4}"
        return f"{self.born:%B} {self.born.day}, {self.born.year}, {last4}"


@dataclass(frozen=True)
class Act:
    """Something that happens: at most one of the fields is set. Time passes before it when it says so."""

    after: timedelta = timedelta()
    channel: str | None = None  # None: the scenario's
    text: str | None = None
    pay: Decimal | None = None
    pay_on: date | None = None  # None: today
    bounce: bool = False
    wait: timedelta | None = None
    wait_until: date | None = None
    supervisor: str | None = None  # claim, say, release, approve, decline
    words: str = ""  # of the supervisor


@dataclass(frozen=True)
class Scenario:
    """One journey, complete with its defaults."""

    name: str
    file: str
    account: Account
    channel: str
    now: datetime
    opening: str  # who speaks first: borrower, or lender
    acts: tuple[Act, ...]
    answers: Mapping[str, str] = field(default_factory=dict)
    policy: Mapping[str, Any] = field(default_factory=dict)  # file below policy/ -> its path, or content
    policy_folder: Path | None = None  # in whose files are taken before those of policy/
    typed: tuple[date, str] | None = None  # into the web page's identity form; None: the right ones
    expect: Any = None
