"""One conversation of a simulated borrower with the product, in words.

The borrower hears what stands in the agent's texts (`reading`), answers in acts, and says them in words; the
product reads words alone. Beside it the facts are kept that were truly said, so that rules are judged by
those and not by what the product made of them, and the engine is asked what it would have done on them.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Any, Protocol

from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.negotiate import negotiate
from arrears.domain.negotiation.offers import (
    Accept,
    Counter,
    Move,
    Offer,
    OfferBounds,
    Proposal,
    Reason,
    Worth,
)
from benchmarks.negotiation.adapter import (
    ENDS,
    MOST_SILENCES,
    MOST_TURNS,
    Borrower,
    Conversation,
    Step,
    shown_in,
)
from benchmarks.negotiation.facts import Facts, asked, hear
from benchmarks.negotiation.setting import Case
from benchmarks.negotiation.whole.misheard import misheard, read_figures
from benchmarks.negotiation.whole.reading import Reply, Understood, shown_otherwise, table_of, understood
from simulator.borrowers.acts import Act, ActKind, LenderMove, LenderMoveKind
from simulator.borrowers.saying import Speaker, say

SILENCE = timedelta(minutes=10)
"""Before the borrower looks at the same text again; a proof of who they are holds longer."""

_ENDING = {LenderMoveKind.REFERRED, LenderMoveKind.CLOSED}
# Told that this was not understood, who said one of these goes on with the matter: nothing is said again.
_BESIDE = {
    ActKind.OFF_TOPIC, ActKind.HALF, ActKind.VAGUE, ActKind.INSULT, ActKind.INJECT, ActKind.IMPOSSIBLE_DEMAND,
    ActKind.ASK_QUESTION, ActKind.THANKS,
}  # fmt: skip


class Line(Protocol):
    """The borrower's phone."""

    def write(self, text: str) -> Reply:
        """Write, and wait until the agent's turn is over."""
        ...

    def wait(self, by: timedelta) -> None:
        """Let time pass."""
        ...


@dataclass(slots=True)
class Told:
    """A conversation, and what was said in it."""

    held: Conversation
    transcript: list[dict[str, Any]] = field(default_factory=list)
    misheard: int = 0  # turns of which something was not read
    other_terms: int = 0  # answers with other terms than the engine has for the acts themselves
    compared: int = 0  # answers with terms, where it has some too
    broken_off: int = 0  # ended by the product where the engine has terms for what was said
    shown_otherwise: int = 0  # texts that show other terms than those that wait for a yes
    silent: int = 0  # texts of the borrower that nobody answered


COUNTS = ("misheard", "other_terms", "compared", "broken_off", "shown_otherwise", "silent")
"""The counts of a conversation."""


def play(
    borrower: Borrower, line: Line, case: Case, speaker: Speaker, seed: str, told: Told | None = None
) -> Told:
    """The whole conversation, written down in `told` as it goes; the borrower writes first."""
    told = told or Told(Conversation(case))
    _Talk(borrower, line, speaker, random.Random(f"words {seed}"), told).hold()
    return told


