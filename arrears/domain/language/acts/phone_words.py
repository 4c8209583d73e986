"""What people say to each other on a telephone that is about the call itself: hold on, what?, I am driving.

"Hold on", "I'm back", "hello?", "bye" and "what?" count only when nothing else is said; driving, and another
time, wherever they stand.
"""

from __future__ import annotations

import re
from enum import StrEnum

from arrears.domain.card_numbers import HIDDEN
from arrears.domain.language.script.fold import compiled, fold


class PhoneWord(StrEnum):
    """What the words ask of whoever is on the other end."""

    HOLD = "hold"  # wait a moment
    NOT_HEARD = "not_heard"  # say it again
    BACK = "back"  # the caller is there again, or asks whether we are
    HELLO = "hello"  # a greeting; in the middle of a call it asks whether we are there
    DRIVING = "driving"  # it is not safe to talk
    LATER = "later"  # call another time
    BYE = "bye"  # they hang up
    MENU = "menu"  # which keys there are
    BLANK = "blank"  # nothing that anybody could hear


_SOFT = (
    r"(?:(?:oh|ah|h+m+|um+|uh+|er+|well|so|okay|ok|yes|yeah|no|hey|hi|hello|sorry|excuse\s+me|pardon|please|wait|just|"
    r"can\s+you|could\s+you|would\s+you|will\s+you|let\s+me|i\s+said|sir|ma'?am|miss)[\s,.!?]+)*"
)
_AFTER = (
    r"(?:[\s,.!?]+(?:please|sorry|okay|ok|thanks|thank\s+you|sir|ma'?am|a\s+second|a\s+sec|a\s+moment|a\s+minute|there|"
    r"one\s+second|one\s+sec|one\s+moment|one\s+minute|i'?ll\s+be\s+right\s+back|be\s+right\s+back|for\s+me|again|then))*"
)
_A_MOMENT = r"(?:a|one|1|two|just\s+a|half\s+a)\s+(?:second|sec|moment|minute|min|mo|minutes|seconds)"
_HOLD = (
    rf"(?:hold\s+on|hang\s+on|hold\s+please|hold\s+the\s+line|stand\s+by|wait|wait\s+up|bear\s+with\s+me|"
    rf"(?:hold\s+on|hang\s+on|wait|give\s+me|gimme|i\s+need|bear\s+with\s+me)\s+(?:for\s+)?(?:just\s+)?{_A_MOMENT}|{_A_MOMENT}|"
    r"(?:let\s+me|i(?:\s+just)?\s+(?:need|have|got)\s+to)\s+(?:get|grab|find|look|check|think|see|fetch|turn)"
    r"(?:\s+(?:for|at|up|down|off))?(?:\s+(?:my|a|the|that|it|some)?\s*(?:reading\s+)?(?:card|glasses|paperwork|papers|"
    r"paper|pen|number|calendar|account|statement|letter|it|wallet|purse|radio|tv|music|down|off))*|"
    r"(?:someone|somebody)\s*(?:'s|is)\s+at\s+the\s+door|i'?ll\s+be\s+right\s+back)"
)
_AND = r"[\s,.!?]+(?:(?:and|so|please)[\s,.!?]+)?"
_BACK = (
    r"(?:(?:i'?m|i\s+am|we'?re)\s+(?:back|here|still\s+here|right\s+here|listening|(?:still\s+)?on\s+the\s+line)|"
    r"(?:are\s+)?you\s+(?:still\s+)?(?:there|on\s+the\s+line)|(?:(?:do\s+)?you\s+)?(?:still\s+)?hear\s+me|"
    r"(?:is\s+)?any(?:body|one)\s+there|still\s+(?:here|there))"
    r"(?:[\s,.!?]+(?:now|again|sorry|thanks|thank\s+you|for\s+waiting|go\s+ahead|go\s+on|please))*"
)
_BACK_ZH_WORDS = (
    r"我?(?:现在)?(?:又)?回来了|我(?:还)?在(?:听|线|这儿?|呢|的)?|在(?:的|呢|听)?|"
    r"(?:[您你])?(?:还)?在(?:听|线)?吗|有人(?:在)?吗|[您你]?(?:还)?能?听得?(?:到|见|清)(?:我(?:说话)?)?吗|"
    r"[您你]?(?:继续|接着)说"
)
_NOT_HEARD = (
    r"(?:(?:what|huh|pardon(?:\s+me)?|sorry|come\s+again|excuse\s+me|say\s+(?:that|it)\s+again|say\s+again|repeat(?:\s+"
    r"(?:that|it))?|what\s+was\s+that|what(?:'s|\s+is)\s+that|what\s+did\s+you\s+(?:just\s+)?say|what\s+do\s+you\s+say|"
    r"one\s+more\s+time|"
    r"i\s+(?:can'?t|cannot|couldn'?t|could\s+not|didn'?t|did\s+not|can\s+barely|can\s+hardly)\s+(?:really\s+)?"
    r"(?:hear|catch|get|understand)(?:\s+(?:you|that|it|a\s+word|what\s+you\s+(?:said|say|are\s+saying)))*|"
    r"(?:you|you're|you\s+are|the\s+line|it|the\s+call|the\s+connection|your\s+voice)\s*(?:is|are|just|keep|keeps|was|'s)?"
    r"\s*(?:broke|breaking|cutting|cut|going|fading|bad|choppy|dropping|crackling)(?:\s+(?:up|out|in\s+and\s+out))?|"
    r"speak\s+(?:up|louder|slower|more\s+slowly)|slow\s+down|louder|slower|"
    r"(?:can|could)\s+you\s+(?:repeat|say)\s+(?:that|it)(?:\s+again)?)[\s,.!?]*)+"
)
_MARKS_ZH = r"[吗呢啊呀吧了哦,\uff0c\u3002?\uff1f!\uff01\s]*+"
_SOFT_ZH = rf"(?:(?:不好意思|刚[才刚]|抱歉|对不起|麻烦[您你]?|喂|嗯|啊|那个|[您你]好){_MARKS_ZH})*"
_WAIT_ZH = (
    rf"{_SOFT_ZH}(?:(?:[您你]?(?:先)?请?稍?等(?:一?下|一会儿?|会儿?|一等|我一下|我一会儿?)?|别挂|别急|慢着|让我(?:想想|看看|找找|查查)|"
    rf"我(?:找|看|拿|查)(?:一?下|找|看|查)?.{{0,4}}|有人(?:在)?敲门){_MARKS_ZH})+"
)
_BACK_ZH = rf"{_SOFT_ZH}(?:(?:{_BACK_ZH_WORDS}){_MARKS_ZH})+"
_NOT_HEARD_ZH = (
    rf"{_SOFT_ZH}(?:(?:什么|啥|哈|[您你]?(?:刚才)?说(?:的是|的)?(?:什么|啥)"
    r"|我?(?:没有?|没太|不太)(?:能)?听(?:得)?(?:太)?(?:清楚|清|见|到|懂)?|我?听得不(?:太|是很)?清楚?|我?听不(?:太)?(?:清楚?|见|到|懂)"
    r"|请?[您你]?(?:能|可以|能不能)?(?:再说一[遍次]|重复一[遍下]|再讲一[遍次])"
    rf"|信号不(?:太)?好|(?:声音|电话)?断断续续|大声(?:一?点)?|慢(?:一?点)?说?){_MARKS_ZH})+"
)
_HELLO = compiled(rf"(?:(?:hello|hi|hey)[\s,.!?]*)+|(?:(?:喂|[您你]好){_MARKS_ZH})+")
_BYE = compiled(
    r"(?:(?:ok|okay|alright|all\s+right|well|no|thanks|thank\s+you|never\s?mind)[\s,.!?]+)*"
    r"(?:good\s?bye|bye(?:[\s-]?bye)?|see\s+you)(?:[\s,.!?]+(?:then|now|thanks|thank\s+you))*"
    rf"|(?:(?:好的?|行|谢谢|那|算了|先这样){_MARKS_ZH})*(?:再见|拜拜|先?挂了){_MARKS_ZH}"
)
_DRIVING = compiled(
    r"\b(?:i'?\s?a?m|i\s+am|we'?re|currently|right\s+now|while|still|just)\s+(?:in\s+the\s+middle\s+of\s+)?"
    r"(?:driving|at\s+the\s+wheel|behind\s+the\s+wheel|on\s+the\s+(?:road|highway|freeway|motorway))\b"
    r"|^\W*(?:driving|in\s+traffic)\b|\bi'?m\s+(?:in|stuck\s+in)\s+traffic\b"
    r"|(?:我|正|在)?(?:正在|在|正)开车|开着车|在(?:高速|路)上开|开车呢"
)
_NOT_DRIVING = compiled(
    r"\bnot\s+driving\b|\bdriving\s+(?:me|for\s+(?:uber|lyft|a\s+living)|job)"
    r"|没(?:有)?(?:在)?开车|不(?:是)?(?:在)?开车|开车(?:为生|挣钱|拉活)"
)
_WHEN = (
    r"(?:later|tomorrow|tonight|another\s+(?:time|day)|some\s+other\s+time|(?:at|after|around)\s+\S"
    r"|in\s+(?:an?|one|two|half|\d+|the)\b|on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)|next\s+\w+"
    r"|this\s+(?:evening|afternoon)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|when\s+i)"
)
_WHEN_ZH = (
    r"(?:晚点|晚些(?:时候)?|等会儿?|待会儿?|过会儿?|回头|改天|明天|后天|下午|晚上|今晚|周[一二三四五六日天]"
    r"|星期[一二三四五六日天]|[一二两三四五六七八九十\d]+点(?:半|钟)?(?:以?后|之后)?)"
)
_LATER = compiled(
    rf"\b(?:call|ring|phone|try|reach)\s+(?:me|us|back|again)(?:\s+(?:back|again))?\s+{_WHEN}"
    r"|\b(?:can|could|would)\s+you\s+(?:please\s+)?(?:call|ring|phone)\s+(?:me\s+)?(?:back|later)\b"
    r"|\bcall\s+(?:me\s+)?back(?:\s+(?:please|then|later))?\W*$|\btalk\s+(?:to\s+you\s+)?later\b"
    rf"|{_WHEN_ZH}(?:[你您]们?)?(?:请)?再?(?:给我)?"
    r"(?:打(?:给我|过来|来|电话|一下)?|来电|联系我|通话)"
)
_NEVER_AGAIN = compiled(
    r"\b(?:don'?t|do\s+not|never|stop|quit)\s+(?:\w+\s+){0,2}(?:call|ring|phon)"
    r"|(?:别|不要|不用|不许|停止|不想)[^,\uff0c\u3002]{0,8}打"
)

