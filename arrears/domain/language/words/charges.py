"""What is charged on top of what was borrowed; patterns, to be put into others."""

from __future__ import annotations

from arrears.domain.language.money.numerals_en import NUMBER_WORDS
from arrears.domain.language.money.numerals_zh import HAN_NUMBER

_KIND_EN = r"(?:(?:late|service|extra|other|penalty)\s+)?"
FEE_EN = rf"{_KIND_EN}(?:fees?|charges?)"
FEE_ZH = r"(?:手续费|滞纳金|违约金|服务费|管理费|费用?)"
INTEREST_EN = r"(?:(?:late|penalty)\s+)?interest"
INTEREST_ZH = r"(?:利息|罚息|复利)"
CHARGE_EN = rf"(?:{FEE_EN}|{_KIND_EN}penalt(?:y|ies)|{INTEREST_EN})"
CHARGE_ZH = rf"(?:{FEE_ZH}|罚款|{INTEREST_ZH})"
LEFT_OFF_EN = (
    r"(?:waived?|dropped|removed|forgiven|cancelled|erased|reduced|lowered"
    r"|(?:taken|knocked|come)\s+(?:off|away))"
)
"""What has happened to a charge that is let off."""

_FIGURE = rf"(?:[$￥¥€]?\s?\d[\d,.]*|{NUMBER_WORDS})(?:\s*(?:dollars?|bucks))?"
_THE = r"(?:(?:the|that|this|those|these|your|my|all)\s+)"
PART_EN = (
    rf"(?:{_THE}+(?:{_FIGURE}\s+)?(?:in\s+|of\s+)?{CHARGE_EN}|{_THE}{_FIGURE}|(?:fees?|{INTEREST_EN}))(?!\w)"
)
PART_ZH = rf"(?:{CHARGE_ZH}|[那这]个?笔?(?:[\d,.]+|{HAN_NUMBER})[块元]?钱?的?(?:{CHARGE_ZH})?)"
"""A charge by its name, or by its sum: "the sixty", 那50块. Whose sum it is, the records tell."""
