"""One inbound message, one effect per step: the frame in which every dialogue service runs.

`once` opens the transaction, locks the person, gathers the situation, lets the service decide and write,
and keeps the answer beside the effect. Asked again about the same message and step, it gives the kept
answer and does nothing (DESIGN decision 6).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from arrears.contact.lifting import Act
from arrears.desk import Desk
from arrears.dialogue.promising import staffed_words
from arrears.domain.cases import Case, SpecialStatus
from arrears.domain.compliance.packs.status import SILENCES
from arrears.domain.conversations import Conversation, Stage
from arrears.domain.identity import VerifiedParty, verified_party
from arrears.domain.ids import HandoverId, MessageId, PersonId, TurnId
from arrears.domain.intents import HARD, Heard, Intent
from arrears.domain.language.means.told_means import Means
from arrears.domain.language.read_both import read_both
from arrears.domain.language.readings import Readings
from arrears.domain.people import Channel, ContactPoint, Language, Person
from arrears.domain.staffing import URGENCY
from arrears.domain.times import local_date
from arrears.domain.wording import Said, say
from arrears.phone.proving import identity_question, proof_so_far
from arrears.store import Tx, consents, effects, handovers, identity, inbound, offers, people, plans
from arrears.store import cases as case_rows
from arrears.store import conversations as conversation_rows


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service says to the borrower, and the bounds an offer stayed in."""

    said: tuple[Said, ...]
    bounds: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class OpenTurn:
    """A message in hand, and where its conversation stands."""

    message_id: MessageId
    text: str  # as written; personal data
    received_at: datetime
    taken_at: datetime  # machine time
    conversation: Conversation
    stage: Stage
    in_crisis: bool  # a statement of self-harm stands that no person has cleared
    tries_left: int  # 0 at the last one; below it the message was tried too often
    ends_texts: bool = False  # its words end what we talk over: one confirmation is the only answer
    answered_before: bool = False  # its effects are kept from before a crash


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything a dialogue service may need to know about the turn it answers."""

    desk: Desk
    tx: Tx
    heard: Heard
    text: str  # as written; personal data
    received_at: datetime
    now: datetime
    conversation: Conversation
    person: Person
    point: ContactPoint
    case: Case
    party: VerifiedParty | None
    readings: Readings
    means: Means  # what the text says of means; nothing of it is offered

    @property
    def message_id(self) -> MessageId:
        """The message that is answered."""
        return self.heard.message_id

    @property
    def language(self) -> Language:
        """The language the conversation is held in."""
        return self.conversation.language

    @property
    def turn_id(self) -> TurnId:
        """The id of the borrower's turn, as evidence."""
        return turn_id_of(self.message_id)

    @property
    def act(self) -> Act:
        """The turn as what they did, which may end what they had said before."""
        return Act(self.message_id, self.person.id, self.case, self.point.id, self.now, self.turn_id)

    @property
    def today(self) -> date:
        """The day on the borrower's calendar."""
        return local_date(self.now, home_zone(self.person, self.point))

    @property
    def said_last(self) -> frozenset[str]:
        """The keys of what they heard from us last; none where a person wrote it, or nothing was said."""
        exchanges = conversation_rows.exchanges_of(self.tx, self.conversation.id)
        return exchanges[-1].said if exchanges else frozenset()

    def say(self, key: str, **values: str) -> Said:
        """A message in the conversation's language."""
        return say(self.desk.policy.catalog, self.language, key, self.conversation.channel, **values)

    def answer(self, key: str, **values: str) -> Answer:
        """One message as the whole answer."""
        return Answer((self.say(key, **values),))


type Decision = Callable[[Situation], Answer]
type Decided = tuple[Heard, Decision]  # the turn as its words have it, and what is done about it


def once(desk: Desk, heard: Heard, step: str, decide: Decision) -> Answer:
    """The answer to this message: decided and kept now under the step, or the one that was kept before.

    Raises: LookupError when the message was never placed in a conversation.
    """
    with desk.store.write() as tx:
        # The person is locked by now, so that of two that ask at once the second finds what the first kept.
        situation = gather(desk, tx, heard)
        # Whatever the step: a message asked about again, perhaps read otherwise, causes no second effect.
        for _, kept in effects.results_of(tx, heard.message_id):
            return answer_from(kept)
        answer = decide(situation)
        effects.keep_result(tx, heard.message_id, step, _kept(answer), situation.now)
        return answer


def gather(desk: Desk, tx: Tx, heard: Heard) -> Situation:
    """The situation of a message, with the person locked until the transaction ends."""
    row = inbound.placed(tx, heard.message_id)
    conversation = conversation_rows.load(tx, row.conversation_id)
    person = people.lock_person(tx, conversation.person_id)
    point = people.load_contact_point(tx, conversation.contact_point_id)
    case = case_rows.load_case(tx, conversation.case_id)
    now = desk.clock.now()
    today = local_date(now, home_zone(person, point))
    readings, means = read_both(row.text, conversation.language, today, case.currency)
    return Situation(
        desk=desk,
        tx=tx,
        heard=heard,
        text=row.text,
        received_at=row.received_at,
        now=now,
        conversation=conversation,
        person=person,
        point=point,
        case=case,
        party=party_now(tx, conversation, now),
        readings=readings,
        means=means,
    )


