"""Payment card numbers that somebody types: hidden before anything is stored. Source: PCI DSS 3.4, 4.2.2."""

from __future__ import annotations

import re

HIDDEN = "•"
"""Stands for every digit of a hidden number, so that offsets in the text mean the same as before."""

_SHORTEST = 14
_CANDIDATE = re.compile(r"(?<![\d+])[2-6](?:[ -]?\d){13,18}(?!\d)", re.ASCII)
_HIDDEN_RUN = re.compile(rf"{HIDDEN}(?:[ -]?{HIDDEN}){{13,}}")


def without_card_numbers(text: str) -> str:
    """The text with every card number (14 to 19 digits that check) hidden, of the same length."""
    return _CANDIDATE.sub(lambda found: _hidden(found.group()), text)


def had_card_number(text: str) -> bool:
    """Whether a card number stood in the text before it was hidden."""
    return _HIDDEN_RUN.search(text) is not None


def _hidden(number: str) -> str:
    """Hidden whole when it checks up to any of its gaps: the card's three-digit code may follow it."""
    ends = [found.start() for found in re.finditer(r"[ -]|$", number)]
    heads = (re.sub(r"\D", "", number[:end]) for end in ends)
    cards = (head for head in heads if len(head) >= _SHORTEST and _checks([int(digit) for digit in head]))
    return number if next(cards, None) is None else re.sub(r"\d", HIDDEN, number)


def _checks(digits: list[int]) -> bool:
    """Whether the digits pass the check of ISO/IEC 7812-1."""
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
