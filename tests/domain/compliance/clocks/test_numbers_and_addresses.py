"""Texts to numbers that are known to be the person's, and e-mail after a creditor's notice."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.compliance.clocks.emails import CreditorNotice, EmailRefusal, email_refusals
from arrears.domain.compliance.clocks.texts import (
    NumberEvidence,
    ReassignedAnswer,
    ReassignedCheck,
    last_good_on,
    not_reassigned,
    texts_fresh,
    texts_last_on,
)
from tests.domain.compliance.clocks.given import DAYS, TERMS, day, maybe

TEXTS = TERMS.texts
YES, NO, NO_DATA = ReassignedAnswer.YES, ReassignedAnswer.NO, ReassignedAnswer.NO_DATA


def check(queried: str, good: str, answer: ReassignedAnswer = NO) -> ReassignedCheck:
    return ReassignedCheck(day(queried), day(good), answer)


@pytest.mark.parametrize(
    ("texted", "consented", "checks", "last_on"),
    [
        (None, None, (), None),
        (None, None, (check("2026-11-01", "2026-08-01"),), None),  # a check renews, and founds nothing
        ("2026-08-01", None, (), "2026-09-30"),
        (None, "2026-08-01", (), "2026-09-30"),
        ("2026-08-01", "2026-08-10", (), "2026-10-09"),
        ("2026-08-01", None, (check("2026-11-01", "2026-08-01"),), "2026-12-31"),
        ("2026-08-01", None, (check("2026-11-01", "2026-07-31"),), "2026-12-31"),  # asked more strictly
        ("2026-08-01", None, (check("2026-11-01", "2026-08-02"),), "2026-09-30"),  # asked too late a date
        ("2026-08-01", None, (check("2026-07-31", "2026-07-01"),), "2026-09-30"),  # older than the text
        ("2026-08-01", None, (check("2026-11-01", "2026-08-01", NO_DATA),), "2026-09-30"),
        ("2026-08-01", None, (check("2026-08-01", "2026-08-01", YES),), None),
        ("2026-08-01", None, (check("2026-07-31", "2026-07-01", YES),), "2026-09-30"),  # texted since
        (
            "2026-08-01",
            None,
            (check("2026-09-01", "2026-08-01"), check("2026-11-01", "2026-08-01")),
            "2026-12-31",
        ),
        (
            "2026-08-01",
            None,
            (check("2026-09-01", "2026-08-01", YES), check("2026-11-01", "2026-08-01")),
            None,
        ),
    ],
)
def test_texts_stay_lawful_for_60_days(
    texted: str | None, consented: str | None, checks: tuple[ReassignedCheck, ...], last_on: str | None
) -> None:
    evidence = NumberEvidence(maybe(texted), maybe(consented), checks)
    last = maybe(last_on)
    assert texts_last_on(evidence, TEXTS) == last
    if last is None:
        assert not texts_fresh(evidence, day("2026-08-01"), TEXTS)
    else:
        assert texts_fresh(evidence, last, TEXTS)
        assert not texts_fresh(evidence, last + timedelta(days=1), TEXTS)


def test_the_last_good_date_is_the_latest_known() -> None:
    assert last_good_on([day("2026-08-01"), None, day("2026-09-01")]) == day("2026-09-01")
    assert last_good_on([None]) is None
    assert last_good_on([]) is None


@pytest.mark.parametrize("answer", ReassignedAnswer)
def test_only_no_shows_that_the_number_is_still_the_persons(answer: ReassignedAnswer) -> None:
    assert not_reassigned(check("2026-11-01", "2026-08-01", answer), day("2026-08-01")) is (answer is NO)


CHECKS = st.builds(ReassignedCheck, DAYS, DAYS, st.sampled_from(ReassignedAnswer))


def test_a_check_on_the_last_good_day_itself_counts() -> None:
    same_day = check("2026-08-01", "2026-08-01")
    assert not_reassigned(same_day, day("2026-08-01"))
    assert not not_reassigned(same_day, day("2026-08-02"))
    assert not not_reassigned(same_day, day("2026-07-31"))


@given(texted=DAYS, checks=st.lists(CHECKS, max_size=4))
def test_texts_end_60_days_after_some_evidence_at_the_latest(
    texted: date, checks: list[ReassignedCheck]
) -> None:
    last = texts_last_on(NumberEvidence(texted_on=texted, checks=tuple(checks)), TEXTS)
    if last is not None:
        clean = [each.queried_on for each in checks if each.answer is NO]
        assert last - timedelta(days=60) in {texted, *clean}
        assert last >= texted + timedelta(days=60)


NOTICE = CreditorNotice(day("2026-11-02"), day("2026-12-07"), names_collector=True, public_domain=True)


@pytest.mark.parametrize(
    ("changes", "today", "refusals"),
    [
        ({}, "2026-12-08", ()),
        ({}, "2026-12-07", (EmailRefusal.TIME_TO_OPT_OUT_RUNS,)),  # the last day to opt out
        ({"opt_out_by_on": day("2026-12-06")}, "2026-12-08", (EmailRefusal.TIME_TO_OPT_OUT_TOO_SHORT,)),
        ({"opt_out_by_on": day("2027-01-06")}, "2026-12-08", (EmailRefusal.TIME_TO_OPT_OUT_RUNS,)),
        ({"names_collector": False}, "2026-12-08", (EmailRefusal.COLLECTOR_NOT_NAMED,)),
        ({"public_domain": False}, "2026-12-08", (EmailRefusal.NOT_A_PUBLIC_DOMAIN,)),
        ({"bounced": True}, "2026-12-08", (EmailRefusal.BOUNCED,)),
        ({"opted_out": True}, "2026-12-08", (EmailRefusal.OPTED_OUT,)),
        (
            {"opted_out": True, "bounced": True},
            "2026-12-07",
            (EmailRefusal.BOUNCED, EmailRefusal.OPTED_OUT, EmailRefusal.TIME_TO_OPT_OUT_RUNS),
        ),
    ],
)
def test_a_creditors_notice_opens_the_address_after_35_days(
    changes: dict[str, object], today: str, refusals: tuple[EmailRefusal, ...]
) -> None:
    assert email_refusals(replace(NOTICE, **changes), day(today), TERMS.emails) == refusals


@given(sent=DAYS, days=st.integers(-10, 60), today=DAYS)
def test_no_address_is_opened_before_the_36th_day(sent: date, days: int, today: date) -> None:
    notice = replace(NOTICE, sent_on=sent, opt_out_by_on=sent + timedelta(days=days))
    if not email_refusals(notice, today, TERMS.emails):
        assert today - sent > timedelta(days=35)
