"""What a borrower's acts make known, over all turns, as `arrears/dialogue/negotiating.py` keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from arrears.domain.language.readings import AmountKind, AmountReading, Frequency, Readings
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.affordability import StatedLimit, limit_from_refusal
from arrears.domain.negotiation.offers import (
    Offer,
    Position,
    Proposal,
    Question,
    Regularly,
    Statements,
)
from arrears.domain.negotiation.proposals import merged
from simulator.borrowers.acts import Act, ActKind

_TERMS = (ActKind.PROPOSE, ActKind.STATE_LIMIT)
_MONEY = (Question.AMOUNT, Question.AFFORDABLE)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was said so far."""

    proposal: Proposal | None = None
    limit: StatedLimit | None = None
    said: Statements = field(default_factory=Statements)

    def key(self) -> tuple[object, ...]:
        """The facts that terms may depend on: not what was declined, nor what was asked."""
        return self.proposal, self.limit, replace(self.said, declined=(), asked=frozenset())

    def position(self, base: Position, earlier: tuple[Offer, ...]) -> Position:
        """The position with all that was said."""
        return replace(
            base,
            stated_limit=self.limit.amount if self.limit else None,
            limit_per=self.limit.per if self.limit else None,
            earlier_offers=earlier,
            said=self.said,
        )


def asked(facts: Facts, question: Question) -> Facts:
    """The facts after a question."""
    return replace(facts, said=replace(facts.said, asked=facts.said.asked | {question}))


def hear(
    facts: Facts, acts: tuple[Act, ...], table: tuple[Offer, ...], currency: Currency, *, counter: bool
) -> Facts:
    """The facts after a turn. `table` is what it answers, `counter` whether that was not their proposal."""
    now = _terms_in(acts, table, currency)
    limit = _limit_in(acts, currency) or (_from_refusal(now, table) if counter else None)
    return Facts(
        merged(facts.proposal, now) if now != Proposal() else facts.proposal,
        limit or _that_stands(facts.limit, now),
        _statements(facts.said, acts, now, table, currency),
    )


def _money(minor: int | None, currency: Currency) -> Money:
    return Money(minor or 0, currency)


def _per(act: Act) -> Frequency | None:
    return Frequency(act.per) if act.per else None


def _terms_in(acts: tuple[Act, ...], table: tuple[Offer, ...], currency: Currency) -> Proposal:
    now = Proposal()
    for act in acts:
        if act.kind in _TERMS:
            named = act.amount_minor is not None and not act.full and act.share_percent is None
            now = Proposal(
                amount=_money(act.amount_minor, currency) if named else now.amount,
                on=act.on or now.on,
                count=act.count or now.count,
                frequency=_per(act) or now.frequency,
                full=act.full or now.full,
                share_percent=act.share_percent or now.share_percent,
            )
    # "No, my money comes on the 15th" answers the days that were offered.
    refused = table and any(act.kind is ActKind.REFUSE for act in acts)
    payday = next((act.on for act in acts if act.kind is ActKind.STATE_PAYDAY), None)
    return replace(now, on=payday) if refused and payday and now.on is None else now


def _limit_in(acts: tuple[Act, ...], currency: Currency) -> StatedLimit | None:
    said = next((act for act in acts if act.kind is ActKind.STATE_LIMIT), None)
    return None if said is None else StatedLimit(_money(said.amount_minor, currency), _per(said))


def _from_refusal(now: Proposal, table: tuple[Offer, ...]) -> StatedLimit | None:
    if now.amount is None or not table or not table[0].instalments:
        return None
    reading = AmountReading(AmountKind.SUM, now.amount, None, (0, 0))
    readings = Readings(amounts=(reading,), frequency=now.frequency)
    return limit_from_refusal(_IN_WORDS, table[0].instalments[0].amount, readings)


_IN_WORDS = "I can do that"
"""Acts have no words: who proposes is taken to say what they can, as most sayings of a proposal do."""


def _that_stands(limit: StatedLimit | None, now: Proposal) -> StatedLimit | None:
    """The limit named earlier, until they offer more of their own accord."""
    return limit if limit is None or now.amount is None or now.amount <= limit.amount else None


def _statements(
    said: Statements, acts: tuple[Act, ...], now: Proposal, table: tuple[Offer, ...], currency: Currency
) -> Statements:
    for act in acts:
        match act.kind:
            case ActKind.STATE_INCOME:
                said = replace(said, income=_regularly(act, currency))
            case ActKind.STATE_EXPENSES:
                said = replace(said, expenses=_regularly(act, currency))
            case ActKind.STATE_PAYDAY:
                said = replace(said, payday=act.on)
            case ActKind.HARDSHIP:
                said = replace(said, hardship=True)
    kinds = {act.kind for act in acts}
    if kinds & {ActKind.REFUSE, ActKind.CHANGE_MIND} or _names_money(now):
        said = replace(said, declined=tuple(dict.fromkeys((*said.declined, *table))))
    return replace(said, asked=said.asked - _answered(kinds, now))


def _regularly(act: Act, currency: Currency) -> Regularly:
    return Regularly(_money(act.amount_minor, currency), _per(act) or Frequency.MONTHLY)


def _names_money(now: Proposal) -> bool:
    return now.amount is not None or now.full or now.share_percent is not None


def _answered(kinds: set[ActKind], now: Proposal) -> set[Question]:
    answers = {
        Question.DATE: now.on is not None,
        Question.PAYDAY: ActKind.STATE_PAYDAY in kinds,
        **dict.fromkeys(_MONEY, _names_money(now)),
    }
    return {question for question, is_answered in answers.items() if is_answered}
