"""Disputes: what rests, until what is sent, and by when answers are due."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from arrears.domain.compliance.clocks.disputes import (
    Answer,
    AnswerKind,
    Dispute,
    DisputeForm,
    Grounds,
    Wish,
    answered_on,
    dispute_rest,
    new_york_instructions_due_on,
    new_york_rest,
    new_york_substantiation_due_on,
    texas_correction_due_on,
    uk_dispute_rest,
)
from arrears.domain.compliance.clocks.periods import Awaits, Period, Rest
from tests.domain.compliance.clocks.given import DAYS, HOLIDAYS, TERMS, day, maybe

DISPUTES = TERMS.disputes
PERIOD = Period(day("2026-11-02"), day("2026-12-09"))


def dispute(received: str, form: DisputeForm = DisputeForm.WRITTEN, wish: Wish = Wish.DISPUTE) -> Dispute:
    return Dispute(day(received), form, wish)


@pytest.mark.parametrize(
    ("received", "form", "last_on"),
    [
        ("2026-11-01", DisputeForm.WRITTEN, None),  # before the notice
        ("2026-11-02", DisputeForm.WRITTEN, None),
        ("2026-12-09", DisputeForm.WRITTEN, None),
        ("2026-12-10", DisputeForm.WRITTEN, "2026-12-17"),
        ("2026-12-09", DisputeForm.ORAL, "2026-12-16"),
        ("2026-11-20", DisputeForm.ORAL, "2026-11-30"),  # over Thanksgiving
        ("2026-11-21", DisputeForm.ORAL, "2026-11-30"),  # a Saturday
    ],
)
def test_a_written_dispute_in_time_rests_until_verified_and_others_for_5_business_days(
    received: str, form: DisputeForm, last_on: str | None
) -> None:
    awaits = Awaits.VERIFICATION if last_on is None else None
    rest = dispute_rest(dispute(received, form), PERIOD, DISPUTES, HOLIDAYS)
    assert rest == Rest(day(received), maybe(last_on), awaits)


def test_a_written_dispute_before_any_notice_rests_until_verified() -> None:
    assert dispute_rest(dispute("2027-05-01"), None, DISPUTES, HOLIDAYS).last_on is None


def test_a_request_for_the_original_creditor_rests_until_it_is_named() -> None:
    asked = dispute("2026-11-20", wish=Wish.ORIGINAL_CREDITOR)
    assert dispute_rest(asked, PERIOD, DISPUTES, HOLIDAYS).awaits is Awaits.ORIGINAL_CREDITOR


def test_the_day_of_the_answer_still_rests() -> None:
    rest = dispute_rest(dispute("2026-11-20"), PERIOD, DISPUTES, HOLIDAYS)
    assert not rest.holds(day("2026-11-19"))
    assert rest.holds(day("2026-11-20"))
    assert rest.holds(day("2028-11-20"))
    assert rest.holds(day("2026-12-01"), ended_on=day("2026-12-01"))
    assert not rest.holds(day("2026-12-02"), ended_on=day("2026-12-01"))
    assert rest.resumes_on is None


def test_a_pause_resumes_on_the_day_after_its_last() -> None:
    rest = dispute_rest(dispute("2026-12-10"), PERIOD, DISPUTES, HOLIDAYS)
    assert rest.holds(day("2026-12-17"))
    assert not rest.holds(day("2026-12-18"))
    assert rest.resumes_on == day("2026-12-18")


@pytest.mark.parametrize(
    ("wish", "answer", "settled"),
    [
        (Wish.DISPUTE, Answer(AnswerKind.VERIFICATION, day("2026-11-25")), True),
        (Wish.DISPUTE, Answer(AnswerKind.JUDGMENT_COPY, day("2026-11-25")), True),
        (Wish.DISPUTE, Answer(AnswerKind.CREDITOR_NAMED, day("2026-11-25")), False),
        (Wish.DISPUTE, Answer(AnswerKind.SAME_CREDITOR, day("2026-11-25")), False),
        (Wish.DISPUTE, Answer(AnswerKind.VERIFICATION, day("2026-11-19")), False),  # before the dispute
        (Wish.DISPUTE, Answer(AnswerKind.VERIFICATION, day("2026-11-20")), True),
        (Wish.DISPUTE, Answer(AnswerKind.VERIFICATION, day("2026-11-25"), bounced=True), False),
        (Wish.ORIGINAL_CREDITOR, Answer(AnswerKind.CREDITOR_NAMED, day("2026-11-25")), True),
        (Wish.ORIGINAL_CREDITOR, Answer(AnswerKind.SAME_CREDITOR, day("2026-11-25")), True),
        (Wish.ORIGINAL_CREDITOR, Answer(AnswerKind.VERIFICATION, day("2026-11-25")), False),
        (Wish.DISPUTE, Answer(AnswerKind.DUPLICATE_NOTICE, day("2026-11-25"), gives_reasons=True), False),
    ],
)
def test_what_was_asked_for_ends_the_rest(wish: Wish, answer: Answer, settled: bool) -> None:
    asked = dispute("2026-11-20", wish=wish)
    assert answered_on(asked, [answer]) == (answer.sent_on if settled else None)


@pytest.mark.parametrize(
    ("reasons", "earlier", "settled"),
    [
        (True, "2026-11-10", True),
        (True, "2026-11-20", True),
        (True, "2026-11-21", False),  # after this dispute
        (False, "2026-11-10", False),
    ],
)
def test_a_duplicate_notice_gives_reasons_and_the_date_of_the_earlier_reply(
    reasons: bool, earlier: str, settled: bool
) -> None:
    sent_on = day("2026-11-25")
    answer = Answer(
        AnswerKind.DUPLICATE_NOTICE, sent_on, gives_reasons=reasons, earlier_reply_on=day(earlier)
    )
    assert answered_on(dispute("2026-11-20"), [answer]) == (sent_on if settled else None)


def test_a_duplicate_notice_gives_no_reasons_unless_it_is_said_to() -> None:
    answer = Answer(AnswerKind.DUPLICATE_NOTICE, day("2026-11-25"), earlier_reply_on=day("2026-11-10"))
    assert answered_on(dispute("2026-11-20"), [answer]) is None


def test_the_first_answer_counts_and_in_massachusetts_the_first_by_mail() -> None:
    texted = Answer(AnswerKind.VERIFICATION, day("2026-11-25"))
    mailed = Answer(AnswerKind.VERIFICATION, day("2026-11-30"), first_class_mail=True)
    assert answered_on(dispute("2026-11-20"), [mailed, texted]) == texted.sent_on
    assert answered_on(dispute("2026-11-20"), [mailed, texted], by_first_class_mail=True) == mailed.sent_on
    assert answered_on(dispute("2026-11-20"), [texted], by_first_class_mail=True) is None
    assert answered_on(dispute("2026-11-20"), []) is None


def test_new_york_gives_14_days_after_words_and_21_after_writing() -> None:
    assert new_york_instructions_due_on(dispute("2028-02-20", DisputeForm.ORAL), DISPUTES) == day(
        "2028-03-05"
    )
    assert new_york_instructions_due_on(dispute("2026-11-20"), DISPUTES) == day("2026-12-11")
    assert new_york_substantiation_due_on(day("2026-11-20"), DISPUTES) == day("2027-01-19")


@pytest.mark.parametrize(
    ("substantiated", "rests"),
    [
        (None, Rest(day("2026-11-20"), None, Awaits.SUBSTANTIATION)),
        ("2026-12-01", Rest(day("2026-11-20"), day("2026-12-01"), Awaits.SUBSTANTIATION)),
        ("2026-11-20", Rest(day("2026-11-20"), day("2026-11-20"), Awaits.SUBSTANTIATION)),
        ("2026-11-19", None),
    ],
)
def test_new_york_rests_until_substantiated_once_a_collector(
    substantiated: str | None, rests: Rest | None
) -> None:
    assert new_york_rest(dispute("2026-11-20", DisputeForm.ORAL), maybe(substantiated)) == rests


def test_texas_gives_30_days_for_a_correction() -> None:
    assert texas_correction_due_on(dispute("2026-11-20"), DISPUTES) == day("2026-12-20")


@pytest.mark.parametrize("grounds", Grounds)
def test_in_the_united_kingdom_the_firm_carries_the_burden(grounds: Grounds) -> None:
    rest = uk_dispute_rest(dispute("2026-11-20", DisputeForm.ORAL), grounds)
    expected = Rest(day("2026-11-20"), None, Awaits.RESOLUTION)
    assert rest == (None if grounds is Grounds.SHOWN_INVALID else expected)


@given(received=DAYS)
def test_a_pause_ends_on_a_business_day_and_is_never_shorter_for_a_later_one(received: date) -> None:
    rest = dispute_rest(Dispute(received, DisputeForm.ORAL), PERIOD, DISPUTES, HOLIDAYS)
    assert rest.last_on is not None
    assert rest.last_on.weekday() < 5
    assert rest.last_on not in HOLIDAYS.days
    following = dispute_rest(
        Dispute(received + timedelta(days=1), DisputeForm.ORAL), PERIOD, DISPUTES, HOLIDAYS
    )
    assert following.last_on is not None
    assert rest.last_on <= following.last_on
