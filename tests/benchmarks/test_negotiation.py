"""The negotiation benchmark: what counts as a fact, as kept, as a broken rule; it repeats itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.affordability import StatedLimit
from arrears.domain.negotiation.offers import (
    Counter,
    Offer,
    Proposal,
    Question,
    Reason,
    Regularly,
    Statements,
)
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.plans import Instalment
from benchmarks.negotiation import parity, plans, report
from benchmarks.negotiation.adapter import Conversation, Step, play
from benchmarks.negotiation.facts import Facts, asked, hear
from benchmarks.negotiation.listener import listener, money, score
from benchmarks.negotiation.metrics import MEASURES, Row, estimate
from benchmarks.negotiation.policies import OURS, POLICIES
from benchmarks.negotiation.run import ORACLE, run, talks
from benchmarks.negotiation.setting import Case, case_of, day_of, heard
from benchmarks.negotiation.truth import Truth
from benchmarks.negotiation.violations import above_means, outside, violations
from simulator.borrowers.acts import Act, ActKind, TermsHeard
from simulator.borrowers.families import families
from simulator.borrowers.keeping import Payment
from simulator.borrowers.minds import Mind
from simulator.borrowers.temper import Account

USD = Currency.USD
TODAY = date(2026, 3, 2)
MONTHLY, WEEKLY = Frequency.MONTHLY, Frequency.WEEKLY


@pytest.fixture
def case() -> Case:
    return case_of(Account("en", "USD", "consumer", 120_000, 40), TODAY)


def usd(units: float) -> Money:
    return Money(round(units * 100), USD)


def hearing(acts: tuple[Act, ...], *, facts: Facts | None = None, table: tuple[Offer, ...] = ()) -> Facts:
    return hear(facts or Facts(), acts, table, USD, counter=bool(table))


def monthly(case: Case, count: int) -> Offer:
    return plans.regular(case, count, MONTHLY, TODAY + timedelta(days=7))


@pytest.mark.parametrize(
    ("acts", "proposal"),
    [
        (
            (Act(ActKind.PROPOSE, amount_minor=9_000, per="monthly"),),
            Proposal(amount=usd(90), frequency=MONTHLY),
        ),
        ((Act(ActKind.PROPOSE, full=True, on=TODAY),), Proposal(full=True, on=TODAY)),
        ((Act(ActKind.PROPOSE, share_percent=50, amount_minor=60_000),), Proposal(share_percent=50)),
        ((Act(ActKind.VAGUE),), None),
        ((Act(ActKind.INJECT),), None),
    ],
)
def test_a_proposal_is_what_was_said(acts: tuple[Act, ...], proposal: Proposal | None) -> None:
    assert hearing(acts).proposal == proposal


def test_a_limit_stands_until_they_offer_more() -> None:
    limited = hearing((Act(ActKind.STATE_LIMIT, amount_minor=8_000, per="monthly"),))
    assert limited.limit == StatedLimit(usd(80), MONTHLY)
    for amount, stands in ((8_000, True), (8_001, False)):
        later = hearing((Act(ActKind.PROPOSE, amount_minor=amount, per="monthly"),), facts=limited)
        assert (later.limit is not None) is stands


def test_a_smaller_sum_in_answer_to_an_offer_is_a_limit_and_an_equal_one_is_none(case: Case) -> None:
    offer = monthly(case, 12)
    for amount, limit in ((99_99, StatedLimit(usd(99.99), MONTHLY)), (100_00, None)):
        facts = hearing((Act(ActKind.PROPOSE, amount_minor=amount, per="monthly"),), table=(offer,))
        assert facts.limit == limit
        assert facts.said.declined == (offer,)


def test_a_question_counts_as_asked_until_it_is_answered() -> None:
    facts = asked(Facts(), Question.AFFORDABLE)
    assert hearing((Act(ActKind.VAGUE),), facts=facts).said.asked == {Question.AFFORDABLE}
    assert not hearing((Act(ActKind.PROPOSE, amount_minor=1_000),), facts=facts).said.asked


def test_a_question_or_an_insult_declines_nothing(case: Case) -> None:
    for kind in (ActKind.ASK_QUESTION, ActKind.INSULT, ActKind.OFF_TOPIC):
        assert not hearing((Act(kind),), table=(monthly(case, 12),)).said.declined


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        ({}, set()),
        ({"left_due": usd(1)}, {"outside_sum"}),
        ({"frequency": Frequency.QUARTERLY}, {"outside_rhythm"}),
        ({"kind": PlanType.SETTLEMENT}, {"outside_kind"}),
    ],
)
def test_what_is_outside_authority_is_told(case: Case, change: dict[str, object], broken: set[str]) -> None:
    assert outside(replace(monthly(case, 12), **change), case) == broken


def test_the_authoritys_count_and_days_bind_on_both_sides(case: Case) -> None:
    assert outside(monthly(case, 27), case) >= {"outside_count"}
    assert "outside_count" not in outside(monthly(case, 26), case)
    for days, within in ((30, True), (31, False)):
        offer = Offer((Instalment(TODAY + timedelta(days=days), usd(1200)),), None, usd(0))
        assert ("outside_first_day" not in outside(offer, case)) is within


def test_limits_and_own_figures_bind_on_both_sides(case: Case) -> None:
    offer = monthly(case, 12)
    for limit, broken in ((usd(100), set()), (usd(99.99), {"above_limit"})):
        assert above_means(offer, Facts(limit=StatedLimit(limit, MONTHLY))) == broken
    for left, broken in ((100, set()), (99.99, {"above_figures"})):
        said = Statements(income=Regularly(usd(1000 + left), MONTHLY), expenses=Regularly(usd(1000), MONTHLY))
        assert above_means(offer, Facts(said=said)) == broken


def test_easier_terms_on_equal_facts_break_a_rule_and_on_new_facts_do_not(case: Case) -> None:
    bounds = POLICIES["floor_first"](case.position(), case.authority, Proposal()).bounds
    moves = [Counter(monthly(case, count), (Reason.DATE_PROPOSED,), bounds) for count in (6, 12)]
    for later, count in ((Facts(), 1), (Facts(said=Statements(hardship=True)), 0)):
        steps = [Step(Facts(), (), moves[0], 0.0), Step(later, (), moves[1], 0.0)]
        assert violations(Conversation(case, steps=steps))["better_after_refusal"] == count


def test_a_plan_is_kept_when_each_payment_is_there_to_95_percent_within_grace(case: Case) -> None:
    truth = Truth(Mind(families().named("cooperative"), 1), case)
    due = TODAY + timedelta(days=10)
    terms = TermsHeard(((due, 10_000),))
    for minor, late, kept in ((9_500, 3, True), (9_499, 3, False), (10_000, 4, False)):
        made = (Payment(due + timedelta(days=late), minor, due),)
        assert truth._holds(terms, made) is kept


def test_every_plan_the_bounds_look_at_is_inside_authority_and_covers_the_balance(case: Case) -> None:
    found = plans.inside(case, [TODAY + timedelta(days=7)], [usd(150)])
    assert len(found) > 10
    assert all(offer.total == case.balance and not outside(offer, case) for offer in found)


def test_talks_are_shared_by_weight_and_every_family_has_one() -> None:
    known = families().families
    people = talks(200, known)
    counts = {family.name: sum(talk.family is family for talk in people) for family in known}
    assert len(people) == 200
    assert min(counts.values()) >= 1
    assert counts["cooperative"] > counts["busy"] > counts["at_risk"]


def row(**given: object) -> Row:
    plain: dict[str, object] = {
        "family": "busy",
        "held_out": False,
        "outcome": "agreed",
        "kind": "instalments",
        "agreed": 1.0,
        "exists": True,
        "recovery": 0.6,
        "recovery_year": 0.6,
        "health": 0.3,
        "health_year": 0.3,
        "kept": 1.0,
        "promises": (1, 2),
        "turns": 4,
        "own_regret": None,
        "true_regret": 0.0,
    }
    return Row(**(plain | given))  # type: ignore[arg-type]


def test_measures_are_as_defined() -> None:
    rows = [
        row(),
        row(recovery=0.2, agreed=0.0, turns=None),
        row(exists=False, recovery=None, promises=(1, 1)),
    ]
    found = {name: estimate(measure, rows, resamples=50) for name, measure in MEASURES.items()}
    assert found["agreement"].value == pytest.approx(0.5)
    assert found["harmonic"].value == pytest.approx(2 * 0.4 * 0.3 / 0.7)
    assert found["promises_kept"].value == pytest.approx(3 / 5)
    assert found["turns"].value == 4
    assert np.isnan(found["own_regret"].value)
    assert found["harmonic"].low <= found["harmonic"].value <= found["harmonic"].high


def test_a_difference_of_the_same_borrowers_to_themselves_is_nothing() -> None:
    rows = [row(recovery=share / 10) for share in range(10)]
    same = estimate(MEASURES["harmonic"], rows, rows, resamples=50)
    assert (same.value, same.low, same.high) == (0, 0, 0)


def test_nothing_is_agreed_with_whom_the_case_is_not() -> None:
    for name in ("wrong_party", "third_party", "disputing", "at_risk"):
        mind = Mind(families().named(name), 3)
        conversation = play(mind, POLICIES[OURS], case_of(mind.account, day_of(3)))
        assert conversation.plan is None
        assert not conversation.offers


def test_the_listeners_ask_no_more_than_was_said_and_terms_depend_on_facts_alone(case: Case) -> None:
    facts = hearing((Act(ActKind.STATE_LIMIT, amount_minor=12_000, per="monthly"),))
    facts = hearing((Act(ActKind.PROPOSE, on=TODAY + timedelta(days=5)),), facts=facts)
    for worth in (money, score):
        policy = listener(worth, size=12)
        move = policy(facts.position(case.position(), ()), case.authority, facts.proposal or Proposal())
        assert isinstance(move, Counter)
        assert not above_means(move.offer, facts)
        declined = replace(facts, said=replace(facts.said, declined=(monthly(case, 3),)))
        again = policy(
            declined.position(case.position(), (move.offer,)), case.authority, facts.proposal or Proposal()
        )
        assert again == move


def test_a_run_repeats_itself_and_its_report_says_all_of_it() -> None:
    people = talks(18, families().families)
    arms = (OURS, "floor_first", ORACLE)
    first, again = (list(run(people, arms, 1)) for _ in range(2))
    assert [_timeless(rows) for rows in first] == [_timeless(rows) for rows in again]
    rows = {arm: [one[arm] for one in first] for arm in arms}
    facts = {"command": "x", "conversations": 18, "seconds": 1.0, "machine": "m", "parity": {}}
    words = report.page(report.figures(rows, facts), None)
    assert "our engine" in words
    assert all(family.name in words for family in families().families)


def _timeless(rows: dict[str, Row]) -> dict[str, Row]:
    return {arm: replace(one, seconds=()) for arm, one in rows.items()}


def test_tone_language_and_persistence_change_no_terms() -> None:
    known = [family for family in families().tuning() if family.conduct == "negotiates"]
    found = parity.compared(POLICIES[OURS], [(family, 2) for family in known])
    assert {name: one.differing for name, one in found.items()} == dict.fromkeys(found, 0)


def test_terms_are_heard_as_they_are(case: Case) -> None:
    terms = heard(monthly(case, 12))
    assert (terms.frequency, terms.kind, terms.left_due_minor) == ("monthly", "instalments", 0)
    assert sum(minor for _, minor in terms.instalments) == 120_000
