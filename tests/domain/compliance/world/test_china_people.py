"""Mainland China: who may be spoken to, plans, complaints, duties, and data sent abroad."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import (
    ActKind,
    Attempt,
    CallOutcome,
    ProposedAct,
    ProposedContact,
    Recipient,
    Standing,
)
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel
from tests.builders.compliance import SHANGHAI, at, attempt, chinese, in_china, reply, withdrawal
from tests.domain.compliance.world.given import (
    calls,
    denied,
    notices,
    referred,
    required,
    said,
    talk,
    terms,
    told_of,
)

S = SpecialStatus
Call = CallOutcome
NOW = at("2026-11-24 12:00", SHANGHAI)
TOMORROW = at("2026-11-25 00:00", SHANGHAI)
ZONES = ("zones", SHANGHAI)
WINDOW = ("window", "08:00-22:00")
CALL = chinese(channel=Channel.VOICE)
MINUTE = timedelta(minutes=1)
ASK = chinese(
    channel=Channel.VOICE,
    purpose=ContactPurpose.LOCATION,
    recipient=Recipient.OTHER,
    automated=False,
    text="您好，请问怎样可以联系到他本人？",
)


@pytest.mark.parametrize(
    ("recipient", "says"),
    [
        (Recipient.PERSON, []),
        (Recipient.GUARANTOR, []),
        (Recipient.SPOUSE, [denied("not_the_debtor", lifts=Lifts.NEVER)]),
        (Recipient.OTHER, [denied("not_the_debtor", lifts=Lifts.NEVER)]),
    ],
)
def test_only_who_owes_or_guarantees_is_collected_from(recipient: Recipient, says: list[Said]) -> None:
    assert said("CN-3P-1", in_china(), chinese(recipient=recipient), NOW) == says


@pytest.mark.parametrize("status", [S.WRONG_NUMBER, S.THIRD_PARTY_ANSWERED])
def test_a_number_that_somebody_else_answers_is_left_alone(status: SpecialStatus) -> None:
    refusal = denied("third_party_at_number", lifts=Lifts.PERSON)
    assert said("CN-3P-1", in_china(statuses={status}), chinese(), NOW) == [refusal]
    assert said("CN-3P-1", in_china(statuses={status}), ASK, NOW) == []
    to_relative = replace(chinese(), purpose=ContactPurpose.LOCATION)
    assert said("CN-3P-1", in_china(statuses={status}), to_relative, NOW) == [refusal]


THREE_FAILED = calls(Call.UNANSWERED, Call.UNANSWERED, Call.UNANSWERED)
REACHABLE = [denied("debtor_reachable", ("failed_contacts", "3"), lifts=Lifts.FACT_KNOWN)]


@pytest.mark.parametrize(
    ("made", "says"),
    [
        ((), REACHABLE),
        (calls(Call.UNANSWERED, Call.BUSY), REACHABLE),
        (calls(Call.UNANSWERED, Call.BUSY, Call.NO_MESSAGE), []),
        (calls(Call.TALKED, Call.UNANSWERED, Call.BUSY, Call.NO_MESSAGE), []),
        (calls(Call.UNANSWERED, Call.BUSY, Call.TALKED, Call.NO_MESSAGE), REACHABLE),
        (calls(Call.UNANSWERED, Call.UNANSWERED, Call.VOICEMAIL), REACHABLE),
        (calls(Call.UNANSWERED, Call.UNANSWERED, Call.DECLINED), REACHABLE),
        (calls(Call.UNANSWERED, Call.UNANSWERED, None), REACHABLE),
        (calls(Call.UNANSWERED, Call.UNANSWERED, Call.UNANSWERED, talked=True), REACHABLE),
        (calls(Call.NOT_IN_SERVICE), []),
        (calls(Call.NOT_IN_SERVICE, Call.UNANSWERED), REACHABLE),
        (calls(Call.UNANSWERED, Call.UNANSWERED, Call.UNANSWERED, counts=False), REACHABLE),
        (calls(Call.UNANSWERED, Call.UNANSWERED, Call.UNANSWERED, recipient=Recipient.OTHER), REACHABLE),
        ((*THREE_FAILED, attempt(NOW - MINUTE)), []),
        ((*THREE_FAILED, attempt(NOW - MINUTE, by_us=False)), REACHABLE),
        ((*THREE_FAILED, attempt(NOW - MINUTE, by_us=False, outcome=Call.UNANSWERED)), REACHABLE),
    ],
)
def test_a_relative_is_asked_only_when_the_debtor_is_unreachable(
    made: tuple[Attempt, ...], says: list[Said]
) -> None:
    assert said("CN-3P-2", in_china(attempts=made), ASK, NOW) == says
    assert said("CN-3P-1", in_china(attempts=made), ASK, NOW) == []


def test_the_order_in_which_calls_are_told_does_not_matter() -> None:
    made = tuple(reversed(calls(Call.TALKED, Call.UNANSWERED, Call.UNANSWERED, Call.UNANSWERED)))
    assert said("CN-3P-2", in_china(attempts=made), ASK, NOW) == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (replace(ASK, automated=True), [denied("relative_by_machine", lifts=Lifts.PERSON)]),
        (replace(ASK, speaks_of_debt=True), [denied("relative_told_of_debt", lifts=Lifts.OTHER_WORDS)]),
        (replace(ASK, recipient=Recipient.PERSON), []),
        (replace(ASK, purpose=ContactPurpose.OUTREACH), []),
        (ASK, []),
    ],
)
def test_a_relative_is_asked_by_a_person_who_says_nothing_of_a_debt(
    words: ProposedContact, says: list[Said]
) -> None:
    unreachable = in_china(attempts=calls(Call.UNANSWERED, Call.UNANSWERED, Call.UNANSWERED))
    assert said("CN-3P-2", unreachable, words, NOW) == says


@pytest.mark.parametrize(
    "words", [replace(ASK, recipient=Recipient.PERSON), replace(ASK, purpose=ContactPurpose.OUTREACH)]
)
def test_only_a_relative_who_is_asked_for_the_debtor_waits_for_failed_calls(words: ProposedContact) -> None:
    assert said("CN-3P-2", in_china(), ASK, NOW) == REACHABLE
    assert said("CN-3P-2", in_china(), words, NOW) == []


def test_after_a_death_relatives_may_be_asked_without_failed_calls() -> None:
    assert said("CN-3P-2", in_china(statuses={S.DECEASED}), ASK, NOW) == []


def test_a_contact_that_refused_is_never_asked_again() -> None:
    refused = in_china(attempts=calls(Call.NOT_IN_SERVICE), consents=(withdrawal(Channel.VOICE),))
    refusal = denied("person_said_stop", ("date", "2026-11-24"), lifts=Lifts.CONSENT)
    assert said("CN-ROBOT", refused, ASK, NOW) == [refusal]
    assert said("CN-ROBOT", in_china(consents=()), ASK, NOW) == []


COLLECT = ProposedAct(ActKind.COLLECT)


def test_nothing_is_collected_while_a_plan_is_kept() -> None:
    refusal = [denied("plan_performs", lifts=Lifts.PERSON)]
    kept = terms(in_china(), plan_performing=True)
    assert said("CN-PLAN-1", kept, chinese(), NOW) == refusal
    assert said("CN-PLAN-1", in_china(), chinese(), NOW) == []
    assert said("CN-PLAN-1", kept, reply(carrier=Carrier.LENDER_GATEWAY), NOW) == []
    of_plan = replace(chinese(), of_plan=True)
    assert [each.reason for each in said("CN-PLAN-1", kept, of_plan, NOW)] == ["of_the_plan"]
    assert said("CN-PLAN-1", kept, replace(of_plan, speaks_of_debt=True), NOW) == refusal
    assert told_of("CN-PLAN-1", COLLECT, kept, NOW) == refusal
    assert told_of("CN-PLAN-1", COLLECT, in_china(), NOW) == []
    assert told_of("CN-PLAN-1", ProposedAct(ActKind.FURNISH), kept, NOW) == []


@pytest.mark.parametrize(
    ("product", "until", "says"),
    [
        ("credit_card", None, [referred("card_hardship", ("product", "credit_card"))]),
        ("card", NOW + timedelta(seconds=1), [referred("card_hardship", ("product", "card"))]),
        ("credit_card", NOW, []),
        ("term", None, []),
    ],
)
def test_a_cardholder_in_hardship_is_for_a_person(
    product: str, until: datetime | None, says: list[Said]
) -> None:
    person = in_china(product=product, standing=(Standing(S.HARDSHIP, NOW, until=until),))
    assert said("CN-PLAN-1", person, chinese(), NOW) == says
    assert said("CN-PLAN-1", in_china(product=product), chinese(), NOW) == []


@pytest.mark.parametrize(
    ("complained_at", "says"),
    [
        (at("2026-11-24 00:00", SHANGHAI), denied("complaint_today", lifts=Lifts.PERSON)),
        (at("2026-11-23 23:59:59", SHANGHAI), referred("complaint_open")),
        (NOW + timedelta(days=1), denied("complaint_today", lifts=Lifts.PERSON)),
        (None, denied("complaint_today", lifts=Lifts.PERSON)),
    ],
)
def test_a_complaint_stops_collection_for_the_day_and_is_answered_first(
    complained_at: datetime | None, says: Said
) -> None:
    person = in_china(standing=(Standing(S.COMPLAINT, complained_at),))
    assert said("CN-COMPL", person, chinese(), NOW) == [says]
    assert said("CN-COMPL", in_china(), chinese(), NOW) == []


def test_the_day_of_a_complaint_is_one_in_any_zone_the_person_may_be_in() -> None:
    standing = (Standing(S.COMPLAINT, at("2026-11-23 23:00", SHANGHAI)),)
    both = in_china(zones=(SHANGHAI, "Pacific/Auckland"), standing=standing)
    assert said("CN-COMPL", both, chinese(), NOW) == [denied("complaint_today", lifts=Lifts.PERSON)]


NAMED = required(Duty.CALLER_NAME, "institution_named")
STATED = required(Duty.PURPOSE_STATED, "purpose_stated")


def test_the_first_contact_names_the_institution_and_to_the_debtor_its_purpose() -> None:
    new = talk(in_china(), disclosed=frozenset())
    known = talk(in_china(verified=True), disclosed=frozenset())
    assert said("CN-ID-1", new, chinese(), NOW) == [NAMED]
    assert said("CN-ID-1", known, chinese(), NOW) == [NAMED, STATED]
    half = talk(known, disclosed=frozenset({Duty.CALLER_NAME}))
    assert said("CN-ID-1", half, chinese(), NOW) == [STATED]
    assert said("CN-ID-1", notices(known, initial_at=NOW), chinese(), NOW) == []
    assert said("CN-ID-1", known, chinese(purpose=ContactPurpose.OPT_OUT_CONFIRMATION), NOW) == []


def test_who_hears_a_machine_is_told_how_to_reach_a_person() -> None:
    new = talk(in_china(), disclosed=frozenset())
    duty = required(Duty.HUMAN_OFFERED, "person_offered")
    assert said("CN-AI-1", new, chinese(), NOW) == [duty]
    assert said("CN-AI-1", new, chinese(automated=False), NOW) == []
    assert said("CN-AI-1", talk(new, disclosed=frozenset({Duty.HUMAN_OFFERED})), chinese(), NOW) == []
    assert said("CN-AI-1", new, chinese(purpose=ContactPurpose.NOTICE), NOW) == []


def test_calls_are_recorded_or_not_made() -> None:
    assert said("CN-REC-1", in_china(), CALL, NOW) == [required(Duty.RECORD_CALL, "call_recorded")]
    refused = talk(in_china(), recording_refused=True)
    refusal = denied("call_would_be_unrecorded", lifts=Lifts.OTHER_CHANNEL)
    assert said("CN-REC-1", refused, CALL, NOW) == [refusal]
    assert said("CN-REC-1", refused, chinese(), NOW) == []
    assert said("CN-REC-1", refused, replace(CALL, purpose=ContactPurpose.CRISIS), NOW) == []


@pytest.mark.parametrize(
    ("consent", "mechanism", "says"),
    [
        (True, True, []),
        (False, True, [denied("export_without_consent", lifts=Lifts.CONSENT)]),
        (
            None,
            True,
            [denied("export_without_consent", lifts=Lifts.CONSENT, missing="act.separate_consent")],
        ),
        (True, False, [denied("export_without_mechanism", lifts=Lifts.FACT_KNOWN)]),
        (
            True,
            None,
            [denied("export_without_mechanism", lifts=Lifts.FACT_KNOWN, missing="act.mechanism")],
        ),
    ],
)
def test_data_goes_abroad_with_separate_consent_and_a_lawful_mechanism(
    consent: bool | None, mechanism: bool | None, says: list[Said]
) -> None:
    act = ProposedAct(ActKind.EXPORT, separate_consent=consent, mechanism=mechanism)
    assert told_of("CN-PIPL-1", act, in_china(), NOW) == says
    other = replace(act, kind=ActKind.FURNISH)
    assert told_of("CN-PIPL-1", other, in_china(), NOW) == []
