"""English as it is typed and recognised, in clauses of known words, so that no pattern need know a typo."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from arrears.domain.language.script.fold import Span
from arrears.domain.language.script.spelling_words import GLUE, PAIRS, SLIPS, WORDS

_LONGEST = 32  # a longer word is none of ours
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff\ufe0f"
_APART = r"[\s._*~|-]{1,2}"
_TOKEN = re.compile(
    rf"(?<![a-z0-9])(?P<spelt>{'|'.join(_APART.join(word) for word in ('stop', 'quit', 'end'))})(?![a-z0-9])"
    r"|(?<![a-z0-9])(?P<email>e[ -]?mail(?:s|ing|ed)?)(?![a-z0-9])"
    rf"|(?P<word>[a-z0-9à-öø-ÿ$@][a-z0-9à-öø-ÿ$@'{_INVISIBLE}]*)"
    r"|(?P<han>[\u4e00-\u9fff]+)"
    r"|(?P<halt>[\U0001F6D1\u26d4])|(?P<none>\U0001F6AB)"
    r"|(?P<joint>[&/+])"
    r"|(?P<edge>[.,:](?!\d)|[!?;\n\r()\u2026\uff0c\uff1b\uff01\uff1f\u3002\u3001]|\s-+\s|--+)"
)
_DROPPED = re.compile(rf"['{_INVISIBLE}]")
_PLAIN_LETTERS = str.maketrans("áàâäãéèêëíìîïóòôöõúùûüñç", "aaaaaeeeeiiiiooooouuuunc")
_LOOKALIKES = str.maketrans("013457$@", "oieastsa")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_EDGE = "."
_LISTED = frozenset(["texting", "calling", "emailing", "contacting", "writing", "texts", "calls", "emails"])
_ACTS = frozenset(["text", "call", "email", "contact", "write"])
_ALSO = frozenset(["and", "or", "nor"])


@dataclass(frozen=True, slots=True)
class Clause:
    """The known spelling of its words, one blank between them, and where each stands in the folded text."""

    text: str
    places: tuple[Span, ...]

    def span(self, start: int, end: int) -> Span:
        """The place in the folded text of the words from `start` to `end` in this clause's text."""
        first = self.text.count(" ", 0, start)
        last = first + self.text[start:end].strip().count(" ")
        return self.places[first][0], self.places[last][1]


_Word = tuple[str, Span]


def clauses(folded: str) -> list[Clause]:
    """The clauses of a text that `fold` has folded."""
    found: list[Clause] = []
    words: list[_Word] = []
    for word in [*_listed(_paired(_spelt(folded))), (_EDGE, (0, 0))]:
        if word[0] != _EDGE:
            words.append(word)
        elif words:
            found.append(Clause(" ".join(w for w, _ in words), tuple(place for _, place in words)))
            words = []
    return found


def known(word: str) -> str:
    """The word as the patterns spell it: several, with blanks between, where it was glued; else itself."""
    plain = _DROPPED.sub("", word).translate(_PLAIN_LETTERS)
    if len(plain) > _LONGEST or plain.strip("$").isdigit():
        return plain
    for guess in (
        plain,
        plain.translate(_LOOKALIKES),
        _DRAWN_OUT.sub(r"\1\1", plain),
        _DRAWN_OUT.sub(r"\1", plain),
    ):
        found = WORDS.get(guess) or SLIPS.get(guess)
        if found:
            return found
    parts = GLUE.findall(plain) if GLUE.sub("", plain) == "" else []
    return " ".join(WORDS.get(part, part) for part in parts) if len(parts) > 1 else plain


def _spelt(folded: str) -> Iterator[_Word]:
    for match in _TOKEN.finditer(folded):
        place = match.span()
        match match.lastgroup:
            case "spelt":
                yield re.sub(r"[^a-z]", "", match.group()), place
            case "email":
                yield re.sub(r"[ -]", "", match.group()), place
            case "halt":
                yield from ((_EDGE, place), ("stop", place))
            case "none":
                yield "no", place
            case "joint":
                yield "and", place
            case "edge":
                yield _EDGE, place
            case "han":
                yield match.group(), place
            case _:
                yield from ((word, place) for word in known(match.group()).split(" "))


def _paired(words: Iterator[_Word]) -> list[_Word]:
    """Two words that are one: "do not", "text messages", "opt out"."""
    done: list[_Word] = []
    for word, place in words:
        joined = PAIRS.get((done[-1][0], word)) if done else None
        if joined:
            done[-1] = (joined, (done[-1][1][0], place[1]))
        else:
            done.append((word, place))
    return done


def _listed(words: list[_Word]) -> list[_Word]:
    """A comma inside "calling, texting and emailing" ends no clause; in "don't text, call me" it does."""
    texts = [word for word, _ in words]
    done = list(words)
    for at in range(1, len(words) - 1):
        if texts[at] != _EDGE:
            continue
        before, after = texts[at - 1], texts[at + 1 : at + 4]
        after = after[1:] if after[0] in _ALSO else after
        gerunds = before in _LISTED and after[:1] and after[0] in _LISTED
        acts = (
            before in _ACTS
            and len(after) > 2
            and after[0] in _ACTS
            and after[1] in _ALSO
            and after[2] in _ACTS
        )
        if gerunds or acts:
            done[at] = ("and", words[at][1])
    return done
