"""One contract for both ways to have texts read: over HTTP, and in a child process.

Both stand before the same fake; the child also before the trained model, where there is one of this version.
"""

from __future__ import annotations

import sys
import tarfile
from collections.abc import Iterator

import pytest

from arrears.adapters import island_intents
from arrears.adapters.intent_fallback import FallingBack
from arrears.adapters.island_intents import IslandIntents, island_command, island_environment
from arrears.adapters.rasa_intents import RasaIntents
from arrears.domain.intents import Intent
from arrears.domain.people import Language
from arrears.domain.understanding import READ_AT_ONCE, TextToRead
from arrears.ports import IntentReader, NoReaderError, ReadingFailedError
from tests.builders.store import ROOT
from tests.fakes import island
from tests.fakes.island import TOKEN, UNREADABLE, Bot
from tests.simulator.stage import closed_port

BOT = ROOT / "bot"
MODEL = BOT / "models" / "arrears.tar.gz"
FAKE_CHILD = [sys.executable, island.__file__]


def model_is_there() -> bool:
    """Whether a model is trained that this version of the island can load."""
    if not MODEL.is_file() or not (BOT / ".venv/bin/python").exists():
        return False
    with tarfile.open(MODEL) as archive:
        return any(name.endswith("reader.json") for name in archive.getnames())


@pytest.fixture
def bot() -> Iterator[Bot]:
    made = Bot()
    yield made
    made.close()


def made_reader(kind: str, bot: Bot) -> IntentReader:
    match kind:
        case "bot":
            return RasaIntents(bot.url, TOKEN)
        case "child":
            return IslandIntents(FAKE_CHILD, {})
    if not model_is_there():
        pytest.skip("no trained model of this version: run `make train`")
    return IslandIntents(island_command(BOT), island_environment(BOT))


@pytest.fixture(
    scope="module", params=["bot", "child", pytest.param("trained model", marks=pytest.mark.slow)]
)
def reader(request: pytest.FixtureRequest) -> Iterator[IntentReader]:
    bot = Bot()
    try:
        made = made_reader(request.param, bot)
        yield made
        made.close()
    finally:
        bot.close()


def texts(*written: str, language: Language = Language.EN) -> list[TextToRead]:
    return [TextToRead(each, language) for each in written]


def test_every_text_has_its_answer_in_its_place(reader: IntentReader) -> None:
    stop, hello = reader.read(texts("stop", "你好"))
    assert "stop_texts" in dict(stop.intents)
    assert "greet" in dict(hello.intents)
    assert (stop.language, hello.language) == (Language.EN, Language.ZH)


@pytest.mark.parametrize("language", Language)
def test_the_conversation_decides_the_language_of_a_text_that_carries_none(
    reader: IntentReader, language: Language
) -> None:
    (one,) = reader.read(texts("1", language=language))
    assert one.language is language


def test_a_full_batch_is_read_and_asked_again(reader: IntentReader) -> None:
    many = texts(*(f"hi {number} 你好" for number in range(READ_AT_ONCE)))
    for _ in range(2):
        found = reader.read(many)
        assert len(found) == READ_AT_ONCE
        for one in found:
            assert all(name in set(Intent) and 0 <= share <= 1 for name, share in one.intents)


def test_what_is_asked_may_be_empty_long_or_look_like_a_command(reader: IntentReader) -> None:
    assert len(reader.read(texts("", "/restart", "x" * 4000, 'a "b"\nc\u2028d', "👍"))) == 5


def test_more_than_a_batch_is_refused_and_the_reader_goes_on(reader: IntentReader) -> None:
    with pytest.raises(ReadingFailedError) as failed:
        reader.read(texts(*["my secret"] * (READ_AT_ONCE + 1)))
    assert not isinstance(failed.value, NoReaderError)
    assert "secret" not in str(failed.value)
    assert len(reader.read(texts("stop"))) == 1


@pytest.mark.parametrize("kind", ["bot", "child"])
def test_a_text_that_cannot_be_read_fails_without_being_quoted(kind: str, bot: Bot) -> None:
    reader = made_reader(kind, bot)
    with pytest.raises(ReadingFailedError) as failed:
        reader.read(texts(f"my secret, {UNREADABLE}"))
    assert "secret" not in str(failed.value)
    assert failed.value.__cause__ is None
    reader.close()


