"""The sample portfolio, and the people in it whom nothing keeps us from talking with."""

from __future__ import annotations

import csv
from collections import Counter
from itertools import chain

from tools.rasa import ROOT

SAMPLE = ROOT / "policy" / "sample" / "portfolio.csv"

_WANTED = {
    "country": "US",
    "relationship": "first_party",
    "sms_consent": "yes",
    "line_type": "mobile",
    "statuses": "",
}


def sample_rows() -> list[dict[str, str]]:
    """The rows of the portfolio."""
    with SAMPLE.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def speakers(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """People in the United States who may be texted about their one loan, English and Mandarin in turn."""
    loans = Counter(row["owner_ref"] for row in rows)
    alone = [row for row in rows if loans[row["owner_ref"]] == 1 and _WANTED.items() <= row.items()]
    by_language = [[row for row in alone if row["language"] == language] for language in ("en", "zh")]
    return list(chain.from_iterable(zip(*by_language, strict=False)))
