"""Who would rather have a text than talk: "can you text me instead", 还是发短信吧. The whole text asks it.

Near to "stop texting me" in its words, and the opposite of it: the vocabulary is closed.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_SOFT = (
    r"(?:(?:hi|hello|hey|so|well|um+|uh+|ok(?:ay)?|yes|yeah|no|sorry|look|listen|please|actually|maybe|just|then|and|but|"
    r"thanks)\b\W*)*"
)
_INSTEAD = (
    r"(?:\W*\b(?:instead|please|rather|back|over|now|then|about\s+(?:it|this|that)|the\s+(?:link|info|information|details)|"
    r"(?:a|the)\s+link|of\s+(?:calling|a\s+call|talking|this)|thanks|thank\s+you|better|if\s+(?:you\s+can|possible)))*\W*"
)
_ASK = r"(?:(?:can|could|would|will)\s+(?:you|u|we)\s+(?:(?:just|please|maybe)\s+)*)"
_TEXT_ME = (
    rf"(?:{_ASK}?(?:text|message|sms)\s+(?:me|us|(?:it|this|that)\s+to\s+me)"
    rf"|{_ASK}?send\s+(?:me\s+)?(?:(?:it|this|that)\s+(?:by|as\s+a|in\s+a|over)\s+)?(?:an?\s+)?(?:text|sms)(?:\s+message)?"
    rf"|{_ASK}(?:do|go\s+on|continue|talk)\s+(?:(?:this|it|that)\s+)?(?:by|over|via|through)\s+(?:text|sms|text\s+message)"
    r"|i(?:'?d|\s+would)?\s+(?:rather|prefer(?:\s+to)?|like\s+to)\s+(?:(?:do|have)\s+(?:this|it)\s+(?:by|over)\s+)?text(?:ing)?)"
)
_SOFT_ZH = (
    r"(?:(?:喂|你好|您好|嗯|那么?|不好意思|麻烦[你您]?|请|我现在不方便(?:说话|接电话|讲话)?)[\s,，。]*)*"
)
_TEXT_ZH = (
    r"(?:(?:能不能|可不可以|可以|能|还是|要不|改|直接|就|请|[你您]们?|给我|用|通过|以|咱们|我们)*"
    r"(?:发|改发|走|回)(?:个|条)?(?:短信|信息|消息)(?:给我|来|过来|说|联系|聊|沟通|告诉我)*"
    r"|(?:能不能|可不可以|可以|能|还是|要不|改|直接|就|请|[你您]们?|用|通过|以|咱们|我们)*短信(?:说|联系|聊|沟通|告诉我|发我)我?)"
    r"(?:吧|吗|么|好吗|行吗|可以吗|好了|行不行|好不好|呢|啊|[\s,，。.?？!！])*"
)
_WISHES = compiled(rf"\W*{_SOFT}{_TEXT_ME}{_INSTEAD}|\W*{_SOFT_ZH}{_TEXT_ZH}")


def wishes_for_a_text(text: str) -> bool:
    """Whether the whole text asks to have it as a text."""
    return _WISHES.fullmatch(fold(text)) is not None
