"""What one call has its threads do: write down what was said, in order, and take one turn at a time of it."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from enum import Enum
from typing import Any

from arrears.domain.call_scripts import SpokenAnswer
from arrears.domain.ids import MessageId, OutreachId
from arrears.domain.people import Language
from gateway.voice.hearing import Caller, given_up
from gateway.voice.switchboard import Switchboard

log = logging.getLogger(__name__)

AGAIN_S = 0.25
"""After so long an answer that was not there is asked for again."""


class Leave(Enum):
    """What compliance has said of words that we have said before."""

    GRANTED = "granted"


type Stored = MessageId | SpokenAnswer | Leave | None


class Errands:
    """Owned by the call's coroutine, which waits for `futures`, then lets `collect` go on with the rest."""

    def __init__(self, board: Switchboard, caller: Caller, language: Language) -> None:
        self._board, self._caller = board, caller
        self.language = language  # of the words that end a call on which we cannot answer
        self.answers: list[SpokenAnswer] = []
        self._to_write: deque[tuple[bool, Callable[[], Stored]]] = deque()  # whether it is an utterance
        self._to_take: deque[MessageId] = deque()
        self._writing: asyncio.Future[Stored] | None = None
        self._writes_utterance = False
        self._taking: asyncio.Future[SpokenAnswer | None] | None = None
        self._in_hand: MessageId | None = None
        self._since = 0.0  # when the one in hand was first taken
        self._ask_at: float | None = None
        self._may_repeat = False

    @property
    def busy(self) -> bool:
        """Whether something that was said is not answered yet."""
        unwritten = self._writes_utterance or any(utterance for utterance, _ in self._to_write)
        return bool(unwritten or self._to_take or self._in_hand)

    @property
    def writes(self) -> bool:
        """Whether something is still to be written down."""
        return self._writing is not None or bool(self._to_write)

    @property
    def idle(self) -> bool:
        """Whether nothing at all is left to be done."""
        return not self.busy and not self.writes

    def hear(self, key: str, text: str, language: Language, *, keyed: bool) -> None:
        """Store the utterance, spoken or keyed in, then have it answered."""
        self._to_write.append((True, lambda: self._caller.stored(key, text, language, keyed)))

    def mark(self, outreach_id: OutreachId, heard: str) -> None:
        """Note what was heard of our words, before anything that is said later is answered."""
        self._to_write.append((False, lambda: self._caller.mark(outreach_id, heard)))

    def ask_again(self, said: Iterable[OutreachId]) -> None:
        """Ask whether these words may be said again; where they may not, an answer says something else."""
        words = tuple(said)
        if words:
            self._to_write.append((True, lambda: self._caller.said_instead(words) or Leave.GRANTED))
        self._may_repeat = not words

    def may_repeat(self) -> bool:
        """Whether what was asked for may be said again; told once."""
        granted, self._may_repeat = self._may_repeat, False
        return granted

    def futures(self) -> set[asyncio.Future[Any]]:
        """What is under way."""
        return {future for future in (self._writing, self._taking) if future is not None}

    def due(self) -> float | None:
        """When `collect` has something to do although nothing under way has ended."""
        return self._ask_at

    def collect(self, now: float) -> None:
        """Take what has ended and begin what can be begun."""
        if self._writing is not None and self._writing.done():
            self._written(self._writing.result())
            self._writing, self._writes_utterance = None, False
        if self._taking is not None and self._taking.done():
            self._taken(self._taking, now)
            self._taking = None
        if self._writing is None and self._to_write:
            self._writes_utterance, job = self._to_write.popleft()
            self._writing = self._begin(self._board.scribes, job)
        self._take(now)

    def ready(self) -> tuple[SpokenAnswer, ...]:
        """The answers to everything that was said, in its order; none while one is still to come."""
        if self.busy:
            return ()
        answers, self.answers = tuple(self.answers), []
        return answers

    def _written(self, stored: Stored) -> None:
        match stored:
            case SpokenAnswer():
                self.answers.append(stored)
            case Leave():
                self._may_repeat = True
            case str():
                self._to_take.append(stored)

    def _take(self, now: float) -> None:
        if self._in_hand is None and self._to_take:
            self._in_hand, self._since, self._ask_at = self._to_take.popleft(), now, now
        if self._in_hand is None or self._ask_at is None or now < self._ask_at:
            return
        message_id, self._ask_at = self._in_hand, None
        self._taking = self._begin(self._board.turns, lambda: self._caller.answer(message_id))

    def _taken(self, future: asyncio.Future[SpokenAnswer | None], now: float) -> None:
        error = future.exception()
        if error is not None:
            log.error("answer_failed", extra={"kind": type(error).__name__})
        answer = None if error is not None else future.result()
        if answer is None and now - self._since < self._board.manners.answer_s:
            self._ask_at = now + AGAIN_S
            return
        self.answers.append(answer or given_up(self._board.app, self.language))
        self._in_hand = None
        # Once the answer is on its way: whoever looks at the recording needs the time that its words need.
        asyncio.get_running_loop().call_soon(self._board.following.heed, self._caller.call_id)

    def _begin[T](self, pool: Executor, job: Callable[[], T]) -> asyncio.Future[T]:
        return asyncio.get_running_loop().run_in_executor(pool, job)
