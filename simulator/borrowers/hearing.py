"""What a borrower understands of a text from the lender: one kind of move, a total, an offer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Move(StrEnum):
    """What the other side is doing."""

    OUTREACH = "outreach"
    IDENTITY = "identity"
    IDENTITY_RETRY = "identity_retry"
    BALANCE = "balance"
    SETTLED = "settled"
    ASK_BOTH = "ask_both"
    ASK_AMOUNT = "ask_amount"
    ASK_DATE = "ask_date"
    FULL_DATE = "full_date"
    COUNTER = "counter"
    READ_BACK = "read_back"
    RECORDED = "recorded"
    ROBOT = "robot"
    WHO = "who"
    CRISIS = "crisis"
    HANDED_OVER = "handed_over"
    CLOSED = "closed"
    NOT_UNDERSTOOD = "not_understood"
    UNKNOWN = "unknown"


# The first line that matches decides; the more exact stands before the more general.
_MARKS: tuple[tuple[Move, str], ...] = (
    (Move.CRISIS, r"\b988\b|12356"),
    (Move.RECORDED, r"it is recorded|已经登记[：:。]"),
    (Move.READ_BACK, r"shall i record this|需要我登记吗"),
    (
        Move.COUNTER,
        r"what i can (still )?offer|can be set up now|i can offer two|one of two things"
        r"|可以(这样(安排)?|提供)[：:]|现在可以这样安排|有两种(方式|安排)",
    ),
    (Move.IDENTITY_RETRY, r"does not match our records|与我们的记录不一致"),
    (Move.IDENTITY, r"date of birth|last four digits|出生日期|(最后|后)四位"),
    (Move.HANDED_OVER, r"could not confirm who you are|无法确认您的身份"),
    (Move.SETTLED, r"nothing left to pay|没有需要还的款项"),
    (
        Move.BALANCE,
        r"amount owed (is|by our records is)|whole amount owed is|it would be about|应还合计|还清，约为",
    ),
    (Move.CLOSED, r"already have an agreement|our agreement stands|已经有约定|约定不变"),
    (Move.ROBOT, r"automated assistant, not a person|是自动助理，不是真人"),
    (Move.WHO, r"which made the loan to you|这笔贷款由"),
    (
        Move.FULL_DATE,
        r"could not find that day|already passed|calendar day|not sure which day"
        r"|日历上没有|已经过去|具体日期|不确定您说的是哪一天",
    ),
    (
        Move.OUTREACH,
        r"reply here to reach|reply here and we find|有事需与您本人确认|关于商定的事|商定的事有变|约好再商量"
        r"|automated ai assistant of|人工智能语音助手",
    ),
    (
        Move.NOT_UNDERSTOOD,
        r"did not understand|not sure i understood|still do not follow|how can i help"
        r"|cannot change what may be agreed|tell me what you meant|or no if it is you"
        r"|没有明白|没太明白|还是没明白|有什么可以帮您|我不能改变|告诉我您的意思|如果您就是本人",
    ),
    (
        Move.ASK_BOTH,
        r"(what amount )?could you pay, (and )?(by|on) what day|could you manage, and by|need a sum and a day"
        r"|(还|负担)多少、哪|还差金额和日期",
    ),
    (
        Move.ASK_AMOUNT,
        r"how much could you pay|need the sum|还差金额才"
        r"|could you manage by then|could (you )?manage each month|how much comes in"
        r"|(recorded|withdrawn)\. what could you manage|您能(还|负担)多少|每月(能负担|大约收入)多少",
    ),
    (
        Move.ASK_DATE,
        r"on what day could you pay|need the day|还差日期|how often are you paid|哪一天可以还|多久发一次工资",
    ),
    (Move.ASK_DATE, r"until when would you like it|展期到什么时候"),
    (
        Move.HANDED_OVER,
        r"a person (will|from|has|can|works|decides|knows|talks|reads|goes|looks|gets)"
        r"|for (a|the) person (to hear|who checks)"
        r"|will not (use it again|text this number|contact you|ask again|say more)|only speak with the person"
        r"|i will see to that|我来安排|hear from a person|nobody has answered you"
        r"|还没有人回复您"
        r"|opted out|unsubscribed|resubscribe|we pause|stopped our messages"
        r"|工作人员|不会再|不再多说|只能与本人沟通|已退订|暂停联系|停止发送|详情请转人工",
    ),
)
_PATTERNS = tuple((move, re.compile(pattern, re.IGNORECASE)) for move, pattern in _MARKS)
_SUM = (
    r"(?:(?:US|CN|RMB|人民币)?[$¥￥]\s?(?:[0-9][0-9,]*(?:\.[0-9]{1,2})?)"
    r"|(?:[0-9][0-9,]*(?:\.[0-9]{1,2})?)\s?(?:dollars|usd|cny|rmb|yuan|美元|美金|元|块)"
    r"|(?:usd|cny|rmb)\s?(?:[0-9][0-9,]*(?:\.[0-9]{1,2})?))"
)
_MONEY = re.compile(_SUM, re.IGNORECASE)
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]{1,2})?")
_TOTAL = re.compile(r"(?:amount owed (?:by our records )?is|应还合计)(.*)", re.IGNORECASE | re.DOTALL)
_SCHEDULE = re.compile(
    r"(?:what i can (?:still )?offer|can be set up now|can be agreed|with the other day it would be"
    r"|可以(?:这样(?:安排)?|提供)|改日期后是|read that back|once more|^so|[.?!] so"
    r"|复述一遍|再说一遍|那么|as i read it to you|复述的|is recorded|已经登记)\s*[：:]\s*"
    r"(.*?)\s*(?:shall i record|reply (?:yes|1)|需要我登记|同意请回复|(?:请)?回复1或2"
    r"|if something changes|如果情况有变|$)",
    re.IGNORECASE | re.DOTALL,
)
_WHOLE = re.compile(rf"{_SUM}\s*in total|合计\s*{_SUM}", re.IGNORECASE)
_NOT_PAID = re.compile(
    rf"{_SUM}\s*stays due|no longer owe the other\s*{_SUM}|(?:还剩|其余)\s*{_SUM}", re.IGNORECASE
)
_NOTHING_YET = re.compile(r"nothing to pay until|之前不用还款", re.IGNORECASE)
_NUMBERED = re.compile(r"(?<![0-9])[12]\s?[)）]\s*")
_RHYTHMS = (
    ("biweekly", r"every two weeks|biweekly|每两周"),
    ("semimonthly", r"twice a month|每半月"),
    ("weekly", r"every week|weekly|每周"),
    ("monthly", r"every month|monthly|每月"),
)
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DATE_EN = re.compile(rf"([0-9]{{1,2}}) ({'|'.join(_MONTHS)}) ([0-9]{{4}})", re.IGNORECASE)
_DATE_ZH = re.compile(r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日")


@dataclass(frozen=True, slots=True)
class Schedule:
    """A plan as the lender words it: the largest single payment, how often, and the first day.

    A pause has a payment of nothing and no first day: what stays due meanwhile is no payment.
    """

    payment_minor: int
    rhythm: str | None
    first: date | None
    words: str


@dataclass(frozen=True, slots=True)
class Heard:
    """One understood text."""

    move: Move
    total_minor: int | None = None
    schedule: Schedule | None = None  # the first, where several are offered
    schedules: tuple[Schedule, ...] = ()  # all of them, in their order


def hear(text: str) -> Heard:
    """Understand one text."""
    move = next((move for move, pattern in _PATTERNS if pattern.search(text)), Move.UNKNOWN)
    total = _TOTAL.search(text)
    amounts = money(total.group(1)) if total else []
    schedules = _schedules(text)
    return Heard(move, amounts[0] if amounts else None, schedules[0] if schedules else None, schedules)


def money(text: str) -> list[int]:
    """The sums of money in a text, in minor units, in order."""
    return [_minor(number) for found in _MONEY.findall(text) for number in _NUMBER.findall(found)]


def _minor(number: str) -> int:
    whole, _, cents = number.replace(",", "").partition(".")
    return int(whole) * 100 + int(cents.ljust(2, "0") or 0)


def _schedules(text: str) -> tuple[Schedule, ...]:
    """The schedules of a text; several are numbered 1) and 2)."""
    found = _SCHEDULE.search(text)
    if not found:
        return ()
    parts = [part for part in _NUMBERED.split(found.group(1)) if part.strip()]
    return tuple(schedule for part in parts if (schedule := _schedule(part.strip().rstrip(" .;。；"))))


def _schedule(words: str) -> Schedule | None:
    paid = _NOT_PAID.sub("", words)
    single = money(_WHOLE.sub("", paid)) or money(paid)
    if not single:
        return Schedule(0, None, None, words) if _NOTHING_YET.search(words) else None
    rhythm = next((name for name, pattern in _RHYTHMS if re.search(pattern, words, re.IGNORECASE)), None)
    return Schedule(max(single), rhythm, _first_date(words), words)


def _first_date(words: str) -> date | None:
    if found := _DATE_ZH.search(words):
        year, month, day = (int(part) for part in found.groups())
    elif found := _DATE_EN.search(words):
        day, year = int(found.group(1)), int(found.group(3))
        month = _MONTHS.index(found.group(2).lower()) + 1
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
