"""What the lender's systems may read: the numbers, promises that fall due, and transcripts."""

# No postponed annotations here: FastAPI reads them, and they name the application of the closure.

from datetime import date
from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from arrears.bootstrap import App
from arrears.domain.ids import ConversationId
from arrears.store import conversations, inbound
from arrears.store.views.overview import overview
from arrears.store.views.plan_list import plans_with_conversations
from arrears.store.views.promise_list import promises_between
from gateway.keys import needs


class SummaryOut(BaseModel):
    """The state of everything, in numbers."""

    cases: int
    permitted: int
    refused: int
    deferred: int
    refused_by_rule: dict[str, int]
    conversations: int
    waiting_for_a_person: int
    plans: int
    promised: dict[str, Decimal]
    promises_kept: int
    promises_broken: int
    open_messages: int


class PromiseOut(BaseModel):
    """One promise of a plan."""

    id: str
    case: str
    loan: str
    due_on: date
    amount: Decimal
    currency: str
    outcome: str


class TurnOut(BaseModel):
    """One turn of a transcript."""

    speaker: str
    text: str
    intent: str | None
    confidence: float | None
    intents: list[str]  # all of the turn, in the order of the text
    answered_by: list[str]


class PlanOut(BaseModel):
    """A plan with the conversation it was agreed in."""

    plan: str
    case: str
    conversation: str
    language: str
    carrier: str
    currency: str
    instalments: list[tuple[date, Decimal]]


def routes(app: App) -> APIRouter:
    """Summary, promises, plans and transcripts."""
    router = APIRouter(prefix="/api/v1")
    reader = Annotated[str, Depends(needs(app, "reports:read"))]

    @router.get("/summary")
    def get_summary(_caller: reader) -> SummaryOut:
        with app.desk.store.read() as tx:
            numbers = overview(tx)
            waiting = inbound.count_open(tx)
        return SummaryOut(
            cases=numbers.cases,
            permitted=numbers.permitted,
            refused=numbers.refused,
            deferred=numbers.deferred,
            refused_by_rule={rule.rule_id: rule.count for rule in numbers.by_rule},
            conversations=numbers.conversations,
            waiting_for_a_person=numbers.waiting,
            plans=numbers.plans,
            promised={money.currency: Decimal(money.minor).scaleb(-2) for money in numbers.promised},
            promises_kept=numbers.kept,
            promises_broken=numbers.broken,
            open_messages=waiting,
        )

    @router.get("/promises")
    def get_promises(_caller: reader, first: date, last: Annotated[date, Query()]) -> list[PromiseOut]:
        with app.desk.store.read() as tx:
            rows = promises_between(tx, first, last)
        return [
            PromiseOut(
                id=row.id,
                case=row.case_id,
                loan=row.lender_ref,
                due_on=row.due_on,
                amount=Decimal(row.amount.minor).scaleb(-2),
                currency=row.amount.currency,
                outcome=row.outcome,
            )
            for row in rows
        ]

    @router.get("/plans")
    def get_plans(_caller: reader) -> list[PlanOut]:
        with app.desk.store.read() as tx:
            rows = plans_with_conversations(tx)
        return [
            PlanOut(
                plan=row.plan_id,
                case=row.case_id,
                conversation=row.conversation_id,
                language=row.language,
                carrier=row.carrier,
                currency=row.currency,
                instalments=[(on, Decimal(minor).scaleb(-2)) for on, minor in row.instalments],
            )
            for row in rows
        ]

    @router.get("/conversations/{conversation_id}/turns")
    def get_turns(
        conversation_id: str, _caller: Annotated[str, Depends(needs(app, "transcripts:read"))]
    ) -> list[TurnOut]:
        with app.desk.store.read() as tx:
            turns = conversations.turns_of(tx, ConversationId(conversation_id))
        return [
            TurnOut(
                speaker=turn.speaker,
                text=turn.text,
                intent=None if turn.understood is None else turn.understood.intent,
                confidence=None if turn.understood is None else turn.understood.confidence,
                intents=[] if turn.understood is None else [name for name, _ in turn.understood.all_intents],
                answered_by=[str(item["name"]) for item in turn.answered_by if "name" in item],
            )
            for turn in turns
        ]

    return router
