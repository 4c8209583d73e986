"""The disclosures that words still owe, in reviewed phrases, put where they must stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from arrears.domain.compliance.decision import Duty
from arrears.domain.compliance.facts import ContactFacts, ProposedContact
from arrears.domain.compliance.rule import Question
from arrears.domain.compliance.speech.collectors import COLLECTORS, languages_given, miranda
from arrears.domain.compliance.speech.delivered import languages_used
from arrears.domain.compliance.speech.numbers import SpeechNumbers
from arrears.domain.compliance.speech.required import REQUIRED
from arrears.domain.people import Channel, Language
from arrears.domain.wording import Catalog, one_text, phrase

type Owed = tuple[Duty, Language]

_FRONT = (
    Duty.RECORDING_NOTICE,
    Duty.AI_DISCLOSURE,
    Duty.REGISTERED_NAME,
    Duty.CALLER_NAME,
    Duty.HUMAN_OFFERED,
    Duty.MINI_MIRANDA_INITIAL,
    Duty.MINI_MIRANDA_LATER,
    Duty.PURPOSE_STATED,
)
"""What is said before the words, in this order."""

_BACK = (Duty.LICENCE_NUMBER, Duty.OPT_OUT_LINE)
"""What is said after them."""

_CURED = {
    "recording_not_said": Duty.RECORDING_NOTICE,
    "ai_not_said": Duty.AI_DISCLOSURE,
    "name_not_first": Duty.REGISTERED_NAME,
    "institution_not_said": Duty.REGISTERED_NAME,
    "caller_not_said": Duty.CALLER_NAME,
    "person_not_offered": Duty.HUMAN_OFFERED,
    "purpose_not_said": Duty.PURPOSE_STATED,
    "licence_not_said": Duty.LICENCE_NUMBER,
    "words_no_opt_out": Duty.OPT_OUT_LINE,
}
_IN_EVERY_LANGUAGE = frozenset({"mini_miranda_missing", "collector_not_said", "not_in_every_language"})


def words_for(catalog: Catalog, duty: Duty, language: Language, **values: str) -> str:
    """The reviewed words of a disclosure; `values` are lender, and licence or alias where it names them.

    Raises: KeyError for a duty that is not one of words, or for a missing value.
    """
    return phrase(catalog, language, f"disclosure.{duty}", **values)


def complete(
    catalog: Catalog, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> ProposedContact:
    """The same contact, its words preceded and followed by the disclosures that they still owe.

    Nothing is added where nothing is owed. Whether the result may be said is for `decide` to say.
    """
    owed: frozenset[Owed] = frozenset()
    built = proposed
    for _ in _FRONT:
        more = _owed(Question(facts, built, now)) - owed
        if not more:
            break
        owed |= more
        built = _built(catalog, facts, proposed, owed)
    return built


def _owed(q: Question) -> frozenset[Owed]:
    place, debt, numbers = q.facts.place, q.facts.debt, SpeechNumbers()
    rules = [rule for rule in (*REQUIRED, *COLLECTORS) if rule.scope(place, debt, q.kind)]
    reasons = {said.reason for rule in rules if (said := rule.judge(numbers, q)) is not None}
    owed = {(_CURED[reason], q.proposed.language) for reason in reasons & _CURED.keys()}
    if (Duty.AI_DISCLOSURE, q.proposed.language) in owed:
        owed.discard((Duty.REGISTERED_NAME, q.proposed.language))  # the same sentence names the lender
    if q.proposed.channel is not Channel.SMS:
        owed.discard((Duty.OPT_OUT_LINE, q.proposed.language))  # its words are those of a text
    if reasons & _IN_EVERY_LANGUAGE:
        duty = miranda(q)
        owed |= {(duty, language) for language in languages_used(q) - languages_given(q, duty)}
    return frozenset(owed)


def _built(
    catalog: Catalog, facts: ContactFacts, proposed: ProposedContact, owed: frozenset[Owed]
) -> ProposedContact:
    values = {
        "lender": proposed.lender,
        "licence": facts.terms.licence or "",
        "alias": facts.notices.registered_alias or "",
    }
    own = proposed.language
    languages = (own, *sorted(set(Language) - {own}))

    def said(duties: tuple[Duty, ...]) -> list[str]:
        return [
            words_for(catalog, duty, language, **values)
            for duty in duties
            for language in languages
            if (duty, language) in owed
        ]

    return replace(proposed, text=one_text(own, [*said(_FRONT), proposed.text, *said(_BACK)]))
