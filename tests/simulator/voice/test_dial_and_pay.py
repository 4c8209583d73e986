"""A second leg, and a card by keypad."""

from __future__ import annotations

import json

import pytest

from simulator.calls import Call
from simulator.voice.signals import Paid
from simulator.world import World
from tests.simulator.stage import OURS, PHONE, Product
from tests.simulator.voice.stage import alerts, asked, heard, kinds, over, place, play, press, say, xml

AGENT = "+12125550100"
CARD = "4242424242424242"


class TestDial:
    def dialled(self, world: World, product: Product, number: str = "", dial: str = "") -> Call:
        verb = f"<Dial action='/dialled' {dial}><Number {number}>{AGENT}</Number></Dial>"
        product.documents |= {"/answer": xml(verb), "/dialled": xml("<Say>Goodbye.</Say>")}
        product.documents |= {"/whisper": xml("<Say>A borrower with a question.</Say>")}
        return place(world, Url=f"{product.url}/answer")

    def leg(self, world: World, call: Call) -> Call:
        return next(each for each in world.switchboard.calls.values() if each.parent_sid == call.sid)

    def test_the_agent_is_told_before_the_two_are_connected(self, world: World, product: Product) -> None:
        call = self.dialled(world, product, "url='/whisper'")
        over(world, call)
        leg = self.leg(world, call)
        whisper = asked(product, "/whisper")[0].form
        assert (whisper["CallSid"], whisper["ParentCallSid"]) == (leg.sid, call.sid)
        assert (whisper["From"], whisper["To"], whisper["Direction"]) == (OURS, AGENT, "outbound-dial")
        assert heard(world, leg) == ["A borrower with a question."]
        form = asked(product, "/dialled")[0].form
        assert (form["DialCallStatus"], form["DialCallSid"]) == ("completed", leg.sid)
        assert (form["DialBridged"], form["CallSid"]) == ("true", call.sid)
        assert int(form["DialCallDuration"]) >= 30
        assert heard(world, call) == ["Goodbye."]
        assert [event["kind"] for event in kinds(world, call, "dials", "connects")] == ["dials", "connects"]

    @pytest.mark.parametrize(
        ("outcome", "status"),
        [("busy", "busy"), ("no-answer", "no-answer"), ("failed", "failed"), ("declined", "busy")],
    )
    def test_an_agent_who_does_not_answer_leads_to_the_action(
        self, world: World, product: Product, outcome: str, status: str
    ) -> None:
        world.faults.call_outcomes = {AGENT: outcome}
        call = self.dialled(world, product, "url='/whisper'", "timeout='20'")
        over(world, call)
        form = asked(product, "/dialled")[0].form
        assert (form["DialCallStatus"], form["DialBridged"]) == (status, "false")
        assert "DialCallDuration" not in form
        assert asked(product, "/whisper") == []

    def test_a_borrower_who_hangs_up_ends_both(self, world: World, product: Product) -> None:
        call = self.dialled(world, product)
        play(world, lambda: kinds(world, call, "connects"))
        with world.lock:
            world.voice.hang_up(call)
        over(world, call)
        assert (call.status, self.leg(world, call).status) == ("completed", "completed")
        assert asked(product, "/dialled") == []

    def test_an_agent_who_hangs_up_leaves_the_borrower_on_the_line(
        self, world: World, product: Product
    ) -> None:
        world.faults.call_outcomes = {AGENT: "by_hand"}
        call = self.dialled(world, product)
        play(world, lambda: kinds(world, call, "dials") and self.leg(world, call).status == "ringing")
        leg = self.leg(world, call)
        with world.lock:
            world.switchboard.pick_up(leg, "by_hand")
        play(world, lambda: kinds(world, call, "connects"))
        say(world, call, "Hello?", now=True)
        with world.lock:
            world.voice.hang_up(leg)
        over(world, call)
        assert heard(world, call) == ["Goodbye."]

    def test_a_whisper_that_hangs_up_connects_nobody(self, world: World, product: Product) -> None:
        call = self.dialled(world, product, "url='/whisper'")
        product.documents["/whisper"] = xml("<Hangup/>")
        over(world, call)
        assert asked(product, "/dialled")[0].form["DialBridged"] == "false"

    def test_the_callers_limit_ends_the_conversation(self, world: World, product: Product) -> None:
        call = self.dialled(world, product, dial="timeLimit='8'")
        over(world, call)
        assert asked(product, "/dialled")[0].form["DialCallDuration"] == "8"


class TestPay:
    def asks(self, world: World, product: Product, attributes: str = "chargeAmount='20.00'") -> Call:
        prompt = "<Prompt for='payment-card-number'><Say>Your card, please.</Say></Prompt>"
        product.documents |= {
            "/answer": xml(f"<Pay action='/paid' paymentConnector='Default' {attributes}>{prompt}</Pay>"),
            "/paid": xml("<Say>Thank you.</Say>"),
        }
        call = place(world, Url=f"{product.url}/answer")
        play(world, lambda: kinds(world, call, "asks for a card"))
        return call

    @pytest.mark.parametrize(
        ("attributes", "token"),
        [("chargeAmount='20.00'", "PaymentConfirmationCode"), ("tokenType='one-time'", "PaymentToken")],
    )
    def test_a_card_is_charged_or_kept_and_only_its_end_is_told(
        self, world: World, product: Product, attributes: str, token: str
    ) -> None:
        call = self.asks(world, product, attributes)
        press(world, call, CARD, now=True)
        with world.lock:
            world.voice.engines[call.sid].post(Paid("success", CARD))
        over(world, call)
        form = asked(product, "/paid")[0].form
        assert (form["Result"], form["PaymentCardNumber"]) == ("success", "xxxxxxxxxxxx4242")
        assert (form["PaymentCardType"], form["PaymentConnector"]) == ("visa", "Default")
        assert form[token]
        shown = json.dumps([world.voice.line(call).events, world.exchanges.as_dicts()])
        assert CARD not in shown
        assert "4242424" not in shown

    def test_the_star_interrupts(self, world: World, product: Product) -> None:
        call = self.asks(world, product)
        press(world, call, "42*")
        over(world, call)
        form = asked(product, "/paid")[0].form
        assert form["Result"] == "caller-interrupted-with-star"
        assert "PaymentCardNumber" not in form

    def test_a_caller_who_presses_nothing_fails_after_every_attempt(
        self, world: World, product: Product
    ) -> None:
        call = self.asks(world, product, "maxAttempts='2' timeout='4'")
        over(world, call)
        assert asked(product, "/paid")[0].form["Result"] == "too-many-failed-attempts"
        assert heard(world, call).count("Your card, please.") == 2
        assert alerts(world) == []

    def test_hanging_up_is_told(self, world: World, product: Product) -> None:
        call = self.asks(world, product)
        with world.lock:
            world.voice.hang_up(call)
        over(world, call)
        assert asked(product, "/paid")[0].form["Result"] == "caller-hung-up"
        assert (call.status, call.to) == ("completed", PHONE)
