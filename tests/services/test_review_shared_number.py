"""One number, two borrowers: a stop is for the number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.cases import Case
from arrears.domain.compliance.decision import Refused
from arrears.domain.ids import CaseId, ContactPointId, OutreachId, PersonId
from arrears.services.dispatch_outreach import dispatch
from arrears.store import Store
from arrears.store import outreach as outreach_rows
from tests.builders.line import Line
from tests.builders.store import Borrower, a_borrower, an_outreach, save


def _housemate() -> Borrower:
    """Another borrower who gave the same number."""
    first = a_borrower()
    person = replace(first.person, id=PersonId("person-housemate"), name="Robin Example")
    point = replace(first.point, id=ContactPointId("point-housemate"), person_id=person.id)
    case: Case = replace(first.case, id=CaseId("case-housemate"), lender_ref="L-2", owner_id=person.id)
    return replace(first, person=person, point=point, case=case)


@pytest.mark.parametrize("words", ["STOP", "please stop texting me"])
def test_a_stop_ends_texts_to_everyone_at_the_number(store: Store, words: str) -> None:
    line = Line(store)
    line.write_first()
    other = save(store, _housemate())
    line.says(words)
    sent = len(line.carrier.sent)
    row = replace(an_outreach(other), id=OutreachId("outreach-housemate"))
    with store.write() as tx:
        outreach_rows.plan(tx, row)
    assert isinstance(dispatch(line.desk, line.app.messengers, row.id), Refused)
    assert len(line.carrier.sent) == sent
