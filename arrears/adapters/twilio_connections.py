"""What a call is connected with once we have spoken: a person, or Twilio's question for a card. TwiML."""

from __future__ import annotations

from twilio.twiml.voice_response import Dial, Gather, VoiceResponse

from arrears.adapters.twilio_http import RETRIED
from arrears.adapters.twilio_voice import VOICES, speak
from arrears.domain.calls import TRANSFER_LONGEST
from arrears.domain.card_payments import CardPayment, decimal_of
from arrears.domain.ids import CallId
from arrears.domain.people import Language

RING_SECONDS = 25
"""How long a person's telephone rings before a call back is booked."""

ACCEPT = "1"
"""The key with which a person takes the call; a machine that answers for them presses none."""

KEY_SECONDS = 8
CARD_TRIES = 3


def connect_person(words: str, language: Language, number: str, call_id: CallId, public_url: str) -> str:
    """Say the words, if any, then ring the person, who is told what it is about before being connected."""
    response = VoiceResponse()
    if words:
        speak(response, words, language)
    base = f"{public_url}/twilio/voice"
    dial = Dial(
        action=f"{base}/transferred/{call_id}{RETRIED}",
        method="POST",
        timeout=RING_SECONDS,
        time_limit=int(TRANSFER_LONGEST.total_seconds()),
        answer_on_bridge=False,
    )
    dial.number(number, url=f"{base}/whisper/{call_id}", method="POST")
    response.append(dial)
    return str(response)


def whisper(words: str, language: Language, call_id: CallId, public_url: str) -> str:
    """Tell the person, who alone hears it, and have them take the call with a key, or be let go."""
    response = VoiceResponse()
    key = Gather(
        input="dtmf",
        num_digits=1,
        timeout=KEY_SECONDS,
        action=f"{public_url}/twilio/voice/whisper/{call_id}/key",
        method="POST",
    )
    speak(key, words, language)
    response.append(key)
    response.hangup()
    return str(response)


def connect_now() -> str:
    """Nothing more is said to the person: the two are connected."""
    return str(VoiceResponse())


def ask_for_card(
    payment: CardPayment, words: str, language: Language, *, connector: str, public_url: str
) -> str:
    """Say the words, then let Twilio ask for the card: neither its number nor its keys reach us."""
    response = VoiceResponse()
    speak(response, words, language)
    response.pay(
        payment_connector=connector,
        payment_method="credit-card",
        charge_amount=decimal_of(payment.amount),
        currency=payment.amount.currency.value.lower(),
        description=payment.id,
        language=VOICES[language].gather_code,
        max_attempts=CARD_TRIES,
        action=f"{public_url}/twilio/voice/paid/{payment.id}{RETRIED}",
    )
    return str(response)
