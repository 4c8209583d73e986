"""Worries and wishes that are taken for an end of the talk: who learns of it, who pays, a later start.

Each is answered as what its words say. What its label feared a person reads beside the answer.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Answer, Decided, Decision, Situation, gate, hand_over
from arrears.dialogue.clarifying import instructed, not_understood, what_waits
from arrears.dialogue.heeding import HEEDED, and_left_alone
from arrears.dialogue.in_context import read_by_a_person
from arrears.dialogue.informing import who_we_are
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.relieving import asks_about_a_kind, relieve
from arrears.dialogue.says_more import says_more
from arrears.dialogue.terms_said import says_terms
from arrears.domain.doubts import CERTAIN
from arrears.domain.intents import (
    ALONE,
    CLOSING,
    DOUBTFUL,
    HARD,
    NAMING,
    OFFERING,
    REFERRED,
    Heard,
    Intent,
    first_of,
)
from arrears.domain.language.acts.distrust import doubts_us
from arrears.domain.language.acts.instructions import instructs, says_nothing_more, without_orders
from arrears.domain.language.acts.person_wishes import names_person
from arrears.domain.language.acts.words_of_ends import may_say
from arrears.domain.language.means.firms_failed import tells_of_failed_firm
from arrears.domain.language.means.hardships import names_hardship
from arrears.domain.language.means.illness import tells_of_illness
from arrears.domain.language.people.absences import is_only_absent
from arrears.domain.language.people.others_involved import (
    asks_whether_others_may_pay,
    asks_who_learns,
    names_nobody,
    others_will_pay,
    without_people_at_large,
)
from arrears.domain.language.people.third_party_wishes import beside_the_wish, is_only_about_others
from arrears.domain.language.plans.postponements import puts_off
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.script.sentences import sentences
from arrears.domain.language.withdrawals.find import withdrawals

_LIKELY = 0.7
"""The same where no words of another person are known, but for the label. Judgement."""

_OTHERS = frozenset({Intent.THIRD_PARTY, Intent.THIRD_PARTY_INQUIRY})
_NO_ANSWER_TO_THAT = _OTHERS | {Intent.OUT_OF_SCOPE, Intent.ASK_LEGAL_CONSEQUENCES, Intent.INCONVENIENT}
"""What "will you call my boss" is taken for, and is not answered as."""

_MAY_DOUBT = NAMING | {
    Intent.DISPUTE,
    Intent.ABUSIVE,
    Intent.OUT_OF_SCOPE,
    Intent.REFUSE_VERIFICATION,
    Intent.GREET,
}
"""What "why should I trust you" is taken for."""
_MAY_PUT_OFF = (
    OFFERING | REFERRED | {Intent.REFUSE_TO_PAY, Intent.VAGUE_PROMISE, Intent.OUT_OF_SCOPE, Intent.DENY}
)
"""What "I'll start paying next year" is taken for; hardship beside it leads."""

_OF_THE_DEBT = compiled(
    r"\b(?:debts?|loans?|accounts?|balance|ow(?:e[ds]?|ing)|borrow\w{0,3}|recogni[sz]e\w?|settled|idea|heard\s+of|"
    r"nothing|nobody|wrong|right|correct|mistake|errors?)\b|债|贷|借|欠|账|余额|不认|不知道|没听说|[弄搞]错"
)
"""Beside a doubt of us, the label of a dispute is believed."""
_NO_MONEY = compiled(r"\b(?:no|any)\s+(?:money|income)\b|\b(?:broke|jobless)\b|没有?(?:钱|收入)")
"""Beside a later start this is no refusal of money they have."""
_ASKS = compiled(
    r"\?|\b(?:can|could|may)\s+(?!i\b|we\b)|\bis\s+it\s+ok(?:ay)?\b|能不能|可不可以|能否|可以[^。，！]{0,12}吗|行不行"
)
_WITH_ME = compiled(r"\bme\b")  # "what does it have to do with me" is asked by others, too


def reassured(situation: Situation) -> Decided | None:
    """The turn as its words have it; None where the label decides, as it does about any end of contact."""
    said = frozenset(situation.heard.intents)
    if not said or (ALONE & said) or withdrawals(situation.text):
        return None
    decided = (
        _absence(situation, said)
        or _misfortune(situation, said)
        or _order(situation, said)
        or _stranger(situation, said)
        or _whom_to_trust(situation, said)
    )
    if decided is None and situation.party is not None:
        decided = _of_others(situation, said) or _kind(situation, said) or _later(situation, said)
    return decided


def _absence(situation: Situation, said: frozenset[Intent]) -> Decided | None:
    """Nobody died who is only away: what else was heard decides, and a person reads it."""
    heard = situation.heard
    if Intent.DECEASED not in said or not is_only_absent(situation.text):
        return None
    rest = tuple(each for each in heard.intents if each is not Intent.DECEASED)
    kept, leads = Heard(situation.message_id), _without_a_death(situation, rest)
    if leads is not None:
        others = tuple(each for each in rest if each is not leads)
        kept = replace(heard, intent=leads, others=others)
    decision = _lost if leads is None else HEEDED[leads]
    return kept, read_by_a_person(decision, (Intent.DECEASED,))


def _without_a_death(situation: Situation, rest: tuple[Intent, ...]) -> Intent | None:
    """What leads in the place of the death; None where nothing that is left decides."""
    named = tuple(each for each in rest if each in CLOSING)
    if named:
        return first_of(named)
    if not names_nobody(situation.text):
        return Intent.THIRD_PARTY if situation.party is None else None
    return Intent.CANNOT_PAY if names_hardship(situation.text) or HARD & {*rest} else None


def _misfortune(situation: Situation, said: frozenset[Intent]) -> Decided | None:
    """Who was ill, has somebody ill, or lost a client that failed is in difficulty: no word is of a death."""
    heard, unlucky = situation.heard, tells_of_illness(situation.text) or tells_of_failed_firm(situation.text)
    if not unlucky or heard.intent is not Intent.DECEASED or heard.confidence >= CERTAIN:
        return None
    others = tuple(each for each in heard.others if each not in CLOSING | HARD)
    feared = _feared(said)
    return replace(heard, intent=Intent.CANNOT_PAY, others=others), read_by_a_person(relieve, feared)


def _order(situation: Situation, said: frozenset[Intent]) -> Decided | None:
    """An order to us by who has not said who they are: what it would have us say is no word of theirs."""
    if situation.party is not None or not CLOSING & said or situation.heard.confidence >= CERTAIN:
        return None
    if not instructs(situation.text) or not says_nothing_more(without_orders(situation.text)):
        return None
    return Heard(situation.message_id), read_by_a_person(
        lambda now: gate(now) or not_understood(now, instructed), _feared(said)
    )


def _stranger(situation: Situation, said: frozenset[Intent]) -> Decided | None:
    """Before the proof: who learns of it is answered to anybody, and an unlikely other is nobody else."""
    heard = situation.heard
    if situation.party is not None:
        return None
    if asks_who_learns(situation.text) and said <= _NO_ANSWER_TO_THAT - _OTHERS:
        return Heard(situation.message_id), and_left_alone(lambda now: now.answer("script.privacy"), said)
    rest = said - _OTHERS
    unlikely = heard.intent in _OTHERS and heard.confidence < DOUBTFUL and rest and not CLOSING & rest
    if not unlikely or not _is_of_nobody(situation) or says_more(situation):
        return None
    return Heard(situation.message_id), read_by_a_person(what_waits, _feared(said))


def _whom_to_trust(situation: Situation, said: frozenset[Intent]) -> Decided | None:
    if not said <= _MAY_DOUBT or not doubts_us(situation.text):
        return None
    of_debt = _OF_THE_DEBT.search(fold(situation.text)) is not None or says_more(situation)
    if Intent.DISPUTE in said and (of_debt or situation.heard.confidence >= CERTAIN):
        return None
    return Heard(situation.message_id), read_by_a_person(_how_to_check, _feared(said))


def _how_to_check(situation: Situation) -> Answer:
    """How they find out whether we are who we say, without a word of what it is about."""
    phone = situation.desk.policy.callback_number
    answer = situation.answer("script.trust", lender=situation.case.lender, phone=phone)
    if situation.party is not None:
        return answer
    return replace(answer, said=(*who_we_are(situation).said, *answer.said))


def _of_others(situation: Situation, said: frozenset[Intent]) -> Decided | None:
    """Others who pay or might learn of it are no others on the line, where the words are known for these."""
    heard, feared = situation.heard, CLOSING & said
    if is_only_about_others(situation.text) and not may_say(Intent.DISPUTE, beside_the_wish(situation.text)):
        feared -= {Intent.DISPUTE}  # "she doesn't know I borrowed money" says that they did
    asked = _about_others(situation, said)
    # Nobody asks whether others may pay, or who learns of it, who is somebody else.
    learns = feared == {Intent.THIRD_PARTY_INQUIRY} and asks_who_learns(situation.text)
    asks_us = learns or asks_whether_others_may_pay(situation.text) or asks_who_learns(situation.text)
    sure = not asks_us and heard.confidence >= CERTAIN
    if not feared <= _OTHERS or HARD & said or (feared and (sure or (says_more(situation) and not learns))):
        return None
    asked = _lost if asked is None and feared and _is_unlikely(situation, feared) else asked
    if asked is None:
        return None
    misread = frozenset({Intent.REQUEST_HUMAN}) & said  # 转 is to pay, and to put through
    beside = tuple(each for each in heard.intents if each not in _NO_ANSWER_TO_THAT | misread)
    decide = read_by_a_person(and_left_alone(asked, said), (*_feared(said), *misread))
    return replace(heard, intent=Intent.OUT_OF_SCOPE, others=beside), decide


def _is_unlikely(situation: Situation, feared: frozenset[Intent]) -> bool:
    """Whether nobody else need be there: the label has low odds, or its words are of nobody in particular.

    Who asks about others as such ("why do they pay less") is no other.
    """
    confidence, text = situation.heard.confidence, situation.text
    if confidence < DOUBTFUL:
        return Intent.THIRD_PARTY_INQUIRY in feared or _is_of_nobody(situation)
    asks_about = feared == {Intent.THIRD_PARTY_INQUIRY} and names_nobody(without_people_at_large(text))
    return confidence < _LIKELY and (asks_about or _is_of_nobody(situation))


def _is_of_nobody(situation: Situation) -> bool:
    return names_nobody(situation.text) and _WITH_ME.search(fold(situation.text)) is None


def _about_others(situation: Situation, said: frozenset[Intent]) -> Decision | None:
    if asks_who_learns(situation.text):
        return lambda now: gate(now) or now.answer("script.privacy")
    ways = frozenset({Intent.ASK_PAYMENT_METHODS, Intent.PAY_NOW})
    known = _OTHERS | ways | {Intent.VAGUE_PROMISE, Intent.OUT_OF_SCOPE}
    # Beside a sum the question whether somebody else may pay it wants its answer too.
    known |= OFFERING if _ASKS.search(fold(situation.text)) else frozenset()
    asks = asks_whether_others_may_pay(situation.text) and not names_person(situation.text)
    known |= {Intent.REQUEST_HUMAN} if asks else frozenset()
    if not others_will_pay(situation.text) or not said <= known:
        return None
    return _let_others_pay


def _let_others_pay(situation: Situation) -> Answer:
    """Whoever pays, it is agreed with the borrower alone; terms in the same breath are theirs."""
    barred = gate(situation)
    if barred is not None:
        return barred
    asks = {Intent.ASK_PAYMENT_METHODS, Intent.PAY_NOW} & {*situation.heard.others}
    then = Answer(()) if asks else take_terms(situation) if says_terms(situation) else what_waits(situation)
    return replace(then, said=(situation.say("script.others_pay"), *then.said))


def _lost(situation: Situation) -> Answer:
    """No word of the debt, in case that it is somebody else after all."""
    return gate(situation) or not_understood(
        situation, lambda now: now.answer("scope.answer", lender=now.case.lender)
    )


def _kind(situation: Situation, said: frozenset[Intent]) -> Decided | None:
    """Who asks for a kind of plan, and says nothing of difficulty, is answered about the kind."""
    if CLOSING & said or not asks_about_a_kind(situation.heard, situation.text):
        return None
    hard = tuple(each for each in Intent if each in HARD & said)
    return Heard(situation.message_id), read_by_a_person(take_terms, hard)


def _later(situation: Situation, said: frozenset[Intent]) -> Decided | None:
    """A refusal that only puts the beginning off: what is possible before is asked, but of no one in need."""
    text, heard = situation.text, situation.heard
    if Intent.REFUSE_TO_PAY not in said or not said <= _MAY_PUT_OFF or not puts_off(text):
        return None
    if heard.confidence >= CERTAIN and not all(map(puts_off, sentences(text))):
        return None
    # What else they wish for a person reads; a no turns down what waits for a yes.
    noted = tuple(each for each in Intent if each in (CLOSING | REFERRED) & said)
    if not names_hardship(text) and _NO_MONEY.search(fold(text)) is None:
        no = tuple(each for each in heard.intents if each is Intent.DENY)
        return Heard(situation.message_id, others=no), read_by_a_person(take_terms, noted)
    others = tuple(each for each in heard.intents if each not in noted)
    return replace(heard, intent=Intent.CANNOT_PAY, others=others), _in_need(noted)


def _in_need(noted: tuple[Intent, ...]) -> Decision:
    def decide(situation: Situation) -> Answer:
        hand_over(situation, "hardship", noted)  # as urgent as hardship alone
        return relieve(situation)

    return decide


def _feared(said: frozenset[Intent]) -> tuple[Intent, ...]:
    return tuple(each for each in Intent if each in CLOSING & said)
