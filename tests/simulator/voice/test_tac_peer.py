"""The client of ConversationRelay against Twilio's own server side of it, twilio-agent-connect.

It signs for itself, and reads our frames and callbacks with its own models.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from simulator.voice.line import Barge
from simulator.world import World
from tests.simulator.stage import PHONE, Product, settings_for, wait
from tests.simulator.voice.stage import alerts, heard, kinds, over, place, play, say
from tests.simulator.voice.tac_peer import PUBLIC, Peer

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def peer() -> Iterator[Peer]:
    made = Peer()
    yield made
    made.close()


@pytest.fixture
def world(product: Product, peer: Peer) -> Iterator[World]:
    settings = replace(
        settings_for(product), public_url=f"https://{PUBLIC}", voice_url=f"https://{PUBLIC}/twiml"
    )
    made = World(replace(settings, voice_url=f"{peer.url}/twiml"))
    yield made
    made.stop()


def test_twilios_own_server_believes_our_signatures_and_reads_our_frames(world: World, peer: Peer) -> None:
    call = place(world, Url=f"https://{PUBLIC}/twiml")
    play(world, lambda: world.voice.line(call).listening)
    say(world, call, "Hello there")
    play(
        world,
        lambda: peer.prompts and world.voice.line(call).listening and not world.voice.line(call).speaking,
    )
    assert peer.prompts == ["Hello there"]
    assert alerts(world) == []
    wait(lambda: "You said Hello there" in heard(world, call))
    with world.lock:
        world.voice.hang_up(call)
    over(world, call)
    # It answers the action with an empty text, which ends the call as nothing else would.
    actions = [
        each for each in world.exchanges.recent("out") if each.url.endswith("/conversation-relay-callback")
    ]
    assert [each.status for each in actions] == [200]


def test_twilios_own_server_hears_of_an_interruption(world: World, peer: Peer) -> None:
    call = place(world, Url=f"https://{PUBLIC}/twiml")
    play(world, lambda: world.voice.line(call).listening)
    say(world, call, "Tell me something that takes a while")
    world.voice.line(call).barge = Barge("Stop", 16)
    play(world, lambda: len(peer.prompts) == 2)
    wait(lambda: peer.interrupts)
    assert peer.interrupts[0].utterance_until_interrupt == "You said Tell me"
    assert isinstance(peer.interrupts[0].duration_until_interrupt_ms, int)
    assert peer.prompts[1] == "Stop"


def test_twilios_own_models_read_our_callbacks(world: World, peer: Peer) -> None:
    world.faults.call_outcomes = {PHONE: "machine_end_beep"}
    events = f"https://{PUBLIC}/twilio/call-events"
    call = place(
        world,
        Url=f"https://{PUBLIC}/twiml",
        StatusCallback=f"{events}/status",
        AsyncAmd="true",
        MachineDetection="DetectMessageEnd",
        AsyncAmdStatusCallback=f"{events}/amd",
    )
    over(world, call)
    wait(lambda: peer.statuses and peer.detections)
    assert (peer.statuses[0].call_status, peer.statuses[0].sip_response_code) == ("completed", "200")
    assert peer.detections[0].is_machine
    assert kinds(world, call, "detects")


def test_twilios_own_models_read_what_we_report_of_a_recording(world: World, peer: Peer) -> None:
    call = place(world, Url=f"https://{PUBLIC}/twiml")
    play(world, lambda: world.voice.line(call).listening)
    options = {
        "RecordingStatusCallback": f"https://{PUBLIC}/twilio/call-events/recording",
        "RecordingStatusCallbackEvent": "in-progress completed",
    }
    with world.lock:
        recording = world.voice.recordings.start(call, "StartCallRecordingAPI", options)
    say(world, call, "Hello there")
    play(world, lambda: "You said Hello there" in heard(world, call))
    with world.lock:
        world.voice.hang_up(call)
    over(world, call)
    wait(lambda: len(peer.recordings) == 2)
    told = [(each.recording_sid, each.recording_status) for each in peer.recordings]
    assert told == [(recording.sid, "in-progress"), (recording.sid, "completed")]
    assert peer.recordings[-1].recording_url == world.voice.recordings.url(recording)
    assert peer.recordings[-1].recording_duration == str(recording.duration_s)


def test_twilios_own_server_refuses_another_signature(world: World, peer: Peer, product: Product) -> None:
    stranger = World(replace(world.settings, auth_token="wrong"))
    call = place(stranger, Url=f"https://{PUBLIC}/twiml")
    over(stranger, call)
    stranger.stop()
    assert alerts(stranger) == [11200]
