from __future__ import annotations

from datetime import date

import pytest

from simulator.borrowers.hearing import Move, Schedule, hear, money
from tests.simulator.lender import instalments, once, only_spoken, pause, say, templates

MOVES = {
    "outreach.neutral": Move.OUTREACH,
    "outreach.promise_missed": Move.OUTREACH,
    "identity.ask": Move.IDENTITY,
    "identity.again": Move.IDENTITY,
    "identity.ask_birth": Move.IDENTITY,
    "identity.ask_last4": Move.IDENTITY,
    "identity.retry": Move.IDENTITY_RETRY,
    "identity.locked": Move.HANDED_OVER,
    "optout.noted": Move.UNKNOWN,
    "call.opening": Move.OUTREACH,
    "call.callback": Move.OUTREACH,
    "call.inbound": Move.OUTREACH,
    "call.identified": Move.OUTREACH,
    "balance.state": Move.BALANCE,
    "balance.again": Move.BALANCE,
    "balance.not_due": Move.BALANCE,
    "balance.stated": Move.BALANCE,
    "balance.settled": Move.SETTLED,
    "balance.overpaid": Move.SETTLED,
    "proposal.ask_amount": Move.ASK_AMOUNT,
    "proposal.no_fixed_day": Move.UNKNOWN,
    "proposal.ask_date": Move.ASK_DATE,
    "proposal.ask_both": Move.ASK_BOTH,
    "proposal.date_invalid": Move.FULL_DATE,
    "proposal.date_past": Move.FULL_DATE,
    "proposal.date_unresolved": Move.FULL_DATE,
    "proposal.date_ambiguous": Move.FULL_DATE,
    "proposal.ask_again": Move.ASK_BOTH,
    "proposal.ask_again_amount": Move.ASK_AMOUNT,
    "proposal.ask_again_date": Move.ASK_DATE,
    "proposal.ask_affordable": Move.ASK_AMOUNT,
    "proposal.ask_payday": Move.ASK_DATE,
    "proposal.ask_other_months": Move.ASK_AMOUNT,
    "proposal.start_sooner": Move.ASK_AMOUNT,
    "proposal.person": Move.HANDED_OVER,
    "offer.counter": Move.COUNTER,
    "offer.one": Move.COUNTER,
    "offer.which": Move.UNKNOWN,
    "offer.two": Move.COUNTER,
    "offer.two_instead": Move.COUNTER,
    "relief.offer": Move.COUNTER,
    "relief.two": Move.COUNTER,
    "relief.ask": Move.ASK_AMOUNT,
    "change.read_back": Move.READ_BACK,
    "reminder.default": Move.UNKNOWN,
    "reminder.set": Move.UNKNOWN,
    "approval.asked": Move.HANDED_OVER,
    "approval.ask_until": Move.ASK_DATE,
    "approval.waits": Move.IDENTITY,
    "approval.when": Move.UNKNOWN,
    "meanwhile.due": Move.HANDED_OVER,
    "meanwhile.thanks": Move.UNKNOWN,
    "approval.approved": Move.READ_BACK,
    "approval.declined": Move.HANDED_OVER,
    "approval.declined_offer": Move.COUNTER,
    "approval.lapsed": Move.HANDED_OVER,
    "dispute.own_wish": Move.HANDED_OVER,
    "dispute.proved": Move.HANDED_OVER,
    "approval.overtaken": Move.UNKNOWN,
    "approval.latest": Move.UNKNOWN,
    "approval.least": Move.UNKNOWN,
    "dispute.added": Move.HANDED_OVER,
    "dispute.how_long": Move.HANDED_OVER,
    "dispute.next": Move.HANDED_OVER,
    "dispute.person": Move.HANDED_OVER,
    "dispute.waits": Move.HANDED_OVER,
    "due.on": Move.UNKNOWN,
    "due.since": Move.UNKNOWN,
    "loans.shared": Move.HANDED_OVER,
    "offer.next": Move.UNKNOWN,
    "offer.until": Move.UNKNOWN,
    "plan.next": Move.UNKNOWN,
    "payment.that_way": Move.UNKNOWN,
    "payment.not_that": Move.UNKNOWN,
    "payment.by_card": Move.UNKNOWN,
    "interest.lawful": Move.HANDED_OVER,
    "change.not_recorded": Move.UNKNOWN,
    "text.here": Move.UNKNOWN,
    "contact.welcome": Move.UNKNOWN,
    "contact.welcome_terms": Move.UNKNOWN,
    "contact.reminder": Move.UNKNOWN,
    "contact.at_risk": Move.OUTREACH,
    "contact.review": Move.OUTREACH,
    "contact.page": Move.UNKNOWN,
    "contact.receipt": Move.UNKNOWN,
    "contact.fulfilled": Move.UNKNOWN,
    "contact.completed": Move.UNKNOWN,
    "contact.courtesy": Move.UNKNOWN,
    "plan.referred_credit": Move.HANDED_OVER,
    "plan.read_back": Move.READ_BACK,
    "plan.day_moved": Move.UNKNOWN,
    "plan.yes_or_change": Move.READ_BACK,
    "plan.read_back_again": Move.READ_BACK,
    "plan.that_is_so": Move.READ_BACK,
    "plan.read_back_between": Move.READ_BACK,
    "plan.read_back_short": Move.READ_BACK,
    "plan.reminder": Move.READ_BACK,
    "plan.total_stays": Move.UNKNOWN,
    "plan.less_again": Move.HANDED_OVER,
    "plan.recorded": Move.RECORDED,
    "plan.exists": Move.CLOSED,
    "plan.declined": Move.ASK_BOTH,
    "plan.taken_back": Move.ASK_BOTH,
    "plan.withdrawn": Move.UNKNOWN,
    "plan.stands_until": Move.UNKNOWN,
    "plan.referred": Move.HANDED_OVER,
    "plan.referred_less": Move.HANDED_OVER,
    "next.question": Move.ASK_BOTH,
    "next.closed": Move.CLOSED,
    "next.so": Move.CLOSED,
    "hardship.heard": Move.UNKNOWN,
    "details.withdrawn": Move.UNKNOWN,
    "hardship.answer": Move.HANDED_OVER,
    "hardship.agreed": Move.HANDED_OVER,
    "refusal.answer": Move.HANDED_OVER,
    "refusal.part": Move.HANDED_OVER,
    "dispute.answer": Move.HANDED_OVER,
    "dispute.cleared": Move.UNKNOWN,
    "doubt.attorney": Move.NOT_UNDERSTOOD,
    "doubt.bankruptcy": Move.NOT_UNDERSTOOD,
    "doubt.contact": Move.NOT_UNDERSTOOD,
    "doubt.death": Move.NOT_UNDERSTOOD,
    "doubt.dispute": Move.NOT_UNDERSTOOD,
    "doubt.number": Move.NOT_UNDERSTOOD,
    "doubt.somebody": Move.NOT_UNDERSTOOD,
    "doubt.texts": Move.NOT_UNDERSTOOD,
    "doubt.cleared": Move.UNKNOWN,
    "doubt.safety": Move.CRISIS,
    "doubt.misread": Move.UNKNOWN,
    "doubt.say_again": Move.NOT_UNDERSTOOD,
    "texts.fewer": Move.HANDED_OVER,
    "dispute.kept": Move.HANDED_OVER,
    "wrong_number.answer": Move.HANDED_OVER,
    "third_party.answer": Move.HANDED_OVER,
    "special_status.answer": Move.HANDED_OVER,
    "deceased.answer": Move.HANDED_OVER,
    "cease.answer": Move.HANDED_OVER,
    "complaint.answer": Move.HANDED_OVER,
    "crisis.answer": Move.CRISIS,
    "crisis.again": Move.CRISIS,
    "script.help_line": Move.CRISIS,
    "crisis.safe": Move.HANDED_OVER,
    "crisis.with_them": Move.HANDED_OVER,
    "crisis.kept": Move.HANDED_OVER,
    "human.answer": Move.HANDED_OVER,
    "human.waiting": Move.HANDED_OVER,
    "human.promised": Move.HANDED_OVER,
    "human.close": Move.HANDED_OVER,
    "human.kept": Move.UNKNOWN,
    "human.late": Move.HANDED_OVER,
    "human.nobody": Move.UNKNOWN,
    "human.not_needed": Move.UNKNOWN,
    "hours.answer": Move.UNKNOWN,
    "interest.grows": Move.UNKNOWN,
    "interest.none": Move.UNKNOWN,
    "interest.unknown": Move.HANDED_OVER,
    "interest.rate": Move.UNKNOWN,
    "interest.rate_unknown": Move.HANDED_OVER,
    "interest.late": Move.HANDED_OVER,
    "interest.late_again": Move.HANDED_OVER,
    "interest.owed": Move.UNKNOWN,
    "interest.until_paid": Move.UNKNOWN,
    "fees.owed": Move.HANDED_OVER,
    "fees.let_off": Move.HANDED_OVER,
    "fees.owed_let_off": Move.HANDED_OVER,
    "fees.claimed": Move.HANDED_OVER,
    "fees.person": Move.HANDED_OVER,
    "fees.none": Move.UNKNOWN,
    "fees.without": Move.HANDED_OVER,
    "fees.included": Move.UNKNOWN,
    "fees.included_yet": Move.HANDED_OVER,
    "fees.in_terms": Move.HANDED_OVER,
    "fees.still_owed": Move.UNKNOWN,
    "fees.other": Move.UNKNOWN,
    "approval.nothing_waits": Move.UNKNOWN,
    "papers.answer": Move.UNKNOWN,
    "payment.spread": Move.UNKNOWN,
    "who.answer": Move.IDENTITY,
    "who.answer_verified": Move.WHO,
    "robot.answer": Move.ROBOT,
    "language.switched": Move.UNKNOWN,
    "language.help": Move.NOT_UNDERSTOOD,
    "scope.answer": Move.NOT_UNDERSTOOD,
    "scope.offer_waits": Move.NOT_UNDERSTOOD,
    "scope.second": Move.NOT_UNDERSTOOD,
    "scope.unverified": Move.IDENTITY,
    "scope.third": Move.HANDED_OVER,
    "scope.instructions": Move.NOT_UNDERSTOOD,
    "failure.answer": Move.HANDED_OVER,
    "optout.confirmation": Move.HANDED_OVER,
    "identity.refused": Move.UNKNOWN,
    "balance.charges": Move.BALANCE,
    "balance.payoff": Move.BALANCE,
    "payoff.estimate": Move.BALANCE,
    "payoff.other_day": Move.HANDED_OVER,
    "payment.ways": Move.UNKNOWN,
    "payment.applied": Move.UNKNOWN,
    "payment.booked": Move.UNKNOWN,
    "payment.not_yet": Move.UNKNOWN,
    "payment.no_card": Move.UNKNOWN,
    "plan.not_recorded": Move.UNKNOWN,
    "plan.if_you_like": Move.UNKNOWN,
    "plan.early": Move.UNKNOWN,
    "plan.cheapest_sooner": Move.UNKNOWN,
    "plan.cheapest_same": Move.UNKNOWN,
    "plan.cheapest_unknown": Move.UNKNOWN,
    "plan.may_ask_less": Move.UNKNOWN,
    "plan.coming": Move.UNKNOWN,
    "numbered.waiting": Move.UNKNOWN,
    "numbered.stands": Move.UNKNOWN,
    "plan.by_date": Move.UNKNOWN,
    "plan.paid_ahead": Move.UNKNOWN,
    "plan.paid_off_early": Move.UNKNOWN,
    "plan.missed": Move.UNKNOWN,
    "plan.breach": Move.UNKNOWN,
    "plan.least": Move.HANDED_OVER,
    "plan.length": Move.UNKNOWN,
    "plan.short_month": Move.UNKNOWN,
    "plan.length_of": Move.UNKNOWN,
    "plan.leaves": Move.UNKNOWN,
    "plan.pays_all": Move.UNKNOWN,
    "approval.no_longest": Move.HANDED_OVER,
    "plan.same_money": Move.UNKNOWN,
    "plan.why_count": Move.UNKNOWN,
    "plan.why_sum": Move.UNKNOWN,
    "payment.any_time": Move.UNKNOWN,
    "plan.otherwise": Move.UNKNOWN,
    "plan.otherwise_review": Move.UNKNOWN,
    "plan.costs": Move.UNKNOWN,
    "plan.not_in_it": Move.HANDED_OVER,
    "loans.one": Move.HANDED_OVER,
    "loans.only_this": Move.HANDED_OVER,
    "loans.both": Move.HANDED_OVER,
    "loans.this": Move.UNKNOWN,
    "loans.other": Move.HANDED_OVER,
    "change.day": Move.HANDED_OVER,
    "change.close": Move.UNKNOWN,
    "cancel.answer": Move.HANDED_OVER,
    "failed.answer": Move.HANDED_OVER,
    "written.answer": Move.HANDED_OVER,
    "receipt.answer": Move.HANDED_OVER,
    "callback.answer": Move.HANDED_OVER,
    "contact.answer": Move.HANDED_OVER,
    "contact_change.noted": Move.HANDED_OVER,
    "who.name": Move.UNKNOWN,
    "script.reporting": Move.HANDED_OVER,
    "script.consequences": Move.HANDED_OVER,
    "script.privacy": Move.UNKNOWN,
    "script.no_answer": Move.UNKNOWN,
    "dispute.proof": Move.HANDED_OVER,
    "dispute.found": Move.HANDED_OVER,
    "dispute.not_found": Move.HANDED_OVER,
    "dispute.late": Move.HANDED_OVER,
    "dispute.fee": Move.HANDED_OVER,
    "dispute.own_terms": Move.HANDED_OVER,
    "dispute.no_day": Move.HANDED_OVER,
    "reminder.once_agreed": Move.UNKNOWN,
    "script.others_pay": Move.UNKNOWN,
    "script.trust": Move.UNKNOWN,
    "others.owe": Move.HANDED_OVER,
    "means.left_out": Move.UNKNOWN,
    "calm.first": Move.UNKNOWN,
    "calm.person": Move.HANDED_OVER,
    "greet.answer": Move.NOT_UNDERSTOOD,
    "thanks.answer": Move.UNKNOWN,
    "goodbye.answer": Move.UNKNOWN,
}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("key", MOVES)
def test_borrowers_understand_what_the_product_says(key: str, language: str) -> None:
    assert hear(say(key, language)).move is MOVES[key]


