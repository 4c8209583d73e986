"""The month tells a lawful engine from a careless one."""

from __future__ import annotations

import io
import json

from benchmarks.month.adapter import decided_engine
from benchmarks.month.borrowers import Borrower, borrower
from benchmarks.month.engine import Answer, Filed, Heard, Noted, Planned
from benchmarks.month.run import START, run
from benchmarks.month.words import MEANINGS


class Careless:
    """Permits everything."""

    def told(self, event: Filed | Heard | Noted) -> None:
        pass

    def may(self, contact: Planned, now: object) -> Answer:
        return Answer(permitted=True)

    def made(self, contact: Planned, now: object, outcome: str, talked: bool) -> None:
        pass


class Silent(Careless):
    """Permits nothing."""

    def may(self, contact: Planned, now: object) -> Answer:
        return Answer(permitted=False, rules=("NEVER",))


def _some() -> list[Borrower]:
    return [borrower(place, 7, START) for place in range(200)]


def test_the_product_contacts_nobody_outside_the_rules_and_forgoes_little() -> None:
    score = run(decided_engine(), range(150), 10, 7)
    result = score.as_json()
    assert score.outside == 0, score.examples
    assert sum(score.contacts.values()) > 500
    assert result["wrongly_refused_percent"] <= 1, score.examples
    assert score.unlawful_untils == 0, score.examples


def test_whoever_permits_everything_is_found_out() -> None:
    truth = io.StringIO()
    score = run(Careless(), range(60), 10, 7, truth=truth)
    assert score.outside > 100
    assert {"USF-TIME-1", "TCPA-STOP-1", "USF-HARASS-1", "USF-MISREP-1"} <= score.violations.keys()
    kept = [json.loads(line) for line in truth.getvalue().splitlines()]
    assert {event["kind"] for event in kept} >= {"contact", "said"}


def test_whoever_permits_nothing_forgoes_lawful_contacts() -> None:
    score = run(Silent(), range(150), 10, 7)
    assert score.outside == 0
    assert score.wrongly > 100
    assert sum(score.fail_closed.values()) > 0


def test_the_same_seed_is_the_same_month() -> None:
    once, again = (run(Careless(), range(20), 5, 7).as_json() for _ in range(2))
    assert once == again
    assert once != run(Careless(), range(20), 5, 8).as_json()


def test_every_place_language_and_gap_comes_up() -> None:
    people = _some()
    assert {who.true.country for who in people} == {"US", "CN", "GB", "IN", "PH", "SG", "AU"}
    assert {who.language for who in people} == {"en", "zh"}
    assert any(who.filed.region is None and who.true.region for who in people)
    assert any(number.line is None for who in people for number in who.filed.numbers)


def test_what_is_meant_is_written_in_both_languages() -> None:
    assert all(meaning.en and meaning.zh for meaning in MEANINGS)
