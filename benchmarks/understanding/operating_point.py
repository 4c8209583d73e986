"""The out-of-scope rule at a point chosen on one half of the validation and judged on the other, both ways.

The rule is the bot's: a text is in scope when the likeliest intent is not out_of_scope and its weighed
grounds (`hearing.grounds`) are above zero. The weights are a logistic regression's; the constant is the one
that keeps the in-scope accuracy at its goal and, that given, finds the most out-of-scope texts.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import numpy as np
from components.hearing import grounds
from components.intent_model import Scores
from components.priorities import OUT_OF_SCOPE
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold


def cross_fit(scores: Scores, intents: list[str], truths: list[str], goal: float) -> dict[str, Any]:
    """In-scope accuracy and out-of-scope recall over both halves, and of each."""
    said = np.array(intents)[scores.probabilities.argmax(axis=1)]
    true = np.array(truths)
    accepted = np.zeros(len(true), bool)
    halves = []
    for chosen_on, judged_on in StratifiedKFold(2, shuffle=True, random_state=0).split(said, true):
        weights = _choose(_rows(scores, chosen_on), said[chosen_on], true[chosen_on], goal)
        accepted[judged_on] = _accepted(_rows(scores, judged_on), said[judged_on], weights)
        half = _judged(said[judged_on], true[judged_on], accepted[judged_on])
        halves.append({"grounds": weights.round(3).tolist(), **half})
    everything = said != OUT_OF_SCOPE
    return {
        **_judged(said, true, accepted),
        "without_rule": _judged(said, true, everything),
        "in_scope_goal": goal,
        "halves": halves,
    }


def _rows(scores: Scores, rows: np.ndarray) -> Scores:
    return Scores(**{one.name: getattr(scores, one.name)[rows] for one in fields(scores)})


def _accepted(scores: Scores, said: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return (said != OUT_OF_SCOPE) & (grounds(scores) @ weights > 0)


def _judged(said: np.ndarray, true: np.ndarray, accepted: np.ndarray) -> dict[str, float]:
    """Of the in-scope texts those accepted and named rightly; of the others those not accepted."""
    inside = true != OUT_OF_SCOPE
    return {
        "accuracy": float((accepted & (said == true))[inside].mean()),
        "oos_recall": float((~accepted)[~inside].mean()),
    }


def _choose(scores: Scores, said: np.ndarray, true: np.ndarray, goal: float) -> np.ndarray:
    features = grounds(scores)[:, :-1]
    open_ones, inside = said != OUT_OF_SCOPE, true != OUT_OF_SCOPE
    weights = _direction(features[open_ones], inside[open_ones])
    values = features @ weights
    edges = np.unique(values[open_ones])
    cuts = [edges[0] - 1.0, *((edges[1:] + edges[:-1]) / 2)]

    def worth(cut: float) -> tuple[float, float, float]:
        found = _judged(said, true, open_ones & (values > cut))
        return min(found["accuracy"], goal), found["oos_recall"], found["accuracy"]

    return np.append(weights, -max(cuts, key=worth))


def _direction(features: np.ndarray, inside: np.ndarray) -> np.ndarray:
    if inside.all() or not inside.any():
        return np.eye(features.shape[1])[0]
    model = LogisticRegression(C=10.0, class_weight="balanced", max_iter=1000)
    return model.fit(features, inside).coef_[0]
