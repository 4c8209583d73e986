"""A plan that was agreed, put straight into the store: no conversation is played for it."""

from __future__ import annotations

from datetime import date, timedelta

from arrears.domain.conversations import Conversation
from arrears.domain.ids import ConversationId, OfferId, PlanId
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import Offer
from arrears.domain.people import Channel
from arrears.domain.plans import Instalment, Plan
from arrears.store import conversations, offers, plans
from tests.builders.line import Line

GRACE = 3


def usd(minor: int) -> Money:
    return Money(minor, Currency.USD)


def agreed(
    line: Line, *dated: tuple[date, int], left_minor: int = 0, key: str = "1", **terms: object
) -> Plan:
    """The plan of these days and cents, agreed on now over the borrower's number."""
    now, case = line.clock.now(), line.borrower.case
    plan = Plan(
        id=PlanId(f"plan-{key}"),
        case_id=case.id,
        conversation_id=ConversationId(f"talk-{key}"),
        instalments=tuple(Instalment(on, usd(minor)) for on, minor in dated),
        frequency=None,
        left_due=usd(left_minor),
        grace_days=GRACE,
        authority_version="test",
        proposed_at=now - timedelta(minutes=1),
        agreed_at=now,
        **terms,  # type: ignore[arg-type]
    )
    with line.store.write() as tx:
        _talk(line, tx, plan)
        _offer(tx, plan)
        plans.append_plan(tx, plan, OfferId(f"offer-{plan.id}"))
        plans.replace_earlier(tx, plan)
    return plan


def _talk(line: Line, tx, plan: Plan) -> None:
    person, point = line.borrower.person, line.borrower.point
    conversations.open_one(
        tx,
        Conversation(
            id=plan.conversation_id,
            person_id=person.id,
            case_id=plan.case_id,
            contact_point_id=point.id,
            channel=Channel.SMS,
            language=person.language,
            opened_at=plan.proposed_at,
            taken_over_by=None,
        ),
    )


def _offer(tx, plan: Plan) -> None:
    offers.append_offer(
        tx,
        OfferId(f"offer-{plan.id}"),
        plan.conversation_id,
        plan.case_id,
        Offer(plan.instalments, plan.frequency, plan.left_due, plan.kind, plan.waived, plan.review_on),
        kind="accept",
        bounds={},
        reasons=(),
        at=plan.proposed_at,
    )
