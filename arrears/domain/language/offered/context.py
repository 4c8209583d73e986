"""Whether a value is what the borrower offers, or what they refuse, earn or spend elsewhere."""

from __future__ import annotations

from arrears.domain.language.plans.skips import NOT_IN_THAT_WEEK
from arrears.domain.language.script.fold import Span, compiled

_NO_ORDER = "".join(
    rf"(?<!\b{word})"
    for word in ("dont", "not", "to", "never", "ever", "just", "and", "or", "you", "u", "will", "can")
)
_CALL_ME = rf"(?<!n't){_NO_ORDER}\s+(?=(?:call|ring|phone)\s+(?:me|my)\b)"
"""Where an order begins that no "not" before it denies: "not at the salon call me tomorrow"."""
_CLAUSE_BREAK = compiled(
    r"(?<=[\u4e00-\u9fff\ue000\ue002])\s+(?=[\u4e00-\u9fff\d])|(?<=[\u4e00-\u9fff])\s+(?=[\ue000\ue002])|(?<=\d)\s+(?=i\s+(?:only\s+)?(?:have|got|can)\b(?!'))|(?<=[a-z\d])\s+(?=it'?s\s+(?:the|on)\b)|(?<!n't)(?<!not)\s+just\s+(?=(?:call|ring|phone)\s+(?:me|my)\b)|[.;!?,\uff0c\u3002\uff1b\uff01\uff1f\u3001\n]|:\s+(?=(?:i|we)\b)|[说讲打写记输]错了?|(?:lol|lmao|haha|jk)[\s,]+(?:ok(?:ay)?|fine|alright)\b|"
    rf"{_CALL_ME}|\b(?:and\s+(?=(?:you|u|ya)(?:'?ll)?\s+(?:can\s+|will\s+)?(?:get|have)\b)|and\s+(?=i'?m\s+(?!not\b|never\b|unable\b|broke\b))|but|anyways?|however|though|instead|rather|although|so(?!\s+(?:far|much|many))|(?:can|could)\s+(?:we|i|you)(?=\s+(?:please\s+)?(?:make\s+it|move|push|change|switch|do)\b))\b|但|可是|不过|只能|只有|[就只]剩|而是|(?<=[\d块元百千万号日天\ue000\ue002])是(?!不是)"
)
_NUMBER_COMMA = compiled(r"(?<=\d)[.,](?=\d)")
_OF_THEMSELVES = (
    r"(?!\s+(?:(?:ever|really|usually|like\s+to)\s+)?(?:repeat|exaggerate|lie|play|joke|kid|mess|beg|"
    r"worry|forget|break\s+my|miss\s+payments?|pick\s+up|answer|fool)\b)"
)
"""What nobody refuses to pay by: "I don't repeat myself", "don't worry"."""
_NOT_TO_PAY = r"(?!\s+(?:even\s+)?(?:remember|recall|hear|believe|wait|complain|talk|read)\b)"
_REFUSED = compiled(
    rf"\b(?:(?:can'?t|cannot|can\s+not){_NOT_TO_PAY}|won'?t|will\s+not|(?:don'?t|do\s+not){_OF_THEMSELVES}|didn'?t|did\s+not|never|unable|(?<!if\s)(?<!\bdo\s)not(?!\s+(?:(?:the|on|by|this|that)\s+)*[\ue000\ue002])(?!\s+\$?\d[\d,.]*\s+(?:on|by|and|payments|instal?lments)\b)|couldn'?t|"
    r"wouldn'?t|no\s+way|isn'?t|ain'?t)\b|(?<!能)不能|还不[了起上]|付不[了起]|拿不[了出]|给不[了起]|出不[了起]|凑不出|做不到|没有|没$|不够$|没说|没答应|没法|无法|哪(?:里|儿)?有|上哪|(?<![是哎唉哦噢呃啊])不是"
)
_REFUSED_AFTER = compiled(
    r"\s*(?:is\s+|are\s+|was\s+|would\s+be\s+)?(?:way\s+)?(?:too\s+(?:much|high|soon|early)|impossible|out\s+of\s+the\s+question|isn'?t|won'?t|doesn'?t|not\s+(?:possible|gonna|going)|"
    r"is\s+not|will\s+not|does\s+not|no\s+good)\b(?!\s+(?:be\s+)?a\s+problem)"
    r"|(?:[\s,]*(?:but\s+)?th(?:at|is)(?:\s+one)?)?\s*(?:is|'?s|are)\s+(?:already\s+|all\s+)?(?:gone|spent|spoken\s+for)\b"
    r"|[\s,\uff0c]*(?:但是?|不过|可是?)?那[个笔次](?:钱|工资)?(?:就|都|已经)+(?:没|花|用)(?:完|光|掉)?了"
    r"|的?(?:就|都|已经)+(?:过去?|没)了(?!.{0,2}再)"
    r"|(?:的?[这那][期笔次]|的(?:钱|款)?)?(?:块钱?|元|我是?|实在|真的?|确实|根本|也|就|都|肯定)*(?:还不[了起上]|付不[了起]|不行|没钱|太多|太高|太贵|太早|太赶|有困难|有难度|没有(?!问题)|不可以|不能|拿不|没法|来不及|(?:都|那时候?|那天)?还?没(?:领到?|发|拿到?|收到?)(?:钱|工资|薪水)|(?:之前|以前|前)?(?:不可能|没戏|没门)|别(?:再)?(?:打|来|联系|找|给我打)|先?(?<![还付给能])不(?:还|付|交|打)了|哪有|拿哪)"
    r"|(?:的)?(?:那一?[个几]?(?:周|星期|礼拜|天|阵子?|段时间))?[我们家里]{0,2}(?:手[头上里边]|资金|钱)(?:上|里)?(?:都|也|最|很|比较|有点|特别|正|太|还|会|就|真的?)*紧"
    rf"|{NOT_IN_THAT_WEEK}"
)
_HARD = compiled(
    r"[\s\ue000]*(?:dollars|bucks)?[\s\ue000]*(?:(?:all\s+)?at\s+once|in\s+one\s+go|each|every\s+time|a\s+(?:month|week|time))?[\s\ue000]*"
    r"(?:is|'s|would\s+be|feels|sounds|seems)\s+(?:really\s+|kind\s+of\s+|kinda\s+|pretty\s+|just\s+|a\s+(?:bit|little)\s+)?"
    r"(?:rough|steep|hard|tough|tight|heavy|too\s+(?:much|high|steep)|a\s+(?:lot|stretch|struggle))\b(?![\s,]*(?:but|though)\b)"
    r"|(?:块钱?|元)?(?:一次|一下子|一笔)?(?:对我(?:来说)?|我)?(?:实在|真的?|有点|太|挺|还是|也)*(?:吃力|吃不消|重了|压力|扛不住|够呛|勉强(?![能可够行]))(?!但|不过)"
)
"""Beside a value that they object to: "260 at once is rough"."""
# "Not before Friday", "no more than 200", "why can't I", "can't I" leave the value standing.
_LIMITING = compiled(
    r"\b(?:until|till|til|before|unless|more\s+than|over|above|except|only|other\s+than|later\s+than|problem|"
    r"(?:can'?t|won'?t|couldn'?t|don'?t)\s+(?:i|we|you)|why\s+(?:not|can'?t))\b|超过|高于|多于|之前|以前|到|除了|能不能|可不可以"
)
_GUESS_OF_DEBT = (
    r"(?:think|believe|guess|thought|remember|recall)\s+(?:it'?s|it\s+(?:is|was)|that'?s)\s+"
    r"(?:around|about|like|roughly|somewhere|close\s+to)"
)
_GUESS_OF_DEBT_ZH = r"(?:记得|印象[里中]?)(?:大概|好像|应该|差不多)*(?:是|有)"
_ELSEWHERE = compiled(
    rf"\b{_GUESS_OF_DEBT}\b|{_GUESS_OF_DEBT_ZH}|"
    r"\b(?:owe|owed|owing|rent|mortgage|salary|income|(?<!can\s)(?<!could\s)(?<!should\s)(?<!shall\s)(?<!may\s)(?:i|we)\s+(?:only\s+)?make(?!\s+(?:it|an?\s+(?:\w+\s+)?(?:payment|pmt))\b)|i\s+(?:only\s+)?(?:earn|get(?!\s+(?:a|the|my|proof|that|another|it)\b))|we\s+earn|wages?|car\s+payment|groceries|"
    r"electric(?:ity)?|utilities|bills?(?!\s+me\b)|pension|lease|renewal|(?:and|but)\s+only\s+(?:get|make|earn|bring\s+in)|(?:bonus|commissions?|refund|tips|inheritance)(?:\s+check)?\s+(?:is|are|was|will\s+be|of)|ssi|ssdi|get\s+paid|bring(?:ing)?\s+home|child\s+support|insurance|paycheck|fees?|per\s+hour|score|(?:job|work|gig)\s+(?:\S+\s+){0,4}pays)\b"
    r"|(?<!所)欠(?!款|的)|(?<!没)(?<!能)[挣赚](?!钱)|(?:一个?月|每月)拿|水电|电费|(?<![里上头我])还剩(?!的)|(?:爱人|老婆|老公|妻子|丈夫|媳妇|对象|儿子|女儿|爸妈|父母)(?:一个?月|每个?月|\ue000+)|工资|收入|房租|房贷|车贷|医药费|学费|生活费|低保|退休金|养老金|手续费|利息|月薪|年薪|限额|(?:信用|授信)额度"
)
# What is owed, paid or charged is another amount than the one offered, but it is this debt's.
_OF_THIS_DEBT = compiled(
    rf"{_GUESS_OF_DEBT}|{_GUESS_OF_DEBT_ZH}|owe|owed|owing|fees?|bills?|欠|还剩|手续费|利息"
)
_PAYABLE = compiled(r"欠|手续费|利息|[房车]贷")
_PAYS_IT = compiled(r"[还付交清补]$")  # 先还利息四百三 is an offer, 交学费两千六 is none
_CHARGE = compiled(r"(?:利息|手续费)\s*$")
_THEN_PAID = compiled(
    r"[\d.零一二两三四五六七八九十百千万块元钱]{1,12}[^\d,.;?!\uff0c\u3002\uff1b\uff1f]{0,8}?(?<![不没未已])[还付交清](?![不没了过])"
)
_OFFERED = compiled(
    r"\b(?:can|could|pay|do|afford|send|leaves|left|offer|will|i'll|ill|from|put)\b|[还付给打转凑拿出]|本金"
)


