"""Payment card numbers that somebody types or says: hidden before anything is stored.

Source: PCI DSS 3.3.1, 3.4, 4.2.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from arrears.domain.spoken_digits import runs_of_digits

HIDDEN = "•"
"""Stands for every digit or letter of a hidden number, so that offsets in the text stay what they were."""

_SHORTEST, _LONGEST = 13, 19
_LEAST_OF_A_BLOCK = 4
_NETWORKS = re.compile(r"[2-6]|8[12]|9792")
"""How the numbers of card networks begin. Source: ISO/IEC 7812-1; RuPay and UnionPay 81 and 82, Troy 9792."""

_GAP = r"[\s.,/_\-\u00ad\u2010-\u2015\u2212\u200b-\u200d\u2060\ufeff\uff0c\uff0d\uff0e]{1,3}"
_BETWEEN = re.compile(_GAP)
_TIGHT = frozenset(" -")
_GROUP = re.compile(r"\d+")
_NO_CARD = re.compile(r"3,3,4|3,4,4|4,2,2|2,2,4")
"""Lengths of the groups of a phone number or a day, which other digits may follow."""

_CODE = re.compile(
    r"(?:\b(?:cvv2?|cvc2?|cvn|cid|csc|security\s+code|code|pin)\b|安全码|校验码|验证码|[后末][三3]位|密码)"
    r"[^\d\n]{0,8}(\d{3,4})(?!\d)",
    re.IGNORECASE,
)
_HIDDEN_RUN = re.compile(rf"{HIDDEN}(?:(?:{_GAP})?{HIDDEN}){{{_SHORTEST - 1},}}")

type _Group = re.Match[str]


def without_card_numbers(text: str) -> str:
    """The text with every card number (13 to 19 digits that check) hidden, of the same length.

    Beside a card number its code is hidden, too, where a word says that it is one. A number in words is
    hidden word by word.
    """
    cards, spoken = [*_cards(text)], [*_spoken_cards(text)]
    codes = [found.span(1) for found in _CODE.finditer(text)] if cards or spoken else []
    chars = list(text)
    for start, end in (*cards, *codes):
        chars[start:end] = [HIDDEN if char.isdecimal() else char for char in chars[start:end]]
    for start, end in spoken:
        chars[start:end] = [HIDDEN if char.isalnum() else char for char in chars[start:end]]
    return "".join(chars)


def without_digits(text: str) -> str:
    """The text with every digit hidden, in words or not: it is part of a card number told in pieces."""
    chars = list(text)
    for run in runs_of_digits(text):
        for each in run:
            chars[each.start : each.end] = [HIDDEN] * (each.end - each.start)
    return "".join(chars)


def digits_alone(text: str) -> str | None:
    """The digits of a text that says nothing else, in words or not; None of any other."""
    runs = [*runs_of_digits(text)]
    if len(runs) != 1:
        return None
    first, last = runs[0][0].start, runs[0][-1].end
    rest = text[:first] + text[last:]
    return None if any(map(str.isalnum, rest)) else "".join(each.digits for each in runs[0])


def completes_card(pieces: Sequence[str]) -> bool:
    """Whether the digits of the last piece complete a card number that earlier ones, in order, have begun."""
    digits = ""
    for piece in reversed(pieces):
        digits = piece + digits
        if len(digits) > _LONGEST:
            return False
        if _is_number(digits) and digits != piece:
            return True
    return False


def digits_told(text: str) -> str | None:
    """The digits of a text that says nothing else, or no more than that they are a card's."""
    return digits_alone(_CALLED_A_CARD.sub("", text))


def begins_card(text: str, most: int) -> bool:
    """Whether a text that is digits alone is likelier the first block of a card number than an amount.

    One that is called a card's, or spelled out digit by digit, is; written as a number, one that is not round
    and above `most`.
    """
    digits = digits_told(text)
    if digits is None or len(digits) != _LEAST_OF_A_BLOCK or not _NETWORKS.match(digits):
        return False
    if _CALLED_A_CARD.search(text) or _is_spelled(text):
        return True
    return not _AS_MONEY.search(text) and not _is_round(digits) and int(digits) > most


