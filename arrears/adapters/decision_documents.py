"""A compliance decision as JSON: the question, validated at the door, and the answer, explained.

The schema is made from the domain's own dataclasses, so it can express every fact a rule uses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from arrears.adapters.decision_schema import described
from arrears.adapters.json_documents import repeated_key
from arrears.adapters.tz_database import tz_version
from arrears.adapters.us_states import STATE_CODES
from arrears.domain.compliance.decide import bindings, decide
from arrears.domain.compliance.decision import Decision, Deferred, Granted
from arrears.domain.compliance.explain import Explanations
from arrears.domain.compliance.facts import ContactFacts, ProposedAct, ProposedContact
from arrears.domain.compliance.packset import PackSet
from arrears.domain.people import Language

YEARS = range(1900, 2200)
"""Years of the instants and days that are believed; another is a slip of the pen."""

WEEKDAYS = frozenset(range(7))
US_REGIONS = frozenset(STATE_CODES.values()) | {"AS", "GU", "MP", "PR", "VI"}

_SAID = {
    "unexpected_keyword_argument": "is not a field here; see --schema",
    "extra_forbidden": "is not a field here; see --schema",
    "missing": "is needed",
    "missing_argument": "is needed",
    "bool_type": "write true or false, without quotation marks",
    "int_type": "write a whole number, without quotation marks",
    "string_type": "write a text in quotation marks",
    "tuple_type": "write a list in brackets: [...]",
    "frozen_set_type": "write a list in brackets: [...]",
    "list_type": "write a list in brackets: [...]",
    "dataclass_type": "write an object in braces: {...}",
    "model_type": "write an object in braces: {...}",
}
_SHAPES = {
    "datetime": "write an instant with its zone, such as 2026-11-24T17:00:00Z",
    "date": "write a day, such as 2026-11-24",
    "time": "write a time of the day, such as 08:30",
}


class DecisionDocumentError(ValueError):
    """A document cannot be decided; every field that is wrong is named with what it should be."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


class Document(BaseModel):
    """What is proposed, when, and every fact that is known. What is left out is unknown, and fails closed."""

    model_config = ConfigDict(extra="forbid", title="arrears decide")

    now: datetime = Field(description="The instant of the decision, with its zone: 2026-11-24T17:00:00Z")
    facts: ContactFacts = Field(
        description="What is known of the person, the debt, the place and the history"
    )
    contact: ProposedContact | None = Field(None, description="The contact proposed; or else an act")
    act: ProposedAct | None = Field(None, description="The step proposed that is no contact")
    packs: tuple[str, ...] | None = Field(
        None, description="Ids of the only packs to ask beside those that bind everyone; default: all"
    )
    id: str | None = Field(None, description="Comes back with the answer")

    @model_validator(mode="after")
    def _one_proposal(self) -> Document:
        if (self.contact is None) is (self.act is None):
            raise ValueError("propose either a contact or an act")
        return self

    @property
    def proposed(self) -> ProposedContact | ProposedAct:
        """The one that was proposed."""
        chosen = self.contact or self.act
        if chosen is None:
            raise ValueError("nothing is proposed")
        return chosen


def read_document(written: str) -> Document:
    """The document. Raises: DecisionDocumentError, whose text quotes none of the values."""
    try:
        document = Document.model_validate_json(written, strict=True)
    except ValidationError as error:
        raise DecisionDocumentError(_problems(error)) from None
    twice = repeated_key(written)
    problems = [] if twice is None else [f"document: the field {twice} is written twice in one object"]
    for name in ("now", "facts", "contact", "act"):
        problems += _wrong_times(name, getattr(document, name))
    problems += _wrong_places(document.facts)
    if not document.facts.inconvenient_weekdays <= WEEKDAYS:
        problems.append("facts.inconvenient_weekdays: write numbers from 0 (Monday) to 6 (Sunday)")
    if problems:
        raise DecisionDocumentError(tuple(problems))
    return document


