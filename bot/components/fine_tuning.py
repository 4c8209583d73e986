"""Trains an encoder and a head on it end to end, in TensorFlow; what comes out is served without it."""

from __future__ import annotations

import gc
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from types import ModuleType

import numpy as np

from components.bert_onnx import WORDS
from components.checkpoints import Checkpoint, load
from components.softmax_head import SoftmaxHead
from components.text import emoji_to_words

_TOKENS_MAX = 36  # one turn in a hundred is longer; it is cut, in training only
_NEAR = 32  # batches whose texts are sorted by length: of eight, a tenth more of each would be padding
_FOR_A_MEAN = 30  # texts of an intent from which the head begins
_SHARPNESS = 20.0  # of the head before training: its columns are the intents' mean vectors times this
_PROCESSOR = Path("/proc/cpuinfo")
_SHORT_PRODUCTS = frozenset({"amx_bf16", "avx512_bf16"})  # its flags
_WORDS_TRAINED = 10_000  # a larger vocabulary stays as it was pretrained: most of it never occurs


@dataclass(frozen=True)
class Schedule:
    """How long and how fast."""

    epochs: float
    learning_rate: float
    batch: int
    views: int = 1  # of each text in a step: every one forgets other states
    contrast: float = 0.0  # how much it counts that texts of one intent are alike, beside naming the intent
    tokens_forgotten: float = 0.0  # the share left out of a text
    dropout: float = 0.1
    head_rate: float = 1e-2
    smoothing: float = 0.05  # of the targets
    seed: int = 20


def fine_tune(
    encoder: str,
    texts: list[str],
    targets: np.ndarray,
    intents: list[str],
    schedule: Schedule,
    *,
    kept: int = 0,
) -> tuple[Checkpoint, SoftmaxHead]:
    """The named encoder further trained, and the head on its vectors.

    Its words and the lowest `kept` layers stay as they were pretrained. `targets` is (texts x intents), each
    row a distribution. The same seed and machine give the same weights. Raises: EncoderRefusedError.
    """
    import tensorflow as tf

    from components.bert_tf import TrainableEncoder

    tf.keras.utils.set_random_seed(schedule.seed)
    _shorten_products(tf)
    checkpoint = load(encoder)  # here, since whoever passed it on would hold its weights as well
    tokens = _Tokens(checkpoint, texts)
    trainable = TrainableEncoder(checkpoint.weights, checkpoint.shape)
    checkpoint = replace(checkpoint, weights={})
    run = _Run(trainable, _first_head(trainable, tokens, targets), schedule, tokens.steps(schedule), kept)
    random = np.random.default_rng(schedule.seed)
    while run.left:
        losses = [
            run.step(*tokens.forgetful(rows, schedule.tokens_forgotten, random), targets[rows])
            for rows in islice(tokens.batches(schedule.batch, random), run.left)
        ]
        print(f"{run.left} steps left: loss {np.mean(losses):.3f}", flush=True)  # noqa: T201
    trained = replace(checkpoint, weights=trainable.weights())
    head = SoftmaxHead(*(variable.numpy() for variable in run.head), intents)
    del run, trainable
    gc.collect()  # the step holds its variables in a circle
    return trained, head


def _shorten_products(tf: ModuleType) -> None:
    """Matrix products in sixteen bits, where the processor has units for them: a third of the time is saved.

    Weights and sums stay in thirty-two. Where it has none they would be imitated, slowly.
    """
    if _SHORT_PRODUCTS.intersection(_PROCESSOR.read_text(encoding="utf-8").split()):
        tf.config.optimizer.set_experimental_options({"auto_mixed_precision_onednn_bfloat16": True})


def _embed_halves(encoder: object, ids: object, mask: object, dropout: float) -> object:
    """As `encoder.embed`, in two parts that do not wait for each other (see `training_apart`)."""
    import tensorflow as tf

    half = tf.shape(ids)[0] // 2
    parts = ((ids[:half], mask[:half]), (ids[half:], mask[half:]))
    return tf.concat([encoder.embed(*part, dropout) for part in parts], axis=0)


