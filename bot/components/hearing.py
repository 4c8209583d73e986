"""From probabilities to the intents of a turn: what is heard, in which order, and what is not understood.

Heard are: the likeliest intent of the whole turn; others for which there is evidence, mostly a clause of
their own; a safety intent from its floor on, be it the likeliest or not; and the phrases of
`nlu_data/lookups/`. A turn is out of scope when the likeliest says so, or when the model has little
ground to believe itself: poor odds, nothing alike among the examples, heads that disagree. Evidence and
grounds are weighed as validation data taught (`choose_settings.py`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from components.intent_model import Scores
from components.priorities import OUT_OF_SCOPE, SAFETY, SELF_HARM, leading

_EMPTY_OF_MEANING = frozenset({OUT_OF_SCOPE, "greet", "thanks", "goodbye", "repeat_clarify"})
"""A clause of its own that says this is a courtesy beside what else is said."""


@dataclass(frozen=True)
class HearingSettings:
    """The operating point of one language; chosen by `choose_settings.py` on validation data."""

    grounds: tuple[float, ...]  # weights of log-odds, likeness and agreement, and a constant
    further: tuple[float, ...]  # weights of `evidence`, and a constant
    floor: float  # the whole turn's probability from which a safety intent is heard
    self_harm_floor: float  # the same of self-harm, no higher than the others'
    self_harm_clause_floor: float  # and of one clause


@dataclass(frozen=True)
class Heard:
    """One intent of a turn."""

    intent: str
    confidence: float
    decided_by: str  # classifier, clause, floor, safety_phrase or no_grounds


def log_odds(probabilities: np.ndarray) -> np.ndarray:
    """Of probabilities, kept away from certainty."""
    kept = np.clip(probabilities, 1e-5, 1 - 1e-5)
    return np.log(kept / (1 - kept))


def grounds(scores: Scores) -> np.ndarray:
    """For each text, but no part of a turn, what speaks for its being in scope.

    Log-odds, likeness, agreement, 1.
    """
    best = log_odds(scores.probabilities[: len(scores.likeness)].max(axis=1))
    return np.stack([best, scores.likeness, scores.agreement, np.ones_like(best)], axis=1)


def candidates(table: np.ndarray, intents: list[str]) -> list[int]:
    """What might be said beside the likeliest: the clauses' likeliest and the turn's three likeliest."""
    whole, clauses = table[0], table[1:]
    if not len(clauses):
        return []
    likely = {*map(int, clauses.argmax(axis=1)), *map(int, np.argsort(-whole)[:3])}
    return sorted(i for i in likely - {int(whole.argmax())} if intents[i] not in _EMPTY_OF_MEANING)


def evidence(table: np.ndarray, candidate: int) -> np.ndarray:
    """What speaks for a further intent.

    Its log-odds in its best clause and in the turn, those of the likeliest intent in its own best clause,
    whether these are two clauses, and 1.
    """
    whole, clauses = table[0], table[1:]
    best = int(whole.argmax())
    place, best_place = int(clauses[:, candidate].argmax()), int(clauses[:, best].argmax())
    odds = log_odds(np.array([clauses[place, candidate], whole[candidate], clauses[best_place, best]]))
    return np.array([*odds, float(place != best_place), 1.0])


def hear(scores: Scores, intents: list[str], settings: HearingSettings, phrases: list[str]) -> list[Heard]:
    """What one turn says, in its order. The first row of `scores` is the turn, the others are its clauses."""
    table = scores.probabilities
    found: dict[str, Heard] = {}
    _hear_likeliest(found, scores, intents, settings)
    for i in candidates(table, intents):
        weight = float(evidence(table, i) @ np.asarray(settings.further))
        if weight > 0:
            found[intents[i]] = Heard(intents[i], float(1 / (1 + np.exp(-weight))), "clause")
    _hear_safety(found, table, intents, settings)
    for intent in phrases:
        found[intent] = Heard(intent, 1.0, "safety_phrase")
    _drop_doubt(found)
    return [found[name] for name in _in_order(list(found), table, intents)]


def _hear_likeliest(
    found: dict[str, Heard], scores: Scores, intents: list[str], settings: HearingSettings
) -> None:
    whole = scores.probabilities[0]
    best = int(whole.argmax())
    believed = float(grounds(scores)[0] @ np.asarray(settings.grounds)) > 0
    if believed or intents[best] == OUT_OF_SCOPE:
        found[intents[best]] = Heard(intents[best], float(whole[best]), "classifier")
    else:
        found[OUT_OF_SCOPE] = Heard(OUT_OF_SCOPE, float(1 - whole[best]), "no_grounds")


def _hear_safety(
    found: dict[str, Heard], table: np.ndarray, intents: list[str], settings: HearingSettings
) -> None:
    for intent in SAFETY:
        column = table[:, intents.index(intent)] if intent in intents else np.zeros(1)
        whole, clause = float(column[0]), float(column[1:].max(initial=0.0))
        own = intent == SELF_HARM
        if whole >= (settings.self_harm_floor if own else settings.floor) or (
            own and clause >= settings.self_harm_clause_floor
        ):
            found.setdefault(intent, Heard(intent, max(whole, clause), "floor"))


def _drop_doubt(found: dict[str, Heard]) -> None:
    """What was not understood is nothing beside what was."""
    if len(found) > 1 and OUT_OF_SCOPE in found and found[OUT_OF_SCOPE].decided_by == "no_grounds":
        del found[OUT_OF_SCOPE]


def _in_order(found: list[str], table: np.ndarray, intents: list[str]) -> list[str]:
    """By the clause that says it most clearly; of one clause, or without clauses, the likelier first."""

    def place(intent: str) -> tuple[int, float]:
        if intent not in intents:
            return 0, -1.0
        column = table[:, intents.index(intent)]
        return (int(column[1:].argmax()) if len(column) > 1 else 0), -float(column[0])

    return sorted(found, key=place)


def lead(heard: list[Heard]) -> Heard:
    """What is handled first: what only a floor let through waits behind anything that is understood.

    Self-harm does too: whether a word of the text bears it out, the services see, and let it lead then.
    """
    understood = [one for one in heard if one.decided_by != "floor"]
    behind = any(one.intent != OUT_OF_SCOPE for one in understood)
    first = leading([one.intent for one in (understood if behind else heard)])
    return next(one for one in heard if one.intent == first)
