"""Since when something lasts: "in the hospital since Sunday", 从周日起一直住院. Nobody pays on such a day.

A reason begins like it, and is none of them: "since Friday is payday", 从周五起每周还100.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import Span, compiled

_ABOUT = r"(?:(?:the|last|this|past|about|around|like|early|late|mid|at\s+least|maybe|on|of|back\s+in)\s+)*"
_SINCE = compiled(rf"\bsince\s+{_ABOUT}$")
_FROM_BEFORE, _TO_NOW = (
    compiled(rf"\bfrom\s+{_ABOUT}$"),
    compiled(r"\s+(?:up\s+)?(?:un)?(?:to|till?)\s+now\b"),
)
# What makes of "since" a "because".
_BECAUSE_AFTER = compiled(
    r"\s*(?:'s|is|isn'?t|was|works?|would|will|won'?t|comes?|seems?|sounds?|suits?|has|falls?|payday)\b"
)
_WE_AFTER = compiled(
    r"\s*(?:(?:i|we)(?:'?ll|'?m|'?re)?\s+(?:will|get|getting|(?:will\s+|can\s+)?(?:pay|do|send|get|have(?!\s+(?:no|not|been|had|only|nothing)\b)))|(?:my|our)\s+(?:pay|check|wages))\b"
)
_NOTHING = compiled(r"(?:^|[,.;!?])\s*(?:(?:and|so|but|well|ok|yes|hi|ever)\b\W*)*$")
_LASTS_ZH = (
    r"(?:一直(?!都?[还付给能按每])|没(?!有?问题|事|关系)|住(?:了)?院|生病|病|发烧|失业|下岗|停[工业产薪]|歇业|不舒服|"
    r"在(?:家|医院|住院)|请假|休(?:假|病假)|被(?:裁|停|辞|隔离))"
)
_WHO_ZH = r"(?:[我俺他她它就都也便已经]|老[公婆]|[爸妈孩子]|家里|公司|厂[里子]|店[里子]){0,8}"
_LASTING_AFTER_ZH = compiled(
    rf"(?:那天)?(?:以来|至今|到(?:现在|今天|如今|目前)|(?:起|开始)(?:算)?{_WHO_ZH}{_LASTS_ZH})"
)
_SINCE_ZH = compiled(r"自从$")


def is_since(text: str, span: Span) -> bool:
    """Whether the day is the one since which something lasts, and not one on which something is paid."""
    before = text[: span[0]]
    since = _SINCE.search(before if not text.startswith("since", span[0]) else f"{before}since ")
    if since is not None:
        begins = _NOTHING.search(text[: since.start()]) is not None
        return not (_BECAUSE_AFTER.match(text, span[1]) or (begins and _WE_AFTER.match(text, span[1])))
    if _FROM_BEFORE.search(before) and _TO_NOW.match(text, span[1]):
        return True
    if _SINCE_ZH.search(before):
        return True
    return _LASTING_AFTER_ZH.match(text, span[1]) is not None
