"""`arrears voicemail-words`: what a person records, ready to be put into the policy."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from arrears.adapters.policy_lender import load_lender
from tests.builders.command_line import Typed
from tests.builders.store import ROOT

NUMBER = load_lender(ROOT / "policy" / "lender.yml").callback_number


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ((), f"Hello, this is Pine LLC. My name is Ann Example. Please call me back at {NUMBER}.\n"),
        (("--language", "zh"), f"您好，这里是Pine LLC。我是Ann Example，请回电 {NUMBER}。\n"),
    ],
)
def test_the_words_are_printed(
    arrears: Callable[..., Typed], monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], words: str
) -> None:
    monkeypatch.setenv("ARREARS_POLICY_DIR", str(ROOT / "policy"))
    typed = arrears("voicemail-words", "Pine LLC", "Ann Example", *options)
    assert (typed.status, typed.out) == (0, words)
