"""Cases by id and by the lender's own number; their latest score and assignment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from arrears.domain.cases import Case, Purpose, Relationship
from arrears.domain.ids import CaseId, EnterpriseId, PersonId
from arrears.domain.interest import DayCount, InterestTerms
from arrears.domain.money import Currency
from arrears.store.memory import lock_row, row_of
from arrears.store.tables.people import assignments, cases, runs, scores
from arrears.store.types import cipher_of


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a case was allocated to, in which run, and the values that decided it."""

    case_id: CaseId
    run_id: str
    strategy: str
    arm: str  # "treated" or "holdout"
    why: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """A case's score, in which run, with its reason codes, strongest first."""

    case_id: CaseId
    run_id: str
    score: int
    reasons: tuple[str, ...]


def load_case(tx: Connection, case_id: CaseId) -> Case:
    """The case. Raises: LookupError."""
    row = row_of(tx, cases, case_id)
    if row is None:
        raise LookupError(f"no case {case_id}")
    return _case(row)


def lock_case(tx: Connection, case_id: CaseId) -> None:
    """Hold the case until the transaction ends: its evidence chain grows under this lock."""
    lock_row(tx, cases, case_id)


def find_case(tx: Connection, lender: str, lender_ref: str) -> tuple[Case, str] | None:
    """The case with the lender's own number, and the fingerprint of the row it was imported from."""
    index = cipher_of(tx.dialect).blind(lender_ref)
    row = tx.execute(
        select(cases).where(cases.c.lender == lender, cases.c.lender_ref_index == index)
    ).one_or_none()
    return None if row is None else (_case(row), row.fingerprint)


def find_case_anywhere(tx: Connection, reference: str) -> Case | None:
    """The case with this id or this lender's number, when there is exactly one."""
    index = cipher_of(tx.dialect).blind(reference)
    rows = tx.execute(
        select(cases).where((cases.c.id == reference) | (cases.c.lender_ref_index == index)).limit(2)
    ).all()
    return _case(rows[0]) if len(rows) == 1 else None


def find_case_named(tx: Connection, references: Iterable[str]) -> Case | None:
    """The case with one of these lender's numbers, when there is exactly one."""
    indexes = [cipher_of(tx.dialect).blind(reference) for reference in references]
    rows = tx.execute(select(cases).where(cases.c.lender_ref_index.in_(indexes)).limit(2)).all()
    return _case(rows[0]) if len(rows) == 1 else None


def save_case(tx: Connection, case: Case, fingerprint: str) -> None:
    """Insert the case, or bring the row up to date."""
    interest = case.interest_terms
    values = {
        "lender": case.lender,
        "lender_ref": case.lender_ref,
        "lender_ref_index": cipher_of(tx.dialect).blind(case.lender_ref),
        "owner_id": case.owner_id,
        "enterprise_id": case.enterprise_id,
        "product": case.product,
        "purpose": case.purpose,
        "relationship": case.relationship,
        "currency": case.currency,
        "due_on": case.due_on,
        "account_last4": case.account_last4,
        "originated_on": case.originated_on,
        "broken_promises_before": case.broken_promises_before,
        "fingerprint": fingerprint,
        "annual_rate_millionths": None if interest is None else interest.annual_rate,
        "day_count": None if interest is None else interest.day_count,
    }
    if tx.execute(update(cases).where(cases.c.id == case.id).values(values)).rowcount == 0:
        tx.execute(insert(cases).values(id=case.id, imported_at=case.imported_at, **values))


def latest_score(tx: Connection, case_id: CaseId) -> Score | None:
    """The case's score of the last scoring run."""
    row = tx.execute(
        select(scores).join(runs).where(scores.c.case_id == case_id).order_by(runs.c.at.desc()).limit(1)
    ).one_or_none()
    return None if row is None else Score(case_id, row.run_id, row.score, tuple(row.reasons))


def latest_assignment(tx: Connection, case_id: CaseId) -> Assignment | None:
    """The case's assignment of the last allocation run."""
    query = select(assignments).join(runs).where(assignments.c.case_id == case_id)
    row = tx.execute(query.order_by(runs.c.at.desc()).limit(1)).one_or_none()
    return None if row is None else Assignment(case_id, row.run_id, row.strategy, row.arm, row.why)


def _case(row: Row[Any]) -> Case:
    return Case(
        id=CaseId(row.id),
        lender_ref=row.lender_ref,
        lender=row.lender,
        owner_id=PersonId(row.owner_id),
        enterprise_id=None if row.enterprise_id is None else EnterpriseId(row.enterprise_id),
        product=row.product,
        purpose=Purpose(row.purpose),
        relationship=Relationship(row.relationship),
        currency=Currency(row.currency),
        due_on=row.due_on,
        account_last4=row.account_last4,
        imported_at=row.imported_at,
        originated_on=row.originated_on,
        broken_promises_before=row.broken_promises_before,
        interest_terms=_interest_terms(row),
    )


def _interest_terms(row: Row[Any]) -> InterestTerms | None:
    if row.annual_rate_millionths is None:
        return None
    return InterestTerms(row.annual_rate_millionths, DayCount(row.day_count))
