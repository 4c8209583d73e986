"""Connect the line of a call again after it was cut, and see who a line belongs to."""

from __future__ import annotations

from dataclasses import replace

from arrears.calling import closing_words, greet, greeting_id, kept, locked_call
from arrears.desk import Desk
from arrears.domain.call_scripts import CallScript, Closed, Converse, Identify, OpenedLine, Silent
from arrears.domain.calls import Call, CallPath, CallState
from arrears.domain.ids import CallId, OutreachId
from arrears.domain.wording import phrase
from arrears.store import Tx, calls, conversations
from arrears.store import outreach as outreach_rows

RESUMES = 6
"""How often a line is taken up again; a call whose line breaks more often is not worth going on with."""


def open_line(desk: Desk, token: str) -> OpenedLine | None:
    """The line that the token opens, once; None for a wrong or used one, and when the call is over."""
    with desk.store.write() as tx:
        call = calls.redeem(tx, token, desk.clock.now())
        if call is None:
            return None
        if call.conversation_id is None:
            words = phrase(desk.policy.catalog, call.language, "call.identify")
            return OpenedLine(call.id, call.language, words, None)
        row = outreach_rows.load(tx, _opening_of(call))
        return OpenedLine(call.id, row.language, row.body, row.id)


def _opening_of(call: Call) -> OutreachId:
    """The contact whose words come first: the call's own, the greeting, or the word that we are back."""
    if call.outreach_id is not None and not call.talked:
        return call.outreach_id
    return greeting_id(call, f"resumed-{call.resumed}" if call.resumed else "greeting")


def resume_call(
    desk: Desk,
    call_id: CallId,
    path: CallPath | None = None,
    *,
    key: str = "call.resumed",
    **values: str,
) -> CallScript:
    """What to do on a call whose line was cut while the call goes on; `path` when words travel another way.

    Where somebody has spoken before, the message of the key is what is said first.

    As with `take_call`, the opening of a Converse may be a contact that is due: `dispatch` returns None for
    one that was sent before. Raises: LookupError.
    """
    with desk.store.write() as tx:
        call = locked_call(tx, call_id)
        if call.state is CallState.ENDED:
            return Silent()
        if call.resumed >= RESUMES:
            return Closed(closing_words(desk, call.language), call.language)
        call = kept(tx, desk, call, replace(call, resumed=call.resumed + 1, path=path or call.path))
        token = calls.new_token(tx, call.id)
        if call.conversation_id is None:
            words = phrase(desk.policy.catalog, call.language, "call.identify")
            return Identify(call.id, token, call.language, words)
        return _go_on(tx, desk, call, token, key, values)


def _go_on(tx: Tx, desk: Desk, call: Call, token: str, key: str, values: dict[str, str]) -> Converse:
    """The opening once more where nobody has spoken yet, else the words with which we are back."""
    assert call.conversation_id is not None  # noqa: S101 - the caller has looked
    talk = conversations.load(tx, call.conversation_id)
    if call.outreach_id is not None and not call.talked:
        row = outreach_rows.load(tx, call.outreach_id)
        return Converse(call.id, token, row.language, row.body, row.id)
    words = greet(tx, desk, call, talk, key, step=f"resumed-{call.resumed}", **values)
    return Converse(call.id, token, words.language, words.body, words.id)
