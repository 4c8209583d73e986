"""What they ask about interest beside its sum: whether it goes on, and what a payment goes to first."""

from __future__ import annotations

from enum import StrEnum

from arrears.domain.language.script.fold import compiled, fold


class InterestQuestion(StrEnum):
    """What is asked."""

    GROWS = "grows"  # whether, and how quickly
    ORDER = "order"  # what a payment pays first


_GROWS = compiled(
    r"\binterest\b[^.!?\n]{0,24}\b(?:grow\w*|going\s+up|add(?:ing|ed|s)?(?:\s+up)?|accru\w*|accumulat\w*|build\w*|run(?:s|ning)?|pil(?:e|ing)|"
    r"increas\w*|ris(?:e|es|ing)|stop(?:s|ped)?|frozen|paused|per\s+(?:day|month)|(?:a|each|every)\s+(?:day|month)|daily|monthly)\b"
    r"|\b(?:accru\w*|adding|charg(?:ed|ing)|gain(?:ing)?|daily|still)\b[^.!?\n]{0,16}\binterest\b"
    r"|利息[^。！？!?\n]{0,6}(?:涨|增加|在算|在滚|滚|累计|累积|停|冻结|降|变[少低]|每个?[天日月])|(?:每个?[天日月]|一[天个]月?|还在|还会|还要算|继续)[^。！？!?\n]{0,6}(?:利息|息)|(?:停|计|算)息"
)
_ORDER = compiled(
    r"\b(?:go(?:es|ing)?|appl(?:y|ies|ied)|com(?:e|es|ing)\s+off|taken\s+off|count(?:s|ed)?|put|used)\b[^.!?\n]{0,24}\b(?:interest|principal|fees?)\b"
    r"|\b(?:interest|principal|fees?)\s+(?:first|or\s+(?:the\s+)?(?:interest|principal|fees?))\b"
    r"|(?:先|是|算)(?:还|扣|冲|抵|付)?[^。！？!?\n]{0,4}(?:利息|本金|费用|罚息)[^。！？!?\n]{0,6}(?:还是|或)[^。！？!?\n]{0,4}(?:利息|本金|费用)|先(?:还|扣|冲|抵)(?:利息|本金|费用)"
)
_ASKS = compiled(
    r"[?\uff1f]|^\W*(?:(?:and|so|but|ok(?:ay)?|wait|hi|hello)\W+)*(?:is|are|does|do|will|would|how|what|where|which|has)\b|[吗呢]|多少|还是|怎么|有没有|会不会|是不是"
)
_WISHES = compiled(
    r"\b(?:can|could|would|will)\s+(?:you|u)\b(?!\s+(?:guys\s+)?(?:keep|still|go\s+on|continue|be|charge|add)\b)|\bplease\b|\b(?:waive|drop|freeze|reduce|lower)\b|能不能|可不可以|可以|能否|减|免|请"
)
"""Who asks us to stop it asks for something else."""


def interest_question(text: str) -> InterestQuestion | None:
    """What is asked; None where nothing is, or where they want it stopped."""
    plain = fold(text)
    if _ASKS.search(plain) is None or _WISHES.search(plain) is not None:
        return None
    if _ORDER.search(plain) is not None:
        return InterestQuestion.ORDER
    return InterestQuestion.GROWS if _GROWS.search(plain) is not None else None
