"""Words: who speaks, what must be said, and what may not be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.verifier.world import CRISIS, SMS, VOICE, Situation, Violation

DEBT = {
    "en": re.compile(
        r"\b(debts?|loans?|overdue|past due|owed?|owing|balance|repay\w*|arrears|instal+ments?|collect\w*|"
        r"creditor|payments? due|delinquent|borrow\w*|due date|default(?:ed)?)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"欠款|欠债|债务|贷款|逾期|还款|借款|催收|欠您|余额|本金|利息|分期"),
}
MIRANDA = {
    "en": (("collect a debt", "debt collector"), ("used for that purpose", "debt collector")),
    "zh": (("收取一笔债务", "收债", "债务催收"), ("用于该目的", "债务催收")),
}
AUTOMATED = {
    "en": re.compile(r"\b(automated|AI|artificial|virtual|robot|bot)\b", re.IGNORECASE),
    "zh": re.compile(r"人工智能|智能|自动|机器人|AI"),
}
RECORDED = {"en": re.compile(r"\brecord", re.IGNORECASE), "zh": re.compile(r"录音|记录通话")}
OPT_OUT = {
    "en": re.compile(r"\b(reply|text|send)\s+STOP\b|\bSTOP to (stop|opt|end)", re.IGNORECASE),
    "zh": re.compile(r"(回复|发送|回)\s*[“\"「]?\s*(STOP|退订|TD|T|停止)", re.IGNORECASE),
}
THREATS = re.compile(
    r"\b(arrest\w*|jail|prison|police|warrant|garnish\w*|seize\w*|sue|lawsuit|criminal|ruin your credit|"
    r"final notice|last chance|act now|immediately or)\b|坐牢|逮捕|报警|起诉|法院|黑名单|"
    r"最后通牒|立即还|后果自负",
    re.IGNORECASE,
)
DISCOUNT = re.compile(
    r"\b(settle(ment)?|reduce your|lower your debt|debt relief|forgive\w*|discount)\b|减免|打折|折扣",
    re.IGNORECASE,
)
PHONE = re.compile(r"\d{3}\D{0,2}\d{3,4}\D{0,2}\d{4}")
GREETING = 40
"""Letters that may stand before a name at the beginning."""
SHORTENER = re.compile(r"\b(bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd)/", re.IGNORECASE)


def content(case: Situation) -> Iterator[Violation]:
    text = case.contact.text
    yield from _by_place(case)
    yield from _left(case)
    if not text:
        return
    named = any(pattern.search(_without_names(text, case.contact.lender)) for pattern in DEBT.values())
    debt = case.contact.speaks_of_debt or named
    if debt and not case.contact.verified and not _agreed_to_read(case):
        yield Violation("USF-3PD-1", "words about a debt to somebody who is not verified")
    if debt and case.loan.third_party and case.loan.consumer and case.contact.verified:
        yield from _miranda(case)
    if THREATS.search(text):
        yield Violation("USF-MISREP-1", "a threat or false urgency")
    if case.contact.channel == SMS and case.contact.carrier == "twilio" and DISCOUNT.search(text):
        yield Violation("TW-10DLC-3", "discount or settlement wording in a text")
    if SHORTENER.search(text):
        yield Violation("TW-URL-1", "a public URL shortener")
    yield from _opening(case)


def _agreed_to_read(case: Situation) -> bool:
    """Whether it is a text of a plan to a number for which they allowed its terms, and no stop came since."""
    contact = case.contact
    if contact.channel != SMS or not contact.of_plan:
        return False
    said = [word for word in case.history.said if word.at <= contact.at]
    stops = [word.at for word in said if word.what in ("stop", "cease")]
    return any(
        all(stop < word.at for stop in stops)
        for word in said
        if word.what == "details" and (word.number, word.case) == (contact.number, contact.case)
    )


def _left(case: Situation) -> Iterator[Violation]:
    """A message on a machine names the business first and a number, and says little else."""
    left, lender = case.contact.left, case.contact.lender
    if left is None:
        return
    rest = _without_names(left, lender)
    if not lender or lender not in left[: len(lender) + GREETING]:
        yield Violation("TCPA-ID-1", "the message on a machine does not begin with the lender's name")
    if not PHONE.search(left):
        yield Violation("USF-LCM-1", "the message on a machine gives no number")
    if any(pattern.search(rest) for pattern in DEBT.values()):
        yield Violation("USF-3PD-1", "words about a debt on a machine")
    if any(pattern.search(rest) for spoken in (AUTOMATED, RECORDED) for pattern in spoken.values()):
        yield Violation("USF-LCM-1", "the message on a machine has a notice, for which it has no room")


def _without_names(words: str, lender: str) -> str:
    """The words without the lender's own name, which may hold a word such as Loans."""
    return words.replace(lender, "") if lender else words


def _by_place(case: Situation) -> Iterator[Violation]:
    contact = case.contact
    text = contact.channel == SMS and contact.purpose != CRISIS
    if text and case.loan.third_party and {"US", "CA"} & case.places:
        yield Violation("TW-10DLC-1", "a third-party collector's text to the United States or Canada")
    if contact.channel == SMS and contact.carrier == "twilio" and case.number.country in ("CN", "TW"):
        yield Violation("TW-CN-1", "loan content by this carrier to China or Taiwan")


def _miranda(case: Situation) -> Iterator[Violation]:
    text = case.contact.text.lower()
    for language in case.contact.languages:
        groups = MIRANDA.get(language, ())
        if not all(any(words in text for words in group) for group in groups):
            yield Violation("USF-MM-1", f"no debt collector's disclosure in {language}")
            if language != "en":
                yield Violation("USF-LANG-1", f"the conversation was in {language}, the disclosure is not")


def _opening(case: Situation) -> Iterator[Violation]:
    contact = case.contact
    if not case.initiated:
        return
    if not contact.lender or contact.lender.lower() not in contact.text.lower():
        yield Violation("TCPA-ID-1", "does not name the lender")
    for language in contact.languages:
        yield from _said_in(case, language)


def _said_in(case: Situation, language: str) -> Iterator[Violation]:
    contact = case.contact
    if contact.artificial and not AUTOMATED[language].search(contact.text):
        yield Violation("AI-ALL-1", f"does not say in {language} that a machine speaks")
    if contact.channel == SMS and not OPT_OUT[language].search(contact.text):
        yield Violation("USF-OPTOUT-1", f"no way out named in {language}")
    if contact.channel == VOICE and not RECORDED[language].search(contact.text):
        yield Violation("REC-US-1", f"the recording is not announced in {language}")
