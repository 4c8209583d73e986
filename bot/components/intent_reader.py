"""What a borrower means: language, intent and confidence of one text, without Rasa.

Training reads `(text, intent)` pairs of both languages; each language has its own encoder and its own
head. Order of authority: a safety phrase, then a likelihood of self-harm above its floor, then
the likeliest intent if it is likely enough.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from components.char_ngrams import CharNgrams
from components.encoders import CHAR_NGRAMS, open_encoder
from components.phrases import SafetyPhrases
from components.softmax_head import SoftmaxHead
from components.text import LANGUAGES, language_of

OUT_OF_SCOPE = "out_of_scope"
SELF_HARM = "self_harm"
RANKING_MAX = 5


class Encoder(Protocol):
    """Texts to vectors."""

    def embed(self, texts: list[str]) -> object:
        """One row a text."""
        ...


@dataclass(frozen=True)
class LanguageSettings:
    """How one language is read."""

    encoder: str
    threshold: float  # below it the text is out of scope
    self_harm_floor: float  # from it on self_harm is passed on, even when another intent is likelier
    inverse_regularisation: float  # of the logistic regression


@dataclass(frozen=True)
class Reading:
    """One text, read."""

    language: str
    ranking: list[tuple[str, float]]  # best first, at most RANKING_MAX
    decided_by: str  # classifier, threshold or safety_phrase

    @property
    def intent(self) -> str:
        """What the dialogue acts on."""
        return self.ranking[0][0]

    @property
    def confidence(self) -> float:
        """Of `intent`; 1 for a safety phrase."""
        return self.ranking[0][1]


class LanguageReader:
    """Encoder and head of one language."""

    def __init__(self, settings: LanguageSettings, encoder: Encoder, head: SoftmaxHead) -> None:
        """Join an encoder with the head trained on it."""
        self.settings, self._encoder, self._head = settings, encoder, head

    @classmethod
    def train(cls, settings: LanguageSettings, texts: list[str], intents: list[str]) -> LanguageReader:
        """Fit on the pairs of one language. Raises: EncoderRefusedError."""
        encoder = CharNgrams.fit(texts) if settings.encoder == CHAR_NGRAMS else open_encoder(settings.encoder)
        head = SoftmaxHead.fit(encoder.embed(texts), intents, settings.inverse_regularisation)
        return cls(settings, encoder, head)

    def rankings(self, texts: list[str]) -> list[list[tuple[str, float]]]:
        """For each text all intents with their probabilities, best first."""
        table = self._head.probabilities(self._encoder.embed(texts))
        names = self._head.intents
        return [[(names[i], float(row[i])) for i in np.argsort(-row, kind="stable")] for row in table]

    def save(self, folder: Path) -> None:
        """Write settings, head and, where it was fitted, the encoder."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "settings.json").write_text(json.dumps(asdict(self.settings)), encoding="utf-8")
        self._head.save(folder)
        if isinstance(self._encoder, CharNgrams):
            self._encoder.save(folder)

    @classmethod
    def load(cls, folder: Path) -> LanguageReader:
        """What `save` wrote; an exported encoder comes from the cache. Raises: EncoderRefusedError."""
        settings = LanguageSettings(**json.loads((folder / "settings.json").read_text(encoding="utf-8")))
        encoder: Encoder = (
            CharNgrams.load(folder) if settings.encoder == CHAR_NGRAMS else open_encoder(settings.encoder)
        )
        return cls(settings, encoder, SoftmaxHead.load(folder))


class IntentReader:
    """All languages together with the safety phrases."""

    def __init__(self, languages: dict[str, LanguageReader], phrases: SafetyPhrases) -> None:
        """Take one reader a language."""
        self._languages, self._phrases = languages, phrases

    @classmethod
    def train(
        cls, settings: dict[str, LanguageSettings], pairs: list[tuple[str, str]], phrases: SafetyPhrases
    ) -> IntentReader:
        """Fit every language on the pairs written in it; texts without letters teach all of them."""
        readers = {}
        for language, choice in settings.items():
            own = [(t, i) for t, i in pairs if language_of(t, language) == language]
            readers[language] = LanguageReader.train(choice, [t for t, _ in own], [i for _, i in own])
        return cls(readers, phrases)

    def read(self, text: str, conversation_language: str) -> Reading:
        """The text's meaning. An empty text is out of scope."""
        language = language_of(text, conversation_language)
        if not text.strip():
            return Reading(language, [(OUT_OF_SCOPE, 1.0)], "threshold")
        ranking = self._languages[language].rankings([text])[0]
        found = self._phrases.find(text, {language, conversation_language})
        if found is not None:
            return Reading(language, _put_first(ranking, found, 1.0), "safety_phrase")
        return decide(ranking, self._languages[language].settings, language)

    def save(self, folder: Path) -> None:
        """Write everything that training produced."""
        for language, reader in self._languages.items():
            reader.save(folder / language)
        lists = json.dumps(self._phrases.lists, ensure_ascii=False)
        (folder / "phrases.json").write_text(lists, encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> IntentReader:
        """What `save` wrote."""
        readers = {name: LanguageReader.load(folder / name) for name in LANGUAGES}
        lists = json.loads((folder / "phrases.json").read_text(encoding="utf-8"))
        return cls(readers, SafetyPhrases(lists))


def decide(ranking: list[tuple[str, float]], settings: LanguageSettings, language: str) -> Reading:
    """Self-harm from its floor on; else the likeliest intent; else, in doubt, out of scope."""
    self_harm = dict(ranking).get(SELF_HARM, 0.0)
    if self_harm >= settings.self_harm_floor:
        return Reading(language, _put_first(ranking, SELF_HARM, self_harm), "classifier")
    best, confidence = ranking[0]
    if confidence >= settings.threshold or best == OUT_OF_SCOPE:
        return Reading(language, ranking[:RANKING_MAX], "classifier")
    return Reading(language, _put_first(ranking, OUT_OF_SCOPE, 1.0 - confidence), "threshold")


def _put_first(ranking: list[tuple[str, float]], intent: str, confidence: float) -> list[tuple[str, float]]:
    return [(intent, confidence), *(r for r in ranking if r[0] != intent)][:RANKING_MAX]