class _Talk:
    def __init__(
        self, borrower: Borrower, line: Line, speaker: Speaker, dice: random.Random, told: Told
    ) -> None:
        self._borrower, self._line, self._case = borrower, line, told.held.case
        self._speaker, self._dice, self._told = speaker, dice, told
        self._base, self._facts = self._case.position(), Facts()
        self._table: tuple[Offer, ...] = ()
        self._counter = False
        self._earlier: list[Offer] = []
        self._silences = 0
        self._opened = False  # the balance was stated

    def hold(self) -> None:
        held, move = self._told.held, LenderMove(LenderMoveKind.GREET)
        while move is not None and held.turns < MOST_TURNS:
            acts = self._borrower.respond(move, self._case.today)
            text = say(acts, self._speaker, self._case.today, self._dice, len(move.schedules) or 1)
            if text is None:
                move = self._silent(move)
                continue
            held.turns += 1
            reply = self._line.write(text)
            move = self._answered(move, acts, text, reply)

    def _silent(self, last: LenderMove) -> LenderMove | None:
        """Somebody who is gone is let go; the others look at the same text again, later."""
        self._silences += 1
        if last.kind is LenderMoveKind.RECORDED:
            return None
        if self._borrower.done or self._silences > MOST_SILENCES:
            self._told.held.outcome = "left"
            return None
        self._line.wait(SILENCE)
        return last

    def _answered(
        self, last: LenderMove, acts: tuple[Act, ...], text: str, reply: Reply
    ) -> LenderMove | None:
        kinds = {act.kind for act in acts}
        got = understood(reply)
        self._hear(acts, kinds)
        account = self._case.account
        parsed = read_figures(text, account.language, self._case.today, self._case.balance.currency)
        faults = misheard(acts, reply, parsed)
        self._told.misheard += bool(faults)
        self._told.silent += not reply.texts
        would = self._compare(kinds, got)
        self._note(acts, text, reply, faults, got, would)
        self._take(got, reply, kinds)
        return self._next(last, kinds, got)

    def _hear(self, acts: tuple[Act, ...], kinds: set[ActKind]) -> None:
        """What was truly said, before the product's answer to it."""
        if not self._opened or kinds & {ActKind.ACCEPT, ActKind.IDENTIFY}:
            return
        if ActKind.CHANGE_MIND in kinds:
            held = self._told.held
            held.outcome, held.plan, held.agreed_at_turn = "unfinished", None, None
            self._counter = False
        currency = self._case.balance.currency
        self._facts = hear(self._facts, acts, self._table, currency, counter=self._counter)

    def _compare(self, kinds: set[ActKind], got: Understood) -> tuple[Offer, ...] | None:
        """The terms that the engine has for what was said, where the product showed some or broke off."""
        ends = got.move is not None and got.move.kind in _ENDING and not kinds & ENDS.keys()
        if ActKind.ACCEPT in kinds or not self._opened or not (got.table or ends):
            return None
        would = shown_in(self._engine())
        if would and ends:
            self._told.broken_off += 1
        elif would:
            self._told.compared += 1
            self._told.other_terms += would != got.table
        return would

    def _engine(self) -> Move:
        position = self._facts.position(self._base, tuple(dict.fromkeys(self._earlier)))
        return negotiate(position, self._case.authority, self._facts.proposal or Proposal())

    def _take(self, got: Understood, reply: Reply, kinds: set[ActKind]) -> None:
        """The product's move, as the metrics look at it."""
        held = self._told.held
        if got.move is not None and got.move.schedules:
            self._told.shown_otherwise += shown_otherwise(reply.texts, got.move.schedules)
        if got.move is not None and got.move.kind is LenderMoveKind.STATE_BALANCE:
            self._opened = True
        if got.asked is not None:
            self._facts = asked(self._facts, got.asked)
        if got.plan is not None:
            held.unasked_records += ActKind.ACCEPT not in kinds
            held.outcome, held.plan, held.agreed_at_turn = "agreed", got.plan, held.turns
        if not table_of(reply.state, two=False):
            self._table, self._counter = (), False  # declined, lapsed or agreed: nothing waits any more
        if got.table:
            self._opened = True
            step = Step(self._facts, tuple(dict.fromkeys(self._earlier)), _move(got, reply), 0.0)
            held.steps.append(step)
            self._table, self._counter = got.table, isinstance(step.move, Counter)
            self._earlier += got.table

    def _next(self, last: LenderMove, kinds: set[ActKind], got: Understood) -> LenderMove | None:
        """What the borrower answers next; None when the conversation is over."""
        held = self._told.held
        if last.kind is LenderMoveKind.RECORDED and ActKind.CHANGE_MIND not in kinds:
            return None
        move = got.move
        if move is not None and move.kind in _ENDING:
            own = next((ENDS[kind] for kind in ENDS if kind in kinds), None)
            closed = "closed" if move.kind is LenderMoveKind.CLOSED else "referred"
            held.outcome = own or closed
            self._borrower.respond(move, self._case.today)
            return None
        if move is not None and move.kind is LenderMoveKind.CALM and ActKind.SELF_HARM in kinds:
            held.outcome = ENDS[ActKind.SELF_HARM]
        if self._borrower.done:
            held.outcome = "left" if held.outcome == "unfinished" else held.outcome
            return None
        if move is None:
            return last
        if move.kind is LenderMoveKind.NOT_UNDERSTOOD and kinds <= _BESIDE:
            return last if last.schedules else LenderMove(LenderMoveKind.HELP)
        return move

    def _note(
        self,
        acts: tuple[Act, ...],
        text: str,
        reply: Reply,
        faults: tuple[str, ...],
        got: Understood,
        would: tuple[Offer, ...] | None,
    ) -> None:
        """Borrower and agent, for the transcript."""
        said = [{k: _plain(v) for k, v in asdict(act).items() if v not in (None, False)} for act in acts]
        self._told.transcript.append(
            {
                "borrower": text,
                "acts": said,
                "read": list(reply.intents),
                "entities": [[each["entity"], each["value"]] for each in reply.entities],
                "misheard": list(faults),
                "agent": list(reply.texts),
                "templates": list(reply.templates),
                "move": None if got.move is None else str(got.move.kind),
            }
            | ({"engine_would": [str(offer) for offer in would]} if would and would != got.table else {})
        )


def _plain(value: object) -> object:
    return value if isinstance(value, int | str) else str(value)


def _move(got: Understood, reply: Reply) -> Move:
    """The product's move: of its offers what is stored, of its meter what stands beside the turn."""
    last = reply.state["offers"][-1]
    reasons = tuple(Reason(each) for each in last["reasons"] if each in set(Reason))
    bounds, worth = _bounds(got.table[0]), _worth(reply.bounds)
    if last["move"] == "accept":
        return Accept(got.table[0], reasons, bounds, worth)
    other = got.table[1] if len(got.table) > 1 else None
    return Counter(got.table[0], reasons, bounds, other, worth)


def _bounds(offer: Offer) -> OfferBounds:
    """Nobody looks at these here: the rules are judged by the case's own authority."""
    day = offer.review_on or offer.first_on
    return OfferBounds(Money.zero(offer.left_due.currency), 0, day, day, day, None, "")


def _worth(bounds: Mapping[str, Any] | None) -> Worth | None:
    if not bounds or "regret" not in bounds or "expected" not in bounds:
        return None
    expected, regret = (Money(bounds[name][0], Currency(bounds[name][1])) for name in ("expected", "regret"))
    return Worth(expected, expected + regret)
