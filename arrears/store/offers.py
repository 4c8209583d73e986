"""What was offered and read back, and what became of each offer. All appended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select

from arrears.domain.ids import CaseId, ConversationId, MessageId, OfferId
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import (
    Offer,
    OfferBounds,
)
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.plans import Instalment
from arrears.store.memory import remembered
from arrears.store.tables.dialogue import offer_outcomes, offers

_WAITING = (
    select(offers)
    .outerjoin(offer_outcomes)
    .where(offers.c.conversation_id == bindparam("conversation_id"), offer_outcomes.c.outcome.is_(None))
    .order_by(offers.c.at.desc(), offers.c.id.desc())
    .limit(1)
)


class OfferOutcome(StrEnum):
    """What became of an offer that was read back."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    REPLACED = "replaced"
    TAKEN_OVER = "taken_over"  # a person of ours took the conversation over before there was an answer


@dataclass(frozen=True, slots=True)
class OpenOffer:
    """An offer that was read back and waits for a yes or a no."""

    id: OfferId
    kind: str  # "accept": their own terms; "counter": ours
    offer: Offer
    bounds: dict[str, Any]
    at: datetime
    other: Offer | None = None  # the second of two to choose from: a mere yes agrees to neither
    of_two: tuple[Offer, Offer] | None = None  # what there was to choose from, where this one was chosen

    @property
    def choices(self) -> tuple[Offer, Offer] | None:
        """The two of which one may be chosen, or chosen again."""
        return self.of_two if self.other is None else (self.offer, self.other)


def offer_id(message_id: MessageId) -> OfferId:
    """Of what is put on the table in answer to the message: once."""
    return OfferId(f"offer-{message_id}")


def append_offer(
    tx: Connection,
    offer_id: OfferId,
    conversation_id: ConversationId,
    case_id: CaseId,
    offer: Offer,
    *,
    other: Offer | None = None,
    of_two: tuple[Offer, Offer] | None = None,
    kind: str,
    bounds: dict[str, Any],
    reasons: tuple[str, ...],
    at: datetime,
) -> None:
    """Store an offer that is about to be read back."""
    schedule = offer_terms(offer)
    if other is not None:
        schedule["other"] = offer_terms(other)
    if of_two is not None:
        schedule["of_two"] = [offer_terms(each) for each in of_two]
    tx.execute(
        insert(offers).values(
            id=offer_id,
            conversation_id=conversation_id,
            case_id=case_id,
            kind=kind,
            schedule=schedule,
            bounds=bounds,
            reasons=list(reasons),
            at=at,
        )
    )


@remembered(offers, offer_outcomes)
def open_offer(tx: Connection, conversation_id: ConversationId) -> OpenOffer | None:
    """The last offer of the conversation, while it has no outcome."""
    row = tx.execute(_WAITING, {"conversation_id": conversation_id}).one_or_none()
    return None if row is None else _open(row)


def open_of_kind(tx: Connection, case_id: CaseId, kind: str) -> tuple[OpenOffer, ...]:
    """The case's offers of the kind without an outcome, in whichever conversation; the latest last."""
    return tuple(each for each in _open_in(tx, case_id) if each.kind == kind)


def take_over(
    tx: Connection, case_id: CaseId, because: MessageId, at: datetime, *, stays: str
) -> tuple[OfferId, ...]:
    """Close what waits for an answer in any conversation of the case, but for offers of the kind that stays.

    A person of ours has come: from now on a yes is to their words, wherever it is said. The latest last.
    """
    closed = tuple(each.id for each in _open_in(tx, case_id) if each.kind != stays)
    for each in closed:
        append_outcome(tx, each, OfferOutcome.TAKEN_OVER, because, at)
    return closed


def _open_in(tx: Connection, case_id: CaseId) -> tuple[OpenOffer, ...]:
    of_case = select(offers).outerjoin(offer_outcomes).where(offers.c.case_id == case_id)
    rows = tx.execute(of_case.where(offer_outcomes.c.outcome.is_(None)).order_by(offers.c.at, offers.c.id))
    return tuple(_open(row) for row in rows)


def _open(row: Row[Any]) -> OpenOffer:
    pair = row.schedule.get("of_two")
    other = row.schedule.get("other")
    return OpenOffer(
        id=OfferId(row.id),
        kind=row.kind,
        offer=offer_of(row.schedule),
        bounds=row.bounds,
        at=row.at,
        other=None if other is None else offer_of(other),
        of_two=None if pair is None else (offer_of(pair[0]), offer_of(pair[1])),
    )


def offers_of(tx: Connection, conversation_id: ConversationId) -> tuple[Offer, ...]:
    """Every offer of the conversation, the latest last."""
    o = offers.c
    rows = tx.execute(select(o.schedule).where(o.conversation_id == conversation_id).order_by(o.at, o.id))
    return tuple(offer_of(row.schedule) for row in rows)


def last_outcome(tx: Connection, conversation_id: ConversationId) -> OfferOutcome | None:
    """What became of the last offer of the conversation; None while it waits, and where none was made."""
    o = offers.c
    query = select(offer_outcomes.c.outcome).select_from(offers).outerjoin(offer_outcomes)
    of_talk = query.where(o.conversation_id == conversation_id).order_by(o.at.desc(), o.id.desc()).limit(1)
    outcome = tx.execute(of_talk).scalar_one_or_none()
    return None if outcome is None else OfferOutcome(outcome)


def taken_over(tx: Connection, conversation_id: ConversationId) -> frozenset[OfferId]:
    """The offers of the conversation that a person took off the table by taking it over."""
    gone = (offers.c.conversation_id == conversation_id) & (
        offer_outcomes.c.outcome == OfferOutcome.TAKEN_OVER
    )
    rows = tx.execute(select(offers.c.id).join(offer_outcomes).where(gone))
    return frozenset(OfferId(row.id) for row in rows)


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
        "min_instalment": money_terms(bounds.min_instalment),
        "max_instalments": bounds.max_instalments,
        "latest_promise_on": bounds.latest_promise_on.isoformat(),
        "latest_first_on": bounds.latest_first_on.isoformat(),
        "latest_last_on": bounds.latest_last_on.isoformat(),
        "stated_limit": None if bounds.stated_limit is None else money_terms(bounds.stated_limit),
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
        frequency=frequency_named(terms["frequency"]),
        left_due=Money(terms["left_due_minor"], currency),
        kind=PlanType(terms.get("kind", PlanType.INSTALMENTS)),
        waived=None if terms.get("waived_minor") is None else Money(terms["waived_minor"], currency),
        review_on=None if terms.get("review_on") is None else date.fromisoformat(terms["review_on"]),
        takings_percent=terms.get("takings_percent"),
    )


def money_terms(money: Money) -> list[Any]:
    """The money as JSON: minor units and currency."""
    return [money.minor, money.currency]


def frequency_named(name: str | None) -> Frequency | None:
    """The rhythm of that name; None for none."""
    return None if name is None else Frequency(name)
