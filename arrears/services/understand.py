"""Read texts on their own: their intents as the bot reads them, their entities as our parser does."""

from __future__ import annotations

from collections.abc import Sequence

from arrears.domain.intents import Intent, intent_named
from arrears.domain.language.entities import entities
from arrears.domain.language.entity import Entity
from arrears.domain.language.inventory import EntityName
from arrears.domain.understanding import ReadText, Situation, TextToRead, Understood
from arrears.ports import IntentReader


def understand(reader: IntentReader, asked: Sequence[tuple[str, Situation]]) -> list[Understood]:
    """What each text says, in their order; at most READ_AT_ONCE of them. Writes nothing anywhere.

    Raises: ReadingFailedError.
    """
    read = reader.read([TextToRead(text, situation.spoken) for text, situation in asked])
    return [_understood(*question, heard) for question, heard in zip(asked, read, strict=True)]


def _understood(text: str, situation: Situation, heard: ReadText) -> Understood:
    intents = {intent_named(name) for name, _ in heard.intents}
    identifies = situation.answers_identity(text)
    if identifies:
        intents |= {Intent.VERIFY_IDENTITY}
    found = entities(
        text,
        language=heard.language,
        today=situation.today,
        currency=situation.currency_of(heard.language),
        intents=frozenset(intents),
        doubted=True,  # a model's confidence is no evidence
    )
    return Understood(heard.language, heard.intents, _without_amounts(found) if identifies else found)


def _without_amounts(found: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """The entities, less amounts in words that answer the identity question."""
    taken = [one.span for one in found if one.name is EntityName.IDENTITY]
    return tuple(
        one
        for one in found
        if one.name is not EntityName.AMOUNT
        or not any(start < one.span[1] and one.span[0] < end for start, end in taken)
    )