def test_a_bot_that_is_away_or_has_another_token_is_a_failure_that_says_which(bot: Bot) -> None:
    for url, given, words in (
        (f"http://127.0.0.1:{closed_port()}", TOKEN, "ConnectError"),
        (bot.url, "another", "403: it has another ARREARS_BOT_TOKEN"),
    ):
        reader = RasaIntents(url, given)
        with pytest.raises(ReadingFailedError, match=words):
            reader.read(texts("stop"))
        reader.close()


CHILDREN = {
    "does not load: ValueError: no router": "raise ValueError('no router')",
    "does not load: nothing": "",
    "is no json": "print('hello')",
    "ends": "print('{\"ready\": true}', flush=True)",
    "answers too few": """
import sys
print('{"ready": true}', flush=True)
for _ in sys.stdin: print('[]', flush=True)
""",
    "answers nonsense": """
import sys
print('{"ready": true}', flush=True)
for _ in sys.stdin: print('[{"language": "fr", "intents": []}]', flush=True)
""",
}


def read_once(command: list[str]) -> None:
    reader = IslandIntents(command, {})
    try:
        reader.read(texts("my secret"))
    finally:
        reader.close()


@pytest.mark.parametrize("name", CHILDREN)
def test_every_way_a_child_can_fail_is_a_failure_in_words(name: str) -> None:
    with pytest.raises(ReadingFailedError) as failed:
        read_once([sys.executable, "-c", CHILDREN[name]])
    assert "secret" not in str(failed.value)
    if "ValueError" in name:
        assert "no router" in str(failed.value)


def test_a_child_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(island_intents, "READ_WITHIN_SECONDS", 0.2)
    slow = "print('{\"ready\": true}', flush=True)\nimport time, sys\nsys.stdin.readline()\ntime.sleep(60)"
    reader = IslandIntents([sys.executable, "-c", slow], {})
    with pytest.raises(NoReaderError, match="too long"):
        reader.read(texts("stop"))
    reader.close()


def test_a_program_that_is_not_there_is_said_with_what_makes_it(tmp_path) -> None:
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / "models").mkdir()
    for needed, remedy in (
        ("understand.py", "ARREARS_BOT_DIR"),
        (".venv/bin/python", "make setup"),
        ("models/arrears.tar.gz", "make train"),
    ):
        with pytest.raises(NoReaderError, match=remedy):
            island_command(tmp_path)
        (tmp_path / needed).touch()
    assert island_command(tmp_path)[1] == str(tmp_path / "understand.py")
    with pytest.raises(NoReaderError, match="cannot be started"):
        IslandIntents([str(tmp_path / "nothing")], {})


def test_the_child_gets_none_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARREARS_DATA_KEYS", "secret")
    assert not any("ARREARS" in name for name in island_environment(BOT))


class TestFallingBack:
    def test_while_the_bot_answers_nothing_is_loaded(self, bot: Bot) -> None:
        def never(why: str) -> IntentReader:
            raise AssertionError(why)

        reader = FallingBack(RasaIntents(bot.url, TOKEN), never)
        assert len(reader.read(texts("stop"))) == 1
        reader.close()

    @pytest.mark.parametrize("url", [None, "away"])
    def test_the_other_one_is_loaded_once_and_told_why(self, url: str | None) -> None:
        told: list[str] = []

        def load(why: str) -> IntentReader:
            told.append(why)
            return IslandIntents(FAKE_CHILD, {})

        away = f"http://127.0.0.1:{closed_port()}"
        reader = FallingBack(None if url is None else RasaIntents(away, TOKEN), load)
        for _ in range(2):
            assert [name for name, _ in reader.read(texts("stop"))[0].intents] == ["stop_texts"]
        assert len(told) == 1
        assert ("ARREARS_BOT_TOKEN" if url is None else "ConnectError") in told[0]
        reader.close()

    def test_when_neither_can_read_the_last_one_says_why(self) -> None:
        def load(why: str) -> IntentReader:
            raise NoReaderError("run `make train`")

        reader = FallingBack(None, load)
        with pytest.raises(NoReaderError, match="make train"):
            reader.read(texts("stop"))
        reader.close()
