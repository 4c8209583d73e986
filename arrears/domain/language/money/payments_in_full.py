"""Whether a turn offers to pay all of it: "I'd rather pay off the whole thing", 我一次还清吧.

What it would cost, whether one must, what follows if one did, and what has been paid are no offers.
"""

from __future__ import annotations

from datetime import date

from arrears.domain.language.read import read
from arrears.domain.language.readings import AmountKind
from arrears.domain.language.script.fold import compiled
from arrears.domain.language.script.sentences import asks, sentences
from arrears.domain.money import Currency
from arrears.domain.people import Language

_MEANS_TO = compiled(
    r"\b(?:i|we)(?:\s*'?\s*(?:ll|d|m|re)|\s+(?:will|would|can|could|want|wanna|am|are|prefer|plan|intend|might\s+as\s+well|may\s+as\s+well|just|rather|shall|should))\b"
    r"|\b(?:ill|id|im)\b|\b(?:can|could|may)\s+(?:i|we)\b|\blet(?:'?s|\s+me|\s+us)\b|\blemme\b|^\W*(?:just\s+|ok\s+|then\s+)*(?:pay|paying|clear|settle)\b"
    r"|我们?|咱们?|俺|想|要|可以|就|直接|^\W*(?:全|一次|一把)"
)
_INQUIRES = compiled(
    r"\bhow\s+(?:much|do|can|would|could|about\s+if)\b|\bwhat(?:'?s|\s+is|\s+would|\s+does|\s+do|\s+will|\s+if|\s+happens)\b|\b(?:if|when|once|unless|until|till|suppose|in\s+case|whether)\b"
    r"|\b(?:have|has|had|need|needs|got|supposed|required|forced)\s+to\b|\bmust\b|\bgotta\b|\b(?:quote|payoff\s+(?:amount|figure|letter)|cost\s+me|discount|waive|less|reduce)\b|\b(?:before|after)\s+i\b"
    r"|多少|怎么|如何|如果|要是|假如|的话|必须|一定要|非要|非得|才能|是不是|减免|打折|优惠|便宜|什么时候|几时|想知道|问一下"
)


def pays_in_full(text: str, *, language: Language, today: date, currency: Currency) -> bool:
    """Whether a sentence of the turn offers the full amount, as its own and without a condition."""
    return any(
        _MEANS_TO.search(sentence) is not None
        and _INQUIRES.search(sentence) is None
        and not (asks(sentence) and _POSSIBLE.search(sentence) is None)
        and _is_full(sentence, language, today, currency)
        for sentence in sentences(text)
    )


_POSSIBLE = compiled(r"\b(?:can|could|may)\b|可以|行吗|好吗|能|吧")
"""A question that offers: "can I just pay the whole balance?"."""


def _is_full(sentence: str, language: Language, today: date, currency: Currency) -> bool:
    readings = read(sentence, language=language, today=today, currency=currency)
    kinds = {each.kind for each in readings.amounts}
    return kinds == {AmountKind.FULL}
