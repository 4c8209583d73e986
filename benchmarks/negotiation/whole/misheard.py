"""Whether the product read what a borrower did: acts said against figures, intents and effects.

Figures are those that the act puts into words. An act's sort is judged by its effect where it has one (a yes
records or reads back, a proof is taken), else by the intents. Terms outrank the label of a text, so that what
names a sum is judged by its figures alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from arrears.domain.language.means.told_means import means_in
from arrears.domain.language.read import read
from arrears.domain.money import Currency
from arrears.domain.people import Language
from benchmarks.negotiation.whole.reading import Document, Reply
from simulator.borrowers.acts import Act, ActKind

_DAY_DOUBTED = frozenset(
    {"proposal.date_invalid", "proposal.date_past", "proposal.date_unresolved", "proposal.date_ambiguous"}
)
_LIGHT = frozenset({ActKind.INSULT, ActKind.OFF_TOPIC, ActKind.VAGUE, ActKind.HALF, ActKind.THANKS})
"""Beside something else nothing hangs on these."""

_GRAVE = frozenset({"cannot_pay", "request_hardship", "refuse_to_pay", "already_paid", "dispute"})
_ABOUT_TERMS = ("proposal.", "offer.", "plan.", "relief.", "approval.", "hardship.")
_OWN_FIGURES = frozenset({ActKind.INJECT, ActKind.IDENTIFY, ActKind.IMPOSSIBLE_DEMAND})  # in their words
_NUMBERS = ("amount", "instalment_count", "percent")
_TERMS = frozenset(
    {
        "promise_to_pay", "propose_instalment", "partial_payment", "pay_now", "request_extension",
        "change_due_date", "request_settlement",
    }
)  # fmt: skip
_ASK_WHO = frozenset({"identity.ask", "identity.again", "identity.retry", "identity.locked", "who.answer"})
_READ_BACK = frozenset(
    {
        "plan.read_back",
        "plan.read_back_again",
        "plan.read_back_between",
        "plan.read_back_short",
        "plan.that_is_so",
    }
)
_AGREED = _READ_BACK | {"plan.recorded"}
_TAKEN_WHOLE = frozenset({"proposal.ask_date", "plan.read_back", "offer.counter", "offer.two"})
_HARD = frozenset({"cannot_pay", "request_hardship"})
_NO = frozenset({"deny", "cancel_plan"})
_READ_AS: dict[ActKind, frozenset[str]] = {
    ActKind.REFUSE: _NO,
    ActKind.CHANGE_MIND: _NO | {"change_due_date", "repeat_clarify"},
    ActKind.HARDSHIP: _HARD,
    ActKind.VAGUE: frozenset({"vague_promise", "promise_to_pay", "request_extension"}),
    ActKind.ASK_PERSON: frozenset({"request_human"}),
    ActKind.DISPUTE: frozenset({"dispute", "already_paid"}),
    ActKind.WRONG_NUMBER: frozenset({"wrong_number"}),
    ActKind.THIRD_PARTY: frozenset({"third_party", "third_party_inquiry"}),
    ActKind.SELF_HARM: frozenset({"self_harm"}),
    ActKind.INSULT: frozenset({"abusive"}),
    ActKind.OFF_TOPIC: frozenset({"out_of_scope"}),
    ActKind.HALF: frozenset({"out_of_scope", "repeat_clarify"}),
    ActKind.THANKS: frozenset({"thanks", "affirm", "goodbye"}),
}
_ANSWERS_TO: dict[str, set[ActKind]] = {
    "dispute.answer": {ActKind.DISPUTE},
    "wrong_number.answer": {ActKind.WRONG_NUMBER},
    "third_party.answer": {ActKind.THIRD_PARTY},
    "crisis.answer": {ActKind.SELF_HARM},
    "human.answer": {ActKind.ASK_PERSON},
    "hardship.answer": {ActKind.HARDSHIP},
    "hardship.agreed": {ActKind.HARDSHIP},
    "deceased.answer": set(),
    "refusal.answer": set(),
    "inconvenient.answer": set(),
    "special_status.answer": set(),
    "cease.answer": set(),
    "complaint.answer": set(),
}
"""Answers with consequences, and the acts that call for them."""

_ASKED_ABOUT: dict[str | None, frozenset[str]] = {
    "balance": frozenset({"ask_balance", "ask_payoff"}),
    "fees": frozenset({"ask_fees_interest"}),
    "methods": frozenset({"ask_payment_methods"}),
    "consequences": frozenset({"ask_legal_consequences", "ask_credit_reporting"}),
    "robot": frozenset({"ask_are_you_human"}),
}
_MONEY = frozenset(
    {ActKind.PROPOSE, ActKind.STATE_LIMIT, ActKind.STATE_INCOME, ActKind.STATE_EXPENSES, ActKind.STATE_PAYDAY}
)


@dataclass(frozen=True, slots=True)
class Figures:
    """What is written in a text, or what was read of it."""

    sums: frozenset[int] = frozenset()  # minor units
    days: frozenset[date] = frozenset()
    rhythms: frozenset[str] = frozenset()
    counts: frozenset[int] = frozenset()
    percents: frozenset[int] = frozenset()

    def joined(self, other: Figures) -> Figures:
        """The figures of both."""
        return Figures(
            self.sums | other.sums,
            self.days | other.days,
            self.rhythms | other.rhythms,
            self.counts | other.counts,
            self.percents | other.percents,
        )

    def without(self, other: Figures) -> Iterable[str]:
        """The kinds of which this has what the other has not."""
        kinds = {
            "amount": self.sums - other.sums,
            "day": self.days - other.days,
            "rhythm": self.rhythms - other.rhythms,
            "count": self.counts - other.counts,
            "percent": self.percents - other.percents,
        }
        return (kind for kind, missing in kinds.items() if missing)


def misheard(acts: Iterable[Act], reply: Reply, parsed: Figures) -> tuple[str, ...]:
    """What of a turn was not read: "amount", "day", ... and "sort: ..."; nothing where all was.

    `parsed` is what the product's parser finds in the text. It counts where the answer is one to terms;
    elsewhere the text was taken for something else, and only what the transcript keeps of it was read.
    """
    said = tuple(acts)
    taken = any(key.startswith(_ABOUT_TERMS) for key in reply.templates)
    kept = _kept(reply.entities)
    got = parsed.joined(kept) if taken else kept
    named = figures_of(said)
    found = [*named.without(got)]
    if named.days and "day" not in found and _DAY_DOUBTED & {*reply.templates}:
        found.append("day")
    found += [f"sort: {act.kind}" for act in said if not _sort_is_read(act, said, reply)]
    kinds = {act.kind for act in said}
    found += [
        f"taken for {key}" for key in reply.templates if key in _ANSWERS_TO and not kinds & _ANSWERS_TO[key]
    ]
    if taken and parsed.sums - named.sums and not any(act.kind in _OWN_FIGURES for act in said):
        found.append("amount that was not said")
    return tuple(found)


def figures_of(acts: Iterable[Act]) -> Figures:
    """The figures that acts put into words."""
    telling = [act for act in acts if act.kind in _MONEY]
    sums = [act for act in telling if act.amount_minor is not None and not act.full]
    return Figures(
        sums=frozenset(act.amount_minor or 0 for act in sums if act.share_percent is None),
        days=frozenset(act.on for act in telling if act.on is not None),
        rhythms=frozenset(act.per for act in sums if act.per is not None),
        counts=frozenset(act.count for act in telling if act.count is not None),
        percents=frozenset(act.share_percent for act in telling if act.share_percent is not None),
    )


def read_figures(text: str, language: str, today: date, currency: Currency) -> Figures:
    """What the product's parsers read, of terms and of means, whatever the text was taken for."""
    found = read(text, language=Language(language), today=today, currency=currency)
    means = means_in(text, language=Language(language), today=today, currency=currency)
    told = [each for each in (means.income, means.expenses, means.left_over) if each is not None]
    rhythms = {found.frequency, found.plan.frequency, *(each.per for each in told)} - {None}
    counts = {found.instalment_count, found.plan.count} - {None}
    shares = {each.percent for each in found.amounts} | {int(each.percent) for each in found.percents}
    return Figures(
        sums=frozenset(each.money.minor for each in found.amounts if each.money is not None)
        | {each.amount.minor for each in told},
        days=frozenset(day for day in (means.payday, *(each.on for each in found.dates)) if day is not None),
        rhythms=frozenset(str(each) for each in rhythms),
        counts=frozenset(each for each in counts if each is not None),
        percents=frozenset(each for each in shares if each is not None),
    )


