"""Plays one scenario to its end, turn by turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from tools.journey.calling import Calling
from tools.journey.passing import Passing
from tools.journey.questions import asked, intents_of, is_answer
from tools.journey.scenario import Act, Scenario
from tools.journey.supervisor import ConsoleError, Supervisor
from tools.journey.visitor import Visitor
from tools.world import World

OPENING_WITHIN = timedelta(days=5)
USES_OF_AN_ANSWER = 3
"""How often one answer is given in a row: an agent that asks again and again is not helped out."""


class Player:
    """One borrower, and everybody else that the scenario names."""

    def __init__(self, world: World, scenario: Scenario, say: Callable[[str], None]) -> None:
        self._world, self._scenario, self._say = world, scenario, say
        self._passing = Passing(world)
        self._visitor = Visitor(world, scenario)
        self._supervisor: Supervisor | None = None
        self._payments = 0
        self.played: list[dict[str, Any]] = []
        self._calling = Calling(world, scenario, self._passing, self._note, self.state)

    def play(self) -> None:
        """Every turn, with answers where the agent asks and the script does not answer."""
        try:
            self._passing.looked()
            if self._scenario.opening == "lender" and self._scenario.channel != "voice":
                self._wait_for_the_lender()
            for number, act in enumerate(self._scenario.acts, 1):
                if act.interrupt is None:
                    self._answer_before(act)
                self._pass(act.after)
                self._play(act, number)
            self._answer_before(None)
            self._calling.end()
            self._passing.settled()
        finally:
            self._visitor.close()
            if self._supervisor is not None:
                self._supervisor.close()

    def state(self) -> dict[str, Any]:
        """The case as it stands; of several loans the one that was talked about last."""
        states = [self.state_of(loan.reference) for loan in self._scenario.account.loans]
        return max(states, key=lambda each: each["transcript"][-1]["at"] if each["transcript"] else "")

    def state_of(self, reference: str) -> dict[str, Any]:
        """The state of one loan."""
        found: dict[str, Any] = self._world.api(f"/cases/{reference}/state")
        return found

    def _play(self, act: Act, number: int) -> None:
        if act.text is not None:
            self._write(act.text, act.channel, turn=number)
        elif act.pay is not None:
            self._pay(act, number)
        elif act.bounce:
            self._bounce(number)
        elif act.wait is not None:
            self._pass(act.wait)
            self._note("wait", turn=number)
        elif act.wait_until is not None:
            self._pass_until(act.wait_until)
            self._note("wait", turn=number)
        elif act.supervisor is not None:
            self._supervise(act, number)
        else:
            self._calling.do(act, number)

    def _write(self, text: str, channel: str | None, **about: Any) -> None:
        """The borrower writes, and the agent's turn is over."""
        over = channel or self._scenario.channel
        if over == "voice":
            self._calling.say(text, **about)
            return
        let_in = True
        at = self._passing.now
        if over == "web":
            let_in = self._visitor.write(text)
        else:
            phone = self._scenario.account.phone
            self._world.simulator.post(f"/phones/{phone}/send", json={"text": text}).raise_for_status()
        self._passing.answered()
        self._note("text", at=at, channel=over, text=text, **({} if let_in else {"let_in": False}), **about)
        self._say(f"{self._scenario.name}: {at:%d %b %H:%M} borrower writes over {over}")

    def _answer_before(self, act: Act | None) -> None:
        """Give the answers that the agent waits for and the next turn is none to."""
        used: Counter[str] = Counter()
        over = self._scenario.channel if act is None or act.channel is None else act.channel
        while (question := self._open_question(over)) is not None:
            if act is not None and act.on_the_line:
                return
            answer = self._answer_to(question)
            if answer is None or used[question] >= USES_OF_AN_ANSWER:
                return
            if act is not None and act.text is not None and self._answers(question, act.text):
                return
            used[question] += 1
            self._write(answer, None if act is None else act.channel, answers=question)

    def _answer_to(self, question: str) -> str | None:
        """What the borrower answers; who has no word for a choice says of it what they say of an offer."""
        answers = self._scenario.answers
        return (
            answers.get("yes_no")
            if question == "choice" and "choice" not in answers
            else answers.get(question)
        )

    def _open_question(self, over: str) -> str | None:
        """What the agent asked last, when nothing has been said since and it can still be answered."""
        if not self._calling.listen() and over == "voice":
            return None
        said = self.state()["transcript"]
        if not said or said[-1]["speaker"] != "bot":
            return None
        return asked(said[-1]["templates"])

    def _answers(self, question: str, text: str) -> bool:
        account = self._scenario.account
        intents = intents_of(self._world, text, account.language)
        return is_answer(question, text, intents, account.loans[0].last4)

    def _pass(self, by: timedelta) -> None:
        if by > timedelta():
            self._calling.end()
            self._say(f"{self._scenario.name}: {by} pass")
            self._passing.wait(by)
            self._calling.missed()

    def _pass_until(self, day: date) -> None:
        today = date.fromisoformat(self.state()["today"])
        self._pass(day - today)

    def _wait_for_the_lender(self) -> None:
        """Until the first text has reached the phone; a note when none comes."""
        phone = self._scenario.account.phone

        def reached() -> bool:
            thread = self._world.simulator.get(f"/phones/{phone}/messages").raise_for_status().json()
            return any(text["direction"] == "to_phone" for text in thread)

        if not reached():
            self._passing.wait(OPENING_WITHIN, reached)
        self._note("opening", reached=reached())

    def _pay(self, act: Act, number: int) -> None:
        if act.pay_on is not None:
            self._pass_until(act.pay_on)
        self._payments += 1
        loan = self._scenario.account.loans[0]
        on = act.pay_on or date.fromisoformat(self.state()["today"])
        paid = {"case": loan.reference, "amount": str(act.pay), "currency": loan.currency, "paid_on": str(on)}
        status = self._report("/payments", paid)
        self._note("payment", turn=number, amount=str(act.pay), on=str(on), status=status)

    def _bounce(self, number: int) -> None:
        status = self._report("/payments/reversals", None)
        self._note("bounce", turn=number, status=status)

    def _report(self, path: str, body: dict[str, str] | None) -> int:
        """What the lender's system tells the API, and the status of the answer."""
        key = f"journey-payment-{self._payments}"
        headers = {"Authorization": f"Bearer {self._world.api_key}", "Idempotency-Key": key}
        answer = self._world.gateway.post(f"/api/v1{path}", json=body, headers=headers)
        self._passing.settled()
        return answer.status_code

    def _supervise(self, act: Act, number: int) -> None:
        if self._supervisor is None:
            self._supervisor = Supervisor(self._world)
        state = self.state()
        talks = state["conversations"]
        waiting = [each["id"] for each in state["approvals"] if each["state"] in ("waiting", "overdue")]
        try:
            notice = self._supervisor.act(
                act.supervisor or "",
                act.words,
                talks[-1]["id"] if talks else None,
                waiting[-1] if waiting else None,
            )
        except ConsoleError as error:
            notice = str(error)
        self._passing.settled()
        self._note("supervisor", turn=number, does=act.supervisor, notice=notice)

    def _note(self, kind: str, **about: Any) -> None:
        at = about.pop("at", None) or self._passing.now
        self.played.append({"at": at.isoformat().replace("+00:00", "Z"), "kind": kind, **about})
