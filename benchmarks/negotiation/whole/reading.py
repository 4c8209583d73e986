"""What a borrower understands of the agent's answer.

The kind of move is told by the templates of the answer, which is what its words are made of; the terms on the
table by the case's state, where every payment of a schedule has its day. Both are read over the interface of
`arrears journey`. That the text shows the same terms is checked beside it (`shown_otherwise`), by what the
simulated borrowers of the demo understand of a text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import Offer, Question
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.plans import Instalment
from benchmarks.negotiation.setting import heard
from simulator.borrowers import hearing
from simulator.borrowers.acts import LenderMove, LenderMoveKind, TermsHeard

Document = Mapping[str, Any]

_READ_BACK = frozenset(
    {
        "plan.read_back",
        "plan.read_back_again",
        "plan.that_is_so",
        "plan.read_back_between",
        "plan.read_back_short",
        "change.read_back",
        "approval.approved",
    }
)
_TWO = frozenset({"offer.two", "offer.two_instead", "relief.two"})
_OFFERED = _TWO | {"offer.counter", "offer.one", "relief.offer", "approval.declined_offer"}
_ENDS = frozenset(
    {
        "human.answer", "human.waiting", "scope.third", "calm.person", "identity.locked", "failure.answer",
        "plan.exists", "change.day", "cancel.answer", "approval.asked", "dispute.answer",
        "wrong_number.answer", "third_party.answer", "special_status.answer", "deceased.answer",
        "cease.answer", "complaint.answer", "optout.calls", "optout.confirmation", "optout.noted",
    }
)  # fmt: skip
_ENDS_UNLESS_ASKED = frozenset(
    {"hardship.answer", "hardship.agreed", "plan.referred", "plan.referred_credit"}
)
"""A person comes; where a question or an offer stands beside it the conversation goes on."""

_CLOSES = frozenset({"refusal.answer", "balance.settled", "goodbye.answer"})
_QUESTIONS = {
    "identity.ask": LenderMoveKind.ASK_IDENTITY,
    "identity.again": LenderMoveKind.ASK_IDENTITY,
    "identity.retry": LenderMoveKind.ASK_IDENTITY,
    "who.answer": LenderMoveKind.ASK_IDENTITY,
    "scope.unverified": LenderMoveKind.ASK_IDENTITY,
    "balance.state": LenderMoveKind.STATE_BALANCE,
    "balance.again": LenderMoveKind.ASK_BOTH,
    "next.question": LenderMoveKind.ASK_BOTH,
    "plan.declined": LenderMoveKind.ASK_BOTH,
    "plan.if_you_like": LenderMoveKind.ASK_BOTH,
    "plan.taken_back": LenderMoveKind.ASK_BOTH,
    "approval.declined": LenderMoveKind.ASK_BOTH,
    "proposal.ask_both": LenderMoveKind.ASK_BOTH,
    "proposal.start_sooner": LenderMoveKind.ASK_AMOUNT,
    "proposal.ask_again": LenderMoveKind.ASK_BOTH,
    "proposal.ask_again_amount": LenderMoveKind.ASK_AMOUNT,
    "proposal.ask_again_date": LenderMoveKind.ASK_DATE,
    "proposal.person": LenderMoveKind.ASK_BOTH,  # "you can still send me a sum and a day"
    "proposal.ask_amount": LenderMoveKind.ASK_AMOUNT,
    "proposal.ask_affordable": LenderMoveKind.ASK_AMOUNT,
    "relief.ask": LenderMoveKind.ASK_AMOUNT,
    "proposal.ask_other_months": LenderMoveKind.ASK_AMOUNT,
    "proposal.ask_date": LenderMoveKind.ASK_DATE,
    "proposal.date_invalid": LenderMoveKind.ASK_DATE,
    "proposal.date_past": LenderMoveKind.ASK_DATE,
    "proposal.date_unresolved": LenderMoveKind.ASK_DATE,
    "proposal.date_ambiguous": LenderMoveKind.ASK_DATE,
    "proposal.ask_payday": LenderMoveKind.ASK_WHEN_PAID,
}
_ASKED = {
    "proposal.ask_both": Question.AMOUNT,
    "proposal.start_sooner": Question.AMOUNT,
    "proposal.ask_again": Question.AMOUNT,
    "proposal.ask_again_amount": Question.AMOUNT,
    "proposal.ask_again_date": Question.DATE,
    "proposal.ask_amount": Question.AMOUNT,
    "proposal.ask_affordable": Question.AFFORDABLE,
    "relief.ask": Question.AFFORDABLE,
    "proposal.ask_date": Question.DATE,
    "proposal.ask_payday": Question.PAYDAY,
    "proposal.ask_other_months": Question.OTHER_MONTHS,
}
_CALMS = frozenset({"crisis.answer", "crisis.again", "calm.first"})
_LOST = frozenset({"scope.answer", "scope.offer_waits", "scope.second", "scope.instructions"})


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back for one text of the borrower."""

    texts: tuple[str, ...]  # as they reached the phone
    templates: tuple[str, ...]  # keys of policy/messages, of the answers alone
    intents: tuple[str, ...]  # how the borrower's text was read
    entities: tuple[Document, ...]
    answered_by: tuple[str, ...]
    bounds: Document | None  # with the last move of the engine
    state: Document  # of the case: docs/how-to/journey.md