def gate(situation: Situation) -> Answer | None:
    """What stands between this turn and a word about the debt; None when nothing does.

    A status under which the law allows no such word comes first, then identity. Every service that speaks
    of the debt begins here, whatever rule has called it.
    """
    if standing_silences(situation):
        return situation.answer("human.waiting", staffed=hand_over(situation, "status_stands"))
    if situation.party is None:
        return situation.answer(_identity_question(situation), lender=situation.case.lender)
    return None


def _identity_question(situation: Situation) -> str:
    """Both answers at once in writing; on a call, the one that is missing still."""
    talk = situation.conversation
    if talk.channel is not Channel.VOICE:
        return "identity.ask"
    so_far = proof_so_far(situation.tx, talk, "", situation.message_id, situation.now, situation.today)
    return identity_question(so_far) or "identity.ask"


def standing_silences(situation: Situation) -> frozenset[SpecialStatus]:
    """The statuses that stand and under which nothing about the debt is said."""
    return frozenset(standing_statuses(situation) & SILENCES.keys())


_SPARING = frozenset({SpecialStatus.HARDSHIP, SpecialStatus.REFUSED_TO_PAY})


def is_spared(situation: Situation) -> bool:
    """Whether they are not asked for money: they cannot pay, or will not, and say so or have said so."""
    says_so = not (HARD | {Intent.REFUSE_TO_PAY}).isdisjoint(situation.heard.intents)
    return says_so or bool(standing_statuses(situation) & _SPARING)


def standing_statuses(situation: Situation) -> frozenset[SpecialStatus]:
    """The statuses that stand over the person, the case, or the number."""
    return consents.statuses_for(situation.tx, situation.person.id, situation.case.id, situation.point.id)


def party_now(tx: Tx, conversation: Conversation, now: datetime) -> VerifiedParty | None:
    """The verified party of the conversation, read afresh from our own rows."""
    return verified_party(
        identity.attempts_of(tx, conversation.person_id),
        conversation_id=conversation.id,
        contact_point_id=conversation.contact_point_id,
        active_at=conversation_rows.borrower_turns_at(tx, conversation.id),
        now=now,
    )


def stage_of(tx: Tx, conversation: Conversation, now: datetime) -> Stage:
    """Where the conversation stands, derived from our rows."""
    if party_now(tx, conversation, now) is None:
        return Stage.UNVERIFIED
    if offers.open_offer(tx, conversation.id) is not None:
        return Stage.READ_BACK
    today = day_of(tx, conversation.person_id, now)
    if plans.standing_plan(tx, conversation.case_id, today) is not None:
        return Stage.CLOSED
    return Stage.VERIFIED


def kept_answer(desk: Desk, message_id: MessageId) -> Answer | None:
    """All that the services have said in answer to the message, None when none has answered yet."""
    with desk.store.read() as tx:
        return kept_in(tx, message_id)


def kept_in(tx: Tx, message_id: MessageId) -> Answer | None:
    """The same within a transaction."""
    results = [answer_from(result) for _, result in effects.results_of(tx, message_id)]
    if not results:
        return None
    bounds = next((answer.bounds for answer in results if answer.bounds is not None), None)
    return Answer(tuple(said for answer in results for said in answer.said), bounds)


def turn_id_of(message_id: MessageId) -> TurnId:
    """The id of the borrower's turn that a message is."""
    return TurnId(f"turn-{message_id}")


def home_zone(person: Person, point: ContactPoint) -> str:
    """The zone of the person's calendar: of the address when we have one, else of the number."""
    return next(iter((*person.zones, *point.zones)), "UTC")


def day_of(tx: Tx, person_id: PersonId, now: datetime) -> date:
    """The day on the person's calendar, whichever of their numbers is used."""
    person, points = people.load_person(tx, person_id), people.contact_points_of(tx, person_id)
    zones = (*person.zones, *(zone for point in points for zone in point.zones))
    return local_date(now, next(iter(zones), "UTC"))


def hand_over(situation: Situation, reason: str, also_said: tuple[Intent, ...] = ()) -> str:
    """Put the conversation into the people's queue; returns when an answer can truthfully be expected.

    `also_said` names what else the turn said that no machine has answered.
    """
    handovers.open_one(
        situation.tx,
        handovers.Handover(
            id=HandoverId(f"handover-{situation.message_id}"),
            conversation_id=situation.conversation.id,
            case_id=situation.case.id,
            reason=reason,
            urgency=URGENCY.get(reason, 5),
            opened_at=situation.now,
            claimed_by=None,
            resolved_at=None,
            also_said=also_said,
        ),
    )
    return answer_expected(situation)


def answer_expected(situation: Situation) -> str:
    """When a person will answer; of what waits already, by the time that was promised for it."""
    waiting = handovers.waiting_for(situation.tx, situation.conversation.id)
    since = None if waiting is None or waiting.opened_at >= situation.now else waiting.opened_at
    zone, country = home_zone(situation.person, situation.point), situation.person.country
    return staffed_words(situation.desk, situation.language, country, zone, since)


def answer_from(kept: Any) -> Answer:
    """A kept answer again."""
    said = tuple(Said(item["text"], item["debt"], item["key"]) for item in kept["said"])
    return Answer(said, kept["bounds"])


def _kept(answer: Answer) -> dict[str, Any]:
    said = [{"text": said.text, "debt": said.speaks_of_debt, "key": said.key} for said in answer.said]
    return {"said": said, "bounds": answer.bounds}
