"""What a borrower may mean, which of several intents leads a turn, and what becomes of the others.

Names, meanings and priority are those of the intent inventory; the bot reads them, this module judges them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from arrears.domain.ids import MessageId


class Intent(StrEnum):
    """Every intent of the inventory; those that outrank all others stand first, in their order."""

    SELF_HARM = "self_harm"
    STOP_TEXTS = "stop_texts"
    CEASE_CONTACT = "cease_contact"
    ATTORNEY_REPRESENTED = "attorney_represented"
    BANKRUPTCY = "bankruptcy"
    DECEASED = "deceased"
    WRONG_NUMBER = "wrong_number"
    THIRD_PARTY = "third_party"
    THIRD_PARTY_INQUIRY = "third_party_inquiry"
    MILITARY = "military"
    DISPUTE = "dispute"
    ALREADY_PAID = "already_paid"
    REQUEST_VALIDATION = "request_validation"
    COMPLAINT_REGULATOR = "complaint_regulator"
    REQUEST_HUMAN = "request_human"
    VERIFY_IDENTITY = "verify_identity"
    REFUSE_TO_PAY = "refuse_to_pay"
    CANNOT_PAY = "cannot_pay"
    REQUEST_HARDSHIP = "request_hardship"
    PROMISE_TO_PAY = "promise_to_pay"
    VAGUE_PROMISE = "vague_promise"
    PROPOSE_INSTALMENT = "propose_instalment"
    PARTIAL_PAYMENT = "partial_payment"
    PAY_NOW = "pay_now"
    REQUEST_SETTLEMENT = "request_settlement"
    REQUEST_EXTENSION = "request_extension"
    CHANGE_DUE_DATE = "change_due_date"
    PAYMENT_FAILED = "payment_failed"
    REFUSE_VERIFICATION = "refuse_verification"
    ASK_BALANCE = "ask_balance"
    ASK_WHO_ARE_YOU = "ask_who_are_you"
    ASK_ARE_YOU_HUMAN = "ask_are_you_human"
    ASK_PAYMENT_METHODS = "ask_payment_methods"
    ASK_PAYOFF = "ask_payoff"
    ASK_CREDIT_REPORTING = "ask_credit_reporting"
    ASK_LEGAL_CONSEQUENCES = "ask_legal_consequences"
    ASK_FEES_INTEREST = "ask_fees_interest"
    REQUEST_WRITTEN = "request_written"
    REQUEST_RECEIPT = "request_receipt"
    REQUEST_CALLBACK = "request_callback"
    INCONVENIENT = "inconvenient"
    ABUSIVE = "abusive"
    CHANGE_CONTACT = "change_contact"
    LANGUAGE_SWITCH = "language_switch"
    CONFIRM_PLAN = "confirm_plan"
    CANCEL_PLAN = "cancel_plan"
    AFFIRM = "affirm"
    DENY = "deny"
    GREET = "greet"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    REPEAT_CLARIFY = "repeat_clarify"
    OUT_OF_SCOPE = "out_of_scope"


def intent_named(name: str) -> Intent:
    """The intent of that name; a name that nobody knows is nothing we can help with."""
    return Intent(name) if name in set(Intent) else Intent.OUT_OF_SCOPE


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as the dialogue engine understood it; without an intent where no engine was asked."""

    message_id: MessageId
    intent: Intent | None = None  # the one that leads
    confidence: float = 0.0  # 0..1, of the leading intent
    others: tuple[Intent, ...] = ()  # what the text says besides, in its order
    doubted: frozenset[Intent] = frozenset()  # of these, what is asked about before it is acted on
    faint: frozenset[Intent] = frozenset()  # of the doubted, what is asked about only where a word may say it
    likely: frozenset[Intent] = frozenset()  # of the doubted, what a word that may say it makes certain
    possibly: tuple[Intent, ...] = ()  # none of these: what it may have said all the same, for a person

    @property
    def intents(self) -> tuple[Intent, ...]:
        """All that the text says, the one that leads first."""
        return self.others if self.intent is None else (self.intent, *self.others)

    def led_by(self, intent: Intent) -> Heard:
        """The same message with another of its intents in the lead."""
        return replace(self, intent=intent, others=tuple(each for each in self.intents if each is not intent))


