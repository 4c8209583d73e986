"""What is to be done on a telephone call next, and what is spoken on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from arrears.domain.card_payments import CardPayment
from arrears.domain.ids import CallId, OutreachId
from arrears.domain.people import Language


@dataclass(frozen=True, slots=True)
class Converse:
    """Speak with whoever is there: connect the line, say the opening first."""

    call_id: CallId
    token: str  # secret; opens the line once
    language: Language
    opening: str  # personal data: it may name the person
    outreach_id: (
        OutreachId | None
    )  # the contact whose words the opening is; None: it is no word to the matter


@dataclass(frozen=True, slots=True)
class Invitation:
    """The word that another language is spoken too, in that language. What is heard stays as it is."""

    words: str
    language: Language


@dataclass(frozen=True, slots=True)
class Identify:
    """Somebody we do not know, or one of several: ask who it is; nothing is disclosed before."""

    call_id: CallId
    token: str  # secret; opens the line once
    language: Language
    opening: str
    invitation: Invitation | None = None  # said after it


@dataclass(frozen=True, slots=True)
class Leave:
    """Play the recording to the machine, then hang up."""

    sound: str  # its digest


@dataclass(frozen=True, slots=True)
class Silent:
    """Hang up without a word."""


@dataclass(frozen=True, slots=True)
class Closed:
    """Say these neutral words, then hang up."""

    words: str
    language: Language


@dataclass(frozen=True, slots=True)
class Transfer:
    """Say the words, if any, and connect a person of ours."""

    call_id: CallId
    number: str  # E.164, of our people
    words: str
    language: Language


@dataclass(frozen=True, slots=True)
class TakeCard:
    """Say the words, then have the carrier ask for the card."""

    payment: CardPayment
    words: str
    language: Language


type CallScript = Converse | Identify | Leave | Silent | Closed


@dataclass(frozen=True, slots=True)
class OpenedLine:
    """What to say first on a line that was just opened, and how to go on."""

    call_id: CallId
    language: Language
    opening: str  # personal data: it may name the person
    outreach_id: (
        OutreachId | None
    )  # the contact whose words the opening is; None: it is no word to the matter
    invitation: Invitation | None = None  # said after it


@dataclass(frozen=True, slots=True)
class Asked:
    """What is said next to a caller who identifies themselves; then listen again."""

    words: str
    language: Language
    invitation: Invitation | None = None  # said after them


class Ends(StrEnum):
    """What follows once an answer has been spoken."""

    GOODBYE = "goodbye"  # hang up
    PERSON = "person"  # connect a person, or book when one calls back
    PAY = "pay"  # take a payment outside the conversation
    CALLBACK = "callback"  # book a call at the hour they asked for


@dataclass(frozen=True, slots=True)
class SpokenAnswer:
    """The answer to an utterance, permitted and ready to be spoken."""

    outreach_id: OutreachId | None  # None: no words of the conversation
    text: str  # personal data; empty when nothing is to be said
    language: Language
    ends: Ends | None = None
    binds: bool = False  # a yes to it is binding: it has to be heard to its end
    records: bool = False  # it says that a yes was taken, or asks for leave: cut off, it is said again whole
    invitation: Invitation | None = None  # said after it

    @property
    def may_be_spoken_over(self) -> bool:
        """Whether it may be where nobody says how much of it was heard."""
        return not (self.binds or self.records)


@dataclass(frozen=True, slots=True)
class Written:
    """What a person of ours does in the conversation of a call while it lasts."""

    held: bool  # they have taken it over: the agent is silent
    words: tuple[tuple[SpokenAnswer, str], ...] = ()  # theirs, to be spoken, each with what of it was heard
    last: OutreachId | None = None  # of our words on the call these were heard last, and are theirs


# Those that lead to a person promise no time on a call: the connecting, or the booking, says what happens.
_ENDS = {
    "human.answer": Ends.PERSON,
    "calm.person": Ends.PERSON,
    "scope.third": Ends.PERSON,
    "identity.locked": Ends.PERSON,
    "crisis.answer": Ends.PERSON,
    "crisis.again": Ends.PERSON,
    "crisis.safe": Ends.PERSON,
    "crisis.with_them": Ends.PERSON,
    "crisis.kept": Ends.PERSON,
    "call.transfer": Ends.PERSON,
    "recording.refused": Ends.PERSON,
    "card.taking": Ends.PAY,
    "callback.answer": Ends.CALLBACK,
    "optout.confirmation": Ends.GOODBYE,
    "optout.calls": Ends.GOODBYE,
    "cease.answer": Ends.GOODBYE,
    "wrong_number.answer": Ends.GOODBYE,
    "third_party.answer": Ends.GOODBYE,
    "deceased.answer": Ends.GOODBYE,
    "goodbye.answer": Ends.GOODBYE,
}


def ends_after(keys: Iterable[str]) -> Ends | None:
    """What follows an answer that is made of these messages; a person goes before a goodbye."""
    found = {_ENDS[key] for key in keys if key in _ENDS}
    return min(found, key=list(_ENDS.values()).index, default=None)
