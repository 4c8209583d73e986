"""A borrower who negotiates in acts: hears what the lender does, judges it by hidden means, and answers."""

from __future__ import annotations

import random
from datetime import date

from simulator.borrowers.acts import Act, ActKind, LenderMove, LenderMoveKind, TermsHeard
from simulator.borrowers.budget import Budget
from simulator.borrowers.families import Family
from simulator.borrowers.quirks import Quirks
from simulator.borrowers.stance import Stance
from simulator.borrowers.temper import draw

_ENDS = {LenderMoveKind.REFERRED, LenderMoveKind.CLOSED}
# These try nobody's patience.
_PATIENT = {LenderMoveKind.GREET, LenderMoveKind.ASK_IDENTITY, LenderMoveKind.RECORDED, LenderMoveKind.CALM}
_MONEY = {
    LenderMoveKind.STATE_BALANCE,
    LenderMoveKind.ASK_AMOUNT,
    LenderMoveKind.ASK_DATE,
    LenderMoveKind.ASK_BOTH,
    LenderMoveKind.ASK_INCOME,
    LenderMoveKind.ASK_WHEN_PAID,
    LenderMoveKind.OFFER,
    LenderMoveKind.READ_BACK,
    LenderMoveKind.HELP,
}
_ONE_ANSWER = {
    "disputes": ActKind.DISPUTE,
    "wrong_number": ActKind.WRONG_NUMBER,
    "third_party": ActKind.THIRD_PARTY,
    "self_harm": ActKind.SELF_HARM,
}
ONE_ANSWER_TIMES = 2
REPETITIONS = 2
ASKS_A_PERSON_AT_THE_END = 0.3
SECOND_THOUGHTS_SHARE = 0.75


class Mind:
    """One borrower. The same moves on the same days always get the same answers."""

    def __init__(self, family: Family, seed: int | str) -> None:
        self.family = family
        self.account, self.means, self.temper = draw(family, seed)
        self.done = False
        self.turns = 0  # moves of the lender that were answered
        self._tried = 0
        self.agreed: TermsHeard | None = None
        self._dice = random.Random(f"mind {family.name} {seed}")
        self._quirks = Quirks(family, self._dice)
        self._stance = Stance(self.account, self.temper, family, self._dice)
        self._last: tuple[Act, ...] = ()
        self._repeated = 0
        self._said_once = 0
        self._wavered = False

    @property
    def borrower_set(self) -> bool:
        """Whether the terms agreed are of the borrower's own sum."""
        return self.agreed is not None and self._stance.is_own_sum(self.agreed)

    def respond(self, move: LenderMove, today: date) -> tuple[Act, ...]:
        """At most two acts, none once they have left. Today is on the borrower's calendar."""
        if self.done:
            return ()
        self.turns += 1
        self._tried += move.kind not in _PATIENT
        if self._tried > self.temper.patience and move.kind not in _PATIENT | _ENDS:
            return self._leave()
        if move.kind is LenderMoveKind.NOT_UNDERSTOOD:
            return self._say_again()
        acts = self._answer(move, Budget(self.means, today))
        if acts and acts[0].kind is not ActKind.SILENCE:
            self._last = acts
        return acts

    def _answer(self, move: LenderMove, budget: Budget) -> tuple[Act, ...]:
        if move.kind in _ENDS:
            self.done = True
            return ()
        if move.kind is LenderMoveKind.CALM:
            return self._calmed()
        if self._denies(move.kind):
            return self._one_answer()
        if move.kind is LenderMoveKind.GREET:
            return (Act(ActKind.GREET),)
        if move.kind is LenderMoveKind.ASK_IDENTITY:
            return (Act(ActKind.IDENTIFY),)
        if move.kind is LenderMoveKind.RECORDED:
            return self._recorded(move, budget)
        if move.kind is LenderMoveKind.READ_BACK:
            return self._judge(move, budget)
        return self._negotiate(move, budget)

    def _denies(self, kind: LenderMoveKind) -> bool:
        """Whether this is not for them to settle: they say so as soon as it makes sense."""
        if self.family.conduct in ("wrong_number", "third_party"):
            return True
        return self.family.conduct in ("disputes", "self_harm") and kind in _MONEY

    def _one_answer(self) -> tuple[Act, ...]:
        self._said_once += 1
        self.done = self._said_once >= ONE_ANSWER_TIMES
        return (Act(_ONE_ANSWER[self.family.conduct]),)

    def _negotiate(self, move: LenderMove, budget: Budget) -> tuple[Act, ...]:
        quirk = self._quirks.draw()
        if quirk and not self._quirks.leaves_room(quirk):
            return (quirk,)
        acts = self._judge(move, budget) if move.schedules else self._stance.answer(move.kind, budget)
        return (quirk, acts[0]) if quirk else acts[:2]

    def _judge(self, move: LenderMove, budget: Budget) -> tuple[Act, ...]:
        """Accept the lightest bearable schedule of those heard, or say what stands against it."""
        chosen = self._stance.choice(move.schedules, budget)
        if chosen is None:
            return self._stance.object_to(move.schedules, budget)
        self.agreed = move.schedules[chosen]
        return (Act(ActKind.ACCEPT, which=chosen),)

    def _recorded(self, move: LenderMove, budget: Budget) -> tuple[Act, ...]:
        if move.schedules:
            self.agreed = move.schedules[0]
        wavers = not self._wavered and self._dice.random() < self.family.second_thoughts.value
        if not wavers:
            self.done = True
            return (Act(ActKind.THANKS),)
        self._wavered, self.agreed = True, None
        self._stance.lower(SECOND_THOUGHTS_SHARE)
        return (Act(ActKind.CHANGE_MIND), *self._stance.answer(LenderMoveKind.ASK_BOTH, budget)[:1])

    def _say_again(self) -> tuple[Act, ...]:
        self._repeated += 1
        if self._repeated > REPETITIONS:
            self.done = True
            return (Act(ActKind.ASK_PERSON),)
        return self._last or (Act(ActKind.GREET),)

    def _calmed(self) -> tuple[Act, ...]:
        self.done = self.family.conduct == "self_harm"
        return (Act(ActKind.THANKS),) if self.done else (Act(ActKind.VAGUE),)

    def _leave(self) -> tuple[Act, ...]:
        self.done, self.agreed = True, None
        asks = self._dice.random() < ASKS_A_PERSON_AT_THE_END
        return (Act(ActKind.ASK_PERSON if asks else ActKind.SILENCE),)
