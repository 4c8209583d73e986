"""How long the evidence of a case has to be kept."""

from __future__ import annotations

from datetime import date

from arrears.contact.keeping import evidence_kept_through
from arrears.desk import Desk
from arrears.domain.ids import CaseId


def keep_through(desk: Desk, case_id: CaseId) -> date | None:
    """The last day, in UTC, on which the evidence is kept; None while the case is open. Raises: LookupError.

    Counted from the last entry of the chain, which is no earlier than the last collection activity.
    """
    with desk.store.read() as tx:
        return evidence_kept_through(tx, desk, case_id)
