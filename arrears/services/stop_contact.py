"""Stop, start and help, as words to the carrier or in the borrower's own."""

from __future__ import annotations

from arrears.answering import Answer, Situation, once
from arrears.desk import Desk
from arrears.domain.carrier_words import twilio_answers
from arrears.domain.compliance.facts import Consent, ConsentAction
from arrears.domain.ids import MessageId
from arrears.domain.language.withdrawals import WithdrawalScope
from arrears.domain.people import Carrier, Channel
from arrears.stopping import consent_for, ends_texts, note_withdrawals
from arrears.store import consents


def stop_texts(desk: Desk, message_id: MessageId, *, carrier_confirmed: bool = False) -> Answer:
    """Texts to this number end now, or what else the words name.

    Nothing is said when the carrier has confirmed it already. At most one confirmation is ever sent.
    Source: 47 CFR 64.1200(a)(12).
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
    """What the words ask for; texts end where they name nothing in particular."""
    conversation, at = situation.conversation, situation.received_at
    found = note_withdrawals(situation.tx, conversation, situation.message_id, situation.text, at)
    if found and not ends_texts(found):
        return situation.answer("optout.noted")
    if not found:
        _end_texts(situation)
    if carrier_confirmed:
        return Answer(())
    return situation.answer("optout.confirmation")


def _end_texts(situation: Situation) -> None:
    """The dialogue heard a stop in words that the recogniser does not know: it is one all the same."""
    scope = WithdrawalScope.TEXTS_AND_AUTOMATED_CALLS
    entry = consent_for(scope, situation.point.id, situation.case.id, situation.received_at, "own_words")
    _append(situation, entry)


def _start(situation: Situation) -> Answer:
    # As of when it was sent: a stop that came between that and now keeps the last word.
    at = situation.received_at
    given = Consent(ConsentAction.GIVEN, Channel.SMS, at, "sms", point_id=situation.point.id)
    _append(situation, given)
    if situation.point.carrier is Carrier.TWILIO and twilio_answers(situation.text):
        return Answer(())
    return situation.answer("optin.confirmation", lender=situation.case.lender)


def _append(situation: Situation, entry: Consent) -> None:
    consents.append_consent(
        situation.tx,
        situation.point,
        entry,
        key=f"consent-{situation.message_id}",
        words=situation.text,
        turn_id=situation.turn_id,
    )
