"""Who wants a person and says nothing else, as callers whom nobody knows yet do; and who needs none."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

WHO = (
    r"(?:(?:a|an|the|some|your|real|live|actual|human)\s+)*"
    r"(?:person|human|human\s+being|somebody|someone|agent|operator|representative|rep|supervisor|manager)"
)
"""A person of ours, as folded English names one."""
_ASK = (
    r"(?:(?:please|hello|hi|no|sorry|i|i'?d|i'?ll|want|need|would|like|prefer|can|could|may|let|me|just|to|you|get|give|"
    r"speak|talk|put|through|transfer|connect|with|rather)\s+)*"
)
_WISH = compiled(
    rf"\W*{_ASK}{WHO}(?:\s+(?:please|now|there|instead))*\W*"
    r"|\W*(?:请|麻烦|你好|您好|我|要|想|需要|能不能|可以|给|帮|转|接|找|跟|和|与|真人|人工|客服|工作人员|"
    r"专员|活人|说话|通话|讲话|谈|服务|吗|吧|一下|[\s,，。!！?？])*"
    r"(?:人工|客服|工作人员|真人|活人|专员)(?:客服|服务|说话|通话|讲话|谈|吗|吧|一下|谢谢|[\s,，。!！?？])*"
)


def wants_person(text: str) -> bool:
    """Whether the words ask for a person of ours and for nothing else."""
    return len(text) <= _LONGEST and _WISH.fullmatch(fold(text)) is not None


_LONGEST = 120

_NO_NEED = (
    r"(?:no\s+need\s+(?:for|of|to\s+(?:get|involve|call\s+in|bring\s+in|talk\s+to|speak\s+(?:to|with)|wait\s+for))"
    r"|(?:don'?t|do\s+not|dont)\s+(?:really\s+|actually\s+|even\s+)?(?:need|want)(?:\s+to\s+(?:talk|speak|chat|wait)\s+(?:to|with|for))?"
    r"|(?:never\s?mind|forget|skip|cancel)(?:\s+about)?|(?:rather|would)\s+not\s+(?:talk|speak)\s+(?:to|with)|without)"
)
_NONE_WANTED = compiled(
    rf"\b{_NO_NEED}\s+(?:any\s+)?{WHO}(?:\s+(?:now|any\s?more|any\s+longer|after\s+all|then|thanks|for\s+(?:this|that|it)))*\s*(?=[^\w\s]|$|(?:and|i|we|let'?s|you|just)\b)"
    r"|(?:不用|不要|不需要|不必|无需|没必要|用不着|甭|别)(?:再|给我|帮我|麻烦|叫|找|转接?|接|联系|跟|和)*(?:人工|客服|真人|工作人员|专员|活人)(?:客服|服务)?(?:说|谈|聊)?(?:了|吧|啦|的)*(?=[\s,，。.!！?？]|$)"
    r"|(?:转?人工|真人|工作人员)(?:就|先|还是)?(?:不用|不必|不需要|算|免)了"
    r"|(?:不用|别|甭|不必)转(?:接)?了"
)
_WHY_ONE = compiled(
    rf"\b(?:why|what|which)\b(?:(?!n'?t\b|\bnot\b)[^.!?,\n]){{0,30}}\b(?:need|want|involve|involving|bring(?:ing)?\s+in)\s+{WHO}(?:\s+(?:for(?:\s+(?:this|that|it))?|to\s+do))?\b"
    r"|(?:为什么|为啥|干嘛|干吗|什么事|哪[个里])(?:还|非)?(?:要|得|需要|用)?(?:再)?(?:找|转|叫|等)?(?:个)?(?:人工|真人|活人|工作人员|专员)(?:来|处理|看)?"
)
"""Asked why one is needed: they want none."""
_A_PERSON = compiled(rf"\b{WHO}\b|人工(?!智能)|真人|活人|工作人员|专员|客服")


def names_person(text: str) -> bool:
    """Whether a person of ours is named at all."""
    return _A_PERSON.search(fold(text)) is not None


def wants_no_person(text: str) -> bool:
    """Whether they say that no person of ours is needed, and ask for none in the same breath."""
    plain = fold(text)
    if _WHY_ONE.search(plain) is not None:
        return _A_PERSON.search(_WHY_ONE.sub(" ", plain)) is None
    rest = _NONE_WANTED.sub(" ", plain)
    return rest != plain and "?" not in plain and _A_PERSON.search(rest) is None
