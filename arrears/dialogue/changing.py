"""Another day for one payment of a plan that stands, or for all: read back, once without a person."""

from __future__ import annotations

from datetime import date

from arrears.dialogue.answering import Answer, Situation, hand_over
from arrears.dialogue.offering import answer_to, put_on_table
from arrears.dialogue.one_moved import payment_before
from arrears.dialogue.positions import authority_of, position_of
from arrears.dialogue.put_off import put_off_from
from arrears.dialogue.reading_again import read_back_again
from arrears.dialogue.rest_later import in_parts
from arrears.dialogue.terms_said import days_meant, offered_now, said_now
from arrears.dialogue.what_is_left import agreed_words, paid_on
from arrears.domain.approvals import APPROVED_OFFER
from arrears.domain.intents import Intent
from arrears.domain.language.acts.makes_sure import makes_sure
from arrears.domain.language.acts.which_payment import LAST, payment_named, speaks_of_one
from arrears.domain.language.dates.shifts import shift_in
from arrears.domain.language.offered.small_talk import is_in_small_talk
from arrears.domain.language.plans.all_payments import of_all_payments
from arrears.domain.language.plans.nothing_before import nothing_before
from arrears.domain.language.readings import DateReading
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.script.sentences import asks
from arrears.domain.money import Money
from arrears.domain.negotiation.agreed import less_paid, offer_of_plan
from arrears.domain.negotiation.authority import Authority
from arrears.domain.negotiation.change_of_day import change_day, change_regular_day, meets
from arrears.domain.negotiation.change_of_mind import differs
from arrears.domain.negotiation.offers import Accept, Counter, Move, Offer, Position, Refer
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.regular_day import keeps, regular_day_named
from arrears.domain.plans import Plan, enough, poured
from arrears.domain.wording import date_words, offer_words
from arrears.store import ledger, offers
from arrears.store.offers import OpenOffer

CHANGE = "date_change"
"""The kind of an offer that changes a day of the plan that stands."""
CHANGE_FOR_A_PERSON = "change_due_date"
"""Why the queue has a change that the agent may not make."""


def change_plan_day(situation: Situation, standing: Plan) -> Answer:
    """The plan with the other day, read back; a question, or a person where the agent may not change it.

    The gate is passed. Who says of what was read that a part of it stays as it is moves nothing more.
    """
    leaves = leaves_the_days(situation, standing)
    if leaves and (again := read_back_again(situation, "plan.read_back_again")):
        return again
    if leaves or only_makes_sure(situation, standing) or _is_so_already(situation, standing):
        return situation.answer("next.so", schedule=agreed_words(situation, standing))
    parts = in_parts(situation, standing)
    number = _meant(situation, standing) if parts is None else parts.number
    new_on, part = (_new_day(situation, standing), None) if parts is None else (parts.on, parts.part)
    every = parts is None and of_all_payments(situation.text, situation.readings)
    if every:
        move = _on_other_regular_day(situation, standing)
    else:
        move = None if number is None else on_other_day(situation, standing, number, new_on, part)
    match move:
        case Accept(offer=offer) | Counter(offer=offer):
            split_on = None if parts is None else standing.instalments[parts.number - 1].on
            return _read_back(situation, standing, offer, offers.bounds_terms(move.bounds), split_on)
        case None | Refer(approval=None):
            return situation.answer("change.day", staffed=hand_over(situation, CHANGE_FOR_A_PERSON))
        case _:
            return answer_to(situation, move)


def only_makes_sure(situation: Situation, standing: Plan) -> bool:
    """Whether they ask that the days are those that the plan keeps: "april is back to the 27th right?"."""
    days = [each.on for each in situation.readings.dates if each.on is not None]
    kept = bool(days) and all(keeps(on, offer_of_plan(standing)) for on in days)
    return kept and makes_sure(situation.text)


def _is_so_already(situation: Situation, standing: Plan) -> bool:
    """Whether they want every payment on the day that the payments keep: 以后每个月也28号吧."""
    days = [each.on for each in situation.readings.dates if each.on is not None]
    every = of_all_payments(situation.text, situation.readings)
    if every and days and all(keeps(on, offer_of_plan(standing)) for on in days):
        return True
    return _begins_so(situation, standing)


