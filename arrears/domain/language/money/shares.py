"""Amounts said as a part of what is owed, or as all of it."""

from __future__ import annotations

from fractions import Fraction

from arrears.domain.language.money.fractions import paid_fractions
from arrears.domain.language.money.money_words import OF_INCOME_ZH
from arrears.domain.language.money.numerals_zh import number_of_han
from arrears.domain.language.readings import AmountKind, AmountReading
from arrears.domain.language.script.fold import Span, blank, compiled

_PAY = r"(?:pay(?:ing?\b'?)?|clear|settle|cover|send)"
_OWED = r"(?:balance|debt|loan|bill|amount|amt|money|total|rest|payment|sum)"
_HALVES = compiled(
    r"(?<!and a )\bhalf\b(?=\s*(?:$|[.,;:!?/\ue000\u4e00-\u9fff]|the\s+\ue000|"
    r"(?:now|rn|today|down|first|then|spread|split|goes|due|each|"
    r"and|n|or|like|up\s?front|right|on|by|"
    r"in|at|before|after|this|next|later|when|until|till|for|with|is|works|to|it|if|please|plus)\b|"
    rf"(?:of\s+)?(?:it|that|this|what|the\s+{_OWED}|my\s+{_OWED})\b))"
    r"|(?<![\d/])1/2(?=\s*(?:$|[,.!?\uff0c\u3002]|[吧行可好的欠剩余]|\ue000|now|of|down|today|up\s?front|on\b|by\b|then\b))"
    r"|二分之一|(?:另外?)?一半(?!天|时间|个|月|以上|多|左右的人|的(?!钱|欠|款|金额|本金)|都(?![还付给能可]))"
)
_NOT_HALF = compiled(
    r"\bhalf\s+(?:of\s+)?(?:my|the|a|her|his|our)\s+(?:pay|paycheck|paychecks|check|wages|salary|income|tips|day|time|month|life|family|week|year)\b|"
    r"\b(?:my|his|her|your|better)\s+(?:other\s+|better\s+)?half\b|\b(?:first|second)\s+half\s+of\b|"
    r"(?:我|我的)另一半(?=[说在不没有也生病])|(?:工资|收入|生意|利息)(?:的)?(?:少了?|只剩|剩)?一半"
)
_PERCENT = compiled(
    r"(?<![\d.,/-])(\d{1,2})(?!\d)\s?(?:%|percent\b|per\s+cent\b)(?=\s*(?:\W*$|of\s+(?:it|that|the|what|my\s+(?:balance|debt))|now|today|"
    r"down|up\s*front|on\b|by\b|this|next|and\b|first|then|[,;\ue000]|[\u4e00-\u9fff]))(?!的(?![钱欠款])|以上)(?!\s*of\s+my\s+(?:income|pay))"
)
_HAN_PERCENT = compiled(
    r"百分之(\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?![零一二三四五六七八九十百\d.点])"
)
_TENTHS = compiled(
    r"(?<![\d一二三四五六七八九十.两])([1-9一二三四五六七八九])成(?![功为本了员交熟绩分的是会要能没不])"
)
_FULL = compiled(
    r"\ball\s+of\s+it\b|(?<!accept\sthem\s)(?<!accept\sit\s)(?<!as\spayment\s)(?<!as\spaid\s)(?<!as\spmt\s)\bin\s+full\b(?!\s+(?:satisfaction|settlement))|\b(?:the\s+)?(?:full|whole|entire)\s+(?:amount|amt|balance|sum|payment|debt|arrears)\b"
    r"|\b(?:the\s+)?(?:whole|entire)\s+thing\s+(?:at\s+once|in\s+one\s+(?:go|payment)|(?:on|by)\s+(?:the\b|\ue002))"
    r"|(?:(?<=pay )|(?<=do )|(?<=send )|(?<=clear ))"
    r"(?:it\s+)?(?:off\s+)?(?:the\s+)?(?:full|whole|entire|total)\s+(?:thing|bill|amount|loan)\b"
    r"|\bpaying\s+(?:off\s+)?(?:the\s+(?:full|whole|entire)\s+(?:thing|bill|loan)|all\s+of\s+(?:it|this|that))\b"
    r"|\b(?:i'?ll|i\s+will|you'?ll|you\s+will)\s+(?:have|get)\s+(?:it\s+all|the\s+(?:whole|full|entire)\s+(?:thing|lot|bill))\b|[.,]\s*(?:the\s+)?(?:whole|entire)\s+thing(?=\W*$|\s*[.,;!])|\bit'?ll\s+be\s+all\s+(?:paid|cleared|settled)(?=\W*$)|\bit\s+all\s+(?:paid|cleared|settled|taken\s+care)\b|^\W*(?:the\s+)?(?:whole|entire)\s+thing\W*$|^\W*it\s+all\W*$"
    r"|\b(?:pay|paid|take|clear|cleared|settle|settled|send|sent|do|charge|run|knock|wipe)\s+(?:off\s+|out\s+)?the\s+(?:whole\s+(?:lot|thing)|full\s+lot|lot\b(?!\s+of))\b(?:\s+at\s+once\b)?"
    rf"|\bthe\s+whole\s+of\s+(?:it|this|that|(?:the|my)\s+{_OWED})\b(?!\s+(?:is|was|isn)\b)|\b{_PAY}\s+(?:it\s+all|everything)\b|^\W*(?:everything|all)\W*$|\beverything\s+i\s+owe\b"
)
_WHOLE_SAID = compiled(r"全|一次|一把|一笔|^(?:剩|余|欠|尾)")
_REST = compiled(r"^(?:剩|余|欠|尾)")
_LESS_THAN = compiled(r"\b(?:less|lower|smaller)\s+than\s*$")
_PAID_ALREADY = compiled(
    r"(?<!(?<!\bi\s)(?<!\bwe\s)will\sbe\s)(?<!it'll\sbe\s)\b(?:paid(?:\s+for)?|already|was|been|settled|cleared)\s*(?:it\s+|that\s+|this\s+)?$"
)
_N_ZH, _TO_YOU = (
    r"[\d一二两三四五六七八九十百千万]",
    r"(?:给?[你您]们?)?",
)  # 月底还清你们四千 is four thousand
_FULL_ZH = compiled(
    rf"(?:(?<![第每上下这那])一次性?|一把|一笔|直接|马上|立刻|现在|今天|全部?|全额|全款|都)(?:就)?(?:能|可以|给你|帮你|来)?(?:还|付|结|缴)?(?:清|完)(?![楚单晰明洁空早理全成美整事零])(?!{_TO_YOU}{_N_ZH})(?:掉)?"
    r"|(?!有多少就?[还付给]多少)(?:欠|有)多少[^,，。;；?？怎如哪]{0,8}?(?:还|付|给|结)(?!得|不)(?:清|你|多少)?|全(?:都)?(?:给|还给|打给|转给)[你您]们?(?![\d一二两三四五六七八九十百千万])|全(?:部)?(?:给[你您]们?)?(?:还|付|结)(?!不)(?:给你|掉|上)?|(?:还|付|结|给你?)全部(?!的?(?:利息|罚息|手续费|违约金|费用))|全额(?:(?:还|付)(?!不))?款?|全款|^\W*(?:全部|全数|所有|还清|付清|结清)\W*$|(?<=[\s,\uff0c。\ue000])(?:全部|全数)(?=[\s,\uff0c。]|$)"
    r"|(?:剩下?|剩余|余下|欠|尾)的?(?:欠?款|钱|账)?(?:我)?(?:全部?|都)(?:给你们?)?(?:还|付|结|补|打|交)(?:清|完|上|掉|齐|过来|过去)?(?:给你们?)?(?!不|得|没|[\d一二两三四五六七八九十百千万])"
    r"|全部?(?:欠款|尾款|余款|剩余款项)(?:还|付|结|补|打|交)(?:清|完|上|掉|齐)?(?!不|得|没)"
    r"|(?:支付|缴纳|偿还|归还|结清|还清|付清|交清|清偿|还|付|交|清)(?:掉|上|完)?(?:剩余|剩下|余下|所欠|剩|所有|欠你们?)?的?(?:全部|全数|所有)(?:的?(?:欠款|余款|款项|尾款|债务|金额|钱|账)(?![\d一二两三四五六七八九十百千万])|(?=\W*$|[,\uff0c。]|给[你您]))"
    r"|(?<=把)(?:剩余|剩下|余下|剩|欠)的?(?:欠?款|钱|账)?(?:全部?|都)(?:给[你您]们?)?(?:了结|了断|清了|结了|清掉|搞定)掉?"
    rf"|(?<![第每上下这那头])一次性?(?:还|付)(?:款)?(?![是不]|[清完]?{_TO_YOU}{_N_ZH})"
)
# "By the 25th I clear it": the whole, unless another amount was said.
_CLEARED_BY = compiled(
    rf"(?<=[\ue000\ue002])(?:之前|以前|前|内)?(?:我)?(?:就|能|可以|肯定|一定|保证|给你)*(?:还|付|结|给)(?:清|完)(?!了|过|{_TO_YOU}{_N_ZH})"
)
_HOW_MUCH = compiled(r"[\s,\uff0c]*(?:我|一共|总共|大概|得|要|需|是|还|付|交)*(?:多少|几个?钱|啥数)")
_AHEAD = compiled(r"把$|[\ue000\ue002](?:之前|以前|前|内)?(?:我|就|再|会|能)*把?(?:所有)?$")
_CLEARED_ALREADY = compiled(r"(?:已经?|早就?|早已|(?<![\ue000\ue002])(?:之前|以前)|不是)\s*(?:就|都)?$")


