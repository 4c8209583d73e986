from __future__ import annotations

from datetime import date, timedelta

import pytest

from simulator.borrowers.acts import Act, ActKind, LenderMove, LenderMoveKind, TermsHeard
from simulator.borrowers.families import families
from simulator.borrowers.minds import Mind

TODAY = date(2026, 3, 2)
FAMILIES = families().families
NEGOTIATING = [family.name for family in FAMILIES if family.conduct == "negotiates"]
K = LenderMoveKind


def mind(name: str, seed: int = 0) -> Mind:
    return Mind(families().named(name), seed)


def moves(balance_minor: int) -> list[LenderMove]:
    dear = TermsHeard(((TODAY + timedelta(days=1), balance_minor),), kind="promise")
    kinds = [K.GREET, K.ASK_IDENTITY, K.STATE_BALANCE, K.ASK_BOTH, K.ASK_INCOME, K.ASK_AMOUNT, K.ASK_DATE]
    return [*map(LenderMove, kinds), LenderMove(K.OFFER, (dear,)), LenderMove(K.HELP), LenderMove(K.CLOSED)]


def heard_from(who: Mind) -> list[tuple[Act, ...]]:
    return [who.respond(move, TODAY) for move in moves(who.account.balance_minor)]


@pytest.mark.parametrize("name", [family.name for family in FAMILIES])
def test_the_same_moves_get_the_same_answers_of_at_most_two_acts(name: str) -> None:
    for seed in range(5):
        answers = heard_from(mind(name, seed))
        assert answers == heard_from(mind(name, seed))
        assert all(len(acts) <= 2 for acts in answers)


@pytest.mark.parametrize("name", NEGOTIATING)
def test_every_negotiable_family_has_borrowers_who_name_a_sum(name: str) -> None:
    named = [act for seed in range(20) for acts in heard_from(mind(name, seed)) for act in acts]
    assert any(act.kind is ActKind.PROPOSE and (act.amount_minor or act.full) for act in named)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("wrong_party", ActKind.WRONG_NUMBER),
        ("third_party", ActKind.THIRD_PARTY),
        ("disputing", ActKind.DISPUTE),
        ("at_risk", ActKind.SELF_HARM),
        ("injecting", ActKind.INJECT),
        ("angry", ActKind.INSULT),
        ("insolvent", ActKind.HARDSHIP),
        ("tangent", ActKind.OFF_TOPIC),
        ("half_sentences", ActKind.HALF),
        ("asking_the_impossible", ActKind.IMPOSSIBLE_DEMAND),
        ("evasive", ActKind.VAGUE),
    ],
)
def test_a_family_does_what_it_is_named_for(name: str, kind: ActKind) -> None:
    assert any(
        act.kind is kind for seed in range(10) for acts in heard_from(mind(name, seed)) for act in acts
    )


@pytest.mark.parametrize("name", ["wrong_party", "third_party", "disputing", "at_risk"])
def test_whoever_does_not_negotiate_agrees_to_nothing(name: str) -> None:
    for seed in range(5):
        kinds = {act.kind for acts in heard_from(mind(name, seed)) for act in acts}
        assert not kinds & {ActKind.ACCEPT, ActKind.PROPOSE}


def test_somebody_in_danger_is_silent_after_they_were_calmed() -> None:
    who = mind("at_risk")
    who.respond(LenderMove(K.STATE_BALANCE), TODAY)
    assert who.respond(LenderMove(K.CALM), TODAY) == (Act(ActKind.THANKS),)
    assert who.respond(LenderMove(K.ASK_BOTH), TODAY) == ()


@pytest.mark.parametrize("name", NEGOTIATING)
def test_a_trifling_payment_is_accepted_and_an_impossible_one_is_not(name: str) -> None:
    for seed in range(10):
        trifle = TermsHeard(((TODAY + timedelta(days=40), 1),), kind="promise")
        fortune = TermsHeard(((TODAY + timedelta(days=20), 10**10),), kind="promise")
        first, second = mind(name, seed), mind(name, seed)
        refused = first.respond(LenderMove(K.READ_BACK, (fortune,)), TODAY)
        assert ActKind.ACCEPT not in {act.kind for act in refused}
        if second.means.free_on(TODAY + timedelta(days=40), TODAY) > 10:
            assert second.respond(LenderMove(K.READ_BACK, (trifle,)), TODAY) == (Act(ActKind.ACCEPT),)


