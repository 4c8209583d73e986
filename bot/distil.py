"""Teaches a small character-level transformer to place Mandarin where MiniLM places its English.

    PYTHONPATH=bot bot/.venv/bin/python bot/distil.py PAIRS.jsonl.gz [--epochs 6] [--out FOLDER]

PAIRS holds `{"en", "zh"}` a line; the pairs of `nlu_data/parallel/`, which are of our own field, are
added, and seen more often. Loss: one minus the cosine to the teacher's vector, and 0.2 of a contrast
within the batch at temperature 0.05 (Reimers and Gurevych 2020). Every epoch ends with a measure: how
often, among 1,000 pairs never trained on, the nearest English vector is the right one. The last weights
are written in half precision.
"""

# ruff: noqa: T201 - its output is its purpose

from __future__ import annotations

import argparse
import gzip
import json
import math
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import tensorflow as tf
from components import bert_onnx, checkpoints
from components.bert_onnx import POSITIONS, PROJECTION, WORDS, BertShape, Weights
from components.bert_tf import TrainableEncoder
from components.encoders import open_encoder
from components.translations import read_translations
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

ROOT = Path(__file__).resolve().parents[1]
SHAPE = BertShape(layers=3, heads=4, hidden=256, layer_norm_epsilon=1e-12, activation="gelu")
SEED, BATCH, TOKENS_MAX, HELD_BACK = 20, 192, 64, 1000
_OWN_REPEATS = 3
_SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]


def read_pairs(file: Path) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The pairs from outside, and our own; `(English, Mandarin)`."""
    with gzip.open(file, "rt", encoding="utf-8") as stream:
        outside = [(row["en"], row["zh"]) for row in map(json.loads, stream)]
    rows = read_translations(ROOT / "nlu_data" / "parallel")
    own = [(row.written["en"], row.written["zh"]) for row in rows]
    return outside, own


def character_tokenizer(texts: list[str], rarest: int = 3) -> Tokenizer:
    """Every character is a token; those seen fewer than `rarest` times are unknown."""
    normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    seen = Counter(c for text in texts for c in normalizer.normalize_str(text) if not c.isspace())
    kept = sorted(c for c, n in seen.items() if n >= rarest)
    vocabulary = {token: i for i, token in enumerate([*_SPECIAL, *kept])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))  # noqa: S106
    tokenizer.normalizer = normalizer
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Split(Regex("."), "isolated")]
    )
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    tokenizer.enable_truncation(TOKENS_MAX)
    return tokenizer


def fresh_weights(vocabulary: int, target: int, random: np.random.Generator) -> Weights:
    """Small random kernels, zero biases, unit norms."""
    hidden = SHAPE.hidden

    def dense(at: str, rows: int, columns: int) -> Weights:
        kernel = random.normal(0, 1 / math.sqrt(rows), (rows, columns)).astype(np.float32)
        return {f"{at}/kernel": kernel, f"{at}/bias": np.zeros(columns, np.float32)}

    def norm(at: str) -> Weights:
        return {f"{at}/gamma": np.ones(hidden, np.float32), f"{at}/beta": np.zeros(hidden, np.float32)}

    weights = {
        WORDS: random.normal(0, 0.05, (vocabulary, hidden)).astype(np.float32),
        POSITIONS: random.normal(0, 0.02, (TOKENS_MAX, hidden)).astype(np.float32),
        **norm("embeddings/LayerNorm"),
        **dense(PROJECTION, hidden, target),
    }
    for i in range(SHAPE.layers):
        at = f"encoder/layer_._{i}"
        for name in ("query", "key", "value"):
            weights |= dense(f"{at}/attention/self/{name}", hidden, hidden)
        weights |= dense(f"{at}/attention/output/dense", hidden, hidden)
        weights |= norm(f"{at}/attention/output/LayerNorm")
        weights |= dense(f"{at}/intermediate/dense", hidden, 4 * hidden)
        weights |= dense(f"{at}/output/dense", 4 * hidden, hidden) | norm(f"{at}/output/LayerNorm")
    return weights


def batches(lengths: np.ndarray, random: np.random.Generator) -> Iterator[np.ndarray]:
    """Rows in batches of like lengths, the batches in random order."""
    order = np.lexsort((random.random(len(lengths)), lengths))
    starts = random.permutation(np.arange(0, len(order) - BATCH // 2, BATCH))
    for start in starts:
        yield order[start : start + BATCH]


class Lesson:
    """One pass after another over the pairs."""

    def __init__(self, encoder: TrainableEncoder, steps: int) -> None:
        """Plan `steps` steps: a short warm-up, then down along a cosine."""
        self.encoder, self._steps = encoder, steps
        self._done = 0
        self._optimizer = tf.keras.optimizers.Adam(1e-3, global_clipnorm=1.0)

    def step(self, ids: np.ndarray, mask: np.ndarray, target: np.ndarray) -> float:
        """Learn one batch; its loss."""
        share = self._done / self._steps
        warm = min(1.0, self._done / 400 + 0.01)
        self._optimizer.learning_rate.assign(
            warm * 8e-4 * (0.02 + 0.98 * (1 + math.cos(math.pi * share)) / 2)
        )
        self._done += 1
        return float(self._learn(tf.constant(ids), tf.constant(mask), tf.constant(target)))

    @tf.function(
        autograph=False,
        input_signature=[
            tf.TensorSpec((None, None), tf.int32),
            tf.TensorSpec((None, None), tf.int32),
            tf.TensorSpec((None, None), tf.float32),
        ],
    )
    def _learn(self, ids: tf.Tensor, mask: tf.Tensor, target: tf.Tensor) -> tf.Tensor:
        variables = list(self.encoder.variables.values())
        with tf.GradientTape() as tape:
            vectors = self.encoder.embed(ids, mask)
            likeness = tf.matmul(vectors, target, transpose_b=True)
            near = 1.0 - tf.reduce_mean(tf.linalg.diag_part(likeness))
            # Two rows with the same English are no contrast to each other.
            same = tf.cast(tf.matmul(target, target, transpose_b=True) > 0.98, tf.float32)
            same /= tf.reduce_sum(same, axis=1, keepdims=True)
            apart = tf.nn.softmax_cross_entropy_with_logits(same, likeness / 0.05)
            loss = near + 0.2 * tf.reduce_mean(apart)
        self._optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
        return loss


class Ids:
    """Texts as rows of token ids, padded when they are asked for."""

    def __init__(self, tokenizer: Tokenizer, texts: list[str]) -> None:
        """Tokenise all of them."""
        self._rows = [e.ids for e in tokenizer.encode_batch(texts)]
        self.lengths = np.array([len(row) for row in self._rows])

    def take(self, chosen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Ids and mask of these rows."""
        ids = np.zeros((len(chosen), int(self.lengths[chosen].max())), np.int32)
        for place, i in enumerate(chosen):
            ids[place, : self.lengths[i]] = self._rows[i]
        return ids, (ids != 0).astype(np.int32)


