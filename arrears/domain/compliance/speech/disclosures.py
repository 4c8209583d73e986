"""Which of the words that the law wants said stand in a text, in which language, and how early."""

from __future__ import annotations

import re
from collections.abc import Iterable

from arrears.domain.compliance.decision import Duty
from arrears.domain.compliance.speech.lexicon import FLAGS
from arrears.domain.people import Language

type Spoken = tuple[Duty, Language]

NAME = "\ue000"
"""What stands for the sender's own name while a text is read, so that no word of the name counts."""

_EN, _ZH = Language.EN, Language.ZH
_AUTOMATED = (
    r"(?:fully\s+)?(?:automat(?:ed|ic)|robotic|computer(?:ised|ized)?|ai|a\.i\.|artificial[- ]intelligence)"
)
_MACHINE = r"(?:assistant|agent|bot|robot|system|voice|caller|helper)"

# AI-ALL-1. A machine that is only spoken of ("reply here to reach our automated assistant") does not speak.
_AI_EN = (
    rf"\b(?:this\s+is|it\s+is|i\s+am|i'm|hello\s+from|hi\s+from|from)\s+(?:an?|the|our|your|{NAME}(?:'s)?)?\s*"
    rf"(?:{_AUTOMATED}\s+){{1,2}}(?:\w+\s+)?{_MACHINE}\b"
    rf"|\b(?:you\s+are|you're)\s+(?:speaking|talking|chatting)\s+(?:with|to)\s+(?:an?|the|our)\s+{_AUTOMATED}\b"
    rf"|\b(?:i\s+am|i'm)\s+(?:a\s+(?:bot|robot|machine)|an\s+ai)\b(?!\s+\w+\s+person)"
)
_AI_ZH = (
    r"(?:(?<!不)是(?!否|不是)|由|来自|來自)[^。!?;,、]{0,14}"
    r"(?:自[动動](?:语音|語音)?(?:助[理手]|客服)|人工(?:智能|智慧)|智能(?:语音|語音)?(?:助[理手]|客服|机器人|機器人)"
    r"|机器人|機器人|AI(?:语音|語音)?(?:助[理手]|客服))"
)
_RECORDING_EN = (
    r"\b(?:call|conversation|line)s?\s+(?:is|are|may\s+be|might\s+be|will\s+be|is\s+being)\s+(?:being\s+)?"
    r"(?:(?:monitored|transcribed)\s+(?:and|or)\s+)?(?:recorded|transcribed)\b"
    r"|\bwe\s+(?:may\s+|will\s+)?(?:record|transcribe)\s+(?:this|the|your)\s+(?:call|conversation)\b"
)
_RECORDING_ZH = (
    r"(?:通[话話]|[电電][话話]|[对對][话話])[^。!?]{0,6}(?:[录錄]音|[转轉][写寫])"
    r"|(?:[录錄]音|[转轉][写寫])[^。!?]{0,4}(?:通[话話]|[电電][话話]|[对對][话話])"
)
_MIRANDA_EN = (
    r"\battempt(?:ing)?\s+to\s+collect\s+a\s+debt\b.{0,40}"
    r"\bany\s+information\s+(?:\w+\s+)?obtained\s+will\s+be\s+used\s+for\s+that\s+purpose\b"
)
_MIRANDA_ZH = (
    r"(?:收取|追收|催收|收回)[^。!?]{0,6}[债債][务務].{0,20}"
    r"(?:信息|[资資][讯訊料])[^。!?]{0,8}用[于於作](?:该|該|此|这一|這一|上述)(?:[项項])?目的"
)
_LATER_EN = r"(?<!not\s)\b(?:from|is|i\s+am|i'm|we\s+are)\s+a\s+debt\s+collector\b"
_LATER_ZH = r"(?:[来來]自|(?<!不)是)[^。!?]{0,10}(?:[债債][务務]催收|催收[债債][务務])"
_STOP_EN = (
    r"\b(?:reply|text|send)\s+(?:with\s+)?[\"'“]?(?:stop|td)\b[\"'”]?(?!\s+by\b)"
    r"|\bto\s+(?:unsubscribe|opt\s+out|stop\s+(?:these\s+)?e-?mails)\b|\b(?:unsubscribe|opt\s+out)\s+(?:here|at|by|from)\b"
)
_STOP_ZH = r"(?:[回发發送][复復送]?\s*[“\"]?(?:STOP|TD|[退][订訂]))|退[订訂](?:[请請点點]|[邮郵]件)"
# On a call a number is said digit by digit.
_DIGIT_EN, _DIGIT_ZH = r"(?:oh|zero|one|two|three|four|five|six|seven|eight|nine)", "[零一二三四五六七八九幺]"
_ANY_NUMBER_EN = rf"(?:\+?\(?\d[\d\s().-]{{5,}}\d|\b{_DIGIT_EN}(?:[\s,]+{_DIGIT_EN}){{6,}}\b)"
_ANY_NUMBER_ZH = rf"(?:\+?\(?\d[\d\s().-]{{5,}}\d|{_DIGIT_ZH}(?:[\s,]*{_DIGIT_ZH}){{6,}})"
_NUMBER_EN = rf"\b(?:call|phone|dial|ring|(?:my|our)\s+number|number\s+is)\b[^.!?]{{0,40}}?{_ANY_NUMBER_EN}"
_NUMBER_ZH = rf"(?:致[电電]|[拨撥]打|[电電][话話]|[号號][码碼])[^。!?]{{0,10}}?{_ANY_NUMBER_ZH}"
_LICENCE_EN = rf"\blicen[sc]e\s*(?:no\.?|number|#|:)?\s*[:#]?\s*(?:[\w-]*\d|(?:[a-z][\s,]+)*{_DIGIT_EN}\b)"
_LICENCE_ZH = (
    rf"(?:牌照|[许許]可[证證]|[执執]照)(?:[号號][码碼]?)?[:\s]*(?:[\w-]*\d|(?:[a-z][\s,]*)*{_DIGIT_ZH})"
)
_TOLL_FREE_EN = (
    r"\b(?:1[ .-]?)?\(?8(?:00|33|44|55|66|77|88)\)?[ .-]?\d{3}[ .-]?\d{4}\b[^.!?]{0,40}\b(?:opt\s+out|stop)\b"
)
_TOLL_FREE_ZH = r"400[ -]?\d{3}[ -]?\d{4}[^。!?]{0,12}(?:停止|拒[绝絕]|退[订訂])"
_PERSON_EN = (
    r"\b(?:ask\s+for|speak\s+(?:with|to)|talk\s+(?:with|to)|connect\s+you\s+(?:with|to)|reach|or)\s+a\s+(?:real\s+)?person\b"
    r"|\ba\s+person\s+(?:will|has|from)\b"
)
_PERSON_ZH = (
    r"[转轉]接?人工|(?:人工|工作人[员員])[^。!?]{0,20}(?:回[复覆]|[联聯][系繫]|[处處]理|[沟溝]通)"
    r"|或工作人[员員]"
)
_KEY_EN, _KEY_ZH = rf"(?:\d|{_DIGIT_EN}|star|pound|\*|#)", rf"\s?(?:\d|{_DIGIT_ZH}|星号|井号)"
_KEYPAD_EN = (
    rf"\b(?:press|dial)\s+{_KEY_EN}\s+to\s+(?:opt\s+out|stop|be\s+removed)\b"
    rf"|\bto\s+(?:opt\s+out|stop(?:\s+these\s+calls)?|be\s+removed),?\s+(?:press|dial)\s+{_KEY_EN}"
)
_KEYPAD_ZH = (
    rf"按{_KEY_ZH}[^。!?]{{0,8}}(?:停止|拒[绝絕]|退[订訂])"
    rf"|(?:不想|不再|停止|拒[绝絕])[^。!?]{{0,12}}[电電][话話][^。!?]{{0,4}}按{_KEY_ZH}"
)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, FLAGS | re.DOTALL)


