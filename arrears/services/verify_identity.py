"""Check the answers to the identity question, and state the balance once they are right."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from arrears.answering import Answer, Situation, gate, hand_over, party_now, standing_silences
from arrears.approving import unheard_decision
from arrears.desk import Desk
from arrears.domain.conversations import Conversation
from arrears.domain.identity import IdentityAttempt, matches, may_guess
from arrears.domain.ids import CaseId, ConversationId, PersonId
from arrears.domain.intents import OFFERING, Heard
from arrears.domain.language.readings import IdentityReading
from arrears.domain.page_links import Link, Visit, visit_id_for
from arrears.domain.people import Channel, Language
from arrears.informing import balance_answer
from arrears.negotiating import read_back_again, says_terms, take_terms
from arrears.recalling import earlier_hardship, earlier_terms
from arrears.replying import answer_turn
from arrears.speaking import call_a_person
from arrears.store import Tx, conversations, identity, links, people
from arrears.store import cases as case_rows
from arrears.store.evidence import append_evidence
from arrears.store.new_ids import new_id


def verify_identity(desk: Desk, heard: Heard) -> Answer:
    """The balance when both factors are right; another try, or a person, when they are not."""
    return answer_turn(desk, heard, "verify_identity", _verify)


def ask_identity(desk: Desk, heard: Heard) -> Answer:
    """Ask who it is, or check at once when the turn already carries the answers."""
    return answer_turn(desk, heard, "ask_identity", _ask)


def state_balance(desk: Desk, heard: Heard) -> Answer:
    """The balance, or the identity question when nobody is verified."""
    return answer_turn(desk, heard, "state_balance", _state)


class Proof(StrEnum):
    """What became of a visitor's answers."""

    RIGHT = "right"
    WRONG = "wrong"
    LOCKED = "locked"  # too many wrong ones: a person decides


def verify_visitor(desk: Desk, link: Link, cookie: str, given: IdentityReading, language: Language) -> Proof:
    """Check what somebody on a borrower's page answers; a right answer begins the visit of the cookie.

    Guesses are limited per person, over texts and pages alike; the last wrong one calls a person.
    """
    now = desk.clock.now()
    with desk.store.write() as tx:
        person = people.lock_person(tx, link.person_id)
        if not may_guess(identity.attempts_of(tx, person.id), now):
            return Proof.LOCKED
        conversation = _web_conversation(tx, link, language, now)
        matched = matches(given, birth_on=person.birth_on, last4s=_last4s(tx, person.id))
        attempt = IdentityAttempt(person.id, conversation.id, link.contact_point_id, matched, now)
        _keep(tx, attempt, conversation.case_id, new_id("identity"))
        if matched:
            visit_id = visit_id_for(link.id, cookie)
            links.append_visit(tx, Visit(visit_id, link.id, conversation.id, now, now, now))
            return Proof.RIGHT
        if may_guess(identity.attempts_of(tx, person.id), now):
            return Proof.WRONG
        key = new_id("locked")
        call_a_person(tx, desk, "identity", conversation.id, conversation.case_id, key=key)
        return Proof.LOCKED


def _web_conversation(tx: Tx, link: Link, language: Language, now: datetime) -> Conversation:
    """The web conversation that is still live about the link's case, or a new one."""
    live = conversations.live_one(tx, link.contact_point_id, Channel.WEB, now)
    if live is not None and live.case_id == link.case_id:
        return live
    opened = Conversation(
        id=ConversationId(new_id("conversation")),
        person_id=link.person_id,
        case_id=link.case_id,
        contact_point_id=link.contact_point_id,
        channel=Channel.WEB,
        language=language,
        opened_at=now,
        taken_over_by=None,
    )
    conversations.open_one(tx, opened)
    return opened


def _ask(situation: Situation) -> Answer:
    if situation.party is not None:
        return _go_on(situation)
    if situation.readings.identity is not None:
        return _verify(situation)
    if not may_guess(identity.attempts_of(situation.tx, situation.person.id), situation.now):
        return _locked(situation)
    return gate(situation) or situation.answer("identity.ask", lender=situation.case.lender)


def _verify(situation: Situation) -> Answer:
    if situation.party is not None:
        return _go_on(situation)
    reading = situation.readings.identity
    if reading is None or (reading.birth_on is None and reading.last4 is None):
        return _asked(situation, "identity.ask")
    if not may_guess(identity.attempts_of(situation.tx, situation.person.id), situation.now):
        return _locked(situation)
    matched = matches(
        reading, birth_on=situation.person.birth_on, last4s=_last4s(situation.tx, situation.person.id)
    )
    _remember(situation, matched)
    if matched:
        party = party_now(situation.tx, situation.conversation, situation.now)
        return _begin(replace(situation, party=party))
    if not may_guess(identity.attempts_of(situation.tx, situation.person.id), situation.now):
        return _locked(situation)
    return _asked(situation, "identity.retry")


def _asked(situation: Situation, key: str) -> Answer:
    """The identity question, where nothing that stands forbids to ask on."""
    if standing_silences(situation):
        return gate(situation) or Answer(())
    return situation.answer(key, lender=situation.case.lender)


def _begin(situation: Situation) -> Answer:
    """The answer to a right proof: their terms, of now or before; what waits for a yes; or the balance."""
    barred = gate(situation)
    if barred is not None:
        return barred
    if OFFERING.intersection((situation.heard.intent, *situation.heard.others)) and says_terms(situation):
        return take_terms(situation)
    return (
        unheard_decision(situation)
        or earlier_hardship(situation)
        or earlier_terms(situation)
        or read_back_again(situation)
        or balance_answer(situation, "balance.state")
    )


def _go_on(situation: Situation) -> Answer:
    """Terms outrank the label: a bare amount or day answers the question that was asked."""
    barred = gate(situation)
    if barred is not None:
        return barred
    if says_terms(situation):
        return take_terms(situation)
    return read_back_again(situation) or balance_answer(situation, "balance.again")


def _state(situation: Situation) -> Answer:
    barred = gate(situation)
    if barred is not None:
        return barred
    return take_terms(situation) if says_terms(situation) else balance_answer(situation, "balance.again")


def _last4s(tx: Tx, person_id: PersonId) -> tuple[str, ...]:
    """The digits of any of the person's loans prove the same person."""
    ids = people.cases_of_person(tx, person_id)
    return tuple(case_rows.load_case(tx, case_id).account_last4 for case_id in ids)


def _remember(situation: Situation, matched: bool) -> None:
    attempt = IdentityAttempt(
        person_id=situation.person.id,
        conversation_id=situation.conversation.id,
        contact_point_id=situation.point.id,
        matched=matched,
        at=situation.now,
    )
    _keep(situation.tx, attempt, situation.case.id, f"identity-{situation.message_id}")


def _keep(tx: Tx, attempt: IdentityAttempt, case_id: CaseId, key: str) -> None:
    factors = ("birth_on", "account_last4")
    identity.append_attempt(tx, attempt, key=key, factors=factors)
    payload = {"conversation": attempt.conversation_id, "matched": attempt.matched, "factors": list(factors)}
    append_evidence(tx, case_id, "identity", payload, attempt.at)


def _locked(situation: Situation) -> Answer:
    return situation.answer("identity.locked", staffed=hand_over(situation, "identity"))
