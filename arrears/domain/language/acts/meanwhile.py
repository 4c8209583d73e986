"""Words of who waits for our decision: "do I have to pay meanwhile", and "ok, I'll wait to hear from you"."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_WHILE = compiled(
    r"\b(?:meanwhile|in\s+the\s+mean\s?time|while\s+(?:i|we|it|this|that|you|they|the\s+\w+)\b|until\s+(?:then|i\s+hear|"
    r"you|they|it|this|that|there)\b|till\s+(?:then|you|they|it)\b|before\s+(?:you|they|it|this|that|there)\b|"
    r"(?:during|pending)\s+(?:the|this|your|that)\b)"
    r"|[审批等核定](?:批|核|决定|[你您]们)?[^\n。？?]{0,8}(?:期间|这段时间|这段日子|的时候|过程中?)|这期间|这段(?:时间|日子)|"
    r"(?:批|审核?|决定|答复|结果|定)(?:出来|下来|好|完|通过|了)?(?:之前|以前|前)|没批(?:下来)?(?:之前|以前|前)"
)
_STILL_DUE = compiled(
    r"\b(?:do|does|must|should|am|are|shall|need|have)\b[^.!?\n]{0,40}\b(?:pay(?:ing|ments?)?|due|owe)\b|"
    r"\bpayments?\b[^.!?\n]{0,20}\b(?:due|on\s+hold|paused|stopped)\b"
    r"|(?:用不用|要不要|需不需要|该不该|要|需要|得|用|还是|可以不|能不|是不是)[^\n。？?]{0,8}(?:还|付|交|缴)|"
    r"(?:还款|还钱|月供|这个月的?钱?)[^\n。？?]{0,6}(?:怎么办|怎么还|停|照常)"
)
_WAITS = compiled(
    r"\W*(?:(?:ok(?:ay)?|k|alright|all\s+right|fine|good|great|sure|yes|yeah|thanks|thank\s+you|thx|cool|then|so|got\s+it|that'?s\s+fine|"
    r"perfect|sounds\s+good|i\s+see|understood|please)\W*)*"
    r"(?:i(?:'?ll|\s+will|'?m)?|we(?:'?ll|\s+will)?|will)\s+(?:just\s+)?(?:wait(?:ing)?|look\s+out|be\s+waiting)"
    r"(?:\s+(?:for|to|until|till|on|then|now|here|hear|(?:from\s+)?you(?:r|\s+guys)?|the|a|an|it|news|answer|reply|decision|result|word|back|call|message|that|"
    r"i|we|get|know))*(?:\W*(?:thanks|thank\s+you|then))*\W*"
    r"|\W*(?:(?:好的?|行|可以|嗯|知道了|明白了?|了解|收到|没问题|谢谢|谢了|那么?|那就|辛苦了?|麻烦[你您]们?了?|吧|啊|呀)\W*)*"
    r"(?:我们?)?(?:就|先|再|会)*(?:等(?:着|一等|等)?|静候|等候)(?:着)?(?:[你您]们?的?)?(?:的)?(?:消息|通知|答复|回复|结果|回音|回信|审批|批复|电话)?"
    r"(?:(?:吧|了|啊|呀|哈|哦|就好|就行|谢谢|谢谢[你您]|辛苦了?)\W*)*\W*"
)


_URGES = compiled(
    r"\W*(?:(?:ok(?:ay)?|k|alright|all\s+right|fine|good|well|sure|then|so|thanks|thank\s+you|thx|please|pls|just|but)\W*)*"
    r"(?:hurry(?:\s+up)?|(?:let\s+me\s+know|get\s+back\s+to\s+me|give\s+me\s+(?:an|a)\s+(?:\w+\s+)?(?:answer|reply)|tell\s+me)\s+"
    r"(?:soon|asap|quick(?:ly)?|(?:as\s+)?(?:soon|quick(?:ly)?|fast)\s+as\s+(?:you|u)\s+can|as\s+soon\s+as\s+possible))(?:\W*(?:please|pls|thanks|then))*\W*"
    r"|\W*(?:(?:那|好的?|行|可以|嗯|吧|啊|哦|就|麻烦|请|拜托)\W*)*(?:[你您]们?)?(?:那边)?(?:快点|快些|快一点|尽快|早点|抓紧)(?:时间)?的?"
    r"(?:(?:给|回|答)(?:我|个|一个)*(?:准话|准信|答复|回复|话|信|结果|消息|说法)?|答复|回复|决定|定下来?|批|查|处理|看看)(?:我|一下)?(?:[吧啊呀哈哦]|谢谢)*\W*"
)


def asks_what_is_due_meanwhile(text: str) -> bool:
    """Whether they ask if anything has to be paid until there is a decision."""
    plain = fold(text)
    return _WHILE.search(plain) is not None and _STILL_DUE.search(plain) is not None


_NOTES = compiled(
    r"\W*(?:(?:ok(?:ay)?|k|alright|all\s+right|fine|good|great|sure|yes|yeah|yep|thanks|thank\s+you|thx|cool|perfect|got\s+it|gotcha|"
    r"i\s+see|understood|noted|will\s+do|that'?s\s+fine|sounds\s+good|then|very\s+much|so\s+much)\W*)+"
    r"|\W*(?:(?:好的?|行|可以|嗯|成|ok|知道|明白|了解|收到|清楚|没问题|谢谢|谢了|辛苦|[你您]们?|了|吧|啊|呀|哈|哦)\W*)+"
)


def only_takes_note(text: str) -> bool:
    """Whether the whole text says that they have heard what we told them."""
    return not text.rstrip().endswith(("?", "\uff1f")) and _NOTES.fullmatch(fold(text)) is not None


def only_waits(text: str) -> bool:
    """Whether the whole text says that they wait for our answer, or would have it soon."""
    plain = fold(text)
    return _WAITS.fullmatch(plain) is not None or _URGES.fullmatch(plain) is not None
