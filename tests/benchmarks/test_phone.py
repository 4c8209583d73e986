"""The phone's benchmark reads calls rightly, and its checks find what is wrong with one."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import date

import pytest

from benchmarks.figures import percentiles
from benchmarks.phone import checks
from benchmarks.phone.checks import Held, Kept, Said
from benchmarks.phone.events import gather_turns, relay_turns
from benchmarks.phone.measuring import beside, levels
from benchmarks.phone.mischief import SOUNDS, Shares, What, plan
from benchmarks.phone.people import Person, sayings

BORN, LAST4 = "March 9 1975", "four four two one"
ME = Person("+12125550123", "en", date(1975, 3, 9), "4421", 800.0)


class Call:
    """What the carrier notes, event by event."""

    def __init__(self) -> None:
        self.events: list[dict[str, object]] = []
        self.out({"type": "setup", "sessionId": "VX1", "customParameters": {"token": "t1"}})

    def note(self, who: str, kind: str, second: float = 0.0, **what: object) -> Call:
        at = f"2026-03-02T17:00:{second:09.6f}Z"
        self.events.append({"number": len(self.events), "at": at, "who": who, "kind": kind, **what})
        return self

    def out(self, frame: dict[str, object]) -> Call:
        return self.note("carrier", "frame out", frame=json.dumps(frame))

    def says(self, text: str) -> Call:
        self.note("caller", "says", text=text)
        return self.out({"type": "prompt", "voicePrompt": text, "last": True})

    def hears(self, text: str, second: float = 0.0, after_ms: float | None = None) -> Call:
        token = json.dumps({"type": "text", "token": text, "last": True})
        self.note("carrier", "frame in", second, frame=token)
        if after_ms is not None:
            self.note("carrier", "first token", second, latency_ms=after_ms)
        return self.note("agent", "heard", second, text=text, cut=False)

    def held(self) -> Held:
        return Held("CA1", self.events, (BORN, LAST4))


def kept(*said: tuple[str, str] | tuple[str, str, str]) -> Kept:
    turns = tuple(Said(who, text, *(rest or (None,)), ()) for who, text, *rest in said)
    return Kept("CA1", "ended", "talked", None, "talk", 0, turns)


def test_the_wait_is_until_the_first_token_of_the_answer() -> None:
    call = Call().says("how much").hears("Your date of birth?", after_ms=81.5)
    (turn,) = relay_turns("CA1", "en", call.events, frozenset(), 1.0)
    assert (turn.reference, turn.answer_ms, turn.filler_ms) == ("call-CA1:VX1.1", 81.5, None)


@pytest.mark.parametrize(("rate", "whole"), [(1.0, 1700.0), (4.0, 950.0)])
def test_a_filler_is_no_answer(rate: float, whole: float) -> None:
    call = Call().says("how much").hears("One moment.", second=1, after_ms=700.0).hears("You owe.", second=2)
    (turn,) = relay_turns("CA1", "en", call.events, frozenset({"One moment."}), rate)
    assert (turn.filler_ms, turn.answer_ms) == (700.0, whole)


def test_a_turn_that_nobody_answers_has_no_wait() -> None:
    call = Call().says("uh-huh").says("how much").hears("You owe.", after_ms=5.0)
    assert [turn.answer_ms for turn in relay_turns("CA1", "en", call.events, frozenset(), 1.0)] == [None, 5.0]


def test_without_the_relay_the_wait_is_that_of_the_request_and_of_who_collects_the_answer() -> None:
    base = "http://gateway/twilio/voice/gather/call-CA1"
    requests = [
        {"url": f"{base}/4001/0", "request_body": "SpeechResult=yes&Confidence=0.9", "took_ms": 10_000.0},
        {"url": f"{base}/4001/0/answer/1", "request_body": "", "took_ms": 500.0},
        {"url": f"{base}/4002/0", "request_body": "Digits=", "took_ms": 3.0},
        {"url": f"{base}/4003/0", "request_body": "SpeechResult=no", "took_ms": 90.0},
    ]
    events = Call().note("caller", "says", text="yes").note("caller", "says", text="no").events
    first, second = gather_turns("en", events, requests)
    assert (first.reference, first.answer_ms, first.first_ms) == ("call-CA1:gather.4001", 10_500.0, 10_000.0)
    assert (second.text, second.answer_ms) == ("no", 90.0)


@pytest.mark.parametrize(("count", "p50", "p95", "p99"), [(1, 1, 1, 1), (20, 10, 19, 20), (100, 50, 95, 99)])
def test_percentiles_are_by_nearest_rank(count: int, p50: float, p95: float, p99: float) -> None:
    found = percentiles([float(value) for value in range(count, 0, -1)])
    assert (found["p50"], found["p95"], found["p99"], found["max"]) == (p50, p95, p99, count)


def test_a_single_caller_alone_listens_faster_than_anybody_speaks() -> None:
    assert {level.lanes for level in levels(12, 2) if level.rate != 1} == {1}
    assert {level.calls for level in levels(12, 2)} == {12, 10, 40}


def test_a_plan_says_everything_in_its_order_until_it_ends() -> None:
    said = sayings(ME, date(2026, 3, 2))
    for seed in range(50):
        steps = plan(random.Random(seed), "en", said)
        spoken = [step.text for step in steps if step.what in (What.SAY, What.INTERRUPT)]
        words = [text for text in spoken if text not in SOUNDS["en"]]
        assert words == said[: len(words)]
        assert [step.what for step in steps].count(What.HANG_UP) == 1
        assert steps[-1].what is What.HANG_UP


def test_the_same_seed_draws_the_same_mischief_and_none_is_drawn_without_shares() -> None:
    said = sayings(ME, date(2026, 3, 2))
    assert plan(random.Random(3), "en", said) == plan(random.Random(3), "en", said)
    quiet = plan(random.Random(3), "en", said, Shares(*[0.0] * 7))
    assert [step.what for step in quiet] == [What.SAY] * len(said) + [What.HANG_UP]


def test_a_call_that_went_well_has_no_fault() -> None:
    call = (
        Call()
        .hears("How can I help?")
        .says(BORN)
        .hears("The last four digits?")
        .says(LAST4)
        .hears("You owe.")
    )
    mine = kept(
        ("bot", "How can I help?"),
        ("borrower", BORN),
        ("bot", "The last four digits?"),
        ("borrower", LAST4),
        ("bot", "You owe."),
    )
    assert not [*checks.words_of_caller(call.held(), mine), *checks.words_of_ours(call.held(), mine)]
    assert not [*checks.nothing_unwritten(call.held(), mine, frozenset())]
    assert not [*checks.nothing_before_proof(call.held(), mine, (), frozenset())]


def test_an_utterance_that_is_missing_doubled_or_out_of_order_is_found() -> None:
    call = Call().says("one").hears("Yes.").says("two").hears("Yes.").held()
    for texts in (("one",), ("two",), ("two", "one"), ("one", "one", "two"), ("one", "two", "two")):
        assert [*checks.words_of_caller(call, kept(*(("borrower", text) for text in texts)))]
    assert not [*checks.words_of_caller(call, kept(("borrower", "one"), ("borrower", "two")))]


def test_what_goes_with_the_line_and_a_sound_of_listening_may_be_missing() -> None:
    call = Call().says("one").hears("Yes.").says("uh-huh").hears("Go on.").says("two")
    call.note("carrier", "session over", status="failed")
    assert not [*checks.words_of_caller(call.held(), kept(("borrower", "one")))]
    assert not [*checks.words_of_caller(call.held(), kept(("borrower", "one"), ("borrower", "two")))]


def test_an_answer_counts_only_as_far_as_it_was_heard() -> None:
    call = Call().hears("You owe ten dollars. Can").held()
    assert [*checks.words_of_ours(call, kept(("bot", "You owe ten dollars. Can you pay?")))]
    assert not [
        *checks.words_of_ours(call, kept(("bot", "You owe ten dollars. Can you pay?", "You owe ten")))
    ]
    assert not [*checks.words_of_ours(call, kept(("bot", "You owe ten dollars. Can you pay?", "")))]


def test_words_that_were_spoken_and_not_written_are_found() -> None:
    call = Call().hears("Are you still there? Pay now.").held()
    assert [*checks.nothing_unwritten(call, kept(), frozenset({"Are you still there?"}))]
    assert not [
        *checks.nothing_unwritten(call, kept(("bot", "Pay now.")), frozenset({"Are you still there?"}))
    ]


@pytest.mark.parametrize("words", ["You owe ten dollars.", "您欠十元。"])
def test_a_word_of_the_debt_before_the_second_factor_is_found(words: str) -> None:
    early = Call().says(BORN).hears(words).says(LAST4)
    late = Call().says(BORN).hears("Harbor Lending. And the digits?").says(LAST4).hears(words)
    assert [*checks.nothing_before_proof(early.held(), kept(), ("Harbor Lending",), frozenset())]
    assert not [*checks.nothing_before_proof(late.held(), kept(), ("Harbor Lending",), frozenset())]


def test_a_lenders_name_that_was_cut_off_is_no_word_of_a_debt() -> None:
    lenders = ("Harbor & Pine Lending LLC",)
    cut, said = (
        Call().hears("This is Harbor & Pine Lending"),
        Call().hears("Pine Lending has a debt of yours"),
    )
    assert not [*checks.nothing_before_proof(cut.held(), kept(), lenders, frozenset())]
    assert [*checks.nothing_before_proof(said.held(), kept(), lenders, frozenset())]


def test_a_message_about_the_debt_written_before_the_proof_is_found_though_nobody_heard_it() -> None:
    mine = kept(("borrower", BORN), ("bot", "So much.", ""))
    mine = replace(mine, said=(mine.said[0], replace(mine.said[1], templates=("balance.state",))))
    assert [*checks.nothing_before_proof(Call().held(), mine, (), frozenset({"balance.state"}))]


def test_a_call_that_is_missing_doubled_or_stuck_is_found() -> None:
    held, one = [Call().held()], kept()
    assert not [*checks.counted_once(held, [one]), *checks.ended([one])]
    assert [*checks.counted_once(held, [])]
    assert [*checks.counted_once([], [one])]
    assert [*checks.counted_once(held, [one, one])]
    assert [*checks.ended([replace(one, state="answered")])]


def test_a_token_that_two_lines_were_opened_with_is_found() -> None:
    assert checks.tokens([Call().held()]) == (1, [])
    assert checks.tokens([Call().held(), Call().held()]) == (2, ["t1"])


def test_both_ways_are_measured_with_one_call_five_and_twenty() -> None:
    every = {(level.way, level.lanes) for level in levels(alone=12, rounds=2)}
    assert every == {(way, lanes) for way in ("relay", "gather") for lanes in (1, 5, 20)}


def test_levels_that_are_not_measured_again_keep_their_figures() -> None:
    before = {"at": "then", "levels": {"gather-1": {"turns": 1}, "relay-1": {"turns": 2}}}
    fresh = {"at": "now", "levels": {"gather-1": {"turns": 3}, "gather-20": {"turns": 4}}}
    both = beside(before, fresh)
    assert [*both["levels"]] == ["relay-1", "gather-1", "gather-20"]
    assert both["levels"]["gather-1"] == {"turns": 3}
    assert both["at"] == "now"
    assert beside({}, fresh) == fresh
