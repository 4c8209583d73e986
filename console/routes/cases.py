"""One case: may its owner be contacted now, why, why not and until when; and every decision so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from arrears.domain.compliance.decision import (
    Decision,
    Deferred,
    Duty,
    Finding,
    Granted,
    Referred,
    Refused,
    Verdict,
)
from arrears.domain.ids import CaseId
from arrears.domain.people import Person
from arrears.services.ask_compliance import Ruling, rulings_now
from arrears.store import cases, consents, people
from arrears.store.views.call_lines import calls_of_case
from arrears.store.views.case_rulings import case_rulings
from arrears.store.views.case_talks import case_talks
from arrears.store.views.statuses import standing_of
from console.pages import console_of, render
from console.security import SignedIn

router = APIRouter()

_DECIDES = {Refused: Verdict.DENY, Deferred: Verdict.DEFER, Referred: Verdict.REFER}
"""Which findings made the answer what it is; leave needs no reason beside the rules that gave it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is told of one sort of contact, the answer before its reasons."""

    ruling: Ruling
    outcome: str
    until: datetime | None  # of a deferral: the first lawful instant; of leave: its end
    because: tuple[Finding, ...]  # what decided it, each reason once
    duties: tuple[Duty, ...]  # what comes with leave


@router.get("/cases")
def find_case(request: Request, session: SignedIn, find: str = "") -> Response:
    """To the case with this id or loan number; else the form, which says that there is none."""
    with console_of(request).desk.store.read() as tx:
        found = cases.find_case_anywhere(tx, find.strip()) if find.strip() else None
    if found is not None:
        return RedirectResponse(f"/cases/{found.id}", 303)
    return render(request, "find_case.html", session, find=find.strip())


@router.get("/cases/{case_id}")
def case_page(request: Request, session: SignedIn, case_id: str) -> Response:
    """Why and why not, in the reader's language."""
    desk = console_of(request).desk
    try:
        now, asked = rulings_now(desk, CaseId(case_id))
        with desk.store.read() as tx:
            case = cases.load_case(tx, CaseId(case_id))
            person = people.load_person(tx, case.owner_id)
            shown: dict[str, Any] = {
                "past": case_rulings(tx, case.id),
                "talks": case_talks(tx, case.id),
                "phoned": calls_of_case(tx, case.id),
                "standing": [e for e in standing_of(tx, [person.id]) if e.case_id in (None, case.id)],
                "consents": consents.consents_of(tx, person.id),
                "hours": consents.inconvenient_hours_of(tx, person.id),
            }
    except LookupError:
        raise HTTPException(404) from None
    points = {ruling.point.id: ruling.point.address for ruling in asked}
    answers = [(address, _of(asked, point)) for point, address in points.items()]
    shown |= {"answers": answers, "addresses": points, "zones": _zones(person, asked)}
    return render(request, "case.html", session, case=case, person=person, now=now, **shown)


def _of(asked: tuple[Ruling, ...], point_id: str) -> list[Answer]:
    return [answered(ruling) for ruling in asked if ruling.point.id == point_id]


def answered(ruling: Ruling) -> Answer:
    """The answer with the reasons that decided it."""
    decision = ruling.decision
    return Answer(
        ruling=ruling,
        outcome=type(decision).__name__.lower(),
        until=_until(decision),
        because=_because(decision),
        duties=_duties(decision),
    )


def _until(decision: Decision) -> datetime | None:
    match decision:
        case Deferred():
            return decision.until
        case Granted():
            return decision.valid_until
        case _:
            return None


def _duties(decision: Decision) -> tuple[Duty, ...]:
    if not isinstance(decision, Granted):
        return ()
    return tuple(dict.fromkeys(requirement.duty for requirement in decision.requires))


def _because(decision: Decision) -> tuple[Finding, ...]:
    """What decided it, each reason once; of a deferral, one after another as they end."""
    verdict = _DECIDES.get(type(decision))
    found = {(f.reason, f.used, f.until): f for f in decision.findings if f.verdict is verdict}
    return tuple(sorted(found.values(), key=lambda f: 0.0 if f.until is None else f.until.timestamp()))


def _zones(person: Person, asked: tuple[Ruling, ...]) -> list[str]:
    """Every zone the person may be in, the one of their calendar first; none when nothing is known."""
    return list(dict.fromkeys((*person.zones, *(zone for ruling in asked for zone in ruling.point.zones))))
