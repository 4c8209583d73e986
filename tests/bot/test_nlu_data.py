"""The training data is whole: enough of it, in both languages, and nothing said under two names."""

from __future__ import annotations

import importlib.util
import json
import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

from arrears.domain.intents import PRIORITY, Intent

ROOT = Path(__file__).parents[2]
DATA = ROOT / "nlu_data"
LANGUAGES = ("en", "zh")
FREQUENT = {
    "promise_to_pay",
    "propose_instalment",
    "vague_promise",
    "cannot_pay",
    "affirm",
    "deny",
    "confirm_plan",
    "verify_identity",
    "stop_texts",
    "request_human",
    "dispute",
    "ask_balance",
}
LEAST = {"en": (80, 50), "zh": (120, 70)}  # of the frequent, of the others
LEAST_HELD_OUT = 0.15  # of all that is written for an intent
SETS = ("heldout", "validation")

Example = tuple[str, str]


def _read(files: list[Path]) -> list[Example]:
    return [example for file in files for example in _examples(file)]


@cache
def _examples(file: Path) -> tuple[Example, ...]:
    examples = []
    for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
        lines = block["examples"].splitlines()
        assert all(line.startswith("- ") for line in lines), file.name
        examples.extend((line[2:].strip(), block["intent"]) for line in lines)
    return tuple(examples)


def _training(language: str) -> list[Example]:
    return _read(sorted((DATA / language).glob("*.yml")))


def _kept_apart(language: str) -> list[Example]:
    return [example for name in SETS for example in _read([DATA / name / f"{language}.yml"])]


def _single(examples: list[Example]) -> Counter[str]:
    return Counter(intent for _, intent in examples if "+" not in intent)


def _bare(text: str) -> str:
    """The text without case, width, punctuation and spaces; emoji stay."""
    text = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"[\s.,;:!?'\"()，。？！、；：-]", "", text) or text


def _intents() -> set[str]:
    return set(
        yaml.safe_load((ROOT / "bot" / "domain" / "domain.yml").read_text(encoding="utf-8"))["intents"]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_intent_has_enough_examples(language: str) -> None:
    counts = _single(_training(language))
    frequent, others = LEAST[language]
    short = {i: counts[i] for i in _intents() if counts[i] < (frequent if i in FREQUENT else others)}
    assert short == {}
    assert set(counts) == _intents()


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_every_intent_a_seventh_or_more_is_held_out(language: str) -> None:
    written = _single(_training(language))
    held_out = _single(_read([DATA / "heldout" / f"{language}.yml"]))
    shares = {i: held_out[i] / (held_out[i] + written[i]) for i in _intents()}
    assert {i: share for i, share in shares.items() if share < LEAST_HELD_OUT} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_turns_that_say_several_things_join_known_intents(language: str) -> None:
    joined = [intent for _, intent in _training(language) + _kept_apart(language) if "+" in intent]
    assert len(joined) > 300
    assert {part for label in joined for part in label.split("+")} <= _intents()


def test_the_files_are_named_after_their_intents() -> None:
    for language in LANGUAGES:
        assert {file.stem for file in (DATA / language).glob("*.yml")} == _intents() | {"several"}


def test_no_example_appears_twice() -> None:
    for language in LANGUAGES:
        counts = Counter(_bare(text) for text, _ in _training(language))
        assert [text for text, n in counts.items() if n > 1] == []


def test_no_text_stands_under_two_intents_in_either_language() -> None:
    intents: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for text, intent in _training(language) + _kept_apart(language):
            intents.setdefault(_bare(text), set()).add(intent)
    assert {text: names for text, names in intents.items() if len(names) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_held_out_example_is_trained_on(language: str) -> None:
    trained = {_bare(text) for text, _ in _training(language)}
    assert [text for text, _ in _kept_apart(language) if _bare(text) in trained] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_turn_that_only_sounds_like_a_promise_is_trained_or_tuned_on(language: str) -> None:
    lines = (DATA / "heldout" / f"not_promises_{language}.jsonl").read_text(encoding="utf-8").splitlines()
    seen = {_bare(text) for text, _ in _training(language) + _read([DATA / "validation" / f"{language}.yml"])}
    texts = [json.loads(line)["text"] for line in lines]
    assert [text for text in texts if _bare(text) in seen] == []
    assert len(set(texts)) == len(texts)


def test_no_held_out_example_is_trained_on_as_a_translation() -> None:
    """Counted, not shown: whoever mends a translation must not have read what is kept apart."""
    rows = (DATA / "parallel" / "from_en.tsv").read_text(encoding="utf-8").splitlines()
    kept_apart = {_bare(text) for text, _ in _kept_apart("zh")}
    assert sum(_bare(row.split("\t")[2]) in kept_apart for row in rows) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrase_lists_name_only_safety_intents_and_known_fields(language: str) -> None:
    lists = yaml.safe_load((DATA / "lookups" / f"safety_{language}.yml").read_text(encoding="utf-8"))
    assert set(lists) == {"self_harm", "stop_texts", "cease_contact"}
    for entry in lists.values():
        assert set(entry) <= {"phrases", "whole", "unless"}
        for phrases in entry.values():
            assert all(isinstance(p, str) and p for p in phrases)
            assert len(phrases) == len(set(phrases))


def test_english_phrases_are_written_as_texts_are_folded() -> None:
    lists = yaml.safe_load((DATA / "lookups" / "safety_en.yml").read_text(encoding="utf-8"))
    wordings = [p for entry in lists.values() for phrases in entry.values() for p in phrases]
    assert [p for p in wordings if not re.fullmatch(r"[a-z0-9 ]+( \.\. [a-z0-9 ]+)*", p)] == []


def test_the_readme_states_the_counts() -> None:
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    for intent in sorted(_intents()):
        en, zh = (_single(_training(language))[intent] for language in LANGUAGES)
        assert re.search(rf"\| {intent} \|.*\| {en} \| {zh} \|.*\|", readme), intent


def test_the_last_row_of_the_readme_adds_the_others_up() -> None:
    rows = re.findall(
        r"^\| (.+?) \| .*\| (\d+) \| (\d+) \| (\d+) / (\d+) \| (\d+) / (\d+) \|$",
        (DATA / "README.md").read_text(encoding="utf-8"),
        re.M,
    )
    *others, (name, *stated) = rows
    assert name == "all"
    assert [int(count) for count in stated] == [sum(int(row[at]) for row in others) for at in range(1, 7)]


def test_the_island_and_the_application_have_the_same_priorities() -> None:
    spec = importlib.util.spec_from_file_location("priorities", ROOT / "bot" / "components" / "priorities.py")
    assert spec is not None
    assert spec.loader is not None
    island = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(island)
    assert tuple(str(intent) for intent in PRIORITY) == island.PRIORITY
    assert {str(intent) for intent in Intent} == _intents()
