"""The figures as a report in Markdown. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

GOALS = {1: "p50 ≤ 100, p95 ≤ 250", 5: "", 20: "p95 ≤ 600"}
WAYS = {"relay": "ConversationRelay", "gather": "`<Gather>`"}

_SHOWN = ("p50", "p95", "p99", "max")

_HELD = {
    "a word of the caller's": "every utterance is in the transcript, once and in order",
    "heard as it is written": "what the transcript says was heard was heard",
    "nothing unwritten": "every sentence heard is in the transcript, or a courtesy",
    "nothing before the proof": "no word of a debt before the proof",
    "counted once": "each call counts once",
    "ended": "no call is stuck, nothing is left undone",
    "a token once": "no token opens two lines",
}


def markdown(found: dict[str, Any]) -> str:
    """The whole report; parts that were not measured are left out."""
    parts = ["# How long callers wait, and whether a call can be broken", ""]
    parts += ["Written by `make bench-phone`. Milliseconds, nearest rank.", ""]
    if "waits" in found:
        parts += _waits(found["waits"])
    if "waits_postgresql" in found:
        parts += ["## On PostgreSQL", "", *_table(found["waits_postgresql"]["levels"]), ""]
    if "storm" in found:
        parts += _storm(found["storm"])
    return "\n".join(parts).rstrip() + "\n"


def _waits(waits: dict[str, Any]) -> list[str]:
    machine = waits["machine"]
    return [
        "## From the end of the caller's words to the first of the answer",
        "",
        "Taken at the carrier: from the final prompt sent to the first token received, and for `<Gather>` "
        f"from the request to its document. {machine['cores']} cores, {machine['kind']}, "
        f"{machine['database']}, every process and the carrier beside each other; load "
        f"{machine['load_1min']} before. Whole calls of eight turns, English and Mandarin in turn: proof in "
        "two steps, what is owed, too small a proposal, a fair one, yes. An answer that was announced by a "
        "filler counts until its own first word.",
        "",
        *_table(waits["levels"]),
        "",
        "*Engine alone*: Rasa and the action server, the same turns, answers kept; *echo*: the same carrier "
        "before a relay that answers without thinking.",
        "",
        "![Waits by calls at once](phone/waits.svg)",
        "",
        f"Memory, MiB: {', '.join(f'{name} {mib}' for name, mib in waits['rss_mib'].items())}.",
        "",
    ]


def _table(levels: dict[str, dict[str, Any]]) -> list[str]:
    heads = [
        "way",
        "calls at once",
        "turns",
        "p50",
        "p95",
        "p99",
        "longest",
        "en p50",
        "zh p50",
        "fillers",
        "given up",
    ]
    heads += ["engine alone p50 / p95", "echo p50 / p95", "load", "goal"]
    rows = [_row(heads), _row(["---"] * 2 + ["---:"] * 11 + ["---:", "---"])]
    for name, level in levels.items():
        way, _, lanes = name.partition("-")
        answer, languages = level["answer_ms"], level["by_language"]
        cells = [
            WAYS[way],
            lanes,
            level["turns"],
            *(answer.get(key, "") for key in _SHOWN),
        ]
        cells += [languages[each].get("p50", "") for each in ("en", "zh")]
        cells += [
            level["fillers"],
            level["given_up"],
            _pair(level["bound_engine_ms"]),
            _pair(level.get("bound_echo_ms", {})),
        ]
        rows.append(_row([*cells, level["load_1min"], GOALS[int(lanes)]]))
    return rows


def _storm(storm: dict[str, Any]) -> list[str]:
    happened = ", ".join(f"{what} {times}" for what, times in storm["happened"].items())
    rows = [_row(["what must be true", "violations"]), _row(["---", "---:"])]
    rows += [_row([words, len(storm["wrong"][key])]) for key, words in _HELD.items()]
    replays = storm["replays_refused"]
    rows.append(_row(["a line refused to a used token", f"{replays['refused']} of {replays['tried']}"]))
    return [
        "## Calls on which much goes wrong",
        "",
        f"{storm['calls']} calls, {storm['own_calls']} of them made by the product, "
        f"{storm.get('lanes', 12)} at once, seed {storm['seed']}: {storm['utterances']} utterances, "
        f"{storm['answers']} answers of which {storm['cut_short']} were cut short, {storm['lines']} lines of "
        f"the relay, {storm['resumed']} calls taken up again after a cut, {storm['without_relay']} that "
        "ended without the relay. Of all webhooks "
        f"{100 * storm['shares']['webhook_duplicates']:.0f} % came twice, and status reports out of order. "
        f"{storm['seconds'] / 60:.0f} minutes.",
        "",
        f"Done to them: {happened}.",
        "",
        *rows,
        "",
    ]


def _pair(found: dict[str, Any]) -> str:
    return f"{found['p50']} / {found['p95']}" if found.get("n") else "–"


def _row(cells: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"
