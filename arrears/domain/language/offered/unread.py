"""Know what was not understood: a value beside words that were not read is doubtful.

The other modules of this package know wordings in which a value is not the one that is meant, and there is
always one more such wording. This one turns it round: it knows the words that leave a value as it is ("i can
do 80 on friday"), and holds for certain only what stands among those. Of the words of a value's clause, up to
the next value of its kind,

- one that changes values ("20 less", "80 a head") makes it doubtful wherever it stands;
- one that is not known makes it doubtful beside another value of its kind: in "200 from my brother, 150 is
  yours" what is not known says which of the two is meant. Alone it is what was meant after all;
- a day that no sum goes with, while there is a sum elsewhere, is read as strictly ("by friday he pays me");
- so is a count of instalments, wherever it stands ("they told me 12 payments").

It only ever doubts, and never says another value. The words are in `unread_words_en` and `unread_words_zh`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from arrears.domain.language.offered.unread_words_en import ENGLISH
from arrears.domain.language.offered.unread_words_zh import MANDARIN
from arrears.domain.language.offered.vocabulary import Vocabulary
from arrears.domain.language.script.fold import Span, blank, has_han


@dataclass(frozen=True, slots=True)
class Named:
    """Where a turn names values, by their kind."""

    amounts: Sequence[Span] = ()
    dates: Sequence[Span] = ()
    percents: Sequence[Span] = ()
    counts: Sequence[Span] = ()  # of instalments
    others: Sequence[Span] = ()  # what else was read, and is never doubted here
    doubted: Sequence[Span] = ()  # which of the amounts are doubtful already
    moves: bool = False  # a due day is moved: the old one stands beside the new one

    @property
    def all(self) -> list[Span]:
        """Every span, in order."""
        return sorted([*self.amounts, *self.dates, *self.percents, *self.counts, *self.others])


@dataclass(frozen=True, slots=True)
class _Beside:
    """The words beside one value."""

    changed: bool
    spreads: bool  # what changes it changes the other amounts as well
    unknown: bool
    clause: Span


def unread(text: str, named: Named) -> set[Span]:
    """The spans of the values that are doubtful. What else was read or is noise is blank in `text`."""
    vocabulary = MANDARIN if has_han(text) else ENGLISH
    page = blank(text, named.all)
    breaks = [match.span() for match in vocabulary.breaks.finditer(page)]
    numbers = [match.span() for match in vocabulary.number.finditer(page)]
    doubtful: set[Span] = set()
    for kind in (named.amounts, named.dates, named.percents, named.counts):
        sums = kind is not named.dates
        others = [*kind, *numbers] if sums else kind
        words = page if sums else blank(page, numbers)  # a sum that was left out says nothing of a day
        around = {span: _beside(words, span, others, breaks, vocabulary, sums=sums) for span in kind}
        changed = {span for span in kind if around[span].changed}
        unknown = {span for span in kind if around[span].unknown}
        if kind is named.amounts:
            doubtful |= set(kind) if any(around[span].spreads for span in kind) else set()
            unknown = _unless_offered(words, unknown, others, named.doubted, vocabulary)
        elif kind is named.dates:
            clear = [span for span in named.amounts if span not in doubtful and span not in named.doubted]
            clauses = {span: around[span].clause for span in kind}
            unknown &= _strict_dates(page, replace(named, amounts=clear), clauses, vocabulary)
        elif kind is named.percents and len(kind) == 1:
            unknown = set()
        doubtful |= changed | unknown
    return doubtful


def _unless_offered(
    page: str, unknown: set[Span], sums: Collection[Span], doubted: Collection[Span], vocabulary: Vocabulary
) -> set[Span]:
    """The sums beside unknown words that may be none: all with a rival; a number not read is one."""
    if vocabulary.offering is None:
        return unknown if len(sums) > 1 else set()
    if len([span for span in sums if span not in doubted]) > 1:
        return unknown
    return {span for span in unknown if not vocabulary.offering.search(page[: span[0]])}


def _strict_dates(page: str, named: Named, clauses: Mapping[Span, Span], vocabulary: Vocabulary) -> set[Span]:
    """The days beside others, or one that stands apart from the sums of the turn and is not come back to."""
    if named.moves or not named.dates:
        return set()
    if len(named.dates) > 1:
        return set(named.dates)
    (day,) = named.dates
    if not named.amounts or _holds(clauses[day], named.amounts):
        return set()
    comes = vocabulary.arriving.search(page[slice(*clauses[day])])
    return set() if comes or vocabulary.returning.search(page, day[1]) else {day}


def _beside(
    page: str,
    span: Span,
    others: Iterable[Span],
    breaks: Iterable[Span],
    vocabulary: Vocabulary,
    *,
    sums: bool,
) -> _Beside:
    """What stands between the value and the others of its kind, within its clause."""
    start = max([0, *(end for _, end in breaks if end <= span[0])])
    end = min([len(page), *(at for at, to in breaks if at >= span[1] and to > at)])  # "150 if he pays"
    first = max([start, *(other[1] for other in others if other[1] <= span[0])])
    last = min([end, *(other[0] for other in others if other[0] >= span[1])])
    before, after = page[first : span[0]], page[span[1] : last]
    if last < end:
        after = vocabulary.leading.sub("", after)
    spreads = sums and any(vocabulary.changing_sums.search(words) for words in (before, after))
    changed = spreads or any(vocabulary.changing.search(words) for words in (before, after))
    unknown = any(_unknown(words, vocabulary) for words in (before, after))
    unknown = unknown or vocabulary.refusing.match(page, end) is not None
    return _Beside(changed, spreads, unknown, (start, end))


def _unknown(words: str, vocabulary: Vocabulary) -> bool:
    left = vocabulary.known.sub(" ", words).split()
    return any(len(word) >= vocabulary.shortest for word in left) or bool(vocabulary.foreign.search(words))


def _holds(clause: Span, spans: Iterable[Span]) -> bool:
    return any(clause[0] <= span[0] < clause[1] for span in spans)
