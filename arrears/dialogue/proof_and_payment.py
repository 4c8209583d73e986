"""Who proves who they are and says they paid, in one breath: the proof counts first, then we look for it."""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Answer, Decided, Situation, gate, hand_over, party_now
from arrears.dialogue.heeding import already_paid
from arrears.dialogue.identifying import check_proof, says_who
from arrears.dialogue.payment_made import decided_on_a_payment, is_on_our_books, speaks_of_a_payment
from arrears.domain.intents import Heard, Intent


def proved_and_paid(situation: Situation) -> Decided | None:
    """The answer to both; None where they speak of more, or are known."""
    if situation.party is not None or not (says_who(situation) and speaks_of_a_payment(situation)):
        return None
    labelled = Intent.ALREADY_PAID in situation.heard.intents
    if not labelled and not is_on_our_books(situation):
        return None

    def looked_up(now: Situation) -> Answer:
        verified = replace(now, heard=situation.heard)
        decided = decided_on_a_payment(verified)
        return gate(now) or (decided[1] if decided else already_paid)(verified)

    def decide(now: Situation) -> Answer:
        answer = check_proof(now, looked_up)
        if labelled and party_now(now.tx, now.conversation, now.now) is None:
            # Whoever cannot prove who they are disputes nothing; a person reads what they say.
            hand_over(now, "also_said", (Intent.ALREADY_PAID,))
        return answer

    return Heard(situation.message_id, Intent.VERIFY_IDENTITY, 1.0), decide
