"""`arrears understand`: texts in, what they say out, from a running bot or a model of our own."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.builders.command_line import Typed, fails_in_one_line
from tests.fakes import island
from tests.fakes.island import UNREADABLE, Bot
from tests.simulator.stage import closed_port

NOW = ("--now", "2026-11-24")


@pytest.fixture
def bot(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bot]:
    """A running bot, where the settings say it is."""
    made = Bot()
    monkeypatch.setenv("ARREARS_BOT_URL", made.url)
    yield made
    made.close()


@pytest.fixture
def no_bot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARREARS_BOT_URL", f"http://127.0.0.1:{closed_port()}")


@pytest.fixture
def a_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the island with a trained model: the fake one."""
    folder = tmp_path / "island"
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (folder / "models").mkdir()
    (folder / "models" / "arrears.tar.gz").touch()
    (folder / "understand.py").write_text(Path(island.__file__).read_text("utf-8"), encoding="utf-8")
    monkeypatch.setenv("ARREARS_BOT_DIR", str(folder))
    return folder


@pytest.fixture
def piped(arrears: Callable[..., Typed], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Typed]:
    """`arrears understand` with this on standard input; what is no text is written as JSON."""

    def typed(*lines: object, options: tuple[str, ...] = NOW) -> Typed:
        written = [line if isinstance(line, str) else json.dumps(line) for line in lines]
        monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(written) + "\n"))
        return arrears("understand", *options)

    return typed


def answers(typed: Typed) -> list[dict[str, Any]]:
    return [json.loads(line) for line in typed.out.splitlines()]


def entities(answer: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["entity"], each["value"]) for each in answer["entities"]]


def test_one_text_is_one_answer(arrears, bot: Bot) -> None:
    typed = arrears("understand", "hi, please stop", *NOW)
    assert (typed.status, typed.err) == (0, "")
    assert answers(typed) == [
        {
            "language": "en",
            "intents": [{"name": "greet", "confidence": 0.9}, {"name": "stop_texts", "confidence": 0.9}],
            "entities": [],
        }
    ]


def test_lines_are_answered_in_their_order_with_their_ids(piped, bot: Bot) -> None:
    typed = piped({"id": 7, "text": "你好"}, "", {"id": None, "text": "stop"}, {"text": "别发了", "id": "c"})
    assert typed.status == 0
    assert [(a.get("id", "none"), a["language"]) for a in answers(typed)] == [
        (7, "zh"), (None, "en"), ("c", "zh")
    ]  # fmt: skip
    assert "别" not in typed.out + typed.err
    assert '"id"' not in piped({"text": "stop"}).out


def test_a_file_is_read_whatever_the_terminal_speaks(arrears, bot: Bot, tmp_path: Path) -> None:
    file = tmp_path / "said.jsonl"
    file.write_text('\ufeff{"text": "你好"}\n{"text": "stop"}', encoding="utf-8")
    typed = arrears("understand", "--file", file)
    assert [answer["language"] for answer in answers(typed)] == ["zh", "en"]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ({"text": "1"}, "en"),
        ({"text": "1", "language": "zh"}, "zh"),
        ({"text": "你好", "language": "en"}, "zh"),
    ],
)
def test_the_language_is_that_of_the_text_and_else_of_the_conversation(
    piped, bot: Bot, line, language
) -> None:
    assert answers(piped(line))[0]["language"] == language


def test_the_options_fill_what_a_line_leaves_out(piped, bot: Bot) -> None:
    options = ("--language", "zh", "--now", "2026-11-24", "--context", '{"asked": "identity"}')
    one, other = answers(piped({"text": "4821"}, {"text": "4821", "language": "en"}, options=options))
    assert (one["language"], other["language"]) == ("zh", "en")
    assert ("identity", "4821") in entities(one)


def test_digits_are_identity_when_that_was_asked_or_they_are_the_accounts(piped, bot: Bot) -> None:
    for context, told in (
        ({"asked": "identity"}, True),
        ({"account_last4": "4821"}, True),
        ({"account_last4": "1111", "asked": "amount"}, False),
        ({}, False),
    ):
        (answer,) = answers(piped({"text": "4821", "context": context}))
        assert (("identity", "4821") in entities(answer)) is told, context


