"""The share of what they take in is read where it is one, and nowhere else."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.papers_asked import asks_for_papers
from arrears.domain.language.plans.takings_share import share_of_takings


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("sales dropped in half. could payments follow what we take in, like 10% of sales", 10),
        ("could we pay 8 percent of our monthly revenue", 8),
        ("12.5% of whatever we sell", 12.5),
        ("生意少了一半，能按营业额的10%还吗", 10),
        ("营业额掉了三成，能按流水的8%还吗", 8),
        ("从流水里拿一成", 10),
        ("百分之五的营业额", 5),
        ("sales are down 40%, can we pay based on revenue", None),
        ("sales dropped in half, can payments follow sales", None),
        ("40% of what I owe", None),
        ("营业额掉了三成", None),
    ],
)
def test_the_share_of_takings(text: str, percent: float | None) -> None:
    found = share_of_takings(text)
    assert (None if found is None else float(found)) == percent


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("要提供什么材料", True),
        ("需要哪些资料", True),
        ("材料要哪些", True),
        ("what documents do I need to send", True),
        ("what paperwork do you need from me?", True),
        ("what documents do you have that prove I owe this", False),
        ("把证明发给我", False),
        ("你们有什么证据", False),
        ("send me the documents", False),
    ],
)
def test_what_they_have_to_hand_in(text: str, asks: bool) -> None:
    assert asks_for_papers(text) is asks