# 别每月八十了, 别明天, "any day but Monday": what stands right after it is not wanted.
_NOT_THIS = compiled(
    r"\b(?:any|every)\s?(?:day|time)\s+(?:but|except)\s+(?:on\s+|for\s+)?(?:a\s+)?$|\bnot\s+(?:in\s+|on\s+)?(?:the\s+week\s+|\ue000+\s*)(?:of|with)\s+(?:the\s+)?$|\bskip(?:ping)?\s+(?:on\s+)?(?:(?:the\s+week\s+|\ue000+|\ue002+)\s*)?(?:of\s+|around\s+)?(?:the\s+)?$|(?:除了?|跳过|避开|空过)$|(?<![特区分级差])(?:别(?:再)?|不要)(?:是|按|说|搞|用|在)?(?:每个?月|一个?月|每[周期次]|[\ue000\ue002]+)?$"
)


def refused(text: str, span: Span) -> bool:
    """Whether the words around the value take it back: "can't do 500", 还不了五百, "Friday won't work"."""
    if _REFUSED_AFTER.match(text, span[1]) or _HARD.match(text, span[1]) or set_aside(text, span):
        return True
    clause = _clause(text, span[0])
    denials = list(_REFUSED.finditer(clause))
    if not denials:
        return False
    return _LIMITING.search(clause[denials[-1].start() :] + text[slice(*span)]) is None


