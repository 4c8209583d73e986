"""How times of day are said, in English and Mandarin."""

from __future__ import annotations

from arrears.domain.language.money.numerals_en import UNIT_WORDS
from arrears.domain.language.script.fold import compiled

_HOUR_WORD = rf"(?:{UNIT_WORDS}|ten|eleven|twelve)"
MINUTE_WORDS = {
    "oh five": 5,
    "thirty five": 35,
    "thirty": 30,
    "fifteen": 15,
    "forty five": 45,
    "twenty five": 25,
    "twenty": 20,
    "ten": 10,
    "forty": 40,
    "fifty five": 55,
    "fifty": 50,
}
SPOKEN_MINUTES = "|".join(words.replace(" ", "[ -]") for words in MINUTE_WORDS)
_HALF = (
    r"[ap]\.?\s?m\b\.?|(?<=\d)[ap]\b|in\s+the\s+(?:morning|afternoon|evening)|at\s+night|"
    r"this\s+(?:morning|afternoon|evening)|tonight"
)


_TO = r"(?:to|till?)"
_MINUTES_BESIDE = (
    r"half\s+past|half|quarter\s+past|quarter\s+after|quarter\s+to|quarter\s+till?|"
    r"(?:five|ten|twenty(?:[ -]five)?)\s+(?:min(?:ute)?s?\s+)?(?:past|after)|"
    r"[0-5]?\d\s+(?:min(?:ute)?s?\s+)?past|"
    rf"(?:five|ten|[0-5]?\d)\s+min(?:ute)?s?\s+{_TO}|twenty(?:[ -]five)?\s+{_TO}|"
    rf"(?<=\bat\s)(?:five|ten)\s+{_TO}"
)  # "ten to six" alone may be hours of work


_MINUTES_FOLLOW = (
    rf"(?:\s?[:.]|\s(?=[0-5]\d\s*(?:{_HALF}))|\s(?:(?<=\bat\s\d\s)|(?<=\bat\s\d\d\s))(?=[0-5]\d(?!\d)))"
)
"""11:30, and as a recogniser writes it: 11 30 in the morning, at 11 30."""


def _english(number: str) -> str:
    """A time with groups whose names end in the number."""
    return (
        rf"(?:(?P<word{number}>\b(?:noon|midday|midnight))|(?P<mil{number}>[01]\d[0-5]\d|2[0-3][0-5]\d)\s?(?:hrs|"
        rf"hours)"
        rf"|(?:\b(?P<past{number}>{_MINUTES_BESIDE})\s+)?"
        rf"(?P<hour{number}>(?<![\d.,$/:])\d{{1,2}}(?!\d)|\b{_HOUR_WORD}\b)"
        rf"(?:{_MINUTES_FOLLOW}(?P<min{number}>[0-5]\d)(?!\d)|[\s-](?P<spoken{number}>{SPOKEN_MINUTES})\b)?"
        rf"(?:\s*o'?\s?clock|ish)?(?:\s*(?P<half{number}>{_HALF}))?)"
    )


_NO_HOUR_AFTER = (
    r"(?![\w%$./,-]*\d)(?!\s*(?:a\s|an\s|per|each|every|dollars?|bucks?|k\b|grand|hundred|thousand|"
    r"percent|payments?|months?|weeks?|"
    r"days?|years?|minutes?|mins?|hours?\b|hrs?\b|times?|more|kids|people|of\s|or\s+more|\ue000|%|st\b|"
    r"nd\b|rd\b|th\b|[年月日号天周个块元期折]))"
)
_CUE = (
    r"\b(?:at|after|before|by|until|till?|around|about|from|past|@|since|close\s+to|off\s+at|up\s+at|"
    r"done\s+at)\s+(?:about\s+|around\s+|like\s+)?"
)
RANGE_EN = compiled(
    rf"(?:\b(?:between|from|btwn|bet)\s+)?{_english('1')}\s*(?:-|to|and|n|&|til|till|until|thru|"
    rf"through)\s*{_english('2')}{_NO_HOUR_AFTER}"
)
SINGLE_EN = compiled(rf"(?P<cue>{_CUE})?{_english('1')}{_NO_HOUR_AFTER}")

