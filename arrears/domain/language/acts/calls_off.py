"""A call or a person of ours that was to come and is not needed any more: "I don't need the call any more".

Only where the words say nothing else, besides asking whether somebody still comes. "It" is the call where one
is named in the same text; alone it may be anything.
"""

from __future__ import annotations

from arrears.domain.language.acts.person_wishes import WHO
from arrears.domain.language.script.fold import compiled, fold

_IT = rf"(?:(?:the|that|this|a|any|my|your)\s+)?(?:(?:phone\s+)?call(?:\s*-?back)?s?\b|{WHO})"
_ANY_MORE = r"(?:\s+(?:any\s?more|any\s+longer|now|after\s+all|then|either))*"
_NEED = (
    r"(?:(?:do\s?n'?t|do\s+not|no\s+longer)\s+(?:(?:really|actually|even)\s+)?(?:need|require)"
    r"|(?:have|got)\s+no\s+need\s+(?:for|of))"
)
_NAMED = (
    rf"\b(?:{_NEED}|(?:do\s?n'?t|do\s+not|no\s+longer)\s+want|no\s+need\s+(?:for|of)"
    r"|(?:cancel|skip|forget|scrap|never\s?mind|call\s+off)(?:\s+about)?)"
    rf"\s+{_IT}{_ANY_MORE}"
    rf"|\b{_IT}\s+(?:is\s?n'?t|is\s+not|is\s+no\s+longer|wo\s?n'?t\s+be)\s+(?:needed|necessary|required){_ANY_MORE}"
    r"|\b(?:nobody|no\s?one)\s+(?:needs|has)\s+to\s+(?:call|phone|ring|contact)(?:\s+me)?(?:\s+back)?"
    + _ANY_MORE
)
_ASKED = (
    r"\b(?:is|are|will|does|do|am|should)\s+(?:there\s+)?(?:some(?:one|body)|any(?:one|body)|they|you|he|she|i|a\s+person|an?\s+agent)\s+"
    r"(?:(?:guys|still|even|also|going|gonna|to|supposed|get|getting|be|coming|who|will|that|the|a|from)\s+){0,6}"
    r"(?:call|phone|ring|contact|reach)(?:ing|ed)?\b(?:\s+(?:me|us|back|about|on|this|that|it|from|you|today|now|later)){0,4}"
)
_NAMED_ZH = (
    r"(?:那个|这个|刚才(?:说)?的|之前(?:说)?的)?(?:电话|回电|来电|人工|真人|工作人员|客服|专员)(?:就|我|也|已经|现在|这边){0,3}"
    r"(?:不用|不需要|不必|用不着|用不上|没必要|算|免|取消)(?:再)?(?:给我)?(?:打|回|来|找|转|联系)?(?:电话|我)?[了吧啦]{1,2}"
    r"|(?:不用|不需要|不必|用不着|没必要|甭)(?:给我|帮我|让人|叫人|麻烦){0,2}(?:回电话?|打电话|来电话?)(?:给我)?[了吧啦]{1,2}"
    r"|(?:取消|免了)(?:那个|这个)?(?:电话|回电)[了吧啦]{0,2}"
)
_ASKED_ZH = (
    r"(?:(?:那|请问|是不是|还|会|有){0,4})(?:人|工作人员|人工|客服|你们|专员)(?:还|会|要|来|再|是不是){0,3}"
    r"(?:给我|跟我|和我)?(?:打电话|回电话?|打过来|打给我|来电话?|联系我?|找我|来)(?:给我)?(?:吗|么|嘛|吧)?"
)
_CALL = compiled(f"{_NAMED}|{_ASKED}|{_NAMED_ZH}|{_ASKED_ZH}")
_NO_NEED = compiled(
    rf"{_NAMED}|{_NAMED_ZH}|\b{_NEED}(?:\s+(?:it|that|one|this))?{_ANY_MORE}|\b(?:you\s+can\s+)?(?:cancel|skip)\s+(?:it|that)\b"
    r"|(?:已经|现在|我){0,2}(?:不用|不需要|不必|用不着|用不上|没必要)[了吧啦]{1,2}"
)
_BESIDE = compiled(
    rf"{_ASKED}|{_ASKED_ZH}|\b(?:thanks?|thank\s+you|dear|please|pls|ok(?:ay)?|hi|hello|hey|so|and|now|then|but|well|just|actually|btw|"
    r"you\s+can|i'?m\s+(?:all\s+)?(?:set|good|fine|sorted)|all\s+(?:set|good|sorted|done)|it'?s\s+(?:fine|ok(?:ay)?)|i|we|because|since)\b"
    r"|谢谢|好的?|嗯|您?你?好|那|我|这边|现在|已经|没事了|请|哈|啊|呀|呢|吧|了"
)


def calls_off(text: str, *, spoken_of: bool = False) -> bool:
    """Whether the text says that no call or person is needed any more, and nothing else.

    `spoken_of`: our last words were of such a call, so that "it" may be it.
    """
    plain = fold(text)
    if not spoken_of and _CALL.search(plain) is None:
        return False
    rest, needless = _NO_NEED.subn(" ", plain)
    return bool(needless) and not any(sign.isalnum() for sign in _BESIDE.sub(" ", rest))
