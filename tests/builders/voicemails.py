"""A lender whose voicemails a person has recorded."""

import io
import wave
from dataclasses import replace

from arrears.adapters.policy_voicemails import words_to_record
from arrears.domain.voicemails import Voicemail
from arrears.store import Store
from tests.builders.phone import Phone, who_may_be_called

PERSON = "Ann Example"


def a_wav() -> bytes:
    """A tenth of a second of silence."""
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(bytes([128]) * 800)
    return out.getvalue()


def recorded_for(phone: Phone, **changes: object) -> Phone:
    """The same telephone of a lender who has recorded a message in the borrower's language."""
    language, lender = phone.borrower.person.language, phone.borrower.case.lender
    policy = phone.desk.policy
    says = words_to_record(policy.catalog, language, lender, PERSON, policy.callback_number)
    left = replace(Voicemail(PERSON, says, a_wav(), "audio/wav"), **changes)
    phone.desk = replace(phone.desk, policy=replace(policy, voicemails={language: left}))
    phone.app = phone.app_with()
    return phone


def speaking(store: Store, language: str) -> Phone:
    """The telephone of a borrower of that language."""
    borrower = who_may_be_called()
    return Phone(store, replace(borrower, person=replace(borrower.person, language=language)))
