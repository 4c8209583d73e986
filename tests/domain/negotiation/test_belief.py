from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.cases import Purpose
from arrears.domain.negotiation.belief import belief_in
from arrears.domain.negotiation.offers import Position, Regularly, Statements
from tests.builders.negotiating import NINE_HUNDRED, WIDE_POSITIONS, M, at, usd

PRIOR = belief_in(NINE_HUNDRED, None)


@given(position=WIDE_POSITIONS, proposed=st.none() | st.floats(1, 1e8))
def test_likelihoods_add_up_and_capacities_rise(position: Position, proposed: float | None) -> None:
    belief = belief_in(position, proposed)
    assert sum(belief.weights) == pytest.approx(1)
    assert list(belief.capacities) == sorted(belief.capacities)
    assert belief.capacities[0] > 0


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (NINE_HUNDRED, replace(NINE_HUNDRED, days_past_due=120)),
        (NINE_HUNDRED, replace(NINE_HUNDRED, broken_promises=1)),
        (replace(NINE_HUNDRED, kept_promises=1), NINE_HUNDRED),
        (NINE_HUNDRED, replace(NINE_HUNDRED, said=Statements(hardship=True))),
        (replace(NINE_HUNDRED, purpose=Purpose.COMMERCIAL), NINE_HUNDRED),
        (NINE_HUNDRED, at(usd(900), limit=usd(50), per=M)),
        (at(usd(9000)), NINE_HUNDRED),
    ],
)
def test_facts_of_the_case_move_the_belief(better: Position, worse: Position) -> None:
    assert belief_in(better, None).mean > belief_in(worse, None).mean


def test_a_proposed_amount_moves_the_belief_towards_somewhat_more_than_it() -> None:
    low, high = belief_in(NINE_HUNDRED, 20_00), belief_in(NINE_HUNDRED, 400_00)
    assert low.mean < PRIOR.mean < high.mean
    assert low.mean > 20_00


def test_nobody_is_believed_to_have_more_than_they_said() -> None:
    limited = belief_in(at(usd(900), limit=usd(60), per=M), 500_00)
    assert max(limited.capacities) == 60_00
    figures = Statements(income=Regularly(usd(2000), M), expenses=Regularly(usd(1960), M))
    assert max(belief_in(replace(NINE_HUNDRED, said=figures), None).capacities) == 40_00


def test_tone_and_refusals_are_no_facts() -> None:
    offered = replace(NINE_HUNDRED, earlier_offers=(), said=Statements(declined=(), asked=frozenset()))
    assert belief_in(offered, None) == PRIOR
