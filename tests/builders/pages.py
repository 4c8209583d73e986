"""A borrower's browser in front of their own pages: it keeps cookies and sends the forms of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import httpx

from arrears.contact.paging import page_link
from arrears.domain.ids import CaseId
from arrears.store import inbound
from tests.builders.line import Line
from tests.builders.store import Borrower
from tests.builders.web import Web
from tests.simulator.stage import wait

ORIGIN = "http://testserver"
PROOF = {"day": "9", "month": "3", "year": "1975", "last4": "4421"}
"""What the borrower of the builders answers."""


def issue(line: Line, borrower: Borrower | None = None, case_id: CaseId | None = None) -> str:
    """The token of a fresh link to the borrower's pages."""
    whose = borrower or line.borrower
    with line.store.write() as tx:
        url = page_link(line.desk, tx, case_id or whose.case.id, whose.person.id, whose.point.id)
    return url.rsplit("/", 1)[-1]


@dataclass
class Reader:
    """One browser on the pages of one link."""

    web: Web
    token: str
    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)

    def get(self, path: str = "", **headers: str) -> httpx.Response:
        return self._ask("GET", path, headers=headers)

    def post(self, path: str, form: dict[str, object], **headers: str) -> httpx.Response:
        return self._ask("POST", path, data=form, headers={"Origin": ORIGIN} | headers)

    def prove(self, **changes: str) -> httpx.Response:
        """Answer the question who it is."""
        return self.post("/identity", PROOF | changes)

    def send(self, path: str, page: str, **form: object) -> httpx.Response:
        """The form of a page with what it carries, filled in or changed."""
        shown = self.get(page)
        return self.post(path, hidden(shown) | form)

    def confirm(self, path: str, page: httpx.Response, **changes: object) -> httpx.Response:
        """The form of a page that was just answered."""
        return self.post(path, hidden(page) | changes)

    def _ask(self, method: str, path: str, **more: object) -> httpx.Response:
        headers = dict(more.pop("headers"))  # type: ignore[call-overload]
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        answer = self.web.request(method, f"/p/{self.token}{path}", headers=headers, **more)
        self.cookies.extract_cookies(answer)
        return answer


def hidden(page: httpx.Response) -> dict[str, object]:
    """What the main form of a page carries unseen."""
    main = page.text.partition("<main")[2].partition("</main>")[0] or page.text
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', main)
    footer = re.findall(r'name="(csrf)" value="([^"]*)"', page.text)
    return dict([*footer, *found])


def text_of(page: httpx.Response) -> str:
    """The words of a page without their markup."""
    body = re.sub(r"<(head|script|style).*?</\1>", " ", page.text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


def write_in_chat(line: Line, visitor: Reader, text: str) -> httpx.Response:
    """The page of the chat once the message is answered."""
    line.clock.move(minutes=1)
    line.machine_clock.move(minutes=1)
    assert visitor.send("/chat", "/chat", text=text).status_code == 303
    answered(line)
    return visitor.get("/chat")


def answered(line: Line) -> None:
    """Wait until no message and no reply is in hand."""

    def none_open() -> bool:
        with line.store.read() as tx:
            is_open = inbound.count_open(tx) > 0
        return not is_open and not {row.state for row in line.replies()} & {"due", "claimed"}

    wait(none_open)
