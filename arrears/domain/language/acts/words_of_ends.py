"""Whether any word of a text is one with which people end contact: a lawyer, a death, somebody else, a stop.

Wide, since it only decides whether a label of faint odds is worth a question. None of these words states
anything by itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from arrears.domain.intents import Intent
from arrears.domain.language.people.own_loan import names_nobody_else
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.times.hours_to_avoid import hours_to_avoid

_NO_MORE = (
    r"\b(?:stop\w*|quit|forget|text\w*|sms|messag\w*|unsubscribe|remove|delete|block|opt(?:ing)?|enough|leave|lose|alone|cease|"
    r"no\s+more|never|(?:do\s?n'?t|do\s+not)\s+(?:\w+\s+){0,2}(?:text|call|contact|write|messag\w+|reach))\b"
    r"|停|短信|信息|消息|(?<!要)(?<!需)不要(?!求)|别(?!的|人|当|以为|误会|担心|急)|勿|退订|骚扰|打扰|烦|滚|拉黑"
)
_STRANGER = (
    r"\b(?:wrong|wrng|number|nobody|not\s+(?:me|him|her|my)|isn'?t|ain'?t|never\s+heard|who(?:'s)?|phone|person|prsn)\b"
    r"|[错措号]|不是|不认|不叫|不姓|没有?这|哪来|谁|找|机主|走了|不在"
)
_WORDS: Mapping[Intent, re.Pattern[str]] = {
    Intent.STOP_TEXTS: compiled(_NO_MORE),
    Intent.CEASE_CONTACT: compiled(rf"{_NO_MORE}|\b(?:call\w*|contact\w*|harass\w*|bother\w*)\b|联系|电话"),
    Intent.ATTORNEY_REPRESENTED: compiled(
        r"\b(?:lawyer\w*|attorney\w*|counsel|legal\w*|law|paralegal|represent\w*|firm|court|sue\w*|suing)\b|律|法|代理|委托"
    ),
    Intent.BANKRUPTCY: compiled(
        r"\b(?:bankrupt\w*|bk|chapter|ch\.?\s*(?:7|11|13)|fil(?:e|ed|es|ing)|discharge\w*|trustee|court|petition)\b"
        r"|破产|怕产|清算|法院|资不抵债"
    ),
    Intent.DECEASED: compiled(
        r"\b(?:di(?:e|ed|es)|dead|death|deceased|pass(?:ed|ing)?|late|funeral|gone|buried|estate|widow\w*|los[st])\b"
        r"|[死葬丧逝殁]|去世|过世|走了|没了|不在|离开|遗|八宝山|闭眼"
    ),
    Intent.WRONG_NUMBER: compiled(_STRANGER),
    Intent.REFUSE_TO_PAY: compiled(
        r"\b(?:no|not|never|none|nothing|nobody|zero|without|\w+n'?t|dont|wont|cant|wouldnt|aint|nope|nah|off|refus\w*|declin\w*|"
        r"stop|quit|forget|screw|kiss|f\w*ck\w*|hell|good\s+luck|dream\w*|sue|court|jail|shove|whistle|burn|fire|rather|sooner|"
        r"fly|grave|yourself|gonna|pass|keep|done|wast\w+|whatever|try|cold\s+day)\b"
        r"|[不没别凭爱告诉免梦拒赖滚死懒咋屁唔]|休想|随便|一分|算了|法院|下辈子|想得美|太阳|锤子|停止|放弃|宁可|少跟|烂在|输|鬼"
    ),
    Intent.DISPUTE: compiled(
        r"\b(?:owe\w*|mine|not|never|no|wrong|fraud\w*|scam\w*|disput\w*|mistake\w*|errors?|incorrect|contest\w*|stol\w+|"
        r"theft|identity|bogus|fake|\w+n'?t|who|what)\b|没|不(?!好|太好)|错|骗|假|诈|异议|盗|冒|乱|多[算收扣]|凭什么|什么时候"
    ),
}
_SOMEBODY = frozenset({Intent.THIRD_PARTY, Intent.THIRD_PARTY_INQUIRY})


def may_say(intent: Intent, text: str) -> bool:
    """Whether a word of the text may be of that end of contact."""
    words = _WORDS.get(intent)
    in_words = words is not None and words.search(fold(text)) is not None
    return in_words or (intent in _SOMEBODY and not names_nobody_else(text))


_STOPS = compiled(
    r"\b(?:stop\w*|quit|unsubscribe|remov\w*|delete|block|opt(?:ing)?|enough|leave|lose|alone|cease|no\s+more|never|off|out\s+of|"
    r"(?:do\s?n'?t|do\s+not|not)\s+(?:\w+\s+){0,3}(?:text|sms|messag)\w*)\b"
    r"|停|不要(?!求)|不用|不想|别(?!的|人|当|以为|误会|担心|着?急|怕|介意|见怪)|勿|退订|骚扰|打扰|取消|滚|拉黑"
)
_WHO_MAY_TEXT = compiled(
    r"\b(?:can|may|could|should|do|does|will|would)\s+(?:i|we|she|he|they|my\s+\w+)\s+(?:\w+\s+){0,3}(?:text|messag)\w*"
    r"|(?:我|老婆|老公|家里人)(?:能|可以|可不可以|能不能)?(?:给你们?)发"
)


def stops_texts(text: str) -> bool:
    """Whether a word tells us to stop, and not at some hours, and it is no question who may write to us."""
    plain = fold(text)
    told = _STOPS.search(plain) is not None and hours_to_avoid(text) is None
    return told and _WHO_MAY_TEXT.search(plain) is None
