"""A permit that grew too old between the decision and the carrier call."""

from __future__ import annotations

from arrears.domain.compliance.permit import ContactPermit, PermitExpiredError
from arrears.domain.outreach import OutreachState
from arrears.domain.people import Carrier
from arrears.ports import SendResult
from arrears.services.dispatch_outreach import dispatch
from arrears.store import Store
from arrears.store import outreach as outreach_rows
from arrears.store.attempts import attempts_with
from tests.builders.store import a_borrower, a_desk, an_outreach, save


class LateMessenger:
    """A carrier that is only reached when the permit has expired."""

    def send(self, permit: ContactPermit, body: str) -> SendResult:
        raise PermitExpiredError(permit.id)


def test_a_contact_whose_permit_expired_before_the_call_has_failed_and_is_not_in_doubt(
    sqlite_store: Store,
) -> None:
    row = an_outreach(save(sqlite_store, a_borrower()))
    desk, _clock = a_desk(sqlite_store)
    with sqlite_store.write() as tx:
        outreach_rows.plan(tx, row)
    dispatch(desk, {Carrier.TWILIO: LateMessenger()}, row.id)
    with sqlite_store.read() as tx:
        assert outreach_rows.load(tx, row.id).state is OutreachState.FAILED
        assert not any(attempt.counts for attempt in attempts_with(tx, row.person_id, row.due_at))
