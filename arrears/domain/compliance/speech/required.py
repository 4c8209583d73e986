"""What must stand in the words, unless it was said before in the conversation.

Other packs say what is owed; here a contact is refused whose words do not hold it.
"""

from __future__ import annotations

from arrears.domain.compliance.consents import consented
from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import Debt, Place, Recipient
from arrears.domain.compliance.rule import (
    HOUSE,
    MANDATED,
    Kind,
    Question,
    Rule,
    consumer,
    deny,
    in_region,
    initiated,
    initiated_calls,
    reg_f_binds,
)
from arrears.domain.compliance.silent import is_silenced
from arrears.domain.compliance.speech.delivered import in_words, lacks, of_machine, said_before
from arrears.domain.compliance.speech.numbers import GUIDELINE, SAY_ONE_THING, SpeechNumbers, in_china, in_us
from arrears.domain.compliance.speech.words import contains, words_of
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel


def recording_announced(n: SpeechNumbers, q: Question) -> Said | None:
    """A call that is recorded says so before anything else, in its language."""
    if not q.facts.talk.recording or not lacks(q, Duty.RECORDING_NOTICE):
        return None
    return deny("recording_not_said", lifts=Lifts.OTHER_WORDS)


def number_given(n: SpeechNumbers, q: Question) -> Said | None:
    """A voicemail of a machine gives the number to call back at once; a call has until its end."""
    proposed = q.proposed
    if not proposed.voicemail or contains(proposed.text, proposed.callback_number):
        return None
    return deny("number_not_said", lifts=Lifts.OTHER_WORDS)


def toll_free_given(n: SpeechNumbers, q: Question) -> Said | None:
    """A voicemail without consent gives a toll-free number to opt out by; one of limited content cannot."""
    if consented(q) is not None or not lacks(q, Duty.TOLL_FREE_OPT_OUT):
        return None
    return deny("toll_free_not_said", lifts=Lifts.CONSENT)


def opt_out_offered(n: SpeechNumbers, q: Question) -> Said | None:
    """The message says how to stop messages to this address, in its own language."""
    if (Duty.OPT_OUT_LINE, q.proposed.language) in words_of(q.proposed).spoken:
        return None
    return deny("words_no_opt_out", lifts=Lifts.OTHER_WORDS)


def caller_named(n: SpeechNumbers, q: Question) -> Said | None:
    """A caller gives the company and the one registered name under which they call."""
    alias = q.facts.notices.registered_alias
    if alias is None or said_before(q, Duty.CALLER_NAME, q.proposed.language):
        return None  # without a registered name the pack of the state refuses a machine
    if words_of(q.proposed).names_sender and contains(q.proposed.text, alias):
        return None
    return deny("caller_not_said", lifts=Lifts.OTHER_WORDS)


def institution_named(n: SpeechNumbers, q: Question) -> Said | None:
    """The first contact says which institution speaks."""
    if q.facts.notices.initial_at is not None or words_of(q.proposed).names_sender:
        return None
    if q.kind.answer and not q.facts.verified:
        return None  # nothing of the matter has been said yet
    language = q.proposed.language
    if said_before(q, Duty.CALLER_NAME, language) or said_before(q, Duty.REGISTERED_NAME, language):
        return None
    return deny("institution_not_said", lifts=Lifts.OTHER_WORDS)


def purpose_stated(n: SpeechNumbers, q: Question) -> Said | None:
    """The first words to the debtor, once verified, say what they are about; under a silence none may."""
    first = q.facts.verified and q.facts.notices.initial_at is None and not q.facts.talk.busy
    quiet = is_silenced(q.facts) and q.proposed.recipient not in _MAY_BE_SPARED
    if not first or quiet or words_of(q.proposed).debt or not lacks(q, Duty.PURPOSE_STATED):
        return None
    return deny("purpose_not_said", lifts=Lifts.OTHER_WORDS)


