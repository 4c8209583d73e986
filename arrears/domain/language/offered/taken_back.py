"""Values that the speaker takes back in the same breath for another of the same kind, or may have.

What is taken back is gone: "the 10th, no wait, the 12th". Where only a sound of hesitation stands between two
values, or the words of a correction follow one and what it was corrected to is not read, nobody knows which
is meant: those are doubtful.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from arrears.domain.language.money.numerals_en import SMALL_COUNT
from arrears.domain.language.money.numerals_zh import SMALL_HAN
from arrears.domain.language.script.fold import Span, blank, compiled

# "The 10th, no wait, the 12th"; 转500 不不 600.
_ADVERB = (
    r"(?:uh|um|er|oh|well|hmm|the|on|by|it'?s|that'?s|for|to|of|like|say|let'?s|do|a|till?|until|"
    r"better|rather|dollars|bucks|at|starting|from|so|and|but|you\s+know|lol|lmao|haha|seriously|really|i'?m|via|with)"
)
_CUE = (
    r"(?:no+|nope|nah|wait|sorry|i\s+(?:mean|meant)|scratch\s+that|strike\s+that|make\s+(?:that|it)|correction|"
    r"or\s+(?:rather|better(?:\s+(?:yet|still))?|let'?s\s+(?:say|do)|make\s+(?:it|that))|"
    r"actually|not\s+that|(?:just\s+)?kidding|jk|my\s+bad|oops|whoops|hold\s+(?:on|up)|hang\s+on|wrong)"
)
_INSTEAD_EN = compiled(
    rf"[\s,.;:!?-]*(?:(?:{_ADVERB}|sorry)[\s,.;:!?-]+)*{_CUE}\b(?:[\s,.;:!?-]+(?:{_ADVERB}|{_CUE})\b)*[\s,.;:!?$-]*"
)
_NO_ZH = (
    r"(?:不对(?!吗|吧)|(?<=[哎唉哦噢呃啊额])不是|不是(?=[\s,\uff0c\u3002]|是|[说讲打写记输算看]错)|不行(?!吗|吧)|[说讲打写记输算看]错了?|错了|"
    r"口误|算了|不(?!是)|(?<=[不哦])不|应该是|等等|等一?下(?![周月个次礼星])|我是说(?!错)|我(?:说的|意思)是|更正(?:一下)?)"
)
_ADVERB_ZH = (
    r"(?:[\s,.;:!?…-]|[\uff0c\u3002\uff1b\uff01\uff1f\u3001]|应?该?[是为]|我|想?[说问]|哦|啊|呃|嗯|哎呀?|唉|噢|额|那个|吧|就|"
    r"的|到|给|[你您]们?|还|付|款|会|改[为成]|[之以]?[前后]|块钱?|元|在|转|打|抱歉|不好意思|对不起)"
)
_INSTEAD_ZH = compiled(rf"(?={_ADVERB_ZH}*?{_NO_ZH})(?:{_NO_ZH}|{_ADVERB_ZH})*+")
_BREAKS_OFF_ZH = (
    r"(?:[哎唉哦噢呃啊额][\s,\uff0c]*不是|[哎唉哦噢呃啊额\s,\uff0c。]不对|(?<=[号块元百千万期折点])不对|"
    r"(?<![你您们])[说讲打写记输算看]错了|口误|更正(?:一下)?)(?![吗吧的])"
)
_BREAKS_OFF_EN = (
    r"(?:scratch\s+that|strike\s+that|correction|i\s+misspoke|no+[\s,.]+wait|wait[\s,.]+no+|"
    r"(?:that'?s|that\s+was)\s+wrong)"
)
_THEN_ANOTHER = compiled(  # 按六折结清?更正,我是想问五折; "50 toward it, no scratch that, 40"
    rf"[^\d]{{0,16}}?{_BREAKS_OFF_ZH}{_ADVERB_ZH}*|"
    rf"\s(?:toward|for|off|on|to|in|down)\b[^\d]{{0,24}}?[\s,.;:!?-]{_BREAKS_OFF_EN}\b(?:[\s,.;:!?-]+(?:{_ADVERB}|{_CUE})\b)*[\s,.;:!?$-]*"
)
_BREAKS_OFF = compiled(
    rf"{_ADVERB_ZH}*?{_BREAKS_OFF_ZH}|[\s,.;:!?-]*(?:(?:oh|uh|um|er|hmm)[\s,.-]+)*{_BREAKS_OFF_EN}\b"
)
_HESITATES = compiled(
    r"[\s.,…还给\uff0c\u3002-]*(?:(?:[哎唉呃嗯额]|\b(?:uh+|um+|er+|erm|hmm+)\b)[\s.,…\uff0c\u3002-]*)+(?:[就先还给是那]|on\s+|the\s+|\$)*"
)
_RATHER_ZH = compiled(
    rf"{_ADVERB_ZH}*要不然?(?:还是|就|再)?{_ADVERB_ZH}*|(?=[^是]*[哎唉呃嗯额\s,.…\uff0c\u3002]){_ADVERB_ZH}*还是{_ADVERB_ZH}*"
)
_TRIED = compiled(
    rf"\s*[?,.]+\s*(?:{_ADVERB}[\s,.]+)*(?:(?:no+|nah|nope)\b[\s,.]*)(?:that'?s|it'?s|thats|that\s+is|would\s+be)?\s*(?:way\s+|a\s+bit\s+|probably\s+)*"
    r"too\s+\w+(?:\s+for\s+(?:\w+\s+){0,2}\w+)?[\s.,;!-]+(?:(?:so|then|maybe|more\s+like|say|make\s+it|rather)\s+)*\$?"
    r"|(?:块钱?|元)?[\s?？,，。]+(?:[嗯唉哎呃][\s,，]*)?[^\d。，,？?]{0,6}(?:太(?:多|高|乐观|吃力)|怕不行|恐怕不行|够呛|撑不住|不行)[了吧]?[\s，。,]+(?:那|就|还是|要不|最多)*"
)
"""A sum thought aloud and found to be too much, before the one that is meant: "200? no, too much. 125"."""
_THAT_THEN = compiled(r"吧|算了|好了|得了")
"""After the second of two: 13号 要不15号吧 takes the first back, 周五要不周六 leaves both open.

