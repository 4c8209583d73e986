"""One loan of a lender's file as values, and the reason why a row is not one."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date

from arrears.domain.cases import Balance, Purpose, Relationship, SpecialStatus
from arrears.domain.interest import InterestTerms
from arrears.domain.people import Language, LineType, Spot


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a row was not imported. It never holds the value that was found, which may be personal."""

    line: int  # of the file, the first one being 1; of a Parquet file, the row
    field: str
    value_kind: str  # "empty", "7 digits", "date in the future", "not overdue"
    remedy: str
    out_of_scope: bool = False  # the row is well formed, and simply not a loan to collect


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """The natural person who owes, as the lender's row names them."""

    ref: str | None  # the lender's number of the person: two loans with the same one have one owner
    name: str | None  # personal data
    language: Language
    country: str  # ISO 3166 alpha-2 of residence
    region: str | None
    time_zone: str | None  # IANA, when the lender knows it
    birth_on: date | None  # personal data
    city: str | None = None  # of residence: some cities have rules of their own


@dataclass(frozen=True, slots=True)
class PhoneRow:
    """The number of the row and the consent that came with it."""

    number: str  # as written by the lender; personal data
    line_type: LineType
    sms_consent: bool
    consent_how: str | None  # "loan agreement", "web form"; given when sms_consent is
    consent_on: date | None  # given when sms_consent is
    spot: Spot | None = None  # the place it is tied to, when the lender knows it
    voice_consent: bool = False  # to automated calls; how and when as for texts


@dataclass(frozen=True, slots=True)
class EnterpriseRow:
    """The business the loan was made to."""

    ref: str | None
    name: str


@dataclass(frozen=True, slots=True)
class LoanRow:
    """One loan of a lender's file."""

    lender_ref: str
    lender: str
    product: str
    purpose: Purpose
    relationship: Relationship
    balance: Balance
    due_on: date
    originated_on: date | None
    account_last4: str  # empty when the file has no account number
    owner: OwnerRow
    phone: PhoneRow | None
    enterprise: EnterpriseRow | None
    broken_promises: int
    last_payment_on: date | None
    statuses: frozenset[SpecialStatus]  # what the lender already knows: bankruptcy, attorney, dispute
    interest_terms: InterestTerms | None = None


def fingerprint(row: LoanRow, key: bytes = b"") -> str:
    """A digest that changes exactly when the row does; 64 hexadecimal digits, keyed when a key is given."""
    values = asdict(row)
    # A row without a rate keeps the digest it had before rates were read: the same old file changes nothing.
    if row.interest_terms is None:
        del values["interest_terms"]
    canonical = json.dumps(values, default=_plain, sort_keys=True, ensure_ascii=False)
    return hashlib.blake2b(canonical.encode(), digest_size=32, key=key).hexdigest()


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else str(value)
