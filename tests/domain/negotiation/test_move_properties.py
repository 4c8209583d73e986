"""What holds of every move, whatever was said and whatever the lender grants."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation.authority import Authority
from arrears.domain.negotiation.limits import disposable
from arrears.domain.negotiation.negotiate import negotiate
from arrears.domain.negotiation.offers import (
    Accept,
    Ask,
    Counter,
    Move,
    Offer,
    Position,
    Proposal,
    Question,
    Refer,
    Wish,
)
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.rest_days import is_rest_day
from arrears.domain.plans import Instalment
from tests.builders.negotiating import (
    LIMITED,
    MONEY,
    PROPOSALS,
    TODAY,
    WIDE_AUTHORITIES,
    WIDE_POSITIONS,
    Q,
    bounded_by_means,
    usd,
    widely,
)

ASKED_ALL = frozenset(Question)
OFFERED_BY_EVERYBODY = frozenset({PlanType.PROMISE, PlanType.INSTALMENTS})


def offers_of(move: Move) -> list[Offer]:
    if not isinstance(move, Accept | Counter):
        return []
    other = move.other if isinstance(move, Counter) else None
    return [move.offer] if other is None else [move.offer, other]


@given(position=WIDE_POSITIONS, authority=WIDE_AUTHORITIES, proposal=PROPOSALS)
def test_every_offer_adds_up_to_the_cent(
    position: Position, authority: Authority, proposal: Proposal
) -> None:
    for offer in offers_of(negotiate(position, authority, proposal)):
        assert offer.total + offer.left_due == position.balance.total
        assert offer.waived is None
        assert all(item.amount.minor > 0 for item in offer.instalments)
        assert offer.instalments or offer.review_on is not None


@given(position=WIDE_POSITIONS, authority=WIDE_AUTHORITIES, proposal=PROPOSALS)
def test_every_offer_stays_in_its_bounds(
    position: Position, authority: Authority, proposal: Proposal
) -> None:
    move = negotiate(position, authority, proposal)
    for offer in offers_of(move):
        days = [item.on for item in offer.instalments]
        amounts = [item.amount for item in offer.instalments]
        assert offer.kind in authority.terms.types | {PlanType.PAY_NOW, PlanType.SPLIT}
        assert len(days) <= authority.terms.max_instalments
        assert all(amount >= move.bounds.min_instalment for amount in amounts[:-1])
        assert all(earlier < later for earlier, later in pairwise(days))
        assert all(TODAY <= day <= move.bounds.latest_last_on for day in days)
        assert all(day == TODAY or not is_rest_day(day, authority.terms.rest_days) for day in days)
        if len(days) > 1:
            assert days[0] <= move.bounds.latest_first_on


@given(position=WIDE_POSITIONS, authority=WIDE_AUTHORITIES, proposal=PROPOSALS)
def test_relief_stays_in_the_terms_of_hardship(
    position: Position, authority: Authority, proposal: Proposal
) -> None:
    terms = authority.terms.hardship
    for offer in offers_of(negotiate(position, authority, proposal)):
        if offer.kind not in (PlanType.HARDSHIP, PlanType.PAUSE):
            continue
        said_little = position.stated_limit is not None or disposable(position) is not None
        assert position.said.hardship or said_little
        assert terms is not None
        assert offer.review_on is not None
        if offer.kind is PlanType.PAUSE:
            assert offer.review_on <= TODAY + timedelta(terms.max_pause_days)
        else:
            least = min(terms.min_payment, position.balance.total)
            assert all(item.amount >= least for item in offer.instalments[:-1])


@given(position=WIDE_POSITIONS, authority=WIDE_AUTHORITIES, proposal=PROPOSALS)
def test_no_offer_and_no_request_for_approval_is_above_what_they_said(
    position: Position, authority: Authority, proposal: Proposal
) -> None:
    move = negotiate(position, authority, proposal)
    asked = [move.approval.offer] if isinstance(move, Refer) and move.approval else []
    left, limit = disposable(position), position.stated_limit
    for offer in [*offers_of(move), *asked]:
        items = bounded_by_means(proposal, position, offer)
        if limit is not None:
            assert all(item.amount <= limit for item in items) or position.limit_per is not None
        if left is not None and items:
            assert most_in_a_month(items, left) <= left
        if limit is not None and position.limit_per is Frequency.MONTHLY and offer.frequency is not Q:
            assert most_in_a_month(items, limit) <= limit


def most_in_a_month(items: tuple[Instalment, ...], like: Money) -> Money:
    """The most that falls into any 24 days: monthly payments moved off rest days may be that close."""
    sums = [
        sum(item.amount.minor for item in items if 0 <= (item.on - first.on).days < 24) for first in items
    ]
    return Money(max(sums, default=0), like.currency)


@given(
    position=WIDE_POSITIONS,
    authority=WIDE_AUTHORITIES,
    proposal=PROPOSALS,
    declined=st.lists(PROPOSALS, max_size=3),
    asked=st.frozensets(st.sampled_from(Question)),
)
def test_equal_facts_get_equal_offers_whatever_was_asked_declined_or_offered(
    position: Position,
    authority: Authority,
    proposal: Proposal,
    declined: list[Proposal],
    asked: frozenset[Question],
) -> None:
    plain = replace(position, said=replace(position.said, asked=ASKED_ALL, declined=()))
    before = tuple(offer for each in declined for offer in offers_of(negotiate(plain, authority, each)))
    move = negotiate(plain, authority, proposal)
    said = replace(position.said, asked=asked, declined=(*before, *offers_of(move)))
    again = negotiate(replace(position, said=said, earlier_offers=before), authority, proposal)
    if offers_of(again):
        assert offers_of(again) == offers_of(move)
    else:
        assert isinstance(again, Ask) or again == move


@given(position=WIDE_POSITIONS, authority=WIDE_AUTHORITIES, proposal=PROPOSALS, times=st.integers(2, 6))
def test_a_refusal_repeated_moves_neither_an_amount_nor_a_day(
    position: Position, authority: Authority, proposal: Proposal, times: int
) -> None:
    heard = []
    for _ in range(times):
        move = negotiate(position, authority, proposal)
        said = position.said
        if isinstance(move, Ask):
            assert move.question not in said.asked
            said = replace(said, asked=said.asked | {move.question})
        for offer in offers_of(move)[:1]:
            heard.append(offer)
            said = replace(said, declined=(*said.declined, offer))
        position = replace(position, said=said)
    assert len({repr(offer) for offer in heard}) <= 1


@given(position=WIDE_POSITIONS, authority=WIDE_AUTHORITIES, proposal=PROPOSALS)
def test_what_is_accepted_is_what_was_proposed(
    position: Position, authority: Authority, proposal: Proposal
) -> None:
    move = negotiate(position, authority, proposal)
    if not isinstance(move, Accept) or position.said.wish is Wish.MORE_TIME:
        return
    if proposal.on is not None:
        assert move.offer.first_on == proposal.on
    plain = (proposal.share_percent, proposal.count, proposal.full) == (None, None, False)
    if proposal.amount is not None and plain:
        assert move.offer.instalments[0].amount == proposal.amount
    if proposal.frequency is not None and len(move.offer.instalments) > 1:
        assert move.offer.frequency is proposal.frequency
    in_steps = proposal.frequency is not None and proposal.rest is not None
    if proposal.count is not None:
        # Of two steps it counts the first, and others follow.
        of_the_first = move.offer.instalments[: proposal.count] if in_steps else move.offer.instalments
        assert len(of_the_first) == proposal.count
        assert not in_steps or len({each.amount for each in of_the_first}) == 1


@given(
    position=LIMITED,
    authority=WIDE_AUTHORITIES,
    proposal=PROPOSALS,
    more=MONEY,
    hardship=st.booleans(),
)
def test_a_higher_limit_never_asks_for_less_in_all(
    position: Position, authority: Authority, proposal: Proposal, more: Money, hardship: bool
) -> None:
    assume(authority.terms.types >= OFFERED_BY_EVERYBODY)
    position = widely(position)
    position = replace(position, said=replace(position.said, hardship=hardship, asked=ASKED_ALL))
    assert position.stated_limit is not None
    higher = replace(position, stated_limit=position.stated_limit + more)
    low, high = (negotiate(each, authority, proposal) for each in (position, higher))
    if offers_of(low):
        # A person may be asked for their own terms, where ours would come before the day of their money.
        theirs = high.approval if isinstance(high, Refer) else None
        asked = offers_of(high) or ([] if theirs is None else [theirs.offer])
        assert asked
        assert asked[0].total >= offers_of(low)[0].total


@given(position=WIDE_POSITIONS, authority=WIDE_AUTHORITIES, proposal=PROPOSALS)
def test_every_offer_carries_its_worth_and_no_better_one_is_worth_less(
    position: Position, authority: Authority, proposal: Proposal
) -> None:
    move = negotiate(position, authority, proposal)
    assert negotiate(position, authority, proposal) == move
    if isinstance(move, Accept | Counter):
        assert move.worth is not None
        assert usd(0) <= move.worth.expected <= min(move.worth.best, position.balance.total)
        assert move.reasons
