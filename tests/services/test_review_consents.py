"""A consent that came with a number is about that number, and about no other one of the person."""

from __future__ import annotations

from arrears.domain.compliance.decision import Granted
from arrears.domain.people import LineType
from arrears.domain.portfolio import PhoneRow
from arrears.services.ask_compliance import rulings_now
from arrears.services.import_portfolio import import_loans
from arrears.store import Store, cases
from tests.builders.store import MONDAY_NOON_UTC, a_desk
from tests.services.test_import import LENDER, a_row, an_arrival

OTHER = "+12125550199"


def test_the_consent_of_one_number_is_none_for_the_next(sqlite_store: Store) -> None:
    desk, _ = a_desk(sqlite_store, MONDAY_NOON_UTC)
    without = PhoneRow(OTHER, LineType.MOBILE, False, None, None)
    rows = [a_row(), a_row(lender_ref="L-2", phone=without)]
    import_loans(desk, [an_arrival(row) for row in rows])
    with sqlite_store.read() as tx:
        known = cases.find_case(tx, LENDER, "L-1")
    assert known is not None
    _, rulings = rulings_now(desk, known[0].id)
    texted = {
        ruling.point.address: isinstance(ruling.decision, Granted)
        for ruling in rulings
        if ruling.channel == "sms"
    }
    assert texted[OTHER] is False
    assert len(texted) == 2
