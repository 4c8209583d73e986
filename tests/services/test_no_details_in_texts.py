"""The consent to have terms texted is taken back in plain words; the texts go on, with a link alone."""

from __future__ import annotations

import pytest

from arrears.domain.compliance.facts import ConsentAction, ConsentPurpose
from arrears.domain.outreach import OutreachState
from arrears.services.welcome_plans import welcome_plans
from arrears.store import Store, consents
from tests.builders.line import reasons
from tests.builders.phone import Phone, conversing
from tests.services.test_on_a_call import HEARD, agree, welcomed

WORDS = ("please don't put the amounts in the texts", "短信里不要写金额")


@pytest.fixture
def phone(sqlite_store: Store) -> Phone:
    phone = Phone(sqlite_store, sayings=HEARD)
    conversing(phone.calls_us())
    agree(phone)
    phone.says_aloud("yes")
    return phone


def given_of(phone: Phone) -> list[tuple[ConsentPurpose, ConsentAction]]:
    with phone.store.read() as tx:
        given = consents.consents_of(tx, phone.borrower.person.id)
    return [(each.purpose, each.action) for each in given][-1:]


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("label", ["out_of_scope", "stop_texts", "deny"])
def test_who_takes_it_back_is_still_texted_and_reads_no_terms(phone: Phone, words: str, label: str) -> None:
    phone.dialogue.intents = phone.dialogue.intents | {words: label}
    assert "only have a link" in phone.says_aloud(words).text
    assert given_of(phone) == [(ConsentPurpose.DETAILS, ConsentAction.WITHDRAWN)]
    row = welcomed(phone)
    assert row.state is OutreachState.SENT
    assert "/p/" in row.body
    assert "$350.00" not in row.body


def test_it_is_taken_back_by_text_without_a_proof(phone: Phone) -> None:
    phone.dialogue.intents = phone.dialogue.intents | {"no amounts in the texts please": "stop_texts"}
    assert "only have a link" in phone.says("no amounts in the texts please")
    assert "$350.00" not in welcomed(phone).body


def test_a_stop_beside_it_stops_the_texts(phone: Phone) -> None:
    words = "don't put the amounts in the texts, stop texting me altogether"
    phone.dialogue.intents = phone.dialogue.intents | {words: "stop_texts"}
    assert "opted out" in phone.says(words)
    phone.clock.move(hours=2)
    welcome_plans(phone.desk)
    assert welcomed(phone).state is not OutreachState.SENT


def test_what_is_offered_in_the_same_breath_a_person_reads(phone: Phone) -> None:
    words = "no amounts in the texts, and I pay 90 on friday"
    phone.dialogue.intents = phone.dialogue.intents | {words: "promise_to_pay"}
    assert "only have a link" in phone.says_aloud(words).text
    assert "also_said" in reasons(phone)