def _begins_so(situation: Situation, standing: Plan) -> bool:
    """Whether it is to begin on the day on which it does: "rent is the 1st so not before, start june 5"."""
    plain, first = fold(situation.text), standing.instalments[0].on
    named = {each.on for each in days_meant(situation)} - {_bound_before(situation, first)}
    begins = _BEGINS.search(plain) is not None and _CANNOT.search(plain) is None
    return begins and named == {first} and shift_in(plain) is None and not asks(situation.text)


_BEGINS = compiled(r"\b(?:start|begin)(?:s|ing)?\b|\bfrom\b|从|开始|起")
_CANNOT = compiled(r"\b(?:can'?t|cannot|can\s+not|won'?t|not\s+(?:start|begin))\b|不能|没法|不行|来不及")


def _new_regular_day(situation: Situation, standing: Plan) -> date | None:
    """The day that they name for all payments; None where they name none."""
    every = of_all_payments(situation.text, situation.readings)
    return regular_day_named(situation.text, situation.readings, offer_of_plan(standing)) if every else None


def _on_other_regular_day(situation: Situation, standing: Plan) -> Move | None:
    """What the engine answers to the day that they name for all payments; None where a person decides."""
    named = _new_regular_day(situation, standing)
    known = None if named is None else _known_to(situation)
    if named is None or known is None:
        return None
    position, authority = known
    return change_regular_day(position, authority, standing, named=named, paid=paid_on(situation, standing))


_STAYS = compiled(
    r"\b(?:still|same|stays?|remains?|unchanged|keep|kept|leave|leaves|as\s+(?:agreed|before|is))\b|不变|不动|不改|还是|仍|照旧|照常|依旧|一样"
)


def leaves_the_days(situation: Situation, standing: Plan) -> bool:
    """Whether they say that days stay as the plan has them, and name no other: 后面不变 还是28号."""
    plain, offer = fold(situation.text), offer_of_plan(standing)
    days = [each.on for each in offered_now(situation).dates]
    kept = bool(days) and all(on is not None and keeps(on, offer) for on in days)
    moves = shift_in(plain) is not None or differs(said_now(situation), offer)
    return kept and not moves and _STAYS.search(plain) is not None and not asks(situation.text)


def on_other_day(
    situation: Situation, standing: Plan, number: int, new_on: date | None, part: Money | None = None
) -> Move | None:
    """What the engine answers to payment `number` (from 1) on that day; None where only a person may decide.

    A `part` of it may stay on its own day. Raises: ValueError when there is no such payment or it is paid.
    """
    known = _known_to(situation)
    if known is None:
        return None
    position, authority = known
    paid = paid_on(situation, standing)
    return change_day(position, authority, standing, number=number, new_on=new_on, paid=paid, part=part)


def _known_to(situation: Situation) -> tuple[Position, Authority] | None:
    """What the engine weighs; None where the policy has nothing for the case."""
    balance = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    authority = authority_of(situation, balance)
    return None if authority is None else (position_of(situation, balance, authority), authority)


def names_other_day(situation: Situation, standing: Plan) -> bool:
    """Whether the turn names a day for what was agreed, and no other money."""
    day = _new_day(situation, standing) or _new_regular_day(situation, standing)
    agreed = {item.amount for item in standing.instalments} | {standing.total}
    named = {each.money for each in situation.readings.amounts if each.money is not None}
    return day is not None and named <= agreed


def change_behind(situation: Situation, waiting: OpenOffer, standing: Plan | None) -> Plan | None:
    """The plan that the offer changes: it stands as it did when the change was read back; else None."""
    if standing is None:
        return None
    if waiting.kind == APPROVED_OFFER:
        # Whether that still holds, the approval says.
        return standing if waiting.offer.kind is PlanType.DATE_CHANGE else None
    if waiting.kind != CHANGE:
        return None
    same = waiting.bounds.get("changes") == standing.id
    unpaid = waiting.bounds.get("paid_minor") == paid_on(situation, standing).minor
    return standing if same and unpaid else None


