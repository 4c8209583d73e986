"""What a debt collector's words must hold: the disclosure, in every language used, and the licence."""

from __future__ import annotations

from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import Debt, Place, Recipient
from arrears.domain.compliance.rule import (
    Kind,
    Question,
    Rule,
    consumer,
    deny,
    in_region,
    reg_f_binds,
    third_party,
)
from arrears.domain.compliance.speech.delivered import languages_used, said_before
from arrears.domain.compliance.speech.numbers import SAY_ONE_THING, SpeechNumbers
from arrears.domain.compliance.speech.words import contains, says_debt, words_of
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel, Language

_INITIAL, _LATER = Duty.MINI_MIRANDA_INITIAL, Duty.MINI_MIRANDA_LATER
_OFFICES = frozenset({Recipient.ATTORNEY, Recipient.CREDITOR, Recipient.CREDIT_BUREAU})


def mini_miranda_initial(n: SpeechNumbers, q: Question) -> Said | None:
    """The initial communication says what it is for, and what becomes of any information."""
    if miranda(q) is not _INITIAL or not communicates(q) or languages_given(q, _INITIAL):
        return None
    return deny("mini_miranda_missing", lifts=Lifts.OTHER_WORDS)


def mini_miranda_later(n: SpeechNumbers, q: Question) -> Said | None:
    """Every later communication says that a debt collector speaks."""
    if miranda(q) is not _LATER or not communicates(q) or languages_given(q, _LATER):
        return None
    return deny("collector_not_said", lifts=Lifts.OTHER_WORDS)


def every_language(n: SpeechNumbers, q: Question) -> Said | None:
    """What must be disclosed is disclosed in each language that the conversation uses."""
    used = languages_used(q)
    if len(used) == 1 or not communicates(q):
        return None
    given = languages_given(q, miranda(q))
    lacking = sorted(used - given)
    if not given or not lacking:
        return None
    return deny("not_in_every_language", ("languages", ", ".join(lacking)), lifts=Lifts.OTHER_WORDS)


def licence_shown(n: SpeechNumbers, q: Question) -> Said | None:
    """The first written words about the debt show the collector's licence number."""
    if not licence_due(q):
        return None
    licence = q.facts.terms.licence
    if not licence or contains(q.proposed.text, licence):
        return None  # without a known number the pack of the state refuses
    return deny("licence_not_said", lifts=Lifts.OTHER_WORDS)


def licence_due(q: Question) -> bool:
    """Whether these are the first written words about a debt that a licensed collector collects."""
    notices, debt = q.facts.notices, q.facts.debt
    first = notices.initial_at is None or (notices.initial_oral and not notices.written_made)
    licensed = third_party(debt) or q.facts.terms.transferred
    shown = said_before(q, Duty.LICENCE_NUMBER, q.proposed.language)
    return first and licensed and not shown and says_debt(q.proposed)


def communicates(q: Question) -> bool:
    """Whether the words convey something about a debt, if only because of whom they are said to.

    Who is busy is only asked for a better time, and that conveys nothing.
    """
    return (q.facts.verified and not q.facts.talk.busy) or says_debt(q.proposed)


def miranda(q: Question) -> Duty:
    """Which disclosure it is: that of the first communication, also again in writing, or the later one."""
    notices = q.facts.notices
    if notices.initial_at is None or q.facts.talk.first_call_back:
        return _INITIAL
    repeated = notices.initial_oral and not notices.written_made and q.proposed.channel is not Channel.VOICE
    return _INITIAL if repeated else _LATER


def languages_given(q: Question, duty: Duty) -> frozenset[Language]:
    """The languages of the conversation in which it is disclosed, by these words or before."""
    spoken = words_of(q.proposed).spoken
    return frozenset(
        [
            language
            for language in languages_used(q)
            if (duty, language) in spoken or _given_before(q, duty, language)
        ]
    )


def _given_before(q: Question, duty: Duty, language: Language) -> bool:
    return said_before(q, duty, language) or (duty is _LATER and said_before(q, _INITIAL, language))


def _of_collectors(place: Place, debt: Debt, kind: Kind) -> bool:
    """What a debt collector says to a person, but on a machine, to help, or to confirm a stop."""
    if kind.voicemail or kind.purpose in SAY_ONE_THING or kind.purpose is ContactPurpose.LOCATION:
        return False
    return kind.recipient not in _OFFICES and reg_f_binds(place, debt)


def _california(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.channel is not Channel.VOICE and consumer(debt) and in_region(place, "US", "CA")


COLLECTORS: tuple[Rule[SpeechNumbers], ...] = (
    Rule("USF-MM-1", "12 CFR 1006.18(e)(1)", mini_miranda_initial, scope=_of_collectors),
    Rule("USF-MM-2", "12 CFR 1006.18(e)(2)", mini_miranda_later, scope=_of_collectors),
    Rule("USF-LANG-1", "12 CFR 1006.18(e)(4)", every_language, scope=_of_collectors),
    Rule("CA-LIC-1", "California Civil Code 1788.11(f)", licence_shown, scope=_california),
)
