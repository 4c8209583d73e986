"""Scripted borrowers on the phone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from simulator.borrowers.profile import Borrower
from simulator.world import World
from tests.simulator.lender import say
from tests.simulator.stage import OURS, PHONE, Product
from tests.simulator.voice.stage import RelayPeer, asked, kinds, over, place, play, text, xml


def borrower(language: str, persona: str = "instalment") -> Borrower:
    return Borrower.model_validate(
        {
            "phone": PHONE,
            "name": "Maria Lopez",
            "language": language,
            "birth_on": "1980-04-23",
            "last4": "0417",
            "persona": persona,
            "means": {"weekly_disposable_minor": 10_000},
        }
    )


def agent(language: str) -> Callable[[Mapping[str, Any]], list[Any]]:
    """Asks who is there, states the balance, says goodbye."""
    lines = iter(("outreach.neutral", "identity.ask", "balance.state"))

    def reply(frame: Mapping[str, Any]) -> list[Any]:
        if frame["type"] not in {"setup", "prompt"}:
            return []
        key = next(lines, None)
        return [text(say(key, language))] if key else [{"type": "end"}]

    return reply


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_borrower_answers_the_relay_turn_by_turn(world: World, product: Product, language: str) -> None:
    world.population.add(borrower(language))
    peer = RelayPeer(agent(language))
    product.documents["/answer"] = xml(f"<Connect><ConversationRelay url='{peer.url}'/></Connect>")
    call = place(world, Url=f"{product.url}/answer")
    over(world, call)
    prompts = [frame["voicePrompt"] for frame in peer.of("prompt")]
    assert len(prompts) == 3
    assert "0417" in prompts[1]
    assert peer.of("interrupt") == []
    world.voice.close()
    peer.close()


def test_a_borrower_answers_a_gather(world: World, product: Product) -> None:
    world.population.add(borrower("en"))
    prompt = f"<Say>{say('identity.ask', 'en')}</Say>"
    product.documents["/answer"] = xml(f"<Gather input='speech' action='/heard'>{prompt}</Gather>")
    call = place(world, Url=f"{product.url}/answer")
    over(world, call)
    assert "0417" in asked(product, "/heard")[0].form["SpeechResult"]


def test_a_borrower_calls_the_product(world: World, product: Product) -> None:
    world.population.add(borrower("en"))
    prompt = f"<Say>{say('identity.ask', 'en')}</Say>"
    product.documents["/inbound"] = xml(f"<Gather input='speech' action='/heard'>{prompt}</Gather>")
    with world.lock:
        call = world.voice.receive(PHONE, OURS, "human")
    over(world, call)
    assert len(asked(product, "/heard")) == 1


def test_a_person_at_the_page_plays_without_the_script(world: World, product: Product) -> None:
    world.population.add(borrower("en"))
    world.population.set_scripted(PHONE, False)
    prompt = f"<Say>{say('identity.ask', 'en')}</Say>"
    product.documents["/answer"] = xml(f"<Gather input='speech' action='/heard'>{prompt}</Gather>")
    call = place(world, Url=f"{product.url}/answer")
    over(world, call)
    assert asked(product, "/heard") == []


def test_a_silent_borrower_hangs_up_in_the_end(world: World, product: Product) -> None:
    world.population.add(borrower("en", "silent"))
    peer = RelayPeer(agent("en"))
    product.documents["/answer"] = xml(f"<Connect><ConversationRelay url='{peer.url}'/></Connect>")
    call = place(world, Url=f"{product.url}/answer")
    play(world, lambda: kinds(world, call, "hangs up"))
    over(world, call)
    assert peer.of("prompt") == []
    world.voice.close()
    peer.close()
