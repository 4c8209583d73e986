"""One language's intents: a fine-tuned encoder and character n-grams, each with a head, and their mixture."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

from components import checkpoints
from components.augmentation import Labelled
from components.encoders import OnnxEncoder, write_encoder
from components.fine_tuning import Schedule, fine_tune
from components.ngrams import Ngrams
from components.softmax_head import SoftmaxHead


@dataclass(frozen=True)
class ModelSettings:
    """How one language is trained. The numbers were chosen on validation data (`choose_settings.py`)."""

    encoder: str
    epochs: int
    learning_rate: float
    batch: int
    ngram_share: float  # of the n-grams' head in the mixture of logarithms, 0..1
    temperature: float  # of the mixture: above 1 it is less sure
    inverse_regularisation: float  # of the n-grams' head
    eight_bit: bool  # whether the encoder is served in eight-bit integers


@dataclass(frozen=True)
class Scores:
    """What the model makes of some texts."""

    probabilities: np.ndarray  # (texts x intents), calibrated
    likeness: np.ndarray  # cosine to the nearest training text, as the encoder sees them
    agreement: np.ndarray  # the probability that both heads would name the same intent

    def followed_by(self, more: Scores) -> Scores:
        """These texts' scores, then those of further texts."""
        return Scores(
            np.concatenate([self.probabilities, more.probabilities]),
            np.concatenate([self.likeness, more.likeness]),
            np.concatenate([self.agreement, more.agreement]),
        )


class IntentModel:
    """Texts to calibrated probabilities of intents."""

    def __init__(
        self,
        settings: ModelSettings,
        encoder: OnnxEncoder,
        heads: tuple[SoftmaxHead, SoftmaxHead],
        ngrams: Ngrams,
        seen: np.ndarray,
    ) -> None:
        """`heads` are the encoder's and the n-grams'; `seen` the training texts' vectors, a row each."""
        self.settings, self._encoder, self._heads, self._ngrams = settings, encoder, heads, ngrams
        self._seen = seen.astype(np.float32)
        self.intents = heads[0].intents

    @classmethod
    def train(
        cls, language: str, settings: ModelSettings, examples: list[Labelled], folder: Path
    ) -> IntentModel:
        """Fit on the examples and leave everything in `folder`. Raises: EncoderRefusedError."""
        texts = [text for text, _ in examples]
        intents = sorted({intent for _, labels in examples for intent in labels})
        targets = shares(examples, intents)
        schedule = Schedule(settings.epochs, settings.learning_rate, settings.batch)
        ngrams = Ngrams.fit(language, texts)
        with ThreadPoolExecutor(1) as beside:  # the encoder's training leaves most of one core idle
            second = beside.submit(
                SoftmaxHead.fit, ngrams.embed(texts), targets, intents, settings.inverse_regularisation
            )
            checkpoint, head = fine_tune(
                checkpoints.load(settings.encoder), texts, targets, intents, schedule
            )
        folder.mkdir(parents=True, exist_ok=True)
        write_encoder(checkpoint, folder, eight_bit=settings.eight_bit)
        encoder = OnnxEncoder(folder)
        model = cls(settings, encoder, (head, second.result()), ngrams, encoder.embed(texts))
        model._save(folder)
        return model

    def opinions(self, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
        """Log-probabilities by the encoder's head, and by the n-grams'."""
        vectors = self._embed(texts)
        return (
            self._heads[0].log_probabilities(vectors),
            self._heads[1].log_probabilities(self._ngrams.embed(texts)),
        )

    def tuned(self, ngram_share: float, temperature: float) -> IntentModel:
        """The same model, mixed otherwise."""
        settings = replace(self.settings, ngram_share=ngram_share, temperature=temperature)
        return IntentModel(settings, self._encoder, self._heads, self._ngrams, self._seen)

    def _embed(self, texts: list[str]) -> np.ndarray:
        # One at a time, as turns arrive: in eight bits a text's vector depends a little on its batch.
        return np.concatenate([self._encoder.embed([text]) for text in texts])

    def score(self, texts: list[str]) -> Scores:
        """Probabilities and what else tells whether they can be believed."""
        vectors = self._embed(texts)
        first = self._heads[0].log_probabilities(vectors)
        second = self._heads[1].log_probabilities(self._ngrams.embed(texts))
        share = self.settings.ngram_share
        mixed = ((1 - share) * first + share * second) / self.settings.temperature
        mixed = np.exp(mixed - mixed.max(axis=1, keepdims=True))
        return Scores(
            probabilities=mixed / mixed.sum(axis=1, keepdims=True),
            likeness=(vectors @ self._seen.T).max(axis=1),
            agreement=(np.exp(first) * np.exp(second)).sum(axis=1),
        )

    def _save(self, folder: Path) -> None:
        (folder / "settings.json").write_text(json.dumps(asdict(self.settings)), encoding="utf-8")
        for name, head in zip(_HEADS, self._heads, strict=True):
            (folder / name).mkdir(exist_ok=True)
            head.save(folder / name)
        self._ngrams.save(folder)
        np.save(folder / _SEEN, self._seen.astype(np.float16))

    @classmethod
    def load(cls, folder: Path) -> IntentModel:
        """What `train` left. Raises: EncoderRefusedError when the encoder's file is not the one written."""
        settings = ModelSettings(**json.loads((folder / "settings.json").read_text(encoding="utf-8")))
        first, second = (SoftmaxHead.load(folder / name) for name in _HEADS)
        seen = np.load(folder / _SEEN, allow_pickle=False)
        return cls(settings, OnnxEncoder(folder), (first, second), Ngrams.load(folder), seen)


_HEADS = ("encoder_head", "ngram_head")
_SEEN = "seen.npy"


def shares(examples: list[Labelled], intents: list[str]) -> np.ndarray:
    """For each example how much of it is each intent: equal parts of those it is labelled with."""
    columns = {intent: i for i, intent in enumerate(intents)}
    table = np.zeros((len(examples), len(intents)), np.float32)
    for row, (_, labels) in enumerate(examples):
        for label in labels:
            table[row, columns[label]] += 1 / len(labels)
    return table
