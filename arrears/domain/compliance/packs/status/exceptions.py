"""The exceptions under which we still answer, each of which cites itself; and who may speak."""

from __future__ import annotations

from datetime import datetime, timedelta

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.consents import withdrawn
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import Debt, Place, ProposedContact
from arrears.domain.compliance.packs.status.numbers import StatusNumbers
from arrears.domain.compliance.rule import (
    ANSWER_WITHIN,
    HOUSE,
    MANDATED,
    Kind,
    Question,
    Rule,
    Scope,
    allow,
    deny,
    heard_within,
    initiated,
)
from arrears.domain.compliance.speech.words import says_debt, words_of
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel


def _for(*purposes: ContactPurpose) -> Scope:
    def scope(place: Place, debt: Debt, kind: Kind) -> bool:
        return kind.purpose in purposes

    return scope


def takeover(n: StatusNumbers, q: Question) -> Said | None:
    """The machine is silent while a person has the conversation; nobody else signs as one.

    Whoever has just keyed in a card hears what became of it all the same: they must not pay twice.
    """
    purpose, active = q.proposed.purpose, q.facts.person_active
    if purpose is ContactPurpose.SUPERVISOR and not active:
        return deny("nobody_took_over", lifts=Lifts.PERSON)
    if not active or purpose in _BESIDE_A_PERSON:
        return None
    if purpose is ContactPurpose.REPLY and q.facts.card_result_owed:
        return None
    silent = q.proposed.automated or purpose in (ContactPurpose.OUTREACH, ContactPurpose.REPLY)
    return deny("person_took_over", lifts=Lifts.PERSON) if silent else None


_BESIDE_A_PERSON = MANDATED | {
    ContactPurpose.SUPERVISOR,
    ContactPurpose.OPT_OUT_CONFIRMATION,
    ContactPurpose.CRISIS,
}


def web_answers(n: StatusNumbers, q: Question) -> Said | None:
    """A web chat is answered, never begun."""
    if q.proposed.channel is not Channel.WEB:
        return None
    return deny("web_is_answered", lifts=Lifts.OTHER_CHANNEL)


def reply(n: StatusNumbers, q: Question) -> Said | None:
    """One answer to each message the borrower started, at any hour and whatever the count.

    Where it could only say that a person will decide, the decision is the rest of that answer, once.
    """
    if not heard_within(q.facts, q.now, ANSWER_WITHIN):
        return deny("nothing_to_answer", lifts=Lifts.NEVER)
    if q.facts.replies_sent > (1 if q.facts.decision_owed else 0):
        return deny("answered_already", lifts=Lifts.NEVER)
    reason = "decision_told" if q.facts.decision_owed else "one_answer"
    return _by_other_medium(q) or allow(reason, until=_soon(n, q.now))


def _by_other_medium(q: Question) -> Said | None:
    """An answer comes by the medium of the message; a call is no answer to we know not what."""
    came_by, channel = q.facts.inbound_channel, q.proposed.channel
    if came_by is None and channel is Channel.VOICE:
        return deny("answer_by_call", lifts=Lifts.FACT_KNOWN, missing="inbound_channel")
    if came_by is None or came_by is channel:
        return None
    return deny("answer_by_other_medium", ("channel", came_by), lifts=Lifts.OTHER_CHANNEL)


def supervisor(n: StatusNumbers, q: Question) -> Said | None:
    """A person's answer in a conversation the borrower takes part in."""
    if not q.kind.answer:
        return None
    return _by_other_medium(q) or allow("person_answers", until=_soon(n, q.now))


def opt_out_confirmation(n: StatusNumbers, q: Question) -> Said | None:
    """One confirmation of a withdrawal, at once, that says nothing else."""
    minutes = n.opt_out_confirmation_minutes_max
    if withdrawn(q) is None:
        return deny("no_withdrawal", lifts=Lifts.NEVER)
    if q.facts.opt_out_confirmed:
        return deny("confirmed_already", lifts=Lifts.NEVER)
    if not heard_within(q.facts, q.now, timedelta(minutes=minutes)):
        return deny("confirmation_late", ("minutes", minutes), lifts=Lifts.NEVER)
    if says_debt(q.proposed) or _demands(q.proposed):
        return deny("confirmation_says_more", lifts=Lifts.OTHER_WORDS)
    return allow("one_confirmation", until=_soon(n, q.now))


def crisis(n: StatusNumbers, q: Question) -> Said | None:
    """The crisis-line answer, at any hour, also after a withdrawal."""
    if q.facts.stands(SpecialStatus.SELF_HARM) is None or not heard_within(q.facts, q.now, ANSWER_WITHIN):
        return deny("no_crisis", lifts=Lifts.NEVER)
    if says_debt(q.proposed):
        return deny("crisis_says_debt", lifts=Lifts.OTHER_WORDS)
    return allow("crisis_line", until=_soon(n, q.now))


def notice(n: StatusNumbers, q: Question) -> Said | None:
    """What the law itself wants sent is sent in writing, also after a stop, and never by text."""
    if q.proposed.channel not in (Channel.EMAIL, Channel.LETTER, Channel.WEB):
        return deny("notice_in_writing", lifts=Lifts.OTHER_CHANNEL)
    if q.kind.electronic and withdrawn(q) is not None:
        return deny("notice_to_opted_out", lifts=Lifts.OTHER_CHANNEL)
    if _demands(q.proposed):
        return deny("notice_demands", lifts=Lifts.OTHER_WORDS)
    return allow("notice_required", until=q.now + timedelta(hours=1))


def _demands(proposed: ProposedContact) -> bool:
    """Whether the words press for money or offer something, which no law wants sent."""
    words = words_of(proposed)
    return words.overshadow or words.urgency or words.settlement or words.new_credit or proposed.new_credit


def _soon(n: StatusNumbers, now: datetime) -> datetime:
    return now + timedelta(minutes=n.answer_delivery_minutes)


_ONE_ANSWER = f"{HOUSE}; the exception of USF-TIME-2, 12 CFR 1006.6(b)(1), comments 6(b)(1)-1 and -2"
_P = ContactPurpose

RULES: tuple[Rule[StatusNumbers], ...] = (
    Rule("P-TAKEOVER-1", HOUSE, takeover),
    Rule("P-WEB-1", HOUSE, web_answers, scope=initiated),
    Rule("P-REPLY-1", _ONE_ANSWER, reply, scope=_for(_P.REPLY)),
    Rule("P-SUPERVISOR-1", _ONE_ANSWER, supervisor, scope=_for(_P.SUPERVISOR)),
    Rule(
        "TCPA-STOP-1",
        "47 CFR 64.1200(a)(12); 12 CFR 1006.14(h)(2)(i)",
        opt_out_confirmation,
        scope=_for(_P.OPT_OUT_CONFIRMATION),
    ),
    Rule(
        "VUL-01", f"{HOUSE}; the emergency exception of 47 U.S.C. 227(b)(1)(A)", crisis, scope=_for(_P.CRISIS)
    ),
    Rule(
        "P-NOTICE-1",
        "12 CFR 1006.6(c)(2), 1006.34(a), 1006.38",
        notice,
        scope=_for(_P.NOTICE, _P.CEASE_NOTICE),
    ),
)
