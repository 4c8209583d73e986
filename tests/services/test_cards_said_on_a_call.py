"""A card number that is said or keyed in on a call is kept nowhere, in whatever pieces it comes."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from arrears.domain.call_scripts import Asked
from arrears.domain.card_numbers import without_card_numbers
from arrears.services.close_turn import close_turn
from arrears.services.hear_call import hear
from arrears.services.identify_caller import identify_caller
from arrears.services.open_turn import open_turn
from arrears.store import calls, conversations
from arrears.store.evidence import entries_of
from arrears.store.tables.dialogue import inbound, turns
from tests.builders.office import Office


@pytest.fixture
def office(store):
    return Office(store)


def kept(office):
    """Every word that is stored of the call."""
    with office.store.read() as tx:
        texts = [
            *tx.execute(sa.select(inbound.c.text)).scalars(),
            *tx.execute(sa.select(turns.c.text)).scalars(),
        ]
        for entry in entries_of(tx, office.borrower.case.id):
            texts += [field.value or "" for field in (entry.personal or {}).values()]
    return " ".join(texts)


def test_a_number_in_words_is_hidden_and_refused_kindly(office):
    office.proves()
    answer = office.says_aloud("it is four one one one one one one one one one one one one one one one")
    assert "do not tell me card numbers" in answer.text
    assert "one one one" not in kept(office)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("my card number is four one one one one one one one one one one one one one one one", "dispute"),
        ("我的卡号是四幺幺幺幺幺幺幺幺幺幺幺幺幺幺幺", "wrong_number"),
    ],
)
def test_who_tells_a_card_is_told_how_to_pay_whatever_it_was_labelled(office, words, label):
    office.dialogue.intents[without_card_numbers(words)] = label
    office.proves()
    office.says_aloud(words)
    with office.store.read() as tx:
        talk = calls.load(tx, office.call_id).conversation_id
        said = conversations.turns_of(tx, talk)[-1].templates
    assert said == ("payment.no_card", "payment.ways", "card.offer")


def test_a_number_in_four_pieces_is_hidden_back_to_the_first(office):
    office.proves()
    for piece in ("4111", "one one one one", "1111"):
        office.says_aloud(piece)
    answer = office.says_aloud("1111")
    assert "do not tell me card numbers" in answer.text
    left = kept(office)
    assert "4111" not in left
    assert "1111" not in left
    assert "one one one" not in left


@pytest.mark.parametrize(
    "first",
    [
        "4111",
        "four one one one",
        "四幺幺幺",
        "6222",
        "my card number is 4110",
        "我的卡号是四一一一",
        "4-1-1-1",
    ],
)
def test_a_first_block_that_is_no_amount_is_refused_at_once_and_never_negotiated(office, first):
    office.proves()
    answer = office.says_aloud(first).text
    assert "do not tell me card numbers" in answer
    assert "with the keys of your telephone" in answer
    assert "offer" not in answer
    # What comes after it is the rest of it, or its code, and the ways are known.
    for rest in ("1111", "one two three"):
        assert "You can pay" not in office.says_aloud(rest).text
    assert not [piece for piece in (first, "1111", "one two three") if piece in kept(office)]


@pytest.mark.parametrize(
    "amount",
    [
        "1200",
        "$4,111",
        "$4111",
        "4,111",
        "4500",
        "forty two fifty",
        "4421",
        "four thousand",
        "my card ends in 4242",
    ],
)
def test_an_amount_is_no_block_of_a_card(office, amount):
    office.proves()
    office.says_aloud(amount)
    assert amount in kept(office)


def test_blocks_that_might_be_amounts_are_erased_once_another_shows_what_they_are(office):
    office.proves()
    for piece in ("5100", "0000", "0008"):
        office.says_aloud(piece)
    assert not [piece for piece in ("5100", "0000", "0008") if piece in kept(office)]
    with office.store.read() as tx:
        erased = [entry for entry in entries_of(tx, office.borrower.case.id) if entry.kind == "erased"]
    assert [entry.payload["by"] for entry in erased] == ["card_number"]


def test_a_piece_whose_turn_is_still_in_hand_is_hidden_too(office):
    office.proves()
    call_id = office.call_id
    first = hear(office.desk, call_id, "p1", "4111")
    turn = open_turn(office.desk, first)
    for number in (2, 3, 4):
        hear(office.desk, call_id, f"p{number}", "1111")
    close_turn(office.desk, turn, None)
    assert "4111" not in kept(office)


def test_pieces_that_are_far_apart_or_that_words_part_are_no_number(office):
    office.proves()
    office.says_aloud("1211")
    office.says_aloud("what do I owe")
    office.says_aloud("1111")
    office.clock.move(minutes=3)
    office.says_aloud("1311")
    assert "1211" in kept(office)
    assert "1311" in kept(office)


def test_the_birth_date_and_the_last_four_are_no_card(office):
    office.calls_us()
    for piece in ("4421", "20000309", "4421"):  # together they check
        office.says_aloud(piece)
    assert "20000309" in kept(office)


def test_a_caller_whom_nobody_knows_is_asked_for_no_card_and_none_is_kept(office):
    office.calls_us(caller="+12125550177")
    answer = identify_caller(office.desk, office.call_id, "1", "my card is 4111 1111 1111 1111")
    assert isinstance(answer, Asked)
    assert "do not say or key in a card number" in answer.words
    with office.store.read() as tx:
        assert "4111" not in str(calls.claims_of(tx, office.call_id))
