"""How a borrower answers, move by move; personas change single answers."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from simulator.borrowers import speech
from simulator.borrowers.hearing import Heard, Move, Schedule
from simulator.borrowers.profile import Borrower
from simulator.borrowers.wording import BY_LANGUAGE, EXACT

LIMIT = 8
IDENTITY_TRIES = 4
CORRECTIONS = 2
REPETITIONS = 2
WEEKS = {"weekly": 1, "biweekly": 2, "semimonthly": 2}
MAX_DAYS_AHEAD = 10


@dataclass(slots=True)
class Proposal:
    """What the borrower offered: once, or in a rhythm."""

    amount_minor: int
    per: str | None
    first: date


class Script:
    """One borrower's side of the conversation; the same texts always get the same answers."""

    night_owl = False

    def __init__(self, borrower: Borrower) -> None:
        self.borrower = borrower
        self.state = "not contacted"
        self.plan: str | None = None
        self.sent = 0
        self.total_minor: int | None = None
        self.proposal: Proposal | None = None
        self._identity_tries = 0
        self._corrections = 0
        self._repetitions = 0
        self._ended = False
        self._today = borrower.birth_on
        self._dice = random.Random(borrower.phone)

    @property
    def done(self) -> bool:
        """Whether nothing will move them to write again."""
        return self._ended or self.sent >= LIMIT

    def answer(self, heard: Heard, today: date) -> str | None:
        """The reply to a text on the borrower's own day, or None for silence."""
        self._today = today
        if heard.total_minor is not None:
            self.total_minor = heard.total_minor
        if self.done:
            return None
        reply = self.respond(heard)
        if reply is not None:
            self.sent += 1
        return reply

    def respond(self, heard: Heard) -> str | None:
        """Choose the answer by the kind of move."""
        match heard.move:
            case Move.OUTREACH:
                return self.on_outreach()
            case Move.IDENTITY | Move.IDENTITY_RETRY:
                return self.on_identity(again=heard.move is Move.IDENTITY_RETRY)
            case Move.BALANCE | Move.ASK_BOTH | Move.WHO:
                return self.on_balance()
            case Move.ASK_AMOUNT:
                return self.on_ask_amount()
            case Move.ASK_DATE:
                return self.on_ask_date()
            case Move.FULL_DATE:
                return self.on_full_date()
            case Move.COUNTER | Move.READ_BACK:
                return self.on_schedule(heard)
            case Move.RECORDED:
                return self.on_recorded(heard)
            case Move.ROBOT:
                return self.on_robot()
            case Move.NOT_UNDERSTOOD:
                return self.on_not_understood()
            case Move.CRISIS | Move.HANDED_OVER | Move.CLOSED | Move.SETTLED:
                return self.on_end()
            case _:
                return None

    def on_outreach(self) -> str | None:
        """The first text."""
        return self.say("hello", "contacted")

    def on_identity(self, again: bool) -> str | None:
        """Asked who they are."""
        self._identity_tries += 1
        if self._identity_tries > IDENTITY_TRIES:
            return self.end(None, "gave up")
        form = "identity_careful" if again or self._identity_tries > 1 else "identity"
        return self.say(form, "identified")

    def on_balance(self) -> str | None:
        """Told what is owed, or asked what they could pay."""
        return self.propose()

    def on_ask_amount(self) -> str | None:
        """Asked how much."""
        self.proposal = self.proposal or self.intend()
        return self.say("amount_per" if self.proposal.per else "amount", "proposed")

    def on_ask_date(self) -> str | None:
        """Asked when."""
        self.proposal = self.proposal or self.intend()
        return self.say("date", "proposed")

    def on_full_date(self) -> str | None:
        """The day was not understood: write it in full, on a day still to come."""
        self.proposal = self.proposal or self.intend()
        if self.proposal.first <= self._today:
            self.proposal.first = self.choose_day()
        return speech.full_day(self.proposal.first, self.borrower.language)

    def on_schedule(self, heard: Heard) -> str | None:
        """Offered a plan or two, or asked to confirm one."""
        bearable = [number for number, each in enumerate(heard.schedules, 1) if self.affordable(each)]
        if len(heard.schedules) > 1 and bearable:
            self.state = "agreed"
            return str(bearable[0])
        if heard.schedule is None or self.affordable(heard.schedule):
            return self.say("yes", "agreed")
        self._corrections += 1
        if self._corrections > CORRECTIONS:
            return self.say("human", "wants a person")
        return self.insist()

    def on_recorded(self, heard: Heard) -> str | None:
        """The plan is on record: thanks, and no more."""
        self.plan = heard.schedule.words if heard.schedule else ""
        return self.end("thanks", "has a plan")

    def on_robot(self) -> str | None:
        """Told that it is a machine."""
        return self.say("what", self.state) if self.total_minor is None else self.propose()

    def on_not_understood(self) -> str | None:
        """Say it again, plainly."""
        self._repetitions += 1
        if self._repetitions > REPETITIONS:
            return self.end("human", "wants a person")
        return self.propose(plainly=True) if self.total_minor is not None else self.say("hello", self.state)

    def on_end(self) -> str | None:
        """Nothing more to say."""
        return self.end(None, "left it there")

    def propose(self, plainly: bool = False) -> str:
        """Say what they intend to pay, and when."""
        self.proposal = self.intend()
        form = "instalment" if self.proposal.per else "full"
        return self.say(form, "proposed", variant=0 if plainly else None)

    def insist(self) -> str:
        """Repeat what they can manage."""
        self.proposal = self.intend()
        return self.say("only" if self.proposal.per else "only_once", "proposed")

    def intend(self) -> Proposal:
        """What they mean to pay; the same each time, with a day still to come."""
        if self.proposal and self.proposal.first > self._today:
            return self.proposal
        return Proposal(self.total_minor or self.per_month(), None, self.choose_day())

    def per_month(self) -> int:
        """What they can pay in a month, in minor units, rounded down as people do."""
        return rounded(self.borrower.means.weekly_disposable_minor * 52 // 12)

    def in_parts(self) -> Proposal:
        """Their means as instalments, or the whole sum when it is within a month's means."""
        chosen = random.Random(f"{self.borrower.phone} rhythm").choice(
            ("monthly", "monthly", "monthly", "weekly", "biweekly")
        )
        weekly = self.borrower.means.weekly_disposable_minor
        amount = self.per_month() if chosen == "monthly" else rounded(weekly * WEEKS[chosen])
        if self.total_minor is not None and amount >= self.total_minor:
            return Proposal(self.total_minor, None, self.choose_day())
        return Proposal(amount, chosen, self.choose_day())

    def affordable(self, schedule: Schedule) -> bool:
        """Whether each payment is within what they proposed to pay, or can pay in its rhythm."""
        weekly = self.borrower.means.weekly_disposable_minor
        weeks = WEEKS.get(schedule.rhythm or "", 52 / 12)
        if schedule.rhythm is None and schedule.first is not None:
            weeks = max(weeks, (schedule.first - self._today).days / 7)
        mine = self.proposal
        same = (
            mine is not None and mine.per == schedule.rhythm and schedule.payment_minor <= mine.amount_minor
        )
        return same or schedule.payment_minor <= weekly * weeks * 1.1

    def choose_day(self) -> date:
        """A day within ten days: payday or the end of the month when near, or any."""
        near = [day for day in self._marked_days() if 2 <= (day - self._today).days <= MAX_DAYS_AHEAD]
        if near and self._dice.random() < 0.6:
            return self._dice.choice(near)
        return self._today + timedelta(days=self._dice.randint(2, MAX_DAYS_AHEAD))

    def _marked_days(self) -> list[date]:
        payday = str(self.borrower.means.payday or "").lower()
        ahead = [self._today + timedelta(days=days) for days in range(1, MAX_DAYS_AHEAD + 1)]
        paydays = [day for day in ahead if payday in {str(day.day), f"{day:%A}".lower()}]
        return [*paydays[:1], speech.end_of_month(self._today)]

    def say(self, form: str, state: str, variant: int | None = None) -> str:
        """One wording of the form, filled in."""
        self.state = state
        language = self.borrower.language
        wordings = BY_LANGUAGE[language][form]
        text = wordings[variant] if variant is not None else self._dice.choice(wordings)
        text = text.format_map(self._figures(plainly=variant is not None))
        if language == "en" and form not in EXACT:
            text = speech.mistyped(text, self._dice)
        return text

    def end(self, form: str | None, state: str) -> str | None:
        """Say a last thing, or nothing, and be silent from then on."""
        self._ended = True
        self.state = state
        return self.say(form, state) if form else None

    def _figures(self, plainly: bool) -> dict[str, str]:
        who, dice = self.borrower, self._dice
        careful = plainly or self._identity_tries > 1
        born = speech.careful_birth(who.birth_on, who.language)
        figures = {
            "name": who.given_name,
            "last4": who.last4,
            "birth": born if careful else speech.birth(who.birth_on, who.language, dice),
        }
        if self.proposal is None:
            return figures
        mine, currency = self.proposal, who.means.currency
        if plainly:
            figures["amount"] = speech.plain_amount(mine.amount_minor, currency, who.language)
            figures["day"] = ("on " if who.language == "en" else "") + speech.full_day(
                mine.first, who.language
            )
        else:
            figures["amount"] = speech.amount(mine.amount_minor, currency, who.language, dice)
            figures["day"] = speech.day(mine.first, self._today, who.language, dice)
        figures["per"] = speech.rhythm(mine.per, who.language, dice) if mine.per else ""
        return figures


def rounded(minor: int) -> int:
    """A sum as people name it: tens, then fifties, then hundreds; at least ten."""
    step = 1_000 if minor < 20_000 else 5_000 if minor < 100_000 else 10_000
    return max(minor // step * step, 1_000)