# Shorter for the ear: one question where the text asks two.
ALOUD = {"proposal.ask_both", "next.question", "plan.declined", "plan.taken_back"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_words_for_the_ear_are_understood_as_the_text_is(language: str) -> None:
    spoken = {key.removesuffix(".voice"): key for key in templates(language) if key.endswith(".voice")}
    for base in spoken.keys() & MOVES.keys():
        wanted = {MOVES[base]} | ({Move.ASK_AMOUNT} if base in ALOUD else set())
        assert hear(say(spoken[base], language)).move in wanted, base


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_template_of_the_dialogue_is_forgotten(language: str) -> None:
    elsewhere = {
        "inconvenient.answer",
        "inconvenient.noted",
        "optin.confirmation",
        "optin.by_text",
        "help.answer",
        "help.chat",
    }
    assert set(templates(language)) - only_spoken(language) - elsewhere <= set(MOVES)


@pytest.mark.parametrize(
    ("language", "key"),
    [("en", "balance.state"), ("en", "balance.again"), ("zh", "balance.state"), ("zh", "balance.again")],
)
def test_the_total_is_read_and_not_a_component(language: str, key: str) -> None:
    assert hear(say(key, language)).total_minor == 124_050


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("$1,240.50", [124_050]),
        ("US$350", [35_000]),
        ("350 dollars", [35_000]),
        ("¥3,000.00 and ¥12.5", [300_000, 1_250]),
        ("3000元", [300_000]),
        ("人民币￥99.99", [9_999]),
        ("USD 12.00", [1_200]),
        ("1,000.00美元", [100_000]),
        ("0000 on 3/15", []),
    ],
)
def test_sums_are_read_in_minor_units(text: str, amounts: list[int]) -> None:
    assert money(text) == amounts


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "key",
    [
        "offer.counter",
        "plan.read_back",
        "plan.recorded",
        "relief.offer",
        "change.read_back",
        "approval.approved",
        "approval.declined_offer",
    ],
)
def test_a_schedule_is_read_from_every_text_that_carries_one(key: str, language: str) -> None:
    heard = hear(say(key, language, schedule=instalments(language, 310, 4))).schedule
    assert heard == Schedule(31_000, "monthly", date(2026, 3, 15), instalments(language, 310, 4))
    single = hear(say(key, language, schedule=once(language, 124_050, date(2026, 3, 13)))).schedule
    assert single is not None
    assert (single.payment_minor, single.rhythm, single.first) == (124_050, None, date(2026, 3, 13))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("key", ["offer.two", "offer.two_instead", "relief.two"])
