"""What may be said, as a pack: it binds every contact."""

from arrears.domain.compliance.rule import Rules
from arrears.domain.compliance.speech.numbers import SpeechNumbers, binds
from arrears.domain.compliance.speech.rules import RULES

SPEECH = Rules(numbers=SpeechNumbers, binds=binds, contact=RULES)
