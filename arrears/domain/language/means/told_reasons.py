"""Whether a turn gives a reason for not paying, and says nothing of when it suits them to be contacted."""

from __future__ import annotations

from arrears.domain.language.means.hardships import names_hardship
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.script.terms import read_terms
from arrears.domain.language.words.reasons import REASONS

_BY_THEMSELVES = frozenset(
    {"job_loss", "reduced_hours", "divorce", "business_slow", "natural_disaster", "wage_arrears"}
)
_OWN = compiled(r"\b(?:i|i'?m|i'?ve|me|my|we|we'?re|our|us|they\s+cut|sales|business)\b|[\u4e00-\u9fff]")
_OF_CONTACT = compiled(
    r"\b(?:talk|call|text|chat|speak|phone|message|busy|later|driving|drive|meeting|at\s+work|on\s+shift|tomorrow|tonight|minute|hour|"
    r"another\s+time|good\s+time|bad\s+time|back\s+to\s+you|get\s+back|bother|contact|asleep|sleeping)\b"
    r"|忙|说话|聊|打电话|来电|方便|联系|开会|上班|稍后|晚点|回头|等会|一会|待会|开车|睡|打扰|改天|回复你|法庭|开庭|(?:你们|祝)[^，。]{0,8}(?:倒闭|破产|关门)"
)


def gives_reason_only(text: str) -> bool:
    """Whether they tell why they cannot pay, of themselves, with no word on contact."""
    plain = fold(text)
    if _OF_CONTACT.search(plain) is not None or _OWN.search(plain) is None:
        return False
    told = {each.value for each in read_terms(plain, REASONS)}
    return names_hardship(text) or bool(told & _BY_THEMSELVES)
