"""No text keeps a pattern busy: a word over and over, then one that does not fit, is given up at once.

Where two ways of reading the same word stand within a repetition, each further word doubles the time.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator
from dataclasses import fields

import pytest

from arrears.domain import language
from arrears.domain.language.offered.vocabulary import Vocabulary
from arrears.domain.language.script.fold import LatePattern

TIMES = 40
SECONDS = 0.2  # of the processor; one way of reading takes microseconds
OPERATORS = re.compile(r"\\[sSwWbdD]|\[[^\]]*\]|\(\?[a-zA-Z<>:!=]*|\{[\d,]*\}|[|()?*+^$\\\s]+")


class TooSlowError(Exception):
    """The processor's time is up."""


def modules() -> list[str]:
    found = pkgutil.walk_packages(language.__path__, f"{language.__name__}.")
    return [each.name for each in found if not each.ispkg]


def patterns(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern | LatePattern):
        value.fullmatch("")  # one that is compiled late is compiled now, off the clock
        yield value
    elif isinstance(value, dict):
        yield from patterns(tuple(value.values()))
    elif isinstance(value, list | tuple):
        for each in value:
            yield from patterns(each)
    elif isinstance(value, Vocabulary):
        yield from patterns([getattr(value, field.name) for field in fields(value)])


def words_of(pattern: re.Pattern[str]) -> list[str]:
    """The words that stand in the pattern, and the characters of which it allows several."""
    several = re.findall(r"(\w)[*+]", pattern.pattern)
    return sorted({word for word in (*OPERATORS.split(pattern.pattern), *several) if word})


def is_slow(pattern: re.Pattern[str], text: str) -> bool:
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        pattern.fullmatch(text)
    except TooSlowError:
        return True
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return False


@pytest.fixture
def _interrupted() -> Iterator[None]:
    def interrupt(_number: int, _frame: object) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, interrupt)
    yield
    signal.signal(signal.SIGVTALRM, before)


@pytest.mark.usefixtures("_interrupted")
@pytest.mark.parametrize("module", modules())
def test_a_word_over_and_over_is_given_up_at_once(module: str) -> None:
    found = {each for value in vars(importlib.import_module(module)).values() for each in patterns(value)}
    slow = [
        (word, between, pattern.pattern[:40])
        for pattern in found
        for word in words_of(pattern)
        for between in ("", " ")
        if is_slow(pattern, between.join([word] * TIMES) + "~x")
    ]
    assert slow == []
