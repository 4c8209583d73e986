"""A borrower's phone and a supervisor's screen in one browser, and what is done at them by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.journeys.stage import Stage

DESK = ViewportSize(width=1280, height=800)


@contextmanager
def opened(browser: Browser, phone: ViewportSize, patience_ms: int) -> Iterator[tuple[Page, Page]]:
    """The phone and the screen; a script that fails in either fails the test."""
    expect.set_options(timeout=patience_ms)
    contexts = [browser.new_context(viewport=size, locale="en-US") for size in (phone, DESK)]
    failures: list[str] = []
    pages = [context.new_page() for context in contexts]
    for page in pages:
        page.on("pageerror", lambda error: failures.append(str(error)))
    yield pages[0], pages[1]
    for context in contexts:
        context.close()
    assert failures == []


def sign_in_by_keyboard(page: Page, stage: Stage) -> None:
    """The cursor stands in the first field; the mouse is not touched."""
    page.goto(f"{stage.world.console_url}/sign-in")
    expect(focused(page)).to_have_attribute("name", "login")
    page.keyboard.type(stage.world.login)
    page.keyboard.press("Tab")
    page.keyboard.type(stage.world.password)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def focused(page: Page) -> Locator:
    """Where the keyboard is."""
    return page.locator("*:focus")
