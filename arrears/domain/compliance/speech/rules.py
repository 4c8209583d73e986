"""What may be said: every outbound text is read again here, whatever its author says about it."""

from __future__ import annotations

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.consents import details_agreed
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import ContactFacts, Recipient
from arrears.domain.compliance.rule import (
    HOUSE,
    MANDATED,
    SUSPECT,
    Question,
    Rule,
    deny,
    reg_f_binds,
    third_party,
)
from arrears.domain.compliance.speech.collectors import COLLECTORS
from arrears.domain.compliance.speech.numbers import (
    GUIDELINE,
    SpeechNumbers,
    by_person,
    by_us_phone,
    in_china,
    texts,
    twilio_texts,
)
from arrears.domain.compliance.speech.required import REQUIRED
from arrears.domain.compliance.speech.voicemail import VOICEMAIL
from arrears.domain.compliance.speech.words import Words, says_debt, words_of
from arrears.domain.people import Channel

_TOLD_ANYWAY = frozenset({Recipient.CREDITOR, Recipient.CREDIT_BUREAU})
"""Whom the law lets a collector speak to about the debt; they prove who they are elsewhere."""

_ATTORNEY_ACTS = (
    SpecialStatus.ATTORNEY,
    SpecialStatus.DEBT_ADVISER,
    SpecialStatus.BANKRUPTCY,
    SpecialStatus.DISCHARGED,
    SpecialStatus.DECEASED,
)
"""Statuses under which an attorney acts for the person."""


def identity_before_debt(n: SpeechNumbers, q: Question) -> Said | None:
    """Nothing about a debt to anyone who has not been verified, to a machine, or where others hear it."""
    proposed = q.proposed
    if not says_debt(proposed):
        return None
    if proposed.voicemail:
        return deny("debt_on_machine", lifts=Lifts.OTHER_WORDS)
    if proposed.public:
        return deny("debt_in_public", lifts=Lifts.OTHER_CHANNEL)
    if proposed.recipient is Recipient.OTHER:
        return deny("debt_to_others", lifts=Lifts.NEVER)
    if q.facts.verified or _may_be_told(q) or _sealed(q) or _agreed_to_read(q):
        return None
    return deny("debt_to_unverified", lifts=Lifts.IDENTITY)


def _may_be_told(q: Question) -> bool:
    if q.proposed.recipient is Recipient.ATTORNEY:
        return q.facts.stands(*_ATTORNEY_ACTS) is not None
    return q.proposed.recipient in _TOLD_ANYWAY


def _sealed(q: Question) -> bool:
    """A notice that the law wants, to the person's own address."""
    in_writing = q.proposed.channel in (Channel.EMAIL, Channel.LETTER)
    return in_writing and q.proposed.purpose in MANDATED and not q.facts.line.rings_a_third_party


def _agreed_to_read(q: Question) -> bool:
    """A text about a plan to a number at which the person, once verified, agreed to read its terms."""
    facts, proposed = q.facts, q.proposed
    to_them = proposed.recipient is Recipient.PERSON and not facts.line.rings_a_third_party
    if not (proposed.of_plan and to_them and proposed.channel is Channel.SMS):
        return False
    return details_agreed(facts.consents, facts.point_id, facts.case_id, q.now) is not None


def misleading(n: SpeechNumbers, q: Question) -> Said | None:
    """No threat, no borrowed authority, no false urgency, and no step that is not lawful and decided."""
    words = words_of(q.proposed)
    if not words.claims:
        return None
    reason = _false_claim(words, q.facts)
    return None if reason is None else deny(reason, lifts=Lifts.OTHER_WORDS)


def _false_claim(words: Words, facts: ContactFacts) -> str | None:
    intended = facts.terms.intended
    claims = (
        ("words_threat", words.never),
        ("words_exposure", words.exposure),
        ("suit_not_intended", words.suit and "suit" not in intended),
        ("seizure_not_intended", words.seizure and "seizure" not in intended),
        ("report_not_intended", words.credit and "credit_report" not in intended),
        ("words_posing", words.own_loan and third_party(facts.debt)),
        ("words_urgency", words.urgency),
    )
    return next((reason for reason, made in claims if made), None)


def time_barred(n: SpeechNumbers, q: Question) -> Said | None:
    """No suit, nor a hint of one, where the limitation has run out or is not known."""
    words, expired = words_of(q.proposed), q.facts.terms.limitation_expired
    if expired is False or not (words.suit or words.seizure):
        return None
    missing = "terms.limitation_expired" if expired is None else None
    return deny("suit_time_barred", lifts=Lifts.OTHER_WORDS, missing=missing)