def answer(
    document: Document, packs: PackSet, explanations: Explanations, language: Language
) -> dict[str, Any]:
    """The decision with every rule that fired, its words, and which packs bind and why.

    Raises: DecisionDocumentError, for a pack that there is not.
    """
    _require_packs(document, packs)
    asked = packs if document.packs is None else packs.only(document.packs)
    decision = decide(asked, document.facts, document.proposed, document.now)
    zone = next(iter(document.facts.place.zones), "UTC")
    bound = bindings(asked, document.facts, document.proposed, document.now)
    return {
        **({} if document.id is None else {"id": document.id}),
        "outcome": type(decision).__name__.lower(),
        "until": _iso(decision.until if isinstance(decision, Deferred) else None),
        "valid_until": _iso(decision.valid_until if isinstance(decision, Granted) else None),
        "explained": explanations.outcome(decision, language, zone),
        "requires": _requires(decision, explanations, language),
        "fired": list(_fired(decision, explanations, language)),
        "packs": [
            {
                "id": binding.pack.id,
                "version": binding.pack.version,
                "binds": binding.applies.yes,
                "because": explanations.of("because", binding.applies.because, language),
            }
            for binding in bound
        ],
        "tz_database": tz_version(),
    }


def schema() -> dict[str, Any]:
    """The JSON Schema of a document."""
    return described(Document.model_json_schema())


def _requires(decision: Decision, explanations: Explanations, language: Language) -> list[dict[str, str]]:
    if not isinstance(decision, Granted):
        return []
    return [
        {
            "duty": each.duty,
            "rule_id": each.rule_id,
            "citation": each.citation,
            "words": explanations.of("duties", each.duty, language),
        }
        for each in decision.requires
    ]


def _fired(decision: Decision, explanations: Explanations, language: Language) -> Iterator[dict[str, Any]]:
    for finding in decision.findings:
        yield {
            "rule_id": finding.rule_id,
            "citation": finding.citation,
            "verdict": finding.verdict,
            "reason": finding.reason,
            "why": explanations.reason(finding, language),
            "used": dict(finding.used),
            "until": _iso(finding.until),
            "lifts": finding.lifts,
            "ends": explanations.lifted(finding, language) or None,
            "missing": finding.missing,
            "pack": finding.pack,
        }


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def _problems(error: ValidationError) -> tuple[str, ...]:
    return tuple(
        f"{'.'.join(map(str, each['loc'])) or 'document'}: {_said(each)}"
        for each in error.errors(include_url=False, include_input=False)
    )


def _said(problem: Any) -> str:
    kind = problem["type"]
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        return _SAID[kind] + _nearest(str(problem["loc"][-1]))
    if kind == "enum":
        return f"write one of {problem['ctx']['expected']}"
    for shape, words in _SHAPES.items():
        if kind.startswith(f"{shape}_"):
            return words
    return _SAID.get(kind) or str(problem["msg"]).removeprefix("Value error, ")


def _nearest(name: str) -> str:
    """Which field may have been meant."""
    shapes = Document.model_json_schema()
    known = {field for each in (shapes, *shapes["$defs"].values()) for field in each.get("properties", {})}
    near = get_close_matches(name, known, n=1, cutoff=0.75)
    return f"; is {near[0]} meant?" if near and near[0] != name else ""


def _require_packs(document: Document, packs: PackSet) -> None:
    known = {pack.id for pack in packs.packs}
    wrong = [
        f"packs.{place}: is no rule pack; `arrears packs list` shows which there are"
        for place, pack in enumerate(document.packs or ())
        if pack not in known
    ]
    if wrong:
        raise DecisionDocumentError(tuple(wrong))


def _wrong_places(facts: ContactFacts) -> Iterator[str]:
    """A place under another name would be taken for one whose law is not known here, or for another state."""
    for country, region in (("country", "region"), ("number_country", "number_region")):
        land, state = getattr(facts.place, country), getattr(facts.place, region)
        if land is not None and not (len(land) == 2 and land.isascii() and land.isupper()):
            yield f"facts.place.{country}: write the two capitals of ISO 3166, such as US"
        elif land == "US" and state is not None and state not in US_REGIONS:
            yield f"facts.place.{region}: write the two capitals of the state, such as TX"


def _wrong_times(path: str, value: object) -> Iterator[str]:
    """Every instant without a zone, time of the day with one, or year that cannot be meant."""
    if isinstance(value, date):
        if isinstance(value, datetime) and value.utcoffset() is None:
            yield f"{path}: an instant needs a time zone, such as the Z of 2026-11-24T17:00:00Z"
        elif value.year not in YEARS:
            yield f"{path}: write a year from {YEARS.start} to {YEARS.stop - 1}"
    elif isinstance(value, time):
        if value.tzinfo is not None:
            yield f"{path}: a time of the day has no zone: it is on the person's own clock"
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from _wrong_times(f"{path}.{place}", item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _wrong_times(f"{path}.{field.name}", getattr(value, field.name))
