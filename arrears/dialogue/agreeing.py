"""The one way into a plan: an explicit yes to terms that were read back directly before it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction

from arrears.contact.lifting import withdraw_refusal
from arrears.contact.speaking import answers_one_of
from arrears.contact.writing import only_leave_is_missing, plan_occasion, would_be_texted
from arrears.dialogue.answering import Answer, Decided, Situation, gate
from arrears.dialogue.approving import approval_behind, overtake
from arrears.dialogue.changing import change_behind, paid_in_between
from arrears.dialogue.clarifying import person_for_terms
from arrears.dialogue.day_moved import goes_to, known_moves
from arrears.dialogue.declining import decline
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.offering import close_open_offer
from arrears.dialogue.overtaken import is_past, waiting_offer
from arrears.dialogue.positions import authority_of
from arrears.dialogue.reading_again import read_back_again
from arrears.dialogue.reminding import announced, keep_hour_named_before
from arrears.dialogue.taking_back import replaces
from arrears.dialogue.terms_said import says_terms
from arrears.dialogue.yes_to_the_same import says_yes_to_the_same
from arrears.domain.approvals import APPROVED_OFFER
from arrears.domain.contact_policy import LifeContact
from arrears.domain.ids import PlanId
from arrears.domain.intents import COMMITTING, OFFERING, Consenting, Heard, Intent, consenting
from arrears.domain.language.acts.charge_questions import figures
from arrears.domain.language.acts.contrasts import has_contrast
from arrears.domain.language.acts.explicit_yes import says_yes_outright
from arrears.domain.language.acts.hesitations import is_hesitant
from arrears.domain.language.acts.instructions import instructs
from arrears.domain.language.acts.irony import is_ironic
from arrears.domain.language.acts.terms_wished import asks_for_terms
from arrears.domain.language.readings import Certainty, Readings
from arrears.domain.language.times.reminder_times import reminder_minute
from arrears.domain.language.withdrawals.find import withdrawals
from arrears.domain.money import Money
from arrears.domain.negotiation.agreed import offer_of_plan, plan_of_offer
from arrears.domain.negotiation.authority import Authority
from arrears.domain.negotiation.change_of_mind import rest_differs
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.proposals import proposal_in
from arrears.domain.negotiation.regular_day import begins_on, is_another_rule, keeps
from arrears.domain.offer_wording import READ_BACKS
from arrears.domain.people import Channel
from arrears.domain.plans import Plan
from arrears.domain.wording import Said, offer_words
from arrears.phone.in_writing import ASK_DETAILS, TEXT_FOLLOWS
from arrears.store import cases, conversations, ledger, offers, plans
from arrears.store.evidence import append_evidence
from arrears.store.offers import OfferOutcome, OpenOffer

_DAY_LAST = 31
SURE = 0.9
"""A yes that is understood with less confidence than this is no yes: the offer is read back again.

