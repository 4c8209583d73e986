"""Every rule of the shipped packs, and the places and debts that make a difference to one of them."""

from collections.abc import Iterator

from arrears.domain.cases import Purpose, Relationship
from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.rule import ActRule, Rule
from tests.builders.compliance import packs

OWN, THIRD = Relationship.FIRST_PARTY, Relationship.THIRD_PARTY
COLLECTED, LENT = Debt(THIRD, Purpose.CONSUMER), Debt(OWN, Purpose.COMMERCIAL)
DEBTS = (COLLECTED, LENT, Debt(THIRD, Purpose.COMMERCIAL), Debt(OWN, Purpose.CONSUMER))
STATES = ("CA", "NY", "MA", "WA", "TX", "FL", "DC", "UT", "ME", "CO", "NC", None)
COUNTRIES = ("CN", "GB", "DE", "AU", "IN", "PH", "SG", "HK")


def place(country: str, state: str | None = None) -> Place:
    """Where somebody lives and has a number; in New York, in the city."""
    return Place(country, state, "New York City" if state == "NY" else None, country, state)


PLACES = (*[place("US", state) for state in STATES], *map(place, COUNTRIES))


def contact_rules() -> Iterator[tuple[str, Rule[object]]]:
    """Every rule about contacts, in every version of its pack, by its id and the name of its function.

    Without those about words, which look at all words.
    """
    for pack in packs().packs:
        if pack.id != "speech":
            yield from [(f"{rule.id} {rule.judge.__name__}", rule) for rule in pack.rules.contact]


def act_rules() -> Iterator[tuple[str, ActRule[object]]]:
    """Every rule about steps that are no contact."""
    for pack in packs().packs:
        yield from [(f"{rule.id} {rule.judge.__name__}", rule) for rule in pack.rules.acts]


def named(text: str) -> set[str]:
    """The rules of a table's cell."""
    return {" ".join(each.split()) for each in text.split(";")}
