"""What a turn means where it answers us, when its label would end, pause or mislead the talk.

A label is a reading with odds. Where the whole text is a plain answer to an offer or a question of ours, an
order to us, an insult, a question what we are, or how people begin, the words say what is meant; what the
label feared a person reads beside the answer. A wish for no more contact is never doubted, but where the
whole text only wants the debt wiped and no reviewed phrase is in it; nor is self-harm that a reviewed phrase
states or that is likelier than `DOUBTFUL`, but for a text that is a day and nothing else.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from arrears.dialogue.answering import Answer, Decided, Decision, Situation, gate, hand_over
from arrears.dialogue.clarifying import calm, instructed, not_understood, what_waits
from arrears.dialogue.declining import decline
from arrears.dialogue.informing import INFORMED
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.reading_again import read_back_again
from arrears.dialogue.relieving import relieve
from arrears.dialogue.terms_said import says_terms
from arrears.domain.doubts import CERTAIN
from arrears.domain.intents import (
    ALONE,
    ASKING,
    CLOSING,
    DOUBTABLE,
    DOUBTFUL,
    HARD,
    OFFERING,
    STOPS,
    Heard,
    Intent,
)
from arrears.domain.language.acts.asides import asks_how_to_pay, chats, demands_letting_go, only_insults
from arrears.domain.language.acts.choices import chosen
from arrears.domain.language.acts.claimed_leave import claims_leave
from arrears.domain.language.acts.half_sentences import breaks_off
from arrears.domain.language.acts.human_questions import asks_whether_human
from arrears.domain.language.acts.instructions import instructs, says_nothing_more, without_orders
from arrears.domain.language.acts.openers import opens_talk
from arrears.domain.language.acts.plain_answers import Part, plain_answer
from arrears.domain.language.acts.separate_yes import says_yes
from arrears.domain.language.means.hardships import names_hardship
from arrears.domain.language.means.told_reasons import gives_reason_only
from arrears.domain.language.people.bereavements import own_bereavement
from arrears.domain.language.read_both import read_both
from arrears.domain.language.withdrawals.find import withdrawals
from arrears.store import offers

_DATED = frozenset({Part.DAY, Part.PAYDAY})
_DOUBTED = DOUBTABLE | HARD | {Intent.SELF_HARM, Intent.INCONVENIENT}
"""Labels that a plain answer sets aside."""

_EMPTY = frozenset({Intent.OUT_OF_SCOPE, Intent.REPEAT_CLARIFY, Intent.AFFIRM, Intent.GREET, Intent.THANKS})
"""What "let me think" is taken for too: who thinks was understood, and agrees to nothing."""


_BEGINNING = DOUBTABLE | HARD | OFFERING | {Intent.GREET, Intent.REQUEST_CALLBACK, Intent.OUT_OF_SCOPE}
_BEGINNING |= {Intent.INCONVENIENT, Intent.VAGUE_PROMISE}
"""What "I'm calling about my loan" is taken for: whoever says only that wants to talk, and now."""


def decided_in_context(situation: Situation) -> Decided | None:
    """The turn as its words have it where it answers us; None where the label decides."""
    said = _labels(situation)
    if withdrawals(situation.text):
        return None
    certain = ALONE & said and situation.heard.confidence >= 1.0  # a reviewed phrase
    letting_go = demands_letting_go(situation.text) and said <= _LETTING_GO and not certain
    if letting_go and situation.party is not None:
        return Heard(situation.message_id), read_by_a_person(_refuse_letting_go, _feared(said))
    if said <= _BEGINNING | STOPS and opens_talk(situation.text) and not certain:
        return Heard(situation.message_id, Intent.GREET), read_by_a_person(what_waits, _feared(said & STOPS))
    if STOPS & said:
        return None
    plain = _plain(situation)
    if plain is not None:
        return plain
    if ALONE & said:
        return None
    return _to_us(situation) or _of_themselves(situation) or _beside_the_point(situation)


_LETTING_GO = CLOSING - {Intent.SELF_HARM} | {
    Intent.REQUEST_SETTLEMENT,
    Intent.REQUEST_HARDSHIP,
    Intent.CANCEL_PLAN,
    Intent.OUT_OF_SCOPE,
    Intent.ABUSIVE,
}
"""What "just wipe the debt" is taken for. No word of it is about contact, so not even that label ends it."""


def _refuse_letting_go(situation: Situation) -> Answer:
    return gate(situation) or not_understood(situation, instructed)


def _labels(situation: Situation) -> set[Intent]:
    return {*situation.heard.intents}


# Plain answers


def _plain(situation: Situation) -> Decided | None:
    parts = plain_answer(situation.text, situation.readings, situation.means, situation.today)
    doubted = (_DOUBTED | (_EMPTY if parts == {Part.THINKING} else set())) & _labels(situation)
    if not parts or not doubted or not _may_be_doubted(situation, parts):
        return None
    decision = _answer_to(situation, parts)
    if decision is None:
        return None
    return Heard(situation.message_id), read_by_a_person(decision, _feared(doubted))


def _may_be_doubted(situation: Situation, parts: frozenset[Part]) -> bool:
    heard = situation.heard
    if Intent.SELF_HARM not in _labels(situation):
        return situation.party is not None
    if Part.IN_PARTS in parts:  # "I can't do it all" may be said of more than a debt
        return False
    # The words are the guard: no known turn of self-harm is a plain answer. A reviewed phrase has odds of 1.
    return heard.confidence < (1.0 if parts <= _DATED and _names_one_later_day(situation) else DOUBTFUL)


def _names_one_later_day(situation: Situation) -> bool:
    """Nothing of today: "tonight is my last" is no day to pay on."""
    days = situation.readings.dates
    return len(days) == 1 and days[0].on is not None and days[0].on > situation.today


def _answer_to(situation: Situation, parts: frozenset[Part]) -> Decision | None:
    """The decision about a plain answer; None where nothing of ours is open that it could answer."""
    refuses, in_parts = Part.NO in parts, Part.IN_PARTS in parts
    if situation.party is None:
        return what_waits
    if (refuses or in_parts) and offers.open_offer(situation.tx, situation.conversation.id) is not None:
        return decline
    if in_parts or _DATED & parts or (Part.SUM in parts and not HARD & _labels(situation)):
        return take_terms
    return None if refuses or Part.SUM in parts else what_waits


def _feared(labels: AbstractSet[Intent]) -> tuple[Intent, ...]:
    """Those of the labels that would end or pause contact."""
    return tuple(each for each in Intent if each in CLOSING & labels)


def read_by_a_person(decision: Decision, feared: tuple[Intent, ...]) -> Decision:
    """The decision, and a person who reads what the label feared."""

    def decide(situation: Situation) -> Answer:
        if feared:
            hand_over(situation, "also_said", feared)
        return decision(situation)

    return decide


# Words to us and about us


def _to_us(situation: Situation) -> Decided | None:
    return _order(situation) or _whether_human(situation) or _half(situation)


_ASKS_FOR_MORE = frozenset({Intent.REQUEST_HUMAN, Intent.LANGUAGE_SWITCH, Intent.REQUEST_CALLBACK})


def _order(situation: Situation) -> Decided | None:
    """What an order demands is no offer of theirs; what else they say is taken like any."""
    said = _labels(situation)
    sure = bool(CLOSING & said) and situation.heard.confidence >= CERTAIN
    if situation.party is None or sure or _ASKS_FOR_MORE & said or not instructs(situation.text):
        return None
    rest = without_orders(situation.text)
    if rest == situation.text.strip():
        return None
    then = saying(situation, rest)
    parts = plain_answer(rest, then.readings, then.means, then.today)
    pays = asks_how_to_pay(rest)
    lost = said <= {Intent.OUT_OF_SCOPE}
    if not (lost or says_nothing_more(rest) or parts or pays or chosen(rest, 2)):
        return None
    asked = tuple(each for each in situation.heard.intents if each in ASKING)
    asked = (Intent.ASK_PAYMENT_METHODS,) if pays else asked
    answers = _answer_to(then, parts) if parts else take_terms if lost and says_terms(then) else None
    heard = Heard(situation.message_id, Intent.OUT_OF_SCOPE, 1.0, asked)
    again = says_yes(rest) or claims_leave(situation.text)
    return heard, read_by_a_person(
        lambda now: _ordered(saying(now, rest), answers, reads_again=again), _feared(_labels(situation))
    )


def _ordered(situation: Situation, answers: Decision | None, *, reads_again: bool) -> Answer:
    if answers is None:
        barred = gate(situation)
        # A yes beside an order is none yet; the terms are read once more, for a yes to nothing else.
        again = read_back_again(situation) if barred is None and reads_again else None
        refused = barred or not_understood(situation, instructed)
        return refused if again is None else replace(again, said=(*refused.said, *again.said))
    answer = answers(situation)
    return answer if gate(situation) else replace(answer, said=(*instructed(situation).said, *answer.said))


def but_for_orders(situation: Situation) -> Situation:
    """The same words, of which the sentences that are orders to us give no terms.

    The words themselves stay: what is no plain yes with them is none without them.
    """
    if situation.party is None or not instructs(situation.text):
        return situation
    said = saying(situation, without_orders(situation.text))
    return replace(situation, readings=said.readings, means=said.means)


def saying(situation: Situation, text: str) -> Situation:
    """The same turn with a part of its words."""
    readings, means = read_both(text, situation.language, situation.today, situation.case.currency)
    return replace(situation, text=text, readings=readings, means=means)


def _whether_human(situation: Situation) -> Decided | None:
    """To ask whether we are human asks for nobody; an offer beside it is taken up."""
    said = _labels(situation)
    asks = {Intent.REQUEST_HUMAN, Intent.ASK_ARE_YOU_HUMAN} & said
    if not asks or CLOSING & said or not asks_whether_human(situation.text):
        return None
    loses_terms = says_terms(situation) and not OFFERING & said
    if Intent.REQUEST_HUMAN not in said and not loses_terms:
        return None
    more = (Intent.PROMISE_TO_PAY,) if loses_terms else ()
    heard, asked = situation.heard, Intent.ASK_ARE_YOU_HUMAN
    others = tuple(each for each in situation.heard.intents if each not in asks)
    return Heard(heard.message_id, asked, heard.confidence, (*others, *more)), INFORMED[asked]


_MISLED = (
    frozenset({Intent.AFFIRM, Intent.CONFIRM_PLAN, Intent.VERIFY_IDENTITY, Intent.DENY, Intent.OUT_OF_SCOPE})
    | DOUBTABLE
)


def _half(situation: Situation) -> Decided | None:
    """Half a sentence agrees to nothing: what waits is read once more, else we ask what was meant."""
    said = _labels(situation)
    if not said or not said <= _MISLED or not breaks_off(situation.text):
        return None
    return Heard(situation.message_id, Intent.REPEAT_CLARIFY), read_by_a_person(_said_half, _feared(said))


def _said_half(situation: Situation) -> Answer:
    return gate(situation) or read_back_again(situation) or not_understood(situation, _what_was_that)


def _what_was_that(situation: Situation) -> Answer:
    return situation.answer("scope.answer", lender=situation.case.lender)


# What they tell of themselves


_ASKED_BESIDE = ASKING - {Intent.ASK_LEGAL_CONSEQUENCES, Intent.ASK_PAYOFF, Intent.ASK_CREDIT_REPORTING}
"""Questions that do not name garnishment and the like themselves."""


def _of_themselves(situation: Situation) -> Decided | None:
    """A death that cost them money is hardship; so is a reason for a bad time, or beside another thing."""
    said = _labels(situation)
    bereaved = Intent.DECEASED in said and own_bereavement(situation.text)
    missed = {Intent.INCONVENIENT, Intent.ABUSIVE} & said and gives_reason_only(situation.text)
    unheard = said <= _ASKED_BESIDE and names_hardship(situation.text)
    if situation.party is None or not (bereaved or missed or unheard):
        return None
    wrong = ({Intent.DECEASED} if bereaved else set()) | {Intent.INCONVENIENT}
    kept = tuple(each for each in situation.heard.intents if each not in wrong)
    if (CLOSING | {Intent.REQUEST_HUMAN}) & {*kept}:
        return None
    others = tuple(each for each in kept if each not in HARD)
    return replace(situation.heard, intent=Intent.CANNOT_PAY, others=others), relieve


def _beside_the_point(situation: Situation) -> Decided | None:
    """An insult, "wipe the debt" and small talk raise no dispute and are no third party."""
    feared = _feared(_labels(situation))
    decision = _about(situation, frozenset(feared)) if feared and situation.party is not None else None
    return None if decision is None else (Heard(situation.message_id), read_by_a_person(decision, feared))


def _about(situation: Situation, feared: frozenset[Intent]) -> Decision | None:
    if only_insults(situation.text):
        return calm
    others = {Intent.THIRD_PARTY, Intent.THIRD_PARTY_INQUIRY}
    if feared <= others and situation.heard.confidence < CERTAIN and chats(situation.text):
        return lambda now: gate(now) or not_understood(now, _what_was_that)
    return None
