"""Somebody else answered first; then the person themselves proves who they are, and the talk goes on."""

from __future__ import annotations

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.store import Store, consents, handovers, proposals
from arrears.store.tables.contact import status_events
from tests.builders.line import SAYINGS, Line, keys, plan_of, waits
from tests.builders.offers import CHINA
from tests.builders.store import Borrower, a_borrower

S = SpecialStatus
WIFE, NOW, CLAIM = "he's not here, I'm his wife", "hi it's Dana now", "this is Dana, my husband had my phone"
PROOF, WRONG = "03/09/1975 4421", "03/09/1976 4421"
WISH = "I can do 200 a month, but I want to talk to someone"
HERS = "I'm his wife, it's 03/09/1975 4421"
SAID = SAYINGS | {
    WIFE: "third_party",
    NOW: "greet",
    CLAIM: "third_party",
    WISH: "propose_instalment+request_human",
    HERS: "third_party+verify_identity",
    "wrong number": "wrong_number",
    f"{NOW}, {PROOF}": "verify_identity",
    f"{PROOF} I can do $350 a month starting on the 15th": "verify_identity+propose_instalment",
}


def answered(store: Store, text: str = WIFE) -> Line:
    line = Line(store, sayings=SAID)
    line.write_first()
    line.says(text)
    waits(line, hours=2)
    return line


def standing(line: Line) -> frozenset[SpecialStatus]:
    borrower = line.borrower
    with line.store.read() as tx:
        return consents.statuses_for(tx, borrower.person.id, borrower.case.id, borrower.point.id)


def raise_status(line: Line, status: SpecialStatus, by: str) -> None:
    borrower, now = line.borrower, line.clock.now()
    with line.store.write() as tx:
        consents.append_status(
            tx,
            borrower.person.id,
            status,
            raised=True,
            key="s",
            at=now,
            by=by,
            contact_point_id=borrower.point.id,
        )


def test_their_proof_ends_the_silence_and_they_hear_what_is_owed(store: Store) -> None:
    line = answered(store)
    assert standing(line) == {S.THIRD_PARTY_ANSWERED}
    assert "$1,400.00" in line.says(f"{NOW}, {PROOF}")
    assert standing(line) == frozenset()
    with store.read() as tx:
        rows = tx.execute(status_events.select().order_by(status_events.c.at)).all()
    assert [(row.raised, row.by) for row in rows] == [(True, "borrower"), (False, "borrower")]
    assert rows[1].turn_id is not None
    assert rows[1].contact_point_id == line.borrower.point.id


@pytest.mark.parametrize("text", [NOW, CLAIM])
def test_who_says_that_it_is_them_is_asked_for_the_proof_and_told_nothing(
    sqlite_store: Store, text: str
) -> None:
    line = answered(sqlite_store)
    said = line.says(text)
    assert "identity.ask" in keys(line)
    assert "$" not in said
    assert standing(line) == {S.THIRD_PARTY_ANSWERED}
    assert "$1,400.00" in line.says(PROOF)


def test_their_message_is_answered_with_the_proof(sqlite_store: Store) -> None:
    line = answered(sqlite_store)
    assert "$350.00" in line.says(f"{PROOF} I can do $350 a month starting on the 15th")
    line.says("yes")
    assert plan_of(line) is not None


@pytest.mark.parametrize("text", [WIFE, HERS, "what do I owe", "who is this", WRONG, "yes"])
def test_nobody_else_learns_anything_or_ends_it(sqlite_store: Store, text: str) -> None:
    line = answered(sqlite_store)
    assert "1,400" not in line.says(text)
    assert standing(line) == {S.THIRD_PARTY_ANSWERED}


def test_a_proof_from_before_somebody_else_answered_is_none_any_more(sqlite_store: Store) -> None:
    line = Line(sqlite_store, sayings=SAID)
    for text in (PROOF, WIFE):
        line.says(text)
    assert "1,400" not in line.says("what do I owe")
    assert "identity.retry" in keys(line) or "1,400" not in line.says(WRONG)
    assert standing(line) == {S.THIRD_PARTY_ANSWERED}
    assert "$1,400.00" in line.says(PROOF)


def test_a_number_called_wrong_by_who_has_it_is_for_a_person(sqlite_store: Store) -> None:
    line = answered(sqlite_store, "wrong number")
    assert "1,400" not in line.says(f"{NOW}, {PROOF}")
    assert standing(line) == {S.WRONG_NUMBER}


@pytest.mark.parametrize("status", [S.DISPUTE, S.DECEASED, S.CEASE, S.ATTORNEY])
def test_what_else_stands_goes_on_standing(sqlite_store: Store, status: SpecialStatus) -> None:
    line = answered(sqlite_store)
    raise_status(line, status, "borrower")
    assert "1,400" not in line.says(PROOF)
    assert status in standing(line)


def test_what_a_person_wrote_down_of_the_number_a_person_ends(sqlite_store: Store) -> None:
    line = Line(sqlite_store, sayings=SAID)
    raise_status(line, S.THIRD_PARTY_ANSWERED, "supervisor")
    assert "1,400" not in line.says(PROOF)
    assert standing(line) == {S.THIRD_PARTY_ANSWERED}


@pytest.mark.parametrize(
    ("before", "reason", "also"),
    [
        ((), "asked_for_person", {"propose_instalment"}),
        ((WIFE,), "third_party", {"propose_instalment", "request_human"}),
    ],
)
def test_the_person_sees_the_wish_and_the_sum(
    sqlite_store: Store, before: tuple[str, ...], reason: str, also: set[str]
) -> None:
    line = Line(sqlite_store, sayings=SAID)
    for text in (*before, PROOF, WISH):
        line.says(text)
    with line.store.read() as tx:
        waiting = handovers.waiting_for(tx, line.conversation_id)
        kept = proposals.last_proposal(tx, line.conversation_id)
    assert waiting is not None
    assert (waiting.reason, {*waiting.also_said}) == (reason, also)
    assert kept is not None
    assert kept.proposal.amount is not None
    assert kept.proposal.amount.minor == 20_000
    assert plan_of(line) is None


ZH_WIFE = "我是他老婆，他出海了，什么事跟我说一样的"


@pytest.mark.parametrize(
    ("borrower", "who", "text", "label"),
    [
        (a_borrower(), WIFE, "ok well wait till he's back then", "vague_promise"),
        (a_borrower(), WIFE, "i'll tell him to call you", "request_callback"),
        (CHINA, ZH_WIFE, "那等他回来再说吧", "vague_promise"),
        (CHINA, ZH_WIFE, "我让他联系你们", "request_callback"),
    ],
)
@pytest.mark.parametrize("odds", ["", "@0.6"])
def test_who_leaves_it_to_them_is_asked_for_no_proof(
    sqlite_store: Store, borrower: Borrower, who: str, text: str, label: str, odds: str
) -> None:
    line = Line(sqlite_store, borrower, {who: f"third_party{odds}", text: label})
    line.write_first()
    line.says(who)
    assert keys(line) == {"doubt.somebody" if odds else "third_party.answer"}
    line.says(text)
    assert not {key for key in keys(line) if key.startswith("identity.")}
    assert not odds or keys(line) == {"third_party.answer"}


@pytest.mark.parametrize("text", ["我发了工资再说", "ok i'll pay when i get paid"])
def test_who_speaks_of_themselves_leaves_it_to_nobody(sqlite_store: Store, text: str) -> None:
    line = Line(sqlite_store, None, {WIFE: "third_party@0.6", text: "vague_promise"})
    line.write_first()
    line.says(WIFE)
    line.says(text)
    assert keys(line) == {"identity.again"}
