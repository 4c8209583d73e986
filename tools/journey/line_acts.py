"""The turns of a scenario that need a telephone: calls, keys, interruptions, silence, a line that is cut."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from tools.journey.accounts import phone_number
from tools.journey.fields import Faults, Fields, flag, span
from tools.journey.scenario import Act

ANSWERED_BY = {
    "human": "by_hand", "person": "by_hand", "machine": "machine_end_beep", "voicemail": "machine_end_beep",
    "fax": "fax", "nobody": "no-answer", "no-answer": "no-answer", "no_answer": "no-answer", "busy": "busy",
    "declined": "declined", "failed": "failed", "unknown": "unknown",
}  # fmt: skip
"""What takes a call of ours, and the simulator's word for it."""

CALLS = {"inbound": "inbound", "in": "inbound", "outbound": "outbound", "out": "outbound"}
LONGEST_SILENCE = timedelta(minutes=2)
_DEFAULT_AFTER = 20
_KEYS = re.compile(r"[0-9*#]{1,64}")


def read_span(one: Fields) -> timedelta:
    """The time that passes before the turn; of an interruption `after` are characters, read elsewhere."""
    if one.has("interrupt", "barge_in"):
        return timedelta()
    found: timedelta = one.span(timedelta(), "after", "delay")
    return found


def _called(one: Fields, act: Act) -> Act:
    written = one.choice(CALLS, "inbound", "call", "calls")
    caller = one.read(phone_number, "write the number with its country code", None, "from", "number")
    if caller is not None and written == "outbound":
        one.faults.note((*one.path, "from"), "our calls go to the account's phone; leave it out")
    return replace(act, call=written, caller=caller)


def _taken(one: Fields, act: Act) -> Act:
    by = one.read(_taker, f"write one of {', '.join(ANSWERED_BY)}", "by_hand", "answered_by", "answers")
    return replace(act, call="outbound") if by == "by_hand" else replace(act, answered_by=by)


def _taker(word: str) -> str:
    if word.casefold() not in ANSWERED_BY:
        raise ValueError
    return ANSWERED_BY[word.casefold()]


def _pressed(one: Fields, act: Act) -> Act:
    remedy = 'write keys in quotes, such as "0" or "4421#"'
    return replace(act, press=one.read(_keys, remedy, "", "press", "keys", "dtmf"))


def _keys(written: str) -> str:
    if not _KEYS.fullmatch(written):
        raise ValueError
    return written


def _interrupted(one: Fields, act: Act) -> Act:
    text = one.text("", "interrupt", "barge_in")
    if not text.strip():
        one.faults.note((*one.path, "interrupt"), "write what is said into the agent's words")
    remedy = "write how many characters of the agent's words are heard before, such as 40"
    return replace(act, interrupt=text, after_chars=one.read(_count, remedy, _DEFAULT_AFTER, "after"))


def _count(written: str) -> int:
    number = int(written)
    if number < 0:
        raise ValueError
    return number


def _silent(one: Fields, act: Act) -> Act:
    spell = one.read(span, "write a span such as 20s", timedelta(), "silence")
    if spell > LONGEST_SILENCE:
        one.faults.note((*one.path, "silence"), "two minutes at most: silence on a call passes in real time")
    return replace(act, silence=spell)


def _dropped(one: Fields, act: Act) -> Act:
    return replace(act, drop=one.read(_yes, "write true: the line is cut", True, "drop"))


def _hung_up(one: Fields, act: Act) -> Act:
    remedy = "write true: the borrower hangs up"
    return replace(act, hang_up=one.read(_yes, remedy, True, "hang_up", "hangup"))


def _yes(written: str) -> bool:
    if not flag(written):
        raise ValueError
    return True


READERS = {
    "call": (lambda one: one.has("call", "calls"), _called),
    "answered_by": (lambda one: one.has("answered_by", "answers"), _taken),
    "press": (lambda one: one.has("press", "keys", "dtmf"), _pressed),
    "interrupt": (lambda one: one.has("interrupt", "barge_in"), _interrupted),
    "silence": (lambda one: one.has("silence"), _silent),
    "drop": (lambda one: one.has("drop"), _dropped),
    "hang_up": (lambda one: one.has("hang_up", "hangup"), _hung_up),
}


def check_lines(acts: Iterable[Act], name: str, channel: str, faults: Faults) -> None:
    """Note the turns that need a call where there can be none."""
    on_the_phone = channel == "voice"
    for place, act in enumerate(acts):
        on_the_phone = on_the_phone or act.call is not None
        if not on_the_phone and (act.on_the_line or act.channel == "voice"):
            remedy = "nobody is on the phone: write channel: voice, or a call turn before it"
            faults.note((name, place), remedy)
