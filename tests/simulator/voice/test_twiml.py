"""TwiML is read as strictly as the SDK's own classes would write it."""

from __future__ import annotations

import pytest
from twilio.twiml.voice_response import Connect, Dial, Gather, Pay, Prompt, Start, VoiceResponse

from simulator.voice.twiml import PARSE_FAILURE, SCHEMA_WARNING, TwimlError, Verb, parse
from tests.simulator.voice.stage import xml


def written() -> VoiceResponse:
    """One of every verb that is simulated, by the SDK."""
    response = VoiceResponse()
    response.say("Hello", voice="Polly.Joanna-Neural", language="en-US", loop=2)
    response.play("https://example.com/a.mp3", loop=1)
    response.play(digits="12w3")
    response.pause(length=2)
    gather = Gather(
        input="speech dtmf",
        action="/heard",
        timeout=4,
        speech_timeout="auto",
        num_digits=4,
        finish_on_key="#",
        barge_in=True,
        action_on_empty_result=True,
        hints="yes, no",
        language="zh-CN",
    )
    gather.say("Who is this?")
    gather.pause()
    gather.play("https://example.com/b.mp3")
    response.append(gather)
    response.record(action="/recorded", max_length=30, play_beep=True, finish_on_key="1")
    response.redirect("/next", method="POST")
    response.reject(reason="busy")
    dial = Dial(action="/dialled", timeout=20, caller_id="+15005550006")
    dial.number("+12125550100", url="/whisper", status_callback_event="initiated answered")
    response.append(dial)
    start = Start()
    start.recording(recording_status_callback="/recording", track="both", channels="dual")
    response.append(start)
    connect = Connect(action="/action")
    relay = connect.conversation_relay(
        url="wss://example.com/relay",
        welcome_greeting="Hello",
        interruptible="any",
        dtmf_detection=True,
        partial_prompts=True,
        events="speaker-events tokens-played",
    )
    relay.language(code="zh-CN", tts_provider="Google", voice="cmn-CN-Wavenet-A")
    relay.parameter(name="token", value="once")
    response.append(connect)
    pay = Pay(action="/paid", charge_amount="12.50", payment_connector="Default", max_attempts=2)
    prompt = Prompt(for_="payment-card-number")
    prompt.say("Your card, please")
    pay.append(prompt)
    response.append(pay)
    response.hangup()
    return response


def test_what_the_sdk_writes_is_read_whole_and_without_a_warning() -> None:
    document = parse(str(written()), "https://example.com/x")
    assert document.warnings == ()
    assert [verb.name for verb in document.verbs] == [
        "Say",
        "Play",
        "Play",
        "Pause",
        "Gather",
        "Record",
        "Redirect",
        "Reject",
        "Dial",
        "Start",
        "Connect",
        "Pay",
        "Hangup",
    ]
    gather = document.verbs[4]
    assert [child.name for child in gather.children] == ["Say", "Pause", "Play"]
    assert (gather.number("numDigits", 0), gather.get("hints"), gather.true("bargeIn")) == (
        4,
        "yes, no",
        True,
    )
    relay = document.verbs[10].children[0]
    assert [child.name for child in relay.children] == ["Language", "Parameter"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello",
        "<Response>",
        "<Response/><Response/>",
        "<response/>",
        "<Twiml/>",
        "<Response>&nbsp;</Response>",
    ],
)
def test_what_is_no_response_is_refused(text: str) -> None:
    with pytest.raises(TwimlError):
        parse(text)
    assert PARSE_FAILURE == 12100


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("<Gather speachTimeout='2'/>", (Verb("Gather"),)),
        ("<Gather timeout='soon'/>", (Verb("Gather"),)),
        ("<Gather input='voice'/>", (Verb("Gather"),)),
        ("<Gather finishOnKey='A'/>", (Verb("Gather"),)),
        ("<Gather><Hangup/></Gather>", (Verb("Gather"),)),
        ("<Gather><Gather/></Gather>", (Verb("Gather"),)),
        ("<Say><Pause/>Hi</Say>", (Verb("Say", text="Hi"),)),
        ("<Say rate='fast'>Hi</Say>", (Verb("Say", text="Hi"),)),
        ("<say>Hi</say>", ()),
        ("<Message>Hi</Message>", ()),
        ("<ConversationRelay url='wss://a/b'/>", ()),
        ("<Connect><ConversationRelay/></Connect>", (Verb("Connect"),)),
        ("<Connect><ConversationRelay url='https://a/b'/></Connect>", (Verb("Connect"),)),
        ("<Dial><Number/></Dial>", (Verb("Dial"),)),
        ("<Dial timeout='-1'>+12125550100</Dial>", (Verb("Dial", text="+12125550100"),)),
        ("<Redirect/>", ()),
        ("<Reject reason='rude'/>", (Verb("Reject"),)),
        ("<Stop><Recording/></Stop>", (Verb("Stop"),)),
        ("<Pay chargeAmount='$5'/>", (Verb("Pay"),)),
        ("<Hangup reason='done'/>", (Verb("Hangup"),)),
    ],
)
def test_what_the_classes_do_not_allow_is_left_out_and_told(body: str, left: tuple[Verb, ...]) -> None:
    document = parse(xml(body))
    assert document.verbs == left
    assert {code for code, _ in document.warnings} == {SCHEMA_WARNING}


@pytest.mark.parametrize(
    ("relay", "fine"),
    [
        ("interruptible='speech'", True),
        ("interruptible='sometimes'", False),
        ("interruptByDtmf='true'", False),
        ("welcomeGreetingInterruptible='none'", True),
        ("ttsProvider='ElevenLabs'", True),
        ("ttsProvider='Acme'", False),
        ("dtmfDetection='yes'", False),
        ("events='speaker-events tokens-played'", True),
        ("events='everything'", False),
    ],
)
def test_the_relays_attributes_have_their_values(relay: str, fine: bool) -> None:
    document = parse(xml(f"<Connect><ConversationRelay url='wss://a/b' {relay}/></Connect>"))
    assert (document.warnings == ()) is fine


def test_a_warning_names_no_value_of_the_document() -> None:
    document = parse(xml("<Gather timeout='+12125550123'/>"))
    assert "+1212" not in document.warnings[0][1]