def test_of_two_bearable_schedules_the_lighter_is_taken() -> None:
    who = mind("cooperative", 3)
    heavy = TermsHeard(((TODAY + timedelta(days=30), 20),))
    light = TermsHeard(((TODAY + timedelta(days=30), 10),))
    assert who.respond(LenderMove(K.READ_BACK, (heavy, light)), TODAY) == (Act(ActKind.ACCEPT, which=1),)


def test_hagglers_come_towards_the_lender_with_every_refusal() -> None:
    for seed in range(20):
        who = mind("hard_haggling", seed)
        sums = []
        for _ in range(5):
            acts = who.respond(LenderMove(K.READ_BACK, (TermsHeard(((TODAY, 10**10),)),)), TODAY)
            sums += [act.amount_minor for act in acts if act.kind is ActKind.PROPOSE and act.amount_minor]
        assert sums == sorted(sums)


def test_a_limit_is_never_below_the_sum_they_proposed_in_the_same_rhythm() -> None:
    for name in NEGOTIATING:
        for seed in range(10):
            acts = [act for turn in heard_from(mind(name, seed)) for act in turn]
            for limit in (act for act in acts if act.kind is ActKind.STATE_LIMIT):
                before = [act for act in acts[: acts.index(limit)] if act.per == limit.per]
                proposed = [act.amount_minor or 0 for act in before if act.kind is ActKind.PROPOSE]
                assert limit.amount_minor is not None
                assert limit.amount_minor >= max(proposed, default=0)


def test_their_own_proposal_read_back_is_accepted() -> None:
    for seed in range(20):
        who = mind("cooperative", seed)
        acts = who.respond(LenderMove(K.ASK_BOTH), TODAY)
        mine = next((act for act in acts if act.kind is ActKind.PROPOSE and act.amount_minor), None)
        if mine is None or mine.share_percent:
            continue
        on = mine.on or next(act.on for act in who.respond(LenderMove(K.ASK_DATE), TODAY) if act.on)
        terms = TermsHeard(((on, mine.amount_minor or 0),), mine.per)
        assert who.respond(LenderMove(K.READ_BACK, (terms,)), TODAY) == (Act(ActKind.ACCEPT),)
        assert who.borrower_set


def test_patience_ends() -> None:
    who = mind("impatient")
    answers = [who.respond(LenderMove(K.ASK_INCOME), TODAY) for _ in range(12)]
    assert who.done
    assert answers[-1] == ()
    assert sum(map(bool, answers)) == who.temper.patience + 1


def test_what_was_not_understood_is_said_again_and_then_a_person_is_asked_for() -> None:
    who = mind("cooperative")
    said = who.respond(LenderMove(K.ASK_BOTH), TODAY)
    again = [who.respond(LenderMove(K.NOT_UNDERSTOOD), TODAY) for _ in range(3)]
    assert again == [said, said, (Act(ActKind.ASK_PERSON),)]


def test_some_go_back_on_a_plan_once_and_no_more() -> None:
    wavered = 0
    for seed in range(20):
        who = mind("changing_mind", seed)
        recorded = LenderMove(K.RECORDED, (TermsHeard(((TODAY + timedelta(days=30), 10),)),))
        wavered += who.respond(recorded, TODAY)[0].kind is ActKind.CHANGE_MIND
        who.respond(recorded, TODAY)
        assert who.done
    assert wavered >= 12


def test_a_pause_is_welcome() -> None:
    assert mind("insolvent").respond(LenderMove(K.READ_BACK, (TermsHeard((), kind="pause"),)), TODAY) == (
        Act(ActKind.ACCEPT),
    )
