"""The adapter of the whole path, without processes: what is heard, what is misheard, what is counted."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

import pytest

from arrears.adapters.phone_numbers import phone_problem
from arrears.adapters.policy_import import load_mapping
from arrears.adapters.portfolio_files import read_portfolio
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import Question
from benchmarks.negotiation.run import talks
from benchmarks.negotiation.setting import Case, case_of, day_of, heard
from benchmarks.negotiation.whole.misheard import figures_of, misheard, read_figures
from benchmarks.negotiation.whole.people import people_of, write_portfolio
from benchmarks.negotiation.whole.reading import Reply, offer_of, shown_otherwise, understood
from benchmarks.negotiation.whole.run import Spoken, spread
from benchmarks.negotiation.whole.section import TITLE, section, section_of, with_section
from benchmarks.negotiation.whole.talk import COUNTS, Told, play
from simulator.borrowers.acts import Act, ActKind, LenderMove, LenderMoveKind
from simulator.borrowers.families import families
from simulator.borrowers.saying import Speaker
from simulator.borrowers.temper import Account
from tools.rasa import ROOT

TODAY = date(2026, 3, 2)
SPEAKER = Speaker("en", "USD", "terse", "Jo", date(1980, 1, 2), "4821")
WHO = ("who.answer",)
BALANCE = ("balance.state",)
MONTHLY = {
    "kind": "instalments",
    "frequency": "monthly",
    "currency": "USD",
    "left_due": "0.00",
    "waived": None,
    "review_on": None,
    "takings_percent": None,
    "instalments": [{"on": "2026-03-13", "amount": "600.00"}, {"on": "2026-04-13", "amount": "600.00"}],
}
READ_BACK = "Let me read that back: $600.00 on Friday 13 March 2026, and $600.00 on Monday 13 April 2026."


def state(
    *, outcome: str = "open", other: Any = None, plan: Any = None, move: str = "accept"
) -> dict[str, Any]:
    line = MONTHLY | {"outcome": outcome, "move": move, "reasons": ["within_authority"], "other": other}
    return {"offers": [line], "plan": plan}


def reply(templates: tuple[str, ...], *texts: str, **about: Any) -> Reply:
    filled = {"intents": (), "entities": (), "answered_by": (), "bounds": None, "state": state()} | about
    return Reply(texts or ("words",), templates, **filled)


@pytest.mark.parametrize(
    ("templates", "move"),
    [
        (("who.answer",), LenderMoveKind.ASK_IDENTITY),
        (("identity.retry",), LenderMoveKind.ASK_IDENTITY),
        (("balance.state",), LenderMoveKind.STATE_BALANCE),
        (("plan.read_back",), LenderMoveKind.READ_BACK),
        (("robot.answer", "offer.counter"), LenderMoveKind.OFFER),
        (("hardship.answer",), LenderMoveKind.REFERRED),
        (("hardship.answer", "relief.ask"), LenderMoveKind.ASK_AMOUNT),
        (("hardship.answer", "relief.offer"), LenderMoveKind.OFFER),
        (("human.answer",), LenderMoveKind.REFERRED),
        (("dispute.answer", "balance.again"), LenderMoveKind.REFERRED),
        (("refusal.answer",), LenderMoveKind.CLOSED),
        (("crisis.answer",), LenderMoveKind.CALM),
        (("calm.first", "proposal.ask_date"), LenderMoveKind.ASK_DATE),
        (("scope.answer",), LenderMoveKind.NOT_UNDERSTOOD),
    ],
)
def test_the_move_is_told_by_the_templates(templates: tuple[str, ...], move: LenderMoveKind) -> None:
    found = understood(reply(templates)).move
    assert found is not None
    assert found.kind is move


def test_what_asks_nothing_leaves_the_earlier_move_standing_and_so_does_silence() -> None:
    assert understood(reply(("thanks.answer",))).move is None
    assert understood(Reply((), (), (), (), (), None, state())).move is None


def test_a_choice_has_two_schedules_a_single_offer_one_and_a_plan_is_what_was_recorded() -> None:
    assert len(understood(reply(("offer.two",), state=state(other=MONTHLY))).table) == 2
    assert len(understood(reply(("offer.counter",), state=state(other=MONTHLY))).table) == 1
    recorded = understood(reply(("plan.recorded",), state=state(outcome="accepted", plan=MONTHLY)))
    assert recorded.plan == offer_of(MONTHLY)
    assert not recorded.table


def test_money_is_read_to_the_cent_and_the_question_is_kept() -> None:
    offer = offer_of(MONTHLY | {"left_due": "0.29"})
    assert offer.left_due == Money(29, Currency.USD)
    assert offer.total == Money(120_000, Currency.USD)
    assert understood(reply(("relief.ask",))).asked is Question.AFFORDABLE


def test_a_text_that_shows_another_sum_or_day_than_the_stored_terms_is_noticed() -> None:
    terms = (heard(offer_of(MONTHLY)),)
    assert not shown_otherwise((READ_BACK + " Shall I record this?",), terms)
    assert shown_otherwise((READ_BACK.replace("600", "650"),), terms)
    assert shown_otherwise((READ_BACK.replace("13 March", "14 March"),), terms)
    assert shown_otherwise(("A person comes.",), terms)


PROPOSED = Act(ActKind.PROPOSE, amount_minor=15_000, per="monthly", on=date(2026, 3, 13))


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("I can do $150 a month starting March 13", ()),
        ("I can do $160 a month starting March 13", ("amount", "amount that was not said")),
        ("I can do $150 starting March 13", ("rhythm",)),
        ("I can do $150 a month", ("day",)),
    ],
)
def test_figures_that_the_parser_lacks_are_misheard(text: str, faults: tuple[str, ...]) -> None:
    parsed = read_figures(text, "en", TODAY, Currency.USD)
    assert misheard((PROPOSED,), reply(("plan.read_back",)), parsed) == faults


def test_figures_count_as_heard_only_where_the_answer_is_about_terms_or_the_transcript_keeps_them() -> None:
    text = "I can do $150 a month starting March 13"
    parsed = read_figures(text, "en", TODAY, Currency.USD)
    assert misheard((PROPOSED,), reply(("thanks.answer",)), parsed) == ("amount", "day", "rhythm")
    kept = tuple(
        {"entity": name, "value": value}
        for name, value in (("amount", 150), ("frequency", "monthly"), ("date", "2026-03-13"))
    )
    assert not misheard((PROPOSED,), reply(("thanks.answer",), entities=kept), parsed)


@pytest.mark.parametrize(
    ("act", "intents", "templates", "is_heard"),
    [
        (Act(ActKind.ACCEPT), ("affirm",), ("plan.recorded",), True),
        (Act(ActKind.ACCEPT), ("affirm",), ("robot.answer",), False),
        (Act(ActKind.REFUSE), ("deny",), ("plan.declined",), True),
        (Act(ActKind.REFUSE), ("out_of_scope",), ("scope.answer",), False),
        (Act(ActKind.IDENTIFY), ("verify_identity",), ("balance.state",), True),
        (Act(ActKind.IDENTIFY), ("verify_identity",), ("identity.retry",), False),
        (Act(ActKind.INJECT), ("out_of_scope",), ("scope.instructions",), True),
        (Act(ActKind.INJECT), ("affirm",), ("plan.recorded",), False),
        (Act(ActKind.THANKS), (), ("crisis.again",), True),
    ],
)
def test_the_sort_of_an_act_is_judged_by_its_effect_or_the_intents(
    act: Act, intents: tuple[str, ...], templates: tuple[str, ...], is_heard: bool
) -> None:
    found = misheard((act,), reply(templates, intents=intents), figures_of(()))
    assert found == (() if is_heard else (f"sort: {act.kind}",))


@pytest.mark.parametrize(
    ("kind", "template", "taken"),
    [
        (ActKind.DISPUTE, "dispute.answer", False),
        (ActKind.STATE_PAYDAY, "dispute.answer", True),
        (ActKind.SELF_HARM, "crisis.answer", False),
        (ActKind.PROPOSE, "crisis.answer", True),
        (ActKind.ASK_PERSON, "human.answer", False),
        (ActKind.ASK_QUESTION, "human.answer", True),
    ],
)
def test_an_answer_with_consequences_that_nothing_called_for_is_a_mishearing(
    kind: ActKind, template: str, taken: bool
) -> None:
    intents = ("dispute", "self_harm", "request_human", "ask_are_you_human")
    act = Act(kind, about="robot" if kind is ActKind.ASK_QUESTION else None)
    found = misheard((act,), reply((template,), intents=intents), figures_of(()))
    assert found == ((f"taken for {template}",) if taken else ())


class Scripted:
    """A borrower and a phone whose sides of the conversation are written down."""

    def __init__(self, acts: list[tuple[Act, ...]], replies: list[Reply]) -> None:
        self.account = Account("en", "USD", "consumer", 120_000, 40)
        self.done = False
        self.moves: list[LenderMove] = []
        self._acts, self._replies = acts, replies

    def respond(self, move: LenderMove, today: object) -> tuple[Act, ...]:
        self.moves.append(move)
        return self._acts.pop(0) if self._acts else ()

    def write(self, text: str) -> Reply:
        return self._replies.pop(0)

    def wait(self, by: timedelta) -> None:
        assert by > timedelta()


@pytest.fixture
def case() -> Case:
    return case_of(Account("en", "USD", "consumer", 120_000, 40), TODAY)


def told(case: Case, acts: list[tuple[Act, ...]], *replies: Reply) -> tuple[Told, Scripted]:
    borrower = Scripted(acts, list(replies))
    return play(borrower, borrower, case, SPEAKER, "seed"), borrower


GREETS, PROVES = (Act(ActKind.GREET),), (Act(ActKind.IDENTIFY),)
YES, NO, THANKS = (Act(ActKind.ACCEPT),), (Act(ActKind.REFUSE),), (Act(ActKind.THANKS),)
RECORDED = reply(("plan.recorded",), state=state(outcome="accepted", plan=MONTHLY))


def test_a_yes_to_terms_that_were_shown_is_an_agreement_at_its_turn(case: Case) -> None:
    acts = [GREETS, PROVES, (PROPOSED,), YES, THANKS]
    found, borrower = told(
        case,
        acts,
        reply(WHO),
        reply(BALANCE),
        reply(("plan.read_back",)),
        RECORDED,
        reply(("thanks.answer",)),
    )
    assert (found.held.outcome, found.held.agreed_at_turn, found.held.turns) == ("agreed", 4, 5)
    assert found.held.plan == offer_of(MONTHLY)
    assert found.held.unasked_records == 0
    assert [move.kind for move in borrower.moves][-2:] == [LenderMoveKind.READ_BACK, LenderMoveKind.RECORDED]


def test_a_plan_that_is_recorded_without_a_yes_breaks_a_rule(case: Case) -> None:
    found, _ = told(case, [GREETS, PROVES, (PROPOSED,)], reply(WHO), reply(BALANCE), RECORDED)
    assert found.held.unasked_records == 1


def test_who_takes_a_plan_back_has_none_whatever_the_books_say(case: Case) -> None:
    acts = [GREETS, PROVES, (PROPOSED,), YES, (Act(ActKind.CHANGE_MIND),)]
    found, _ = told(
        case, acts, reply(WHO), reply(BALANCE), reply(("plan.read_back",)), RECORDED, reply(("plan.exists",))
    )
    assert (found.held.outcome, found.held.plan) == ("referred", None)


def test_an_end_where_the_engine_has_terms_is_counted_unless_a_person_was_asked_for(case: Case) -> None:
    ends = reply(WHO), reply(BALANCE), reply(("dispute.answer",))
    found, _ = told(case, [GREETS, PROVES, (PROPOSED,)], *ends)
    assert (found.held.outcome, found.broken_off) == ("referred", 1)
    asks = [GREETS, PROVES, (PROPOSED, Act(ActKind.ASK_PERSON))]
    found, _ = told(case, asks, reply(WHO), reply(BALANCE), reply(("human.answer",)))
    assert (found.held.outcome, found.broken_off) == ("asked_for_person", 0)


def test_a_smaller_sum_is_a_limit_in_answer_to_an_offer_that_waits_not_after_it_was_declined(
    case: Case,
) -> None:
    smaller = (Act(ActKind.PROPOSE, amount_minor=5_000, per="monthly"),)
    counter = reply(("offer.counter",), state=state(move="counter"))
    declined = reply(("plan.declined",), state=state(outcome="declined"))
    again = reply(("offer.counter",), state=state(move="counter"))
    found, _ = told(case, [GREETS, PROVES, (PROPOSED,), smaller], reply(WHO), reply(BALANCE), counter, again)
    assert found.held.steps[-1].facts.limit is not None
    acts = [GREETS, PROVES, (PROPOSED,), NO, smaller]
    found, _ = told(case, acts, reply(WHO), reply(BALANCE), counter, declined, again)
    assert found.held.steps[-1].facts.limit is None


def test_who_only_strayed_and_was_not_understood_goes_on_with_the_matter(case: Case) -> None:
    acts = [GREETS, PROVES, (Act(ActKind.OFF_TOPIC),), (PROPOSED,)]
    lost = reply(("scope.answer",))
    _, borrower = told(case, acts, reply(WHO), reply(BALANCE), lost, reply(("human.answer",)))
    assert LenderMoveKind.HELP in [move.kind for move in borrower.moves]
    acts = [GREETS, PROVES, (PROPOSED,), (PROPOSED,)]
    _, borrower = told(case, acts, reply(WHO), reply(BALANCE), lost, reply(("human.answer",)))
    assert LenderMoveKind.NOT_UNDERSTOOD in [move.kind for move in borrower.moves]


def test_the_people_are_those_of_the_engine_s_arm_each_with_a_phone_of_their_own() -> None:
    chosen = talks(40, families().families)
    days = people_of(chosen)
    people = [person for each in days.values() for person in each]
    assert {(p.talk.family.name, p.talk.seed) for p in people} == {(t.family.name, t.seed) for t in chosen}
    assert all(day_of(person.talk.seed) == day for day, each in days.items() for person in each)
    assert all(len({person.phone for person in each}) == len(each) for each in days.values())
    assert len({person.reference for person in people}) == len(people)


def test_the_portfolio_names_the_same_balance_and_days_past_due(tmp_path: Any) -> None:
    (people,) = people_of(talk for talk in talks(18, families().families) if talk.seed == 0).values()
    write_portfolio(tmp_path / "people.csv", people)
    first, account = (tmp_path / "people.csv").read_text(encoding="utf-8").splitlines()[1], people[0].case
    assert f",{account.balance.minor / 100:.2f},0.00,0.00," in first
    assert str(account.today - timedelta(days=account.account.days_past_due)) in first


def test_the_product_takes_every_row_of_the_portfolio(tmp_path: Any) -> None:
    days = people_of(talks(90, families().families))
    for day, people in days.items():
        write_portfolio(tmp_path / "people.csv", people)
        mapping = load_mapping(ROOT / "policy" / "import" / "arrears.yml")
        batches = list(
            read_portfolio(tmp_path / "people.csv", mapping, today=day, phone_problem=phone_problem)
        )
        assert [rejection for batch in batches for rejection in batch.rejections] == []
        assert sum(len(batch.loans) for batch in batches) == len(people)


def test_a_smaller_run_is_spread_over_all_families() -> None:
    chosen = spread(talks(200, families().families), 20)
    assert len(chosen) == 20
    assert len({talk.family.name for talk in chosen}) > 12


def test_the_section_takes_the_place_of_the_earlier_one_and_leaves_the_rest() -> None:
    first = with_section("# Page\n\nwords\n", f"{TITLE}\n\none\n")
    assert first == f"# Page\n\nwords\n\n{TITLE}\n\none\n"
    between = first + "\n## Other\n\nrest\n"
    assert (
        with_section(between, f"{TITLE}\n\ntwo\n")
        == f"# Page\n\nwords\n\n{TITLE}\n\ntwo\n\n## Other\n\nrest\n"
    )
    assert section_of(between) == f"{TITLE}\n\none\n"
    assert section_of("# Page\n") is None


def test_results_survive_the_file_and_make_a_section(case: Case) -> None:
    row = {
        "family": "busy", "held_out": False, "outcome": "referred", "kind": None, "agreed": 0.0,
        "exists": True, "recovery": 0.0, "recovery_year": 0.0, "health": 1.0, "health_year": 1.0,
        "kept": None, "promises": [0, 0], "turns": None, "own_regret": None, "true_regret": None,
        "violations": {}, "seconds": [],
    }  # fmt: skip
    agreed = row | {"outcome": "agreed", "agreed": 1.0, "turns": 5}
    counts = dict.fromkeys(COUNTS, 1)
    document = {
        "family": "busy", "seed": 0, "conduct": "negotiates", "language": "en", "currency": "USD",
        "style": "terse", "row": row, "engine": agreed, "counts": counts, "faults": {"day": 1},
        "handovers": ["dispute"], "plan_recorded": False, "error": None, "transcript": [{}],
    }  # fmt: skip
    spoken = Spoken.of_json(json.dumps(document))
    assert json.loads(json.dumps(asdict(spoken))) == document
    words = section([spoken], {"command": "run", "day": "2026-03-02", "minutes": 1.0})
    assert words.startswith(TITLE)
    assert "although no need: 1 (" in words
    assert "| day | 1 |" in words
