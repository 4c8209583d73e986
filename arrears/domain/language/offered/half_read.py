"""Days that were read in part: a word of time right beside one, which was not read, may make another of it.

"Halfway through [July]", [November] one, 三月[半], 两个礼拜以后的[今天]: the calendar has more names for
its days than the rules know, and what they leave of such a name is another day. It only ever doubts.
"""

from __future__ import annotations

from collections.abc import Iterable

from arrears.domain.language.script.fold import Span, compiled

_UNITS = r"(?:days?|weeks?|wks?|weekend|fortnights?|months?|quarters?|years?)"
_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_BEFORE = compiled(
    rf"(?:\b(?:{_UNITS}\s+(?:of|into|after|before)|(?:half|mid)\s?way|middle\s+of|(?:start|end|beginning|close|back|front|part|top|tail)\s+of"
    r"|first|second|third|fourth|next|nxt|following|previous|early|late|mid)[\s-]+(?:the\s+)?"
    r"|[再隔第]|(?:后|完|过了)的?(?:那个?|头一?个|第[一二三]个)的?|[后前]的|[一二两三四五六七八九])$"
)
_AFTER = compiled(
    rf"\s*-?\s*(?:(?:after|before|following|from)\s+(?:next|that|last|the\s+next|the\s+following)\b"
    r"|(?:of|in)\s+(?:the\s+)?(?:next|following|coming|same)\b|(?:the\s+)?(?:week|month|quarter|year)\s+(?:after|before|following)\b"
    rf"|{_SMALL}\b(?=\W*$|\s*[,.;])|ago\b|half\b)"
    r"|的?(?:半|最后(?!一?[天期笔次])|第[一二三四](?![期笔次]))|(?:[二三四五六七八九十]|一(?=[二三四五六七八九]))(?![百千万十块元毛角期次笔个天点月周])"
)


def half_read(page: str, days: Iterable[Span]) -> set[Span]:
    """The days beside whose words a word of time was left; what else was read is blank in the page."""
    return {span for span in days if _is_half_read(page, span)}


def _is_half_read(page: str, span: Span) -> bool:
    return _BEFORE.search(page[: span[0]]) is not None or _AFTER.match(page, span[1]) is not None
