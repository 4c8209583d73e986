"""Labels that the words do not bear: what else was heard decides, and a person reads what they feared."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from arrears.contact.stopping import ends_texts
from arrears.dialogue.answering import Answer, Decided, Decision, Situation, gate, hand_over
from arrears.dialogue.clarifying import what_waits
from arrears.dialogue.heeding import HEEDED, KEPT_TO
from arrears.dialogue.in_context import read_by_a_person
from arrears.dialogue.informing import charges
from arrears.dialogue.overtaken import waiting_offer
from arrears.dialogue.says_more import is_of_another
from arrears.domain.doubts import CERTAIN, SOMEBODY
from arrears.domain.intents import ASKING, CHANGING, OFFERING, SATISFIED, STOPS, Heard, Intent, first_of
from arrears.domain.language.acts.asides import offers_wares
from arrears.domain.language.acts.business_talk import leaves_out_a_loan
from arrears.domain.language.acts.charge_questions import charge_question
from arrears.domain.language.acts.civil_work import is_no_service
from arrears.domain.language.acts.new_credit_declined import declines_new_credit
from arrears.domain.language.acts.silence_explained import explains_silence
from arrears.domain.language.acts.words_of_ends import may_say
from arrears.domain.language.people.debtors import owed_by_others
from arrears.domain.language.people.known_lawyers import knows_a_lawyer
from arrears.domain.language.people.other_debtors import asks_who_else_owes
from arrears.domain.language.people.third_party_wishes import beside_the_wish, is_only_about_others
from arrears.domain.language.times.hours_to_avoid import hours_to_avoid
from arrears.domain.language.withdrawals.find import withdrawals
from arrears.domain.people import Channel


def set_aside(situation: Situation, labels: AbstractSet[Intent], instead: Decision) -> Decided:
    """The turn without those labels: what else ends or pauses contact leads, else it is answered instead."""
    heard = situation.heard
    feared = tuple(each for each in heard.intents if each in labels)
    rest = tuple(each for each in heard.intents if each not in labels)
    heeded = tuple(each for each in rest if each in HEEDED and each in CHANGING)
    leads = first_of(heeded) if heeded else Intent.OUT_OF_SCOPE
    others = tuple(each for each in rest if each is not leads)
    decision = HEEDED[leads] if heeded else instead
    return replace(heard, intent=leads, others=others), read_by_a_person(decision, feared)


def of_no_service(situation: Situation) -> Decided | None:
    """Who comes off work, or never served, is not in the military, whatever the label's odds."""
    said = frozenset(situation.heard.intents)
    if Intent.MILITARY not in said or withdrawals(situation.text):
        return None
    if not is_no_service(situation.text, situation.person.name):
        return None
    return set_aside(situation, {Intent.MILITARY}, _what_else)


def _what_else(situation: Situation) -> Answer:
    """Nothing of its own where the rest of the turn has its answer, else what waits."""
    return what_waits(situation) if SATISFIED.issuperset(situation.heard.others) else Answer(())


_A_REFUSAL = frozenset({Intent.REFUSE_TO_PAY, Intent.DISPUTE})


def borrows_no_more(situation: Situation) -> Decided | None:
    """Who will not borrow anew refuses no payment and disputes nothing; a person reads it."""
    said = frozenset(situation.heard.intents)
    if not _A_REFUSAL & said or withdrawals(situation.text) or not declines_new_credit(situation.text):
        return None
    return set_aside(situation, _A_REFUSAL, _what_else)


_A_WISH_FOR_LESS = OFFERING | {
    Intent.REQUEST_SETTLEMENT,
    Intent.OUT_OF_SCOPE,
    Intent.REQUEST_CALLBACK,
    Intent.THANKS,
    Intent.GREET,
}
"""What 你来我店里我给你打八折 is taken for."""


def sells_to_us(situation: Situation) -> Decided | None:
    """Who would give us a discount in their shop asks for none."""
    said = frozenset(situation.heard.intents)
    if not said or not said <= _A_WISH_FOR_LESS or not offers_wares(situation.text):
        return None
    return Heard(situation.message_id), what_waits


_OTHERS = frozenset({Intent.THIRD_PARTY, Intent.THIRD_PARTY_INQUIRY})
_TAKEN_FOR = STOPS | _OTHERS | {Intent.INCONVENIENT}
"""What "don't talk to my wife about this" is taken for."""


def about_others(situation: Situation) -> Decided | None:
    """A wish that we speak with nobody of theirs ends no contact with them; a person reads it."""
    heard = situation.heard
    said = frozenset(heard.intents)
    lost = said <= {Intent.OUT_OF_SCOPE, Intent.DENY, Intent.ABUSIVE, Intent.DISPUTE}
    if not said or not ((STOPS | {Intent.INCONVENIENT}) & said or lost) or withdrawals(situation.text):
        return None
    if Intent.SELF_HARM in said or not is_only_about_others(situation.text):
        return None
    another = heard.intent not in STOPS and heard.confidence >= CERTAIN
    doubted = _TAKEN_FOR - _OTHERS if situation.party is None or another else _TAKEN_FOR
    if not may_say(Intent.DISPUTE, beside_the_wish(situation.text)):
        doubted |= heard.doubted & {Intent.DISPUTE}
    return set_aside(situation, doubted, _with_nobody_else)


def _with_nobody_else(situation: Situation) -> Answer:
    hand_over(situation, "also_said", situation.heard.intents)
    return situation.answer("script.privacy")


