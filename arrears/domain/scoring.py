"""A points scorecard: bands of a case's features, their points, and the reasons a score is not higher."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from arrears.domain.cases import Purpose, Relationship
from arrears.domain.ids import CaseId
from arrears.domain.money import Currency

REASONS_MAX = 3
MAJOR_MINOR = 100  # minor units of the reference currency in one of its units


class Feature(StrEnum):
    """What a characteristic of the scorecard may look at."""

    DPD = "dpd"
    BALANCE_UNITS = "balance_units"  # whole units of the scorecard's reference currency
    BROKEN_PROMISES = "broken_promises"
    MONTHS_ON_BOOK = "months_on_book"
    PRODUCT = "product"
    PURPOSE = "purpose"
    CONTACTABILITY = "contactability"


NUMERIC = frozenset({Feature.DPD, Feature.BALANCE_UNITS, Feature.BROKEN_PROMISES, Feature.MONTHS_ON_BOOK})


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What is known of a case when it is scored and allocated."""

    case_id: CaseId
    currency: Currency
    balance_minor: int
    dpd: int
    product: str
    purpose: Purpose
    relationship: Relationship
    has_contact: bool  # a number is known
    has_consent: bool  # and its owner has consented to texts
    broken_promises: int
    language: str
    country: str  # ISO 3166 alpha-2
    months_on_book: int | None = None
    needs_person: bool = False  # a special status stands that bars contact by machine


@dataclass(frozen=True, slots=True)
class NumberBand:
    """Numbers from this one (None: from the lowest) up to the next band of the characteristic."""

    from_number: int | None
    points: int


@dataclass(frozen=True, slots=True)
class WordBand:
    """Words that earn the same points."""

    words: tuple[str, ...]
    points: int


@dataclass(frozen=True, slots=True)
class Characteristic:
    """One line of the scorecard."""

    feature: Feature
    reason: str  # the code given when the characteristic costs points
    numbers: tuple[NumberBand, ...] = ()  # ascending; the first has no lower end
    words: tuple[WordBand, ...] = ()
    otherwise: int = 0  # points for a word no band names, and for an unknown number

    @property
    def most(self) -> int:
        """The most points a case can earn here."""
        return max([self.otherwise, *(b.points for b in self.numbers), *(b.points for b in self.words)])


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A versioned scorecard; a higher score means that payment without much effort is likelier."""

    version: str
    base: int
    reference: Currency
    minor_per_unit: Mapping[Currency, int]  # minor units of each currency in one unit of the reference one
    characteristics: tuple[Characteristic, ...]
    reasons: Mapping[str, Mapping[str, str]]  # code -> language -> words


@dataclass(frozen=True, slots=True)
class ScoredCase:
    """The score, the points by feature, and the reasons that cost most, the costliest first."""

    score: int
    points: Mapping[Feature, int]
    reasons: tuple[str, ...]


def balance_units(facts: CaseFacts, card: Scorecard) -> int:
    """The balance in whole units of the reference currency, rounded down."""
    return facts.balance_minor // card.minor_per_unit[facts.currency]


def contactability(facts: CaseFacts) -> str:
    """Whether the owner can be written to: consented, number_only or none."""
    if not facts.has_contact:
        return "none"
    return "consented" if facts.has_consent else "number_only"


def score_case(facts: CaseFacts, card: Scorecard) -> ScoredCase:
    """The score of one case. Raises: KeyError for a currency the scorecard does not name."""
    points = {c.feature: _points(c, _value(c.feature, facts, card)) for c in card.characteristics}
    lost = [(points[c.feature] - c.most, place, c.reason) for place, c in enumerate(card.characteristics)]
    reasons = tuple(reason for loss, _, reason in sorted(lost)[:REASONS_MAX] if loss < 0)
    return ScoredCase(card.base + sum(points.values()), points, reasons)


def _value(feature: Feature, facts: CaseFacts, card: Scorecard) -> int | str | None:
    values: dict[Feature, int | str | None] = {
        Feature.DPD: facts.dpd,
        Feature.BALANCE_UNITS: balance_units(facts, card),
        Feature.BROKEN_PROMISES: facts.broken_promises,
        Feature.MONTHS_ON_BOOK: facts.months_on_book,
        Feature.PRODUCT: facts.product,
        Feature.PURPOSE: facts.purpose.value,
        Feature.CONTACTABILITY: contactability(facts),
    }
    return values[feature]


def _points(characteristic: Characteristic, value: int | str | None) -> int:
    if isinstance(value, int):
        reached = [b for b in characteristic.numbers if b.from_number is None or value >= b.from_number]
        return reached[-1].points
    if value is None:
        return characteristic.otherwise
    return next((b.points for b in characteristic.words if value in b.words), characteristic.otherwise)
