from dataclasses import replace

import pytest

from arrears.domain.negotiation.authority import RestDays
from arrears.domain.negotiation.limits import in_rhythm
from arrears.domain.negotiation.scope import scope_of
from tests.builders.negotiating import NINE_HUNDRED, TODAY, WIDE, M, granted, widely


@pytest.mark.parametrize(
    ("term_days", "at_most", "fits"),
    [(0, 12, 1), (30, 12, 1), (31, 12, 2), (31, 1, 1), (60, 12, 2), (61, 12, 3)],
)
def test_payments_are_counted_up_to_the_last_day_allowed(term_days: int, at_most: int, fits: int) -> None:
    """From Monday 4 May: the next ones are due on 4 June and 4 July."""
    terms = replace(
        WIDE,
        max_instalments=at_most,
        usual_first_payment_days=0,
        first_payment_within_days=0,
        max_term_days=term_days,
        rest_days=RestDays(),
    )
    scope = scope_of(widely(NINE_HUNDRED), granted(terms))
    assert in_rhythm(scope, rhythm=M, wanted=M, first_on=TODAY).payments == fits
