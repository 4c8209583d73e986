"""Federal rules of the United States for collectors: Regulation F, as policy where it does not bind."""

from arrears.domain.compliance.packs.us_federal import (
    acts,
    disclosures,
    exclusions,
    frequency,
    media,
    notices,
    recipients,
    time_and_place,
)
from arrears.domain.compliance.packs.us_federal.numbers import UsFederalNumbers, binds
from arrears.domain.compliance.rule import Rules

US_FEDERAL = Rules(
    numbers=UsFederalNumbers,
    binds=binds,
    contact=(
        *time_and_place.RULES,
        *media.RULES,
        *recipients.RULES,
        *frequency.RULES,
        *exclusions.RULES,
        *disclosures.RULES,
        *notices.RULES,
    ),
    acts=acts.RULES,
    countries=frozenset({"US"}),
)
