"""At what time of day somebody wants to be reminded: "remind me at 9", 早上九点提醒我."""

from __future__ import annotations

from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import Span, compiled, fold
from arrears.domain.language.times.times_of_day import read_times

_ASKS = compiled(
    r"\bremind(?:er|ers|ing)?\b|\b(?:text|message|msg|ping|nudge|alert|notify|buzz|txt|sms)\s+(?:me|"
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
