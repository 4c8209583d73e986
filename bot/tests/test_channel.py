"""What the channel takes, what it refuses, and what an action's failure becomes."""

# ruff: noqa: PT009, PT027 - the island has no pytest

from __future__ import annotations

import asyncio
import json
import unittest
from types import SimpleNamespace
from typing import ClassVar
from unittest import mock

from components import rasa_fixes, scratch_tracker
from components.asked import BATCH_MAX, InboundMessage, MalformedMessageError, plain_text, texts_to_read
from components.channel import TOKEN_VARIABLE, ArrearsInput, ReplyCollector, _parse
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException
from rasa.utils.endpoints import EndpointConfig

_BODY = {
    "conversation_id": "c1",
    "message_id": "m1",
    "text": "hello",
    "language": "en",
    "stage": "verified",
    "channel": "sms",
}


class _Endpoint(EndpointConfig):
    """An action server that answers what it was made with."""

    def __init__(self, answer: object) -> None:
        super().__init__("http://127.0.0.1:9/")
        self._answer = answer

    async def request(self, *args: object, **kwargs: object) -> object:
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer


def _run_action(answer: object) -> tuple[object, ReplyCollector]:
    rasa_fixes.apply()
    collector = ReplyCollector()
    action = RemoteAction("action_state_balance", _Endpoint(answer))
    tracker = DialogueStateTracker("c1", [])
    return action.run(collector, None, tracker, Domain.empty()), collector


class InboundMessageTests(unittest.TestCase):
    """The request's body."""

    def test_a_whole_body_is_taken(self) -> None:
        self.assertEqual(InboundMessage.parse(_BODY).stage, "verified")

    def test_an_empty_text_is_taken(self) -> None:
        self.assertEqual(InboundMessage.parse({**_BODY, "text": ""}).text, "")

    def test_a_body_with_a_missing_or_wrong_field_is_refused_by_the_fields_name(self) -> None:
        table = [
            ({k: v for k, v in _BODY.items() if k != "stage"}, "stage"),
            ({**_BODY, "message_id": ""}, "message_id"),
            ({**_BODY, "text": None}, "text"),
            ({**_BODY, "text": 5}, "text"),
            ({**_BODY, "language": "fr"}, "language"),
            ({**_BODY, "stage": "paid"}, "stage"),
            ({**_BODY, "channel": "fax"}, "channel"),
            ([], "object"),
            (None, "object"),
        ]
        for body, field in table:
            with self.subTest(field), self.assertRaisesRegex(MalformedMessageError, field):
                InboundMessage.parse(body)

    def test_a_leading_slash_never_names_an_intent(self) -> None:
        for text in ("/restart", " //restart", "/ / restart", "\n/\trestart"):
            with self.subTest(repr(text)):
                self.assertEqual(plain_text(text), "restart")
        self.assertEqual(plain_text("/"), "")
        self.assertEqual(plain_text("03/09/1975"), "03/09/1975")

    def test_the_bot_does_not_start_without_its_secret(self) -> None:
        with (
            mock.patch.dict("os.environ", {TOKEN_VARIABLE: ""}),
            self.assertRaisesRegex(RasaException, TOKEN_VARIABLE),
        ):
            ArrearsInput.from_credentials({})


class ParseTests(unittest.TestCase):
    """How the text was read, in the answer."""

    _INTENT: ClassVar = {"name": "affirm", "confidence": 0.9}

    def _parse(self, **more: object) -> dict[str, object]:
        parsed = {"intent": self._INTENT, "intent_ranking": [self._INTENT], "entities": [], **more}
        return _parse(SimpleNamespace(latest_message=SimpleNamespace(parse_data=parsed)))

    def test_every_intent_of_the_text_is_told_in_its_order(self) -> None:
        intents = [{"name": "thanks", "confidence": 0.7}, self._INTENT]
        self.assertEqual(self._parse(intents=intents)["intents"], intents)

    def test_a_reader_of_one_intent_tells_that_one(self) -> None:
        for more in ({}, {"intents": None}, {"intents": []}):
            with self.subTest(more):
                self.assertEqual(self._parse(**more)["intents"], [self._INTENT])


class TextsToReadTests(unittest.TestCase):
    """The body of a request to read texts, and nothing else."""

    def test_texts_are_taken_in_their_order_without_leading_slashes(self) -> None:
        body = {"messages": [{"text": "/stop", "language": "en"}, {"text": "", "language": "zh", "id": 7}]}
        self.assertEqual([(t.text, t.language) for t in texts_to_read(body)], [("stop", "en"), ("", "zh")])

    def test_a_body_that_breaks_the_contract_is_refused_by_the_fields_name_alone(self) -> None:
        good = {"text": "my secret", "language": "en"}
        table = [
            (None, "messages must"),
            ({}, "messages must"),
            ({"messages": []}, "messages must"),
            ({"messages": [good] * (BATCH_MAX + 1)}, "messages must"),
            ({"messages": [good, "my secret"]}, "messages.1.text"),
            ({"messages": [{**good, "text": 5}]}, "messages.0.text"),
            ({"messages": [{**good, "language": "fr"}]}, "messages.0.language"),
            ({"messages": [{"text": "my secret"}]}, "messages.0.language"),
        ]
        for body, words in table:
            with self.subTest(words), self.assertRaisesRegex(MalformedMessageError, words) as caught:
                texts_to_read(body)
            self.assertNotIn("secret", str(caught.exception))


