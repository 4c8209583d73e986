"""Teaches a small character-level transformer to place Mandarin where MiniLM places its English.

    PYTHONPATH=bot python bot/distil.py PAIRS.jsonl.gz TEACHER [--epochs 32] [--out FOLDER]

It needs PyTorch, onnx, tokenizers and PyYAML, and none of the island: on an accelerator it takes minutes,
on two cores a night. PAIRS holds `{"en", "zh"}` a line; the pairs of `nlu_data/parallel/`, which are of our
own field, are added, and seen more often. TEACHER is a folder with MiniLM as a graph of ours and its
tokenizer, as `bot/tests` leave one in `bot/.cache/encoders/`. Loss: one minus the cosine to the teacher's
vector, and 0.2 of a contrast within the batch at temperature 0.05 (Reimers and Gurevych 2020). Characters are
spoilt at random, as recognised speech spoils them: without that and dropout it learns the pairs by heart.
Every epoch ends with a measure: how often, among 1,000 pairs never trained on, the nearest English vector is
the right one. The last weights are written in half precision.
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
import torch
from components import bert_onnx, checkpoints
from components.bert_onnx import POSITIONS, PROJECTION, WORDS, BertShape, Weights
from components.translations import read_translations
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors
from torch.nn import functional

ROOT = Path(__file__).resolve().parents[1]
SHAPE = BertShape(layers=3, heads=4, hidden=256, layer_norm_epsilon=1e-12, activation="gelu")
SEED, BATCH, TOKENS_MAX, HELD_BACK = 20, 512, 64, 1000
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
_FASTEST, _WARM_UP = 1e-3, 800  # learning rate, and the steps until it is reached
_DROPOUT, _SPOILT = 0.1, 0.05
_OWN_REPEATS = 3
_SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]

Tensors = dict[str, torch.Tensor]


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


class Encoder:
    """Token ids to unit-length vectors, in PyTorch; the weights carry `bert_onnx`'s names."""

    def __init__(self, weights: Weights, shape: BertShape) -> None:
        """Start from `weights`."""
        self.weights: Tensors = {path: torch.tensor(array, device=DEVICE) for path, array in weights.items()}
        self._shape = shape

    def embed(self, ids: torch.Tensor, mask: torch.Tensor, dropout: float = 0.0) -> torch.Tensor:
        """One row a text; `ids` and `mask` are (texts x tokens), `dropout` the share of states forgotten."""
        with torch.autocast(DEVICE, torch.bfloat16):
            x = self.weights[WORDS][ids] + self.weights[POSITIONS][: ids.shape[1]]
            x = _forget(self._norm("embeddings/LayerNorm", x), dropout)
            for i in range(self._shape.layers):
                x = self._layer(f"encoder/layer_._{i}", x, mask, dropout)
            kept = mask.to(x.dtype)[:, :, None]
            mean = (x * kept).sum(1) / kept.sum(1)
            if f"{PROJECTION}/kernel" in self.weights:
                mean = self._dense(PROJECTION, mean)
        return functional.normalize(mean.float(), dim=1)

    def _layer(self, at: str, x: torch.Tensor, mask: torch.Tensor, dropout: float) -> torch.Tensor:
        texts, tokens, hidden = x.shape
        heads = (texts, tokens, self._shape.heads, hidden // self._shape.heads)
        query, key, value = (
            self._dense(f"{at}/attention/self/{name}", x).view(heads).transpose(1, 2)
            for name in ("query", "key", "value")
        )
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask[:, None, None, :])
        mixed = self._dense(f"{at}/attention/output/dense", mixed.transpose(1, 2).reshape(x.shape))
        x = self._norm(f"{at}/attention/output/LayerNorm", x + _forget(mixed, dropout))
        inner = functional.gelu(self._dense(f"{at}/intermediate/dense", x))
        outer = self._dense(f"{at}/output/dense", inner)
        return self._norm(f"{at}/output/LayerNorm", x + _forget(outer, dropout))

    def _dense(self, at: str, x: torch.Tensor) -> torch.Tensor:
        return x @ self.weights[f"{at}/kernel"] + self.weights[f"{at}/bias"]

    def _norm(self, at: str, x: torch.Tensor) -> torch.Tensor:
        scale, shift = self.weights[f"{at}/gamma"], self.weights[f"{at}/beta"]
        return functional.layer_norm(x, x.shape[-1:], scale, shift, self._shape.layer_norm_epsilon)


