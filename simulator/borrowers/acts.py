"""What is done in a negotiation, as acts without words: what a borrower hears, and what they do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LenderMoveKind(StrEnum):
    """What the lender's side does."""

    GREET = "greet"
    ASK_IDENTITY = "ask_identity"
    STATE_BALANCE = "state_balance"
    ASK_AMOUNT = "ask_amount"
    ASK_DATE = "ask_date"
    ASK_BOTH = "ask_both"
    ASK_INCOME = "ask_income"
    ASK_WHEN_PAID = "ask_when_paid"
    OFFER = "offer"
    READ_BACK = "read_back"
    RECORDED = "recorded"
    REFERRED = "referred"
    CLOSED = "closed"
    CALM = "calm"  # to somebody in danger or in a rage: no money is asked for
    NOT_UNDERSTOOD = "not_understood"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class TermsHeard:
    """A schedule as the borrower hears it; a pause has no instalments."""

    instalments: tuple[tuple[date, int], ...]  # due day and minor units, by day
    frequency: str | None = None  # weekly, biweekly, semimonthly, monthly; None otherwise
    kind: str = "instalments"  # promise, split, hardship, pause, settlement, ...
    left_due_minor: int = 0


@dataclass(frozen=True, slots=True)
class LenderMove:
    """One message of the lender's side."""

    kind: LenderMoveKind
    schedules: tuple[TermsHeard, ...] = ()  # an offer has one or two, a read-back one
    total_minor: int | None = None  # with a balance that is stated


class ActKind(StrEnum):
    """What a borrower does."""

    GREET = "greet"
    IDENTIFY = "identify"
    PROPOSE = "propose"
    ACCEPT = "accept"
    REFUSE = "refuse"
    STATE_LIMIT = "state_limit"
    STATE_INCOME = "state_income"
    STATE_EXPENSES = "state_expenses"
    STATE_PAYDAY = "state_payday"
    HARDSHIP = "hardship"
    VAGUE = "vague"
    ASK_PERSON = "ask_person"
    DISPUTE = "dispute"
    WRONG_NUMBER = "wrong_number"
    THIRD_PARTY = "third_party"
    SELF_HARM = "self_harm"
    INJECT = "inject"
    INSULT = "insult"
    OFF_TOPIC = "off_topic"
    HALF = "half"  # a sentence broken off before it says anything
    ASK_QUESTION = "ask_question"
    IMPOSSIBLE_DEMAND = "impossible_demand"
    CHANGE_MIND = "change_mind"
    THANKS = "thanks"
    SILENCE = "silence"


QUESTIONS = ("balance", "fees", "methods", "consequences", "robot")
DEMANDS = ("discount", "delete", "next_year")
REASONS = ("job_loss", "illness", "slow_business", "family", "hours_cut")


@dataclass(frozen=True, slots=True)
class Act:
    """One thing a borrower does; what they did not say is None."""

    kind: ActKind
    amount_minor: int | None = None  # of a proposal, a limit, an income, expenses
    per: str | None = None  # weekly, biweekly, semimonthly, monthly; None: once
    count: int | None = None  # instalments
    on: date | None = None  # first or only day; the next payday
    full: bool = False  # all that is owed
    share_percent: int | None = None  # of what is owed, instead of an amount
    which: int = 0  # of the schedules heard, the one accepted
    about: str | None = None  # of QUESTIONS, DEMANDS or REASONS
