"""Tables of cases for the tests of scoring and allocation."""

from pathlib import Path

import pyarrow as pa
from hypothesis import strategies as st

from arrears.adapters.policy_scorecard import load_scorecard
from arrears.adapters.policy_strategies import load_strategies
from arrears.decisioning.explain import facts_of
from arrears.decisioning.features import CASES
from arrears.domain.cases import Purpose, Relationship
from arrears.domain.money import Currency
from arrears.domain.scoring import score_case

POLICY = Path(__file__).parents[2] / "policy"
CARD = load_scorecard(POLICY / "scorecard.yml")
STRATEGIES = load_strategies(POLICY / "strategies.yml")

case_rows = st.fixed_dictionaries(
    {
        "currency": st.sampled_from([each.value for each in Currency]),
        "balance_minor": st.sampled_from([1, 49_999, 50_000, 200_000, 199_999]) | st.integers(1, 10**12),
        "dpd": st.sampled_from([0, 1, 14, 15, 30, 31, 60, 61, 90, 91, 180, 181, 365, 366])
        | st.integers(0, 9999),
        "product": st.sampled_from(["card", "credit-card", "personal-term", "business-term", "other"]),
        "purpose": st.sampled_from([each.value for each in Purpose]),
        "relationship": st.sampled_from([each.value for each in Relationship]),
        "has_contact": st.booleans(),
        "has_consent": st.booleans(),
        "broken_promises": st.integers(0, 5),
        "language": st.sampled_from(["en", "zh", "es"]),
        "country": st.sampled_from(["US", "CN", "TW"]),
        "months_on_book": st.none() | st.integers(0, 60),
        "needs_person": st.booleans(),
    }
)


def table_of(rows):
    named = [row | {"case_id": f"C{place:05d}"} for place, row in enumerate(rows)]
    return pa.Table.from_pylist(named, schema=CASES)


portfolios = st.lists(case_rows, max_size=40).map(table_of)


def scores_of(table):
    """The scores of the single-case function: quicker than the columnar one for a handful of cases."""
    rows = [(row["case_id"], score_case(facts_of(row), CARD).score) for row in table.to_pylist()]
    return pa.table(
        {
            "case_id": pa.array([r[0] for r in rows], pa.string()),
            "score": pa.array([r[1] for r in rows], pa.int32()),
        }
    )
