"""What a program that drives the processes reads: a case whole, and what is still under way."""

# No postponed annotations here: FastAPI reads them, and they name the application of the closure.

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException

from arrears.adapters.case_documents import case_document
from arrears.bootstrap import App
from arrears.store.views.case_state import find_case_state
from arrears.store.views.underway import underway
from gateway.keys import needs


def routes(app: App) -> APIRouter:
    """The state of a case with its transcript, and what the processes have before them."""
    router = APIRouter(prefix="/api/v1")

    @router.get("/cases/{reference}/state", dependencies=[Depends(needs(app, "transcripts:read"))])
    def get_state(
        reference: str, _caller: Annotated[str, Depends(needs(app, "cases:read"))]
    ) -> dict[str, Any]:
        """Transcript, plans, offers, approvals, statuses, consents, ledger and contacts of one case."""
        with app.desk.store.read() as tx:
            state = find_case_state(tx, reference, app.desk.clock.now())
        if state is None:
            raise HTTPException(404, "no single case has this reference")
        return case_document(state)

    @router.get("/underway")
    def get_underway(_caller: Annotated[str, Depends(needs(app, "reports:read"))]) -> dict[str, Any]:
        """Open messages, contacts that are due, and the instant for which each tick last ended."""
        now, machine_now = app.desk.clock.now(), app.desk.machine_clock.now()
        with app.desk.store.read() as tx:
            return {"now": now, **asdict(underway(tx, now, machine_now))}

    return router
