"""Changes to Rasa 3.6.21 that cannot be made by configuration; `apply` is called when the channel is made.

1. Rasa re-checks the schema of the action server's answer against the meta-schema at every call, about
   19 ms of processor time. The schema is a constant; its validator is built once.
2. Rasa logs a failed action and goes on with no events, so that the caller sees an empty success. The
   failure is noted on our output channel, which answers with an error instead.
3. The failure's text would carry the action server's answer, which may quote the borrower, into the log.
4. Rasa waits five minutes for an action; a caller on the phone does not.
"""

from __future__ import annotations

from typing import Any

import rasa.core.actions.action as rasa_action
from jsonschema import Draft7Validator
from rasa.shared.exceptions import RasaException

ACTION_SECONDS_MAX = 10

_APPLIED_MARK = "_arrears_fixes"


class ActionFailedError(RasaException):
    """An action did not complete; named without any text of the conversation."""


def apply() -> None:
    """Put the changes in place, once. Raises: RuntimeError when Rasa is not the version they fit."""
    action = rasa_action.RemoteAction
    if hasattr(action, _APPLIED_MARK):
        return
    for attribute in ("run", "_validate_action_result", "action_response_format_spec"):
        if not hasattr(action, attribute):
            raise RuntimeError(f"rasa_fixes does not fit this Rasa: RemoteAction has no {attribute}")
    validator = Draft7Validator(action.action_response_format_spec())
    action._validate_action_result = lambda self, result: _validate(validator, self.name(), result)
    action.run = _noting_failures(action.run)
    rasa_action.DEFAULT_REQUEST_TIMEOUT = ACTION_SECONDS_MAX
    setattr(action, _APPLIED_MARK, True)


def _validate(validator: Draft7Validator, action_name: str, result: object) -> bool:
    error = next(validator.iter_errors(result), None)
    if error is not None:
        raise ActionFailedError(f"the answer of {action_name} does not have the shape of an action's answer")
    return True


def _noting_failures(run: Any) -> Any:
    async def noting(self: Any, output_channel: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return await run(self, output_channel, *args, **kwargs)
        except Exception as error:
            failed = getattr(output_channel, "failed_actions", None)
            if failed is not None:
                failed.append(self.name())
            raise ActionFailedError(f"{self.name()} failed: {_kind(error)}") from None

    return noting


def _kind(error: BaseException) -> str:
    """The class of the error and of its cause: enough to act on, and free of personal data."""
    cause = error.__cause__
    status = getattr(cause, "status", None) or getattr(error, "status", None)
    names = type(error).__name__ if cause is None else f"{type(error).__name__} from {type(cause).__name__}"
    return names if status is None else f"{names}, HTTP {status}"
