"""What may be said: every outbound text is read again here, whatever its author says about it.

The lists catch words that are never lawful, or not lawful here; they do not judge tone. They are wider than
the law where a wider word costs little: a refused template is rewritten once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from arrears.domain.compliance.decision import Finding
from arrears.domain.compliance.facts import ContactFacts, ProposedContact
from arrears.domain.compliance.rule import HOUSE, deny, is_answer, reg_f
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel, Language

# ASCII word boundaries, so that an English word is found where Chinese follows without a space.
_FLAGS = re.IGNORECASE | re.ASCII

_DEBT = re.compile(
    r"\b(?:balances?|ow(?:e|es|ed|ing)|debts?|debtors?|creditors?|loans?|lend(?:er|ers|ing)?|borrow\w*"
    r"|(?:re|over|under)?pa(?:y|ys|ying|yment|yments|yable|yoff|id)|overdue|due(?!\s+to\b)|delinquen\w*"
    r"|arrears|instal?lments?|collect(?:ion|ions|or|ors|ing)|mortgages?|interest\s+(?:rate|charge)s?"
    r"|late\s+fees?|charge[- ]?offs?)\b"
    r"|[$¥￥€£]\s?\d|\d\s?(?:元|块|dollars?\b|bucks\b|usd\b|yuan\b|rmb\b|cny\b)"
    r"|欠|逾期|[还還][款清钱錢]|[应應归歸偿償能][还還]|[还還]多少|[贷貸]款|借款|[债債]|余额|餘額|分期|催收|"
    r"本金|[罚罰]息|利息|付款|[账賬帳][单單]",
    _FLAGS,
)

_THREAT = re.compile(
    r"\b(?:arrest(?:ed|s)?|jail(?:ed)?|prison|handcuff\w*|warrants?|sheriff|criminal(?:ly)?|prosecut\w*"
    r"|lawsuits?|su(?:ed|ing)|sue\s+you|legal\s+(?:action|proceedings|consequences)|(?:take|see)\s+you\s+(?:to|in)"
    r"\s+court|our\s+(?:attorneys?|lawyers?|legal\s+(?:team|department))|garnish\w*|seiz(?:e|ed|ure)|repossess\w*"
    r"|credit\s+(?:score|report|rating|bureau|history|file)s?|blacklist\w*|deport\w*|immigration"
    r"|chain\s+of\s+command|security\s+clearance"
    r"|(?:tell|contact|call|inform|notify)\s+your\s+(?:employer|boss|family|friends|neighbou?rs?|landlord))\b"
    r"|起[诉訴]|[诉訴][讼訟]|法院|法庭|拘留|逮捕|坐牢|判刑|刑事|[报報]警|公安|警察|律[师師]函|[征徵]信|黑名[单單]"
    r"|失信|老[赖賴]|[强強]制[执執]行|查封|[冻凍][结結]|通[讯訊][录錄]"
    r"|(?:[联聯][系繫]|通知|告[诉訴])您?的?(?:家人|家属|家屬|[单單]位|公司|亲友|親友|朋友|同事|[邻鄰]居)",
    _FLAGS,
)

_URGENCY = re.compile(
    r"\b(?:final\s+(?:notice|warning|demand)|last\s+(?:chance|warning)|act\s+(?:now|immediately)|or\s+else"
    r"|immediate\s+(?:payment|action)|before\s+it(?:'s|\s+is)\s+too\s+late|urgent(?:ly)?)\b"
    r"|最[后後](?:通[牒知]|警告|[机機][会會]|期限)|(?:立[即刻]|[马馬]上)(?:[还還]|付|[处處]理)|否[则則]|后果自[负負]|後果自負",
    _FLAGS,
)

_ABUSE = re.compile(
    r"\b(?:deadbeat|idiot|stupid|liar|loser|scum|crook|shame\s+on\s+you|damn|f[u*]ck\w*|sh[i*]t|bastard|bitch)\b"
    r"|混蛋|不要[脸臉]|[无無][赖賴]|[骗騙]子|垃圾|[傻蠢][瓜货貨逼]|去死|[丢丟]人",
    _FLAGS,
)

_HUMAN = re.compile(
    r"\b(?:i\s+am|i'm|this\s+is|you\s+are\s+(?:speaking|talking|chatting)\s+(?:with|to)|"
    r"you're\s+(?:speaking|talking|chatting)\s+(?:with|to))\s+(?:an?\s+)?(?:real\s+|actual\s+|live\s+)?"
    r"(?:human|person)\b"
    r"|\b(?:i\s+am|i'm)\s+not\s+(?:an?\s+)?(?:automated\s+)?(?:\w+\s+)?(?:bot|robot|machine|ai|computer|program|assistant)\b"
    r"|我(?:就)?是(?:一[个個名位])?(?:真人|活人|人[类類]|人工(?!智能|智慧))|我(?:并|並)?不是(?:一[个個])?(?:机器|機器|[电電][脑腦]|程序|程式|AI|人工智)",
    _FLAGS,
)

_SHORTENER = re.compile(
    r"(?<![\w.-])(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|buff\.ly|rb\.gy|cutt\.ly|tiny\.cc|shorturl\.at"
    r"|rebrand\.ly|lnkd\.in|t\.cn|dwz\.cn|url\.cn|suo\.im|dwz\.mk)(?![\w-]|\.\w)",
    _FLAGS,
)

_SETTLEMENT = re.compile(
    r"\b(?:settlements?|settle\s+(?:your|the|this|for)|debt\s+(?:relief|reduction|forgiveness|consolidation)"
    r"|(?:reduce|lower|forgive|erase|consolidate)\s+(?:your|the|this)\s+(?:debt|balance|loan)"
    r"|less\s+than\s+(?:you\s+owe|the\s+full)|credit\s+repair|refinanc\w*)\b"
    r"|[减減]免|和解|[债債][务務](?:重[组組]|整合|[优優]化)|打折|折扣|修[复復][征徵]信",
    _FLAGS,
)

_OPT_OUT = {
    Language.EN: re.compile(r"\b(?:reply|text|send)\s+[\"'“]?(?:stop|td)\b", _FLAGS),
    Language.ZH: re.compile(r"退[订訂]|[回发發送][复復送]?\s*[“\"]?(?:STOP|TD)\b", _FLAGS),
}

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_BETWEEN_HAN = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")


def says_debt(proposed: ProposedContact) -> bool:
    """Whether the words speak of a debt: because their author says so, or because they do.

    The lender's own name is not counted, since it may contain such a word.
    """
    return proposed.speaks_of_debt or _DEBT.search(_anonymous(proposed)) is not None


def speech_findings(facts: ContactFacts, proposed: ProposedContact, now: datetime) -> tuple[Finding, ...]:
    """Everything that forbids these words; nothing when they may be said."""
    found = (check(facts, proposed, now) for check in CHECKS)
    return tuple(finding for finding in found if finding is not None)


type Check = Callable[[ContactFacts, ProposedContact, datetime], Finding | None]


def identity_before_debt(facts: ContactFacts, proposed: ProposedContact, now: datetime) -> Finding | None:
    """USF-3PD-1: nothing about a debt to anyone who has not been verified."""
    if facts.verified or not says_debt(proposed):
        return None
    why = "the words speak of a debt to somebody who is not verified"
    return deny("USF-3PD-1", reg_f("1006.6(d)(1)", facts), why)


@dataclass(frozen=True, slots=True)
class _Barred:
    rule_id: str
    section: str  # of 12 CFR
    why: str
    words: re.Pattern[str]


_BARRED = (
    _Barred("USF-MISREP-1", "1006.18(b)-(d)", "a threat, or a claim about law or credit", _THREAT),
    _Barred("USF-MISREP-1", "1006.18(b)-(d)", "false urgency", _URGENCY),
    _Barred("USF-ABUSE-1", "1006.14(d)", "abusive words", _ABUSE),
)


def _never_said(barred: _Barred) -> Check:
    def check(facts: ContactFacts, proposed: ProposedContact, now: datetime) -> Finding | None:
        if barred.words.search(_plain(proposed.text)) is None:
            return None
        return deny(barred.rule_id, reg_f(barred.section, facts), f"the words contain {barred.why}")

    return check


def never_human(facts: ContactFacts, proposed: ProposedContact, now: datetime) -> Finding | None:
    """AI-ALL-1: the machine does not claim to be human. A supervisor is."""
    by_person = proposed.purpose is ContactPurpose.SUPERVISOR and facts.person_active
    if by_person or _HUMAN.search(_plain(proposed.text)) is None:
        return None
    return deny("AI-ALL-1", HOUSE, "the words claim to come from a human")


def shortened_url(facts: ContactFacts, proposed: ProposedContact, now: datetime) -> Finding | None:
    """TW-URL-1: no public URL shortener in a text."""
    if proposed.channel is not Channel.SMS or _SHORTENER.search(_plain(proposed.text)) is None:
        return None
    return deny("TW-URL-1", "Twilio messaging policy", "the text contains a public URL shortener")


def settlement_by_text(facts: ContactFacts, proposed: ProposedContact, now: datetime) -> Finding | None:
    """TW-10DLC-3: no settlement or debt-reduction wording in a text over Twilio."""
    by_twilio = proposed.channel is Channel.SMS and proposed.carrier is Carrier.TWILIO
    if not by_twilio or _SETTLEMENT.search(_anonymous(proposed)) is None:
        return None
    return deny(
        "TW-10DLC-3", "Twilio error 30869", "carriers forbid words of settlement or debt relief in texts"
    )


def names_sender(facts: ContactFacts, proposed: ProposedContact, now: datetime) -> Finding | None:
    """P-ID-1: a message that nobody asked for says whose it is."""
    name = _plain(proposed.lender).casefold().strip()
    if is_answer(facts, proposed, now) or (name and name in _plain(proposed.text).casefold()):
        return None
    cite = f"{reg_f('1006.14(g)', facts)}; China Banking Association guideline, 30 January 2026"
    return deny("P-ID-1", cite, "the words do not name the lender")


def opt_out_offered(facts: ContactFacts, proposed: ProposedContact, now: datetime) -> Finding | None:
    """USF-OPTOUT-1: a text that nobody asked for says how to stop them."""
    if proposed.channel is not Channel.SMS or is_answer(facts, proposed, now):
        return None
    if _OPT_OUT[proposed.language].search(_plain(proposed.text)):
        return None
    return deny("USF-OPTOUT-1", reg_f("1006.6(e)", facts), "the text does not say how to stop texts")


CHECKS: tuple[Check, ...] = (
    identity_before_debt,
    *(_never_said(barred) for barred in _BARRED),
    never_human,
    shortened_url,
    settlement_by_text,
    names_sender,
    opt_out_offered,
)


def _anonymous(proposed: ProposedContact) -> str:
    name = _plain(proposed.lender).strip()
    text = _plain(proposed.text)
    return re.sub(re.escape(name), " ", text, flags=re.IGNORECASE) if name else text


def _plain(text: str) -> str:
    shown = unicodedata.normalize("NFKC", text).translate(_INVISIBLE).replace("\u2019", "'")
    return _BETWEEN_HAN.sub("", shown)
