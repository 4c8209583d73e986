"""What exceeds the agent's authority: asked of a person, decided once, heard by the promised time."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from arrears.domain.approvals import ApprovalOutcome
from arrears.domain.cases import SpecialStatus
from arrears.domain.ids import ApprovalId
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import ApprovalAsked, Offer, Reason
from arrears.domain.outreach import ContactPurpose, OutreachState
from arrears.domain.plans import Instalment
from arrears.services.decide_approval import (
    DecidedAlreadyError,
    NotTheApproverError,
    OvertakenError,
    UnusableNoteError,
    approve,
    decline,
    lapse_overdue,
)
from arrears.services.dispatch_outreach import dispatch_due
from arrears.services.record_payment import ReportedPayment, record_payment
from arrears.services.take_over import claim
from arrears.store import Store, approvals, consents, handovers, offers, plans
from arrears.store import outreach as outreach_rows
from arrears.store.evidence import broken_link, entries_of
from tests.builders.approvals import MAY, a_line, agreed, approval_of, ask, asks_for, mei, usd
from tests.builders.line import Line, plan_of, waits
from tests.builders.store import a_borrower, in_china

JUNE = Offer((Instalment(date(2026, 6, 15), usd(140_000)),), None, usd(0))


@pytest.fixture
def line(store: Store) -> Line:
    """A verified borrower, on both databases."""
    return a_line(store)


def heard(line: Line) -> str:
    """What reaches the phone when the scheduler ticks."""
    before = len(line.carrier.sent)
    lapse_overdue(line.desk)
    dispatch_due(line.desk, line.app.messengers)
    return " ".join(body for _, body in line.carrier.sent[before:])


def waiting(line: Line) -> handovers.Handover | None:
    with line.store.read() as tx:
        return handovers.waiting_for(tx, line.conversation_id)


def kinds(line: Line) -> list[str]:
    with line.store.read() as tx:
        assert broken_link(tx, line.borrower.case.id) is None
        return [entry.kind for entry in entries_of(tx, line.borrower.case.id)]


# Asking


def test_the_borrower_is_told_what_was_asked_and_by_when_they_hear(line: Line) -> None:
    told = ask(line)
    assert "$1,400.00 on Friday 15 May 2026" in told
    assert "by 18:00 on Monday 2 March 2026" in told
    assert "nothing is agreed" in told
    assert waiting(line).reason == "approval"
    assert kinds(line)[-1] == "approval_asked"


def test_a_message_asks_once(line: Line) -> None:
    assert ask(line) == ask(line)
    assert kinds(line).count("approval_asked") == 1


def test_the_same_terms_asked_for_again_wait_where_they_waited(line: Line) -> None:
    first = ask(line)
    line.says("hello?")
    assert ask(line) == first
    assert kinds(line).count("approval_asked") == 1


def test_other_terms_take_the_place_of_earlier_ones(line: Line) -> None:
    ask(line)
    first = approval_of(line)
    line.says("hello?")
    ask(line, asks_for(JUNE))
    with line.store.read() as tx:
        assert approvals.decision_of(tx, first.id).outcome is ApprovalOutcome.LAPSED
        assert [each.asked.offer for each in approvals.waiting_of(tx, first.case_id)] == [JUNE]
    assert heard(line) == ""


def test_what_a_person_has_declined_is_not_asked_for_again(line: Line) -> None:
    ask(line)
    decline(line.desk, approval_of(line).id, mei(line), "too late")
    line.says("hello?")
    assert "cannot be agreed" in ask(line)
    assert kinds(line).count("approval_asked") == 1
    assert "Until then nothing is agreed" in ask(line, asks_for(JUNE))


# Deciding


def test_an_approved_offer_is_read_back_and_the_yes_records_it(line: Line) -> None:
    ask(line)
    waits(line, minutes=5)
    approve(line.desk, approval_of(line).id, mei(line), "known for years")
    told = heard(line)
    assert "it can be agreed: $1,400.00 on Friday 15 May 2026" in told
    assert plan_of(line) is None
    assert "recorded" in line.says("yes")
    assert plan_of(line).instalments == MAY.instalments
    assert waiting(line) is None
    assert kinds(line).count("approval_decided") == 1


def test_a_yes_before_the_decision_agrees_to_nothing(line: Line) -> None:
    ask(line)
    line.says("yes")
    assert plan_of(line) is None


def test_a_declined_one_names_what_is_still_possible(line: Line) -> None:
    ask(line)
    decline(line.desk, approval_of(line).id, mei(line), "too late")
    told = heard(line)
    assert "cannot be agreed" in told
    assert "ask for a person" in told
    line.says("yes")
    assert plan_of(line) is None


def test_a_decline_repeats_the_offer_that_still_waits_and_a_yes_records_that(line: Line) -> None:
    own = Offer((Instalment(date(2026, 3, 20), usd(140_000)),), None, usd(0))
    with line.store.write() as tx:
        offers.append_offer(
            tx, "offer-own", line.conversation_id, line.borrower.case.id, own,
            kind="counter", bounds={}, reasons=(), at=line.clock.now(),
        )  # fmt: skip
    ask(line)
    decline(line.desk, approval_of(line).id, mei(line), "too late")
    assert "What I can still offer: $1,400.00 on Friday 20 March 2026" in heard(line)
    line.says("yes")
    assert plan_of(line).instalments == own.instalments


@pytest.mark.parametrize("decide", [approve, decline])
def test_who_is_not_verified_any_more_hears_only_that_there_is_an_answer(line: Line, decide) -> None:
    ask(line)
    waits(line, hours=2)
    decide(line.desk, approval_of(line).id, mei(line), "note")
    told = heard(line)
    assert "There is an answer" in told
    assert "$" not in told
    assert "agreed" not in told
    told = line.says("03/09/1975 4421")
    assert ("it can be agreed" if decide is approve else "cannot be agreed") in told
    again = line.says("03/09/1975 4421")
    assert "A person has looked" not in again


def test_a_yes_to_an_answer_that_was_not_heard_agrees_to_nothing(line: Line) -> None:
    ask(line)
    waits(line, hours=2)
    approve(line.desk, approval_of(line).id, mei(line), "note")
    heard(line)
    line.says("yes")
    assert plan_of(line) is None
    line.says("03/09/1975 4421")
    line.says("yes")
    assert plan_of(line).instalments == MAY.instalments


def test_an_answer_on_another_day_goes_out_as_a_contact_of_our_own(line: Line) -> None:
    waits(line, days=4, hours=3)  # Friday afternoon: decided on Monday
    line.says("hello?")
    ask(line)
    waits(line, days=3)
    outreach_id = approve(line.desk, approval_of(line).id, mei(line), "note")
    with line.store.read() as tx:
        row = outreach_rows.load(tx, outreach_id)
    assert row.purpose is ContactPurpose.OUTREACH
    assert "STOP" in heard(line)
    assert line.state_of(outreach_id) is OutreachState.SENT


def test_an_answer_that_the_law_puts_off_for_long_is_left_to_a_person(line: Line) -> None:
    with line.store.write() as tx:
        consents.append_status(
            tx, line.borrower.person.id, SpecialStatus.HARDSHIP,
            raised=True, key="h", at=line.clock.now(), by="borrower",
        )  # fmt: skip
    ask(line)
    waits(line, days=2)
    approve(line.desk, approval_of(line).id, mei(line), "note")
    assert waiting(line) is None
    assert heard(line) == ""
    assert waiting(line).reason == "reply_refused"


def test_a_borrower_in_china_hears_in_mandarin_and_on_their_own_clock(store: Store) -> None:
    line = a_line(store, in_china(a_borrower()))
    offer = Offer(
        (Instalment(date(2026, 5, 15), Money(500_000, Currency.CNY)),), None, Money(0, Currency.CNY)
    )
    asked = ApprovalAsked(offer, Reason.DATE_TOO_LATE, "supervisor", Money(-100, Currency.CNY))
    told = ask(line, asked)
    assert "在2026年3月3日（周二）18:00之前" in told
    approve(line.desk, approval_of(line).id, mei(line), "老客户")
    assert "可以这样安排" in heard(line)
    line.says("好的")
    assert plan_of(line).instalments == offer.instalments


@pytest.mark.parametrize(
    ("role", "approver"), [("agent", "supervisor"), ("supervisor", "manager"), ("reader", "supervisor")]
)
def test_only_the_named_role_or_one_above_it_decides(line: Line, role: str, approver: str) -> None:
    ask(line, asks_for(approver=approver))
    for decide in (approve, decline):
        with pytest.raises(NotTheApproverError):
            decide(line.desk, approval_of(line).id, mei(line, role), "note")
    assert waiting(line) is not None


@pytest.mark.parametrize("note", ["", "  ", "x" * 201])
def test_a_decision_has_a_note_that_fits(line: Line, note: str) -> None:
    ask(line)
    with pytest.raises(UnusableNoteError):
        approve(line.desk, approval_of(line).id, mei(line), note)


def test_an_unknown_approval_is_not_decided(line: Line) -> None:
    with pytest.raises(LookupError):
        approve(line.desk, ApprovalId("none"), mei(line), "note")


def test_a_decision_stands(line: Line) -> None:
    ask(line)
    approval_id, user = approval_of(line).id, mei(line)
    decline(line.desk, approval_id, user, "note")
    with pytest.raises(DecidedAlreadyError):
        approve(line.desk, approval_id, user, "note")


def test_of_two_supervisors_at_once_one_decides(line: Line) -> None:
    ask(line)
    approval_id = approval_of(line).id
    users = (mei(line), mei(line, "manager", "ren"))
    gate = threading.Barrier(2)

    def decides(number: int) -> str:
        gate.wait()
        try:
            (approve, decline)[number](line.desk, approval_id, users[number], "note")
        except DecidedAlreadyError:
            return "late"
        return "first"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(decides, range(2))) == ["first", "late"]
    assert kinds(line).count("approval_decided") == 1
    assert heard(line).count("A person has looked") == 1


# Overtaken


def pays(line: Line) -> None:
    waits(line, minutes=1)
    paid = ReportedPayment(
        key="p-1", case_reference=line.borrower.case.id, amount=Money(1_000, Currency.USD),
        paid_on=date(2026, 3, 2), source="csv",
    )  # fmt: skip
    record_payment(line.desk, paid)


def test_money_in_between_makes_the_sums_wrong_so_that_it_can_only_be_declined(line: Line) -> None:
    ask(line)
    pays(line)
    with pytest.raises(OvertakenError):
        approve(line.desk, approval_of(line).id, mei(line), "note")
    decline(line.desk, approval_of(line).id, mei(line), "note")
    assert "cannot be agreed" in heard(line)


def test_money_between_approval_and_yes_has_the_terms_read_back_afresh(line: Line) -> None:
    ask(line)
    approve(line.desk, approval_of(line).id, mei(line), "note")
    heard(line)
    pays(line)
    line.says("yes")
    assert plan_of(line) is None


def test_a_day_that_is_past_can_no_longer_be_approved(line: Line) -> None:
    today = Offer((Instalment(date(2026, 3, 2), usd(140_000)),), None, usd(0))
    ask(line, asks_for(today))
    waits(line, hours=12, minutes=30)
    with pytest.raises(OvertakenError):
        approve(line.desk, approval_of(line).id, mei(line), "note")


def test_an_offer_that_only_calls_itself_approved_is_not_recorded(line: Line) -> None:
    ask(line)
    approve(line.desk, approval_of(line).id, mei(line), "note")
    heard(line)
    with line.store.write() as tx:
        offers.append_offer(
            tx, "offer-forged", line.conversation_id, line.borrower.case.id, JUNE,
            kind="approved", bounds={}, reasons=(), at=line.clock.now() + timedelta(seconds=1),
        )  # fmt: skip
    line.says("yes")
    plan = plan_of(line)
    assert plan is None or plan.instalments != JUNE.instalments


# Lapsing


def test_nothing_lapses_before_the_promised_time(line: Line) -> None:
    ask(line)
    line.clock.at = approval_of(line).answer_by - timedelta(seconds=1)
    assert lapse_overdue(line.desk) == 0


def test_what_nobody_decides_lapses_at_the_promised_time_and_the_borrower_hears_that(line: Line) -> None:
    ask(line)
    line.clock.at = line.machine_clock.at = approval_of(line).answer_by
    told = heard(line)
    assert "not decided yet" in told
    assert "A person will see to it first" in told
    assert heard(line) == ""
    need = waiting(line)
    assert (need.reason, need.urgency) == ("approval_lapsed", 1)
    with pytest.raises(DecidedAlreadyError):
        approve(line.desk, approval_of(line).id, mei(line), "note")
    assert kinds(line).count("approval_decided") == 1


def test_what_a_plan_has_overtaken_lapses_without_a_word(line: Line) -> None:
    ask(line)
    own = Offer((Instalment(date(2026, 3, 20), usd(140_000)),), None, usd(0))
    waits(line, minutes=1)
    with line.store.write() as tx:
        offers.append_offer(
            tx, "offer-own", line.conversation_id, line.borrower.case.id, own,
            kind="approved", bounds={}, reasons=(), at=line.clock.now(),
        )  # fmt: skip
        plans.append_plan(tx, agreed(line, own), "offer-own")
    with pytest.raises(OvertakenError):
        approve(line.desk, approval_of(line).id, mei(line), "note")
    line.clock.at = line.machine_clock.at = approval_of(line).answer_by
    assert heard(line) == ""
    with line.store.read() as tx:
        assert approvals.decision_of(tx, approval_of(line).id).by == "overtaken"


# A person in the conversation, and silence


def test_who_holds_the_conversation_tells_the_decision_as_a_person(line: Line) -> None:
    ask(line)
    user = mei(line)
    claim(line.desk, line.conversation_id, user)
    outreach_id = approve(line.desk, approval_of(line).id, user, "note")
    with line.store.read() as tx:
        assert outreach_rows.load(tx, outreach_id).purpose is ContactPurpose.SUPERVISOR
    assert "it can be agreed" in heard(line)
    assert waiting(line).claimed_by == user.id


def test_while_a_person_holds_the_conversation_the_machine_tells_no_lapse(line: Line) -> None:
    ask(line)
    claim(line.desk, line.conversation_id, mei(line))
    line.clock.at = line.machine_clock.at = approval_of(line).answer_by
    assert heard(line) == ""
    assert waiting(line).urgency == 1


def test_where_a_status_silences_us_the_decision_waits_for_a_person(line: Line) -> None:
    ask(line)
    person, case = line.borrower.person.id, line.borrower.case.id
    with line.store.write() as tx:
        consents.append_status(
            tx, person, SpecialStatus.CEASE, raised=True, key="c", at=line.clock.now(), by="borrower"
        )
    assert approve(line.desk, approval_of(line).id, mei(line), "note") is None
    assert heard(line) == ""
    assert waiting(line) is not None
    assert case == approval_of(line).case_id


def test_the_note_is_a_personal_field_of_the_evidence(line: Line) -> None:
    ask(line)
    approve(line.desk, approval_of(line).id, mei(line), "a private remark")
    with line.store.read() as tx:
        entry = next(e for e in entries_of(tx, line.borrower.case.id) if e.kind == "approval_decided")
    assert "private" not in str(entry.payload)
    assert entry.personal["note"].value == "a private remark"
