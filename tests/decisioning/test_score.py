import pyarrow as pa
import pytest
from hypothesis import given, settings

from arrears.adapters.policy_scorecard import load_scorecard
from arrears.decisioning.explain import facts_of
from arrears.decisioning.features import CaseTableError
from arrears.decisioning.score import score
from arrears.domain.scoring import Feature, score_case
from tests.decisioning.portfolios import CARD, POLICY, portfolios, table_of

CASE = {
    "currency": "USD",
    "balance_minor": 120_000,
    "dpd": 20,
    "product": "card",
    "purpose": "consumer",
    "relationship": "first_party",
    "has_contact": True,
    "has_consent": True,
    "broken_promises": 0,
    "language": "en",
    "country": "US",
    "months_on_book": 24,
    "needs_person": False,
}


@settings(max_examples=25)
@given(portfolios)
def test_the_table_and_the_single_case_agree(table):
    scored = score(table, CARD).to_pylist()
    for row, case in zip(scored, table.to_pylist(), strict=True):
        single = score_case(facts_of(case), CARD)
        assert (row["case_id"], row["score"], tuple(row["reasons"])) == (
            case["case_id"],
            single.score,
            single.reasons,
        )


@pytest.mark.parametrize(
    ("feature", "change", "points"),
    [
        (Feature.DPD, {"dpd": 14}, 120),
        (Feature.DPD, {"dpd": 15}, 100),
        (Feature.DPD, {"dpd": 30}, 100),
        (Feature.DPD, {"dpd": 31}, 75),
        (Feature.DPD, {"dpd": 366}, 0),
        (Feature.BALANCE_UNITS, {"balance_minor": 49_999}, 60),
        (Feature.BALANCE_UNITS, {"balance_minor": 50_000}, 55),
        (Feature.BALANCE_UNITS, {"balance_minor": 359_999, "currency": "CNY"}, 60),
        (Feature.BALANCE_UNITS, {"balance_minor": 360_000, "currency": "CNY"}, 55),
        (Feature.BROKEN_PROMISES, {"broken_promises": 2}, 10),
        (Feature.CONTACTABILITY, {"has_consent": False}, 30),
        (Feature.CONTACTABILITY, {"has_contact": False}, 0),
        (Feature.PRODUCT, {"product": "unheard-of"}, 15),
        (Feature.MONTHS_ON_BOOK, {"months_on_book": None}, 15),
        (Feature.MONTHS_ON_BOOK, {"months_on_book": 5}, 5),
    ],
)
def test_bands_include_their_lower_end(feature, change, points):
    facts = facts_of(CASE | change | {"case_id": "C1"})
    assert score_case(facts, CARD).points[feature] == points


def test_the_reasons_are_the_three_that_cost_most():
    change = {"dpd": 400, "broken_promises": 3, "has_contact": False, "balance_minor": 60_000_00}
    scored = score_case(facts_of(CASE | change | {"case_id": "C1"}), CARD)
    assert scored.reasons == ("long_overdue", "hard_to_reach", "broken_promises")


def test_language_country_and_relationship_never_change_a_score():
    card = load_scorecard(POLICY / "scorecard.yml")
    rows = [CASE | {"language": each} for each in ("en", "zh")]
    rows += [CASE | {"country": "TW"}, CASE | {"relationship": "third_party"}]
    assert len(set(score(table_of(rows), card)["score"].to_pylist())) == 1


def test_the_order_of_the_rows_changes_nothing():
    table = table_of([CASE | {"dpd": days} for days in range(100)])
    assert score(table, CARD).equals(score(table.take(pa.array(list(range(99, -1, -1)))), CARD))


def test_an_empty_portfolio_has_no_scores():
    assert score(table_of([]), CARD).num_rows == 0


def test_optional_columns_may_be_left_out():
    table = table_of([CASE | {"months_on_book": None}])
    bare = table.drop_columns(["months_on_book", "needs_person"])
    assert score(bare, CARD).equals(score(table, CARD))


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (table_of([CASE]).drop_columns(["dpd"]), "no column dpd"),
        (table_of([CASE | {"product": None}]), "product has empty values"),
        (table_of([CASE | {"currency": "EUR"}]), "does not name currency EUR"),
        (pa.concat_tables([table_of([CASE])] * 2), "twice"),
    ],
)
def test_a_table_that_cannot_be_scored_is_refused(table, message):
    with pytest.raises(CaseTableError, match=message):
        score(table, CARD)
