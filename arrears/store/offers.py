"""What was proposed, what was offered and read back, and what became of each offer. All appended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, insert, select

from arrears.domain.ids import CaseId, ConversationId, MessageId, OfferId
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.affordability import StatedLimit
from arrears.domain.negotiation.offers import (
    Offer,
    OfferBounds,
    Proposal,
    Regularly,
    Statements,
    Wish,
)
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.plans import Instalment
from arrears.store.tables.dialogue import offer_outcomes, offers, proposals

NOTHING_SAID = Statements()


class OfferOutcome(StrEnum):
    """What became of an offer that was read back."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class OpenOffer:
    """An offer that was read back and waits for a yes or a no."""

    id: OfferId
    kind: str  # "accept": their own terms; "counter": ours
    offer: Offer
    bounds: dict[str, Any]
    at: datetime
    other: Offer | None = None  # the second of two to choose from: a mere yes agrees to neither


@dataclass(frozen=True, slots=True)
class KeptProposal:
    """What the borrower has said so far in a conversation: their proposal, their limit, their means."""

    proposal: Proposal
    limit: StatedLimit | None
    said: Statements = NOTHING_SAID  # without what was declined and asked: other rows say that


def append_proposal(
    tx: Connection, conversation_id: ConversationId, kept: KeptProposal, *, key: str, at: datetime
) -> None:
    """Remember what the borrower has proposed so far, merged over their turns."""
    tx.execute(
        insert(proposals).values(id=key, conversation_id=conversation_id, terms=_proposal_terms(kept), at=at)
    )


def is_proposal_kept(tx: Connection, key: str) -> bool:
    """Whether the proposal of that key is here already."""
    return tx.execute(select(proposals.c.id).where(proposals.c.id == key)).one_or_none() is not None


