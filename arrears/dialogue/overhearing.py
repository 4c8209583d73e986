"""What a turn says beside what it was labelled with: a full payment, hardship beside a sum, a yes in passing.

The labels name one thing where a text says two. What is heard here only adds: nothing binds by it.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Answer, Situation, gate
from arrears.dialogue.offering import take_choice
from arrears.dialogue.overtaken import is_past
from arrears.dialogue.reading_again import read_back_again
from arrears.dialogue.terms_said import says_terms
from arrears.domain.intents import (
    ASKING,
    CLOSING,
    COMMITTING,
    HARD,
    NAMING,
    OFFERING,
    Intent,
)
from arrears.domain.language.acts.choices import chosen_beside
from arrears.domain.language.acts.plain_answers import Part, plain_answer
from arrears.domain.language.acts.separate_yes import has_separate_yes
from arrears.domain.language.acts.service_questions import Service, service_questions
from arrears.domain.language.means.hardships import names_hardship_beside_a_sum
from arrears.domain.language.money.payments_in_full import pays_in_full
from arrears.domain.language.read_both import read_both
from arrears.domain.language.script.sentences import sentences
from arrears.domain.negotiation.which_offer import which_of
from arrears.store import offers

_AT_REST = CLOSING | {Intent.REQUEST_HUMAN, Intent.INCONVENIENT}
_TAKES_TERMS_ITSELF = (
    OFFERING
    | COMMITTING
    | {
        Intent.DENY,
        Intent.VERIFY_IDENTITY,
        Intent.VAGUE_PROMISE,
        Intent.OUT_OF_SCOPE,
        Intent.REQUEST_SETTLEMENT,
        Intent.CHANGE_DUE_DATE,
    }
)
"""Beside one of these, or where one leads, the terms of the turn are taken up without more."""


def overheard(situation: Situation) -> Situation:
    """The situation with what else the words say among its intents; as it is where contact ends or rests."""
    intents = {*situation.heard.intents}
    if situation.heard.intent is None or _AT_REST & intents:
        return situation
    more = _asked_besides(situation)
    if situation.party is None:
        return _with(situation, more)
    if not _TAKES_TERMS_ITSELF & intents and (_in_full(situation) or _offers_beside(situation)):
        more.append(Intent.PROMISE_TO_PAY)
    if not HARD & intents and says_terms(situation) and names_hardship_beside_a_sum(situation.text):
        more.append(Intent.CANNOT_PAY)
    return _with(situation, more)


def _with(situation: Situation, more: list[Intent]) -> Situation:
    heard = situation.heard
    return replace(situation, heard=replace(heard, others=(*heard.others, *more))) if more else situation


_SERVICES = {
    Service.LETTER: Intent.REQUEST_WRITTEN,
    Service.REPORTING: Intent.ASK_CREDIT_REPORTING,
    Service.FEES: Intent.ASK_FEES_INTEREST,
    Service.PAYOFF: Intent.ASK_PAYOFF,
    Service.WAYS: Intent.ASK_PAYMENT_METHODS,
    Service.BALANCE: Intent.ASK_BALANCE,
}
_ONE_SUBJECT = (
    {Intent.REQUEST_WRITTEN, Intent.REQUEST_RECEIPT},
    {Intent.PAY_NOW, Intent.ASK_PAYMENT_METHODS},
)


def _asked_besides(situation: Situation) -> list[Intent]:
    """What else is asked of our service, where the label has one question of several."""
    heard = situation.heard
    subjects = service_questions(situation.text)
    named = [_SERVICES[each] for each in subjects if each in _SERVICES]
    known = {*heard.intents}
    known |= {each for subject in _ONE_SUBJECT if subject & known for each in subject}
    # One subject that is labelled as another is one question all the same.
    if len(subjects) == 1 and heard.intent in _SERVICES.values() and heard.intent not in named:
        return []
    return [] if HARD & known else [each for each in named if each not in known]


def _in_full(situation: Situation) -> bool:
    return pays_in_full(
        situation.text,
        language=situation.language,
        today=situation.today,
        currency=situation.case.currency,
    )


def _offers_beside(situation: Situation) -> bool:
    """Whether one of several sentences is an offer and nothing else: "Any fees? How about $300"."""
    every = sentences(situation.text)
    asks = (ASKING | NAMING).issuperset(situation.heard.intents)
    if len(every) < 2 or not asks or not says_terms(situation):
        return False
    today, currency = situation.today, situation.case.currency
    read = ((each, *read_both(each, situation.language, today, currency)) for each in every)
    return any(Part.SUM in plain_answer(text, readings, means, today) for text, readings, means in read)


def choice_in_passing(situation: Situation) -> Answer | None:
    """The one of two offers that a sentence of its own takes beside a question, an insult or an order.

    It is read back: nothing is recorded by it.
    """
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    choices = None if waiting is None else waiting.choices
    if waiting is None or choices is None or is_past(waiting.offer, situation):
        return None
    which = chosen_beside(situation.text, lambda sentence: which_of(sentence, choices))
    if which is None:
        return None
    if waiting.id == offers.offer_id(situation.message_id):  # these two they have not seen yet
        return None
    if gate(situation) or (_AT_REST | HARD | OFFERING | {Intent.DENY}).intersection(situation.heard.intents):
        return None
    return take_choice(situation, waiting, which)


def yes_in_passing(situation: Situation) -> Answer | None:
    """The offer that waits once more, where a question was answered that had a yes beside it.

    The question led, so that the yes was none: it is asked for again.
    """
    intents = {*situation.heard.intents}
    asks = situation.heard.intent in ASKING | NAMING
    if not asks or situation.party is None or (_AT_REST | HARD | OFFERING | {Intent.DENY}) & intents:
        return None
    if not COMMITTING & intents and not has_separate_yes(situation.text):
        return None
    return read_back_again(situation)
