"""One live call: fetch instructions, run their verbs, until the document or the call ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from simulator.calls import Call
from simulator.voice.instructions import first_document
from simulator.voice.line import Line
from simulator.voice.process import Course, Process, Wait
from simulator.voice.signals import Ended, HungUp, InstructionsError, Nudged, Pressed, Redirected, Spoke
from simulator.voice.twiml import Document

if TYPE_CHECKING:
    from simulator.voice.operator import VoiceOperator

APOLOGY = "We are sorry, an application error has occurred. Goodbye."
MAX_DOCUMENTS = 500
type Perform = Callable[[Engine, Document], Course[Document | None]]


def nothing_heard(_: object) -> bool:
    """Nobody listens to what the caller does meanwhile."""
    return False


class Engine:
    """Runs one call. `perform` is what runs the verbs of a document."""

    def __init__(self, call: Call, line: Line, operator: VoiceOperator, perform: Perform) -> None:
        self.call, self.line, self.operator = call, line, operator
        self.first_parameters: dict[str, str] = {}
        self.before: Callable[[], Course[None]] | None = None
        self._perform = perform
        self.process = Process(operator.clock, self._course(), self._over)
        self.outcome = "completed"
        self.ran_out = False  # the last document came to its end, and nothing else ended the call

    def post(self, signal: object) -> None:
        """Something happened on the line."""
        self.process.post(signal)

    def play_out(self, attend: Callable[[object], bool] = nothing_heard) -> Course[bool]:
        """Let what is being said be said; stops when `attend` says that the caller interrupted it."""
        while self.line.speaking:
            assert self.line.speech is not None  # noqa: S101 (speaking says so)
            left, barge = self.line.speech.remaining_s, self.line.barge_due_s()
            signal = yield Wait(left if barge is None else min(left, barge))
            signal = signal or self.line.take_barge()
            if signal is not None and attend(signal):
                self.line.hush()
                return True
            if attend is nothing_heard:
                self.unheard(signal)
        self.line.hush()
        return False

    def listen(self, seconds: float) -> Course[object]:
        """What the caller does next, in silence; None when they do nothing for so long."""
        until = self.operator.clock.now + timedelta(seconds=seconds)
        self.line.listening = True
        self.line.quiet()
        try:
            while (turn := self.line.next_turn()) is None:
                signal = yield Wait((until - self.operator.clock.now).total_seconds())
                if not isinstance(signal, Nudged):
                    return signal
            return turn
        finally:
            self.line.listening = False

    def idle(self, seconds: float) -> Course[None]:
        """Let time pass; what the caller does meanwhile is lost."""
        until = self.operator.clock.now + timedelta(seconds=seconds)
        while (left := (until - self.operator.clock.now).total_seconds()) > 0:
            self.unheard((yield Wait(left)))

    def unheard(self, signal: object) -> None:
        """Note what the caller did while nobody listened."""
        if isinstance(signal, Spoke) and signal.final:
            self.line.record("caller", "unheard", text=signal.text)
        elif isinstance(signal, Pressed):
            self.line.record("caller", "unheard", text=signal.digit)

    def _course(self) -> Course[None]:
        try:
            if self.before is not None:
                yield from self.before()
            while True:
                try:
                    self.ran_out = yield from self._run()
                    return
                except Redirected as change:
                    self.line.hush()
                    self.call.instructions = dict(change.instructions)
        except HungUp:
            self.line.record("caller", "hangs up")
        except Ended as end:
            self.outcome = end.status
        finally:
            self.line.hush()

    def _run(self) -> Course[bool]:
        try:
            document: Document | None = yield from first_document(self)
            for _ in range(MAX_DOCUMENTS):
                if document is None:
                    return True
                document = yield from self._perform(self, document)
            raise InstructionsError(12200, f"more than {MAX_DOCUMENTS} documents in one call")
        except InstructionsError as error:
            self.operator.alert(self.call, error.code, str(error))
            self.line.say(APOLOGY)
            yield from self.play_out()
            return False

    def _over(self) -> None:
        self.operator.finished(self)
