"""Mainland China: the national standard and the bank association's guideline, as if both bound everyone.

CN-SCOPE: sole traders' business loans are bound as well, and so the kind of debt decides nothing here.
"""

from arrears.domain.compliance.packs.china import acts, duties, frequency, people, time_and_consent
from arrears.domain.compliance.packs.china.numbers import ChinaNumbers, binds
from arrears.domain.compliance.rule import Rules

CHINA = Rules(
    numbers=ChinaNumbers,
    binds=binds,
    contact=(*time_and_consent.RULES, *frequency.RULES, *people.RULES, *duties.RULES),
    acts=acts.RULES,
    countries=frozenset({"CN"}),
)