So does 周五还是周六吧, but not 周五 额还是周六吧."""
# A change of a plan that stands: 把8号改成18号 names both days.
_SWAP = compiled(
    r"(?:[把从由将]|\b(?:from|instead\s+of|mov(?:e|ing)|chang(?:e|ing)|switch(?:ing)?|swap(?:ping)?)\b)[^,.]*$"
)
_NEVER_SAID = compiled(r"没(?:有)?(?:说|讲|答应)过?$")
_COUNTS = compiled(
    rf"(?:分[成到]?)?(?![一1][期次]){SMALL_HAN}[期次](?!不(?![对是行]))|\b(?!an?\s){SMALL_COUNT}\s+(?:(?:monthly|weekly|equal)\s+)?(?:payments|instal?lments|months|weeks)\b"
)
_OWN_GAP = compiled(r"[.,;!?\uff0c\u3002\uff1b]|\b(?:and|then|plus)\b")
"""What parts a value from the day after it; without it the two belong together: 30 on the 15th."""
_MORE = compiled(r"\b(?:and|then|plus|n)\b|&|再|然后|另|和")
_GAP_MAX = 30


def corrected(text: str, spans: Iterable[Span], beside: Iterable[Span] = ()) -> set[Span]:
    """The spans of those values that a correction right after them takes back; all are of one kind.

    `beside` are the values of another kind that may stand between: 30 tmrw? nah 35 on wed.
    """
    others = list(beside)
    return {left for left, right in pairwise(sorted(spans)) if _is_corrected(text, left, right, others)}


def unsettled(text: str, spans: Iterable[Span], beside: Iterable[Span] = ()) -> set[Span]:
    """The spans of those values of one kind that may have been taken back.

    Both of 明天…呃后天, and 一千 of 一千哎不是 where what it was corrected to is not read.
    """
    said = sorted(spans)
    both = [
        {left, right}
        for left, right in pairwise(said)
        if text[slice(*left)] != text[slice(*right)] and _HESITATES.fullmatch(text[left[1] : right[0]])
    ]
    left_open = {span for span in said if _is_broken_off(text, span, [*said, *beside])}
    return left_open.union(*both)


def _is_broken_off(text: str, span: Span, values: Sequence[Span]) -> bool:
    """Whether it is taken back, and nothing that was read follows in its place."""
    taken_back = _BREAKS_OFF.match(text, span[1])
    if taken_back is None:
        return False
    following = [one[0] for one in values if one[0] >= taken_back.end()]
    gap = text[taken_back.end() : min(following)] if following else None
    return gap is None or not (_INSTEAD_EN.fullmatch(f" no {gap}") or _INSTEAD_ZH.fullmatch(f"不对{gap}"))


def counts_taken_back(text: str) -> set[Span]:
    """Where a number of payments is said that the next one corrects: 分4期，不，5期."""
    return corrected(text, (match.span() for match in _COUNTS.finditer(text)))


def rhythms_taken_back(text: str, said: Sequence[Span], sums: Iterable[Span]) -> set[Span]:
    """Where it is said how often, and then how often instead; said once more, a rhythm stands."""
    taken_back = corrected(text, said, sums)
    left = {text[slice(*span)] for span in said if span not in taken_back}
    return {span for span in taken_back if text[slice(*span)] not in left}


def _is_corrected(text: str, left: Span, right: Span, beside: Sequence[Span]) -> bool:
    between = [one for one in sorted(beside) if left[1] <= one[0] and one[1] <= right[0]]
    gap = blank(text, between, " ")[left[1] : right[0]]
    if not between and _TRIED.fullmatch(gap):
        return True
    if (
        len(" ".join(gap.split())) > _GAP_MAX
        or _SWAP.search(text[: left[0]])
        or _NEVER_SAID.search(text[: left[0]])
    ):
        return False
    if between and _goes_on(text, right, between[-1], beside):
        return False
    rather = _RATHER_ZH.fullmatch(gap) and (_THAT_THEN.match(text, right[1]) or "吧" in gap)
    if rather or _INSTEAD_EN.fullmatch(gap) or _INSTEAD_ZH.fullmatch(gap):
        return True
    return _THEN_ANOTHER.fullmatch(gap) is not None and _MORE.search(gap) is None


def _goes_on(text: str, right: Span, last: Span, beside: Sequence[Span]) -> bool:
    """Whether the last value between belongs to what is corrected: 50 friday, no, monday, and 30 the 15th."""
    before = text[last[1] : right[0]]
    apart = not any(words.fullmatch(before) for words in (_INSTEAD_EN, _INSTEAD_ZH, _RATHER_ZH))
    own = any(right[1] <= one[0] and not _OWN_GAP.search(text[right[1] : one[0]]) for one in beside)
    return apart and (own or _MORE.search(before) is not None)
