"""When the borrower is paid next, and how often, where they say so of themselves and for certain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import pairwise

from arrears.domain.language.dates.events import BENEFITS_EN, BENEFITS_ZH
from arrears.domain.language.means.page import MeansPage
from arrears.domain.language.means.rhythms import rhythms_in
from arrears.domain.language.read import read
from arrears.domain.language.readings import Certainty, DateReading, Frequency
from arrears.domain.language.script.fold import READ, Span, blank, compiled, overlap
from arrears.domain.money import Currency
from arrears.domain.people import Language

_COMES = (
    r"(?:comes?(?:\s+in)?|clears?|hits?|lands?|drops?|is|are|arrives?|gets\s+(?:here|in|deposited)|posts?|"
    r"deposits?|goes\s+in|shows\s+up|moved|changed)\b"
)
_MONEY = (
    r"(?:(?:pay\s?)?che(?:ck|que)s?|ssi|ssdi|disability|social\s+security|pension|unemployment|"
    r"va\s+\w+|wages|salary|pay(?:\s?outs?)?|direct\s+deposit|benefits)"
    r"(?:\s+(?:check|money|payment|deposit))?"
)
_RHYTHMIC = (
    r"(?:weekly|every|each|bi-?weekly|monthly|twice|semi|fortnightly|on\s+(?:fri|mon|tues|wednes|"
    r"thurs)days|(?:fri|mon|tues|wednes|thurs)days)\b"
)
_EARNER = r"(?<!\bcan\s)(?<!\bcould\s)(?<!\bdid\s)(?<!\bif\s)(?<!\bwish\s)\b(?:i|we)"
_CUE_EN = compiled(
    rf"{_EARNER}(?:\s+(?:only|usually|always|just|now|don'?t|dont|do\s+not|won'?t|wont|will|normally|"
    r"also|typically|should))*\s+(?:get|be\s+getting)\s+paid(?!\s+(?:back|off|by\s+(?:my|"
    r"the)\s+(?:cust|client)))"
    r"|\b(?:i'?m|i\s+am|we'?re|we\s+are)\s+(?:(?:only|usually|always|just|"
    r"now)\s+)?(?:getting\s+)?paid(?!\s+(?:up|off|in\s+full|ahead|through))"
    r"|\b(?:they|job|work|boss|company|plant|office)\s+pays?\s+(?:me|us)\b"
    rf"|\b(?:job|gig|work|boss|company|(?<!which\s)one)\s+pays(?=\s+{_RHYTHMIC})|(?<![\w'])pay\s?days?\b(?!\s*loan)"
    rf"|\b(?:my|our)\s+(?:next\s+|first\s+)?{_MONEY}\s+(?:(?:usually|always|only|should|"
    rf"will)\s+)?{_COMES}|\bmy\s+(?:next\s+)?(?:pay\s?)?che(?:ck|que)s?\s+(?:on|the)\b"
    rf"|{_EARNER}(?:\s+(?:only|usually|always|just|will|normally|also))*\s+(?:get|receive|draw|collect)\s+"
    rf"(?:(?:my|our)\s+)?{BENEFITS_EN}\b|(?<!\w )\b(?:ssi|ssdi|social\s+security)\s+{_COMES}"
    rf"|(?<!\w )(?<!your\s)\bpay(?:\s?che(?:ck|que)|out)s?\s+(?:(?:usually|always|only)\s+)?{_COMES}|"
    rf"\bdirect\s+deposit\s+{_COMES}|\bmoney\s+comes\s+in\b"
    rf"|^[^\w\u4e00-\u9fff]*(?:(?:i|get|getting)\s+)*(?<!\bi\s)paid(?=\s+{_RHYTHMIC})"
)
_PAYS = r"(?:发放?|到账|到帐|下来|入账|改成|改到|改为|结算?|打(?=$|卡)|开|到(?=$|[\s，。,]))"
_CUE_ZH = compiled(
    rf"(?<![没不停未刚])(?:发|开|领|结|出)(?:一?[次回])?(?:了)?(?:工资|薪水?|工钱|{BENEFITS_ZH})(?!卡)|发薪(?:水|日)?|"
    rf"(?<!的)(?:工资|薪水|{BENEFITS_ZH})(?!卡)[^\n，。；！？、没不欠拖停扣还才]{{0,8}}?(?:才)?(?<![没未不停]){_PAYS}(?!了|不)|"
    r"(?<![还付给]的)(?<!把)钱[^\n，。；！？、没不欠还]{0,8}?(?:到账|到帐|进账)(?!了|户|吗|没)|"
    r"(?:工资|薪水)日|(?<=[周期拜月])发一?[次回](?![的了])|(?<=(?:周|期|拜)[一二三四五六日天])发(?=$|[\s，。,；、])|"
    r"(?:工资|薪水)[^\n。；！？、没不欠拖停扣还付给交]{0,16}[号日](?:才|能|会|准时|固定)?(?:到账|到帐|发放?|下来|入账)(?!了|户|吗)"
)
_OTHERS = compiled(
    r"\b(?:your|ur|his|her|their|(?:wife|husband|mom|dad|mother|father|son|daughter|boyfriend|"
    r"girlfriend|partner|roommate|boss|brother|sister)'?s?)\s+(?:next\s+)?$"
    r"|(?:老公|老婆|爸|妈|儿子|女儿|哥|弟|姐|妹|朋友|他|她|[你您]|人家|员工|工人|伙计)们?(?:们|"
    r"那边)?(?:[^我俺咱]{0,8})$"
)
_UNSURE = compiled(
    r"\b(?:if|hope|hoping|hopefully|might|maybe|wish|unless|was|were|used\s+to|last|supposed\s+to|"
    r"haven'?t|hasn'?t|never|didn'?t|slipped|missed|late|delayed|isn'?t|not\s+on)\b"
    r"|如果|要是|希望|可能|也许|说不定|不一定|以前|原来|之前(?=.{0,4}[发号])|上个?月|上周|本来|"
    r"没发|没到|不发|拖欠|停发|发不[出了]|刚发|已经|欠着|了吗|吗$|不是"
)
_BREAK = compiled(
    r"[.;!?\n\uff0c\u3002\uff1b\uff01\uff1f\u3001]|,(?!\s*(?:the\s+)?\d)|\b(?:but|however|"
    r"because|cuz|so|then|i'?ll|ill|i\s+will|(?:i|we)\s+can|i\s+could|we'?ll|let\s+me|lemme|"
    r"can\s+(?:i|u|you|we)|could|and\s+(?:can|will|pay|then|i\s+(?:will|can)))\b|但|可是|不过|我就|所以|"
    r"现在"
    rf"|(?<=[\u4e00-\u9fff{READ}])\s+(?=[\u4e00-\u9fff\d])"
)
_LINK = (
    rf"(?:[\s{READ}]|[,:(-]|\b(?:is|are|comes?|in|on|it'?s|like|about|only|usually|around|"
    r"always|and|once|that'?s|my|the)\b|一般|都|大概|是|的|才|就|要|会|一次|\ue003)*"
)
_LINKED = compiled(_LINK)
_BOTH = compiled(r"\s*(?:and|&|/|n|和|跟|、|,)\s*(?:on\s+)?(?:the\s+)?")
_AROUND = compiled(r"\b(?:after|before)\b")  # "the friday after payday" is not payday
_MOVED = compiled(r"(?:从|\bfrom\b).*(?:变|改|换|调|到|\bto\b)")
_NEXT = compiled(
    r"\bnext\s+(?:(?:one|time|(?:pay\s?)?che(?:ck|que)|pay(?:\s?(?:day|out))?)(?:'?s\b)?(?:\s+(?:is|will\s+be|should\s+be|comes|on))*"
    r"|(?:is|will\s+be|should\s+be|comes|on))\b[\s:,]*"
    r"|下一?[次回笔](?:工资|薪水?|发薪日?|发)?(?:应该|就)?[是在]?[:：]?\s*"
)
"""Before the next payday, told beside how often they are paid: 两周发一次工资 下一次是12号."""
_NEAR_ZH = compiled(r"[^\d，。；！？还付给转]{0,6}")

_CUES_MAX = 4  # of one turn; who says it more often says nothing new


@dataclass(frozen=True, slots=True)
class Payday:
    """The next payday and its rhythm."""

    on: date | None = None
    rhythm: Frequency | None = None
    both: tuple[Span, ...] = ()  # where two days of a month are said


def payday_in(
    text: str, plain: str, page: MeansPage, *, language: Language, today: date, currency: Currency
) -> Payday:
    """What the turn says of it. `plain` is the folded text; `page` the same with its sums overwritten."""
    cues = [match.span() for cue in (_CUE_EN, _CUE_ZH) for match in cue.finditer(plain)]
    own = [cue for cue in sorted(cues) if _is_own(plain, cue)]
    if not own:
        return Payday()
    dates_in = partial(_dates, text, language=language, today=today, currency=currency)
    for cue in own[:_CUES_MAX]:
        stretch = _stretch(plain, cue)
        found = _payday(page, cue, stretch, dates_in(stretch))
        if found.on is not None or found.rhythm is not None:
            coming = None if found.both else _told_next(plain, cue[1], dates_in)
            return found if coming is None else replace(found, on=coming)
    return Payday()


def _dates(
    text: str, stretch: Span, *, language: Language, today: date, currency: Currency
) -> list[DateReading]:
    """The dates of the stretch, read alone: beside what is asked around it a day would be in doubt."""
    dates = read(text[slice(*stretch)], language=language, today=today, currency=currency).dates
    return [_moved(one, stretch[0]) for one in dates]


def _told_next(plain: str, at: int, dates_in: Callable[[Span], list[DateReading]]) -> date | None:
    """The next payday, where it is told in words of its own after how often they are paid."""
    match = _NEXT.search(plain, at)
    if match is None:
        return None
    _, end = _stretch(plain, match.span())
    days = dates_in((match.end(), end))
    return days[0].on if days and days[0].span[0] == match.end() else None


def _moved(one: DateReading, by: int) -> DateReading:
    return replace(one, span=(one.span[0] + by, one.span[1] + by))


def _likeliest(one: DateReading) -> DateReading:
    sole = one.alternatives[0] if one.on is None and len(one.alternatives) == 1 else None
    return one if sole is None else replace(one, on=sole, alternatives=())


def _is_usable(one: DateReading) -> bool:
    """Whether the words name one day; beside another a day may be in doubt that is none by itself."""
    return one.on is not None and (one.certainty is not Certainty.UNSURE or not one.alternatives)


def _payday(page: MeansPage, cue: Span, stretch: Span, dates: Sequence[DateReading]) -> Payday:
    rhythm = _rhythm(page, cue, stretch, [one.span for one in dates])
    if rhythm is Frequency.BIWEEKLY:  # of "every other Friday" the coming one: they hear it read back
        dates = [_likeliest(one) for one in dates]
    days = [one for one in dates if _is_usable(one)]
    day = _chosen(page.text, cue, days)
    other = None if day is None else _other_day(page.text, day, days)
    if other is not None and day is not None and day.on is not None and other.on is not None:
        return Payday(min(day.on, other.on), Frequency.SEMIMONTHLY, (day.span, other.span))
    return Payday(None if day is None else day.on, rhythm)


def _is_own(plain: str, cue: Span) -> bool:
    start, end = _stretch(plain, cue)
    return not _OTHERS.search(plain[start : cue[0]]) and not _UNSURE.search(plain[start:end])


def _stretch(plain: str, cue: Span) -> Span:
    breaks = [match.span() for match in _BREAK.finditer(plain)]
    starts = [end for _, end in breaks if end <= cue[0]]
    ends = [start for start, _ in breaks if start >= cue[1]]
    return (starts[-1] if starts else 0, ends[0] if ends else len(plain))


def _chosen(text: str, cue: Span, days: Sequence[DateReading]) -> DateReading | None:
    """The day said with the cue: in Mandarin the one just before it, else the first after, else the last."""
    over = [one for one in days if overlap(one.span, cue)]
    before = [one for one in days if one.span[1] <= cue[0] and not _AROUND.search(text[one.span[1] : cue[0]])]
    after = [one for one in days if one.span[0] >= cue[1]]
    if before and not text[cue[0]].isascii() and _NEAR_ZH.fullmatch(text[before[-1].span[1] : cue[0]]):
        after = []
    if len(after) > 1 and _MOVED.search(text[cue[1] : after[1].span[1]]):
        after = after[1:]
    return next(iter([*over, *after, *reversed(before)]), None)


def _other_day(text: str, day: DateReading, days: Sequence[DateReading]) -> DateReading | None:
    """The second of "the 1st and the 15th"."""
    pairs = ((left, right) for left, right in pairwise(days) if day in (left, right))
    for left, right in pairs:
        both = _BOTH.match(text, left.span[1])
        if both is not None and both.end() >= right.span[0] and _is_calendar_day(text, left):
            return right if left is day else left
    return None


def _is_calendar_day(text: str, day: DateReading) -> bool:
    return any(char.isdigit() for char in text[slice(*day.span)]) or bool(
        compiled(r"[一二三四五六七八九十]+[号日]|th\b|st\b|nd\b|rd\b").search(text[slice(*day.span)])
    )


def _rhythm(page: MeansPage, cue: Span, stretch: Span, days: Sequence[Span]) -> Frequency | None:
    """The rhythm beside the cue, with nothing but linking words, a sum or the day between them."""
    marked = blank(page.text, days, "\ue003")
    said = partial(_LINKED.fullmatch)
    for one in rhythms_in(page.text[slice(*stretch)]):
        span = (one.span[0] + stretch[0], one.span[1] + stretch[0])
        inside = cue[0] <= span[0] and span[1] <= cue[1]
        gap = marked[span[1] : cue[0]] if span[1] <= cue[0] else marked[cue[1] : span[0]]
        if (inside or said(gap)) and not one.of_year:
            return one.frequency
    return None
