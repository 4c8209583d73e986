"""Who tells a card number and no more wants to pay by card, whatever the rest of the words was labelled as.

"My card number is", with the number hidden, is labelled like "you have the wrong number".
"""

from __future__ import annotations

from arrears.domain.card_numbers import had_card_number
from arrears.domain.language.script.fold import compiled, fold

_NO_MORE = compiled(
    r"(?=.*(?:\bcard\b|卡)|\W*$)"
    r"(?:\W|[\d_]|\b(?:ok|okay|yes|yeah|sure|so|well|hi|hello|here|heres|it|its|s|is|that|thats|this|my|the|a|on|off|"
    r"card|credit|debit|bank|visa|mastercard|number|numbers|digits|take|use|charge|put|run|please|then|pay|with|by|"
    r"from|and|code|cvv|cvc|expires|expiry|thanks|thank|you|can|i|ll|want|to|would|like|give|read|let|me|just)\b"
    r"|[我的您你银行信用借记储蓄卡号码是为这张个给报念一下付款钱扣刷用来从里还吧了啊好嗯那就请可以直接安全有效期到])*"
)

_BY_CARD = compiled(
    r"(?:(?:um+|uh+|ok|okay|yes|yeah|well)[\s,]+)*(?:can\s+i\s+|i(?:'?d|\s+would)?\s+(?:like\s+to\s+|want\s+to\s+)?)?(?:pay\s+)?"
    r"(?:with|by|on|using)\s+(?:(?:my|a|the)\s+)?(?:(?:debit|credit|bank)\s+card|visa(?:\s+card)?|master\s?card|amex|card)"
    r"(?:\s+(?:please|ok|okay))?\W*"
    r"|(?:我)?(?:想|要)?(?:用|刷|拿)(?:我的)?(?:信用|借记|银行|储蓄)?卡(?:付款?|还款?|支付)?(?:吧|可以吗|行吗)?\W*"
)


def tells_card_alone(text: str) -> bool:
    """Whether a card number stood in the text, and all else says that it is one, or to be paid with."""
    return had_card_number(text) and _NO_MORE.fullmatch(fold(text)) is not None


def names_card_alone(text: str) -> bool:
    """Whether all they say is that they would pay by card: "with my visa", 用信用卡."""
    return _BY_CARD.fullmatch(fold(text).strip()) is not None
