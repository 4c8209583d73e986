"""Who names a rhythm and no sum, though a sum was asked for, is offered that rhythm."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.language.readings import Frequency
from arrears.domain.negotiation.negotiate import negotiate
from arrears.domain.negotiation.offers import Counter, Proposal, Question
from tests.builders.negotiating import FRIDAY, NINE_HUNDRED, TERMS, granted

ASKED = replace(NINE_HUNDRED, said=replace(NINE_HUNDRED.said, asked=frozenset({Question.AMOUNT})))


@pytest.mark.parametrize("rhythm", [Frequency.WEEKLY, Frequency.BIWEEKLY, Frequency.MONTHLY])
def test_it_is_kept(rhythm: Frequency) -> None:
    move = negotiate(ASKED, granted(), Proposal(on=FRIDAY, frequency=rhythm))
    assert isinstance(move, Counter)
    assert (move.offer.frequency, move.offer.first_on) == (rhythm, FRIDAY)


def test_one_that_is_not_offered_leaves_all_the_others() -> None:
    terms = replace(TERMS, frequencies=(Frequency.MONTHLY,))
    move = negotiate(ASKED, granted(terms), Proposal(on=FRIDAY, frequency=Frequency.WEEKLY))
    assert isinstance(move, Counter)
    assert move.offer.frequency is not Frequency.WEEKLY