def _kept(entities: tuple[Document, ...]) -> Figures:
    """What the transcript keeps. "All of it" and its like are no sums."""

    def values(name: str) -> list[Any]:
        return [each["value"] for each in entities if each["entity"] == name]

    numbers = {name: [v for v in values(name) if isinstance(v, int | float)] for name in _NUMBERS}
    return Figures(
        sums=frozenset(round(value * 100) for value in numbers["amount"]),
        days=frozenset(date.fromisoformat(each) for each in values("date") if each[:1].isdigit()),
        rhythms=frozenset(values("frequency")),
        counts=frozenset(numbers["instalment_count"]),
        percents=frozenset(numbers["percent"]),
    )


def _sort_is_read(act: Act, said: tuple[Act, ...], reply: Reply) -> bool:
    intents, keys = frozenset(reply.intents), frozenset(reply.templates)
    figures_beside = any(each.kind in _MONEY for each in said)
    match act.kind:
        case kind if kind in _LIGHT and len(said) > 1:
            return True
        case ActKind.REFUSE if figures_beside:  # the other figure says no
            return not intents & _GRAVE
        case ActKind.ACCEPT:
            return bool(keys & _AGREED)
        case ActKind.IDENTIFY:
            return not keys & _ASK_WHO
        case ActKind.PROPOSE:
            return not act.full or bool(intents & _TERMS) or bool(keys & _TAKEN_WHOLE)
        case ActKind.ASK_QUESTION:
            return bool(intents & _ASKED_ABOUT[act.about])
        case ActKind.INJECT | ActKind.IMPOSSIBLE_DEMAND:
            return not keys & _AGREED
        case kind if kind in _READ_AS and intents:  # without any, the text was not given to the engine
            return bool(intents & _READ_AS[kind])
        case _:
            return True
