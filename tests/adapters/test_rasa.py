"""The engine over HTTP: what it says is read, and every way to fail is one failure without the words."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from arrears.adapters.rasa import RasaDialogue
from arrears.domain.conversations import AskedTurn, Stage
from arrears.domain.ids import ConversationId, MessageId
from arrears.domain.people import Channel, Language
from arrears.ports import DialogueFailedError
from tests.simulator.stage import closed_port

ASKED = AskedTurn(
    ConversationId("conversation-1"),
    MessageId("msg-1"),
    "I owe you 350",
    Language.EN,
    Stage.VERIFIED,
    Channel.SMS,
)
ANSWER = {
    "parse": {
        "intent": "affirm",
        "confidence": 0.93,
        "ranking": [{"intent": "affirm", "confidence": 0.93}, {"intent": "deny", "confidence": 0.02}],
        "entities": [{"entity": "stage", "value": "verified"}],
        "intents": [
            {"name": "affirm", "confidence": 0.93},
            {"name": "ask_payment_methods", "confidence": 0.7},
        ],
    },
    "actions": [{"name": "action_record_plan", "policy": "RulePolicy", "confidence": 1.0}],
    "slots": {"stage": "verified"},
    "texts": ["Thank you."],
}


class Engine:
    """Answers every question alike, and remembers what it was asked."""

    def __init__(self, status: int = 200, body: bytes = b"") -> None:
        self.asked: list[tuple[str, dict[str, str], dict[str, object]]] = []
        engine = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                raw = self.rfile.read(int(self.headers["Content-Length"]))
                engine.asked.append((self.path, dict(self.headers), json.loads(raw)))
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        self.dialogue = RasaDialogue(f"http://127.0.0.1:{self._server.server_address[1]}", "secret-token")

    def close(self) -> None:
        self.dialogue.close()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    made = Engine(*getattr(request, "param", (200, json.dumps(ANSWER).encode())))
    yield made
    made.close()


def test_an_answer_is_read_whole(engine: Engine) -> None:
    answered = engine.dialogue.answer(ASKED)
    assert (answered.understood.intent, answered.understood.confidence) == ("affirm", 0.93)
    assert answered.understood.ranking == (("affirm", 0.93), ("deny", 0.02))
    assert answered.understood.intents == (("affirm", 0.93), ("ask_payment_methods", 0.7))
    assert answered.answered_by == tuple(ANSWER["actions"])
    assert (answered.slots, answered.texts) == ({"stage": "verified"}, ("Thank you.",))


def test_it_is_asked_over_our_channel_with_the_token(engine: Engine) -> None:
    engine.dialogue.answer(ASKED)
    ((path, headers, asked),) = engine.asked
    assert path == "/webhooks/arrears/webhook"
    assert headers["X-Arrears-Token"] == "secret-token"
    assert asked == {
        "conversation_id": "conversation-1",
        "message_id": "msg-1",
        "text": "I owe you 350",
        "language": "en",
        "stage": "verified",
        "channel": "sms",
    }


def without(name: str) -> bytes:
    return json.dumps({key: value for key, value in ANSWER.items() if key != name}).encode()


@pytest.mark.parametrize(
    "engine",
    [
        (500, b"I owe you 350"),
        (401, b"{}"),
        (302, b""),
        (200, b""),
        (200, b"I owe you 350"),
        (200, b"[]"),
        (200, b"null"),
        *((200, without(name)) for name in ANSWER),
        (200, json.dumps(ANSWER | {"parse": {"intent": "x"}}).encode()),
        (200, json.dumps(ANSWER | {"parse": ANSWER["parse"] | {"confidence": "sure"}}).encode()),
        (200, json.dumps(ANSWER | {"slots": 5}).encode()),
    ],
    indirect=True,
)
def test_every_unusable_answer_is_one_failure_that_quotes_nothing(engine: Engine) -> None:
    with pytest.raises(DialogueFailedError) as failed:
        engine.dialogue.answer(ASKED)
    assert "350" not in str(failed.value)
    assert failed.value.__cause__ is None


def test_an_engine_that_is_away_is_a_failure() -> None:
    dialogue = RasaDialogue(f"http://127.0.0.1:{closed_port()}", "t")
    with pytest.raises(DialogueFailedError, match="ConnectError"):
        dialogue.answer(ASKED)
    dialogue.close()
