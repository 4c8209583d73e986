"""A contact that nobody asked for, planned once: neutral words, since whoever reads them is not verified.

What a plan is welcomed with tells its terms to who has agreed to read them at that number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from arrears.contact.paging import page_link
from arrears.contact.speaking import completed, foreseen, judged
from arrears.desk import Desk
from arrears.domain.cases import Case
from arrears.domain.compliance.decision import Deferred, Granted, Lifts, Referred, Refused, Verdict
from arrears.domain.compliance.facts import ConsentAction
from arrears.domain.contact_policy import LifeContact, outreach_id
from arrears.domain.negotiation.offers import Offer
from arrears.domain.outreach import ContactPurpose, Outreach, OutreachState
from arrears.domain.people import Carrier, Channel, ContactPoint, Language, Person
from arrears.domain.plans import Plan
from arrears.domain.wording import Said, offer_words, say
from arrears.store import Tx, cases, consents, conversations, people, plans
from arrears.store import outreach as outreach_rows


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why somebody is written to, and over which number."""

    contact: LifeContact
    subject: str  # id of the plan, promise or payment, or of the case with its due day
    case: Case
    point: ContactPoint
    due_at: datetime | None = None  # None: now
    terms: Offer | None = None  # what was agreed, told where the text may tell it


def write_each(desk: Desk, occasions: Iterable[Occasion]) -> int:
    """Plan the contacts, each in a transaction of its own; returns how many were planned."""
    planned = 0
    for occasion in occasions:
        with desk.store.write() as tx:
            planned += write_once(tx, desk, occasion)
    return planned


def is_written(tx: Tx, occasion: Occasion) -> bool:
    """Whether the contact was planned before, whatever became of it."""
    return outreach_rows.is_planned(tx, outreach_id(occasion.contact, occasion.subject))


def write_once(tx: Tx, desk: Desk, occasion: Occasion) -> bool:
    """Plan the contact; False when the policy has it off, or it was planned before: nothing changes.

    The person is locked until the transaction ends, so the case must not be locked before them.
    """
    # Another scheduler may be planning the same: it waits, and then finds it planned.
    person = people.lock_person(tx, occasion.point.person_id)
    if not desk.policy.contacts.is_on(occasion.contact, person.country, Channel.SMS):
        return False
    if is_written(tx, occasion):
        return False
    row = _planned(tx, desk, occasion, person)
    outreach_rows.plan(tx, row)
    whole = completed(tx, desk, row)
    if whole.due_at <= desk.clock.now():
        look_ahead(tx, desk, whole)
    return True


def would_be_texted(tx: Tx, desk: Desk, occasion: Occasion) -> bool:
    """Whether the contact will go out as a text, now or later, as far as can be told; nothing is written.

    So that nobody is promised a text that they will not get.
    """
    person = people.load_person(tx, occasion.point.person_id)
    if not desk.policy.contacts.is_on(occasion.contact, person.country, Channel.SMS):
        return False
    values = {"lender": occasion.case.lender, "link": desk.page_links.base_url}
    said = say(desk.policy.catalog, person.language, _key(occasion), **values)
    row = _row(desk, occasion, person, said)
    return isinstance(foreseen(tx, desk, row), Granted | Deferred)


def only_leave_is_missing(tx: Tx, desk: Desk, occasion: Occasion, terms: Offer) -> bool:
    """Whether the text could tell the terms if the verified party allowed it at that number.

    So that nobody is asked for leave that would change nothing: some words may be in no text.
    """
    person = people.load_person(tx, occasion.point.person_id)
    decision = foreseen(tx, desk, _with_terms(desk, occasion, terms, person, desk.page_links.base_url))
    grave = [each for each in decision.findings if each.verdict in (Verdict.DENY, Verdict.REFER)]
    return bool(grave) and all(each.lifts is Lifts.IDENTITY for each in grave)


def _row(desk: Desk, occasion: Occasion, person: Person, said: Said) -> Outreach:
    return Outreach(
        id=outreach_id(occasion.contact, occasion.subject),
        case_id=occasion.case.id,
        person_id=person.id,
        contact_point_id=occasion.point.id,
        channel=Channel.SMS,
        carrier=occasion.point.carrier,
        purpose=ContactPurpose.OUTREACH,
        language=person.language,
        body=said.text,
        speaks_of_debt=said.speaks_of_debt,
        due_at=occasion.due_at or desk.clock.now(),
        state=OutreachState.DUE,
        conversation_id=None,
        answers=None,
        step=occasion.contact.value,
    )


