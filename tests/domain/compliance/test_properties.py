"""What holds for every case, not only for the ones someone thought of."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decide import LEAVE_MAX, decide
from arrears.domain.compliance.decision import Deferred, Granted, Referred, Refused, Verdict
from arrears.domain.compliance.facts import Attempt, ContactFacts, ProposedContact
from arrears.domain.compliance.silent import SILENT
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel
from arrears.domain.times import DailyWindow
from tests.builders.compliance import NOON, consent, facts, packs, proposed, stands, withdrawal

ZONES = (
    "America/New_York",
    "America/Chicago",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
    "Asia/Shanghai",
    "Asia/Kathmandu",
)
# A year that holds both changes of the clocks, on either side of midnight UTC.
INSTANTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
WALLS = st.times().map(lambda wall: wall.replace(second=0, microsecond=0))
CONSENTS = st.sampled_from([(), (consent(),), (consent(), withdrawal(Channel.SMS)), (consent(Channel.SMS),)])


EXCEPTIONS = {
    ContactPurpose.REPLY: "P-REPLY-1",
    ContactPurpose.OPT_OUT_CONFIRMATION: "TCPA-STOP-1",
    ContactPurpose.CRISIS: "VUL-01",
    ContactPurpose.NOTICE: "P-NOTICE-1",
    ContactPurpose.CEASE_NOTICE: "P-NOTICE-1",
}


@st.composite
def attempts(draw: st.DrawFn) -> Attempt:
    return Attempt(
        at=NOON - timedelta(hours=draw(st.integers(0, 24 * 9))),
        channel=draw(st.sampled_from(Channel)),
        case_id=draw(st.sampled_from(["case-1", "case-2"])),
        by_us=draw(st.booleans()),
        counts=draw(st.booleans()),
        purpose=draw(st.sampled_from(ContactPurpose)),
        talked=draw(st.booleans()),
    )


@st.composite
def people(draw: st.DrawFn) -> ContactFacts:
    return facts(
        country=draw(st.sampled_from(["US", "CN", None])),
        number_country=draw(st.sampled_from(["US", "CN"])),
        zones=tuple(draw(st.lists(st.sampled_from(ZONES), min_size=1, max_size=3, unique=True))),
        consents=draw(CONSENTS),
        statuses=draw(st.frozensets(st.sampled_from(SpecialStatus), max_size=1)),
        attempts=tuple(draw(st.lists(attempts(), max_size=4))),
        inconvenient=tuple(draw(st.lists(st.builds(DailyWindow, WALLS, WALLS), max_size=1))),
        inbound_at=draw(st.sampled_from([None, NOON])),
        replies_sent=draw(st.integers(0, 1)),
        opt_out_confirmed=draw(st.booleans()),
        verified=draw(st.booleans()),
        person_active=draw(st.booleans()),
    )


@st.composite
def contacts(draw: st.DrawFn) -> ProposedContact:
    return proposed(
        channel=draw(st.sampled_from([Channel.SMS, Channel.VOICE])),
        carrier=draw(st.sampled_from(Carrier)),
        purpose=draw(st.sampled_from(ContactPurpose)),
        speaks_of_debt=draw(st.booleans()),
    )


NEARBY = st.integers(-600, 60 * 48).map(lambda minutes: NOON + timedelta(minutes=minutes))
ORDINARY = st.builds(
    lambda zones, hours: facts(zones=tuple(zones), inconvenient=tuple(hours)),
    st.lists(st.sampled_from(ZONES[:6]), min_size=1, max_size=3, unique=True),
    st.lists(st.builds(DailyWindow, WALLS, WALLS), max_size=1),
)


@settings(max_examples=150)
@given(person=ORDINARY, now=INSTANTS)
def test_a_granted_outreach_lies_within_the_window_of_every_zone(person: ContactFacts, now: datetime) -> None:
    decision = decide(packs(), person, proposed(), now)
    if not isinstance(decision, Granted):
        return
    assert now < decision.valid_until <= now + LEAVE_MAX
    last = decision.valid_until - timedelta(microseconds=1)
    for zone in person.place.zones:
        for instant in (now, last):
            wall = instant.astimezone(ZoneInfo(zone)).time()
            assert time(8) <= wall < time(21)
            assert not any(hours.holds(wall) for hours in person.inconvenient)


@settings(max_examples=150)
@given(person=people(), contact=contacts(), now=NEARBY, status=st.sampled_from(SpecialStatus))
def test_one_more_status_never_brings_a_permit(
    person: ContactFacts, contact: ProposedContact, now: datetime, status: SpecialStatus
) -> None:
    if contact.purpose is ContactPurpose.CRISIS and status is SpecialStatus.SELF_HARM:
        return  # the crisis line answers that very status
    worse = replace(person, standing=(*person.standing, *stands(status)))
    if isinstance(decide(packs(), worse, contact, now), Granted):
        before = decide(packs(), person, contact, now)
        assert isinstance(before, Granted) or (status in SILENT and lacks_its_purpose_alone(before))


def lacks_its_purpose_alone(decision: Refused | Deferred | Referred) -> bool:
    """Whether it says too little of the debt for the law, and is wrong in nothing else.

    That is what a silence forbids to say, so it cannot be owed under one.
    """
    against = [finding for finding in decision.findings if finding.verdict.rank < Verdict.ALLOW.rank]
    return {finding.reason for finding in against} == {"purpose_not_said"}


@settings(max_examples=150)
@given(person=people(), contact=contacts(), now=NEARBY, zone=st.sampled_from(ZONES))
def test_one_more_zone_never_brings_a_permit(
    person: ContactFacts, contact: ProposedContact, now: datetime, zone: str
) -> None:
    wider = replace(person, place=replace(person.place, zones=(*person.place.zones, zone)))
    if isinstance(decide(packs(), wider, contact, now), Granted):
        assert isinstance(decide(packs(), person, contact, now), Granted)


@settings(max_examples=150)
@given(person=people(), contact=contacts(), now=INSTANTS)
def test_a_deferral_makes_progress(person: ContactFacts, contact: ProposedContact, now: datetime) -> None:
    decision = decide(packs(), person, contact, now)
    if not isinstance(decision, Deferred):
        return
    assert decision.until > now
    assert isinstance(decide(packs(), person, contact, decision.until), Granted)
    for finding in decision.findings:
        if finding.verdict is Verdict.DEFER:
            assert finding.until is not None
            assert now < finding.until <= decision.until


@settings(max_examples=150)
@given(person=people(), contact=contacts(), now=NEARBY)
def test_nobody_unverified_hears_of_a_debt(
    person: ContactFacts, contact: ProposedContact, now: datetime
) -> None:
    words = replace(contact, speaks_of_debt=True)
    decision = decide(packs(), replace(person, verified=False), words, now)
    assert not isinstance(decision, Granted | Deferred)


@settings(max_examples=150)
@given(person=people(), contact=contacts(), now=NEARBY)
def test_a_permit_for_anything_but_outreach_cites_its_exception(
    person: ContactFacts, contact: ProposedContact, now: datetime
) -> None:
    decision = decide(packs(), person, contact, now)
    cited = EXCEPTIONS.get(contact.purpose)
    if isinstance(decision, Granted) and cited is not None:
        allowing = {f.rule_id for f in decision.findings if f.verdict is Verdict.ALLOW}
        assert cited in allowing
