"""Days on which nothing is paid to us: they write or call then, pay another bill, or only tell of their day.

"Let me run it by him, I'll text tomorrow", 1号还要交房租, "did you eat today". A day beside a sum stays, and,
but for that of another bill, beside a word of paying.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.domain.language.offered.other_bills import is_day_of_another_bill
from arrears.domain.language.offered.small_talk import tells_of_their_day
from arrears.domain.language.readings import Certainty, DateReading, Readings
from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import compiled, fold, overlap

_IN_TOUCH = compiled(
    r"\b(?:i'?ll|i\s+will|we'?ll|we\s+will|let\s+me|lemme|gonna|going\s+to|i\s+can|we\s+can)\s+(?:(?:just|try\s+to|have\s+to|then)\s+)?"
    r"(?:text|txt|message|msg|email|write|call|ring|holler|let\s+(?:you|u|ya)\s+know|tell\s+(?:you|u)|get\s+back\s+to|"
    r"hit\s+(?:you|u)\s+(?:up|back)|reach\s+out|answer|reply|respond|confirm|ask|talk|speak|check|think|run\s+(?:it|this|that)\s+by|see)\b"
    r"|(?:回复|答复|告诉|通知|联系)(?:一下|给)?[你您]|[给跟和][你您]们?(?:回复|答复|回话|回电|发(?:短信|消息|信息)|打电话|联系|说)|回[你您](?:话|信|消息|电话)?|商量|考虑"
)
_PAYS = compiled(
    r"\b(?:pay\w*|send|transfer|wire|deposit|money|cash|check\s+in|give|put|due|card)\b|[还付给打转交汇](?![你您]们?(?:回|答|发|打|联|说)|电话)"
)

_EVERY = 2  # characters before a day that the last one of its "every" is within


def without_days_of_other_things(readings: Readings, text: str) -> Readings:
    """The readings without such days, and how often these come; a day beside a sum of its own stays."""
    plain = fold(text)
    sums = [each.span for each in readings.amounts if each.certainty is not Certainty.UNSURE]
    days = [each.span for each in readings.dates]

    def is_other(day: DateReading) -> bool:
        span = day.span
        first, last = clause(plain, span)
        if any(first <= each[0] < last for each in sums):
            return False
        of_a_bill = day.month is None and is_day_of_another_bill(plain, span, days)
        return of_a_bill or _is_of_contact(plain[first:last]) or tells_of_their_day(plain, span)

    other = [each.span for each in readings.dates if is_other(each)]
    if not other:
        return readings
    kept = tuple(each for each in readings.dates if each.span not in other)
    rhythm = readings.plan.frequency_span
    of_other = rhythm is not None and any(overlap(rhythm, (start - _EVERY, end)) for start, end in other)
    return replace(readings, dates=kept, frequency=None if of_other and not kept else readings.frequency)


def _is_of_contact(words: str) -> bool:
    return _IN_TOUCH.search(words) is not None and _PAYS.search(words) is None
