import pytest

from arrears.adapters.phone_numbers import PhoneNumberError, contact_facts, phone_problem
from arrears.domain.people import LineType


@pytest.mark.parametrize(
    ("raw", "country", "e164", "of", "zones"),
    [
        ("+12125550123", "US", "+12125550123", "US", ("America/New_York",)),
        ("(808) 555-0101", "US", "+18085550101", "US", ("Pacific/Honolulu",)),
        ("602.555.0199", "US", "+16025550199", "US", ("America/Phoenix",)),
        ("+12125550123", "CN", "+12125550123", "US", ("America/New_York",)),
        ("+8619900000001", "CN", "+8619900000001", "CN", ("Asia/Shanghai",)),
        ("199 0000 0001", "CN", "+8619900000001", "CN", ("Asia/Shanghai",)),
    ],
)
def test_a_number_gives_its_country_and_the_zones_of_its_area_code(raw, country, e164, of, zones):
    facts = contact_facts(raw, country)
    assert (facts.e164, facts.country, facts.zones) == (e164, of, zones)


def test_the_us_plan_does_not_tell_a_mobile_from_a_landline_and_the_chinese_one_does():
    assert contact_facts("+12125550123", "US").line_type is LineType.UNKNOWN
    assert contact_facts("+8619900000001", "US").line_type is LineType.MOBILE


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("5550123", "not a number in use (7 digits)"),
        ("call me", "not a telephone number (0 digits)"),
        ("+19995550123456", "not a number in use (13 digits)"),
        ("+12125550123 ext. 7", "a number with an extension"),
    ],
)
def test_what_is_not_a_number_is_described_and_not_repeated(raw, kind):
    assert phone_problem(raw, "US") == kind
    with pytest.raises(PhoneNumberError) as error:
        contact_facts(raw, "US")
    assert raw not in str(error.value)


def test_every_reserved_number_of_the_sample_areas_has_a_zone():
    for area in ("212", "313", "312", "303", "602", "213", "808", "907", "626", "702"):
        assert contact_facts(f"+1{area}5550100", "US").zones
