"""What a person last said about being contacted: over a channel, at a number, about a matter.

The newest entry that governs a contact decides. A withdrawal governs widely (a stop in a text ends texts and
AI calls on the matter at every number, and electronic messages to that number about any debt); a consent
governs exactly what it was given for. Source: 47 CFR 64.1200(a)(10); 12 CFR 1006.14(h) with its comments.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from arrears.domain.compliance.facts import Consent, ConsentAction, ConsentPurpose, Recipient, Spot
from arrears.domain.compliance.rule import Question
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel, LineType

NO_CONSENT = frozenset({"skip_trace", "caller_id", "purchased", "yes"})
"""Ways of getting a number, and words, that are never consent.

A yes answers our question; a number that was looked up or captured was not given.
"""


def consented(question: Question, channel: Channel | None = None) -> Consent | None:
    """The standing consent for the contact's channel, number and matter; None without one."""
    last = last_word(question, channel)
    return last if last is not None and last.action is ConsentAction.GIVEN else None


def withdrawn(question: Question, channel: Channel | None = None) -> Consent | None:
    """The standing withdrawal that governs the contact; None without one.

    Who writes to us again after a stop is answered once, by the same medium. Source: comments to 12 CFR
    1006.14(h)(1); what the person themselves began is no robotext that they had not asked for.
    """
    last = last_word(question, channel)
    if last is None or last.action is not ConsentAction.WITHDRAWN or asked_since(question, last):
        return None
    return last


def asked_since(question: Question, stop: Consent) -> bool:
    """Whether the contact answers a message that came after the stop, or one that only spared a place.

    "Not at work" may be followed by the question where else. Source: comment 6(b)(3)-1 to 12 CFR 1006.
    """
    inbound_at = question.facts.inbound_at
    purpose = question.proposed.purpose
    answers = purpose is ContactPurpose.REPLY or purpose is ContactPurpose.SUPERVISOR
    if not question.kind.answer or not answers or inbound_at is None:
        return False
    return inbound_at > stop.at or (stop.spot is not None and inbound_at == stop.at)


def last_word(question: Question, channel: Channel | None = None) -> Consent | None:
    """The newest entry that governs the contact; of two at one instant, the withdrawal.

    Leave dated in the future is not leave yet; a withdrawal holds whatever its date.
    """
    channel = question.proposed.channel if channel is None else channel
    if channel not in question.heard:
        question.heard[channel] = _last_word(question, channel)
    return question.heard[channel]


def _last_word(question: Question, channel: Channel) -> Consent | None:
    found: Consent | None = None
    for entry in question.facts.consents:
        stop = entry.action is ConsentAction.WITHDRAWN
        if not (_stops(entry, question, channel) if stop else _gives(entry, question, channel)):
            continue
        if found is None or entry.at > found.at or (entry.at == found.at and stop):
            found = entry
    return found


def _gives(entry: Consent, question: Question, channel: Channel) -> bool:
    facts = question.facts
    return (
        entry.at <= question.now
        and entry.channel in (None, channel)
        and (entry.point_id == facts.point_id or (entry.point_id is None and _is_theirs(question)))
        and entry.case_id in (None, facts.case_id)
        and entry.spot in (None, facts.line.spot, facts.talk.known_at)
        and entry.purpose is ConsentPurpose.COLLECTION
        and entry.how not in NO_CONSENT
    )


def _is_theirs(question: Question) -> bool:
    # What the person agreed to for every number of theirs is no consent of somebody else's telephone.
    return question.proposed.recipient is Recipient.PERSON


def _stops(entry: Consent, question: Question, channel: Channel) -> bool:
    facts = question.facts
    if not (entry.about_contact and _same_medium(entry, question, channel)):
        return False
    if entry.spot is not None:
        return may_be_at(entry.spot, question)
    same_point = entry.point_id in (None, facts.point_id)
    return same_point or entry.case_id in (None, facts.case_id)


def _same_medium(entry: Consent, question: Question, channel: Channel) -> bool:
    # A stop in a text revokes robocalls too, and an AI voice is one; a person may still dial.
    if entry.channel in (None, channel):
        return True
    return entry.channel is Channel.SMS and channel is Channel.VOICE and question.proposed.automated


def details_agreed(consents: Iterable[Consent], point_id: str, case_id: str, now: datetime) -> Consent | None:
    """The standing consent that texts to the number tell what was agreed about the matter; None without one.

    Whoever takes it back at the number does; a stop of texts at any number ends it for good, too: who allows
    texts again has allowed no terms in them.
    """
    entries = list(consents)
    stops = [
        each.at
        for each in entries
        if each.action is ConsentAction.WITHDRAWN
        and _over_texts(each)
        and (each.about_contact or each.point_id == point_id)
    ]
    given = [
        each
        for each in entries
        if each.action is ConsentAction.GIVEN
        and each.purpose is ConsentPurpose.DETAILS
        and _over_texts(each)
        and (each.point_id, each.case_id) == (point_id, case_id)
        and each.at <= now
        and each.how not in NO_CONSENT
    ]
    last = max(given, key=lambda each: each.at, default=None)
    return None if last is None or any(at >= last.at for at in stops) else last


def _over_texts(entry: Consent) -> bool:
    return entry.channel in (None, Channel.SMS)


def marketing_consent(question: Question) -> Consent | None:
    """The written consent to advertisements for this channel and number; None without one."""
    found: Consent | None = None
    for entry in question.facts.consents:
        stop = entry.action is ConsentAction.WITHDRAWN
        if not _advertises(entry, question) or not (stop or entry.at <= question.now):
            continue
        if found is None or entry.at > found.at or (entry.at == found.at and stop):
            found = entry
    if found is None or found.action is ConsentAction.WITHDRAWN:
        return None
    return found if found.written and found.how not in NO_CONSENT else None


def _advertises(entry: Consent, question: Question) -> bool:
    about = entry.channel in (None, question.proposed.channel)
    here = entry.point_id in (None, question.facts.point_id)
    return entry.purpose is ConsentPurpose.MARKETING and about and here


def stop_on_another_matter(question: Question, *, reaches_ai: bool = True) -> Consent | None:
    """The newest stop over the contact's medium whose own scope is another matter at another number.

    A stop whose scope the person chose is not among them; one of texts that reaches an AI voice is when asked
    for. Source: 47 CFR 64.1200(a)(10); DA 26-12; 12 CFR 1006.14(h)(1).
    """
    found: Consent | None = None
    for entry in question.facts.consents:
        if entry.action is not ConsentAction.WITHDRAWN or entry.chosen or entry.spot is not None:
            continue
        if not entry.about_contact:
            continue
        medium = question.proposed.channel
        if not _same_medium(entry, question, medium) or _stops(entry, question, medium):
            continue
        if not reaches_ai and entry.channel not in (None, medium):
            continue
        if asked_since(question, entry):
            continue
        found = entry if found is None or entry.at > found.at else found
    return found


def may_be_at(spot: Spot, question: Question) -> bool:
    """Whether the number is tied to the place, the person is there, or a fixed line may ring there."""
    facts = question.facts
    return spot in (facts.line.spot, facts.talk.known_at) or on_unknown_spot(question)


def on_unknown_spot(question: Question) -> bool:
    """Whether it is a call to a fixed line of which nobody knows where it stands.

    A line of unknown type counts as a mobile, which is tied to no place.
    """
    line = question.facts.line
    fixed = line.type is LineType.LANDLINE and line.spot is None
    return fixed and question.kind.channel is Channel.VOICE


def at_work(entry: Consent) -> bool:
    """Whether the entry is about the place of work alone."""
    return entry.spot is Spot.WORK
