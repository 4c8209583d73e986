"""Who is owed money by somebody, and sends us after them: "my boss owes me, go chase him", 工头欠我钱."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_WHO_ZH = r"(?:工头|老板|包工头|甲方|客户|上家|别人|人家|公司|单位|东家|房东|朋友|他们?|她|[^\s,，。谁]{1,4})"
_OWED = compiled(
    r"\b(?:\w+\s+){0,3}?(?:owes?|owed)\s+(?:me|us)\b(?:\s+(?:money|wages|pay|a\s+lot|for\s+\w+))?"
    r"|\b(?:\w+\s+){0,3}?(?:has\s?n'?t|have\s?n'?t|did\s?n'?t|wo\s?n'?t|ain'?t|never)\s+(?:even\s+)?pa(?:id|y)\s+(?:me|us)\b"
    rf"|{_WHO_ZH}(?:还|都|也)?(?:欠|拖欠|压|扣)(?:着|了)?(?:我们?|老子)(?:的)?(?:钱|工资|工钱|工程款|货款|款|账|薪)"
    rf"|{_WHO_ZH}(?:还)?(?:没|不)(?:给|发|结)(?:我们?)?(?:发|结)?(?:的)?(?:钱|工资|工钱|工程款|货款|款|账)"
)
_CHASE = compiled(
    r"\b(?:go\s+)?(?:chase|get|ask|call|text|bother|harass|collect\s+from|go\s+after)\s+(?:him|her|them|the\s+\w+)\b(?:\s+(?:for\s+it|instead|not\s+me))?"
    r"|(?:你们?|您)?(?:去|怎么不|咋不|倒是|有本事|先)*(?:催|找|问|跟|向|管)(?:他们?|她)(?:要|讨|催|去|啊|呀)*"
)
_OF_OTHERS = compiled(
    r"\b(?:his|her|their)\s+(?:wife|husband|son|daughter|mother|father|brother|sister|friend|roommate|boss)\b|\b(?:wrong\s+number|not\s+me|don'?t\s+know\s+(?:him|her|them)|never\s+heard|(?:not|n'?t)\s+(?:here|home|in))\b"
    r"|我是(?:他|她)|不是我|打错|不在|不认识|没听说|机主|他老[婆公]|她老[婆公]|不是本人"
)


def owed_by_others(text: str) -> bool:
    """Whether somebody owes them money, and nothing says that they are somebody else themselves."""
    plain = fold(text)
    return _OWED.search(plain) is not None and _OF_OTHERS.search(_CHASE.sub(" ", plain)) is None
