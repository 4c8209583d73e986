"""Move a call along its arcs as the carrier reports; what became of it is the outcome of its contact."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta

from arrears.desk import Desk
from arrears.domain.calls import (
    CALL_LONGEST,
    RING_SECONDS,
    CallReport,
    CallState,
    Ending,
    UnknownCallStatusError,
    answered_by_of,
    call_id_for,
)
from arrears.domain.ids import CallId, OutreachId
from arrears.phone.calling import kept, locked_call, outbound_call, reported
from arrears.store import calls

log = logging.getLogger(__name__)

SILENT_AFTER = CALL_LONGEST + timedelta(seconds=RING_SECONDS) + timedelta(minutes=5)
"""A call that has not ended, and of which nothing was heard for so long (machine time), is over."""


def record_call_status(
    desk: Desk, outreach_id: OutreachId | None, carrier_ref: str, status: str, *, answered_by: str = ""
) -> bool:
    """Whether the report changed anything; duplicates and disorder do not.

    Without an outreach the call is one that somebody made to us. A call or status that nobody knows is an
    alarm in the log.
    """
    try:
        with desk.store.write() as tx:
            if outreach_id is None:
                call = locked_call(tx, call_id_for(carrier_ref))
            else:
                call = outbound_call(tx, desk, outreach_id, carrier_ref)
            report = CallReport(status, desk.clock.now(), answered_by_of(answered_by))
            return reported(tx, desk, call, report) != call
    except LookupError:
        log.error("status_of_unknown_call")
    except UnknownCallStatusError:
        log.error("call_status_unknown", extra={"call_id": call_id_for(carrier_ref)})
    return False


def hang_up(desk: Desk, call_id: CallId) -> None:
    """We have ended the call; the carrier's own report may come before or after. Raises: LookupError."""
    with desk.store.write() as tx:
        call = locked_call(tx, call_id)
        reported(tx, desk, call, CallReport(Ending.COMPLETED, desk.clock.now()))


def end_silent_calls(desk: Desk) -> int:
    """Close calls whose end was never reported; a report that comes yet says what became of them."""
    with desk.store.read() as tx:
        silent = calls.silent(tx, desk.machine_clock.now() - SILENT_AFTER)
    return sum(_lost(desk, call_id) for call_id in silent)


def _lost(desk: Desk, call_id: CallId) -> bool:
    with desk.store.write() as tx:
        call = locked_call(tx, call_id)
        # The report may have come while we waited for the person.
        if call.state is CallState.ENDED:
            return False
        over = replace(call, state=CallState.ENDED, ending=Ending.LOST, ended_at=desk.clock.now())
        kept(tx, desk, call, over)
    return True
