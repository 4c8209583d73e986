"""Which language somebody wants to go on in, from words of which it is known that they ask for another."""

from __future__ import annotations

import re

from arrears.domain.language.script.fold import Span, compiled, fold
from arrears.domain.language.words.languages import LANGUAGES
from arrears.domain.people import Language

_ENGLISH = r"\benglish\b|英文|英语"
_CHINESE = r"\b(?:chinese|mandarin|putonghua)\b|中文|普通话|国语|汉语|汉字|华语|中国话"
_OURS = {Language.EN: compiled(_ENGLISH), Language.ZH: compiled(_CHINESE)}
_FOREIGN = "|".join(
    rf"(?<![a-z])(?:{words})(?![a-z])"
    for code, words in LANGUAGES
    if code not in ("", Language.EN, Language.ZH)
)
_DIALECTS = r"方言|(?:四川|东北|湖南|河南|福建|福州|家乡|老家)话"
_UNLISTED = (
    r"tiếng\s+việt|\b(?:polski|tamil|gujarati|amharic|somali|armenian)\b|(?:越南|马来)文"
    r"|[\u4e00-\u9fff](?<![英国汉华母双外口言标术用])语(?![言音气文句])"
)
_OTHERS = compiled(rf"{_FOREIGN}|{_DIALECTS}|{_UNLISTED}")
_ANY = rf"(?:{_ENGLISH}|{_CHINESE}|{_FOREIGN}|{_DIALECTS})"

_WRITTEN_IN_ANOTHER = compiled(
    r"\bhabl|\bingl[eé]s\b|\bentiend|\bidioma|[\u0400-\u06ff\u0900-\u0e7f\u3040-\u30ff\uac00-\ud7af]"
)
"""Words and letters of languages that are not ours."""

_SCRIPT = compiled(r"[简簡繁][体體]")
"""Who cannot read the one wants the other, and Chinese."""

_BY_A_PERSON = compiled(r"\binterpret|\btranslat|口译|翻译|手语")

_NEAR = 60  # characters before a name in which it is looked for a no
_EITHER_WAY = re.compile(r"(.)[不唔]\1")  # "会不会" asks, and denies nothing
_FILLER = (
    r"(?:really|speak|read|understand|know|write|send|text|use|talk|want|choose|good|much|any|more|very|well|"
    r"at|in|to|me|the|your|that|this)"
)
_NEGATED_BEFORE = compiled(
    rf"(?:\b(?:no|without|barely|hardly|little|bad|poor|broken|limited|from|instead\s+of|rather\s+than)"
    rf"|(?<!\byou )(?<!\bu )(?<!\bwhy )\b(?:not|never|do\s?n'?t|did\s?n'?t|does\s?n'?t|can'?t|cannot|isn'?t)"
    rf"|\bwhy\s+(?:is|are)\s+(?:this|it|these|that)\s+(?:all\s+)?(?:in)?)(?:\s+{_FILLER})*\s+$"
    r"|(?:[看听读](?:不|唔)(?:太|大)?(?:懂|明白?)|[全都尽]是|[说讲][不唔][来好])(?:你们?|您)?[发说讲写]?的?$"
    r"|(?<![你您么要])(?<!你们)[不唔](?:太|大|怎么)?(?:会|懂|能|想|要|用|识|是|认识|认得|习惯)*[说讲看读写听用发]?(?:你们?|您)?[发说讲写]?的?$"
    r"|别再?[说讲用发拽写]$|[把从]$"
)
_NEGATED_AFTER = compiled(
    rf"\s*(?:(?:is|are|was)\s+)?(?:(?:so|very|really|too)\s+)?"
    rf"(?:i\s+am\s+not|i'?m\s+not|not|isn'?t|no(?!\s+problem)|bad|poor|limited|hard|weak|terrible|difficult|only\s+little)\b"
    rf"(?!\s+{_ANY})"
    rf"|(?:(?!{_ANY})[^\s,;.!?，。；！？]){{0,6}}?(?:(?:[不唔](?:太|大|怎么|是很)*(?:好|行|懂|会|利索|流利|通|来|认|标准|能|说|讲)"
    r"|[看听][不唔](?:太|大)?(?:懂|明白?))(?!吗|么|嘛)|烂|很差|太差|一点点|累|费劲|吃力|别扭|有限)"
)


def wished_language(text: str, spoken: Language) -> Language | None:
    """The language of ours that they ask for; None where it is not one of ours, or not clear which.

    `spoken` is the one they are answered in. Naming none asks for the other; so does "no English".
    """
    plain = _EITHER_WAY.sub(r"\1", fold(text))
    if _WRITTEN_IN_ANOTHER.search(plain) or _is_wanted(plain, _OTHERS):
        return None
    wanted = [language for language, names in _OURS.items() if _is_wanted(plain, names)]
    if wanted:
        return wanted[0] if len(wanted) == 1 else None
    if _BY_A_PERSON.search(plain) or _OTHERS.search(plain):
        return None
    if _SCRIPT.search(plain):
        return Language.ZH
    unwanted = [language for language, names in _OURS.items() if names.search(plain)]
    return _other_than(unwanted[0] if unwanted else spoken) if len(unwanted) < len(_OURS) else None


_SPEAKERS = compiled(
    r"\b(?:any(?:one|body)|some(?:one|body)|people|person|agents?|reps?|representatives?|staff|operators?|human|who)\b[^.!?\n]{0,30}"
    rf"\b(?:speaks?|speaking|talks?|knows?)\b[^.!?\n]{{0,12}}{_ANY}|{_ANY}[\s-]+speaking\s+(?:person|people|agent|rep\w*|staff|operator|human|someone)"
    rf"|[会能懂讲说用听]+{_ANY}的?(?:人(?!民)|客服|同事|员工|工作人员|专员)|(?:有没有|有)(?:人|客服|工作人员)?[^。！？!?\n]{{0,6}}(?:会|能|可以|懂)(?:讲|说|用)?{_ANY}"
    rf"|(?:讲|说)?{_ANY}(?:客服|人工|专员|接线员)"
)


def asks_for_speaker(text: str) -> bool:
    """Whether they ask if there is a person who speaks a language."""
    return _SPEAKERS.search(fold(text)) is not None


def _is_wanted(text: str, names: re.Pattern[str]) -> bool:
    return any(not _is_negated(text, found.span()) for found in names.finditer(text))


def _is_negated(text: str, name: Span) -> bool:
    before, after = text[max(0, name[0] - _NEAR) : name[0]], text[name[1] :]
    return _NEGATED_BEFORE.search(before) is not None or _NEGATED_AFTER.match(after) is not None


def _other_than(language: Language) -> Language:
    return Language.EN if language is Language.ZH else Language.ZH