def last_proposal(tx: Connection, conversation_id: ConversationId) -> KeptProposal | None:
    """What the borrower has proposed so far in this conversation."""
    p = proposals.c
    row = tx.execute(
        select(p.terms)
        .where(p.conversation_id == conversation_id)
        .order_by(p.at.desc(), p.id.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else _proposal(row.terms)


def append_offer(
    tx: Connection,
    offer_id: OfferId,
    conversation_id: ConversationId,
    case_id: CaseId,
    offer: Offer,
    *,
    other: Offer | None = None,
    kind: str,
    bounds: dict[str, Any],
    reasons: tuple[str, ...],
    at: datetime,
) -> None:
    """Store an offer that is about to be read back."""
    tx.execute(
        insert(offers).values(
            id=offer_id,
            conversation_id=conversation_id,
            case_id=case_id,
            kind=kind,
            schedule=offer_terms(offer) | ({} if other is None else {"other": offer_terms(other)}),
            bounds=bounds,
            reasons=list(reasons),
            at=at,
        )
    )


def open_offer(tx: Connection, conversation_id: ConversationId) -> OpenOffer | None:
    """The last offer of the conversation, while it has no outcome."""
    o = offers.c
    row = tx.execute(
        select(offers)
        .outerjoin(offer_outcomes)
        .where(o.conversation_id == conversation_id, offer_outcomes.c.outcome.is_(None))
        .order_by(o.at.desc(), o.id.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        return None
    second = row.schedule.get("other")
    other = None if second is None else offer_of(second)
    return OpenOffer(OfferId(row.id), row.kind, offer_of(row.schedule), row.bounds, row.at, other)


def offers_of(tx: Connection, conversation_id: ConversationId) -> tuple[Offer, ...]:
    """Every offer of the conversation, the latest last."""
    o = offers.c
    rows = tx.execute(select(o.schedule).where(o.conversation_id == conversation_id).order_by(o.at, o.id))
    return tuple(offer_of(row.schedule) for row in rows)


def declined_offers(tx: Connection, conversation_id: ConversationId) -> tuple[Offer, ...]:
    """The offers of the conversation that the borrower turned down, the latest last."""
    o = offers.c
    rows = tx.execute(
        select(o.schedule)
        .join(offer_outcomes)
        .where(o.conversation_id == conversation_id, offer_outcomes.c.outcome == OfferOutcome.DECLINED)
        .order_by(o.at, o.id)
    )
    return tuple(offer_of(row.schedule) for row in rows)


def append_outcome(
    tx: Connection, offer_id: OfferId, outcome: OfferOutcome, message_id: MessageId, at: datetime
) -> None:
    """Close an open offer."""
    tx.execute(
        insert(offer_outcomes).values(offer_id=offer_id, outcome=outcome, message_id=message_id, at=at)
    )


def bounds_terms(bounds: OfferBounds) -> dict[str, Any]:
    """The bounds as the transcript keeps them; money in minor units with its currency."""
    return {
        "min_instalment": _money_terms(bounds.min_instalment),
        "max_instalments": bounds.max_instalments,
        "latest_promise_on": bounds.latest_promise_on.isoformat(),
        "latest_first_on": bounds.latest_first_on.isoformat(),
        "latest_last_on": bounds.latest_last_on.isoformat(),
        "stated_limit": None if bounds.stated_limit is None else _money_terms(bounds.stated_limit),
        "policy_version": bounds.policy_version,
    }


def offer_terms(offer: Offer) -> dict[str, Any]:
    """The offer as JSON; money in minor units with its currency."""
    return {
        "instalments": [[item.on.isoformat(), item.amount.minor] for item in offer.instalments],
        "frequency": offer.frequency,
        "left_due_minor": offer.left_due.minor,
        "currency": offer.left_due.currency,
        "kind": offer.kind,
        "waived_minor": None if offer.waived is None else offer.waived.minor,
        "review_on": None if offer.review_on is None else offer.review_on.isoformat(),
        "takings_percent": offer.takings_percent,
    }


def offer_of(terms: dict[str, Any]) -> Offer:
    """The offer again."""
    currency = Currency(terms["currency"])
    return Offer(
        instalments=tuple(
            Instalment(date.fromisoformat(on), Money(minor, currency)) for on, minor in terms["instalments"]
        ),
        frequency=_frequency(terms["frequency"]),
        left_due=Money(terms["left_due_minor"], currency),
        kind=PlanType(terms.get("kind", PlanType.INSTALMENTS)),
        waived=None if terms.get("waived_minor") is None else Money(terms["waived_minor"], currency),
        review_on=None if terms.get("review_on") is None else date.fromisoformat(terms["review_on"]),
        takings_percent=terms.get("takings_percent"),
    )


def _money_terms(money: Money) -> list[Any]:
    return [money.minor, money.currency]


def _proposal_terms(kept: KeptProposal) -> dict[str, Any]:
    proposal, limit = kept.proposal, kept.limit
    return {
        "amount": None if proposal.amount is None else _money_terms(proposal.amount),
        "on": None if proposal.on is None else proposal.on.isoformat(),
        "count": proposal.count,
        "frequency": proposal.frequency,
        "full": proposal.full,
        "share_percent": proposal.share_percent,
        "limit": None if limit is None else [*_money_terms(limit.amount), limit.per],
        "said": _statement_terms(kept.said),
    }


def _proposal(terms: dict[str, Any]) -> KeptProposal:
    """The proposal again, without its problems: those were asked about when they arose."""
    amount, limit = terms["amount"], terms["limit"]
    proposal = Proposal(
        amount=None if amount is None else Money(amount[0], Currency(amount[1])),
        on=None if terms["on"] is None else date.fromisoformat(terms["on"]),
        count=terms["count"],
        frequency=_frequency(terms["frequency"]),
        full=terms["full"],
        share_percent=terms["share_percent"],
    )
    stated = None if limit is None else StatedLimit(Money(limit[0], Currency(limit[1])), _frequency(limit[2]))
    return KeptProposal(proposal, stated, _statements(terms.get("said") or {}))


def _statement_terms(said: Statements) -> dict[str, Any]:
    return {
        "income": _regular_terms(said.income),
        "expenses": _regular_terms(said.expenses),
        "payday": None if said.payday is None else said.payday.isoformat(),
        "hardship": said.hardship,
        "wish": said.wish,
    }


def _statements(terms: dict[str, Any]) -> Statements:
    payday, wish = terms.get("payday"), terms.get("wish")
    return Statements(
        income=_regular(terms.get("income")),
        expenses=_regular(terms.get("expenses")),
        payday=None if payday is None else date.fromisoformat(payday),
        hardship=bool(terms.get("hardship")),
        wish=None if wish is None else Wish(wish),
    )


def _regular_terms(money: Regularly | None) -> list[Any] | None:
    return None if money is None else [*_money_terms(money.amount), money.per]


def _regular(terms: list[Any] | None) -> Regularly | None:
    return None if terms is None else Regularly(Money(terms[0], Currency(terms[1])), Frequency(terms[2]))


def _frequency(name: str | None) -> Frequency | None:
    return None if name is None else Frequency(name)
