"""Who disputes a part and goes on with the rest: "I dispute the fee but I'll pay the rest", 其他的我还."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_REST = (
    r"(?:(?:the\s+)?(?:rest|remainder)|everything\s+else|(?:all\s+)?the\s+other\s+(?:part|stuff|amounts?|charges?)|what(?:'?s|\s+is)\s+left|"
    r"(?:the|my)\s+(?:principal|loan(?:\s+itself)?|undisputed\s+(?:part|amount))|what\s+i\s+(?:actually|really|do)\s+owe)"
)
_WILL = (
    r"(?:i'?ll|i\s+will|i\s+can|i\s+do|we'?ll|we\s+will|we\s+can|i'?m\s+(?:happy|willing|ready|going|fine)(?:\s+(?:to|with))?|happy\s+to|willing\s+to|"
    r"let\s+me|gonna|i\s+want\s+to|i'?d\s+like\s+to)"
)
_PAYS_IT = compiled(
    rf"\b{_WILL}\s+(?:still\s+|gladly\s+|go\s+on\s+)?(?:pay(?:ing)?|cover|settle|take\s+care\s+of)\s+(?:for\s+|off\s+)?{_REST}\b"
    r"|(?:其他|其它|其余|别|剩下|剩余|余下|另外)的?(?:部分|钱|欠款)?[^。！？\n]{0,3}(?:我(?:还是|照样|都|会|可以|能|愿意|照|一定|来)*|照样|可以|会|照)还(?!不|没)"
    r"|本金(?:部分)?(?:我)(?:会|可以|愿意|照|认)*还(?!不|没)"
)


def pays_the_rest(text: str) -> bool:
    """Whether they say that they would pay what they do not dispute."""
    return _PAYS_IT.search(fold(text)) is not None
