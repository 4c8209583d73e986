"""Whether somebody asks what they are talking to, and does not ask for a person."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_REAL = (
    r"(?:(?:a|an|the|any|some|really|actually|even|just|like)\s+)*(?:(?:real|actual|live|living|human)\s+)*"
    r"(?:person|human(?:\s+being)?|people|someone|somebody|man|woman|bot|robot|machine|computer|ai|program|"
    r"automated(?:\s+\w+)?|real|human|chatbot)"
)
_ASKS = compiled(
    rf"\b(?:am|are)\s+(?:i|we)\s+(?:talking|speaking|texting|chatting|writing)\s+(?:to|with)\s+{_REAL}\b"
    rf"|\b(?:are|r)\s+(?:you|u|ya)\s+{_REAL}\b|\bis\s+(?:this|that|it)\s+{_REAL}\b"
    rf"|\b(?:who|what)\s+am\s+i\s+(?:talking|speaking|texting)\s+(?:to|with)\b"
    r"|(?:你|您|这|对面|那边|这边)(?:们)?(?:到底|究竟)?(?:是不是|是)(?:一个|个)?(?:真的)?(?:真人|人工|活人|机器人|机器|ai|人)(?:客服)?(?:吗|么|吧|还是|在|[?？]|$)"
    r"|是(?:真人|活人)(?:在)?(?:吗|么|跟我|和我)|是(?:真人|人工|机器人)还是"
)
_WISHES = compiled(
    r"\b(?:want|need|wanna|like|rather|prefer|let\s+me|get\s+me|give\s+me|gimme|put\s+me|connect|transfer|pass\s+me|call\s+me|"
    r"can\s+(?:i|we|you|someone|a|somebody)|could\s+(?:i|we|you|someone)\s+(?:please\s+)?(?:talk|speak|get|have|connect|transfer)|may\s+i|how\s+(?:do|can)\s+i|"
    r"if\s+not|there\s+a\s+(?:person|human|real)\s+\w+\s+i)\b(?!\s+(?:only\s+|maybe\s+|just\s+)?(?:pay|send|do|give|afford))"
    r"|(?:要|想|能)(?:不能)?(?:跟|和|同)|[跟和同](?:个)?(?:真人|活人|人工)|转|接|换(?:个)?(?:人|真人)|找(?:个)?(?:人|真人)|要(?:人工|真人|找)|想(?:跟|和|找)|叫(?:个)?人|能不能(?:跟|和|让)|不想(?:跟|和)|请人工"
)
_SENDS = compiled(r"\b(?:can|could)\s+(?:i|we)\b[^.!?]{0,16}\b(?:pay|send|do|give)\b")


def asks_whether_human(text: str) -> bool:
    """Whether the words ask it and wish for nobody. "Is there a person I can talk to?" wishes for one."""
    plain = _SENDS.sub(" ", fold(text))
    asked = _ASKS.search(plain)
    return asked is not None and _WISHES.search(plain) is None and not _offered(plain[asked.end() :])


def _offered(after: str) -> bool:
    return _TO_TALK_TO.match(after) is not None


_TO_TALK_TO = compiled(
    r"\s+(?:there\s+|here\s+|available\s+)*(?:i|we|who|that|to\s+(?:talk|speak|help)|available)\b"
)
