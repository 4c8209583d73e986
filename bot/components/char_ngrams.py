"""Character n-gram TF-IDF: the encoder that needs no weights, used for Mandarin by default."""

from __future__ import annotations

import json
import math
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from components.text import fold_numbers

_FILE = "ngrams.json"


class CharNgrams:
    """Unit-length vectors of the n-grams seen in training, n = 1 and 2, with the ends of the text marked."""

    longest = 2

    def __init__(self, idf: dict[str, float]) -> None:
        """Take each known n-gram's inverse document frequency; columns follow its order."""
        self._idf = idf
        self._columns = {gram: i for i, gram in enumerate(idf)}

    @classmethod
    def fit(cls, texts: list[str]) -> CharNgrams:
        """The encoder of the n-grams in `texts`."""
        seen: Counter[str] = Counter()
        for text in texts:
            seen.update(set(_ngrams(text, cls.longest)))
        total = 1 + len(texts)
        return cls({gram: math.log(total / (1 + seen[gram])) + 1 for gram in sorted(seen)})

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
            (np.asarray(values, dtype=np.float64), columns, ends), shape=(len(texts), len(self._idf))
        )

    def _weights(self, text: str) -> dict[int, float]:
        counts = Counter(g for g in _ngrams(text, self.longest) if g in self._columns)
        return {self._columns[g]: (1 + math.log(n)) * self._idf[g] for g, n in counts.items()}

    def save(self, folder: Path) -> None:
        """Write the vocabulary as JSON."""
        (folder / _FILE).write_text(json.dumps(self._idf, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> CharNgrams:
        """What `save` wrote."""
        return cls(json.loads((folder / _FILE).read_text(encoding="utf-8")))


def _ngrams(text: str, longest: int) -> list[str]:
    marked = f"^{fold_numbers(text)}$"
    return [marked[i : i + n] for n in range(1, longest + 1) for i in range(len(marked) - n + 1)]
