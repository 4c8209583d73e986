"""Answers to an offer or a question of ours that say nothing else: a day, a payday, a sum, a no, 一次还不清.

The words of such answers are a closed list: one word that is not on it, and the text is no plain answer.
Sums, days and rhythms are those that were read.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from arrears.domain.language.means.told_means import Means
from arrears.domain.language.readings import DateProblem, DateReading, Readings
from arrears.domain.language.script.fold import compiled, fold


class Part(StrEnum):
    """What one stretch of a plain answer says."""

    DAY = "day"
    SUM = "sum"  # or a limit
    PAYDAY = "payday"
    NO = "no"  # to what was offered
    THINKING = "thinking"
    IN_PARTS = "in_parts"  # not everything at once


_D, _M, _F = "\ue010", "\ue011", "\ue012"  # stand where a day, a sum, a rhythm was read
_SIGNS = f"{_D}{_M}{_F}"

_COURTESY = compiled(
    r"(?:(?:hi|hello|hey)(?:\s+there)?|yeah|ok(?:ay)?|k|well|so|um+|uh+|er+|hm+|sorry|please|pls|look|listen|honestly|really|actually|"
    r"thanks(?:\s+for\s+(?:getting\s+back(?:\s+to\s+me)?|(?:the|your)\s+(?:reply|message|offer)))?|"
    r"thank\s+(?:you|u)|thx|sir|ma'?am|and|but)(?![\w'])"
    r"|您好|你好|谢谢(?:回复|你|您)?|不好意思|抱歉|对不起|那个|这个嘛|呃+|嗯+|哎|唉|说实话|但是?|不过|可是"
)
_WORDS_EN = (
    r"it'?d|it'?ll|it'?s|it|that|this|i'?d|i'?ll|i|we'?d|we'?ll|we|would|will|has|have|got|gotta|need|needs|to|be|is|must|should|"
    r"can|could|only|just|do|pay|send|give|manage|afford|swing|make|start|starting|begin|from|first|one|"
    r"on|by|after|before|until|till|around|about|at|in|the|of|for|me|us|a|an|per|each|every|"
    r"no\s+(?:more|earlier|sooner|later|higher)(?:\s+than)?|not\s+(?:more|before|until|till|after|over)(?:\s+than)?|"
    r"(?:can'?t|cannot|couldn'?t)\s+(?:go|do|pay|manage|afford|spare)\s+(?:any\s+)?(?:more|over|above|higher|beyond|past)(?:\s+than)?|"
    r"(?:my|our)\s+(?:limit|max|maximum|budget|best|tops|payday|first|payments?)|works?|best|earliest|soonest|latest|most|max|maximum|limit|budget|tops|payday|then|how|what|let'?s|say|"
    r"fine|good|really|maybe|probably|payments?|instal?lments?|month|week|day|time|that'?s|all|as|soon|or|so|and|"
    r"please|though|up"
)
_TERMS_EN = compiled(rf"(?:(?:(?:{_WORDS_EN})(?![\w'])|[{_SIGNS}])[\s,:-]*)++")
_WORDS_ZH = (
    r"我们?|咱们?|只能|只有|只|得|要|要到|等|到|在|就|才|能|可以|最多|顶多|最早|最晚|最快|至少|不超过|不能超过|超过|"
    r"是|的|那天|左右|之前|之后|以后|以前|前|后|再|开始|起|从|还款?|付款?|给|交|转|拿出来?|承受|出|每|个|一期|"
    r"第一[期笔次]|上限|预算|吧|呢|啊|行|定|左右|大概|也|都|应该|安排|一次"
)
_TERMS_ZH = compiled(rf"(?:(?:{_WORDS_ZH}|[{_SIGNS}])\s*)++")

_PAYDAY = compiled(
    r"(?:(?:i'?m|i\s+am|we'?re|we\s+are)\s+(?:only\s+|next\s+)?paid|(?:i|we)(?:'?m|\s+am|'?re|\s+are)?\s+(?:(?:only|usually|don'?t|next|always)\s+)*get(?:ting)?\s+paid|"
    r"(?:(?:my|our|the|next)\s+)*(?:pay\s?che(?:ck|que)|che(?:ck|que)|wages|salary|pay|money|direct\s+deposit|paycheck)\s+"
    r"(?:(?:only|usually)\s+)?(?:comes?|gets|is|lands|hits|arrives|clears|goes)(?:\s+(?:in|here|through))?|"
    r"(?:my\s+)?pay\s?day(?:'s|\s+is)?)"
    rf"\s+(?:again\s+|until\s+|till\s+|next\s+|not\s+before\s+|on\s+|the\s+|{_F}\s*)*{_D}"
    # In Mandarin the reading of the day takes in the words of the payday itself.
    rf"|(?:我们?|咱们?)?(?:工资|薪水|钱)?(?:要|得)?(?:等到?)?(?:才|是|就|在)?{_D}(?:才|就|会|要)?(?:发|领|拿|开|到账|到)?(?:工资|薪水?|工钱)?(?!了)"
    rf"|(?:我|我们)?(?:发薪|发工资)(?:的?日子?)?(?:是|在|要到)?{_D}"
)
_HEAD_NO = (
    r"(?:(?:i'?m\s+afraid|i\s+(?:just\s+|really\s+|still\s+)?|we\s+(?:just\s+)?|that\s+|it\s+|this\s+)\s*)?"
)
_FOR_ME = (
    r"(?:\s+(?:for\s+(?:me|us)|right\s+now|at\s+the\s+moment|a\s+month|each\s+month|per\s+month|either))*"
)
_NO_EN = compiled(
    rf"(?:no\s+(?:way|chance|thanks|thank\s+you|sir|deal|can\s+do)|no(?:pe)?|nah|not\s+(?:possible|happening|doable|really|"
    rf"gonna\s+(?:work|happen)|for\s+me|an\s+option)|impossible|absolutely\s+not|"
    rf"{_HEAD_NO}(?:can'?t|cannot|can\s+not|couldn'?t)\s+(?:really\s+)?(?:do|afford|manage|swing|agree\s+to|accept|make|pay)\s+"
    rf"(?:that|this|it|so\s+much)(?:\s+(?:much|one|amount|plan|offer|kind\s+of\s+money))?|"
    rf"{_HEAD_NO}(?:won'?t|wouldn'?t|doesn'?t|does\s+not|will\s+not|isn'?t\s+going\s+to|can'?t|cannot)\s+work|"
    rf"(?:(?:that'?s|it'?s|this\s+is|that\s+is|it\s+is|that|still|way|just|far|simply)\s+)*(?:too|way\s+too)\s+(?:much|high|steep|expensive|"
    rf"big|soon)|(?:(?:that'?s|it'?s|that\s+is|it\s+is)\s+)(?:more\s+than\s+(?:i|we)\s+can\s+(?:afford|manage|do|pay|swing)|"
    rf"out\s+of\s+(?:my|our)\s+(?:reach|budget)|over\s+(?:my|our)\s+budget|not\s+(?:possible|doable|something\s+i\s+can\s+do))"
    rf"){_FOR_ME}(?![\w'])"
)
_NO_ZH = compiled(
    r"(?:(?:这样|这个|那样|那个|这么多|那么多|现在|目前|真的?|实在|我觉得|觉得|我们?|恐怕|还是|每个?月|一个月|也|肯定|都|的话|"
    r"对我来说|金额|数)\s*)*+"
    r"(?:不(?:行|可以|能|要|同意|接受|合适|可能|成|好办)|做不到|办不到|达不到|负担不起|承担不起|承受不[了起]|付不起|还不起(?=这么多|那么多)|"
    r"拿不出(?:来)?|接受不了|同意不了|没(?:有)?办法|没法(?:接受|同意|做到|这样)?|无法(?:接受|做到)|不太?(?:行|现实|可能)|"
    r"太(?:多|高|贵|快)了?|(?:有点|有些)(?:多|高|贵)了?)(?:这么多|那么多|这个数|这样)?(?!了)"
)
_THINKING = compiled(
    r"(?:let\s+me|lemme|i(?:'?ll|\s+will)?(?:\s+(?:need|want|have|got))?(?:\s+to)?|gotta|need\s+to|gonna|can\s+i|"
    r"(?:i'?m\s+)?still)\s+(?:just\s+)?(?:think(?:ing)?(?:\s+(?:about|on|it|this|that|over|for|a|bit|minute|moment|second|sec))*|"
    r"see(?!\s+(?:you|her|him|them|my|god|mom|dad))|check(?:\s+(?:my\s+)?(?:calendar|budget|schedule))?)(?![\w'])"
    r"|(?:(?:i'?m\s+)?not\s+(?:too\s+|really\s+)?sure(?:\s+yet)?|i\s+don'?t\s+know(?:\s+yet)?|dunno)(?![\w'])"
    r"|(?:你?(?:让|容|等)?我|我们)?(?:先|再|要|得|还得|好好|需要)*(?:想一?想(?!死|走|办法)(?:看)?|考虑(?:一下|考虑|看看|下)?|"
    r"琢磨(?:一下|琢磨)?|看看|合计(?:一下|合计)?|算算|算一下)(?:吧|再说|啊)?(?![\u4e00-\u9fff])"
    r"|(?:我们?|目前|现在|暂时|还|真的?|实在|也)*(?:说不(?:准|好)|没准儿?|不太?确定|不(?:太|大)?清楚|不知道|没想好|看情况)"
    r"(?:呢|啊|吧|呀)?(?![\u4e00-\u9fff])"
)
_ALL = (
    r"(?:(?:it|that|this)\s+all|all(?:\s+of)?\s+(?:it|that|this)|everything|(?:it|that|this)|"
    r"(?:the|this|that)\s+(?:whole|full|entire|total)(?:\s+(?:thing|amount|sum|lot|balance|bill|debt|loan))?|the\s+lot)"
)
_AT_ONCE = (
    r"(?:all\s+)?(?:at\s+once|in\s+one\s+(?:go|shot|payment|lump(?:\s+sum)?)|in\s+a\s+lump(?:\s+sum)?|at\s+one\s+time|"
    r"in\s+full|in\s+one)"
)
_IN_PARTS_EN = compiled(
    rf"(?:{_HEAD_NO}|i'?m\s+|we'?re\s+|i\s+am\s+)(?:can'?t|cannot|can\s+not|couldn'?t|won'?t\s+be\s+able\s+to|not\s+able\s+to|unable\s+to|"
    rf"don'?t\s+have)\s+(?:(?:really|possibly|just)\s+)?(?:(?:pay|do|afford|manage|swing|cover|come\s+up\s+with|give|have)\s+)?(?:you\s+|back\s+)*"
    rf"(?:(?:{_ALL})\s+(?:back\s+|off\s+)?{_AT_ONCE}|{_AT_ONCE}|(?:{_ALL})(?<!\bit)(?<!\bthat)(?<!\bthis)|(?:it|that|this)\s+all)"
    rf"(?:\s+(?:right\s+now|right\s+away|today|now|at\s+the\s+moment|either|though))*(?![\w'])"
    rf"|not\s+(?:{_ALL}\s+)?{_AT_ONCE}(?![\w'])"
)
_IN_PARTS_ZH = compiled(
    r"(?:我们?|现在|目前|实在|真的?|这么多|那么多|这些?|钱|全部|恐怕|可能|是|也|确实)*"
    rf"(?:(?:没(?:有)?办?法|无法|不能|做不到|没能力)(?:一次性?|一下子?|一口气)(?:就)?(?:把?(?:全部|所有|全|都))?(?:的?(?:还|付|交|结|{_M})(?:清|完|掉|上)?)(?:全部|这么多|那么多)?|"
    r"(?:一次性?|一下子?|一口气)(?:就)?(?:也|都|全部|全|可|实在|是)?(?:还|付|交|拿|结)不(?:了|起|清|完|出来?|上)(?:这么多|那么多|全部)?(?:钱)?|"
    r"(?:还|付|拿)不(?:了|起|清|出)全部)(?:的|啊|呀|呢|了)?(?![\u4e00-\u9fff])"
)
_SEPARATOR = compiled(r"(?:[\s,.!;:~…-]|[\uff0c\u3002\uff1b\uff01\u3001])+")  # a question is no answer

_MOST_CHARACTERS = 200
"""Whoever writes more says more."""


def plain_answer(text: str, readings: Readings, means: Means, today: date) -> frozenset[Part]:
    """All that the text says, where it is nothing but a plain answer; nothing otherwise.

    `readings` and `means` are those of the same text; a day before `today` tells of something that happened.
    """
    if len(text) > _MOST_CHARACTERS or any(_is_over(each, today) for each in readings.dates):
        return frozenset()
    signed = _signed(fold(text), readings)
    found: set[Part] = set()
    at = 0
    while at < len(signed):
        end, parts = _longest(signed, at, means)
        if end == at:
            return frozenset()
        found |= parts
        at = end
    return frozenset(found)


def _is_over(day: DateReading, today: date) -> bool:
    return day.problem is DateProblem.PAST or (day.on is not None and day.on < today)


def _signed(folded: str, readings: Readings) -> str:
    """The text with one sign in place of each day, sum and rhythm."""
    days = [(each.span, _D) for each in readings.dates]
    sums = [(each.span, _M) for each in readings.amounts]
    rhythm = readings.plan.frequency_span
    signs = [*days, *sums, *([] if rhythm is None else [(rhythm, _F)])]
    out, at = [], 0
    for (start, end), sign in sorted(signs):
        if start >= at:
            out += [folded[at:start], sign]
            at = end
    return "".join([*out, folded[at:]])


def _longest(signed: str, at: int, means: Means) -> tuple[int, set[Part]]:
    """The longest stretch from there on that says one thing, and what."""
    best: tuple[int, set[Part]] = (at, set())
    for pattern, parts in _STRETCHES:
        match = pattern.match(signed, at)
        if match is None or match.end() <= best[0]:
            continue
        said = _of_terms(match.group(), means) if parts is None else set(parts)
        if said is not None:
            best = (match.end(), said)
    return best


def _of_terms(words: str, means: Means) -> set[Part] | None:
    """Terms name a day, a sum or a rhythm; words alone are none."""
    if not any(sign in words for sign in _SIGNS):
        return None
    day = {Part.PAYDAY if means.payday is not None else Part.DAY} if _D in words else set()
    return day | ({Part.SUM} if _M in words or _F in words else set())


_STRETCHES: tuple[tuple[re.Pattern[str], tuple[Part, ...] | None], ...] = (
    (_SEPARATOR, ()),
    (_COURTESY, ()),
    (_PAYDAY, None),
    (_TERMS_EN, None),
    (_TERMS_ZH, None),
    (_NO_EN, (Part.NO,)),
    (_NO_ZH, (Part.NO,)),
    (_THINKING, (Part.THINKING,)),
    (_IN_PARTS_EN, (Part.IN_PARTS,)),
    (_IN_PARTS_ZH, (Part.IN_PARTS,)),
)
"""What each stretch says; None where the days and sums in it tell."""
