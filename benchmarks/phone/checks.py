"""Whether a call was held as it must be: our transcript against what the carrier heard. Pure.

What is reported names calls and turns by number, and quotes nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from arrears.domain.compliance.speech.lexicon import DEBT
from benchmarks.phone.events import Event, received, sent, verbs
from gateway.voice.patience import is_assent, is_backchannel
from gateway.voice.speaking import sentences


@dataclass(frozen=True, slots=True)
class Said:
    """A turn of our transcript. Personal data."""

    speaker: str
    text: str
    heard: str | None
    templates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What the product keeps of a call."""

    sid: str
    state: str
    outcome: str | None
    outreach_id: str | None
    conversation_id: str | None
    resumed: int
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A call as the carrier has it, and who was on the telephone."""

    sid: str
    events: Sequence[Event]
    factors: tuple[str, str]  # what proves who they are

    @property
    def without_relay(self) -> bool:
        """Whether some of it was talked by Gather, of which nobody tells what was heard."""
        return "Gather" in verbs(self.events)


def words_of_caller(held: Held, kept: Kept) -> Iterator[str]:
    """Everything the caller said is in the transcript once, in order, unless it was lost with the line."""
    mine = [turn.text.strip() for turn in kept.said if turn.speaker == "borrower"]
    at = 0
    for number, (text, sure) in enumerate(_spoken(held.events)):
        if at < len(mine) and mine[at] == text:
            at += 1
        elif sure:
            yield f"utterance {number} is not in the transcript"
    if at < len(mine):
        yield f"{len(mine) - at} turns of the transcript were never said, or twice"


def words_of_ours(held: Held, kept: Kept) -> Iterator[str]:
    """What the transcript says was heard was heard, sentence by sentence and in order.

    After a cut what was left unsaid is said later than it was written: there the order is no matter.
    """
    if held.without_relay:
        return
    heard, at = _letters("".join(_heard(held.events))), 0
    for number, turn in enumerate(turn for turn in kept.said if turn.speaker == "bot"):
        for sentence in sentences(turn.text if turn.heard is None else turn.heard):
            plain = _letters(sentence)
            found = heard.find(plain, 0 if kept.resumed else at)
            if found < 0:
                yield f"answer {number} was not heard as far as the transcript says"
                break
            at = found + len(plain)


def nothing_unwritten(held: Held, kept: Kept, courtesies: frozenset[str]) -> Iterator[str]:
    """Every whole sentence that was heard is in the transcript, or one of the courtesies."""
    ours = {_letters(part) for turn in kept.said if turn.speaker == "bot" for part in sentences(turn.text)}
    ours |= {_letters(part) for words in courtesies for part in sentences(words)}
    for event in _heard_events(held.events):
        parts = sentences(event["text"])
        for part in parts[:-1] if event.get("cut") else parts:
            plain = _letters(part)
            if plain and not any(plain in known or known in plain for known in ours):
                yield "a sentence was spoken that is in no transcript"


def nothing_before_proof(
    held: Held, kept: Kept, lenders: Iterable[str], debt: frozenset[str]
) -> Iterator[str]:
    """No word of a debt is said, or written as said, before both factors were."""
    names = tuple(lenders)
    for event in held.events[: _proved_at(held)]:
        if (
            event["kind"] == "heard"
            and event["who"] == "agent"
            and DEBT.search(_without(names, event["text"]))
        ):
            yield "a word of a debt was heard before the proof"
    missing = set(held.factors)
    for turn in kept.said:
        missing -= {turn.text.strip()} if turn.speaker == "borrower" else set()
        if missing and turn.speaker == "bot" and debt.intersection(turn.templates):
            yield "a message about a debt was written before the proof"


def counted_once(held: Sequence[Held], kept: Sequence[Kept]) -> Iterator[str]:
    """Each call of the carrier is one call of ours, one conversation and, where we called, one contact."""
    theirs, ours = {each.sid for each in held}, [each.sid for each in kept]
    yield from (f"call {sid} is not known to us" for sid in sorted(theirs - set(ours)))
    yield from (f"call {sid} is not known to the carrier" for sid in sorted(set(ours) - theirs))
    for name, get in _UNIQUE.items():
        given = [value for each in kept if (value := get(each)) is not None]
        if len(set(given)) != len(given):
            yield f"two calls share a {name}"


def ended(kept: Sequence[Kept]) -> Iterator[str]:
    """No call is stuck."""
    yield from (f"call {each.sid} is {each.state}" for each in kept if each.state != "ended")


def tokens(held: Sequence[Held]) -> tuple[int, list[str]]:
    """How many tokens lines were opened with, and those that more than one line was opened with."""
    given = [
        frame["customParameters"].get("token", "")
        for each in held
        for frame in map(sent, each.events)
        if frame.get("type") == "setup"
    ]
    return len(given), sorted({token for token in given if given.count(token) > 1})


_UNIQUE: dict[str, Callable[[Kept], str | None]] = {
    "carrier's id": lambda kept: kept.sid,
    "conversation": lambda kept: kept.conversation_id,
    "contact": lambda kept: kept.outreach_id,
}


def _spoken(events: Sequence[Event]) -> list[tuple[str, bool]]:
    """What the caller said, and whether it surely reached us as a turn.

    A sound of listening is none, nor a yes into our words; what was said just before a cut may be lost with
    the line.
    """
    found: list[tuple[str, bool]] = []
    for at, event in enumerate(events):
        if event["who"] != "caller" or event["kind"] != "says":
            continue
        text = event["text"].strip()
        found.append((text, not _is_sound(text) and not _may_be_lost(events[at + 1 :])))
    return found


def _is_sound(text: str) -> bool:
    return is_backchannel(text) or is_assent(text)


def _may_be_lost(after: Sequence[Event]) -> bool:
    """Whether nothing of ours came before the line was gone."""
    for event in after:
        if event["kind"] in ("hangs up", "ended", "session over") or received(event).get("type") == "end":
            return True
        if event["kind"] in ("frame in", "verb"):
            return False
    return True


def _proved_at(held: Held) -> int:
    """The number of the event after which both factors have been said; all of them where they never were."""
    said = [
        {event["text"].strip()} & set(held.factors) if event["who"] == "caller" and "text" in event else set()
        for event in held.events
    ]
    so_far = accumulate(said, lambda before, new: before | new)
    return next((at for at, known in enumerate(so_far) if len(known) == len(set(held.factors))), len(said))


def _heard(events: Sequence[Event]) -> Iterator[str]:
    return (event["text"] for event in _heard_events(events))


def _heard_events(events: Sequence[Event]) -> Iterator[Event]:
    return (event for event in events if event["kind"] == "heard" and event["who"] == "agent")


def _without(names: Sequence[str], text: str) -> str:
    """The text without the lenders' names, which may say what they do; the last may have been cut off."""
    for name in names:
        text = text.replace(name, "")
        begun = [name[:size] for size in range(len(name) - 1, 0, -1) if " " in name[:size].strip()]
        text = text.removesuffix(next(filter(text.endswith, begun), ""))
    return text


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
