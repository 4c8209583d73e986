"""Features of cases as one Ibis expression, so that DuckDB here and Spark elsewhere compute the same.

The table of cases, one row each, in any order:

case_id string · currency string (ISO 4217) · balance_minor int64 · dpd int32 · product string ·
purpose string · relationship string · has_contact bool · has_consent bool · broken_promises int32 ·
language string · country string (ISO 3166 alpha-2)

and two columns that may be left out: months_on_book int32, null where unknown; needs_person bool, true where
a special status bars contact by machine (dispute, attorney, bankruptcy, self-harm and the like).
`arrears.domain.scoring.CaseFacts` is the same row as a value.
"""

from __future__ import annotations

from typing import Any

import ibis
import pyarrow as pa

from arrears.domain.scoring import Characteristic, Feature, Scorecard

CASES = pa.schema(
    [
        ("case_id", pa.string()),
        ("currency", pa.string()),
        ("balance_minor", pa.int64()),
        ("dpd", pa.int32()),
        ("product", pa.string()),
        ("purpose", pa.string()),
        ("relationship", pa.string()),
        ("has_contact", pa.bool_()),
        ("has_consent", pa.bool_()),
        ("broken_promises", pa.int32()),
        ("language", pa.string()),
        ("country", pa.string()),
        ("months_on_book", pa.int32()),
        ("needs_person", pa.bool_()),
    ]
)


class CaseTableError(ValueError):
    """The table of cases cannot be scored or allocated."""


def case_table(table: pa.Table) -> pa.Table:
    """The table with the columns and types of CASES, sorted by case id.

    Raises: CaseTableError for a missing column, an empty value where one is needed, or a repeated case.
    """
    columns = []
    for field in CASES:
        if field.name in table.column_names:
            column = table[field.name].cast(field.type)
        elif field.name == "months_on_book":
            column = pa.nulls(table.num_rows, field.type)
        elif field.name == "needs_person":
            column = pa.array([False] * table.num_rows, field.type)
        else:
            raise CaseTableError(f"the table of cases has no column {field.name}")
        if column.null_count and field.name != "months_on_book":
            raise CaseTableError(f"column {field.name} has empty values")
        columns.append(column)
    result = pa.table(columns, schema=CASES).sort_by("case_id")
    if len(result["case_id"].unique()) != result.num_rows:
        raise CaseTableError("a case stands in the table twice")
    return result


def points(cases: Any, card: Scorecard) -> Any:
    """An Ibis expression: case_id and, for each characteristic, its points."""
    values = _values(cases, card)
    columns = {each.feature.value: _points(each, values[each.feature]) for each in card.characteristics}
    return cases.select(
        case_id=cases.case_id, **{f"points_{name}": column for name, column in columns.items()}
    )


def _values(cases: Any, card: Scorecard) -> dict[Feature, Any]:
    per_unit = cases.currency.cases(*((c.value, per) for c, per in card.minor_per_unit.items()), else_=None)
    reach = ibis.cases((~cases.has_contact, "none"), (cases.has_consent, "consented"), else_="number_only")
    return {
        Feature.DPD: cases.dpd,
        Feature.BALANCE_UNITS: cases.balance_minor // per_unit,
        Feature.BROKEN_PROMISES: cases.broken_promises,
        Feature.MONTHS_ON_BOOK: cases.months_on_book,
        Feature.PRODUCT: cases["product"],
        Feature.PURPOSE: cases.purpose,
        Feature.CONTACTABILITY: reach,
    }


def _points(characteristic: Characteristic, value: Any) -> Any:
    branches: list[tuple[Any, int]] = [(value.isin(band.words), band.points) for band in characteristic.words]
    for band in reversed(characteristic.numbers):
        reached = value.notnull() if band.from_number is None else value >= band.from_number
        branches.append((reached, band.points))
    return ibis.cases(*branches, else_=characteristic.otherwise).cast("int32")
