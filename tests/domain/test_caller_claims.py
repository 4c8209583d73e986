from datetime import date

import pytest

from arrears.domain.caller_claims import Asking, Claims, claimed
from arrears.domain.loan_references import references_in
from arrears.domain.people import Language

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HP-2026000011", ("HP-2026000011", "HP2026000011")),
        ("it is h p 2026000011", ("HP-2026000011", "HP2026000011")),
        ("2026000011", ("2026000011", "HP-2026000011")),
        ("2 0 2 6 0 0 0 0 1 1", ("2026000011", "HP-2026000011")),
        ("my number is 12345", ("12345", "HP-12345")),
        ("1234", ()),
        ("I do not know", ()),
        ("", ()),
    ],
)
def test_a_loan_number_is_found_however_it_is_said(text, expected):
    assert set(expected) <= set(references_in(text, ("HP-",)))
    assert bool(expected) == bool(references_in(text, ("HP-",)))


def after(*texts: str, language: Language = Language.EN) -> Claims:
    claims = Claims()
    for text in texts:
        claims = claimed(claims, text, language=language, today=TODAY, prefixes=("HP-",))
    return claims


@pytest.mark.parametrize(
    ("texts", "missing"),
    [
        ([], Asking.REFERENCE),
        (["hello?"], Asking.REFERENCE),
        (["HP-2026000011"], Asking.BIRTH),
        (["HP-2026000011", "what?"], Asking.BIRTH),
        (["HP-2026000011", "March 9 1975"], Asking.LAST4),
        (["HP-2026000011", "03091975"], Asking.LAST4),
        (["HP-2026000011", "13991975"], Asking.BIRTH),
        (["HP-2026000011", "March 9 1975", "442"], Asking.LAST4),
        (["HP-2026000011", "March 9 1975", "4421"], None),
        (["HP-2026000011", "March 9 1975", "4 4 2 1"], None),
        (["HP-2026000011", "03/09/1975 4421"], None),
    ],
)
def test_one_thing_after_another_is_asked_for(texts, missing):
    assert after(*texts).missing is missing


def test_what_was_said_first_stands():
    claims = after("HP-2026000011", "March 9 1975", "4421", "March 10 1980 9999")
    assert (claims.birth_on, claims.last4) == (date(1975, 3, 9), "4421")


@pytest.mark.parametrize(("language", "keyed"), [(Language.EN, "03091975"), (Language.ZH, "19750309")])
def test_a_date_is_keyed_as_the_language_writes_it(language, keyed):
    assert after("12345678", keyed, language=language).birth_on == date(1975, 3, 9)
