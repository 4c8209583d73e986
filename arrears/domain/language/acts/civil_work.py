"""Work that is no service in arms: 刚下班, "just got off work", "off duty", and "I never served".

Only where no other word is of service: 部队, "my unit", orders, a base, or somebody of theirs who serves.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold, has_han

_OFF_WORK = compiled(
    r"\boff\s+(?:from\s+)?(?:work|duty|(?:my\s+|the\s+|a\s+)?(?:night\s+|day\s+|late\s+)?shift|the\s+clock)\b"
    r"|\b(?:finished|done\s+with|out\s+of|home\s+from|back\s+from|left|leaving)\s+(?:my\s+)?(?:work|shift)\b"
    r"|\b(?:at|to)\s+work\b|\bclocked\s+(?:off|out)\b"
    r"|[下收]班|[下收]工|放工|在?(?:工地|厂里?|店里?|公司|单位)?上[班工]|(?:上|下|值)(?:了|完)?(?:一个)?(?:夜|晚|早|白)班"
)
_NEVER_SERVED = compiled(
    r"\bnever\s+(?:ever\s+)?(?:served|enlisted|been\s+(?:in\s+(?:the\s+)?)?(?:military|army|navy|a\s+soldier)"
    r"|joined\s+(?:the\s+)?(?:military|army|navy|forces))\b(?:\s+in\s+(?:the|any)\s+(?:military|army|navy|forces))?"
    r"|\b(?:i'?m|i\s+am|i\s+was)\s+not\s+(?:in\s+(?:the\s+)?|a\s+|any\s+)?"
    r"(?:military|army|navy|soldier|service\s?member|armed\s+forces|active\s+duty)\b"
    r"|\bnot\s+(?:in\s+the\s+|a\s+)?(?:military|army|soldier)\b"
    r"|没有?(?:当|参|服|做)过?(?:兵|军|役)|没有?(?:入过?[伍五]|参过?军)|从来?没?[当服](?:过)?[兵役]"
    r"|(?:不是|并非|又不是)(?:什么)?(?:军人|当兵的|现役(?:军人)?|部队的)|不在部队|不当兵"
)
_STILL = compiled(
    r"\b(?:yet|any\s?more|any\s+longer|but|except|until|till|next|soon|now)\b|还没|现在|以前|但|不过|只是|马上|快要|要去"
)
"""Beside a denial: it may be of today alone, or another serves."""
_OF_SERVICE = compiled(
    r"\b(?:army|navy|marines?|air\s?force|guard|reserv\w*|deploy\w*|militar\w*|soldiers?|troops?|units?|bas(?:e|ic)|forts?|"
    r"camp|station\w*|serv(?:e|es|ed|ing|ice)|service\s?m\w+|orders?|enlist\w*|veterans?|vet|scra|active|activated|mobili\w+|"
    r"ships?|shipp\w+|boot|barracks|tours?|overseas|command\w*|sergeant|captain|lieutenant|corporal|colonel|officer|pcs|"
    r"drill\w*|war|combat|battalion|regiment|platoon|title\s+10|6\s*(?:%|percent)|called\s+up|draft\w*)\b"
    r"|军|兵|部队|役|[入退][伍五]|营|基地|武警|舰|艇|边防|哨|连队|团里|战|国防|出海|演习|驻|征召|调令|命令|训练|集训|拉练|报到|維和|维和|守岛|礁"
)
_OTHERS = compiled(
    r"\b(?:husband|wife|spouse|partner|son|daughter|brother|sister|dad|father|mom|mother|he|she|they)\b"
    r"|[他她]|老公|老婆|丈夫|妻子|先生|太太|爱人|对象|儿子|女儿|孩子|哥|弟|姐|妹|爸|父"
)


def is_no_service(text: str, name: str = "") -> bool:
    """Whether it is of work and not of service in arms, or denies such service, and no word is of any.

    A part of their own name (立军) is no such word.
    """
    plain = _without(fold(text), fold(name))
    rest, denials = _NEVER_SERVED.subn(" ", plain)
    if denials and (_STILL.search(rest) or _OTHERS.search(rest)):
        return False
    rest, works = _OFF_WORK.subn(" ", rest)
    return bool(denials or works) and _OF_SERVICE.search(rest) is None and _OTHERS.search(rest) is None


def _without(plain: str, name: str) -> str:
    for own in (name, name[1:] if has_han(name) else ""):
        plain = plain.replace(own, " ") if len(own) > 1 else plain
    return plain
