"""What the borrower said is the most they can afford; never what we guess of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from arrears.domain.language.acts.claimed_leave import beside_claims
from arrears.domain.language.plans.more_later import NowAndMore, now_and_more
from arrears.domain.language.plans.two_steps import TwoSteps
from arrears.domain.language.readings import AmountKind, Frequency, Readings
from arrears.domain.money import Money
from arrears.domain.negotiation.as_offered import is_roughly
from arrears.domain.negotiation.limits import in_other_rhythm
from arrears.domain.negotiation.offers import Proposal

_MOST = re.compile(
    r"\b(only|at most|max(imum)?|no more than|not more than|up to|the most|the best|best i can|that'?s it"
    r"|all i(?: can|'?ve got| have| got)|(?:what|as much as) i can (?:manage|afford|do|pay)|afford"
    r"|is (?:all|what) (?:i|we)(?:'?ve)? (?:can|have|got|could)"
    r"|(?:my|our|absolute|upper|hard) (?:limit|cap|ceiling|budget)(?! (?:on|of) (?:my|the|your|our) )"
    r"|(?<!credit )(?<!card )(?<!over the )(?:limit|cap|ceiling|budget)(?:'?s| is| would be)"
    r"|(?:can(?:'?t|not| not)|could(?:n'?t| not)|(?:un|not )able to)[^.,;!?\d]{0,20}"
    r"(?:more than|over|above|beyond|past)|(?P<it>\d[\d,.]*) is (?P=it)(?! of| and))\b"
    r"|(?P<zh>\d+)(?:块钱?|元)?就是(?P=zh)(?!\d)"
    r"|(?<![\d块元])多了(?:我|也|就|真的?|实在|可|是)*(?:没有|[^，。,.\s]{0,2}不(?:出|起|了|动|到|来))"
    r"|最多|顶多|頂多|上限|极限|極限|封顶|封頂|顶天了|最高|预算|預算|只能|只有|不超过|不超過|(?:不能|没法|無法|无法)(?:超过|超過|多于|高于)|至多|就这么多|负担得起|承受|能力范围",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    r"\b(?:in all|all? ?together|in total|(?<=\d )total(?= (?:an?|per|each|every) )|for everything"
    r"|(?:for|across|on|between) (?:all|both)(?: of)?(?: my| the| them)?(?: two| three)?"
    r"(?: loans?| accounts?)?)\b"
    r"|(?:一共|总共|總共|合计|合計)(?![^，。]{0,2}(?:分|[\d一二三四五六七八九十两]+\s*(?:期|个月|次)))"
    r"|加起来|加起來|所有的?(?:贷款|贷|借款|账)",
    re.IGNORECASE,
)
_OF_THIS_LOAN = re.compile(
    r"\b(?:on|for|towards?|to) this (?:one|loan|account|debt|bill)\b|\bon top\b"
    r"|\b(?:besides|in addition to) (?:that|it|the other)"
    r"|这一?[笔个](?:贷款|借款|欠款|账)?|這一?[筆個]|另外",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class StatedLimit:
    """A limit in the borrower's own words: of all that they pay us, until it is made `left_for` one loan."""

    amount: Money
    per: Frequency | None  # None: per payment, whatever the rhythm
    of_all: bool = False  # said of everything they pay us, and not of the loan that is spoken of


_CAN = re.compile(
    r"\b(?:i|we)(?:'?d| would| will|'?ll)? (?:(?!if\b|when\b|that\b)[a-z]+ ){0,2}?"
    r"(?:can(?!'?t)|could|have|manage|got)\b"
    r"|(?:^|[,.;!?\n] *)(?:can|could) (?:only |just |maybe )?(?:do|pay|manage|send|give|swing)\b"
    r"|\b(?:can'?t|cannot|can not|couldn'?t) (?:really )?(?:do|pay|manage|send|give|swing)\b"
    r"|\b(?:i|we) (?:(?:just|really|simply) )?(?:can'?t|cannot|can not|couldn'?t)\b"
    r"|\b(?:able to|afford|manage|spare|scrape|stretch to|budget|too (?:much|high|steep)|more than i)\b"
    r"|(?<!不)能(?!不能|否)|(?<![不可])可以(?![^，。,]{0,8}[吗么嘛不?？]|$)|我可以|[拿凑挤][得不]?出|凑|负担|承受"
    r"|太[多高]|[多高]了|压力|吃力|[还付]不[起了]|手[头里上]|[做办]不到",
)
"""Words of what they can pay, or that more is too much.

A sum alone, a question for it, and one beside a flat no haggle: who refuses is offered what who asks is.
"""


