"""What every Messenger keeps to: the fake of the tests, Twilio's, and the lender's gateway.

The two real ones talk to the simulator over HTTP.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol
from urllib.parse import parse_qs

import pytest

from arrears.adapters.lender_gateway import LenderGatewayMessenger
from arrears.adapters.twilio_messages import LONGEST_VALIDITY_SECONDS, TwilioMessenger
from arrears.domain.compliance.decision import Granted
from arrears.domain.compliance.permit import PERMIT_LIFE, ContactPermit, permit_for
from arrears.domain.ids import OutreachId, PermitId
from arrears.domain.people import Carrier
from arrears.ports import Messenger, SendOutcome
from simulator.faults import Faults
from tests.builders.store import MONDAY_NOON_UTC, Borrower, a_borrower, an_outreach, in_china
from tests.fakes.ports import FakeClock, FakeMessenger
from tests.simulator.stage import ACCOUNT, OURS, TOKEN, Live, Product, closed_port, settings_for

WORDS = "Hello. Reply STOP to stop texts to this number. 您好"
SHORT = 0.25
"""Seconds a messenger of these tests waits."""


@pytest.fixture(scope="module")
def live() -> Iterator[Live]:
    product = Product()
    server = Live(settings_for(product))
    yield server
    server.close()
    product.close()


class Rig(Protocol):
    """One messenger with the levers that make its carrier misbehave."""

    carrier: Carrier
    clock: FakeClock
    messenger: Messenger

    def reached(self) -> list[tuple[str, str]]: ...
    def attempts(self) -> int: ...
    def refuses(self, permit: ContactPermit) -> ContactPermit: ...
    def hangs(self) -> None: ...
    def unavailable(self, taken: bool) -> None: ...
    def away(self) -> Messenger: ...
    def close(self) -> None: ...


@dataclass
class FakeRig:
    """The fake is told what the carrier's answer proves."""

    live: Live
    carrier = Carrier.TWILIO

    def __post_init__(self) -> None:
        self.clock = FakeClock(MONDAY_NOON_UTC)
        self.messenger = FakeMessenger(self.clock)

    def reached(self) -> list[tuple[str, str]]:
        return [(permit.destination, body) for permit, body in self.messenger.sent]

    def attempts(self) -> int:
        return len(self.messenger.sent)

    def refuses(self, permit: ContactPermit) -> ContactPermit:
        self.messenger.outcome = SendOutcome.NOT_SENT
        return permit

    def hangs(self) -> None:
        self.messenger.outcome = SendOutcome.UNKNOWN

    def unavailable(self, taken: bool) -> None:
        self.messenger.outcome = SendOutcome.UNKNOWN

    def away(self) -> Messenger:
        return FakeMessenger(self.clock, SendOutcome.NOT_SENT)

    def close(self) -> None:
        pass


class SimulatedRig:
    """A messenger in front of the simulator; what happened is read off the simulator's records."""

    path = ""

    def __init__(self, live: Live) -> None:
        self.live = live
        self.clock = FakeClock(MONDAY_NOON_UTC)
        self._opened: list[TwilioMessenger | LenderGatewayMessenger] = []
        self.messenger = self.to(live.url)
        self.before = len(self._posts())
        self.heard = {phone.number: len(phone.thread) for phone in live.world.phones.all()}

    def made(self, base: str) -> TwilioMessenger | LenderGatewayMessenger:
        raise NotImplementedError

    def to(self, base: str) -> Messenger:
        self._opened.append(self.made(base))
        return self._opened[-1]

    def close(self) -> None:
        for messenger in self._opened:
            messenger.close()
        for name in Faults.model_fields:
            setattr(self.live.world.faults, name, getattr(Faults(), name))

    def reached(self) -> list[tuple[str, str]]:
        return [
            (phone.number, text.text)
            for phone in self.live.world.phones.all()
            for text in phone.thread[self.heard.get(phone.number, 0) :]
        ]

    def attempts(self) -> int:
        return len(self._posts()) - self.before

    def last_post(self) -> str:
        return self._posts()[-1].request_body

    def hangs(self) -> None:
        self.live.world.faults.messages_hang_s = 4 * SHORT

    def unavailable(self, taken: bool) -> None:
        self.live.world.faults.messages_503 = 0 if taken else 9
        self.live.world.faults.messages_503_taken = 9 if taken else 0

    def away(self) -> Messenger:
        return self.to(f"http://127.0.0.1:{closed_port()}")

    def _posts(self):
        return [kept for kept in self.live.world.exchanges.recent("in") if kept.url.endswith(self.path)]