@dataclass(frozen=True, slots=True)
class Understood:
    """What a borrower makes of a reply. Without a move nothing new was asked: what stood before stands."""

    move: LenderMove | None
    table: tuple[Offer, ...] = ()  # terms that wait for a yes
    plan: Offer | None = None  # terms that were recorded just now
    asked: Question | None = None


def understood(reply: Reply) -> Understood:
    """The move of a reply, the first that holds: recorded, terms, the end, a question, calm, lost."""
    keys = frozenset(reply.templates)
    if not reply.texts:
        return Understood(None)
    if "plan.recorded" in keys:
        plan = plan_of(reply.state)
        shown = () if plan is None else (heard(plan),)
        return Understood(LenderMove(LenderMoveKind.RECORDED, shown), plan=plan)
    if keys & (_READ_BACK | _OFFERED):
        table = table_of(reply.state, two=bool(keys & _TWO))
        kind = LenderMoveKind.READ_BACK if keys & _READ_BACK else LenderMoveKind.OFFER
        return Understood(LenderMove(kind, tuple(heard(offer) for offer in table)), table)
    return Understood(_without_terms(reply, keys), asked=_asked(reply.templates))


def _without_terms(reply: Reply, keys: frozenset[str]) -> LenderMove | None:
    if keys & _ENDS:
        return LenderMove(LenderMoveKind.REFERRED)
    questions = [_QUESTIONS[key] for key in reply.templates if key in _QUESTIONS]
    if questions:
        return LenderMove(questions[-1], total_minor=_total(reply.texts))
    if keys & _ENDS_UNLESS_ASKED:
        return LenderMove(LenderMoveKind.REFERRED)
    if keys & _CLOSES:
        return LenderMove(LenderMoveKind.CLOSED)
    if keys & _CALMS:
        return LenderMove(LenderMoveKind.CALM)
    return LenderMove(LenderMoveKind.NOT_UNDERSTOOD) if keys & _LOST else None


def _asked(templates: tuple[str, ...]) -> Question | None:
    return next((_ASKED[key] for key in reversed(templates) if key in _ASKED), None)


def _total(texts: tuple[str, ...]) -> int | None:
    return next((total for text in texts if (total := hearing.hear(text).total_minor) is not None), None)


def table_of(state: Document, *, two: bool) -> tuple[Offer, ...]:
    """The terms that wait for a yes: one, or two to choose from."""
    waiting = [each for each in state["offers"] if each["outcome"] == "open"]
    if not waiting:
        return ()
    other = waiting[-1]["other"] if two else None
    return tuple(offer_of(each) for each in (waiting[-1], other) if each is not None)


def plan_of(state: Document) -> Offer | None:
    """The last plan that is not cancelled, as terms."""
    return None if state["plan"] is None else offer_of(state["plan"])


def offer_of(document: Document) -> Offer:
    """Terms of the state document, whose money is text in major units."""
    currency = Currency(document["currency"])

    def money(written: str) -> Money:
        return Money(int(Decimal(written).scaleb(2)), currency)

    return Offer(
        tuple(
            Instalment(date.fromisoformat(each["on"]), money(each["amount"]))
            for each in document["instalments"]
        ),
        None if document["frequency"] is None else Frequency(document["frequency"]),
        money(document["left_due"]),
        PlanType(document["kind"]),
        None if document["waived"] is None else money(document["waived"]),
        None if document["review_on"] is None else date.fromisoformat(document["review_on"]),
        document["takings_percent"],
    )


def shown_otherwise(texts: tuple[str, ...], schedules: tuple[TermsHeard, ...]) -> bool:
    """Whether the texts show other terms than these: how many, the largest payment, or the first day."""
    read = [each for text in texts for each in hearing.hear(text).schedules]
    shown = [(each.payment_minor, each.first) for each in read]
    return shown != [_largest_and_first(terms) for terms in schedules]


def _largest_and_first(terms: TermsHeard) -> tuple[int, date | None]:
    if not terms.instalments:
        return 0, None
    return max(minor for _, minor in terms.instalments), terms.instalments[0][0]
