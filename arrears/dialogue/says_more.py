"""Words in a turn of somebody else on the line, of an end of contact, or of hardship."""

from __future__ import annotations

import re

from arrears.dialogue.answering import Situation
from arrears.domain.language.means.hardships import names_hardship
from arrears.domain.language.people.bereavements import own_bereavement
from arrears.domain.language.script.fold import compiled, fold, has_han

_ENDS = compiled(
    r"\b(?:lawyers?|attorneys?|bankrupt\w{0,3}|chapter\s+(?:7|11|13)|represented|su(?:e|es|ed|ing)|court|police|died|dead|"
    r"passed\s+away|funeral|refus\w{1,3})\b"
    r"|\b(?:don'?t|do\s+not|never|no|stop)\b[^.?!,]{0,30}\b(?:call|contact|text|writ|messag|reach|bother)\w{0,3}\b"
    r"|\bnever\s+(?:agreed|signed|took|had|borrowed|owed)\b|\balready\s+paid\b|\bpaid\s+(?:\w+\s+)?off\b|\b(?:proof|prove|dispute\w?)\b"
    r"|律师|破产|起诉|报警|去世|走了|死|(?:别|不要)再|没有?[借签欠贷]|还[清完]|证据|(?<!是)不是我"
)
_SOMEBODY_ELSE = compiled(
    r"\b(?:this\s+is|i'?m|i\s+am|it'?s)\s+(?:actually\s+|just\s+)?(?:his|her|their|(?!my\b)\w+'s)\b"
    r"|\b(?:not|isn'?t)\s+(?:me|mine|him|her)\b|\b(?:wrong|message|moved|address)\b|\bpass\s+(?:it|this|that)\s+on\b"
    r"|我是[^,.!?，。！？]{0,8}(?:的|[妈爸哥姐弟妹]|老婆|老公|妻子|丈夫|太太|爱人|媳妇|儿子|女儿|朋友|同事|家属|会计)"
    r"|机主|本人|[打找发]错|哪位|不在|出去|转告|[替帮代][他她]"
)


def says_more(situation: Situation) -> bool:
    """Whether there are words of somebody else on the line, of an end of contact, or of hardship."""
    text = situation.text
    ends = _ENDS.search(fold(text)) is not None
    return ends or is_of_another(situation) or names_hardship(text) or own_bereavement(text)


def is_of_another(situation: Situation) -> bool:
    """Whether there are words of somebody else on the line; whom we want is spoken of by others."""
    plain = fold(situation.text)
    named = any(_names(plain, part) for part in fold(situation.person.name).split())
    return named or _SOMEBODY_ELSE.search(plain) is not None


def _names(plain: str, part: str) -> bool:
    """Whether the part of a name stands in the words, which have no edges in Chinese."""
    if has_han(part):
        return part in plain
    return len(part) > 1 and re.search(rf"\b{re.escape(part)}\b", plain) is not None
