"""What a session of ConversationRelay says to the caller: talk cycles, and the events that tell of them.

The events of speakers have the shapes that Twilio's own samples read; no page of the documents shows them.
"""

from __future__ import annotations

from collections.abc import Callable

from simulator.voice.line import Line
from simulator.voice.relay_frames import Interruptible
from simulator.voice.twiml import Verb


class Mouth:
    """Words of the product on their way to the caller."""

    def __init__(self, line: Line, verb: Verb, send: Callable[..., None]) -> None:
        self._line, self._verb, self._send = line, verb, send
        self.cycle_over = True
        self.interruptible = "any"
        self._preemptible = False
        self._told = ""
        self._on = False

    @property
    def silent(self) -> bool:
        """Whether the product has finished what it has to say, and it has been said."""
        return self.cycle_over and not self._line.speaking

    def say(
        self,
        text: str,
        interruptible: Interruptible | str | None = None,
        preemptible: bool | None = None,
        seconds: float | None = None,
        **what: object,
    ) -> None:
        """Say this next; a new cycle silences a preemptible one."""
        if self.cycle_over and (self._preemptible or not self._line.speaking):
            self.finish()
        given = self._verb.get("interruptible", "any") if interruptible is None else str(interruptible)
        self.interruptible = mode(given)
        self._preemptible = self._verb.true("preemptible") if preemptible is None else preemptible
        self._line.say(text, seconds, **what)
        self.cycle_over = False
        if not self._on:
            self._on = True
            self.tell("agentSpeaking", "on")

    def progress(self) -> None:
        """Tell which words have been said since last told, and that they have ended."""
        if self._line.speech is None:
            return
        heard = self._line.speech.heard
        if new := heard[len(self._told) :]:
            self._told = heard
            if "tokens-played" in self._verb.get("events"):
                self._send("info", name="tokensPlayed", value=new)
        if not self._line.speaking:
            self._end()

    def finish(self) -> str:
        """Say nothing more; what was heard of the last words."""
        self.progress()
        return self._end()

    def tell(self, name: str, *values: str) -> None:
        """Tell who begins or ends to speak."""
        if "speaker-events" in self._verb.get("events"):
            instant = int(self._line.now().timestamp() * 1000)
            for value in values:
                self._send("info", name=name, value=value, ts=instant)

    def _end(self) -> str:
        heard, self._told = self._line.hush(), ""
        if self._on:
            self._on = False
            self.tell("agentSpeaking", "off")
        return heard


def mode(value: str) -> str:
    """What may interrupt: none, dtmf, speech or any."""
    return {"true": "any", "false": "none"}.get(value.lower(), value)
