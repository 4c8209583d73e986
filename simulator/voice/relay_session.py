"""One session of ConversationRelay: what the product streams is said, what the caller does is told.

Source: https://www.twilio.com/docs/voice/conversationrelay/websocket-messages
Where it is silent, ours: words that come after an interruption are said; `end` cuts short what is being said.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass

from simulator.voice import relay_frames as frames
from simulator.voice.engine import Engine
from simulator.voice.prompts import ENDLESS, TONE_S
from simulator.voice.relay_mouth import Mouth, mode
from simulator.voice.relay_socket import Socket
from simulator.voice.signals import Pressed, Spoke
from simulator.voice.sounds import SOUND_S
from simulator.voice.twiml import Verb

MALFORMED_LIMIT, INVALID, TOO_MANY_INVALID = 10, 64107, 64105
# Real seconds for which a driver is told to wait for the product's words.
ANSWER_S, KEY_S, OPENING_S, CUT_S = 15.0, 0.5, 1.0, 2.0
BACKCHANNEL = frozenset({"yeah", "yes", "uh-huh", "mm-hmm", "ok", "okay", "right", "嗯", "好", "对"})


@dataclass(frozen=True, slots=True)
class Over:
    """How a session ended: ended (by the product), completed (by the caller) or failed."""

    status: str
    handoff: str | None = None
    code: int | None = None
    message: str = ""


class Session:
    """What both sides have said. Every method runs under the world's lock."""

    def __init__(self, engine: Engine, verb: Verb, socket: Socket) -> None:
        self.engine, self.verb, self.socket, self.line = engine, verb, socket, engine.line
        self.mouth = Mouth(engine.line, verb, self.send)
        language = verb.get("language", "en-US")
        self._tts = verb.get("ttsLanguage", language)
        self._transcription = verb.get("transcriptionLanguage", language)
        self._malformed = 0
        self._asked: float | None = None
        self.wait_until = time.monotonic() + OPENING_S

    @property
    def pending(self) -> bool:
        """Whether the product's words are still to come, as far as anyone can know."""
        return time.monotonic() < self.wait_until

    def send(self, kind: str, **fields: object) -> None:
        """Tell the product, and note it."""
        self.send_raw(json.dumps({"type": kind, **fields}, ensure_ascii=False))

    def send_raw(self, data: str | bytes) -> None:
        """Send a frame as it is."""
        self.line.record("carrier", "frame out", frame=_shown(data))
        self.socket.send(data)

    def drop(self) -> None:
        """Cut the connection, and have drivers wait until that is noticed."""
        self.wait_until = time.monotonic() + CUT_S
        self.socket.drop()

    def greet(self) -> None:
        """Say the greeting of the TwiML."""
        self.mouth.cycle_over = True
        if greeting := self.verb.get("welcomeGreeting"):
            interruptible = self.verb.get("welcomeGreetingInterruptible", "any")
            self.mouth.say(greeting, mode(interruptible), language=self._tts)
            self.mouth.cycle_over = True
        else:
            self.mouth.cycle_over = False

    def receive(self, data: str | bytes) -> Over | None:
        """Act on the product's frame; how the session is over, if it is."""
        self.line.record("carrier", "frame in", frame=_shown(data))
        try:
            frame = frames.read(data)
        except frames.FrameError as error:
            return self._refuse(str(error))
        self._malformed = 0
        match frame:
            case frames.End():
                return Over("ended", frame.handoffData)
            case frames.Language():
                self._tts = frame.ttsLanguage or self._tts
                self._transcription = frame.transcriptionLanguage or self._transcription
                self.line.record("carrier", "language", tts=self._tts, transcription=self._transcription)
            case frames.SendDigits():
                self._play(f"keys {frame.digits}", TONE_S * len(frame.digits), None, False)
            case frames.Play():
                seconds = SOUND_S * (frame.loop or ENDLESS)
                self._play(frame.source, seconds, frame.interruptible, frame.preemptible)
            case frames.Text():
                self._text(frame)
        return None

    def _refuse(self, reason: str) -> Over | None:
        self._malformed += 1
        self.engine.operator.alert(self.engine.call, INVALID, f"an invalid frame: {reason}")
        self.send("error", description=f"Invalid message received: {reason}")
        if self._malformed < MALFORMED_LIMIT:
            return None
        self.socket.close(1007)
        return Over("failed", None, TOO_MANY_INVALID, "Too many consecutive malformed messages.")

    def _play(
        self, sound: str, seconds: float, interruptible: frames.Interruptible | None, preemptible: bool
    ) -> None:
        self.mouth.say("", interruptible, preemptible, seconds, sound=sound)
        self.mouth.cycle_over = True

    def _text(self, frame: frames.Text) -> None:
        if self._asked is not None:
            latency_ms = round((time.monotonic() - self._asked) * 1000, 2)
            self.line.record("carrier", "first token", latency_ms=latency_ms)
            self._asked = None
        if frame.token:
            language = frame.lang or self._tts
            self.mouth.say(frame.token, frame.interruptible, frame.preemptible, language=language)
        self.mouth.cycle_over = frame.last
        if frame.last:
            self.wait_until = 0.0

    def hear(self, spoke: Spoke) -> None:
        """The caller speaks: it interrupts, where it may, and is told as a prompt."""
        if self.line.speaking and not self._barge_in("speech", spoke.text):
            self.line.record("caller", "unheard", text=spoke.text)
            return
        if not spoke.final:
            self._partial(spoke.text)
            return
        self.line.record("caller", "says", text=spoke.text)
        self.mouth.tell("clientSpeaking", "on", "off")
        for part in (1, 2):
            self._partial(spoke.text[: len(spoke.text) * part // 3])
        self._asked, self.mouth.cycle_over = time.monotonic(), False
        self.wait_until = self._asked + ANSWER_S
        self.send("prompt", voicePrompt=spoke.text, lang=self._transcription, last=True)

    def _partial(self, text: str) -> None:
        """What is recognised before an utterance is over."""
        if text and self.verb.true("partialPrompts"):
            self.send("prompt", voicePrompt=text, lang=self._transcription, last=False)

    def press(self, pressed: Pressed) -> None:
        """The caller presses a key."""
        self.line.record("caller", "presses", keys=pressed.digit)
        if not self.verb.true("dtmfDetection"):
            return
        if self.line.speaking and not self._barge_in("dtmf", pressed.digit):
            return
        self.wait_until = max(self.wait_until, time.monotonic() + KEY_S)
        self.send("dtmf", digit=pressed.digit)

    def _barge_in(self, by: str, text: str) -> bool:
        """Stop speaking for the caller; whether the caller is heard at all."""
        ignored = self.verb.true("ignoreBackchannel") and text.strip(" .,。，").lower() in BACKCHANNEL
        if by == "speech" and ignored:
            return False
        if self.mouth.interruptible not in {by, "any"}:
            return self.verb.get("reportInputDuringAgentSpeech", "none") in {by, "any"}
        assert self.line.speech is not None  # noqa: S101 (it is speaking)
        started = self.line.speech.starts
        heard = self.mouth.finish()
        duration = int((self.line.now() - started).total_seconds() * 1000)
        self.mouth.cycle_over = True
        self.send("interrupt", utteranceUntilInterrupt=heard, durationUntilInterruptMs=duration)
        return True


def _shown(data: str | bytes) -> str:
    return data if isinstance(data, str) else data.hex()