def _found(encoder: TrainableEncoder, ids: Ids, target: np.ndarray) -> float:
    """The share of held-back Mandarin whose nearest English is its own."""
    vectors = encoder.embed(*map(tf.constant, ids.take(np.arange(len(ids.lengths))))).numpy()
    return float((np.argmax(vectors @ target.T, axis=1) == np.arange(len(target))).mean())


def write(encoder: TrainableEncoder, tokenizer: Tokenizer, folder: Path) -> None:
    """Graph, tokenizer and facts."""
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(bert_onnx.build(encoder.weights(), encoder.shape, half=True), str(folder / "model.onnx"))
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    facts = {
        "onnx_sha256": checkpoints.sha256(folder / "model.onnx"),
        "pad_id": 0,
        "tokens_max": TOKENS_MAX,
    }
    (folder / "encoder.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


def _teach(english: list[str]) -> np.ndarray:
    unique = sorted(set(english))
    rows = dict(zip(unique, open_encoder(checkpoints.MINILM).embed(unique, batch=64), strict=True))
    return np.stack([rows[text] for text in english])


def main() -> None:
    """Read, teach, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--out", type=Path, default=checkpoints.OWN / "zh-student")
    options = parser.parse_args()
    random = np.random.default_rng(SEED)
    tf.random.set_seed(SEED)
    outside, own = read_pairs(options.pairs)
    outside = [outside[i] for i in random.permutation(len(outside))]
    held, taught = outside[:HELD_BACK], outside[HELD_BACK:] + own * _OWN_REPEATS
    tokenizer = character_tokenizer([zh for _, zh in taught])
    print(f"{len(taught)} pairs, {tokenizer.get_vocab_size()} characters", flush=True)
    ids, held_ids = (Ids(tokenizer, [zh for _, zh in pairs]) for pairs in (taught, held))
    target, held_target = _teach([en for en, _ in taught]), _teach([en for en, _ in held])
    encoder = TrainableEncoder(fresh_weights(tokenizer.get_vocab_size(), target.shape[1], random), SHAPE)
    lesson = Lesson(encoder, options.epochs * len(taught) // BATCH)
    for epoch in range(options.epochs):
        started, losses = time.monotonic(), []
        for chosen in batches(ids.lengths, random):
            losses.append(lesson.step(*ids.take(chosen), target[chosen]))
            if len(losses) % 100 == 0:
                print(
                    f"\repoch {epoch + 1}: {len(losses)} steps, loss {np.mean(losses[-100:]):.4f}",
                    end="",
                    flush=True,
                )
        found = _found(encoder, held_ids, held_target)
        print(
            f"\repoch {epoch + 1}: loss {np.mean(losses):.4f}, right {found:.3f}, "
            f"{time.monotonic() - started:.0f} s",
            flush=True,
        )
        write(encoder, tokenizer, options.out)


if __name__ == "__main__":
    main()
