"""How long a record is kept, and from when it is purged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from arrears.domain.compliance.clocks.days import days_after, years_after


class RecordKind(StrEnum):
    """What is kept."""

    EVIDENCE = "evidence"  # of what was done to collect: contacts, permits, notices, disputes
    RECORDING = "recording"  # of one call


class RetentionLaw(StrEnum):
    """Rules that may ask for more than Regulation F, which is house policy everywhere."""

    NEW_YORK_CITY = "new_york_city"
    CHINA = "china"


@dataclass(frozen=True, slots=True)
class RetentionTerms:
    """The numbers; their sources stand beside them in the policy file."""

    evidence_years: int
    recording_years: int
    new_york_city_years: int
    china_years: int


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """One record of a case. While the case is open, its last collection activity has not been seen."""

    kind: RecordKind
    made_on: date  # of a recording: the day of the call
    last_activity_on: date | None  # the last collection activity on the debt so far
    closed_on: date | None  # None while the case is open
    laws: frozenset[RetentionLaw] = frozenset()


def keep_through_on(record: KeptRecord, terms: RetentionTerms) -> date | None:
    """The last day on which the record is kept: the longest that applies. None while it cannot be known.

    Source: REC-1, 12 CFR 1006.100; NYC-REC-1, 6 RCNY 2-193; CN-REC-1, five years after closure.
    """
    ends = [_federal(record, terms), *(_under(law, record, terms) for law in record.laws)]
    known = [end for end in ends if end is not None]
    return max(known) if len(known) == len(ends) else None


def purge_on(record: KeptRecord, terms: RetentionTerms) -> date | None:
    """The first day on which the record is purged; None while that cannot be known.

    Source: REC-1, 12 CFR 1006.100; NYC-REC-1, 6 RCNY 2-193; CN-REC-1, five years after closure.
    """
    last_on = keep_through_on(record, terms)
    return None if last_on is None else days_after(last_on, 1)


def _federal(record: KeptRecord, terms: RetentionTerms) -> date | None:
    match record.kind:
        case RecordKind.RECORDING:
            return years_after(record.made_on, terms.recording_years)
        case RecordKind.EVIDENCE:
            return _after_activity(record, terms.evidence_years)


def _under(law: RetentionLaw, record: KeptRecord, terms: RetentionTerms) -> date | None:
    match law:
        case RetentionLaw.NEW_YORK_CITY:
            return _after_activity(record, terms.new_york_city_years)
        case RetentionLaw.CHINA:
            return None if record.closed_on is None else years_after(record.closed_on, terms.china_years)


def _after_activity(record: KeptRecord, years: int) -> date | None:
    # A case that was closed without any activity counts from its closing.
    if record.closed_on is None:
        return None
    return years_after(record.last_activity_on or record.closed_on, years)
