"""Terms or hardship that came before it was known who they are: answered once they have proved it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from arrears.dialogue.answering import Answer, Situation, home_zone, is_spared
from arrears.dialogue.before_the_proof import said_unverified
from arrears.dialogue.both_loans import of_another_loan, with_other_loans
from arrears.dialogue.changing import change_plan_day
from arrears.dialogue.heeding import IDENTITY_REFUSED, hardship
from arrears.dialogue.in_a_season import is_of_a_season
from arrears.dialogue.informing import balance_answer
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.payment_made import is_on_our_books, it_has_come, speaks_of_a_payment
from arrears.dialogue.positions import other_cases
from arrears.dialogue.relieving import (
    asks_about_a_kind,
    cannot_pay_beside_a_wish,
    in_earnest,
    names_a_kind,
    only_asks_for_a_kind,
    relieve,
)
from arrears.dialogue.rest_later import in_parts
from arrears.dialogue.terms_said import said_now, says_terms
from arrears.domain.conversations import Speaker, Turn
from arrears.domain.doubts import may_count
from arrears.domain.intents import ASKING, CHANGING, HARD, OFFERING, Heard, Intent, intent_named
from arrears.domain.language.acts.other_loans import (
    asks_of_each,
    asks_only_of_another_loan,
    asks_which_loan,
)
from arrears.domain.language.acts.plan_questions import plan_question
from arrears.domain.language.means.hardships import names_hardship
from arrears.domain.language.people.identity_spoken import spoken_identity
from arrears.domain.language.read import read
from arrears.domain.language.read_both import read_both
from arrears.domain.language.readings import DateProblem
from arrears.domain.negotiation.offers import Proposal
from arrears.domain.people import Channel
from arrears.domain.plans import Plan
from arrears.domain.times import local_date
from arrears.store import conversations, plans

_ENDS_IT = (CHANGING - {Intent.REQUEST_HUMAN, Intent.INCONVENIENT}) | {Intent.DENY, Intent.CANCEL_PLAN}
"""Who has said one of these has said something else since, or was not making an offer."""

_TERMS = OFFERING | {Intent.CHANGE_DUE_DATE, Intent.REQUEST_SETTLEMENT}
"""What is taken up: terms, a sum to clear it, and another day for what was agreed."""


def earlier_terms(situation: Situation) -> Answer | None:
    """The balance and the answer to the terms that came while nobody was verified; None without any.

    They are those of this conversation alone, the latest that were named. The gate is passed.
    """
    if _ends_it(frozenset(situation.heard.intents)):
        return None
    then = [_as_then(situation, turn) for turn in _offering(situation)]
    named = (each for each in then if _names_terms(each) or names_a_kind(each.text))
    # Who is spared a question for money, and wants a plan since, is asked for its terms.
    wanted = next(iter(then), None) if is_spared(situation) else _change_wanted(situation, then)
    proposing = next(named, wanted)
    if proposing is None:
        return None
    proposing = in_hardship(proposing, hardship_named(situation))
    balance = balance_answer(situation, "balance.stated")
    answer = with_other_loans(proposing, _taken_up(proposing))
    if any(said.key.startswith("balance.") for said in answer.said):
        return answer
    return Answer((*balance.said, *answer.said), answer.bounds)


_ANOTHER_DAY = frozenset({Intent.CHANGE_DUE_DATE, Intent.REQUEST_EXTENSION})


def _change_wanted(situation: Situation, then: Iterable[Situation]) -> Situation | None:
    """The latest turn that wants another day for what was agreed, or for a part of it, and names none."""
    standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    return None if standing is None else next((each for each in then if _wants_a_day(each, standing)), None)


def _wants_a_day(then: Situation, standing: Plan) -> bool:
    return bool(_ANOTHER_DAY & {*then.heard.intents}) or in_parts(then, standing) is not None


def _taken_up(proposing: Situation) -> Answer:
    """The answer to its terms; which day it is to be is asked where they want another and named none."""
    standing = plans.standing_plan(proposing.tx, proposing.case.id, proposing.today)
    asks = standing is not None and not says_terms(proposing) and _wants_a_day(proposing, standing)
    return change_plan_day(proposing, standing) if standing is not None and asks else take_terms(proposing)


def _ends_it(intents: AbstractSet[Intent]) -> bool:
    """Whether the earlier terms are past; a no beside terms denies something else: "no, I want to pay 60"."""
    denies = {Intent.DENY} if _TERMS & intents else frozenset[Intent]()
    return bool((_ENDS_IT - denies) & intents)


def _names_terms(situation: Situation) -> bool:
    """Whether it names terms; a day that is past, and no sum, tells what happened: "I was mad yesterday"."""
    return says_terms(situation) and said_now(situation) != Proposal(date_problem=DateProblem.PAST)


def turn_before(situation: Situation) -> Situation | None:
    """The turn before, as it was then."""
    turns = conversations.turns_of(situation.tx, situation.conversation.id)
    theirs = [each for each in turns if each.speaker is Speaker.BORROWER and each.id != situation.turn_id]
    return _as_then(situation, theirs[-1]) if theirs else None


def last_turn_again(situation: Situation) -> Answer | None:
    """The answer to the hardship or the terms of the turn before; None without any. The gate is passed."""
    then = turn_before(situation)
    if then is not None and HARD.intersection(then.heard.intents):
        return relieve(then)
    return take_terms(then) if then is not None and says_terms(then) else None


def earlier_question_of_another_loan(situation: Situation) -> Answer | None:
    """What is owed here and on their other loan, where they asked for that before the proof; else None."""
    before = [turn.text for turn in said_unverified(situation)]
    if not other_cases(situation):
        return None
    which = next((text for text in before if asks_which_loan(text)), None)
    if which is not None:
        return of_another_loan(replace(situation, text=which))
    if not any(asks_only_of_another_loan(text) or asks_of_each(text) for text in before):
        return None
    return Answer((*balance_answer(situation, "balance.stated").said, *of_another_loan(situation).said))


def earlier_payment(situation: Situation) -> Answer | None:
    """That the payment has come of which they spoke last before it was known who they are; None else."""
    then = next((_as_then(situation, turn) for turn in reversed(said_unverified(situation))), None)
    if then is None or not speaks_of_a_payment(then) or not is_on_our_books(then):
        return None
    return it_has_come(then)


def asked_what_is_owed(situation: Situation) -> bool:
    """Whether they asked for the balance while nobody was verified."""
    heard = (_heard_in(situation, turn) for turn in said_unverified(situation))
    return any(Intent.ASK_BALANCE in each.intents for each in heard)


def earlier_hardship(situation: Situation) -> Answer | None:
    """The answer to hardship that was named while nobody was verified; None where other things came since.

    Terms in the same breath are not taken up. The gate is passed.
    """
    for turn in reversed(said_unverified(situation)):
        heard = _heard_in(situation, turn)
        intents = {*heard.intents}
        if _names_none(situation, turn, heard):
            continue
        if HARD & intents and not (_ENDS_IT - HARD) & intents:
            then = _as_then(situation, turn)
            then = replace(then, heard=replace(heard, message_id=turn.message_id or heard.message_id))
            offers = OFFERING & intents and not cannot_pay_beside_a_wish(turn.text)
            return hardship(then) if offers else relieve(then)
        if (_ENDS_IT | _TERMS) & intents:
            return None
    return None


def hardship_named(situation: Situation) -> Situation | None:
    """The latest turn that named hardship while nobody was verified, as it was then; None without one.

    Whatever was said since, it has to be written down (`hardship`): before the proof it could not be.
    """
    for turn in reversed(said_unverified(situation)):
        heard = _heard_in(situation, turn)
        if HARD.intersection(heard.intents) and not _names_none(situation, turn, heard):
            then = _as_then(situation, turn)
            return replace(then, heard=replace(heard, message_id=turn.message_id or heard.message_id))
    return None


def _names_none(situation: Situation, turn: Turn, heard: Heard) -> bool:
    """Whether it names no hardship, whatever its label: it asks for a kind of plan, or for another proof."""
    if only_asks_for_a_kind(heard, turn.text) or is_of_a_season(_as_then(situation, turn)):
        return True
    turns = conversations.turns_of(situation.tx, situation.conversation.id)
    answers = (each for each in turns if each.speaker is Speaker.BOT and each.message_id == turn.message_id)
    refused = any(IDENTITY_REFUSED in each.templates for each in answers)
    return refused and not names_hardship(turn.text)


def in_hardship(situation: Situation, named: Situation | None) -> Situation:
    """The situation with the hardship that another turn named, so that its terms are weighed with it."""
    if named is None:
        return situation
    hard = tuple(each for each in named.heard.intents if each in HARD)
    return replace(situation, heard=replace(situation.heard, others=(*situation.heard.others, *hard)))


def _offering(situation: Situation) -> Iterator[Turn]:
    """The turns that offer something, the latest first, as far back as nothing else was said since."""
    denied = False  # a no takes back terms; whether a sum clears it all is a question, and stays one
    for turn in reversed(said_unverified(situation)):
        heard = _heard_in(situation, turn)
        intents = {*heard.intents}
        if _is_mere_proof(situation, turn):
            continue
        asks = _asks_about_a_kind(heard, turn.text)
        named = intents == {Intent.DENY} and _names_other_terms(_as_then(situation, turn))  # "no, March 16"
        if _ends_it(intents) and not (asks or named):
            if intents != {Intent.DENY}:
                return
            denied = True
        elif Intent.REQUEST_SETTLEMENT in intents or (not denied and (_TERMS & intents or asks or named)):
            yield turn


def _names_other_terms(situation: Situation) -> bool:
    """Whether a no names terms of its own: more than an event that the first ones would have waited for."""
    return _names_terms(situation) and said_now(situation) != Proposal(date_problem=DateProblem.UNRESOLVED)


def _asks_about_a_kind(heard: Heard, text: str) -> bool:
    """Whether they asked for a plan by its name, and not what paying early or missing a payment means."""
    return asks_about_a_kind(heard, text) and plan_question(text) is None


def _is_mere_proof(situation: Situation, turn: Turn) -> bool:
    """Whether somebody on a call only said who they are: no day of birth is a day to pay on."""
    if situation.conversation.channel is not Channel.VOICE:
        return False
    said = spoken_identity(turn.text, situation.today)
    if said is None or said.birth_on is None:
        return said is not None
    currency = situation.case.currency
    return not read(turn.text, language=turn.language, today=situation.today, currency=currency).amounts


def _heard_in(situation: Situation, turn: Turn) -> Heard:
    """The turn as it was understood, under the message that is answered now: its terms are taken once."""
    if turn.understood is None:
        return Heard(situation.message_id)
    others = (intent_named(name) for name, odds in turn.understood.all_intents if may_count(name, odds))
    leading = intent_named(turn.understood.intent)
    heard = Heard(situation.message_id, leading, turn.understood.confidence, tuple(others)).led_by(leading)
    heard = in_earnest(heard, turn.text)
    unheard = _MAY_HIDE_IT.issuperset(heard.intents) and names_hardship(turn.text)
    if HARD.intersection(heard.intents) or not (unheard or cannot_pay_beside_a_wish(turn.text)):
        return heard
    return replace(heard, others=(*heard.others, Intent.CANNOT_PAY))


_MAY_HIDE_IT = {Intent.VERIFY_IDENTITY, Intent.GREET, Intent.VAGUE_PROMISE, Intent.OUT_OF_SCOPE} | (
    ASKING - {Intent.ASK_LEGAL_CONSEQUENCES, Intent.ASK_PAYOFF, Intent.ASK_CREDIT_REPORTING}
)
"""Labels of turns in which hardship goes unheard: "this is Marcus, I got laid off"."""


def _as_then(situation: Situation, turn: Turn) -> Situation:
    """The situation with that turn's words, whose days are counted from the day they were said on."""
    said_on = local_date(turn.at, home_zone(situation.person, situation.point))
    readings, means = read_both(turn.text, turn.language, said_on, situation.case.currency)
    heard = _heard_in(situation, turn)
    if _asks_about_a_kind(heard, turn.text):
        heard = Heard(situation.message_id)  # its words are believed, and not its label
    return replace(
        situation, heard=heard, text=turn.text, received_at=turn.at, readings=readings, means=means
    )
