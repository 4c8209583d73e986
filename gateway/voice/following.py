"""After each turn of a call its recording is looked at: to be begun, going on, or to be ended."""

from __future__ import annotations

import logging
from concurrent.futures import Executor
from contextlib import suppress

from arrears.bootstrap import App
from arrears.domain.ids import CallId
from arrears.ports import RecorderFailedError
from arrears.services.record_audio import follow_call

log = logging.getLogger(__name__)

STOPPING_TRIES = 3


class Following:
    """Off the line's own coroutine, and never in the way of an answer."""

    def __init__(self, app: App, pool: Executor) -> None:
        self._app, self._pool = app, pool

    def heed(self, call_id: CallId) -> None:
        """Look at the call's recording soon."""
        if self._app.recorder is None:
            return
        # When we are stopping there are no threads any more, and the call is about to end.
        with suppress(RuntimeError):
            self._pool.submit(follow, self._app, call_id)


def follow(app: App, call_id: CallId) -> None:
    """Look at the call's recording now; what fails is an alarm in the log."""
    if app.recorder is None:
        return
    for left in reversed(range(STOPPING_TRIES)):
        try:
            follow_call(app.desk, app.recorder, call_id)
            return
        except RecorderFailedError as error:
            # Somebody does not want to be recorded, and is: no failure of the network may decide that.
            tell = log.warning if left else log.error
            tell("recording_not_ended", extra={"call_id": call_id, "kind": str(error)})
        except Exception as error:
            log.error("recording_not_followed", extra={"call_id": call_id, "kind": type(error).__name__})
            return