_ALL = tuple(Intent)
PRIORITY = _ALL[: _ALL.index(Intent.VERIFY_IDENTITY) + 1]
"""Whoever says one of these is answered about it first, whatever else the text says. Earlier ones win."""


def first_of(intents: tuple[Intent, ...]) -> Intent:
    """The intent that leads a turn: of the highest priority, else the first of the text."""
    return min(intents, key=lambda each: PRIORITY.index(each) if each in PRIORITY else len(PRIORITY))


def outranking(heard: Heard) -> Intent | None:
    """The intent that must lead in place of the one the engine answered by; None when that one stands.

    The engine keeps the order of priority itself; here a refusal to pay leads before a promise, a yes or a
    proof of who they are too.
    """
    if heard.intent is None:
        return None
    first = first_of(heard.intents)
    lighter = first not in PRIORITY or first is Intent.VERIFY_IDENTITY
    if lighter and Intent.REFUSE_TO_PAY in heard.others:
        first = Intent.REFUSE_TO_PAY
    # Who they are is checked by the action of that name alone.
    return None if first in (heard.intent, Intent.VERIFY_IDENTITY) else first


HARD = frozenset({Intent.CANNOT_PAY, Intent.REQUEST_HARDSHIP})
"""Who says one of these is not asked for money until a person has spoken with them."""

COMMITTING = frozenset({Intent.AFFIRM, Intent.CONFIRM_PLAN})
"""What can be a yes to terms that were read back."""

OFFERING = frozenset(
    {
        Intent.PROMISE_TO_PAY,
        Intent.PROPOSE_INSTALMENT,
        Intent.PARTIAL_PAYMENT,
        Intent.REQUEST_EXTENSION,
    }
)
"""What brings terms that are read back."""

NAMING = frozenset({Intent.ASK_WHO_ARE_YOU, Intent.ASK_ARE_YOU_HUMAN})
"""Questions that are answered without a word about the debt."""

ASKING = NAMING | {
    Intent.ASK_BALANCE,
    Intent.ASK_FEES_INTEREST,
    Intent.ASK_PAYMENT_METHODS,
    Intent.PAY_NOW,
    Intent.ASK_PAYOFF,
    Intent.ASK_CREDIT_REPORTING,
    Intent.ASK_LEGAL_CONSEQUENCES,
}
"""Questions of information."""

REFERRED = frozenset(
    {
        Intent.REQUEST_SETTLEMENT,
        Intent.CHANGE_DUE_DATE,
        Intent.PAYMENT_FAILED,
        Intent.REQUEST_WRITTEN,
        Intent.REQUEST_RECEIPT,
        Intent.REQUEST_CALLBACK,
        Intent.CHANGE_CONTACT,
        Intent.CANCEL_PLAN,
    }
)
"""What a person sees to."""

CLOSING = frozenset(PRIORITY[: PRIORITY.index(Intent.REQUEST_HUMAN)]) | {Intent.REFUSE_TO_PAY}
"""What ends or pauses contact: nothing about the debt is said beside it."""

CHANGING = CLOSING | HARD | {Intent.REQUEST_HUMAN, Intent.INCONVENIENT}
"""What is written down and changes what may be done, whoever leads."""

COMPLETE = frozenset({Intent.STOP_TEXTS, Intent.CEASE_CONTACT, Intent.WRONG_NUMBER, Intent.INCONVENIENT})
"""What needs nobody any more once it is written down."""

SATISFIED = frozenset(
    {
        Intent.GREET,
        Intent.THANKS,
        Intent.GOODBYE,
        Intent.AFFIRM,
        Intent.CONFIRM_PLAN,
        Intent.DENY,
        Intent.VAGUE_PROMISE,
        Intent.OUT_OF_SCOPE,
        Intent.REPEAT_CLARIFY,
        Intent.ABUSIVE,
        Intent.VERIFY_IDENTITY,
        Intent.REFUSE_VERIFICATION,
    }
)
"""What needs no answer of its own beside another intent; a yes among them never binds by itself."""

