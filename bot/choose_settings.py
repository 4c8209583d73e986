"""Chooses on validation data how far a trained model is believed, and prints the numbers for `config.yml`.

    PYTHONPATH=bot bot/.venv/bin/python bot/choose_settings.py [bot/models/to_choose.tar.gz]

The model must not have seen the validation turns: `make settings` trains such a one, and calls this.

In this order, each given the ones before: the n-grams' share and the temperature (least surprise on
single intents); the grounds of being in scope and the evidence of a further intent (logistic
regressions); the floors of the safety intents, pooled (one more statement found is worth eight false
alarms, which cost a question each: docs/adr/0024). The exactness that is printed is cross-validated. The
held-out set is not touched.
"""

# ruff: noqa: T201 - its output is its purpose

from __future__ import annotations

import contextlib
import io
import itertools
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import nlu_examples
import numpy as np
import yaml
from components.augmentation import Labelled
from components.hearing import Heard, HearingSettings, candidates, evidence, grounds, hear, lead
from components.intent_model import IntentModel, Scores
from components.intent_reader import IntentReader, score_turn
from components.priorities import OUT_OF_SCOPE, SAFETY, SELF_HARM, leading
from components.text import language_of
from evaluate import TO_CHOOSE, load_router

_SHARES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
_TEMPERATURES = tuple(round(0.4 + 0.05 * i, 2) for i in range(33))
_FLOORS = (0.03, 0.05, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
_TURNED_AWAY = 0.01  # of in-scope turns, by the grounds alone
_FOLDS, _SEED = 10, 20
_NEVER = 1.01
_POINTS = (0.7, 0.8, 0.9)
_WORTH = {
    "floor": 8,
    "self_harm_floor": 8,
    "self_harm_clause_floor": 8,
}  # false alarms for one more statement found


@dataclass(frozen=True)
class Turn:
    """One validation turn, scored."""

    labels: tuple[str, ...]
    scores: Scores
    phrases: list[str]


def calibrated(model: IntentModel, singles: list[Labelled]) -> IntentModel:
    """The model with the share and temperature that are least surprised by the labels."""
    truth = np.array([model.intents.index(labels[0]) for _, labels in singles])
    first, second = model.opinions([text for text, _ in singles])
    rows = np.arange(len(truth))

    def surprise(share: float, temperature: float) -> float:
        mixed = ((1 - share) * first + share * second) / temperature
        mixed = (
            mixed
            - np.log(np.exp(mixed - mixed.max(1, keepdims=True)).sum(1, keepdims=True))
            - mixed.max(1, keepdims=True)
        )
        return float(-mixed[rows, truth].mean())

    best = min(itertools.product(_SHARES, _TEMPERATURES), key=lambda pair: surprise(*pair))
    for share in _SHARES:
        right = (((1 - share) * first + share * second).argmax(1) == truth).mean()
        least = min(surprise(share, temperature) for temperature in _TEMPERATURES)
        print(f"  n-gram share {share}: right {right:.4f}, surprise {least:.4f}")
    return model.tuned(*best)


def scope_grounds(turns: list[Turn]) -> tuple[float, ...]:
    """Weights of what speaks for being in scope; 1 for a constant of `_TURNED_AWAY`."""
    rows = [turn for turn in turns if len(turn.labels) == 1]
    features = np.array([grounds(turn.scores)[0] for turn in rows])[:, :3]
    inside = np.array([turn.labels[0] != OUT_OF_SCOPE for turn in rows])
    weights = _weights(features, inside, balanced=True)[:3]
    weights = np.maximum(weights, 0.0)
    constant = -float(np.quantile(features[inside] @ weights, _TURNED_AWAY))
    return tuple(round(float(w), 3) for w in (*weights, constant))


def further_evidence(turns: list[Turn], intents: list[str]) -> tuple[float, ...]:
    """Weights of what speaks for a further intent."""
    rows, said = [], []
    for turn in turns:
        for i in candidates(turn.scores.probabilities, intents):
            rows.append(evidence(turn.scores.probabilities, i)[:-1])
            said.append(intents[i] in turn.labels)
    return tuple(round(float(w), 3) for w in _weights(np.array(rows), np.array(said), balanced=False))


def _weights(features: np.ndarray, truth: np.ndarray, *, balanced: bool) -> np.ndarray:
    """Of a logistic regression on standardised features, for the features as they are; the constant last."""
    from sklearn.linear_model import LogisticRegression

    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    model = LogisticRegression(class_weight="balanced" if balanced else None)
    model.fit((features - mean) / spread, truth)
    weights = model.coef_[0] / spread
    return np.append(weights, model.intercept_[0] - mean @ weights)


def with_floors(turns: list[Turn], intents: list[str], settings: HearingSettings) -> HearingSettings:
    """The floors that gain most: what is found more, at its worth, less what is heard wrongly."""
    for name, worth in _WORTH.items():
        gains = {}
        for floor in (*_FLOORS, _NEVER):
            found, wrong = _safety_heard(turns, intents, replace(settings, **{name: floor}))
            gains[floor] = worth * found - wrong
        settings = replace(settings, **{name: max(gains, key=lambda f: (gains[f], -f))})
    found, wrong = _safety_heard(turns, intents, settings)
    meant = sum(label in SAFETY for turn in turns for label in turn.labels)
    print(f"  safety intents heard {found} of {meant}, wrongly {wrong}")
    return settings


def _safety_heard(turns: list[Turn], intents: list[str], settings: HearingSettings) -> tuple[int, int]:
    found = wrong = 0
    for turn in turns:
        heard = {one.intent for one in hear(turn.scores, intents, settings, turn.phrases)} & set(SAFETY)
        found += len(heard & set(turn.labels))
        wrong += len(heard - set(turn.labels))
    return found, wrong


def exactness(turns: list[Turn], intents: list[str], settings: HearingSettings) -> tuple[float, float]:
    """The share of turns whose set of intents is right, and of those whose leading intent is."""
    heard = [hear(turn.scores, intents, settings, turn.phrases) for turn in turns]
    right = [{one.intent for one in h} == set(t.labels) for h, t in zip(heard, turns, strict=True)]
    led = [lead(h).intent == leading(list(t.labels)) for h, t in zip(heard, turns, strict=True)]
    return float(np.mean(right)), float(np.mean(led))


def choose(language: str, reader: IntentReader) -> dict[str, object]:
    """The numbers of one language."""
    examples = [
        e for e in nlu_examples.validation_examples(language) if language_of(e[0], language) == language
    ]
    model = calibrated(reader.models[language], [e for e in examples if len(e[1]) == 1])
    turns = [
        Turn(labels, score_turn(model, text, language), reader.phrases.find(text, {language}))
        for text, labels in examples
    ]
    _print_cross_validated(turns, model.intents)
    settings = fitted(turns, model.intents)
    _print_believed(turns, model.intents, settings)
    return {
        "ngram_share": model.settings.ngram_share,
        "temperature": model.settings.temperature,
        **{name: list(v) if isinstance(v, tuple) else v for name, v in asdict(settings).items()},
    }


def fitted(turns: list[Turn], intents: list[str]) -> HearingSettings:
    """The operating point that these turns teach."""
    bare = HearingSettings(scope_grounds(turns), further_evidence(turns, intents), _NEVER, _NEVER, _NEVER)
    return with_floors(turns, intents, bare)


def _print_believed(turns: list[Turn], intents: list[str], settings: HearingSettings) -> None:
    """How many ends of contact would be acted on unasked, and how many wrongly (docs/adr/0024)."""
    ends = set(SAFETY) - {SELF_HARM}
    for point in _POINTS:
        true = false = 0
        for turn in turns:
            heard = hear(turn.scores, intents, settings, turn.phrases)
            believed = {one.intent for one in heard if one.intent in ends and _is_believed(one, point)}
            true += len(believed & set(turn.labels))
            false += len(believed - set(turn.labels))
        print(f"  ends of contact believed from {point} on: {true}, wrongly {false}")


def _is_believed(one: Heard, point: float) -> bool:
    """As `arrears/domain/doubts.py` has it."""
    likeliest_stop = one.intent == "stop_texts" and one.decided_by == "classifier"
    sure = one.decided_by != "floor" and one.confidence >= point
    return one.decided_by == "safety_phrase" or likeliest_stop or sure


def _print_cross_validated(turns: list[Turn], intents: list[str]) -> None:
    folds = np.random.default_rng(_SEED).integers(0, _FOLDS, len(turns))
    results = {True: [], False: []}
    for fold in range(_FOLDS):
        with contextlib.redirect_stdout(io.StringIO()):
            settings = fitted([t for t, f in zip(turns, folds, strict=True) if f != fold], intents)
        for turn in (t for t, f in zip(turns, folds, strict=True) if f == fold):
            results[len(turn.labels) == 1].append(exactness([turn], intents, settings))
    for single, rows in results.items():
        exact, led = np.mean(rows, axis=0)
        kind = "one intent" if single else "several"
        print(f"  {len(rows)} turns with {kind}: {exact:.4f} exactly right, {led:.4f} led by the right one")


def main() -> None:
    """Print the tables and the choice for each language."""
    reader = load_router(Path(sys.argv[1]) if len(sys.argv) > 1 else TO_CHOOSE)
    for language in reader.models:
        print(language)
        print(yaml.safe_dump({language: choose(language, reader)}, sort_keys=False))


if __name__ == "__main__":
    main()
