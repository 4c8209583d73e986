"""Move one payment of a plan to another day: read back first, recorded on the borrower's yes.

The engine decides on the day, and whether a person must. What is read back is bound by its mark: a yes to
terms that are no longer these records nothing.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from arrears.contact.lifting import Act, withdraw_refusal
from arrears.desk import Desk
from arrears.dialogue.answering import Situation, hand_over, home_zone, standing_silences
from arrears.dialogue.approving import OVERTAKEN, ask_approval, overtake
from arrears.dialogue.changing import CHANGE, CHANGE_FOR_A_PERSON, on_other_day
from arrears.domain.identity import VerifiedParty
from arrears.domain.ids import CaseId, MessageId, OfferId, PlanId
from arrears.domain.intents import Heard
from arrears.domain.language.means.told_means import Means
from arrears.domain.language.read import read
from arrears.domain.negotiation.agreed import plan_of_offer
from arrears.domain.negotiation.offers import Accept, Ask, Close, Counter, Move, Offer, Reason, Refer
from arrears.domain.people import Language
from arrears.domain.plans import Plan
from arrears.domain.times import local_date
from arrears.domain.wording import date_words, phrase
from arrears.store import Tx, approvals, cases, conversations, offers, people, plans
from arrears.store.evidence import append_evidence


class NotChanged(StrEnum):
    """Why a payment stays on its day."""

    NO_PLAN = "no_plan"  # the plan does not stand, or not any more
    NOT_OPEN = "not_open"  # there is no such payment, or it is paid
    SAME_DAY = "same_day"
    PAST = "past"
    OUT_OF_DATE = "out_of_date"  # something came between the read-back and the yes


@dataclass(frozen=True, slots=True)
class Referred:
    """A person decides, and was asked."""

    when: str  # by when they answer, in the reader's language


@dataclass(frozen=True, slots=True)
class Change:
    """What is asked for."""

    party: VerifiedParty
    case_id: CaseId
    plan_id: PlanId
    number: int  # of the payment, from 1
    new_on: date  # on the borrower's calendar
    language: Language  # of the reader


@dataclass(frozen=True, slots=True)
class ReadBack:
    """The plan as it would be; `mark` stands for exactly these terms."""

    offer: Offer
    reasons: tuple[Reason, ...]  # why a day is another one than was asked for
    mark: str


def read_back_change(desk: Desk, change: Change) -> ReadBack | Referred | NotChanged:
    """The terms to be agreed; where a person must decide, they are asked."""
    with desk.store.write() as tx:
        situation = _situation(tx, desk, change)
        move = _move(situation, change)
        if isinstance(move, NotChanged):
            return move
        if isinstance(move, Refer | None):
            return _referred(situation, move)
        return _terms(situation, change, move)


def change_date(desk: Desk, change: Change, mark: str) -> Plan | NotChanged:
    """The new plan, recorded on a yes to the terms of `mark`; it replaces the old one.

    Said twice, it gives the plan of the first time.
    """
    with desk.store.write() as tx:
        situation = _situation(tx, desk, change)
        cases.lock_case(tx, change.case_id)
        done = [plan for plan in plans.plans_of(tx, change.case_id) if plan.id == _plan_id(change, mark)]
        if done:
            return done[0]
        move = _move(situation, change)
        if isinstance(move, NotChanged):
            return move
        terms = _terms(situation, change, move) if isinstance(move, Accept | Counter) else None
        if not isinstance(move, Accept | Counter) or not isinstance(terms, ReadBack) or terms.mark != mark:
            return NotChanged.OUT_OF_DATE
        return _record(situation, change, move, mark)


def ends_request(desk: Desk, made: Plan) -> bool:
    """Whether what a person had yet to decide about the case ended with the new plan."""
    with desk.store.read() as tx:
        return made.agreed_at is not None and approvals.ended_at(tx, made.case_id, made.agreed_at, OVERTAKEN)


def _situation(tx: Tx, desk: Desk, change: Change) -> Situation:
    """The situation of the form, as of a message; the person is locked until the transaction ends."""
    party, now = change.party, desk.clock.now()
    person = people.lock_person(tx, party.person_id)
    point = people.load_contact_point(tx, party.contact_point_id)
    case = cases.load_case(tx, change.case_id)
    conversation = replace(conversations.load(tx, party.conversation_id), language=change.language)
    today = local_date(now, home_zone(person, point))
    key = _short(f"{change.plan_id} {change.number} {change.new_on.isoformat()}")
    return Situation(
        desk=desk,
        tx=tx,
        heard=Heard(MessageId(f"page-{key}")),
        text="",
        received_at=now,
        now=now,
        conversation=conversation,
        person=person,
        point=point,
        case=case,
        party=party,
        readings=read("", language=change.language, today=today, currency=case.currency),
        means=Means(),
    )


def _move(situation: Situation, change: Change) -> Move | NotChanged | None:
    """What the engine answers; None where a person must decide without it."""
    plan = plans.standing_plan(situation.tx, change.case_id, situation.today)
    if plan is None or plan.id != change.plan_id:
        return NotChanged.NO_PLAN
    if not 1 <= change.number <= len(plan.instalments):
        return NotChanged.NOT_OPEN
    if standing_silences(situation):
        return None
    try:
        return on_other_day(situation, plan, change.number, change.new_on)
    except ValueError:
        return NotChanged.NOT_OPEN


def _terms(
    situation: Situation, change: Change, move: Accept | Counter | Ask | Close
) -> ReadBack | NotChanged:
    if isinstance(move, Ask):
        return NotChanged.PAST
    if isinstance(move, Close):
        return NotChanged.NOT_OPEN
    plan = plans.load(situation.tx, change.plan_id)
    if {item.on for item in move.offer.instalments} <= {item.on for item in plan.instalments}:
        return NotChanged.SAME_DAY
    return ReadBack(move.offer, move.reasons, _mark(change, move.offer))


def _referred(situation: Situation, move: Refer | None) -> Referred:
    if move is None or move.approval is None:
        return Referred(hand_over(situation, CHANGE_FOR_A_PERSON))
    answer_by = ask_approval(situation, move.approval)
    catalog, language = situation.desk.policy.catalog, situation.language
    day = date_words(catalog, language, answer_by.date())
    return Referred(phrase(catalog, language, "until", time=f"{answer_by:%H:%M}", date=day))


def _record(situation: Situation, change: Change, move: Accept | Counter, mark: str) -> Plan:
    tx, now = situation.tx, situation.now
    offer_id = OfferId(_plan_id(change, mark).removeprefix("plan-"))
    offers.append_offer(
        tx,
        offer_id,
        change.party.conversation_id,
        change.case_id,
        move.offer,
        kind=CHANGE,
        bounds=offers.bounds_terms(move.bounds),
        reasons=tuple(str(reason) for reason in move.reasons),
        at=now,
    )
    offers.append_outcome(tx, offer_id, offers.OfferOutcome.ACCEPTED, situation.message_id, now)
    plan = _plan(plans.load(tx, change.plan_id), change, move, mark, now)
    plans.append_plan(tx, plan, offer_id)
    replaced = plans.replace_earlier(tx, plan)
    overtake(situation)
    payload = {"plan": plan.id, "offer": offer_id, "changes": change.plan_id, "replaces": list(replaced)}
    append_evidence(tx, change.case_id, "plan", payload, now)
    withdraw_refusal(tx, Act(plan.id, situation.person.id, situation.case, situation.point.id, now))
    return plan


def _plan(old: Plan, change: Change, move: Accept | Counter, mark: str, now: datetime) -> Plan:
    return plan_of_offer(
        move.offer,
        id=_plan_id(change, mark),
        case_id=change.case_id,
        conversation_id=change.party.conversation_id,
        grace_days=old.grace_days,
        authority_version=move.bounds.policy_version,
        proposed_at=now,
        agreed_at=now,
        changes=old.id,
    )


def _plan_id(change: Change, mark: str) -> PlanId:
    return PlanId(f"plan-offer-page-{_short(f'{change.plan_id} {mark}')}")


def _mark(change: Change, offer: Offer) -> str:
    terms = json.dumps(offers.offer_terms(offer), sort_keys=True)
    return hashlib.sha256(f"{change.plan_id} {terms}".encode()).hexdigest()[:32]


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]
