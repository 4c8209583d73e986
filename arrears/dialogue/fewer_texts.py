"""Who wants fewer texts has not stopped them: a person sets how often; until then none is sent unasked."""

from __future__ import annotations

from arrears.contact.holding import FEWER
from arrears.dialogue.answering import Answer, Decided, Decision, Situation, hand_over
from arrears.domain.doubts import QUESTIONS
from arrears.domain.intents import CLOSING, OFFERING, SATISFIED, STOPS, Heard, Intent
from arrears.domain.language.acts.fears_for_self import fears_for_self
from arrears.domain.language.withdrawals.fewer_wished import names_what_is_enough, wishes_fewer_texts
from arrears.domain.language.withdrawals.find import withdrawals

_TAKEN_FOR_TERMS = OFFERING | {Intent.CHANGE_DUE_DATE, Intent.REQUEST_CALLBACK}
"""What "one reminder a month is enough" is taken for, where no sum is named."""


def fewer_wished(situation: Situation) -> Decided | None:
    """The wish, and what else they say; None where they wish no such thing, or stop them."""
    heard, text = situation.heard, situation.text
    said = frozenset(heard.intents)
    feared = {Intent.SELF_HARM} if fears_for_self(text) else set[Intent]()
    not_meant = SATISFIED | STOPS | heard.doubted | ({Intent.SELF_HARM} - feared)
    if (CLOSING - not_meant) & said or withdrawals(text):
        return None
    asked = QUESTIONS[Intent.STOP_TEXTS] in situation.said_last and names_what_is_enough(text)
    if not asked and not wishes_fewer_texts(text):
        return None
    if not situation.readings.amounts:
        not_meant |= _TAKEN_FOR_TERMS
    left = tuple(each for each in heard.intents if each not in not_meant)
    doubted = tuple(said & (heard.doubted | {Intent.SELF_HARM}) - STOPS)
    return Heard(situation.message_id, Intent.OUT_OF_SCOPE, 1.0, left), _noted(doubted)


def _noted(doubted: tuple[Intent, ...]) -> Decision:
    def decide(now: Situation) -> Answer:
        hand_over(now, "self_harm" if Intent.SELF_HARM in doubted else "fewer_texts", doubted)
        return now.answer(FEWER)

    return decide
