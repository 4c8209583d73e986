"""What a written telephone number says of itself: E.164, country, line type, and where it may ring."""

from __future__ import annotations

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberType, geocoder, timezone

from arrears.adapters.us_states import STATE_CODES
from arrears.domain.people import KnownNumber, LineType

_TYPES = {
    PhoneNumberType.MOBILE: LineType.MOBILE,
    PhoneNumberType.FIXED_LINE: LineType.LANDLINE,
}
_UNKNOWN_ZONE = "Etc/Unknown"


class PhoneNumberError(ValueError):
    """What was written is not a telephone number; the text says what it is instead, not the number."""


def contact_facts(raw: str, default_country: str) -> KnownNumber:
    """The facts of a number; a number without + belongs to the country, ISO 3166 alpha-2.

    Fictitious US numbers (555-01xx) are accepted: their area code gives the zones.
    Raises: PhoneNumberError.
    """
    number = _parse(raw, default_country)
    if not (phonenumbers.is_valid_number(number) or _is_fictitious(number)):
        digits = len(phonenumbers.national_significant_number(number))
        raise PhoneNumberError(f"not a number in use ({digits} digits)")
    kind = phonenumbers.number_type(number)
    return KnownNumber(
        e164=phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),
        country=str(phonenumbers.region_code_for_number(number) or default_country),
        line_type=_TYPES.get(kind, LineType.UNKNOWN),
        zones=_zones(number),
        region=_region(number),
    )


def phone_problem(raw: str, default_country: str) -> str | None:
    """What is wrong with a written number, None when nothing is."""
    try:
        contact_facts(raw, default_country)
    except PhoneNumberError as error:
        return str(error)
    return None


def is_country(code: str) -> bool:
    """Whether it is the ISO 3166 alpha-2 code of a country that has telephone numbers."""
    return code in phonenumbers.SUPPORTED_REGIONS


def _parse(raw: str, country: str) -> PhoneNumber:
    try:
        number = phonenumbers.parse(raw, country or None)
    except NumberParseException as error:
        digits = sum(sign.isdecimal() for sign in raw)
        raise PhoneNumberError(f"not a telephone number ({digits} digits)") from error
    if number.extension:
        raise PhoneNumberError("a number with an extension")
    return number


def _is_fictitious(number: PhoneNumber) -> bool:
    national = phonenumbers.national_significant_number(number)
    return number.country_code == 1 and len(national) == 10 and national[3:8] == "55501"


def _zones(number: PhoneNumber) -> tuple[str, ...]:
    found = timezone.time_zones_for_geographical_number(number)
    return tuple(sorted(zone for zone in found if zone != _UNKNOWN_ZONE))


def _region(number: PhoneNumber) -> str | None:
    """The state of a US area code, from "Dallas, TX" or "Texas"; a moved or ported phone may be elsewhere."""
    if number.country_code != 1:
        return None
    place = geocoder.description_for_number(number, "en")
    last = place.rpartition(", ")[2]
    return last if last in STATE_CODES.values() else STATE_CODES.get(last)
