"""The decisions about one case, the latest first, with why."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from arrears.domain.ids import CaseId
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from arrears.store.tables.contact import decisions, outreach
from arrears.store.views.transcript import DecisionLine, finding_line

SHOWN = 40


@dataclass(frozen=True, slots=True)
class CaseRuling:
    """One decision and the contact it was about."""

    decision: DecisionLine
    channel: Channel
    purpose: ContactPurpose


def case_rulings(tx: Connection, case_id: CaseId) -> tuple[CaseRuling, ...]:
    """The last decisions about the case, the latest first."""
    d, o = decisions.c, outreach.c
    rows = tx.execute(
        select(
            d.outcome, d.stage, d.at, d.permit_id, d.until, d.valid_until, d.findings, o.channel, o.purpose
        )
        .join(outreach, o.id == d.outreach_id)
        .where(d.case_id == case_id)
        .order_by(d.at.desc(), d.id)
        .limit(SHOWN)
    )
    return tuple(
        CaseRuling(
            DecisionLine(
                outcome=row.outcome,
                stage=row.stage or "dequeued",
                at=row.at,
                permit_id=row.permit_id,
                until=row.until,
                valid_until=row.valid_until,
                findings=tuple(finding_line(item) for item in row.findings),
            ),
            Channel(row.channel),
            ContactPurpose(row.purpose),
        )
        for row in rows
    )
