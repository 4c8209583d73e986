"""What was said before in the conversation, and what the words must hold because it was not."""

from __future__ import annotations

from collections.abc import Callable

from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.rule import Question, deny
from arrears.domain.compliance.speech.numbers import SpeechNumbers, by_person
from arrears.domain.compliance.speech.words import delivery, words_of
from arrears.domain.people import Language

_LANGUAGES = tuple(Language)


def said_before(q: Question, duty: Duty, language: Language) -> bool:
    """Whether the duty was delivered in the conversation already, in that language.

    A duty that is kept without a language counts for every one.
    """
    disclosed = q.facts.talk.disclosed
    if not disclosed:
        return False
    if delivery(duty, language) in disclosed:
        return True
    if duty not in disclosed:
        return False
    return not any(delivery(duty, other) in disclosed for other in _LANGUAGES)


def languages_used(q: Question) -> frozenset[Language]:
    """Every language of the conversation, that of these words included."""
    language, before = q.proposed.language, q.facts.talk.languages
    return before if language in before else before | {language}


def lacks(q: Question, duty: Duty) -> bool:
    """Whether the duty was delivered neither before nor by these words, in their language."""
    language = q.proposed.language
    return (duty, language) not in words_of(q.proposed).spoken and not said_before(q, duty, language)


def in_words(duty: Duty, reason: str) -> Callable[[SpeechNumbers, Question], Said | None]:
    """A rule that wants the duty in the words or before them."""

    def judge(n: SpeechNumbers, q: Question) -> Said | None:
        return deny(reason, lifts=Lifts.OTHER_WORDS) if lacks(q, duty) else None

    return judge


def of_machine(duty: Duty, reason: str) -> Callable[[SpeechNumbers, Question], Said | None]:
    """The same for what a machine says."""

    def judge(n: SpeechNumbers, q: Question) -> Said | None:
        return deny(reason, lifts=Lifts.OTHER_WORDS) if lacks(q, duty) and not by_person(q) else None

    return judge
