"""Withdrawals in Mandarin, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from arrears.domain.language.script.fold import Span, overlap
from arrears.domain.language.withdrawals.rules_zh import MAIL, NOT, RULES, TEXT, WORK_RULES, Rule, Speech
from arrears.domain.language.withdrawals.scopes import EVERYTHING, TEXTS, WORK, Scopes, Withdrawal

_TRADITIONAL = str.maketrans(
    "聯絡訊擾騷繫請許斷關閉刪銷對準傳簡讓煩會為離遠別網動復將該滾願處辦應資聽見聲響權撥寫攔絕纏夠勞時間單稱機鬧",
    "联络讯扰骚系请许断关闭删销对准传简让烦会为离远别网动复将该滚愿处办应资听见声响权拨写拦绝缠够劳时间单称机闹",
)
_HAN = "\u4e00-\u9fff"
_SPACED = re.compile(rf"(?<![{_HAN}])[{_HAN}](?: [{_HAN}]){{2,}}(?![{_HAN}])")
_INSIDE = re.compile(
    rf"(?<=退)[\W_]{{1,2}}(?=[订定])|(?<=[{_HAN}])[*_|\"'「」『』\u200b-\u200f\u2060\ufeff]+(?=[{_HAN}])"
)
_CLAUSE = re.compile(r"[\w-]*\w")


_WORK_DEED = re.compile(r"打|联系|联络|找|发|来|接|call|电话|聊|骚扰")
_HOME_TOO = re.compile(r"(?:公司|单位)(?:和|跟|及|以及|与)我?(?:的)?家")
_MAILED, _TEXTED = re.compile(MAIL), re.compile(TEXT)
_HOUR = (
    r"(?:早上|早晨|上午|中午|午休|下午|晚上|夜里|半夜|深夜|凌晨|白天|周末|周[一二三四五六日天]|星期[一二三四五六日天]?|礼拜[一二三四五六日天]?|节假日|假期|这几天|"
    r"这两天|[\d一二三四五六七八九十两]+点(?:钟|半)?|太晚|太早|[这那]么[晚早]|睡觉|睡了|休息|吃饭|开会|开车|上课|过年|春节|"
    r"这会儿?|等我)"
)
_TODAY = r"(?:(?:今天|明天|今晚|明早|现在|暂时)(?!起|开始|以后|立刻|马上|就)|(?<![首事])先(?!生))"
_HOURS_BEFORE = re.compile(rf"{_HOUR}(?!起|开始)[^还付给钱块元款]{{0,5}}$|{_TODAY}[^还付给钱块元款]{{0,2}}$")
_HOURS_INSIDE = re.compile(f"{_HOUR}|{_TODAY}")
_SITUATION = re.compile(
    r"睡|休息|开会|上课|太晚|太早|[这那]么[晚早]|半夜|吃饭|忙|不方便|开车|上班|丧事|医院|住院|考试"
)
_LASTING = re.compile(r"再(?!说|打)|再打|以后|永远|任何|一切|所有|永久|今后|从此")
_DENIED = re.compile(
    r"(?:不会|没有?|不想|不要|别|不用|不必|无需|是否|从未|并未|要不要|未曾|不)[^发打，]{0,2}$"
)
_NEAR = 24  # characters; further off, a word belongs to another thought
_ABOUT_MONEY = re.compile(r"息|扣|费|还款|计划|分期")
_UNSAID = re.compile(r"(?:没有?说|没有?叫你们?|没有?让你们?|没有?要求|不是说|不是要你们?)[^，]{0,3}$")
_ME_TOO = re.compile("我[和跟及与]")
_TURNED = re.compile(rf"^{NOT}[^发打]{{0,3}}(?:不(?![同停断])|忘|停|取消|退订|错)")
_KIN = re.compile(
    r"(?:给|打|找|联系|骚扰|打扰|联络|跟|向|烦)了?(?:我的?|俺)?(?:家(?!里?的?(?:电话|座机))|爸|妈|父母|老婆|老公|媳妇|妻子|丈夫|朋友|亲|同事|儿子|女儿|哥|姐|弟|妹|通讯录|紧急|领导|老板|邻居|孩子|爱人|对象|律师)"
)


@dataclass(frozen=True, slots=True)
class _Page:
    """The text without what only drives its characters apart, and where each of them stood."""

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, folded: str) -> _Page:
        plain = folded.translate(_TRADITIONAL)
        dropped = {at for match in _INSIDE.finditer(plain) for at in range(*match.span())}
        for run in _SPACED.finditer(plain):
            dropped |= set(range(run.start() + 1, run.end(), 2))
        kept = tuple(at for at in range(len(plain)) if at not in dropped)
        return cls("".join(plain[at] for at in kept), kept)

    def span(self, start: int, end: int) -> Span:
        return self.places[start], self.places[end - 1] + 1


def found(folded: str) -> Iterator[Withdrawal]:
    """The withdrawals in a folded text, in no order, some of them twice."""
    page = _Page.of(folded)
    before = ""
    for clause in _CLAUSE.finditer(page.text):
        said = clause.group()
        for scopes, (start, end) in _in_clause(said, before):
            span = page.span(clause.start() + start, clause.start() + end)
            yield from (Withdrawal(scope, span) for scope in scopes)
        before = said


def _in_clause(said: str, before: str) -> Iterator[tuple[Scopes, Span]]:
    work = _work(said)
    if work is not None:
        yield (EVERYTHING if _HOME_TOO.search(said) else WORK), work
    for rule in RULES:
        if rule.scopes is TEXTS and _MAILED.search(said) and not _TEXTED.search(said):
            continue
        for match in rule.pattern.finditer(said):
            at_work = work is not None and overlap(work, match.span())
            if not at_work and not _taken_back(rule.speech, match, before):
                yield (WORK if _while_working(rule, match, before) else rule.scopes), match.span()


def _while_working(rule: Rule, match: re.Match[str], before: str) -> bool:
    return rule.speech is Speech.FORBIDDING and "上班" in before and not _LASTING.search(match.group())


def _work(said: str) -> Span | None:
    if not _WORK_DEED.search(said):
        return None
    matches = (pattern.search(said) for pattern in WORK_RULES)
    return next((match.span() for match in matches if match), None)


def _taken_back(speech: Speech, match: re.Match[str], before: str) -> bool:
    head = match.string[max(match.start() - _NEAR, 0) : match.start()]
    said = head + match.string[match.start() : match.end() + _NEAR]
    if _UNSAID.search(head):
        return True
    if speech is Speech.PLAIN:
        return False
    if speech is Speech.BARE:
        return _ABOUT_MONEY.search(before) is not None
    if _KIN.search(said) and not _ME_TOO.search(said):
        return True
    if speech is Speech.STOPPING:
        return _DENIED.search(head) is not None
    if _TURNED.match(match.group()) or _HOURS_BEFORE.search(head) or _HOURS_INSIDE.search(match.group()):
        return True
    return bool(_SITUATION.search(before)) and "上班" not in before and not _LASTING.search(said)
