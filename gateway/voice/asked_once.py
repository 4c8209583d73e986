"""What has an effect is done once for a request of Twilio's, which may ask again, and ask another process.

The answer is kept with the call while it lasts, the token of a line in it too: encrypted like any words, and
with no other token than the first, so that whichever answer Twilio follows opens the same line.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from fastapi.concurrency import run_in_threadpool

from arrears.domain.ids import CallId
from arrears.services.answer_again import answered_before, begin_answer, keep_answer
from gateway.voice.switchboard import Switchboard

WAITED_S = 8.0
"""So long an answer is awaited that another process has begun; Twilio waits 15 s for either."""

LOOK_S = 0.1


async def asked_once(
    board: Switchboard, call_id: CallId, request: str, making: Callable[[], Awaitable[str]]
) -> str:
    """The answer to the request, made by whoever was asked first; where they went away, made by us.

    On a call that is over nothing is kept: there it is made anew, and finds nothing more to do.
    Raises: LookupError.
    """
    desk, loop = board.app.desk, asyncio.get_running_loop()
    until = loop.time() + WAITED_S
    while (known := await run_in_threadpool(answered_before, desk, call_id, request)) is None:
        if await run_in_threadpool(begin_answer, desk, call_id, request) or loop.time() >= until:
            return await run_in_threadpool(keep_answer, desk, call_id, request, await making())
        await asyncio.sleep(LOOK_S)
    return known
