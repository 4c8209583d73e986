"""The simulator's phone in the browser, at 360 pixels: against a carrier and a product of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.simulator.stage import OURS, PHONE, Live, Product, closed_port, settings_for, wait
from tests.simulator.voice.stage import RelayPeer, text, xml

pytestmark = pytest.mark.browser

PATIENCE_MS = 10_000
PHONE_SIZE = {"width": 360, "height": 740}
# Long enough to be interrupted by a slow machine too.
OPENING = f"Good day, this is Harbor Lending. {'This is an automated assistant. ' * 5}Is this Ana?"
# What a browser with recognition and voices offers, played by the test: `hears` is the person's voice.
EARS = """
  window.SpeechRecognition = class {
    start() { window.hears = (transcript, isFinal) =>
      this.onresult({resultIndex: 0, results: [Object.assign([{transcript}], {isFinal})]}); }
    stop() { window.hears = null; }
  };
  window.read = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", {value: {
    speak: (words) => window.read.push(`${words.lang} ${words.text}`),
    cancel: () => window.read.push("hush")}});
"""

# The first key is slow on its way.
SLOW = """
  const fetched = window.fetch;
  let slow = true;
  window.fetch = async (url, ...rest) => {
    if (slow && String(url).endsWith("/press")) {
      slow = false;
      await new Promise((done) => setTimeout(done, 500));
    }
    return fetched(url, ...rest);
  };
"""


def polite(frame: Mapping[str, Any]) -> list[Any]:
    """Opens in two pieces and answers what it hears."""
    if frame["type"] == "setup":
        return [text(OPENING[:34], last=False), text(OPENING[34:])]
    if frame["type"] == "prompt" and frame["last"]:
        return [text(f"Yes, {frame['voicePrompt']}")]
    return []


@pytest.fixture
def product() -> Iterator[Product]:
    receiver = Product()
    yield receiver
    receiver.close()


@pytest.fixture
def live(product: Product) -> Iterator[Live]:
    server = Live(replace(settings_for(product), latin_per_s=6))
    yield server
    server.close()


@pytest.fixture
def peer(live: Live, product: Product) -> Iterator[RelayPeer]:
    """A product that talks over ConversationRelay, and says goodbye where that fails."""
    made = RelayPeer(polite)
    relay = f"<ConversationRelay url='{made.url}' dtmfDetection='true'/>"
    product.documents |= {
        "/inbound": xml(f"<Connect action='/action'>{relay}</Connect>"),
        "/action": xml("<Say>The line was cut.</Say>", "<Pause length='60'/>"),
    }
    yield made
    live.world.voice.close()
    made.close()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page; a script that fails, or anything fetched from elsewhere, fails the test."""
    expect.set_options(timeout=PATIENCE_MS)
    failures: list[str] = []
    contexts = []

    def open_page(live: Live, locale: str = "en-US", script: str = "") -> Page:
        contexts.append(browser.new_context(viewport=PHONE_SIZE, locale=locale))
        page = contexts[-1].new_page()
        page.add_init_script(script)
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.on("request", lambda asked: None if _own(asked.url, live) else failures.append(asked.url))
        live.http.post("/phones", data={"number": PHONE})
        page.goto(f"{live.url}/phones/{PHONE}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert failures == []


def test_a_call_is_placed_interrupted_and_hung_up_by_keyboard(
    live: Live, peer: RelayPeer, opened: Callable[..., Page]
) -> None:
    page = opened(live)
    fits(page)
    page.get_by_role("button", name="Call the lender").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("The virtual clock stands still")).to_be_visible()
    fits(page)
    page.get_by_role("button", name="Run in real time").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("The virtual clock stands still")).to_be_hidden()

    # Words grow as they are spoken, and what is typed and sent meanwhile cuts them off.
    speaking = page.locator("#speaking")
    expect(speaking).to_contain_text("Harbor")
    assert "Ana" not in speaking.inner_text()
    page.get_by_label("Say as this borrower").focus()
    page.keyboard.type("<b>who?</b>")
    page.keyboard.press("Enter")
    said = page.get_by_role("log", name="Captions")
    expect(said).to_contain_text("interrupted")
    expect(said).to_contain_text("You <b>who?</b>")
    expect(said).to_contain_text("They Yes, <b>who?</b>")
    (interrupt,) = peer.of("interrupt")
    assert OPENING.startswith(interrupt["utteranceUntilInterrupt"])
    assert [frame["voicePrompt"] for frame in peer.of("prompt")] == ["<b>who?</b>"]
    expect(page.get_by_role("timer")).not_to_have_text("0:00")

    # Keys reach the line from the keyboard, but not while words are typed.
    page.get_by_text("Keypad", exact=True).focus()
    page.keyboard.press("Enter")
    page.keyboard.type("42")
    page.get_by_role("button", name="Key hash").click()
    expect(said).to_contain_text("pressed 42#")
    assert [frame["digit"] for frame in peer.of("dtmf")] == ["4", "2", "#"]
    fits(page)

    page.get_by_text("Faults", exact=True).click()
    page.get_by_role("button", name="Drop the line").click()
    expect(said).to_contain_text("The line was cut.")
    expect(page.get_by_role("button", name="Drop the line")).to_be_disabled()
    page.get_by_role("button", name="Hang up").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#call-state")).to_contain_text("Call ended · 0:")
    # The keyboard's place is where the next call begins.
    expect(focused(page)).to_have_text("Call the lender")
    fits(page)


