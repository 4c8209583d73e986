"""India's draft directions from 1 July 2026, and Singapore's licence."""

from datetime import datetime, timedelta

import pytest

from arrears.domain.cases import Relationship, SpecialStatus
from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import Recipient, Standing
from arrears.domain.outreach import ContactPurpose
from tests.builders.compliance import at, proposed, reply
from tests.builders.findings import found
from tests.domain.compliance.world.given import (
    CALL,
    TEXT,
    ZONES,
    collected,
    deferred,
    denied,
    living,
    noon,
    notices,
    required,
    said,
)

DRAFT = at("2026-07-01 00:00", "UTC")
BEFORE = DRAFT - timedelta(seconds=1)
NOW = noon("IN")
SPOUSE = proposed(recipient=Recipient.SPOUSE)


def test_the_draft_is_kept_from_july_2026() -> None:
    assert said("IN-2026", living("IN"), SPOUSE, BEFORE) == []
    assert said("P-THIRD-1", living("IN"), SPOUSE, BEFORE) == [denied("not_the_debtor", lifts=Lifts.NEVER)]
    assert said("IN-2026", living("IN"), SPOUSE, DRAFT) == [denied("not_the_debtor", lifts=Lifts.NEVER)]
    (finding,) = found("IN-2026", living("IN"), SPOUSE, DRAFT)
    assert finding.citation == "house policy, after the draft directions of the RBI of 12 February 2026"
    assert finding.pack == "india 2026.1"
    assert found("IN-TIME", living("IN"), TEXT, BEFORE)[0].pack == "india 2022.1"


def test_calls_are_recorded_from_then_on() -> None:
    duty = [required(Duty.RECORD_CALL, "india_call_recorded")]
    assert said("IN-2026", living("IN"), CALL, BEFORE) == []
    assert said("IN-2026", living("IN"), CALL, DRAFT) == duty
    assert said("IN-2026", living("IN"), TEXT, DRAFT) == []
    crisis = proposed(channel=CALL.channel, purpose=ContactPurpose.CRISIS)
    assert said("IN-2026", living("IN"), crisis, DRAFT) == []


UNNAMED = denied("agent_not_named", lifts=Lifts.NOTICE_SENT, missing="notices.agent_named_at")
TOO_LATE = denied("agent_not_named", lifts=Lifts.NOTICE_SENT)


@pytest.mark.parametrize(
    ("named_at", "says"),
    [(None, [UNNAMED]), (NOW, []), (NOW - timedelta(days=90), []), (NOW + timedelta(seconds=1), [TOO_LATE])],
)
def test_an_agent_is_named_in_advance(named_at: datetime | None, says: list[Said]) -> None:
    agent = notices(collected("IN"), agent_named_at=named_at)
    assert said("IN-2026", agent, TEXT, NOW) == says
    assert said("IN-2026", agent, reply(), NOW) == []
    assert said("IN-2026", agent, TEXT, BEFORE) == []
    assert said("IN-2026", living("IN"), TEXT, NOW) == []


@pytest.mark.parametrize(
    ("until", "says"),
    [
        (None, [denied("mourning", lifts=Lifts.PERSON, missing="standing.until")]),
        (NOW + timedelta(seconds=1), [deferred("mourning", NOW + timedelta(seconds=1))]),
        (NOW, []),
    ],
)
def test_nobody_is_contacted_in_bereavement(until: datetime | None, says: list[Said]) -> None:
    mourner = living("IN", standing=(Standing(SpecialStatus.BEREAVEMENT, NOW, until=until),))
    assert said("IN-2026", mourner, TEXT, NOW) == says
    assert said("IN-2026", mourner, reply(), NOW) == []


UNLICENSED = denied("unlicensed", lifts=Lifts.FACT_KNOWN)
UNKNOWN = denied("unlicensed", lifts=Lifts.FACT_KNOWN, missing="notices.licence_checked")


@pytest.mark.parametrize(("checked", "says"), [(None, [UNKNOWN]), (False, [UNLICENSED]), (True, [])])
def test_in_singapore_who_collects_for_another_has_a_licence(checked: bool | None, says: list[Said]) -> None:
    now = at("2026-11-24 12:00", ZONES["SG"])
    assert said("SG-1", notices(collected("SG"), licence_checked=checked), TEXT, now) == says
    unknown = notices(living("SG", relationship=Relationship.UNKNOWN), licence_checked=checked)
    assert said("SG-1", unknown, TEXT, now) == says
    assert said("SG-1", notices(living("SG"), licence_checked=checked), TEXT, now) == []
    assert said("SG-1", notices(collected("SG"), licence_checked=checked), reply(), now) == []
    citations = {f.citation for f in found("SG-1", collected("SG"), TEXT, now)}
    assert citations == {"Debt Collection Act 2022 (Singapore)"}
