"""A status that stands twice, the gravest of which decides; and what each of them lets through."""

from dataclasses import replace
from datetime import timedelta

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Deferred, Granted, Lifts, Referred, Refused
from arrears.domain.compliance.facts import (
    ActKind,
    Line,
    ProposedAct,
    ProposedContact,
    Recipient,
    Standing,
)
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from tests.builders.compliance import DAY, LENDER, NOON, attempt, facts, packs, proposed, reply
from tests.domain.compliance.us_federal.given import collector, lender
from tests.domain.compliance.world.given import deferred, denied, living, noon, referred, said, told_of

S, P = SpecialStatus, ContactPurpose
SPOKEN = Standing(S.DISPUTE, NOON - DAY, written=False, until=NOON + DAY)
WRITTEN = Standing(S.DISPUTE, NOON - DAY)
BOTH_ORDERS = [(SPOKEN, WRITTEN), (WRITTEN, SPOKEN)]
LETTER = proposed(channel=Channel.LETTER, purpose=P.NOTICE)
EMAIL = replace(LETTER, channel=Channel.EMAIL)
COLLECT = ProposedAct(ActKind.COLLECT)


@pytest.mark.parametrize("standing", BOTH_ORDERS)
def test_a_written_dispute_silences_beside_a_spoken_one(standing: tuple[Standing, ...]) -> None:
    both = facts(standing=standing)
    refusal = denied("disputed", lifts=Lifts.VERIFICATION_SENT)
    assert said("USF-DISP-1", both, proposed(), NOON) == [refusal]
    assert told_of("USF-DISP-1", COLLECT, both, NOON) == [refusal]
    disputed = replace(both, place=replace(both.place, region="MA", number_region="MA"))
    disputed = replace(disputed, debt=lender().debt)
    assert "ma_disputed" in [each.reason for each in said("MA-VAL-1", disputed, proposed(), NOON)]


def test_two_spoken_disputes_pause_until_the_last_has_ended() -> None:
    later = replace(SPOKEN, until=NOON + 2 * DAY)
    for standing in ((SPOKEN, later), (later, SPOKEN)):
        both = facts(standing=standing)
        assert said("USF-DISP-3", both, proposed(), NOON)[0] == deferred("dispute_spoken", NOON + 2 * DAY)
        assert told_of("USF-DISP-1", COLLECT, both, NOON) == [deferred("dispute_spoken", NOON + 2 * DAY)]
        over = said("USF-DISP-3", both, proposed(), NOON + 2 * DAY)
        assert [each.reason for each in over] == ["dispute_marked"]


@pytest.mark.parametrize("first", [True, False])
def test_a_written_refusal_ends_contact_beside_a_spoken_one(first: bool) -> None:
    two = (
        Standing(S.REFUSED_TO_PAY, NOON, written=first),
        Standing(S.REFUSED_TO_PAY, NOON, written=not first),
    )
    person = collector(standing=two)
    assert denied("refused_in_writing", lifts=Lifts.PERSON) in said("USF-CEASE-1", person, proposed(), NOON)
    assert said("P-REFUSAL-1", person, proposed(), NOON) == []


@pytest.mark.parametrize("days", [(40, 1), (1, 40)])
def test_the_newest_attorney_is_the_one_who_may_still_answer(days: tuple[int, int]) -> None:
    two = tuple(Standing(S.ATTORNEY, NOON - each * DAY) for each in days)
    represented = denied("represented", lifts=Lifts.PERSON)
    assert said("USF-ATT-1", facts(standing=two), proposed(), NOON) == [represented]
    silent = tuple(Standing(S.ATTORNEY, NOON - each * DAY) for each in (40, 31))
    asked = referred("attorney_silent", ("days", "30"))
    assert said("USF-ATT-1", facts(standing=silent), proposed(), NOON) == [asked]


@pytest.mark.parametrize("ends", [(-1, 1), (1, -1), (-1, None), (None, -1)])
def test_an_adviser_whose_time_runs_is_heard_beside_one_whose_time_is_over(
    ends: tuple[int | None, int | None],
) -> None:
    two = tuple(
        Standing(S.DEBT_ADVISER, NOON, until=None if each is None else NOON + each * DAY) for each in ends
    )
    assert said("VUL-08", facts(standing=two), proposed(), NOON) == [
        denied("debt_adviser", lifts=Lifts.PERSON)
    ]


