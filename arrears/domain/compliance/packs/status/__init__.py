"""What was said or learnt of a person, and the exceptions under which we still answer; everywhere."""

from arrears.domain.compliance.packs.status import (
    acts,
    care,
    exceptions,
    refusals,
    representation,
    rests,
    silences,
)
from arrears.domain.compliance.packs.status.numbers import StatusNumbers, binds
from arrears.domain.compliance.packs.status.silences import SILENCES
from arrears.domain.compliance.rule import Rules

STATUS = Rules(
    numbers=StatusNumbers,
    binds=binds,
    contact=(
        *silences.RULES,
        *representation.RULES,
        *refusals.RULES,
        *care.RULES,
        *rests.RULES,
        *exceptions.RULES,
    ),
    acts=acts.RULES,
)

__all__ = ["SILENCES", "STATUS"]
