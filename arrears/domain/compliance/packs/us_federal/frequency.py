"""How often a person may be contacted. Source: 12 CFR 1006.14(a) and (b) with Supplement I."""

from __future__ import annotations

from datetime import datetime, timedelta

from arrears.domain.compliance.clocks.days import days_after, earliest_day, over_somewhere_at
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import Attempt, CallOutcome, Debt, Place
from arrears.domain.compliance.frequency import NOT_CONNECTED, about, counted_calls, latest, lifts_at
from arrears.domain.compliance.limits import capped
from arrears.domain.compliance.packs.us_federal.numbers import UsFederalNumbers
from arrears.domain.compliance.packs.us_federal.scopes import OFFICES, approaches, calls, texts
from arrears.domain.compliance.rule import HOUSE, Kind, Question, Rule, allow, defer, deny, reg_f_binds
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel


def seven_calls(n: UsFederalNumbers, q: Question) -> Said | None:
    """Calls in seven days about one debt; a call that the person asked for is not held against us."""
    made = [a.at for a in counted_calls(q) if about(a, q.facts.case_id)]
    if len(made) < n.calls_per_7_days_max or asked_until(n, q) is not None:
        return None
    return capped("calls_about_debt", made, q, n.zones(q.facts), (n.calls_per_7_days_max, 7))


def silent_after_conversation(n: UsFederalNumbers, q: Question) -> Said | None:
    """No call in the days after a telephone conversation about the debt, unless the person asked for one."""
    talked = conversations(q)
    if not talked or asked_until(n, q) is not None:
        return None
    days = n.days_silent_after_conversation
    return capped("talked_recently", talked, q, n.zones(q.facts), (1, days))


def asked_for(n: UsFederalNumbers, q: Question) -> Said | None:
    """Leave for the call that the person asked for, and for no other contact in its name."""
    until = asked_until(n, q)
    if until is not None and q.kind.channel is Channel.VOICE:
        return allow("call_asked_for", until=until)
    if q.kind.purpose is not ContactPurpose.CALLBACK:
        return None
    return deny("no_call_asked_for", lifts=Lifts.CONSENT)


def asked_until(n: UsFederalNumbers, q: Question) -> datetime | None:
    """Until when the person's request to be called stands, in UTC; None while none stands.

    It ends after its seven days, sooner where the person said so, and with the next conversation.
    """
    asked_at, limit = q.facts.callback_asked_at, q.facts.callback_until
    if asked_at is None or asked_at > q.now or any(at > asked_at for at in conversations(q)):
        return None
    zones = n.zones(q.facts)
    until = over_somewhere_at(days_after(earliest_day(asked_at, zones), n.callback_days - 1), zones)
    until = until if limit is None else min(until, limit)
    return until if until > q.now else None


def conversations(q: Question) -> list[datetime]:
    """When telephone conversations with this person about this debt took place, whoever began them."""
    return [
        a.at
        for a in q.facts.attempts
        if a.channel is Channel.VOICE and _talked(a) and about(a, q.facts.case_id) and _with_same(a, q)
    ]


def _talked(attempt: Attempt) -> bool:
    if attempt.talked or attempt.outcome is CallOutcome.TALKED or not attempt.by_us:
        return True
    return attempt.counts and attempt.outcome is None and attempt.purpose is not ContactPurpose.OUTREACH


def _with_same(attempt: Attempt, q: Question) -> bool:
    return not attempt.wrong_person and attempt.recipient is q.proposed.recipient


def texts_sent(n: UsFederalNumbers, q: Question) -> Said | None:
    """Texts a day, and in seven days."""
    sent = [a.at for a in q.week if a.channel is Channel.SMS and _reached(a)]
    caps = (n.texts_per_day_max, 1), (n.texts_per_7_days_max, 7)
    return capped("texts_capped", sent, q, n.zones(q.facts), *caps)


def calls_a_day(n: UsFederalNumbers, q: Question) -> Said | None:
    """Calls a day, and the hours between two of them; those before a request to be called aside."""
    made = _since_request(n, q, [a.at for a in q.week if a.channel is Channel.VOICE and _reached(a)])
    if not made:
        return None
    day = lifts_at(made, limit=n.calls_per_day_max, days=1, zones=n.zones(q.facts), now=q.now)
    until = latest(day, max(made) + timedelta(hours=n.hours_between_calls_min))
    if until is None or until <= q.now:
        return None
    used = ("limit", n.calls_per_day_max), ("hours", n.hours_between_calls_min)
    return defer("calls_concentrated", until, *used)


def all_media(n: UsFederalNumbers, q: Question) -> Said | None:
    """Contacts over all media in seven days; those before a request to be called aside."""
    if len(q.week) < n.touches_per_7_days_max:
        return None
    made = [a.at for a in q.week if _reached(a)]
    if q.kind.channel is Channel.VOICE:
        made = _since_request(n, q, made)
    return capped("touches_capped", made, q, n.zones(q.facts), (n.touches_per_7_days_max, 7))


def _reached(attempt: Attempt) -> bool:
    """Whether it reached the person, or somebody of theirs."""
    return (
        not attempt.wrong_person and attempt.recipient not in OFFICES and attempt.outcome not in NOT_CONNECTED
    )


def _since_request(n: UsFederalNumbers, q: Question, made: list[datetime]) -> list[datetime]:
    asked_at = q.facts.callback_asked_at
    if asked_at is None or asked_until(n, q) is None:
        return made
    return [at for at in made if at > asked_at]


def _calls_or_callbacks(place: Place, debt: Debt, kind: Kind) -> bool:
    return calls(place, debt, kind) or kind.purpose is ContactPurpose.CALLBACK


_HARASS = f"{HOUSE}, after 12 CFR 1006.14(a)"

RULES: tuple[Rule[UsFederalNumbers], ...] = (
    Rule("USF-FREQ-1", "12 CFR 1006.14(b)(2)(i)(A)", seven_calls, scope=calls, law=reg_f_binds),
    Rule("USF-FREQ-2", "12 CFR 1006.14(b)(2)(i)(B)", silent_after_conversation, scope=calls, law=reg_f_binds),
    Rule("USF-FREQ-X1", "12 CFR 1006.14(b)(3)(i)", asked_for, scope=_calls_or_callbacks, law=reg_f_binds),
    Rule("USF-HARASS-1", _HARASS, texts_sent, scope=texts),
    Rule("USF-HARASS-1", _HARASS, calls_a_day, scope=calls),
    Rule("USF-HARASS-1", _HARASS, all_media, scope=approaches),
)
