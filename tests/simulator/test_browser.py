"""The phone pages in a real browser; skipped where there is none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.simulator.lender import say
from tests.simulator.stage import OURS, PHONE, Live, Product, settled

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 390, "height": 780})
    failures: list[str] = []
    opened.on("pageerror", lambda error: failures.append(str(error)))
    yield opened
    opened.close()
    assert failures == []


def test_a_person_plays_a_borrower_by_keyboard(live: Live, product: Product, page: Page) -> None:
    page.goto(live.url)
    expect(page.get_by_role("heading", name="No phones yet")).to_be_visible()
    live.sdk.messages.create(to=PHONE, from_=OURS, body=say("outreach.neutral", "zh"))
    expect(page.get_by_role("link", name=PHONE)).to_be_visible()
    page.get_by_role("link", name=PHONE).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("log")).to_contain_text("海港贷款")
    # The texts stand there before the scripts ran: until then Enter begins a new line.
    page.wait_for_load_state()
    page.get_by_label("Write as this borrower").fill("<b>您好</b>")
    page.keyboard.press("Enter")
    expect(page.get_by_role("log")).to_contain_text("<b>您好</b>")
    settled(live.world)
    assert product.hooks[0].form["Body"] == "<b>您好</b>"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="+1 hour").click()
    expect(page.locator("#now")).to_contain_text("15:00 UTC")
    expect(page.locator(".to_phone .status")).to_have_text("delivered")
