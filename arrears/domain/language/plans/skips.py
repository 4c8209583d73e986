"""One payment that they would like to skip: "60 a week but skip the week of July 4th", 跳过7月4号那周."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

NOT_IN_THAT_WEEK = (
    r"那个?(?:周|星期|礼拜)[我都就先]*(?:放假|休息|停工|不[跑开出上][\u4e00-\u9fff])?[\s,\uff0c]*[我都就先]*"
    r"(?:不(?:还|付|交)|没钱|没法[还付交])"
)
"""After the day of a week in which nothing is paid: 10月5号那周放假不还."""
_SKIPS = compiled(
    rf"{NOT_IN_THAT_WEEK}|"
    r"\bnot\s+(?:in\s+|on\s+)?the\s+week\s+(?:of|with)\b|\bskip(?:ping)?\b[^.;!?]{0,16}\b(?:week|month|payment|one|day)\b|(?:跳过|空过|避开)[^,.;!?\uff0c\u3002\uff1b]{0,10}[周月号日期次]"
)


def skips_one(text: str) -> bool:
    """Whether a time is named in which no payment is to be made."""
    return _SKIPS.search(fold(text)) is not None