class ParseEndpointTests(unittest.TestCase):
    """Reading over HTTP: a server of its own on loopback, with an agent that knows two texts."""

    _READ: ClassVar = {
        "intent": {"name": "stop_texts", "confidence": 1.0},
        "intents": [{"name": "greet", "confidence": 0.6}, {"name": "stop_texts", "confidence": 1.0}],
        "intent_ranking": [{"name": "stop_texts", "confidence": 1.0}],
        "entities": [{"entity": "language", "value": "en"}],
        "decided_by": "safety_phrase",
    }

    def _ask(self, body: object, given: str = "t", *, ready: bool = True) -> tuple[int, object, list[object]]:
        """Status, answer, and what reached the model."""
        asked: list[object] = []

        async def parse_message(message: object) -> dict[str, object]:
            asked.append((message.text, message.metadata))
            if message.text == "break":
                raise RuntimeError("the borrower said: my secret")
            return self._READ

        processor = SimpleNamespace(parse_message=parse_message)
        agent = SimpleNamespace(is_ready=lambda: ready, processor=processor)
        request = SimpleNamespace(
            headers={"X-Arrears-Token": given},
            json=body,
            app=SimpleNamespace(ctx=SimpleNamespace(agent=agent)),
        )
        blueprint = ArrearsInput("t").blueprint(mock.AsyncMock(side_effect=AssertionError("a conversation")))
        (handler,) = [r.handler for r in blueprint._future_routes if r.uri == "/parse"]
        answered = asyncio.run(handler(request))
        return answered.status, json.loads(answered.body), asked

    def test_every_text_is_read_in_its_order_and_nothing_else_is_told(self) -> None:
        texts = [{"text": "hi stop", "language": "en"}, {"text": "1", "language": "zh"}]
        status, answer, asked = self._ask({"messages": texts})
        self.assertEqual(status, 200)
        self.assertEqual(asked, [("hi stop", {"language": "en"}), ("1", {"language": "zh"})])
        expected = {key: self._READ[key] for key in ("intents", "decided_by")}
        expected |= {"language": "en", "ranking": self._READ["intent_ranking"]}
        self.assertEqual(answer, [expected, expected])

    def test_every_way_to_fail_has_its_status_and_quotes_nothing(self) -> None:
        good = {"messages": [{"text": "hello", "language": "en"}]}
        table = [
            (403, good, {"given": "wrong"}),
            (400, {"messages": "my secret"}, {}),
            (503, good, {"ready": False}),
            (500, {"messages": [{"text": "break", "language": "en"}]}, {}),
        ]
        for status, body, more in table:
            with self.subTest(status):
                found, answer, _ = self._ask(body, **more)
                self.assertEqual(found, status)
                self.assertEqual(list(answer), ["error"])
                self.assertNotIn("secret", str(answer))


class ActionTests(unittest.TestCase):
    """The cures of `rasa_fixes`."""

    def test_a_good_answer_is_uttered(self) -> None:
        coroutine, collector = _run_action({"events": [], "responses": [{"text": "hello"}]})
        events = asyncio.run(coroutine)
        self.assertEqual([e.text for e in events], ["hello"])
        self.assertEqual(collector.failed_actions, [])

    def test_a_malformed_answer_fails_the_action(self) -> None:
        for answer in ({"events": "x"}, {"responses": [1]}, None, []):
            with self.subTest(repr(answer)):
                coroutine, collector = _run_action(answer)
                with self.assertRaises(rasa_fixes.ActionFailedError):
                    asyncio.run(coroutine)
                self.assertEqual(collector.failed_actions, ["action_state_balance"])

    def test_a_failure_is_noted_and_named_without_its_text(self) -> None:
        coroutine, collector = _run_action(RuntimeError("the borrower said: my secret"))
        with self.assertRaises(rasa_fixes.ActionFailedError) as caught:
            asyncio.run(coroutine)
        self.assertEqual(collector.failed_actions, ["action_state_balance"])
        self.assertNotIn("secret", str(caught.exception))
        self.assertIsNone(caught.exception.__cause__)

    def test_applying_the_fixes_twice_changes_nothing_more(self) -> None:
        rasa_fixes.apply()
        first = RemoteAction.run
        rasa_fixes.apply()
        self.assertIs(RemoteAction.run, first)


class ScratchTrackerTests(unittest.TestCase):
    """The store that forgets."""

    def test_a_saved_tracker_is_taken_once_and_never_retrieved(self) -> None:
        async def scenario() -> tuple[object, object, object]:
            store = scratch_tracker.ScratchTrackerStore(Domain.empty())
            await store.save(DialogueStateTracker("c9", []))
            return await store.retrieve("c9"), scratch_tracker.take("c9"), scratch_tracker.take("c9")

        retrieved, first, second = asyncio.run(scenario())
        self.assertIsNone(retrieved)
        self.assertEqual(first.sender_id, "c9")
        self.assertIsNone(second)

    def test_it_keeps_a_bounded_number(self) -> None:
        async def scenario() -> int:
            store = scratch_tracker.ScratchTrackerStore(Domain.empty())
            for i in range(400):
                await store.save(DialogueStateTracker(f"n{i}", []))
            return len(list(await store.keys()))

        self.assertLessEqual(asyncio.run(scenario()), 256)


if __name__ == "__main__":
    unittest.main()
