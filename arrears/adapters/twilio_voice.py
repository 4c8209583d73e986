"""What to do on a call, as TwiML, with the SDK's own classes. Words go in as text: it escapes them."""

from __future__ import annotations

from dataclasses import dataclass

from twilio.twiml.voice_response import Connect, ConversationRelay, Gather, VoiceResponse

from arrears.domain.call_scripts import Converse, Identify, Invitation
from arrears.domain.ids import CallId
from arrears.domain.people import Language


@dataclass(frozen=True, slots=True)
class Voice:
    """How a language is spoken and heard."""

    code: str  # of speech and transcription on the relay
    gather_code: str  # of <Gather> and <Say>
    say_voice: str
    relay_voice: str


VOICES = {
    Language.EN: Voice("en-US", "en-US", "Google.en-US-Neural2-F", "en-US-Neural2-F"),
    Language.ZH: Voice("cmn-CN", "zh-CN", "Google.cmn-CN-Wavenet-A", "cmn-CN-Wavenet-A"),
}
"""Source: Twilio, "ConversationRelay voices" and "Text-to-speech"."""

TTS_PROVIDER = "Google"
TRANSCRIPTION_PROVIDER = "Deepgram"


@dataclass(frozen=True, slots=True)
class VoiceUrls:
    """Where Twilio reaches us, made from the one public address."""

    public_url: str

    @property
    def relay(self) -> str:
        """The WebSocket of the relay."""
        return f"ws{self.public_url.removeprefix('http')}/twilio/voice/relay"

    def action(self, call_id: CallId) -> str:
        """What follows once the relay has ended."""
        return f"{self.public_url}/twilio/voice/action/{call_id}"

    def follow(self, call_id: CallId, reason: str) -> str:
        """What follows words that were spoken without the relay."""
        return f"{self.public_url}/twilio/voice/follow/{call_id}/{reason}"

    def sound(self, digest: str) -> str:
        """Where Twilio fetches what it plays."""
        return f"{self.public_url}/twilio/voice/sounds/{digest}"

    def gather(self, call_id: CallId) -> str:
        """Where one turn of a <Gather> goes."""
        return f"{self.public_url}/twilio/voice/gather/{call_id}"


def connect_relay(script: Converse | Identify, urls: VoiceUrls) -> str:
    """Connect the line to the relay. The opening goes over it as text, never in the TwiML."""
    response = VoiceResponse()
    connect = Connect(action=urls.action(script.call_id), method="POST")
    relay = ConversationRelay(
        url=urls.relay,
        language=VOICES[script.language].code,
        tts_provider=TTS_PROVIDER,
        transcription_provider=TRANSCRIPTION_PROVIDER,
        interruptible="any",
        report_input_during_agent_speech="any",
        dtmf_detection=True,
        partial_prompts=True,
        events="speaker-events",
    )
    for language in sorted(VOICES, key=lambda each: each is not script.language):
        relay.language(
            code=VOICES[language].code,
            tts_provider=TTS_PROVIDER,
            voice=VOICES[language].relay_voice,
            transcription_provider=TRANSCRIPTION_PROVIDER,
        )
    relay.parameter(name="token", value=script.token)
    relay.parameter(name="call", value=script.call_id)
    connect.append(relay)
    response.append(connect)
    return str(response)


def gather(
    words: str,
    language: Language,
    action: str,
    *,
    hints: str = "",
    timeout: int = 5,
    barge_in: bool = True,
    invitation: Invitation | None = None,
) -> str:
    """Say the words and listen for speech or keys; silence is reported to the same address.

    `timeout` is in seconds. Twilio does not say how much was heard of words that somebody spoke over.
    """
    response = VoiceResponse()
    listening = Gather(
        input="speech dtmf",
        action=action,
        method="POST",
        language=VOICES[language].gather_code,
        speech_timeout="auto",
        timeout=timeout,
        barge_in=barge_in,
        action_on_empty_result=True,
        hints=hints or None,
    )
    if words:
        speak(listening, words, language)
    if invitation is not None:
        speak(listening, invitation.words, invitation.language)
    response.append(listening)
    return str(response)


def say_and_hang_up(words: str, language: Language) -> str:
    """Say the words, then hang up."""
    response = VoiceResponse()
    speak(response, words, language)
    response.hangup()
    return str(response)


def play_and_hang_up(url: str) -> str:
    """Play the sound at the address, then hang up."""
    response = VoiceResponse()
    response.play(url)
    response.hangup()
    return str(response)


def say_and_redirect(words: str, language: Language, url: str) -> str:
    """Say the words, if any, then ask the address what follows."""
    response = VoiceResponse()
    if words:
        speak(response, words, language)
    response.redirect(url, method="POST")
    return str(response)


def hang_up() -> str:
    """Hang up without a word."""
    response = VoiceResponse()
    response.hangup()
    return str(response)


def speak(into: VoiceResponse | Gather, words: str, language: Language) -> None:
    """Add words, spoken in the language's voice."""
    voice = VOICES[language]
    into.say(words, language=voice.gather_code, voice=voice.say_voice)
