"""Why each case has its strategy: the values, prices and bars that decided it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa

from arrears.decisioning.allocate import Allocation
from arrears.decisioning.features import case_table
from arrears.domain.cases import Purpose, Relationship
from arrears.domain.ids import CaseId
from arrears.domain.money import Currency
from arrears.domain.scoring import CaseFacts
from arrears.domain.strategies import MILLI, Explanation, StrategyPolicy, explain_case


def facts_of(row: Mapping[str, Any]) -> CaseFacts:
    """One row of the table of cases as a value. Raises: KeyError, ValueError for an unknown word."""
    return CaseFacts(
        case_id=CaseId(row["case_id"]),
        currency=Currency(row["currency"]),
        balance_minor=row["balance_minor"],
        dpd=row["dpd"],
        product=row["product"],
        purpose=Purpose(row["purpose"]),
        relationship=Relationship(row["relationship"]),
        has_contact=row["has_contact"],
        has_consent=row["has_consent"],
        broken_promises=row["broken_promises"],
        language=row["language"],
        country=row["country"],
        months_on_book=row.get("months_on_book"),
        needs_person=bool(row.get("needs_person")),
    )


def explanations(
    table: pa.Table, scores: pa.Table, policy: StrategyPolicy, allocation: Allocation
) -> Iterator[Explanation]:
    """One explanation a case, by case id."""
    score = dict(zip(scores["case_id"].to_pylist(), scores["score"].to_pylist(), strict=True))
    chosen = allocation.assignments["strategy"].to_pylist()
    for row, strategy in zip(case_table(table).to_pylist(), chosen, strict=True):
        yield explain_case(
            facts_of(row),
            score[row["case_id"]],
            policy,
            prices_milli=allocation.prices_milli,
            chosen=strategy,
        )


def as_json(explanation: Explanation) -> dict[str, Any]:
    """The explanation in the shape that is stored with the assignment; amounts in minor units."""
    return {
        "band": explanation.band,
        "best": explanation.best,
        "moved": explanation.moved,
        "options": [
            {
                "strategy": option.strategy,
                "bars": [bar.value for bar in option.bars],
                "value_minor": option.value_minor,
                "price_minor": (option.value_minor * MILLI - option.adjusted_milli) // MILLI,
                "adjusted_minor": option.adjusted_milli // MILLI,
                "use": dict(option.use),
            }
            for option in explanation.options
        ],
    }