_MAY_BE_SPARED = frozenset({Recipient.ATTORNEY, Recipient.REPRESENTATIVE, Recipient.SPOUSE, Recipient.PARENT})
"""To some of these, words of the debt may be said under a silence: then they are also to be said."""


def names_sender(n: SpeechNumbers, q: Question) -> Said | None:
    """A message that nobody asked for says whose it is."""
    return None if words_of(q.proposed).names_sender else deny("words_nameless", lifts=Lifts.OTHER_WORDS)


def _conversational(place: Place, debt: Debt, kind: Kind) -> bool:
    """Words that begin or continue a conversation; a letter, a notice or a voicemail does not."""
    if kind.voicemail or kind.channel is Channel.LETTER:
        return False
    return kind.automated and kind.purpose not in SAY_ONE_THING | MANDATED


def _calls(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.channel is Channel.VOICE and not kind.voicemail and kind.purpose not in SAY_ONE_THING


def _robocall(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.robocall and kind.purpose not in SAY_ONE_THING and in_us(place, debt)


def _robocall_left(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.voicemail and _robocall(place, debt, kind) and initiated(place, debt, kind)


def _stoppable(place: Place, debt: Debt, kind: Kind) -> bool:
    """Texts and e-mails: each of a debt collector's, and those of anyone that nobody asked for."""
    if kind.channel not in (Channel.SMS, Channel.EMAIL) or kind.purpose in SAY_ONE_THING:
        return False
    return reg_f_binds(place, debt) or initiated(place, debt, kind)


def _massachusetts(place: Place, debt: Debt, kind: Kind) -> bool:
    calls = not kind.voicemail and initiated_calls(place, debt, kind)
    return calls and _names_us(kind) and consumer(debt) and in_region(place, "US", "MA")


def _unasked(place: Place, debt: Debt, kind: Kind) -> bool:
    return _names_us(kind) and initiated(place, debt, kind)


def _names_us(kind: Kind) -> bool:
    """Whether it says whose it is: who asks somebody else where a person is does not name their employer."""
    return kind.purpose is not ContactPurpose.LOCATION


def _china(place: Place, debt: Debt, kind: Kind) -> bool:
    return in_china(place, debt, kind) and kind.purpose not in SAY_ONE_THING | MANDATED


def _china_machine(place: Place, debt: Debt, kind: Kind) -> bool:
    return _china(place, debt, kind) and _conversational(place, debt, kind)


_RECORDING = "Cal. Penal Code 632, 632.7 and the like of other states"
_AI = of_machine(Duty.AI_DISCLOSURE, "ai_not_said")
_NAME = in_words(Duty.REGISTERED_NAME, "name_not_first")
_HUMAN = of_machine(Duty.HUMAN_OFFERED, "person_not_offered")

REQUIRED: tuple[Rule[SpeechNumbers], ...] = (
    Rule("AI-ALL-1", HOUSE, _AI, scope=_conversational),
    Rule("REC-US-1", _RECORDING, recording_announced, scope=_calls, law=in_us),
    Rule("TCPA-ID-1", "47 CFR 64.1200(b)(1)", _NAME, scope=_robocall),
    Rule("TCPA-ID-1", "47 CFR 64.1200(b)(2)", number_given, scope=_robocall),
    Rule("TCPA-ID-2", "47 CFR 64.1200(a)(3)(iii) and (b)(3)", toll_free_given, scope=_robocall_left),
    Rule("USF-OPTOUT-1", "12 CFR 1006.6(e)", opt_out_offered, scope=_stoppable, law=reg_f_binds),
    Rule("MA-ID-1", "940 CMR 7.04(1)(d)", caller_named, scope=_massachusetts),
    Rule("CN-ID-1", GUIDELINE, institution_named, scope=_china),
    Rule("CN-ID-1", GUIDELINE, purpose_stated, scope=_china),
    Rule("CN-AI-1", GUIDELINE, _HUMAN, scope=_china_machine),
    Rule("P-ID-1", "12 CFR 1006.14(g)", names_sender, scope=_unasked, law=reg_f_binds),
)
