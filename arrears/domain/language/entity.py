"""One entity of a turn."""

from __future__ import annotations

from dataclasses import dataclass

from arrears.domain.language.inventory import EntityName
from arrears.domain.language.readings import Certainty, Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A value of the inventory, and the words it was read from."""

    name: EntityName
    value: str  # as the inventory writes it
    span: Span
    words: str  # as written; personal data
    certainty: Certainty = Certainty.SURE
    alternatives: tuple[str, ...] = ()  # other values the words may have
