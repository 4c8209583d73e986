"""Withdrawals in English, clause by clause in the words of `spelling`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from arrears.domain.language.script.spelling import Clause
from arrears.domain.language.withdrawals.context import Surroundings, settled
from arrears.domain.language.withdrawals.rules_en import RULES
from arrears.domain.language.withdrawals.scopes import CALLS, EMAIL, EVERYTHING, TEXTS, Scopes, Withdrawal

_MEDIA: dict[str, Scopes] = {
    **dict.fromkeys(
        [
            "texts",
            "texting",
            "text",
            "texted",
            "text-in",
            "testing",
            "taxing",
            "texan",
            "spam",
            "spamming",
            "whatsapp",
        ],
        TEXTS,
    ),
    **dict.fromkeys(["writing", "write", "dm-ing"], TEXTS),
    **dict.fromkeys(["calls", "calling", "call", "called", "call-in", "phone", "ring", "buzz"], CALLS),
    **dict.fromkeys(["emails", "emailing", "email", "emailed"], EMAIL),
    **dict.fromkeys(
        [
            "contact",
            "contacting",
            "contacted",
            "communication",
            "bother",
            "nag",
            "reach",
            "reaching",
            "touch",
        ],
        EVERYTHING,
    ),
    **dict.fromkeys(["hit", "hitting", "following", "talking"], EVERYTHING),
}
_BOTHER_DOING = re.compile(r"bother (?=\w+ing)")


def found(clauses: Iterable[Clause], folded: str) -> Iterator[Withdrawal]:
    """The withdrawals in the clauses of a folded text, in no order, some of them twice."""
    for clause in clauses:
        for rule in RULES:
            for match in rule.pattern.finditer(clause.text):
                scopes = _named(match.group()) if rule.scopes is None else rule.scopes
                around = Surroundings.of(clause.text, match.span(), folded)
                span = clause.span(*match.span())
                yield from (Withdrawal(scope, span) for scope in settled(scopes, rule.speech, around))


def _named(said: str) -> Scopes:
    """The media in the words. "Don't bother texting" forbids texts, not all that bothers."""
    words = _BOTHER_DOING.sub("", said).split(" ")
    return frozenset(scope for word in words for scope in _MEDIA.get(word, ()))
