"""All entities of one turn, in the values of the intent inventory.

Wider than what negotiation hears: what was paid, owed, charged or denied is an entity as well, and a day that
was paid on lies behind. An offer is made from `read` alone.

Dates are yyyy-mm-dd, yyyy-mm where no day was named, INVALID:…, PAST:… where a day that has passed is
promised, or UNRESOLVED:event. A stretch of days takes its first that can be used: 月初 is the 1st, 月中 and
"mid-April" the 15th, 中旬 the 11th, 下旬 and "late" the 21st, "next week" its Monday, a weekend its
Saturday, the end of the week its Friday; of those that have begun, today.
A holiday is its day where that is named ("by Christmas", 元旦, 端午节那天), "after" it UNRESOLVED; an event
gives way to the day named beside it, and a day said twice is one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date

from arrears.domain.intents import Intent
from arrears.domain.language.entity import Entity
from arrears.domain.language.entity_values import (
    DateView,
    amount_entities,
    date_entities,
    methods_that_stand,
    plan_entities,
    shares_once,
)
from arrears.domain.language.inventory import (
    DENYING,
    GIVING_WAY,
    LOOKING_AHEAD,
    OF_A_PLAN,
    OF_ONE_AMOUNT,
    OFFERING,
    TELLING,
    EntityName,
    besides,
    expected,
)
from arrears.domain.language.misread_intents import (
    at,
    borne_out,
    dates_of_both,
    doubted_by_verb,
    unsure,
    up_to,
)
from arrears.domain.language.money.amounts import Scope
from arrears.domain.language.offered.told import only_tells, opens_with_what_was_done, tells
from arrears.domain.language.people.bereavements import own_bereavement
from arrears.domain.language.people.contacts import as_dialled, read_contacts, says_to_call
from arrears.domain.language.people.identity_values import identity_entities
from arrears.domain.language.people.names import read_names
from arrears.domain.language.people.references import read_references
from arrears.domain.language.people.said_digits import in_figures
from arrears.domain.language.read import Wanted, survey
from arrears.domain.language.readings import Certainty, Readings
from arrears.domain.language.script.fold import NOISE, Span, blank, compiled, fold, has_han
from arrears.domain.language.script.terms import Lexicon, Term, lexicon, read_terms
from arrears.domain.language.times.times_of_day import read_times, says_an_hour
from arrears.domain.language.words.dispute_types import DISPUTES_EN, DISPUTES_ZH
from arrears.domain.language.words.languages import LANGUAGES
from arrears.domain.language.words.payment_methods import METHODS_EN, METHODS_ZH
from arrears.domain.language.words.reasons import REASONS
from arrears.domain.language.words.relations import RELATIONS_EN, RELATIONS_ZH, speakers_own
from arrears.domain.money import Currency
from arrears.domain.people import Language

_LEXICONS: dict[EntityName, Lexicon] = {
    EntityName.REASON: REASONS,
    EntityName.PAYMENT_METHOD: lexicon(english=METHODS_EN, mandarin=METHODS_ZH),
    EntityName.DISPUTE_TYPE: lexicon(english=DISPUTES_EN, mandarin=DISPUTES_ZH),
    EntityName.RELATION: lexicon(english=RELATIONS_EN, mandarin=RELATIONS_ZH),
    EntityName.LANGUAGE: lexicon(mandarin=LANGUAGES),
}
_PAID = compiled(r"\bpaid\b")
_MAY_OFFER_ZH = compiled(r"(?:还|给|转|打|付)[你您]|先还|[能可只]还")
_MAY_OFFER = compiled(r"\b(?:i'?ll|i'?d|can|could|will|gonna|going\s+to|next|more|give|you\s+get)\b")
_ASKS_HOW_MUCH = compiled(
    r"\bhow\s+much\b|\bwhat\s+(?:would|will|is|do)\b|\bwhat'?s\b|\bcheaper\b|多少|几多|几钱|几块钱|[给报啥][个么]?数|会不会|便宜"
)
_MANY = frozenset({EntityName.PAYMENT_METHOD})
"""Of the others a turn has one: its first reason is the reason."""
_BY_CHANNEL = frozenset(
    {Intent.REQUEST_WRITTEN, Intent.CHANGE_CONTACT, Intent.STOP_TEXTS, Intent.CEASE_CONTACT}
)


def entities(
    text: str,
    *,
    language: Language,
    today: date,
    currency: Currency,
    intents: Collection[Intent] = frozenset(),
    doubted: bool = False,
) -> tuple[Entity, ...]:
    """Every entity of the turn, in order. `today` is on the borrower's calendar.

    `intents`, where they are known, say what the turn is about: which entities it is asked for, whether its
    days lie behind, whether what it denies counts. Without them everything is read, and what could be one
    of two things is unsure. Where the intents themselves are `doubted`, they make no sum and no day certain
    that the words alone do not, and the terms that other intents have are read as well, unsure.
    """
    plain, told_at = fold(text), _told_at(text, language, frozenset(intents))
    wanted = Wanted(
        _scope(frozenset(intents)),
        told_at,
        plan_asked=Intent.PROPOSE_INSTALMENT in intents,
        day_meant=Intent.CHANGE_DUE_DATE in intents,
        money_meant=bool(intents) and EntityName.AMOUNT in expected(intents),
        offers=_offers(frozenset(intents), plain, doubted=doubted),
    )
    readings = survey(text, language=language, today=today, currency=currency, wanted=wanted)
    dates = _dates(readings, text, told_at, today, frozenset(intents))
    amounts = _amounts(readings, text, frozenset(intents))
    verb_may_tell = _verb_may_tell(plain, frozenset(intents))
    words_first = verb_may_tell or opens_with_what_was_done(plain)
    words_first |= bool(frozenset(intents) & TELLING) and _only_tells(text, language)
    if doubted or verb_may_tell:
        days, sums = _by_words(text, language=language, today=today, currency=currency)
        if doubted:
            dates = dates_of_both(dates, days, today, words_first=words_first)
            amounts = borne_out(amounts, sums)
        else:
            dates = [doubted_by_verb(one, at(days), today) for one in dates]
    found = [
        *dates,
        *amounts,
        *plan_entities(readings, text),
        *identity_entities(readings.identity, plain, text, asked=Intent.VERIFY_IDENTITY in intents),
        *_terms(plain, text, frozenset(intents)),
    ]
    allowed = expected(intents)
    more = besides(intents, calls=says_to_call(plain), hours=says_an_hour(plain)) if doubted else frozenset()
    kept = [_as_expected(one, allowed) for one in found if one.name in allowed | more]
    return tuple(sorted(_apart(methods_that_stand(kept, plain)), key=lambda one: (one.span, one.name)))


def _as_expected(one: Entity, allowed: Collection[EntityName]) -> Entity:
    """The entity, unsure where the turn seems to be about something else."""
    return one if one.name in allowed else replace(one, certainty=Certainty.UNSURE)


def _by_words(
    text: str, *, language: Language, today: date, currency: Currency
) -> tuple[list[Entity], list[Entity]]:
    """The dates and the amounts as the words alone say them.

    Where these only tell of what has happened, so they do of a day that stands apart: 还了两次 2号五百.
    """
    told_at = _always if _only_tells(text, language) else _told_at(text, language, frozenset())
    readings = survey(
        text, language=language, today=today, currency=currency, wanted=Wanted(Scope.NAMED, told_at)
    )
    return _dates(readings, text, told_at, today, frozenset()), _amounts(readings, text, frozenset())


def _scope(intents: frozenset[Intent]) -> Scope:
    if intents & DENYING:
        return Scope.ALL
    return Scope.OFFERED if intents & OFFERING else Scope.NAMED


def _offers(intents: frozenset[Intent], plain: str, *, doubted: bool) -> bool:
    """Whether something may be offered: what is only denied, contested or told of is named as it is."""
    if not intents & DENYING or intents & OFFERING:
        return True
    if has_han(plain):
        return doubted or _MAY_OFFER_ZH.search(plain) is not None
    return _MAY_OFFER.search(plain) is not None


def _told_at(text: str, language: Language, intents: frozenset[Intent]) -> Callable[[Span], bool]:
    """Whether the words at a span tell of what has happened, by themselves or as such turns do."""
    plain = fold(text)
    verdict_at = tells(
        plain,
        chinese=language is Language.ZH or has_han(plain),
        offered=bool(intents) and intents <= OFFERING,
    )
    if intents & TELLING and not any(EntityName.DATE in expected({one}) for one in intents - TELLING):
        return _always
    # 周一就把这期还了 promises; in Mandarin the verb alone does not tell the past.
    promises = has_han(plain) and intents <= OFFERING
    if intents and (promises or intents <= LOOKING_AHEAD):
        return lambda span: False
    return lambda span: verdict_at(span) is True


def _only_tells(text: str, language: Language) -> bool:
    plain = fold(text)
    return only_tells(plain, chinese=language is Language.ZH or has_han(plain))


def _verb_may_tell(plain: str, intents: frozenset[Intent]) -> bool:
    """Whether it is an offer in Mandarin, where the verb alone does not tell the past: 三号还了 is either."""
    return has_han(plain) and bool(intents) and intents <= OFFERING


def _dates(
    readings: Readings, text: str, told_at: Callable[[Span], bool], today: date, intents: frozenset[Intent]
) -> list[Entity]:
    """The dates; where nothing is offered a day that has passed is only told of."""
    view = DateView(
        told_at,
        today,
        offered=not intents or bool(intents & OFFERING),
        moves=Intent.CHANGE_DUE_DATE in intents,
        ranges=Intent.CHANGE_DUE_DATE not in intents,
    )
    found = date_entities(readings, text, view)
    if intents and intents <= OFFERING and not view.moves:
        found = [unsure(one) if _says_something_else(one, text, today) else one for one in found]
    if intents & (TELLING | OF_ONE_AMOUNT) and not intents & OFFERING:  # the 20th may be the one that is over
        found = [unsure(one) if one.value > up_to(one, today) else one for one in found]
    ahead = intents and intents <= OF_A_PLAN
    return [one for one in found if not (ahead and one.value < up_to(one, today))]


def _says_something_else(one: Entity, text: str, today: date) -> bool:
    """Of an offer: whether it is a day that lies behind, and neither offered nor one that was paid on."""
    behind = one.value[:1].isdigit() and one.value < up_to(one, today)
    return behind and _PAID.search(text.lower()) is None


def _always(span: Span) -> bool:
    return True


def _amounts(readings: Readings, text: str, intents: frozenset[Intent]) -> list[Entity]:
    """The amounts; "the whole" is none where one sum is contested, or offered to settle it.

    Where it is asked how much that is, it may not be offered: 31号还清的话多少.
    """
    found = amount_entities(readings, text)
    if _ASKS_HOW_MUCH.search(fold(text)):
        found = [unsure(one) if one.value == "FULL" else one for one in found]
    if Intent.REQUEST_SETTLEMENT in intents:
        found = shares_once(found)
    settles = Intent.REQUEST_SETTLEMENT in intents and any(one.value != "FULL" for one in found)
    if settles or (intents and intents <= OF_ONE_AMOUNT):
        return [one for one in found if one.value != "FULL"]
    return found


def _terms(plain: str, text: str, intents: frozenset[Intent]) -> list[Entity]:
    channels = not intents or bool(intents & _BY_CHANNEL)
    contacts = read_contacts(plain, channels=channels and bool(intents))
    numbers = [one.span for one in contacts if not one.value.isalpha()]
    found = [
        Entity(EntityName.TIME, one.value, one.span, text[slice(*one.span)], one.certainty, one.alternatives)
        for one in read_times(blank(plain, numbers, NOISE))
    ]
    for name, entries in _LEXICONS.items():
        terms = read_terms(plain, entries)
        if name is EntityName.RELATION:
            mourns = bool(intents & GIVING_WAY) and own_bereavement(text)
            terms = [] if mourns else speakers_own(plain, terms)
        found += _entities(name, terms, text) if name in _MANY else _one_of(name, terms, text)
    dialled = [_as_written(one, text, as_dialled) for one in contacts]
    references = [_as_written(one, text, in_figures) for one in read_references(plain)]
    found += _entities(EntityName.CONTACT, dialled, text)
    found += _entities(EntityName.REFERENCE_NO, references, text)
    return found + _entities(EntityName.PERSON_NAME, read_names(text), text)


def _one_of(name: EntityName, terms: list[Term], text: str) -> list[Entity]:
    """The first of the values; unsure where there are several."""
    if len(terms) < 2:
        return _entities(name, terms, text)
    (first,) = _entities(name, terms[:1], text)
    others = tuple(term.value for term in terms[1:])
    return [replace(first, certainty=Certainty.UNSURE, alternatives=others)]


def _as_written(term: Term, text: str, written: Callable[[str], str]) -> Term:
    """A number or an address keeps its letters as they were typed; a channel is a word of ours."""
    return (
        term
        if term.value.isalpha() and term.value.isascii()
        else replace(term, value=written(text[slice(*term.span)]))
    )


def _entities(name: EntityName, terms: list[Term], text: str) -> list[Entity]:
    return [Entity(name, term.value, term.span, text[slice(*term.span)]) for term in terms]


def _apart(found: list[Entity]) -> list[Entity]:
    """The entities, less those that another reading of the same words rules out."""
    identity = [one.span for one in found if one.name is EntityName.IDENTITY]
    kept = []
    for one in found:
        if one.name is EntityName.AMOUNT and one.span in identity:
            one = replace(one, certainty=Certainty.UNSURE)
        kept.append(one)
    return kept