class _Tokens:
    """The texts as token ids."""

    def __init__(self, checkpoint: Checkpoint, texts: list[str]) -> None:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_str(checkpoint.tokenizer)
        tokenizer.no_padding()
        tokenizer.enable_truncation(min(_TOKENS_MAX, checkpoint.tokens_max))
        self._rows = [e.ids for e in tokenizer.encode_batch([emoji_to_words(text) for text in texts])]
        self._lengths = np.array([len(row) for row in self._rows])
        self._pad = checkpoint.pad_id

    def __len__(self) -> int:
        return len(self._rows)

    def steps(self, schedule: Schedule) -> int:
        return math.ceil(schedule.epochs * len(self) / schedule.batch)

    def take(self, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Ids and mask, a row a text."""
        return self._padded([self._rows[row] for row in rows])

    def forgetful(
        self, rows: np.ndarray, share: float, random: np.random.Generator
    ) -> tuple[np.ndarray, np.ndarray]:
        """As `take`, without some tokens of each: no single word may carry an intent."""
        if not share:
            return self.take(rows)
        kept = []
        for row in rows:
            first, *inner, last = self._rows[row]
            keep = random.random(len(inner)) >= share
            kept.append([first, *(token for token, stays in zip(inner, keep, strict=True) if stays), last])
        return self._padded(kept)

    def _padded(self, texts: list[list[int]]) -> tuple[np.ndarray, np.ndarray]:
        lengths = np.array([len(text) for text in texts])
        ids = np.full((len(texts), int(lengths.max())), self._pad, np.int32)
        for place, text in enumerate(texts):
            ids[place, : len(text)] = text
        return ids, (np.arange(ids.shape[1]) < lengths[:, None]).astype(np.int32)

    def batches(self, size: int, random: np.random.Generator) -> Iterator[np.ndarray]:
        """All rows once: mixed at random, and only near each other sorted by length to spare padding."""
        mixed = random.permutation(len(self))
        window = size * _NEAR
        for start in range(0, len(mixed), window):
            near = mixed[start : start + window]
            near = near[np.argsort(self._lengths[near], kind="stable")]
            pieces = [near[i : i + size] for i in range(0, len(near), size)]
            yield from (pieces[i] for i in random.permutation(len(pieces)))


def _first_head(encoder: object, tokens: _Tokens, targets: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Every intent begins as the mean of its own texts, as the pretrained encoder sees them."""
    some = _first_of_each(targets)
    rows = [encoder.embed(*tokens.take(some[i : i + 32])).numpy() for i in range(0, len(some), 32)]
    means = targets[some].T @ np.concatenate(rows)
    means /= np.linalg.norm(means, axis=1, keepdims=True) + 1e-9
    return (_SHARPNESS * means.T).astype(np.float32), np.zeros(targets.shape[1], np.float32)


def _first_of_each(targets: np.ndarray) -> np.ndarray:
    """Rows enough for a mean: the first few that are mostly of one intent."""
    counted = np.cumsum(targets > 0.5, axis=0)
    return np.flatnonzero(((targets > 0.5) & (counted <= _FOR_A_MEAN)).any(axis=1))


def _frozen(words: int, kept: int) -> tuple[str, ...]:
    """How the paths begin of the weights that are not trained.

    With one layer kept, 94.9 % of the English validation turns were right, 94.5 with none or two; a tenth of
    the training is spared.
    """
    layers = tuple(f"encoder/layer_._{layer}/" for layer in range(kept))
    return ("embeddings/", *layers) if kept else (WORDS,) if words > _WORDS_TRAINED else ()


class _Run:
    """Encoder, head and optimizers over a fixed number of steps."""

    def __init__(
        self,
        encoder: object,
        head: tuple[np.ndarray, np.ndarray],
        schedule: Schedule,
        steps: int,
        kept: int,
    ) -> None:
        import tensorflow as tf

        from components.bert_tf import unlikeness

        self._schedule, self._steps, self._done = schedule, steps, 0
        self.head = tuple(tf.Variable(array) for array in head)
        frozen = _frozen(encoder.variables[WORDS].shape[0], kept)
        trained = [v for path, v in encoder.variables.items() if not path.startswith(frozen)]
        for_encoder = tf.keras.optimizers.AdamW(0.0, weight_decay=0.01, global_clipnorm=1.0)
        for_head = tf.keras.optimizers.Adam(0.0)
        self._optimizers = ((for_encoder, schedule.learning_rate), (for_head, schedule.head_rate))
        for_encoder.build(trained)
        for_head.build(list(self.head))

        @tf.function(autograph=False)
        def learn(ids: tf.Tensor, mask: tf.Tensor, target: tf.Tensor) -> tf.Tensor:
            with tf.GradientTape() as tape:
                views = [_embed_halves(encoder, ids, mask, schedule.dropout) for _ in range(schedule.views)]
                vectors, targets = tf.concat(views, axis=0), tf.tile(target, (schedule.views, 1))
                scores = tf.matmul(vectors, self.head[0]) + self.head[1]
                losses = tf.nn.softmax_cross_entropy_with_logits(targets, scores)
                loss = tf.reduce_mean(losses)
                if schedule.contrast:
                    loss += schedule.contrast * unlikeness(vectors, targets)
            slopes = tape.gradient(loss, [*trained, *self.head])
            for_encoder.apply_gradients(zip(slopes[: len(trained)], trained, strict=True))
            for_head.apply_gradients(zip(slopes[len(trained) :], self.head, strict=True))
            return loss

        self._learn = learn.get_concrete_function(
            tf.TensorSpec((None, None), tf.int32),
            tf.TensorSpec((None, None), tf.int32),
            tf.TensorSpec((None, len(head[1])), tf.float32),
        )

    @property
    def left(self) -> int:
        """Steps still to be done."""
        return self._steps - self._done

    def step(self, ids: np.ndarray, mask: np.ndarray, target: np.ndarray) -> float:
        import tensorflow as tf

        share = self._done / self._steps
        rate = min(1.0, share / 0.1 + 0.01) * (1 - share)  # up over the first tenth, then down to nothing
        for optimizer, fastest in self._optimizers:
            optimizer.learning_rate.assign(rate * fastest)
        self._done += 1
        smooth = self._schedule.smoothing
        target = (1 - smooth) * target + smooth / target.shape[1]
        feed = (tf.constant(ids), tf.constant(mask), tf.constant(target.astype(np.float32)))
        return float(self._learn(*feed))
