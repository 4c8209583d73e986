"""Which of the offers before them somebody takes: "2", "the first one please", 选第二个."""

from __future__ import annotations

from collections.abc import Callable

from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.script.sentences import sentences

_LAST = -1
_NAMES: tuple[tuple[str, int], ...] = (
    (r"1|one|1st|first|former|a|一|头一|前者", 1),
    (r"2|two|2nd|second|b|二|两|后者", 2),
    (r"3|three|3rd|third|c|三", 3),
    (r"4|four|4th|fourth|d|四", 4),
    (r"last|latter|最后一?|末一?", _LAST),
)
_NUMBER = "|".join(f"(?P<n{at}>{names})" for at, (names, _) in enumerate(_NAMES))
_THING = r"(?:option|choice|plan|offer|deal|one|number|proposal|payment\s+plan|schedule|arrangement)"
YES = (
    r"(?:(?:yes|yeah|yea|yep|yup|ok|okay|k|sure|alright|fine|um+|uh+|hmm+|well|hi|hello|then|so|"
    r"right|lol|oh|please|pls|plz|perfect|great|good|cool)"
    r"[\s,.!:;-]*)*"
)
TAKE = (
    r"(?:(?:i\s?'?\s?ll|i\s+will|i\s+would|i'?d|we'?ll|we\s+will|let'?s|let\s+me|lemme|"
    r"can\s+(?:i|we)|could\s+(?:i|we)|may\s+i|i|we|gonna|going\s+to|to|just)\s+)*"
    r"(?:(?:(?:rather\s+)?(?:take|taking|do|go\s+(?:with|for)|going\s+with|pick|opt\s+for|choose|"
    r"select|get|have|want|wanna|like|prefer|accept|agree\s+to|use)|"
    r"(?:like|want)\s+to\s+(?:take|do|go\s+with|have|choose)|put\s+me\s+(?:down\s+)?(?:for|on)|"
    r"sign\s+me\s+up\s+for|give\s+me|gimme|guess|think|say|it'?s|make\s+it|my\s+choice\s+is)\s+)*"
)
PRAISE = (
    r"(?:[\s,.!;:)-]*(?:please|pls|plz|works?(?:\s+(?:for\s+me|best|better|great|fine))?|"
    r"would\s+work(?:\s+(?:for\s+me|better|best))?|would\s+be\s+(?:better|best|great|fine|good)|"
    r"(?:is|looks|sounds|seems)\s+(?:fine|good|ok|okay|better|best|great|perfect|"
    r"doable)(?:\s+(?:for\s+me|with\s+me|to\s+me))?|"
    r"thanks|thank\s+(?:you|u)|thx|ty|then|yes|yeah|yep|ok|okay|for\s+me|it\s+is|i\s+guess|"
    r"i\s+think|sir|ma'?am|good|fine|perfect|great|better|best|deal|sure))*"
)
_ENGLISH = compiled(
    rf"{YES}{TAKE}(?:the\s+)?(?:{_THING}\s*)?(?:number\s*|"
    rf"no\.\s*)?[#(]?\s*(?:{_NUMBER})(?:\s+{_THING})?\)?{PRAISE}[\s.!)]*"
)
_THING_ZH = r"(?:方案|方式|选项|选择|计划|办法|提议|个|种|项|款|套|条)"
_NUMBER_ZH = _NUMBER.replace("(?P<n", "(?P<m")
_MANDARIN = compiled(
    r"(?:[\s,\uff0c。.!]|那|就|嗯|好的?|好吧|行|可以|对|是|我|俺|咱|们|想|要|还是|选择?|"
    r"挑|按|用|走|来|定|同意|接受|麻烦|请|给我|帮我|觉得|办|喜欢|更|ok|呃|您好|你好)*"
    rf"(?:{_THING_ZH}*\s*第?\s*(?:{_NUMBER_ZH})\s*{_THING_ZH}*|(?P<fore>前面那?|前一|上面那)"
    rf"{_THING_ZH}|(?P<rear>后面那?|后一|下面那){_THING_ZH})的?"
    r"(?:[\s,\uff0c。.!\uff01]|吧|好了?|可以|行|就行|就好|谢谢|啊|呀|哈|哦|噢|呢|嘛|的|"
    r"比[较較]|更|合适|没问题|能接受|我|能|还|轻松|一点|些|ok|办|来)*"
)
_LETTERED = compiled(r"\b(?:option|plan|choice|offer)\s+\(?a\b")
_BARE_ZH = compiled(r"[一二两三四]个|[两三四]")  # a count, not a choice
_MARKS = compiled(r"[\ufe0f\u20e3\u200b\u200d]|[\U0001f000-\U0001ffff]|[\u2700-\u27bf]")


def chosen(text: str, count: int) -> int | None:
    """The number of the offer they take, from 1; None for anything more than a choice, or none.

    A condition, a doubt, an amount or a day beside it makes it more. `count` offers are before them.
    """
    plain = _MARKS.sub("", fold(text)).strip(" \t\n\"'()[]")
    if not plain or (english := _ENGLISH.fullmatch(plain)) is None:
        return _in_mandarin(plain, count)
    numbers = [meant for at, (_, meant) in enumerate(_NAMES) if english[f"n{at}"] is not None]
    # "Put me on a plan" takes none; "option a" does.
    article = english["n0"] == "a" and not _LETTERED.search(plain)
    return None if article else _within(numbers[0], count)


def chosen_beside(text: str, choice: Callable[[str], int | None]) -> int | None:
    """The number of the offer that one sentence takes beside others: "Any fees? The first one then".

    None where the sentences take two, and where none is a choice alone, as `choice` reads it.
    """
    every = sentences(text)
    taken = {choice(each) for each in every if not each.rstrip().endswith(("?", "\uff1f"))} - {None}
    return taken.pop() if len(every) > 1 and len(taken) == 1 else None


_NO_TO_IT = compiled(
    r"(?:(?:no+|nope|nah|not\s+(?:that|this)(?:\s+one)?|actually|sorry|oh|wait|hmm+|um+)(?![a-z])[\s,.!;:-]*)+"
    r"|(?:(?:不(?:行|要|是|用|对)?|算了|等等|等一?下|我?(?:还是)?(?:想|要)?[改换](?:成|选|为|回|要|用)?)[了吧]?[\s,.\uff0c。!\uff01]*)+"
)


def after_no(text: str) -> str | None:
    """What follows a no to the one just read back: "no, the first one then"; None without a no."""
    plain = fold(text).strip()
    said_no = _NO_TO_IT.match(plain)
    return None if said_no is None else plain[said_no.end() :]


def _in_mandarin(plain: str, count: int) -> int | None:
    match = _MANDARIN.fullmatch(plain)
    if match is None or _BARE_ZH.fullmatch(plain):
        return None
    if match["fore"] or match["rear"]:
        return (1 if match["fore"] else 2) if count == 2 else None
    numbers = [meant for at, (_, meant) in enumerate(_NAMES) if match[f"m{at}"] is not None]
    return _within(numbers[0], count)


def _within(number: int, count: int) -> int | None:
    number = count if number == _LAST else number
    return number if 1 <= number <= count else None
