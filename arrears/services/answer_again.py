"""A request on a call that the carrier repeats is answered as it was, whichever process it reaches."""

from __future__ import annotations

from arrears.desk import Desk
from arrears.domain.ids import CallId
from arrears.store import call_answers
from arrears.store.new_ids import new_id


def answered_before(desk: Desk, call_id: CallId, request: str) -> str | None:
    """What the request was answered; None when it is new, or the call is over."""
    with desk.store.read() as tx:
        return call_answers.find(tx, call_id, request)


def begin_answer(desk: Desk, call_id: CallId, request: str) -> bool:
    """Whether nobody has begun to answer the request, so that it is ours to do. Raises: LookupError."""
    ours = new_id("answering")
    with desk.store.write() as tx:
        return call_answers.keep(tx, call_id, f"{request}/begun", ours, desk.clock.now()) == ours


def keep_answer(desk: Desk, call_id: CallId, request: str, twiml: str, *, and_that: str | None = None) -> str:
    """The answer to be given: the one that was kept first, by whichever process.

    `and_that` is written down with it as done. Raises: LookupError.
    """
    now = desk.clock.now()
    with desk.store.write() as tx:
        if and_that is not None:
            call_answers.keep(tx, call_id, and_that, "", now)
        return call_answers.keep(tx, call_id, request, twiml, now)