class TwilioRig(SimulatedRig):
    """The SDK with another base URL."""

    carrier = Carrier.TWILIO
    path = "/Messages.json"

    def made(self, base: str) -> TwilioMessenger:
        return TwilioMessenger(
            ACCOUNT,
            TOKEN,
            sender=OURS,
            callback_base=self.live.world.settings.inbound_sms_url.removesuffix("/twilio/sms"),
            clock=self.clock,
            api_base_url=base,
            timeout=SHORT,
        )

    def refuses(self, permit: ContactPermit) -> ContactPermit:
        return replace(permit, destination="+15005550001")


class LenderRig(SimulatedRig):
    """Signed JSON over HTTP."""

    carrier = Carrier.LENDER_GATEWAY
    path = "/lender-gateway/messages"

    def made(self, base: str) -> LenderGatewayMessenger:
        return LenderGatewayMessenger(
            f"{base}{self.path}",
            self.live.world.settings.gateway_secret,
            callback_base="http://127.0.0.1:9",
            clock=self.clock,
            machine_clock=RealTime(),
            timeout=SHORT,
        )

    def refuses(self, permit: ContactPermit) -> ContactPermit:
        return replace(permit, destination="138")


class RealTime:
    """The simulator checks signatures against the real time."""

    def now(self):
        return MONDAY_NOON_UTC + timedelta(seconds=time.time() - MONDAY_NOON_UTC.timestamp())


RIGS = {"fake": FakeRig, "twilio": TwilioRig, "lender_gateway": LenderRig}
SIMULATED = {"twilio": TwilioRig, "lender_gateway": LenderRig}


@pytest.fixture(params=RIGS)
def rig(request: pytest.FixtureRequest, live: Live) -> Iterator[Rig]:
    with closing(RIGS[request.param](live)) as made:
        yield made


@pytest.fixture(params=SIMULATED)
def real(request: pytest.FixtureRequest, live: Live) -> Iterator[SimulatedRig]:
    with closing(SIMULATED[request.param](live)) as made:
        yield made


@pytest.fixture
def twilio(live: Live) -> Iterator[TwilioRig]:
    with closing(TwilioRig(live)) as made:
        yield made


@pytest.fixture
def lender(live: Live) -> Iterator[LenderRig]:
    with closing(LenderRig(live)) as made:
        yield made


COUNT = iter(range(10_000))


def borrower_for(carrier: Carrier) -> Borrower:
    return a_borrower() if carrier is Carrier.TWILIO else in_china(a_borrower())


def a_permit(carrier: Carrier, lasts: timedelta = timedelta(hours=1)) -> ContactPermit:
    borrower, number = borrower_for(carrier), next(COUNT)
    row = replace(an_outreach(borrower), id=OutreachId(f"outreach-{number}"))
    granted = Granted((), MONDAY_NOON_UTC + lasts)
    permit_id = PermitId(f"permit-{number}")
    return permit_for(row, borrower.point, granted, permit_id=permit_id, now=MONDAY_NOON_UTC)


def test_a_text_that_is_taken_reaches_the_permits_destination_once(rig: Rig) -> None:
    permit = a_permit(rig.carrier)
    result = rig.messenger.send(permit, WORDS)
    assert result.outcome is SendOutcome.TAKEN
    assert result.provider_ref
    assert rig.reached() == [(borrower_for(rig.carrier).point.address, WORDS)]


def test_what_the_carrier_refuses_was_not_sent(rig: Rig) -> None:
    result = rig.messenger.send(rig.refuses(a_permit(rig.carrier)), WORDS)
    assert result.outcome is SendOutcome.NOT_SENT
    assert result.error_code
    assert rig.attempts() == 1


@pytest.mark.parametrize(
    ("later", "sends"), [(PERMIT_LIFE, True), (PERMIT_LIFE + timedelta(microseconds=1), False)]
)
def test_a_permit_that_has_expired_cannot_send(rig: Rig, later, sends) -> None:
    permit = a_permit(rig.carrier)
    rig.clock.at += later
    if sends:
        rig.messenger.send(permit, WORDS)
    else:
        with pytest.raises(ValueError, match="has expired"):
            rig.messenger.send(permit, WORDS)
    assert rig.attempts() == sends


def test_a_carrier_that_hangs_leaves_it_unknown_and_is_asked_once(rig: Rig) -> None:
    rig.hangs()
    began = time.monotonic()
    assert rig.messenger.send(a_permit(rig.carrier), WORDS).outcome is SendOutcome.UNKNOWN
    assert time.monotonic() - began < 4 * SHORT


