"""Terms on the table: what the borrower proposes, what the engine answers, and what waits for a yes.

Any dialogue service may take terms up, because a bare "$350 on the 15th" answers a question whatever intent
it is labelled with. Numbers come from the engine, words from templates.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from arrears.dialogue.about_agreed import about_agreed, for_a_person
from arrears.dialogue.answering import Answer, Situation, gate, hand_over
from arrears.dialogue.approving import was_declined
from arrears.dialogue.both_loans import of_another_loan, terms_of_another
from arrears.dialogue.day_stood_by import begun_then, not_before, with_day_stood_by
from arrears.dialogue.first_day import as_begun, begun_on, from_first_day
from arrears.dialogue.limit_said import limit_now, with_more_later, within_limit_now
from arrears.dialogue.month_spoken_of import in_month_spoken_of
from arrears.dialogue.offering import answer_to
from arrears.dialogue.one_moved import one_moved
from arrears.dialogue.other_rhythm import in_other_words, names_rhythm_alone
from arrears.dialogue.overtaken import proposed_before
from arrears.dialogue.paid_ahead import paid_ahead
from arrears.dialogue.positions import authority_of, means_of, position_of
from arrears.dialogue.put_off import past_refused_day
from arrears.dialogue.reading_again import said_again
from arrears.dialogue.rest_later import in_parts
from arrears.dialogue.skipping import with_what_is_skipped
from arrears.dialogue.taking_back import may_change
from arrears.dialogue.terms_said import asked_less_before, asks_for_less, said_now, tells_until, told_now
from arrears.domain.language.plans.each_payday import paid_how_often
from arrears.domain.language.plans.the_rest import follows_on, is_part_of_rest, is_rest_alone
from arrears.domain.language.plans.wished_plans import NAMED, wished_plan
from arrears.domain.negotiation.affordability import limit_that_stands
from arrears.domain.negotiation.agreed import offer_of_plan
from arrears.domain.negotiation.authority import Authority
from arrears.domain.negotiation.change_of_mind import differs
from arrears.domain.negotiation.changed_parts import of_a_part
from arrears.domain.negotiation.changed_steps import of_some_steps
from arrears.domain.negotiation.means_told import MeansTold, told
from arrears.domain.negotiation.negotiate import negotiate
from arrears.domain.negotiation.offers import (
    Accept,
    Ask,
    Counter,
    Move,
    Position,
    Proposal,
    Question,
    Reason,
    Refer,
    Statements,
    Wish,
)
from arrears.domain.negotiation.other_months import with_other_months
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.proposals import after_first, merged, on_its_own
from arrears.domain.negotiation.proposed_days import likeliest_days, on_day_named_before, on_paydays
from arrears.domain.negotiation.scope import scope_of
from arrears.domain.negotiation.statements import merged_statements, settled_share
from arrears.domain.negotiation.wishes import KIND_OF
from arrears.domain.plans import Plan
from arrears.store import ledger, offers, plans, proposals


def our_terms(situation: Situation) -> Answer:
    """Terms of ours, for who leaves it to us to name them: as for those who were asked and named none."""
    return take_terms(situation, left_to_us=_LEFT_OPEN)


_LEFT_OPEN = frozenset({Question.AMOUNT, Question.AFFORDABLE, Question.DATE})


def take_terms(situation: Situation, left_to_us: frozenset[Question] = frozenset()) -> Answer:
    """The read-back of what was proposed, a counter-offer, one question, or a person.

    `left_to_us` are questions that they answer with "you say". The terms of a turn are taken once; when
    another of its intents brings them again, nothing more is said.
    """
    barred = gate(situation)
    if barred is not None:
        return barred
    if is_kept(situation):
        return Answer(())
    again = said_again(situation)
    if again is not None:
        return again
    if terms_of_another(situation):
        return of_another_loan(situation)
    standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    ahead = paid_ahead(situation, standing)
    if ahead is not None:
        return ahead
    if standing is not None and not proposes_anew(situation, standing):
        return about_agreed(situation, standing)
    balance = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    if balance.total.minor <= 0:
        return situation.answer("balance.settled")
    authority = authority_of(situation, balance)
    if authority is None:
        return situation.answer("plan.referred", staffed=hand_over(situation, "no_authority"))
    proposal = begun_on(situation, standing, said_so_far(situation))
    position = position_of(situation, balance, authority)
    position = replace(position, said=replace(position.said, asked=position.said.asked | left_to_us))
    if asked_less_before(situation):
        position = replace(position, said=replace(position.said, wish=None))
    here = replace(said_now(situation), date_problem=None, in_month=None)  # a mere day is no sum to place
    if position.said.hardship:
        move = _with_a_day(position, authority, proposal, here)
    else:
        move = negotiate(position, authority, proposal)
    if left_to_us and _was_declined(situation, move):
        said = replace(position.said, wish=None)
        move = negotiate(replace(position, said=said), authority, Proposal())
    answer = answer_to(situation, move) if standing is None else _anew(situation, standing, move)
    return with_what_is_skipped(situation, move, answer)


def _was_declined(situation: Situation, move: Move) -> bool:
    """Whether it would ask a person for what a person has declined."""
    return isinstance(move, Refer) and move.approval is not None and was_declined(situation, move.approval)


def _with_a_day(position: Position, authority: Authority, proposal: Proposal, said: Proposal) -> Move:
    """The move. Nobody in difficulty is asked for a day of what they said now: one is proposed."""
    move = negotiate(position, authority, proposal)
    if not isinstance(move, Ask) or move.question is not Question.DATE or said == Proposal():
        return move
    asked = replace(position.said, asked=position.said.asked | {Question.DATE})
    return negotiate(replace(position, said=asked), authority, proposal)


def proposes_anew(situation: Situation, standing: Plan) -> bool:
    """Whether other sums, another rhythm or first day are named than were agreed, while nothing is due."""
    differing = in_parts(situation, standing) is None and differs(
        said_now(situation), offer_of_plan(standing)
    )
    begins = from_first_day(situation, standing) is not None
    return begins or (differing and may_change(situation, standing))


def _anew(situation: Situation, standing: Plan, move: Move) -> Answer:
    """The move beside a plan that stands until they agree to another."""
    if isinstance(move, Refer) and move.approval is None:
        return for_a_person(situation, standing)
    answer = answer_to(situation, move)
    return replace(answer, said=(situation.say("plan.stands_until"), *answer.said))


def relief(situation: Situation) -> Answer | None:
    """A plan of relief for who cannot pay, as something they may take up; None when there is none to offer.

    The gate is passed and no plan stands.
    """
    if is_kept(situation) or _has_offered(situation):
        return None
    balance = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    authority = authority_of(situation, balance)
    if authority is None or balance.total.minor <= 0:
        return None
    latest = scope_of(position_of(situation, balance, authority), authority).bounds.latest_first_on
    proposal = said_so_far(situation, no_later_than=latest)
    position = position_of(situation, balance, authority)
    move = _with_a_day(position, authority, proposal, said_now(situation))
    if isinstance(move, Ask) and move.question is Question.AFFORDABLE:
        return situation.answer("relief.ask")
    if _answers_the_wish(situation, move):
        return answer_to(situation, move)
    if not isinstance(move, Accept | Counter):
        return None
    wish = wished_plan(situation.text)
    if wish is Wish.SEASONAL and not position.said.season and proposal.lighter is None:
        return situation.answer("relief.ask")  # which months are hard for them is not known
    kinds = _RELIEF if wish is None else _RELIEF | {KIND_OF.get(wish)}
    if move.offer.kind not in kinds and said_now(situation) == Proposal():
        return None
    # What they offer of their own accord all the same is read back as it is; anything else is no demand.
    return answer_to(situation, move, relieves=move.offer.kind in _RELIEF or isinstance(move, Counter))


def _has_offered(situation: Situation) -> bool:
    """Whether this very turn has brought an offer: another day for what was agreed, beside the difficulty."""
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    return waiting is not None and waiting.id == offers.offer_id(situation.message_id)


def _answers_the_wish(situation: Situation, move: Move) -> bool:
    """Whether a person decides on a plan that they ask for by its name, or its length is open.

    Or on a sum on the day on which they have it, where that is later than we may agree to.
    """
    if isinstance(move, Refer):
        asked = move.approval
        late = asked is not None and asked.exceeds is Reason.DATE_TOO_LATE
        return late or wished_plan(situation.text) in NAMED
    return isinstance(move, Ask) and move.question is Question.UNTIL


_RELIEF = frozenset({PlanType.HARDSHIP, PlanType.PAUSE, PlanType.GRACE})


def is_kept(situation: Situation) -> bool:
    """Whether the terms of this turn were taken up."""
    return proposals.is_proposal_kept(situation.tx, _proposal_key(situation))


def _proposal_key(situation: Situation) -> str:
    return f"proposal-{situation.message_id}"


def said_so_far(situation: Situation, no_later_than: date | None = None) -> Proposal:
    """What they proposed over this conversation, the present turn last; kept with their means.

    With `no_later_than` a day that they refuse is put off till then, in all that is proposed on it later too.
    """
    said, statements = said_now(situation), told_now(situation)
    before = proposals.last_proposal(situation.tx, situation.conversation.id)
    earlier = before.said if before else Statements()
    if Wish.SETTLEMENT in (statements.wish, earlier.wish):
        said = settled_share(said, situation.readings)
    so_far = proposed_before(situation, before)
    if statements.wish is Wish.OTHER_DAY and _wants_no_other_day(so_far, said, statements):
        statements = replace(statements, wish=None)
    said = begun_then(situation, in_month_spoken_of(situation, so_far, said))
    said = on_day_named_before(said, so_far, situation.text, situation.readings)
    statements = with_day_stood_by(situation, so_far, earlier.none_before, said, statements)
    changed = of_a_part(so_far, said, situation.text, situation.readings)
    if changed is not None and said.on is None and statements.wish is Wish.OTHER_DAY:
        statements = replace(statements, wish=None)  # 第一笔改成1500 names another sum, and no other day
    months = with_other_months(so_far, said, situation.text, situation.readings, situation.today)
    steps = of_some_steps(so_far, situation.text, situation.readings, situation.today)
    stepped = with_more_later(situation, so_far, said)
    own = one_moved(situation, so_far) or months or steps or changed or stepped
    proposal = _on_paydays(situation, earlier, own or _joined(situation, so_far, said))
    proposal = in_other_words(situation, so_far, said, as_begun(situation, proposal))
    proposal = within_limit_now(situation, said, not_before(earlier.none_before, said, proposal))
    if statements.wish is Wish.OTHER_DAY and said.on is None:
        proposal = replace(proposal, on=None)
    if no_later_than is not None:
        proposal = past_refused_day(situation, proposal, no_later_than)
    kept = proposal
    if so_far is not None and asks_for_less(situation):
        proposal, kept = on_its_own(so_far, said), so_far
    merged_now = merged_statements(earlier, statements, brings_terms=_brings_terms(situation, said))
    proposals.append_proposal(
        situation.tx,
        situation.conversation.id,
        proposals.KeptProposal(kept, merged_now),
        _means_so_far(situation, stepped or said, statements),
        key=_proposal_key(situation),
        at=situation.now,
    )
    return proposal


def _joined(situation: Situation, so_far: Proposal | None, said: Proposal) -> Proposal:
    """What they proposed before, with what the turn says of it, or only of the rest of it."""
    of_rest = (is_rest_alone, is_part_of_rest, follows_on)
    follows = any(says(situation.text, situation.readings) for says in of_rest)
    return (after_first if follows else merged)(so_far, said)


def _wants_no_other_day(so_far: Proposal | None, said: Proposal, told: Statements) -> bool:
    """Whether it names a rhythm alone ("weekly would be better"), or a payday where no day was named yet."""
    undated = so_far is None or so_far.on is None
    return names_rhythm_alone(said) or (undated and bool(told.payday_rhythm or told.payday))


def _brings_terms(situation: Situation, said: Proposal) -> bool:
    """Whether it brings other terms; the day until which they wish for what they asked is a part of that."""
    if asks_for_less(situation):
        return False
    until = tells_until(situation)
    undated = replace(said, on=None, date_problem=None, in_month=None)
    return (undated if until else said) != Proposal()


def _on_paydays(situation: Situation, earlier: Statements, proposal: Proposal) -> Proposal:
    """A sum of every payday in the rhythm in which they are paid, once they have told it."""
    means = situation.means
    often = means.payday_rhythm or paid_how_often(situation.text, situation.readings) or earlier.payday_rhythm
    days = [*likeliest_days(situation.readings), *([earlier.payday] if earlier.payday else [])]
    coming = next((day for day in days if day >= situation.today), None)
    return on_paydays(proposal, often, means.payday or coming)


def _means_so_far(situation: Situation, said: Proposal, statements: Statements) -> MeansTold:
    """What they told of their means in any conversation, the present turn last."""
    before, at = means_of(situation), situation.received_at
    limit = before.limit
    offered = Proposal() if asks_for_less(situation) else said
    if limit is not None and limit_that_stands(limit.what, offered) is None:
        before = replace(before, limit=None)
    now = MeansTold(
        told(None if said.lighter else limit_now(situation), at),
        told(statements.income, at),
        told(statements.expenses, at),
    )
    return before.brought_up_to_date(now)
