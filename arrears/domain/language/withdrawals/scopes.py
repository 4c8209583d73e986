"""How far a withdrawal of consent reaches."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from arrears.domain.language.script.fold import Span


class WithdrawalScope(StrEnum):
    """What must end, the widest first; where two are said, the earlier one here is the wider."""

    EVERYTHING = "everything"
    TEXTS_AND_AUTOMATED_CALLS = "texts_and_automated_calls"
    CALLS = "calls"
    EMAIL = "email"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What was withdrawn, and which words of the text say so."""

    scope: WithdrawalScope
    span: Span


Scopes = frozenset[WithdrawalScope]
TEXTS: Scopes = frozenset({WithdrawalScope.TEXTS_AND_AUTOMATED_CALLS})
CALLS: Scopes = frozenset({WithdrawalScope.CALLS})
EMAIL: Scopes = frozenset({WithdrawalScope.EMAIL})
EVERYTHING: Scopes = frozenset({WithdrawalScope.EVERYTHING})
WORK: Scopes = frozenset({WithdrawalScope.WORK})
