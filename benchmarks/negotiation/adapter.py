"""One conversation between a simulated borrower and a policy, in acts without words.

The flow is the product's: who it is, what is owed, then the policy's moves. Terms are shown in full with
the question whether to record them (an accepted proposal as a read-back, a counter as an offer); a choice
of two is read back first. Only a yes to terms that were shown records them. A wrong party, a third party, a
dispute, a statement of self-harm and a wish for a person end as the product ends them. Questions, insults,
instructions to the bot, tangents, half sentences and demands for discounts are no facts: the policy is
asked again with the facts that stand. What this level leaves out: what is said in words, and what a person
makes of a referral.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from arrears.domain.negotiation.authority import Authority
from arrears.domain.negotiation.offers import (
    Accept,
    Ask,
    Close,
    Counter,
    Move,
    Offer,
    Position,
    Proposal,
    Question,
    Reason,
    Refer,
)
from benchmarks.negotiation.facts import Facts, asked, hear
from benchmarks.negotiation.setting import Case, heard
from simulator.borrowers.acts import Act, ActKind, LenderMove, LenderMoveKind
from simulator.borrowers.temper import Account

type Policy = Callable[[Position, Authority, Proposal], Move]

MOST_TURNS = 14
MOST_SILENCES = 3
_QUESTIONS = {
    Question.AMOUNT: LenderMoveKind.ASK_AMOUNT,
    Question.AFFORDABLE: LenderMoveKind.ASK_AMOUNT,
    Question.DATE: LenderMoveKind.ASK_DATE,
    Question.PAYDAY: LenderMoveKind.ASK_WHEN_PAID,
}
ENDS = {
    ActKind.WRONG_NUMBER: "wrong_party",
    ActKind.THIRD_PARTY: "third_party",
    ActKind.DISPUTE: "disputed",
    ActKind.SELF_HARM: "at_risk",
    ActKind.ASK_PERSON: "asked_for_person",
}


class Borrower(Protocol):
    """A mind, or one in disguise."""

    account: Account
    done: bool

    def respond(self, move: LenderMove, today: object) -> tuple[Act, ...]: ...


@dataclass(frozen=True, slots=True)
class Step:
    """A decision of the policy."""

    facts: Facts
    earlier: tuple[Offer, ...]
    move: Move
    seconds: float  # of the processor


@dataclass(slots=True)
class Conversation:
    """How it went."""

    case: Case
    outcome: str = "unfinished"  # agreed, referred, closed, left, or one of the ends above
    plan: Offer | None = None
    turns: int = 0  # messages of the borrower
    agreed_at_turn: int | None = None
    steps: list[Step] = field(default_factory=list)
    unasked_records: int = 0  # plans written down without a yes to terms that were shown

    @property
    def offers(self) -> list[tuple[Offer, ...]]:
        """The terms of each move that had any."""
        return [shown for step in self.steps if (shown := shown_in(step.move))]


def shown_in(move: Move) -> tuple[Offer, ...]:
    """The terms a move puts on the table."""
    match move:
        case Accept(offer=offer):
            return (offer,)
        case Counter(offer=offer, other=other):
            return (offer,) if other is None else (offer, other)
        case _:
            return ()


def play(borrower: Borrower, policy: Policy, case: Case) -> Conversation:
    """The whole conversation."""
    return _Talk(borrower, policy, case).held()


class _Talk:
    def __init__(self, borrower: Borrower, policy: Policy, case: Case) -> None:
        self._borrower, self._policy, self._case = borrower, policy, case
        self._base, self._facts = case.position(), Facts()
        self._table: tuple[Offer, ...] = ()
        self._counter = False
        self._earlier: list[Offer] = []
        self._silences = 0
        self._record = Conversation(case)

    def held(self) -> Conversation:
        said, move = self._record, LenderMove(LenderMoveKind.GREET)
        while move is not None and said.turns < MOST_TURNS:
            acts = self._borrower.respond(move, self._case.today)
            if any(act.kind is not ActKind.SILENCE for act in acts):
                said.turns += 1
            move = self._answer(move, acts)
        return said

    def _answer(self, last: LenderMove, acts: tuple[Act, ...]) -> LenderMove | None:
        kinds = {act.kind for act in acts}
        end = next((ENDS[act.kind] for act in acts if act.kind in ENDS), None)
        if end is not None:
            return self._ended(end, LenderMoveKind.CALM if end == "at_risk" else LenderMoveKind.REFERRED)
        if last.kind is LenderMoveKind.RECORDED and ActKind.CHANGE_MIND not in kinds:
            return None
        if not acts or kinds == {ActKind.SILENCE}:
            return self._silent(last)
        if last.kind is LenderMoveKind.GREET:
            return LenderMove(LenderMoveKind.ASK_IDENTITY)
        if last.kind is LenderMoveKind.ASK_IDENTITY:
            return LenderMove(LenderMoveKind.STATE_BALANCE, total_minor=self._case.balance.minor)
        if ActKind.ACCEPT in kinds:
            return self._accepted(last, next(act for act in acts if act.kind is ActKind.ACCEPT).which)
        return self._negotiated(acts, kinds)

    def _ended(self, outcome: str, kind: LenderMoveKind) -> None:
        self._record.outcome, self._record.plan = outcome, None
        if not self._borrower.done:
            self._borrower.respond(LenderMove(kind), self._case.today)

    def _silent(self, last: LenderMove) -> LenderMove | None:
        """Somebody who is gone is let go; to the others the same is said again, later."""
        self._silences += 1
        if self._borrower.done or self._silences > MOST_SILENCES:
            self._record.outcome = "left"
            return None
        return last

    def _accepted(self, last: LenderMove, which: int) -> LenderMove:
        if which >= len(self._table):
            self._record.unasked_records += 1
            return last
        if len(self._table) > 1:
            self._table = (self._table[which],)
            return LenderMove(LenderMoveKind.READ_BACK, (heard(self._table[0]),))
        self._record.outcome, self._record.plan = "agreed", self._table[0]
        self._record.agreed_at_turn = self._record.turns
        return LenderMove(LenderMoveKind.RECORDED, (heard(self._table[0]),))

    def _negotiated(self, acts: tuple[Act, ...], kinds: set[ActKind]) -> LenderMove | None:
        if ActKind.CHANGE_MIND in kinds:
            self._record.outcome, self._record.plan, self._record.agreed_at_turn = "unfinished", None, None
            self._counter = False
        self._facts = hear(self._facts, acts, self._table, self._case.balance.currency, counter=self._counter)
        move = self._decided()
        self._table, self._counter = shown_in(move), isinstance(move, Counter)
        self._earlier += self._table
        return self._spoken(move)

    def _decided(self) -> Move:
        earlier = tuple(dict.fromkeys(self._earlier))
        position = self._facts.position(self._base, earlier)
        began = time.thread_time()  # other load on the machine does not move it
        move = self._policy(position, self._case.authority, self._facts.proposal or Proposal())
        self._record.steps.append(Step(self._facts, earlier, move, time.thread_time() - began))
        return move

    def _spoken(self, move: Move) -> LenderMove | None:
        schedules = tuple(heard(offer) for offer in self._table)
        match move:
            case Accept():
                return LenderMove(LenderMoveKind.READ_BACK, schedules)
            case Counter():
                return LenderMove(LenderMoveKind.OFFER, schedules)
            case Ask(question=question):
                self._facts = asked(self._facts, question)
                both = {Reason.AMOUNT_MISSING, Reason.DATE_MISSING} <= set(move.reasons)
                return LenderMove(LenderMoveKind.ASK_BOTH if both else _QUESTIONS[question])
            case Refer():
                self._ended("referred", LenderMoveKind.REFERRED)
            case Close():
                self._ended("closed", LenderMoveKind.CLOSED)
        return None
