"""Check the answers to the identity question, and state the balance once they are right."""

from __future__ import annotations

from dataclasses import replace

from arrears.answering import Answer, Situation, gate, hand_over, party_now, standing_silences
from arrears.desk import Desk
from arrears.domain.identity import IdentityAttempt, matches, may_guess
from arrears.domain.intents import OFFERING, Heard
from arrears.informing import balance_answer
from arrears.negotiating import read_back_again, says_terms, take_terms
from arrears.replying import answer_turn
from arrears.store import cases as case_rows
from arrears.store import identity, people
from arrears.store.evidence import append_evidence


def verify_identity(desk: Desk, heard: Heard) -> Answer:
    """The balance when both factors are right; another try, or a person, when they are not."""
    return answer_turn(desk, heard, "verify_identity", _verify)


def ask_identity(desk: Desk, heard: Heard) -> Answer:
    """Ask who it is, or check at once when the turn already carries the answers."""
    return answer_turn(desk, heard, "ask_identity", _ask)


def state_balance(desk: Desk, heard: Heard) -> Answer:
    """The balance, or the identity question when nobody is verified."""
    return answer_turn(desk, heard, "state_balance", _state)


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
    matched = matches(reading, birth_on=situation.person.birth_on, last4s=_last4s(situation))
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
    """The answer to a right proof: their own terms, the offer that waits for a yes, or the balance."""
    barred = gate(situation)
    if barred is not None:
        return barred
    if OFFERING.intersection((situation.heard.intent, *situation.heard.others)) and says_terms(situation):
        return take_terms(situation)
    return read_back_again(situation) or balance_answer(situation, "balance.state")


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


def _last4s(situation: Situation) -> tuple[str, ...]:
    """The digits of any of the person's loans prove the same person."""
    ids = people.cases_of_person(situation.tx, situation.person.id)
    return tuple(case_rows.load_case(situation.tx, case_id).account_last4 for case_id in ids)


def _remember(situation: Situation, matched: bool) -> None:
    attempt = IdentityAttempt(
        person_id=situation.person.id,
        conversation_id=situation.conversation.id,
        contact_point_id=situation.point.id,
        matched=matched,
        at=situation.now,
    )
    factors = ("birth_on", "account_last4")
    identity.append_attempt(situation.tx, attempt, key=f"identity-{situation.message_id}", factors=factors)
    payload = {"conversation": situation.conversation.id, "matched": matched, "factors": list(factors)}
    append_evidence(situation.tx, situation.case.id, "identity", payload, situation.now)


def _locked(situation: Situation) -> Answer:
    return situation.answer("identity.locked", staffed=hand_over(situation, "identity"))