_NO_ANSWER = (
    STOPS
    | _OTHERS
    | {
        Intent.INCONVENIENT,
        Intent.DENY,
        Intent.ABUSIVE,
        Intent.REFUSE_TO_PAY,
        Intent.DISPUTE,
        Intent.OUT_OF_SCOPE,
        Intent.REPEAT_CLARIFY,
        Intent.VAGUE_PROMISE,
        Intent.CANNOT_PAY,
    }
)
"""What "if I don't answer a text don't think I ran" is taken for."""


def explains_a_silence(situation: Situation) -> Decided | None:
    """Who says what no answer would mean ends no contact, and runs from nothing; a person reads it."""
    said = frozenset(situation.heard.intents)
    if not said or not said <= _NO_ANSWER or withdrawals(situation.text):
        return None
    if not explains_silence(situation.text):
        return None
    feared = tuple(each for each in situation.heard.intents if each in CHANGING)
    return Heard(situation.message_id), read_by_a_person(lambda now: now.answer("script.no_answer"), feared)


_LIKE_A_LIMIT = _TAKEN_FOR | {
    Intent.REQUEST_CALLBACK,
    Intent.CHANGE_CONTACT,
    Intent.REQUEST_WRITTEN,
    Intent.OUT_OF_SCOPE,
    Intent.REPEAT_CLARIFY,
    Intent.AFFIRM,
    Intent.DENY,
    Intent.THANKS,
    Intent.GREET,
    Intent.GOODBYE,
}
"""What "only text me, never call" is taken for."""


def limits_contact(situation: Situation) -> Decided | None:
    """Who ends calls, e-mail or contact at work, and says nothing else, hears that it is kept to.

    Who might overhear such a call is nobody on the line, and no hour is asked for.
    """
    said, found = frozenset(situation.heard.intents), withdrawals(situation.text)
    if not found or ends_texts(found) or not said or not said <= _LIKE_A_LIMIT:
        return None
    aloud = situation.conversation.channel is Channel.VOICE
    agrees = Intent.AFFIRM in said and waiting_offer(situation) is not None
    if aloud or agrees or hours_to_avoid(situation.text) is not None:
        return None
    others = tuple(each for each in situation.heard.intents if each in _OTHERS)
    sure = situation.heard.intent in _OTHERS and situation.heard.confidence >= CERTAIN
    if others and (sure or situation.party is None or is_of_another(situation)):
        return None
    return Heard(situation.message_id), read_by_a_person(lambda now: now.answer(KEPT_TO), others)


def of_their_debtor(situation: Situation) -> Decided | None:
    """Who is owed money by somebody ("my boss owes me, go chase him") is nobody else."""
    said = frozenset(situation.heard.intents)
    if not SOMEBODY & said or withdrawals(situation.text) or not owed_by_others(situation.text):
        return None
    return set_aside(situation, SOMEBODY, _what_else)


def without_a_loan(situation: Situation) -> Decided | None:
    """Money that somebody may lend them, and on which they do not count, is left out; what waits goes on."""
    said = situation.heard.intents
    if situation.party is None or not said or not leaves_out_a_loan(situation.text):
        return None
    feared = tuple(each for each in said if each in CHANGING)
    return Heard(situation.message_id), read_by_a_person(_left_out, feared)


def _left_out(situation: Situation) -> Answer:
    barred = gate(situation)
    if barred is not None:
        return barred
    then = what_waits(situation)
    return replace(then, said=(situation.say("means.left_out"), *then.said))


def of_a_known_lawyer(situation: Situation) -> Decided | None:
    """Whose cousin is a lawyer is represented by nobody: what the cousin says of a charge is asked of us."""
    if Intent.ATTORNEY_REPRESENTED not in situation.heard.intents or withdrawals(situation.text):
        return None
    if not knows_a_lawyer(situation.text):
        return None
    of_charges = charge_question(situation.text) is not None
    return set_aside(situation, {Intent.ATTORNEY_REPRESENTED}, charges if of_charges else _what_else)


_LIKE_ONE_WHO_OWES = (
    SOMEBODY
    | ASKING
    | {
        Intent.DECEASED,
        Intent.DISPUTE,
        Intent.REFUSE_TO_PAY,
        Intent.OUT_OF_SCOPE,
        Intent.REPEAT_CLARIFY,
        Intent.VAGUE_PROMISE,
        Intent.DENY,
    }
)
"""What "my partner left, half of it is his, do you go after him too" is taken for."""


def who_owes_with_them(situation: Situation) -> Decided | None:
    """Who asks whether a partner or guarantor owes it too is no stranger, and tells of no death.

    That they owe nothing themselves stays what they said, where the label is sure.
    """
    heard = situation.heard
    said = frozenset(heard.intents)
    if not said or not said <= _LIKE_ONE_WHO_OWES or not asks_who_else_owes(situation.text):
        return None
    sure = {Intent.DISPUTE, Intent.REFUSE_TO_PAY} if heard.confidence >= CERTAIN else {*()}
    if heard.intent in sure or withdrawals(situation.text):
        return None
    feared = tuple(each for each in heard.intents if each in CHANGING)
    asked = tuple(each for each in heard.intents if each in ASKING - {Intent.ASK_LEGAL_CONSEQUENCES})
    return Heard(situation.message_id, others=asked), read_by_a_person(_others_owe, feared)


def _others_owe(situation: Situation) -> Answer:
    barred = gate(situation)
    if barred is not None:
        return barred
    return situation.answer("others.owe", staffed=hand_over(situation, "also_said"))


def not_borne_out(situation: Situation) -> Decided | None:
    """The turn without a label that its words do not bear; None where they bear all of them."""
    return (
        of_no_service(situation)
        or about_others(situation)
        or borrows_no_more(situation)
        or sells_to_us(situation)
        or of_their_debtor(situation)
        or who_owes_with_them(situation)
        or of_a_known_lawyer(situation)
        or without_a_loan(situation)
    )