def test_an_advisers_plan_rests_until_the_last_period_ends() -> None:
    now = noon("GB")
    old, new = Standing(S.DEBT_ADVISER, now - 40 * DAY), Standing(S.DEBT_ADVISER, now - DAY)
    until = deferred("plan_in_the_making", now + 29 * DAY, ("days", "30"))
    for two in ((old, new), (new, old)):
        assert said("UK-PLAN", living("GB", standing=two), proposed(), now) == [until]


def test_hardship_that_runs_counts_beside_one_that_is_over() -> None:
    over = Standing(S.HARDSHIP, NOON, until=NOON - DAY)
    runs = Standing(S.HARDSHIP, NOON, until=NOON + DAY)
    for two in ((over, runs), (runs, over)):
        german = living("DE", standing=two, purpose=lender().debt.purpose)
        assert said("EU-CCD2", german, proposed(), NOON) == [referred("forbearance_first")]
        card = living("CN", standing=two, product="card")
        assert said("CN-PLAN-1", card, proposed(), NOON) == [referred("card_hardship", ("product", "card"))]


def test_a_complaint_of_today_stops_the_day_beside_an_older_one() -> None:
    now = noon("CN")
    old, new = Standing(S.COMPLAINT, now - 9 * DAY), Standing(S.COMPLAINT, now)
    for two in ((old, new), (new, old)):
        today = denied("complaint_today", lifts=Lifts.PERSON)
        assert said("CN-COMPL", living("CN", standing=two), proposed(), now) == [today]


def test_the_representative_is_notified_after_the_last_word_of_the_death() -> None:
    sent = replace(facts().notices, validation_sent_at=NOON)
    one, two = Standing(S.DECEASED, NOON - DAY), Standing(S.DECEASED, NOON + DAY)
    executor = proposed(recipient=Recipient.REPRESENTATIVE)
    for standing in ((one, two), (two, one)):
        found = said("VUL-04", facts(standing=standing, notices=sent), executor, NOON)
        assert [each.reason for each in found] == ["representative_notified"]


@pytest.mark.parametrize(
    ("status", "rule", "reason"),
    [
        (S.WRONG_NUMBER, "USF-3PD-2", "wrong_number"),
        (S.THIRD_PARTY_ANSWERED, "USF-3PD-1", "third_party_answered"),
        (S.DECEASED, "VUL-04", "deceased"),
    ],
)
@pytest.mark.parametrize("notice", [LETTER, EMAIL])
def test_no_notice_goes_to_an_address_that_is_not_the_persons_or_to_the_dead(
    status: SpecialStatus, rule: str, reason: str, notice: ProposedContact
) -> None:
    person = facts(statuses=frozenset({status}))
    assert denied(reason, lifts=Lifts.PERSON) in said(rule, person, notice, NOON)
    assert isinstance(decide(packs(), person, notice, NOON), Refused)


def test_the_notice_of_a_dead_persons_debt_goes_to_who_handles_their_affairs() -> None:
    dead = facts(statuses=frozenset({S.DECEASED}))
    executor = replace(LETTER, recipient=Recipient.REPRESENTATIVE)
    assert said("VUL-04", dead, executor, NOON)[0].reason == "representative_notified"
    assert isinstance(decide(packs(), dead, executor, NOON), Granted)


def test_who_handles_a_dead_persons_affairs_may_be_asked_for_by_a_person() -> None:
    asks = proposed(
        channel=Channel.VOICE,
        purpose=P.LOCATION,
        recipient=Recipient.OTHER,
        automated=False,
        text="My name is Sam Smith. Who handles the financial affairs of Jordan Lee?",
    )
    dead = facts(statuses=frozenset({S.DECEASED}))
    assert isinstance(decide(packs(), dead, asks, NOON), Granted)
    for changed in ({"automated": True}, {"speaks_of_debt": True}, {"recipient": Recipient.PERSON}):
        assert isinstance(decide(packs(), dead, replace(asks, **changed), NOON), Refused)
    chinese = living("CN", statuses=frozenset({S.DECEASED}))
    assert said("VUL-04", chinese, asks, noon("CN")) == []
    for status in (S.CEASE, S.WRONG_NUMBER, S.BANKRUPTCY):
        assert isinstance(decide(packs(), facts(statuses=frozenset({status})), asks, NOON), Refused)


