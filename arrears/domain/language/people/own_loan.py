"""Who speaks of their own loan and of nobody else: "I'm the owner", "this is about my loan", 我的贷款."""

from __future__ import annotations

from arrears.domain.language.people.others_involved import names_nobody
from arrears.domain.language.script.fold import compiled, fold

_OWN = compiled(
    r"\b(?:i'?m|i\s+am|this\s+is|it'?s)\s+(?:the\s+)?(?:(?:business|shop|store)\s+)?"
    r"(?:owner|borrower|account\s+holder)\b(?!')|\bit'?s\s+me\b|\bi\s+(?:own|borrowed)\b"
    r"|\b(?:my|our)\s+(?:own\s+)?(?:\w+\s+)?(?:loans?|accounts?|debts?|balance|payments?|贷款|借款|欠款|账户?)"
    r"|\bi\s+(?:do\s+|already\s+)?know\s+(?:about\s+)?(?:the|that|this|my)\s+(?:loan|debt|account|bill)\b"
    r"|(?:那|这)(?:个|笔)?\s?(?:loan|贷款|借款|欠款|账|钱)\s?(?:的事)?我?(?:是)?知道|我知道(?:那|这)(?:个|笔)?\s?(?:loan|贷款|借款|欠款|账)"
    r"|我(?:就)?是(?:[^\s,，。是我你您他她]{0,6}的?)?(?:老板|店主|业主|法人|负责人|借款人|本人)(?!娘|的)|本人就?是我|就?是我(?:本人|自己)"
    r"|(?<!不是)我(?:们|自己|本人)?(?:的|那|这)?(?:[笔个])?(?:经营|生意)?的?(?:贷款|借款|欠款|账户|还款)|(?<!不是)我(?:借|欠|贷)的"
)


def speaks_of_own_loan(text: str) -> bool:
    """Whether they call the loan, or the business that owes it, their own, and speak of nobody else."""
    rest, owned = _OWN.subn(" ", fold(text))
    return bool(owned) and names_nobody(rest)


def names_nobody_else(text: str) -> bool:
    """Whether nobody is spoken of but who writes; whoever calls it their own is nobody else."""
    return names_nobody(_OWN.sub(" ", fold(text)))