STOPS = frozenset({Intent.STOP_TEXTS, Intent.CEASE_CONTACT})
"""Wishes for no more contact. Words about another stop ("no amounts in texts") get these labels too."""

ALONE = STOPS | {Intent.SELF_HARM}
"""What is answered with one thing and nothing else. Source: 47 CFR 64.1200(a)(12)."""

DOUBTABLE = CLOSING - ALONE
"""What yields to plain words where it was heard with little confidence: a person reads it all the same."""

DOUBTFUL = 0.3
"""Below this confidence of the leading intent. Judgement: the floors are 0.15, and 0.1 for self-harm."""

_TAKES_TERMS = OFFERING | COMMITTING | {Intent.DENY, Intent.VAGUE_PROMISE, Intent.VERIFY_IDENTITY}
"""Leading intents whose own answer takes up the terms in the text."""


class Beside(StrEnum):
    """What is done with an intent that does not lead."""

    ANSWERED = "answered"  # in the same reply
    HEEDED = "heeded"  # its effect is written, the leading answer says enough
    NOTED = "noted"  # a person reads it
    SATISFIED = "satisfied"  # the leading answer is its answer too


def beside(leading: Intent, further: Intent) -> Beside:
    """What is done with a further intent of the turn. Nothing is dropped."""
    if further in SATISFIED:
        return Beside.SATISFIED
    if leading in CLOSING:
        return _beside_the_end(leading, further)
    if leading is Intent.REQUEST_HUMAN and further in OFFERING | REFERRED:
        return Beside.NOTED
    if further in OFFERING and leading in _TAKES_TERMS:
        return Beside.SATISFIED
    return Beside.ANSWERED


def _beside_the_end(leading: Intent, further: Intent) -> Beside:
    if further in CHANGING:
        return Beside.HEEDED
    if further in NAMING and leading not in ALONE:
        return Beside.ANSWERED
    return Beside.NOTED


_ABOUT_THE_SUM = frozenset({Intent.ASK_BALANCE, Intent.ASK_FEES_INTEREST, Intent.ASK_PAYOFF})

_LEAVES_A_YES = (
    COMMITTING
    | (ASKING - _ABOUT_THE_SUM)
    | {Intent.PROMISE_TO_PAY, Intent.REQUEST_WRITTEN, Intent.REQUEST_RECEIPT}
    | {Intent.GREET, Intent.THANKS, Intent.GOODBYE}
)
"""Beside a yes, a question about the sum may be a doubt of it; a promise is one only with its terms."""

_TAKES_A_YES_BACK = HARD | {Intent.DENY, Intent.CANCEL_PLAN, Intent.REFUSE_TO_PAY}


_SAYS_NO_ITSELF = COMMITTING | OFFERING | {Intent.DENY, Intent.CANCEL_PLAN}

_TAKES_OTHER_TERMS = OFFERING | {
    Intent.VERIFY_IDENTITY,
    Intent.ASK_BALANCE,
    Intent.VAGUE_PROMISE,
    Intent.CHANGE_DUE_DATE,
    Intent.OUT_OF_SCOPE,
}
"""Intents whose decision takes up the terms of the turn in place of those on the table."""


def turns_down(heard: Heard, *, brings_terms: bool) -> bool:
    """Whether a no that does not lead takes what waits for a yes off the table.

    Where the leading intent deals with the no itself, or other terms take the place of the old, it need not.
    """
    if Intent.DENY not in heard.others or heard.intent in _SAYS_NO_ITSELF:
        return False
    replaced = brings_terms and bool(_TAKES_OTHER_TERMS.intersection(heard.intents))
    return heard.intent in CLOSING or not replaced


class Consenting(StrEnum):
    """Whether a turn agrees to what was read back."""

    YES = "yes"
    UNCLEAR = "unclear"  # it says something besides that may qualify the yes
    NO = "no"


def consenting(heard: Heard) -> Consenting:
    """Whether the turn is a plain yes. A yes, but: is none; a thank-you or a greeting never is."""
    if _TAKES_A_YES_BACK.intersection(heard.intents):
        return Consenting.NO
    plain = heard.intent in COMMITTING and _LEAVES_A_YES.issuperset(heard.others)
    return Consenting.YES if plain else Consenting.UNCLEAR
