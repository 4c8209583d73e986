"""Countries with few rules of their own: one module each, and what they share.

Everywhere among them: hours and places that the person named are avoided, a withdrawal of any medium bars it,
third parties are not contacted, and all channels together have a cap.
"""

from arrears.domain.compliance.packs.world.australia import AUSTRALIA
from arrears.domain.compliance.packs.world.eu import EU
from arrears.domain.compliance.packs.world.hong_kong import HONG_KONG
from arrears.domain.compliance.packs.world.india import INDIA
from arrears.domain.compliance.packs.world.philippines import PHILIPPINES
from arrears.domain.compliance.packs.world.singapore import SINGAPORE
from arrears.domain.compliance.packs.world.uk import UK

__all__ = ["AUSTRALIA", "EU", "HONG_KONG", "INDIA", "PHILIPPINES", "SINGAPORE", "UK"]
