"""Who says that they are the person of that name."""

from __future__ import annotations

import pytest

from arrears.domain.language.people.own_names import says_they_are


@pytest.mark.parametrize(
    ("text", "name", "says"),
    [
        ("hi it's Dana now", "Dana Fox", True),
        ("this is dana fox, my husband had my phone", "Dana Fox", True),
        ("i'm Dana", "Dana Fox", True),
        ("Dana here", "Dana Fox", True),
        ("speaking", "Dana Fox", True),
        ("我是王强", "王强", True),
        ("我就是王强，刚才是我老婆接的", "王强", True),
        ("王强本人", "王强", True),
        ("我是远达装饰的王强 这笔贷款我知道", "王强", True),
        ("我是王强的朋友李明", "李明", False),
        ("我是他的王强", "王强", False),
        ("it's Dana's wife", "Dana Fox", False),
        ("this is Dana's phone", "Dana Fox", False),
        ("Dana is not here", "Dana Fox", False),
        ("I'll tell Dana", "Dana Fox", False),
        ("this is Maria", "Dana Fox", False),
        ("我是王强的老婆", "王强", False),
        ("我是王强老婆", "王强", False),
        ("王强不在", "王强", False),
        ("我是李明", "王强", False),
    ],
)
def test_a_name_said_of_oneself(text: str, name: str, says: bool) -> None:
    assert says_they_are(text, name) is says
