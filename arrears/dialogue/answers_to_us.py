"""What answers our own question, whatever end of contact its label fears: no word of it is of such an end."""

from __future__ import annotations

from arrears.dialogue.answering import Situation
from arrears.dialogue.terms_said import said_now
from arrears.domain.doubts import SOMEBODY
from arrears.domain.intents import Intent
from arrears.domain.language.acts.disputes_denied import may_quarrel
from arrears.domain.language.acts.words_of_ends import may_say
from arrears.domain.language.people.own_loan import names_nobody_else

_OF_TERMS = ("proposal.", "next.question", "offer.", "plan.read_back", "change.read_back", "balance.")


def answers_us(situation: Situation, doubted: tuple[Intent, ...]) -> bool:
    """Whether who has proved who they are answers what we asked: with terms, or about their means."""
    if situation.party is None:
        return False
    return _names_terms(situation, doubted) or _tells_of_means(situation, doubted)


def _names_terms(situation: Situation, doubted: tuple[Intent, ...]) -> bool:
    """Whether terms answer what we asked for, and no word is of what is in doubt: "make it 500, not 600"."""
    if not any(key.startswith(_OF_TERMS) for key in situation.said_last):
        return False
    sums = bool(situation.readings.amounts)
    if Intent.SELF_HARM in doubted:  # a word of harm had left no doubt; a day alone may be their last
        return sums or said_now(situation).count is not None
    return sums and doubted == (Intent.DISPUTE,) and not may_quarrel(situation.text)


def _tells_of_means(situation: Situation, doubted: tuple[Intent, ...]) -> bool:
    """Whether they answer a question for money, a day or their payday, and speak of nobody else: 看客人."""
    asked = any(key.startswith("proposal.") for key in situation.said_last)
    alone = names_nobody_else(situation.text) and not may_say(Intent.WRONG_NUMBER, situation.text)
    return asked and alone and SOMEBODY.issuperset(doubted)
