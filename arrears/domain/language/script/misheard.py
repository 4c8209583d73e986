"""Mandarin words that a recogniser wrote by their sound, and what was meant, of the same length."""

from __future__ import annotations

import re

_NUMERAL = r"[\d一二两三四五六七八九十百千万]"
_HEARD: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(?<![还都又到有])没(?=个?(?:月|周|星期|礼拜)(?:还|付|给|打|交)?{_NUMERAL}{{2}})"), "每"),
    (re.compile(r"支付[包保抱](?![险裹费证])"), "支付宝"),
    (re.compile(r"微[心新芯](?=[转付支扣给零上里])|威信(?=[转付支扣给零])"), "微信"),
    (re.compile(r"(?<=[还付转交打清汇])[乐勒樂](?![器队园趣意])"), "了"),
    (re.compile(r"工[姿滋]"), "工资"),
    (re.compile(rf"[幻环换](?=[你您]们?{_NUMERAL})"), "还"),
)


def as_meant(text: str) -> str:
    """The text with what was misheard as it was meant; the length is unchanged."""
    for heard, meant in _HEARD:
        text = heard.sub(meant, text)
    return text
