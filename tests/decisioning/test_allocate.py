import itertools
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arrears.decisioning.allocate import allocate
from arrears.decisioning.dual_prices import CLOSED, Problem, solve
from arrears.decisioning.explain import as_json, explanations, facts_of
from arrears.decisioning.features import CaseTableError
from arrears.domain.people import Carrier
from arrears.domain.strategies import HOLDOUT, WAIT, Bar, bars, draw, value_minor
from tests.decisioning.portfolios import STRATEGIES, portfolios, scores_of, table_of

capacities = st.tuples(*[st.integers(0, 200)] * 4)
CASE = {
    "currency": "USD",
    "balance_minor": 500_000,
    "dpd": 40,
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
SMS = next(each for each in STRATEGIES.strategies if each.name == "sms_conversation")


def limited(per_day):
    resources = [replace(r, per_day=n) for r, n in zip(STRATEGIES.resources, per_day, strict=True)]
    return replace(STRATEGIES, resources=tuple(resources))


def used(table, allocation, policy):
    countries = dict(zip(table["case_id"].to_pylist(), table["country"].to_pylist(), strict=True))
    named = {strategy.name: strategy for strategy in policy.strategies}
    total = dict.fromkeys(allocation.capacity, 0)
    for row in allocation.assignments.to_pylist():
        if row["strategy"] != HOLDOUT:
            carrier = policy.carrier_of(countries[row["case_id"]])
            for name, amount in policy.use(named[row["strategy"]], carrier).items():
                total[name] += amount
    return total


@settings(max_examples=40)
@given(portfolios, capacities)
def test_no_capacity_is_exceeded_and_everybody_is_assigned(table, per_day):
    policy = limited(per_day)
    allocation = allocate(table, scores_of(table), policy)
    assert sorted(allocation.assignments["case_id"].to_pylist()) == sorted(table["case_id"].to_pylist())
    assert allocation.use == used(table, allocation, policy)
    assert all(allocation.use[name] <= limit for name, limit in allocation.capacity.items())
    assert allocation.value_minor <= allocation.bound_minor


@settings(max_examples=40)
@given(portfolios, capacities, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(table, per_day, dice):
    order = list(range(table.num_rows))
    dice.shuffle(order)
    policy, scores = limited(per_day), scores_of(table)
    shuffled = allocate(table.take(pa.array(order, pa.int64())), scores, policy)
    assert shuffled.assignments.equals(allocate(table, scores, policy).assignments)


@settings(max_examples=40)
@given(portfolios, capacities)
def test_the_explanation_agrees_with_the_allocation(table, per_day):
    policy, scores = limited(per_day), scores_of(table)
    allocation = allocate(table, scores, policy)
    rows = {row["case_id"]: row for row in allocation.assignments.to_pylist()}
    for explanation in explanations(table, scores, policy, allocation):
        row = rows[explanation.case_id]
        assert explanation.holdout == (row["arm"] == "holdout") == (row["strategy"] == HOLDOUT)
        if not explanation.holdout:
            option = next(o for o in explanation.options if o.strategy == row["strategy"])
            assert option.open
            assert option.value_minor == row["value_minor"]
        assert as_json(explanation)["moved"] is explanation.moved


@given(portfolios)
@settings(max_examples=20)
def test_the_holdout_of_a_case_depends_on_nothing_but_its_id_and_the_seed(table):
    everyone = [row["case_id"] for row in table.to_pylist()]
    scores = scores_of(table)
    held = {
        row["case_id"]
        for row in allocate(table, scores, STRATEGIES).assignments.to_pylist()
        if row["arm"] == "holdout"
    }
    assert held == {case_id for case_id in everyone if draw(case_id, STRATEGIES).holdout}


def test_the_holdout_is_about_its_share_and_changes_with_the_seed():
    other = replace(STRATEGIES, holdout_seed="another")
    ids = [f"case-{i}" for i in range(20_000)]
    held = [draw(each, STRATEGIES).holdout for each in ids]
    again = [draw(each, other).holdout for each in ids]
    assert 0.045 < sum(held) / len(ids) < 0.055
    assert sum(a and b for a, b in zip(held, again, strict=True)) < 0.1 * sum(held)


@pytest.mark.parametrize(("share", "count"), [(0, 0), (10_000, 50)])
def test_a_share_of_none_or_all_is_exact(share, count):
    table = table_of([CASE] * 50)
    allocation = allocate(table, scores_of(table), replace(STRATEGIES, holdout_bps=share))
    assert allocation.assignments["strategy"].to_pylist().count(HOLDOUT) == count


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"has_contact": False}, Bar.NO_CONTACT),
        ({"has_consent": False}, Bar.NO_CONSENT),
        ({"relationship": "third_party"}, Bar.NOT_FIRST_PARTY),
        ({"relationship": "unknown"}, Bar.NOT_FIRST_PARTY),
        ({"language": "es"}, Bar.LANGUAGE),
        ({"needs_person": True}, Bar.SPECIAL_STATUS),
    ],
)
def test_texts_are_closed_to_whoever_may_not_get_one(change, reason):
    facts = facts_of(CASE | change | {"case_id": "C1"})
    assert bars(SMS, facts, STRATEGIES) == (reason,)
    table = table_of([CASE | change] * 40)
    allocation = allocate(table, scores_of(table), STRATEGIES)
    assert "sms_conversation" not in allocation.assignments["strategy"].to_pylist()


