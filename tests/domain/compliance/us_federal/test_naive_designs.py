"""What a naive design gets wrong, decided with every pack."""

from dataclasses import replace
from datetime import timedelta

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Decision, Deferred, Duty, Granted, Refused, Verdict
from arrears.domain.compliance.facts import CallOutcome, ContactFacts, ProposedContact
from arrears.domain.people import Channel, Language
from tests.builders.compliance import LOS_ANGELES, NEW_YORK, NOON, at, attempt, packs, proposed, reply
from tests.domain.compliance.us_federal.given import CALL, DEBT, EMAIL, collector, line, notices, talk

S = SpecialStatus


def fired(decision: Decision, verdict: Verdict) -> set[str]:
    return {finding.rule_id for finding in decision.findings if finding.verdict is verdict}


def decided(person: ContactFacts, contact: ProposedContact, wall: str = "2026-11-24 12:00") -> Decision:
    return decide(packs(), person, contact, at(wall))


@pytest.mark.parametrize(
    ("status", "rule_id"),
    [(S.REFUSED_TO_PAY, "USF-CEASE-1"), (S.DISPUTE, "USF-DISP-1")],
)
def test_3_a_refusal_and_a_dispute_in_a_chat_are_written_and_end_the_talk_of_money(
    status: SpecialStatus, rule_id: str
) -> None:
    person = collector(statuses=(status,), inbound_at=NOON, verified=True)
    objection = reply(channel=Channel.WEB, text="Your loan payment is overdue, and a plan would help.")
    decision = decided(person, objection)
    assert isinstance(decision, Refused)
    assert rule_id in fired(decision, Verdict.DENY)


def test_3_cannot_pay_is_hardship_and_no_refusal() -> None:
    person = collector(statuses=(S.HARDSHIP,), inbound_at=NOON, verified=True)
    decision = decided(person, reply(channel=Channel.WEB, text=DEBT))
    assert {"USF-CEASE-1", "VUL-02"}.isdisjoint(fired(decision, Verdict.DENY))


@pytest.mark.parametrize(
    ("outcome", "counts"),
    [
        (CallOutcome.UNANSWERED, True),
        (CallOutcome.NO_MESSAGE, True),
        (CallOutcome.VOICEMAIL, True),
        (CallOutcome.DECLINED, True),
        (CallOutcome.BUSY, False),
        (CallOutcome.NOT_IN_SERVICE, False),
    ],
)
def test_9_what_rang_counts_and_what_did_not_ring_does_not(outcome: CallOutcome, counts: bool) -> None:
    calls = [attempt(NOON - timedelta(days=day), channel=Channel.VOICE, outcome=outcome) for day in range(7)]
    decision = decided(collector(attempts=tuple(calls)), CALL)
    assert ("USF-FREQ-1" in fired(decision, Verdict.DEFER)) is counts


def test_9_texts_are_no_calls_and_the_persons_own_call_starts_the_silence() -> None:
    texts = tuple(attempt(NOON - timedelta(days=day)) for day in range(7))
    assert "USF-FREQ-1" not in fired(decided(collector(attempts=texts), CALL), Verdict.DEFER)
    rang_us = (attempt(NOON - timedelta(days=6), channel=Channel.VOICE, by_us=False),)
    assert "USF-FREQ-2" in fired(decided(collector(attempts=rang_us), CALL), Verdict.DEFER)


@pytest.mark.parametrize(
    ("wall", "may"),
    [
        ("2026-11-24 10:59:59", False),
        ("2026-11-24 11:00:00", True),
        ("2026-11-24 20:59:59", True),
        ("2026-11-24 21:00:00", False),
    ],
)
def test_10_an_eastern_mobile_and_a_pacific_address_share_eleven_to_nine(wall: str, may: bool) -> None:
    person = line(collector(zones=(NEW_YORK, LOS_ANGELES), number_region="NY"), used_by_person=True)
    found = decided(person, EMAIL, wall).findings
    window = next(finding for finding in found if finding.rule_id == "USF-TIME-1")
    assert window.verdict is (Verdict.ALLOW if may else Verdict.DEFER)


def test_10_a_message_is_timed_when_it_is_sent_and_held_no_longer_than_the_window() -> None:
    planned, sent = "2026-11-24 20:50", "2026-11-24 21:00"
    person = line(collector(region="NJ", number_region="NJ"), used_by_person=True)
    email = replace(EMAIL, text=f"{EMAIL.text} Reply STOP to stop e-mails to this address.")
    granted = decided(person, email, planned)
    assert isinstance(granted, Granted)
    assert granted.valid_until == at(sent)
    assert isinstance(decided(person, email, sent), Deferred)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("This will only take two minutes: your loan payment is overdue.", True),
        ("When would be a better time to reach you?", False),
    ],
)
def test_11_a_busy_person_is_not_asked_to_carry_on(text: str, refused: bool) -> None:
    person = talk(collector(inbound_at=NOON, verified=True), busy=True)
    decision = decided(person, reply(channel=Channel.WEB, text=text))
    assert ("USF-BUSY-1" in fired(decision, Verdict.DENY)) is refused


def owed(decision: Decision) -> set[Duty]:
    return {finding.duty for finding in decision.findings if finding.duty is not None}


@pytest.mark.parametrize("spoken", [frozenset({Language.EN}), frozenset({Language.EN, Language.ZH})])
def test_14_a_conversation_that_turns_to_mandarin_is_disclosed_in_both(spoken: frozenset[Language]) -> None:
    person = talk(collector(inbound_at=NOON, verified=True), languages=spoken)
    decision = decided(person, reply(channel=Channel.VOICE, language=Language.ZH, text="您好。"))
    languages = next(f for f in decision.findings if f.duty is Duty.DISCLOSURE_LANGUAGES)
    assert languages.used == (("languages", "en, zh"),)


def test_15_the_first_call_back_is_the_initial_communication() -> None:
    answer = reply(channel=Channel.VOICE)
    rang_back = talk(collector(inbound_at=NOON, verified=True), first_call_back=True)
    assert {Duty.MINI_MIRANDA_INITIAL, Duty.VALIDATION_NOTICE} <= owed(decided(rang_back, answer))
    # Its day starts the clock: on the sixth day after it nothing more is asked for without the notice.
    after = notices(collector(), initial_at=NOON, initial_oral=True)
    late = decided(after, CALL, "2026-11-30 12:00")
    assert "USF-VAL-1" in fired(late, Verdict.DENY)
    assert "USF-VAL-1" not in fired(decided(after, CALL, "2026-11-29 12:00"), Verdict.DENY)


def test_a_collectors_text_is_no_naive_exception() -> None:
    decision = decided(collector(), proposed())
    assert "TW-10DLC-1" in fired(decision, Verdict.DENY)
