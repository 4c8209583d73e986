"""A card is keyed in on a call: begun once after a yes, ended by the carrier's word for what became of it.

The payment itself is recorded by `record_payment`, under the key that `key_of` gives.
"""

from __future__ import annotations

import logging
from datetime import date

from arrears.contact.lifting import Act, withdraw_refusal
from arrears.contact.speaking import call_a_person
from arrears.desk import Desk
from arrears.dialogue.answering import home_zone
from arrears.dialogue.promising import staffed_words
from arrears.domain.call_scripts import TakeCard
from arrears.domain.calls import CallState
from arrears.domain.card_payments import (
    ENDED,
    SILENT_AFTER,
    CardPayment,
    CardPaymentState,
    after_result,
)
from arrears.domain.ids import CallId, CardPaymentId
from arrears.domain.money import display
from arrears.domain.times import local_date
from arrears.domain.wording import phrase
from arrears.store import Tx, calls, card_payments, cases, conversations, people
from arrears.store.evidence import append_evidence

log = logging.getLogger(__name__)

NOT_BEGUN = "not-begun"
"""Our own word: the carrier was never asked."""

RESULT_MESSAGES = {
    CardPaymentState.PAID: "card.paid",
    CardPaymentState.NOT_PAID: "card.not_paid",
    CardPaymentState.UNKNOWN: "card.unclear",
}


def key_of(payment: CardPayment) -> str:
    """The idempotency key of the payment in the ledger."""
    return f"card_by_phone:{payment.id}"


def paid_on(desk: Desk) -> date:
    """Today on the lender's calendar."""
    return local_date(desk.clock.now(), desk.policy.staff.home.zone)


def begin_card(desk: Desk, call_id: CallId) -> TakeCard | None:
    """Have the card asked for, once; None when no amount was agreed, or the call is over.

    Raises: LookupError.
    """
    with desk.store.write() as tx:
        call = calls.load(tx, call_id)
        payment = card_payments.agreed_on(tx, call_id)
        if payment is None or call.state is CallState.ENDED:
            return None
        language = conversations.load(tx, payment.conversation_id).language
        begun = {"started_at": desk.clock.now(), "started_on_machine_at": desk.machine_clock.now()}
        if not card_payments.move(tx, payment, CardPaymentState.STARTED, **begun):
            return None
        # No permit of its own: the words name nothing and nobody, and follow an answer that had one.
        return TakeCard(payment, phrase(desk.policy.catalog, language, "card.key_in"), language)


def card_payment(desk: Desk, payment_id: CardPaymentId) -> CardPayment:
    """The payment. Raises: LookupError."""
    with desk.store.read() as tx:
        return card_payments.load(tx, payment_id)


def end_card(desk: Desk, payment_id: CardPaymentId, result: str, confirmation: str = "") -> CardPayment:
    """The payment after the carrier's word; what is proved is never taken back, a doubt is for a person.

    Raises: LookupError.
    """
    with desk.store.write() as tx:
        talk = conversations.load(tx, card_payments.load(tx, payment_id).conversation_id)
        people.lock_person(tx, talk.person_id)
        found = card_payments.lock(tx, payment_id)
        state = CardPaymentState.NOT_PAID if result == NOT_BEGUN else after_result(result)
        if found.state in ENDED or found.state is state:
            return found
        now = desk.clock.now()
        card_payments.move(
            tx, found, state, ended_at=now, result=result[:60], confirmation=confirmation[:120] or None
        )
        payload = {
            "card_payment": found.id,
            "call": found.call_id,
            "amount_minor": found.amount.minor,
            "currency": found.amount.currency,
            "state": state,
        }
        append_evidence(tx, found.case_id, "card_payment", payload, now)
        if state is CardPaymentState.UNKNOWN:
            _doubt(tx, desk, found)
        if state is CardPaymentState.PAID:
            case = cases.load_case(tx, found.case_id)
            withdraw_refusal(tx, Act(found.id, talk.person_id, case, talk.contact_point_id, now))
        return card_payments.load(tx, payment_id)


def words_after(desk: Desk, payment: CardPayment) -> tuple[str, dict[str, str]]:
    """The message that says what became of the payment, and what it is filled with."""
    key = RESULT_MESSAGES.get(payment.state, "card.unclear")
    with desk.store.read() as tx:
        talk = conversations.load(tx, payment.conversation_id)
        person = people.load_person(tx, talk.person_id)
        zone = home_zone(person, people.load_contact_point(tx, talk.contact_point_id))
    staffed = staffed_words(desk, talk.language, person.country, zone)
    return key, {"amount": display(payment.amount), "staffed": staffed}


def doubt_silent(desk: Desk) -> int:
    """Give payments of which no result came to a person; returns how many."""
    with desk.store.read() as tx:
        silent = card_payments.silent(tx, desk.machine_clock.now() - SILENT_AFTER)
    for payment in silent:
        log.error("card_payment_without_result", extra={"payment": payment.id})
        end_card(desk, payment.id, "silent")
    return len(silent)


def _doubt(tx: Tx, desk: Desk, payment: CardPayment) -> None:
    key = f"{payment.id}-unclear"
    call_a_person(tx, desk, "card_payment", payment.conversation_id, payment.case_id, key=key)
