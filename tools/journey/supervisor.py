"""A supervisor at the console, over HTTP as a browser would be."""

from __future__ import annotations

import re
import secrets

import httpx

from tools.world import World


class ConsoleError(RuntimeError):
    """The console did not let the supervisor do it; the message says what."""


class Supervisor:
    """Signed in, with the cookies and form token of the session."""

    def __init__(self, world: World) -> None:
        self._console = httpx.Client(base_url=world.console_url, trust_env=False, timeout=30.0)
        csrf = _hidden(self._console.get("/sign-in").raise_for_status().text, "csrf")
        form = {"login": world.login, "password": world.password, "csrf": csrf, "next": "/"}
        if self._console.post("/sign-in", data=form).status_code != httpx.codes.SEE_OTHER:
            raise ConsoleError("the supervisor could not sign in")

    def close(self) -> None:
        """Leave the browser."""
        self._console.close()

    def act(self, verb: str, words: str, conversation: str | None, approval: str | None) -> str:
        """Claim, say, release, approve or decline; the console's notice. Raises: ConsoleError."""
        if verb in ("approve", "decline"):
            if approval is None:
                raise ConsoleError(f"{verb}: nothing waits for approval")
            return self._post(f"/approvals/{approval}/{verb}", note=words or "decided in the journey")
        if conversation is None:
            raise ConsoleError(f"{verb}: there is no conversation yet")
        path = f"/conversations/{conversation}"
        match verb:
            case "say":
                return self._post(f"{path}/reply", text=words, key=secrets.token_urlsafe(16))
            case "release":
                return self._post(f"{path}/resolve", note=words or "done")
            case _:
                return self._post(f"{path}/{verb}")

    def _post(self, path: str, **fields: str) -> str:
        """Submit a form of the site; the notice that the answer leads to."""
        page = self._console.get("/queue").raise_for_status().text
        answer = self._console.post(path, data=fields | {"csrf": _hidden(page, "csrf")})
        if answer.status_code != httpx.codes.SEE_OTHER:
            raise ConsoleError(f"the console answered {path.rsplit('/', 1)[-1]} with {answer.status_code}")
        return str(httpx.URL(answer.headers["location"]).params.get("notice", ""))


def _hidden(html: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', html)
    if found is None:
        raise ConsoleError(f"the page has no field {name}")
    return found[1]
