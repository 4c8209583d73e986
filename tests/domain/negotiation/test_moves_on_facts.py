"""What each fact leads to: means, hardship, wishes, refusals."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from arrears.domain.language.readings import Frequency
from arrears.domain.negotiation.authority import HardshipTerms
from arrears.domain.negotiation.negotiate import negotiate
from arrears.domain.negotiation.offers import (
    Accept,
    Ask,
    Counter,
    Move,
    Position,
    Proposal,
    Question,
    Reason,
    Refer,
    Regularly,
    Statements,
    Wish,
)
from arrears.domain.negotiation.plan_types import PlanType
from tests.builders.negotiating import (
    FRIDAY,
    NINE_HUNDRED,
    SATURDAY,
    TODAY,
    WIDE,
    B,
    M,
    W,
    amounts,
    at,
    granted,
    offered,
    usd,
    widely,
)

WIDELY = granted(WIDE)
MONDAY = SATURDAY + timedelta(2)


def said(position: Position = NINE_HUNDRED, **facts: object) -> Position:
    return widely(position, Statements(**facts))  # type: ignore[arg-type]


def limited(whole: int, **facts: object) -> Position:
    return said(at(usd(900), limit=usd(whole), per=M), **facts)


def left_over(whole: int) -> Statements:
    """Means by their own figures that leave so much a month."""
    return Statements(income=Regularly(usd(2000), M), expenses=Regularly(usd(2000 - whole), M))


def asked(*questions: Question) -> frozenset[Question]:
    return frozenset(questions)


# Own figures


@pytest.mark.parametrize(("left", "kind"), [(299, Counter), (300, Accept)])
def test_a_plan_that_their_own_figures_cannot_carry_is_made_smaller(left: int, kind: type[Move]) -> None:
    move = negotiate(widely(NINE_HUNDRED, left_over(left)), WIDELY, Proposal(count=3, on=FRIDAY))
    assert isinstance(move, kind)
    if isinstance(move, Counter):
        assert move.reasons == (Reason.ABOVE_OWN_FIGURES,)
    assert max(amounts(move)) == usd(left)


def test_other_plans_of_the_same_person_are_part_of_one_affordability() -> None:
    position = replace(widely(NINE_HUNDRED, left_over(300)), other_plans=usd(180))
    assert max(amounts(negotiate(position, WIDELY, Proposal(count=3, on=FRIDAY)))) == usd(120)


def test_figures_that_leave_less_than_the_least_go_to_a_person_with_what_they_can_pay() -> None:
    move = negotiate(widely(NINE_HUNDRED, left_over(9)), WIDELY, Proposal(count=3, on=FRIDAY))
    assert isinstance(move, Refer)
    assert move.reasons == (Reason.MINIMUM_ABOVE_STATED_LIMIT, Reason.ABOVE_OWN_FIGURES)
    assert move.approval is not None
    assert move.approval.exceeds is Reason.MINIMUM_ABOVE_STATED_LIMIT
    assert {item.amount for item in move.approval.offer.instalments} == {usd(9)}


def test_figures_that_leave_less_than_the_minimum_get_reduced_payments_within_them() -> None:
    move = negotiate(widely(NINE_HUNDRED, left_over(40)), WIDELY, Proposal(count=3, on=FRIDAY))
    assert isinstance(move, Counter)
    assert move.offer.kind is PlanType.HARDSHIP
    assert max(amounts(move)) <= usd(40)


def test_figures_that_leave_nothing_ask_for_nothing() -> None:
    move = negotiate(widely(NINE_HUNDRED, left_over(0)), WIDELY, Proposal(amount=usd(50), on=FRIDAY))
    assert isinstance(move, Refer)
    assert move.approval is None


# Questions, silence and refusals


def test_who_named_no_amount_is_asked_first_and_offered_when_they_do_not_answer() -> None:
    first = negotiate(said(), WIDELY, Proposal())
    assert isinstance(first, Ask)
    assert first.question is Question.AMOUNT
    authority = granted(replace(WIDE, max_instalments=24, max_term_days=730))
    move = negotiate(said(asked=asked(Question.AMOUNT)), authority, Proposal())
    assert isinstance(move, Counter)
    assert Reason.NO_ANSWER in move.reasons
    assert move.worth is not None
    assert move.worth.regret == usd(0)
    assert move.other is not None
    assert move.other != move.offer


def test_a_day_that_is_not_named_when_asked_is_proposed() -> None:
    move = negotiate(said(asked=asked(Question.DATE)), WIDELY, Proposal(full=True))
    assert isinstance(move, Counter)
    assert move.reasons[:2] == (Reason.NO_ANSWER, Reason.DATE_PROPOSED)
    assert amounts(move) == [usd(900)]
    assert move.offer.first_on == TODAY + timedelta(7)


def test_declined_terms_come_back_after_the_questions_that_could_change_them() -> None:
    proposal = Proposal(amount=usd(30), frequency=M, on=FRIDAY)
    move, heard, open_questions = negotiate(said(), WIDELY, proposal), [], set[Question]()
    first = offered(move)
    for _ in range(4):
        position = said(asked=frozenset(open_questions), declined=(first,))
        move = negotiate(position, WIDELY, proposal)
        heard.append(move.question if isinstance(move, Ask) else Reason.EARLIER_OFFER_STANDS)
        if isinstance(move, Ask):
            open_questions.add(move.question)
    assert heard == [Question.AFFORDABLE, Question.PAYDAY, *[Reason.EARLIER_OFFER_STANDS] * 2]
    assert isinstance(move, Counter)
    assert move.reasons[-1] is Reason.EARLIER_OFFER_STANDS
    assert move.offer == first


def test_a_fact_after_a_refusal_changes_the_terms() -> None:
    proposal = Proposal(amount=usd(30), frequency=M, on=FRIDAY)
    first = offered(negotiate(said(), WIDELY, proposal))
    position = replace(limited(80, declined=(first,)), stated_limit=usd(80))
    move = negotiate(position, WIDELY, Proposal(amount=usd(80), frequency=M, on=FRIDAY))
    assert isinstance(move, Accept)
    assert max(amounts(move)) == usd(80)


# Hardship


def test_who_says_that_they_are_in_hardship_is_asked_what_they_could_manage() -> None:
    move = negotiate(said(hardship=True), WIDELY, Proposal())
    assert isinstance(move, Ask)
    assert move.question is Question.AFFORDABLE


@pytest.mark.parametrize(
    ("position", "proposal", "paid"),
    [
        (limited(30, hardship=True), Proposal(), [usd(30)] * 6),
        (limited(74, hardship=True), Proposal(), [usd(74)] * 6),
        (said(hardship=True), Proposal(amount=usd(20), frequency=M), [usd(20)] * 6),
    ],
)
def test_below_the_minimum_hardship_gets_reduced_payments_and_a_review(
    position: Position, proposal: Proposal, paid: list[object]
) -> None:
    move = negotiate(position, WIDELY, proposal)
    assert isinstance(move, Counter)
    assert move.reasons == (Reason.HARDSHIP,)
    assert (move.offer.kind, amounts(move)) == (PlanType.HARDSHIP, paid)
    assert move.offer.review_on is not None
    assert move.other is None


def test_who_names_less_than_the_least_reduced_payment_is_offered_a_pause_and_never_more() -> None:
    move = negotiate(said(hardship=True), WIDELY, Proposal(amount=usd(5), frequency=M))
    assert offered(move).kind is PlanType.PAUSE
    assert amounts(move) == []


def test_hardship_that_can_carry_the_usual_terms_gets_them() -> None:
    move = negotiate(limited(75, hardship=True), WIDELY, Proposal())
    assert (offered(move).kind, amounts(move)) == (PlanType.INSTALMENTS, [usd(75)] * 12)


@pytest.mark.parametrize(("limit", "kind"), [(9, PlanType.PAUSE), (10, PlanType.HARDSHIP)])
def test_less_than_the_least_reduced_payment_is_a_pause(limit: int, kind: PlanType) -> None:
    move = negotiate(limited(limit, hardship=True), WIDELY, Proposal())
    assert offered(move).kind is kind


def test_where_the_policy_has_no_relief_a_person_decides_and_nothing_is_demanded() -> None:
    authority = granted(replace(WIDE, hardship=None))
    move = negotiate(said(hardship=True), authority, Proposal(amount=usd(20), frequency=M))
    assert isinstance(move, Refer)
    assert move.reasons == (Reason.HARDSHIP,)


@pytest.mark.parametrize(("count", "kind"), [(1, PlanType.PAUSE), (2, PlanType.HARDSHIP)])
def test_a_quarters_money_at_once_is_no_relief_for_who_named_a_months(count: int, kind: PlanType) -> None:
    quarterly = granted(replace(WIDE, frequencies=(Frequency.QUARTERLY,), max_instalments=count))
    move = negotiate(limited(20, hardship=True), quarterly, Proposal())
    assert isinstance(move, Counter)
    assert move.offer.kind is kind


def test_a_part_payment_in_hardship_is_not_followed_by_larger_ones() -> None:
    move = negotiate(said(hardship=True), WIDELY, Proposal(amount=usd(30), on=FRIDAY))
    assert isinstance(move, Accept)
    assert amounts(move) == [usd(30)]


def test_a_limit_below_the_minimum_is_a_statement_of_difficulty_and_gets_reduced_payments() -> None:
    move = negotiate(limited(30), WIDELY, Proposal())
    assert isinstance(move, Counter)
    assert move.reasons == (Reason.MINIMUM_ABOVE_STATED_LIMIT, Reason.HARDSHIP)
    assert (move.offer.kind, amounts(move)) == (PlanType.HARDSHIP, [usd(30)] * 6)


def test_a_limit_below_the_least_reduced_payment_goes_to_a_person_with_the_plan_to_approve() -> None:
    authority = granted(replace(WIDE, approvers={Reason.MINIMUM_ABOVE_STATED_LIMIT: "lead"}))
    move = negotiate(limited(9), authority, Proposal())
    assert isinstance(move, Refer)
    assert move.approval is not None
    assert (move.approval.approver, move.approval.exceeds) == ("lead", Reason.MINIMUM_ABOVE_STATED_LIMIT)
    assert {item.amount for item in move.approval.offer.instalments} == {usd(9)}


def test_what_the_policy_lets_nobody_approve_is_put_to_nobody() -> None:
    authority = granted(replace(WIDE, approvers={}))
    for position, proposal in (
        (limited(9), Proposal()),
        (said(wish=Wish.SETTLEMENT), Proposal(amount=usd(700))),
    ):
        move = negotiate(position, authority, proposal)
        assert isinstance(move, Refer)
        assert move.approval is None


# Days


@pytest.mark.parametrize(
    ("on", "first_on", "kind"),
    [(FRIDAY, FRIDAY, Accept), (SATURDAY, MONDAY, Counter), (MONDAY, MONDAY, Accept)],
)
def test_a_day_of_rest_gives_way_to_a_business_day(on: date, first_on: date, kind: type[Move]) -> None:
    move = negotiate(said(), WIDELY, Proposal(amount=usd(100), frequency=M, on=on))
    assert isinstance(move, kind)
    assert offered(move).first_on == first_on
    if isinstance(move, Counter):
        assert move.reasons == (Reason.MOVED_OFF_REST_DAY,)


def test_what_is_paid_today_is_not_put_off_to_monday() -> None:
    saturday = replace(said(), today=SATURDAY)
    move = negotiate(saturday, WIDELY, Proposal(amount=usd(100), frequency=M, on=SATURDAY))
    assert isinstance(move, Accept)
    assert move.offer.first_on == SATURDAY


@pytest.mark.parametrize(
    ("payday", "per", "first_on"),
    [
        (FRIDAY, B, FRIDAY),
        (date(2026, 5, 1), B, date(2026, 5, 15)),
        (date(2026, 6, 30), M, TODAY + timedelta(7)),
    ],
)
def test_a_plan_without_a_day_starts_on_their_payday(payday: date, per: object, first_on: date) -> None:
    position = said(payday=payday, income=Regularly(usd(2000), per))  # type: ignore[arg-type]
    move = negotiate(position, WIDELY, Proposal(amount=usd(100), frequency=M))
    assert offered(move).first_on == first_on


# Wishes


@pytest.mark.parametrize(
    ("wish", "reason"),
    [(Wish.RENEWAL, Reason.NEW_CREDIT), (Wish.SETTLEMENT, Reason.NEEDS_APPROVAL)],
)
def test_new_credit_and_settlements_go_to_a_person(wish: Wish, reason: Reason) -> None:
    move = negotiate(said(wish=wish), WIDELY, Proposal())
    assert isinstance(move, Refer)
    assert (move.reasons, move.approval) == ((reason,), None)


@pytest.mark.parametrize(
    ("proposal", "pays"),
    [
        (Proposal(amount=usd(539, 99)), None),
        (Proposal(amount=usd(540)), usd(540)),
        (Proposal(share_percent=59), None),
        (Proposal(share_percent=60), usd(540)),
        (Proposal(amount=usd(700)), usd(700)),
        (Proposal(amount=usd(700), full=True), usd(700)),  # "700 and it is all cleared"
    ],
)
def test_a_settlement_is_put_to_a_person_at_the_sum_they_named_when_it_reaches_the_floor(
    proposal: Proposal, pays: object
) -> None:
    move = negotiate(said(wish=Wish.SETTLEMENT), WIDELY, proposal)
    assert isinstance(move, Refer)
    assert move.reasons == (Reason.NEEDS_APPROVAL,)
    if pays is None:
        assert move.approval is None
    else:
        assert move.approval is not None
        assert move.approval.offer.total == pays
        assert move.approval.offer.waived == usd(900) - move.approval.offer.total


def test_a_settlement_that_may_not_be_had_here_is_not_put_to_anybody() -> None:
    position = replace(said(wish=Wish.SETTLEMENT), with_approval=frozenset())
    move = negotiate(position, WIDELY, Proposal(amount=usd(700)))
    assert isinstance(move, Refer)
    assert (move.reasons, move.approval) == ((Reason.TYPE_NOT_HERE,), None)


def test_more_time_is_granted_for_the_days_of_grace() -> None:
    move = negotiate(said(wish=Wish.MORE_TIME), WIDELY, Proposal())
    assert (offered(move).kind, offered(move).first_on) == (PlanType.GRACE, TODAY + timedelta(10))
    later = negotiate(said(wish=Wish.MORE_TIME), WIDELY, Proposal(on=TODAY + timedelta(11)))
    assert isinstance(later, Counter)
    assert later.reasons == (Reason.DATE_TOO_LATE,)
    sooner = negotiate(said(wish=Wish.MORE_TIME), WIDELY, Proposal(on=TODAY + timedelta(10)))
    assert isinstance(sooner, Accept)


@pytest.mark.parametrize("wish", [Wish.PAUSE, Wish.LOWER_PAYMENTS])
def test_who_wants_to_pay_less_is_asked_what_they_can_manage(wish: Wish) -> None:
    move = negotiate(said(wish=wish), WIDELY, Proposal())
    assert isinstance(move, Ask)
    assert move.question is Question.AFFORDABLE
    silent = negotiate(said(wish=wish, asked=asked(Question.AFFORDABLE)), WIDELY, Proposal())
    assert isinstance(silent, Counter)


def test_a_pause_is_given_in_hardship_with_reduced_payments_as_the_other_choice() -> None:
    move = negotiate(said(wish=Wish.PAUSE, hardship=True), WIDELY, Proposal())
    assert isinstance(move, Counter)
    assert move.offer.kind is PlanType.PAUSE
    assert move.offer.review_on == TODAY + timedelta(60)
    assert move.other is not None
    assert move.other.kind is PlanType.HARDSHIP


@pytest.mark.parametrize(("days", "kind"), [(0, PlanType.HARDSHIP), (1, PlanType.PAUSE)])
def test_without_days_of_pause_reduced_payments_are_offered(days: int, kind: PlanType) -> None:
    authority = granted(replace(WIDE, hardship=HardshipTerms(usd(10), 6, days)))
    assert offered(negotiate(said(wish=Wish.PAUSE, hardship=True), authority, Proposal())).kind is kind


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        (Wish.SEASONAL, PlanType.SEASONAL),
        (Wish.REVENUE_LINKED, PlanType.REVENUE_LINKED),
        (Wish.FLEXIBLE, PlanType.FLEXIBLE),
    ],
)
def test_terms_of_small_businesses_are_offered_where_they_may_be(wish: Wish, kind: PlanType) -> None:
    move = negotiate(said(wish=wish), WIDELY, Proposal())
    assert isinstance(move, Counter)
    assert move.offer.kind is kind
    elsewhere = replace(said(wish=wish), allowed=frozenset({PlanType.INSTALMENTS}))
    refused = negotiate(elsewhere, WIDELY, Proposal())
    assert isinstance(refused, Refer)
    assert refused.reasons == (Reason.TYPE_NOT_HERE,)
    approved = replace(elsewhere, with_approval=frozenset({kind}))
    put = negotiate(approved, WIDELY, Proposal())
    assert isinstance(put, Refer)
    assert put.approval is not None
    assert put.approval.offer == move.offer


def test_who_may_repay_at_will_may_do_so_on_terms_of_their_own_too() -> None:
    terms = Proposal(amount=usd(200), frequency=M, on=FRIDAY)
    plain = negotiate(said(), WIDELY, terms)
    at_will = negotiate(said(wish=Wish.FLEXIBLE), WIDELY, terms)
    assert isinstance(plain, Accept)
    assert isinstance(at_will, Accept)
    assert plain.offer.kind is PlanType.INSTALMENTS
    assert at_will.offer == replace(plain.offer, kind=PlanType.FLEXIBLE)
    not_here = replace(said(wish=Wish.FLEXIBLE), allowed=frozenset({PlanType.INSTALMENTS}))
    assert offered(negotiate(not_here, WIDELY, terms)) == plain.offer


def test_a_season_of_interest_alone_is_set_by_a_person_where_the_rate_is_not_known() -> None:
    move = negotiate(said(wish=Wish.INTEREST_ONLY), WIDELY, Proposal())
    assert isinstance(move, Refer)
    assert move.reasons == (Reason.NEEDS_APPROVAL,)


def test_a_later_maturity_needs_a_day() -> None:
    move = negotiate(said(wish=Wish.EXTENSION), WIDELY, Proposal())
    assert isinstance(move, Ask)
    assert move.question is Question.UNTIL
    dated = negotiate(said(wish=Wish.EXTENSION), WIDELY, Proposal(on=date(2026, 9, 1)))
    assert (offered(dated).kind, offered(dated).first_on) == (PlanType.EXTENSION, date(2026, 9, 1))


def test_a_plan_that_is_proposed_beside_a_wish_is_taken_as_it_is() -> None:
    move = negotiate(said(wish=Wish.LOWER_PAYMENTS), WIDELY, Proposal(amount=usd(80), frequency=M, on=FRIDAY))
    assert isinstance(move, Accept)


# Broken promises, and types


def test_after_too_many_broken_promises_help_comes_before_a_question() -> None:
    move = negotiate(replace(said(), broken_promises=3), WIDELY, Proposal())
    assert isinstance(move, Refer)
    assert move.reasons == (Reason.BROKEN_PROMISES,)
    day = negotiate(replace(said(), broken_promises=3), WIDELY, Proposal(full=True))
    assert isinstance(day, Ask)


def test_a_kind_that_may_not_be_offered_gives_way_to_one_that_may() -> None:
    position = replace(said(), allowed=frozenset({PlanType.PROMISE, PlanType.PAY_NOW}))
    move = negotiate(position, WIDELY, Proposal(amount=usd(100), frequency=W, on=FRIDAY))
    assert isinstance(move, Counter)
    assert move.offer.kind in (PlanType.PROMISE, PlanType.PAY_NOW)
    assert Reason.TYPE_NOT_HERE in move.reasons


def test_an_amount_named_in_another_rhythm_bounds_reduced_payments_too() -> None:
    """4 a week is 17.33 a month; quarterly payments are not among the lender's, monthly ones are."""
    authority = granted(replace(WIDE, frequencies=(M,)))
    move = negotiate(said(hardship=True), authority, Proposal(amount=usd(4), frequency=W))
    assert offered(move).kind is PlanType.HARDSHIP
    assert max(amounts(move)) <= usd(17, 33)
