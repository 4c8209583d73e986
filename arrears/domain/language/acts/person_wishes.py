"""Who wants to talk with a person, and says nothing else: what a caller says whom nobody knows yet."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_WHO = (
    r"(?:(?:a|an|the|some|your|real|live|actual|human)\s+)*"
    r"(?:person|human|human\s+being|somebody|someone|agent|operator|representative|rep|supervisor|manager)"
)
_ASK = (
    r"(?:(?:please|hello|hi|no|sorry|i|i'?d|i'?ll|want|need|would|like|prefer|can|could|may|let|me|just|to|you|get|give|"
    r"speak|talk|put|through|transfer|connect|with|rather)\s+)*"
)
_WISH = compiled(
    rf"\W*{_ASK}{_WHO}(?:\s+(?:please|now|there|instead))*\W*"
    r"|\W*(?:请|麻烦|你好|您好|我|要|想|需要|能不能|可以|给|帮|转|接|找|跟|和|与|真人|人工|客服|工作人员|"
    r"专员|活人|说话|通话|讲话|谈|服务|吗|吧|一下|[\s,，。!！?？])*"
    r"(?:人工|客服|工作人员|真人|活人|专员)(?:客服|服务|说话|通话|讲话|谈|吗|吧|一下|谢谢|[\s,，。!！?？])*"
)


def wants_person(text: str) -> bool:
    """Whether the words ask for a person of ours and for nothing else."""
    return len(text) <= _LONGEST and _WISH.fullmatch(fold(text)) is not None


_LONGEST = 120
