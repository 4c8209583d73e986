"""Calls that the cap on calls does not count, told where they would have made the difference.

`counted_calls` leaves them out. Source: 12 CFR 1006.14(b)(3) and (4), comments 14(b)(2)(i)-3 and 14(b)(3).
"""

from __future__ import annotations

from datetime import timedelta

from arrears.domain.compliance.decision import Said
from arrears.domain.compliance.facts import Attempt
from arrears.domain.compliance.frequency import NOT_CONNECTED, about
from arrears.domain.compliance.packs.us_federal.numbers import UsFederalNumbers
from arrears.domain.compliance.packs.us_federal.scopes import OFFICES, calls
from arrears.domain.compliance.rule import Question, Rule, allow, reg_f_binds
from arrears.domain.people import Channel


def not_connected(n: UsFederalNumbers, q: Question) -> Said | None:
    """Calls that reached no telephone."""
    return _told("calls_not_connected", [a for a in _calls(n, q) if a.outcome in NOT_CONNECTED])


def to_offices(n: UsFederalNumbers, q: Question) -> Said | None:
    """Calls to attorneys, credit bureaus and creditors."""
    return _told("calls_to_offices", [a for a in _calls(n, q) if a.recipient in OFFICES])


def wrong_person(n: UsFederalNumbers, q: Question) -> Said | None:
    """Calls to a number that turned out to be somebody else's."""
    return _told("calls_to_others", [a for a in _calls(n, q) if a.wrong_person])


def other_debts(n: UsFederalNumbers, q: Question) -> Said | None:
    """Calls that were assigned to other debts, this one not having been spoken of."""
    return _told("calls_about_other_debts", [a for a in _calls(n, q) if not about(a, q.facts.case_id)])


def _calls(n: UsFederalNumbers, q: Question) -> list[Attempt]:
    if len(q.week) < n.calls_per_7_days_max:
        return []
    since = q.now - _DAYS
    made = [a for a in q.week if a.at > since and a.channel is Channel.VOICE]
    return made if len(made) >= n.calls_per_7_days_max else []


def _told(reason: str, left_out: list[Attempt]) -> Said | None:
    return allow(reason, ("calls", len(left_out))) if left_out else None


_DAYS = timedelta(days=7)

RULES: tuple[Rule[UsFederalNumbers], ...] = (
    Rule("USF-FREQ-X2", "12 CFR 1006.14(b)(3)(ii)", not_connected, scope=calls, law=reg_f_binds),
    Rule("USF-FREQ-X3", "12 CFR 1006.14(b)(3)(iii)", to_offices, scope=calls, law=reg_f_binds),
    Rule("USF-FREQ-X4", "comment 14(b)(2)(i)-3 to 12 CFR 1006", wrong_person, scope=calls, law=reg_f_binds),
    Rule("USF-FREQ-D", "12 CFR 1006.14(b)(4)", other_debts, scope=calls, law=reg_f_binds),
)
