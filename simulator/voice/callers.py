"""Borrowers on the phone: who has a script answers calls with it, one answer to all that was said at once."""

from __future__ import annotations

from simulator.borrowers.hearing import hear
from simulator.borrowers.population import Population, main_point
from simulator.clock import EventKind, VirtualClock
from simulator.voice.line import Line
from simulator.voice.operator import VoiceOperator
from simulator.voice.signals import Nudged, Spoke

THINKS_S = 1.2


class Callers:
    """Gives every line of a scripted borrower a voice. Every method runs under the world's lock."""

    def __init__(self, clock: VirtualClock, operator: VoiceOperator, population: Population) -> None:
        self._clock, self._operator, self._population = clock, operator, population
        operator.greeted = self.take

    def take(self, sid: str, phone: str, line: Line) -> None:
        """A call with the phone has begun."""
        person = self._population.get(phone)
        if person is not None and person.scripted:
            line.quiet = lambda: self._clock.after(
                THINKS_S, EventKind.BORROWER, lambda: self._answer(sid, phone, line)
            )

    def _answer(self, sid: str, phone: str, line: Line) -> None:
        person, engine = self._population.get(phone), self._operator.engines.get(sid)
        if person is None or engine is None or not person.scripted or not line.listening:
            return
        words = line.unanswered()
        if not words:
            return
        today = self._clock.now.astimezone(person.borrower.zone).date()
        reply = person.script.answer(main_point([hear(text) for text in words]), today)
        if reply is not None:
            line.turns.append(Spoke(reply))
            engine.post(Nudged())
