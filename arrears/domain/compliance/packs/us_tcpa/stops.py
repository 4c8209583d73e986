"""The end of consent: by listed words, by a text, in other words, by other means, and on other matters.

Every one of them is honoured at once, though the law gives ten business days.
Source: 47 CFR 64.1200(a)(10) to (12); DA 26-12.
"""

from __future__ import annotations

from arrears.domain.compliance.consents import consented, stop_on_another_matter, withdrawn
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import Consent
from arrears.domain.compliance.packs.us_tcpa.numbers import UsTcpaNumbers, stoppable
from arrears.domain.compliance.rule import HOUSE, Question, Rule, deny
from arrears.domain.people import Channel

OWN_WORDS = frozenset({"own_words"})
"""Stops in words that are on no list; a reasonable person would understand them."""

OTHER_MEANS = frozenset({"agent", "email", "letter", "supervisor", "voice", "voicemail", "web"})
"""Ways to say stop that the FCC presumes to be fit, but does not list."""


def listed(n: UsTcpaNumbers, q: Question) -> Said | None:
    """A listed word, a key, a site or number for it, and whatever we cannot tell from these."""
    stop = _stop(q)
    if stop is None or _by_text(stop, q) or stop.how in OWN_WORDS or stop.how in OTHER_MEANS:
        return None
    return _refused("person_said_stop", stop)


def by_text(n: UsTcpaNumbers, q: Question) -> Said | None:
    """A stop in a text ends AI calls on the matter too."""
    stop = _stop(q)
    return _refused("stop_by_text", stop) if stop is not None and _by_text(stop, q) else None


def own_words(n: UsTcpaNumbers, q: Question) -> Said | None:
    """Any words, in any language, that a reasonable person would take for a stop."""
    stop = _stop(q)
    if stop is None or _by_text(stop, q) or stop.how not in OWN_WORDS:
        return None
    return _refused("stop_in_own_words", stop)


def other_means(n: UsTcpaNumbers, q: Question) -> Said | None:
    """A stop left on a machine, in an e-mail or with a person is one."""
    stop = _stop(q)
    if stop is None or _by_text(stop, q) or stop.how not in OTHER_MEANS:
        return None
    return _refused("stop_by_other_means", stop)


def all_matters(n: UsTcpaNumbers, q: Question) -> Said | None:
    """By law from the day that the waiver lapses: a stop ends what is unrelated too."""
    return _unrelated(q) if n.revoke_all_in_force else None


def all_matters_by_policy(n: UsTcpaNumbers, q: Question) -> Said | None:
    """The same before that day, as house policy."""
    if n.revoke_all_in_force or not n.stop_covers_unrelated_matters:
        return None
    return _unrelated(q)


def _unrelated(q: Question) -> Said | None:
    stop = stop_on_another_matter(q)
    if stop is None or withdrawn(q) is not None:
        return None
    given = consented(q)
    if given is not None and given.at > stop.at:
        return None
    return _refused("stop_on_another_matter", stop)


def _stop(q: Question) -> Consent | None:
    return withdrawn(q)


def _by_text(stop: Consent, q: Question) -> bool:
    return q.proposed.channel is Channel.VOICE and stop.channel is Channel.SMS


def _refused(reason: str, stop: Consent) -> Said:
    return deny(reason, ("date", stop.at.date()), lifts=Lifts.CONSENT)


_LAW = "47 CFR 64.1200(a)(10)"
_ALL = f"{_LAW}; DA 26-12"
_POLICY = f"{HOUSE}, ahead of {_ALL}"

RULES: tuple[Rule[UsTcpaNumbers], ...] = (
    Rule("TCPA-STOP-1", _LAW, listed, scope=stoppable, needs="withdrawals"),
    Rule("TCPA-STOP-2", _LAW, by_text, scope=stoppable, needs="withdrawals"),
    Rule("TCPA-STOP-3", _LAW, own_words, scope=stoppable, needs="withdrawals"),
    Rule("TCPA-STOP-4", "47 CFR 64.1200(a)(11)", other_means, scope=stoppable, needs="withdrawals"),
    Rule("TCPA-STOP-5", _ALL, all_matters, scope=stoppable, needs="withdrawals"),
    Rule(
        "TCPA-STOP-5",
        _POLICY,
        all_matters_by_policy,
        scope=stoppable,
        needs="withdrawals",
    ),
)
