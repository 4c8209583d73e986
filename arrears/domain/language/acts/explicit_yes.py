"""A yes in so many words: what we ask for, or short for it, or that what was read will do; and nothing else.

However sure the label is, such a text agrees; whether to anything, others look at.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled

_POLITE = r"(?:,? (?:then|please|pls|thanks|thank you))*"
_THIS = r"(?:that|it|this)(?: one)?"
_FINE = r"(?:fine|good|great|ok|okay|perfect)"
_EN = (
    r"(?:y|ya|yep|yup|yeah|yea|(?:yes|y),? please|yes|yes,? (?:please )?record (?:it|this)(?:,? please)?"
    rf"|(?:yes|yeah|yep)[,.! ]+(?:please |pls )?do (?:that|it|this){_POLITE}"
    r"|(?:(?:yes|yeah|yep|ok(?:ay)?|alright|all right|fine|sure|good|great|perfect)[,.! ]+)*"
    rf"(?:(?:let'?s|i'?ll|i will|we'?ll|we will) (?:take|do|go with|accept) {_THIS}"
    rf"|(?:that|this) one|{_THIS}(?:'ll| will) do|(?:that|it|this) works(?: for me)?"
    rf"|sounds {_FINE}(?: to me)?"
    r"|(?:that|this)(?: one)?(?:'?s| is) (?:fine|good|great|perfect)(?: (?:with|by|for) me)?"
    r"|works for me|i (?:agree|accept)|agreed|(?:it'?s a |(?:you'?ve |you )?got (?:yourself )?a )?deal)"
    rf"{_POLITE})"
)
_YES_ZH = r"(?:好的|好|我?同意|我?接受|是的?|请?登记吧?|可以|没问题|行|成)"
_WELL_ZH = r"(?:嗯+|(?:yes|yeah|yep|ok(?:ay)?)(?![a-z]))"  # who mixes both says yes 就这样
_SO_ZH = r"(?:这样|这么|这个|按这个|照这个|按[你您]说的)"
_ZH = (
    rf"(?:{_WELL_ZH}[，,、。 ]*)?(?:{_YES_ZH}[，,、。 ]*)+"
    rf"(?:(?:那?(?:就|咱们就|我们就)){_SO_ZH}(?:办|定|来)?(?:了|吧)*)?"
    rf"|(?:那|咱们?|我们?)*就{_SO_ZH}(?:办|定|来)(?:了|吧)*"
    rf"|{_WELL_ZH}[，,、。 ]*(?:那|咱们?|我们?)*就{_SO_ZH}(?:了|吧)*|成交"
)
_EXPLICIT = compiled(rf"(?:{_EN}|{_ZH})")


def says_yes_outright(text: str) -> bool:
    """Whether the whole text is a yes in so many words."""
    return _EXPLICIT.fullmatch(text.strip(" .!。！").casefold()) is not None
