"""One case: may its owner be contacted now, why, why not and until when; and every decision so far."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from arrears.domain.compliance.decision import Deferred, Granted
from arrears.domain.ids import CaseId
from arrears.services.ask_compliance import Ruling, rulings_now
from arrears.store import cases, people
from arrears.store.views.case_rulings import case_rulings
from arrears.store.views.case_talks import case_talks
from arrears.store.views.statuses import standing_of
from console.pages import console_of, render
from console.security import SignedIn

router = APIRouter()


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
        with desk.store.read() as tx:
            case = cases.load_case(tx, CaseId(case_id))
            person = people.load_person(tx, case.owner_id)
            past = case_rulings(tx, case.id)
            talks = case_talks(tx, case.id)
            standing = tuple(e for e in standing_of(tx, [person.id]) if e.case_id in (None, case.id))
        now, asked = rulings_now(desk, case.id)
    except LookupError:
        raise HTTPException(404) from None
    return render(
        request,
        "case.html",
        session,
        case=case,
        person=person,
        zone=next(iter(person.zones), "UTC"),
        now=now,
        asked=[(ruling, _until(ruling)) for ruling in asked],
        past=past,
        talks=talks,
        standing=standing,
    )


def _until(ruling: Ruling) -> dict[str, object]:
    """The outcome as the templates name it, and its instant."""
    decision = ruling.decision
    return {
        "outcome": type(decision).__name__.lower(),
        "until": decision.until if isinstance(decision, Deferred) else None,
        "valid_until": decision.valid_until if isinstance(decision, Granted) else None,
    }
