"""The limited-content message: the one voicemail that is no communication about a debt.

It is read against a closed vocabulary. A word outside it makes the message say more than it may.
"""

from __future__ import annotations

import re
from functools import lru_cache

from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import ProposedContact
from arrears.domain.compliance.rule import Question, Rule, deny, reg_f_binds
from arrears.domain.compliance.speech.lexicon import FLAGS
from arrears.domain.compliance.speech.numbers import SpeechNumbers, voicemails
from arrears.domain.compliance.speech.plain import plain_text
from arrears.domain.compliance.speech.words import contains, words_of
from arrears.domain.people import Channel

_REQUEST = re.compile(
    r"\b(?:call|contact|reach|ring|reply\s+to)\s+(?:me|us|back)\b|\breturn\s+(?:my|our|this)\s+call\b"
    r"|\bgive\s+(?:me|us)\s+a\s+call\b|(?:回[电電]|[联聯][系繫絡络]|回复|回覆|[致来來][电電])",
    FLAGS,
)
_CLOCK = re.compile(
    r"\b\d{1,2}(?::\d{2})?\s*(?:a\.?m\.?|p\.?m\.?|o'clock)(?![A-Za-z])|\b\d{1,2}:\d{2}\b"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"\s+\d{1,2}(?:st|nd|rd|th)?\b(?:,?\s+20\d\d\b)?|\b\d{1,2}\s+(?:january|february|march|april|may|june|july"
    r"|august|september|october|november|december)\b(?:\s+20\d\d\b)?"
    r"|(?:20\d\d年)?\d{1,2}月\d{1,2}[日号號]|\d{1,2}[点點](?:\d{1,2}分|半)?",
    FLAGS,
)
_VOCABULARY = re.compile(
    r"\b(?:hi|hello|dear|good|morning|afternoon|evening|day|sir|madam|this|is|it|it's|i|am|i'm|my|name|calling|call"
    r"|called|from|with|of|at|on|or|and|any|other|representatives?|please|contact|reach|ring|reply|to|return|give|a|an"
    r"|me|our|us|we|back|number|phone|telephone|the|you|your|can|could|would|between|by|after|before|until|today"
    r"|tomorrow|tonight|noon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mr|mrs|ms|time|convenient"
    r"|weekdays?|when|for|best|for\s+you)\b"
    r"|[您你]好|早上好|上午好|下午好|[晚]上好|我[们們]?(?:的|是)?|[这這]里是|[来來]自|[请請](?:在|于)?|回[电電]|致[电電]"
    r"|[来來][电電]|[联聯][系繫絡络]|回[复覆]|[电電][话話]|[号號][码碼]|[拨撥]打|或者?|任何|其他|一位|工作人[员員]|代表|均可|都可以?|可以"
    r"|今天|明天|上午|中午|下午|晚上|[现現]在|[时時][间間]|(?:[周週]|星期|[礼禮]拜)[一二三四五六日天]|之[间間前后後]|方便[时時]?|[给給]|的|是|和|与"
    r"|在|到|至|以前|以后|姓名|叫|您",
    FLAGS,
)
_SIGNS = re.compile(r"[\s,.;:!?'\"()\[\]+&/—–-]+|[。、“”《》【】〈〉「」…]")


def limited_content(n: SpeechNumbers, q: Question) -> Said | None:
    """A voicemail is a limited-content message or it is not left.

    A machine leaves none: it owes words that say what it is, for which such a message has no room. What a
    person has recorded is theirs, and may be played.
    """
    proposed, words = q.proposed, words_of(q.proposed)
    if proposed.channel is not Channel.VOICE:
        return deny("voicemail_by_voice_only", lifts=Lifts.OTHER_CHANNEL)
    if q.kind.machine_speaks:
        return deny("voicemail_by_machine", lifts=Lifts.OTHER_CHANNEL)
    if q.facts.line.rings_a_third_party:
        return deny("voicemail_to_third_party", lifts=Lifts.OTHER_CHANNEL)
    if words.sender_collects:
        return deny("voicemail_name_collects", lifts=Lifts.OTHER_CHANNEL)
    if not words.names_sender:
        return deny("voicemail_no_business", lifts=Lifts.OTHER_WORDS)
    missing = _missing(q)
    if missing is not None:
        return deny(missing, lifts=Lifts.OTHER_WORDS)
    return None if _says_no_more(proposed) else deny("voicemail_says_more", lifts=Lifts.OTHER_WORDS)


def no_recording_notice(n: SpeechNumbers, q: Question) -> Said | None:
    """A limited-content message holds no notice of a recording."""
    return deny("voicemail_recording", lifts=Lifts.OTHER_WORDS) if words_of(q.proposed).recording else None


def _missing(q: Question) -> str | None:
    proposed = q.proposed
    people = proposed.names_person
    if not people or not all(contains(proposed.text, person) for person in people):
        return "voicemail_no_person"
    if not contains(proposed.text, proposed.callback_number):
        return "voicemail_no_number"
    if _REQUEST.search(plain_text(proposed.text)) is None:
        return "voicemail_no_request"
    return None


def _says_no_more(proposed: ProposedContact) -> bool:
    parts = (proposed.lender, *proposed.names_person, proposed.callback_number)
    return left_over(proposed.text, parts) == ""


@lru_cache(maxsize=4096)
def left_over(text: str, parts: tuple[str, ...]) -> str:
    """What a voicemail says besides the names, the number, and what such a message may also hold."""
    rest = plain_text(text)
    for part in sorted(map(plain_text, parts), key=len, reverse=True):
        rest = re.sub(_loosely(part), " ", rest, flags=re.IGNORECASE)
    for pattern in (_CLOCK, _VOCABULARY, _SIGNS):
        rest = pattern.sub(" ", rest)
    return " ".join(rest.split())


def _loosely(part: str) -> str:
    if sum(sign.isdigit() for sign in part) <= len(part) / 2:
        return re.escape(part)
    return r"\+?\(?" + r"[\s().-]*".join(sign for sign in part if sign.isdigit())


VOICEMAIL: tuple[Rule[SpeechNumbers], ...] = (
    Rule("USF-LCM-1", "12 CFR 1006.2(j)", limited_content, scope=voicemails, law=reg_f_binds),
    Rule("REC-LCM", "12 CFR 1006.2(j)", no_recording_notice, scope=voicemails, law=reg_f_binds),
)
