"""The Philippines: the SEC's circular on unfair collection, without its exceptions."""

from __future__ import annotations

from arrears.domain.compliance.limits import timed
from arrears.domain.compliance.packs.world.shared import CAP, CountryNumbers, binds_in, shared_rules, window
from arrears.domain.compliance.rule import Rule, Rules

COUNTRIES = frozenset({"PH"})
_CIRCULAR = "SEC Memorandum Circular No. 18, series of 2019"

PHILIPPINES = Rules(
    numbers=CountryNumbers,
    binds=binds_in(COUNTRIES),
    contact=(
        # The circular lets the hours go after 15 days of default or with consent; the house keeps them.
        Rule("PH-TIME", _CIRCULAR, window, scope=timed),
        *shared_rules("PH-TIME", _CIRCULAR),
        CAP,
    ),
    countries=COUNTRIES,
)
