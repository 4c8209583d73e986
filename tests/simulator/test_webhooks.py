from __future__ import annotations

import pytest
from twilio.request_validator import RequestValidator

from simulator.webhooks import RetryPolicy, Webhook, retry_policy, signed_form
from simulator.world import World
from tests.simulator.stage import OURS, PHONE, TOKEN, Product, closed_port, settled


def text_out(world: World, callback: str) -> None:
    world.carrier.create({"To": [PHONE], "From": [OURS], "Body": ["Hello"], "StatusCallback": [callback]})
    world.clock.advance(10)


@pytest.mark.parametrize("words", ["Hello", "我每月还500元", "", "a&b=c+d %20 é 👍"])
def test_the_sdk_accepts_the_signature_of_an_inbound_text(world: World, product: Product, words: str) -> None:
    world.write(PHONE, words)
    settled(world)
    hook = product.hooks[0]
    validator = RequestValidator(TOKEN)
    assert validator.validate(hook.url, hook.form, hook.headers["x-twilio-signature"])
    assert not validator.validate(hook.url, hook.form | {"Body": "other"}, hook.headers["x-twilio-signature"])
    assert hook.form["MessageSid"] == hook.form["SmsSid"] == hook.form["SmsMessageSid"]
    assert (hook.form["Body"], hook.form["SmsStatus"]) == (words, "received")


def test_the_query_is_signed_and_the_fragment_is_not(world: World, product: Product) -> None:
    text_out(world, f"{product.url}/status?case=7#rc=2&rp=5xx")
    settled(world)
    hook = product.hooks[0]
    assert hook.url.endswith("/status?case=7")
    assert RequestValidator(TOKEN).validate(hook.url, hook.form, hook.headers["x-twilio-signature"])


@pytest.mark.parametrize(
    ("fragment", "answers", "calls"),
    [
        ("", [500], 1),  # by default a failed answer is not tried again
        ("#rc=2&rp=5xx", [500, 503], 3),
        ("#rc=2&rp=5xx", [500], 2),
        ("#rc=2&rp=4xx", [500], 1),
        ("#rc=2&rp=ct,rt,5xx", [403], 1),
        ("#rc=0&rp=all", [500], 1),
        ("#rc=5&rp=all", [400, 500, 404], 4),
    ],
)
def test_a_failed_call_is_tried_again_as_the_fragment_says(
    world: World, product: Product, fragment: str, answers: list[int], calls: int
) -> None:
    product.answers = answers
    world.webhooks.inbound(signed_form(f"{product.url}/x{fragment}", {"A": ""}, TOKEN, "lane"))
    settled(world)
    assert len(product.hooks) == calls
    assert len({hook.headers["i-twilio-idempotency-token"] for hook in product.hooks}) == 1


def test_a_refused_connection_is_tried_once_more_by_default(world: World) -> None:
    url = f"http://127.0.0.1:{closed_port()}/x"
    world.webhooks.inbound(signed_form(url, {"A": "b"}, TOKEN, "lane"))
    settled(world)
    assert [kept.error for kept in world.exchanges.recent("out")] == ["ct", "ct"]


@pytest.mark.parametrize("address", ["http://[", "http://127.0.0.1:99999/x", "http://"])
def test_an_address_that_is_none_does_not_stop_the_calls_behind_it(
    world: World, product: Product, address: str
) -> None:
    for url in (address, f"{product.url}/x"):
        world.webhooks.inbound(Webhook(url, b"", {}, "lane", RetryPolicy()))
    settled(world)
    assert len(product.hooks) == 1


@pytest.mark.parametrize(
    ("fragment", "policy"),
    [
        ("", RetryPolicy()),
        ("rc=9", RetryPolicy(attempts=6)),
        ("rc=2&rp=4xx,rt", RetryPolicy(3, frozenset({"4xx", "rt"}))),
        ("ct=50&rt=99999", RetryPolicy(connect_s=0.1, read_s=15.0)),
        ("ct=10001&rt=99", RetryPolicy(connect_s=10.0, read_s=0.1)),
        ("rc=-1&ct=soon", RetryPolicy()),
    ],
)
def test_the_fragment_is_read_within_its_limits(fragment: str, policy: RetryPolicy) -> None:
    assert retry_policy(fragment) == policy


def test_a_duplicate_carries_the_same_token_and_body(world: World, product: Product) -> None:
    world.faults.webhook_duplicates = 1.0
    world.write(PHONE, "Hello")
    settled(world)
    one, other = product.hooks
    assert one.raw == other.raw
    assert one.headers["i-twilio-idempotency-token"] == other.headers["i-twilio-idempotency-token"]


def test_an_old_text_handed_over_again_keeps_its_id(world: World, product: Product) -> None:
    sid = world.write(PHONE, "Hello")
    world.repeat(PHONE, sid)
    settled(world)
    assert [hook.form["MessageSid"] for hook in product.hooks] == [sid, sid]
    assert len(world.phones.get(PHONE).thread) == 1
    with pytest.raises(KeyError):
        world.repeat(PHONE, "SM" + "0" * 32)


def test_reordered_callbacks_arrive_the_wrong_way_round(world: World, product: Product) -> None:
    world.faults.webhook_reorder = True
    text_out(world, f"{product.url}/status")
    settled(world)
    assert product.statuses() == ["delivered", "sent"]


def test_a_callback_held_back_without_a_follower_still_arrives(world: World, product: Product) -> None:
    world.faults.webhook_reorder = True
    world.faults.undelivered = [PHONE]
    world.webhooks.status(signed_form(f"{product.url}/x", {"MessageStatus": "sent"}, TOKEN, "lane"))
    settled(world)
    assert product.hooks == []
    world.clock.advance(31)
    settled(world)
    assert product.statuses() == ["sent"]


def test_dropped_callbacks_never_arrive(world: World, product: Product) -> None:
    world.faults.drop_status = 1.0
    text_out(world, f"{product.url}/status")
    settled(world)
    assert product.hooks == []


def test_the_texts_of_one_phone_arrive_in_the_order_they_were_written(world: World, product: Product) -> None:
    for number in range(20):
        world.write(PHONE, str(number))
    settled(world)
    assert [hook.form["Body"] for hook in product.hooks] == [str(number) for number in range(20)]
