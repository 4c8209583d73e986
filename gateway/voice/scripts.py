"""A script of a call becomes TwiML, once its words have leave to be spoken."""

from __future__ import annotations

import logging
from collections.abc import Awaitable

from fastapi import Response

from arrears.adapters.twilio_voice import VoiceUrls, connect_relay, hang_up, play_and_hang_up, say_and_hang_up
from arrears.bootstrap import App
from arrears.domain.call_scripts import CallScript, Closed, Converse, Identify, Leave, Silent
from arrears.domain.outreach import OutreachState
from arrears.services.dispatch_outreach import dispatch
from arrears.services.hear_call import closed_without_leave
from arrears.store import outreach as outreach_rows

log = logging.getLogger(__name__)

_UNSAID = frozenset({OutreachState.DUE, OutreachState.REFUSED, OutreachState.FAILED})


def permitted(app: App, script: CallScript) -> CallScript:
    """The script, its opening permitted and on the line; neutral words and the end where it is not."""
    if not isinstance(script, Converse) or script.outreach_id is None:
        return script
    dispatch(app.desk, app.messengers, script.outreach_id)
    with app.desk.store.read() as tx:
        row = outreach_rows.load(tx, script.outreach_id)
    return closed_without_leave(app.desk, row.language) if row.state in _UNSAID else script


def urls_of(app: App) -> VoiceUrls:
    """Where Twilio reaches us."""
    return VoiceUrls(app.settings.public_url)


def twiml_of(app: App, script: CallScript) -> str:
    """The TwiML of a script whose words are permitted."""
    match script:
        case Converse() | Identify():
            return connect_relay(script, urls_of(app))
        case Leave(sound):
            return play_and_hang_up(urls_of(app).sound(sound))
        case Closed(words, language):
            return say_and_hang_up(words, language)
        case Silent():
            return hang_up()


async def of_ours(twiml: Awaitable[str], what: str) -> str:
    """The TwiML; we hang up on a call that is not ours. The log tells what was asked of it."""
    try:
        return await twiml
    except LookupError:
        log.error("unknown_call", extra={"what": what})
        return hang_up()


def answer(twiml: str) -> Response:
    """The TwiML as Twilio wants it."""
    return Response(twiml, media_type="text/xml")
