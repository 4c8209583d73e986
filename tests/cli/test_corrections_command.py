"""`arrears corrections export`: a file for people to review, which training cannot read."""

from __future__ import annotations

import stat
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from arrears.adapters.review_files import TrainingFolderError, review_text, write_review
from arrears.domain.corrections import CorrectedText
from arrears.domain.intents import Intent
from tests.builders.command_line import ENVIRONMENT, fails_in_one_line

AT = datetime(2026, 11, 24, 17, tzinfo=UTC)
PROMISE, STOP = Intent.PROMISE_TO_PAY, Intent.STOP_TEXTS
TEXTS = (
    CorrectedText("stop, 90 on the 22nd", ("greet",), (STOP, PROMISE)),
    CorrectedText("二十二号给你打九百", ("affirm",), (PROMISE,)),
    CorrectedText("90 then", ("greet",), (PROMISE,)),
    CorrectedText("ninety then", ("greet",), (PROMISE,)),
    CorrectedText("90 then", ("deny",), (PROMISE,)),
)


def read(texts) -> dict[str, list[str]]:
    """As Rasa reads it: version, then a dash before each example."""
    found = yaml.safe_load(review_text(texts, AT))
    assert found["version"] == "3.1"
    blocks = {block["intent"]: block["examples"].splitlines() for block in found["nlu"]}
    assert all(line.startswith("- ") for lines in blocks.values() for line in lines)
    return {intent: [line[2:] for line in lines] for intent, lines in blocks.items()}


def test_texts_stand_under_their_corrected_intents_each_once() -> None:
    assert read(TEXTS) == {
        "promise_to_pay": ["二十二号给你打九百", "90 then", "ninety then"],
        "stop_texts+promise_to_pay": ["stop, 90 on the 22nd"],
    }
    assert "# understood as: greet (2), affirm (1)\n- intent: promise_to_pay\n" in review_text(TEXTS, AT)


def test_the_head_says_what_the_file_is_for() -> None:
    head = review_text(TEXTS, AT).split("version:")[0]
    assert all(line.startswith("# ") for line in head.splitlines())
    for words in ("for review", "Training never reads this file", "street addresses not", "5 texts"):
        assert words in head
    assert read(()) == {}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("one\n- two\r\nthree\u2028four\x85five", "one - two three four five"),
        ("  spaces  ", "spaces"),
        ("- dash: # no comment", "- dash: # no comment"),
        ("[today](date) and [x]{y}", "[today] (date) and [x] {y}"),
        ("bell\x07 half\ud800 'quote' \"quote\" \\", "bell half 'quote' \"quote\" \\"),
        ("👍🏽", "👍🏽"),
    ],
)
def test_no_text_can_be_anything_but_an_example(text: str, line: str) -> None:
    assert read((replace(TEXTS[0], text=text),)) == {"stop_texts+promise_to_pay": [line]}


@pytest.mark.parametrize(
    "where", ["nlu_data/en/more.yml", "nlu_data/zh/more.yml", "NLU_DATA/en/a/b.yml", "x/../nlu_data/zh/b.yml"]
)
def test_it_is_never_written_where_training_reads(tmp_path: Path, where: str) -> None:
    with pytest.raises(TrainingFolderError, match=r"such as var/corrections\.yml"):
        write_review(tmp_path / where, TEXTS, AT)
    assert list(tmp_path.rglob("*.yml")) == []


def test_a_link_into_the_training_data_is_no_way_around(tmp_path: Path) -> None:
    (tmp_path / "nlu_data" / "en").mkdir(parents=True)
    (tmp_path / "review").symlink_to(tmp_path / "nlu_data" / "en")
    with pytest.raises(TrainingFolderError):
        write_review(tmp_path / "review" / "a.yml", TEXTS, AT)


def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    write_review(tmp_path / "new" / "a.yml", TEXTS, AT)
    assert stat.S_IMODE((tmp_path / "new" / "a.yml").stat().st_mode) == 0o600


def test_the_command_writes_the_masked_texts_of_its_database(arrears, tmp_path: Path) -> None:
    from arrears.services.correct_reading import correct_reading
    from arrears.store import open_store
    from arrears.store.types import Cipher
    from tests.builders.console import save_borrower, save_user, say
    from tests.builders.store import a_desk

    arrears("migrate")
    keys = ENVIRONMENT["ARREARS_DATA_KEYS"], ENVIRONMENT["ARREARS_INDEX_KEY"]
    store = open_store(f"sqlite:///{tmp_path}/a.db", Cipher((keys[0],), keys[1]))
    mei = save_user(store)
    with store.write() as tx:
        turn = say(tx, save_borrower(tx), "90 on the 22nd, call 212-555-0123", intent="greet")
    correct_reading(a_desk(store)[0], turn.conversation_id, turn.id, mei, (PROMISE,), "")
    store.engine.dispose()
    typed = arrears("corrections", "export", "review.yml")
    assert (typed.status, typed.out) == (0, "")
    assert "1 corrected texts written to review.yml" in typed.err
    written = yaml.safe_load((tmp_path / "review.yml").read_text("utf-8"))
    assert written["nlu"] == [
        {"intent": "promise_to_pay", "examples": "- 90 on the 22nd, call •••-•••-••••\n"}
    ]
    fails_in_one_line(arrears("corrections", "export", "nlu_data/en/review.yml"), "training reads nlu_data/")
    fails_in_one_line(arrears("corrections", "export", "review.yml/a.yml"), "cannot write")
