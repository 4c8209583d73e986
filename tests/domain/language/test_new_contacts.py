"""Which number or address of a text is the new one, and what becomes of the old."""

from __future__ import annotations

import pytest

from arrears.domain.contact_changes import ContactKind, OldNumber, hidden
from arrears.domain.language.people.new_contacts import new_contacts

OLD = "+12125550123"


def read(text: str, current: str = OLD) -> list[tuple[str, str, str]]:
    return [(each.kind, each.value, each.old_number) for each in new_contacts(text, current=current)]


@pytest.mark.parametrize(
    ("text", "value", "old"),
    [
        ("my new number is 415-555-0134", "415-555-0134", OldNumber.UNSAID),
        ("my new cell is (415) 555-0134", "(415) 555-0134", OldNumber.UNSAID),
        ("text me at 702-555-0166 instead", "702-555-0166", OldNumber.ENDED),
        ("use 303-555-0142 from now on", "303-555-0142", OldNumber.ENDED),
        ("my old number is dead, the new one is 415-555-0134", "415-555-0134", OldNumber.ENDED),
        ("new number 415-555-0134, don't use this number any more", "415-555-0134", OldNumber.ENDED),
        ("I lost my phone, it's 415-555-0134 now", "415-555-0134", OldNumber.ENDED),
        ("you can also reach me at 415-555-0134", "415-555-0134", OldNumber.KEPT),
        ("415-555-0134 is my new one but keep this one too", "415-555-0134", OldNumber.KEPT),
        ("my old number 212-555-0199 is gone, use 415-555-0134", "415-555-0134", OldNumber.ENDED),
        ("not (212) 555-0123 any more but 415-555-0134", "415-555-0134", OldNumber.UNSAID),
        ("我换号了 新号码是13912345678", "13912345678", OldNumber.ENDED),
        ("号码换成18611112222", "18611112222", OldNumber.ENDED),
        ("我的新号码是13912345678", "13912345678", OldNumber.UNSAID),
        ("新号码13912345678，旧号已经停了", "13912345678", OldNumber.ENDED),
        ("也可以打13912345678，这个号还在用", "13912345678", OldNumber.KEPT),
        ("旧号13811112222停用了，新号13912345678", "13912345678", OldNumber.ENDED),
    ],
)
def test_the_new_number_is_told_from_the_old_one(text: str, value: str, old: OldNumber) -> None:
    assert read(text) == [(ContactKind.PHONE, value, old)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("new email bob_k@mail.example.org please", "bob_k@mail.example.org"),
        ("my email is Bob.K@mail.example.org", "bob.k@mail.example.org"),
        ("我邮箱改成zl88@mail.example了", "zl88@mail.example"),
    ],
)
def test_an_address_is_given_without_a_word_on_the_number(text: str, value: str) -> None:
    assert read(text) == [(ContactKind.EMAIL, value, OldNumber.UNSAID)]


def test_a_number_and_an_address_are_both_given() -> None:
    found = read("415-555-0134 and bob@mail.example.org")
    assert [kind for kind, _, _ in found] == [ContactKind.PHONE, ContactKind.EMAIL]


@pytest.mark.parametrize(
    "text",
    [
        "I have a new number",
        "my number is still 212-555-0123",  # the one they write from
        "415-555-0134 or 415-555-0135",
        "bob@mail.example.org or rob@mail.example.org",
        "call my wife at 415-555-0134",
        "you can reach my lawyer on 415-555-0134",
        "打我老婆电话13912345678",
        "my new address is 9 Birch Lane, Dover DE 19901",
        "以后加微信联系",
        "",
    ],
)
def test_what_a_person_must_read_is_nothing_new(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("+12125550123", "••• 0123"),
        ("415-555-0134", "••• 0134"),
        ("12345", "••• 2345"),
        ("1234", "•••"),
        ("", "•••"),
        ("bob@mail.example.org", "b•••@mail.example.org"),
    ],
)
def test_of_a_contact_just_enough_is_shown(contact: str, shown: str) -> None:
    assert hidden(contact) == shown
