"""The turns of a scenario: what the borrower writes, pays and waits for, and what a supervisor does."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tools.journey import line_acts
from tools.journey.fields import ABSENT, Fields, flag
from tools.journey.scenario import Act

SUPERVISOR = {
    "claim": "claim", "take_over": "claim", "say": "say", "reply": "say", "write": "say",
    "release": "release", "resolve": "release", "hand_back": "release", "approve": "approve",
    "decline": "decline",
}  # fmt: skip
"""What a supervisor can do; the words beside it are a text to say, or a note."""

TURNS = ("turns", "borrower_turns", "messages", "script")
"""The names of the list of turns."""

_TEXT = ("text", "say", "borrower", "user", "message", "content")
_REMEDY = (
    "write a text, or one of text, pay, bounce, wait or supervisor, or on the phone of call, answered_by, "
    "press, interrupt, silence, drop or hang_up"
)


def read_acts(fields: Fields, channels: dict[str, str]) -> tuple[Act, ...]:
    """Every turn, in order."""
    name = fields.name_used(*TURNS)
    written = fields.get(*TURNS)
    if isinstance(written, str):
        written = [written]
    if not isinstance(written, list) or not written:
        fields.faults.note((name,), "write a list of what the borrower says; `--example` prints one")
        return ()
    return tuple(_act(item, (name, place), fields, channels) for place, item in enumerate(written))


def _act(item: Any, path: tuple[str | int, ...], fields: Fields, channels: dict[str, str]) -> Act:
    if isinstance(item, str):
        if not item.strip():
            fields.faults.note(path, _REMEDY)
        return Act(text=item)
    one = Fields(item, path, fields.faults)
    act = Act(
        after=line_acts.read_span(one),
        channel=one.choice(channels, "", "channel") or None,
    )
    kinds = [kind for kind, read in _READERS.items() if read[0](one)]
    if len(kinds) != 1:
        fields.faults.note(path, _REMEDY if not kinds else f"{' and '.join(kinds)} are two turns; write both")
        return act
    act = _READERS[kinds[0]][1](one, act)
    one.finish(also=("speaker", "role", "note", "comment"))
    return act


def _said(one: Fields, act: Act) -> Act:
    return replace(act, text=one.text("", *_TEXT))


def _paid(one: Fields, act: Act) -> Act:
    return replace(act, pay=one.amount(None, "pay", "payment", "paid"), pay_on=one.day(None, "on", "paid_on"))


def _bounced(one: Fields, act: Act) -> Act:
    return replace(
        act, bounce=one.read(_last, "write last: the payment before it", True, "bounce", "reverse")
    )


def _last(written: str) -> bool:
    return written == "last" or flag(written)


def _waited(one: Fields, act: Act) -> Act:
    """A span, or a day that is waited for."""
    written = one.get("wait", "until")
    if isinstance(written, str) and written[:4].isdigit() and "-" in written:
        return replace(act, wait_until=one.day(None, "wait", "until"))
    return replace(act, wait=one.span(None, "wait", "until"))


def _supervised(one: Fields, act: Act) -> Act:
    written = one.get("supervisor")
    if isinstance(written, dict) and len(written) == 1:
        ((verb, words),) = written.items()
    else:
        verb, words = written, ""
    if not isinstance(verb, str) or verb not in SUPERVISOR:
        known = ", ".join(dict.fromkeys(SUPERVISOR.values()))
        one.faults.note((*one.path, "supervisor"), f"write one of {known}")
        return act
    note = words if isinstance(words, str) and words.casefold() not in (*ABSENT, "true", "yes") else ""
    if SUPERVISOR[verb] == "say" and not note:
        one.faults.note((*one.path, "supervisor"), "write what the supervisor says: {say: a text}")
    return replace(act, supervisor=SUPERVISOR[verb], words=note)


_READERS = {
    "text": (lambda one: one.has(*_TEXT), _said),
    "pay": (lambda one: one.has("pay", "payment", "paid"), _paid),
    "bounce": (lambda one: one.has("bounce", "reverse"), _bounced),
    "wait": (lambda one: one.has("wait", "until"), _waited),
    "supervisor": (lambda one: one.has("supervisor"), _supervised),
    **line_acts.READERS,
}
