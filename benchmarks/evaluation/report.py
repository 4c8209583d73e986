"""The report as a page of Markdown."""

from __future__ import annotations

from typing import Any

from benchmarks.evaluation.entities import Count, Scores

NAMES = {"en": "English", "zh": "Mandarin"}
_TERMS = ("date", "amount", "percent", "instalment_count", "frequency")


def page(facts: dict[str, Any], entities: dict[str, Scores], command: str, machine: str) -> str:
    """The whole report."""
    languages = facts["languages"]
    parts = [
        "# How well borrowers are understood",
        f"Written by `{command}` on {machine}. The held-out turns (`nlu_data/heldout/`) were written by "
        "other hands than the training examples and were never trained or tuned on.",
        _summary(languages, entities, facts["model_bytes"]),
        "![F1 of each intent](understanding/intents.svg)",
        "## Safety intents\n\n" + _safety(languages),
        "## Several intents in one turn\n\n" + _several(languages),
        "## Entities\n\n" + _entities(entities),
        "## Calibration\n\n![How often a confidence is right](understanding/calibration.svg)",
        "## Most mistaken for another\n\n" + _confusions(languages),
        "## Every intent\n\n" + _intents(languages),
    ]
    return "\n\n".join(parts) + "\n"


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _summary(languages: dict[str, Any], entities: dict[str, Scores], model_bytes: int) -> str:
    rows = []
    for key, title in (("turns", "turns of one intent"), ("accuracy", "accuracy"), ("macro_f1", "macro-F1")):
        values = [languages[name][key] for name in NAMES]
        rows.append([title, *(str(v) if isinstance(v, int) else _percent(v) for v in values)])
    rows.append(["set of intents exact", *(_percent(languages[name]["exact_sets"]) for name in NAMES)])
    pooled = [_pooled_safety(languages[name]) for name in NAMES]
    rows.append(
        [
            "safety intents heard",
            *(f"{heard} of {meant} ({_percent(heard / meant)})" for heard, meant, _ in pooled),
        ]
    )
    terms = [entities[name].pooled(*_TERMS[:2]) for name in NAMES]
    rows.append(
        ["dates and amounts exact", *(f"{c.exact} of {c.labelled} ({_percent(_share(c))})" for c in terms)]
    )
    rows.append(
        [
            "dates and amounts silently wrong",
            *(f"{c.wrong} ({_percent(c.wrong / c.labelled)})" for c in terms),
        ]
    )
    rows.append(["said with a doubt; not labelled", *(f"{c.unsure}; {c.astray}" for c in terms)])
    scope = [languages[name]["out_of_scope"] for name in NAMES]
    rows.append(["out of scope found", *(_percent(s["recall"]) for s in scope)])
    rows.append(["in scope, turned away", *(_percent(s["turned_away"]) for s in scope)])
    rows.append(
        ["calibration error", *(f"{languages[name]['calibration']['expected_error']:.3f}" for name in NAMES)]
    )
    times = [languages[name]["milliseconds"] for name in NAMES]
    rows.append(["one turn, one thread, p50 / p95", *(f"{t['p50']:.1f} / {t['p95']:.1f} ms" for t in times)])
    size = f"The model file has {model_bytes / 1e6:.1f} MB."
    return _table(["", *NAMES.values()], rows) + "\n\n" + size


def _share(count: Count) -> float:
    return count.exact / count.labelled if count.labelled else 0.0


def _pooled_safety(figures: dict[str, Any]) -> tuple[int, int, int]:
    rows = figures["safety"].values()
    heard, meant, wrongly = (sum(row[key] for row in rows) for key in ("heard", "meant", "wrongly"))
    return heard, meant, wrongly


def _safety(languages: dict[str, Any]) -> str:
    rows = []
    for intent in languages["en"]["safety"]:
        cells = [languages[name]["safety"][intent] for name in NAMES]
        rows.append([intent, *(f"{c['heard']} of {c['meant']}, wrongly {c['wrongly']}" for c in cells)])
    return _table(["intent", *NAMES.values()], rows)


def _several(languages: dict[str, Any]) -> str:
    titles = {"exact_sets": "set exact", "all_heard": "all heard", "led_rightly": "the right one in the lead"}
    rows = [["turns", *(str(languages[name]["several"]["turns"]) for name in NAMES)]]
    for key, title in titles.items():
        rows.append([title, *(_percent(languages[name]["several"][key]) for name in NAMES)])
    return _table(["", *NAMES.values()], rows)


def _entities(entities: dict[str, Scores]) -> str:
    kinds = sorted({kind for one in entities.values() for kind in one.kinds})
    rows = []
    for kind in kinds:
        counts = [entities[name].of(kind) for name in NAMES]
        rows.append([kind, *(f"{c.exact} of {c.labelled}, wrong {c.wrong}" for c in counts)])
    turns = ", ".join(f"{scores.turns} turns in {NAMES[name]}" for name, scores in entities.items())
    return f"Exact values; *wrong* is said with certainty and not labelled. {turns}.\n\n" + _table(
        ["entity", *NAMES.values()], rows
    )


def _confusions(languages: dict[str, Any]) -> str:
    columns = [languages[name]["confusions"][:12] for name in NAMES]
    rows = []
    for place in range(max(map(len, columns))):
        rows.append([f"{c[place][0]} ({c[place][1]})" if place < len(c) else "" for c in columns])
    return _table(list(NAMES.values()), rows)


def _intents(languages: dict[str, Any]) -> str:
    rows = []
    for intent in languages["en"]["intents"]:
        cells = []
        for name in NAMES:
            f = languages[name]["intents"].get(intent)
            cells.append(
                ""
                if f is None
                else f"{f['precision']:.2f} / {f['recall']:.2f} / {f['f1']:.2f} ({f['turns']})"
            )
        rows.append([intent, *cells])
    return "Precision / recall / F1 (turns).\n\n" + _table(["intent", *NAMES.values()], rows)
