"""Pay: a card by keypad. Nobody sees its number but the carrier, and it keeps the last four digits.

Source: https://www.twilio.com/docs/voice/twiml/pay
"""

from __future__ import annotations

from simulator.phones import new_sid
from simulator.voice.engine import Engine, nothing_heard
from simulator.voice.instructions import document as fetch
from simulator.voice.process import Course, Wait
from simulator.voice.prompts import prompt
from simulator.voice.signals import HungUp, Nudged, Paid, Pressed
from simulator.voice.twiml import Document, Verb

TIMEOUT_S, ATTEMPTS = 5.0, 1
RESULTS = (
    "success",
    "payment-connector-error",
    "caller-interrupted-with-star",
    "too-many-failed-attempts",
    "validation-error",
    "internal-error",
)
BRANDS = {"3": "amex", "4": "visa", "5": "mastercard", "6": "discover"}


def pay(engine: Engine, verb: Verb, document: Document) -> Course[Document | None]:
    """Ask for the card; go on at the action with the result, or with the next verb."""
    try:
        paid = yield from _card(engine, verb, document.url)
    except HungUp:
        found = {"Result": "caller-hung-up"}
        if verb.get("action"):
            engine.operator.tell(engine.call, verb.get("action"), found, base=document.url)
        raise
    engine.line.record("carrier", "payment", result=paid.result)
    if not verb.get("action"):
        return None
    found = {"Result": paid.result, "PaymentConnector": verb.get("paymentConnector", "Default")}
    if paid.result == "success":
        found |= _success(verb, paid.card)
    return (yield from fetch(engine, verb.get("action"), document.url, verb.get("method"), found))


def _card(engine: Engine, verb: Verb, base: str | None) -> Course[Paid]:
    for _ in range(int(verb.number("maxAttempts", ATTEMPTS)) or 1):
        for child in verb.children:
            for part in child.children if child.name == "Prompt" else ():
                yield from prompt(engine, part, nothing_heard, base)
        paid = yield from _keys(engine, verb.number("timeout", TIMEOUT_S))
        if paid is not None:
            return paid
    return Paid("too-many-failed-attempts", "")


def _keys(engine: Engine, timeout_s: float) -> Course[Paid | None]:
    engine.line.record("carrier", "asks for a card")
    turn = engine.line.next_turn()
    while True:
        signal = turn or (yield Wait(timeout_s))
        turn = engine.line.next_turn()
        if signal is None or isinstance(signal, Paid):
            return signal
        if isinstance(signal, Pressed):
            if signal.digit == "*":
                return Paid("caller-interrupted-with-star", "")
            engine.line.record("caller", "presses", keys="•")
        elif not isinstance(signal, Nudged):
            engine.unheard(signal)


def _success(verb: Verb, card: str) -> dict[str, str]:
    found = {
        "PaymentMethod": verb.get("paymentMethod", "credit-card"),
        "PaymentCardNumber": "x" * 12 + card[-4:],
        "PaymentCardType": BRANDS.get(card[:1], "visa"),
        "ExpirationDate": "1230",
        "SecurityCode": "xxx",
        "PaymentCardPostalCode": "10001",
        "ProfileId": new_sid("PK"),
    }
    if verb.number("chargeAmount", 0) or "." in verb.get("chargeAmount"):
        return found | {"PaymentConfirmationCode": new_sid("ch_")[:20]}
    return found | {"PaymentToken": new_sid("pm_")[:20]}
