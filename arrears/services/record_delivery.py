"""Move an outreach along its arcs when the carrier reports; duplicates and disorder change nothing."""

from __future__ import annotations

import logging

from arrears.desk import Desk
from arrears.domain.ids import OutreachId
from arrears.domain.outreach import UnknownCarrierStatusError, after_carrier_status
from arrears.store import outreach as outreach_rows
from arrears.store import people
from arrears.store.evidence import append_evidence

log = logging.getLogger(__name__)


def record_delivery(
    desk: Desk,
    outreach_id: OutreachId,
    status: str,
    *,
    provider_ref: str | None = None,
    error_code: str | None = None,
) -> bool:
    """Whether the report changed anything. An unknown outreach or status is an alarm in the log."""
    with desk.store.write() as tx:
        try:
            person_id = outreach_rows.load(tx, outreach_id).person_id
            people.lock_person(tx, person_id)
            row = outreach_rows.load(tx, outreach_id)
            state = after_carrier_status(row.state, status)
        except LookupError:
            log.error("delivery_of_unknown_outreach")
            return False
        except UnknownCarrierStatusError:
            log.error("delivery_status_unknown", extra={"outreach_id": outreach_id})
            return False
        if state is row.state:
            return False
        outreach_rows.move(tx, row.id, state, provider_ref=provider_ref, error_code=error_code)
        payload = {"outreach": row.id, "state": state, "error": error_code}
        append_evidence(tx, row.case_id, "delivery", payload, desk.clock.now())
    return True