def goes_on_with_card(pieces: Sequence[str]) -> bool:
    """Whether the last two pieces are blocks of four digits and one is not round: no two amounts in a row."""
    last = pieces[-2:]
    blocks = [piece for piece in last if len(piece) == _LEAST_OF_A_BLOCK]
    return len(blocks) == len(pieces[-2:]) > 1 and not all(map(_is_round, blocks))


_CALLED_A_CARD = re.compile(
    r"^\W*(?:(?:ok|okay|yes|sure|here|so|well|um+|uh+)\W+)*(?:it'?s\s+|this\s+is\s+|(?:my|the)\s+)*(?:credit\s+|debit\s+|bank\s+)?"
    r"card(?:\s+number)?(?:'s|\s+is|\s*:)?\W+|^\W*(?:好的?|嗯)?\W*(?:我的?)?(?:银行|信用|借记|储蓄)?卡(?:的)?号码?(?:就?是|为)?",
    re.IGNORECASE,
)
"""How somebody begins who tells a card's number; "my card ends in" is none."""
_AS_MONEY = re.compile(r"[$\u00a5\uffe5,\uff0c]")


def _is_round(digits: str) -> bool:
    return int(digits) % 5 == 0


def _is_spelled(text: str) -> bool:
    return all(each.in_words and len(each.digits) == 1 for run in runs_of_digits(text) for each in run)


def had_card_number(text: str) -> bool:
    """Whether a card number stood in the text before it was hidden."""
    return _HIDDEN_RUN.search(text) is not None


def _spoken_cards(text: str) -> Iterator[tuple[int, int]]:
    """Where a card number stands some of which is in words."""
    for run in runs_of_digits(text):
        for first in range(len(run)):
            digits, in_words = "", False
            # Each has a digit at least: more of them are no number, however long the run.
            for last, each in enumerate(run[first : first + _LONGEST], first + 1):
                digits, in_words = digits + each.digits, in_words or each.in_words
                if in_words and _is_number(digits):
                    yield from ((said.start, said.end) for said in run[first:last])


def _cards(text: str) -> Iterator[tuple[int, int]]:
    """Where a card number stands. Two may overlap: what is in either is hidden."""
    groups = [*_GROUP.finditer(text)]
    for first, group in enumerate(groups):
        if text.endswith("+", 0, group.start()):
            continue  # a phone number
        for run in _runs(text, groups[first : first + _LONGEST]):
            if _is_card(text, run):
                yield run[0].start(), run[-1].end()


def _runs(text: str, groups: list[_Group]) -> Iterator[list[_Group]]:
    """The groups from the first on, one more each time, while nothing but gaps lies between."""
    run: list[_Group] = []
    digits = 0
    for group in groups:
        digits += len(group.group())
        apart = run and not _BETWEEN.fullmatch(text, run[-1].end(), group.start())
        if apart or digits > _LONGEST:
            return
        run = [*run, group]
        yield run


def _is_card(text: str, run: list[_Group]) -> bool:
    digits = "".join(str(int(digit)) for group in run for digit in group.group())
    return _is_number(digits) and _is_usual(text, run)


def _is_number(digits: str) -> bool:
    if not _SHORTEST <= len(digits) <= _LONGEST or not _NETWORKS.match(digits):
        return False
    return _checks([int(digit) for digit in digits])


def _is_usual(text: str, run: list[_Group]) -> bool:
    """Blocks of four or more and a rest, however far apart; smaller groups only close together, best alike.

    Amounts in a row and a phone number before an amount check one time in ten.
    """
    lengths = [len(group.group()) for group in run]
    if all(length >= _LEAST_OF_A_BLOCK for length in lengths[:-1]):
        return True
    gaps = [text[one.end() : other.start()] for one, other in pairwise(run)]
    alike = len(set(lengths[:-1])) == 1
    return _TIGHT.issuperset(gaps) and (alike or not _NO_CARD.search(",".join(map(str, lengths))))


def _checks(digits: list[int]) -> bool:
    """Whether the digits pass the check of ISO/IEC 7812-1."""
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
