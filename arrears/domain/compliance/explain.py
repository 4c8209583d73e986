"""Why, and why not until when, in a person's own language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from arrears.domain.compliance.decision import Decision, Deferred, Finding
from arrears.domain.people import Language
from arrears.domain.times import local

_PLURAL = re.compile(r"\b(\d+ )(\w+)\(s\)")


@dataclass(frozen=True, slots=True)
class Explanations:
    """The words of every code, by kind of code, code and language; `policy/explanations` has them."""

    words: Mapping[tuple[str, str, Language], str]

    def of(self, kind: str, code: str, language: Language) -> str:
        """The words of a code; the code itself where there are none."""
        return self.words.get((kind, code, language), code)

    def reason(self, finding: Finding, language: Language) -> str:
        """Why the rule fired, with the facts it used."""
        return self.reason_of(finding.reason, dict(finding.used), language)

    def reason_of(self, code: str, used: Mapping[str, str], language: Language) -> str:
        """The words of a reason with these facts; facts that its words do not name are left out.

        A value that is a code is told in words, and "day(s)" stands in the number that it follows.
        """
        words = self.of("reasons", code, language)
        for name, value in used.items():
            words = words.replace("{" + name + "}", self._value(value, language))
        return _PLURAL.sub(lambda found: found[1] + found[2] + ("" if found[1] == "1 " else "s"), words)

    def _value(self, value: str, language: Language) -> str:
        return ", ".join(self.of("values", each, language) for each in value.split(", "))

    def lifted(self, finding: Finding, language: Language) -> str:
        """What ends the refusal; empty when nothing is said about it."""
        return "" if finding.lifts is None else self.of("lifts", finding.lifts, language)

    def outcome(self, decision: Decision, language: Language, zone: str) -> str:
        """The answer in a few words; the instant of a deferral is on the wall clock of the zone."""
        words = self.of("verdicts", type(decision).__name__.lower(), language)
        if isinstance(decision, Deferred):
            words = words.replace("{until}", stamp(decision.until, zone))
        return words


def stamp(at: datetime, zone: str) -> str:
    """The instant on the wall clock of the zone, with the zone."""
    return f"{local(at, zone):%Y-%m-%d %H:%M} {zone}"
