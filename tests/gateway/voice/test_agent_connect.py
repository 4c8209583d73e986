"""Our side of the relay beside Twilio's own, twilio-agent-connect: the same TwiML, and the same frames.

Its server sends words alone. The other frames of ours are read by the simulator, which was written from the
documentation and shares nothing with the gateway.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from pydantic.alias_generators import to_snake
from tac.channels.voice.conversation_relay.twiml import generate_twiml
from tac.models.voice import LanguageConfig, VoiceTwiMLOptionsConversationRelay
from twilio.request_validator import RequestValidator
from websockets.sync.client import ClientConnection, connect

from arrears.adapters.twilio_voice import VoiceUrls, connect_relay
from arrears.domain.call_scripts import Converse, Identify
from arrears.domain.ids import CallId, OutreachId
from arrears.domain.people import Language
from gateway.voice import frames
from simulator.voice import relay_frames
from tests.gateway.voice.test_frames import INTERRUPT, PROMPT, SETUP
from tests.simulator.stage import TOKEN
from tests.simulator.voice.tac_peer import PUBLIC, Peer

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
CALL = CallId("call-CA1")


@pytest.fixture
def peer() -> Iterator[Peer]:
    made = Peer()
    yield made
    made.close()


@pytest.fixture
def line(peer: Peer) -> Iterator[ClientConnection]:
    """A line to its server, with the test in Twilio's place."""
    signature = RequestValidator(TOKEN).compute_signature(f"wss://{PUBLIC}/ws", {})
    address = f"{peer.url.replace('http', 'ws', 1)}/ws"
    headers = {"X-Twilio-Signature": signature, "X-Forwarded-Host": PUBLIC, "X-Forwarded-Proto": "https"}
    with connect(address, additional_headers=headers, open_timeout=10) as opened:
        yield opened


@pytest.mark.parametrize(
    "script",
    [
        Converse(CALL, "secret-token", Language.EN, "Hello.", OutreachId("outreach-1")),
        Converse(CALL, "secret-token", Language.ZH, "您好。", OutreachId("outreach-1")),
        Identify(CALL, "secret-token", Language.EN, "Hello."),
    ],
)
def test_it_writes_the_same_twiml_for_our_settings(script: Converse | Identify) -> None:
    ours = connect_relay(script, VoiceUrls("https://lender.example"))
    connecting = ElementTree.fromstring(ours).find("Connect")  # noqa: S314 - our own
    assert connecting is not None
    relay = connecting.find("ConversationRelay")
    assert relay is not None
    settings = {to_snake(name): value for name, value in relay.attrib.items() if name != "url"}
    options = VoiceTwiMLOptionsConversationRelay(
        **settings,
        websocket_url=relay.get("url"),
        action_url=connecting.get("action"),
        languages=[
            LanguageConfig(**{to_snake(name): value for name, value in each.attrib.items()})
            for each in relay.iter("Language")
        ],
        custom_parameters={each.get("name"): each.get("value") for each in relay.iter("Parameter")},
    )
    assert options.extra is None
    theirs = ElementTree.fromstring(generate_twiml(options=options))  # noqa: S314 - a peer's
    connecting.attrib.pop("method")
    assert ElementTree.tostring(theirs.find("Connect")) == ElementTree.tostring(connecting)


def test_the_words_that_it_sends_are_a_frame_of_ours_and_ours_are_as_it_writes_them(
    peer: Peer, line: ClientConnection
) -> None:
    for frame in (SETUP, PROMPT):
        line.send(json.dumps(frame))
    sent = str(line.recv(timeout=10))
    frame = frames.Text.model_validate_json(sent)
    assert (frame.token, frame.last) == (f"You said {PROMPT['voicePrompt']}", True)
    assert json.loads(frames.written(frame)) == json.loads(sent)
    assert relay_frames.read(frames.written(frame)).token == frame.token


def test_what_it_takes_for_a_prompt_and_an_interruption_we_take_for_the_same(
    peer: Peer, line: ClientConnection
) -> None:
    for frame in (SETUP, PROMPT, {"type": "dtmf", "digit": "4"}, INTERRUPT, PROMPT | {"voicePrompt": "stop"}):
        line.send(json.dumps(frame))
    while json.loads(line.recv(timeout=10))["token"] != "You said stop":
        pass  # what was interrupted is ended without words
    assert peer.prompts == [PROMPT["voicePrompt"], "stop"]
    (interrupted,) = peer.interrupts
    read = frames.frame_from(json.dumps(INTERRUPT))
    assert interrupted.utterance_until_interrupt == read.utterance_until_interrupt
    assert interrupted.duration_until_interrupt_ms == read.duration_until_interrupt_ms


@pytest.mark.parametrize(
    "frame",
    [
        frames.Text(token="Hello. "),
        frames.Text(token="再见。", last=True, lang="cmn-CN", interruptible=False, preemptible=True),
        frames.Play(source="https://a.example/b.mp3", loop=0, preemptible=True),
        frames.SendDigits(digits="1w#*"),
        frames.Switch(tts_language="cmn-CN", transcription_language="cmn-CN"),
        frames.End(handoff_data='{"call": "call-1"}'),
    ],
)
def test_every_frame_of_ours_is_one_by_the_simulators_reading_of_the_documentation(
    frame: frames.ToTwilio,
) -> None:
    read = relay_frames.read(frames.written(frame))
    assert read.model_dump(exclude_unset=True) == json.loads(frames.written(frame))
