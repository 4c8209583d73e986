"""How often a debtor and a number may be tried in a day."""

from __future__ import annotations

from arrears.domain.compliance.decision import Said
from arrears.domain.compliance.facts import Attempt, CallOutcome
from arrears.domain.compliance.frequency import touches
from arrears.domain.compliance.limits import capped
from arrears.domain.compliance.packs.china.numbers import GUIDELINE, STANDARD, ChinaNumbers
from arrears.domain.compliance.rule import HOUSE, Question, Rule, initiated_calls, initiated_texts
from arrears.domain.people import Channel

_NO_CONVERSATION = frozenset(
    {
        CallOutcome.VOICEMAIL,
        CallOutcome.NO_MESSAGE,
        CallOutcome.UNANSWERED,
        CallOutcome.BUSY,
        CallOutcome.DECLINED,
        CallOutcome.NOT_IN_SERVICE,
    }
)


def calls(n: ChinaNumbers, q: Question) -> Said | None:
    """Effective calls to the debtor in a day, AI voice included; one of unknown outcome is effective."""
    made = [a.at for a in touches(q, Channel.VOICE) if n.every_call_counts or _effective(a)]
    return capped("calls_capped", made, q, n.places(q.facts), (n.calls_per_day_max, 1))


def unanswered(n: ChinaNumbers, q: Question) -> Said | None:
    """Unanswered calls to one number in a day; one whose number or outcome is unknown counts as well."""
    made = [a.at for a in touches(q, Channel.VOICE) if _unanswered(a) and _here(a, q)]
    cap = n.unanswered_per_number_and_day_max, 1
    return capped("unanswered_capped", made, q, n.places(q.facts), cap)


def texts(n: ChinaNumbers, q: Question) -> Said | None:
    """Texts a day, and in seven days."""
    sent = [a.at for a in touches(q, Channel.SMS)]
    caps = (n.texts_per_day_max, 1), (n.texts_per_7_days_max, 7)
    return capped("texts_capped", sent, q, n.places(q.facts), *caps)


def _effective(attempt: Attempt) -> bool:
    return attempt.talked or attempt.outcome not in _NO_CONVERSATION


def _unanswered(attempt: Attempt) -> bool:
    if attempt.talked:
        return False
    return attempt.outcome is None or attempt.outcome in _NO_CONVERSATION


def _here(attempt: Attempt, q: Question) -> bool:
    return attempt.point_id in (None, q.facts.point_id)


RULES: tuple[Rule[ChinaNumbers], ...] = (
    Rule("CN-FREQ-1", STANDARD, calls, scope=initiated_calls),
    Rule("CN-FREQ-2", GUIDELINE, unanswered, scope=initiated_calls),
    Rule("CN-FREQ-P", HOUSE, texts, scope=initiated_texts),
)
