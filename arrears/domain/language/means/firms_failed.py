"""Whether a firm that they live by has failed: "my client went under", 客户倒闭了. It is no death."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_FIRM = (
    r"(?:clients?|customers?|compan(?:y|ies)|suppliers?|distributors?|contractors?|buyers?|firms?|restaurants?|stores?|shops?|"
    r"employers?|vendors?|account)"
)
_FAILED = compiled(
    rf"\b{_FIRM}\b[^.!?\n]{{0,24}}\b(?:(?:went|gone|going|goes)\s+(?:under|bust|belly[\s-]up|out\s+of\s+business)|folded|shut\s+down|closed\s+down|"
    r"shut(?:tered)?\s+(?:its|their)\s+doors|collapsed)\b"
    r"|(?:客户|公司|供应商|厂家?|厂子|甲方|买家|商家|店)(?:[^，。！？\n]{0,4})(?:倒闭|垮|黄|破产|关门|跑路)了?"
)
_OF_A_DEATH = compiled(
    r"\b(?:died?|dead|death|deceased|passed|funeral|buried|killed|late\s+(?:husband|wife|father|mother)|estate)\b|死|去世|过世|走了|丧|葬|遗"
)


def tells_of_failed_firm(text: str) -> bool:
    """Whether a firm failed, and no word is of a death."""
    plain = fold(text)
    return _FAILED.search(plain) is not None and _OF_A_DEATH.search(plain) is None
