"""The client of ConversationRelay against a small server of our own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from twilio.request_validator import RequestValidator

from simulator.calls import Call
from simulator.voice.line import Barge
from simulator.voice.signals import Nudged, Spoke
from simulator.world import World
from tests.simulator.stage import OURS, PHONE, TOKEN, Product, closed_port, wait
from tests.simulator.voice.stage import (
    RelayPeer,
    alerts,
    asked,
    heard,
    kinds,
    over,
    place,
    play,
    press,
    say,
    text,
    xml,
)

OPENING = "Good day, this is Harbor Lending. Am I speaking with Ana?"


def polite(frame: Mapping[str, Any]) -> list[Any]:
    """Opens, answers every prompt, ends at goodbye."""
    if frame["type"] == "setup":
        return [text("Good day, this is Harbor Lending. ", last=False), text("Am I speaking with Ana?")]
    if frame["type"] == "prompt" and frame["last"]:
        if "bye" in frame["voicePrompt"]:
            return [{"type": "end", "handoffData": json.dumps({"reason": "goodbye"})}]
        return [text("I see.")]
    return []


@pytest.fixture
def connected(world: World, product: Product) -> Iterator[Callable[..., tuple[RelayPeer, Call]]]:
    peers: list[RelayPeer] = []

    def connect(
        reply: Callable[..., list[Any]] = polite, attributes: str = "", **fields: str
    ) -> tuple[RelayPeer, Call]:
        peer = RelayPeer(reply)
        peers.append(peer)
        token = "<Parameter name='token' value='once'/>"
        relay = f"<ConversationRelay url='{peer.url}' {attributes}>{token}</ConversationRelay>"
        product.documents |= {
            "/answer": xml(f"<Connect action='/action'>{relay}</Connect>"),
            "/action": xml("<Say>Over.</Say>"),
        }
        return peer, place(world, Url=f"{product.url}/answer", **fields)

    yield connect
    world.voice.close()
    for peer in peers:
        peer.close()


def listening(world: World, call: Call) -> bool:
    return world.voice.line(call).listening


def speaking(world: World, call: Call) -> bool:
    return world.voice.line(call).speaking


def test_a_conversation_from_the_signed_handshake_to_the_action(
    world: World, product: Product, connected: Callable[..., tuple[RelayPeer, Call]]
) -> None:
    peer, call = connected()
    play(world, lambda: listening(world, call))
    say(world, call, "Yes, this is Ana")
    say(world, call, "Goodbye")
    over(world, call)
    signature = peer.headers[0]["x-twilio-signature"]
    assert RequestValidator(TOKEN).validate(peer.url, {}, signature)
    assert not RequestValidator(TOKEN).validate(peer.url.replace("wss", "ws"), {}, signature)
    setup = peer.frames[0]
    assert (setup["type"], setup["callSid"], setup["from"], setup["to"]) == ("setup", call.sid, OURS, PHONE)
    assert setup["customParameters"] == {"token": "once"}
    assert [frame["voicePrompt"] for frame in peer.of("prompt")] == ["Yes, this is Ana", "Goodbye"]
    assert peer.of("interrupt") == []
    assert heard(world, call) == [OPENING, "I see.", "Over."]
    form = asked(product, "/action")[0].form
    assert (form["SessionStatus"], form["SessionId"]) == ("ended", setup["sessionId"])
    assert json.loads(form["HandoffData"]) == {"reason": "goodbye"}
    assert (form["CallStatus"], alerts(world)) == ("in-progress", [])
    assert all(event["latency_ms"] >= 0 for event in kinds(world, call, "first token"))


@pytest.mark.parametrize(
    ("after", "until"),
    [(0, ""), (3, ""), (4, "Good"), (20, "Good day, this is "), (34, "Good day, this is Harbor Lending. ")],
)
def test_an_interruption_tells_what_was_really_heard(
    world: World, connected: Callable[..., tuple[RelayPeer, Call]], after: int, until: str
) -> None:
    peer, call = connected()
    world.voice.line(call).barge = Barge("Who is this?", after)
    play(world, lambda: peer.of("prompt"))
    (interrupt,) = peer.of("interrupt")
    assert interrupt["utteranceUntilInterrupt"] == until
    assert interrupt["durationUntilInterruptMs"] == pytest.approx(after / 14 * 1000, abs=1)
    types = [frame["type"] for frame in peer.frames]
    assert types.index("interrupt") < types.index("prompt")
    assert heard(world, call)[:1] == ([until] if until else [])


def test_words_that_may_not_be_interrupted_are_said_to_their_end(
    world: World, connected: Callable[..., tuple[RelayPeer, Call]]
) -> None:
    peer, call = connected(attributes="interruptible='dtmf' dtmfDetection='true'")
    play(world, lambda: speaking(world, call))
    world.clock.advance(1)
    say(world, call, "Who is this?", now=True)
    assert len(kinds(world, call, "unheard")) == 1
    press(world, call, "9", now=True)
    play(world, lambda: peer.of("dtmf"))
    assert [frame["type"] for frame in peer.frames] == ["setup", "interrupt", "dtmf"]
    assert peer.of("dtmf")[0]["digit"] == "9"


def test_a_token_may_forbid_what_the_attribute_allows(
    world: World, connected: Callable[..., tuple[RelayPeer, Call]]
) -> None:
    peer, call = connected(
        lambda frame: [text(OPENING, interruptible=False)] if frame["type"] == "setup" else []
    )
    play(world, lambda: speaking(world, call))
    say(world, call, "Who is this?", now=True)
    play(world, lambda: listening(world, call))
    assert heard(world, call) == [OPENING]
    assert peer.of("prompt") == []


def test_input_is_reported_beside_words_that_go_on_where_asked(
    world: World, connected: Callable[..., tuple[RelayPeer, Call]]
) -> None:
    peer, call = connected(attributes="interruptible='none' reportInputDuringAgentSpeech='speech'")
    play(world, lambda: speaking(world, call))
    say(world, call, "Mhm", now=True)
    play(world, lambda: listening(world, call))
    assert (len(peer.of("prompt")), peer.of("interrupt")) == (1, [])
    assert OPENING in heard(world, call)[0]


def test_partial_prompts_grow_into_the_last_one(
    world: World, connected: Callable[..., tuple[RelayPeer, Call]]
) -> None:
    peer, call = connected(attributes="partialPrompts='true'")
    play(world, lambda: listening(world, call))
    world.voice.engines[call.sid].post(Spoke("I can", final=False))
    say(world, call, "I can pay on Friday", now=True)
    play(world, lambda: len(peer.of("prompt")) == 4)
    prompts = [(frame["voicePrompt"], frame["last"]) for frame in peer.of("prompt")]
    assert prompts[0] == ("I can", False)
    assert prompts[-1] == ("I can pay on Friday", True)
    assert [last for _, last in prompts] == [False, False, False, True]


def test_events_tell_who_speaks_and_what_was_played(
    world: World, connected: Callable[..., tuple[RelayPeer, Call]]
) -> None:
    peer, call = connected(attributes="events='speaker-events tokens-played'")
    play(world, lambda: listening(world, call))
    say(world, call, "Yes")
    play(world, lambda: len([1 for frame in peer.of("info") if frame["name"] == "agentSpeaking"]) == 4)
    infos = [(frame["name"], frame["value"]) for frame in peer.of("info")]
    assert infos == [
        ("agentSpeaking", "on"),
        ("tokensPlayed", "Good day, this is Harbor Lending. "),
        ("tokensPlayed", "Am I speaking with Ana?"),
        ("agentSpeaking", "off"),
        ("clientSpeaking", "on"),
        ("clientSpeaking", "off"),
        ("agentSpeaking", "on"),
        ("tokensPlayed", "I see."),
        ("agentSpeaking", "off"),
    ]


def test_the_greeting_is_said_and_the_language_switched(
    world: World, connected: Callable[..., tuple[RelayPeer, Call]]
) -> None:
    def reply(frame: Mapping[str, Any]) -> list[Any]:
        if frame["type"] != "prompt":
            return []
        return [
            {"type": "language", "ttsLanguage": "zh-CN", "transcriptionLanguage": "zh-CN"},
            text("您好。"),
        ]

    peer, call = connected(reply, "welcomeGreeting='Hello.' language='en-US'")
    play(world, lambda: listening(world, call))
    say(world, call, "请说中文")
    say(world, call, "好的")
    play(world, lambda: len(peer.of("prompt")) == 2)
    assert [frame["lang"] for frame in peer.of("prompt")] == ["en-US", "zh-CN"]
    assert heard(world, call) == ["Hello.", "您好。"]


def test_preemptible_words_give_way_to_the_next_ones(
    world: World, connected: Callable[..., tuple[RelayPeer, Call]]
) -> None:
    filler = text("One moment please, I am looking.", preemptible=True)
    peer, call = connected(lambda frame: [filler, text("Found it.")] if frame["type"] == "setup" else [])
    play(world, lambda: listening(world, call))
    assert heard(world, call) == ["Found it."]
    assert peer.of("interrupt") == []


def test_end_cuts_short_what_is_being_said(
    world: World, product: Product, connected: Callable[..., tuple[RelayPeer, Call]]
) -> None:
    # More is to come, so the clock waits for it: the end arrives while the words are being said.
    _, call = connected(lambda frame: [text("Goodbye and good luck.", last=False), {"type": "end"}])
    over(world, call)
    assert heard(world, call) == ["Over."]
    assert "HandoffData" not in asked(product, "/action")[0].form


def test_keys_and_sounds_are_played_to_the_caller(
    world: World, connected: Callable[..., tuple[RelayPeer, Call]]
) -> None:
    sound = {"type": "play", "source": "https://example.com/a.mp3", "loop": 2}
    _, call = connected(lambda frame: [sound, {"type": "sendDigits", "digits": "12w#"}])
    play(world, lambda: listening(world, call))
    assert [event["sound"] for event in kinds(world, call, "says") if "sound" in event] == [sound["source"]]


@pytest.mark.parametrize(
    "bad",
    [
        '{"type":"text"}',
        '{"type":"text","token":1}',
        '{"type":"text","token":"secret","other":1}',
        '{"type":"speak","token":"secret"}',
        '{"type":"end","handoffData":{"reason":"secret"}}',
        '{"type":"language"}',
        '{"type":"sendDigits","digits":"A"}',
        '{"type":"play","source":"a.mp3"}',
        "text",
        b"bytes",
    ],
)
def test_a_malformed_frame_is_answered_and_the_session_goes_on(
    world: World, connected: Callable[..., tuple[RelayPeer, Call]], bad: str | bytes
) -> None:
    peer, call = connected(lambda frame: [bad, text("Hello.")] if frame["type"] == "setup" else [])
    play(world, lambda: listening(world, call))
    wait(lambda: peer.of("error"))
    assert len(peer.of("error")) == 1
    assert "secret" not in peer.of("error")[0]["description"]
    assert (alerts(world), heard(world, call)) == ([64107], ["Hello."])


@pytest.mark.parametrize(("bad", "failed"), [(9, False), (10, True)])
def test_ten_malformed_frames_in_a_row_end_the_session(
    world: World, product: Product, connected: Callable[..., tuple[RelayPeer, Call]], bad: int, failed: bool
) -> None:
    frames = ["{}"] * bad + [text("Hello.")]
    peer, call = connected(lambda frame: frames if frame["type"] == "setup" else [])
    if not failed:
        play(world, lambda: listening(world, call))
        assert alerts(world) == [64107] * 9
        return
    over(world, call)
    form = asked(product, "/action")[0].form
    assert (form["SessionStatus"], form["ErrorCode"]) == ("failed", "64105")
    wait(lambda: peer.closes)
    assert peer.closes == [1007]


@pytest.mark.parametrize(("how", "code"), [("drop", "39001"), ("close", "64105"), ("nobody", "64102")])
def test_a_lost_socket_leads_to_the_action_where_the_call_resumes(
    world: World, product: Product, connected: Callable[..., tuple[RelayPeer, Call]], how: str, code: str
) -> None:
    peer, call = connected(
        lambda frame: [None] if how == "close" and frame["type"] == "prompt" else polite(frame)
    )
    # Before the socket is lost: a carrier notices that in its own time, and asks then.
    again = product.documents["/action"] = product.documents["/answer"]
    if how == "nobody":
        product.documents["/answer"] = again.replace(str(peer.port), str(closed_port()))
    else:
        play(world, lambda: listening(world, call))
        say(world, call, "Yes, this is Ana")
        if how == "drop":
            play(world, lambda: listening(world, call) and peer.of("prompt"))
            world.voice.sessions[call.sid].drop()
    play(world, lambda: asked(product, "/action"))
    form = asked(product, "/action")[0].form
    assert (form["SessionStatus"], form["ErrorCode"]) == ("failed", code)
    play(world, lambda: len(peer.of("setup")) == (1 if how == "nobody" else 2))
    first, last = peer.of("setup")[0], peer.of("setup")[-1]
    assert first["callSid"] == last["callSid"] == call.sid
    assert (first["sessionId"] == last["sessionId"]) is (how == "nobody")


def test_hanging_up_closes_the_socket_and_tells_the_action(
    world: World, product: Product, connected: Callable[..., tuple[RelayPeer, Call]]
) -> None:
    peer, call = connected()
    play(world, lambda: speaking(world, call))
    world.clock.advance(1)
    with world.lock:
        world.voice.hang_up(call)
    over(world, call)
    form = asked(product, "/action")[0].form
    assert (form["SessionStatus"], form["CallStatus"]) == ("completed", "completed")
    assert heard(world, call) == ["Good day, this"]
    wait(lambda: peer.closes)
    assert peer.closes == [1000]


def test_a_caller_waits_for_an_answer_but_not_for_ever(
    world: World, connected: Callable[..., tuple[RelayPeer, Call]]
) -> None:
    peer, call = connected(lambda frame: [])
    play(world, lambda: peer.of("setup"))
    before = world.clock.now
    say(world, call, "Hello?")
    play(world, lambda: peer.of("prompt"))
    assert (world.clock.now - before).total_seconds() == pytest.approx(10)


@pytest.mark.parametrize("url", ["ws://example.com/relay", "wss://127.0.0.1/relay?token=1"])
def test_an_url_that_twilio_would_not_dial_fails(world: World, product: Product, url: str) -> None:
    product.documents |= {
        "/answer": xml(f"<Connect action='/action'><ConversationRelay url='{url}'/></Connect>"),
        "/action": xml(),
    }
    call = place(world, Url=f"{product.url}/answer")
    over(world, call)
    assert asked(product, "/action")[0].form["ErrorCode"] == "64102"


def test_sockets_are_dropped_at_random_where_a_fault_says_so(
    world: World, product: Product, connected: Callable[..., tuple[RelayPeer, Call]]
) -> None:
    world.faults.relay_drops = 1
    _, call = connected()
    play(world, lambda: listening(world, call))
    say(world, call, "Yes")
    over(world, call)
    assert asked(product, "/action")[0].form["ErrorCode"] == "39001"


def test_nothing_is_nudged_out_of_turn(
    world: World, connected: Callable[..., tuple[RelayPeer, Call]]
) -> None:
    peer, call = connected()
    play(world, lambda: speaking(world, call))
    say(world, call, "Yes")
    world.voice.engines[call.sid].post(Nudged())
    assert peer.of("prompt") == []
    play(world, lambda: peer.of("prompt"))
    assert heard(world, call)[0] == OPENING