def limit_from_refusal(text: str, offered: Money, readings: Readings) -> StatedLimit | None:
    """The limit of someone who answers an offer with a smaller amount, and says that this is what they can.

    `offered` is the regular payment of the offer they answer, which is no smaller one without its cents. What
    one of ours is claimed to have allowed is no word of theirs.
    """
    limit = limit_from_answer(readings)
    if limit is None or limit.amount.currency is not offered.currency or limit.amount >= offered:
        return None
    if limit.per is None and is_roughly(limit.amount, offered):
        return None
    return limit if _CAN.search(beside_claims(text)) else None


def limit_from_answer(readings: Readings) -> StatedLimit | None:
    """The limit of someone who was asked for what they could manage, and names one sum."""
    sums = [a.money for a in readings.amounts if a.kind is AmountKind.SUM and a.money is not None]
    return StatedLimit(sums[0], readings.frequency) if len(sums) == 1 else None


def as_of_now(text: str, readings: Readings) -> tuple[str, Readings]:
    """The turn without a larger sum that they could pay later, where the sum of now is called the most."""
    both = _limited_for_now(text, readings)
    return (text, readings) if both is None else (both.words, both.now)


def steps_from_now(text: str, readings: Readings, today: date) -> TwoSteps | None:
    """The sum of now, which is called the most, until the day of the larger one; None where it has none."""
    both = _limited_for_now(text, readings)
    if both is None or both.turns_on is None or both.turns_on <= today:
        return None
    rhythm = readings.frequency or Frequency.MONTHLY
    return TwoSteps(replace(both.now, dates=(), frequency=rhythm), both.more, both.turns_on)


def _limited_for_now(text: str, readings: Readings) -> NowAndMore | None:
    """The sum of now, which is called the most, and the larger one that is to follow; None without."""
    both = now_and_more(text, readings)
    return both if both is not None and _MOST.search(both.words) else None


def stated_limit(text: str, readings: Readings) -> StatedLimit | None:
    """The limit in a turn of one amount that it calls the most, or of a regular one "in all"; else None.

    A larger sum that begins at a later time is none.
    """
    text, readings = as_of_now(text, readings)
    sums = list({a.money for a in readings.amounts if a.kind is AmountKind.SUM and a.money is not None})
    in_all = _IN_ALL.search(text) is not None
    if len(sums) != 1 or not ((in_all and readings.frequency is not None) or _MOST.search(text)):
        return None
    return StatedLimit(sums[0], readings.frequency, of_all=in_all)


def is_of_this_loan(text: str) -> bool:
    """Whether the words mean the loan that is spoken of alone, beside what is paid on others."""
    return _OF_THIS_LOAN.search(text) is not None and _IN_ALL.search(text) is None


def with_others(limit: StatedLimit, other_plans: Money | None) -> StatedLimit:
    """The limit of one loan as the limit of all: with what they pay on their other plans, a month."""
    return limit if other_plans is None else replace(limit, amount=limit.amount + _in(limit, other_plans))


def left_for(limit: StatedLimit, other_plans: Money | None) -> StatedLimit:
    """What the limit of all leaves for one loan beside their other plans, which are told a month.

    Nothing at the least. A limit without a rhythm has to leave room for a month of them.
    """
    if other_plans is None:
        return limit
    left = limit.amount - _in(limit, other_plans)
    return replace(limit, amount=max(left, Money.zero(left.currency)))


def share_of(limit: StatedLimit, owed: Money, others_owed: Money, least: Money) -> StatedLimit:
    """What a limit of all their loans lets be paid on one, beside those for which nothing is agreed yet.

    In proportion to what is owed, in whole units of the currency; the least payment of it, where that is in
    the limit.
    """
    if not limit.of_all or not others_owed:
        return limit
    part = limit.amount.share(owed.minor, (owed + others_owed).minor)
    whole = replace(part, minor=part.minor - part.minor % 100)
    return replace(limit, amount=max(whole, min(least, limit.amount)))


def _in(limit: StatedLimit, other_plans: Money) -> Money:
    """What they pay on other plans in the rhythm of the limit, rounded up."""
    return -in_other_rhythm(-other_plans, Frequency.MONTHLY, limit.per or Frequency.MONTHLY)


def limit_that_stands(limit: StatedLimit | None, now: Proposal) -> StatedLimit | None:
    """The limit named earlier, until the borrower offers more of their own accord, and not only of later."""
    if limit is None or now.amount is None:
        return limit
    rest = now.rest
    # The first is money they have.
    regular = now if rest is None or rest.amount is None or rest.outlasts_limit else rest
    offered = regular.amount or now.amount
    if limit.per is not None and regular.frequency is not None:
        offered = in_other_rhythm(offered, regular.frequency, limit.per)
    return limit if offered <= limit.amount else None
