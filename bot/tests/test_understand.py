"""The reader as a child process: the same answers as over HTTP, and every line has one."""

# ruff: noqa: PT009 - the island has no pytest

from __future__ import annotations

import json
import unittest

from components.hearing import Heard
from components.intent_reader import Reading
from understand import answer


class _Reader:
    """Hears a stop in everything that it can read."""

    def read(self, text: str, conversation_language: str) -> Reading:
        if text == "break":
            raise RuntimeError("the borrower said: my secret")
        heard = [Heard("greet", 0.6, "clause"), Heard("stop_texts", 1.0, "safety_phrase")]
        return Reading(conversation_language, heard, [("stop_texts", 1.0), ("greet", 0.6)])


def _ask(line: str) -> object:
    return json.loads(json.dumps(answer(_Reader(), line)))


class AnswerTests(unittest.TestCase):
    """One line in, one line out."""

    def test_every_text_is_told_as_over_http(self) -> None:
        body = {"messages": [{"text": "hi stop", "language": "en"}, {"text": "1", "language": "zh"}]}
        first, second = _ask(json.dumps(body))
        greet, stop = {"name": "greet", "confidence": 0.6}, {"name": "stop_texts", "confidence": 1.0}
        expected = {"intents": [greet, stop], "ranking": [stop, greet], "decided_by": "safety_phrase"}
        self.assertEqual(first, {"language": "en", **expected})
        self.assertEqual(second, {"language": "zh", **expected})

    def test_what_cannot_be_read_is_an_error_that_quotes_nothing(self) -> None:
        table = [
            ("my secret", "the body must be JSON"),
            ('{"messages": "my secret"}', "messages must be a list"),
            ('{"messages": [{"text": "my secret", "language": "fr"}]}', "messages.0.language"),
            ('{"messages": [{"text": "break", "language": "en"}]}', "RuntimeError"),
        ]
        for line, words in table:
            with self.subTest(words):
                told = _ask(line)
                self.assertEqual(list(told), ["error"])
                self.assertIn(words, told["error"])
                self.assertNotIn("secret", told["error"])


if __name__ == "__main__":
    unittest.main()
