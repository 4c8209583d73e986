"""Streams cases out as Arrow columns for batch decisioning, and writes scores and assignments back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import pyarrow as pa
from sqlalchemy import Connection, Row, func, insert, or_, select

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.facts import ConsentAction, ConsentPurpose
from arrears.domain.ledger import Account
from arrears.domain.people import Channel
from arrears.domain.promises import PromiseOutcome
from arrears.store.plans import current_outcomes
from arrears.store.tables.contact import consents, status_events
from arrears.store.tables.money import postings, promises
from arrears.store.tables.people import assignments, cases, contact_points, persons, runs, scores

CHUNK = 5_000
DAYS_PER_MONTH = 30

_RECEIVABLE = (Account.RECEIVABLE_FEES, Account.RECEIVABLE_INTEREST, Account.RECEIVABLE_PRINCIPAL)
_CLOSED_TO_MACHINES = frozenset(SpecialStatus) - {SpecialStatus.HARDSHIP}


def case_table(tx: Connection, today: date, *, upcoming: bool = False) -> pa.Table:
    """Every overdue case with something owed, in the columns that `arrears.decisioning.features` documents.

    With `upcoming` also those that are not overdue yet: they are scored, and never allocated to collection.
    """
    rows = list(_case_rows(tx, today, upcoming))
    return pa.Table.from_pylist(rows) if rows else pa.table({})


def save_run(
    tx: Connection, run_id: str, kind: str, *, version: str, at: datetime, summary: Mapping[str, Any]
) -> None:
    """Record a scoring or allocation run."""
    tx.execute(insert(runs).values(id=run_id, kind=kind, version=version, at=at, summary=dict(summary)))


def last_run(tx: Connection, kind: str) -> Row[Any] | None:
    """The latest run of the kind."""
    query = select(runs).where(runs.c.kind == kind).order_by(runs.c.at.desc()).limit(1)
    return tx.execute(query).one_or_none()


def save_scores(tx: Connection, run_id: str, table: pa.Table) -> None:
    """Write a score table back in batches."""
    for batch in table.to_batches(max_chunksize=CHUNK):
        tx.execute(insert(scores), [{"run_id": run_id} | row for row in batch.to_pylist()])


def score_table(tx: Connection, run_id: str) -> pa.Table:
    """The scores of a run: case_id, score."""
    rows = tx.execute(select(scores.c.case_id, scores.c.score).where(scores.c.run_id == run_id))
    pairs = [(row.case_id, row.score) for row in rows]
    return pa.table({"case_id": [case_id for case_id, _ in pairs], "score": [score for _, score in pairs]})


def save_assignments(
    tx: Connection, run_id: str, table: pa.Table, why: Mapping[str, Mapping[str, Any]]
) -> None:
    """Write an assignment table back in batches, each case with why."""
    for batch in table.to_batches(max_chunksize=CHUNK):
        rows = [
            {
                "run_id": run_id,
                "case_id": row["case_id"],
                "strategy": row["strategy"],
                "arm": row["arm"],
                "why": dict(why[row["case_id"]]),
            }
            for row in batch.to_pylist()
        ]
        tx.execute(insert(assignments), rows)


def _case_rows(tx: Connection, today: date, upcoming: bool) -> Iterator[dict[str, Any]]:
    numbers, consented = _numbers(tx), _consented_numbers(tx)
    statuses, broken = _barred(tx), _broken(tx)
    balance = (
        select(postings.c.case_id, func.sum(postings.c.amount_minor).label("minor"))
        .where(postings.c.account.in_(_RECEIVABLE))
        .group_by(postings.c.case_id)
        .subquery()
    )
    query = (
        select(cases, persons.c.language, persons.c.country, balance.c.minor)
        .join(persons, persons.c.id == cases.c.owner_id)
        .join(balance, balance.c.case_id == cases.c.id)
        .where(balance.c.minor > 0)
        .order_by(cases.c.id)
    )
    if not upcoming:
        query = query.where(cases.c.due_on < today)
    for row in tx.execute(query).yield_per(CHUNK):
        point, country = numbers.get(row.owner_id, (None, row.country))
        months = None if row.originated_on is None else (today - row.originated_on).days // DAYS_PER_MONTH
        yield {
            "case_id": row.id,
            "currency": row.currency,
            "balance_minor": int(row.minor),
            "dpd": max(0, (today - row.due_on).days),
            "product": row.product,
            "purpose": row.purpose,
            "relationship": row.relationship,
            "has_contact": point is not None,
            "has_consent": point in consented,
            "broken_promises": row.broken_promises_before + broken.get(row.id, 0),
            "language": row.language,
            "country": country,
            "months_on_book": months,
            "needs_person": not statuses.isdisjoint({(row.owner_id, None), (row.owner_id, row.id)}),
        }


def _numbers(tx: Connection) -> dict[str, tuple[str, str]]:
    """Each person's number, the one the lender gave last, and its country."""
    c = contact_points.c
    query = select(c.person_id, c.id, c.country)
    rows = tx.execute(query.order_by(c.stated_at.asc().nulls_first(), c.id.desc()))
    return {row.person_id: (row.id, row.country) for row in rows}


def _consented_numbers(tx: Connection) -> frozenset[str]:
    """Numbers whose last word on texts is consent."""
    c = consents.c
    about_contact = or_(c.purpose.is_(None), c.purpose != ConsentPurpose.DETAILS)
    query = select(c.contact_point_id, c.action, c.channel).where(about_contact).order_by(c.at, c.id)
    last = {
        row.contact_point_id: row.action for row in tx.execute(query) if row.channel in (None, Channel.SMS)
    }
    return frozenset(point for point, action in last.items() if action == ConsentAction.GIVEN)


def _barred(tx: Connection) -> frozenset[tuple[str, str | None]]:
    """(person, case or None) of every standing status that closes the case to machines."""
    s = status_events.c
    query = select(s.person_id, s.case_id, s.contact_point_id, s.status, s.raised).order_by(s.at, s.id)
    standing = {
        (row.person_id, row.case_id, row.contact_point_id, row.status): row.raised
        for row in tx.execute(query)
    }
    return frozenset(
        (person, case)
        for (person, case, _, status), raised in standing.items()
        if raised and SpecialStatus(status) in _CLOSED_TO_MACHINES
    )


def _broken(tx: Connection) -> dict[str, int]:
    """Broken promises made to us, by case."""
    held = current_outcomes()
    query = (
        select(promises.c.case_id, func.count().label("times"))
        .join(held, held.c.promise_id == promises.c.id)
        .where(held.c.outcome == PromiseOutcome.BROKEN)
        .group_by(promises.c.case_id)
    )
    return {row.case_id: int(row.times) for row in tx.execute(query)}
