"""The borrower in a browser: opens the signed link, says who they are, and writes in the chat."""

from __future__ import annotations

import re
import time

import httpx

from tools.fleet import run
from tools.journey.scenario import Scenario
from tools.world import World

TOO_MANY = 429
_TRIES = 40
_PAUSE_SECONDS = 2.0


class VisitError(RuntimeError):
    """The borrower's pages did not answer as they do; the message says where."""


class Visitor:
    """One browser over one link. The link is made when the first page is asked for."""

    def __init__(self, world: World, scenario: Scenario) -> None:
        self._world, self._scenario = world, scenario
        self._browser = httpx.Client(base_url=world.gateway.base_url, trust_env=False, timeout=30.0)
        self._path: str | None = None

    def write(self, text: str) -> bool:
        """Write in the chat; False when the page does not let them in. Raises: VisitError."""
        path = self._opened()
        page = self._get(f"{path}/chat")
        if page.status_code != httpx.codes.OK:
            if not self._prove(path):
                return False
            page = self._get(f"{path}/chat")
        form = {name: _hidden(page.text, name) for name in ("csrf", "key")}
        answer = self._post(f"{path}/chat", form | {"text": text})
        if answer.status_code != httpx.codes.SEE_OTHER:
            raise VisitError(f"the chat did not take the message (status {answer.status_code})")
        return True

    def close(self) -> None:
        """Close the browser."""
        self._browser.close()

    def _opened(self) -> str:
        if self._path is None:
            reference = self._scenario.account.loans[0].reference
            url = run(["arrears", "page-link", reference], self._world.env).strip()
            self._path = httpx.URL(url).path
        return self._path

    def _prove(self, path: str) -> bool:
        """Answer the identity question: with what is right, or what the scenario has typed instead."""
        account = self._scenario.account
        born, last4 = self._scenario.typed or (account.born, account.loans[0].last4)
        form = {"day": str(born.day), "month": str(born.month), "year": str(born.year), "last4": last4}
        return self._post(f"{path}/identity", form).status_code == httpx.codes.SEE_OTHER

    def _get(self, path: str) -> httpx.Response:
        return self._patiently(lambda: self._browser.get(path))

    def _post(self, path: str, form: dict[str, str]) -> httpx.Response:
        return self._patiently(lambda: self._browser.post(path, data=form))

    def _patiently(self, ask) -> httpx.Response:
        """A link may be used so often a minute, by the machine's clock; journeys are faster than people."""
        for _ in range(_TRIES):
            answer = ask()
            if answer.status_code != TOO_MANY:
                return answer
            time.sleep(_PAUSE_SECONDS)
        raise VisitError("the pages answer that the link is used too often")


def _hidden(html: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', html)
    if found is None:
        raise VisitError(f"the page has no field {name}")
    return found[1]
