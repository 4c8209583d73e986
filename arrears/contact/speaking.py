"""What the agent is about to say is judged before it is said: the third time compliance is asked.

Disclosures that are owed are added. Words that may not be said are replaced by a sentence that may, and a
person is called; the dispatch decides once more, immediately before the carrier call. Whether what was said
has been heard is looked at when it is answered.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.contact.contacting import contact_facts, proposed_contact
from arrears.desk import Desk
from arrears.dialogue.answering import Situation, home_zone
from arrears.dialogue.promising import staffed_words
from arrears.domain.aloud import aloud
from arrears.domain.calls import heard_to_the_end
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Decision, Lifts, Refused
from arrears.domain.compliance.facts import ContactFacts, ProposedContact
from arrears.domain.compliance.speech.opening import complete
from arrears.domain.ids import CaseId, ConversationId, HandoverId
from arrears.domain.outreach import ContactPurpose, Outreach, OutreachState
from arrears.domain.people import Channel
from arrears.domain.times import local_date
from arrears.domain.wording import Said, say
from arrears.store import Tx, calls, cases, conversations, handovers, people
from arrears.store import outreach as outreach_rows
from arrears.store.decisions import append_decision

_NOT_HEARD = frozenset(
    {OutreachState.DUE, OutreachState.REFUSED, OutreachState.FAILED, OutreachState.UNDELIVERED}
)
_WORDS = frozenset({Lifts.OTHER_WORDS, Lifts.IDENTITY})


def may_be_said(tx: Tx, desk: Desk, reply: Outreach) -> tuple[Outreach, Said | None]:
    """The planned reply, and what is said instead when its own words may not be; the decision is stored."""
    conversation_id = reply.conversation_id
    if reply.purpose is not ContactPurpose.REPLY or conversation_id is None:
        return reply, None
    facts, proposed = contact_facts(tx, desk, reply), proposed_contact(tx, desk, reply)
    reply = _completed(tx, desk, reply, facts, proposed)
    decision = _judged(tx, desk, reply, facts, replace(proposed, text=reply.body), "turn")
    if not isinstance(decision, Refused) or not any(f.lifts in _WORDS for f in decision.findings):
        return reply, None
    call_a_person(tx, desk, "words_refused", conversation_id, reply.case_id, key=reply.id)
    person, point = (
        people.load_person(tx, reply.person_id),
        people.load_contact_point(tx, reply.contact_point_id),
    )
    waiting = handovers.waiting_for(tx, conversation_id)
    since = None if waiting is None else waiting.opened_at
    when = staffed_words(desk, reply.language, person.country, home_zone(person, point), since)
    safe = say(desk.policy.catalog, reply.language, "human.waiting", reply.channel, staffed=when)
    other = replace(reply, body=safe.text, speaks_of_debt=safe.speaks_of_debt)
    outreach_rows.reword(tx, other)
    return completed(tx, desk, other), safe


def completed(tx: Tx, desk: Desk, row: Outreach) -> Outreach:
    """The contact with every disclosure that its words still owe; they are reviewed phrases too."""
    facts, proposed = contact_facts(tx, desk, row), proposed_contact(tx, desk, row)
    return _completed(tx, desk, row, facts, proposed)


def _completed(tx: Tx, desk: Desk, row: Outreach, facts: ContactFacts, proposed: ProposedContact) -> Outreach:
    text = for_the_ear(tx, desk, row, complete(desk.policy.catalog, facts, proposed, desk.clock.now()).text)
    if text == row.body:
        return row
    whole = replace(row, body=text)
    outreach_rows.reword(tx, whole)
    return whole


def for_the_ear(tx: Tx, desk: Desk, row: Outreach, text: str) -> str:
    """The text of the contact as it is said on a call; over any other channel, as it is written.

    What was turned into words already stays as it is. The names under which we call stay as written.
    """
    if row.channel is not Channel.VOICE:
        return text
    person, point = people.load_person(tx, row.person_id), people.load_contact_point(tx, row.contact_point_id)
    today = local_date(desk.clock.now(), home_zone(person, point))
    names = (cases.load_case(tx, row.case_id).lender, desk.policy.registered_alias or "")
    return aloud(text, row.language, today, names=names)


def judged(
    tx: Tx, desk: Desk, row: Outreach, stage: str, *, proposed: ProposedContact | None = None
) -> Decision:
    """What compliance says of the contact now; stored with its facts under the stage.

    `proposed` where other words than its own would be said.
    """
    facts = contact_facts(tx, desk, row)
    return _judged(tx, desk, row, facts, proposed or proposed_contact(tx, desk, row), stage)


def judged_again(tx: Tx, desk: Desk, row: Outreach) -> Decision:
    """What compliance says now of words that were said before, on the same call; stored.

    Whoever of our people wrote them held the conversation then, though they may have handed it back.
    """
    facts = contact_facts(tx, desk, row)
    if row.purpose is ContactPurpose.SUPERVISOR:
        facts = replace(facts, person_active=True)
    return _judged(tx, desk, row, facts, proposed_contact(tx, desk, row), "again")


def foreseen(tx: Tx, desk: Desk, row: Outreach) -> Decision:
    """What compliance would say of a contact that nobody has planned; nothing is stored."""
    facts, proposed, now = contact_facts(tx, desk, row), proposed_contact(tx, desk, row), desk.clock.now()
    whole = complete(desk.policy.catalog, facts, proposed, now)
    return decide(desk.policy.packs, facts, whole, now)


def _judged(
    tx: Tx, desk: Desk, row: Outreach, facts: ContactFacts, proposed: ProposedContact, stage: str
) -> Decision:
    now = desk.clock.now()
    decision = decide(desk.policy.packs, facts, proposed, now)
    packs = {pack.id: pack.version for pack in desk.policy.packs.in_force(now.date())}
    append_decision(
        tx, row.id, decision, facts, packs=packs, permit_id=None, now=now, proposed=proposed, stage=stage
    )
    return decision


def answers_one_of(situation: Situation, keys: frozenset[str]) -> bool:
    """Whether what was said last is one of these messages, and reached them whole before they spoke.

    A yes to another question, or to words that never arrived, agrees to nothing; nor does one after a person
    had a conversation of the case, who may have said otherwise there.
    """
    last = conversations.last_said(situation.tx, situation.conversation.id)
    if last is None or last.outreach_id is None or situation.received_at < last.at:
        return False
    if handovers.taken_since(situation.tx, situation.case.id, last.at):
        return False
    row = outreach_rows.load(situation.tx, last.outreach_id)
    if keys.isdisjoint(last.templates) or row.state in _NOT_HEARD:
        return False
    # On a call they may have broken into the words: a yes to half of them is none.
    return heard_to_the_end(row.body, calls.heard_of(situation.tx, row.id))


def call_a_person(
    tx: Tx,
    desk: Desk,
    reason: str,
    conversation_id: ConversationId,
    case_id: CaseId,
    *,
    key: str,
    also_said: tuple[str, ...] = (),
) -> None:
    """Put the conversation into the people's queue; repeated under the same key, nothing changes."""
    handovers.open_one(
        tx,
        handovers.Handover(
            id=HandoverId(f"handover-{key}"),
            conversation_id=conversation_id,
            case_id=case_id,
            reason=reason,
            urgency=3,
            opened_at=desk.clock.now(),
            claimed_by=None,
            resolved_at=None,
            also_said=also_said,
        ),
    )
