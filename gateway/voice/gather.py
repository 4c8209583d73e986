"""Talking where the relay cannot: each turn is a request of Twilio's, which waits no longer than 15 seconds.

A turn has its number in the URL, so that a request that is repeated is the same utterance and gets the same
answer. An answer that is not there in time is collected by a second request, after a word that we are at it.
Source: Twilio, "<Gather>"; its limit of 15 s for a voice webhook.
"""

# No postponed annotations here: FastAPI reads them, and they name the application of the closure.

import asyncio
from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Response

from arrears.adapters.twilio_voice import gather, say_and_redirect
from arrears.adapters.twilio_webhooks import Form
from arrears.bootstrap import App
from arrears.domain.call_scripts import CallScript, Converse, Identify, Invitation, SpokenAnswer, Written
from arrears.domain.ids import CallId, MessageId, OutreachId
from arrears.domain.people import Language
from arrears.store import calls
from gateway.signed import signed_by_twilio
from gateway.voice.colleague import COMES, GOES
from gateway.voice.errands import AGAIN_S
from gateway.voice.frames import SILENCE
from gateway.voice.hearing import Caller, courtesy, given_up
from gateway.voice.keypad import REPEAT
from gateway.voice.patience import SAID, Patience, Step, after_words, says_there
from gateway.voice.scripts import answer, of_ours, twiml_of, urls_of
from gateway.voice.switchboard import Switchboard

LOOK_S, LOOKS, LOOKS_MAX = 3, 7, 60
"""Seconds between looks for what a person writes, looks between two words of ours, and looks to the end."""

WAITS = 3
"""How many requests wait for one answer before we give up."""

HINTS = {
    Language.EN: "payment, payment plan, installment, dollars, every week, every month, a person, yes, no",
    Language.ZH: "还款, 分期, 每周, 每月, 人民币, 人工, 客服, 是, 不是",
}
"""What is likely to be said, for the recogniser; nothing of any person."""

PATH = "/twilio/voice/gather"

_ASKED = "turn"

TURNS_BETWEEN = 1000
"""Turns are numbered anew whenever a line is taken up again, so far apart that none has two meanings."""


def routes(board: Switchboard) -> APIRouter:
    """One turn, and the answer to it where it took long."""
    router = APIRouter(prefix=PATH)
    type Signed = Annotated[Form, Depends(signed_by_twilio(board.app))]

    @router.post("/{call_id}/{turn}/{asked}")
    async def heard(call_id: str, turn: int, asked: int, form: Signed) -> Response:
        making = Turn(board, CallId(call_id), turn, asked).heard(form)
        return answer(await of_ours(making, _ASKED))

    @router.post("/{call_id}/{turn}/{asked}/answer/{waited}")
    async def waited(call_id: str, turn: int, asked: int, waited: int, _form: Signed) -> Response:
        making = Turn(board, CallId(call_id), turn, asked).answered_later(waited)
        return answer(await of_ours(making, _ASKED))

    return router


def listening(app: App, script: CallScript) -> str:
    """The opening of a script without the relay, then listen; what was left unsaid before is said, too."""
    if not isinstance(script, Converse | Identify):
        return twiml_of(app, script)
    outreach_id = script.outreach_id if isinstance(script, Converse) else None
    invitation = script.invitation if isinstance(script, Identify) else None
    left = Caller(app, script.call_id).left_unsaid(outreach_id)
    said = script.opening if left is None else f"{script.opening} {left[0].text[left[1] :]}"
    with app.desk.store.read() as tx:
        first = calls.load(tx, script.call_id).resumed * TURNS_BETWEEN + 1
    url = f"{urls_of(app).gather(script.call_id)}/{first}/0"
    barge_in = left is None or left[0].may_be_spoken_over
    hints = HINTS[script.language]
    return gather(said, script.language, url, hints=hints, barge_in=barge_in, invitation=invitation)


