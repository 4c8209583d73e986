"""Telephone calls, what was heard of our words on them, their recordings, and cards keyed in on them."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table

from arrears.store.tables.base import metadata
from arrears.store.types import Encrypted, EncryptedBytes, EncryptedJson, UtcDateTime

calls = Table(
    "calls",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("carrier_ref", String(80), nullable=False, unique=True),
    Column("direction", String(12), nullable=False),
    Column("outreach_id", ForeignKey("outreach.id"), index=True),
    Column("contact_point_id", ForeignKey("contact_points.id")),
    Column("conversation_id", ForeignKey("conversations.id"), index=True),
    Column("caller", Encrypted),  # the number that called us; none when we called
    Column("language", String(8), nullable=False),
    Column("answered_by", String(12)),
    Column("state", String(12), nullable=False),
    Column("outcome", String(24)),
    Column("path", String(12), nullable=False),
    Column("resumed", Integer, nullable=False),
    Column("rang", Boolean, nullable=False),
    Column("talked", Boolean, nullable=False),
    Column("left_words", Boolean, nullable=False),
    Column("ending", String(12)),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("reported_on_machine_at", UtcDateTime, nullable=False),  # for finding calls that nobody ends
    Column("answered_at", UtcDateTime),
    Column("ended_at", UtcDateTime),
    Column("claims", EncryptedJson),  # what a caller nobody knows says of themselves, by utterance
    Index("ix_calls_state", "state", "reported_on_machine_at"),
)

call_tokens = Table(  # each opens the line of its call once; the token itself is kept nowhere
    "call_tokens",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("call_id", ForeignKey("calls.id"), nullable=False, index=True),
    Column("used_at", UtcDateTime),
)

call_answers = Table(  # to Twilio's requests, while the call lasts: one that is repeated is answered the same
    "call_answers",
    metadata,
    Column("digest", String(64), primary_key=True),  # of the request
    Column("call_id", ForeignKey("calls.id"), nullable=False, index=True),
    Column("twiml", Encrypted, nullable=False),  # words of the conversation are in it
    Column("at", UtcDateTime, nullable=False),
)

callback_requests = Table(  # append-only
    "callback_requests",
    metadata,
    Column("id", String(160), primary_key=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False),
    Column("contact_point_id", ForeignKey("contact_points.id"), nullable=False),
    Column("outreach_id", ForeignKey("outreach.id"), nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
)

heard = Table(  # append-only; the last of a contact counts
    "heard",
    metadata,
    Column("outreach_id", ForeignKey("outreach.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("text", Encrypted, nullable=False),  # how much of our words was really heard
    Column("at", UtcDateTime, nullable=False),
)

recordings = Table(
    "recordings",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("call_id", ForeignKey("calls.id"), nullable=False, index=True),
    Column("carrier_ref", String(80), nullable=False, unique=True),  # Twilio's RecordingSid
    Column("state", String(16), nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    Column("seconds", Integer),
    Column("media_type", String(40)),
    Column("media", EncryptedBytes),  # none until it is fetched, and once it is erased
    Column("tries", Integer, nullable=False),
    Column("try_at", UtcDateTime),  # machine time: not before it is the carrier asked again
    Column("fetched_at", UtcDateTime),
    Column("keep_until", UtcDateTime),
    Column("erased_at", UtcDateTime),
)

recording_refusals = Table(  # append-only: who does not want a call recorded says so once
    "recording_refusals",
    metadata,
    Column("call_id", ForeignKey("calls.id"), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
)

card_payments = Table(  # read back on a call; the number of the card is nowhere
    "card_payments",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("call_id", ForeignKey("calls.id"), nullable=False, index=True),
    Column("conversation_id", ForeignKey("conversations.id"), nullable=False, index=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False),
    Column("amount_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("state", String(12), nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("started_at", UtcDateTime),
    Column("started_on_machine_at", UtcDateTime),  # for finding payments of which nothing is heard
    Column("ended_at", UtcDateTime),
    Column("result", String(60)),  # Twilio's word for it
    Column("confirmation", String(120)),  # the connector's
    Index("ix_card_payments_state", "state", "started_on_machine_at"),
)
