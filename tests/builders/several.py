"""A verified party who says several things in one turn, and what came of it."""

from __future__ import annotations

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.facts import ConsentAction
from arrears.store import Store, consents, handovers, plans
from arrears.store.handovers import Handover
from tests.builders.line import SAYINGS, Line

PROOF = "03/09/1975 4421"
PROPOSAL = "I can do $350 a month starting on the 15th"
TEXT = "all of this"


def a_line(store: Store, intents: str, *, proposed: bool = False, text: str = TEXT) -> Line:
    """A verified party's line, up to a read-back where there is one."""
    line = Line(store, sayings=SAYINGS | {text: intents})
    line.write_first()
    line.says(PROOF)
    if proposed:
        line.says(PROPOSAL)
    return line


def queue(line: Line) -> list[Handover]:
    with line.store.read() as tx:
        return list(handovers.queue(tx))


def statuses(line: Line) -> frozenset[SpecialStatus]:
    who = line.borrower
    with line.store.read() as tx:
        return consents.statuses_for(tx, who.person.id, who.case.id, who.point.id)


def has_plan(line: Line) -> bool:
    with line.store.read() as tx:
        return plans.plans_of(tx, line.borrower.case.id) != ()


def opted_out(line: Line) -> bool:
    with line.store.read() as tx:
        return consents.consents_for(tx, line.borrower.point.id)[-1].action is ConsentAction.WITHDRAWN