_PATTERNS: tuple[tuple[Duty, Language, re.Pattern[str]], ...] = tuple(
    (duty, language, _compiled(pattern))
    for duty, language, pattern in (
        (Duty.AI_DISCLOSURE, _EN, _AI_EN),
        (Duty.AI_DISCLOSURE, _ZH, _AI_ZH),
        (Duty.RECORDING_NOTICE, _EN, _RECORDING_EN),
        (Duty.RECORDING_NOTICE, _ZH, _RECORDING_ZH),
        (Duty.MINI_MIRANDA_INITIAL, _EN, _MIRANDA_EN),
        (Duty.MINI_MIRANDA_INITIAL, _ZH, _MIRANDA_ZH),
        (Duty.MINI_MIRANDA_LATER, _EN, _LATER_EN),
        (Duty.MINI_MIRANDA_LATER, _ZH, _LATER_ZH),
        (Duty.OPT_OUT_LINE, _EN, _STOP_EN),
        (Duty.OPT_OUT_LINE, _ZH, _STOP_ZH),
        (Duty.CALLBACK_NUMBER, _EN, _NUMBER_EN),
        (Duty.CALLBACK_NUMBER, _ZH, _NUMBER_ZH),
        (Duty.LICENCE_NUMBER, _EN, _LICENCE_EN),
        (Duty.LICENCE_NUMBER, _ZH, _LICENCE_ZH),
        (Duty.KEYPAD_OPT_OUT, _EN, _KEYPAD_EN),
        (Duty.KEYPAD_OPT_OUT, _ZH, _KEYPAD_ZH),
        (Duty.TOLL_FREE_OPT_OUT, _EN, _TOLL_FREE_EN),
        (Duty.TOLL_FREE_OPT_OUT, _ZH, _TOLL_FREE_ZH),
        (Duty.HUMAN_OFFERED, _EN, _PERSON_EN),
        (Duty.HUMAN_OFFERED, _ZH, _PERSON_ZH),
    )
)
_EARLY = frozenset({Duty.AI_DISCLOSURE, Duty.RECORDING_NOTICE})
"""What counts only at the start: one sentence may stand before it."""

_ENDS = re.compile(r"[!?。\n]+|\.+(?=[\s”\"']|$)")


def spoken(anonymous: str) -> frozenset[Spoken]:
    """What the words deliver and in which language; `anonymous` has NAME for the sender's own name."""
    found: set[Spoken] = set()
    for duty, language, pattern in _PATTERNS:
        hit = pattern.search(anonymous)
        if hit is not None and (duty not in _EARLY or begins_early(anonymous, hit.start())):
            found.add((duty, language))
            if duty is Duty.AI_DISCLOSURE:
                found.add((Duty.AI_LABEL, language))
    if begins_early(anonymous, anonymous.find(NAME)):
        found.update((Duty.REGISTERED_NAME, language) for language in Language)
    return frozenset(found)


def begins_early(text: str, start: int) -> bool:
    """Whether what begins at `start` is in one of the first two sentences."""
    return start >= 0 and len(_ENDS.findall(text[:start])) <= 1


def duties(found: Iterable[Spoken]) -> frozenset[Duty]:
    """The duties alone, whatever the language."""
    return frozenset(duty for duty, _ in found)
