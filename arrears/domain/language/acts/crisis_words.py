"""Statements of self-harm, for the one place where no intent model listens: a caller whom nobody knows yet.

Everywhere else the engine's reading decides.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_STATED = compiled(
    r"\b(?:kill(?:ing)?\s+my\s?self|suicid(?:e|al)|end(?:ing)?\s+(?:it\s+all|my\s+(?:own\s+)?life)"
    r"|tak(?:e|ing)\s+my\s+(?:own\s+)?life|(?:want|going|gonna|rather)\s+(?:to\s+)?(?:die|be\s+dead)\b"
    r"|(?:do\s?n[o']?t|no\s+longer)\s+want\s+to\s+(?:live|be\s+(?:here|alive)\b)|(?:hurt|harm|hang|shoot)\s+my\s?self"
    r"|better\s+off\s+dead|no\s+reason\s+to\s+(?:live|go\s+on))"
    r"|自杀|轻生|寻死|自残|不想活|不想再活|活着没意思|活不下去了|了结自己|结束(?:自己的)?生命|想死(?!你)"
)
_HARMLESS = compiled(
    r"rather\s+(?:to\s+)?die\s+than\s+(?:pay|give)|die\s+of\s+embarrassment|(?:died\s+by|committed)\s+suicide"
    r"|(?:店|生意|公司)活不下去"
)


def speaks_of_self_harm(text: str) -> bool:
    """Whether the words say outright that the speaker may hurt or kill themselves."""
    folded = fold(text)
    return _STATED.search(_HARMLESS.sub(" ", folded)) is not None