def _planned(tx: Tx, desk: Desk, occasion: Occasion, person: Person) -> Outreach:
    """The contact, with a link to their own page where its words name one; with the terms where it may."""
    catalog, language, key = desk.policy.catalog, person.language, _key(occasion)
    values = {"lender": occasion.case.lender}
    if "link" in catalog.templates[language, key].fields:
        values["link"] = page_link(desk, tx, occasion.case.id, person.id, occasion.point.id)
    if occasion.terms is not None:
        row = _with_terms(desk, occasion, occasion.terms, person, values["link"])
        if isinstance(foreseen(tx, desk, row), Granted | Deferred):
            return row
    return _row(desk, occasion, person, say(catalog, language, key, **values))


def _with_terms(desk: Desk, occasion: Occasion, terms: Offer, person: Person, link: str) -> Outreach:
    catalog, language = desk.policy.catalog, person.language
    schedule = offer_words(catalog, language, terms)
    values = {"lender": occasion.case.lender, "link": link, "schedule": schedule}
    return _row(desk, occasion, person, say(catalog, language, f"{_key(occasion)}_terms", **values))


def _key(occasion: Occasion) -> str:
    missed = occasion.contact is LifeContact.MISSED
    return "outreach.promise_missed" if missed else f"contact.{occasion.contact}"


def call_opening(desk: Desk, key: str, language: Language, lender: str, name: str) -> Said:
    """The first words of a call of ours: who calls, and the name of whom we want to speak with."""
    phone = desk.policy.callback_number
    return say(desk.policy.catalog, language, key, lender=lender, name=name, phone=phone)


def may_be_called(tx: Tx, point: ContactPoint) -> bool:
    """Whether Twilio serves the number and its owner has agreed to automated calls, as the ledger stands.

    Only so that no call is planned that compliance is bound to refuse; it decides all the same.
    """
    if point.carrier is not Carrier.TWILIO:
        return False
    stop = ConsentAction.WITHDRAWN
    last = [
        entry
        for entry in consents.consents_of(tx, point.person_id)
        if entry.channel in (None, Channel.VOICE) or (entry.channel is Channel.SMS and entry.action is stop)
        if entry.point_id in (None, point.id)
    ]
    return bool(last) and last[-1].action is ConsentAction.GIVEN


def look_ahead(tx: Tx, desk: Desk, row: Outreach) -> None:
    """Put the contact where its first lawful instant is, or aside when there is none.

    Only a forecast: it is decided again, from the facts of that minute, before the carrier call.
    """
    match judged(tx, desk, row, "planned"):
        case Deferred(until=until):
            # A contact that is to come later is not brought forward by what bars it now.
            outreach_rows.defer(tx, row.id, max(until, row.due_at))
        case Refused() | Referred():
            outreach_rows.refuse(tx, row.id)
        case Granted():
            pass


def number_of(tx: Tx, plan: Plan) -> ContactPoint:
    """The number over which the plan was agreed. Raises: LookupError when it was not in a conversation."""
    if plan.conversation_id is None:
        raise LookupError(f"plan {plan.id} was not agreed in a conversation")
    conversation = conversations.load(tx, plan.conversation_id)
    return people.load_contact_point(tx, conversation.contact_point_id)


def number_for(tx: Tx, case: Case) -> ContactPoint | None:
    """The number to write to about the case: that of its last plan, else the one the lender gave last."""
    plan = plans.last_plan(tx, case.id)
    if plan is not None and plan.conversation_id is not None:
        return number_of(tx, plan)
    return next(iter(people.contact_points_of(tx, case.owner_id)), None)


def plan_occasion(tx: Tx, contact: LifeContact, plan: Plan, subject: str) -> Occasion:
    """A contact about a plan, over the number it was agreed over."""
    return Occasion(contact, subject, cases.load_case(tx, plan.case_id), number_of(tx, plan))