Of 61 validation turns that say yes 57 are as sure as this, of the others two, which their words give away.
"""


_TAKEN_FOR = COMMITTING | {
    Intent.DENY,
    Intent.PROMISE_TO_PAY,
    Intent.VAGUE_PROMISE,
    Intent.GREET,
    Intent.THANKS,
    Intent.GOODBYE,
    Intent.REPEAT_CLARIFY,
    Intent.OUT_OF_SCOPE,
}
"""What "ok I'll take that" and 行，就这样 are taken for."""

_NAMING_TERMS = COMMITTING | OFFERING
"""What "yep 85 on the 27th works for me" is taken for."""


def agreed_in_words(situation: Situation) -> Decided | None:
    """A yes in so many words where terms wait for one, whatever it was labelled; None for any other turn.

    About any other label than those that such words get, the label decides.
    """
    said, text = situation.heard.intents, situation.text
    outright = _TAKEN_FOR.issuperset(said) and says_yes_outright(text)
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    if situation.party is None or waiting is None:
        return None
    one = waiting.other is None  # of two, terms beside a yes choose one, which is read back
    agreed = Heard(situation.message_id, Intent.AFFIRM, 1.0)
    if outright:
        return agreed, consent
    # What they name is compared with what was read, as beside any yes: "if it is 160" is no condition then.
    same = one and _NAMING_TERMS.issuperset(said) and says_yes_to_the_same(situation, waiting.offer)
    return (agreed, _record) if same else None


def consent(situation: Situation) -> Answer:
    """A plain and sure yes records; what takes it back declines; everything else hears the terms again."""
    meant = consenting(situation.heard)
    if meant is Consenting.NO:
        return decline(situation)
    plain = meant is Consenting.YES and _is_plain(situation)
    return _record(situation) if plain else _ask_once_more(situation)


def _is_plain(situation: Situation) -> bool:
    """Whether the yes was understood well and meant, ends no consent, has no "but", and none but clear terms.

    A promise, or digits, beside it must be terms that were read: they are compared with the offer.
    """
    if situation.heard.confidence < SURE and not says_yes_outright(situation.text):
        return False
    text = situation.text
    if instructs(text) or withdrawals(text) or asks_for_terms(text):
        return False
    if has_contrast(text) or is_hesitant(text) or is_ironic(text):
        return False
    promises = Intent.PROMISE_TO_PAY in situation.heard.others
    names_terms = promises or any(map(str.isdigit, situation.text))
    return says_terms(situation) or not names_terms or reminder_minute(situation.text) is not None


def _record(situation: Situation) -> Answer:
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    if waiting is None or gate(situation) is not None:
        return take_terms(situation)
    # Over another number of theirs a plan may have been agreed since.
    standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    changed = change_behind(situation, waiting, standing)
    instead = standing is not None and replaces(situation, waiting, standing)
    overtaken = standing is not None and changed is None and waiting.kind != APPROVED_OFFER and not instead
    if overtaken or _says_something_else(situation, waiting.offer):
        again = None if standing is None else paid_in_between(situation, waiting, standing)
        return again or take_terms(situation)
    if not answers_one_of(situation, READ_BACKS):
        return _once_more(situation)
    cases.lock_case(situation.tx, situation.case.id)
    balance = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    authority = authority_of(situation, balance)
    if authority is None or _is_stale(situation, waiting, balance.total, changed):
        # A payment, a new statement or the first day came in between: the terms are read back afresh.
        close_open_offer(situation, OfferOutcome.REPLACED)
        return take_terms(situation)
    plan, since = _plan(situation, waiting, authority, changed), _asked_at(situation, waiting)
    plans.append_plan(situation.tx, plan, waiting.id)
    replaced = plans.replace_earlier(situation.tx, plan)
    keep_hour_named_before(situation, plan, since)
    close_open_offer(situation, OfferOutcome.ACCEPTED)
    payload = {"plan": plan.id, "offer": waiting.id, "turn": situation.turn_id, "replaces": list(replaced)}
    append_evidence(situation.tx, situation.case.id, "plan", payload, situation.now)
    withdraw_refusal(situation.tx, situation.act)
    words = offer_words(situation.desk.policy.catalog, situation.language, waiting.offer)
    recorded = [situation.say("plan.recorded", schedule=words)]
    if overtake(situation):
        recorded.append(situation.say("approval.overtaken"))
    return Answer((*recorded, *_what_follows(situation, plan)), waiting.bounds)


def _what_follows(situation: Situation, plan: Plan) -> tuple[Said, ...]:
    """The hour of reminders; on a call, last whether the terms come in writing, as reminders do."""
    reminders = announced(situation, plan).said
    if situation.conversation.channel is not Channel.VOICE or plan.kind is PlanType.PAY_NOW:
        return reminders
    welcome = plan_occasion(situation.tx, LifeContact.WELCOME, plan, plan.id)
    if not would_be_texted(situation.tx, situation.desk, welcome):
        return (situation.say("call.no_text"),)
    asks = only_leave_is_missing(situation.tx, situation.desk, welcome, offer_of_plan(plan))
    return (*reminders, situation.say(ASK_DETAILS if asks else TEXT_FOLLOWS))


def _asked_at(situation: Situation, waiting: OpenOffer) -> datetime:
    """Since when the terms are spoken of: since a person was asked, where one was."""
    approval = approval_behind(situation.tx, waiting, situation.today)
    return waiting.at if approval is None else approval.asked_at


def _is_stale(situation: Situation, waiting: OpenOffer, owed: Money, changed: Plan | None) -> bool:
    """Whether the terms can no longer be agreed as they were read back."""
    if waiting.kind == APPROVED_OFFER:
        # It may exceed the authority: it holds while the approval names exactly this offer.
        return approval_behind(situation.tx, waiting, situation.today) is None
    return is_past(waiting.offer, situation) or (changed is None and owed != _covered(waiting.offer))


def _covered(offer: Offer) -> Money:
    """The balance that the offer was made for."""
    owed = offer.total + offer.left_due
    return owed if offer.waived is None else owed + offer.waived


def _ask_once_more(situation: Situation) -> Answer:
    if gate(situation) is not None or says_terms(situation):
        return take_terms(situation)
    return _once_more(situation)


def _once_more(situation: Situation) -> Answer:
    """The terms again, and why: something stood between them and the yes, or it was none to rely on."""
    between = READ_BACKS.isdisjoint(situation.said_last)
    why = "plan.read_back_between" if between else "plan.read_back_again"
    return _which_of_two(situation) or read_back_again(situation, why) or take_terms(situation)


def _which_of_two(situation: Situation) -> Answer | None:
    """Who says yes to two offers that they have just read is asked for the one of them."""
    waiting = waiting_offer(situation)
    two = waiting is not None and waiting.other is not None
    exchanges = conversations.exchanges_of(situation.tx, situation.conversation.id)
    if two and sum("offer.which" in exchange.said for exchange in exchanges) >= _PATIENCE:
        return Answer((person_for_terms(situation, exchanges),))
    return situation.answer("offer.which") if two and answers_one_of(situation, TWO) else None


_PATIENCE = 2
"""So often it is asked which of the two; then a person helps, and both stay on the table."""


TWO = frozenset({"offer.two", "offer.two_instead", "relief.two"})
"""Messages with two offers, whole."""

OFFERS = READ_BACKS | TWO
"""With those of which one must be chosen first: a yes alone agrees to neither."""


def _has_doubts(readings: Readings) -> bool:
    """Whether an amount or a day is doubtful: a proposal leaves such out."""
    amounts, dates = readings.amounts, readings.dates
    return Certainty.UNSURE in {*(one.certainty for one in amounts), *(one.certainty for one in dates)}


def _says_something_else(situation: Situation, offer: Offer) -> bool:
    """Whether the yes names an amount, day or rhythm that the offer does not have, or one that is none."""
    if says_yes_to_the_same(situation, offer):
        return False
    said = proposal_in(situation.text, situation.readings, situation.case.currency, situation.today)
    if said.date_problem is not None or said.amount_problem is not None or said.share_percent is not None:
        return True
    if _has_doubts(situation.readings):
        return True
    amounts = {item.amount for item in offer.instalments} | {offer.total}
    other_amount = said.amount is not None and said.amount not in amounts
    other_amount = other_amount or _names_other_figure(situation.text, amounts, offer)
    regular = said.frequency is not None  # "the 15th of every month" is their day, "on the 15th" a date
    named = (part.on for part in said.parts() if part.on is not None)
    other_day = any(not _is_their_day(on, offer, situation, regular=regular) for on in named)
    other_rhythm = said.frequency not in (None, offer.frequency)
    other_share = said.full and offer.left_due.minor > 0
    other_count = said.count not in (None, len(offer.instalments))
    other_rest = rest_differs(said.rest, offer)
    return other_amount or other_day or other_rhythm or other_share or other_count or other_rest


def _names_other_figure(text: str, amounts: set[Money], offer: Offer) -> bool:
    """Whether a bare number, "yep 300 on the 27th", is too large for a day and none of the terms."""
    known = {Fraction(each.minor, 100) for each in amounts} | {
        Fraction(on.on.year) for on in offer.instalments
    }
    return any(each > _DAY_LAST and each not in known for each in figures(text))


def _is_their_day(named: date, offer: Offer, situation: Situation, *, regular: bool) -> bool:
    """Whether it is a payment's day, the one that all keep, or theirs that was said to be moved."""
    if named in {item.on for item in offer.instalments}:
        return not is_another_rule(named, situation.text, situation.readings, offer)
    if regular and _is_usual(named, offer, situation):
        return True
    if regular and keeps(named, offer) and named < offer.first_on:
        return not begins_on(named, situation.text, situation.readings)  # "every Monday", before they begin
    return named in known_moves(situation, offer)


def _is_usual(named: date, offer: Offer, situation: Situation) -> bool:
    """Whether it is the day that most payments keep, and one of them was moved from it off a rest day."""
    return keeps(named, offer) and goes_to(situation, named, offer)


def _plan(situation: Situation, waiting: OpenOffer, authority: Authority, changed: Plan | None) -> Plan:
    return plan_of_offer(
        waiting.offer,
        id=PlanId(f"plan-{waiting.id}"),
        case_id=situation.case.id,
        conversation_id=situation.conversation.id,
        grace_days=authority.terms.grace_days,
        authority_version=authority.policy_version,
        proposed_at=waiting.at,
        agreed_at=max(situation.now, waiting.at + timedelta(microseconds=1)),
        changes=None if changed is None else changed.id,
    )
