"""The terms that wait for a yes, in full once more: for who asks, or only says them again."""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Answer, Situation
from arrears.dialogue.day_moved import known_moves
from arrears.dialogue.offering import read_out
from arrears.dialogue.overtaken import waiting_offer
from arrears.domain.intents import HARD, Intent
from arrears.domain.language.acts.makes_sure import makes_sure, without_making_sure
from arrears.domain.language.readings import AmountKind, AmountReading, Readings
from arrears.domain.language.script.fold import compiled, fold, overlap
from arrears.domain.money import Money
from arrears.domain.negotiation.affordability import stated_limit
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.restated import restates

_OTHER_TERMS = frozenset(
    {
        Intent.DENY,
        Intent.CHANGE_DUE_DATE,
        Intent.REQUEST_EXTENSION,
        Intent.REQUEST_SETTLEMENT,
        Intent.CANCEL_PLAN,
    }
)
"""What is no assent, even in the figures of the terms."""


def read_back_again(situation: Situation, key: str = "plan.read_back") -> Answer | None:
    """The offer that waits for a yes, in full once more, in the words of the key where it is one.

    None when none waits or it is overtaken, or they say in this turn that they cannot pay.
    """
    if HARD.intersection(situation.heard.intents):
        return None
    waiting = waiting_offer(situation)
    return None if waiting is None else read_out(situation, waiting, key)


def said_again(situation: Situation) -> Answer | None:
    """The one offer that waits, where the turn only says its terms again; None for any other turn.

    What was read back to them is never countered, or asked about, because they repeat it in other words.
    """
    waiting = waiting_offer(situation)
    if waiting is None or waiting.other is not None or _OTHER_TERMS.intersection(situation.heard.intents):
        return None
    sure = makes_sure(situation.text)
    said = replace(situation, text=without_making_sure(situation.text)) if sure else situation
    if not is_said_again(said, waiting.offer):
        return None
    return read_back_again(situation, "plan.read_back_so" if sure else "plan.read_back_again")


def is_said_again(situation: Situation, offer: Offer) -> bool:
    """Whether the turn names the terms of the offer and no others, whatever else it says.

    The most that they can pay is none of them, however near: "145 is the most I can do" of 145.86.
    """
    limit = stated_limit(situation.text, situation.readings)
    if limit is not None and limit.amount not in {each.amount for each in offer.instalments}:
        return False
    readings = _with_bare_figure(situation)
    return restates(situation.text, readings, offer, known_moves(situation, offer))


def _with_bare_figure(situation: Situation) -> Readings:
    """The readings, with the one figure as a sum that nobody took for one: "85 on the 27th every month"."""
    readings, plain = situation.readings, fold(situation.text)
    days = [one.span for one in readings.dates]
    figures = [m for m in _FIGURE.finditer(plain) if not any(overlap(m.span(), span) for span in days)]
    if readings.amounts or len(figures) != 1:
        return readings
    money = Money(int(figures[0].group()) * 100, situation.case.currency)
    return replace(readings, amounts=(AmountReading(AmountKind.SUM, money, None, figures[0].span()),))


_FIGURE = compiled(r"(?<![\d.,])(?:3[2-9]|[4-9]\d|\d{3,5})(?![\d.,])")
"""Too large for a day of a month."""
