"""The TCPA and the rules of the FCC: consent to robocalls and robotexts, and its end.

They bind every actor and every debt. A call that a person dials is outside the rules on consent and stops,
and not outside Regulation F.
"""

from arrears.domain.compliance.packs.us_tcpa import consent, offers, stops, voice
from arrears.domain.compliance.packs.us_tcpa.numbers import UsTcpaNumbers, binds
from arrears.domain.compliance.rule import Rules

US_TCPA = Rules(
    numbers=UsTcpaNumbers,
    binds=binds,
    contact=(*consent.RULES, *voice.RULES, *stops.RULES, *offers.RULES),
)
