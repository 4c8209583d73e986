"""Money is offered on a call: a card that is keyed in, after the amount was read back; else a link by text.

No number of a card is ever taken in words: the carrier asks for it, and we hear what became of it.
"""

from __future__ import annotations

from datetime import date

from arrears.contact.paging import page_link
from arrears.contact.speaking import answers_one_of, completed, judged
from arrears.dialogue.answering import Answer, Decided, Situation, gate
from arrears.dialogue.informing import ways_to_pay
from arrears.domain.calls import BACK_ON_THE_LINE
from arrears.domain.card_payments import CAME, CardPayment, CardPaymentState
from arrears.domain.compliance.decision import Deferred, Granted
from arrears.domain.contact_policy import PAGE_ASKED_FOR
from arrears.domain.conversations import Conversation, Speaker, in_passing
from arrears.domain.ids import CardPaymentId, OutreachId
from arrears.domain.intents import Consenting, Heard, Intent, consenting
from arrears.domain.language.acts.told_cards import names_card_alone
from arrears.domain.language.readings import AmountKind
from arrears.domain.money import Money, display
from arrears.domain.outreach import ContactPurpose, Outreach, OutreachState
from arrears.domain.people import Channel
from arrears.domain.plans import Plan
from arrears.domain.promises import paid_by_promise, promises_of
from arrears.domain.wording import Said, say
from arrears.store import Tx, calls, card_payments, conversations, ledger, plans
from arrears.store import outreach as outreach_rows

READ_BACK, ASK_AMOUNT = "card.read_back", "card.ask_amount"
_READ_BACKS = frozenset({READ_BACK})
_TAKING = "card.taking"


def decided_on_payment(situation: Situation, said_before: frozenset[str]) -> Decided | None:
    """What is done about a wish to pay on a call, and about the answer to what we asked of it."""
    heard = situation.heard
    if READ_BACK in said_before and consenting(heard) is Consenting.YES:
        # A yes before the amount was said, or into it, agrees to none.
        return heard, _agree if answers_one_of(situation, _READ_BACKS) else _read_back_again
    if READ_BACK in said_before and heard.intent is Intent.DENY and not situation.readings.amounts:
        return heard, _leave
    if ASK_AMOUNT in said_before and _amount_said(situation) is not None:
        return Heard(heard.message_id, Intent.PAY_NOW, 1.0), _pay_now
    if heard.intent is Intent.PAY_NOW:
        return heard, _pay_now
    return (heard, _ways) if heard.intent is Intent.ASK_PAYMENT_METHODS else None


def by_a_card(situation: Situation) -> Decided | None:
    """What is done where all they say is that they would pay by card, whatever it was labelled as."""
    if not names_card_alone(situation.text):
        return None
    return Heard(situation.message_id, Intent.PAY_NOW, 1.0), _pay_now


def result_unsaid(tx: Tx, talk: Conversation) -> str | None:
    """The message of what became of the payment, where the agent has not spoken since it asked for the card.

    None without a result, and once it was heard. It is for a conversation that a person holds.
    """
    ours = [turn for turn in conversations.turns_of(tx, talk.id) if turn.speaker is Speaker.BOT]
    while ours and in_passing(ours[-1].templates):
        told = ours.pop()
        if told.heard == told.text and BACK_ON_THE_LINE not in told.templates:
            return None
    payment = card_payments.last_of(tx, talk.id) if ours and _TAKING in ours[-1].templates else None
    return None if payment is None else CAME.get(payment.state)


def _pay_now(situation: Situation) -> Answer:
    """The amount read back; without a connector, how else to pay."""
    if not situation.desk.takes_cards:
        return _ways(situation)
    barred = gate(situation)
    if barred is not None:
        return barred
    owed = ledger.balance(situation.tx, situation.case.id, situation.case.currency).total
    amount = _amount_said(situation) or _next_instalment(situation)
    if owed.minor <= 0:
        return situation.answer("balance.settled")
    return situation.answer(ASK_AMOUNT) if amount is None else _read_back(situation, min(amount, owed))


def _read_back(situation: Situation, amount: Money) -> Answer:
    call = calls.of_conversation(situation.tx, situation.conversation.id)
    if call is None:
        return ways_to_pay(situation)
    payment = CardPayment(
        id=CardPaymentId(f"card-{situation.message_id}"),
        call_id=call.id,
        conversation_id=situation.conversation.id,
        case_id=situation.case.id,
        amount=amount,
        state=CardPaymentState.ASKED,
        asked_at=situation.now,
    )
    card_payments.ask(situation.tx, payment)
    return situation.answer(READ_BACK, amount=display(amount))