_HALF_ZH = r"(?:凌晨|清晨|早上|早晨|上午|一早|早|中午|正午|下午|傍晚|晚上|夜里|今晚|明晚|后晚|当晚|夜晚|晚)"
_HOUR_ZH = r"(?:二十[一二三四]?|十[一二]?|[零一二两三四五六七八九]|(?<![\d.])[012]?\d)"
_MINUTE_ZH = (
    r"(?:半|一刻|三刻|[零一二三四五]?十[一二三四五六七八九]?分?|零[一二三四五六七八九]分?|"
    r"[一二三四五六七八九]分|[0-5]\d分?)"
)
_SHORT_ZH = r"(?:一刻|[一二]?十分|[一二三四五六七八九\d]{1,2}分|二十五分)"


def _mandarin(number: str) -> str:
    return (
        rf"(?:(?P<half{number}>{_HALF_ZH})的?)?\s?(?:差(?P<past{number}>{_SHORT_ZH})钟?(?:就|到)?)?"
        rf"(?P<hour{number}>{_HOUR_ZH})(?:点钟?|时(?!间|候)|:(?=\d\d))"
        rf"过?(?P<min{number}>{_MINUTE_ZH})?(?![\d一二三四五六七八九])"
    )


_NO_HALF = rf"(?!\s*(?:{_HALF}))"  # "8:30 pm" is English
RANGE_ZH = compiled(rf"{_mandarin('1')}\s*(?:到|至|-|~|和)\s*{_mandarin('2')}{_NO_HALF}")
SHORT_RANGE_ZH = compiled(
    rf"(?:(?P<half1>{_HALF_ZH})的?)?\s?(?P<hour1>{_HOUR_ZH})(?P<min1>(?!))?\s*(?:到|至|-|~)\s*{_mandarin('2')}"
)
SINGLE_ZH = compiled(_mandarin("1") + _NO_HALF)
HALF_AFTER_ZH = compiled(rf"(?:[之以]?[前后])?[\s,\uff0c]*({_HALF_ZH})(?=再?(?:打|联系|来电|回电|给我)|\W*$)")
"""The half of the day, said last: 8点半 晚上打."""
OF_THE_CLOCK = compiled(
    rf"\b(?:\d{{1,2}}|{_HOUR_WORD}|{SPOKEN_MINUTES})\s?(?:[ap]\.?\s?m\b|o'?\s?clock)|(?<!\d)\d{{1,2}}:\d\d(?!\d)|{_HOUR_ZH}点(?!子|儿)"
)
OFF_AT = compiled(r"(?:off|out|done|finish(?:ed)?)\b")  # the first words of a time
IS_OFF = compiled(r"(?:才|就)?(?:下班|放学|下课|收工|开会)")
OFF_BEFORE = compiled(
    r"(?<![点半刻\d])(?:下班|到家|起床|收工|放学|上班)(?:到家|都|就|要|得|是|一般|差不多|才|已经|也)*$|\bwork(?:s|ing)?\s+(?:from\s+|till?\s+|until\s+)?$"
)
A_BIT = compiled(r"[有早晚少多快慢便好差大高低]一点")
A_LITTLE = compiled(r"一点(?!半|钟|以?后|以?前|之|到|左右|[\d零一二三四五]?十?\d?分|整)")
FORENOON = compiled(r"^a(?!t)|morning|晨|早|上午")
NIGHT = compiled(r"night|晚|夜")
SHIFTS = frozenset({(9, 5), (8, 5), (9, 6), (8, 4), (7, 3)})
UNTIL = compiled(r"(?:until|till?)\b")
