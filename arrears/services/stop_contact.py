"""Stop, start and help, as words to the carrier or in the borrower's own."""

from __future__ import annotations

from arrears.desk import Desk
from arrears.dialogue.answering import Answer, Situation, once
from arrears.dialogue.heeding import stop_texts as heed_stop
from arrears.dialogue.replying import answer_turn
from arrears.domain.carrier_words import twilio_answers
from arrears.domain.compliance.facts import Consent, ConsentAction
from arrears.domain.intents import Heard
from arrears.domain.people import Carrier, Channel
from arrears.store import consents


def stop_texts(desk: Desk, heard: Heard, *, carrier_confirmed: bool = False) -> Answer:
    """Texts to this number end now, or what else the words name.

    Nothing is said when the carrier has confirmed it already. At most one confirmation is ever sent.
    Source: 47 CFR 64.1200(a)(12).
    """
    return answer_turn(desk, heard, "stop_texts", lambda s: _stop(s, carrier_confirmed))


def start_texts(desk: Desk, heard: Heard) -> Answer:
    """Texts to this number are welcome again; nothing else is: START reopens texting only."""
    return once(desk, heard, "start_texts", _start)


def help_text(desk: Desk, heard: Heard) -> Answer:
    """Who we are and how to stop us."""
    return once(desk, heard, "help", _help)


def _stop(situation: Situation, carrier_confirmed: bool) -> Answer:
    answer = heed_stop(situation)
    confirmation = [said for said in answer.said if said.key == "optout.confirmation"]
    return Answer(()) if carrier_confirmed and confirmation else answer


def _help(situation: Situation) -> Answer:
    key = "help.chat" if situation.conversation.channel is Channel.WEB else "help.answer"
    phone = situation.desk.policy.callback_number
    return situation.answer(key, lender=situation.case.lender, phone=phone)


def _start(situation: Situation) -> Answer:
    if situation.conversation.channel is not Channel.SMS:
        # The carrier may block the number, and only a text from it ends that.
        return situation.answer("optin.by_text", lender=situation.case.lender)
    # As of when it was sent: a stop that came between that and now keeps the last word.
    at = situation.received_at
    consents.append_consent(
        situation.tx,
        situation.point,
        Consent(ConsentAction.GIVEN, Channel.SMS, at, "sms", point_id=situation.point.id),
        key=f"consent-{situation.message_id}",
        words=situation.text,
        turn_id=situation.turn_id,
    )
    if situation.point.carrier is Carrier.TWILIO and twilio_answers(situation.text):
        return Answer(())
    return situation.answer("optin.confirmation", lender=situation.case.lender)
