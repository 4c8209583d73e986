"""A supervisor at the console, over HTTP as a browser would be."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx

from tools.world import World


@dataclass
class Supervisor:
    """Signed in, with the cookies and form token of the session."""

    console: httpx.Client

    def page(self, path: str) -> str:
        """The page's HTML."""
        return self.console.get(path).raise_for_status().text

    def post(self, path: str, **fields: str) -> str:
        """Submit a form of the site; the notice that the answer leads to."""
        fields["csrf"] = _hidden(self.page("/queue"), "csrf")
        answer = self.console.post(path, data=fields)
        assert answer.status_code == 303, answer.status_code
        return str(httpx.URL(answer.headers["location"]).params.get("notice", ""))

    def claim(self, conversation_id: str) -> str:
        """Take the conversation over."""
        return self.post(f"/conversations/{conversation_id}/claim")

    def reply(self, conversation_id: str, text: str) -> str:
        """Write in it."""
        return self.post(f"/conversations/{conversation_id}/reply", text=text, key=secrets.token_urlsafe(16))

    def resolve(self, conversation_id: str, note: str) -> str:
        """Hand it back to the bot."""
        return self.post(f"/conversations/{conversation_id}/resolve", note=note)


@contextmanager
def signed_in(world: World) -> Iterator[Supervisor]:
    """Through the form, with the password of this world."""
    with httpx.Client(base_url=world.console_url, trust_env=False, timeout=30.0) as console:
        csrf = _hidden(console.get("/sign-in").raise_for_status().text, "csrf")
        form = {"login": world.login, "password": world.password, "csrf": csrf, "next": "/"}
        assert console.post("/sign-in", data=form).status_code == 303
        yield Supervisor(console)


def _hidden(html: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', html)
    assert found is not None, f"the page has no field {name}"
    return found[1]
