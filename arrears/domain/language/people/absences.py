"""Whether 走了 and 没了 say that somebody is away, or something lost: both are said of the dead, too.

Only where the text has no word of a death and every such 走了 and 没了 has its plain reason right beside it,
or where somebody who is spoken of will answer us, or is ill, asleep or at work; or where all of it is pinyin,
which the dialogue engine has hardly learned, and none of its syllables are of a death.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import blank, compiled, fold, spans_of
from arrears.domain.language.script.pinyin import is_pinyin

_DEATH = compiled(
    r"死|逝|亡|丧|葬|殡|坟|墓|火化|骨灰|遗[体产嘱孀]|后事|白事|头七|往生|归西|断气|咽气|长眠|安息|天国|天堂|遇难|"
    r"牺牲|病故|身故|已故|过世|去世|离世|辞世|人世|不在了|节哀|生前|猝|先[父母]|没挺|没救|抢救|没留住|永远|"
    r"(?<!不)再也|车祸|出事|意外|癌|病|住院|手术"
)
_SICK = compiled(r"癌|病|住院|手术|意外|车祸|出事")
"""Of the words above, those of an illness or accident that somebody may live through."""
_MAY_BE_DEATH = compiled(r"走[了啦喽]|没[了啦]|去了|不行了")
_THINGS = (
    r"(?:联系|消息|音信|踪影?|手机|钱|工作|活儿?|收入|工资|房子?|车|货|订单|客户|生意|"
    r"网|信号|电|话费|办法|耐心|卡)"
)
_LOST = compiled(rf"{_THINGS}(?:都|也|全|就|又|已经)*没[了啦]|没[了啦](?:人?影|{_THINGS})")
_REASONS = (
    r"(?:出差|出门|出国|出去|去外地|上班|下班|加班|上学|开会|逛街|买菜|旅游|度假|离职|辞职|跳槽|调走|搬|"
    r"换(?:了)?(?:工作|公司|单位)|不在(?:那|这|我们)?家?(?:公司|单位))(?!路|途|时|的)"
)
_AWAY = compiled(
    rf"{_REASONS}(?:就|都|已经|早)?走[了啦喽]|走[了啦喽][，。、,\s]{{0,2}}(?:都|是|刚|已经|早)?{_REASONS}(?:了|去了)?"
)
_WILL_ANSWER = compiled(
    r"(?:让|叫|喊|请)[他她](?:自己|本人)?[^，。！？]{0,6}(?:回|打|联系|找|跟|和)[^，。！？]{0,4}(?:你|电话|信|话|消息)"
)
_DEATH_PINYIN = compiled(
    r"\b(?:qu|guo|shi|li|bing|yi)\s*(?:shi|gu)\b|\b(?:si|zou|mei)\s*(?:le|la|diao|wang)\b|\bbu\s*zai\b|\bsang\s*shi\b"
)


_LIVES = compiled(
    r"\b(?:s?he|they|(?:my|the|our|his|her)\s+\w+|\w+)(?:'s|'re|\s+is|\s+are|\s+was|\s+got|\s+went)\s+(?:still\s+|just\s+|right\s+now\s+|currently\s+|actually\s+|back\s+|really\s+|very\s+|also\s+)*"
    r"(?:(?:in|at|into|to)\s+(?:the\s+|an?\s+)?(?:hospital|er|icu|clinic|rehab|surgery|work|the\s+office|school|church|home|gym|store|shower|bath|bed|"
    r"meeting|class|doctor'?s?)|(?:hospitali[sz]ed|asleep|sleeping|napping|sick|ill|unwell|working|driving|abroad|away|travel\w*|deployed))\b"
    r"|[他她它咱](?:现在|还|正|目前|这会儿?|今天|人)*在(?:医院|住院|病房|手术|开刀|睡|休息|上班|工作|开会|开车|家|外地|外面|国外|工地|洗澡)|(?:住院|生病|病了?|睡着?了?|睡觉|上班|出差|加班|手术|开刀)(?:了|呢|着|中|去了)?"
)
"""Somebody is where the living are. What an illness or an operation came to, other words say."""
_ENDED = compiled(
    r"\b(?:di(?:e|ed|es)|dead|death|deceased|pass(?:ed|ing)|late|funeral|gone|buried|bury|burial|estate|widow\w*|los[st]|heaven|ashes|"
    r"cremat\w*|memorial|mourn\w*|grie\w+|rest\s+in|r\.?i\.?p|obituary|(?:better|with\s+the)\s+(?:place|lord|angels?|god|jesus)|no\s+longer|never|"
    r"(?:did\s?n'?t|not|would\s?n'?t)\s+(?:make\s+it|wake|survive|come\s+(?:home|back|out))|taken\s+from|left\s+us|killed|fatal\w*|hospice|coma|was|were)\b"
    r"|走[了啦喽的]|没[了啦]|[熬挺扛撑]过|去了(?!医院|上班)|不行了|不在[了啦]?|离开|离去|闭眼|八宝山|没(?:醒|回来|出来|抢救)|救不|节哀|过[去世]|送走|最后"
)


def _is_ill_or_busy(plain: str) -> bool:
    return _LIVES.search(plain) is not None and _ENDED.search(plain) is None


def is_only_absent(text: str) -> bool:
    """Whether the words are of absence, illness or loss, or of somebody who will answer, and of no death."""
    plain = fold(text)
    if _is_ill_or_busy(plain) and _DEATH.search(_SICK.sub(" ", plain)) is None:
        return True
    if _DEATH.search(plain):
        return False
    if is_pinyin(text):
        return _DEATH_PINYIN.search(plain) is None
    explained = [*spans_of(_LOST, plain), *spans_of(_AWAY, plain)]
    if _MAY_BE_DEATH.search(blank(plain, explained)):
        return False
    return bool(explained) or _WILL_ANSWER.search(plain) is not None
