"""Whether words tell of what has happened ("I paid on the 3rd") or of what will ("I'll pay on the 3rd")."""

from __future__ import annotations

import re
from collections.abc import Callable

from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import Span, compiled

_DONE = (
    r"(?<!be\s)(?<!if\s)(?<!when\s)(?<!once\s)(?<!get\s)(?<!gets\s)(?<!getting\s)(?<!'m\s)(?<!it\s)(?<!that\s)(?<!this\s)"
    r"(?<!them\s)(?<!all\s)(?<!been\s)paid|"
    r"(?:was|were|got|has\s+been|have\s+been|already|i|we|u|she|he)\s+(?:it\s+)?paid(?:\s+it)?|"
    r"paid\s+(?:it|that|this|them|u|you|him|her)|"
    r"(?<!be\s)(?<!is\s)(?<!are\s)(?<!get\s)(?<!gets\s)(?<!getting\s)(?<!it\s)"
    r"(?:sent|wired|mailed|cleared|posted|deposited|transferred|"
    r"deducted|debited|charged)|"
    r"(?:sent|cleared|wired|mailed)\s+(?:it|that|u|you|them)|bounced|declined|withdrew|withdrawn|"
    r"went\s+(?:thru|through|out)|came\s+out|left\s+my\s+(?:account|bank)|took\s+(?:it|out|the|my|\$?\d|"
    r"that|another)|"
    r"declared|entered|notified|received|deployed|enlisted|mobili[sz]ed|called\s+(?:up|to)|shipped\s+out|(?:was|were)\s+(?:on|in|at)|"
    r"(?<!be\s)(?<!get\s)(?<!it\s)(?<!and\s)(?:added|assessed|tacked\s+on)|"
    r"did\s+\$?\d[\d.,]*(?=\s+(?:on|last|by|via|thru|yesterday|the|over)\b)|died|passed(?:\s+away)?|filed|discharged|lost|laid\s+off|let\s+(?:me\s+)?go|fired|already|ago|happened|"
    r"(?:pay\s?pal|zell|zelle|venmo|cash\s?app|apple\s?pay)(?:'?d|l?ed)|"
    r"(?:came|arrived|showed\s+up)(?:\s+(?:in|through|thru))?(?=\s+(?:on|last|yesterday|the\s+\S+\s*$))|"
    r"made\s+(?:a|the|my|that|this|one|another)?\s*(?:\w+\s+)?payment|settled(?=\s+(?:it|this|that|on(?!\s+[a-z]+ing\b)|"
    r"in|last|yesterday))|gave|since|last\s+paid|dropped\s+(?:it|that|the\s+\w+)|"
    r"(?:was|were)\s+(?:supposed|due|late|sick|hospitalized|taken|born)|borrowed|bought|opened|signed|"
    r"(?:wife|husband|mom|mother|dad|father|brother|sister|son|daughter|he|she)\s+(?:put|dropped)|closed|moved|returned|had\s+to|hasn'?t\s+paid|haven'?t\s+paid|receipt|proof"
)
_COMING = (
    r"if\s+(?:i|we|he|she|it)\s+\w+|suppose|were\s+filing|will|'ll|i'?ll|ill|we'?ll|gonna|going\s+to|can|could|would|i'?d|let\s+me|lemme|want\s+to|wanna|"
    r"plan\s+to|promise|pay|paying|pays|send|sending|"
    r"give|do|have\s+it|get\s+paid|gets\s+paid|need|until|till?|move|change|put\s+me\s+down|expect|"
    r"should|try|start|starting|commenc\w+|beginning|propos\w+|be\s+paid|might|may\s+(?:be|pay)"
)
_CUES_EN = compiled(rf"\b(?:(?P<told>{_DONE})|(?P<coming>{_COMING}))\b")
_HAS_DONE = "".join(
    rf"(?<!\b{word}\s)"
    for word in [
        *("i", "we", "he", "she", "they", "u", "you", "it"),
        *("was", "were", "been", "had", "have", "has", "got", "is"),
        *("already", "last", "just", "not"),
    ]
)
_SUPPOSED = compiled(
    r"\b(?:what|how\s+about|suppose|even|say)\s+if\s*$|\bsuppose\s*$|\bif\s*$(?<=would\sbe\sif)|\b(?:would|could|will)\b[^.?!]{0,80}\bif\s*$"
)
_IF_DID = compiled(r"\b(?:if|when|once)\s+(?:i|we)\s+did\b")
_BARE = compiled(rf"\b{_HAS_DONE}(?:paid|settled|cleared|sent|posted|wired|mailed|transferred|deposited)\b")
_VERB_ZH = r"(?:还|(?<!支)付|转(?!账)|打|汇|交|缴|结|清|存|扣|寄|收|刷|取)"
_DONE_ZH = (
    rf"(?<!发){_VERB_ZH}(?:给?[你您他她]们?|进去|过去|出去|掉|走|款|账)?(?:清|完|掉|走)?(?:了|过)(?!吗|没|才|再|[钱款租账尾货]{{0,2}}[\s,\uff0c]*我?(?:就|马上|立[刻马即]|先给|给你)|以后|之后|的话|后)|"
    rf"{_VERB_ZH}(?:清|完)?给[你您]们?(?:了|的)|"
    rf"(?<!就){_VERB_ZH}(?:给?[你您]们?)?[\d.一二两三四五六七八九十百千万]+(?:块钱?|元|[笔次期回])?了(?!吗|没|才|再)|没断过|支付[了过]|所[付还缴交转汇]|"
    rf"入账[了的](?!话|就|再|以?后|之后)|给[了过][你您](?!们?[才再就]|以?后|之后)|"
    rf"又{_VERB_ZH}(?![要得不])|"
    rf"(?<=[\u4e00-\u9fff])给的(?=[\d一二两三四五六七八九]|[\s,\uff0c。]|[你您]|吧|呀|啊|$)|"
    rf"{_VERB_ZH}的(?!话|时候|钱|那天|还款|凭证)|刚{_VERB_ZH}|已经?|早就|早已|上个?月|去世|过世|走了|走的|没了|不在了|病逝|离世|被(?:裁|扣|停|辞|骗|"
    rf"盗)|裁了|失业(?!金)|破产|"
    rf"(?:就|都)(?:还|付|清|打|转|结)(?:清|给[你您]们?|过去)?了|凭证|回单|收据|扣(?:款|钱)(?:失败)?了|银行扣|自动扣款?(?:[了过]|的(?![日话]))|"
    rf"申请(?:了)?破产|(?<!要)(?<!准备)(?<!即将)(?:入伍|参军)|出院|住院|离婚"
)
_COMING_ZH = (
    r"会|要|能|可以|宽(?:限|容|我)|容我|(?<!已经)(?<!早就)把|准备|打算|一定|肯定|保证|争取|再|等|想|到时|之前|以前|前(?![天日])|还(?![了过的清完])|(?<!支)付(?![了过的])|打(?![了过的])|给(?!了|过|[你您]们?(?:还|付|转|打|汇|交|存|寄)(?:过去|进去)?(?:了|过(?!去|来)))|"
    r"转(?![了过的账])|开始|改|换"
)
_CUES_ZH = compiled(rf"(?P<told>{_DONE_ZH})|(?P<coming>{_COMING_ZH})")


