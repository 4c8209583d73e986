"""The contacts of `policy/contacts.yml`, or the place of what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from arrears.adapters.policy_contacts import load_contacts
from arrears.adapters.policy_messages import PolicyFileError
from arrears.domain.contact_policy import LifeContact, outreach_id, subject_of
from arrears.domain.people import Channel

FILE = Path(__file__).parents[2] / "policy" / "contacts.yml"
BANDS = frozenset({"low", "fair", "good", "high"})


def changed(tmp_path: Path, **parts: object) -> Path:
    """The file with other top-level parts."""
    path = tmp_path / "contacts.yml"
    path.write_text(
        yaml.safe_dump(yaml.safe_load(FILE.read_text(encoding="utf-8")) | parts), encoding="utf-8"
    )
    return path


def test_the_repositorys_own_file_has_every_contact_on_by_text() -> None:
    policy = load_contacts(FILE, BANDS)
    assert all(policy.is_on(contact, "US", Channel.SMS) for contact in LifeContact)
    assert not any(policy.is_on(contact, "US", Channel.VOICE) for contact in LifeContact)
    assert policy.reminder_minute == 600


def test_a_country_that_is_named_has_only_what_it_names(tmp_path: Path) -> None:
    on = {"otherwise": {"sms": ["receipt", "welcome"]}, "countries": {"CN": {"sms": ["receipt"]}, "DE": {}}}
    policy = load_contacts(changed(tmp_path, contacts=on), BANDS)
    found = [policy.is_on(LifeContact.WELCOME, country, Channel.SMS) for country in ("US", "CN", "DE")]
    assert found == [True, False, False]


@pytest.mark.parametrize(
    ("product", "band", "days"),
    [("card", "low", 5), ("card", None, 5), ("loan", "low", 2), ("loan", "good", None), ("loan", None, None)],
)
def test_the_first_courtesy_that_fits_holds(tmp_path: Path, product, band, days) -> None:
    rules = [{"days_before": 5, "products": ["card"]}, {"days_before": 2, "bands": ["low"]}]
    rule = load_contacts(changed(tmp_path, courtesy=rules), BANDS).courtesy_for(product, band)
    assert (None if rule is None else rule.days_before) == days


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"reminder": {"days_before": 1, "at": "25:00"}}, "reminder.at"),
        ({"reminder": {"days_before": -1, "at": "10:00"}}, "reminder.days_before"),
        ({"courtesy": [{"days_before": 0}]}, "courtesy.0.days_before"),
        ({"courtesy": [{"days_before": 1, "bands": ["lucky"]}]}, "courtesy.0.bands"),
        ({"contacts": {"otherwise": {"sms": ["sing"]}, "countries": {}}}, "contacts.otherwise.sms"),
        ({"contacts": {"otherwise": {}, "countries": {"usa": {}}}}, "contacts.countries.usa"),
        ({"thanks": {}}, "thanks.within_days"),
        ({"more": 1}, "more"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tmp_path: Path, parts, place) -> None:
    with pytest.raises(PolicyFileError, match=place):
        load_contacts(changed(tmp_path, **parts), BANDS)


def test_a_file_that_is_not_there_or_no_yaml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PolicyFileError, match="missing"):
        load_contacts(tmp_path / "contacts.yml", BANDS)
    (tmp_path / "contacts.yml").write_text("a: [", encoding="utf-8")
    with pytest.raises(PolicyFileError, match="not YAML"):
        load_contacts(tmp_path / "contacts.yml", BANDS)


@pytest.mark.parametrize("contact", LifeContact)
def test_the_subject_of_a_contact_is_read_from_its_id(contact: LifeContact) -> None:
    assert subject_of(contact, outreach_id(contact, "plan-1-2")) == "plan-1-2"
    with pytest.raises(ValueError, match="no "):
        subject_of(contact, outreach_id(contact, "x")[:-1])
