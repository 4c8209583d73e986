"""Hong Kong: the Code of Banking Practice bars third parties and names no hours."""

from __future__ import annotations

from arrears.domain.compliance.limits import timed
from arrears.domain.compliance.packs.world.shared import CAP, CountryNumbers, binds_in, shared_rules, window
from arrears.domain.compliance.rule import HOUSE, Rule, Rules

COUNTRIES = frozenset({"HK"})

HONG_KONG = Rules(
    numbers=CountryNumbers,
    binds=binds_in(COUNTRIES),
    contact=(
        Rule("P-WINDOW-1", HOUSE, window, scope=timed),
        *shared_rules("HK-1", "Code of Banking Practice (Hong Kong), ch. 5"),
        CAP,
    ),
    countries=COUNTRIES,
)
