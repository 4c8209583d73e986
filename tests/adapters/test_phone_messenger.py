"""The Messenger of calls, against the simulator's Calls resource and against a carrier that misbehaves."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs

import pytest

from arrears.adapters.twilio_calls import PhoneMessenger
from arrears.domain.calls import RING_SECONDS
from arrears.domain.compliance.decision import Granted
from arrears.domain.compliance.permit import PERMIT_LIFE, ContactPermit, permit_for
from arrears.domain.ids import ConversationId, OutreachId, PermitId
from arrears.domain.people import Carrier, Channel
from arrears.ports import SendOutcome
from tests.builders.store import MONDAY_NOON_UTC, a_borrower, an_outreach
from tests.fakes.ports import FakeClock
from tests.simulator.stage import ACCOUNT, OURS, TOKEN, Live, Product, closed_port, settings_for

WORDS = "Hello, this is the automated AI assistant of Hudson Example Bank."
SHORT = 0.25
PUBLIC = "http://127.0.0.1:9"


@pytest.fixture(scope="module")
def live() -> Iterator[Live]:
    product = Product()
    server = Live(settings_for(product))
    yield server
    server.close()
    product.close()


def a_permit(
    lasts: timedelta = timedelta(hours=1), *, in_call: bool = False, **changes: object
) -> ContactPermit:
    borrower = a_borrower()
    row = replace(
        an_outreach(borrower),
        id=OutreachId("outreach-call"),
        channel=Channel.VOICE,
        carrier=Carrier.CALL,
        conversation_id=ConversationId("conversation-1") if in_call else None,
    )
    granted = Granted((), MONDAY_NOON_UTC + lasts)
    permit = permit_for(row, borrower.point, granted, permit_id=PermitId("permit-1"), now=MONDAY_NOON_UTC)
    return replace(permit, **changes)


def messenger_at(base: str, clock: FakeClock | None = None) -> PhoneMessenger:
    return PhoneMessenger(
        ACCOUNT,
        TOKEN,
        sender=OURS,
        callback_base=PUBLIC,
        clock=clock or FakeClock(MONDAY_NOON_UTC),
        api_base_url=base,
        timeout=SHORT,
    )


def posts(live: Live) -> list[str]:
    return [
        kept.request_body for kept in live.world.exchanges.recent("in") if kept.url.endswith("/Calls.json")
    ]


def sent(live: Live, permit: ContactPermit, later: timedelta = timedelta(0)):
    """The result, and what was posted for it."""
    before = len(posts(live))
    with closing(messenger_at(live.url, FakeClock(MONDAY_NOON_UTC + later))) as messenger:
        result = messenger.send(permit, WORDS)
    return result, [parse_qs(body) for body in posts(live)[before:]]


def test_a_call_is_placed_once_and_brings_its_words_only_when_it_is_answered(live: Live) -> None:
    result, [form] = sent(live, a_permit())
    assert result.outcome is SendOutcome.TAKEN
    assert result.provider_ref.startswith("CA")
    assert form["To"] == [a_borrower().point.address]
    assert form["Url"] == [f"{PUBLIC}/twilio/voice/answer/outreach-call#rc=2&rp=ct,rt,5xx"]
    assert form["StatusCallback"] == [f"{PUBLIC}/twilio/voice/status/outreach-call#rc=2&rp=ct,rt,5xx"]
    assert form["StatusCallbackEvent"] == ["initiated", "ringing", "answered", "completed"]
    assert form["MachineDetection"] == ["DetectMessageEnd"]
    assert "AsyncAmd" not in form
    assert not any(WORDS in value for values in form.values() for value in values)


def test_what_is_said_within_a_call_dials_nobody(live: Live) -> None:
    result, dialled = sent(live, a_permit(in_call=True))
    assert (result.outcome, dialled) == (SendOutcome.TAKEN, [])


def test_what_the_carrier_refuses_was_not_called(live: Live) -> None:
    result, _ = sent(live, a_permit(destination="+15005550001"))
    assert (result.outcome, result.error_code) == (SendOutcome.NOT_SENT, "21217")


@pytest.mark.parametrize(("seconds", "calls"), [(RING_SECONDS - 1, 0), (RING_SECONDS, 1)])
def test_nobodys_telephone_rings_once_the_hours_are_over(live: Live, seconds: int, calls: int) -> None:
    result, dialled = sent(live, a_permit(timedelta(seconds=seconds)))
    assert len(dialled) == calls
    assert (result.outcome is SendOutcome.TAKEN) == bool(calls)


@pytest.mark.parametrize("in_call", [False, True])
def test_a_permit_that_has_expired_calls_nobody(live: Live, in_call: bool) -> None:
    sent(live, a_permit(in_call=in_call), PERMIT_LIFE)
    with pytest.raises(ValueError, match="has expired"):
        sent(live, a_permit(in_call=in_call), PERMIT_LIFE + timedelta(microseconds=1))


@pytest.mark.parametrize(
    "changes", [{"carrier": Carrier.TWILIO}, {"channel": Channel.SMS}, {"carrier": Carrier.WEB}]
)
def test_a_permit_for_another_carrier_calls_nobody(live: Live, changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="is not for a telephone call"):
        sent(live, a_permit(**changes))


@contextmanager
def carrier_that(status: int, hangs: float = 0.0) -> Iterator[tuple[str, list[str]]]:
    """A carrier with one answer, and what it was asked."""
    asked: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.path)
            time.sleep(hangs)
            body = b'{"code": 20500, "message": "no", "status": %d}' % status
            try:
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                pass  # the messenger has gone

        def log_message(self, *_: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.mark.parametrize(
    ("status", "hangs", "outcome"),
    [
        (500, 0.0, SendOutcome.UNKNOWN),
        (503, 0.0, SendOutcome.UNKNOWN),
        (429, 0.0, SendOutcome.NOT_SENT),
        (400, 0.0, SendOutcome.NOT_SENT),
        (201, 0.0, SendOutcome.UNKNOWN),  # its answer is no call
        (201, 3 * SHORT, SendOutcome.UNKNOWN),
    ],
)
def test_in_doubt_the_outcome_is_unknown_and_nobody_is_called_twice(status, hangs, outcome) -> None:
    with carrier_that(status, hangs) as (base, asked), closing(messenger_at(base)) as messenger:
        assert messenger.send(a_permit(), WORDS).outcome is outcome
    assert len(asked) == 1


def test_a_carrier_that_was_never_reached_called_nobody() -> None:
    with closing(messenger_at(f"http://127.0.0.1:{closed_port()}")) as messenger:
        assert messenger.send(a_permit(), WORDS).outcome is SendOutcome.NOT_SENT
