"""The corrected texts as others may read them: masked, with what they were taken for and what they say."""

from __future__ import annotations

from arrears.desk import Desk
from arrears.domain.conversations import Turn
from arrears.domain.corrections import CorrectedText, Correction
from arrears.domain.intents import Intent
from arrears.domain.masking import masked
from arrears.store import conversations, corrections


def corrected_texts(desk: Desk) -> tuple[CorrectedText, ...]:
    """One for each turn whose last correction differs from how it was understood and whose text is there."""
    with desk.store.read() as tx:
        found = [
            (each, conversations.load_turn(tx, each.turn_id)) for each in corrections.last_of_every_turn(tx)
        ]
    texts = (_text(correction, turn) for correction, turn in found)
    return tuple(one for one in texts if one.text and one.understood != one.corrected)


def _text(correction: Correction, turn: Turn) -> CorrectedText:
    heard = turn.understood
    understood = () if heard is None else tuple(name for name, _ in heard.all_intents)
    identifies = Intent.VERIFY_IDENTITY in {*understood, *correction.intents}
    return CorrectedText(masked(turn.text, identifies=identifies), understood, correction.intents)
