"""What the words around a withdrawal make of it: denied, only for some hours, only at work, by one medium."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from arrears.domain.language.script.fold import Span
from arrears.domain.language.script.phrases_en import phrase
from arrears.domain.language.withdrawals.limits import LASTING, limited, named_in
from arrears.domain.language.withdrawals.scopes import Scopes

_NOTHING: Scopes = frozenset()
_WORDS_AROUND = 8  # further off, a word belongs to another thought
_NEAR = 90  # characters that hold them


class Speech(Enum):
    """How a withdrawal is said; each way has its own look-alikes."""

    ORDER = auto()  # stop calling
    FORBIDDING = auto()  # don't call
    WISHING = auto()  # I don't want calls
    NONE_OF = auto()  # no more calls
    ENDING = auto()  # these calls must stop
    SENDING = auto()  # stop sending me things
    CONSENT = auto()  # I revoke my consent
    LISTING = auto()  # take me off the list
    THREAT = auto()  # call again and I sue
    PREFERRING = auto()  # call instead of texting
    BARE = auto()  # stop
    IMPERATIVE = auto()  # block me
    PLACE = auto()  # not at work
    PLAIN = auto()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The withdrawing words, those before and after them in the clause, and the whole folded text."""

    head: str
    said: str
    tail: str
    folded: str

    @classmethod
    def of(cls, clause: str, span: Span, folded: str) -> Surroundings:
        """The surroundings of the words at the span of the clause."""
        head = clause[max(span[0] - _NEAR, 0) : span[0]].split()[-_WORDS_AROUND:]
        tail = clause[span[1] : span[1] + _NEAR].split()[:_WORDS_AROUND]
        return cls(" ".join(head), clause[slice(*span)], " ".join(tail), folded)


_NEGATIVE = (Speech.FORBIDDING, Speech.WISHING, Speech.NONE_OF, Speech.THREAT)
_DENIED = phrase(
    r"""(?P<who>\w+_)?(?<!why_)(?:dont|never|cant|didnt|wont|not|shouldnt|couldnt|doesnt|without|havent|hasnt|
    neednt|isnt)(?P<wish>(?:_(?:please|ever|you|to|want|wanna|need|have|say|said|ask|asked|mean|meant|dare|just|tell|
    told|going|gonna|plan|planning|trying|intend|request|requested|anyone|be|it|me|this|the|wish|no)){0,5})$|no_need_to$|(?:unless|until)_i_say$"""
)
_ACCUSED = frozenset(
    [
        "you",
        "they",
        "people",
        "bots",
        "guys",
        "this",
        "it",
        "who",
        "calls",
        "texts",
        "collectors",
        "if",
        "why",
    ]
)
_MINE = phrase(
    r"""(?:i|ill|ive|we|should_i|let_me|i_(?:will|can|could|might|should|would)|im_(?:going_to|gonna|about_to)|
    gonna)(?:_(?:just|ever|now|have_to|had_to|not))?$"""
)
_DID = phrase(r"did_(?:you|they)$")
_ASKING_HOW = phrase(
    r"(?:how|can|could|may|where|what|wish|way|when_can)_(?:do_|can_|could_|would_|should_)?(?:i|we)$"
)
_NOT_ME = phrase(
    r"(?:i|we|they|he|she|people|it|who|banks?|agents?|ill|id|ive|does|do)(?:_(?:just|really|usually|also|even|still))?$"
)
_YOU = phrase(r"(?:you|youre|your_\w+)(?:_(?:just|still|really|even))?$")
_RECEIVED = phrase(
    r"""(?:got|get|gets|have|ive|theres|has|had|received|receive|see|saw|seen|was|were|are|is|there|getting|gotten|
    receiving|show|shows|find|found|answer|answered|miss|missed|made|make|know)$"""
)
_PAYING = phrase(
    r"""^(?:me_|us_)?(?:if|once|when|after|as_soon_as)_(?:i|we)(?:_\w+){0,2}_(?:pay|paid|make|made|set|settle|send|sent|sign|
    agree|start|do|give|finish)"""
)
_WOULD = phrase(r"(?:will|would|do|does|can|could|are|is)(?:_\w+){0,3}$")
_POSTED = phrase(
    r"""letters?|mail|mails|statements?|bills?|invoices?|documents?|paperwork|papers?|forms?|notices?|money|payments?|
    to_court|to_collections"""
)
_ABOUT_MONEY = re.compile(
    r"\b(?:fees?|interest|charg\w+|autopay|auto ?pay|debit\w*|payments?|deduct\w*|garnish\w*|withdraw\w*|"
    r"plan|ach|transfer\w*|transaction|order|card|checking|overdra\w+)\b"
)
_ABOUT_CONTACT = re.compile(r"\b(?:te?xt\w*|sms|msgs?|messag\w*|call\w*|contact\w*|e-?mail\w*|harass\w*)\b")
_TOO_FAST = phrase(r"^(?:youre|you_are|that_was|thats|this_is)(?:_\w+){0,2}?_(?:too|so)_fast")
_NOTING = phrase(r"^(?:it|this|that|me|my_name|anything|them)?_?down")
_PREFERRED = phrase("me|us|please|prefer|preferred|rather|want|like|can_you|could_you|just|only|better|use")
_IT = phrase(r"it|this|that|them|these|those|everything")


