"""What changes the law of a case: it is written down, contact stops where it says stop, a person is called.

Each function is the whole decision about its intent, whether it leads the turn or stands beside another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time, timedelta

from arrears.contact.stopping import consent_for, ends_texts, note_withdrawals
from arrears.dialogue.answering import Answer, Situation, gate, hand_over, home_zone, standing_statuses
from arrears.dialogue.disputing import noted
from arrears.domain.cases import SpecialStatus
from arrears.domain.intents import Intent
from arrears.domain.language.times.hours_to_avoid import hours_to_avoid
from arrears.domain.language.withdrawals.find import WithdrawalScope, withdrawals
from arrears.domain.people import Channel
from arrears.domain.staffing import is_staffed
from arrears.domain.times import DailyWindow, local
from arrears.phone.asking_when import names_an_hour
from arrears.store import consents, handovers, ledger, plans

S = SpecialStatus

KEPT_TO = "optout.noted"
"""What is said to who ends calls, e-mail or contact at work, and lets us write."""
HARDSHIP_SAID = frozenset({"hardship.answer", "hardship.agreed"})
"""What is said to hardship, before a plan and beside one that stands."""
IDENTITY_REFUSED = "identity.refused"
"""What is said to who will not tell who they are."""

_WHOLE_PERSON = frozenset(
    {S.CEASE, S.BANKRUPTCY, S.DECEASED, S.SELF_HARM, S.MILITARY, S.HARDSHIP, S.COMPLAINT}
)
"""Statuses that concern every loan of the person, not only the one that was spoken of."""


def crisis(situation: Situation) -> Answer:
    """A statement of self-harm: stop everything, name help, call a person."""
    _raise(situation, S.SELF_HARM)
    hand_over(situation, "self_harm")
    return situation.answer("crisis.answer")


def stop_texts(situation: Situation) -> Answer:
    """What the words ask for; texts end where they name nothing in particular."""
    conversation, at = situation.conversation, situation.received_at
    found = note_withdrawals(situation.tx, conversation, situation.message_id, situation.text, at)
    if found and not ends_texts(found):
        return situation.answer(KEPT_TO)
    if not found:
        # The dialogue heard a stop in words that the recogniser does not know: it is one all the same.
        _withdraw(situation, WithdrawalScope.TEXTS_AND_AUTOMATED_CALLS, f"consent-{situation.message_id}")
    return situation.answer("optout.confirmation")


def cease_contact(situation: Situation) -> Answer:
    """No contact any more, by any channel; it withdraws all consent too.

    Whose words name their work alone ("don't call the shop, my boss hears") is kept to that; a person reads.
    """
    everything = WithdrawalScope.EVERYTHING
    scopes = {each.scope for each in withdrawals(situation.text)}
    if scopes == {WithdrawalScope.WORK}:
        hand_over(situation, "also_said", (Intent.CEASE_CONTACT,))
        return situation.answer("optout.noted")
    if everything not in scopes:
        _withdraw(situation, everything, f"consent-{situation.message_id}-{everything}")
    _raise(situation, S.CEASE)
    return situation.answer("cease.answer")


def wrong_number(situation: Situation) -> Answer:
    """The number is not theirs: never again over this number."""
    _raise(situation, S.WRONG_NUMBER, this_number=True)
    return situation.answer("wrong_number.answer")


def third_party(situation: Situation) -> Answer:
    """Someone else answers: nothing is said, and the number is not used until a person has looked."""
    _raise(situation, S.THIRD_PARTY_ANSWERED, this_number=True)
    staffed = hand_over(situation, "third_party")
    if S.DECEASED in standing_statuses(situation):
        return situation.answer("human.waiting", staffed=staffed)  # nobody can speak with the dead person
    return situation.answer("third_party.answer")


def somebody_may_answer(situation: Situation) -> None:
    """Somebody else may be there: until they say no or prove who they are, it is as if they were."""
    _raise(situation, S.THIRD_PARTY_ANSWERED, this_number=True)


def hardship(situation: Situation) -> Answer:
    """They cannot pay: pause, and a person goes through the options; of a plan the reminders rest."""
    barred = gate(situation)
    if barred is not None:
        return barred
    _raise(situation, S.HARDSHIP)
    standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    key = "hardship.answer" if standing is None else "hardship.agreed"
    return situation.answer(key, staffed=hand_over(situation, "hardship"))


def person(situation: Situation) -> Answer:
    """A person, on the first time of asking."""
    return to_a_person(situation, "asked_for_person")


def to_a_person(situation: Situation, reason: str) -> Answer:
    """A person goes on: connected at once where a call can be, else they are told when."""
    # Where another need waits already, that they want a person is seen beside it.
    waiting = handovers.waiting_for(situation.tx, situation.conversation.id)
    asked = waiting is not None and waiting.reason != reason
    staffed = hand_over(situation, reason, (Intent.REQUEST_HUMAN,) if asked else ())
    if situation.conversation.channel is Channel.VOICE and _can_be_connected(situation):
        return situation.answer("call.transfer")
    return situation.answer("human.answer", staffed=staffed)


def _can_be_connected(situation: Situation) -> bool:
    policy = situation.desk.policy
    team = policy.staff.serving(situation.person.country)
    return policy.agents_phone is not None and is_staffed(team, situation.now)


HOURS_AROUND = timedelta(hours=2)
"""A message saying "not now" keeps us away from two hours before to two hours after that time of day."""


def inconvenient(situation: Situation) -> Answer:
    """Leave them alone from now on at the hours that they name, or at this one, and ask when is better.

    Who names a place or a medium, and no hour ("don't call my work"), hears that this is kept to.
    """
    written = situation.conversation.channel is not Channel.VOICE
    named = hours_to_avoid(situation.text) if written else None
    # Who says in the same breath when to call has said when it suits them.
    says_when = written and _names_a_time(situation)
    if written and named is None and withdrawals(situation.text):
        return Answer(()) if says_when else situation.answer(KEPT_TO)
    avoided = named or _around_now(situation)
    consents.append_inconvenient_hours(
        situation.tx, situation.person.id, avoided, key=f"hours-{situation.message_id}", at=situation.now
    )
    if says_when:
        return Answer(())
    return situation.answer("inconvenient.noted" if named else "inconvenient.answer")


def _around_now(situation: Situation) -> DailyWindow:
    wall = local(situation.received_at, home_zone(situation.person, situation.point))
    opens, closes = wall - HOURS_AROUND, wall + HOURS_AROUND
    return DailyWindow(
        opens.time() if opens.date() == wall.date() else time.min,
        closes.time() if closes.date() == wall.date() else time.max,
    )


def and_left_alone(
    decide: Callable[[Situation], Answer], said: frozenset[Intent]
) -> Callable[[Situation], Answer]:
    """The decision, with the bad time that the label hears beside it kept to, and not spoken of."""

    def both(situation: Situation) -> Answer:
        if Intent.INCONVENIENT in said:
            inconvenient(situation)
        return decide(situation)

    return both


def _names_a_time(situation: Situation) -> bool:
    return Intent.REQUEST_CALLBACK in situation.heard.intents and names_an_hour(situation)


def _noted(status: SpecialStatus, key: str) -> Callable[[Situation], Answer]:
    """Contact rests under the status, and a person goes on."""

    def decide(situation: Situation) -> Answer:
        _raise(situation, status)
        hand_over(situation, status)
        return situation.answer(key)

    return decide


def _disputed(status: SpecialStatus) -> Callable[[Situation], Answer]:
    """Contact rests while a person checks; what is added to it later is noted, and never answered alike."""

    def decide(situation: Situation) -> Answer:
        _raise(situation, status)
        hand_over(situation, status)
        return noted(situation)

    return decide


def already_paid(situation: Situation) -> Answer:
    """What we have not got is looked for like a dispute; a verified party who owes nothing is right."""
    if situation.party is not None:
        owed = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
        if owed.total.minor <= 0:
            return situation.answer("balance.settled")
    return _disputed(S.DISPUTE)(situation)


HEEDED: Mapping[Intent, Callable[[Situation], Answer]] = {
    Intent.SELF_HARM: crisis,
    Intent.STOP_TEXTS: stop_texts,
    Intent.CEASE_CONTACT: cease_contact,
    Intent.ATTORNEY_REPRESENTED: _noted(S.ATTORNEY, "special_status.answer"),
    Intent.BANKRUPTCY: _noted(S.BANKRUPTCY, "special_status.answer"),
    Intent.DECEASED: _noted(S.DECEASED, "deceased.answer"),
    Intent.WRONG_NUMBER: wrong_number,
    Intent.THIRD_PARTY: third_party,
    Intent.THIRD_PARTY_INQUIRY: third_party,
    Intent.MILITARY: _noted(S.MILITARY, "special_status.answer"),
    Intent.DISPUTE: _disputed(S.DISPUTE),
    Intent.ALREADY_PAID: already_paid,
    Intent.REQUEST_VALIDATION: _disputed(S.VALIDATION_REQUESTED),
    Intent.COMPLAINT_REGULATOR: _noted(S.COMPLAINT, "complaint.answer"),
    Intent.REFUSE_TO_PAY: _noted(S.REFUSED_TO_PAY, "refusal.answer"),
    Intent.CANNOT_PAY: hardship,
    Intent.REQUEST_HARDSHIP: hardship,
    Intent.REQUEST_HUMAN: person,
    Intent.INCONVENIENT: inconvenient,
}
"""The decision about each intent that changes what may be done."""


def _withdraw(situation: Situation, scope: WithdrawalScope, key: str) -> None:
    at = situation.received_at
    consents.append_consent(
        situation.tx,
        situation.point,
        consent_for(scope, situation.point.id, situation.case.id, at, "own_words"),
        key=key,
        words=situation.text,
        turn_id=situation.turn_id,
    )


def _raise(situation: Situation, status: SpecialStatus, *, this_number: bool = False) -> None:
    of_the_case = not this_number and status not in _WHOLE_PERSON
    consents.append_status(
        situation.tx,
        situation.person.id,
        status,
        raised=True,
        key=f"status-{status}-{situation.message_id}",
        at=situation.now,
        by="borrower",
        case_id=situation.case.id if of_the_case else None,
        contact_point_id=situation.point.id if this_number else None,
        turn_id=situation.turn_id,
    )