_GOES_ON = compiled(r"and\s+\$?[\d.,]+\s*(?:dollars\s*|bucks\s*)?(?:on|in)?\s*(?:the\s+)?")


def tells(text: str, *, chinese: bool, offered: bool = False) -> Callable[[Span], bool | None]:
    """For a span of the folded text: True where what has happened is told, False where something is to come.

    None where the words say neither. In an offer a bare participle is what will be: "paid October 15".
    """
    if offered and not chinese:
        text = _BARE.sub(lambda match: " " * len(match.group()), text)
    cues = _CUES_ZH if chinese else _CUES_EN
    return lambda span: _told_at(text, span, cues, verb_last=chinese)


def opens_with_what_was_done(text: str) -> bool:
    """Whether it begins with a participle and a sum, and offers nothing: "paid 60 paypal the 14th"."""
    return _DONE_FIRST.match(text) is not None and only_tells(text, chinese=False)


_DONE_FIRST = compiled(
    r"\W*(?:paid|sent|mailed|wired|posted|deposited|transferred|did)\s+(?:you\s+|u\s+|ya\s+)?(?:(?:an?|the|my)\s+)?\$?\d"
)


def only_tells(text: str, *, chinese: bool) -> bool:
    """Whether the turn tells of what has happened somewhere, and nowhere of what is to come."""
    verdicts = _verdicts(_CUES_ZH if chinese else _CUES_EN, text)
    return bool(verdicts) and all(verdicts)


_UNTIL_ZH = compiled(r"(?:宽|推|延|拖|等|容|缓|挪)[^\s,\uff0c。]{0,4}到$")


_THAT_IS = compiled(r"\s*(?:也?就是|即)?\s*")


def _told_at(text: str, span: Span, cues: re.Pattern[str], *, verb_last: bool) -> bool | None:
    """The cue of the clause: in English the nearest before the date, in Mandarin the first after it."""
    start, end = clause(text, span)
    if _SUPPOSED.search(text[:start]) or _IF_DID.search(text[: span[0]]) or _UNTIL_ZH.search(text[: span[0]]):
        return False
    before = _verdicts(cues, text[start : span[1]])  # its own "since" and "until" speak, too
    after = _verdicts(cues, text[span[1] : end])
    if verb_last and _THAT_IS.fullmatch(text, start, span[0]) and not text[span[1] : end].strip():
        after += _verdicts(cues, text[end : clause(text, (end + 1, end + 1))[1]])  # 三号 支付宝还了六百
    if verb_last:
        return after[0] if after else before[-1] if before else None
    if not before and not after and _GOES_ON.fullmatch(text[start - 3 : span[0]]):
        before = _verdicts(cues, text[slice(*clause(text, (start - 3, start - 3)))])  # and 61 on the 9th
    return before[-1] if before else after[0] if after else None


def _verdicts(cues: re.Pattern[str], words: str) -> list[bool]:
    return [match["told"] is not None for match in cues.finditer(words)]