def _forget(x: torch.Tensor, share: float) -> torch.Tensor:
    return functional.dropout(x, share) if share else x


class Texts:
    """Texts as rows of token ids, padded when they are asked for."""

    def __init__(self, tokenizer: Tokenizer, texts: list[str]) -> None:
        """Tokenise all of them."""
        tokenizer.no_padding()
        rows = [one.ids for one in tokenizer.encode_batch(texts)]
        self.lengths = np.array([len(row) for row in rows])
        ids = np.zeros((len(rows), int(self.lengths.max())), np.int64)
        for place, row in enumerate(rows):
            ids[place, : len(row)] = row
        self._ids = torch.tensor(ids, device=DEVICE)
        self._lengths = torch.tensor(self.lengths, device=DEVICE)

    def take(self, chosen: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
        """Ids and mask of these rows."""
        rows = torch.tensor(chosen, device=DEVICE)
        tokens = int(self.lengths[chosen].max())
        return self._ids[rows, :tokens], torch.arange(tokens, device=DEVICE) < self._lengths[rows, None]


def batches(lengths: np.ndarray, random: np.random.Generator) -> Iterator[np.ndarray]:
    """All rows once: mixed at random, and only near each other sorted by length to spare padding."""
    mixed = random.permutation(len(lengths))
    for near in np.array_split(mixed, math.ceil(len(mixed) / (32 * BATCH))):
        by_length = near[np.argsort(lengths[near], kind="stable")]
        pieces = np.array_split(by_length, math.ceil(len(near) / BATCH))
        yield from (pieces[i] for i in random.permutation(len(pieces)))


class Lesson:
    """One pass after another over the pairs."""

    def __init__(self, encoder: Encoder, steps: int) -> None:
        """Plan `steps` steps: a short warm-up, then down along a cosine."""
        self.encoder, self._steps, self._done = encoder, steps, 0
        self._weights = [weight.requires_grad_() for weight in encoder.weights.values()]
        matrices = [weight for weight in self._weights if weight.dim() > 1]
        others = [weight for weight in self._weights if weight.dim() == 1]
        groups = [{"params": matrices, "weight_decay": 0.01}, {"params": others, "weight_decay": 0.0}]
        self._optimizer = torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.98), fused=True)
        self._vocabulary = len(encoder.weights[WORDS])

    def step(self, ids: torch.Tensor, mask: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Learn one batch; its distance to the teacher."""
        down = 0.01 + 0.99 * (1 + math.cos(math.pi * self._done / self._steps)) / 2
        for group in self._optimizer.param_groups:
            group["lr"] = _FASTEST * min(1.0, self._done / _WARM_UP + 0.01) * down
        self._done += 1
        likeness = self.encoder.embed(self._spoilt(ids), mask, _DROPOUT) @ target.T
        near = 1 - likeness.diagonal().mean()
        # Two rows with the same English are no contrast to each other.
        same = (target @ target.T > 0.98).float()
        apart = functional.cross_entropy(likeness / 0.05, same / same.sum(1, keepdim=True))
        (near + 0.2 * apart).backward()
        torch.nn.utils.clip_grad_norm_(self._weights, 1.0)
        self._optimizer.step()
        self._optimizer.zero_grad(set_to_none=True)
        return near.detach()

    def _spoilt(self, ids: torch.Tensor) -> torch.Tensor:
        """Some characters unknown, and as many others taken for another."""
        chance = torch.rand(ids.shape, device=DEVICE)
        others = torch.randint(len(_SPECIAL), self._vocabulary, ids.shape, device=DEVICE)
        hit = (chance < _SPOILT) & (ids >= len(_SPECIAL))
        others = torch.where(chance < _SPOILT / 2, torch.ones_like(ids), others)
        return torch.where(hit, others, ids)


@torch.no_grad()
def taught_vectors(teacher: Path, english: list[str]) -> torch.Tensor:
    """Where the teacher places these, a row each."""
    encoder = Encoder(*bert_onnx.read(onnx.load(str(teacher / "model.onnx"))))
    tokenizer = Tokenizer.from_file(str(teacher / "tokenizer.json"))
    tokenizer.enable_truncation(2 * TOKENS_MAX)
    texts = Texts(tokenizer, english)
    rows = np.array_split(np.arange(len(english)), math.ceil(len(english) / BATCH))
    return torch.cat([encoder.embed(*texts.take(some)) for some in rows])


@torch.no_grad()
def found(encoder: Encoder, texts: Texts, target: torch.Tensor) -> float:
    """The share of held-back Mandarin whose nearest English is its own."""
    vectors = encoder.embed(*texts.take(np.arange(len(target))))
    right = (vectors @ target.T).argmax(1) == torch.arange(len(target), device=DEVICE)
    return float(right.float().mean())


def write(encoder: Encoder, tokenizer: Tokenizer, folder: Path) -> None:
    """Graph, tokenizer and facts."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = {path: weight.detach().cpu().numpy() for path, weight in encoder.weights.items()}
    onnx.save(bert_onnx.build(weights, SHAPE, half=True), str(folder / "model.onnx"))
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    sha256 = checkpoints.sha256(folder / "model.onnx")
    facts = {"onnx_sha256": sha256, "pad_id": 0, "tokens_max": TOKENS_MAX}
    (folder / "encoder.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


def learn(lesson: Lesson, texts: Texts, target: torch.Tensor, random: np.random.Generator) -> float:
    """All pairs once; how far from the teacher the last of them came."""
    away = [lesson.step(*texts.take(rows), target[rows]) for rows in batches(texts.lengths, random)]
    return float(torch.stack(away[-100:]).mean())


def main() -> None:
    """Read, teach, measure, write."""
    options = _options()
    random = np.random.default_rng(SEED)
    torch.manual_seed(SEED)
    outside, own = read_pairs(options.pairs)
    outside = [outside[i] for i in random.permutation(len(outside))]
    held, taught = outside[:HELD_BACK], outside[HELD_BACK:] + own * _OWN_REPEATS
    tokenizer = character_tokenizer([zh for _, zh in taught])
    print(f"{len(taught)} pairs, {tokenizer.get_vocab_size()} characters, on {DEVICE}", flush=True)
    vectors = taught_vectors(options.teacher, [en for en, _ in held + outside[HELD_BACK:] + own])
    held_target, target = vectors[:HELD_BACK], vectors[HELD_BACK:]
    target = torch.cat([target, *[target[-len(own) :]] * (_OWN_REPEATS - 1)])
    texts, held_texts = (Texts(tokenizer, [zh for _, zh in pairs]) for pairs in (taught, held))
    encoder = Encoder(fresh_weights(tokenizer.get_vocab_size(), target.shape[1], random), SHAPE)
    lesson = Lesson(encoder, options.epochs * sum(1 for _ in batches(texts.lengths, random)))
    started = time.monotonic()
    for epoch in range(options.epochs):
        away = learn(lesson, texts, target, random)
        right, spent = found(encoder, held_texts, held_target), time.monotonic() - started
        print(f"epoch {epoch + 1}: {away:.4f} away, right {right:.3f}, {spent:.0f} s", flush=True)
    write(encoder, tokenizer, options.out)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("teacher", type=Path)
    parser.add_argument("--epochs", type=int, default=32)
    parser.add_argument("--out", type=Path, default=checkpoints.OWN / "zh-student")
    return parser.parse_args()


if __name__ == "__main__":
    main()
