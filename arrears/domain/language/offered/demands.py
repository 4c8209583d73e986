"""Whether terms are what we asked for, or too much, and so are not those that the borrower offers."""

from __future__ import annotations

from collections.abc import Sequence

from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import Span, compiled

# "You said 300 by Friday", 你们要一个月五百: a demand, an offer or a word of ours or of somebody else.
_QUOTED = compiled(
    r"(?:\b(?:you|u|ya|y'?all|they|she|he|your\s+\w+|the\s+(?:lady|guy|man|woman|agent|rep|letter|text|email|message))\s+"
    r"(?:(?:guys|people|folks|all|are|were|have|had|keep|kept|just|already|first|originally|always|now)\s+)*"
    r"(?:want(?:ed|s)?|ask(?:ed|s|ing)?|said|says?|saying|told\s+me|demand\w*|offer(?:ed|s|ing)?|quoted|propos\w+|suggest\w*|expect\w*)\b|\byour\s+(?:plan|offer|proposal|letter|app|site|system|statement|text|email)\s+(?:is|was|has|shows?)\b|\bmy\s+(?:boss|job|work|manager)\s+(?:said|says)\b)"
    r"(?:\s+(?!(?:i|we|i'?ll|i'?m|i'?d|if|whether|no|ok|okay|fine|yes|but|can|could|it'?s|that'?s)\b)[^\s,;!?]+){0,6}\s*\$?$"
    r"|[你您]们?的?(?:方案|计划|条件|短信|账单|要求)(?:是|说|上)?[^我俺能可行好成,，。!！?？\s]{0,10}$"
    r"|(?:[你您]们?|客服|系统|短信|那边|老板|领导|公司|单位|会计|工头|房东|医院|学校|银行|法院|人家|别人)(?:那边|公司|家|上次|刚才|刚刚|昨天|之前|现在|一直|非得?|老是?|总是?|都|就)*"
    r"(?:说|要(?![是不么嘛真])|要求|叫|让|提|开|报|催|定)(?:的|了|过)?(?:我|俺)?[^我俺能可行好成,，。!！?？\s]{0,10}$"
    r"|(?:朋友|同事|亲戚|邻居)(?:在|跟|找|也|就|都|是|去年|上次|上个?月|[你您]们?|这儿?|那儿?|家){1,4}(?:拿|谈|要|结)?(?:到|的|了)?$"
    r"|\bmy\s+(?:friend|cousin|brother|sister|co-?worker|neighbou?r)\s+(?:got|settled\s+for|only\s+paid|paid)\s+$"
)
_INSTEAD_OF = compiled(
    r"(?:\b(?:instead\s+of|rather\s+than)\s+(?:[^\s,.;]+\s+){0,3}|别(?:再)?(?:是|按|说|搞|用)?)\$?$"
)
_TOO_MUCH = compiled(
    r"\s*(?:is|are|was|sounds?)\s+(?:way\s+)?too\s+(?:much|long|many|short|few|fast|slow)\b|\s+(?:a\s+\w+\s+)?would\s+take\s+(?:me\s+)?(?:forever|years|ages|too\s+long)\b"
    r"|(?:我?(?:觉得|实在|真的?|也|还是))*太(?:长|多|久|短|少|快|慢|急|紧)|[\s,\uff0c]*(?:现在|我|想|要|请|能不能|能否|可不可以|可以|能|可)*(?:改|换|调整?|变更?)(?:成|到|为)?(?=[\d一二两三四五六七八九十])"
)

_ALL_I_HAVE = compiled(r"(?:^|[\s,\uff0c])我?(?:现在|目前|手[里上头])?(?:一共|总共|就|只|才)?有$")
_OF_IT_I_GIVE = compiled(r"[\s,\uff0c](?:我|先|再|能|可以|就|只)*(?:[还付转打]给?|给)[你您]?们?$")


def is_quoted(text: str, span: Span) -> bool:
    """Whether the words before the value, in its clause, say that we or others named it."""
    start, _ = clause(text, span)
    return _QUOTED.search(text[start : span[0]]) is not None


def is_demanded(text: str, span: Span) -> bool:
    """Whether it was named by others, stands for what is not wanted, or is too much."""
    start, _ = clause(text, span)
    if _TOO_MUCH.match(text, span[1]) or _INSTEAD_OF.search(text[start : span[0]]):
        return True
    return is_quoted(text, span)


def is_kept_in_part(text: str, span: Span, later: Sequence[Span]) -> bool:
    """Whether it is what there is, of which another sum is given: 有七百 留两百 给你五百."""
    if _ALL_I_HAVE.search(text[: span[0]]) is None:
        return False
    return any(_OF_IT_I_GIVE.search(text[span[1] : each[0]]) for each in later)
