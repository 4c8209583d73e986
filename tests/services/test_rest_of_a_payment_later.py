"""A part of an agreed payment comes now and the rest on another day: a change, read back, nobody called."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.services.record_payment import ReportedPayment, record_payment, reverse_payment
from arrears.store import Store, consents
from tests.builders.line import SAYINGS, Line, every_plan, keys, plan_of, reasons, waits
from tests.builders.plans import usd
from tests.builders.store import a_borrower, in_china

REST = "could only send 200, can I get you the rest on the 20th?"
OTHER = "I can send 100 now, the other 250 on the 20th"
WRONG = "I can send 100 now, the other 90 on the 20th"
PAID = "I paid 200 today and will pay the remaining 150 on friday the 20th"
ZH = "只能先转200，剩下的20号给行吗"
ZH_OFFER = "每个月还500，3月15号开始"
SAID = SAYINGS | {
    REST: "partial_payment",
    OTHER: "partial_payment",
    WRONG: "partial_payment",
    PAID: "already_paid+promise_to_pay",
    ZH: "partial_payment",
    ZH_OFFER: "propose_instalment",
    "好的": "affirm",
}
TWENTIETH = date(2026, 3, 20)


def agreed(store: Store) -> Line:
    """4 payments of $350.00 from 16 March on."""
    line = Line(store, sayings=SAID)
    line.agree()
    return line


def pay(line: Line, minor: int, key: str = "1") -> None:
    on = line.clock.now().date()
    record_payment(line.desk, ReportedPayment(key, line.borrower.case.id, usd(minor), on, "test"))


def payments(line: Line) -> list[tuple[date, int]]:
    plan = plan_of(line)
    assert plan is not None
    return [(item.on, item.amount.minor // 100) for item in plan.instalments]


LATER = [(date(2026, 4, 15), 350), (date(2026, 5, 15), 350), (date(2026, 6, 15), 350)]


@pytest.mark.parametrize(("text", "part", "rest"), [(REST, 200, 150), (OTHER, 100, 250)])
def test_before_it_has_arrived_the_part_stays_on_its_day(
    store: Store, text: str, part: int, rest: int
) -> None:
    line = agreed(store)
    reply = line.says(text)
    assert f"${part}.00 on Monday 16 March 2026; ${rest}.00 on 20 March" in reply
    assert keys(line) == {"change.read_back"}
    assert len(every_plan(line)) == 1
    line.says("yes")
    assert payments(line) == [(date(2026, 3, 16), part), (TWENTIETH, rest), *LATER]
    assert reasons(line) == []


def test_once_it_has_arrived_only_the_rest_is_on_the_new_day(sqlite_store: Store) -> None:
    line = agreed(sqlite_store)
    pay(line, 20_000)
    line.says(REST)
    assert keys(line) == {"change.read_back"}
    line.says("yes")
    assert payments(line) == [(TWENTIETH, 150), *LATER]
    assert reasons(line) == []


def test_what_bounced_has_not_arrived(sqlite_store: Store) -> None:
    line = agreed(sqlite_store)
    pay(line, 20_000)
    reverse_payment(line.desk, "1")
    line.says(REST)
    line.says("yes")
    assert payments(line)[:2] == [(date(2026, 3, 16), 200), (TWENTIETH, 150)]


def test_what_arrives_between_the_read_back_and_the_yes_is_read_back_anew(sqlite_store: Store) -> None:
    line = agreed(sqlite_store)
    line.says(REST)
    pay(line, 20_000)
    assert "$150.00 on Friday 20 March 2026" in line.says("yes")
    assert len(every_plan(line)) == 1
    line.says("yes")
    assert payments(line) == [(TWENTIETH, 150), *LATER]


def test_a_part_that_they_say_they_paid_disputes_nothing(sqlite_store: Store) -> None:
    line = agreed(sqlite_store)
    reply = line.says(PAID)
    assert "$200.00 on Monday 16 March 2026; $150.00 on 20 March" in reply
    with line.store.read() as tx:
        here = line.borrower
        standing = consents.statuses_for(tx, here.person.id, here.case.id, here.point.id)
    assert SpecialStatus.DISPUTE not in standing
    assert reasons(line) == ["also_said"]  # a person reads what the label feared


def test_sums_that_do_not_come_to_the_payment_are_terms_like_any(sqlite_store: Store) -> None:
    line = agreed(sqlite_store)
    line.says(WRONG)
    assert "change.read_back" not in keys(line)


def test_a_second_change_is_put_to_a_person_and_the_plan_stands(sqlite_store: Store) -> None:
    line = agreed(sqlite_store)
    for text in (REST, "yes"):
        line.says(text)
    line.dialogue.intents |= {"only 100 of it, the rest on the 24th?": "partial_payment"}
    line.says("only 100 of it, the rest on the 24th?")
    assert keys(line) == {"approval.asked"}
    assert payments(line)[:2] == [(date(2026, 3, 16), 200), (TWENTIETH, 150)]
    assert reasons(line) == ["approval"]


def test_before_they_have_proved_who_they_are_nothing_is_read_back(sqlite_store: Store) -> None:
    line = agreed(sqlite_store)
    waits(line, days=3)
    assert "350" not in line.says(REST)
    assert "$200.00 on Monday 16 March 2026; $150.00 on 20 March" in line.says("03/09/1975 4421")


def test_it_is_so_in_mandarin(sqlite_store: Store) -> None:
    line = Line(sqlite_store, in_china(a_borrower()), SAID)
    for text in ("03/09/1975 4421", ZH_OFFER, "好的"):
        line.says(text)
    assert "3月20日还¥300.00" in line.says(ZH)
    assert keys(line) == {"change.read_back"}
    line.says("好的")
    assert [money for _, money in payments(line)][:2] == [200, 300]
    assert reasons(line) == []


SOME_DAY = {"only got 200 now, the other 150 in a few days": "on the 20th"}
SOME_DAY_ZH = {"工头才给我200 剩下300过几天补 行吧": "20号补"}


@pytest.mark.parametrize("proved", [True, False])
@pytest.mark.parametrize("texts", [SOME_DAY, SOME_DAY_ZH], ids=["en", "zh"])
def test_a_rest_of_some_day_is_of_the_day_that_they_then_name(
    sqlite_store: Store, texts: dict[str, str], proved: bool
) -> None:
    ((first, then),) = texts.items()
    chinese = texts is SOME_DAY_ZH
    known = SAID | {first: "partial_payment", then: "promise_to_pay", "1975年3月9日 4421": "verify_identity"}
    line = Line(sqlite_store, in_china(a_borrower()) if chinese else None, known)
    proof = "1975年3月9日 4421" if chinese else "03/09/1975 4421"
    for text in (proof, ZH_OFFER, "好的") if chinese else ():
        line.says(text)
    if not chinese:
        line.agree()
    own = payments(line)
    if not proved:
        for clock in (line.clock, line.machine_clock):
            clock.move(hours=26)
    line.says(first)
    if not proved:
        line.says(proof)
    assert "proposal.ask_date" in keys(line)
    line.says(then)
    assert keys(line) == {"change.read_back"}
    line.says("好的" if chinese else "yes")
    (on, all_of_it), *others = own
    rest = 300 if chinese else 150
    assert payments(line) == [(on, all_of_it - rest), (TWENTIETH, rest), *others]
    assert reasons(line) == []


def test_a_rest_that_is_named_without_its_first_part_leaves_the_other_on_its_day(sqlite_store: Store) -> None:
    text = "the other 150 on the 20th"
    line = Line(sqlite_store, sayings=SAID | {text: "promise_to_pay"})
    line.agree()
    line.says(text)
    assert keys(line) == {"change.read_back"}
    line.says("yes")
    assert payments(line)[:2] == [(date(2026, 3, 16), 200), (TWENTIETH, 150)]


def test_a_day_of_which_no_rest_was_spoken_is_one_of_the_whole_payment(sqlite_store: Store) -> None:
    then = "can it be on the 20th instead"
    line = Line(sqlite_store, sayings=SAID | {then: "change_due_date"})
    line.agree()
    line.says(then)
    line.says("yes")
    assert payments(line)[0] == (TWENTIETH, 350)
