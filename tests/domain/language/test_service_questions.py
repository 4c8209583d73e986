"""Two questions in one breath are two; the words of one are never taken for two."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.service_questions import Service, asks_when_due, service_questions

LETTER, REPORTING, FEES, PAYOFF = Service.LETTER, Service.REPORTING, Service.FEES, Service.PAYOFF
DUE, WAYS, BALANCE = Service.DUE, Service.WAYS, Service.BALANCE


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("when its paid will I get a letter and does this hurt my credit", (LETTER, REPORTING)),
        ("does this hurt my credit, and will I get a letter", (REPORTING, LETTER)),
        ("how do I pay and what's the late fee", (WAYS, FEES)),
        ("how much to pay it off and when is it due", (PAYOFF, DUE)),
        ("what do I owe? how can I pay?", (BALANCE, WAYS)),
        ("I could do 150 a month, and will this hurt my credit", (REPORTING,)),
        ("还完能给我开个证明不，会不会影响征信", (LETTER, REPORTING)),
        ("怎么还款？会上征信吗", (WAYS, REPORTING)),
        ("还欠多少，利息怎么算", (BALANCE, FEES)),
        ("一次性还清要多少，什么时候到期", (PAYOFF, DUE)),
        ("how much interest is on my balance", ()),  # one clause, one question
        ("I paid the fee, so leave me alone", ()),
        ("my credit is ruined, I lost my job", ()),
        ("I don't owe interest, that's wrong", ()),
        ("利息太高了，我不认", ()),
    ],
)
def test_what_is_asked_clause_by_clause(text: str, asked: tuple[Service, ...]) -> None:
    assert service_questions(text) == asked


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("when is it due", True),
        ("what's my due date?", True),
        ("什么时候到期", True),
        ("it was due when I was ill", False),
        ("how much is due", False),
    ],
)
def test_the_question_for_the_day(text: str, asks: bool) -> None:
    assert asks_when_due(text) is asks
