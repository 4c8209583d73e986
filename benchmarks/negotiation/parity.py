"""Paired conversations: the same borrower and seed under another name, language, tone or persistence.

Name, language and tone must leave every move as it is. One who repeats each refusal until the same terms
are shown again, or claims authority with every message, may be asked or referred at other times, but equal
facts must bring equal terms. Currency and law belong to the case and stay. Names never reach this level:
the whole path covers them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from benchmarks.negotiation.adapter import Conversation, Policy, play, shown_in
from benchmarks.negotiation.setting import case_of, day_of
from simulator.borrowers.acts import Act, ActKind, LenderMove, LenderMoveKind
from simulator.borrowers.families import Family
from simulator.borrowers.minds import Mind

MOST_REFUSALS = 4
_OPEN = {LenderMoveKind.OFFER, LenderMoveKind.READ_BACK}


class Disguised:
    """A mind whose words, not facts, are others."""

    def __init__(self, mind: Mind, beside: ActKind | None = None, *, language: str | None = None) -> None:
        self._mind, self._beside = mind, beside
        self.account = replace(mind.account, language=language or mind.account.language)

    @property
    def done(self) -> bool:
        return self._mind.done

    def respond(self, move: LenderMove, today: date) -> tuple[Act, ...]:
        acts = self._mind.respond(move, today)
        silent = not acts or any(act.kind is ActKind.SILENCE for act in acts)
        return acts if self._beside is None or silent else (*acts, Act(self._beside))


class Persistent(Disguised):
    """Refuses new terms, and refuses to answer, until the same terms are shown again."""

    def __init__(self, mind: Mind) -> None:
        super().__init__(mind)
        self._shown: LenderMove | None = None
        self._refusals = 0

    def respond(self, move: LenderMove, today: date) -> tuple[Act, ...]:
        if self._shown is None and move.kind in _OPEN:
            self._shown, self._refusals = move, 0
        if self._shown is None or move.kind in (LenderMoveKind.REFERRED, LenderMoveKind.CLOSED):
            return super().respond(move, today)
        self._refusals += 1
        again = self._refusals > 1 and move.schedules == self._shown.schedules
        if not again and self._refusals <= MOST_REFUSALS:
            return (Act(ActKind.REFUSE),)
        self._shown = None
        return super().respond(move, today)


@dataclass(slots=True)
class Parity:
    """How many pairs were compared, and how many differ."""

    pairs: int = 0
    terms: int = 0  # compared terms on equal facts
    differing: int = 0


VARIANTS = {
    "other name": lambda mind: Disguised(mind),
    "other language": lambda mind: Disguised(mind, language="zh" if mind.account.language == "en" else "en"),
    "insults": lambda mind: Disguised(mind, ActKind.INSULT),
    "thanks": lambda mind: Disguised(mind, ActKind.THANKS),
    "claims authority": lambda mind: Disguised(mind, ActKind.INJECT),
    "repeats every refusal": lambda mind: Persistent(mind),
}
_SAME_MOVES = frozenset(VARIANTS) - {"repeats every refusal"}


def compared(policy: Policy, people: list[tuple[Family, int]]) -> dict[str, Parity]:
    """The pairs of every variant."""
    found = {name: Parity() for name in VARIANTS}
    for family, seed in people:
        mind = Mind(family, seed)
        case = case_of(mind.account, day_of(seed))
        plain = play(mind, policy, case)
        for name, disguise in VARIANTS.items():
            other = play(disguise(Mind(family, seed)), policy, case)
            _compare(found[name], plain, other, same_moves=name in _SAME_MOVES)
    return found


def _compare(parity: Parity, plain: Conversation, other: Conversation, *, same_moves: bool) -> None:
    parity.pairs += 1
    terms, others = _terms(plain), _terms(other)
    shared = terms.keys() & others.keys()
    parity.terms += len(shared)
    differs = any(terms[key] != others[key] for key in shared)
    if same_moves:
        differs |= [step.move for step in plain.steps] != [step.move for step in other.steps]
        differs |= plain.plan != other.plan
    parity.differing += differs


def _terms(conversation: Conversation) -> dict[object, object]:
    """The first terms on each set of facts."""
    found: dict[object, object] = {}
    for step in conversation.steps:
        if shown := shown_in(step.move):
            found.setdefault(step.facts.key(), shown)
    return found
