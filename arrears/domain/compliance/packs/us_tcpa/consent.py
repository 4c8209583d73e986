"""Consent to texts and AI calls, and whether the number is still the person's.

Source: 47 U.S.C. 227(b)(1); 47 CFR 64.1200(a)(1), (a)(3)(iii) and (m).
"""

from __future__ import annotations

from datetime import timedelta

from arrears.domain.compliance.consents import consented, withdrawn
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import Attempt
from arrears.domain.compliance.limits import capped
from arrears.domain.compliance.packs.united_states import zones_of
from arrears.domain.compliance.packs.us_tcpa.numbers import UsTcpaNumbers, robocalls, robocalls_and_texts
from arrears.domain.compliance.rule import HOUSE, Question, Rule, allow, deny, initiated_texts
from arrears.domain.people import Channel, LineType


def texts(n: UsTcpaNumbers, q: Question) -> Said | None:
    """Prior consent for a text that nobody asked for."""
    given = consented(q)
    if given is not None:
        return allow("consent_on_file", ("date", given.at.date()))
    if withdrawn(q) is not None:
        return None  # the rules about stops say it
    return deny("no_consent", ("channel", q.proposed.channel), lifts=Lifts.CONSENT)


def mobiles(n: UsTcpaNumbers, q: Question) -> Said | None:
    """Prior express consent for an AI voice on a mobile; an unknown line counts as one."""
    return None if q.facts.line.type is LineType.LANDLINE else texts(n, q)


def landlines(n: UsTcpaNumbers, q: Question) -> Said | None:
    """Few AI calls to a landline without consent, over all debts; each offers a way to opt out."""
    if q.facts.line.type is not LineType.LANDLINE or withdrawn(q) is not None:
        return None
    given = consented(q)
    if given is not None:
        return allow("consent_on_file", ("date", given.at.date()))
    calls = [a.at for a in q.made if _counts(a, q)]
    cap = n.landline_calls_per_30_days_max, 30
    return capped("landline_calls_capped", calls, q, zones_of(q, n.unknown_zones), cap)


def _counts(attempt: Attempt, q: Question) -> bool:
    here = attempt.point_id in (None, q.facts.point_id)
    return attempt.channel is Channel.VOICE and attempt.automated and here and not attempt.with_consent


def reassigned(n: UsTcpaNumbers, q: Question) -> Said | None:
    """An old consent needs a newer sign that the number is still the person's."""
    since = q.now - timedelta(days=n.number_shown_days_max)
    line = q.facts.line
    for sign in (line.confirmed_at, line.texted_at, line.reassignment_checked_at):
        if sign is not None and since <= sign <= q.now:
            return None
    given = consented(q)
    if given is None or given.at >= since:
        return None
    return deny(
        "number_may_have_changed_hands",
        ("date", given.at.date()),
        ("days", n.number_shown_days_max),
        lifts=Lifts.NUMBER_CHECKED,
        missing="line.reassignment_checked_at",
    )


RULES: tuple[Rule[UsTcpaNumbers], ...] = (
    Rule("TCPA-TEXT-1", "47 U.S.C. 227(b)(1)(A); 47 CFR 64.1200(a)(1)", texts, scope=initiated_texts),
    Rule("TCPA-AIV-1", "47 U.S.C. 227(b)(1)(A); FCC 24-17; FCC 07-232", mobiles, scope=robocalls),
    Rule("TCPA-AIV-2", "47 CFR 64.1200(a)(3)(iii)", landlines, scope=robocalls),
    Rule("TCPA-RND-1", f"{HOUSE}, after 47 CFR 64.1200(m)", reassigned, scope=robocalls_and_texts),
)
