"""Takes the README's picture: a transcript beside its case, from a world of its own.

`python -m tools.screenshot` needs a chromium (`make browser`) and a trained model, and takes a minute.
"""

from __future__ import annotations

import re
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from tools import browser
from tools.demo import SAMPLE, now, say, step
from tools.fleet import FleetError, Ports, free_port
from tools.rasa import ROOT
from tools.world import World

PICTURE = ROOT / "docs" / "images" / "console.png"
SIZE = {"width": 1280, "height": 800}
PATIENCE_DAYS = 5
BRING_TO_MIDDLE = "turn => turn.scrollIntoView({block: 'center', behavior: 'instant'})"

SCROLLED_MS = 1000
"""The page's own script brings a transcript to its end once; the picture waits until nothing moves."""


def main() -> int:
    path = browser.find()
    if path is None:
        print("no chromium found; run `make browser`", file=sys.stderr)
        return 1
    ports = Ports(*(free_port() for _ in range(5)))
    world = World(ROOT / "var" / "screenshot", ports=ports, tick_seconds=0.25)
    try:
        world.prepare(SAMPLE / "portfolio.csv", say)
        world.start(say)
        world.populate(SAMPLE / "borrowers.json")
        plan = haggled_plan(world)
        take(world, path, plan["conversation"], PICTURE)
    except FleetError as error:
        print(f"screenshot: {error}", file=sys.stderr)
        return 1
    finally:
        world.stop()
    say(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size // 1000} kB")
    return 0


def haggled_plan(world: World) -> dict[str, Any]:
    """A plan in English that was not agreed at the first offer. Raises: FleetError after five days."""
    end = now(world) + timedelta(days=PATIENCE_DAYS)
    while now(world) < end:
        world.fleet.check()
        step(world, timedelta(minutes=20))
        time.sleep(0.1)
        for plan in world.api("/plans"):
            turns: Any = world.api(f"/conversations/{plan['conversation']}/turns")
            if plan["language"] == "en" and any("What I can offer" in turn["text"] for turn in turns):
                return dict(plan)
    raise FleetError(f"in {PATIENCE_DAYS} simulated days nobody haggled and agreed")


def take(world: World, chromium: str, conversation: str, picture: Path) -> None:
    """Sign in as the supervisor and photograph the conversation, in light colours."""
    picture.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=list(browser.ARGUMENTS))
        page = opened.new_page(viewport=SIZE, color_scheme="light", locale="en-US")
        sign_in(page, world)
        page.goto(f"{world.console_url}/conversations/{conversation}")
        page.locator("#turns li", has_text="What I can offer").first.evaluate(BRING_TO_MIDDLE)
        page.wait_for_timeout(SCROLLED_MS)
        page.screenshot(path=picture)
        opened.close()


def sign_in(page: Page, world: World) -> None:
    """Through the form."""
    page.goto(f"{world.console_url}/sign-in")
    page.fill("#login", world.login)
    page.fill("#password", world.password)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/$"))


if __name__ == "__main__":
    sys.exit(main())
