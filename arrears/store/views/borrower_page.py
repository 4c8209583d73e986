"""What a borrower's own pages show of their case: the plan by payment, what is owed, receipts, the chat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from arrears.domain.cases import Case
from arrears.domain.conversations import Speaker
from arrears.domain.ids import ConversationId, PaymentId, TurnId
from arrears.domain.ledger import TransactionKind
from arrears.domain.money import Currency, Money
from arrears.domain.outreach import OutreachState
from arrears.domain.people import Language
from arrears.domain.plan_lines import PlanLine, due_now, plan_lines
from arrears.domain.plans import Plan
from arrears.store import ledger, plans
from arrears.store.tables.contact import outreach
from arrears.store.tables.dialogue import turns
from arrears.store.tables.money import payments, transactions

_SAID = (OutreachState.SENT, OutreachState.DELIVERED)
"""States of a contact whose words the borrower may see: before them nothing was permitted, or made."""


@dataclass(frozen=True, slots=True)
class BorrowerPage:
    """The account as its borrower sees it."""

    plan: Plan | None  # the last one agreed and not cancelled, whatever became of it
    stands: bool  # whether it still binds
    lines: tuple[PlanLine, ...]
    balance: Money
    due_now: Money


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """A payment that was booked."""

    id: PaymentId
    on: date
    amount: Money
    returned: bool  # it was taken back


@dataclass(frozen=True, slots=True)
class ChatLine:
    """Something that was said in the chat. Personal data."""

    id: TurnId
    speaker: Speaker
    text: str
    language: Language
    at: datetime


def borrower_page(tx: Connection, case: Case, today: date) -> BorrowerPage:
    """The account on a day of the borrower's calendar."""
    balance = ledger.balance(tx, case.id, case.currency).total
    plan = plans.last_plan(tx, case.id)
    lines = () if plan is None else plan_lines(plan, plans.receipts_for(tx, plan), today)
    return BorrowerPage(
        plan=plan,
        stands=plans.standing_plan(tx, case.id, today) is not None,
        lines=lines,
        balance=max(balance, Money.zero(case.currency)),
        due_now=due_now(lines, max(balance, Money.zero(case.currency)), today),
    )


def payment_lines(tx: Connection, case: Case) -> tuple[PaymentLine, ...]:
    """Every payment of the case, the latest first."""
    p = payments.c
    returned = select(transactions.c.payment_id).where(transactions.c.kind == TransactionKind.REVERSAL)
    rows = tx.execute(
        select(payments, p.id.in_(returned).label("returned"))
        .where(p.case_id == case.id)
        .order_by(p.paid_on.desc(), p.recorded_at.desc(), p.id)
    )
    return tuple(
        PaymentLine(
            PaymentId(row.id), row.paid_on, Money(row.amount_minor, Currency(row.currency)), row.returned
        )
        for row in rows
    )


def chat_lines(
    tx: Connection, conversation_id: ConversationId, *, silenced: bool = False
) -> tuple[ChatLine, ...]:
    """What was said in the conversation, in order; of ours only what was permitted and made.

    `silenced`: a status stands under which nothing of the debt is shown; what we said of it is left out.
    """
    t = turns.c
    ours: ColumnElement[bool] = outreach.c.state.in_(_SAID)
    if silenced:
        ours = and_(ours, outreach.c.speaks_of_debt.is_(False))
    rows = tx.execute(
        select(turns)
        .outerjoin(outreach, outreach.c.id == t.outreach_id)
        .where(
            t.conversation_id == conversation_id,
            or_(t.speaker == Speaker.BORROWER, ours),
        )
        .order_by(t.seq)
    )
    return tuple(
        ChatLine(TurnId(row.id), Speaker(row.speaker), row.text, Language(row.language), row.at)
        for row in rows
    )
