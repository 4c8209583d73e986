"""A withdrawal of consent, in whatever words, becomes entries of the ledger before anything is answered.

It is written down when the message is taken in hand, so that it holds whatever the dialogue makes of the rest
of the text, and whether or not the dialogue is there at all.
"""

from __future__ import annotations

from datetime import datetime

from arrears.domain.carrier_words import CarrierWord, carrier_word, twilio_answers
from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.facts import Consent, ConsentAction
from arrears.domain.conversations import Conversation
from arrears.domain.ids import CaseId, ContactPointId, MessageId, TurnId
from arrears.domain.language.withdrawals.find import Withdrawal, WithdrawalScope, withdrawals
from arrears.domain.people import Carrier, Channel, ContactPoint, Spot
from arrears.store import Tx, consents, people

SCOPE = WithdrawalScope


def note_withdrawals(
    tx: Tx, conversation: Conversation, message_id: MessageId, text: str, at: datetime
) -> tuple[Withdrawal, ...]:
    """Write down every withdrawal in the text; a repeat of the same message changes nothing.

    A number may be shared: whoever ends texts there ends them for every person we would text there.
    """
    found = withdrawals(text)
    if not found:
        return ()
    point = people.load_contact_point(tx, conversation.contact_point_id)
    turn_id = TurnId(f"turn-{message_id}")
    how = _how(point.carrier_over(conversation.channel), text)
    for number, each in enumerate(found):
        entry = consent_for(each.scope, point.id, conversation.case_id, at, how)
        key = f"consent-{message_id}" if number == 0 else f"consent-{message_id}-{each.scope}"
        consents.append_consent(tx, point, entry, key=key, words=text, turn_id=turn_id)
    scopes = {each.scope for each in found}
    if scopes & {SCOPE.EVERYTHING, SCOPE.TEXTS_AND_AUTOMATED_CALLS}:
        _stop_for_others_at_the_number(tx, point, message_id, turn_id, at)
    if SCOPE.EVERYTHING in scopes:
        consents.append_status(
            tx,
            conversation.person_id,
            SpecialStatus.CEASE,
            raised=True,
            key=f"status-{SpecialStatus.CEASE}-{message_id}",
            at=at,
            by="borrower",
            turn_id=turn_id,
        )
    return found


def withdrawn_by_caller(tx: Tx, number: str, text: str, at: datetime, *, key: str) -> bool:
    """Whether a caller whom nobody knows withdraws consent; it holds for everyone who has their number.

    The same key changes nothing more. Nobody's status is raised: who of them it was, nobody can know.
    """
    found = withdrawals(text)
    points = people.contact_points_at(tx, number) if found and number else ()
    for point in sorted(points, key=lambda each: each.person_id):
        people.lock_person(tx, point.person_id)
        for each in found:
            entry = consent_for(each.scope, point.id, None, at, "voice")
            entry_key = f"consent-{key}-{point.id}-{each.scope}"
            consents.append_consent(tx, point, entry, key=entry_key, words=text, turn_id=None)
    return bool(found)


def _how(carrier: Carrier, text: str) -> str:
    """By the carrier's own word, which it obeys too; by voice; by a listed word; or in their own words."""
    if carrier is Carrier.CALL:
        return "voice"
    if carrier is Carrier.TWILIO and twilio_answers(text):
        return "carrier_block"
    return "sms" if carrier_word(text) is CarrierWord.STOP else "own_words"


def consent_for(
    scope: WithdrawalScope, point_id: ContactPointId, case_id: CaseId | None, at: datetime, how: str
) -> Consent:
    """The entry that a withdrawal of this scope is. Source: 47 CFR 64.1200(a)(10); 12 CFR 1006.14(h)."""
    stop = ConsentAction.WITHDRAWN
    match scope:
        case SCOPE.EVERYTHING:
            return Consent(stop, None, at, how)
        case SCOPE.TEXTS_AND_AUTOMATED_CALLS:
            return Consent(stop, Channel.SMS, at, how, point_id=point_id, case_id=case_id)
        case SCOPE.CALLS:
            return Consent(stop, Channel.VOICE, at, how)
        case SCOPE.EMAIL:
            return Consent(stop, Channel.EMAIL, at, how)
        case SCOPE.WORK:
            return Consent(stop, None, at, how, spot=Spot.WORK)


def pending_withdrawals(
    texts: tuple[tuple[str, datetime], ...], point_id: ContactPointId, case_id: CaseId
) -> tuple[Consent, ...]:
    """The withdrawals in messages that have come in and that nobody has taken in hand yet."""
    return tuple(
        consent_for(each.scope, point_id, case_id, at, "sms")
        for text, at in texts
        for each in withdrawals(text)
    )


def ended_by_others(tx: Tx, point: ContactPoint) -> tuple[Consent, ...]:
    """The standing stops of others at this very number: it may be shared, or given to us again later."""
    shared = (other for other in people.contact_points_at(tx, point.address) if other.id != point.id)
    last = [_last_about_texts(tx, other) for other in shared]
    return tuple(
        Consent(ConsentAction.WITHDRAWN, Channel.SMS, entry.at, entry.how, point_id=point.id)
        for entry in last
        if entry is not None and entry.action is ConsentAction.WITHDRAWN
    )


def _last_about_texts(tx: Tx, point: ContactPoint) -> Consent | None:
    about = [
        entry
        for entry in consents.consents_for(tx, point.id)
        if entry.channel in (None, Channel.SMS) and entry.spot is None and entry.about_contact
    ]
    return about[-1] if about else None


def ends_talk(found: tuple[Withdrawal, ...], channel: Channel) -> bool:
    """Whether words said over the channel end it, so that one confirmation is the only answer.

    An automated voice ends with a stop of calls, and with one of texts too. Source: 47 CFR 64.1200(a)(10).
    """
    if channel is not Channel.VOICE:
        return ends_texts(found)
    return ends_texts(found) or any(each.scope is SCOPE.CALLS for each in found)


def ends_texts(found: tuple[Withdrawal, ...]) -> bool:
    """Whether texts to the number end, so that one confirmation is the only answer."""
    return any(each.scope in (SCOPE.EVERYTHING, SCOPE.TEXTS_AND_AUTOMATED_CALLS) for each in found)


def _stop_for_others_at_the_number(
    tx: Tx, point: ContactPoint, message_id: MessageId, turn_id: TurnId, at: datetime
) -> None:
    shared = people.contact_points_at(tx, point.address)
    others = sorted((p for p in shared if p.id != point.id), key=lambda p: p.person_id)
    for number, other in enumerate(others, start=1):
        entry = Consent(ConsentAction.WITHDRAWN, Channel.SMS, at, "sms", point_id=other.id)
        key = f"consent-{message_id}-{number}"
        if consents.is_known(tx, key):
            continue  # noted when the message was taken in hand, with everyone at the number locked
        people.lock_person(tx, other.person_id)
        consents.append_consent(tx, other, entry, key=key, words=None, turn_id=turn_id)
