"""What a person sees to: the queue is told why, the borrower when an answer can be expected.

Each function is the whole decision about its intent, whether it leads the turn or stands beside another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from arrears.dialogue.answering import Answer, Situation, gate, hand_over, standing_silences
from arrears.dialogue.changing import change_plan_day
from arrears.dialogue.disputing import PROOF
from arrears.dialogue.first_day import from_first_day
from arrears.dialogue.informing import where_it_stands
from arrears.dialogue.negotiating import proposes_anew, take_terms
from arrears.dialogue.offering import close_open_offer, off_the_table
from arrears.dialogue.other_rhythm import names_rhythm_alone
from arrears.dialogue.taking_back import may_change, withdraw
from arrears.dialogue.terms_said import said_now, says_means, says_terms
from arrears.domain.contact_changes import ContactChange, GivenContact
from arrears.domain.ids import ContactChangeId
from arrears.domain.intents import COMMITTING, Intent
from arrears.domain.language.acts.proof_sent import asks_where_to_send_proof
from arrears.domain.language.people.new_contacts import names_contact, new_contacts
from arrears.domain.negotiation.offers import Proposal
from arrears.domain.plans import Plan
from arrears.phone.asking_when import call_back
from arrears.store import contact_changes, offers, plans
from arrears.store.evidence import append_evidence
from arrears.store.offers import OfferOutcome


def change_due_date(situation: Situation) -> Answer:
    """Another day or rhythm for what was agreed: read back, and a person where the agent may not change it.

    Terms that nobody has agreed to yet are simply read back with the other day.
    """
    barred = gate(situation)
    if barred is not None:
        return barred
    standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    if standing is None or from_first_day(situation, standing) is not None:
        return take_terms(situation)
    rhythm = names_rhythm_alone(said_now(situation)) and proposes_anew(situation, standing)
    return take_terms(situation) if rhythm else change_plan_day(situation, standing)


def cancel_plan(situation: Situation) -> Answer:
    """An offer that waits for a yes is off the table; what was agreed a person cancels, in writing.

    Beside a yes or a no, the answer to that has said it already.
    """
    waited = offers.open_offer(situation.tx, situation.conversation.id) is not None
    close_open_offer(situation, OfferOutcome.DECLINED)
    agreed = plans.standing_plan(situation.tx, situation.case.id, situation.today) is not None
    if not agreed and situation.heard.intent in COMMITTING | {Intent.DENY}:
        return Answer(())
    if waited:
        return gate(situation) or (where_it_stands(situation) if agreed else off_the_table(situation))
    return situation.answer("cancel.answer", staffed=hand_over(situation, "cancel_plan"))


def take_back(situation: Situation, standing: Plan) -> Answer:
    """What was agreed stands no more, and their next terms are taken up; a person, where too much has been.

    Without terms they are asked, once more and without a word of blame; who cannot pay is not.
    """
    barred = gate(situation)
    if barred is not None:
        return barred
    if not may_change(situation, standing):
        return situation.answer("cancel.answer", staffed=hand_over(situation, "cancel_plan"))
    withdraw(situation, standing)
    # The rhythm of the sum that they refuse is none of another one.
    if replace(said_now(situation), frequency=None) != Proposal() or says_means(situation):
        answer = take_terms(situation)
        return replace(answer, said=(situation.say("plan.withdrawn"), *answer.said))
    return off_the_table(situation, "plan.withdrawn", "plan.taken_back")


def change_contact(situation: Situation) -> Answer:
    """A number or an address that a verified party gives is kept for a person to confirm, and used by nobody.

    Whatever else was said of contact data, and by whomever, a person reads. A sum or a day where nothing of
    contact is named ("1200 is tight, make it 900") is changed in the terms.
    """
    if says_terms(situation) and not names_contact(situation.text):
        return take_terms(situation)
    known = situation.party is not None and not standing_silences(situation)
    given = new_contacts(situation.text, current=situation.point.address) if known else ()
    for number, each in enumerate(given, start=1):
        _propose(situation, each, number)
    key = "contact_change.noted" if given else "contact.answer"
    return situation.answer(key, staffed=hand_over(situation, "change_contact"))


def _propose(situation: Situation, given: GivenContact, number: int) -> None:
    change = ContactChange(
        id=ContactChangeId(f"contact-change-{situation.message_id}-{number}"),
        case_id=situation.case.id,
        conversation_id=situation.conversation.id,
        person_id=situation.person.id,
        point_id=situation.point.id,
        given=given,
        proposed_at=situation.now,
    )
    contact_changes.append_change(situation.tx, change)
    payload = {
        "change": change.id,
        "conversation": change.conversation_id,
        "turn": situation.turn_id,
        "kind": given.kind,
        "old_number": given.old_number,
    }
    personal = {"value": given.value}
    append_evidence(
        situation.tx, change.case_id, "contact_change_asked", payload, situation.now, personal=personal
    )


def _referred(reason: str, key: str) -> Callable[[Situation], Answer]:
    def decide(situation: Situation) -> Answer:
        return situation.answer(key, staffed=hand_over(situation, reason))

    return decide


def _receipt(situation: Situation) -> Answer:
    """A receipt; who has one of theirs to send is told where, and wants none of ours."""
    shows = asks_where_to_send_proof(situation.text)
    return _referred("receipt", PROOF if shows else "receipt.answer")(situation)


REFERRALS: Mapping[Intent, Callable[[Situation], Answer]] = {
    Intent.REQUEST_SETTLEMENT: take_terms,
    Intent.CHANGE_DUE_DATE: change_due_date,
    Intent.PAYMENT_FAILED: _referred("payment_failed", "failed.answer"),
    Intent.REQUEST_WRITTEN: _referred("written", "written.answer"),
    Intent.REQUEST_RECEIPT: _receipt,
    Intent.REQUEST_CALLBACK: call_back,
    Intent.CHANGE_CONTACT: change_contact,
    Intent.CANCEL_PLAN: cancel_plan,
}
"""The decision about each request that a person sees to."""
