"""Whether and at what time of day somebody wants to be reminded: "remind me at 9", 早上九点提醒我."""

from __future__ import annotations

from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import Span, compiled, fold
from arrears.domain.language.times.parts_of_day import part_of_day
from arrears.domain.language.times.times_of_day import read_times

_ASKS = compiled(
    r"\bremind(?:er|ers|ing)?\b(?!\s+(?:me|us)\s+(?:what|how|who|why|which|again)\b)|\b(?:text|message|msg|ping|nudge|alert|notify|buzz|txt|sms)\s+(?:me|"
    r"us)\b|\b(?:send|shoot|drop)\s+(?:me\s+)?(?:a|the|my|an)\s+(?:text|message|alert|note|notice)\b"
    r"|\bheads\s+up\b|\blet\s+me\s+know\b|提醒|发(?:个|条)?(?:短信|信息|消息|微信)|"
    r"短信(?:通知|告诉|叫)|通知我|通知一?下|叫我一声|喊我|告诉我一声|知会"
)
_NOT_WANTED = compiled(
    r"\b(?:don'?t|dont|do\s+not|never|stop|quit|no|not|without|why|who|cancel|instead\s+of|"
    r"rather\s+than|hate|tired\s+of|(?:keep|keeps|kept)\s+\w+ing)\b"
    r"|(?<!\bcan\s)(?<!\bcould\s)(?<!\bwill\s)(?<!\bwould\s)(?<!\bif\s)(?<!\bwanna\s)\b(?:you|u|"
    r"y'?all|they|it)\s+(?:\w+\s+)?(?:text|remind|message|texted|reminded|messaged|sent|send|"
    r"already)\b"
    r"|不要|不用|不需要|不必|别|停止|取消|老是|总是|为什么|怎么(?:又|老|总)|干嘛|凭什么|没必要|"
    r"不想|已经|没收到|没有?提醒|没提醒|昨天|刚才|合适"
)
_NOT_AT = compiled(r"\b(?:work|shift|off|appointment|class|flight|meeting|leave|job)\b[^,.;]{0,12}$")
_NOT_AT_AFTER = compiled(r"\s*(?:钟)?(?:之?前|以前|为止)|\s*(?:or|and|to|-|&)\s*\d")
_DOTS = compiled(
    r"(?<=\d)\.(?=\d)|(?<=[\d\s][ap])\.(?=\s?m)|(?<=[ap]\.m)\.|(?<=[ap]m)\."
)  # of an hour, that end no clause

_TWO = compiled(r"^(?!between|btwn|bet|from).*\b(?:and|or)\b|和|或")  # "9am and 5pm" are two


def reminder_minute(text: str) -> int | None:
    """The minute of the day, 0 to 1439, on the borrower's clock; None without a reminder and one time for it.

    An hour without its half of the day is taken as in `read_times`. Whether one may write at that time
    is for the caller to decide. Of a stretch its beginning counts; a mere limit ("before 9") does not.
    """
    plain = _DOTS.sub(" ", fold(text))
    asked = [match.span() for match in _ASKS.finditer(plain)]
    wanted = [span for span in asked if not _NOT_WANTED.search(plain[slice(*clause(plain, span))])]
    if not wanted or len(wanted) != len(asked):
        return None
    minutes = {
        _minute(one.value)
        for one in read_times(plain)
        if any(_together(plain, one.span, span) for span in wanted) and _is_at(plain, one.span, one.value)
    }
    return minutes.pop() if len(minutes) == 1 else None


_REMINDS = compiled(
    r"\bremind(?:er|ers|ing)?\b(?!\s+(?:me|us)\s+(?:what|how|who|why|which|again)\b)|\bheads\s+up\b|\b(?:text|message|msg|ping|nudge)\s+(?:me|us)\b[^.!?\n]{0,20}\b(?:day|night|evening|morning)\s+before\b"
    r"|提醒|(?:提前|前)一天[^。，！？!?\n]{0,8}(?:通知|告诉|叫|喊|发)"
)
_A_DAY_BEFORE = compiled(
    r"(?<!\w)(?:a|the|one|1)\s+(?:day|night|evening|morning)\s+(?:before|ahead|earlier|prior)\b|(?:提?前|早)[一1]天"
)
_OTHER_DAYS = compiled(
    r"\b(?:days|weeks?|a\s+couple|(?:two|three|four|five|\d+)\s+days?)\s+(?:before|ahead|earlier|prior|in\s+advance)\b"
    r"|\b(?:same|that)\s+day\b|\bon\s+the\s+day\b|(?:提?前|早)(?:[两二三四五六七2-9]|几|一个?(?:周|星期|礼拜))天?|当天|那天"
)


def wishes_reminder(text: str) -> bool:
    """Whether they ask to be reminded, at whatever time."""
    plain = fold(text)
    asked = [match.span() for match in _REMINDS.finditer(plain)]
    return bool(asked) and all(not _NOT_WANTED.search(plain[slice(*clause(plain, span))]) for span in asked)


def of_other_days(text: str) -> bool:
    """Whether they want it on another day than the one before: "three days before", 当天."""
    plain = fold(text)
    return _OTHER_DAYS.search(plain) is not None and _A_DAY_BEFORE.search(plain) is None


def wished_minute(text: str, usual: int) -> int | None:
    """The minute that they choose, or that suits the part of the day they name; None without a reminder.

    `usual` is the minute at which reminders come; it stays where it is in what they want, or not in what
    they do not.
    """
    chosen = reminder_minute(text)
    if chosen is not None or not wishes_reminder(text) or read_times(fold(text)):
        return chosen
    part = part_of_day(text)
    if part is None:
        return usual
    begins, ends = (each.hour * 60 + each.minute for each in (part.hours.opens, part.hours.closes))
    if part.wanted == (begins <= usual < ends):
        return usual
    if part.wanted:
        return _FIRST[part.hours.opens.hour]
    return ends if ends <= _FIRST[18] else _FIRST[0]


_FIRST = {0: 9 * 60, 12: 13 * 60, 18: 18 * 60}
"""The minute for a part of the day, by the hour at which it begins. Judgement."""


def _together(plain: str, time: Span, asked: Span) -> bool:
    """Whether the time is said in the clause of the reminder, or right beside it."""
    first, last = min(time, asked), max(time, asked)
    between = plain[first[1] : last[0]] if first[1] <= last[0] else ""
    return clause(plain, time) == clause(plain, asked) or _ONLY_DAYS.fullmatch(between) is not None


_ONLY_DAYS = compiled(
    r"(?:[\s,\uff0c、:]|\b(?:me|the|day|night|morning|evening|before|on|of|at|please|pls|"
    r"it's|its|due|friday|monday|tuesday|wednesday|thursday|saturday|sunday|a|text|for|"
    r"around|about|and|then|same)\b|我|一下|提前|一天|前|当天|那天|在|每次|到期)*"
)


def _is_at(plain: str, time: Span, value: str) -> bool:
    words = plain[slice(*time)]
    limit = words.startswith(("before", "by", "until", "till", "til", "since", "past"))
    either = "-" in value and _TWO.search(words) is not None
    return (
        not limit
        and not either
        and not _NOT_AT.search(plain[: time[0]])
        and not _NOT_AT_AFTER.match(plain, time[1])
    )


def _minute(value: str) -> int:
    hour, minute = value[:5].split(":")
    return int(hour) * 60 + int(minute)
