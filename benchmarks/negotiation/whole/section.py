"""The section of the report about conversations through the whole path."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from benchmarks.negotiation.metrics import MEASURES, Estimate, Row, estimate
from benchmarks.negotiation.report import TITLES_OF_MEASURES, cell, table
from benchmarks.negotiation.whole.run import Spoken

TITLE = "## Through the whole path"
_SHOWN = (
    "agreement",
    "recovery_year",
    "health_year",
    "harmonic_year",
    "harmonic",
    "kept",
    "turns",
    "own_regret",
    "true_regret",
    "violations",
)
_TITLES = TITLES_OF_MEASURES | {"own_regret": "regret, own"}
_BY_A_PERSON = frozenset({"referred", "closed"})
_MOST_FAULTS = 14


def needless(one: Spoken) -> bool:
    """Ended by the product, mostly with a person, though neither side needed it.

    They negotiate and asked for nobody, and with the engine alone the same person agrees.
    """
    ended = one.row.outcome in _BY_A_PERSON or (one.row.outcome == "unfinished" and bool(one.handovers))
    return one.conduct == "negotiates" and ended and one.engine.outcome == "agreed"


def section(spoken: Sequence[Spoken], facts: dict[str, Any]) -> str:
    """The figures as Markdown."""
    whole = [one for one in spoken if one.error is None]
    parts = [
        TITLE,
        _introduction(len(whole), facts),
        _side_by_side(whole),
        _goals(whole),
        "### How they ended\n\n" + _ends(whole),
        "### What was misheard\n\n" + _misheard(whole),
        "### By family\n\n" + _families(whole),
    ]
    failed = len(spoken) - len(whole)
    if failed:
        parts.append(f"{failed} conversations failed by the machinery and are not in the figures.")
    return "\n\n".join(parts) + "\n"


def _introduction(count: int, facts: dict[str, Any]) -> str:
    return (
        f"{count} of the same borrowers, in words: the simulated carrier, the gateway, Rasa, the actions and "
        f"the scheduler, over SMS, in English and Mandarin ({facts['command']}, {facts['day']}, "
        f"{facts['minutes']:.0f} minutes). Account, day and mind are those of the engine's arm. The borrower "
        "writes first, in the words of `simulator/borrowers/saying.py`. What they hear is told by the "
        "templates of the answer and the terms that are stored with it, whose figures the text must show too "
        "(`benchmarks/negotiation/whole/`). Rules and measures go by what was truly said. A plan that they "
        "take back after their yes counts as none, even while it stands in the books until a person has seen "
        "to it."
    )


def with_section(page: str, words: str) -> str:
    """The page with the section in the place of an earlier one, or at its end."""
    before, found, after = page.partition(TITLE + "\n")
    if not found:
        return page.rstrip("\n") + "\n\n" + words
    _, following, rest = after.partition("\n## ")
    return before + words + (f"\n## {rest}" if following else "")


def section_of(page: str) -> str | None:
    """The section of a page, if it has one."""
    _, found, after = page.partition(TITLE + "\n")
    return found + after.partition("\n## ")[0].rstrip("\n") + "\n" if found else None


def _side_by_side(spoken: Sequence[Spoken]) -> str:
    groups: list[tuple[str, Callable[[Spoken], bool]]] = [
        ("all", lambda _one: True),
        ("tuning", lambda one: not one.row.held_out),
        ("held out", lambda one: one.row.held_out),
        ("English", lambda one: one.language == "en"),
        ("Mandarin", lambda one: one.language == "zh"),
    ]
    lines = []
    for group, belongs in groups:
        picked = [one for one in spoken if belongs(one)]
        rows, engine = [one.row for one in picked], [one.engine for one in picked]
        lines.append([f"{group}: whole path ({len(picked)})", *_measures(rows)])
        lines.append([f"{group}: engine alone", *_measures(engine)])
        lines.append([f"{group}: difference", *_measures(rows, engine)])
    return table(["", *(_TITLES[name] for name in _SHOWN)], lines)


def _measures(*groups: Sequence[Row]) -> list[str]:
    return [cell(name, _known(estimate(MEASURES[name], *groups))) for name in _SHOWN]


def _known(found: Estimate) -> list[float | None]:
    values = (found.value, found.low, found.high)
    return [None if value != value else value for value in values]  # not-a-number is not itself


def _goals(spoken: Sequence[Spoken]) -> str:
    rows = [one.row for one in spoken]
    agreement, turns = (_known(estimate(MEASURES[name], rows)) for name in ("agreement", "turns"))
    broken = sum(bool(row.violations) for row in rows)
    lines = [
        ["agreement at least 90 %", cell("agreement", agreement), (agreement[0] or 0) >= 0.9],
        ["median at most 6 turns", cell("turns", turns), (turns[0] or 99) <= 6],
        ["no hard rule broken", f"{broken} conversations", not broken],
    ]
    return table(["goal", "figure", ""], [[*line[:2], "met" if line[2] else "not met"] for line in lines])


def _ends(spoken: Sequence[Spoken]) -> str:
    pairs = Tally((one.engine.outcome, one.row.outcome) for one in spoken)
    lines = [
        [told.replace("_", " "), came.replace("_", " "), str(count)]
        for (told, came), count in sorted(pairs.items(), key=lambda item: -item[1])
    ]
    called = Tally(reason for one in spoken for reason in set(one.handovers))
    need = [one for one in spoken if needless(one)]
    with_plan = sum(one.plan_recorded and one.row.outcome != "agreed" for one in spoken)
    return (
        table(["engine alone", "whole path", "conversations"], lines)
        + f"\n\nEnded with a person, or by the product itself, although no need: {len(need)} (they asked "
        "for nobody, and agree with the engine alone). A person was called, for whatever reason, in "
        f"{sum(bool(one.handovers) for one in spoken)}: {_listed(called)}. A plan stands in the books that "
        f"the borrower took back: {with_plan}."
    )


def _misheard(spoken: Sequence[Spoken]) -> str:
    total, faults = Tally[str](), Tally[str]()
    for one in spoken:
        total.update(one.counts)
        faults.update(one.faults)
    apart = [
        f"{name} {_misheard_share([one for one in spoken if one.language == language])}"
        for name, language in (("English", "en"), ("Mandarin", "zh"))
    ]
    common = [[name, str(count)] for name, count in faults.most_common(_MOST_FAULTS)]
    return (
        f"Of {_texts(spoken)} texts of borrowers {_misheard_share(spoken)} had something that was not read "
        f"as it was meant ({', '.join(apart)}): an amount, a day, a rhythm, a count, or what sort of thing "
        f"was done. {_share(total['other_terms'], total['compared'])} of {total['compared']} answers with "
        "terms had other terms than the engine has for the acts themselves; "
        f"{total['broken_off']} conversations were ended by the product where the engine had terms to show. "
        f"{total['silent']} texts were left without an answer; {total['shown_otherwise']} answers showed "
        "other terms than those that were stored.\n\n" + table(["not read", "texts"], common)
    )


def _texts(spoken: Sequence[Spoken]) -> int:
    return sum(len(one.transcript) for one in spoken)


def _misheard_share(spoken: Sequence[Spoken]) -> str:
    return _share(sum(one.counts["misheard"] for one in spoken), _texts(spoken))


def _families(spoken: Sequence[Spoken]) -> str:
    lines = []
    for name in dict.fromkeys(one.family for one in spoken):
        picked = [one for one in spoken if one.family == name]
        exists = [one for one in picked if one.row.exists]
        lines.append(
            [
                name + (" (held out)" if picked[0].row.held_out else ""),
                str(len(picked)),
                str(len(exists)),
                str(sum(bool(one.row.agreed) for one in exists)),
                str(sum(bool(one.engine.agreed) for one in exists)),
                str(sum(needless(one) for one in picked)),
                _misheard_share(picked),
            ]
        )
    head = ["family", "talks", "agreement exists", "agreed", "engine alone", "needless ends", "misheard"]
    return table(head, lines)


def _listed(tally: Tally[str]) -> str:
    found = ", ".join(f"{name.replace('_', ' ')} {count}" for name, count in tally.most_common())
    return found or "never"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def counted(lines: Iterable[str]) -> list[Spoken]:
    """The conversations of a file of results."""
    return [Spoken.of_json(line) for line in lines]
