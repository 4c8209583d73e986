"""Whom the law of a state or city binds: by residence or number, by the debt and its collector."""

from datetime import timedelta

import pytest

from arrears.domain.cases import Purpose, Relationship
from arrears.domain.compliance.facts import ContactFacts
from arrears.domain.compliance.rule import Applies
from tests.builders.compliance import NOON, at, facts, in_china, packs, proposed
from tests.builders.findings import applies

BINDS = Applies(True, "lives_or_number_in_state")
NOT_COVERED = Applies(False, "debt_not_covered")
ELSEWHERE = Applies(False, "elsewhere")
FIRST, THIRD, UNKNOWN = Relationship.FIRST_PARTY, Relationship.THIRD_PARTY, Relationship.UNKNOWN
CONSUMER, COMMERCIAL = Purpose.CONSUMER, Purpose.COMMERCIAL

STATES = {
    "us_ca": "CA",
    "us_dc": "DC",
    "us_fl": "FL",
    "us_ma": "MA",
    "us_ny": "NY",
    "us_tx": "TX",
    "us_wa": "WA",
}
COVERED = {"relationship": THIRD, "purpose": CONSUMER}


@pytest.mark.parametrize(("pack", "state"), STATES.items())
@pytest.mark.parametrize(
    ("country", "region", "number_country", "number_region", "binds"),
    [
        ("US", "here", "US", "here", True),
        ("US", "here", "US", "OH", True),
        ("US", "OH", "US", "here", True),
        (None, None, "US", "here", True),
        ("US", "here", None, None, True),
        ("US", "OH", "US", "OH", False),
        ("CN", "here", "US", "OH", False),
        ("US", "OH", "CN", "here", False),
        ("US", None, "US", None, False),
    ],
)
def test_it_binds_who_lives_there_or_has_a_number_there(
    pack: str,
    state: str,
    country: str | None,
    region: str | None,
    number_country: str | None,
    number_region: str | None,
    binds: bool,
) -> None:
    place = {"country": country, "number_country": number_country}
    place |= {"region": state if region == "here" else region}
    place |= {"number_region": state if number_region == "here" else number_region}
    assert applies(pack, facts(**place, **COVERED)) == (BINDS if binds else ELSEWHERE)


@pytest.mark.parametrize(
    ("pack", "relationship", "purpose", "answer"),
    [
        ("us_ma", FIRST, CONSUMER, BINDS),
        ("us_ma", THIRD, Purpose.UNKNOWN, BINDS),
        ("us_ma", THIRD, COMMERCIAL, NOT_COVERED),
        ("us_fl", FIRST, CONSUMER, BINDS),
        ("us_fl", THIRD, COMMERCIAL, NOT_COVERED),
        ("us_dc", FIRST, CONSUMER, BINDS),
        ("us_dc", THIRD, COMMERCIAL, NOT_COVERED),
        ("us_tx", FIRST, CONSUMER, BINDS),
        ("us_tx", THIRD, COMMERCIAL, NOT_COVERED),
        ("us_ca", FIRST, COMMERCIAL, BINDS),
        ("us_ca", FIRST, CONSUMER, BINDS),
        ("us_ny", UNKNOWN, CONSUMER, BINDS),
        ("us_ny", FIRST, CONSUMER, NOT_COVERED),
        ("us_ny", THIRD, COMMERCIAL, NOT_COVERED),
        ("us_wa", UNKNOWN, COMMERCIAL, BINDS),
        ("us_wa", THIRD, CONSUMER, BINDS),
        ("us_wa", FIRST, CONSUMER, NOT_COVERED),
    ],
)
def test_it_covers_debts_and_collectors_of_its_kind(
    pack: str, relationship: Relationship, purpose: Purpose, answer: Applies
) -> None:
    person = facts(region=STATES[pack], relationship=relationship, purpose=purpose)
    assert applies(pack, person) == answer


def test_a_creditor_under_another_name_is_an_agency_in_washington() -> None:
    assert applies("us_wa", facts(region="WA", third_party_name=True)) == BINDS


MAY_BE = Applies(True, "may_be_in_city")


@pytest.mark.parametrize(
    ("place", "answer"),
    [
        ({"city": "New York"}, MAY_BE),
        ({"city": " brooklyn "}, MAY_BE),
        ({"city": "FLUSHING"}, MAY_BE),
        ({"city": None}, MAY_BE),
        ({"city": "Albany"}, Applies(False, "lives_in_another_city")),
        ({"city": "Albany", "number_region": "NJ"}, Applies(False, "lives_in_another_city")),
        ({"region": "NJ", "city": "Newark"}, MAY_BE),
        ({"country": "CN", "region": None, "city": "Shanghai"}, MAY_BE),
        ({"country": "CN", "city": "Shanghai"}, MAY_BE),
        ({"region": "NJ", "city": "New York", "number_region": "NJ"}, ELSEWHERE),
        ({"region": None, "city": None, "number_region": None}, ELSEWHERE),
    ],
)
def test_new_york_city_binds_unless_the_person_is_known_to_live_in_another(
    place: dict[str, object], answer: Applies
) -> None:
    assert applies("us_nyc", facts(purpose=CONSUMER, **place)) == answer


def test_it_covers_creditors_but_no_business_debts() -> None:
    assert applies("us_nyc", facts(city="New York", purpose=CONSUMER)) == MAY_BE
    assert applies("us_nyc", facts(city="New York", purpose=COMMERCIAL)) == NOT_COVERED


def test_new_york_city_has_no_version_before_1_september_2026() -> None:
    day = at("2026-09-01 00:00", "UTC")
    assert "us_nyc" in {pack.id for pack in packs().in_force(day.date())}
    assert "us_nyc" not in {pack.id for pack in packs().in_force((day - timedelta(days=1)).date())}
    assert "us_nyc" not in packs().missing((day - timedelta(days=1)).date())


STRICT, FREE = Applies(True, "state_not_researched"), Applies(False, "state_researched")
NOT_KNOWN = Applies(True, "state_unknown")


@pytest.mark.parametrize(
    ("person", "answer"),
    [
        (facts(), FREE),
        (facts(number_region=None), FREE),
        (facts(number_country=None, number_region=None), FREE),
        (facts(number_country="CN", number_region="Guangdong"), FREE),
        (facts(region="CO"), STRICT),
        (facts(number_region="CO"), STRICT),
        (facts(region="CO", number_country=None, number_region=None), STRICT),
        (facts(region=None), NOT_KNOWN),
        (facts(region=None, number_region=None), NOT_KNOWN),
        (facts(country=None), NOT_KNOWN),
        (facts(country=None, region=None), NOT_KNOWN),
        (facts(country="CN", region=None, number_region=None), NOT_KNOWN),
        (facts(country="CN", region="Guangdong"), FREE),
        (facts(country="CN", region="Guangdong", number_region="CO"), STRICT),
        (in_china(), ELSEWHERE),
        *[(facts(region=state, number_region=state), FREE) for state in STATES.values()],
    ],
)
def test_states_without_a_pack_and_unknown_ones_are_taken_as_strict(
    person: ContactFacts, answer: Applies
) -> None:
    assert applies("us_other_states", person, proposed(), NOON) == answer
