"""Connect the line of a call again after it was cut, and see who a line belongs to."""

from __future__ import annotations

from dataclasses import replace

from arrears.contact.speaking import judged_again
from arrears.desk import Desk
from arrears.domain.call_scripts import CallScript, Closed, Converse, Identify, OpenedLine, Silent
from arrears.domain.calls import BACK_ON_THE_LINE, RESUMES, Call, CallPath, CallState
from arrears.domain.compliance.decision import Granted
from arrears.domain.conversations import Conversation
from arrears.domain.ids import CallId, OutreachId
from arrears.domain.people import Channel
from arrears.domain.wording import say
from arrears.phone.calling import (
    AGENTS,
    closing_words,
    greet,
    greeting_id,
    kept,
    locked_call,
    may_greet,
    who_is_it,
)
from arrears.phone.paying import result_unsaid
from arrears.store import Tx, calls, conversations
from arrears.store import outreach as outreach_rows


def open_line(desk: Desk, token: str) -> OpenedLine | None:
    """The line that the token opens, once; None for a wrong or used one, and when the call is over."""
    with desk.store.write() as tx:
        call = calls.redeem(tx, token, desk.clock.now())
        if call is None:
            return None
        if call.conversation_id is None:
            asked = who_is_it(desk, call.language)
            return OpenedLine(call.id, asked.language, asked.words, None, asked.invitation)
        talk = conversations.load(tx, call.conversation_id)
        try:
            row = outreach_rows.load(tx, _opening_of(call))
        except LookupError:
            # A person wrote to the caller when it was taken up: nothing of the agent's was planned.
            return OpenedLine(call.id, talk.language, _back(desk, talk), None)
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
    key: str = BACK_ON_THE_LINE,
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
            asked = who_is_it(desk, call.language)
            return Identify(call.id, token, asked.language, asked.words, asked.invitation)
        return _go_on(tx, desk, call, token, key, values)


def _go_on(tx: Tx, desk: Desk, call: Call, token: str, key: str, values: dict[str, str]) -> Converse | Closed:
    """The opening once more where nobody has spoken yet, else the words with which we are back."""
    assert call.conversation_id is not None  # noqa: S101 - the caller has looked
    talk = conversations.load(tx, call.conversation_id)
    if call.outreach_id is not None and not call.talked:
        row = outreach_rows.load(tx, call.outreach_id)
        if not isinstance(judged_again(tx, desk, row), Granted):
            return Closed(closing_words(desk, row.language), row.language)
        return Converse(call.id, token, row.language, row.body, row.id)
    step = f"resumed-{call.resumed}"
    if _is_silent(call, talk):
        result = result_unsaid(tx, talk)
        if result is None or not may_greet(tx, desk, call, talk, result, step=step):
            return Converse(call.id, token, talk.language, _back(desk, talk), None)
        key, values = result, {}
    words = greet(tx, desk, call, talk, key, step=step, **values)
    return Converse(call.id, token, words.language, words.body, words.id)


def _is_silent(call: Call, talk: Conversation) -> bool:
    """Whether a person writes to the caller: the agent says no more than why the line was away.

    That is what came of a card that was just asked for, a contact like any other, else that the line is back.
    """
    return bool(call.resumed) and talk.taken_over_by not in (None, AGENTS)


def _back(desk: Desk, talk: Conversation) -> str:
    """That the line is back, in a conversation that a person holds.

    Words without a permit: they name no lender, person, amount or debt, and ask for nothing, so that whoever
    hears them learns no more than that the line was cut. Nothing of the agent's answers anything there.
    """
    return say(desk.policy.catalog, talk.language, BACK_ON_THE_LINE, Channel.VOICE).text
