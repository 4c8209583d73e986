"""Who cannot name a day to pay on, and says so: "don't ask me for a date", 日子说不准."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_ONE = (
    r"(?:(?:a|an|any|the|one|you|me|what|which|for|about|to|exact|fixed|set|specific|certain|regular|"
    r"particular|actual)\s+)*"
)
_DAY = r"(?:dates?|days?|payday|schedule|calendar\s+day)\b(?!\s+(?:job|care|off|rate))"
_SENDS = r"(?:send|pay|give|put\s+in)(?:\s+(?:you|u|y'?all|in|it|them|this|just))*"
_WHAT_I_HAVE = (
    r"(?:something|some(?:\s+money)?|what(?:ever)?|stuff|bits?|a\s+(?:bit|little)|as\s+much\s+as|money)"
)
AT_WILL = compiled(
    rf"\b{_SENDS}\s+(?:{_WHAT_I_HAVE}\b[^.?!\n]{{0,24}}\b(?:(?:i|we)\s+(?:can|have|got|get|make)|when\s+i)\b"
    rf"|(?:{_WHAT_I_HAVE}\b[^.?!\n]{{0,24}}\b)?(?:whenever|any\s?time|every\s+time|each\s+time)\s+i\b)"
    r"|有(?:多少|钱|了|一?点)就?(?:先)?(?:还|给|打)(?:多少|一?点|你们?|就是)|(?:有钱(?:了)?|手头有)就(?:先)?还"
    r"|能还多少还多少|(?:什么时候|啥时候)有钱(?:就)?(?:什么时候|啥时候)?还"
)
"""Payments as money comes, without a plan: "I just send what I have", 有多少还多少."""
_NO_DAY = compiled(
    rf"\b(?:don'?t|do\s+not|stop|quit)\s+ask(?:ing)?\s+(?:me\s+)?{_ONE}{_DAY}"
    rf"|\b(?:can'?t|cannot|can\s+not|couldn'?t|won'?t|hard\s+to|not\s+able\s+to|unable\s+to)\s+(?:really\s+|even\s+)?(?:promise|name|give|commit|say|tell|pick|set|guarantee)\s+{_ONE}{_DAY}"
    rf"|\b(?:no|without|don'?t\s+have|do\s+not\s+have|haven'?t\s+got)\s+(?:a\s+|any\s+)?(?:fixed|set|regular|specific|certain|particular|exact)\s+{_DAY}"
    r"|\b(?:no|without)\s+(?:any\s+)?dates\b|\bdates\s+(?:are|don'?t)\s+(?:\w+\s+){0,2}(?:trap|problem|hard|impossible|work|tricky)"
    r"|\bmoney\s+comes\s+(?:in\s+)?(?:all\s+over|at\s+random|randomly|whenever|irregular\w*|on\s+and\s+off)"
    r"|没有?(?:个|什么)?(?:固定|确定|准)的?(?:日子|日期|时间|哪天)|(?:日子|日期|时间|哪天|几号)(?:都|也|真|还)?(?:说不[准好定]|定不[了下]|不固定|不确定|没准|没法定|不好说)"
    r"|(?:说不[准好]|不确定|没法说|定不了)(?:是)?(?:哪[天一]|几号|日子|日期)|别(?:再|老)?(?:问|要|让)我?(?:定|说)?(?:日期|日子|哪天|几号)"
)


def names_no_day(text: str) -> bool:
    """Whether they say that they have no day to name, or would pay as money comes."""
    plain = fold(text)
    return _NO_DAY.search(plain) is not None or AT_WILL.search(plain) is not None
