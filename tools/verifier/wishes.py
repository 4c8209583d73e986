"""Consents, withdrawals and statuses: what a person said, and what may follow it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from tools.verifier.caps import in_new_york_city
from tools.verifier.world import (
    CEASE_NOTICE,
    CONFIRMATION,
    CONSENT_REQUEST,
    CRISIS,
    ELECTRONIC,
    LOCATION,
    REPLY,
    SMS,
    SUPERVISOR,
    VOICE,
    Said,
    Situation,
    Violation,
)

CONFIRMED_WITHIN = timedelta(minutes=5)
PAUSE = timedelta(days=30)
STATUS_RULES = {
    "dispute": "USF-DISP-1",
    "attorney": "USF-ATT-1",
    "bankruptcy": "VUL-03",
    "deceased": "VUL-04",
    "self_harm": "VUL-01",
    "minor": "VUL-07",
    "identity_theft": "VUL-06",
}


def wishes(case: Situation) -> Iterator[Violation]:
    said = [word for word in case.history.said if word.at <= case.contact.at]
    if case.contact.purpose == CRISIS:
        if not any(word.what == "self_harm" for word in said):
            yield Violation("VUL-01", "a crisis answer to somebody who said nothing of the kind")
        return
    yield from _statuses(case, said)
    if case.contact.purpose == CONFIRMATION:
        yield from _confirmation(case, said)
    elif case.contact.purpose in (REPLY, SUPERVISOR):
        yield from _answer(case, said)
    elif case.initiated:
        yield from _unwanted(case, said)
        yield from _without_consent(case, said)
    elif case.contact.purpose == CEASE_NOTICE:
        yield from _cease_notice(case, said)


def _applies(word: Said, case: Situation) -> bool:
    return word.case in (None, case.contact.case)


def _lifted(word: Said, said: list[Said]) -> bool:
    return any(
        other.what == "lifted"
        and other.about == word.what
        and other.at >= word.at
        and other.case in (None, word.case)
        for other in said
    )


def _statuses(case: Situation, said: list[Said]) -> Iterator[Violation]:
    for word in said:
        if not _applies(word, case) or _lifted(word, said):
            continue
        rule = STATUS_RULES.get(word.what)
        if word.what == "self_harm":
            yield Violation("VUL-01", "after a statement of self-harm only the crisis answer and a person")
        elif word.what == "cease" and not _may_follow_cease(case, said):
            yield Violation("USF-CEASE-1", "after a request to end all contact")
        elif not case.initiated:
            continue
        elif rule:
            yield Violation(rule, f"after: {word.what}")
        elif word.what == "refused":
            yield from _refused(case, word)
        else:
            yield from _for_a_time(case, word, said)


def _refused(case: Situation, word: Said) -> Iterator[Violation]:
    if case.in_us and case.loan.third_party and word.written:
        yield Violation("USF-CEASE-1", "a written refusal to pay ends a collector's contacts")
    else:  # house policy: the agent has promised not to ask again
        yield Violation("HOUSE-REFUSAL", "after a refusal to pay")


def _may_follow_cease(case: Situation, said: list[Said]) -> bool:
    """The confirmation, the one notice, and the answer to a later message that says nothing of the debt.

    Such an answer is no communication about the debt, and leaves nobody who writes in silence.
    """
    if case.contact.purpose == REPLY:
        asked = [w for w in said if w.message and w.message == case.contact.answers]
        return not case.contact.speaks_of_debt and not any(w.what in ("cease", "stop") for w in asked)
    return case.contact.purpose in (CONFIRMATION, CEASE_NOTICE)


def _for_a_time(case: Situation, word: Said, said: list[Said]) -> Iterator[Violation]:
    at = case.contact.at
    if word.what == "hardship" and at < word.at + PAUSE and not _belongs_to_a_plan(case, word, said):
        yield Violation("VUL-02", "within the 30 days' pause after hardship")
    if word.what == "debt_adviser" and ("GB" not in case.places or at < word.at + PAUSE):
        yield Violation("UK-PLAN" if "GB" in case.places else "USF-ATT-1", "a debt adviser is at work")
    if word.what == "breathing_space" and word.until is not None and at < word.until + timedelta(days=1):
        yield Violation("UK-BS-1", "within breathing space")
    if word.what == "complaint" and "CN" in case.places:
        yield Violation("CN-COMPL", "after a complaint that nobody has dealt with")


def _belongs_to_a_plan(case: Situation, hardship: Said, said: list[Said]) -> bool:
    """Whether it is of a plan that the person agreed after they had spoken of hardship; it may not press."""
    agreed = any(word.what == "plan_agreed" and word.at >= hardship.at for word in said)
    return case.contact.of_plan and not case.contact.speaks_of_debt and agreed


def _confirmation(case: Situation, said: list[Said]) -> Iterator[Violation]:
    stops = [word.at for word in said if word.what in ("stop", "medium", "cease", "not_at_work")]
    if not stops:
        yield Violation("TCPA-STOP-1", "a confirmation of an opt-out that nobody asked for")
    elif case.contact.at - stops[-1] > CONFIRMED_WITHIN:
        yield Violation("TCPA-STOP-1", "a confirmation later than five minutes after the opt-out")
    elif any(made.purpose == CONFIRMATION and made.at >= stops[-1] for made in case.history.contacts):
        yield Violation("TCPA-STOP-1", "a second confirmation of one opt-out")


def _cease_notice(case: Situation, said: list[Said]) -> Iterator[Violation]:
    """After a request to cease the law lets it be said once that contacts end."""
    if not any(word.what in ("cease", "refused") for word in said):
        yield Violation("USF-CEASE-1", "a notice about a request to cease that nobody made")
    elif any(made.purpose == CEASE_NOTICE for made in case.history.contacts):
        yield Violation("USF-CEASE-1", "a second notice after a request to cease")


def _answer(case: Situation, said: list[Said]) -> Iterator[Violation]:
    """One answer to each message the person sent, by the same medium; none to STOP but its confirmation.

    What a person has decided since about a message that asked for it is the rest of its answer. On a call the
    greeting, and the word that a line which was cut is back, answer nothing that was said.
    """
    contact = case.contact
    answered = [word for word in said if word.message and word.message == contact.answers]
    asked = [word for word in answered if word.what != "approval_asked"]
    if not asked:
        if contact.purpose == REPLY and not contact.in_call:
            yield Violation("USF-MEDIA-1", "an answer to a message nobody sent")
        stopped = [word for word in said if word.what == "stop" and not _reopened(case, word, said)]
        if contact.purpose == SUPERVISOR and contact.channel == SMS and stopped:
            yield Violation("TCPA-STOP-1", "a text after STOP that answers no message")
        return
    if any(word.what in ("stop", "cease") for word in asked):
        yield Violation("TCPA-STOP-1", "an answer to STOP that is not its one confirmation")
    made = [each for each in case.history.contacts if each.purpose == REPLY]
    replies = [each for each in made if each.answers == contact.answers]
    decided = {word.about for word in said if word.what == "approval_decided"}
    owed = sum(word.what == "approval_asked" and word.about in decided for word in answered)
    if contact.purpose == REPLY and len(replies) > owed:
        yield Violation("USF-TIME-2", "a second answer to one message")


def _asks_again(case: Situation) -> Iterator[Violation]:
    week = case.contact.at - timedelta(days=7)
    if any(made.purpose == CONSENT_REQUEST and made.at > week for made in case.history.contacts):
        yield Violation("NYC-ELEC-1", "consent was asked for within the last seven days already")


def _started_here(case: Situation, word: Said, said: list[Said]) -> bool:
    """Whether START came from this very number after the word; it reopens texts to it."""
    return case.contact.channel == SMS and any(
        later.what == "start" and later.number == case.contact.number and later.at >= word.at
        for later in said
    )


def _reopened(case: Situation, word: Said, said: list[Said]) -> bool:
    """Whether the person themselves opened the channel to this number again after a withdrawal."""
    for later in said:
        if later.at < word.at or later.number != case.contact.number:
            continue
        if later.what == "start" and case.contact.channel == SMS and word.what == "stop":
            return True
        if later.what == "consent" and later.at > word.at and later.channel in (None, case.contact.channel):
            return True
    return False


def _unwanted(case: Situation, said: list[Said]) -> Iterator[Violation]:
    contact = case.contact
    robot = contact.channel == SMS or (contact.channel == VOICE and contact.artificial)
    for word in said:
        here = word.number == contact.number
        if word.what == "stop" and robot and (case.in_us or here or _applies(word, case)):
            if not _reopened(case, word, said):
                rule = "TCPA-STOP-1" if contact.channel == SMS else "TCPA-STOP-2"
                yield Violation(rule, f"after STOP of {word.at.isoformat()}")
        elif (
            word.what == "medium"
            and word.channel in (None, contact.channel)
            and not _reopened(case, word, said)
        ):
            yield Violation("USF-MEDIA-1", f"after: not by {contact.channel}")
        elif word.what == "not_at_work" and (here if word.number else case.number.work):
            if _started_here(case, word, said):
                continue
            yield Violation("USF-WORK-1", "at the work number after: not at work")
        elif word.what == "wrong_number" and here:
            yield Violation("USF-3PD-2", "to a number that belongs to somebody else")


def _without_consent(case: Situation, said: list[Said]) -> Iterator[Violation]:
    channel = case.contact.channel
    if case.contact.purpose == LOCATION and case.contact.artificial:
        yield Violation("USF-LOC-1", "a machine asks others where the person is")
    if case.contact.purpose == CONSENT_REQUEST:
        yield from _asks_again(case)
        return
    if case.asked_for:
        return
    mine = (None, case.number.id)
    if any(w.what == "consent" and w.number in mine and w.channel in (None, channel) for w in said):
        return
    if any(w.what == "start" and w.number == case.number.id and channel == SMS for w in said):
        return
    if case.in_us and channel == SMS:
        yield Violation("TW-10DLC-2", "a text without the person's own opt-in")
    if case.in_us and channel == VOICE and case.contact.artificial and case.number.line != "landline":
        yield Violation("TCPA-AIV-1", "an artificial voice to a mobile without prior express consent")
    if channel == VOICE and case.contact.artificial and case.may_be_in("CA"):
        yield Violation("CA-ADAD-1", "an artificial voice to California without an agreement on file")
    if channel in ELECTRONIC and case.loan.consumer and in_new_york_city(case):
        yield Violation("NYC-ELEC-1", "an electronic contact without consent")
    if channel in ELECTRONIC and case.loan.consumer and case.loan.days_late > 30 and case.may_be_in("DC"):
        yield Violation("DC-FREQ-2", "an electronic contact without consent")
    if "CN" in case.places:
        yield Violation("CN-ROBOT", "a call or text without consent")