def test_keys_that_are_typed_fast_arrive_in_their_order(
    live: Live, peer: RelayPeer, opened: Callable[..., Page]
) -> None:
    page = opened(live, script=SLOW)
    live.http.post("/clock/rate", json={"rate": 1})
    page.get_by_role("button", name="Call the lender").click()
    expect(page.locator("#speaking")).to_contain_text("Harbor")
    page.get_by_text("Keypad", exact=True).focus()
    page.keyboard.press("Enter")
    page.keyboard.type("3909#")
    expect(page.get_by_role("log", name="Captions")).to_contain_text("pressed 3909#")
    assert "".join(frame["digit"] for frame in peer.of("dtmf")) == "3909#"


def test_a_ringing_phone_is_answered_or_declined(
    live: Live, product: Product, opened: Callable[..., Page]
) -> None:
    gather = "<Gather numDigits='4' action='/heard'><Say>Please press four digits.</Say></Gather>"
    product.documents |= {"/answer": xml(gather), "/heard": xml("<Say>Thank you.</Say>")}
    page = opened(live)
    page.get_by_text("Settings for calls").click()
    page.get_by_label("Who answers calls to this phone").select_option("You, on this page")
    fits(page)
    page.evaluate("document.activeElement.blur()")
    live.sdk.calls.create(to=PHONE, from_=OURS, url=f"{product.url}/answer")
    page.get_by_role("button", name="Run in real time").click()
    page.evaluate("document.activeElement.blur()")
    expect(page.get_by_role("alert").filter(has_text=f"{OURS} is calling")).to_be_visible()
    expect(focused(page)).to_have_text("Answer")
    fits(page)
    page.keyboard.press("Enter")
    expect(page.locator("#speaking")).to_contain_text("Please")
    page.get_by_text("Keypad", exact=True).click()
    for digit in "4321":
        page.get_by_role("button", name=f"Key {digit}").click()
    wait(lambda: any(hook.form.get("Digits") == "4321" for hook in product.hooks))
    expect(page.get_by_role("log", name="Captions")).to_contain_text("They Thank you.")
    expect(page.locator("#call-state")).to_contain_text("Call ended")

    call = live.sdk.calls.create(to=PHONE, from_=OURS, url=f"{product.url}/answer")
    page.get_by_role("button", name="Decline").click()
    expect(page.locator("#call-state")).to_have_text("Busy or declined")
    assert live.sdk.calls(call.sid).fetch().status == "busy"


def test_a_browser_with_ears_and_a_voice_speaks_for_both_sides(
    live: Live, peer: RelayPeer, opened: Callable[..., Page]
) -> None:
    page = opened(live, "zh-CN", EARS)
    live.http.post("/clock/rate", json={"rate": 1})
    page.get_by_text("通话设置").click()
    expect(page.get_by_label("您说")).to_have_value("zh-CN")
    page.get_by_role("switch", name="朗读对方的话").click()
    page.get_by_role("button", name="拨打贷款机构").click()
    page.get_by_role("switch", name="对着麦克风说话").click()
    expect(page.locator("#speaking")).to_contain_text("Good day")
    # Unfinished words already silence the other side; the finished ones are what it is told.
    page.evaluate("hears('请问', false)")
    expect(page.get_by_role("log", name="字幕")).to_contain_text("被打断")
    page.evaluate("hears('请问您是谁', true)")
    expect(page.get_by_role("log", name="字幕")).to_contain_text("对方 Yes, 请问您是谁")
    assert [frame["voicePrompt"] for frame in peer.of("prompt")] == ["请问您是谁"]
    read = page.evaluate("read")
    assert read[0].startswith("en-US Good day")
    assert "hush" in read
    assert read[-1] == "zh-CN Yes, 请问您是谁"
    fits(page)
    page.get_by_role("button", name="挂断").click()
    expect(page.get_by_role("switch", name="对着麦克风说话", include_hidden=True)).to_have_attribute(
        "aria-checked", "false"
    )


@pytest.mark.parametrize(
    ("path", "told"),
    [("http://127.0.0.1:{port}/inbound", "Is the product running"), ("{product}/inbound", "no instructions")],
)
def test_a_call_that_fails_says_what_to_look_at(
    product: Product, opened: Callable[..., Page], path: str, told: str
) -> None:
    voice_url = path.format(port=closed_port(), product=product.url)
    live = Live(replace(settings_for(product), voice_url=voice_url))
    page = opened(live)
    live.http.post("/clock/rate", json={"rate": 1})
    page.get_by_role("button", name="Call the lender").click()
    expect(page.get_by_role("log", name="Captions")).to_contain_text(told)
    live.close()


def focused(page: Page) -> Locator:
    return page.locator("*:focus")


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


def _own(url: str, live: Live) -> bool:
    return url.startswith((live.url, "data:"))
