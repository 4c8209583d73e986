from __future__ import annotations

import pytest

from simulator.segments import segments


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
        ("¡ñ" * 80, 1),
        ("á" * 70, 1),
        ("á" * 71, 2),
        ("好" * 134, 2),
        ("好" * 135, 3),
        ("👍" * 35, 1),
        ("👍" * 36, 2),
        ("Pay $50 — today", 1),
    ],
)
def test_a_text_is_billed_by_its_alphabet_and_length(text: str, count: int) -> None:
    assert segments(text) == count
