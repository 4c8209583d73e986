"""A no to one fee, or the hope that none is added: "I'll pay what I owe, not the sixty", 不会再罚我钱了吧.

Neither refuses to pay. Scorn ("I'll pay when hell freezes over") and a plain no beside it are none of these.
"""

from __future__ import annotations

from arrears.domain.language.money.numerals_zh import HAN_NUMBER
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.words.charges import CHARGE_EN, CHARGE_ZH

_PART_EN = rf"(?:{CHARGE_EN}|surcharges?|extras?|add-?ons?|costs|insurance|markup)"
_NOT_EN = (
    r"(?:(?:i'?m|am|are|we'?re)\s+not|(?:will|would)\s+not|won'?t|wont|ain'?t|not|never|refuse\s+to|do\s?n'?t\s+want\s+to|no\s+way\s+i'?m)"
    r"(?:\s+(?:be|going\s+to|gonna))*"
)
_ALL_BUT = (
    r"(?<=pay )(?:everything|all(?:\s+of\s+it)?|the\s+rest|it\s+all)"
    r"\s+(?:but|except(?:\s+for)?|minus|without)"
)
_NO_TO_PART = compiled(
    rf"\b{_NOT_EN}\s+(?:pay(?:ing)?|cover(?:ing)?)\s+(?:for\s+)?(?:(?:\$?\d[\d.,]*|\w+)\s+){{0,3}}{_PART_EN}\b"
    rf"|\bnot\s+(?:the|that|those|your)\s+(?:\w+\s+){{0,2}}{_PART_EN}\b"
    rf"|{_ALL_BUT}\s+(?:the|that|those|your)\s+(?:\w+\s+){{0,2}}{_PART_EN}\b"
    rf"|(?:不|不会|不想|不愿意?|拒绝|凭什么)(?:再)?(?:还|交|付|给|认|出)(?:你们?)?(?:的|这|那|个|笔|什么|些)*{CHARGE_ZH}"
    rf"|{CHARGE_ZH}(?:的话)?(?:我)?(?:就|是|都|也|可|一分)*(?:不|不会|不想|不愿意?)(?:还|交|付|给|认|出)"
)
_NO_TO_SUM = compiled(
    rf"\b{_NOT_EN}\s+(?:pay(?:ing)?)\s+(?:the|that|those|your)\s+(?:extra\s+)?(?:\$?\d[\d.,]*|\w+ty|\w+teen|hundred|two\s+hundred)\b|\bnot\s+(?:the|that)\s+(?:\$?\d[\d.,]*|\w+ty|\w+teen)\b"
    rf"|{_ALL_BUT}\s+(?:the|that)\s+(?:\$?\d[\d.,]*|\w+ty|\w+teen)\b"
    r"|(?:不|不会|不想)(?:还|交|付|给|出)(?:这|那)(?:[\d一二两三四五六七八九十百千]+)(?:块|元)?钱?"
    rf"|[这那]个?笔?(?:[\d,.]+|{HAN_NUMBER})(?:块|元)?钱?(?:我)?(?:就|是|都|也|可)*(?:不|不会|不想|不愿意?)(?:还|交|付|给|认|出)"
)
_WILLING = compiled(
    r"\b(?:do\s?n'?t|do\s+not)\s+mind\s+pay(?:ing)?\b|\b(?:happy|glad|willing|ready|want|trying|(?<!not\s)going|like)\s+to\s+pay\b|\bi'?ll\s+(?:gladly\s+)?pay\b"
    r"|\bi\s+(?:will|can|would|do|am\s+gonna)\s+pay\b|(?<!what\s)\bi'?m\s+(?:paying|gonna\s+pay|good\s+for)\b|\bpay(?:ing)?\s+(?:you\s+)?(?:the\s+rest|what\s+i\s+(?:owe|borrowed)|everything\s+else|the\s+(?:loan|principal))\b"
    r"|不是不(?:想|愿意?|肯)?还|(?:本金|该还的|剩下的|其他的?|其余的?|欠的|借的)(?:钱|部分)?(?:我|都|会|全|肯定|一定|可以|来){0,4}还|我(?:愿意|会|肯|想|可以|能)还"
)
_SCORN = compiled(
    r"\b(?:hell|pigs|zero|over\s+my\s+dead|dead\s+body|when\s+you|never|not\s+(?:a|one)\s+(?:cent|dime|penny|dollar)|anything|nothing|you\s+a|bring\s+it\s+on)\b|做梦|下辈子|一分(?:钱)?(?:都|也)?(?:不|没|别)|休想|没门|不还了|不会还了|死"
)
_HOPES = compiled(
    r"(?:不会|会不会|还会|会|是不是|不)(?:还|再|又|继续|就|不)*(?:罚|收|扣|加|算|涨|要|产生|有)[^，。,.]{0,8}(?:钱|费|息|款|金|了|罚|利)[^，。,.]{0,3}(?:吧|吗|么|[?？]|$)"
    r"|\b(?:won'?t|wont|will\s+not|not|no)\s+(?:\w+\s+){0,4}(?:charged?|fees?|penalt\w+|interest|added?|extra)\b[^.!]{0,25}(?:right|yeah|correct|\?)\W*$"
)


def refused_part(text: str) -> str | None:
    """The words that say no to a fee, or to one sum beside the wish to pay; None where more is refused."""
    plain = fold(text)
    if _SCORN.search(plain) is not None:
        return None
    found = _NO_TO_PART.search(plain) or (_NO_TO_SUM.search(plain) if _is_willing(plain) else None)
    return None if found is None else found.group()


def _is_willing(plain: str) -> bool:
    return _WILLING.search(_NO_TO_SUM.sub(" ", plain)) is not None


def says_willing(text: str) -> bool:
    """Whether they say that they will pay, or want to."""
    plain = fold(text)
    return _SCORN.search(plain) is None and _is_willing(plain)


def hopes_for_no_fee(text: str) -> bool:
    """Whether they ask, in hope, that nothing is added: 不会再罚我钱了吧."""
    plain = fold(text)
    return _SCORN.search(plain) is None and _HOPES.search(plain) is not None
