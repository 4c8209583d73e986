"""Somebody else who answered brings the person we want: "ok here he is", 他回来了 叫他跟你讲."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_THEM = r"(?:him|her|them|my\s+(?:husband|wife|dad|mom|son|daughter|boss|partner))"
_BRINGS = compiled(
    r"\bhere\s+(?:s?he|they)\s+(?:is|are|comes?)\b|\bhere'?s\s+(?:him|her|[a-z]+)\W*$"
    rf"|\b(?:let\s+me|i'?ll|i\s+will|gonna|i'?m)\s+(?:go\s+)?(?:get|put|putting|getting|hand|handing|pass|passing|give|giving)\s+(?:(?:you|it|this|the\s+phone)\s+)?(?:(?:to|over\s+to|back\s+to)\s+)?{_THEM}\b"
    rf"|\b(?:s?he'?s|s?he\s+is|they'?re)\s+(?:back|home|here)(?:\s+now)?\b(?!\s+(?:at|in|on|later|tomorrow|tonight|next|around|by|monday))"
    rf"|\b(?:talk|speak|text|write)\s+(?:to|with)\s+{_THEM}\s+(?:now|yourself|directly)\b|\bputting\s+{_THEM}\s+on\b"
    r"|(?:他|她|我?老[公婆]|我?[爸妈]|我?儿子|我?女儿|本人)(?:刚|已经|现在|就)*(?:回来|到家|在这|在旁边|来)(?:了|呢|这儿|里)"
    r"|(?:叫|让|换)(?:他|她|我?老[公婆]|本人)(?:来|自己|直接|亲自)*(?:跟|和|同)?(?:你们?|您)?(?:讲|说|聊|谈|回|来)"
)
_NOT_NOW = compiled(
    r"\b(?:not|n'?t|won'?t|when|until|till|wait|later|tomorrow|tonight|next)\b|没|不在|等|晚上|明天|回头|之后|以后|要是|如果|才"
)


def brings_them(text: str) -> bool:
    """Whether the person we want is there now, and takes over."""
    plain = fold(text)
    return _BRINGS.search(plain) is not None and _NOT_NOW.search(plain) is None


_ABSENT_EN = r"(?:s?he|him|her|they|them|my\s+(?:husband|wife|dad|mom|son|daughter|boss|partner))"
_ABSENT_ZH = r"(?:他|她|我?(?:老[公婆爸妈]|[爸妈哥姐弟妹]|儿子|女儿|爱人|先生|太太|老板)|本人)"
_LATER = compiled(
    rf"\b(?:when|once|till?|until|after|wait(?:ing)?\s+for)\s+{_ABSENT_EN}\b"
    rf"|\b(?:tell|ask|let|have|get|give|show|remind|pass)\s+(?:(?:it|this|that|the\s+phone)\s+(?:on\s+)?(?:to\s+)?)?{_ABSENT_EN}\b"
    rf"|\b{_ABSENT_EN}(?:'ll|\s+will|\s+can|'s\s+gonna|\s+is\s+going\s+to)\s+(?:\w+\s+)?(?:call|text|write|get\s+back|answer|reply|be\s+(?:back|home)|deal|handle)\b"
    rf"|等{_ABSENT_ZH}|{_ABSENT_ZH}[^，。！？,.!?\s]{{0,6}}(?:回来|到家|下班|有空|方便)[^，。！？,.!?]{{0,4}}再|(?:告诉|转告|转达|通知|跟|和|让|叫){_ABSENT_ZH}[^，。！？,.!?]{{0,6}}(?:说|讲|联系|回|一声|找你|打给|$)"
)
_MY_LOAN = compiled(
    r"\bmy\s+(?:own\s+)?(?:loan|account|debt|payments?)\b|我(?:的|那|这)?笔?(?:贷款|借款|欠款|账)"
)


def leaves_it_to_them(text: str) -> bool:
    """Whether it waits for somebody who is away, or they are told of it: 那等他回来再说吧."""
    plain = fold(text)
    return _LATER.search(plain) is not None and _MY_LOAN.search(plain) is None
