"""An illness is no death; nor is anything that is not known to be one of the two."""

from __future__ import annotations

import pytest

from arrears.domain.language.means.illness import tells_of_illness


@pytest.mark.parametrize(
    ("text", "ill"),
    [
        ("Sorry I missed it. my kid was in the hospital", True),
        ("Sorry I missed it, my kid was in the hospital", True),
        ("my wife was in the hospital last week", True),
        ("I've been sick", True),
        ("家里有人生病", True),
        ("我妈住院了", True),
        ("my dad was in the hospital and died", False),
        ("my mother went to the hospital and never came home", False),
        ("my kid was in the hospital. she didn't make it", False),
        ("he was in the hospital", False),  # of somebody else's debt, perhaps
        ("I missed it", False),
        ("我妈住院没救过来", False),
    ],
)
def test_the_whole_text_tells_of_an_illness(text: str, ill: bool) -> None:
    assert tells_of_illness(text) is ill
