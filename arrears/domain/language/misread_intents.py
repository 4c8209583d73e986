"""What a misread intent may not make certain: sums and days, as the intents and as the words alone have them.

The intents are a model's, and confident ones are wrong as well: of the values that were silently wrong on
validation turns, while only intents below a confidence were doubted, more than half came from the intent.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from arrears.domain.language.entity import Entity
from arrears.domain.language.readings import Certainty
from arrears.domain.language.script.fold import Span, overlap

PAST = "PAST:"


def borne_out(found: list[Entity], by_words: list[Entity]) -> list[Entity]:
    """What the intents make of the turn, unsure as far as the words alone do not say it for certain."""
    sure = {one.value for one in by_words if one.certainty is not Certainty.UNSURE}
    return [one if one.value in sure else unsure(one) for one in found]


def dates_of_both(
    dates: list[Entity], by_words: list[Entity], today: date, *, words_first: bool
) -> list[Entity]:
    """The dates; unsure, and both, where the intents say of one what the words do not.

    A day that lies behind may be told of or offered.
    """
    others = at(by_words)
    doubted = [_of_both(one, others.pop(one.span, one), today, words_first=words_first) for one in dates]
    doubted += [unsure(one) for one in others.values() if one.value.startswith("UNRESOLVED")]
    return borne_out(doubted, by_words)


def doubted_by_verb(one: Entity, by_words: dict[Span, Entity], today: date) -> Entity:
    """The date of an offer; one that its verb says to lie behind comes first as it says, unsure."""
    said = by_words.get(one.span)
    if said is not None:
        return unsure(said, one.value) if said.value != one.value else one
    # By the words it may be a part of another day that lies behind: 十二月二十五号圣诞节那天还的.
    wider = [each for each in by_words.values() if overlap(each.span, one.span)]
    return unsure(one) if any(each.value < up_to(each, today) for each in wider) else one


def _of_both(one: Entity, said: Entity, today: date, *, words_first: bool) -> Entity:
    if one.value != said.value:
        return unsure(said, one.value) if words_first else unsure(one, said.value)
    day = one.value.removeprefix(PAST)
    if not day[:1].isdigit() or day >= today.isoformat()[: len(day)]:
        return one
    return unsure(one, day if one.value.startswith(PAST) else PAST + day)


def at(dates: list[Entity]) -> dict[Span, Entity]:
    """The dates by where they stand."""
    return {one.span: one for one in dates}


def unsure(one: Entity, *others: str) -> Entity:
    """The entity, doubtful; `others` are what else it may be, before what was known of that."""
    return replace(one, certainty=Certainty.UNSURE, alternatives=(*others, *one.alternatives))


def up_to(one: Entity, today: date) -> str:
    """Today, as far as the value says a day: a month is compared as one."""
    return today.isoformat()[: len(one.value)]
