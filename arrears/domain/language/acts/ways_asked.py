"""Whether the one way to pay that they ask for is among those that the lender approves: 能微信付吗."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.script.terms import lexicon, read_terms
from arrears.domain.language.words.payment_methods import METHODS_EN, METHODS_ZH
from arrears.domain.payment_ways import PaymentWay


class WayAsked(StrEnum):
    """What is said of it before the ways are told."""

    THAT_WAY = "that_way"
    NOT_THAT = "not_that"
    BY_CARD = "by_card"  # staff tell: no way of ours is by card, and by phone one may be taken


_METHODS = lexicon(english=METHODS_EN, mandarin=METHODS_ZH)
_IS = {
    "bank_transfer": PaymentWay.BANK_TRANSFER,
    "bank_counter": PaymentWay.BRANCH,
    "app": PaymentWay.ONLINE,
}
_NONE_OF_OURS = frozenset({"apple_pay", "cashapp", "zelle", "paypal", "alipay", "wechat", "huabei", "ach"})
_CARDS = frozenset({"card", "debit_card", "credit_card"})
_WHETHER = compiled(
    r"\b(?:can|could|may)\s+(?:i|we|u|you|it)\b|\b(?:do|does|will|would)\s+(?:you|u|y'?all|it)\b|\bis\s+(?:it|that|this|there)\b"
    r"|\bok(?:ay)?\s+(?:if|to)\b|(?:能|可以|可不可以|行|是不?是?|支持|有没有)[^。！？!?\n]{0,12}(?:[吗么不没]|[?\uff1f])|能不能|可不可以|支不支持|是不是"
)


def is_approved(text: str, ways: Collection[PaymentWay]) -> WayAsked | None:
    """What is said of the way; None where they do not ask for one way, or nothing is known of it."""
    plain = fold(text)
    named = read_terms(plain, _METHODS)
    asked = [each.value for each in named if _WHETHER.search(plain[slice(*clause(plain, each.span))])]
    if len(asked) != 1:
        return None
    (way,) = asked
    if way in _CARDS:
        return WayAsked.BY_CARD if PaymentWay.PHONE in ways else WayAsked.NOT_THAT
    if way in _NONE_OF_OURS:
        return WayAsked.NOT_THAT
    return WayAsked.THAT_WAY if _IS.get(way) in ways else None