def _agree(situation: Situation) -> Answer:
    """The yes to the amount that was read back last."""
    barred = gate(situation)
    if barred is not None:
        return barred
    payment = card_payments.last_of(situation.tx, situation.conversation.id)
    if payment is None or payment.state is not CardPaymentState.ASKED:
        return _pay_now(situation)
    owed = ledger.balance(situation.tx, situation.case.id, situation.case.currency).total
    if owed < payment.amount:
        # A payment has come in between: what is owed now is read back.
        return _pay_now(situation)
    card_payments.move(situation.tx, payment, CardPaymentState.AGREED)
    return situation.answer(_TAKING)


def _read_back_again(situation: Situation) -> Answer:
    """The same amount once more; what was asked before is left as it is, and never agreed to."""
    payment = card_payments.last_of(situation.tx, situation.conversation.id)
    barred = gate(situation)
    if barred is not None:
        return barred
    return _pay_now(situation) if payment is None else _read_back(situation, payment.amount)


def _leave(situation: Situation) -> Answer:
    return gate(situation) or situation.answer("card.left")


def _ways(situation: Situation) -> Answer:
    """The approved ways, a card where it is one, else the page as a text where consent allows."""
    answer = ways_to_pay(situation)
    if [said.key for said in answer.said] != ["payment.ways"]:
        return answer
    told = "payment.ways" in situation.said_last
    besides = _besides(situation)
    return Answer(besides if told and besides else (*answer.said, *besides))


def _besides(situation: Situation) -> tuple[Said, ...]:
    if situation.desk.takes_cards:
        return (situation.say("card.offer"),)
    texted = text_with_a_link(situation).state is not OutreachState.REFUSED
    return (situation.say("card.link_follows"),) if texted else ()


def text_with_a_link(situation: Situation) -> Outreach:
    """The text with the link to their page, planned once a conversation; refused where it may not go."""
    desk, tx = situation.desk, situation.tx
    row_id = OutreachId(f"outreach-{situation.conversation.id}-page")
    if not outreach_rows.is_planned(tx, row_id):
        outreach_rows.plan(tx, _text(situation, row_id))
        row = completed(tx, desk, outreach_rows.load(tx, row_id))
        decision = judged(tx, desk, row, "planned")
        if isinstance(decision, Deferred):
            outreach_rows.defer(tx, row_id, decision.until)
        elif not isinstance(decision, Granted):
            outreach_rows.refuse(tx, row_id)
    return outreach_rows.load(tx, row_id)


def _text(situation: Situation, row_id: OutreachId) -> Outreach:
    point, case = situation.point, situation.case
    link = page_link(situation.desk, situation.tx, case.id, situation.person.id, point.id)
    catalog, language = situation.desk.policy.catalog, situation.language
    said = say(catalog, language, "contact.page", lender=case.lender, link=link)
    return Outreach(
        id=row_id,
        case_id=case.id,
        person_id=situation.person.id,
        contact_point_id=point.id,
        channel=Channel.SMS,
        carrier=point.carrier,
        purpose=ContactPurpose.OUTREACH,
        language=language,
        body=said.text,
        speaks_of_debt=said.speaks_of_debt,
        due_at=situation.now,
        state=OutreachState.DUE,
        conversation_id=None,
        answers=None,
        step=PAGE_ASKED_FOR,
    )


def _amount_said(situation: Situation) -> Money | None:
    """The one sum of the turn; all that is owed where they say so."""
    named = situation.readings.amounts
    if len(named) != 1:
        return None
    if named[0].kind is AmountKind.FULL:
        return ledger.balance(situation.tx, situation.case.id, situation.case.currency).total
    money = named[0].money
    return money if money is not None and money.minor > 0 and not named[0].alternatives else None


def _next_instalment(situation: Situation) -> Money | None:
    """What is still to be paid of the next instalment of the plan that stands."""
    plan = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    return None if plan is None else _unpaid(situation, plan, situation.today)


def _unpaid(situation: Situation, plan: Plan, today: date) -> Money | None:
    promises = promises_of(plan)
    paid = paid_by_promise(promises, plans.receipts_for(situation.tx, plan), today)
    rests = (promise.amount - paid[promise.id] for promise in promises)
    return next((rest for rest in rests if rest.minor > 0), None)
