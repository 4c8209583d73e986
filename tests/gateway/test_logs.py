"""Whatever happens in a conversation, nobody's number, name, words or birth date is in a log record."""

from __future__ import annotations

import logging

import pytest

from arrears.domain.ids import OutreachId
from arrears.ports import DialogueFailedError
from arrears.services.dispatch_outreach import dispatch_due
from arrears.services.record_delivery import record_delivery
from gateway.turns import Turns, take_turn
from tests.builders.line import SAYINGS, Line
from tests.builders.web import Web
from tests.gateway.test_webhooks import a_text, answered, from_lender, post
from tests.simulator.stage import wait

PERSONAL = (
    "+12125550123",
    "2125550123",
    "Dana",
    "1975",
    "03/09",
    " 4421",
    "L-0123",
    *(text for text in SAYINGS if len(text) > 3),
    "STOP",
    "您好",
    "secret words",
)


STANDARD = set(vars(logging.makeLogRecord({}))) - {"exc_info", "exc_text", "stack_info"}


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    """The message of every record of any logger, with the extras and exceptions that hang on it."""
    return [
        f"{record.getMessage()} {[value for name, value in vars(record).items() if name not in STANDARD]}"
        for record in caplog.records
        if record.name != "httpx"  # the tests' own browser
    ]


def leaks(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record for record in told(caplog) if any(secret in record for secret in PERSONAL)]


@pytest.fixture(autouse=True)
def _everything_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)


def test_a_whole_conversation_leaves_nothing_personal(line: Line, web: Web, caplog) -> None:
    line.write_first()
    for number, text in enumerate([*SAYINGS, "STOP", "", "secret words"]):
        post(web, "/twilio/sms", a_text(text, f"SM{number}"))
        answered(line)
    record_delivery(line.desk, OutreachId("outreach-case-0123"), "delivered")
    assert leaks(caplog) == []


def test_what_is_refused_at_the_door_leaves_nothing_personal(line: Line, web: Web, caplog) -> None:
    post(web, "/twilio/sms", a_text("secret words"), "wrong")
    from_lender(web, line, "/inbound", {"from": "+12125550123", "text": "secret words"}, "wrong")
    from_lender(web, line, "/inbound", {"from": "+12125550123", "text": 7, "reference": "secret words"})
    web.get("/api/v1/cases/L-0123", headers={"Authorization": "Bearer secret words"})
    events = [record.message for record in caplog.records if record.name.startswith("gateway")]
    assert events == ["webhook_refused", "webhook_refused"]
    assert leaks(caplog) == []


class Failing:
    """Everything that can fail does, with the borrower's words in its mouth."""

    def answer(self, message: object) -> None:
        raise DialogueFailedError("the dialogue engine failed: Fake")

    def send(self, permit, body: str) -> None:
        raise OSError(f"{permit.destination} {body}")


def test_failures_leave_nothing_personal(line: Line, caplog) -> None:
    app = line.app_with(dialogue=Failing(), carrier=Failing())
    line.plan_first()
    dispatch_due(line.desk, app.messengers)
    turns = Turns(app)
    turns.submit(line.arrives("secret words"))
    wait(lambda: "dialogue_failed" in caplog.text)
    line.machine_clock.move(minutes=5)
    turns.submit(line.arrives("STOP"))
    turns.stop()
    record_delivery(line.desk, OutreachId("outreach-case-0123"), "secret words")
    events = {record.message for record in caplog.records if record.levelno >= logging.WARNING}
    assert {"dispatch_failed", "dialogue_failed", "delivery_status_unknown"} <= events
    assert leaks(caplog) == []


class Broken(Failing):
    """A defect whose text quotes the borrower."""

    def answer(self, message) -> None:
        raise KeyError(message.text)


def test_a_defect_leaves_nothing_personal(line: Line, caplog) -> None:
    turns = Turns(line.app_with(dialogue=Broken()))
    turns.submit(line.arrives("secret words"))
    wait(lambda: "turn_failed" in caplog.text)
    turns.stop()
    assert leaks(caplog) == []


def test_the_last_try_leaves_nothing_personal(line: Line, caplog) -> None:
    line.dialogue.fail_times = 99
    message_id = line.arrives("secret words")
    for _ in range(4):
        with pytest.raises(DialogueFailedError):
            take_turn(line.app, message_id)
        line.machine_clock.move(minutes=1)
    take_turn(line.app, message_id)
    assert len(line.carrier.sent) == 1
    assert leaks(caplog) == []
