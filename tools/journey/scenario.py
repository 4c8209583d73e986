"""A scenario: who owes what, what the borrower writes and when, and under which policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

CHANNELS = ("sms", "web", "voice")
QUESTIONS = ("identity", "last4", "amount", "date", "income", "expenses", "payday", "choice", "yes_no")
"""What the agent may ask for; `answers` is keyed by these."""

BY_HAND = "by_hand"
"""A phone that rings until the scenario takes the call, in the carrier's word."""


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
    voice_consent: bool  # to automated calls
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

    @property
    def birth(self) -> str:
        """The birth date, as it is said on a call, where the last four digits are asked for after it."""
        if self.language == "zh":
            return f"{self.born.year}年{self.born.month}月{self.born.day}日"
        return f"{self.born:%B} {self.born.day}, {self.born.year}"


@dataclass(frozen=True)
class Act:
    """Something that happens: at most one of the fields is set. Time passes before it when it says so."""

    after: timedelta = timedelta()
    channel: str | None = None  # None: the scenario's
    text: str | None = None  # written, or said on a call
    pay: Decimal | None = None
    pay_on: date | None = None  # None: today
    bounce: bool = False
    wait: timedelta | None = None
    wait_until: date | None = None
    supervisor: str | None = None  # claim, say, release, approve, decline
    words: str = ""  # of the supervisor
    call: str | None = None  # inbound: they call us; outbound: our call is waited for and taken
    caller: str | None = None  # the number they call from; None: their own
    answered_by: str | None = None  # what takes our next call instead, as the carrier has it
    press: str | None = None
    interrupt: str | None = None  # said into the agent's words ...
    after_chars: int = 0  # ... once so many characters of them were heard
    silence: timedelta | None = None
    drop: bool = False  # the line is cut
    hang_up: bool = False

    @property
    def on_the_line(self) -> bool:
        """Whether it is done on a call that somebody has taken."""
        done = (self.press, self.interrupt, self.silence, self.drop or None, self.hang_up or None)
        return any(each is not None for each in done)


@dataclass(frozen=True)
class Scenario:
    """One journey, complete with its defaults."""

    name: str
    file: str
    account: Account
    channel: str
    now: datetime
    opening: str  # who speaks first: borrower, or lender
    call: str  # who calls, where the channel is voice: inbound, or outbound
    acts: tuple[Act, ...]
    answers: Mapping[str, str] = field(default_factory=dict)
    policy: Mapping[str, Any] = field(default_factory=dict)  # file below policy/ -> its path, or content
    policy_folder: Path | None = None  # in whose files are taken before those of policy/
    typed: tuple[date, str] | None = None  # into the web page's identity form; None: the right ones
    expect: Any = None

    @property
    def first_outcome(self) -> str:
        """What becomes of our first call; it may come before the first turn is played."""
        taken = [act.answered_by or BY_HAND for act in self.acts if act.answered_by or act.call == "outbound"]
        return taken[0] if taken else BY_HAND
