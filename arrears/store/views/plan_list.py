"""Every plan with the conversation it was agreed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from arrears.store.tables.dialogue import conversations
from arrears.store.tables.money import plans, promises
from arrears.store.tables.people import contact_points


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan, its language and carrier, and its instalments in minor units."""

    plan_id: str
    case_id: str
    conversation_id: str
    language: str
    carrier: str
    currency: str
    instalments: tuple[tuple[date, int], ...]


def plans_with_conversations(tx: Connection) -> tuple[PlanRow, ...]:
    """The plans, the earliest agreed first."""
    dated: dict[str, list[tuple[date, int]]] = {}
    query = select(promises.c.plan_id, promises.c.due_on, promises.c.amount_minor)
    for row in tx.execute(query.order_by(promises.c.plan_id, promises.c.seq)):
        dated.setdefault(row.plan_id, []).append((row.due_on, row.amount_minor))
    rows = tx.execute(
        select(plans, conversations.c.language, contact_points.c.carrier)
        .join(conversations, conversations.c.id == plans.c.conversation_id)
        .join(contact_points, contact_points.c.id == conversations.c.contact_point_id)
        .order_by(plans.c.agreed_at, plans.c.id)
    )
    return tuple(
        PlanRow(
            plan_id=row.id,
            case_id=row.case_id,
            conversation_id=row.conversation_id,
            language=row.language,
            carrier=row.carrier,
            currency=row.currency,
            instalments=tuple(dated.get(row.id, ())),  # none while payments pause
        )
        for row in rows
    )
