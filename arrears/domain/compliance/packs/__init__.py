"""The rule packs, one module each: the numbers a pack needs, whom it binds, and its rules."""

from arrears.domain.compliance.packs.china import ChinaNumbers
from arrears.domain.compliance.packs.status import StatusNumbers
from arrears.domain.compliance.packs.us_carrier import CarrierNumbers
from arrears.domain.compliance.packs.us_federal import UsFederalNumbers

NUMBERS = {
    "china": ChinaNumbers,
    "status": StatusNumbers,
    "us_carrier": CarrierNumbers,
    "us_federal": UsFederalNumbers,
}
"""The numbers that each pack needs, by the pack's id."""
