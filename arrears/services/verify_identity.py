"""Check the answers to the identity question, and state the balance once they are right."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from arrears.contact.speaking import call_a_person
from arrears.desk import Desk
from arrears.dialogue.answering import Answer, Situation, gate
from arrears.dialogue.identifying import check_proof, go_on, keep_attempt, last4s, locked, says_who
from arrears.dialogue.informing import what_is_owed
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.replying import answer_turn
from arrears.dialogue.terms_said import says_means, says_terms
from arrears.domain.conversations import Conversation
from arrears.domain.identity import IdentityAttempt, matches, may_guess
from arrears.domain.ids import ConversationId
from arrears.domain.intents import Heard
from arrears.domain.language.acts.service_questions import asks_what_is_owed
from arrears.domain.language.readings import IdentityReading
from arrears.domain.page_links import Link, Visit, visit_id_for
from arrears.domain.people import Channel, Language
from arrears.store import Tx, conversations, identity, links, people
from arrears.store.new_ids import new_id


def verify_identity(desk: Desk, heard: Heard) -> Answer:
    """The balance when both factors are right; another try, or a person, when they are not."""
    return answer_turn(desk, heard, "verify_identity", check_proof)


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
        matched = matches(given, birth_on=person.birth_on, last4s=last4s(tx, person.id))
        attempt = IdentityAttempt(person.id, conversation.id, link.contact_point_id, matched, now)
        keep_attempt(tx, attempt, conversation.case_id, new_id("identity"))
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
        return go_on(situation)
    if says_who(situation):
        return check_proof(situation)
    if not may_guess(identity.attempts_of(situation.tx, situation.person.id), situation.now):
        return locked(situation)
    return gate(situation) or situation.answer("identity.ask", lender=situation.case.lender)


def _state(situation: Situation) -> Answer:
    barred = gate(situation)
    if barred is not None:
        return barred
    if says_terms(situation) and not _only_asks(situation):
        return take_terms(situation)
    return what_is_owed(situation, "balance.again")


def _only_asks(situation: Situation) -> bool:
    """Whether it asks for the balance, and no day in it is one to pay on: "what do I owe today"."""
    read = situation.readings
    ahead = any(day.on is not None and day.on > situation.today for day in read.dates)
    offers = ahead or read.amounts or read.frequency or read.instalment_count or says_means(situation)
    return not offers and asks_what_is_owed(situation.text)