def settled(scopes: Scopes, speech: Speech, around: Surroundings) -> Scopes:
    """What is withdrawn once the surroundings are read; nothing where they take it back."""
    if _taken_back(speech, around):
        return _NOTHING
    if speech in (Speech.ORDER, Speech.FORBIDDING, Speech.WISHING, Speech.NONE_OF):
        return limited(scopes, around.said, around.head, around.tail, order=speech is Speech.ORDER)
    if speech is Speech.CONSENT:
        return named_in(around.tail) or scopes
    if speech is Speech.LISTING:
        return named_in(re.split(r" (?:from|off|of) ", around.said)[-1]) or scopes
    return scopes


def _taken_back(speech: Speech, around: Surroundings) -> bool:
    if speech not in _NEGATIVE and _denied(around.head):
        return True
    match speech:
        case Speech.ORDER | Speech.BARE | Speech.SENDING:
            return _spoken_of(speech, around)
        case Speech.FORBIDDING:
            return _told_of(around)
        case Speech.NONE_OF:
            came = _RECEIVED.search(around.head) and not around.said.startswith(("enough", "done"))
            return bool(came) or around.tail.startswith(("came", "went", "come ", "so far", "yet"))
        case Speech.ENDING:
            return _PAYING.search(around.tail) is not None
        case Speech.PREFERRING:
            return _PREFERRED.search(around.head) is None
        case Speech.IMPERATIVE:
            return around.head not in ("", "please", "just", "and")
        case Speech.PLACE:
            return re.search(r"\b(?:i|im|am|was|is|were|currently|still|hes|shes)$", around.head) is not None
        case _:
            return False


def _denied(head: str) -> bool:
    """Such as "don't stop" and "I didn't say stop", but not "you don't stop" or "why don't you stop"."""
    match = _DENIED.search(head)
    if match is None:
        return False
    who, wish = (match["who"] or "").strip(), (match["wish"] or "").split()
    if who in _ACCUSED or (wish and wish[0] == "you" and wish[1:2] != ["dare"]):
        return bool({"have", "need", "want"} & set(wish))
    return True


def _spoken_of(speech: Speech, around: Surroundings) -> bool:
    to_me = around.tail.startswith(("me", "us ", "my "))
    if _DID.search(around.head):
        return True
    if not to_me and _MINE.search(around.head) and not _ASKING_HOW.search(around.head):
        return True
    if speech is Speech.SENDING and _POSTED.search(f"{around.said} {around.tail}"):
        return True
    if speech is Speech.BARE and _TOO_FAST.search(around.tail):
        return True
    if speech is Speech.BARE and _IT.search(around.said):
        return bool(_ABOUT_MONEY.search(around.folded)) and not _ABOUT_CONTACT.search(around.folded)
    return bool(_PAYING.search(around.tail) and _WOULD.search(around.head))


def _told_of(around: Surroundings) -> bool:
    """A statement and no order: "I don't call", "they never text me back"."""
    you = _YOU.search(around.head)
    if around.said.endswith(("write", "writing")) and _NOTING.search(around.tail):
        return True
    if around.said.startswith("cant"):
        return not you
    if not around.said.startswith(("dont", "never")):
        return False
    lasting = LASTING.search(f"{around.said} {around.tail}")
    return bool(_NOT_ME.search(around.head) or (you and not lasting))
