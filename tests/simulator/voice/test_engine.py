"""Calls on the virtual clock: instructions fetched, verbs run, callers heard."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
from twilio.request_validator import RequestValidator

from simulator.call_form import MAX_TWIML
from simulator.clock import VirtualClock
from simulator.errors import RestError
from simulator.voice.engine import APOLOGY, Engine
from simulator.world import World
from tests.simulator.stage import OURS, PHONE, TOKEN, Product, closed_port
from tests.simulator.voice.stage import alerts, asked, heard, kinds, over, place, play, press, say, xml

HELLO = "<Say>Hello there.</Say>"


def test_instructions_are_asked_for_with_a_signature_and_the_documented_parameters(
    world: World, product: Product
) -> None:
    product.documents["/answer"] = xml(HELLO)
    call = place(world, Url=f"{product.url}/answer")
    over(world, call)
    (hook,) = asked(product, "/answer")
    form = hook.form
    assert (form["CallSid"], form["From"], form["To"]) == (call.sid, OURS, PHONE)
    assert (form["CallStatus"], form["Direction"], form["ToCountry"]) == ("in-progress", "outbound-api", "US")
    assert (form["Called"], form["Caller"], form["FromCity"]) == (PHONE, OURS, "")
    assert heard(world, call) == ["Hello there."]
    assert (call.status, call.duration, alerts(world)) == ("completed", "0", [])


def test_words_take_their_time(world: World) -> None:
    words = f"<Say>{'word ' * 28}</Say><Say language='zh-CN'>您好您好您</Say>"
    call = place(world, xml(words, "<Pause length='3'/>"))
    over(world, call)
    assert call.duration == str(9 + 1 + 3)


def test_get_carries_the_parameters_in_the_signed_query(world: World, product: Product) -> None:
    call = place(world, Url=f"{product.url}/answer?x=1", Method="GET")
    over(world, call)
    hook = product.hooks[0]
    assert hook.url.startswith(f"{product.url}/answer?x=1&CallSid={call.sid}")
    assert RequestValidator(TOKEN).validate(hook.url, {}, hook.headers["x-twilio-signature"])


def test_a_failing_product_is_followed_by_the_fallback(world: World, product: Product) -> None:
    product.documents |= {"/answer": xml(HELLO), "/fallback": xml("<Say>Plan B.</Say>")}
    product.answers = [500]
    call = place(world, Url=f"{product.url}/answer", FallbackUrl=f"{product.url}/fallback")
    over(world, call)
    assert heard(world, call) == ["Plan B."]
    assert asked(product, "/fallback")[0].form["ErrorCode"] == "11200"
    assert alerts(world) == [11200]


@pytest.mark.parametrize(
    ("url", "code"),
    [("/answer", 11200), ("/broken", 12100), ("/missing", None)],
)
def test_a_call_without_instructions_ends_with_an_apology_or_nothing(
    world: World, product: Product, url: str, code: int | None
) -> None:
    product.documents |= {"/answer": xml(HELLO), "/broken": "<Response>"}
    product.answers = [404] if url == "/answer" else []
    call = place(world, Url=f"{product.url}{url}")
    over(world, call)
    assert alerts(world) == ([code] if code else [])
    assert heard(world, call) == ([APOLOGY] if code else [])


def test_a_product_that_cannot_be_reached_ends_the_call(world: World) -> None:
    call = place(world, Url=f"http://127.0.0.1:{closed_port()}/answer")
    over(world, call)
    assert (call.status, alerts(world)) == ("completed", [11200])


def test_a_relative_url_is_the_documents_and_an_inline_document_has_none(
    world: World, product: Product
) -> None:
    product.documents |= {"/a/one": xml("<Redirect>two</Redirect>"), "/a/two": xml(HELLO)}
    call = place(world, Url=f"{product.url}/a/one")
    over(world, call)
    assert heard(world, call) == ["Hello there."]
    call = place(world, xml("<Redirect>/a/two</Redirect>"))
    over(world, call)
    assert alerts(world) == [11100]


def test_a_duplicate_request_for_instructions_changes_nothing(world: World, product: Product) -> None:
    world.faults.webhook_duplicates = 1
    product.documents["/answer"] = xml(HELLO)
    call = place(world, Url=f"{product.url}/answer")
    over(world, call)
    first, second = asked(product, "/answer")
    token = "i-twilio-idempotency-token"
    assert first.headers[token] == second.headers[token]
    assert heard(world, call) == ["Hello there."]


def test_a_live_call_gets_new_instructions_in_the_middle_of_a_word(world: World) -> None:
    call = place(world, xml("<Say>One two three four five six.</Say>"))
    play(world, lambda: world.voice.line(call).speaking)
    world.clock.advance(0.6)
    with world.lock:
        world.switchboard.update(call, {"Twiml": [xml("<Say>Stop.</Say>")]})
    over(world, call)
    assert heard(world, call) == ["One two ", "Stop."]


def test_a_live_call_is_ended_by_the_product_and_by_its_limit(world: World) -> None:
    call = place(world, xml("<Pause length='99'/>"))
    play(world, lambda: call.status == "in-progress")
    world.clock.advance(5)
    with world.lock:
        world.switchboard.update(call, {"Status": ["completed"]})
    assert (call.status, call.duration) == ("completed", "5")
    call = place(world, xml("<Pause length='99'/>"), TimeLimit="7")
    over(world, call)
    assert call.duration == "7"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MachineDetection", "Perhaps"),
        ("MachineDetectionTimeout", "2"),
        ("MachineDetectionTimeout", "60"),
        ("AsyncAmd", "maybe"),
        ("TimeLimit", "0"),
        ("StatusCallback", "ftp://example.com"),
        ("Twiml", "x" * (MAX_TWIML + 1)),
    ],
)
def test_a_call_that_cannot_be_is_refused(world: World, name: str, value: str) -> None:
    with pytest.raises(RestError):
        place(world, xml(HELLO) if name != "Twiml" else None, **{name: value})


class TestGather:
    def gathered(self, world: World, product: Product, attributes: str, prompt: str = HELLO):
        product.documents |= {
            "/answer": xml(f"<Gather {attributes} action='/heard'>{prompt}</Gather><Say>Silence.</Say>")
        }
        product.documents |= {"/heard": xml("<Say>Thanks.</Say>")}
        return place(world, Url=f"{product.url}/answer")

    def test_what_is_said_is_posted_when_it_has_been_said(self, world: World, product: Product) -> None:
        call = self.gathered(world, product, "input='speech' speechTimeout='2'")
        play(world, lambda: world.voice.line(call).listening)
        before = world.clock.now
        say(world, call, "Yes, speaking")
        play(world, lambda: asked(product, "/heard"))
        assert (world.clock.now - before).total_seconds() == 2
        form = asked(product, "/heard")[0].form
        assert (form["SpeechResult"], form["Confidence"]) == ("Yes, speaking", "0.91")
        over(world, call)
        assert heard(world, call) == ["Hello there.", "Thanks."]

    @pytest.mark.parametrize(
        ("attributes", "pressed", "digits"),
        [
            ("numDigits='4'", "12345", "1234"),
            ("", "12#4", "12"),
            ("finishOnKey='*'", "1#*", "1#"),
            ("finishOnKey='' numDigits='2'", "#*", "#*"),
            ("input='speech dtmf' numDigits='1'", "0", "0"),
            ("timeout='3'", "77", "77"),
        ],
    )
    def test_keys_are_posted_at_their_count_their_end_key_or_a_pause(
        self, world: World, product: Product, attributes: str, pressed: str, digits: str
    ) -> None:
        call = self.gathered(world, product, attributes)
        play(world, lambda: world.voice.line(call).listening)
        press(world, call, pressed)
        play(world, lambda: asked(product, "/heard"))
        assert asked(product, "/heard")[0].form["Digits"] == digits

    def test_words_do_not_count_where_keys_are_wanted(self, world: World, product: Product) -> None:
        call = self.gathered(world, product, "input='dtmf' timeout='2'")
        play(world, lambda: world.voice.line(call).listening)
        say(world, call, "one two")
        over(world, call)
        assert asked(product, "/heard") == []
        assert heard(world, call)[-1] == "Silence."

    @pytest.mark.parametrize(("attribute", "posts"), [("", 0), ("actionOnEmptyResult='true'", 1)])
    def test_silence_goes_on_or_is_posted(
        self, world: World, product: Product, attribute: str, posts: int
    ) -> None:
        call = self.gathered(world, product, f"input='speech' timeout='3' {attribute}")
        over(world, call)
        assert [hook.form["SpeechResult"] for hook in asked(product, "/heard")] == [""] * posts
        assert heard(world, call)[-1] == ("Thanks." if posts else "Silence.")

    @pytest.mark.parametrize(
        ("barge_in", "words"), [("true", "One two "), ("false", "One two three four five six.")]
    )
    def test_the_caller_interrupts_a_prompt_where_they_may(
        self, world: World, product: Product, barge_in: str, words: str
    ) -> None:
        prompt = "<Say>One two three four five six.</Say>"
        call = self.gathered(world, product, f"input='speech' bargeIn='{barge_in}'", prompt)
        play(world, lambda: world.voice.line(call).speaking)
        world.clock.advance(0.6)
        say(world, call, "I know", now=True)
        over(world, call)
        assert heard(world, call)[0] == words
        assert len(asked(product, "/heard")) == (1 if barge_in == "true" else 0)
        assert len(kinds(world, call, "unheard")) == (0 if barge_in == "true" else 1)

    def test_hanging_up_posts_nothing(self, world: World, product: Product) -> None:
        call = self.gathered(world, product, "input='speech'")
        play(world, lambda: world.voice.line(call).listening)
        with world.lock:
            world.voice.hang_up(call)
        over(world, call)
        assert (call.status, asked(product, "/heard")) == ("completed", [])


class TestDetection:
    @pytest.mark.parametrize(
        ("outcome", "mode", "answered_by"),
        [
            ("human", "Enable", "human"),
            ("human", "DetectMessageEnd", "human"),
            ("machine_start", "Enable", "machine_start"),
            ("machine_end_silence", "Enable", "machine_start"),
            ("machine_start", "DetectMessageEnd", "machine_end_beep"),
            ("machine_end_beep", "DetectMessageEnd", "machine_end_beep"),
            ("machine_end_other", "DetectMessageEnd", "machine_end_other"),
            ("fax", "Enable", "fax"),
            ("unknown", "DetectMessageEnd", "unknown"),
        ],
    )
    def test_no_word_is_said_before_it_is_known_who_answered(
        self, world: World, product: Product, outcome: str, mode: str, answered_by: str
    ) -> None:
        world.faults.call_outcomes = {PHONE: outcome}
        product.documents["/answer"] = xml(HELLO)
        status = f"{product.url}/status"
        call = place(world, Url=f"{product.url}/answer", MachineDetection=mode, StatusCallback=status)
        over(world, call)
        form = asked(product, "/answer")[0].form
        assert form["AnsweredBy"] == answered_by
        assert int(form["MachineDetectionDuration"]) > 0
        assert asked(product, "/status")[-1].form["AnsweredBy"] == answered_by
        assert call.resource()["answered_by"] == answered_by
        order = [event["kind"] for event in kinds(world, call, "answers", "detects", "heard")]
        assert order == ["answers", "detects", "heard"]

    def test_a_long_greeting_is_unknown_at_the_timeout(self, world: World, product: Product) -> None:
        world.faults.call_outcomes = {PHONE: "machine_end_beep"}
        fields = {"MachineDetection": "DetectMessageEnd", "MachineDetectionTimeout": "5"}
        call = place(world, Url=f"{product.url}/answer", **fields)
        over(world, call)
        assert asked(product, "/answer")[0].form["AnsweredBy"] == "unknown"

    def test_without_detection_nothing_is_said_of_who_answered(self, world: World, product: Product) -> None:
        call = place(world, Url=f"{product.url}/answer")
        over(world, call)
        assert "AnsweredBy" not in asked(product, "/answer")[0].form

    def test_asynchronous_detection_is_told_while_the_call_goes_on(
        self, world: World, product: Product
    ) -> None:
        world.faults.call_outcomes = {PHONE: "machine_end_beep"}
        product.documents["/answer"] = xml("<Pause length='30'/>")
        fields = {"MachineDetection": "DetectMessageEnd", "AsyncAmd": "true"}
        call = place(
            world, Url=f"{product.url}/answer", AsyncAmdStatusCallback=f"{product.url}/amd", **fields
        )
        over(world, call)
        assert "AnsweredBy" not in asked(product, "/answer")[0].form
        (hook,) = asked(product, "/amd")
        assert hook.form == {
            "CallSid": call.sid,
            "AccountSid": call.account_sid,
            "AnsweredBy": "machine_end_beep",
            "MachineDetectionDuration": "10200",
        }


class TestOutcomes:
    @pytest.mark.parametrize(
        ("outcome", "reported", "sip"),
        [
            ("human", ["initiated", "ringing", "in-progress", "completed"], "200"),
            ("busy", ["initiated", "busy"], "486"),
            ("declined", ["initiated", "ringing", "busy"], "603"),
            ("no-answer", ["initiated", "ringing", "no-answer"], "487"),
            ("failed", ["initiated", "failed"], "404"),
        ],
    )
    def test_each_is_reported_with_its_sip_code(
        self, world: World, product: Product, outcome: str, reported: list[str], sip: str
    ) -> None:
        world.faults.call_outcomes = {PHONE: outcome}
        events = ["initiated", "ringing", "answered", "completed"]
        call = place(world, xml(HELLO), StatusCallback=f"{product.url}/status", StatusCallbackEvent=events)
        over(world, call)
        forms = [hook.form for hook in asked(product, "/status")]
        assert [form["CallStatus"] for form in forms] == reported
        assert forms[-1]["SipResponseCode"] == sip

    @pytest.mark.parametrize(("ring_s", "status"), [("14", "no-answer"), ("15", "completed")])
    def test_a_machine_answers_only_where_it_rings_long_enough(
        self, world: World, ring_s: str, status: str
    ) -> None:
        world.faults.call_outcomes = {PHONE: "machine_end_beep"}
        call = place(world, xml(HELLO), Timeout=ring_s)
        over(world, call)
        assert call.status == status

    def test_a_person_at_the_page_answers_or_declines(self, world: World) -> None:
        world.faults.call_outcomes = {PHONE: "by_hand"}
        call = place(world, xml(HELLO), Timeout="20")
        play(world, lambda: call.status == "ringing")
        with world.lock:
            world.switchboard.pick_up(call, "by_hand")
        over(world, call)
        assert heard(world, call) == ["Hello there."]
        call = place(world, xml(HELLO))
        play(world, lambda: call.status == "ringing")
        with world.lock:
            world.voice.hang_up(call)
        assert call.status == "busy"
        call = place(world, xml(HELLO), Timeout="20")
        over(world, call)
        assert call.status == "no-answer"

    def test_people_hang_up_where_nothing_happens(self, world: World) -> None:
        call = place(world, xml("<Pause length='600'/>" * 2))
        over(world, call)
        assert call.duration == "90"
        assert kinds(world, call, "hangs up")


class TestInbound:
    def test_a_phone_calls_the_product_and_is_answered_by_its_first_verb(
        self, world: World, product: Product
    ) -> None:
        product.documents["/inbound"] = xml(HELLO)
        with world.lock:
            call = world.voice.receive(PHONE, OURS, "by_hand")
        over(world, call)
        form = asked(product, "/inbound")[0].form
        assert (form["CallStatus"], form["Direction"]) == ("ringing", "inbound")
        assert (form["From"], form["To"]) == (PHONE, OURS)
        assert (call.status, heard(world, call)) == ("completed", ["Hello there."])

    @pytest.mark.parametrize(
        ("verb", "status"),
        [("<Reject/>", "no-answer"), ("<Reject reason='busy'/>", "busy"), ("<Hangup/>", "completed")],
    )
    def test_a_rejected_call_is_not_answered(
        self, world: World, product: Product, verb: str, status: str
    ) -> None:
        product.documents["/inbound"] = xml(verb)
        with world.lock:
            call = world.voice.receive(PHONE, OURS, "by_hand")
        over(world, call)
        assert call.status == status
        assert (call.started is None) is (verb != "<Hangup/>")


def test_waiting_ends_whatever_the_instant_it_began_at() -> None:
    for microseconds in range(0, 1_000_000, 1371):
        began = datetime(2026, 11, 26, 12, tzinfo=UTC) + timedelta(microseconds=microseconds)
        clock = VirtualClock(began, threading.RLock())
        line: Any = SimpleNamespace(operator=SimpleNamespace(clock=clock), unheard=lambda _signal: None)
        waits = [clock.advance(cast("float", wait.seconds)) for wait in Engine.idle(line, 0.7)]
        assert waits == [began + timedelta(seconds=0.7)]
