"""Words that put a yes off, or in doubt: "ok, let me ask my wife first", "yes?", "好吧，我再想想"."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_HESITATION = compiled(
    r"\b(?:maybe|perhaps|possibly|probably|hopefully|unsure|depends|depending|doubt)\b"
    r"|\b(?:not|isn'?t|aren'?t)\s+(?:\w+\s+)?(?:sure|certain)\b|\bi(?:'?ll|\s+will|\s+can)?\s+(?:try|hope)\b"
    r"|\b(?:let\s+me|(?:i\s+)?(?:need|have|want|got)\s+to|i\s+must|i(?:'?ll|\s+will)|gotta)\s+"
    r"(?:first\s+)?(?:ask|check|think|talk|speak|discuss)\b|\blet\s+me\s+see\b"
    r"|\b(?:when|once|after|until|till)\s+(?:i|i'?m|i'?ve|my|we|our|he|she|they|the|it)\b"
    r"|也许|或许|可能|大概|应该吧|说不定|不确定|不一定|没把握|尽量|争取|看情况|再说|考虑|想想|想一想|商量|问问|问一下"
    r"|(?:等|要看|得看)(?:我|你|他|她|公司|客户|老板|工资|钱)"
    r"|\b(?:not|wasn'?t|never)\s+me\b|不是我(?:同意|答应|说|定|本人)"  # somebody else's yes
)
_YES_IN_QUESTION = compiled(
    r"^\W*(?:yes|yeah|yep|yup|ok|okay|k|sure|fine|agreed|right|y|好|好的|可以|行|同意|是|是的|对)(?:吗|么)?\s*[?？]+\W*$"
)


def is_hesitant(text: str) -> bool:
    """Whether a yes beside these words is not given yet. A harmless one costs a question, never a plan."""
    folded = fold(text)
    return _HESITATION.search(folded) is not None or _YES_IN_QUESTION.search(folded) is not None
