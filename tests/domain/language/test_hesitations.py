"""A yes that is put off or in doubt is not given yet; one that is plain is."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.hesitations import is_hesitant


@pytest.mark.parametrize(
    "text",
    [
        "ok let me ask my wife first",
        "yes?",
        "my wife agreed to it, not me",
        "是我老公答应的，不是我同意的",
        "Ok ??",
        "yes maybe",
        "i guess yes, not sure",
        "yes when i get my money",
        "yes once my customer has paid",
        "ok i'll try",
        "yes, i need to check with my bank",
        "好的？",
        "好的，等我发工资",
        "好的，我再考虑一下",
        "好吧，我先问问老公",
    ],
)
def test_a_yes_that_is_put_off_or_in_doubt(text: str) -> None:
    assert is_hesitant(text)


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "YES!",
        "ok sure",
        "i guess so yes",
        "yes, thank you",
        "yes i will see you then",
        "yes. how do i pay?",
        "yes please, remind me the day before",
        "好的",
        "好吧",
        "可以，没问题",
        "同意，谢谢",
    ],
)
def test_a_plain_yes(text: str) -> None:
    assert not is_hesitant(text)
