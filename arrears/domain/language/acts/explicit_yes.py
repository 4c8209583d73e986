"""A yes in so many words: what we ask for, or short for it, or that what was read will do; and nothing else.

However sure the label is, such a text agrees; whether to anything, others look at.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled

_EN = (
    r"(?:y|ya|yep|yup|yeah|yea|(?:yes|y),? please|yes|yes,? (?:please )?record (?:it|this)(?:,? please)?"
    r"|(?:yes|yeah|yep)[,.! ]+(?:please |pls )?do (?:that|it|this)"
    r"(?:,? (?:then|please|pls|thanks|thank you))*"
    r"|(?:(?:yes|yeah|yep|ok(?:ay)?|alright|all right|fine|sure|good)[,.! ]+)*"
    r"(?:let'?s (?:do|go with) (?:that|it|this)|(?:that|it|this) works(?: for me)?"
    r"|works for me|i (?:agree|accept)|agreed|deal)(?:,? (?:then|please|pls|thanks|thank you))*)"
)
_ZH = (
    r"(?:(?:好的|我?同意|是的?|请?登记吧?|可以|没问题|行)[，,、。 ]*)+"
    r"(?:(?:那?(?:就|咱们就|我们就))(?:这样|这么|按这个|照这个)(?:办|定|来)?(?:了|吧)*)?"
)
_EXPLICIT = compiled(rf"(?:{_EN}|{_ZH})")


def says_yes_outright(text: str) -> bool:
    """Whether the whole text is a yes in so many words."""
    return _EXPLICIT.fullmatch(text.strip(" .!。！").casefold()) is not None
