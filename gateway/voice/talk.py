"""What is done on a line: what each frame means, and what we say when. It waits for nothing.

The caller may speak at any time. While we speak, a mere sound of listening, or a yes to words still to come,
has us go on with what was cut off; a yes to "are you still there?" has our last words again. Else a turn.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import replace

from arrears.adapters.twilio_voice import VOICES
from arrears.domain.call_scripts import Ends, OpenedLine, SpokenAnswer
from arrears.domain.calls import TALK_LONGEST
from arrears.domain.ids import OutreachId
from arrears.services.hear_call import LONGEST_UTTERANCE
from gateway.voice import frames
from gateway.voice.colleague import GOES, Colleague
from gateway.voice.errands import Errands
from gateway.voice.hearing import courtesy
from gateway.voice.keypad import REPEAT, Keys
from gateway.voice.noting import Notes
from gateway.voice.patience import SAID, Patience, Step, after_words, is_listening
from gateway.voice.playing import Playing
from gateway.voice.repeating import LastWords
from gateway.voice.speaking import Piece, pieces_of
from gateway.voice.switchboard import Switchboard

log = logging.getLogger(__name__)

LONGEST_S = TALK_LONGEST.total_seconds()

_STAYS = frozenset({Ends.PERSON, Ends.PAY, Ends.CALLBACK})
"""What still follows although the caller has said something more; a goodbye does not."""


class Talk:
    """One line, from its opening words on. `name` tells it from other lines of the same call."""

    def __init__(
        self, board: Switchboard, line: OpenedLine, errands: Errands, *, name: str, now: float
    ) -> None:
        self.over = False  # we have ended it, or it has gone
        self.colleague = Colleague()  # a person of ours who may write while the caller is on the line
        self._board, self._manners, self._line, self._errands = board, board.manners, line, errands
        self._name, self._count = name, 0
        self._playing, self._keys = Playing(board.manners.lead_s), Keys()
        self._patience = Patience()
        self._language = line.language  # that Twilio speaks and hears
        self._spoken = line.language  # that of our last words
        self._last = LastWords(errands)
        self._said: set[OutreachId] = set()
        self._notes = Notes(errands.mark)
        self._ends: str | None = None  # what follows once we have spoken
        self._ends_from = 0.0  # not before: the caller is about to say something
        self._asked_at: float | None = None  # since when the caller waits for an answer
        self._first_word_of: float | None = None  # the same, until the answer's first word is sent
        self._filled = self._blank = False
        self._sound_at = now  # when the caller last made a sound
        self._until = now + LONGEST_S
        first = SpokenAnswer(line.outreach_id, line.opening, line.language, invitation=line.invitation)
        self._answer((first,), now)

    def take(self, raw: str, now: float) -> None:
        """Act on a frame of Twilio's. One that cannot be read is counted, and changes nothing."""
        try:
            frame = frames.frame_from(raw)
        except frames.UnreadableFrameError as error:
            self._board.latencies.count("frames_unreadable")
            log.warning("relay_frame_unreadable", extra={"kind": str(error)})
            return
        match frame:
            case frames.Prompt(voice_prompt=words, last=last):
                self._prompted(words, last, now)
            case frames.Dtmf(digit=digit):
                self._pressed(digit, now)
            case frames.Interrupt(utterance_until_interrupt=until):
                self._interrupted(until, now)
            case frames.Info(name="clientSpeaking", value="on"):
                self._sound(now)
            case frames.Info(name="agentSpeaking", value=value):
                (self._playing.sounds if value == "on" else self._playing.fell_silent)(now)
            case frames.Trouble():
                self._board.latencies.count("relay_errors")
                log.error("relay_error")
            case frames.Setup():
                self._board.latencies.count("setups_repeated")

    def tick(self, now: float) -> tuple[frames.ToTwilio, ...]:
        """What must be sent now."""
        self._keys, typed = self._keys.settle(self._manners, now)
        self._typed(typed, now)
        if answers := self._errands.ready():
            self._answer(answers, now)
        self._say_again(now)
        self._fill(now)
        self._read_out(now)
        self._heed_silence(now)
        self._notes.spoken(self._playing.whole(now))
        return (*self._speech(now), *self._end(now))

    def due(self, now: float) -> float | None:
        """When `tick` is to be called again, if nothing happens before."""
        found = [self._keys.due(self._manners), self._errands.due(), self._playing.due(), self._filler_at()]
        found += [self._until, self.colleague.due(self._sound_at) if self._hears_a_person else None]
        if not self._playing.is_quiet(now):
            found.append(self._playing.quiet_at())
        elif self._is_silent(now):
            found.append(self._silent_until())
        return min((instant for instant in found if instant is not None), default=None)

    def resume(self, answer: SpokenAnswer, start: int, now: float) -> None:
        """Say what an earlier line of the call has left unsaid of the answer."""
        if answer.outreach_id is not None and answer.outreach_id not in self._said:
            self._notes.begin(answer.outreach_id)
            self._answer([answer], now, start)

    def lost(self, now: float) -> None:
        """The line has gone: keys that were pressed still count, and what was surely heard is noted."""
        if self.over:
            return
        self.over = True
        if self._keys.digits:
            self._hear(self._keys.digits, now, keyed=True)
        self._notes.cut(self._playing.pieces, self._playing.cut_off(now))

    def _prompted(self, words: str, last: bool, now: float) -> None:
        self._sound(now)
        words = words.strip()[:LONGEST_UTTERANCE]
        if not last or not words:
            return
        if self._is_listening_sound(words, now):
            self._board.latencies.count("backchannels")
            self._playing.go_on(now)
            return
        self._keys, typed = Keys(), self._keys.digits or None
        self._typed(typed, now)
        if self._patience.is_answered(words):
            self._patience = Patience()
            self._last.want()
            return
        self._patience = after_words(words)
        self._hear(words, now)

    def _is_listening_sound(self, words: str, now: float) -> bool:
        """Whether it was said into our words and is no turn: what is left of them is said first."""
        speaks = bool(self._playing.left) or self._playing.is_speaking(now)
        return speaks and is_listening(words, self._playing.sentences_left())

    def _pressed(self, digit: str, now: float) -> None:
        self._sound(now)
        self._keys, typed = self._keys.press(digit, now)
        self._typed(typed, now)

    def _typed(self, typed: str | None, now: float) -> None:
        if typed == REPEAT:
            self._last.want()
        elif typed is not None:
            self._patience = Patience()
            self._hear(typed, now, keyed=True)

    def _say_again(self, now: float) -> None:
        """Our last words, where they may still be said and nothing else was said meanwhile."""
        for piece in self._last.again():
            known = self._notes.still(piece.outreach_id)
            self._playing.say(replace(piece, outreach_id=known, start=0), self._spoken, now)

    def _interrupted(self, until: str, now: float) -> None:
        silent = not self._playing.could_be_cut(now) and not until.strip()
        self._sound(now)
        if not silent:
            self._notes.cut(self._playing.pieces, self._playing.interrupted(until, now))

    def _sound(self, now: float) -> None:
        """The caller makes a sound: somebody is there, and may be about to say something."""
        self._sound_at, self._ends_from = now, now + self._manners.breath_s
        self._patience = self._patience.caller_sounds()

    def _hear(self, words: str, now: float, *, keyed: bool = False) -> None:
        self._count += 1
        self._playing.forget()
        self.colleague.overtaken(now)
        self._asked_at = now if self._asked_at is None else self._asked_at
        self._errands.hear(f"{self._name}.{self._count}", words, self._spoken, keyed=keyed)

    def _answer(self, answers: Iterable[SpokenAnswer], now: float, start: int = 0) -> None:
        """Speak answers of the agent's, named as such after a person's words."""
        if any(answer.text for answer in answers) and self.colleague.gives_way():
            self._say(GOES, now, more=True)
        self.colleague.overtaken(now)
        self._speak(answers, now, start)

    def _speak(self, answers: Iterable[SpokenAnswer], now: float, start: int) -> None:
        """Speak the answers, of which those with the same words only once."""
        spoken = {answer.text: answer for answer in answers}
        for answer in answers:
            if answer is not spoken[answer.text] and answer.outreach_id is not None:
                self._errands.mark(answer.outreach_id, "")
        said = [answer for answer in spoken.values() if answer.text]
        for answer in said:
            for piece in pieces_of(answer):
                self._playing.say(replace(piece, start=start), answer.language, now)
            self._spoken = self._errands.language = answer.language
        self._said |= {answer.outreach_id for answer in said if answer.outreach_id is not None}
        if said and not self._patience.on_hold:  # "I will wait" is nothing to say again
            self._last.are(tuple(piece for answer in said for piece in pieces_of(answer)))
        ends = [answer.ends for answer in answers if answer.ends is not None]
        self._ends = ends[-1] if ends else self._ends if self._ends in _STAYS else None
        self._first_word_of, self._asked_at = self._asked_at, None
        self._ends_from, self._filled, self._blank = now, False, not said

    def _filler_at(self) -> float | None:
        if self._asked_at is None or self._filled:
            return None
        return max(max(self._asked_at, self._sound_at) + self._manners.filler_s, self._playing.quiet_at())

    def _fill(self, now: float) -> None:
        """Say that we are at it, once for an answer that takes long."""
        if (due := self._filler_at()) is not None and now >= due and self._playing.is_quiet(now):
            self._filled = True
            self._board.latencies.count("fillers")
            self._say("call.one_moment", now, more=True)

    def _say(self, key: str, now: float, *, more: bool = False) -> None:
        words = courtesy(self._board.app, self._spoken, key)
        self._playing.say(Piece(words), self._spoken, now, more=more)

    @property
    def _hears_a_person(self) -> bool:
        """Whether a person's words may come: not before what was said is answered, nor once the call ends."""
        unanswered = self._errands.busy or self._keys.digits or self._playing.left
        return not unanswered and not isinstance(self._ends, Ends)

    def _read_out(self, now: float) -> None:
        """Say what a person of ours has written, and whose words are to come."""
        while self._hears_a_person and (said := self.colleague.take(self._sound_at, now)) is not None:
            self._patience, self._ends = Patience(), None  # nobody is hung up on whom a person writes to
            if isinstance(said, str):
                self._say(said, now)
                self._last.are(self._playing.pieces[-1:])
            else:
                self._notes.begin(said[0].outreach_id)
                self._speak([said[0]], now, said[1])

    def _quiet_from(self) -> float:
        return max(self._playing.quiet_at(), self._sound_at)

    def _is_silent(self, now: float) -> bool:
        """Whether nobody speaks, and nobody thinks."""
        ours = self._errands.busy or self._keys.digits or (self._hears_a_person and self.colleague.waits)
        return not ours and self._playing.is_quiet(now)

    def _silent_until(self) -> float:
        """When we end the silence: with words that a mere noise has cut off, with the end, or asking."""
        if self._playing.left:
            return self._sound_at + self._manners.breath_s
        return self._ends_from if self._ends else self._waits.due(self._manners, self._quiet_from())

    @property
    def _waits(self) -> Patience:
        return replace(self._patience, writes=self.colleague.holds)

    def _heed_silence(self, now: float) -> None:
        if not self._is_silent(now) or now < self._silent_until():
            return
        if self._playing.left:
            self._playing.go_on(now)
        elif self._ends is None:
            self._patience, step = self._waits.step(self._manners, self._quiet_from(), now)
            self._say(SAID[step or Step.ASK], now)
            self._ends = frames.SILENCE if step is Step.LEAVE else None

    def _speech(self, now: float) -> tuple[frames.ToTwilio, ...]:
        sent: list[frames.ToTwilio] = []
        for sentence in self._playing.take(now):
            code = VOICES[sentence.language].code
            if sentence.language is not self._language and not sentence.in_passing:
                self._language = sentence.language
                sent.append(frames.Switch(tts_language=code, transcription_language=code))
            sent.append(frames.Text(token=sentence.text, last=sentence.last, lang=code))
        if self._blank and not sent:
            # There is nothing to be said; that it is so ends the turn for Twilio, too.
            sent.append(frames.Text(token="", last=True))
        if self._first_word_of is not None:
            self._board.latencies.note("relay", now - self._first_word_of)
        self._blank, self._first_word_of = False, None
        return tuple(sent)

    def _end(self, now: float) -> tuple[frames.ToTwilio, ...]:
        """End the line, once we have spoken and nobody is about to: an end cuts off what is being said."""
        late = now >= self._until
        if not late and (self._ends is None or not self._is_silent(now) or now < self._silent_until()):
            return ()
        if late:
            self._notes.cut(self._playing.pieces, self._playing.cut_off(now))
        self.over = True
        told = json.dumps({"call": self._line.call_id, "reason": self._ends or frames.TOO_LONG})
        return (frames.End(handoff_data=told),)