@pytest.mark.parametrize("taken", [False, True])
def test_a_carrier_that_is_unavailable_leaves_it_unknown_and_is_asked_once(rig: Rig, taken: bool) -> None:
    rig.unavailable(taken)
    assert rig.messenger.send(a_permit(rig.carrier), WORDS).outcome is SendOutcome.UNKNOWN
    assert rig.attempts() == 1


def test_a_carrier_that_was_never_reached_sent_nothing(rig: Rig) -> None:
    assert rig.away().send(a_permit(rig.carrier), WORDS).outcome is SendOutcome.NOT_SENT


def test_a_permit_for_another_carrier_cannot_send(real: SimulatedRig) -> None:
    other = next(carrier for carrier in Carrier if carrier is not real.carrier)
    with pytest.raises(ValueError, match="is not for"):
        real.messenger.send(a_permit(other), WORDS)
    assert real.attempts() == 0


def test_neither_number_nor_words_are_in_what_is_raised(real: SimulatedRig) -> None:
    permit = a_permit(real.carrier)
    real.clock.move(hours=2)
    with pytest.raises(ValueError, match="has expired") as raised:
        real.messenger.send(permit, WORDS)
    assert permit.destination not in str(raised.value)
    assert WORDS not in str(raised.value)


def test_an_opt_out_at_the_carrier_is_told_apart(twilio: TwilioRig) -> None:
    permit = replace(a_permit(Carrier.TWILIO), destination="+15005550004")
    result = twilio.messenger.send(permit, WORDS)
    assert (result.outcome, result.error_code) == (SendOutcome.OPTED_OUT, "21610")


def test_a_carrier_that_is_too_busy_has_not_sent(twilio: TwilioRig) -> None:
    twilio.live.world.faults.messages_429 = 9
    assert twilio.messenger.send(a_permit(Carrier.TWILIO), WORDS).outcome is SendOutcome.NOT_SENT
    assert twilio.attempts() == 1


@pytest.mark.parametrize(
    ("left", "validity"), [(0, None), (5, None), (6, 6), (3600, 3600), (36_000, 36_000), (36_001, 36_000)]
)
def test_a_text_is_never_valid_beyond_its_permit(twilio: TwilioRig, left: int, validity: int | None) -> None:
    result = twilio.messenger.send(a_permit(Carrier.TWILIO, timedelta(seconds=left)), WORDS)
    if validity is None:
        assert (result.outcome, twilio.attempts()) == (SendOutcome.NOT_SENT, 0)
        return
    assert parse_qs(twilio.last_post())["ValidityPeriod"] == [str(validity)]
    assert validity <= min(left, LONGEST_VALIDITY_SECONDS)


def test_twilio_reports_to_the_outreach_and_retries_its_report(twilio: TwilioRig) -> None:
    permit = a_permit(Carrier.TWILIO)
    twilio.messenger.send(permit, WORDS)
    (callback,) = parse_qs(twilio.last_post())["StatusCallback"]
    assert callback.endswith(f"/twilio/status/{permit.outreach_id}#rc=2&rp=ct,rt,5xx")


def test_the_lenders_gateway_is_told_until_when(lender: LenderRig) -> None:
    permit = a_permit(Carrier.LENDER_GATEWAY, timedelta(minutes=7))
    lender.messenger.send(permit, WORDS)
    message = json.loads(lender.last_post())
    assert message["valid_until"] == permit.valid_until.isoformat()
    assert (message["id"], message["to"]) == (permit.outreach_id, permit.destination)
    assert message["callback_url"].endswith(f"/lender-gateway/status/{permit.outreach_id}")


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 201 Created\r\nContent-Length: 4\r\n\r\nnope",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]",
        b"HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n",
        b"nonsense\r\n\r\n",
        b"",
    ],
)
def test_an_answer_that_says_nothing_leaves_it_unknown(real: SimulatedRig, answer: bytes) -> None:
    with speaking(answer) as base:
        assert real.to(base).send(a_permit(real.carrier), WORDS).outcome is SendOutcome.UNKNOWN


class speaking:  # noqa: N801
    """A server that reads one request and answers with these bytes."""

    def __init__(self, answer: bytes) -> None:
        self._answer = answer
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> str:
        self._thread.start()
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __exit__(self, *_: object) -> None:
        self._thread.join(timeout=5)
        self._listener.close()

    def _serve(self) -> None:
        connection, _ = self._listener.accept()
        with connection:
            read = b""
            while b"\r\n\r\n" not in read:
                read += connection.recv(65_536)
            connection.sendall(self._answer)
