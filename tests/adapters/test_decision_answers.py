"""Whatever is asked, the answer explains itself in whole sentences of the reader's language."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import jsonschema
import pytest

from arrears.adapters.decision_documents import Document, answer, read_document, schema
from arrears.adapters.policy_explanations import load_explanations
from arrears.domain.compliance.explain import Explanations
from arrears.domain.compliance.facts import ProposedAct
from arrears.domain.people import Language
from tests.builders.arbitrary import question
from tests.builders.compliance import packs
from tests.builders.store import ROOT

QUESTIONS = 1000
CHINESE = re.compile(r"[\u4e00-\u9fff]")
LATIN_LEFT = re.compile(r"\b[a-z]+_[a-z_]+\b|\(s\)")
"""A code that was not put into words, or a plural that was not chosen. Names of zones have capitals."""


@cache
def words() -> Explanations:
    return load_explanations(ROOT / "policy" / "explanations")


@cache
def answers(language: Language) -> tuple[dict[str, Any], ...]:
    """What is answered to many questions, asked as JSON."""
    return tuple(
        answer(read_document(asked.model_dump_json()), packs(), words(), language) for asked in documents()
    )


@cache
def documents() -> tuple[Document, ...]:
    made = []
    for seed in range(QUESTIONS):
        known, asked, now = question(seed)
        what = {"act": asked} if isinstance(asked, ProposedAct) else {"contact": asked}
        made.append(Document(now=now, facts=known, **what))
    return tuple(made)


@pytest.mark.parametrize("language", Language)
def test_every_why_is_a_sentence_in_the_readers_language(language: Language) -> None:
    told = {each["reason"]: each["why"] for one in answers(language) for each in one["fired"]}
    assert len(told) >= 120, "the questions reach too few reasons to prove anything"
    for reason, why in told.items():
        assert not set("{}") & set(why), (reason, why)
        assert not LATIN_LEFT.search(why), (reason, why)
        assert why.endswith(("." if language is Language.EN else "。",)), (reason, why)
        assert bool(CHINESE.search(why)) is (language is Language.ZH), (reason, why)


@pytest.mark.parametrize("language", Language)
def test_everything_else_that_is_told_is_in_words_too(language: Language) -> None:
    for one in answers(language):
        told = [one["explained"], *(each["because"] for each in one["packs"])]
        told += [each["words"] for each in one["requires"]]
        told += [each["ends"] for each in one["fired"] if each["ends"] is not None]
        for each in told:
            assert not set("{}") & set(each), each
            assert bool(CHINESE.search(each)) is (language is Language.ZH), each


def test_every_outcome_is_reached_and_has_its_instant() -> None:
    reached = {one["outcome"] for one in answers(Language.EN)}
    assert reached == {"granted", "refused", "deferred", "referred"}
    for one in answers(Language.EN):
        assert (one["until"] is not None) is (one["outcome"] == "deferred")
        assert (one["valid_until"] is not None) is (one["outcome"] == "granted")


def test_whatever_can_be_asked_fits_the_schema() -> None:
    validator = jsonschema.Draft202012Validator(schema())
    for asked in documents()[:300]:
        validator.validate(json.loads(asked.model_dump_json()))


def test_the_example_of_the_how_to_is_permitted() -> None:
    page = (ROOT / "docs" / "how-to" / "decide.md").read_text(encoding="utf-8")
    example = page.partition("echo '")[2].partition("' | arrears decide")[0]
    told = answer(read_document(example), packs(), words(), Language.EN)
    assert (told["outcome"], told["explained"]) == ("granted", "Permitted")
    act = re.search(r'`"act": (\{.*?\})`', page)
    assert act is not None
    asked = {k: v for k, v in json.loads(example).items() if k != "contact"} | {"act": json.loads(act[1])}
    assert answer(read_document(json.dumps(asked)), packs(), words(), Language.EN)["outcome"] == "granted"
