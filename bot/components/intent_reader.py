"""What a borrower means: language and intents of one text, without Rasa.

Training reads labelled texts of both languages; each language has a model and an operating point of its own.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from components.augmentation import Labelled, Noise, augmented
from components.clauses import clauses, halves
from components.hearing import Heard, HearingSettings, hear, lead
from components.intent_model import IntentModel, Scores
from components.phrases import SafetyPhrases
from components.priorities import OUT_OF_SCOPE
from components.settings import LanguageSettings
from components.text import LANGUAGES, language_of
from components.training_apart import train_apart
from components.translations import Translation, translated

RANKING_MAX = 5
_SEED = 20


@dataclass(frozen=True)
class Reading:
    """One text, read."""

    language: str
    heard: list[Heard]  # in the order of the text, one or more
    ranking: list[tuple[str, float]]  # the leading intent first, then by likelihood; at most RANKING_MAX

    @property
    def leading(self) -> Heard:
        """What the dialogue acts on first."""
        return lead(self.heard)


def lessons(
    settings: LanguageSettings,
    language: str,
    examples: list[Labelled],
    rows: list[Translation],
    noise: dict[str, Noise],
) -> tuple[list[Labelled], list[Labelled]]:
    """What one language is trained on: what was written and translated, and what is made of that."""
    own = [e for e in examples if language_of(e[0], language) == language]
    if settings.translations:
        more = translated(rows, language)
        own = sorted({*own, *(e for e in more if language_of(e[0], language) == language)})
    made = augmented(own, noise, _SEED, copies=settings.copies, pairs=settings.pairs)
    known = set(own)
    return list(dict.fromkeys(own)), [e for e in dict.fromkeys(made) if e not in known]


class IntentReader:
    """The models of all languages together with the safety phrases."""

    def __init__(
        self, models: dict[str, IntentModel], hearing: dict[str, HearingSettings], phrases: SafetyPhrases
    ) -> None:
        """Take one model and operating point a language."""
        self.models, self.hearing, self.phrases = models, hearing, phrases

    @classmethod
    def train(
        cls,
        settings: dict[str, LanguageSettings],
        taught: dict[str, tuple[list[Labelled], list[Labelled]]],
        phrases: SafetyPhrases,
        folder: Path,
    ) -> IntentReader:
        """Fit every language on its `lessons` and leave all in `folder`. Raises: EncoderRefusedError."""
        models = {
            language: train_apart(
                language, choice.model, taught[language][0], folder / language, taught[language][1]
            )
            for language, choice in settings.items()
        }
        reader = cls(models, {language: choice.hearing for language, choice in settings.items()}, phrases)
        reader._save(folder)
        return reader

    def read(self, text: str, conversation_language: str) -> Reading:
        """The text's meaning. An empty text is out of scope."""
        language = language_of(text, conversation_language)
        if not text.strip():
            return Reading(language, [Heard(OUT_OF_SCOPE, 1.0, "no_grounds")], [(OUT_OF_SCOPE, 1.0)])
        model = self.models[language]
        scores = score_turn(model, text, language)
        phrases = self.phrases.find(text, {language, conversation_language})
        heard = hear(scores, model.intents, self.hearing[language], phrases)
        return Reading(language, heard, _ranking(lead(heard), scores.probabilities[0], model.intents))

    def _save(self, folder: Path) -> None:
        facts = {
            "hearing": {language: asdict(choice) for language, choice in self.hearing.items()},
            "phrases": self.phrases.lists,
        }
        (folder / READER).write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> IntentReader:
        """What `train` left. Raises: EncoderRefusedError when an encoder's file is not the one written."""
        facts = json.loads((folder / READER).read_text(encoding="utf-8"))
        models = {name: IntentModel.load(folder / name) for name in LANGUAGES if (folder / name).is_dir()}
        hearing = {name: HearingSettings(**choice) for name, choice in facts["hearing"].items()}
        return cls(models, hearing, SafetyPhrases(facts["phrases"]))


READER = "reader.json"
_BEYOND_DOUBT = {"en": 0.98, "zh": 0.995}
"""A turn without a joint as likely as this says one thing; chosen on validation turns.

Chinese speech runs two things together without a stop, and its model is as sure of the one it hears.
"""


def score_turn(model: IntentModel, text: str, language: str) -> Scores:
    """The scores of the turn, then of its clauses; of its halves where it has none and more may be said."""
    whole = model.score([text])
    parts = clauses(text, language)
    if not parts and whole.probabilities.max() < _BEYOND_DOUBT[language]:
        parts = halves(text, language)
    return whole.followed_by(model.probabilities(parts)) if parts else whole


def _ranking(leading: Heard, row: object, intents: list[str]) -> list[tuple[str, float]]:
    likely = sorted(zip(intents, map(float, row), strict=True), key=lambda pair: -pair[1])
    rest = [pair for pair in likely if pair[0] != leading.intent]
    return [(leading.intent, leading.confidence), *rest][:RANKING_MAX]
