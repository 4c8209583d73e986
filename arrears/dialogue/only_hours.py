"""Who names the hours at which we may write or not: no stop, and no wish to be called."""

from __future__ import annotations

from dataclasses import replace

from arrears.domain.intents import STOPS, Heard, Intent
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.times.hours_to_avoid import hours_to_avoid
from arrears.domain.language.withdrawals.find import withdrawals

_OF_A_CALL = compiled(r"\b(?:calls?|calling|ring|phone|dial)\b|电话|[回来致]电|打给|打过来|打来|拨|通话")


def without_a_stop(heard: Heard, text: str) -> Heard:
    """The turn as one about hours, where nothing else is meant by its stop or its wish for contact.

    "Don't text me in the morning": reviewed words state a stop there, and the grammar of withdrawals none.
    """
    said = frozenset(heard.intents)
    stops = said & STOPS
    asks = said & {Intent.REQUEST_CALLBACK} if Intent.INCONVENIENT in said else frozenset[Intent]()
    if not (stops or asks) or hours_to_avoid(text) is None or withdrawals(text):
        return heard
    dropped = stops | (asks if _OF_A_CALL.search(fold(text)) is None else frozenset())
    rest = tuple(each for each in heard.intents if each not in dropped)
    leads = heard.intent if heard.intent in rest else Intent.INCONVENIENT
    return replace(
        heard,
        intent=leads,
        others=tuple(each for each in rest if each is not leads),
        doubted=heard.doubted - dropped,
        possibly=tuple(each for each in heard.possibly if each not in dropped),
    )
