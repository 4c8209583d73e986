"""Contact data that a borrower gave, beside the transcript: who sees it whole, and who decides."""

from __future__ import annotations

import pytest

from arrears.domain.contact_changes import ChangeOutcome, ContactChange, ContactKind, GivenContact, OldNumber
from arrears.domain.ids import ContactChangeId
from arrears.store import contact_changes, people
from tests.builders.console import NOON, browser_of, need_person, save_borrower, save_user, say, verify

NEW = "415-555-0134"


@pytest.fixture
def talk(desk):
    with desk.store.write() as tx:
        talk = save_borrower(tx)
        verify(tx, talk)
        say(tx, talk, "I have another number now", intent="change_contact")
        need_person(tx, talk, "change_contact")
    return talk


def give(desk, talk, kind=ContactKind.PHONE, value=NEW, old=OldNumber.ENDED):
    change = ContactChange(
        ContactChangeId("contact-change-1"), talk.case_id, talk.id, talk.person_id, talk.contact_point_id,
        GivenContact(kind, value, old), NOON,
    )  # fmt: skip
    with desk.store.write() as tx:
        contact_changes.append_change(tx, change)
    return change


def page_of(talk):
    return f"/conversations/{talk.id}"


def signed_in(desk, messenger, role):
    save_user(desk.store, "ren", role)
    someone = browser_of(desk, messenger)
    assert someone.sign_in("ren").status_code == 303
    return someone


def decision(desk, change):
    with desk.store.read() as tx:
        return contact_changes.decision_of(tx, change.id)


def test_without_contact_data_the_page_has_no_place_for_it(browser, talk):
    assert "Contact data they gave" not in browser.get(page_of(talk)).text


@pytest.mark.parametrize(
    ("role", "sees"), [("manager", True), ("supervisor", True), ("agent", False), ("reader", False)]
)
def test_the_new_number_is_whole_for_a_supervisor_alone(desk, messenger, talk, role, sees):
    give(desk, talk)
    text = signed_in(desk, messenger, role).get(page_of(talk)).text
    assert (NEW in text) is sees
    assert ("A supervisor decides about it." in text) is not sees
    assert "••• 0134" in text or sees
    assert "Written from ••• 0123" in text
    assert "the old number is not to be used any more" in text


def test_the_queue_says_why_a_person_is_needed(browser, talk):
    assert "Has new contact data" in browser.get("/queue").text


def test_in_chinese_it_is_in_chinese(browser, desk, talk):
    give(desk, talk)
    text = browser.get(f"{page_of(talk)}?lang=zh").text
    assert "客户提供的联系方式" in text
    assert "旧号码不再使用" in text


def test_a_supervisor_confirms_and_the_number_is_theirs(browser, desk, talk):
    change = give(desk, talk)
    answer = browser.send(f"{page_of(talk)}/contact-changes/{change.id}/confirm")
    assert answer.headers["location"] == f"{page_of(talk)}?notice=contact_confirmed#case-changes"
    assert decision(desk, change).by == "mei"
    with desk.store.read() as tx:
        addresses = {point.address for point in people.contact_points_of(tx, talk.person_id)}
    assert addresses == {"+12125550123", "+14155550134"}
    assert "confirmed" in browser.get(page_of(talk)).text


def test_a_supervisor_declines_and_nothing_changes(browser, desk, talk):
    change = give(desk, talk)
    answer = browser.send(f"{page_of(talk)}/contact-changes/{change.id}/decline")
    assert "notice=contact_declined" in answer.headers["location"]
    assert decision(desk, change).outcome is ChangeOutcome.DECLINED
    with desk.store.read() as tx:
        assert len(people.contact_points_of(tx, talk.person_id)) == 1


def test_an_agent_cannot_decide(desk, messenger, talk):
    change = give(desk, talk)
    agent = signed_in(desk, messenger, "agent")
    for what in ("confirm", "decline"):
        answer = agent.send(f"{page_of(talk)}/contact-changes/{change.id}/{what}", page_of(talk))
        assert "notice=contact_not_yours" in answer.headers["location"]
    assert decision(desk, change) is None


@pytest.mark.parametrize(
    ("value", "notice"),
    [("12", "contact_no_number"), ("212-555-0123", "contact_no_number"), (NEW, "contact_confirmed")],
)
def test_what_is_no_new_number_can_only_be_declined(browser, desk, talk, value, notice):
    change = give(desk, talk, value=value)
    answer = browser.send(f"{page_of(talk)}/contact-changes/{change.id}/confirm")
    assert f"notice={notice}" in answer.headers["location"]


@pytest.mark.parametrize("what", ["confirm", "decline"])
def test_it_is_decided_once(browser, desk, talk, what):
    change = give(desk, talk)
    browser.send(f"{page_of(talk)}/contact-changes/{change.id}/decline")
    answer = browser.send(f"{page_of(talk)}/contact-changes/{change.id}/{what}")
    assert "notice=contact_decided" in answer.headers["location"]


@pytest.mark.parametrize("what", ["confirm", "decline"])
def test_what_nobody_gave_is_not_found(browser, talk, what):
    assert browser.send(f"{page_of(talk)}/contact-changes/none/{what}").status_code == 404
