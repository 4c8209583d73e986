"""The lender's side of a conversation, rendered from the product's own templates."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import yaml

POLICY = Path(__file__).resolve().parents[2] / "policy" / "messages"
EXAMPLES = {
    "en": {
        "lender": "Harbor Lending",
        "due_on": "Monday 5 January 2026",
        "total": "$1,240.50",
        "components": "$40.50 fees, $200.00 interest, $1,000.00 principal",
        "schedule": "$1,240.50 on Friday 13 March 2026",
        "why": "each payment must be at least $2,000.00",
        "staffed": "after 09:00 on Tuesday 3 March 2026",
        "phone": "+12125550100",
        "today": "Monday 2 March 2026",
        "ways": "bank transfer, check",
    },
    "zh": {
        "lender": "海港贷款",
        "due_on": "2026年1月5日（周一）",
        "total": "¥1,240.50",
        "components": "费用¥40.50、利息¥200.00、本金¥1,000.00",
        "schedule": "2026年3月13日（周五）还¥1,240.50",
        "why": "每期至少¥2,000.00",
        "staffed": "在2026年3月3日（周二）09:00之后",
        "phone": "+12125550100",
        "today": "2026年3月2日（周一）",
        "ways": "银行转账、支票",
    },
}


@cache
def templates(language: str) -> dict[str, str]:
    """Every message of the language by key."""
    loaded = yaml.safe_load((POLICY / f"{language}.yml").read_text())
    return {key: message["text"] for key, message in loaded["messages"].items()}


def say(key: str, language: str, **figures: str) -> str:
    """One message with its placeholders filled."""
    return templates(language)[key].format_map(EXAMPLES[language] | figures)


def instalments(language: str, amount: int, count: int) -> str:
    """A monthly schedule in the product's words; the amount in whole units."""
    if language == "en":
        return (
            f"{count} payments of ${amount:,}.00, every month, the first on Sunday 15 March 2026, "
            f"the last on Monday 15 June 2026, ${amount * count:,}.00 in total"
        )
    return (
        f"分{count}期，每月¥{amount:,}.00，第一期2026年3月15日（周日），"
        f"最后一期2026年6月15日（周一），合计¥{amount * count:,}.00"
    )


def once(language: str, minor: int, on: date) -> str:
    """One payment in the product's words."""
    whole = f"{minor // 100:,}.{minor % 100:02d}"
    if language == "en":
        return f"${whole} on {on:%A} {on.day} {on:%B} {on.year}"
    return f"{on.year}年{on.month}月{on.day}日还¥{whole}"
