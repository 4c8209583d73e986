"""The borrower's telephone in a journey: which call is on, what is done on it, and what was heard of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from tools.journey.passing import Passing
from tools.journey.phone import LOOK_S, Phone
from tools.journey.scenario import BY_HAND, Act, Scenario
from tools.world import World

CALL_WITHIN = timedelta(days=10)
"""How long a call of ours is waited for; the strategy makes it on the sixth day."""

ANSWER_WITHIN_S = 15.0


class Calling:
    """`note` keeps what was done; `state` is the case as it stands."""

    def __init__(
        self,
        world: World,
        scenario: Scenario,
        passing: Passing,
        note: Callable[..., None],
        state: Callable[[], dict[str, Any]],
    ) -> None:
        self._world, self._scenario, self._passing = world, scenario, passing
        self._note, self._state = note, state
        self._own = self._phone = Phone(world.simulator, scenario.account.phone)
        self._on = False
        self._begun = False  # somebody talks, or has talked, on the telephone
        self._told = 0  # calls of ours that the scenario has had
        self._turns: int | None = None  # of the transcript, when something was said last

    @property
    def live(self) -> bool:
        """Whether a call is on."""
        return self._on and self._phone.live

    def listen(self) -> bool:
        """Until it is the borrower's turn; False when no call is on. Raises: LineError."""
        if not self._on:
            return False
        self._on = self._phone.turn()
        if not self._on:
            self._note("call_over", status=self._phone.state()["status"], heard=self._phone.news())
        return self._on

    def missed(self) -> None:
        """Time has passed: calls that nobody took are not waited for any more."""
        self._told = len(self._ours())

    def end(self) -> None:
        """Hang up, where a call is on."""
        if self.listen():
            self._hang_up()

    def say(self, text: str, **about: Any) -> None:
        """Say something in the borrower's turn."""
        self._speak("text", lambda: self._phone.say(text), channel="voice", text=text, **about)

    def do(self, act: Act, number: int) -> None:
        """What a turn does with the telephone."""
        if act.call is not None or act.answered_by is not None:
            self.end()
            self._begin(act.call or "outbound", act.answered_by or BY_HAND, act.caller, turn=number)
        elif act.press is not None:
            keys = act.press
            self._speak("press", lambda: self._phone.press(keys), keys=keys, turn=number)
        elif act.interrupt is not None:
            self._interrupt(act.interrupt, act.after_chars, number)
        elif act.silence is not None:
            seconds = act.silence.total_seconds()
            self._speak("silence", lambda: self._phone.stay_silent(seconds), seconds=seconds, turn=number)
        elif act.drop and self._is_connected():
            self._speak("drop", self._phone.drop, turn=number)
        elif act.drop:
            self._note("drop", turn=number, done=False)
        elif self.listen():
            self._hang_up(turn=number)

    def _speak(self, kind: str, doing: Callable[[], None], **about: Any) -> None:
        """Do it in the borrower's turn, with what was heard before; not at all where the call is over."""
        self._must_have_begun()
        done = self.listen()
        heard = self._phone.news() if done else []
        at = self._passing.now
        if done:
            self._turns = len(self._state()["transcript"])
            doing()
        self._note(kind, at=at, **about, **({"heard": heard} if done else {"done": False}))

    def _interrupt(self, text: str, after: int, number: int) -> None:
        self._must_have_begun()
        done = self.live
        if done:
            self._phone.interrupt(text, after, self._answer())
            self._turns = len(self._state()["transcript"])
        self._note("interrupt", text=text, turn=number, **({} if done else {"done": False}))

    def _answer(self) -> str:
        """The agent's answer to what was said last, once its words are being said; empty where none comes."""
        if self._turns is None:
            return ""
        deadline = time.monotonic() + ANSWER_WITHIN_S
        while time.monotonic() < deadline:
            said = self._state()["transcript"]
            if len(said) > self._turns and said[-1]["speaker"] == "bot":
                words = str(said[-1]["text"])
                if words[:8] in str(self._phone.state()["speaking"] or ""):
                    return words
            time.sleep(LOOK_S)
        return ""

    def _is_connected(self) -> bool:
        self._must_have_begun()
        return self.listen() and bool(self._phone.state()["relay"])

    def _must_have_begun(self) -> None:
        if not self._begun:
            self._begin(self._scenario.call or "inbound", BY_HAND, None)

    def _begin(self, call: str, outcome: str, caller: str | None, **about: Any) -> None:
        self._begun, self._turns = self._begun or outcome == BY_HAND, None
        if call == "inbound":
            self._phone = self._own if caller is None else Phone(self._world.simulator, caller)
            self._phone.call()
            self._on = True
            self._note("call", call="inbound", **about)
            return
        self._phone = self._own
        came = self._wait_for_ours(outcome)
        self._on = came and outcome == BY_HAND
        if self._on:
            self._phone.answer()
        elif came:
            self._phone.play(lambda call: call["ended"] is not None)
        about |= {"status": self._phone.state()["status"]} if came else {}
        by = "human" if outcome == BY_HAND else outcome
        self._note("call", call="outbound", answered_by=by, came=came, **about)
        if came and not self._on:
            self._passing.settled()

    def _wait_for_ours(self, outcome: str) -> bool:
        """Let time pass until we call, and turn to that call; False when we do not."""
        self._own.expect(outcome)
        if not self._has_come():
            self._passing.wait(CALL_WITHIN, self._has_come)
        if not self._has_come():
            return False
        self._told = len(self._ours())
        self._own.turn_to(self._ours()[0]["sid"])
        return True

    def _has_come(self) -> bool:
        return len(self._ours()) > self._told

    def _ours(self) -> list[dict[str, Any]]:
        return [call for call in self._own.calls() if call["direction"] != "inbound"]

    def _hang_up(self, **about: Any) -> None:
        heard = self._phone.news()
        self._phone.hang_up()
        self._on = False
        self._passing.settled()
        self._note("hang_up", heard=heard, **about)