def read_shares(text: str, *, told: bool = False) -> tuple[list[AmountReading], str]:
    """Halves, percentages and the whole, and the text without them.

    With `told`, the whole counts where it is said to have been paid.
    """
    text = blank(text, [m.span() for m in _NOT_HALF.finditer(text)], " ")
    found = [_share(50, match.span()) for match in _HALVES.finditer(text)]
    text = blank(text, [one.span for one in found])
    percents = [_share(int(match[1]), match.span()) for match in _PERCENT.finditer(text) if int(match[1])]
    for match in _HAN_PERCENT.finditer(text):
        value = int(match[1]) if match[1].isdigit() else int(number_of_han(match[1]) or 0)
        percents += [_share(value, match.span())] if value else []
    for match in _TENTHS.finditer(text):
        if OF_INCOME_ZH.search(text[: match.start()]):
            continue
        value = int(match[1]) if match[1].isdigit() else int(number_of_han(match[1]) or 0)
        percents.append(_share(value * 10, match.span()))
    percents += [_share(percent, span) for percent, span in paid_fractions(text)]
    text = blank(text, [one.span for one in percents])
    full = _full(text, told=told)
    if not (found or percents or full):
        full = [
            _whole(match.span()) for match in _CLEARED_BY.finditer(text) if not _is_asked(text, match.span())
        ]
    return found + percents + full, blank(text, [one.span for one in full])


