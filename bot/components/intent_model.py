"""One language's intents: a fine-tuned encoder and character n-grams, each with a head, and their mixture."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

from components.augmentation import Labelled
from components.encoders import OnnxEncoder, write_encoder
from components.fine_tuning import fine_tune
from components.lesson_plans import schedule_for, share_for, with_names
from components.ngrams import Ngrams
from components.softmax_head import SoftmaxHead


@dataclass(frozen=True)
class ModelSettings:
    """How one language is trained. The numbers were chosen on validation data (`choose_settings.py`)."""

    encoder: str
    epochs: float
    learning_rate: float
    batch: int
    ngram_share: float  # of the n-grams' head in the mixture of logarithms, 0..1
    temperature: float  # of the mixture: above 1 it is less sure
    inverse_regularisation: float  # of the n-grams' head
    eight_bit: bool  # whether the encoder is served in eight-bit integers
    kept: int = 0  # of the encoder's layers, the lowest, that stay as they were pretrained


@dataclass(frozen=True)
class Scores:
    """What the model makes of some texts; or of one turn, followed by its parts' probabilities alone."""

    probabilities: np.ndarray  # (texts x intents), calibrated
    likeness: np.ndarray  # cosine to the nearest training text, as the encoder sees them
    agreement: np.ndarray  # the probability that both heads would name the same intent

    def followed_by(self, parts: np.ndarray) -> Scores:
        """The turn's scores, then the probabilities of its parts: only the turn is believed or not."""
        return replace(self, probabilities=np.concatenate([self.probabilities, parts]))


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
        """`heads` are the encoder's and the n-grams'; `seen` the written texts' vectors, a row each."""
        self.settings, self._encoder, self._heads, self._ngrams = settings, encoder, heads, ngrams
        self._seen = seen.astype(np.float32)
        self.intents = heads[0].intents

    @classmethod
    def train(
        cls,
        language: str,
        settings: ModelSettings,
        examples: list[Labelled],
        folder: Path,
        made: list[Labelled] | None = None,
    ) -> IntentModel:
        """Fit on the examples and leave everything in `folder`. Raises: EncoderRefusedError.

        `made` of them is learnt as well; but what is like it is not therefore like what people say.
        """
        intents = sorted({intent for _, labels in examples for intent in labels})
        examples = with_names(examples, intents)
        written, examples = [text for text, _ in examples], [*examples, *(made or [])]
        schedule = schedule_for(len(examples), settings.epochs, settings.learning_rate, settings.batch)
        settings = replace(settings, ngram_share=share_for(len(examples), settings.ngram_share))
        texts = [text for text, _ in examples]
        targets = shares(examples, intents)
        with ThreadPoolExecutor(1) as beside:  # the encoder's training leaves some of one core idle
            rest = beside.submit(
                _fit_ngrams, language, texts, targets, intents, settings.inverse_regularisation
            )
            checkpoint, head = fine_tune(
                settings.encoder, texts, targets, intents, schedule, kept=settings.kept
            )
        ngrams, second = rest.result()
        folder.mkdir(parents=True, exist_ok=True)
        write_encoder(checkpoint, folder, eight_bit=settings.eight_bit)
        encoder = OnnxEncoder(folder)
        with ThreadPoolExecutor(2) as both:  # serving is for one thread, a table of many texts for two
            seen = np.concatenate(list(both.map(encoder.embed, (written[::2], written[1::2]))))
        model = cls(settings, encoder, (head, second), ngrams, seen)
        model._save(folder)
        return model

    def opinions(self, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
        """Log-probabilities by the encoder's head, and by the n-grams'."""
        return self._opinions(self._encoder.embed_each(texts), texts)

    def tuned(self, ngram_share: float, temperature: float) -> IntentModel:
        """The same model, mixed otherwise."""
        settings = replace(self.settings, ngram_share=ngram_share, temperature=temperature)
        return IntentModel(settings, self._encoder, self._heads, self._ngrams, self._seen)

    def probabilities(self, texts: list[str]) -> np.ndarray:
        """(texts x intents), calibrated; the costly search for the nearest training text is left out."""
        return self._mixed(*self.opinions(texts))

    def score(self, texts: list[str]) -> Scores:
        """Probabilities and what else tells whether they can be believed."""
        vectors = self._encoder.embed_each(texts)
        first, second = self._opinions(vectors, texts)
        return Scores(
            probabilities=self._mixed(first, second),
            likeness=(vectors @ self._seen.T).max(axis=1),
            agreement=(np.exp(first) * np.exp(second)).sum(axis=1),
        )

    def _opinions(self, vectors: np.ndarray, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
        first, second = self._heads
        return first.log_probabilities(vectors), second.log_probabilities(self._ngrams.embed(texts))

    def _mixed(self, first: np.ndarray, second: np.ndarray) -> np.ndarray:
        share = self.settings.ngram_share
        mixed = ((1 - share) * first + share * second) / self.settings.temperature
        mixed = np.exp(mixed - mixed.max(axis=1, keepdims=True))
        return mixed / mixed.sum(axis=1, keepdims=True)

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


def _fit_ngrams(
    language: str, texts: list[str], targets: np.ndarray, intents: list[str], inverse_regularisation: float
) -> tuple[Ngrams, SoftmaxHead]:
    ngrams = Ngrams.fit(language, texts)
    return ngrams, SoftmaxHead.fit(ngrams.embed(texts), targets, intents, inverse_regularisation)


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