def paid_in_between(situation: Situation, waiting: OpenOffer, standing: Plan) -> Answer | None:
    """The change once more, less what has arrived since it was read back; None where nothing of it has."""
    if waiting.kind != CHANGE or waiting.bounds.get("changes") != standing.id:
        return None
    arrived = paid_on(situation, standing).minor - int(waiting.bounds.get("paid_minor", 0))
    if not 0 < arrived < waiting.offer.total.minor:
        return None
    offer = less_paid(waiting.offer, Money(arrived, waiting.offer.total.currency))
    return (
        None
        if offer.instalments[0].on < situation.today
        else _read_back(situation, standing, offer, waiting.bounds)
    )


def _read_back(
    situation: Situation,
    standing: Plan,
    offer: Offer,
    bounds: dict[str, object],
    split_on: date | None = None,
) -> Answer:
    bounds = bounds | {"changes": standing.id, "paid_minor": paid_on(situation, standing).minor}
    put_on_table(situation, offer, kind=CHANGE, bounds=bounds, reasons=(CHANGE,))
    catalog, channel = situation.desk.policy.catalog, situation.conversation.channel
    schedule = offer_words(catalog, situation.language, offer, channel)
    read_back, close = situation.say("change.read_back", schedule=schedule), meets(standing, offer, split_on)
    if close is None:
        return Answer((read_back,), bounds)
    day, later = (date_words(catalog, situation.language, each) for each in close)
    return Answer((situation.say("change.close", day=day, date=later), read_back), bounds)


def _meant(situation: Situation, standing: Plan) -> int | None:
    """The number of the payment they speak of: whose number or day they name, else the next that is open."""
    paid = poured(paid_on(situation, standing), tuple(item.amount for item in standing.instalments))
    open_ones = [
        number
        for number, (item, got) in enumerate(zip(standing.instalments, paid, strict=True), start=1)
        if not enough(got, item.amount)
    ]
    by_number = payment_named(situation.text)
    by_number = len(standing.instalments) if by_number == LAST else by_number
    if by_number in open_ones:
        return by_number
    named = {reading.on for reading in situation.readings.dates}
    own = {standing.instalments[number - 1].on: number for number in open_ones}
    by_day = (number for on, number in own.items() if on in named)
    new = {on for on in named if on is not None} if speaks_of_one(situation.text) else set()
    if len(new) == 1 and not new & own.keys():
        before = payment_before(new.pop(), list(own))
        by_day = (number for on, number in own.items() if on == before)
    return next(by_day, open_ones[0] if open_ones else None)


def _new_day(situation: Situation, standing: Plan) -> date | None:
    """The day that is so far from the payment's own, else the last they name that is none of the plan's."""
    number = _meant(situation, standing)
    later = None if number is None else put_off_from(situation, _last_on(situation, standing, number))
    if later is not None:
        return later
    own = {item.on for item in standing.instalments}
    days = [r.on for r in _days_to_pay(situation) if r.on is not None and r.problem is None]
    from_then = None if number is None else _bound_before(situation, standing.instalments[number - 1].on)
    ahead = (day for day in reversed(days) if day >= situation.today and day != from_then)
    return next((day for day in ahead if day not in own), None)


def _days_to_pay(situation: Situation) -> list[DateReading]:
    """The days of the turn; none of small talk, where no day is asked for."""
    asked, plain = bool(_FOR_A_DAY.intersection(situation.heard.intents)), fold(situation.text)
    return [day for day in days_meant(situation) if asked or not is_in_small_talk(plain, day.span)]


_FOR_A_DAY = frozenset({Intent.CHANGE_DUE_DATE, Intent.REQUEST_EXTENSION})


def _bound_before(situation: Situation, on: date) -> date | None:
    """The day before which they have nothing, where the payment's own keeps to that: "not before the 1st"."""
    bound = nothing_before(situation.text, situation.language, situation.today, situation.case.currency)
    return bound if bound is not None and bound <= on else None


def _last_on(situation: Situation, standing: Plan, number: int) -> date:
    """The day of that payment: of the change that waits for a yes, else of the plan."""
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    changed = waiting is not None and waiting.kind == CHANGE and waiting.bounds.get("changes") == standing.id
    if waiting is None or not changed or len(waiting.offer.instalments) < number:
        return standing.instalments[number - 1].on
    return waiting.offer.instalments[number - 1].on
