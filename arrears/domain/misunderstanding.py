"""How often in a row a conversation has led nowhere: words nobody understood, one question over again.

It is derived from what was answered, turn by turn; nothing is counted anywhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import takewhile

from arrears.domain.intents import Intent

NOT_UNDERSTOOD = "not_understood"
"""Why the conversation needs a person."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One thing that we said, and what it answered."""

    intent: str | None  # what the borrower's turn was taken for; None where a person of ours spoke
    said: frozenset[str]  # the keys of its messages, empty where a person of ours spoke


_LOST = frozenset(
    {
        "scope.answer",
        "scope.offer_waits",
        "scope.second",
        "scope.unverified",
        "scope.third",
        "scope.instructions",
    }
)
"""What is only said to words that were not understood, or may not be followed."""

_BESIDE_THE_POINT = frozenset({"who.answer", "who.name", "human.waiting", "human.promised", "next.closed"})
"""What is said to such words too, and to others."""


def failures_in_a_row(exchanges: Iterable[Exchange]) -> int:
    """How many of the latest exchanges failed, up to the last that did not."""
    return _at_the_end(exchanges, _failed)


def _failed(exchange: Exchange) -> bool:
    if exchange.intent == Intent.REPEAT_CLARIFY:
        return True
    lost = exchange.intent == Intent.OUT_OF_SCOPE and exchange.said & _BESIDE_THE_POINT
    return bool(lost or exchange.said & _LOST)


DATE_QUESTIONS = frozenset(
    {
        "proposal.ask_date",
        "proposal.date_invalid",
        "proposal.date_past",
        "proposal.date_unresolved",
        "proposal.date_ambiguous",
        "proposal.ask_again_date",
    }
)
"""What asks for the day alone."""

_SAME_QUESTION = (
    frozenset(
        {"proposal.ask_both", "proposal.start_sooner", "next.question", "plan.declined", "plan.taken_back"}
    ),
    frozenset({"proposal.ask_amount"}),
    DATE_QUESTIONS,
)
"""Messages that ask the same, each set in several ways."""

_PROMISES = frozenset(
    {
        "calm.person",
        "fees.claimed",
        "fees.person",
        "human.answer",
        "human.promised",
        "human.waiting",
        "plan.less_again",
        "plan.referred",
        "plan.referred_less",
        "receipt.answer",
        "written.answer",
    }
)
"""That a person answers: the same need over again is answered in other words."""


def promised_before(exchanges: Iterable[Exchange], key: str) -> bool:
    """Whether the message promises a person, who was promised by it before, in this run of promises."""
    if key not in _PROMISES - {"human.promised"}:
        return False
    every = tuple(exchanges)
    times = _at_the_end(every, lambda exchange: bool(exchange.said & _PROMISES))
    return any(key in exchange.said for exchange in every[len(every) - times :])


_AGAIN = frozenset(
    {"proposal.ask_again", "proposal.ask_again_amount", "proposal.ask_again_date", "proposal.person"}
)
"""What is said in place of any of them, when it was asked before."""


def in_other_words(key: str) -> str:
    """The question once more: what it does not ask for is known, and not asked for again."""
    if key in DATE_QUESTIONS:
        return "proposal.ask_again_date"
    return "proposal.ask_again_amount" if key == "proposal.ask_amount" else "proposal.ask_again"


@dataclass(frozen=True, slots=True)
class Asked:
    """How often the same was asked just before, without an answer that led on."""

    times: int
    same_words: bool  # in these very words


def asked_before(exchanges: Iterable[Exchange], key: str) -> Asked:
    """How often in a row the question of the message was asked; never, for a message that asks none."""
    same = next((each for each in _SAME_QUESTION if key in each), frozenset[str]())
    if not same:
        return Asked(0, same_words=False)
    every = tuple(exchanges)
    times = _at_the_end(every, lambda exchange: bool(exchange.said & (same | _AGAIN)))
    latest = every[len(every) - times :]
    return Asked(times, same_words=any(key in exchange.said for exchange in latest))


def _at_the_end(exchanges: Iterable[Exchange], holds: Callable[[Exchange], bool]) -> int:
    return sum(1 for _ in takewhile(holds, reversed(tuple(exchanges))))