def test_a_chinese_number_uses_the_lenders_gateway_and_an_american_one_does_not():
    table = table_of([CASE | {"country": "CN"}] * 5 + [CASE] * 3)
    policy = replace(STRATEGIES, holdout_bps=0)
    use = allocate(table, scores_of(table), policy).use
    assert (use["texts_lender_gateway"], use["texts_twilio"]) == (40, 24)
    assert policy.carrier_of("CN") is Carrier.LENDER_GATEWAY


def test_without_capacity_everybody_waits():
    table = table_of([CASE] * 20)
    allocation = allocate(table, scores_of(table), replace(limited((0, 0, 0, 0)), holdout_bps=0))
    assert set(allocation.assignments["strategy"].to_pylist()) == {WAIT}


def test_the_last_place_goes_to_the_case_that_is_worth_most():
    rows = [CASE | {"balance_minor": 100_000 * (i + 1)} for i in range(10)]
    table = table_of(rows)
    policy = replace(limited((8, 0, 0, 8)), holdout_bps=0)
    chosen = allocate(table, scores_of(table), policy).assignments["strategy"].to_pylist()
    assert [place for place, name in enumerate(chosen) if name == "sms_conversation"] == [9]


def test_a_value_is_the_share_of_the_balance_less_the_cost():
    facts = facts_of(CASE | {"case_id": "C1"})
    assert value_minor(SMS, facts, "good", STRATEGIES) == 500_000 * 600 // 10_000 - 10
    yuan = facts_of(CASE | {"case_id": "C1", "currency": "CNY", "balance_minor": 720_000})
    assert value_minor(SMS, yuan, "good", STRATEGIES) == 100_000 * 600 // 10_000 - 10


def test_a_case_without_a_score_is_refused():
    table = table_of([CASE] * 3)
    with pytest.raises(CaseTableError, match="2 cases have no score"):
        allocate(table, scores_of(table.slice(0, 1)), STRATEGIES)


def test_thousands_of_identical_cases_still_fill_the_day():
    table = table_of([CASE] * 5_000)
    allocation = allocate(table, scores_of(table), STRATEGIES)
    assert allocation.use["texts_twilio"] == allocation.capacity["texts_twilio"]
    assert allocation.gap < 0.01


def problems():
    return st.integers(0, 2**32 - 1).map(random_problem)


def random_problem(seed):
    dice = np.random.default_rng(seed)
    cases, choices, resources, kinds = dice.integers(1, 7), 3, 2, 2
    values = dice.integers(-50, 1000, (cases, choices))
    values[dice.random((cases, choices)) < 0.2] = CLOSED
    values[:, 0] = 0
    uses = dice.integers(0, 5, (kinds, choices, resources))
    uses[:, 0] = 0
    return Problem(
        values=values.astype(np.int64),
        kinds=dice.integers(0, kinds, cases),
        uses=uses,
        capacities=dice.integers(0, 15, resources),
        ties=dice.random(cases),
        fallback=0,
    )


def best_value(problem):
    rows = range(len(problem.values))
    best = 0
    for choice in itertools.product(range(problem.values.shape[1]), repeat=len(problem.values)):
        values = problem.values[rows, choice]
        use = problem.uses[problem.kinds, choice].sum(axis=0)
        if CLOSED not in values and np.all(use <= problem.capacities):
            best = max(best, int(values.sum()))
    return best


@settings(max_examples=60)
@given(problems())
def test_the_bound_holds_against_every_assignment(problem):
    solution = solve(problem)
    optimum = best_value(problem)
    assert solution.value <= optimum <= solution.bound
    assert np.all(solution.use <= problem.capacities)
    assert CLOSED not in problem.values[np.arange(len(problem.values)), solution.choices]
