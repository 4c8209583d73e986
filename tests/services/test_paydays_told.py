"""How often they are paid, and when next, is told once: a sum of every payday is read back in that rhythm."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.readings import Frequency
from arrears.store import Store
from tests.builders.line import keys
from tests.builders.offers import CHINA, on_the_table, verified
from tests.builders.store import Borrower, a_borrower

EN = a_borrower()
TOLD = {
    "en": "i get paid every two weeks on friday, next one is the 13th",
    "zh": "我两个礼拜发一次工资 礼拜五 下一次是13号",
}
EACH = {"en": "can i do 150 every payday", "zh": "每次发工资给你们1500可以吗"}
BEGINS = {"en": "ok start from the 13th", "zh": "可以 就从13号开始"}
BOTH = pytest.mark.parametrize("borrower", [EN, CHINA], ids=["en", "zh"])


@BOTH
@pytest.mark.parametrize("order", [(TOLD, EACH), (EACH, TOLD)])
def test_it_is_in_the_rhythm_of_their_pay_from_the_next_payday(
    sqlite_store: Store, borrower: Borrower, order: tuple[dict[str, str], ...]
) -> None:
    language = borrower.person.language
    texts = [each[language] for each in order]
    labels = {TOLD[language]: "change_due_date", EACH[language]: "propose_instalment"}
    line = verified(sqlite_store, borrower, **labels, **{BEGINS[language]: "confirm_plan"})
    for text in texts:
        line.says(text)
    found = on_the_table(line)
    assert found is not None
    assert (found[0].frequency, found[0].first_on) == (Frequency.BIWEEKLY, date(2026, 3, 13))


@BOTH
def test_who_tells_of_their_pay_first_is_asked_for_a_sum(sqlite_store: Store, borrower: Borrower) -> None:
    told = TOLD[borrower.person.language]
    line = verified(sqlite_store, borrower, **{told: "change_due_date"})
    line.says(told)
    assert keys(line) == {"proposal.ask_amount"}


@BOTH
def test_a_first_day_of_every_payday_leaves_open_how_often_that_is(
    sqlite_store: Store, borrower: Borrower
) -> None:
    language = borrower.person.language
    labels = {EACH[language]: "propose_instalment", BEGINS[language]: "promise_to_pay"}
    line = verified(sqlite_store, borrower, **labels, **{TOLD[language]: "promise_to_pay"})
    line.says(EACH[language])
    assert keys(line) == {"proposal.ask_payday"}
    line.says(BEGINS[language])
    line.says(TOLD[language])
    found = on_the_table(line)
    assert found is not None
    assert found[0].frequency is Frequency.BIWEEKLY


@pytest.mark.parametrize(
    ("borrower", "told", "each"),
    [
        (EN, "two jobs, one pays every other friday", "150 every payday"),
        (CHINA, "我两份工 一份隔周五发", "每次发工资还1500"),
    ],
    ids=["en", "zh"],
)
def test_every_other_friday_begins_on_the_coming_one(
    sqlite_store: Store, borrower: Borrower, told: str, each: str
) -> None:
    line = verified(sqlite_store, borrower, **{told: "vague_promise", each: "propose_instalment"})
    line.says(told)
    line.says(each)
    found = on_the_table(line)
    assert found is not None
    assert (found[0].frequency, found[0].first_on.weekday()) == (Frequency.BIWEEKLY, 4)
