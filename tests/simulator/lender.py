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
        "name": "Ana",
        "amount": "$50.00",
        "here": "$50.00",
        "due_on": "Monday 5 January 2026",
        "total": "$1,240.50",
        "components": "$40.50 fees, $200.00 interest, $1,000.00 principal",
        "schedule": "$1,240.50 on Friday 13 March 2026",
        "why": "each payment must be at least $2,000.00",
        "staffed": "after 09:00 on Tuesday 3 March 2026",
        "phone": "+12125550100",
        "today": "Monday 2 March 2026",
        "number": "2",
        "terms": "every two weeks from Friday 13 March 2026",
        "day": "Friday 13 March 2026",
        "interest": "$6.10",
        "ways": "bank transfer, check",
        "link": "https://pages.example.com/p/aB-_",
        "days": "Monday to Friday",
        "opens": "09:00",
        "closes": "18:00",
        "daily": "$0.43",
        "rate": "18.25%",
        "monthly": "$13.00",
        "other": "$6.00",
        "other_monthly": "$13.00",
        "frequency": "every month",
        "other_frequency": "every two weeks",
        "count": "24",
        "date": "Friday 13 March 2026",
        "until": "by 17:00 on Tuesday 3 March 2026",
        "time": "09:00",
        "when": "the day before",
        "first": "$1,240.50 on Friday 13 March 2026",
        "second": "4 payments of $310.13, every month, the first on Sunday 15 March 2026, "
        "the last on Monday 15 June 2026, $1,240.52 in total",
    },
    "zh": {
        "lender": "海港贷款",
        "name": "王芳",
        "amount": "¥50.00",
        "here": "¥50.00",
        "due_on": "2026年1月5日（周一）",
        "number": "2",
        "terms": "2026年3月13日（周五）起，每两周一次",
        "total": "¥1,240.50",
        "components": "费用¥40.50、利息¥200.00、本金¥1,000.00",
        "schedule": "2026年3月13日（周五）还¥1,240.50",
        "why": "每期至少¥2,000.00",
        "staffed": "在2026年3月3日（周二）09:00之后",
        "phone": "+12125550100",
        "today": "2026年3月2日（周一）",
        "day": "2026年3月13日（周五）",
        "interest": "¥6.10",
        "ways": "银行转账、支票",
        "link": "https://pages.example.com/p/aB-_",
        "days": "周一至周五",
        "opens": "09:00",
        "closes": "18:00",
        "daily": "¥0.43",
        "rate": "18.25%",
        "monthly": "¥13.00",
        "other": "¥6.50",
        "other_monthly": "¥13.00",
        "frequency": "每月",
        "other_frequency": "每两周",
        "count": "24",
        "date": "2026年3月13日（周五）",
        "until": "在2026年3月3日（周二）17:00之前",
        "time": "09:00",
        "when": "the day before",
        "first": "2026年3月13日（周五）还¥1,240.50",
        "second": "分4期，每月¥310.13，第一期2026年3月15日（周日），"
        "最后一期2026年6月15日（周一），合计¥1,240.52",
    },
}


@cache
def templates(language: str) -> dict[str, str]:
    """Every message of the language by key."""
    loaded = yaml.safe_load((POLICY / f"{language}.yml").read_text())
    return {key: message["text"] for key, message in loaded["messages"].items()}


@cache
def only_spoken(language: str) -> frozenset[str]:
    """The messages of calls alone: words for the ear, and what only accompanies a call."""
    loaded = yaml.safe_load((POLICY / f"{language}.yml").read_text())["messages"]
    return frozenset(
        key
        for key, message in loaded.items()
        if key.endswith(".voice") or message.get("channels") == ["voice"]
    )


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


def pause(language: str, rest: int, until: date) -> str:
    """A pause in the product's words; what stays due in whole units."""
    if language == "en":
        day = f"{until:%A} {until.day} {until:%B} {until.year}"
        return f"nothing to pay until {day}; ${rest:,}.00 stays due, and we look at it again on that day"
    day = f"{until.year}年{until.month}月{until.day}日"
    return f"{day}之前不用还款，还剩¥{rest:,}.00，到那天我们再一起看后面怎么安排"
