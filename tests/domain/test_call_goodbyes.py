"""Whoever is hung up on by us has heard a goodbye."""

from __future__ import annotations

import pytest

from arrears.adapters.policy_messages import load_catalog
from arrears.domain.call_scripts import Ends, ends_after
from arrears.domain.people import Language
from tools.rasa import ROOT

CATALOG = load_catalog(ROOT / "policy" / "messages")
LAST = sorted({key for _, key in CATALOG.templates if ends_after([key]) is Ends.GOODBYE})


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", LAST)
def test_last_words_on_a_call_are_a_goodbye(key: str, language: Language) -> None:
    words = CATALOG.spoken.get((language, key)) or CATALOG.templates[language, key].text
    assert ("Goodbye" if language is Language.EN else "再见") in words
