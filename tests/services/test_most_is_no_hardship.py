"""Who says only that a sum is the most, or why it is that sum, declares no hardship; the limit stands."""

from __future__ import annotations

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.store import Store, proposals
from tests.builders.line import Line, keys, reasons
from tests.builders.offers import CHINA, on_the_table, verified
from tests.builders.several import statuses
from tests.builders.store import Borrower, a_borrower

EN = a_borrower()
BIKE = "work been slow w all the rain, im selling my bike so i can give u 300 and then like 190 a month"
ZH_BIKE = "最近生意不好，这周日能先还3000，然后每个月1500"


def limit_of(line: Line) -> int | None:
    with line.store.read() as tx:
        told = proposals.means_told(tx, line.borrower.person.id, line.borrower.case.currency)
    return None if told.limit is None else told.limit.what.amount.minor // 100


@pytest.mark.parametrize(
    ("borrower", "offer", "text", "most"),
    [
        (CHINA, "每月20号还1500", "1500就是1500 多了我真跑不出来", 1500),
        (CHINA, "每月20号还1500", "1500，多了没有", 1500),
        (EN, "i can do 190 a month on the 20th", "190 is 190, i cant do more", 190),
        (EN, "i can do 190 a month on the 20th", "190 is all i can do", 190),
    ],
)
def test_the_most_they_can_is_a_limit_and_a_person_reads_the_label(
    sqlite_store: Store, borrower: Borrower, offer: str, text: str, most: int
) -> None:
    line = verified(sqlite_store, borrower, **{offer: "propose_instalment", text: "cannot_pay"})
    line.says(offer)
    before = on_the_table(line)
    line.says(text)
    assert SpecialStatus.HARDSHIP not in statuses(line)
    assert not keys(line) & {"hardship.answer", "hardship.heard"}
    assert limit_of(line) == most
    assert on_the_table(line) == before
    assert reasons(line) == ["also_said"]


@pytest.mark.parametrize(("borrower", "text"), [(EN, BIKE), (CHINA, ZH_BIKE)])
def test_a_slow_trade_beside_what_they_will_pay_raises_nothing(
    sqlite_store: Store, borrower: Borrower, text: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: "propose_instalment"})
    line.says(text)
    assert SpecialStatus.HARDSHIP not in statuses(line)
    assert keys(line) <= {"plan.read_back", "proposal.ask_date"}


@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (EN, "i can't afford 150"),
        (EN, "i cant do more than 75, i lost my job"),
        (EN, "i got laid off, i can do 100 a month"),
        (CHINA, "150多了我还不起"),
        (CHINA, "实在没钱，150就是150"),
        (CHINA, "失业了，每月只能还300"),
    ],
)
def test_want_beside_it_is_heard_as_ever(sqlite_store: Store, borrower: Borrower, text: str) -> None:
    line = verified(sqlite_store, borrower, **{text: "cannot_pay"})
    line.says(text)
    assert SpecialStatus.HARDSHIP in statuses(line)


@pytest.mark.parametrize("label", ["cannot_pay", "partial_payment", "propose_instalment+deny"])
@pytest.mark.parametrize(
    ("borrower", "offer", "text"),
    [
        (EN, "300 on the 20th, then 190 a month", "no 190 is what i can do for sure"),
        (EN, "300 on the 20th, then 190 a month", "190 a month is the most i can do"),
        (CHINA, "20号先还3000，然后每个月还1500", "1500就是1500 多了我真跑不出来"),
    ],
)
def test_the_most_that_is_their_regular_sum_leaves_the_first_one_as_it_is(
    sqlite_store: Store, borrower: Borrower, offer: str, text: str, label: str
) -> None:
    line = verified(sqlite_store, borrower, **{offer: "propose_instalment", text: label})
    line.says(offer)
    before = on_the_table(line)
    assert before is not None
    assert before[0].instalments[0].amount != before[0].instalments[1].amount
    line.says(text)
    assert on_the_table(line) == before
