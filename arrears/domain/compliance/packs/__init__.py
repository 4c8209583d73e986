"""The rule packs, one module each: the numbers a pack needs, whom it binds, and its rules."""

from arrears.domain.compliance.packs.carrier import CARRIER
from arrears.domain.compliance.packs.china import CHINA
from arrears.domain.compliance.packs.disclosure import DISCLOSURE
from arrears.domain.compliance.packs.speech import SPEECH
from arrears.domain.compliance.packs.status import STATUS
from arrears.domain.compliance.packs.us_federal import US_FEDERAL
from arrears.domain.compliance.packs.us_states.california import US_CA
from arrears.domain.compliance.packs.us_states.district_of_columbia import US_DC
from arrears.domain.compliance.packs.us_states.florida import US_FL
from arrears.domain.compliance.packs.us_states.massachusetts import US_MA
from arrears.domain.compliance.packs.us_states.new_york import US_NY
from arrears.domain.compliance.packs.us_states.new_york_city import US_NYC
from arrears.domain.compliance.packs.us_states.other_states import US_OTHER_STATES
from arrears.domain.compliance.packs.us_states.texas import US_TX
from arrears.domain.compliance.packs.us_states.washington import US_WA
from arrears.domain.compliance.packs.us_tcpa import US_TCPA
from arrears.domain.compliance.packs.world import (
    AUSTRALIA,
    EU,
    HONG_KONG,
    INDIA,
    PHILIPPINES,
    SINGAPORE,
    UK,
)

RULES = {
    "carrier": CARRIER,
    "china": CHINA,
    "speech": SPEECH,
    "status": STATUS,
    "us_federal": US_FEDERAL,
    "us_tcpa": US_TCPA,
    "us_ca": US_CA,
    "us_dc": US_DC,
    "us_fl": US_FL,
    "us_ma": US_MA,
    "us_ny": US_NY,
    "us_nyc": US_NYC,
    "us_tx": US_TX,
    "us_wa": US_WA,
    "us_other_states": US_OTHER_STATES,
    "uk": UK,
    "eu": EU,
    "australia": AUSTRALIA,
    "india": INDIA,
    "philippines": PHILIPPINES,
    "singapore": SINGAPORE,
    "hong_kong": HONG_KONG,
    "disclosure": DISCLOSURE,
}
"""The rules of each pack, by the pack's id, in the order in which they are asked."""
