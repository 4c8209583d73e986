"""A borrower at the phone page and a supervisor at the console, in two windows of one browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.two_windows import opened, sign_in_by_keyboard
from tests.journeys.borrowers import EN
from tests.journeys.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATIENCE_MS = 10_000
PHONE = ViewportSize(width=390, height=780)


@pytest.fixture
def windows(browser: Browser) -> Iterator[tuple[Page, Page]]:
    """The borrower's phone and the supervisor's screen; a script that fails in either fails the test."""
    with opened(browser, PHONE, PATIENCE_MS) as both:
        yield both


def test_a_supervisor_follows_a_conversation_live_and_takes_it_over(
    stage: Stage, windows: tuple[Page, Page]
) -> None:
    phone, console = windows
    person = stage.borrower(EN)
    phone.goto(f"{stage.world.phones_url}/phones/{person.phone}")
    _text(phone, "who is this?")
    expect(phone.get_by_role("log")).to_contain_text("automated assistant of")

    sign_in_by_keyboard(console, stage)
    conversation = stage.conversation(person).id
    console.goto(f"{stage.world.console_url}/conversations/{conversation}")
    turns = console.locator("#turns")
    expect(turns).to_contain_text("who is this?")
    _text(phone, "are you a robot?")
    expect(turns).to_contain_text("are you a robot?")
    expect(turns).to_contain_text("I am an automated assistant, not a person.")

    _text(phone, "I want to speak to a person")
    console.goto(f"{stage.world.console_url}/queue")
    console.locator(f"#queue form[action*='{conversation}'] button").click()
    expect(console.locator("#state-held")).to_be_visible()
    words = "Good afternoon, this is Ana. How can I help you?"
    console.locator("#reply").fill(words)
    console.locator("form[action$='/reply'] button").click()
    expect(phone.get_by_role("log")).to_contain_text(words)
    expect(console.locator("#turns")).to_contain_text(words)


def test_the_pages_fit_a_phone(stage: Stage, windows: tuple[Page, Page]) -> None:
    phone, _ = windows
    person = stage.borrower(EN)
    stage.ask(person, "who is this?")
    sign_in_by_keyboard(phone, stage)
    conversation = stage.conversation(person).id
    console, phones = stage.world.console_url, stage.world.phones_url
    for url in (
        f"{console}/",
        f"{console}/conversations",
        f"{console}/conversations/{conversation}",
        f"{console}/queue",
        f"{console}/cases",
        f"{console}/cases/{stage.case(person).id}",
        f"{phones}/",
        f"{phones}/phones/{person.phone}",
    ):
        phone.goto(url)
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth"), url


def _text(phone: Page, words: str) -> None:
    box = phone.get_by_label("Write as this borrower")
    box.fill(words)
    box.press("Enter")
    expect(phone.get_by_role("log")).to_contain_text(words)