# "Waive all of it", 全额减免: the whole is to be let off, not paid.
_ITS = r"(?:(?:the|my|our|this|that|all|of|for)\s+)*"
_LET_OFF = compiled(
    r"(?:\b(?:waive|wave|forgive|cancel|reduce|lower|cut|halve|erase|discount|discharge|eliminate|"
    r"strike|scrap|forget(?:\s+about)?|excuse|get\s+rid\s+of|write\s+off|let\s+(?:me|us)\s+off)\s+"
    rf"(?:off\s+)?{_ITS}|减|免)$"
)
# What a borrower does by paying, and a lender by letting off: "I'll wipe it all", "can you wipe it all".
_WIPE = compiled(rf"\b(?:wipe(?:\s+(?:out|off|away))?|drop|zero\s+out)\s+{_ITS}$")
_OWN = compiled(r"\b(?:i|we)(?:'?ll|'?d|'?m)?\s+(?:\w+\s+){0,2}$")
_TAKE_OFF = compiled(rf"\b(?:write|knock|wipe|take)\s+{_ITS}$")
_LET_OFF_AFTER = compiled(
    r"\s*(?:to\s+)?(?:be|get|got|is|was)?\s*(?:waived|forgiven|cancell?ed|reduced|erased|written\s+off|wiped)\b"
    r"|\s+(?:to\s+)?(?:disappear|vanish|go\s+away)\b"
    r"|的?(?:都|给我|给)?[减免]"
)


_OFF = compiled(r"\s+off\b")
_VERB = compiled(r"wipe\s+(?:(?:off|out)\s+)?")


def _is_let_off(text: str, span: Span) -> bool:
    verb = _VERB.match(text, span[0])
    before, after = text[: span[0] if verb is None else verb.end()], text[span[1] :]
    if _LET_OFF.search(before) or _LET_OFF_AFTER.match(after):
        return True
    wiped = _WIPE.search(before)
    if wiped is not None:
        return _OWN.search(before[: wiped.start()]) is None
    return bool(_TAKE_OFF.search(before) and _OFF.match(after))


def _full(text: str, *, told: bool) -> list[AmountReading]:
    english = [m for m in _FULL.finditer(text) if told or not _PAID_ALREADY.search(text[: m.start()])]
    chinese = [
        m
        for m in _FULL_ZH.finditer(text)
        if (told and _WHOLE_SAID.search(m.group())) or not _is_cleared(text, m.span())
    ]
    return [
        _whole(match.span())
        for match in [*english, *chinese]
        if not _LESS_THAN.search(text[: match.start()])
        and not _is_let_off(text, match.span())
        and not _is_asked(text, match.span())
    ]


def _is_asked(text: str, span: Span) -> bool:
    """Whether it is asked how much the whole is: 1月15号还清要多少."""
    return _HOW_MUCH.match(text, span[1]) is not None


def _whole(span: Span) -> AmountReading:
    return AmountReading(AmountKind.FULL, None, None, span)


def _is_cleared(text: str, span: Span) -> bool:
    """Whether it is said to have been paid; 把剩下的都还了 is what will be."""
    if _CLEARED_ALREADY.search(text[: span[0]]):
        return True
    rest = text[span[1] :]
    over = rest.startswith(("了", "过")) and not rest.startswith("了吧")
    return over and not (_REST.match(text[slice(*span)]) and _AHEAD.search(text[: span[0]]))


def _share(percent: int | Fraction, span: Span) -> AmountReading:
    return AmountReading(AmountKind.SHARE, None, percent, span)
