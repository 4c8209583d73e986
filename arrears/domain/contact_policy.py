"""Contacts before and after trouble: which of them the lender makes, to whom, and at what hour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from arrears.domain.ids import OutreachId
from arrears.domain.people import Channel


class LifeContact(StrEnum):
    """A contact that a loan or a plan gives rise to by itself; its value is the step of the outreach."""

    WELCOME = "welcome"  # a plan begins
    REMINDER = "reminder"  # before an instalment, at the hour the borrower chose
    AT_RISK = "at_risk"  # an instalment is late, within grace
    MISSED = "promise_missed"  # beyond grace: an offer of help
    REVIEW = "review"  # the day has come to agree what follows
    RECEIPT = "receipt"  # money came in
    FULFILLED = "fulfilled"  # all that was agreed is paid, and something else is still owed
    COMPLETED = "completed"  # nothing is owed any more
    COURTESY = "courtesy"  # before a due date, of a loan that is not overdue


OF_A_PLAN = frozenset(
    {
        LifeContact.WELCOME,
        LifeContact.REMINDER,
        LifeContact.RECEIPT,
        LifeContact.FULFILLED,
        LifeContact.COMPLETED,
    }
)
"""What belongs to a plan that was agreed and asks for nothing beyond it."""

PAGE_ASKED_FOR = "page"
"""The step of a text with a link to their own page that somebody asked for on a call."""

_SUFFIX = {LifeContact.MISSED: "missed"}


def outreach_id(contact: LifeContact, subject: str) -> OutreachId:
    """The one id of the contact about its subject: a plan, promise, payment, or a case with its due day."""
    return OutreachId(f"outreach-{subject}-{_SUFFIX.get(contact, contact.value)}")


def subject_of(contact: LifeContact, planned: OutreachId) -> str:
    """The id that the contact was made from. Raises: ValueError when it was made otherwise."""
    head, tail = "outreach-", f"-{_SUFFIX.get(contact, contact.value)}"
    if not (planned.startswith(head) and planned.endswith(tail)):
        raise ValueError(f"outreach {planned} is no {contact}")
    return planned[len(head) : -len(tail)]


@dataclass(frozen=True, slots=True)
class CourtesyRule:
    """Whose due dates are announced, and how early. None means everybody's."""

    days_before: int
    products: frozenset[str] | None
    bands: frozenset[str] | None  # of the score; a case without one is in none

    def covers(self, product: str, band: str | None) -> bool:
        """Whether the rule is for a loan of the product whose score is in the band."""
        return (self.products is None or product in self.products) and (
            self.bands is None or band in self.bands
        )


@dataclass(frozen=True, slots=True)
class ContactPolicy:
    """`policy/contacts.yml`. Whether a contact may be made at all is for compliance to say."""

    version: str
    welcome_after_minutes: int  # after the plan was agreed
    reminder_days_before: int
    reminder_minute: int  # of the borrower's day, unless they chose another
    thanks_within_days: int  # a payment made longer ago is not thanked for
    courtesy: tuple[CourtesyRule, ...]  # the first that covers a loan holds
    otherwise: Mapping[Channel, frozenset[LifeContact]]  # those that are on, for countries not named
    countries: Mapping[str, Mapping[Channel, frozenset[LifeContact]]]  # by ISO 3166 alpha-2 of residence

    def is_on(self, contact: LifeContact, country: str, channel: Channel) -> bool:
        """Whether the lender makes this contact in the country, over the channel."""
        return contact in self.countries.get(country, self.otherwise).get(channel, frozenset())

    def courtesy_for(self, product: str, band: str | None) -> CourtesyRule | None:
        """The rule for a loan, None when its due date is not announced."""
        return next((rule for rule in self.courtesy if rule.covers(product, band)), None)
