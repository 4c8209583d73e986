"""A plan that was agreed on a call comes as a text: with its terms to who said so, else with a link alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest

from tests.journeys.borrowers import EN, ZH
from tests.journeys.callers import Callers
from tests.journeys.stage import Stage, is_said
from tests.journeys.who_calls import callers

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Words:
    """What a borrower says, in their language."""

    offer: str
    yes: str
    no: str


WORDS = {
    EN: Words("I can pay {amount} dollars a month starting on {day}", "yes", "no"),
    ZH: Words("我每个月还{amount}美元，从{day}开始", "好的", "不用"),
}


@pytest.fixture(scope="module")
def who_call(stage: Stage) -> Callers:
    return callers(stage, {EN: 2, ZH: 2}, after=8)


@pytest.mark.parametrize("agrees", [True, False])
@pytest.mark.parametrize("kind", [EN, ZH])
def test_the_text_after_a_call_tells_the_terms_only_to_who_wants_them_there(
    who_call: Callers, kind: tuple[str, str], agrees: bool
) -> None:
    telephone, stage, words = who_call.phone(kind), who_call.stage, WORDS[kind]
    person = telephone.person
    telephone.calls_us()
    assert telephone.proves_it()[0] == "balance.state"
    amount = -(-person.owed_minor // 800)
    offer = words.offer.format(amount=amount, day=stage.day_in(9, person.language))
    assert telephone.says(offer) == ["plan.read_back"]
    recorded = telephone.says(words.yes)
    assert (recorded[0], recorded[-1]) == ("plan.recorded", "call.ask_details")
    answered = telephone.says(words.yes if agrees else words.no)
    assert answered == ["call.details_follow" if agrees else "call.link_follows"]
    telephone.hangs_up()

    stage.pass_time(timedelta(minutes=61))
    (written,) = stage.received(person.phone)
    key = "contact.welcome_terms" if agrees else "contact.welcome"
    assert is_said(written, person.language, key)
    assert "/p/" in written
    assert (f"${amount:,}.00" in written) is agrees
