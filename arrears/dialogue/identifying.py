"""Who is on the line: what they have said of themselves is checked, and what follows a right answer is said.

In writing both answers come in one message; on a call one after the other, checked once both are there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from arrears.contact.lifting import came_themselves
from arrears.dialogue.answering import Answer, Situation, gate, hand_over, party_now, standing_silences
from arrears.dialogue.approving import unheard_decision
from arrears.dialogue.disputing import is_checked, proved_meanwhile
from arrears.dialogue.heeding import HARDSHIP_SAID, hardship
from arrears.dialogue.informing import balance_answer, what_is_owed
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.reading_again import read_back_again
from arrears.dialogue.recalling import (
    asked_what_is_owed,
    earlier_hardship,
    earlier_payment,
    earlier_question_of_another_loan,
    earlier_terms,
    hardship_named,
    in_hardship,
)
from arrears.dialogue.terms_said import says_terms
from arrears.domain.cases import SpecialStatus
from arrears.domain.identity import IdentityAttempt, matches, may_guess
from arrears.domain.ids import CaseId, PersonId
from arrears.domain.intents import OFFERING
from arrears.domain.language.people.brought import brings_them
from arrears.domain.language.people.identity_spoken import spoken_identity
from arrears.domain.language.people.own_names import says_they_are
from arrears.domain.language.readings import IdentityReading
from arrears.domain.people import Channel
from arrears.phone.proving import identity_question, proof_so_far
from arrears.store import Tx, identity, people
from arrears.store import cases as case_rows
from arrears.store.evidence import append_evidence

_ANSWERED = SpecialStatus.THIRD_PARTY_ANSWERED

FACTORS = ("birth_on", "account_last4")
"""What proves who they are, both together."""


def check_proof(situation: Situation, begin: Callable[[Situation], Answer] | None = None) -> Answer:
    """The balance, or what they asked, when both answers are right; another try, or a person, when not.

    `begin` answers the verified party instead.
    """
    # Whoever proved it before somebody else answered may not be who is there now.
    if situation.party is not None and _ANSWERED not in standing_silences(situation):
        return go_on(situation)
    reading, asks_next = _proof(situation)
    if reading is None or (reading.birth_on is None and reading.last4 is None):
        return _asked(situation, "identity.ask")
    if asks_next is not None:
        return _asked(situation, asks_next)
    if not may_guess(identity.attempts_of(situation.tx, situation.person.id), situation.now):
        return locked(situation)
    matched = matches(
        reading, birth_on=situation.person.birth_on, last4s=last4s(situation.tx, situation.person.id)
    )
    _remember(situation, matched)
    if matched:
        party = party_now(situation.tx, situation.conversation, situation.now)
        return (begin or _begin)(replace(situation, party=party))
    if not may_guess(identity.attempts_of(situation.tx, situation.person.id), situation.now):
        return locked(situation)
    return _asked(situation, "identity.retry")


def _proof(situation: Situation) -> tuple[IdentityReading | None, str | None]:
    """What is to be checked, and the question for what is still missing on a call."""
    if situation.conversation.channel is not Channel.VOICE:
        return _in_writing(situation), None
    talk, text = situation.conversation, situation.text
    so_far = proof_so_far(situation.tx, talk, text, situation.message_id, situation.now, situation.today)
    return so_far, identity_question(so_far)


def _in_writing(situation: Situation) -> IdentityReading | None:
    """What is written; where no birth date is, what is written as it is said: many texts are dictated."""
    written = situation.readings.identity
    if written is not None and written.birth_on is not None:
        return written
    said = spoken_identity(situation.text, situation.today)
    return written if said is None or said.birth_on is None else said


def _asked(situation: Situation, key: str) -> Answer:
    """The identity question, where nothing that stands forbids to ask on.

    Once somebody else has answered, only who says that it is them, proves it, or brings them is asked.
    """
    silent, text = standing_silences(situation), situation.text
    theirs = says_they_are(text, situation.person.name) or brings_them(text) or says_who(situation)
    if silent and not (silent == {_ANSWERED} and theirs):
        return gate(situation) or Answer(())
    return situation.answer(key, lender=situation.case.lender)


def _begin(situation: Situation) -> Answer:
    """The answer to a right proof: their terms, of now or before; what waits for a yes; or the balance.

    Hardship that they named before it is written down first, and a person comes.
    """
    if is_checked(situation):
        return proved_meanwhile(situation)
    barred = gate(situation)
    if barred is not None:
        return barred
    named = hardship_named(situation)
    heard = None if named is None else hardship(named)
    answer = _begun(situation, named)
    if heard is None or any(said.key in HARDSHIP_SAID for said in answer.said):
        return answer
    return replace(answer, said=(*heard.said, *answer.said))


def _begun(situation: Situation, named: Situation | None) -> Answer:
    if OFFERING.intersection(situation.heard.intents) and says_terms(situation):
        return take_terms(in_hardship(situation, named))
    return (
        unheard_decision(situation)
        or earlier_hardship(situation)
        or earlier_payment(situation)
        or earlier_terms(situation)
        or earlier_question_of_another_loan(situation)
        or _read_back_with_the_balance(situation)
        or what_is_owed(situation, "balance.state")
    )


def _read_back_with_the_balance(situation: Situation) -> Answer | None:
    """What waits for a yes; before it what is owed, where that is what they asked."""
    again = read_back_again(situation)
    if again is None or not asked_what_is_owed(situation):
        return again
    return Answer((*balance_answer(situation, "balance.stated").said, *again.said), again.bounds)


def go_on(situation: Situation) -> Answer:
    """What a verified party is told: a bare amount or day answers our question, whatever it is labelled."""
    barred = gate(situation)
    if barred is not None:
        return barred
    if says_terms(situation):
        return take_terms(situation)
    return read_back_again(situation) or what_is_owed(situation, "balance.again")


def last4s(tx: Tx, person_id: PersonId) -> tuple[str, ...]:
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
    keep_attempt(situation.tx, attempt, situation.case.id, f"identity-{situation.message_id}")
    if matched:
        came_themselves(situation.tx, situation.act)


def keep_attempt(
    tx: Tx, attempt: IdentityAttempt, case_id: CaseId, key: str, factors: tuple[str, ...] = FACTORS
) -> None:
    """Write the try down, in its rows and in the evidence; the same key is one try."""
    identity.append_attempt(tx, attempt, key=key, factors=factors)
    payload = {"conversation": attempt.conversation_id, "matched": attempt.matched, "factors": list(factors)}
    append_evidence(tx, case_id, "identity", payload, attempt.at)


def locked(situation: Situation) -> Answer:
    """No more guesses: a person decides."""
    return situation.answer("identity.locked", staffed=hand_over(situation, "identity"))


def says_who(situation: Situation) -> bool:
    """Whether the turn answers the identity question, as it is written or, on a call, as it is spoken."""
    if _in_writing(situation) is not None:
        return True
    on_call = situation.conversation.channel is Channel.VOICE
    return on_call and spoken_identity(situation.text, situation.today) is not None
