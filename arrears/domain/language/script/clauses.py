"""Where the clause around some words begins and ends."""

from __future__ import annotations

from arrears.domain.language.script.fold import Span, compiled

_BREAK = compiled(
    r"[.,](?!\d)|(?<!\d)[.,]|[;!?\uff0c\u3002\uff1b\uff01\uff1f\u3001\n]|\b(?:but|however|because|cuz|bc|and|then|so|if|once|when|after)\b|但|可是|不过|剩下|余下|其余"
    r"|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff\d])"
)


def clause(text: str, span: Span) -> Span:
    """The stretch of the folded text between the breaks before and after the span."""
    starts = [match.end() for match in _BREAK.finditer(text) if match.end() <= span[0]]
    ends = [match.start() for match in _BREAK.finditer(text) if match.start() >= span[1]]
    return (starts[-1] if starts else 0, ends[0] if ends else len(text))
