"""Anger, weariness and need in words of death: 烦死了, 累死累活, 快被逼疯了, "tired to death of these calls".

Only where the whole text is such idioms and words of a closed list that are said of money, work and contact:
one more word, and it may be meant. What may be a cry for help is on no list: 活不起, 撑不住, 崩溃, 死定了,
难受死了, 逼死我, 拿命还.
"""

from __future__ import annotations

from enum import StrEnum

from arrears.domain.language.script.fold import compiled, fold


class Exclamation(StrEnum):
    """What the idioms exclaim at."""

    TEMPER = "temper"  # anger, weariness, fright
    NEED = "need"  # want of money, which is difficulty


_END = r"(?:死?我们?|死?人)?(?:了|啦|咯)"
_OF_TEMPER_ZH = (
    "烦|气|吵|急|累|困|忙|热|冷|冻|渴|吓|羞|冤|笑|烦人|尴尬|丢|丢人|贵|高|催|骂|恶心|倒霉|麻烦|郁闷"
)
_OF_NEED_ZH = "穷|饿|愁|亏"
_TEMPER_ZH = (
    rf"(?:{_OF_TEMPER_ZH})死{_END}|(?:{_OF_TEMPER_ZH})得(?:要死|要命|半死)|[累气吓急]个半死|"
    r"(?:快|要)?(?:被)?(?:你们)?(?:逼|气|烦|急|吵|催|忙)(?:得)?(?:我)?(?:快|都|要|快要)?疯(?:我)?了|"
    r"死板|死规定|死脑筋|死机|死缠烂打|死皮赖脸|死马当活马医"
)
_NEED_ZH = (
    rf"(?:{_OF_NEED_ZH})死{_END}|(?:{_OF_NEED_ZH})得(?:要死|要命|半死)|累死累活|忙死忙活|半死不活|"
    r"死工资|(?:店|生意|公司|厂子?)(?:里)?(?:快|都)?死(?:透)?了|救命钱|死活(?=还|付|凑|借|拿|要)"
)
_WORDS_ZH = (
    r"我们?|你们?|您|这是?|那|真的?是?|都|也|太|最近|天天|每天|整天|今天|这几天|这段时间|这个月|一天到晚|老是|总是|又|快|要|被|给|"
    r"了|啊|呀|啦|吧|呢|哦|唉|哎|嗯|的|得|地|是|在|就|才|只|怎么|别催了?|催什么催?|催我?|打?电话|发?短信|信息|消息|"
    r"一个?月|每个?月|没钱|钱|没(?:挣|赚)(?:到|着)?|挣|赚|拿|几个|几块|多少|一分|干活|上班|加班|工作|工资|还?没发|生意|店里?|利息|"
    r"还不上|付不[了起]|凑不[齐够出]|借不到|拿什么还|还(?:款|钱|上)?|能不能|可以|行吗|少点|晚点|宽限|几天|有|块|元|"
    r"[\d.]+|[一二两三四五六七八九十百千万]+"
)
_TEMPER_EN = (
    r"(?:sick|tired|bored|scared|annoyed|freezing|frozen|worked|talked|called|texted)\s+to\s+death|dead\s+tired|"
    r"over\s+my\s+dead\s+body"
)
_NEED_EN = (
    r"dead\s+broke|worried\s+to\s+death|starv(?:ing|ed)\s+to\s+death|"
    r"(?:business|trade|work)(?:\s+is|'s)\s+(?:dead|dying)"
)
_WORDS_EN = (
    r"i'?m|i|am|we'?re|we|are|so|just|really|of|the|these|those|this|all|your|you|people|guys|calls?|texts?|messages?|"
    r"calling|texting|letters?|by|from|with|about|me|us|it|is|it'?s|here|right|now|today|at|work|job|bills?|money|fees?|interest|"
    r"for|a|an|week|month|and|got|no|[\d.,$]+"
)
_EDGE = r"(?![\w'])"
_APART = r"[\s,.!?;:~\uff0c\u3002\uff01\uff1f\u3001\u2026]+"
_TEMPER = compiled(rf"{_TEMPER_ZH}|\b(?:{_TEMPER_EN}){_EDGE}")
_NEED = compiled(rf"{_NEED_ZH}|\b(?:{_NEED_EN}){_EDGE}")
_ALL = compiled(
    rf"(?:{_TEMPER_ZH}|{_NEED_ZH}|(?:{_TEMPER_EN}|{_NEED_EN}){_EDGE}|(?:{_WORDS_EN}){_EDGE}|{_WORDS_ZH}|{_APART})++"
)
_MOST_CHARACTERS = 80
"""Whoever writes more says more."""


def only_exclaims(text: str) -> Exclamation | None:
    """What the text exclaims at, where it is idioms of death and nothing that may be meant; else None."""
    plain = fold(text).strip()
    if len(plain) > _MOST_CHARACTERS or _ALL.fullmatch(plain) is None:
        return None
    if _NEED.search(plain):
        return Exclamation.NEED
    return Exclamation.TEMPER if _TEMPER.search(plain) else None