_MENU = (
    r"(?:(?:main|the|phone)\s+)*menu|(?:what\s+are\s+)?(?:my|the)\s+(?:options|choices|keys)"
    r"|what\s+(?:keys|buttons?)\s+(?:can|do)\s+i\s+(?:press|push)|which\s+(?:key|button)"
    r"|主?菜单|有(?:什么|哪些)选项|按(?:什么|哪个)键"
)
_BLANK = compiled(
    rf"(?:(?!{HIDDEN})\W|\[?\(?(?:inaudible|unintelligible|noise|silence|听不清的?声音|杂音)\)?\]?)*"
)
_WHOLE = (
    (PhoneWord.BLANK, _BLANK),
    (PhoneWord.MENU, compiled(_MENU)),
    (PhoneWord.HELLO, _HELLO),
    (PhoneWord.BYE, _BYE),
    (PhoneWord.NOT_HEARD, re.compile(_NOT_HEARD_ZH)),
    (PhoneWord.HOLD, re.compile(_WAIT_ZH)),
    (
        PhoneWord.HOLD,
        compiled(rf"{_SOFT}{_HOLD}(?:{_AND}{_HOLD})*{_AFTER}"),
    ),
    (PhoneWord.BACK, re.compile(_BACK_ZH)),
    (PhoneWord.BACK, compiled(rf"{_SOFT}(?:about\s+that[\s,.!?]+)?{_BACK}")),
    (PhoneWord.NOT_HEARD, compiled(rf"{_SOFT}{_NOT_HEARD}{_AFTER}")),
)
_LONGEST = 80
"""Characters: whoever says more says something besides."""


def phone_word(text: str) -> PhoneWord | None:
    """What the words ask of us on the call; None when they are about something else.

    Who wants no more calls asks for that, and not for another time.
    """
    plain = fold(text).strip(" \t\n.,!?\u3002\uff0c\uff01\uff1f")
    if len(plain) <= _LONGEST:
        for word, pattern in _WHOLE:
            if pattern.fullmatch(plain):
                return word
    if _DRIVING.search(plain) and not _NOT_DRIVING.search(plain):
        return PhoneWord.DRIVING
    if _LATER.search(plain) and not _NEVER_AGAIN.search(plain):
        return PhoneWord.LATER
    return None
