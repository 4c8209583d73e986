"""TF-IDF of n-grams: a field's own words, which no pretrained encoder knows, at next to no cost."""

from __future__ import annotations

import json
import math
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from components.text import fold_numbers

_FILE = "ngrams.json"
_SIZES = {"en": (2, 3, 4), "zh": (1, 2, 3)}  # of characters; English also has words and pairs of them


class Ngrams:
    """Unit-length vectors of the n-grams seen in training, with the ends of the text marked."""

    def __init__(self, language: str, idf: dict[str, float]) -> None:
        """Take each known n-gram's inverse document frequency; columns follow its order."""
        self._language, self._idf = language, idf
        self._columns = {gram: i for i, gram in enumerate(idf)}

    @classmethod
    def fit(cls, language: str, texts: list[str], rarest: int = 2, most: int = 15_000) -> Ngrams:
        """The most frequent n-grams that `rarest` or more texts have, of the kinds of `language`, en or zh.

        Training holds some twenty tables of n-grams by intents at once, so that their number is its memory.
        """
        seen: Counter[str] = Counter()
        for text in texts:
            seen.update(set(ngrams(language, text)))
        total = 1 + len(texts)
        frequent = sorted((-n, gram) for gram, n in seen.items() if n >= rarest)
        kept = sorted(gram for _, gram in frequent[:most])
        return cls(language, {gram: math.log(total / (1 + seen[gram])) + 1 for gram in kept})

    def embed(self, texts: list[str]) -> csr_matrix:
        """One sparse row a text."""
        values: list[float] = []
        columns: list[int] = []
        ends = [0]
        for text in texts:
            weights = self._weights(text)
            norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
            columns.extend(weights)
            values.extend(w / norm for w in weights.values())
            ends.append(len(columns))
        return csr_matrix(
            (np.asarray(values, dtype=np.float32), columns, ends), shape=(len(texts), len(self._idf))
        )

    def _weights(self, text: str) -> dict[int, float]:
        counts = Counter(g for g in ngrams(self._language, text) if g in self._columns)
        return {self._columns[g]: (1 + math.log(n)) * self._idf[g] for g, n in counts.items()}

    def save(self, folder: Path) -> None:
        """Write the vocabulary as JSON."""
        facts = {"language": self._language, "idf": self._idf}
        (folder / _FILE).write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Ngrams:
        """What `save` wrote."""
        return cls(**json.loads((folder / _FILE).read_text(encoding="utf-8")))


def ngrams(language: str, text: str) -> list[str]:
    """Every n-gram of the folded text; digits are read as zeros."""
    plain = fold_numbers(text)
    if language == "zh":
        marked = f"^{plain}$"
        return [marked[i : i + n] for n in _SIZES["zh"] for i in range(len(marked) - n + 1)]
    words = plain.split()
    found = [f"{word}_" for word in words] + [
        f"{a} {b}_" for a, b in zip(["^", *words], [*words, "$"], strict=True)
    ]
    for word in words:
        marked = f" {word} "
        found += [marked[i : i + n] for n in _SIZES["en"] for i in range(len(marked) - n + 1)]
    return found
