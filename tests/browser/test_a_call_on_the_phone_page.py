"""A borrower calls, and is called, on the phone page: at a phone's width, by keyboard; the console has it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from arrears.domain.conversations import Speaker
from arrears.domain.recordings import RecordingState
from arrears.store import recordings
from tests.browser.two_windows import focused, opened, sign_in_by_keyboard
from tests.journeys.borrowers import EN
from tests.journeys.stage import Stage
from tests.journeys.telephone import OPEN, Telephone, at, who_may_be_called
from tests.journeys.who_calls import callers

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATIENCE_MS = 30_000
"""Words are heard in real time."""
PHONE = ViewportSize(width=360, height=740)


@pytest.fixture
def windows(browser: Browser, stage: Stage) -> Iterator[tuple[Page, Page]]:
    """The borrower's phone and the supervisor's screen; a script that fails in either fails the test."""
    with opened(browser, PHONE, PATIENCE_MS) as both:
        yield both
    # The other tests move the clock themselves.
    stage.world.simulator.post("/clock/rate", json={"rate": 0}).raise_for_status()


def test_who_calls_from_the_page_hears_the_balance_and_the_console_shows_the_call(
    stage: Stage, windows: tuple[Page, Page]
) -> None:
    phone, console = windows
    telephone = callers(stage, {EN: 1}, after=12).phone(EN)
    person = telephone.person
    _opens(phone, stage, person.phone)
    _enter(phone, "Call the lender")
    _enter(phone, "Run in real time")
    speaking, said = phone.locator("#speaking"), phone.get_by_role("log", name="Captions")
    expect(speaking).to_contain_text("automated")
    assert "How can I help" not in speaking.inner_text()
    _says(phone, "how much do I owe")
    expect(said).to_contain_text("interrupted")
    _fits(phone)

    _is_asked(phone, "date of birth")
    _says(phone, telephone.birth)
    _is_asked(phone, "last four digits")
    assert "owed" not in said.inner_text()
    phone.get_by_text("Keypad", exact=True).focus()
    phone.keyboard.press("Enter")
    phone.keyboard.type(f"{person.last4}#")
    expect(said).to_contain_text(f"pressed {person.last4}#")
    _is_asked(phone, "Instalments are fine.")
    (balance,) = [turn.text for turn in stage.turns(person) if turn.templates == ("balance.state",)]
    expect(said).to_contain_text(balance)
    _fits(phone)
    _enter(phone, "Hang up")
    expect(phone.locator("#call-state")).to_contain_text("Call ended")
    expect(focused(phone)).to_have_text("Call the lender")
    _fits(phone)

    stage.wait_for(lambda: _is_kept(telephone))
    sign_in_by_keyboard(console, stage)
    console.goto(f"{stage.world.console_url}/conversations/{stage.conversation(person).id}")
    expect(console.locator("#turns")).to_contain_text("how much do I owe")
    expect(console.locator("#turns")).to_contain_text(balance)
    with console.expect_response("**/recordings/*") as answered:
        console.locator("audio").focus()
        console.keyboard.press("Space")
    assert answered.value.status == 206
    opening = stage.turns(person)[0]
    assert opening.speaker is Speaker.BOT
    assert len(opening.received) < len(opening.text)


def test_a_call_of_the_lenders_is_answered_on_the_page(stage: Stage, windows: tuple[Page, Page]) -> None:
    phone, _ = windows
    person = who_may_be_called(stage, EN, 1, skip=22)[0]
    at(stage, OPEN)
    _opens(phone, stage, person.phone)
    phone.get_by_text("Settings for calls").click()
    phone.get_by_label("Who answers calls to this phone").select_option("You, on this page")
    phone.evaluate("document.activeElement.blur()")
    Telephone(stage, person).has_a_call_due()
    _enter(phone, "Run in real time")
    phone.evaluate("document.activeElement.blur()")
    expect(phone.get_by_role("alert").filter(has_text="is calling")).to_be_visible()
    expect(focused(phone)).to_have_text("Answer")
    _fits(phone)
    phone.keyboard.press("Enter")
    _is_asked(phone, "Is this")
    _says(phone, "yes this is me")
    _is_asked(phone, "date of birth")
    _fits(phone)
    _enter(phone, "Hang up")
    expect(phone.locator("#call-state")).to_contain_text("Call ended")


def _is_kept(telephone: Telephone) -> bool:
    """Whether the sound of the call is here alone."""
    call = telephone.call()
    with telephone.stage.store.read() as tx:
        return [each.state for each in recordings.of_call(tx, call.id)] == [RecordingState.ALONE]


def _opens(phone: Page, stage: Stage, number: str) -> None:
    stage.world.simulator.post("/phones", data={"number": number})
    phone.goto(f"{stage.world.phones_url}/phones/{number}")
    phone.wait_for_load_state()


def _enter(page: Page, button: str) -> None:
    """Press a button by keyboard."""
    page.get_by_role("button", name=button).focus()
    page.keyboard.press("Enter")


def _says(phone: Page, words: str) -> None:
    phone.get_by_label("Say as this borrower").focus()
    phone.keyboard.type(words)
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("log", name="Captions")).to_contain_text(f"You {words}")


def _is_asked(phone: Page, words: str) -> None:
    """Listen to the end of what they say."""
    expect(phone.get_by_role("log", name="Captions")).to_contain_text(words)
    expect(phone.locator("#turn")).to_have_text("They are listening.")


def _fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
