"""What a compliance decision is made from. Unknown facts are None or empty, and fail closed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from arrears.domain.cases import Purpose, Relationship, SpecialStatus
from arrears.domain.outreach import CallOutcome, ContactPurpose
from arrears.domain.people import Carrier, Channel, Language, LineType, Spot
from arrears.domain.times import DailyWindow

__all__ = ["CallOutcome", "Spot"]


class Recipient(StrEnum):
    """To whom the words are addressed."""

    __hash__ = str.__hash__  # it equals its text; an enum's own is slow, and decisions ask for it often

    PERSON = "person"  # who owes
    SPOUSE = "spouse"
    PARENT = "parent"  # of a minor who owes, or a guardian
    REPRESENTATIVE = "representative"  # executor or administrator of who has died
    GUARANTOR = "guarantor"
    ATTORNEY = "attorney"
    CREDITOR = "creditor"
    CREDIT_BUREAU = "credit_bureau"
    OTHER = "other"


STANDS_IN = {Recipient.PARENT: SpecialStatus.MINOR, Recipient.REPRESENTATIVE: SpecialStatus.DECEASED}
"""Who stands for the person, and the status under which they do. Source: 12 CFR 1006.6(a)(2) and (4)."""


class ConsentAction(StrEnum):
    """What a person said about being contacted."""

    GIVEN = "given"
    WITHDRAWN = "withdrawn"


class ConsentPurpose(StrEnum):
    """What a consent is for."""

    COLLECTION = "collection"
    MARKETING = "marketing"
    DETAILS = "details"  # that texts to a number tell the terms that were agreed


@dataclass(frozen=True, slots=True)
class Consent:
    """One entry of the consent ledger of a person."""

    action: ConsentAction
    channel: Channel | None  # None: every channel
    at: datetime  # when it was said
    how: str  # "application", "sms", "supervisor", "carrier_block", "skip_trace", ...
    point_id: str | None = None  # the number or address it is about; None: every one
    case_id: str | None = None  # the matter it was limited to; None: not limited
    purpose: ConsentPurpose = ConsentPurpose.COLLECTION
    spot: Spot | None = None  # a withdrawal for one place only: "not at work"
    written: bool = True  # in writing or by electronic medium
    confirmed_at: datetime | None = None  # an oral request that was confirmed in writing
    chosen: bool = False  # the person chose this scope; otherwise a stop is taken for all it can mean

    @property
    def about_contact(self) -> bool:
        """Whether it is about being contacted at all, and not about what the words may tell."""
        return self.purpose is not ConsentPurpose.DETAILS


@dataclass(frozen=True, slots=True)
class Attempt:
    """A contact that was reserved or made, or a conversation that took place."""

    at: datetime  # when it began
    channel: Channel
    case_id: str  # the debt it was about
    by_us: bool  # False: the borrower started it
    counts: bool  # False once it was disproved (never reached the network, refused by the carrier)
    purpose: ContactPurpose
    talked: bool = False  # a telephone conversation took place
    outcome: CallOutcome | None = None  # of a call; None: not known yet, counts as connected
    point_id: str | None = None  # the number or address it went to or came from
    spot: Spot | None = None  # the place the number is tied to
    with_consent: bool = False  # on the person's own request to be called
    recipient: Recipient = Recipient.PERSON
    wrong_person: bool = False  # the number turned out to be somebody else's
    automated: bool = True  # an AI voice or a machine's text
    other_cases: frozenset[str] = frozenset()  # further debts that were spoken of


@dataclass(frozen=True, slots=True)
class Standing:
    """A special status that stands, and since when."""

    status: SpecialStatus
    at: datetime | None = None  # None: not known
    written: bool = True  # said in writing or by an electronic medium; unknown counts as written
    until: datetime | None = None  # when it ends by itself; None: when a person clears it


@dataclass(frozen=True, slots=True)
class Place:
    """Every place whose law may bind: of residence, of the number, and of the clock on the wall."""

    country: str | None = None  # ISO 3166 alpha-2 of residence
    region: str | None = None  # state or province of residence
    city: str | None = None  # name of the city of residence
    number_country: str | None = None  # ISO 3166 alpha-2 of the numbering plan
    number_region: str | None = None  # state or province of the area code
    zones: tuple[str, ...] = ()  # every IANA zone the person may be in

    @property
    def countries(self) -> frozenset[str]:
        """Every country whose law may apply: of residence, and of the number."""
        return frozenset(c for c in (self.country, self.number_country) if c is not None)


@dataclass(frozen=True, slots=True)
class Debt:
    """What decides which laws bind the debt and its collector."""

    relationship: Relationship = Relationship.UNKNOWN  # unknown counts as a third party
    purpose: Purpose = Purpose.UNKNOWN  # unknown counts as consumer
    product: str = ""  # the lender's product code, such as "personal-term"
    third_party_name: bool = False  # the creditor collects under a name that suggests somebody else
    serviced_before_default: bool = False  # obtained before default: not a debt collector
    passive_buyer: bool = False  # collects only its own purchased debt, not as its principal purpose
    natural_person: bool = True  # a natural person owes or guarantees it


@dataclass(frozen=True, slots=True)
class DebtTerms:
    """Further facts of the debt, which some rules look at."""

    credit_total_minor: int | None = None  # all credit with this lender, minor units of its currency
    entered_on: date | None = None  # last entered, renewed, sold or assigned
    charged_off: bool | None = None  # written off as a loss by the creditor
    limitation_expired: bool | None = None  # too old to be sued for
    days_past_due: int | None = None  # whole days since the oldest unpaid due date
    plan_performing: bool = False  # a plan stands and is kept
    plan_agreed_at: datetime | None = None  # when the plan that stands, or was paid to its end, was agreed
    transferred: bool = False  # bought from another creditor after default
    intended: frozenset[str] = frozenset()  # steps that are lawful and decided: "suit", "credit_report"
    licence: str | None = None  # the collector's licence number, where the place wants it shown


@dataclass(frozen=True, slots=True)
class Line:
    """The number or address."""

    type: LineType = LineType.UNKNOWN  # unknown counts as a mobile
    spot: Spot | None = None  # None: tied to no place, or not known
    employer_provided: bool | None = None  # of an e-mail address
    used_by_person: bool = False  # the person wrote or called from it about the debt
    texted_at: datetime | None = None  # when the person last texted from it
    confirmed_at: datetime | None = None  # when it was last shown to be the person's own
    reassignment_checked_at: datetime | None = None  # last clean answer of a reassigned-number check
    email_notice_at: datetime | None = None  # when the creditor's notice about e-mail was sent
    email_opt_out_days: int | None = None  # the period that notice gave
    email_public_domain: bool | None = None  # a domain open to the public, not an employer's
    used_by_prior_collector: bool = False  # another collector wrote to it, and nobody opted out
    sender_registered: bool | None = None  # our sender is registered with the carriers as the creditor
    rings_a_third_party: bool | None = None  # it is known to be somebody else's


@dataclass(frozen=True, slots=True)
class Notices:
    """What the law wants sent, and when it was."""

    initial_at: datetime | None = None  # first communication about the debt; None: none yet
    initial_oral: bool = False  # and it was spoken: the first written one repeats the disclosure
    written_made: bool = False  # a written communication followed
    validation_sent_at: datetime | None = None  # when the validation notice was sent
    validation_ends_at: datetime | None = None  # end of the validation period
    verification_sent_at: datetime | None = None  # proof of the debt; a person clears the dispute after it
    esign_at: datetime | None = None  # when the person agreed to electronic records; None: not
    transfer_notice_at: datetime | None = None  # when the notice of the transfer of the debt was sent
    agent_named_at: datetime | None = None  # when the creditor named its collector to the person
    plan_copy_due_at: datetime | None = None  # a written copy of a plan is owed by then
    cease_notice_sent: bool = False  # the one notice after a request to cease was sent
    consent_request_at: datetime | None = None  # when consent was last asked for
    licence_checked: bool | None = None  # the collector holds the licence this place asks for
    registered_alias: str | None = None  # the name registered for whoever speaks


@dataclass(frozen=True, slots=True)
class Talk:
    """What happened in the conversation this contact belongs to."""

    languages: frozenset[Language] = frozenset()  # languages used so far
    disclosed: frozenset[str] = frozenset()  # duties whose words were delivered already
    busy: bool = False  # the person said that the time or place is bad
    known_at: Spot | None = None  # we know that the person is there now
    recording: bool = False  # it is recorded or transcribed
    recording_refused: bool = False  # the person does not want to be recorded
    live_opening: bool = False  # a live natural voice opened the call
    first_call_back: bool = False  # the person's first call after a limited-content message


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """Everything a rule may look at, read in the same transaction that reserves the contact."""

    case_id: str  # the debt it is about; entries of the history name the same id
    place: Place
    debt: Debt
    point_id: str = ""  # of the number or address the contact would go to
    line: Line = field(default_factory=Line)
    terms: DebtTerms = field(default_factory=DebtTerms)
    notices: Notices = field(default_factory=Notices)
    talk: Talk = field(default_factory=Talk)
    consents: tuple[Consent, ...] = ()  # of this person, every number and matter, oldest first
    standing: tuple[Standing, ...] = ()  # of the person, the number and the case, not cleared
    attempts: tuple[Attempt, ...] = ()  # with this person over the last 31 days, all cases and channels
    inconvenient: tuple[DailyWindow, ...] = ()  # hours the person asked us to avoid, on their wall clock
    inconvenient_weekdays: frozenset[int] = frozenset()  # Monday is 0
    agreed: tuple[DailyWindow, ...] = ()  # hours the person told us are fine
    places_avoided: frozenset[Spot] = frozenset()  # places at which the person does not want to be reached
    employer_prohibits: bool = False  # of personal calls at work
    callback_asked_at: datetime | None = None  # the person asked to be called
    callback_until: datetime | None = None  # as far as that request goes; None: as the rule says
    attorney_consents: bool = False  # the person's attorney agreed to direct contact
    inbound_at: datetime | None = None  # when the message that this one answers came in
    inbound_channel: Channel | None = None  # by which medium it came in
    replies_sent: int = 0  # answers already reserved to that message
    decision_owed: bool = False  # a person has decided since what that message asked for, as it was promised
    card_result_owed: bool = False  # it says what became of a card that the person has just keyed in
    opt_out_confirmed: bool = False  # the one confirmation was already sent, by us or by the carrier
    verified: bool = False  # identity is verified now, in this conversation
    person_active: bool = False  # a supervisor has taken the conversation over

    def stands(self, *statuses: SpecialStatus) -> Standing | None:
        """The first of these statuses that stands."""
        if not self.standing:
            return None
        return next((entry for entry in self.standing if entry.status in statuses), None)

    def each(self, status: SpecialStatus) -> list[Standing]:
        """Every entry of the status that stands: of the person, of the case, and of the number."""
        return [entry for entry in self.standing if entry.status is status] if self.standing else []


@dataclass(frozen=True, slots=True)
class ProposedContact:
    """What someone wants to do."""

    channel: Channel
    carrier: Carrier
    purpose: ContactPurpose
    language: Language
    text: str  # the exact words; personal data
    speaks_of_debt: bool  # the words tell of the debt
    lender: str = ""  # registered name that identifies the sender; an outreach without one is refused
    automated: bool = True  # an AI voice or a machine's text; False: a person dials or writes
    natural_voice: bool = False  # a machine plays what a person has recorded: their voice, their words
    voicemail: bool = False  # the words are left on a machine
    recipient: Recipient = Recipient.PERSON
    new_credit: bool = False  # it offers new credit, or terms that are an advertisement
    public: bool = False  # others can see it: social media, a postcard
    names_person: tuple[str, ...] = ()  # natural persons whom a voicemail names
    callback_number: str = ""  # the number that the words give, as they give it
    of_plan: bool = False  # a welcome, reminder or thanks that belongs to a plan they agreed


class ActKind(StrEnum):
    """Steps other than a contact that the rules also bind."""

    FURNISH = "furnish"  # report the debt to a credit bureau
    DEPOSIT = "deposit"  # deposit a postdated instrument
    CHARGE = "charge"  # collect a fee, interest or convenience fee
    APPLY = "apply"  # apply one payment to a debt
    DEBIT = "debit"  # take a recurring debit
    TRANSFER = "transfer"  # sell, place or assign the debt
    EXPORT = "export"  # send personal data abroad, or to an outside model
    COLLECT = "collect"  # any collection step at all, as a plan or a cease binds it


@dataclass(frozen=True, slots=True)
class ProposedAct:
    """A step that is no contact. Unknown is None, and fails closed."""

    kind: ActKind
    on: date | None = None  # the day of the step
    notice_on: date | None = None  # when the written notice it needs was sent
    written_on: date | None = None  # when the instrument was received
    dated_on: date | None = None  # the date that the instrument carries
    holidays: frozenset[date] | None = None  # public holidays of the two weeks before the step
    authorised: bool | None = None  # by agreement, by law, or by a signed authorisation with a copy
    directed: bool | None = None  # the person directed the payment there
    amount_varies: bool = False  # the debit differs from the one before
    spoken_at: datetime | None = None  # when the person was first spoken to about the debt
    bounced: bool | None = None  # the notice came back
    separate_consent: bool | None = None  # to sensitive processing, and to the export
    mechanism: bool | None = None  # a lawful export mechanism is in place
