"""A plan as a calendar file (RFC 5545) that phones and computers import.

Titles are neutral: a calendar is often seen by others. A description names the amount alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from arrears.domain.money import display
from arrears.domain.people import Language
from arrears.domain.plans import Plan
from arrears.domain.times import require_aware
from arrears.domain.wording import Catalog, phrase

_LINE_OCTETS = 75  # section 3.1: longer lines are folded
_MAKER = "PRODID:-//Plans//Plan calendar//EN"
"""Neutral as well: our product's name says what it is for."""
_ALARM = "-PT15H"
"""Before the midnight that begins the day: nine in the morning of the day before."""
_TAGS = {Language.EN: "en", Language.ZH: "zh-Hans"}


def calendar_file(
    catalog: Catalog, language: Language, plan: Plan, at: datetime, replaced: Plan | None = None
) -> str:
    """An all-day event for each payment and for the review, with an alarm on the day before.

    `at` is when the file is made. Events keep their identity, so that importing a file twice adds nothing;
    those of the plan that this one `replaced` are cancelled. Text with CRLF, for UTF-8.
    Raises: ValueError when `at` has no zone.
    """
    stamp = require_aware(at).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", _MAKER, "CALSCALE:GREGORIAN"]
    lines.append("METHOD:PUBLISH")
    if replaced is not None:
        lines += _events(catalog, language, replaced, stamp, cancelled=True)
    lines += _events(catalog, language, plan, stamp, cancelled=False)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _events(
    catalog: Catalog, language: Language, plan: Plan, stamp: str, *, cancelled: bool
) -> Iterator[str]:
    count = str(len(plan.instalments))
    for number, item in enumerate(plan.instalments, start=1):
        title = phrase(catalog, language, "calendar.payment", number=str(number), count=count)
        uid = f"{plan.id}-{number}@plans"
        yield from _event(language, uid, item.on, title, display(item.amount), stamp, cancelled)
    if plan.review_on is not None:
        title = phrase(catalog, language, "calendar.review")
        uid = f"{plan.id}-review@plans"
        yield from _event(language, uid, plan.review_on, title, None, stamp, cancelled)


def _event(
    language: Language, uid: str, on: date, title: str, about: str | None, stamp: str, cancelled: bool
) -> Iterator[str]:
    tag = f";LANGUAGE={_TAGS[language]}"
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(uid)}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{on + timedelta(days=1):%Y%m%d}"  # exclusive
    yield f"SUMMARY{tag}:{_escaped(title)}"
    if about is not None:
        yield f"DESCRIPTION:{_escaped(about)}"
    yield "TRANSP:TRANSPARENT"  # the day stays free
    yield "CLASS:PRIVATE"
    yield f"SEQUENCE:{int(cancelled)}"
    if cancelled:
        yield "STATUS:CANCELLED"
    else:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION{tag}:{_escaped(title)}")
        yield from (f"TRIGGER:{_ALARM}", "END:VALARM")
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """Section 3.3.11."""
    for plain in ("\\", ";", ","):
        text = text.replace(plain, f"\\{plain}")
    return text.replace("\r\n", "\\n").replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, no character cut in two, each but the first after a space."""
    pieces, piece, room = [], "", _LINE_OCTETS
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", _LINE_OCTETS - 1
        piece, room = piece + letter, room - size
    return "\r\n ".join([*pieces, piece])
