"""A borrower on their own pages, on a phone: the proof, the chat to a plan, a payment, the receipt."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from arrears.domain.page_links import TEXTED_VALID, Link, PageLinks
from arrears.store import links, people
from tests.journeys.borrowers import EN, Borrower
from tests.journeys.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATIENCE_MS = 15_000
PHONE = {"width": 390, "height": 780}


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone's browser; a script that fails, or a policy that is broken, fails the test."""
    expect.set_options(timeout=PATIENCE_MS)
    context = browser.new_context(viewport=PHONE, locale="en-US")
    failures: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.on("console", lambda said: failures.append(said.text) if "Security Policy" in said.text else None)
    yield page
    context.close()
    assert failures == []


def test_a_borrower_agrees_a_plan_in_the_chat_and_pays(stage: Stage, phone: Page) -> None:
    person = stage.borrower(EN, least_owed_minor=900_00)
    phone.goto(link_for(stage, person))
    expect(phone.get_by_role("heading")).to_have_text("First, is it you?")
    fits(phone)
    prove_by_keyboard(phone, person)
    expect(phone.get_by_role("heading", name="Your plan")).to_be_visible()
    fits(phone)

    open_page(phone, "Chat")
    for words, answer in (("I can pay all of it on Friday", "Reply YES"), ("yes", "It is recorded")):
        phone.get_by_label("Your message").fill(words)
        phone.get_by_role("button", name="Send").click()
        # The answer comes to the open page: nothing is loaded again.
        expect(phone.get_by_role("log")).to_contain_text(answer)
    fits(phone)

    open_page(phone, "Plan")
    expect(phone.get_by_role("cell", name="Due")).to_be_visible()
    open_page(phone, "Test payment")
    phone.get_by_role("button", name="Continue").click()
    phone.get_by_role("button", name="Yes, book").click()
    expect(phone.get_by_role("status")).to_contain_text("The test payment is booked")
    expect(phone.get_by_role("cell", name="Paid")).to_be_visible()
    fits(phone)

    open_page(phone, "Receipts")
    expect(phone.get_by_role("row")).to_have_count(2)
    phone.get_by_role("link", name="中文").click()
    expect(phone.get_by_role("heading")).to_have_text("收据")
    fits(phone)


def open_page(phone: Page, name: str) -> None:
    phone.get_by_role("navigation").get_by_role("link", name=name, exact=True).click()


def link_for(stage: Stage, person: Borrower) -> str:
    """A link as a text of ours would carry it."""
    env, now, case_id = stage.world.env, stage.now(), stage.case(person).id
    with stage.store.write() as tx:
        (point, *_) = people.contact_points_at(tx, person.phone)
        link = Link(links.new_link_id(), case_id, point.person_id, point.id, now, now + TEXTED_VALID)
        links.issue(tx, link)
    signer = PageLinks(env["ARREARS_LINK_KEY"].encode(), env["ARREARS_PUBLIC_URL"])
    return signer.url(link.id, link.expires_at)


def prove_by_keyboard(phone: Page, person: Borrower) -> None:
    phone.get_by_label("Day", exact=True).focus()
    born = person.birth_on
    for figure in (born.day, born.month, born.year, person.last4):
        phone.keyboard.type(str(figure))
        phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")


def fits(phone: Page) -> None:
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth"), phone.url
