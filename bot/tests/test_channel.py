"""What the channel takes, what it refuses, and what an action's failure becomes."""

# ruff: noqa: PT009, PT027 - the island has no pytest

from __future__ import annotations

import asyncio
import unittest
from unittest import mock

from components import rasa_fixes, scratch_tracker
from components.channel import (
    TOKEN_VARIABLE,
    ArrearsInput,
    InboundMessage,
    MalformedMessageError,
    ReplyCollector,
    plain_text,
)
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
