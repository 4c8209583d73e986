"""A case's page: may this person be contacted now, why, why not, until when; and how it is found."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time, timedelta
from html import unescape

import pytest

from arrears.desk import Desk
from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.facts import Consent, ConsentAction
from arrears.domain.conversations import Conversation
from arrears.domain.people import Carrier, Channel
from arrears.domain.times import DailyWindow
from arrears.services.dispatch_outreach import dispatch
from arrears.store import consents, people
from tests.builders.console import NOON, NUMBER, Browser, plan_text, raise_, save_borrower

CASE = "/cases/case-one"
ALLOWED = (
    "Hello from the automated assistant of Harbor Lending LLC. We have a message for you. "
    "Reply STOP to stop texts to this number."
)
BEFORE_SIX = NOON - timedelta(hours=6)


@pytest.fixture
def talk(desk: Desk) -> Conversation:
    with desk.store.write() as tx:
        return save_borrower(tx)


def words_of(browser: Browser, path: str = CASE) -> str:
    """What the page says, without its marks."""
    page = browser.get(path)
    assert page.status_code == 200
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.text)))


def withdraw(desk: Desk, talk: Conversation, channel: Channel | None) -> None:
    stop = Consent(ConsentAction.WITHDRAWN, channel, NOON - timedelta(hours=7), "sms")
    with desk.store.write() as tx:
        point = people.load_contact_point(tx, talk.contact_point_id)
        consents.append_consent(tx, point, stop, key="stop", words="STOP", turn_id=None)


def test_at_noon_a_text_and_both_calls_may_be_made_until_the_leave_ends(browser, talk) -> None:
    text = words_of(browser)
    assert text.count("Yes, until 24 Nov 2026, 16:00 (New York)") == 3
    for piece in ("Text", "Automated call", "Call by a person", "What must be said, sent or kept"):
        assert piece in text, piece


def test_before_the_contact_hours_the_first_lawful_time_is_told_with_its_place(browser, desk, talk) -> None:
    desk.clock.at = BEFORE_SIX
    text = words_of(browser)
    assert text.count("Not before 24 Nov 2026, 08:00 (New York)") == 3
    assert "As of 24 Nov 2026, 06:00 (New York)" in text
    assert text.index("Not before") < text.index("outside the contact hours") < text.index("12 CFR 1006.6")


def test_times_are_the_borrowers_and_their_zone_is_named(browser, desk) -> None:
    with desk.store.write() as tx:
        save_borrower(tx, zone="America/Los_Angeles")
    desk.clock.at = BEFORE_SIX
    assert "Not before 24 Nov 2026, 08:00 (Los Angeles)" in words_of(browser)


def test_a_stop_is_told_with_what_would_end_it(browser, desk, talk) -> None:
    withdraw(desk, talk, Channel.SMS)
    text = words_of(browser)
    assert "The person asked us to stop on 2026-11-24. Until the person agrees" in text
    assert "withdrawn · Text message 24 Nov 2026, 05:00 · by text" in text
    assert "given · every channel" in text
    assert text.count("Yes, until") == 1  # a person may still dial


def test_the_reasons_of_a_deferral_stand_in_the_order_in_which_they_end(
    browser, desk, messenger, talk
) -> None:
    dispatch(desk, {Carrier.TWILIO: messenger}, plan_text(desk, talk, ALLOWED))
    text = words_of(browser)
    assert "Not before 25 Nov 2026, 08:00 (New York) No more than 1 text in 1 day" in text
    cap, window = text.index("until 25 Nov 2026, 00:00"), text.index("until 25 Nov 2026, 08:00")
    assert cap < window


def test_a_status_and_hours_that_were_named_are_shown(browser, desk, talk) -> None:
    with desk.store.write() as tx:
        raise_(tx, talk, SpecialStatus.DISPUTE, -1)
        hours = DailyWindow(time(12), time(14))
        consents.append_inconvenient_hours(tx, talk.person_id, hours, key="hours", at=NOON)
    text = words_of(browser)
    assert "12:00–14:00" in text
    assert re.search(r"Statuses Dispute since", text)
    assert "The debt is disputed" in text
    assert " No The debt" in text


def test_decisions_so_far_say_what_was_decided_and_why(browser, desk, messenger, talk) -> None:
    assert "Nothing has been decided about this case yet." in words_of(browser)
    dispatch(desk, {Carrier.TWILIO: messenger}, plan_text(desk, talk, "Your loan is late."))
    text = words_of(browser)
    assert "Refused · Text message · Outreach · 24 Nov 2026, 12:00 The words speak of a debt" in text


@pytest.mark.parametrize(
    ("zones", "words"),
    [
        ((), "As of 24 Nov 2026, 17:00 (UTC). The borrower's time zone is not known."),
        (("America/New_York", "America/Los_Angeles"), "may also be in America/Los Angeles; the stricter"),
    ],
)
def test_a_zone_that_is_unknown_or_not_the_only_one_is_said(browser, desk, talk, zones, words: str) -> None:
    with desk.store.write() as tx:
        person = people.load_person(tx, talk.person_id)
        point = people.load_contact_point(tx, talk.contact_point_id)
        people.save_person(tx, replace(person, zones=zones))
        people.save_contact_point(tx, replace(point, zones=zones))
    assert words in words_of(browser)


def test_everything_is_in_chinese_for_who_reads_chinese(browser, desk, talk) -> None:
    desk.clock.at = BEFORE_SIX
    text = words_of(browser, f"{CASE}?lang=zh")
    assert text.count("不早于 2026年11月24日 08:00（New York）") == 3
    assert "现在可以联系此人吗？" in text
    assert "现在不在可联系时段 08:00-21:00 内" in text
    for left in ("{", "}", "Not before", "The person", "requires", "binds"):
        assert left not in text, left


def test_the_packs_that_bind_come_first_and_say_why(browser, talk) -> None:
    text = words_of(browser)
    assert "us_federal 2026.1 binds The person lives in the country, or the number belongs to it." in text
    assert text.index("us_tcpa 2026.1 binds") < text.index("does not bind")


def test_a_case_is_found_by_its_id_or_the_loan_number(browser, talk) -> None:
    for written in ("case-one", "L-one", "%20L-one%20"):
        answer = browser.get(f"/cases?find={written}")
        assert (answer.status_code, answer.headers["location"]) == (303, CASE)
    text = words_of(browser, "/cases?find=nothing")
    assert "No single case has this id or loan number." in text
    assert "No single case" not in words_of(browser, "/cases")


def test_what_was_looked_for_is_shown_as_text(browser) -> None:
    page = browser.get("/cases?find=%22%3E%3Cscript%3E").text
    assert "<script>" not in page
    assert "&gt;&lt;script&gt;" in page


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("path", ["/cases", CASE])
def test_both_pages_stand_in_both_languages(browser, talk, path: str, language: str) -> None:
    page = browser.get(f"{path}?lang={language}")
    assert page.status_code == 200
    assert f'<html lang="{"zh-Hans" if language == "zh" else "en"}">' in page.text


def test_an_unknown_case_is_a_helpful_404(browser) -> None:
    answer = browser.get("/cases/none")
    assert answer.status_code == 404
    assert "There is nothing here" in answer.text


def test_a_reader_reads_it_and_is_offered_nothing_to_do(stranger, talk) -> None:
    stranger.sign_in("ren")
    page = stranger.get(CASE).text
    assert "Rosa Alvarez" in page
    assert re.findall(r'<form method="post" action="([^"]+)"', page) == ["/sign-out"]


@pytest.mark.parametrize("path", [CASE, "/cases", "/cases?find=L-one", "/cases/none"])
def test_nothing_is_told_to_who_is_not_signed_in(stranger, talk, path: str) -> None:
    answer = stranger.get(path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in")
    for secret in (NUMBER, "Rosa", "case-one"):
        assert secret not in answer.text, secret


def test_the_conversation_leads_to_its_case_and_back(browser, talk) -> None:
    page = browser.get(f"/conversations/{talk.id}").text
    assert re.search(r'<a href="/cases/case-one">May we contact this person now\?</a>', page)
    assert f'href="/conversations/{talk.id}"' in browser.get(CASE).text


def test_details_open_by_keyboard_and_every_section_has_a_name(browser, talk) -> None:
    page = browser.get(CASE).text
    assert page.count("<details") == page.count("<summary")
    assert "<details open" not in page
    for label in re.findall(r'aria-labelledby="([^"]+)"', page):
        assert f'id="{label}"' in page, label
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
