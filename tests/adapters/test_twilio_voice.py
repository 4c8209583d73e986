"""TwiML is what the SDK's own classes make of a script; what it holds is read as XML."""

from xml.etree import ElementTree

import pytest

from arrears.adapters.twilio_voice import (
    VOICES,
    VoiceUrls,
    connect_relay,
    gather,
    hang_up,
    say_and_hang_up,
    say_and_redirect,
)
from arrears.domain.call_scripts import Converse, Identify
from arrears.domain.ids import CallId, OutreachId
from arrears.domain.people import Language

URLS = VoiceUrls("https://lender.example")
CALL = CallId("call-CA1")
WORDS = 'Is this <Dana> & "Co"?'
SCRIPTS = [
    Converse(CALL, "secret-token", Language.EN, WORDS, OutreachId("outreach-1")),
    Converse(CALL, "secret-token", Language.ZH, WORDS, OutreachId("outreach-1")),
    Identify(CALL, "secret-token", Language.EN, WORDS),
]


def verbs(twiml: str) -> ElementTree.Element:
    return ElementTree.fromstring(twiml)  # noqa: S314 - our own


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_line_is_connected_to_the_relay_with_its_token_and_without_its_words(script):
    twiml = connect_relay(script, URLS)
    relay = verbs(twiml).find("Connect/ConversationRelay")
    assert relay.get("url") == "wss://lender.example/twilio/voice/relay"
    assert "?" not in relay.get("url")
    assert {each.get("name"): each.get("value") for each in relay.iter("Parameter")} == {
        "token": "secret-token",
        "call": CALL,
    }
    assert relay.get("language") == VOICES[script.language].code
    assert {each.get("code") for each in relay.iter("Language")} == {"en-US", "cmn-CN"}
    assert verbs(twiml).find("Connect").get("action") == f"https://lender.example/twilio/voice/action/{CALL}"
    assert "Dana" not in twiml


def test_without_tls_the_socket_has_none_either():
    assert VoiceUrls("http://127.0.0.1:8000").relay == "ws://127.0.0.1:8000/twilio/voice/relay"


@pytest.mark.parametrize(("language", "code"), [(Language.EN, "en-US"), (Language.ZH, "zh-CN")])
def test_a_turn_is_gathered_by_speech_and_keys_in_its_language(language, code):
    listening = verbs(gather(WORDS, language, "https://lender.example/g", hints="person, stop")).find(
        "Gather"
    )
    assert (listening.get("input"), listening.get("language")) == ("speech dtmf", code)
    assert (listening.get("actionOnEmptyResult"), listening.get("bargeIn")) == ("true", "true")
    assert listening.find("Say").text == WORDS
    assert listening.get("hints") == "person, stop"


def test_without_words_it_only_listens():
    assert verbs(gather("", Language.EN, "/g")).find("Gather/Say") is None


def test_words_are_said_and_the_call_ends():
    assert [verb.tag for verb in verbs(say_and_hang_up(WORDS, Language.EN))] == ["Say", "Hangup"]
    assert [verb.tag for verb in verbs(hang_up())] == ["Hangup"]


def test_words_are_said_and_somebody_else_decides():
    said = verbs(say_and_redirect(WORDS, Language.EN, "https://lender.example/next"))
    assert [verb.tag for verb in said] == ["Say", "Redirect"]
    assert said.find("Redirect").text == "https://lender.example/next"
    assert [verb.tag for verb in verbs(say_and_redirect("", Language.EN, "/next"))] == ["Redirect"]
