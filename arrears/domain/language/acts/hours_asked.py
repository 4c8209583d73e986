"""When our people are there: "what are your office hours", "are you open on Saturday", 你们几点上班."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_PERSON = (
    r"(?:somebody|someone|anybody|anyone|you|(?:a|an|the|your)\s+(?:real\s+|live\s+|human\s+)?"
    r"(?:person|human|agent|people|representative|team))"
)
_HOURS = compiled(
    r"\b(?:what|when|which)\b[^.!?\n]{0,16}\b(?:office|business|opening|open|working|work|service|call)\s+hours\b"
    r"|\b(?:your|office|business|opening)\s+hours\s*\?"
    r"|\b(?:when|what\s+time|until\s+when|how\s+late|what\s+days?)\b[^.!?\n]{0,12}\b(?:are|do|does|is|will)\s+"
    r"(?:you|y'?all|they|your?\s+\w+|the\s+(?:office|team)|people)(?:\s+guys)?\s+(?:be\s+)?(?:open|close|closed|there|work(?:ing)?|start|available|in)\b"
    r"|\b(?:are|is|will)\s+(?:you|y'?all|anyone|anybody|someone|somebody|the\s+office|your\s+(?:office|people|team))(?:\s+guys)?\s+"
    r"(?:be\s+)?(?:open|there|available|working|in)\b[^.!?\n]{0,8}\b(?:on\s+)?(?:weekends?|saturdays?|sundays?|holidays?|evenings?|nights?|late|today|now|tomorrow)\b"
    r"|(?:[你您]们|公司|客服|人工|工作人员|办公室)?(?:一般|都|是|每天|周末|周[六日]|星期[六天日]|节假日|晚上|今天|现在|明天)*(?<![我咱])(?:几点|什么时候|啥时候?|多早|到几点)[^。！？!?\n]{0,4}(?:上班|下班|开门|关门|营业|工作|在线|有人)"
    r"|(?:上班|营业|工作|办公|服务|人工|客服)(?:的)?时间(?:是|到)?(?:几点|什么|多少|怎么|[?？]|呢|\W*$)"
    r"|(?:周末|周[六日]|星期[六天日]|礼拜[六天日]|节假日|晚上)[^。！？!?\n]{0,4}(?:上班|营业|有人|在线?|工作|开门)[^。！？!?\n]{0,2}[吗么不没]"
)
_WHEN_A_PERSON = compiled(
    rf"\b(?:when|what\s+time)\s+(?:can|could|may|do|should)\s+i\s+(?:talk|speak|chat|reach|get|call|catch)\s*(?:to|with|hold\s+of)?\s*{_PERSON}"
    r"|(?:什么时候|几点|啥时候?)(?:能|可以|才能)(?:跟|和|找|联系|打给)?(?:上)?(?:个)?(?:真?人|人工|客服|工作人员|[你您]们)[^。！？!?\n]{0,2}(?:说话|说|谈|聊|联系|通话)?"
)


def asks_for_hours(text: str) -> bool:
    """Whether they ask when our people are there, or when they can talk to one."""
    return _HOURS.search(fold(text)) is not None or asks_when_a_person(text)


def asks_when_a_person(text: str) -> bool:
    """Whether they ask when they can talk to one: they want one, too."""
    return _WHEN_A_PERSON.search(fold(text)) is not None