@pytest.mark.parametrize("status", [S.CEASE, S.BANKRUPTCY, S.DISPUTE, S.IDENTITY_THEFT, S.ATTORNEY])
def test_a_notice_that_the_law_wants_is_still_sent_under_other_statuses(status: SpecialStatus) -> None:
    assert isinstance(decide(packs(), facts(statuses=frozenset({status})), LETTER, NOON), Granted)


@pytest.mark.parametrize(
    "words",
    [
        "You must pay in full today.",
        "Final notice: the balance is overdue.",
        "Settle your debt for less than you owe.",
        "You are pre-approved for a new loan.",
    ],
)
@pytest.mark.parametrize("purpose", [P.NOTICE, P.CEASE_NOTICE])
def test_a_demand_or_an_offer_is_no_notice_that_the_law_wants(words: str, purpose: ContactPurpose) -> None:
    person = facts(statuses=frozenset({S.CEASE}))
    letter = replace(LETTER, purpose=purpose, text=f"From {LENDER}. {words}")
    assert said("P-NOTICE-1", person, letter, NOON) == [denied("notice_demands", lifts=Lifts.OTHER_WORDS)]
    assert isinstance(decide(packs(), person, letter, NOON), Refused)


@pytest.mark.parametrize("purpose", [P.NOTICE, P.CEASE_NOTICE])
def test_a_notice_that_is_declared_to_offer_credit_is_none(purpose: ContactPurpose) -> None:
    offer = replace(LETTER, purpose=purpose, new_credit=True)
    assert said("P-NOTICE-1", facts(), offer, NOON) == [denied("notice_demands", lifts=Lifts.OTHER_WORDS)]


def test_the_one_notice_after_a_request_to_cease_is_seen_in_the_history_too() -> None:
    letter = replace(LETTER, purpose=P.CEASE_NOTICE)
    asked = facts(statuses=frozenset({S.CEASE}))
    assert isinstance(decide(packs(), asked, letter, NOON), Granted)
    made = attempt(NOON - DAY, channel=Channel.LETTER, purpose=P.CEASE_NOTICE)
    again = denied("cease_notice_sent", lifts=Lifts.NEVER)
    assert again in said("USF-CEASE-1", replace(asked, attempts=(made,)), letter, NOON)
    about_another = replace(made, case_id="case-2")
    disproved = replace(made, counts=False)
    for other in (about_another, disproved):
        assert isinstance(decide(packs(), replace(asked, attempts=(other,)), letter, NOON), Granted)


@pytest.mark.parametrize("purpose", [P.CALLBACK, P.CONSENT_REQUEST, P.LOCATION])
def test_a_machine_begins_nothing_while_a_person_has_the_conversation(purpose: ContactPurpose) -> None:
    person = facts(person_active=True)
    call = proposed(channel=Channel.VOICE, purpose=purpose)
    taken = [denied("person_took_over", lifts=Lifts.PERSON)]
    assert said("P-TAKEOVER-1", person, call, NOON) == taken
    assert said("P-TAKEOVER-1", person, replace(call, automated=False), NOON) == []
    assert said("P-TAKEOVER-1", facts(), call, NOON) == []


@pytest.mark.parametrize("purpose", [P.CRISIS, P.OPT_OUT_CONFIRMATION])
def test_help_and_the_confirmation_of_a_stop_wait_for_nobody(purpose: ContactPurpose) -> None:
    assert said("P-TAKEOVER-1", facts(person_active=True), reply(purpose=purpose), NOON) == []


def test_what_became_of_a_card_is_said_beside_a_person() -> None:
    keyed_in = facts(person_active=True, card_result_owed=True)
    assert said("P-TAKEOVER-1", keyed_in, reply(channel=Channel.VOICE), NOON) == []


def test_resting_statuses_defer_and_refer() -> None:
    rests = facts(standing=(Standing(S.HARDSHIP, NOON - DAY),))
    assert isinstance(decide(packs(), rests, proposed(), NOON), Deferred)
    assert isinstance(decide(packs(), facts(statuses=frozenset({S.COMPLAINT})), proposed(), NOON), Referred)
    assert isinstance(decide(packs(), facts(line=Line()), reply(), NOON + timedelta(1)), Refused)
