"""What exceeds the agent's authority: who waits, and the decision of whoever may make it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from arrears.desk import Desk
from arrears.dialogue.approving import obstacle_now
from arrears.domain.compliance.decision import Granted
from arrears.domain.ids import ApprovalId, OutreachId
from arrears.domain.roles import may_approve
from arrears.domain.times import local_date
from arrears.domain.wording import offer_words
from arrears.services import decide_approval
from arrears.services.decide_approval import (
    LONGEST_NOTE,
    DecidedAlreadyError,
    NotTheApproverError,
    OvertakenError,
    UnusableNoteError,
)
from arrears.services.dispatch_outreach import dispatch
from arrears.store.access import User
from arrears.store.views.approval_list import decided_lines, waiting_lines
from console.pages import console_of, language_of, render
from console.security import Acting, SignedIn

router = APIRouter(prefix="/approvals")


@router.get("")
def approvals(request: Request, session: SignedIn) -> Response:
    """What waits, the earliest promise first; then what was decided last."""
    desk, language = console_of(request).desk, language_of(request)
    now = desk.clock.now()
    with desk.store.read() as tx:
        lines = waiting_lines(tx)
        obstacles = {
            line.approval.id: obstacle_now(tx, line.approval, local_date(now, line.zone)) for line in lines
        }
        decided = decided_lines(tx)
    return render(
        request,
        "approvals.html",
        session,
        lines=lines,
        decided=decided,
        obstacles=obstacles,
        may_decide=lambda approval: may_approve(session.user.role, approval.asked.approver),
        terms=lambda offer: offer_words(desk.policy.catalog, language, offer),
        longest_note=LONGEST_NOTE,
    )


@router.post("/{approval_id}/approve")
def approve(
    request: Request, session: Acting, approval_id: str, note: Annotated[str, Form()] = ""
) -> Response:
    """The offer is on the table, in this user's name."""
    return _decided(request, decide_approval.approve, approval_id, session.user, note, "approval_approved")


@router.post("/{approval_id}/decline")
def decline(
    request: Request, session: Acting, approval_id: str, note: Annotated[str, Form()] = ""
) -> Response:
    """The borrower hears that it cannot be agreed."""
    return _decided(request, decide_approval.decline, approval_id, session.user, note, "approval_declined")


type Deciding = Callable[[Desk, ApprovalId, User, str], OutreachId | None]


def _decided(
    request: Request, decide: Deciding, approval_id: str, user: User, note: str, done: str
) -> Response:
    """The decision, and the contact that tells it; what stood in the way is said either way."""
    console = console_of(request)
    try:
        told = decide(console.desk, ApprovalId(approval_id), user, note)
    except LookupError:
        raise HTTPException(404) from None
    except NotTheApproverError:
        return _back("not_the_approver")
    except DecidedAlreadyError:
        return _back("decided_already")
    except OvertakenError:
        return _back("approval_overtaken")
    except UnusableNoteError:
        return _back("approval_note")
    sent = told is not None and isinstance(dispatch(console.desk, console.messengers, told), Granted)
    return _back(done if sent else "approval_unsent")


def _back(notice: str) -> Response:
    return RedirectResponse(f"/approvals?notice={notice}", 303)
