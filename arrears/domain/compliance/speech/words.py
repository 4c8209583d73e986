"""What words say, read once for each text: the same templates are judged again and again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from arrears.domain.compliance.decision import Duty
from arrears.domain.compliance.facts import ProposedContact
from arrears.domain.compliance.speech import lexicon
from arrears.domain.compliance.speech.disclosures import NAME, Spoken, duties, spoken
from arrears.domain.compliance.speech.plain import every_reading, plain_text
from arrears.domain.people import Language

KEPT_MAX = 20_000


@dataclass(frozen=True, slots=True)
class Words:
    """What a text says, whoever it is for. Holds no personal data."""

    debt: bool  # a word of debt, or a claim that only a debt explains; the sender's own name not counted
    claims: bool  # any of the next seven
    never: bool  # a threat, or an affiliation, that is never lawful
    exposure: bool  # the matter would be told to others, or a blacklist
    suit: bool  # a claim in court
    seizure: bool  # money or things would be taken
    credit: bool  # a claim about the person's credit record
    urgency: bool
    own_loan: bool  # says that the sender itself lent the money
    overshadow: bool  # a demand for payment now, or against a dispute
    abuse: bool
    human: bool  # claims to come from a human
    shortener: bool
    settlement: bool
    new_credit: bool
    borrow_to_repay: bool
    private: bool  # a private account, telephone or extra charge
    go_on: bool  # asks somebody busy to carry on
    recording: bool  # speaks of a recording, wherever it stands
    names_sender: bool
    sender_collects: bool  # the sender's own name says that it collects debts
    spoken: frozenset[Spoken]  # the disclosures it delivers, and in which language
    suspect: bool  # something in it may be barred: without that the rules about barred words are not asked


def says_debt(proposed: ProposedContact) -> bool:
    """Whether the words speak of a debt: because their author says so, or because they do.

    The lender's own name is not counted, since it may contain such a word.
    """
    return proposed.speaks_of_debt or words_of(proposed).debt


def words_of(proposed: ProposedContact) -> Words:
    """What the words of the contact say."""
    return read_words(proposed.text, proposed.lender)


def disclosures_in(text: str, lender: str) -> frozenset[Duty]:
    """The duties whose words the text delivers, in whichever language."""
    return duties(read_words(text, lender).spoken)


def delivered_by(text: str, lender: str) -> frozenset[str]:
    """What `Talk.disclosed` takes: each duty, and each with the language in which the text delivers it.

    For example "mini_miranda_initial" and "mini_miranda_initial:zh".
    """
    found = read_words(text, lender).spoken
    return frozenset(str(duty) for duty, _ in found) | frozenset(delivery(*one) for one in found)


def delivery(duty: Duty, language: Language) -> str:
    """A duty delivered in one language."""
    return f"{duty}:{language}"


@lru_cache(maxsize=4096)
def contains(text: str, part: str) -> bool:
    """Whether the words contain a name or number, however it is spaced or hyphenated."""
    signs = [re.escape(sign) for sign in plain_text(part) if sign.isalnum()]
    if not signs:
        return False
    pattern = r"(?<![A-Za-z0-9])" + r"[\s().·•-]*".join(signs) + r"(?![A-Za-z0-9])"
    return re.search(pattern, plain_text(text), re.IGNORECASE) is not None


@lru_cache(maxsize=KEPT_MAX)
def read_words(text: str, lender: str) -> Words:
    """What the text says; `lender` is the sender's registered name."""
    plain = plain_text(text)
    name = plain_text(lender).strip()
    anonymous = re.sub(re.escape(name), NAME, plain, flags=re.IGNORECASE) if name else plain
    readings = every_reading(anonymous)
    found = spoken(anonymous)

    def says(pattern: re.Pattern[str]) -> bool:
        return pattern.search(readings) is not None

    about = says(lexicon.DEBT)
    purpose = [(Duty.PURPOSE_STATED, language) for language in Language if about]
    claims = {name: says(pattern) for name, pattern in _CLAIMS.items()}
    urgency, own_loan = says(lexicon.URGENCY), says(lexicon.OWN_LOAN)
    barred = {name: says(pattern) for name, pattern in _BARRED.items()}
    return Words(
        debt=about or any(claims.values()),
        claims=urgency or own_loan or any(claims.values()),
        suspect=urgency or own_loan or any(claims.values()) or any(barred.values()),
        urgency=urgency,
        own_loan=own_loan,
        recording=says(lexicon.RECORDING),
        names_sender=NAME in anonymous,
        sender_collects=lexicon.COLLECTS.search(name) is not None,
        spoken=found.union(purpose),
        **claims,
        **barred,
    )


_CLAIMS = {
    "never": lexicon.NEVER,
    "exposure": lexicon.EXPOSURE,
    "suit": lexicon.SUIT,
    "seizure": lexicon.SEIZURE,
    "credit": lexicon.CREDIT,
}
"""Claims that only a debt explains, so that they tell of one."""

_BARRED = {
    "overshadow": lexicon.OVERSHADOW,
    "abuse": lexicon.ABUSE,
    "human": lexicon.HUMAN,
    "shortener": lexicon.SHORTENER,
    "settlement": lexicon.SETTLEMENT,
    "new_credit": lexicon.NEW_CREDIT,
    "borrow_to_repay": lexicon.BORROW_TO_REPAY,
    "private": lexicon.PRIVATE,
    "go_on": lexicon.GO_ON,
}
"""What else may be barred, by rules that look closer."""
