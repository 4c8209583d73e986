"""Days on which they will write or call, ask somebody or think about it: nothing is paid on these.

"Let me run it by him, I'll text tomorrow", 明天回复你. A day beside money, or beside a word of paying, stays.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.domain.language.readings import Readings
from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import compiled, fold

_IN_TOUCH = compiled(
    r"\b(?:i'?ll|i\s+will|we'?ll|we\s+will|let\s+me|lemme|gonna|going\s+to|i\s+can|we\s+can)\s+(?:(?:just|try\s+to|have\s+to|then)\s+)?"
    r"(?:text|txt|message|msg|email|write|call|ring|holler|let\s+(?:you|u|ya)\s+know|tell\s+(?:you|u)|get\s+back\s+to|"
    r"hit\s+(?:you|u)\s+(?:up|back)|reach\s+out|answer|reply|respond|confirm|ask|talk|speak|check|think|run\s+(?:it|this|that)\s+by|see)\b"
    r"|(?:回复|答复|告诉|通知|联系)(?:一下|给)?[你您]|[给跟和][你您]们?(?:回复|答复|回话|回电|发(?:短信|消息|信息)|打电话|联系|说)|回[你您](?:话|信|消息|电话)?|商量|考虑"
)
_PAYS = compiled(
    r"\b(?:pay\w*|send|transfer|wire|deposit|money|cash|check\s+in|give|put|due|card)\b|[还付给打转交汇](?![你您]们?(?:回|答|发|打|联|说)|电话)"
)


def without_days_of_contact(readings: Readings, text: str) -> Readings:
    """The readings without the days in whose clause they only say that we hear from them."""
    plain = fold(text)
    sums = [each.span for each in readings.amounts]

    def is_of_contact(start: int, end: int) -> bool:
        first, last = clause(plain, (start, end))
        words = plain[first:last]
        alone = not any(first <= span[0] < last for span in sums)
        return alone and _IN_TOUCH.search(words) is not None and _PAYS.search(words) is None

    dates = tuple(each for each in readings.dates if not is_of_contact(*each.span))
    return readings if len(dates) == len(readings.dates) else replace(readings, dates=dates)
