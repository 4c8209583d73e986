"""What is done about the words of a caller, off the line's own coroutine: each of these may block."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from arrears.bootstrap import App
from arrears.domain.call_scripts import Asked, CallScript, Closed, Converse, Ends, SpokenAnswer, Written
from arrears.domain.conversations import Speaker, Turn
from arrears.domain.ids import CallId, MessageId, OutreachId
from arrears.domain.people import Carrier, Channel, Language
from arrears.domain.wording import say
from arrears.phone.calling import closing_words
from arrears.ports import DialogueFailedError
from arrears.services.answer_again import answered_before, keep_answer
from arrears.services.hear_call import hear, mark_heard, spoken_answer, words_of_key
from arrears.services.identify_caller import Followed, identify_caller
from arrears.services.say_again import said_instead
from arrears.services.speak_for_person import written_words
from arrears.store import calls, conversations, inbound
from gateway.turns import take_turn
from gateway.voice.scripts import permitted
from gateway.voice.speaking import Piece, unheard

log = logging.getLogger(__name__)

STORING_TRIES = 3


@dataclass(frozen=True, slots=True)
class Caller:
    """The caller on a line, as the services know them."""

    app: App
    call_id: CallId

    def stored(
        self, key: str, text: str, language: Language, keyed: bool = False
    ) -> MessageId | SpokenAnswer | None:
        """The utterance as a message to be answered, or what is said to it at once; None when it is empty.

        The same key is the same utterance. Of the keys, one of the menu is heard as the words it stands for.
        Where it cannot be stored, words that end the call.
        """
        if not text.strip():
            return None
        for left in reversed(range(STORING_TRIES)):
            try:
                words = (words_of_key(self.app.desk, language, text) if keyed else None) or text
                message_id = hear(self.app.desk, self.call_id, key, words)
                return self._identified(key, words, keyed) if message_id is None else message_id
            except Exception as error:
                # What somebody said must not be lost to a database that was away for a moment.
                self._failed("store" if left else "store_given_up", error)
        return given_up(self.app, language)

    def answer(self, message_id: MessageId) -> SpokenAnswer | None:
        """The answer to the stored utterance; None when it is not there yet, and is to be asked for again.

        Another worker may have it, or the engine is away and is asked again soon.
        """
        try:
            take_turn(self.app, message_id)
        except DialogueFailedError:
            log.warning("dialogue_failed", extra={"message_id": message_id})
        except Exception as error:  # the message stays stored and leased, and is taken up again
            log.error("turn_failed", extra={"message_id": message_id, "kind": type(error).__name__})
        return spoken_answer(self.app.desk, self.call_id, message_id)

    def mark(self, outreach_id: OutreachId, heard: str) -> None:
        """Note what was heard; a failure is an alarm in the log."""
        for left in reversed(range(STORING_TRIES)):
            try:
                return mark_heard(self.app.desk, outreach_id, heard)
            except Exception as error:
                # Without the note a yes would be to words that nobody heard.
                self._failed("mark_heard" if left else "mark_heard_given_up", error)
        return None

    def nothing_heard(self) -> None:
        """Whoever held the line is gone, or it never opened: our last words were heard only if it is noted.

        They may be an answer, or those with which the line began.
        """
        try:
            with self.app.desk.store.read() as tx:
                call = calls.find(tx, self.call_id)
                talk = None if call is None else call.conversation_id
                turns = () if talk is None else conversations.turns_of(tx, talk)
                ours = [turn.outreach_id for turn in turns if turn.speaker is Speaker.BOT]
                last = ours[-1] if ours else None
                if last is None or calls.heard_of(tx, last) is not None:
                    return
            self.mark(last, "")
        except Exception as error:
            self._failed("nothing_heard", error)

    def left_unsaid(self, opening: OutreachId | None) -> tuple[SpokenAnswer, int] | None:
        """The last answer, if it was not heard to its end before the line was cut, and where to go on.

        One that waits for a binding yes is said again whole, and so is one cut short that says it was taken:
        whoever was cut off cannot know what became of their yes. None when it may not be said any more, where
        something that was said is not answered yet, and while a person holds the conversation. `opening` is
        what is said first, and not looked at.
        """
        try:
            return self._left(opening)
        except Exception as error:
            self._failed("left_unsaid", error)
            return None

    def stands(self) -> Written:
        """How it stands with a person of ours who holds the conversation, or has held it."""
        return written_words(self.app.desk, (self.call_id,)).get(self.call_id, Written(held=False))

    def answered(self, request: str) -> str | None:
        """What a request that is repeated was answered."""
        return answered_before(self.app.desk, self.call_id, request)

    def answers_for_good(
        self, request: str, twiml: str, spoken: Iterable[SpokenAnswer], and_that: str | None = None
    ) -> str:
        """The answer to the request, now and whenever it is repeated; a person's words are spoken with it.

        They count as heard whole: Twilio does not say how much was. Kept before they are noted: a process
        that stops between the two has them said again, and not lost. Where another process has answered
        otherwise, they are not said now. Raises: LookupError.
        """
        kept = keep_answer(self.app.desk, self.call_id, request, twiml, and_that=and_that)
        for answer in spoken if kept == twiml else ():
            if answer.outreach_id is not None:
                self.mark(answer.outreach_id, answer.text)
        return kept

    def language(self) -> Language:
        """The language of the conversation on the call. Raises: LookupError."""
        with self.app.desk.store.read() as tx:
            call = calls.load(tx, self.call_id)
            talk = call.conversation_id
            return call.language if talk is None else conversations.load(tx, talk).language

    def said_instead(self, again: Collection[OutreachId]) -> SpokenAnswer | None:
        """What is said where these words may not be said again; None where they may.

        Where nobody can say whether they may, they are not.
        """
        try:
            return said_instead(self.app.desk, self.call_id, again)
        except Exception as error:
            self._failed("said_instead", error)
            return SpokenAnswer(None, "", Language.EN)

    def last_words(self) -> SpokenAnswer | None:
        """Our last words on the call, or what is said where they may not be said again; to be heard whole.

        None where there are none of a conversation, or they are a person's: those are spoken once, when
        nothing was said since. Raises: LookupError.
        """
        with self.app.desk.store.read() as tx:
            talk = calls.load(tx, self.call_id).conversation_id
            last = None if talk is None else conversations.last_said(tx, talk)
        if last is None or last.speaker is not Speaker.BOT or last.outreach_id is None:
            return None
        words = SpokenAnswer(None, last.text, last.language, binds=True)
        return self.said_instead((last.outreach_id,)) or words

    def message_id(self, key: str) -> MessageId:
        """The id of the utterance that was stored under the key."""
        return inbound.message_id_for(Carrier.CALL, calls.message_reference(self.call_id, key))

    def _left(self, opening: OutreachId | None) -> tuple[SpokenAnswer, int] | None:
        with self.app.desk.store.read() as tx:
            call = calls.load(tx, self.call_id)
            if call.conversation_id is None or not call.resumed:
                return None
            last = _last_answer(conversations.turns_of(tx, call.conversation_id))
            heard = None if last is None else calls.heard_of(tx, last[1])
            held = conversations.load(tx, call.conversation_id).taken_over_by is not None
            said = conversations.last_said(tx, call.conversation_id)
            if last is None or held or inbound.waits_on_call(tx, self.call_id):
                return None
            if said is None or said.outreach_id != last[1]:
                return None  # something else was said since: it may have taken the answer back
        answer = spoken_answer(self.app.desk, self.call_id, last[0])
        if answer is None or answer.outreach_id in (None, opening):
            return None
        start = _left_from(answer, heard)
        if start is None or self.said_instead((last[1],)) is not None:
            return None
        return answer, start

    def _identified(self, key: str, text: str, keyed: bool) -> SpokenAnswer:
        """What is said to a caller whom nobody knows, or to one who is known by now."""
        script: Followed | CallScript = identify_caller(self.app.desk, self.call_id, key, text, keyed=keyed)
        if isinstance(script, Converse):
            script = permitted(self.app, script)
        match script:
            case Converse(language=language, opening=opening, outreach_id=outreach_id):
                return SpokenAnswer(outreach_id, opening, language)
            case Asked(words, language, invitation):
                return SpokenAnswer(None, words, language, invitation=invitation)
            case Closed(words, language):
                return SpokenAnswer(None, words, language, Ends.GOODBYE)
            case Ends.PERSON:
                return SpokenAnswer(None, "", self.language(), Ends.PERSON)
            case _:
                return given_up(self.app, Language.EN)

    def _failed(self, event: str, error: Exception) -> None:
        log.error("call_service_failed", extra={"what": event, "kind": type(error).__name__})


def given_up(app: App, language: Language) -> SpokenAnswer:
    """Neutral words that end a call on which we cannot answer."""
    return SpokenAnswer(None, closing_words(app.desk, language), language, Ends.GOODBYE)


def courtesy(app: App, language: Language, key: str) -> str:
    """Words that say nothing of the matter: that we are at it, or whether somebody is there."""
    return say(app.desk.policy.catalog, language, key, Channel.VOICE).text


def _left_from(answer: SpokenAnswer, heard: str | None) -> int | None:
    """Where to go on with an answer of which so much was heard (None: all of it); None where nothing is."""
    if answer.binds:
        return 0
    if heard is None or heard == answer.text:
        return None
    if answer.records:
        return 0
    left = unheard((Piece(answer.text),), (Piece(answer.text[: len(heard)]),))
    return left[0].start if left else None


def _last_answer(turns: tuple[Turn, ...]) -> tuple[MessageId, OutreachId] | None:
    """The last turn of ours, where it answers something that was said."""
    ours = [turn for turn in turns if turn.speaker is Speaker.BOT and turn.message_id is not None]
    last = ours[-1] if ours else None
    if last is None or last.message_id is None or last.outreach_id is None:
        return None
    return last.message_id, last.outreach_id