def test_what_is_no_line_is_named_with_field_and_remedy_and_the_rest_goes_on(piped, bot: Bot) -> None:
    typed = piped(
        {"text": "stop", "id": 1},
        "my secret",
        {"language": "en"},
        {"text": 5, "now": "soon", "language": "fr", "channel": "fax", "context": []},
        {"text": "my secret", "context": {"time_zone": "here", "currency": "EUR", "stage": "x", "asked": 1}},
        {"text": "my secret", "lang": "en", "context": {"account_last4": 1}},
        '{"text": "a", "text": "b"}',
        {"text": "x" * 4001},
        '{"text": "\\ud800"}',
        {"text": "stop", "id": 2, "intents": ["a label that is somebody else's"]},
    )
    assert typed.status == 1
    assert [answer["id"] for answer in answers(typed)] == [1, 2]
    assert typed.err.splitlines() == [
        "arrears: line 2: line: is no JSON: Expecting value at column 1; write one object a line",
        "arrears: line 3: text: is needed",
        "arrears: line 4: context: write an object in braces: {...}",
        "arrears: line 4: text: write a text in quotation marks",
        "arrears: line 4: language: write one of en, zh",
        "arrears: line 4: channel: write one of sms, voice, web, email, letter",
        "arrears: line 4: now: write a day or an instant, such as 2026-11-24 or 2026-11-24T17:00:00-05:00",
        "arrears: line 5: context.stage: write one of unverified, verified, read_back, closed",
        'arrears: line 5: context.asked: write what was asked for, such as "identity"',
        "arrears: line 5: context.currency: write one of USD, CNY, TWD",
        "arrears: line 5: context.time_zone: write an IANA time zone, such as America/New_York",
        "arrears: line 6: lang: is not a field here; is language meant?",
        'arrears: line 6: context.account_last4: write four digits in quotation marks, such as "0421"',
        "arrears: line 7: text: is written twice; write it once",
        "arrears: line 8: text: write at most 4000 characters",
        "arrears: line 9: text: holds half a character; write it in UTF-8",
        "arrears: 8 not understood",
    ]


def test_a_text_that_cannot_be_read_does_not_take_others_with_it(piped, a_model, no_bot) -> None:
    typed = piped({"text": "stop"}, {"text": f"my secret {UNREADABLE}"}, {"text": "你好"})
    assert typed.status == 1
    assert [answer["language"] for answer in answers(typed)] == ["en", "zh"]
    assert "arrears: line 2: text:" in typed.err
    assert "secret" not in typed.err


def test_where_no_bot_answers_the_trained_model_is_loaded_and_that_is_said(piped, a_model, no_bot) -> None:
    typed = piped(*({"text": "stop"} for _ in range(150)))
    assert typed.status == 0
    assert len(answers(typed)) == 150
    assert typed.err.count("loading the trained model") == 1
    assert "ConnectError" in typed.err


def test_many_lines_are_asked_in_few_questions(piped, bot: Bot) -> None:
    assert len(answers(piped(*({"text": "stop"} for _ in range(640))))) == 640
    assert bot.asked < 320


def test_without_a_bot_and_without_a_model_it_is_said_what_makes_one(arrears, a_model: Path, no_bot) -> None:
    (a_model / "models" / "arrears.tar.gz").unlink()
    fails_in_one_line(arrears("understand", "my secret"), "run `make train`")


def test_no_database_and_no_secret_of_another_is_needed(arrears, a_model, monkeypatch) -> None:
    for name in ("ARREARS_DATA_KEYS", "ARREARS_INDEX_KEY", "ARREARS_BOT_TOKEN", "ARREARS_DATABASE_URL"):
        monkeypatch.delenv(name)
    assert len(answers(arrears("understand", "stop"))) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("said.jsonl",), "write --file before it"),
        (("hello", "--file", "said.jsonl"), "not both"),
        (("--file", "nowhere.jsonl"), "there is no file nowhere.jsonl"),
        (("hello", "--context", "identity"), "--context: write JSON"),
        (("hello", "--now", "soon"), "now: write a day"),
    ],
)
def test_what_cannot_be_meant_is_said_in_one_line(arrears, bot: Bot, tmp_path: Path, words, said) -> None:
    (tmp_path / "said.jsonl").write_text('{"text": "stop"}\n', encoding="utf-8")
    fails_in_one_line(arrears("understand", *words), said)


@pytest.mark.parametrize("text", ["I cannot pay. " * 40 + "bye.now", "a/" * 3000 + "b.c", "stop.\0now"])
def test_a_text_that_no_file_can_be_named_by_is_a_text(arrears, bot: Bot, text: str) -> None:
    assert len(answers(arrears("understand", text[:4000], *NOW))) == 1


def test_a_file_that_no_file_can_be_named_by_is_said_in_one_line(arrears, bot: Bot) -> None:
    fails_in_one_line(arrears("understand", "--file", "a" * 300 + ".jsonl"), "there is no file")


def test_a_line_whose_day_is_too_far_out_does_not_take_others_with_it(piped, bot: Bot) -> None:
    far = {"text": "my secret", "now": "9999-12-31T23:59:59-05:00", "context": {"time_zone": "Asia/Shanghai"}}
    typed = piped(far, {"text": "stop"})
    assert (typed.status, len(answers(typed))) == (1, 1)
    assert "arrears: line 1: now: write a day" in typed.err
