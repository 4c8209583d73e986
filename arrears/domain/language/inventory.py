"""The fifteen entities, and which of them a turn of an intent is asked for.

Source: the intent inventory. A few entities stand here beyond it, where an intent is easily taken for its
neighbour: a promise may be a share of the balance, a part payment one of several.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from arrears.domain.intents import Intent


class EntityName(StrEnum):
    """What an entity is."""

    DATE = "date"
    TIME = "time"
    AMOUNT = "amount"
    PERCENT = "percent"
    INSTALMENT_COUNT = "instalment_count"
    FREQUENCY = "frequency"
    REASON = "reason"
    PAYMENT_METHOD = "payment_method"
    DISPUTE_TYPE = "dispute_type"
    RELATION = "relation"
    CONTACT = "contact"
    IDENTITY = "identity"
    REFERENCE_NO = "reference_no"
    LANGUAGE = "language"
    PERSON_NAME = "person_name"


_E = EntityName
TERMS = frozenset({_E.DATE, _E.AMOUNT, _E.PERCENT, _E.INSTALMENT_COUNT, _E.FREQUENCY})
"""What a plan or a payment is made of."""
_EXPECTED: dict[Intent, frozenset[EntityName]] = {
    Intent.PROMISE_TO_PAY: TERMS | {_E.PAYMENT_METHOD},
    Intent.VAGUE_PROMISE: TERMS,
    Intent.PROPOSE_INSTALMENT: TERMS | {_E.PAYMENT_METHOD},
    Intent.PARTIAL_PAYMENT: TERMS | {_E.PAYMENT_METHOD},
    Intent.PAY_NOW: frozenset({_E.AMOUNT, _E.PERCENT, _E.PAYMENT_METHOD}),
    Intent.CANNOT_PAY: frozenset({_E.REASON}),
    Intent.REQUEST_HARDSHIP: frozenset({_E.REASON, _E.DATE}),
    Intent.REQUEST_SETTLEMENT: TERMS | {_E.PAYMENT_METHOD},
    Intent.REQUEST_EXTENSION: frozenset({_E.DATE}),
    Intent.CHANGE_DUE_DATE: frozenset({_E.DATE, _E.FREQUENCY}),
    Intent.REFUSE_TO_PAY: frozenset({_E.REASON}),
    Intent.ALREADY_PAID: frozenset({_E.DATE, _E.AMOUNT, _E.PAYMENT_METHOD, _E.REFERENCE_NO}),
    Intent.PAYMENT_FAILED: frozenset({_E.PAYMENT_METHOD, _E.AMOUNT, _E.REFERENCE_NO}),
    Intent.DISPUTE: frozenset({_E.DISPUTE_TYPE, _E.AMOUNT, _E.REFERENCE_NO, _E.RELATION}),
    Intent.THIRD_PARTY: frozenset({_E.RELATION, _E.PERSON_NAME}),
    Intent.THIRD_PARTY_INQUIRY: frozenset({_E.RELATION, _E.PERSON_NAME}),
    Intent.WRONG_NUMBER: frozenset({_E.PERSON_NAME}),
    Intent.VERIFY_IDENTITY: frozenset({_E.IDENTITY, _E.PERSON_NAME}),
    Intent.ASK_PAYMENT_METHODS: frozenset({_E.PAYMENT_METHOD}),
    Intent.ASK_PAYOFF: frozenset({_E.DATE}),
    Intent.ASK_FEES_INTEREST: frozenset({_E.PERCENT, _E.AMOUNT}),
    Intent.REQUEST_WRITTEN: frozenset({_E.CONTACT}),
    Intent.REQUEST_RECEIPT: frozenset({_E.AMOUNT, _E.DATE, _E.REFERENCE_NO, _E.CONTACT}),
    Intent.REQUEST_HUMAN: frozenset({_E.PERSON_NAME, _E.TIME}),
    Intent.REQUEST_CALLBACK: frozenset({_E.DATE, _E.TIME, _E.CONTACT}),
    Intent.INCONVENIENT: frozenset({_E.TIME}),
    Intent.CEASE_CONTACT: frozenset({_E.CONTACT}),
    Intent.STOP_TEXTS: frozenset({_E.CONTACT}),
    Intent.ATTORNEY_REPRESENTED: frozenset({_E.PERSON_NAME, _E.CONTACT}),
    Intent.BANKRUPTCY: frozenset({_E.REFERENCE_NO, _E.DATE}),
    Intent.DECEASED: frozenset({_E.RELATION, _E.DATE, _E.PERSON_NAME}),
    Intent.MILITARY: frozenset({_E.RELATION, _E.DATE, _E.PERCENT}),
    Intent.COMPLAINT_REGULATOR: frozenset({_E.DATE}),
    Intent.CHANGE_CONTACT: frozenset({_E.CONTACT, _E.PERSON_NAME}),
    Intent.LANGUAGE_SWITCH: frozenset({_E.LANGUAGE}),
    Intent.CONFIRM_PLAN: TERMS,
    Intent.CANCEL_PLAN: TERMS,
    Intent.DENY: frozenset({_E.DATE, _E.AMOUNT}),
    Intent.AFFIRM: TERMS,
}

TELLING = frozenset({Intent.ALREADY_PAID, Intent.REQUEST_RECEIPT, Intent.DECEASED})
"""Intents whose turns tell of what has happened."""
LOOKING_AHEAD = frozenset(
    {
        Intent.ASK_PAYOFF,
        Intent.CANCEL_PLAN,
        Intent.CHANGE_DUE_DATE,
        Intent.REQUEST_EXTENSION,
        Intent.CONFIRM_PLAN,
        Intent.AFFIRM,
        Intent.DENY,
        Intent.REQUEST_CALLBACK,
        Intent.REQUEST_HUMAN,
    }
)
"""Intents whose days lie ahead, however the words are ("if I paid it on the first")."""
OFFERING = frozenset(
    {
        Intent.PROMISE_TO_PAY,
        Intent.VAGUE_PROMISE,
        Intent.PROPOSE_INSTALMENT,
        Intent.PARTIAL_PAYMENT,
        Intent.PAY_NOW,
        Intent.REQUEST_SETTLEMENT,
        Intent.REQUEST_EXTENSION,
        Intent.CHANGE_DUE_DATE,
    }
)
"""Intents in which a day that has passed was offered as one to pay on, and must be questioned."""
GIVING_WAY = frozenset(
    {
        Intent.PROMISE_TO_PAY,
        Intent.VAGUE_PROMISE,
        Intent.PROPOSE_INSTALMENT,
        Intent.PARTIAL_PAYMENT,
        Intent.REQUEST_EXTENSION,
        Intent.REQUEST_SETTLEMENT,
        Intent.CHANGE_DUE_DATE,
    }
)
"""Intents whose turns often say why in the same breath: hours got cut, so 40 on the 6th."""
OF_A_PLAN = frozenset({Intent.CONFIRM_PLAN, Intent.AFFIRM, Intent.CANCEL_PLAN})
"""Intents about a plan that was made: the day it was made on is no day of it."""
OF_ONE_AMOUNT = frozenset(
    {Intent.ASK_FEES_INTEREST, Intent.PAYMENT_FAILED, Intent.DISPUTE, Intent.REQUEST_RECEIPT}
)
"""Intents that contest or ask about a sum; "the whole balance" in them is none."""
DENYING = TELLING | {
    Intent.DENY,
    Intent.DISPUTE,
    Intent.REFUSE_TO_PAY,
    Intent.CANCEL_PLAN,
    Intent.PAYMENT_FAILED,
    Intent.ASK_FEES_INTEREST,
}
"""Intents whose amounts and days are those denied, contested or undone, and so are no offer."""


def expected(intents: Collection[Intent]) -> frozenset[EntityName]:
    """The entities that turns of these intents are asked for; all of them where no intent is known."""
    if not intents:
        return frozenset(EntityName)
    return frozenset().union(*(_EXPECTED.get(intent, frozenset()) for intent in intents))


def besides(intents: Collection[Intent], *, calls: bool, hours: bool) -> frozenset[EntityName]:
    """What turns of these intents may name as well, where they may be misread: who gives less may say why.

    `calls`: a number or a word of calling stands in the turn, so that it may say where and when.
    `hours`: an hour of the clock stands there, and no number that may be one.
    """
    named = TERMS | {_E.REFERENCE_NO} | ({_E.CONTACT, _E.TIME} if calls else frozenset())
    named |= {_E.TIME} if hours else frozenset()
    if Intent.REQUEST_VALIDATION in intents:
        named |= {_E.DISPUTE_TYPE}
    return named | {_E.REASON} if GIVING_WAY.intersection(intents) else named
