"""Every reviewed template, judged as it would go out: the longest values, and each way it may be used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from arrears.adapters.policy_messages import load_catalog
from arrears.domain.cases import Balance
from arrears.domain.compliance.decide import findings
from arrears.domain.compliance.decision import Finding, Lifts, Verdict
from arrears.domain.compliance.facts import ContactFacts, ProposedContact
from arrears.domain.compliance.packset import PackSet
from arrears.domain.compliance.rule import third_party
from arrears.domain.compliance.speech.opening import complete
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money, display
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.outreach import ContactPurpose
from arrears.domain.payment_ways import PaymentWay
from arrears.domain.people import Channel, Language
from arrears.domain.plans import Instalment
from arrears.domain.wording import (
    Catalog,
    Template,
    component_words,
    date_words,
    offer_words,
    phrase,
)

_PURPOSES = {
    "outreach": ContactPurpose.OUTREACH,
    "call.opening": ContactPurpose.OUTREACH,
    "call.callback": ContactPurpose.CALLBACK,
    "contact": ContactPurpose.OUTREACH,
    "crisis": ContactPurpose.CRISIS,
    "optout.confirmation": ContactPurpose.OPT_OUT_CONFIRMATION,
    "optout.calls": ContactPurpose.OPT_OUT_CONFIRMATION,
}
_LONGEST_DAY = date(2026, 9, 30)  # a Wednesday in September
_LINK = f"https://pages.example.com/p/{'aB-_' * 11}"
_PHONE = "+1 212 555 0100"
_NAME = {Language.EN: "Bartholomew Featherstonehaugh-Cholmondeley", Language.ZH: "欧阳淑芬"}
_NOT_BY_TEXT = frozenset({PlanType.SETTLEMENT, PlanType.RENEWAL})
"""Kinds whose words no template carries everywhere: carriers and the law bar them from texts."""
_WORDS_FAIL = frozenset({Lifts.OTHER_WORDS, Lifts.IDENTITY})


@dataclass(frozen=True, slots=True, eq=False)
class Use:
    """One way to use a template: who is on the line, under which law, over what. Equal to itself alone."""

    name: str
    facts: ContactFacts
    proposed: ProposedContact  # its text, purpose and mark are the template's


def purpose_of(key: str) -> ContactPurpose:
    """What a template is used for."""
    return _PURPOSES.get(key) or _PURPOSES.get(key.partition(".")[0], ContactPurpose.REPLY)


def may_use(template: Template, use: Use) -> bool:
    """Whether it may be used so: its channels, its actor, and of a debt only to who proved it and listens."""
    if use.proposed.channel not in template.channels:
        return False
    if template.first_party and third_party(use.facts.debt):
        return False
    listens = use.facts.verified and not use.facts.talk.busy
    return listens or not template.speaks_of_debt


def filled(catalog: Catalog, template: Template, language: Language, lender: str) -> Iterator[str]:
    """The template with the longest values of each sort it may be filled with."""
    seen = set[str]()
    for currency in Currency:
        for values in _values(catalog, language, lender, currency):
            text = template.text.format_map(values)
            if text not in seen:
                seen.add(text)
                yield text


def objections(packs: PackSet, catalog: Catalog, use: Use, text: str, now: datetime) -> tuple[Finding, ...]:
    """Every finding against the words: as they stand, with the disclosures that are owed put to them."""
    words = complete(catalog, use.facts, replace(use.proposed, text=text), now)
    found = findings(packs, use.facts, words, now)
    return tuple(finding for finding in found if finding.verdict is Verdict.DENY and _about_words(finding))


def _about_words(finding: Finding) -> bool:
    return finding.pack.startswith("speech ") or finding.lifts in _WORDS_FAIL


@cache
def samples(language: Language, lender: str) -> tuple[dict[str, str], ...]:
    """A few sorts of values as they are filled in on a call: one payment, many, a pause; each currency."""
    return tuple(
        next(_values(_shipped(), language, lender, currency, schedules=(schedule,)))
        for currency in Currency
        for schedule in _spoken_schedules(language, Money(9_999_999_99, currency))
    )


def _spoken_schedules(language: Language, amount: Money) -> Iterator[str]:
    offers = [
        Offer((Instalment(_LONGEST_DAY, amount),), None, amount),
        Offer(_long(amount), Frequency.BIWEEKLY, amount, PlanType.HARDSHIP, review_on=_LONGEST_DAY),
        Offer((), None, amount, PlanType.PAUSE, review_on=_LONGEST_DAY),
        Offer(_long(amount)[:5], None, amount, PlanType.REVENUE_LINKED, takings_percent=99),
    ]
    return (offer_words(_shipped(), language, offer, Channel.VOICE) for offer in offers)


@cache
def _shipped() -> Catalog:
    return load_catalog(Path(__file__).parents[2] / "policy" / "messages")


def _values(
    catalog: Catalog,
    language: Language,
    lender: str,
    currency: Currency,
    *,
    schedules: Sequence[str] = (),
) -> Iterator[dict[str, str]]:
    amount = Money(9_999_999_99, currency)
    balance = Balance(amount, amount, amount)
    schedules = schedules or list(_schedules(catalog, language, amount))
    for number, why in enumerate(_reasons(catalog, language, display(amount))):
        for schedule in schedules[number % 2 :: 2]:
            yield {
                "lender": lender,
                "link": _LINK,
                "phone": _PHONE,
                "name": _NAME[language],
                "staffed": _staffed(catalog, language),
                "number": "12",
                "terms": phrase(
                    catalog,
                    language,
                    "wish.regular",
                    frequency=phrase(catalog, language, "frequency.quarterly"),
                    day=date_words(catalog, language, _LONGEST_DAY),
                ),
                "until": _until(catalog, language),
                "due_on": date_words(catalog, language, _LONGEST_DAY),
                "days": phrase(catalog, language, "hours.but_holidays", days=_all_days(catalog, language)),
                "opens": "09:00",
                "closes": "18:00",
                "daily": display(amount),
                "rate": "1000.9999%",
                "monthly": display(amount),
                "today": date_words(catalog, language, _LONGEST_DAY),
                "day": date_words(catalog, language, _LONGEST_DAY),
                "interest": display(amount),
                "ways": _ways(catalog, language),
                "total": display(balance.total),
                "amount": display(amount),
                "here": display(amount),
                "components": component_words(catalog, language, balance),
                "schedule": schedule,
                "first": schedule,
                "second": schedules[-1 - number % len(schedules)],
                "time": "09:00",
                "when": phrase(catalog, language, "reminder.days_before", days="10"),
                "why": why,
                "count": "24",
                "date": date_words(catalog, language, _LONGEST_DAY),
                "frequency": phrase(catalog, language, "frequency.quarterly"),
                "other": display(amount),
                "other_frequency": phrase(catalog, language, "frequency.biweekly"),
                "other_monthly": display(amount),
            }


def _all_days(catalog: Catalog, language: Language) -> str:
    names = catalog.phrases[language, "weekdays"].split()
    return phrase(catalog, language, "hours.days", first=names[2], last=names[-1])


def _staffed(catalog: Catalog, language: Language) -> str:
    day = date_words(catalog, language, _LONGEST_DAY)
    return phrase(catalog, language, "staffed.later", time="09:00", date=day)


def _until(catalog: Catalog, language: Language) -> str:
    day = date_words(catalog, language, _LONGEST_DAY)
    return phrase(catalog, language, "until", time="09:00", date=day)


def _ways(catalog: Catalog, language: Language) -> str:
    return "; ".join(phrase(catalog, language, f"way.{way}", phone=_PHONE) for way in PaymentWay)


def _schedules(catalog: Catalog, language: Language, amount: Money) -> Iterator[str]:
    nothing, step = Money.zero(amount.currency), timedelta(days=14)
    days = [_LONGEST_DAY + step * number for number in range(4)]
    equal = tuple(Instalment(day, amount) for day in days)
    smaller = (*equal[:-1], Instalment(days[-1], amount - Money(1, amount.currency)))
    yield offer_words(catalog, language, Offer(equal[:1], None, nothing))
    yield offer_words(catalog, language, Offer(equal[:1], None, amount))
    yield offer_words(catalog, language, Offer(equal, None, nothing))
    for frequency in Frequency:
        yield offer_words(catalog, language, Offer(equal, frequency, nothing))
        yield offer_words(catalog, language, Offer(smaller, frequency, nothing))
    yield offer_words(catalog, language, Offer((), None, amount, PlanType.PAUSE, review_on=_LONGEST_DAY))
    yield offer_words(catalog, language, Offer(_long(amount), Frequency.BIWEEKLY, nothing))
    for kind in sorted(set(PlanType) - _NOT_BY_TEXT):
        offer = Offer(smaller, None, amount, kind, review_on=_LONGEST_DAY, takings_percent=99)
        yield offer_words(catalog, language, offer)


def _long(amount: Money) -> tuple[Instalment, ...]:
    """Many payments of two amounts, some of them moved."""
    days = [_LONGEST_DAY + timedelta(days=14 * number + (number % 3 == 2)) for number in range(20)]
    return tuple(
        Instalment(day, amount - Money(number // 9, amount.currency)) for number, day in enumerate(days)
    )


def _reasons(catalog: Catalog, language: Language, amount: str) -> Iterator[str]:
    day = date_words(catalog, language, _LONGEST_DAY)
    for known, key in sorted(catalog.phrases):
        if known is language and key.startswith("why."):
            yield phrase(
                catalog,
                language,
                key,
                minimum=amount,
                count="24",
                date=day,
                why=phrase(catalog, language, "why.too_many", count="24"),
                amount=amount,
                frequency=phrase(catalog, language, "frequency.quarterly"),
                theirs=amount,
                their_frequency=phrase(catalog, language, "frequency.biweekly"),
            )
