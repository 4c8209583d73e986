"""A compliance decision as JSON: the question, validated at the door, and the answer, explained.

The schema is made from the domain's own dataclasses, so it can express every fact a rule uses.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from arrears.adapters.tz_database import tz_version
from arrears.domain.compliance import facts as facts_module
from arrears.domain.compliance.decide import bindings, decide
from arrears.domain.compliance.decision import Decision, Deferred, Granted
from arrears.domain.compliance.explain import Explanations
from arrears.domain.compliance.facts import ContactFacts, ProposedAct, ProposedContact
from arrears.domain.compliance.packset import PackSet
from arrears.domain.people import Language
from arrears.domain.times import require_aware


class DecisionDocumentError(ValueError):
    """A document cannot be decided; every field that is wrong is named with what it should be."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


class Document(BaseModel):
    """What is proposed, when, and every fact that is known. What is left out is unknown, and fails closed."""

    model_config = ConfigDict(extra="forbid", title="arrears decide")

    now: Annotated[datetime, AfterValidator(require_aware)] = Field(
        description="The instant of the decision, with its zone: 2026-11-24T17:00:00Z"
    )
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
        document = Document.model_validate_json(written)
        _require_instants(document.facts)
    except ValidationError as error:
        raise DecisionDocumentError(_problems(error)) from None
    except ValueError as error:
        raise DecisionDocumentError((f"facts: {error}",)) from None
    return document


def answer(
    document: Document, packs: PackSet, explanations: Explanations, language: Language
) -> dict[str, Any]:
    """The decision with every rule that fired, its words, and which packs bind and why."""
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
    """The JSON Schema of a document; descriptions of fields are the comments of the domain's own source."""
    made = Document.model_json_schema()
    told = _comments()
    for name, definition in made["$defs"].items():
        for field, described in definition.get("properties", {}).items():
            if (name, field) in told:
                described["description"] = told[name, field]
    return made


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
    match problem["type"]:
        case "unexpected_keyword_argument" | "extra_forbidden":
            return "is not a field here; see --schema"
        case "missing" | "missing_argument":
            return "is needed"
        case _:
            return str(problem["msg"])


def _require_instants(value: object) -> None:
    """Every instant carries its zone. Raises: NaiveDatetimeError."""
    if isinstance(value, datetime):
        require_aware(value)
    elif isinstance(value, (tuple, frozenset)):
        for item in value:
            _require_instants(item)
    elif is_dataclass(value) and not isinstance(value, (type, StrEnum)):
        for field in fields(value):
            _require_instants(getattr(value, field.name))


def _comments() -> dict[tuple[str, str], str]:
    """The comment behind each field of the dataclasses of the facts, by class and field."""
    source = inspect.getsource(facts_module)
    lines = source.splitlines()
    return {
        (node.name, part.target.id): lines[part.lineno - 1].partition("#")[2].strip()
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef)
        for part in node.body
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)
        if "  # " in lines[part.lineno - 1]
    }
