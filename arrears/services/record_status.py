"""Write down what changes the law of the case, stop where it says stop, and answer once."""

from __future__ import annotations

from arrears.answering import Answer, Situation, gate, hand_over, once
from arrears.desk import Desk
from arrears.domain.cases import SpecialStatus
from arrears.domain.ids import MessageId
from arrears.domain.language.withdrawals import WithdrawalScope, withdrawals
from arrears.stopping import consent_for
from arrears.store import consents

_STATUS_OF_INTENT = {
    "attorney_represented": SpecialStatus.ATTORNEY,
    "bankruptcy": SpecialStatus.BANKRUPTCY,
    "deceased": SpecialStatus.DECEASED,
    "military": SpecialStatus.MILITARY,
}


def special_status(desk: Desk, message_id: MessageId, intent: str) -> Answer:
    """An attorney, a bankruptcy, a death, military service: stop, and a person takes over."""
    status = _STATUS_OF_INTENT[intent]
    key = "deceased.answer" if status is SpecialStatus.DECEASED else "special_status.answer"
    return once(desk, message_id, "special_status", lambda s: _stop_and_refer(s, status, key))


def dispute(desk: Desk, message_id: MessageId, intent: str) -> Answer:
    """Not owed, already paid, or proof wanted: pause until it is checked."""
    wants_proof = intent == "request_validation"
    status = SpecialStatus.VALIDATION_REQUESTED if wants_proof else SpecialStatus.DISPUTE
    return once(desk, message_id, "dispute", lambda s: _stop_and_refer(s, status, "dispute.answer"))


def complaint(desk: Desk, message_id: MessageId) -> Answer:
    """A complaint is logged and answered by a person."""
    return once(
        desk,
        message_id,
        "complaint",
        lambda s: _stop_and_refer(s, SpecialStatus.COMPLAINT, "complaint.answer"),
    )


def crisis(desk: Desk, message_id: MessageId) -> Answer:
    """A statement of self-harm: stop everything, name help, call a person."""
    return once(desk, message_id, "crisis", _crisis)


def crisis_again(desk: Desk, message_id: MessageId) -> Answer:
    """Every further message after a statement of self-harm: help again, and nothing else."""
    return once(desk, message_id, "crisis_again", _crisis_again)


def cease_contact(desk: Desk, message_id: MessageId) -> Answer:
    """No contact any more, by any channel."""
    return once(desk, message_id, "cease_contact", _cease)


def wrong_number(desk: Desk, message_id: MessageId) -> Answer:
    """The number is not theirs: never again over this number."""
    return once(desk, message_id, "wrong_number", _wrong_number)


def third_party(desk: Desk, message_id: MessageId) -> Answer:
    """Someone else answers: nothing is said, and the number is not used until a person has looked."""
    return once(desk, message_id, "third_party", _third_party)


def hardship(desk: Desk, message_id: MessageId) -> Answer:
    """They cannot pay: pause, and a person goes through the options."""
    return once(desk, message_id, "hardship", _hardship)


def refusal(desk: Desk, message_id: MessageId) -> Answer:
    """They will not pay: one neutral sentence, and no more asking."""
    return once(
        desk,
        message_id,
        "refusal",
        lambda s: _stop_and_refer(s, SpecialStatus.REFUSED_TO_PAY, "refusal.answer"),
    )


def request_person(desk: Desk, message_id: MessageId) -> Answer:
    """A person, on the first time of asking."""
    return once(
        desk,
        message_id,
        "request_person",
        lambda s: s.answer("human.answer", staffed=hand_over(s, "asked_for_person")),
    )


def _stop_and_refer(situation: Situation, status: SpecialStatus, key: str) -> Answer:
    answer = _stop(situation, status, key)
    hand_over(situation, status)
    return answer


def _cease(situation: Situation) -> Answer:
    """Heard by the dialogue in words that the recogniser may not know: it withdraws all consent too."""
    everything = WithdrawalScope.EVERYTHING
    if not any(each.scope is everything for each in withdrawals(situation.text)):
        at = situation.received_at
        consents.append_consent(
            situation.tx,
            situation.point,
            consent_for(everything, situation.point.id, situation.case.id, at, "own_words"),
            key=f"consent-{situation.message_id}-{everything}",
            words=situation.text,
            turn_id=situation.turn_id,
        )
    return _stop(situation, SpecialStatus.CEASE, "cease.answer")


def _stop(situation: Situation, status: SpecialStatus, key: str) -> Answer:
    _raise(situation, status, whole_person=status in _WHOLE_PERSON)
    return situation.answer(key)


_WHOLE_PERSON = frozenset(
    {
        SpecialStatus.CEASE,
        SpecialStatus.BANKRUPTCY,
        SpecialStatus.DECEASED,
        SpecialStatus.SELF_HARM,
        SpecialStatus.MILITARY,
        SpecialStatus.HARDSHIP,
        SpecialStatus.COMPLAINT,
    }
)
"""Statuses that concern every loan of the person, not only the one that was spoken of."""


def _crisis(situation: Situation) -> Answer:
    _raise(situation, SpecialStatus.SELF_HARM, whole_person=True)
    hand_over(situation, "self_harm")
    return situation.answer("crisis.answer")


def _crisis_again(situation: Situation) -> Answer:
    hand_over(situation, "self_harm")
    return situation.answer("crisis.again")


def _wrong_number(situation: Situation) -> Answer:
    _raise(situation, SpecialStatus.WRONG_NUMBER, whole_person=False, this_number=True)
    return situation.answer("wrong_number.answer")


def _third_party(situation: Situation) -> Answer:
    _raise(situation, SpecialStatus.THIRD_PARTY_ANSWERED, whole_person=False, this_number=True)
    hand_over(situation, "third_party")
    return situation.answer("third_party.answer")


def _hardship(situation: Situation) -> Answer:
    barred = gate(situation)
    if barred is not None:
        return barred
    _raise(situation, SpecialStatus.HARDSHIP, whole_person=True)
    return situation.answer("hardship.answer", staffed=hand_over(situation, "hardship"))


def _raise(
    situation: Situation, status: SpecialStatus, *, whole_person: bool, this_number: bool = False
) -> None:
    consents.append_status(
        situation.tx,
        situation.person.id,
        status,
        raised=True,
        key=f"status-{status}-{situation.message_id}",
        at=situation.now,
        by="borrower",
        case_id=None if whole_person or this_number else situation.case.id,
        contact_point_id=situation.point.id if this_number else None,
        turn_id=situation.turn_id,
    )
