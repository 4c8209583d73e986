"""Whether a status stands under which nothing may be said of the debt, whatever else would have to be.

What each of them still allows, and by which law, is said in `packs/status/silences.py`.
"""

from __future__ import annotations

from arrears.domain.cases import SpecialStatus as S
from arrears.domain.compliance.facts import ContactFacts, Standing

SILENT = frozenset(
    {
        S.DISPUTE,
        S.VALIDATION_REQUESTED,
        S.CEASE,
        S.BANKRUPTCY,
        S.DISCHARGED,
        S.DECEASED,
        S.WRONG_NUMBER,
        S.THIRD_PARTY_ANSWERED,
        S.IDENTITY_THEFT,
        S.MINOR,
        S.VIOLENCE,
        S.ATTORNEY,
        S.DEBT_ADVISER,
    }
)
"""The statuses that `SILENCES` has."""


def is_silenced(facts: ContactFacts) -> bool:
    """Whether words about the debt would be refused because of what stands."""
    return any(entry.status in SILENT and not pauses_only(entry) for entry in facts.standing or ())


def pauses_only(entry: Standing) -> bool:
    """Whether it is a dispute that was only spoken, or came late: it pauses for some days, and no more."""
    return entry.status is S.DISPUTE and not entry.written and entry.until is not None
