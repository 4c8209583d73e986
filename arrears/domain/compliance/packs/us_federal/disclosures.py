"""What a debt collector must disclose, and in which languages.

Who collects its own loan is no debt collector and says nothing of the kind. Source: 12 CFR 1006.18(e) with
Supplement I.
"""

from __future__ import annotations

from arrears.domain.compliance.decision import Duty, Said
from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.packs.us_federal.numbers import UsFederalNumbers
from arrears.domain.compliance.packs.us_federal.scopes import collectors
from arrears.domain.compliance.rule import Kind, Question, Rule, require
from arrears.domain.compliance.speech.collectors import communicates, miranda
from arrears.domain.compliance.speech.delivered import languages_used, said_before
from arrears.domain.compliance.speech.words import says_debt
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Language


def initial(n: UsFederalNumbers, q: Question) -> Said | None:
    """In full in the initial communication; again in the first written one where that was spoken."""
    if not _conveys(q) or miranda(q) is not _INITIAL or not _lacking(q):
        return None
    return require(_INITIAL, "initial_disclosure")


def later(n: UsFederalNumbers, q: Question) -> Said | None:
    """In short in every later communication."""
    if not _conveys(q) or miranda(q) is not _LATER or not _lacking(q):
        return None
    return require(_LATER, "later_disclosure")


def languages(n: UsFederalNumbers, q: Question) -> Said | None:
    """In every language that is used, as soon as one of them is not English."""
    used = languages_used(q)
    if used == _ENGLISH or not _conveys(q) or not _lacking(q):
        return None
    return require(Duty.DISCLOSURE_LANGUAGES, "disclosure_languages", ("languages", ", ".join(sorted(used))))


def _conveys(q: Question) -> bool:
    # A voicemail with limited content is no communication; nor is anything before identity is verified, since
    # nothing may be said of a debt by then.
    return says_debt(q.proposed) if q.kind.voicemail else communicates(q)


def _lacking(q: Question) -> bool:
    """Whether it was not yet disclosed in this conversation in a language that is used in it."""
    duties = (_INITIAL,) if miranda(q) is _INITIAL else (_INITIAL, _LATER)
    return any(not any(said_before(q, duty, language) for duty in duties) for language in languages_used(q))


_INITIAL, _LATER = Duty.MINI_MIRANDA_INITIAL, Duty.MINI_MIRANDA_LATER
_ENGLISH = frozenset({Language.EN})


def _communications(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.purpose is not ContactPurpose.LOCATION and collectors(place, debt, kind)


RULES: tuple[Rule[UsFederalNumbers], ...] = (
    Rule("USF-MM-1", "12 CFR 1006.18(e)(1); comment 18(e)(1)-1", initial, scope=_communications),
    Rule("USF-MM-2", "12 CFR 1006.18(e)(2)", later, scope=_communications),
    Rule("USF-LANG-1", "12 CFR 1006.18(e)(4)", languages, scope=_communications),
)
