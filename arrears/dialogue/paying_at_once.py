"""Who would pay right now, where a day was asked for: today is their answer."""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Situation
from arrears.domain.intents import Intent
from arrears.domain.language.readings import DateReading
from arrears.domain.language.script.fold import compiled, fold

_HOW = compiled(r"[?\uff1f]|\b(?:how|where|link|card)\b|怎么|哪里|哪儿|链接|[卡吗]")


def pays_at_once(situation: Situation) -> bool:
    """Whether "right now", 现在就还, answers the question for the day of a sum that they named."""
    alone = (
        frozenset(situation.heard.intents) == {Intent.PAY_NOW} and _HOW.search(fold(situation.text)) is None
    )
    read = situation.readings
    nothing_else = not (read.amounts or read.dates or read.frequency or read.instalment_count)
    asked = "proposal.ask_date" in situation.said_last
    return alone and nothing_else and asked and situation.party is not None


def on_this_day(situation: Situation) -> Situation:
    """The turn as if it named today."""
    words = situation.text
    day = DateReading(situation.today, None, (0, len(words)), words)
    return replace(situation, readings=replace(situation.readings, dates=(day,)))
