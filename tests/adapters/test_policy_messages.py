"""A catalogue of messages is whole in both languages, or it is refused with file, key and remedy."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from arrears.adapters.policy_messages import PolicyFileError, load_catalog
from arrears.domain.people import Channel, Language
from arrears.domain.wording import phrase, say
from tests.builders.store import ROOT

SHIPPED = ROOT / "policy" / "messages"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "messages"))


def change(folder: Path, language: str, edit) -> None:
    path = folder / f"{language}.yml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    edit(content)
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")


def test_the_shipped_catalogue_is_whole() -> None:
    catalog = load_catalog(SHIPPED)
    keys = {language: {key for lang, key in catalog.templates if lang is language} for language in Language}
    assert keys[Language.EN] == keys[Language.ZH]
    phrases = {language: {key for lang, key in catalog.phrases if lang is language} for language in Language}
    assert phrases[Language.EN] == phrases[Language.ZH]


def test_a_message_is_for_conversations_unless_it_names_its_channels() -> None:
    templates = load_catalog(SHIPPED).templates
    assert templates[Language.EN, "call.opening"].channels == {Channel.VOICE}
    assert templates[Language.ZH, "identity.ask"].channels == {Channel.SMS, Channel.VOICE, Channel.WEB}


def test_few_messages_are_true_only_of_a_lender_with_its_own_loans() -> None:
    templates = load_catalog(SHIPPED).templates
    own = {key for (_, key), template in templates.items() if template.first_party}
    assert own == {"who.answer_verified"}


@pytest.mark.parametrize(
    ("language", "edit", "told"),
    [
        ("zh", lambda c: c["messages"].pop("plan.recorded"), "messages/zh.yml: plan.recorded: is missing"),
        ("en", lambda c: c["messages"].pop("plan.recorded"), "messages/en.yml: plan.recorded: is missing"),
        ("zh", lambda c: c["messages"]["plan.recorded"].update(text="好"), "plan.recorded: differs"),
        ("en", lambda c: c["messages"]["identity.ask"].update(debt=True), "identity.ask: differs"),
        ("zh", lambda c: c["messages"]["call.opening"].pop("channels"), "call.opening: differs"),
        ("en", lambda c: c["messages"]["identity.ask"].update(first_party=True), "identity.ask: differs"),
        (
            "en",
            lambda c: c["messages"]["identity.ask"].update(channels=["fax"]),
            "ask: name channels",
        ),
        ("zh", lambda c: c["phrases"].pop("schedule.once"), "messages/zh.yml: schedule.once"),
        ("en", lambda c: c.pop("version"), "messages/en.yml: version: is missing"),
        ("en", lambda c: c.pop("messages"), "messages/en.yml: messages: is missing"),
    ],
)
def test_a_catalogue_that_is_not_whole_is_refused_by_name(folder: Path, language, edit, told) -> None:
    change(folder, language, edit)
    with pytest.raises(PolicyFileError, match=told):
        load_catalog(folder)


@pytest.mark.parametrize(
    ("content", "told"), [(None, "is missing"), ("a: [", "is not YAML"), ("- a\n", "must be a mapping")]
)
def test_a_file_that_cannot_be_read_is_refused_by_name(folder: Path, content, told) -> None:
    path = folder / "zh.yml"
    path.unlink()
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(PolicyFileError, match=f"messages/zh.yml: file: {told}"):
        load_catalog(folder)


@pytest.mark.parametrize("values", [{}, {"lender": "L"}])
def test_a_template_is_filled_or_fails(values: dict[str, str]) -> None:
    catalog = load_catalog(SHIPPED)
    if values:
        assert "L" in say(catalog, Language.EN, "identity.ask", **values).text
    else:
        with pytest.raises(KeyError):
            say(catalog, Language.EN, "identity.ask")


def test_no_figure_stands_in_a_template_about_the_debt() -> None:
    for (_, key), template in load_catalog(SHIPPED).templates.items():
        example = re.sub("15 March|3月15日|the 15th of every month|每月15日|30 days", "", template.text)
        example = re.sub(r"(?<![\d$¥])[123](?!\d)", "", example)  # the numbers of what to choose from
        if template.speaks_of_debt:
            assert not any(sign.isdigit() for sign in example.replace("30", "")), key


def test_an_unknown_phrase_is_an_error() -> None:
    with pytest.raises(KeyError):
        phrase(load_catalog(SHIPPED), Language.EN, "no.such")


def test_words_for_the_ear_are_said_on_a_call_alone() -> None:
    catalog = load_catalog(SHIPPED)
    values = {"schedule": "x"}
    written = say(catalog, Language.EN, "plan.read_back", Channel.SMS, **values)
    spoken = say(catalog, Language.EN, "plan.read_back", Channel.VOICE, **values)
    assert "Reply" in written.text
    assert "Reply" not in spoken.text
    assert (spoken.key, spoken.speaks_of_debt) == (written.key, written.speaks_of_debt)
    assert say(catalog, Language.EN, "plan.read_back", **values) == written
    assert say(catalog, Language.EN, "thanks.answer", Channel.VOICE).text == "You are welcome."


def test_words_for_the_ear_are_there_in_both_languages() -> None:
    spoken = load_catalog(SHIPPED).spoken
    assert len(spoken) > 100
    assert {key for lang, key in spoken if lang is Language.EN} == {
        key for lang, key in spoken if lang is Language.ZH
    }


@pytest.mark.parametrize(
    ("language", "edit", "told"),
    [
        (
            "zh",
            lambda c: c["messages"].pop("plan.read_back.voice"),
            "zh.yml: plan.read_back.voice: is",
        ),
        (
            "en",
            lambda c: c["messages"].pop("plan.read_back.voice"),
            "en.yml: plan.read_back.voice: is",
        ),
        ("en", lambda c: c["phrases"].pop("schedule.left.voice"), "en.yml: schedule.left.voice: is missing"),
        (
            "en",
            lambda c: c["messages"].update({"nothing.here.voice": {"text": "Hello"}}),
            "nothing.here.voice: there is no nothing.here to be a variant of",
        ),
        (
            "en",
            lambda c: c["messages"].update({"help.answer.voice": {"text": "Hello"}}),
            "help.answer.voice: help.answer is not said on calls",
        ),
        (
            "en",
            lambda c: c["messages"]["plan.read_back.voice"].update(text="{schedule} {total}"),
            "plan.read_back.voice: has placeholders that plan.read_back has not: total",
        ),
        (
            "zh",
            lambda c: c["messages"]["plan.read_back.voice"].update(text="好的"),
            "plan.read_back.voice: differs from en.yml in placeholders",
        ),
        (
            "en",
            lambda c: c["messages"]["plan.read_back.voice"].update(debt=True),
            "plan.read_back.voice: takes debt from the message it is a variant of",
        ),
        (
            "en",
            lambda c: c["messages"]["plan.read_back.voice"].update(text=""),
            "plan.read_back.voice: needs a text",
        ),
    ],
)
def test_words_for_the_ear_that_cannot_be_used_are_refused(folder: Path, language: str, edit, told) -> None:
    change(folder, language, edit)
    with pytest.raises(PolicyFileError, match=re.escape(told)):
        load_catalog(folder)
