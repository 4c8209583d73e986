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
    r"\b(?:not|n'?t|won'?t|when|until|later|tomorrow|tonight|next)\b|没|不在|等|晚上|明天|回头|之后|以后|要是|如果|才"
)


def brings_them(text: str) -> bool:
    """Whether the person we want is there now, and takes over."""
    plain = fold(text)
    return _BRINGS.search(plain) is not None and _NOT_NOW.search(plain) is None
