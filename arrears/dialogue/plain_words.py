"""What plain words decide, whatever they were labelled: a choice just offered, an hour, means, an order.

The labels of what must never be missed are given at low odds, and texts that answer our own questions ("the
first one", "I make 2000 a month") are rare among what the engine learned from. Where the words say plainly
what they are, such a label is no reason to stop: a person reads the text beside the answer.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.about_costs import asked_of_costs
from arrears.dialogue.about_payments import asked_of_payments
from arrears.dialogue.agreeing import agreed_in_words
from arrears.dialogue.answering import Answer, Decided, Decision, Situation, gate
from arrears.dialogue.approving import still_decided_on
from arrears.dialogue.asking_us import asked_of_us
from arrears.dialogue.changing import change_plan_day
from arrears.dialogue.clarifying import menu_choice, out_of_scope
from arrears.dialogue.disputing import asked_of_the_check
from arrears.dialogue.exclaiming import denied_harm, exclaimed
from arrears.dialogue.fewer_texts import fewer_wished
from arrears.dialogue.hours import asked_for_hours
from arrears.dialogue.in_a_season import only_in_a_season
from arrears.dialogue.in_context import decided_in_context, read_by_a_person
from arrears.dialogue.informing import INFORMED
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.no_day import day_for_the_terms, without_a_day
from arrears.dialogue.offering import take_choice
from arrears.dialogue.other_trouble import of_no_hardship
from arrears.dialogue.overtaken import waiting_offer
from arrears.dialogue.paid_ahead import paid_extra
from arrears.dialogue.paying_at_once import on_this_day, pays_at_once
from arrears.dialogue.payment_made import decided_on_a_payment
from arrears.dialogue.proof_and_payment import proved_and_paid
from arrears.dialogue.reading_again import read_back_again
from arrears.dialogue.reassuring import reassured
from arrears.dialogue.refusing_a_part import claimed_to_be_off, no_refusal
from arrears.dialogue.relieving import hard_beside_a_wish, relieve
from arrears.dialogue.reminders_wished import asked_to_be_reminded
from arrears.dialogue.reminding import is_only_about_the_hour, names_hour_of_an_offer
from arrears.dialogue.rest_at_the_end import rest_on_their_day
from arrears.dialogue.rest_later import in_parts
from arrears.dialogue.right_party import comes_to_settle, owns_it, returned
from arrears.dialogue.says_more import says_more
from arrears.dialogue.setting_aside import explains_a_silence, limits_contact, not_borne_out
from arrears.dialogue.taking_note import takes_note
from arrears.dialogue.terms_said import says_means, says_terms
from arrears.dialogue.undisputing import first_changed, paid_later, undisputed, wondered
from arrears.dialogue.what_next import asked_what_next
from arrears.dialogue.when_asked import asked_when
from arrears.dialogue.while_it_waits import said_while_it_waits
from arrears.dialogue.without_a_person import called_off, needs_no_person
from arrears.dialogue.yes_to_the_same import which_is_said_yes_to
from arrears.domain.intents import (
    ALONE,
    CLOSING,
    COMMITTING,
    DOUBTABLE,
    DOUBTFUL,
    HARD,
    OFFERING,
    Heard,
    Intent,
)
from arrears.domain.language.acts.choices import after_no
from arrears.domain.language.acts.claimed_leave import claims_leave
from arrears.domain.language.acts.instructions import instructs
from arrears.domain.language.acts.separate_yes import says_yes
from arrears.domain.language.acts.told_cards import tells_card_alone
from arrears.domain.language.means.hardships import names_hardship
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.script.sentences import asks
from arrears.domain.negotiation.which_offer import which_of
from arrears.domain.people import Channel
from arrears.phone.in_writing import details_taken_back
from arrears.phone.on_a_call import decided_on_a_call, only_stands
from arrears.phone.texting import decided_on_a_text
from arrears.store import offers, plans


def decided_by_words(situation: Situation) -> Decided | None:
    """None where the labels decide. An end of contact is never doubted; self-harm only in a plain answer."""
    if tells_card_alone(situation.text):
        return _would_pay_by_card(situation)
    of_contact = (
        details_taken_back(situation)
        or fewer_wished(situation)
        or limits_contact(situation)
        or explains_a_silence(situation)
    )
    if of_contact is not None:
        return of_contact
    without = needs_no_person(situation) or called_off(situation)
    if without is not None:
        return without
    decided = (
        owns_it(situation)
        or comes_to_settle(situation)
        or returned(situation)
        or decided_on_a_text(situation)
        or decided_on_a_call(situation)
    )
    if decided is not None:
        return decided
    agreed = agreed_in_words(situation)
    if agreed is not None:
        return agreed
    if is_only_about_the_hour(situation):
        return situation.heard, lambda _now: Answer(())
    reminded = asked_to_be_reminded(situation)
    if reminded is not None:
        return reminded
    if pays_at_once(situation):
        return Heard(situation.message_id), lambda now: take_terms(on_this_day(now))
    if names_hour_of_an_offer(situation) or _agrees_on_leaving(situation):
        return Heard(situation.message_id), _what_waits
    choice = menu_choice(situation) or _choice(situation)
    if choice is not None:
        # The words are the whole text: it says nothing besides.
        return Heard(situation.message_id), choice
    if _agrees_once_more(situation):
        return Heard(situation.message_id), lambda now: gate(now) or now.answer("thanks.answer")
    return _beside_labels(situation)


def _beside_labels(situation: Situation) -> Decided | None:
    """What the words say otherwise than the labels do, or more exactly."""
    return (
        takes_note(situation)
        or asked_for_hours(situation)
        or _in_parts(situation)
        or _on_claimed_leave(situation)
        or proved_and_paid(situation)
        or decided_on_a_payment(situation)
        or asked_of_the_check(situation)
        or said_while_it_waits(situation)
        or asked_when(situation)
        or asked_what_next(situation)
        or claimed_to_be_off(situation)
        or asked_of_costs(situation)
        or asked_of_payments(situation)
        or rest_on_their_day(situation)
        or without_a_day(situation)
        or day_for_the_terms(situation)
        or paid_extra(situation)
        or asked_of_us(situation)
        or only_in_a_season(situation)
        or of_no_hardship(situation)
        or hard_beside_a_wish(situation)
        or no_refusal(situation)
        or undisputed(situation)
        or wondered(situation)
        or paid_later(situation)
        or first_changed(situation)
        or not_borne_out(situation)
        or denied_harm(situation)
        or exclaimed(situation)
        or decided_in_context(situation)
        or reassured(situation)
        or _despite_a_doubtful_label(situation)
    )


def _would_pay_by_card(situation: Situation) -> Decided:
    """Who tells us a card number is told the ways to pay, on a call with the link or the keys."""
    asks = Heard(situation.message_id, Intent.ASK_PAYMENT_METHODS, 1.0)
    if "payment.no_card" in situation.said_last:
        return asks, lambda _now: Answer(())  # they have just heard the ways
    on_a_call = decided_on_a_call(replace(situation, heard=asks))
    return on_a_call or (asks, INFORMED[Intent.ASK_PAYMENT_METHODS])


def _agrees_once_more(situation: Situation) -> bool:
    """Whether they say no more than "thanks, that works" to what stands and was just said to stand.

    Thanks beside a yes are thanks for an answer, too, where nothing waits for a yes.
    """
    said = frozenset(situation.heard.intents)
    if not (COMMITTING | {Intent.THANKS}).issuperset(said):
        return False
    thanks = Intent.THANKS in said and _only_thanks(situation)
    return thanks or (says_yes(situation.text) and only_stands(situation.said_last))


def _only_thanks(situation: Situation) -> bool:
    """Whether a plan stands, nothing waits for a yes or was asked, and they name no terms and ask nothing."""
    tx = situation.tx
    stands = plans.standing_plan(tx, situation.case.id, situation.today) is not None
    waits = offers.open_offer(tx, situation.conversation.id) is not None
    asked = any(key.startswith(("proposal.", "doubt.")) for key in situation.said_last)
    in_writing = situation.conversation.channel is not Channel.VOICE
    more = asks(situation.text) or says_terms(situation)
    return stands and in_writing and not (waits or asked or more)


def _what_waits(situation: Situation) -> Answer:
    """What the hour is for, once more: it is kept until there is a plan."""
    waits = gate(situation) or read_back_again(situation) or still_decided_on(situation)
    return waits or out_of_scope(situation)


def _agrees_on_leaving(situation: Situation) -> bool:
    """Whether 行，就这样 to terms that wait was taken for a farewell: they are read once more."""
    leaves = frozenset(situation.heard.intents) == {Intent.GOODBYE} and says_yes(situation.text)
    return leaves and offers.open_offer(situation.tx, situation.conversation.id) is not None


def _choice(situation: Situation) -> Decision | None:
    """Which of two offers they choose with a text that says nothing else; before the yes, again."""
    waiting = waiting_offer(situation)
    if waiting is None or waiting.choices is None:
        return None
    which, instead = which_of(situation.text, waiting.choices), after_no(situation.text)
    number = which or (None if instead is None else which_of(instead, waiting.choices))
    if number is None and waiting.other is not None:
        which = number = which_is_said_yes_to(situation, waiting)
    if number is None:
        return None
    if which is None and waiting.choices[number - 1] == waiting.offer:
        return None  # a no to the very one that they name
    return lambda now: gate(now) or take_choice(now, waiting, number)


_LIKE_PARTS = HARD | OFFERING | {Intent.ALREADY_PAID}
"""What "I sent 200, the rest comes on the 20th" is taken for."""


def _in_parts(situation: Situation) -> Decided | None:
    """Who sends a part of what was agreed and names a day for the rest disputes nothing, and is in no need.

    A person reads what the label feared.
    """
    said, tx = frozenset(situation.heard.intents), situation.tx
    if situation.party is None or not said & (HARD | {Intent.ALREADY_PAID}) or not said <= _LIKE_PARTS:
        return None
    standing = plans.standing_plan(tx, situation.case.id, situation.today)
    if standing is None or names_hardship(situation.text) or in_parts(situation, standing) is None:
        return None
    feared = tuple(each for each in situation.heard.intents if each in CLOSING | HARD)
    return Heard(situation.message_id), read_by_a_person(
        lambda now: gate(now) or change_plan_day(now, standing), feared
    )


def _on_claimed_leave(situation: Situation) -> Decided | None:
    """Who says that one of ours has allowed a sum asks for nobody: it is an offer like any other."""
    heard = situation.heard
    said, text = {*heard.intents}, situation.text
    if not said <= _LIKE_A_CLAIM or not situation.readings.amounts or _TALK.search(fold(text)):
        return None
    if not claims_leave(text) or instructs(text):
        return None
    return replace(heard, intent=Intent.PROPOSE_INSTALMENT, others=()), take_terms


_LIKE_A_CLAIM = OFFERING | {Intent.REQUEST_HUMAN, Intent.OUT_OF_SCOPE}
"""What 你们经理答应过每月200 is taken for."""
_TALK = compiled(
    r"\b(?:talk|speak|call|transfer|connect|put\s+me|get\s+me|want\s+(?:your|the|a)|ask)\b|转|找|联系|接|问|叫|让"
)


def _despite_a_doubtful_label(situation: Situation) -> Decided | None:
    heard = situation.heard
    said = heard.intents
    if heard.intent not in DOUBTABLE or heard.confidence >= DOUBTFUL or ALONE.intersection(said):
        return None
    if situation.party is None:
        return _offers_all_the_same(situation)
    if not (says_means(situation) or instructs(situation.text)):
        return None
    decision = relieve if HARD.intersection(said) else out_of_scope
    return Heard(situation.message_id), read_by_a_person(decision, said)


def _offers_all_the_same(situation: Situation) -> Decided | None:
    """Who names a sum is asked who they are, where the label that would end the talk has low odds."""
    said = situation.heard.intents
    offers_or_corrects = (OFFERING | {Intent.DENY}).intersection(said)
    if not offers_or_corrects or not situation.readings.amounts or says_more(situation):
        return None
    feared = tuple(each for each in said if each in CLOSING)
    return Heard(situation.message_id), read_by_a_person(lambda now: gate(now) or out_of_scope(now), feared)
