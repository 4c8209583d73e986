"""What every move has to stay in: the position, the authority, and what follows from both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation.authority import Authority, RestDays, Terms
from arrears.domain.negotiation.offers import Offer, OfferBounds, Position, Reason
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.rest_days import latest_within, moved
from arrears.domain.negotiation.schedule import due_dates
from arrears.domain.plans import Instalment


@dataclass(frozen=True, slots=True)
class Scope:
    """A position under an authority."""

    position: Position
    authority: Authority
    bounds: OfferBounds

    @property
    def terms(self) -> Terms:
        """The limits of the lender's row."""
        return self.authority.terms

    @property
    def balance(self) -> Money:
        """All that is owed."""
        return self.position.balance.total

    @property
    def today(self) -> date:
        """On the borrower's calendar."""
        return self.position.today

    @property
    def rest(self) -> RestDays:
        """How due days keep off weekends and holidays."""
        return self.authority.terms.rest_days

    def may(self, kind: PlanType) -> bool:
        """Whether the agent may offer the kind by itself. Two payments may be offered as instalments."""
        types = self.authority.terms.types & self.position.allowed
        return kind in types or (kind is PlanType.SPLIT and PlanType.INSTALMENTS in types)

    def day(self, on: date, latest_on: date) -> tuple[date, tuple[Reason, ...]]:
        """The nearest day that may be: not after the latest, and off rest days. Today is never put off."""
        day, why = (latest_on, (Reason.DATE_TOO_LATE,)) if on > latest_on else (on, ())
        if day == self.today:
            return day, why
        placed = moved(day, self.rest, self.today)
        if placed > latest_on:
            placed = latest_within(latest_on, self.rest, self.today) or self.today
        return placed, why if why or placed == day else (Reason.MOVED_OFF_REST_DAY,)

    def first_day(self, on: date | None, in_month: date | None = None) -> tuple[date, tuple[Reason, ...]]:
        """The first day of a plan: the one they named, else their payday, else the usual one.

        None before `in_month` is proposed, the first day of a month that they named without a day, or before
        the day until which they said to have nothing. A day of theirs that is a rest day stays the day of the
        plan: its payments are moved one by one.
        """
        latest = self.bounds.latest_first_on
        if on is not None:
            placed, why = self.day(on, latest)
            return self.kept(on, placed), why
        earliest = [day for day in (in_month, self.position.said.none_before) if day is not None]
        in_month = max(earliest, default=None)
        payday = self.payday()
        if payday is not None and payday <= latest and (in_month is None or in_month <= payday):
            placed, _ = self.day(payday, latest)
            return self.kept(payday, placed), (Reason.DATE_PROPOSED, Reason.ON_PAYDAY)
        usual = self.today + timedelta(days=self.terms.usual_first_payment_days)
        placed, why = self.day(max(usual, in_month or usual), latest)
        late = (Reason.DATE_TOO_LATE,) if Reason.DATE_TOO_LATE in why else ()
        return placed, (*late, Reason.DATE_PROPOSED)

    def kept(self, on: date, placed: date) -> date:
        """The day they named, where moving it as every due day puts its payment on the placed one.

        What follows in a rhythm keeps its number: from Sunday the 15th on, the 16th and then every 15th.
        """
        return on if moved(on, self.rest, self.today) == placed else placed

    def payday(self) -> date | None:
        """The next payday from today on, when they named one; an earlier one goes on in its rhythm."""
        said = self.position.said
        if said.payday is None or said.payday >= self.today:
            return said.payday
        per = said.income.per if said.income is not None else Frequency.MONTHLY
        return next(day for day in due_dates(said.payday, per) if day >= self.today)

    def starting(self, offer: Offer, on: date) -> Offer:
        """The offer with its first payment today when it was to be paid today, rest day or not."""
        if on != self.today or offer.instalments[0].on == on:
            return offer
        first = Instalment(on, offer.instalments[0].amount)
        return replace(offer, instalments=(first, *offer.instalments[1:]))


def scope_of(position: Position, authority: Authority) -> Scope:
    """The scope of a position, with the bounds that are shown beside the transcript."""
    today, terms = position.today, authority.terms
    bounds = OfferBounds(
        min_instalment=min(terms.min_instalment, position.balance.total),
        max_instalments=terms.max_instalments,
        latest_promise_on=today + timedelta(days=min(terms.promise_within_days, terms.max_term_days)),
        latest_first_on=today + timedelta(days=terms.first_payment_within_days),
        latest_last_on=today + timedelta(days=terms.max_term_days),
        stated_limit=position.stated_limit,
        policy_version=authority.policy_version,
    )
    return Scope(position, authority, bounds)
