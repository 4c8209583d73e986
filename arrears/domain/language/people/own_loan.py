"""Who speaks of their own loan and of nobody else: "I'm the owner", "this is about my loan", 我的贷款."""

from __future__ import annotations

from arrears.domain.language.people.others_involved import names_nobody
from arrears.domain.language.script.fold import compiled, fold

_OWN = compiled(
    r"\b(?:i'?m|i\s+am|this\s+is|it'?s)\s+(?:the\s+)?(?:(?:business|shop|store)\s+)?"
    r"(?:owner|borrower|account\s+holder)\b(?!')|\bit'?s\s+me\b|\bi\s+(?:own|borrowed)\b"
    r"|\b(?:my|our)\s+(?:own\s+)?(?:\w+\s+)?(?:loans?|accounts?|debts?|balance|payments?|贷款|借款|欠款|账户?)"
    r"|\bi\s+(?:do\s+|already\s+)?know\s+(?:about\s+)?(?:the|that|this|my)\s+(?:loan|debt|account|bill)\b"
    r"|(?:那|这)(?:个|笔)?\s?(?:loan|(?:经营|装修|消费|信用)?贷款?|借款|欠款|账|钱)\s?(?:的事)?我?(?:是|也)?知道|我知道(?:那|这)(?:个|笔)?\s?(?:loan|贷款|借款|欠款|账)"
    r"|我(?:就)?是(?:[^\s,，。是我你您他她]{0,6}的?)?(?:老板|店主|业主|法人|负责人|借款人|本人)(?!娘|的)|本人就?是我|就?是我(?:本人|自己)"
    r"|(?<!不是)我(?:们|自己|本人)?(?:的|那|这)?(?:[笔个])?(?:经营|生意)?的?(?:贷款|借款|欠款|账户|还款)|(?<!不是)我(?:借|欠|贷)的"
)


_SETTLES = compiled(
    r"\b(?:i'?d\s+like|we'?d\s+like|i\s+would\s+like|(?:i|we)\s+(?:do\s+)?(?:really\s+)?(?:want|need|hope)|looking|trying|hoping|wanting|ready|here|calling|writing|(?:can|could)\s+we)\s*(?:to\s+)?"
    r"(?:get|bring|work|sort|set|figure|settle|talk|catch|discuss|make|arrange|fix|resolve)\b[^.?!]{0,40}"
    r"\b(?:back\s+on\s+track|out|(?:payment\s+)?(?:plan|arrangement)|up\s+to\s+date|current|caught\s+up|up|(?:my|our|the|this)\s+(?:\w+\s+)?(?:loan|account|balance|debt))\b"
    r"|想(?:跟你们|和你们|来)?(?:商量|谈谈?|协商|解决|处理|沟通)(?:个|一下|下)?(?:[^\s,\uff0c。不没]{0,6}(?:方案|办法|还款|还|事|分期|计划|问题))?(?=\W*$|[\s,\uff0c。])"
)


def wants_to_settle(text: str) -> bool:
    """Whether they want to talk the loan over: "I'd like to get our loan back on track", 想商量个方案."""
    return _SETTLES.search(fold(text)) is not None


def speaks_of_own_loan(text: str) -> bool:
    """Whether they call the loan, or the business that owes it, their own, and speak of nobody else."""
    rest, owned = _OWN.subn(" ", fold(text))
    return bool(owned) and names_nobody(rest)


def names_nobody_else(text: str) -> bool:
    """Whether nobody is spoken of but who writes; whoever calls it their own is nobody else."""
    return names_nobody(_OWN.sub(" ", fold(text)))
