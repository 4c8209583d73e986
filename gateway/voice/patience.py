"""How long we wait on the line, as a courteous person would. Pure: every instant is given, in seconds."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from arrears.domain.language.acts.phone_words import PhoneWord, phone_word


@dataclass(frozen=True, slots=True)
class Manners:
    """How long we wait for what, in seconds."""

    silence_s: float = 8.0  # after we have finished speaking, before each word of ours into the silence
    hold_s: float = 60.0  # the same, for somebody who has asked for a moment
    filler_s: float = 0.7  # for an answer, before we say that we are at it
    digits_s: float = 3.0  # after a key, for the next one of the same number
    writing_s: float = 20.0  # in silence, for a person of ours who writes, before we say so
    watch_s: float = 1.0  # between two looks at what they wrote
    breath_s: float = 3.0  # after an interruption, for the words, before a call that is over is ended
    lead_s: float = 6.0  # of speech that is sent ahead: no gap is heard, and little is sent in vain
    request_s: float = 10.0  # for an answer, on a request of Twilio's, which ends after 15
    answer_s: float = 25.0  # for an answer, before we give up; the engine is asked five times in 16 s


class Step(StrEnum):
    """What we do when nobody has spoken for long enough."""

    ASK = "ask"  # are you still there?
    WAIT = "wait"  # one moment: a person of ours has the word
    LEAVE = "leave"  # say goodbye and hang up


ASKS, WAITS = 2, 9
"""How often we say something into the silence before we leave; of a person who writes three minutes pass."""

SAID = {
    Step.ASK: "call.still_there",
    Step.WAIT: "call.one_moment",
    Step.LEAVE: "call.goodbye_silence",
}


@dataclass(frozen=True, slots=True)
class Patience:
    """How often we have asked into the silence; `quiet_from`, since when nobody speaks, may lie ahead."""

    asked: int = 0
    on_hold: bool = False
    writes: bool = False  # a person of ours has the word
    wonders: bool = False  # our last words asked whether anybody is there

    def due(self, manners: Manners, quiet_from: float) -> float:
        """When we do something about the silence."""
        other = manners.writing_s if self.writes else manners.silence_s
        return quiet_from + (manners.hold_s if self.on_hold else other)

    def step(self, manners: Manners, quiet_from: float, now: float) -> tuple[Patience, Step | None]:
        """What to do now, if anything."""
        if now < self.due(manners, quiet_from):
            return self, None
        most, step = (WAITS, Step.WAIT) if self.writes else (ASKS, Step.ASK)
        step = step if self.asked < most else Step.LEAVE
        return Patience(self.asked + 1, writes=self.writes, wonders=step is Step.ASK), step

    def is_answered(self, words: str) -> bool:
        """Whether the words say no more than that somebody is there, when we have just asked that."""
        return self.wonders and says_there(words)

    def caller_sounds(self) -> Patience:
        """Somebody is there; who has asked for a moment still has it."""
        return replace(self, asked=0)


def after_words(text: str) -> Patience:
    """The patience that the caller's words ask of us."""
    return Patience(on_hold=phone_word(text) is PhoneWord.HOLD)


_BACKCHANNEL = re.compile(
    r"(?:u++h[\s-]?hu++h++|m++[\s-]?h++m++|h++m++|m{2,}+|u++[hm]++|a++h++|o++h++|e++r++m*+"
    r"|嗯++|唔++|哦++|噢++|喔++|呃++)"
)
_ASSENT = re.compile(
    r"(?:yes|yeah|yep|yup|ok|okay|right|sure|alright|i see|got it|go on|go ahead"
    r"|好|好的|好吧|对|对的|是|是的|行|可以|知道了|明白|明白了|没错)"
)
_APART = re.compile(r"[\s,.!?…~，。！？、]+")
_LONGEST = 40
"""Characters of sounds: whoever says more says something."""


_PRESENT = re.compile(
    r"(?:hello|hi|sorry|i am|i'm here|i am here|i'm still here|i am still here|still here|here"
    r"|喂|您好|你好|在|在的|在呢|在听|我在|还在|我还在|我在听)"
)


def is_backchannel(text: str) -> bool:
    """Whether it is a mere sound of listening ("uh-huh", 嗯)."""
    return _only(_BACKCHANNEL, text)


def is_assent(text: str) -> bool:
    """Whether it may be a mere sound of listening, or a yes ("okay", 好的)."""
    both = re.compile(f"(?:{_BACKCHANNEL.pattern}|{_ASSENT.pattern})")
    return _only(both, text)


def is_listening(text: str, sentences_left: int) -> bool:
    """Whether it only shows that they listen to what we say, of which so many sentences are still to come."""
    return is_backchannel(text) or (is_assent(text) and sentences_left > 1)


def says_there(text: str) -> bool:
    """Whether it says no more than that somebody is there: the answer to that question, and to no other."""
    any_of = re.compile(f"(?:{_BACKCHANNEL.pattern}|{_ASSENT.pattern}|{_PRESENT.pattern})")
    return _only(any_of, text)


def _only(sound: re.Pattern[str], text: str) -> bool:
    """Whether the text is made of these sounds, said once or more."""
    word = _APART.sub(" ", text).strip().casefold()
    return len(word) <= _LONGEST and re.fullmatch(rf"{sound.pattern}(?: ?{sound.pattern})*", word) is not None
