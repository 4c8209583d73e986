"""Stop, start and help, as words to the carrier or in the borrower's own."""

from __future__ import annotations

from arrears.answering import Answer, Situation, once
from arrears.desk import Desk
from arrears.domain.carrier_words import twilio_answers
from arrears.domain.compliance.facts import Consent, ConsentAction
from arrears.domain.ids import MessageId
from arrears.domain.people import Carrier, Channel
from arrears.store import consents, people
from arrears.store.decisions import append_evidence


def stop_texts(desk: Desk, message_id: MessageId, *, carrier_confirmed: bool = False) -> Answer:
    """Texts to this number end now. Nothing is said when the carrier has confirmed it already.

    At most one confirmation is ever sent. Source: 47 CFR 64.1200(a)(12).
    """
    return once(desk, message_id, "stop_texts", lambda s: _stop(s, carrier_confirmed))


def start_texts(desk: Desk, message_id: MessageId) -> Answer:
    """Texts to this number are welcome again; nothing else is: START reopens texting only."""
    return once(desk, message_id, "start_texts", _start)


def help_text(desk: Desk, message_id: MessageId) -> Answer:
    """Who we are and how to stop us."""
    return once(
        desk,
        message_id,
        "help",
        lambda s: s.answer("help.answer", lender=s.case.lender, phone=desk.policy.callback_number),
    )


def _stop(situation: Situation, carrier_confirmed: bool) -> Answer:
    _append(situation, ConsentAction.WITHDRAWN)
    _stop_for_others_at_the_number(situation)
    if carrier_confirmed:
        return Answer(())
    return situation.answer("optout.confirmation")


def _start(situation: Situation) -> Answer:
    _append(situation, ConsentAction.GIVEN)
    if situation.point.carrier is Carrier.TWILIO and twilio_answers(situation.text):
        return Answer(())
    return situation.answer("optin.confirmation", lender=situation.case.lender)


def _stop_for_others_at_the_number(situation: Situation) -> None:
    """A number may be shared: whoever says stop says it for every person we would text there."""
    shared = people.contact_points_at(situation.tx, situation.point.address)
    others = sorted((p for p in shared if p.id != situation.point.id), key=lambda p: p.person_id)
    for number, point in enumerate(others, start=1):
        people.lock_person(situation.tx, point.person_id)
        consents.append_consent(
            situation.tx,
            point,
            Consent(ConsentAction.WITHDRAWN, Channel.SMS, situation.now, "sms"),
            key=f"consent-{situation.message_id}-{number}",
            words=None,
            turn_id=situation.turn_id,
        )


def _append(situation: Situation, action: ConsentAction) -> None:
    consent = Consent(action, Channel.SMS, situation.now, "sms")
    consents.append_consent(
        situation.tx,
        situation.point,
        consent,
        key=f"consent-{situation.message_id}",
        words=situation.text,
        turn_id=situation.turn_id,
    )
    payload = {"action": action, "channel": Channel.SMS, "turn": situation.turn_id}
    append_evidence(situation.tx, situation.case.id, "consent", payload, situation.now)
