"""A carrier's reference may be long; every id made of it fits its column, on PostgreSQL too."""

from __future__ import annotations

import pytest

from arrears.domain.people import Carrier
from arrears.domain.promises import PromiseOutcome
from arrears.services.sweep_promises import sweep_promises
from arrears.store import Store, inbound, plans
from gateway.turns import take_turn
from tests.builders.line import SAYINGS, Line
from tests.builders.store import a_borrower, in_china

PROPOSAL = "我每个月还500块，从15号开始"


@pytest.mark.parametrize("length", [1, 26, 36, 80])
def test_a_plan_over_the_lenders_gateway_is_made_and_swept(store: Store, length: int) -> None:
    sayings = SAYINGS | {PROPOSAL: "propose_instalment", "好": "affirm"}
    line = Line(store, in_china(a_borrower()), sayings)
    line.write_first()
    for number, text in enumerate(("03/09/1975 4421", PROPOSAL, "好")):
        line.clock.move(minutes=1)
        message_id, _ = inbound.receive(
            store,
            Carrier.LENDER_GATEWAY,
            f"{number}".rjust(length, "r"),
            sender=line.borrower.point.address,
            text=text,
            at=line.clock.now(),
        )
        take_turn(line.app, message_id)
    with store.read() as tx:
        (plan,) = plans.plans_of(tx, line.borrower.case.id)
    line.clock.move(days=400)
    assert sweep_promises(line.desk)[PromiseOutcome.BROKEN] == len(plan.instalments) > 1


def test_two_long_references_of_one_carrier_are_two_messages() -> None:
    made = {inbound.message_id_for(Carrier.LENDER_GATEWAY, "r" * 60 + end) for end in ("a", "b")}
    assert len(made) == 2
    assert all(len(message_id) <= 45 for message_id in made)
