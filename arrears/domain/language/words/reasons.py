"""Why people cannot pay, in the words of both languages."""

from __future__ import annotations

from arrears.domain.language.script.terms import lexicon
from arrears.domain.language.words.reasons_en import REASONS_EN
from arrears.domain.language.words.reasons_zh import REASONS_ZH

REASONS = lexicon(english=REASONS_EN, mandarin=REASONS_ZH)
"""Ready to be looked for."""
