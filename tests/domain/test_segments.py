from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.segments import fits_gsm, segments
from simulator.segments import segments as billed


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("a" * 152 + "€" + "a" * 152, 3),  # the escape goes with its character into the next segment
        ("还" * 70, 1),
        ("还" * 71, 2),
        ("还" * 134, 2),
        ("还" * 135, 3),
        ("👍" * 35, 1),
        ("👍" * 36, 2),
        ("还" * 66 + "👍" + "还" * 66, 3),  # the pair goes into the next segment whole
        ("Pay $50 on Friday", 1),
        ("a" * 71 + "’", 2),  # a curly apostrophe costs the other half of the room
    ],
)
def test_a_text_takes_as_many_segments_as_its_alphabet_and_length_need(text: str, count: int) -> None:
    assert segments(text) == count


@pytest.mark.parametrize(
    ("text", "fits"),
    [("ñ é ü à ¥ £ € [1] {2}", True), ("á", False), ("—", False), ("“", False), ("`", False), ("\t", False)],
)
def test_the_alphabet_is_that_of_the_standard(text: str, fits: bool) -> None:
    assert fits_gsm(text) is fits


@given(st.text(alphabet="aé€[“还👍\n", max_size=400))
def test_the_carrier_bills_what_we_count(text: str) -> None:
    assert segments(text) == billed(text)


@given(st.text(max_size=300), st.text(max_size=300))
def test_more_words_never_take_fewer_segments(text: str, more: str) -> None:
    assert segments(text + more) >= segments(text)