class Turn:
    """One request's turn: its number, and how often we have asked into the silence."""

    def __init__(self, board: Switchboard, call_id: CallId, turn: int, asked: int) -> None:
        self._board, self._call_id, self._turn = board, call_id, turn
        self._patience = Patience(asked)
        self._caller = Caller(board.app, call_id)
        self._key = f"gather.{turn}"
        self._began = asyncio.get_running_loop().time()
        self._last: OutreachId | None = None  # a person's words, for which the caller takes our voice
        self._held = False  # by a person, when the request came
        self._once = False  # what is said now is not said again, but to the same request
        self._spoken: tuple[SpokenAnswer, ...] = ()  # a person's words that are said now
        self._parted: OutreachId | None = None  # the last of theirs, after which they go in this answer

    async def heard(self, form: Form) -> str:
        """What follows what was said or keyed in, or the silence."""
        return await self._kept("heard", lambda: self._heard(form))

    async def answered_later(self, waited: int) -> str:
        """The answer to what an earlier request has stored."""
        return await self._kept(f"answer/{waited}", lambda: self._answered_later(waited))

    async def _kept(self, what: str, making: Callable[[], Awaitable[str]]) -> str:
        """The same to a request that is repeated to any process, whatever is noted as spoken by then."""
        request = f"{self._key}/{self._patience.asked}/{what}"
        if (known := await self._in_thread(self._caller.answered, request)) is not None:
            return known
        stands = await self._in_thread(self._caller.stands)
        last, self._held = stands.last, stands.held
        told = last is not None and await self._in_thread(self._caller.answered, _gone(last)) is not None
        self._last = None if told else last
        twiml = await making()
        if not self._once:
            # Another process may have answered it meanwhile, with what is said once.
            return await self._in_thread(self._caller.answered, request) or twiml
        return await self._in_thread(
            self._caller.answers_for_good, request, twiml, self._spoken, self._parted and _gone(self._parted)
        )

    def _goes(self, language: Language) -> str:
        """That the agent speaks again, once after a person's words; empty where the caller knows."""
        if self._last is None:
            return ""
        self._parted, self._last, self._once = self._last, None, True
        return f"{courtesy(self._board.app, language, GOES)} "

    async def _heard(self, form: Form) -> str:
        language = await self._in_thread(self._caller.language)
        spoken = form.one("SpeechResult").strip()
        words = spoken or form.one("Digits").strip().removesuffix("#")
        if not words:
            return await self._silence(language)
        # A yes to whether somebody is still there is to nothing else.
        there = self._patience.asked > 0 and not self._held and says_there(words)
        if words == REPEAT or there:
            again = await self._in_thread(self._caller.last_words)
            self._patience = Patience() if there else self._patience
            if again is not None:
                return self._say(again)
            if words == REPEAT:
                return self._listen("", language, barge_in=False)
        self._patience = after_words(words)
        stored = await self._in_thread(self._caller.stored, self._key, words, language, not spoken)
        if isinstance(stored, SpokenAnswer):
            return self._say(stored)
        return await (self._silence(language) if stored is None else self._answered(stored, language, 0))

    async def _answered_later(self, waited: int) -> str:
        language = await self._in_thread(self._caller.language)
        return await self._answered(self._caller.message_id(self._key), language, waited)

    async def _answered(self, message_id: MessageId, language: Language, waited: int) -> str:
        found = await self._in_time(message_id)
        if found is not None:
            return self._say(found) if found.text or found.ends else await self._silence(language)
        self._board.latencies.count("gather_waits")
        if waited >= WAITS:
            return self._say(given_up(self._board.app, language))
        url = f"{self._url(self._turn, self._patience.asked)}/answer/{waited + 1}"
        goes = "" if self._held else self._goes(language)
        words = "" if waited else goes + courtesy(self._board.app, language, "call.one_moment")
        return say_and_redirect(words, language, url)

    async def _in_thread[R](self, job: Callable[..., R], *arguments: object) -> R:
        return await asyncio.get_running_loop().run_in_executor(self._board.scribes, job, *arguments)

    async def _in_time(self, message_id: MessageId) -> SpokenAnswer | None:
        """The answer, if it comes before this request must end; the turn goes on in any case."""
        loop = asyncio.get_running_loop()
        while (left := self._left()) > 0:
            asking = loop.run_in_executor(self._board.turns, self._caller.answer, message_id)
            done, _ = await asyncio.wait({asking}, timeout=left)
            if not done:
                return None
            if asking.exception() is None and (found := asking.result()) is not None:
                return found
            await asyncio.sleep(min(AGAIN_S, max(0.0, self._left())))
        return None

    def _left(self) -> float:
        spent = asyncio.get_running_loop().time() - self._began
        return self._board.manners.request_s - spent

    def _say(self, said: SpokenAnswer) -> str:
        """The words, then listen again, or go where the conversation ends."""
        self._board.latencies.note("gather", asyncio.get_running_loop().time() - self._began)
        self._board.following.heed(self._call_id)
        words = f"{self._goes(said.language)}{said.text}" if said.text else ""
        if said.ends is not None:
            return self._end(words, said.language, said.ends)
        return self._listen(
            words, said.language, barge_in=said.may_be_spoken_over, invitation=said.invitation
        )

    async def _silence(self, language: Language) -> str:
        """Where the agent has nothing to answer: what a person has written, or a word into the silence."""
        written = await self._in_thread(self._caller.stands)
        if written.words:
            return self._read_out(written, language)
        if written.held:
            return self._wait_for_person(language)
        if goes := self._goes(language):
            return self._listen(goes, language)
        self._patience, step = self._patience.step(self._board.manners, 0.0, float("inf"))
        words = courtesy(self._board.app, language, SAID[step or Step.ASK])
        if step is Step.LEAVE:
            return self._end(words, language, SILENCE)
        return self._listen(words, language)

    def _read_out(self, written: Written, language: Language) -> str:
        """A person's words between those that say whose they are, also where they have left since."""
        first = "" if self._last is not None else f"{courtesy(self._board.app, language, COMES)} "
        words = " ".join(answer.text for answer, _ in written.words)
        self._patience, self._once = Patience(writes=written.held), True
        self._spoken = tuple(answer for answer, _ in written.words)
        self._last = self._spoken[-1].outreach_id
        return self._listen(
            f"{first}{words} {'' if written.held else self._goes(language)}".strip(), language
        )

    def _wait_for_person(self, language: Language) -> str:
        """Look again soon for what they write; a word now and then, and after long silence the end."""
        looked = self._patience.asked + 1
        self._patience = Patience(looked, writes=True)
        if looked >= LOOKS_MAX:
            return self._end(courtesy(self._board.app, language, SAID[Step.LEAVE]), language, SILENCE)
        words = courtesy(self._board.app, language, SAID[Step.WAIT]) if looked % LOOKS == 0 else ""
        return self._listen(words, language)

    def _listen(
        self,
        words: str,
        language: Language,
        *,
        barge_in: bool = True,
        invitation: Invitation | None = None,
    ) -> str:
        manners = self._board.manners
        seconds = manners.hold_s if self._patience.on_hold else manners.silence_s
        seconds = LOOK_S if self._patience.writes else seconds
        return gather(
            words,
            language,
            self._url(self._turn + 1, self._patience.asked),
            hints=HINTS[language],
            timeout=max(1, round(seconds)),
            barge_in=barge_in,
            invitation=invitation,
        )

    def _url(self, turn: int, asked: int) -> str:
        return f"{urls_of(self._board.app).gather(self._call_id)}/{turn}/{asked}"

    def _end(self, words: str, language: Language, reason: str) -> str:
        url = urls_of(self._board.app).follow(self._call_id, reason)
        return say_and_redirect(words, language, url)


def _gone(last: OutreachId) -> str:
    """That the caller was told of it, as a request is named."""
    return f"{last}/gone"