def test_of_two_offers_both_are_heard_in_their_order(key: str, language: str) -> None:
    first, second = once(language, 124_050, date(2026, 3, 13)), instalments(language, 310, 4)
    heard = hear(say(key, language, first=first, second=second))
    assert [schedule.payment_minor for schedule in heard.schedules] == [124_050, 31_000]
    assert [schedule.words for schedule in heard.schedules] == [first, second]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_stays_due_after_a_pause_is_no_payment(language: str) -> None:
    words = pause(language, 1_240, date(2026, 5, 1))
    assert hear(say("relief.offer", language, schedule=words)).schedule == Schedule(0, None, None, words)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "{once}; $900.00 stays due after that"),
        ("en", "settlement: {once}; once all of that is paid, you no longer owe the other $900.00"),
        ("zh", "{once}，之后还剩¥900.00"),
        ("zh", "减免方案：{once}；全部付清后，其余¥900.00不用再还"),
    ],
)
def test_what_is_waived_or_stays_due_is_no_payment(language: str, words: str) -> None:
    words = words.format(once=once(language, 34_000, date(2026, 3, 13)))
    heard = hear(say("plan.read_back", language, schedule=words)).schedule
    assert heard == Schedule(34_000, None, date(2026, 3, 13), words)


def test_a_request_that_a_person_decides_is_no_offer() -> None:
    assert hear(say("approval.asked", "en")).schedules == ()
    assert hear(say("approval.asked", "zh")).schedules == ()
