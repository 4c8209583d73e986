"""Positions, authorities and what may be offered, for tests of the negotiation."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from arrears.domain.cases import Balance, Purpose
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.authority import (
    Authority,
    AuthorityPolicy,
    AuthorityRow,
    DayShift,
    HardshipTerms,
    RestDays,
    SettlementTerms,
    Terms,
    authority_for,
)
from arrears.domain.negotiation.offers import (
    Accept,
    Counter,
    Move,
    Offer,
    Position,
    Proposal,
    Question,
    Reason,
    Regularly,
    Statements,
    Wish,
)
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.plans import Instalment

TODAY = date(2026, 5, 4)  # a Monday
FRIDAY = date(2026, 5, 8)
SATURDAY = date(2026, 5, 9)
M, S, B, W = Frequency.MONTHLY, Frequency.SEMIMONTHLY, Frequency.BIWEEKLY, Frequency.WEEKLY
Q = Frequency.QUARTERLY
PER_YEAR = {W: 52, B: 26, S: 24, M: 12, Q: 4}


def usd(whole: int, cents: int = 0) -> Money:
    return Money(whole * 100 + cents, Currency.USD)


TERMS = Terms(
    min_instalment=usd(25),
    max_instalments=12,
    frequencies=(M, B, W),
    promise_within_days=30,
    first_payment_within_days=20,
    usual_first_payment_days=7,
    max_term_days=365,
    grace_days=3,
    refer_after_broken_promises=3,
)

EVERY_TYPE = frozenset(PlanType)
OWN_TYPES = EVERY_TYPE - {PlanType.SETTLEMENT, PlanType.RENEWAL}

WIDE = replace(
    TERMS,
    types=EVERY_TYPE,
    grace_offer_days=10,
    rest_days=RestDays(DayShift.NEXT),
    hardship=HardshipTerms(min_payment=usd(10), max_months=6, max_pause_days=60),
    settlement=SettlementTerms(floor_percent=60, pay_within_days=30),
    approvers={
        Reason.MINIMUM_ABOVE_STATED_LIMIT: "supervisor",
        Reason.NEEDS_APPROVAL: "supervisor",
        Reason.SECOND_DATE_CHANGE: "supervisor",
    },
)
"""Every kind of plan, with relief, weekends off, and a settlement that a person may approve."""


def granted(terms: Terms = TERMS) -> Authority:
    row = AuthorityRow("any", None, Purpose.CONSUMER, usd(0), None, 0, None, terms)
    authority = authority_for(
        AuthorityPolicy("test", (row,)),
        product="",
        purpose=Purpose.CONSUMER,
        balance=usd(1),
        days_past_due=0,
    )
    assert authority is not None
    return authority


def at(balance: Money, limit: Money | None = None, per: Frequency | None = None) -> Position:
    parts = Balance(fees=usd(0), interest=usd(0), principal=balance)
    return Position(parts, 30, TODAY, stated_limit=limit, limit_per=per)


def widely(position: Position, said: Statements | None = None) -> Position:
    """The position where every type may be offered, settlement after approval, with what they said."""
    return replace(
        position,
        allowed=OWN_TYPES,
        with_approval=frozenset({PlanType.SETTLEMENT}),
        with_person=frozenset({PlanType.RENEWAL}),
        said=said or position.said,
    )


NINE_HUNDRED = at(usd(900))


def offered(move: Move) -> Offer:
    assert isinstance(move, Accept | Counter)
    return move.offer


def amounts(move: Move) -> list[Money]:
    return [instalment.amount for instalment in offered(move).instalments]


def bounded_by_means(proposal: Proposal, position: Position, offer: Offer) -> tuple[Instalment, ...]:
    """The payments that their means bound: all but a first sum that they have, beside regular ones."""
    rest, named = proposal.rest, proposal.amount
    if proposal.share_percent is not None:
        named = position.balance.total.percent(proposal.share_percent)
    named = position.balance.total if named is None and proposal.full else named
    regular = rest is not None and (rest.count is not None or None not in (rest.amount, rest.frequency))
    once = proposal.count == 1 or (proposal.count is None and proposal.frequency is None)
    if (
        not (regular and once)
        or named is None
        or not offer.instalments
        or offer.instalments[0].amount > named
    ):
        return offer.instalments
    return offer.instalments[1:]


# Anything that may be said and granted.

MONEY = st.integers(1, 30_000_00).map(lambda minor: Money(minor, Currency.USD))
FREQUENCY = st.sampled_from(Frequency)
RESTING = st.builds(
    RestDays,
    st.sampled_from(DayShift),
    st.frozensets(st.dates(TODAY - timedelta(30), TODAY + timedelta(400)), max_size=5),
)
PLAIN_TERMS = st.builds(
    Terms,
    min_instalment=st.integers(1, 300_00).map(lambda minor: Money(minor, Currency.USD)),
    max_instalments=st.integers(1, 60),
    frequencies=st.lists(FREQUENCY, min_size=1, unique=True).map(tuple),
    promise_within_days=st.integers(0, 60),
    usual_first_payment_days=st.integers(0, 10),
    first_payment_within_days=st.integers(10, 40),
    max_term_days=st.integers(40, 1100),
    grace_days=st.just(3),
    refer_after_broken_promises=st.just(3),
)
AUTHORITIES = PLAIN_TERMS.map(granted)
WIDE_TERMS = st.builds(
    replace,
    PLAIN_TERMS,
    types=st.just(EVERY_TYPE) | st.frozensets(st.sampled_from(PlanType)),
    grace_offer_days=st.integers(0, 20),
    rest_days=RESTING,
    hardship=st.none()
    | st.builds(
        HardshipTerms,
        st.integers(1, 50_00).map(lambda minor: Money(minor, Currency.USD)),
        st.integers(1, 12),
        st.integers(0, 90),
    ),
    settlement=st.none() | st.builds(SettlementTerms, st.integers(1, 99), st.integers(0, 60)),
    approvers=st.just(dict.fromkeys(Reason, "supervisor")) | st.just({}),
)
WIDE_AUTHORITIES = WIDE_TERMS.map(granted)
LIMITED = st.builds(
    lambda balance, percent, per: at(balance, limit=balance.share(percent, 100), per=per),
    MONEY,
    st.integers(0, 100),
    st.none() | FREQUENCY,
)
POSITIONS = st.builds(at, MONEY) | LIMITED
REGULARLY = st.builds(Regularly, MONEY, FREQUENCY)
STATEMENTS = st.builds(
    Statements,
    income=st.none() | REGULARLY,
    expenses=st.none() | REGULARLY,
    payday=st.none() | st.dates(TODAY - timedelta(20), TODAY + timedelta(60)),
    hardship=st.booleans(),
    wish=st.none() | st.sampled_from(Wish),
    asked=st.frozensets(st.sampled_from(Question)),
)
WIDE_POSITIONS = st.builds(
    lambda position, said, broken, kept, other: replace(
        widely(position, said), broken_promises=broken, kept_promises=kept, other_plans=other
    ),
    POSITIONS,
    STATEMENTS,
    st.integers(0, 3),
    st.integers(0, 3),
    st.none() | MONEY,
)
_DAYS_OF_RESTS = st.none() | st.dates(TODAY, TODAY + timedelta(150))
_RESTS = st.builds(
    Proposal,
    amount=st.none() | MONEY,
    on=_DAYS_OF_RESTS,
    count=st.none() | st.integers(1, 90),
    frequency=st.none() | FREQUENCY,
    rest=st.none() | st.builds(Proposal, amount=st.none() | MONEY, on=_DAYS_OF_RESTS),
)
PROPOSALS = st.builds(
    Proposal,
    amount=st.none() | MONEY,
    on=st.none() | st.dates(TODAY - timedelta(5), TODAY + timedelta(90)),
    count=st.none() | st.integers(1, 90),
    frequency=st.none() | FREQUENCY,
    full=st.booleans(),
    share_percent=st.none() | st.integers(1, 99),
    rest=st.none() | _RESTS,
)
