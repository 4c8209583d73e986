"""What people said, and what may follow it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.tools.test_judge import AGREED, CALL, TEXT, ZONE, borrower, contact, rules
from tools.verifier.judge import judge
from tools.verifier.world import History, Person, Said

NOW = contact()
VOICE = contact(channel="voice")
HUMAN = replace(VOICE, artificial=False)


def before(what: str, days: float = 1, **changes: Any) -> Said:
    return Said(NOW.at - timedelta(days=days), what, **changes)


@pytest.mark.parametrize(
    ("said", "made", "broken"),
    [
        ([before("stop")], NOW, "TCPA-STOP-1"),
        ([before("stop")], VOICE, "TCPA-STOP-2"),
        ([before("stop")], HUMAN, None),
        ([before("stop", number="work")], NOW, "TCPA-STOP-1"),
        ([before("stop", 2), before("start", number="mobile")], NOW, None),
        ([before("stop", 2), before("start", number="work")], NOW, "TCPA-STOP-1"),
        ([before("stop", 2), before("start", number="mobile")], VOICE, "TCPA-STOP-2"),
        ([before("start", 2, number="mobile"), before("stop")], NOW, "TCPA-STOP-1"),
        ([before("medium", channel="voice")], VOICE, "USF-MEDIA-1"),
        ([before("medium", channel="voice")], HUMAN, "USF-MEDIA-1"),
        ([before("medium", channel="voice")], NOW, None),
        ([before("not_at_work")], replace(VOICE, number="work"), "USF-WORK-1"),
        ([before("not_at_work")], VOICE, None),
        ([before("wrong_number", number="mobile")], NOW, "USF-3PD-2"),
        ([before("wrong_number", number="mobile")], replace(VOICE, number="home"), None),
        ([before("dispute", case="loan")], NOW, "USF-DISP-1"),
        ([before("dispute", case="other")], NOW, None),
        ([before("dispute", 2, case="loan"), before("lifted", about="dispute")], NOW, None),
        ([before("attorney")], VOICE, "USF-ATT-1"),
        ([before("cease")], VOICE, "USF-CEASE-1"),
        ([before("refused")], replace(VOICE, case="placed"), "USF-CEASE-1"),
        ([before("refused")], VOICE, "HOUSE-REFUSAL"),
        ([before("refused", written=False)], replace(VOICE, case="placed"), "HOUSE-REFUSAL"),
        ([before("refused", 2), before("lifted", about="refused")], VOICE, None),
        ([before("not_at_work", 2), before("start", number="work")], replace(NOW, number="work"), None),
        (
            [before("not_at_work", 2), before("start", number="work")],
            replace(VOICE, number="work"),
            "USF-WORK-1",
        ),
        ([before("bankruptcy")], NOW, "VUL-03"),
        ([before("deceased")], NOW, "VUL-04"),
        ([before("identity_theft")], NOW, "VUL-06"),
        ([before("minor")], NOW, "VUL-07"),
        ([before("self_harm")], NOW, "VUL-01"),
        ([before("hardship", 29.9)], NOW, "VUL-02"),
        ([before("hardship", 30)], NOW, None),
        ([before("complaint", 0.01)], NOW, None),
    ],
)
def test_after_what_was_said(said: list[Said], made: Any, broken: str | None) -> None:
    assert rules(borrower(), made, said=said) == ({broken} if broken else set())


def test_consent_must_have_been_given_at_that_number() -> None:
    def found(person: Person, made: Any, *said: Said) -> set[str]:
        return {violation.rule for violation in judge(person, History([], list(said)), made)}

    elsewhere = before("consent", number="work")
    assert found(borrower(), NOW, elsewhere) == {"TW-10DLC-2"}
    assert found(borrower(), VOICE, elsewhere) == {"TCPA-AIV-1"}
    assert found(borrower(), replace(VOICE, number="home"), elsewhere) == set()
    assert found(borrower(region="CA"), replace(VOICE, number="home"), elsewhere) == {"CA-ADAD-1"}
    assert found(borrower(region="NY", city="New York"), NOW, elsewhere) == {"TW-10DLC-2", "NYC-ELEC-1"}
    assert found(borrower(region="DC"), NOW, elsewhere) == {"TW-10DLC-2", "DC-FREQ-2"}
    assert found(borrower("GB", None), replace(NOW), elsewhere) == set()
    assert found(borrower(), NOW, before("consent", number="mobile", channel="voice")) == {"TW-10DLC-2"}


def test_a_complaint_in_china_waits_for_a_person() -> None:
    person, now = borrower("CN", None), contact("2027-02-10 12:00", ZONE["CN"], carrier="gateway")
    earlier = Said(now.at - timedelta(days=3), "complaint")
    assert rules(person, now, said=[earlier]) == {"CN-COMPL"}
    assert rules(person, now, said=[earlier, Said(now.at, "lifted", about="complaint")]) == set()


def test_outside_the_united_states_stop_ends_the_matter_and_the_number() -> None:
    person, now = borrower("GB", None), contact("2027-02-10 12:00", ZONE["GB"])
    elsewhere = Said(now.at - timedelta(days=1), "stop", number="work", case="other")
    assert rules(person, now, said=[elsewhere]) == set()
    assert rules(person, now, said=[replace(elsewhere, number="mobile")]) == {"TCPA-STOP-1"}
    assert rules(person, now, said=[replace(elsewhere, case="loan")]) == {"TCPA-STOP-1"}


def test_british_breathing_space_ends_a_day_after_its_end() -> None:
    person, now = borrower("GB", None), contact("2027-02-10 12:00", ZONE["GB"])
    space = Said(now.at - timedelta(days=9), "breathing_space", until=now.at - timedelta(hours=23))
    assert rules(person, now, said=[space]) == {"UK-BS-1"}
    assert rules(person, replace(now, at=now.at + timedelta(hours=1)), said=[space]) == set()


TERMS = replace(
    NOW,
    text="Hudson Example Bank, automated. Your instalments: $350.00. Reply STOP to stop texts.",
    of_plan=True,
)
DETAILS = before("details", 1, channel="sms", number="mobile", case="loan")


@pytest.mark.parametrize(
    ("said", "made", "told"),
    [
        ([DETAILS], TERMS, True),
        ([], TERMS, False),
        ([DETAILS], replace(TERMS, of_plan=False), False),
        ([replace(DETAILS, number="work")], TERMS, False),
        ([replace(DETAILS, case="other")], TERMS, False),
        ([replace(DETAILS, at=NOW.at + timedelta(minutes=1))], TERMS, False),
        ([DETAILS, before("stop", 0.5), before("start", 0.4, number="mobile")], TERMS, False),
        ([before("stop", 3), before("start", 2, number="mobile"), DETAILS], TERMS, True),
    ],
)
def test_a_text_tells_terms_where_they_allowed_it_and_nobody_stopped_texts_since(
    said: list[Said], made: Any, told: bool
) -> None:
    assert ("USF-3PD-1" not in rules(borrower(), made, said=said)) is told


STOP = Said(NOW.at, "stop", "sms", "mobile", message="m1")
CONFIRMED = replace(
    NOW, purpose="opt_out_confirmation", text="You will get no more texts.", at=NOW.at + timedelta(minutes=1)
)


def test_stop_is_confirmed_once_and_at_once() -> None:
    assert rules(borrower(), CONFIRMED, said=[STOP]) == set()
    assert rules(borrower(), CONFIRMED, [replace(CONFIRMED)], [STOP]) == {"TCPA-STOP-1"}
    assert rules(borrower(), replace(CONFIRMED, at=NOW.at + timedelta(minutes=6)), said=[STOP]) == {
        "TCPA-STOP-1"
    }
    assert rules(borrower(), CONFIRMED) == {"TCPA-STOP-1"}


def test_a_message_is_answered_once_at_any_hour_and_stop_not_at_all() -> None:
    night = contact("2027-02-10 02:00", purpose="reply", text="A person will get back to you.", answers="m2")
    asked = Said(night.at - timedelta(minutes=1), "message", "sms", "mobile", message="m2")
    assert rules(borrower(), night, said=[asked]) == set()
    assert rules(borrower(), night, [replace(night)], [asked]) == {"USF-TIME-2"}
    assert rules(borrower(), night) == {"USF-MEDIA-1"}
    on_the_line = replace(night, channel="voice", text=CALL)
    assert rules(borrower(), on_the_line) == {"USF-MEDIA-1"}
    assert rules(borrower(), replace(on_the_line, in_call=True)) == set()
    assert rules(borrower(), replace(night, answers="m1", at=NOW.at + timedelta(minutes=1)), said=[STOP]) == {
        "TCPA-STOP-1"
    }


def test_after_self_harm_only_the_crisis_answer() -> None:
    word = before("self_harm", 0.001, message="m3")
    reply = replace(NOW, purpose="reply", text="We hear you.", answers="m3")
    assert rules(borrower(), reply, said=[word]) == {"VUL-01"}
    assert rules(borrower(), replace(reply, purpose="crisis"), said=[word]) == set()
    assert rules(borrower(), replace(reply, purpose="crisis")) == {"VUL-01"}


MIRANDA = " This is an attempt to collect a debt, and any information obtained will be used for that purpose."
ZH_CALL = "您好，我是 Meridian 的人工智能语音助手，本次通话可能被录音。"
ZH_MIRANDA = "本次联系是为了收取一笔债务，所获得的任何信息都将用于该目的。"


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({"text": TEXT + " Your loan is past due."}, {"USF-3PD-1"}),
        ({"text": TEXT + " Your loan is past due.", "verified": True}, set()),
        ({"text": TEXT, "languages": ("en", "zh")}, {"USF-OPTOUT-1", "AI-ALL-1"}),
        ({"text": TEXT + " Settle today."}, {"TW-10DLC-3"}),
        ({"text": TEXT + " bit.ly/x"}, {"TW-URL-1"}),
        ({"text": TEXT + " The police will come."}, {"USF-MISREP-1"}),
        ({"case": "placed"}, {"TW-10DLC-1"}),
        ({"channel": "voice", "text": TEXT}, {"REC-US-1"}),
        ({"channel": "voice", "text": CALL, "case": "placed"}, set()),
        ({"channel": "voice", "text": CALL + " You owe.", "case": "placed", "verified": True}, {"USF-MM-1"}),
        ({"channel": "voice", "text": CALL + MIRANDA, "case": "placed", "verified": True}, set()),
        (
            {
                "channel": "voice",
                "text": ZH_CALL + MIRANDA,
                "case": "placed",
                "verified": True,
                "languages": ("zh",),
            },
            {"USF-MM-1", "USF-LANG-1"},
        ),
        (
            {
                "channel": "voice",
                "text": ZH_CALL + ZH_MIRANDA,
                "case": "placed",
                "verified": True,
                "languages": ("zh",),
            },
            set(),
        ),
    ],
)
def test_words(changes: dict[str, Any], broken: set[str]) -> None:
    assert rules(borrower(), replace(NOW, **changes)) == broken


def test_no_loan_content_by_twilio_to_china() -> None:
    now = contact("2027-02-10 12:00", ZONE["CN"])
    assert rules(borrower("CN", None), now) == {"TW-CN-1"}
    assert AGREED[0].at < now.at


def test_a_call_they_asked_for_is_free_of_hours_and_caps_while_the_request_lasts() -> None:
    night = contact("2027-02-10 23:00", channel="voice", purpose="callback")
    asked = Said(night.at - timedelta(hours=1), "callback")
    assert rules(borrower(), night, said=[asked]) == set()
    assert rules(borrower(), night) == {"USF-TIME-1"}
    assert rules(borrower(), night, said=[replace(asked, until=night.at)]) == {"USF-TIME-1"}
    assert rules(borrower(), night, said=[replace(asked, at=night.at - timedelta(days=7))]) == {"USF-TIME-1"}


def test_consent_is_asked_for_once_a_week() -> None:
    request = replace(NOW, purpose="consent_request")
    past = replace(request, at=NOW.at - timedelta(days=6.9))
    person = borrower(region="NY", city="New York")
    assert judge(person, History(), request) == []
    assert {v.rule for v in judge(person, History([past]), request)} == {"NYC-ELEC-1"}
    assert judge(person, History([replace(past, at=NOW.at - timedelta(days=7))]), request) == []


def test_what_ends_is_said_once_after_a_request_to_cease() -> None:
    notice = replace(NOW, purpose="cease_notice", text="We will not contact you again.")
    assert rules(borrower(), notice, said=[before("cease")]) == set()
    assert rules(borrower(), notice, [replace(notice)], [before("cease")]) == {"USF-CEASE-1"}
    assert rules(borrower(), notice) == {"USF-CEASE-1"}


def test_no_machine_asks_others_where_somebody_is() -> None:
    assert rules(borrower(), replace(VOICE, purpose="location")) == {"USF-LOC-1"}
    assert rules(borrower(), replace(HUMAN, purpose="location")) == set()


ASKED = [before("message", message="m1"), before("approval_asked", message="m1", about="a1")]
DECIDED = before("approval_decided", 0.5, about="a1")
HOLDING = contact(purpose="reply", answers="m1")


@pytest.mark.parametrize(
    ("said", "already", "broken"),
    [
        ([*ASKED, DECIDED], [HOLDING], set()),
        (ASKED, [HOLDING], {"USF-TIME-2"}),
        (ASKED, [], set()),
        ([*ASKED, DECIDED], [HOLDING, HOLDING], {"USF-TIME-2"}),
        ([*ASKED, before("approval_decided", 0.5, about="a2")], [HOLDING], {"USF-TIME-2"}),
        ([ASKED[1], DECIDED], [HOLDING], {"USF-MEDIA-1"}),
    ],
)
def test_a_decision_is_the_rest_of_the_answer_to_what_asked_for_it_once(
    said: list[Said], already: list[Any], broken: set[str]
) -> None:
    assert rules(borrower(), HOLDING, already, said) == broken


WELCOME = replace(NOW, of_plan=True)


@pytest.mark.parametrize(
    ("agreed", "made", "broken"),
    [
        ([before("plan_agreed", 4.9)], WELCOME, set()),
        ([before("plan_agreed", 5)], WELCOME, set()),
        ([before("plan_agreed", 5.1)], WELCOME, {"VUL-02"}),
        ([before("plan_agreed", -1)], WELCOME, {"VUL-02"}),
        ([], WELCOME, {"VUL-02"}),
        ([before("plan_agreed", 4.9)], NOW, {"VUL-02"}),
    ],
)
def test_what_belongs_to_a_plan_agreed_since_the_hardship_may_come(
    agreed: list[Said], made: Any, broken: set[str]
) -> None:
    assert rules(borrower(), made, said=[before("hardship", 5), *agreed]) == broken