def set_aside(text: str, span: Span) -> bool:
    """Whether the words right before the value say that it is not wanted: "any day but Monday", 别明天."""
    return _NOT_THIS.search(text[: span[0]]) is not None


def elsewhere(text: str, start: int, *, of_this_debt: bool = False) -> bool:
    """Whether the amount is rent, pay or a bill: money, but not this money.

    With `of_this_debt`, what is owed or charged on it counts as this money.
    """
    if is_charge_paid(text, start):
        return False
    clause = _clause(text, start)[-28:]
    matches = [
        match
        for match in _ELSEWHERE.finditer(clause)
        if not (of_this_debt and _OF_THIS_DEBT.fullmatch(match.group()))
        and not (_PAYABLE.fullmatch(match.group()) and _PAYS_IT.search(clause[: match.start()]))
    ]
    return bool(matches) and _OFFERED.search(clause[matches[-1].end() :]) is None


def is_charge_paid(text: str, start: int) -> bool:
    """Whether a charge on this debt is named first, and then that it is paid: 利息2600我今天可以付."""
    return _CHARGE.search(text[:start]) is not None and _THEN_PAID.match(text, start) is not None


def _clause(text: str, start: int) -> str:
    """The words of the clause before the value."""
    grouped = {match.start() for match in _NUMBER_COMMA.finditer(text)}
    breaks = [
        match.end()
        for match in _CLAUSE_BREAK.finditer(text)
        if match.end() <= start and match.start() not in grouped
    ]
    return text[breaks[-1] if breaks else 0 : start]
