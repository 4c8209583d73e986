"""By which medium, number and address a person may be contacted.

Source: 12 CFR 1006.6(d)(3)-(5), 1006.14(h) and 1006.22(f) with Supplement I.
"""

from __future__ import annotations

from datetime import datetime

from arrears.domain.compliance.clocks.days import (
    days_after,
    earliest_day,
    latest_day,
    over_everywhere_at,
    over_somewhere_at,
)
from arrears.domain.compliance.consents import consented, stop_on_another_matter, withdrawn
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import Consent, Debt, Place
from arrears.domain.compliance.packs.us_federal.numbers import UsFederalNumbers
from arrears.domain.compliance.packs.us_federal.scopes import approaches, texts, to_people
from arrears.domain.compliance.rule import WITHDRAWALS, Kind, Question, Rule, allow, defer, deny, reg_f_binds
from arrears.domain.people import Channel

DIRECT = frozenset({"sms", "voice", "web", "email", "letter", "supervisor"})
"""Ways in which a person says something to us ourselves; what a creditor was told is not among them."""


def medium_refused(n: UsFederalNumbers, q: Question) -> Said | None:
    """Not by a medium that the person asked us to leave alone, also where a person would dial or write.

    The wish is about any debt and any number, unless the person chose a narrower one.
    """
    stop = _stop(q) or _stop_elsewhere(q)
    if stop is None or _of_this_point(stop, q):
        return None
    return deny("person_said_stop", ("date", stop.at.date()), lifts=Lifts.CONSENT)


def _stop_elsewhere(q: Question) -> Consent | None:
    stop, given = stop_on_another_matter(q, reaches_ai=False), consented(q)
    return None if stop is None or (given is not None and given.at > stop.at) else stop


def number_refused(n: UsFederalNumbers, q: Question) -> Said | None:
    """Not to a number or address that the person asked us to leave alone, about any debt."""
    stop = _stop(q)
    if stop is None or not _of_this_point(stop, q):
        return None
    return deny("person_said_stop", ("date", stop.at.date()), lifts=Lifts.CONSENT)


def _stop(q: Question) -> Consent | None:
    # A stop to texts that reaches an AI voice is the TCPA's, and no wish about the telephone here.
    stop = withdrawn(q)
    return stop if stop is not None and stop.channel in (None, q.kind.channel) else None


def _of_this_point(stop: Consent, q: Question) -> bool:
    return stop.spot is not None or stop.point_id == q.facts.point_id


def text_fresh(n: UsFederalNumbers, q: Question) -> Said | None:
    """Texts only to a number the person texted from or agreed to, as long as that is recent or was checked.

    A telephone call from the number is neither.
    """
    zones = n.zones(q.facts)
    known_at = max([at for at in (q.facts.line.texted_at, _agreed_at(q)) if at is not None], default=None)
    if known_at is None:
        return deny("number_not_known_for_texts", lifts=Lifts.CONSENT)
    checked_at = q.facts.line.reassignment_checked_at or known_at
    last_on = days_after(earliest_day(max(known_at, checked_at), zones), n.text_fresh_days)
    until = over_somewhere_at(last_on, zones)
    if until <= q.now:
        return deny("number_stale_for_texts", ("days", n.text_fresh_days), lifts=Lifts.NUMBER_CHECKED)
    return allow("number_fresh_for_texts", ("days", n.text_fresh_days), until=until)


def _agreed_at(q: Question) -> datetime | None:
    given = consented(q)
    return given.at if given is not None and given.how in DIRECT else None


def email_opened(n: UsFederalNumbers, q: Question) -> Said | None:
    """E-mail only to an address the person used or agreed to, or that a creditor's notice opened."""
    line = q.facts.line
    if line.used_by_person or line.used_by_prior_collector or _agreed_at(q) is not None:
        return None
    days = line.email_opt_out_days
    if line.email_notice_at is None or not line.email_public_domain:
        return deny("email_not_opened", lifts=Lifts.CONSENT)
    if days is None or days < n.email_opt_out_days_min:
        return deny("email_notice_short", ("days", n.email_opt_out_days_min), lifts=Lifts.CONSENT)
    zones = n.zones(q.facts)
    until = over_everywhere_at(days_after(latest_day(line.email_notice_at, zones), days), zones)
    return defer("email_period_runs", until, ("days", days)) if until > q.now else None


def employers_email(n: UsFederalNumbers, q: Question) -> Said | None:
    """No e-mail to an address that an employer gave, unless the person used it with us or agreed."""
    line = q.facts.line
    if not line.employer_provided or line.used_by_person or line.used_by_prior_collector:
        return None
    return None if _agreed_at(q) is not None else deny("email_of_employer", lifts=Lifts.OTHER_CHANNEL)


def in_public(n: UsFederalNumbers, q: Question) -> Said | None:
    """Nothing that others can see."""
    return deny("seen_by_others", lifts=Lifts.OTHER_CHANNEL) if q.proposed.public else None


def _collectors_texts(place: Place, debt: Debt, kind: Kind) -> bool:
    return texts(place, debt, kind) and reg_f_binds(place, debt)


def _collectors_emails(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.channel is Channel.EMAIL and approaches(place, debt, kind) and reg_f_binds(place, debt)


def _emails_unanswering(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.channel is Channel.EMAIL and not kind.answer and to_people(place, debt, kind)


_STOP = "12 CFR 1006.14(h)"

RULES: tuple[Rule[UsFederalNumbers], ...] = (
    Rule("USF-MEDIA-1", f"{_STOP}(1)", medium_refused, scope=approaches, needs=WITHDRAWALS, law=reg_f_binds),
    Rule(
        "USF-MEDIA-2",
        f"{_STOP}; comments 14(h)(1)-2 and -3.ii",
        number_refused,
        scope=approaches,
        needs=WITHDRAWALS,
        law=reg_f_binds,
    ),
    Rule(
        "USF-TEXT-60",
        "12 CFR 1006.6(d)(3) and (5); comment 6(d)(5)-1",
        text_fresh,
        scope=_collectors_texts,
    ),
    Rule("USF-EMAIL-1", "12 CFR 1006.6(d)(4)", email_opened, scope=_collectors_emails),
    Rule(
        "USF-WORK-2",
        "12 CFR 1006.22(f)(3)",
        employers_email,
        scope=_emails_unanswering,
        law=reg_f_binds,
    ),
    Rule("USF-SOC-1", "12 CFR 1006.22(f)(4); comment 18(d)-1", in_public, law=reg_f_binds),
)