def overshadowing(n: SpeechNumbers, q: Question) -> Said | None:
    """No demand that overshadows the right to dispute, until the validation period has ended."""
    if not words_of(q.proposed).overshadow:
        return None
    ends = q.facts.notices.validation_ends_at
    if ends is not None:
        if q.now >= ends:
            return None
        return deny("words_overshadow", ("until", ends.date()), lifts=Lifts.OTHER_WORDS)
    if not reg_f_binds(q.facts.place, q.facts.debt):
        return None  # nobody gives a period here
    return deny("words_overshadow_unknown", lifts=Lifts.OTHER_WORDS, missing="notices.validation_ends_at")


def abuse(n: SpeechNumbers, q: Question) -> Said | None:
    """No abusive words."""
    return deny("words_abuse", lifts=Lifts.OTHER_WORDS) if words_of(q.proposed).abuse else None


def never_human(n: SpeechNumbers, q: Question) -> Said | None:
    """The machine does not claim to be human. A person is."""
    if not words_of(q.proposed).human or by_person(q):
        return None
    return deny("words_human", lifts=Lifts.OTHER_WORDS)


def busy(n: SpeechNumbers, q: Question) -> Said | None:
    """Who said that the time is bad is not asked to carry on."""
    if not q.facts.talk.busy or not words_of(q.proposed).go_on:
        return None
    return deny("words_go_on", lifts=Lifts.OTHER_WORDS)


def conduct(n: SpeechNumbers, q: Question) -> Said | None:
    """No exposure, no inducement to borrow, no private accounts or telephones."""
    words = words_of(q.proposed)
    if words.exposure:
        return deny("words_exposure", lifts=Lifts.OTHER_WORDS)
    if words.borrow_to_repay:
        return deny("words_borrow", lifts=Lifts.OTHER_WORDS)
    return deny("words_private", lifts=Lifts.OTHER_WORDS) if words.private else None


def posted(n: SpeechNumbers, q: Question) -> Said | None:
    """Nothing that others can see."""
    return deny("seen_by_others", lifts=Lifts.OTHER_CHANNEL) if q.proposed.public else None


def shortened_url(n: SpeechNumbers, q: Question) -> Said | None:
    """No public URL shortener in a text."""
    return deny("words_shortener", lifts=Lifts.OTHER_WORDS) if words_of(q.proposed).shortener else None


def settlement_by_text(n: SpeechNumbers, q: Question) -> Said | None:
    """No settlement or debt-reduction wording in a text over Twilio."""
    return deny("words_settlement", lifts=Lifts.OTHER_CHANNEL) if words_of(q.proposed).settlement else None


def undeclared_credit(n: SpeechNumbers, q: Question) -> Said | None:
    """New credit is offered by telephone only where its author says so: then it is an advertisement."""
    if q.proposed.new_credit or not words_of(q.proposed).new_credit:
        return None
    return deny("words_new_credit", lifts=Lifts.OTHER_WORDS)


_MISREP = "12 CFR 1006.18(b)-(d)"

RULES: tuple[Rule[SpeechNumbers], ...] = (
    Rule("USF-3PD-1", "12 CFR 1006.6(d)(1)", identity_before_debt, law=reg_f_binds),
    Rule("USF-MISREP-1", _MISREP, misleading, needs=SUSPECT, law=reg_f_binds),
    Rule("USF-TBD-1", "12 CFR 1006.26(b)", time_barred, needs=SUSPECT, law=reg_f_binds),
    Rule("USF-OVER-1", "12 CFR 1006.38(b)", overshadowing, needs=SUSPECT, law=reg_f_binds),
    Rule("USF-ABUSE-1", "12 CFR 1006.14(d)", abuse, needs=SUSPECT, law=reg_f_binds),
    Rule("USF-BUSY-1", "comment 6(b)(4)(i)-1 to 12 CFR 1006.6", busy, needs=SUSPECT, law=reg_f_binds),
    Rule("AI-ALL-1", HOUSE, never_human, needs=SUSPECT),
    Rule("CN-CONTENT", GUIDELINE, conduct, scope=in_china, needs=SUSPECT),
    Rule("CN-CONTENT", GUIDELINE, posted, scope=in_china),
    Rule("TW-URL-1", "Twilio messaging policy", shortened_url, scope=texts, needs=SUSPECT),
    Rule("TW-10DLC-3", "Twilio error 30869", settlement_by_text, scope=twilio_texts, needs=SUSPECT),
    Rule("TCPA-MKT", "47 CFR 64.1200(a)(2), (f)(9)", undeclared_credit, scope=by_us_phone, needs=SUSPECT),
    *REQUIRED,
    *COLLECTORS,
    *VOICEMAIL,
)
