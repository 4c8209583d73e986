"""What holds in every world pack: named hours and places, withdrawals, third parties, the cap."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Granted, Lifts, Refused, Said
from arrears.domain.compliance.facts import Recipient, Spot
from arrears.domain.compliance.rule import Applies
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel, LineType
from arrears.domain.times import DailyWindow
from tests.builders.compliance import DAY, at, attempt, packs, withdrawal
from tests.builders.findings import applies, found
from tests.domain.compliance.world.given import (
    CALL,
    TEXT,
    ZONES,
    allowed,
    deferred,
    denied,
    line,
    living,
    noon,
    said,
    talk,
)

PACKS = {
    "GB": "uk",
    "DE": "eu",
    "AU": "australia",
    "IN": "india",
    "PH": "philippines",
    "SG": "singapore",
    "HK": "hong_kong",
}
THIRD = {"GB": "UK-3P", "IN": "IN-2026", "PH": "PH-TIME", "HK": "HK-1"}
CITED = {
    "UK-3P": "CONC 7.9",
    "PH-TIME": "SEC Memorandum Circular No. 18, series of 2019",
    "HK-1": "Code of Banking Practice (Hong Kong), ch. 5",
    "P-THIRD-1": "house policy",
}
EVERYWHERE = pytest.mark.parametrize("country", PACKS)


@EVERYWHERE
def test_a_text_at_noon_on_a_tuesday_is_granted(country: str) -> None:
    assert isinstance(decide(packs(), living(country), TEXT, noon(country)), Granted)


@EVERYWHERE
def test_who_lives_there_or_has_a_number_there_or_may_be_there_is_bound(country: str) -> None:
    pack, now = PACKS[country], noon(country)
    bound = Applies(True, "lives_or_number_in_country")
    assert applies(pack, living(country), TEXT, now) == bound
    assert applies(pack, living(country, number_country="US", zones=()), TEXT, now) == bound
    assert applies(pack, living(country, country="US", zones=()), TEXT, now) == bound
    visitor = living(country, country="US", number_country="US")
    assert applies(pack, visitor, TEXT, now) == Applies(True, "may_be_in_country")
    away = living("CN", zones=("Asia/Shanghai",))
    assert applies(pack, away, TEXT, now) == Applies(False, "elsewhere")


@pytest.mark.parametrize("country", ["TW", "CA", "FO"])
def test_a_country_without_a_pack_is_refused(country: str) -> None:
    person = living("GB", country=country, number_country="GB")
    decision = decide(packs(), person, TEXT, noon("GB"))
    assert isinstance(decision, Refused)
    assert decision.findings[0].rule_id == "P-NO-PACK"


@EVERYWHERE
def test_hours_that_were_named_are_avoided(country: str) -> None:
    person = living(country, inconvenient=(DailyWindow(time(12), time(13)),))
    zone, now = ZONES[country], noon(country)
    one, named = at("2026-11-24 13:00", zone), ("hours", "12:00-13:00")
    assert said("P-HOURS-1", person, TEXT, now) == [deferred("hour_avoided", one, named)]
    ends = at("2026-11-25 12:00", zone)
    assert said("P-HOURS-1", person, TEXT, one) == [allowed("outside_avoided_hours", ends, named)]
    wrote = replace(person, inbound_at=now)
    assert said("P-HOURS-1", wrote, replace(TEXT, purpose=ContactPurpose.REPLY), now) == []


@EVERYWHERE
def test_places_that_were_named_are_avoided(country: str) -> None:
    now, home = noon(country), living(country, places_avoided=frozenset({Spot.HOME}))
    barred = [denied("place_not_wanted", lifts=Lifts.OTHER_CHANNEL)]
    assert said("P-PLACE-1", line(home, spot=Spot.HOME), TEXT, now) == barred
    assert said("P-PLACE-1", talk(home, known_at=Spot.HOME), TEXT, now) == barred
    assert said("P-PLACE-1", line(home, spot=Spot.WORK), TEXT, now) == []
    assert said("P-PLACE-1", home, TEXT, now) == []
    employed = living(country, employer_prohibits=True)
    forbidden = [denied("employer_forbids", lifts=Lifts.OTHER_CHANNEL)]
    assert said("P-PLACE-1", line(employed, spot=Spot.WORK), TEXT, now) == forbidden
    assert said("P-PLACE-1", talk(employed, known_at=Spot.WORK), TEXT, now) == forbidden
    assert said("P-PLACE-1", line(employed, spot=Spot.HOME), TEXT, now) == []
    assert said("P-PLACE-1", line(living(country), spot=Spot.WORK), TEXT, now) == []
    unknown = denied("line_of_unknown_place", lifts=Lifts.OTHER_CHANNEL, missing="line.spot")
    for person in (home, employed):
        assert said("P-PLACE-1", line(person, type=LineType.LANDLINE), CALL, now) == [unknown]


@EVERYWHERE
def test_a_place_that_was_named_does_not_bar_an_answer(country: str) -> None:
    now = noon(country)
    home = line(living(country, places_avoided=frozenset({Spot.HOME}), inbound_at=now), spot=Spot.HOME)
    assert said("P-PLACE-1", home, replace(TEXT, purpose=ContactPurpose.REPLY), now) == []


@EVERYWHERE
def test_the_houses_own_rules_claim_no_law(country: str) -> None:
    now = noon(country)
    stop = withdrawal(Channel.SMS, now - timedelta(hours=1))
    avoided = frozenset({Spot.HOME})
    wishes = living(country, inconvenient=(DailyWindow(time(12), time(13)),), places_avoided=avoided)
    person = line(replace(wishes, consents=(stop,)), spot=Spot.HOME)
    for rule in ("P-HOURS-1", "P-PLACE-1", "P-STOP-1"):
        assert {each.citation for each in found(rule, person, TEXT, now)} == {"house policy"}


@EVERYWHERE
@pytest.mark.parametrize("channel", [Channel.SMS, Channel.VOICE, Channel.EMAIL, Channel.LETTER, Channel.WEB])
def test_a_withdrawal_of_a_medium_bars_it_and_spares_help(country: str, channel: Channel) -> None:
    now = noon(country)
    person = living(country, consents=(withdrawal(channel, now - timedelta(hours=1)),))
    contact = replace(TEXT, channel=channel)
    barred = denied("person_said_stop", ("date", "2026-11-24"), lifts=Lifts.CONSENT)
    assert said("P-STOP-1", person, contact, now) == [barred]
    assert said("P-STOP-1", person, replace(contact, purpose=ContactPurpose.REPLY), now) == [barred]
    for purpose in (
        ContactPurpose.OPT_OUT_CONFIRMATION,
        ContactPurpose.CRISIS,
        ContactPurpose.NOTICE,
        ContactPurpose.CEASE_NOTICE,
    ):
        assert said("P-STOP-1", person, replace(contact, purpose=purpose), now) == []
    assert said("P-STOP-1", living(country), contact, now) == []


STRANGERS = {Recipient.SPOUSE, Recipient.OTHER, Recipient.PARENT, Recipient.REPRESENTATIVE}


@EVERYWHERE
def test_third_parties_are_not_contacted(country: str) -> None:
    rule, now = THIRD.get(country, "P-THIRD-1"), noon(country)
    barred = [denied("not_the_debtor", lifts=Lifts.NEVER)]
    answered = [denied("third_party_at_number", lifts=Lifts.PERSON)]
    person = living(country)
    assert _third(rule, person, TEXT, now) == []
    for recipient in Recipient:
        says = barred if recipient in STRANGERS else []
        assert _third(rule, person, replace(TEXT, recipient=recipient), now) == says
    answer = replace(TEXT, recipient=Recipient.SPOUSE, purpose=ContactPurpose.REPLY)
    assert _third(rule, person, answer, now) == []
    for status in (SpecialStatus.WRONG_NUMBER, SpecialStatus.THIRD_PARTY_ANSWERED):
        assert _third(rule, living(country, statuses={status}), TEXT, now) == answered
    assert _third(rule, line(person, rings_a_third_party=True), TEXT, now) == answered
    assert _third(rule, line(person, rings_a_third_party=False), TEXT, now) == []
    if rule in CITED:
        spouse = replace(TEXT, recipient=Recipient.SPOUSE)
        assert {f.citation for f in found(rule, person, spouse, now)} == {CITED[rule]}


def _third(rule: str, *question: object) -> list[Said]:
    """What it says of people; the Philippine rule has the hours under the same id."""
    return [each for each in said(rule, *question) if each.reason != "window_open"]  # type: ignore[arg-type]


@pytest.mark.parametrize("country", [c for c in PACKS if c != "AU"])
def test_all_media_together_have_the_houses_cap(country: str) -> None:
    now, channels = noon(country), [Channel.SMS, Channel.VOICE, Channel.EMAIL, Channel.LETTER] * 2
    made = tuple(attempt(now - index * DAY, channel=each) for index, each in enumerate(channels[:7]))
    eighth = attempt(now, channel=Channel.EMAIL)
    zone = ZONES[country]
    free = at("2026-11-25 00:00", zone)
    capped = deferred("touches_capped", free, ("limit", "8"), ("days", "7"), ("zones", zone))
    assert said("P-TOUCHES-1", living(country, attempts=made), TEXT, now) == []
    assert said("P-TOUCHES-1", living(country, attempts=(*made, eighth)), CALL, now) == [capped]
    assert said("P-TOUCHES-1", living(country, attempts=(*made, eighth)), TEXT, free) == []
