"""What was proposed in a conversation, and what was told of means in all of a person's. All appended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, insert, select

from arrears.domain.ids import ConversationId, PersonId
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.affordability import StatedLimit
from arrears.domain.negotiation.means_told import MeansTold, Told
from arrears.domain.negotiation.offers import LighterMonths, Proposal, Regularly, Statements, Wish
from arrears.domain.plans import Instalment
from arrears.store.offers import frequency_named, money_terms
from arrears.store.tables.dialogue import conversations, proposals
from arrears.store.tables.people import cases

NOTHING_SAID = Statements()


@dataclass(frozen=True, slots=True)
class KeptProposal:
    """What the borrower has said so far in a conversation, but for their means."""

    proposal: Proposal
    said: Statements = NOTHING_SAID  # without what was declined and asked: other rows say that
    at: datetime | None = None  # when it was kept


def append_proposal(
    tx: Connection,
    conversation_id: ConversationId,
    kept: KeptProposal,
    means: MeansTold,
    *,
    key: str,
    at: datetime,
) -> None:
    """Remember what was proposed so far, merged over the turns, and all that was told of means."""
    terms = _proposal_terms(kept, means)
    tx.execute(insert(proposals).values(id=key, conversation_id=conversation_id, terms=terms, at=at))


def is_proposal_kept(tx: Connection, key: str) -> bool:
    """Whether the proposal of that key is here already."""
    return tx.execute(select(proposals.c.id).where(proposals.c.id == key)).one_or_none() is not None


def last_proposal(tx: Connection, conversation_id: ConversationId) -> KeptProposal | None:
    """What the borrower has proposed so far in this conversation."""
    p = proposals.c
    row = tx.execute(
        select(p.terms, p.at)
        .where(p.conversation_id == conversation_id)
        .order_by(p.at.desc(), p.id.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else _kept(row.terms, row.at)


def means_told(tx: Connection, person_id: PersonId, currency: Currency) -> MeansTold:
    """What the person has told of their means over all their conversations, in the currency of the loan.

    Each proposal is kept with what was told until then, so that the last one knows all of it.
    """
    p, c = proposals.c, conversations.c
    row = tx.execute(
        select(p.terms, p.at)
        .join(conversations, c.id == p.conversation_id)
        .join(cases, cases.c.id == c.case_id)
        .where(c.person_id == person_id, cases.c.currency == currency)
        .order_by(p.at.desc(), p.id.desc())
        .limit(1)
    ).one_or_none()
    return MeansTold() if row is None else _means(row.terms, row.at)


def _proposal_terms(kept: KeptProposal, means: MeansTold) -> dict[str, Any]:
    return {
        **_terms(kept.proposal),
        "limit": _means_terms(means.limit),
        "said": {
            "income": _means_terms(means.income),
            "expenses": _means_terms(means.expenses),
            "payday": None if kept.said.payday is None else kept.said.payday.isoformat(),
            "payday_rhythm": kept.said.payday_rhythm,
            "hardship": kept.said.hardship,
            "wish": kept.said.wish,
            "season": list(kept.said.season),
            "none_before": None if kept.said.none_before is None else kept.said.none_before.isoformat(),
        },
    }


def _terms(proposal: Proposal) -> dict[str, Any]:
    """What was proposed, without its problems: those are asked about when they arise."""
    return {
        "amount": None if proposal.amount is None else money_terms(proposal.amount),
        "on": None if proposal.on is None else proposal.on.isoformat(),
        "month_end": proposal.month_end,
        "count": proposal.count,
        "frequency": proposal.frequency,
        "full": proposal.full,
        "share_percent": None if proposal.share_percent is None else str(proposal.share_percent),
        "in_month": None if proposal.in_month is None else proposal.in_month.isoformat(),
        "until": None if proposal.until is None else proposal.until.isoformat(),
        "each_payday": proposal.each_payday,
        "outlasts_limit": proposal.outlasts_limit,
        "rest": None if proposal.rest is None else _terms(proposal.rest),
        "lighter": None if proposal.lighter is None else _lighter_terms(proposal.lighter),
    }


def _proposal(terms: dict[str, Any]) -> Proposal:
    amount, share, rest = terms["amount"], terms["share_percent"], terms.get("rest")
    return Proposal(
        amount=None if amount is None else Money(amount[0], Currency(amount[1])),
        on=None if terms["on"] is None else date.fromisoformat(terms["on"]),
        month_end=bool(terms.get("month_end")),
        count=terms["count"],
        frequency=frequency_named(terms["frequency"]),
        full=terms["full"],
        share_percent=None if share is None else Fraction(share),
        in_month=date.fromisoformat(terms["in_month"]) if terms.get("in_month") else None,
        until=date.fromisoformat(terms["until"]) if terms.get("until") else None,
        each_payday=bool(terms.get("each_payday")),
        outlasts_limit=bool(terms.get("outlasts_limit")),
        rest=None if rest is None else _proposal(rest),
        lighter=_lighter(terms.get("lighter")),
    )


def _lighter_terms(lighter: LighterMonths) -> dict[str, Any]:
    return {
        "months": list(lighter.months),
        "amount": None if lighter.amount is None else money_terms(lighter.amount),
        "until": None if lighter.until is None else lighter.until.isoformat(),
        "once": [[one.on.isoformat(), money_terms(one.amount)] for one in lighter.once],
    }


def _lighter(terms: dict[str, Any] | None) -> LighterMonths | None:
    if terms is None:
        return None
    amount, until = terms["amount"], terms.get("until")
    return LighterMonths(
        tuple(terms["months"]),
        None if amount is None else Money(amount[0], Currency(amount[1])),
        date.fromisoformat(until) if until else None,
        tuple(
            Instalment(date.fromisoformat(on), Money(minor, Currency(currency)))
            for on, (minor, currency) in terms.get("once", ())
        ),
    )


def _kept(terms: dict[str, Any], at: datetime) -> KeptProposal:
    return KeptProposal(_proposal(terms), _statements(terms.get("said") or {}), at)


def _means(terms: dict[str, Any], at: datetime) -> MeansTold:
    """The means again; a statement without an instant of its own was made when the row was written."""
    limit, said = terms["limit"], terms.get("said") or {}
    return MeansTold(
        limit=None if limit is None else Told(_limit(limit), _instant(limit, at)),
        income=_regular(said.get("income"), at),
        expenses=_regular(said.get("expenses"), at),
    )


def _statements(terms: dict[str, Any]) -> Statements:
    payday, wish, none_before = terms.get("payday"), terms.get("wish"), terms.get("none_before")
    return Statements(
        payday=None if payday is None else date.fromisoformat(payday),
        payday_rhythm=frequency_named(terms.get("payday_rhythm")),
        hardship=bool(terms.get("hardship")),
        wish=None if wish is None else Wish(wish),
        season=tuple(terms.get("season") or ()),
        none_before=None if none_before is None else date.fromisoformat(none_before),
    )


def _means_terms(told: Told[Regularly] | Told[StatedLimit] | None) -> list[Any] | None:
    if told is None:
        return None
    terms = [*money_terms(told.what.amount), told.what.per, told.at.isoformat()]
    return [*terms, True] if isinstance(told.what, StatedLimit) and told.what.of_all else terms


def _limit(terms: list[Any]) -> StatedLimit:
    of_all = len(terms) > 4 and bool(terms[4])
    return StatedLimit(Money(terms[0], Currency(terms[1])), frequency_named(terms[2]), of_all)


def _regular(terms: list[Any] | None, at: datetime) -> Told[Regularly] | None:
    if terms is None:
        return None
    money = Regularly(Money(terms[0], Currency(terms[1])), Frequency(terms[2]))
    return Told(money, _instant(terms, at))


def _instant(terms: list[Any], at: datetime) -> datetime:
    return datetime.fromisoformat(terms[3]) if len(terms) > 3 else at
