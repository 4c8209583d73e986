"""The front page: a few live numbers about everything."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Text, and_, func, or_, select, type_coerce

from arrears.domain.compliance.decision import Verdict
from arrears.domain.money import Currency, Money
from arrears.domain.outreach import OutreachState
from arrears.domain.promises import PromiseOutcome
from arrears.store.access import last_beat
from arrears.store.inbound import InboundState
from arrears.store.plans import current_outcomes
from arrears.store.tables.contact import decisions, outreach
from arrears.store.tables.dialogue import conversations, inbound
from arrears.store.tables.money import plan_cancellations, plans, promises
from arrears.store.tables.people import cases
from arrears.store.views.queue import queue_length
from arrears.store.views.transcript import finding_line

RULES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class RuleCount:
    """A rule, and how many decisions it forbade or referred."""

    rule_id: str
    reason: str  # one of the reasons it gave, a code of policy/explanations
    used: dict[str, str]  # the facts of that one
    count: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the front page shows."""

    cases: int
    permitted: int
    refused: int  # referred to a person included
    deferred: int
    by_rule: tuple[RuleCount, ...]  # the most frequent first
    conversations: int
    waiting: int  # conversations that nobody has claimed yet
    plans: int  # agreed, not cancelled
    promised: tuple[Money, ...]  # one per currency
    kept: int
    broken: int
    open: int
    unknown_outcomes: int  # contacts the carrier never confirmed or denied
    unanswered: int  # inbound messages that no machine could answer
    scheduler_at: datetime | None  # last heartbeat, machine time


def overview(tx: Connection) -> Overview:
    """The numbers now."""
    outcomes = _outcomes(tx)
    promise_states = _counts(tx, current_outcomes().c.outcome)
    decided = promise_states[PromiseOutcome.KEPT] + promise_states[PromiseOutcome.BROKEN]
    return Overview(
        cases=_count(tx, cases.c.id),
        permitted=outcomes["granted"],
        refused=outcomes["refused"] + outcomes["referred"],
        deferred=outcomes["deferred"],
        by_rule=_by_rule(tx),
        conversations=_count(tx, conversations.c.id),
        waiting=queue_length(tx),
        plans=_count(tx, plans.c.id) - _count(tx, plan_cancellations.c.plan_id),
        promised=_promised(tx),
        kept=promise_states[PromiseOutcome.KEPT],
        broken=promise_states[PromiseOutcome.BROKEN],
        open=_count(tx, promises.c.id) - decided,
        unknown_outcomes=_counts(tx, outreach.c.state)[OutreachState.UNKNOWN],
        unanswered=_counts(tx, inbound.c.state)[InboundState.FAILED],
        scheduler_at=last_beat(tx, "scheduler"),
    )


def _count(tx: Connection, column: ColumnElement[str]) -> int:
    return int(tx.execute(select(func.count(column))).scalar_one())


def _counts(tx: Connection, column: ColumnElement[str]) -> Counter[str]:
    rows = tx.execute(select(column, func.count()).group_by(column))
    return Counter({str(row[0]): int(row[1]) for row in rows})


def _outcomes(tx: Connection) -> Counter[str]:
    """Decisions about contacts by outcome: a forecast that a later decision repeats is not counted."""
    d = decisions.c
    rows = tx.execute(select(d.outcome, func.count()).where(_counted()).group_by(d.outcome))
    return Counter({str(row[0]): int(row[1]) for row in rows})


def _counted() -> ColumnElement[bool]:
    # What is refused or deferred when it is planned is not asked again at once; a grant is.
    d = decisions.c
    return or_(
        d.stage.is_(None),
        d.stage == "dequeued",
        and_(d.stage == "planned", d.outcome != "granted"),
    )


def _by_rule(tx: Connection) -> tuple[RuleCount, ...]:
    """Refusals of one cause mostly have the same findings, so that few texts are read for many rows."""
    findings = type_coerce(decisions.c.findings, Text)
    query = (
        select(findings.label("text"), func.count().label("times"))
        .where(decisions.c.outcome.in_(("refused", "referred")), _counted())
        .group_by(findings)
        .order_by(findings)
    )
    found: Counter[str] = Counter()
    why: dict[str, tuple[str, dict[str, str]]] = {}
    for row in tx.execute(query):
        against = [f for f in json.loads(row.text) if f["verdict"] in (Verdict.DENY, Verdict.REFER)]
        lines = [finding_line(f) for f in against]
        why |= {line.rule_id: (line.reason, dict(line.used)) for line in lines}
        found.update(dict.fromkeys((finding["rule_id"] for finding in against), row.times))
    most = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return tuple(RuleCount(rule_id, *why[rule_id], count) for rule_id, count in most[:RULES_SHOWN])


def _promised(tx: Connection) -> tuple[Money, ...]:
    """What standing plans promise, one sum per currency."""
    p = promises.c
    cancelled = select(plan_cancellations.c.plan_id)
    query = (
        select(p.currency, func.sum(p.amount_minor).label("minor"))
        .where(p.plan_id.not_in(cancelled))
        .group_by(p.currency)
        .order_by(p.currency)
    )
    return tuple(Money(int(row.minor), Currency(row.currency)) for row in tx.execute(query))
