"""Chooses each language's regularisation and threshold by cross-validation on the training data.

    PYTHONPATH=bot bot/.venv/bin/python bot/choose_settings.py

Regularisation: the highest macro-F1 without a threshold. Threshold: the highest mean gain, where a right
reading gains 1, asking again 0, and acting on a wrong reading loses 1. The floor of self_harm is left to
a person, who weighs the misses and the false alarms that are printed. The held-out set is not touched.
"""

# ruff: noqa: T201 - its output is its purpose

from __future__ import annotations

from dataclasses import replace

import nlu_examples
import numpy as np
from components.intent_reader import OUT_OF_SCOPE, SELF_HARM, LanguageReader, LanguageSettings, decide
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import StratifiedKFold

_CANDIDATES = (1.0, 3.0, 10.0, 30.0, 100.0)
_THRESHOLDS = tuple(round(0.05 * i, 2) for i in range(0, 15))
_FLOORS = (0.08, 0.1, 0.12, 0.15, 0.18, 0.2, 0.25, 0.3)
_FOLDS, _SEED = 5, 20

Rankings = list[list[tuple[str, float]]]


def _cross_validate(pairs: list[tuple[str, str]], settings: LanguageSettings) -> tuple[list[str], Rankings]:
    texts, intents = np.array([t for t, _ in pairs]), np.array([i for _, i in pairs])
    truths: list[str] = []
    rankings: Rankings = []
    for fit, check in StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED).split(texts, intents):
        reader = LanguageReader.train(settings, list(texts[fit]), list(intents[fit]))
        rankings.extend(reader.rankings(list(texts[check])))
        truths.extend(intents[check])
    return truths, rankings


def _mean_gain(truths: list[str], rankings: Rankings, settings: LanguageSettings) -> float:
    gain = 0
    for truth, ranking in zip(truths, rankings, strict=True):
        read = decide(ranking, settings, "").intent
        gain += 1 if read == truth else 0 if read == OUT_OF_SCOPE else -1
    return gain / len(truths)


def _print_floors(language: str, truths: list[str], rankings: Rankings) -> None:
    meant = sum(t == SELF_HARM for t in truths)
    for floor in _FLOORS:
        raised = [t for t, r in zip(truths, rankings, strict=True) if dict(r)[SELF_HARM] >= floor]
        found = sum(t == SELF_HARM for t in raised)
        print(f"{language} floor {floor:<5} self_harm found {found}/{meant}, wrongly {len(raised) - found}")


def main() -> None:
    """Print the tables and the choice for each language."""
    for language, settings in nlu_examples.router_settings().items():
        pairs = sorted(nlu_examples.training_examples(language))
        results = {}
        for c in _CANDIDATES:
            truths, rankings = _cross_validate(pairs, replace(settings, inverse_regularisation=c))
            best = [r[0][0] for r in rankings]
            f1 = f1_score(truths, best, average="macro")
            results[c] = (f1, truths, rankings)
            print(f"{language} C={c:<6} accuracy {accuracy_score(truths, best):.3f} macro-F1 {f1:.3f}")
        c = max(results, key=lambda k: results[k][0])
        _, truths, rankings = results[c]
        gains = {t: _mean_gain(truths, rankings, replace(settings, threshold=t)) for t in _THRESHOLDS}
        print(language, "gain by threshold:", "  ".join(f"{t}:{g:.3f}" for t, g in gains.items()))
        _print_floors(language, truths, rankings)
        print(f"{language}: inverse_regularisation {c}, threshold {max(gains, key=lambda k: gains[k])}")


if __name__ == "__main__":
    main()
