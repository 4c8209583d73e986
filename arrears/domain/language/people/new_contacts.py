"""The one new number and the one new e-mail address that a text gives, and what becomes of the old number.

Where a text gives several of a kind, or what it gives may be somebody else's, there is no new one: a person
reads it.
"""

from __future__ import annotations

from arrears.domain.contact_changes import ContactKind, GivenContact, OldNumber
from arrears.domain.language.people.contacts import read_contacts
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.script.terms import Term

_ENDED = compiled(
    r"\b(?:old|other|this|that|previous|former)\s+(?:one|number|phone|cell|line|sim)\W+(?:\w+\W+){0,5}?"
    r"(?:dead|off|gone|cancell?ed|disconnected|closed|stolen|lost|stopped|not\s+(?:mine|working|in\s+use)|"
    r"no\s+(?:longer|good|more))\b"
    r"|\b(?:don'?t|do\s+not|no\s+longer|stop|never)\s+(?:\w+\s+)?(?:use|using|text|texting|have|having|own|"
    r"call|calling)\s+(?:\w+\s+)?(?:old|this|that|previous|former)\b"
    r"|\b(?:lost|broke|changed|switched|replaced)\s+(?:my|the)\s+(?:old\s+)?(?:phone|number|cell|sim)\b"
    r"|\binstead\b|\bfrom\s+now\s+on\b"
    r"|换了?个?(?:手机)?号|换了?个?(?:电话|手机|号码)|(?:号码?|电话|手机|手机号)(?:已经?)?(?:换成|换为|改成|改为)"
    r"|(?:旧|老|原来的?|之前的?|以前的?|这个)(?:手机|电话)?(?:号码?|卡|手机|电话)\s?\d*\s?(?:已经?|都)?(?:停|注销|不用|"
    r"不再用|没用|丢|销|作废|打不通)"
    r"|(?:不要|别)(?:再)?(?:用|打|发|联系)(?:我)?(?:旧|老|原来|之前|以前|这个)"
)
_KEPT = compiled(
    r"\b(?:both|as\s+well|also|too|either)\b|\bkeep\s+(?:\w+\s+)?(?:old|this|that|other)\b"
    r"|\b(?:old|this|other)\s+(?:one|number|phone|cell)\s+(?:still|also|too)\b|\b(?:second|another|extra|additional|backup)\b"
    r"|两个(?:号码?|电话)?都|都(?:可以|能|行)|也(?:可以|能|行|还)|还(?:能|在|继续)用|保留|备用|另一个"
)
_BEFORE_AN_OLD_ONE = compiled(
    r"(?:\b(?:old|previous|former|not|instead\s+of|rather\s+than)\b[^\d@.;!?]{0,24}"
    r"|(?:旧|老|原来|之前|以前|原|不是|不要用|别用)的?[^\d@。；！？]{0,8})$"
)
_OF_ANOTHER = compiled(
    r"\b(?:my|our|his|her|their|the)\s+(?:\w+\s+)?(?:wife|husband|mom|mum|mother|dad|father|son|daughter|"
    r"brother|sister|partner|girlfriend|boyfriend|friend|boss|neighbou?r|roommate|cousin|uncle|aunt|lawyer|"
    r"attorney|accountant|assistant|bookkeeper|landlord)(?:'?s)?\b"
    r"|(?:老婆|妻子|爱人|老公|丈夫|妈|爸|母亲|父亲|儿子|女儿|哥|姐|弟|妹|朋友|同事|老板|邻居|律师|会计|亲戚|家人|(?<!其)他|她)"
)
_EDGE = 10
"""Digits that tell whether two numbers are the same, however each was written."""


_CONTACT = compiled(
    r"\b(?:number|phones?|cell|mobile|line|sim|e-?mails?|mail|address|moved|text|texts|call|reach|contact)\b|@"
    r"|号码|换了?(?:个)?(?:新)?号(?!\d)|新号|手机|电话|微信|邮箱|邮件|地址|住址|搬|联系|短信|打给|打我"
)


def names_contact(text: str) -> bool:
    """Whether anything is said of how they are reached."""
    plain = fold(text)
    return _CONTACT.search(plain) is not None or bool(read_contacts(plain, channels=False))


def new_contacts(text: str, *, current: str) -> tuple[GivenContact, ...]:
    """What the text gives, a number before an address; `current` is the number that it came from, E.164."""
    plain = fold(text)
    if _OF_ANOTHER.search(plain):
        return ()
    found = [term for term in read_contacts(plain, channels=False) if not _is_old(plain, term, current)]
    phones = [term for term in found if "@" not in term.value and _digits(term.value)]
    emails = [term for term in found if "@" in term.value]
    if len(phones) > 1 or len(emails) > 1:
        return ()
    given = [GivenContact(ContactKind.PHONE, term.value, _old_number(plain)) for term in phones]
    return (*given, *(GivenContact(ContactKind.EMAIL, term.value) for term in emails))


def _is_old(plain: str, term: Term, current: str) -> bool:
    digits = _digits(term.value)
    if len(digits) >= _EDGE and digits[-_EDGE:] == current[-_EDGE:]:
        return True
    return _BEFORE_AN_OLD_ONE.search(plain[: term.span[0]]) is not None


def _digits(value: str) -> str:
    """The digits of a number; empty for a street or a number in words, which a person reads."""
    if any(sign.isalpha() for sign in value):
        return ""
    return "".join(sign for sign in value if sign.isdecimal())


def _old_number(plain: str) -> OldNumber:
    """What they said of it; what they want kept outweighs a word that may end it."""
    if _KEPT.search(plain):
        return OldNumber.KEPT
    return OldNumber.ENDED if _ENDED.search(plain) else OldNumber.UNSAID
