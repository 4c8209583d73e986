"""The personas: each a small script that changes what it does differently from everyone else."""

from __future__ import annotations

from simulator.borrowers.hearing import Heard, Move
from simulator.borrowers.profile import Borrower, Persona
from simulator.borrowers.script import Proposal, Script, rounded


class CooperativeFull(Script):
    """Promises the whole sum on a day within ten days."""


class Instalment(Script):
    """Proposes what they can pay in their own rhythm."""

    def intend(self) -> Proposal:
        """Instalments within their means."""
        kept = self.proposal is not None and self.proposal.first > self._today
        return self.proposal if kept and self.proposal else self.in_parts()


class Haggler(Instalment):
    """Starts too low, then takes a counter-offer within their means or says what those are."""

    _low_tried = False

    def on_balance(self) -> str | None:
        """Two fifths of what they could pay, at first."""
        if self._low_tried:
            self.proposal = None
            return super().on_balance()
        self._low_tried = True
        self.proposal = Proposal(rounded(self.per_month() * 2 // 5), "monthly", self.choose_day())
        return self.say("low", "haggling")

    def insist(self) -> str:
        """Now what they can really pay."""
        self.proposal = self.in_parts()
        return super().insist()


class Hardship(Script):
    """Has lost the income."""

    def propose(self, plainly: bool = False) -> str:
        """Nothing to offer."""
        return self.say("hardship", "in hardship")

    def on_end(self) -> str | None:
        """Polite to the last."""
        return self.end("thanks", "in hardship")


class Disputer(Script):
    """Says the debt is not owed."""

    def propose(self, plainly: bool = False) -> str:
        """Dispute instead."""
        return self.say("dispute", "disputes")

    def on_end(self) -> str | None:
        """Waits for the letter."""
        return self.end(None, "disputes")


class OneWord(Script):
    """Answers everything with the same refusal, twice at most."""

    form = "wrong"
    name = "wrong number"

    def respond(self, heard: Heard) -> str | None:
        """Say it, say it once more when it was not taken in, and be silent."""
        if heard.move in {Move.HANDED_OVER, Move.CLOSED, Move.UNKNOWN} or self.sent >= 2:
            return self.end(None, self.name)
        return self.say(self.form, self.name)


class WrongNumber(OneWord):
    """Is somebody else."""


class Stopper(OneWord):
    """Wants no texts: at once, or after hearing the sum."""

    form = "stop"
    name = "stopped"

    def respond(self, heard: Heard) -> str | None:
        """Half of them listen first."""
        patient = int(self.borrower.phone[-1]) % 2 == 0
        if patient and heard.move in {Move.OUTREACH, Move.IDENTITY}:
            return Script.respond(self, heard)
        if heard.move is Move.HANDED_OVER or self.state == self.name:
            return self.end(None, self.name)
        return self.say(self.form, self.name)


class HumanWanted(Script):
    """Wants to speak with a person."""

    def on_identity(self, again: bool) -> str | None:
        """Asks before saying who they are, and says it only if nobody comes."""
        if self.state == "wants a person":
            return super().on_identity(again)
        return self.say("human", "wants a person")

    def propose(self, plainly: bool = False) -> str:
        """Asks again."""
        return self.say("human", "wants a person")

    def on_end(self) -> str | None:
        """Waits."""
        return self.end("thanks", "waits for a person")


class AsksRobot(Instalment):
    """Asks what it is talking to and who that is, then cooperates."""

    def on_outreach(self) -> str | None:
        """The first question."""
        return self.say("robot", "asked whether it is a robot")

    def on_robot(self) -> str | None:
        """The second."""
        return self.say("who", "asked who it is") if self.total_minor is None else self.propose()

    def on_identity(self, again: bool) -> str | None:
        """Both questions come before any answer."""
        if self.state == "not contacted":
            return self.on_outreach()
        return super().on_identity(again)


class Vague(Instalment):
    """Puts it off, then names a day when asked."""

    _put_off = False

    def on_balance(self) -> str | None:
        """Not now."""
        if self._put_off:
            return super().on_balance()
        self._put_off = True
        return self.say("vague", "vague")


class Silent(Script):
    """Never answers."""

    def respond(self, heard: Heard) -> str | None:
        """Nothing."""
        return self.end(None, "silent")


class SelfHarm(Script):
    """Is in despair, at any hour."""

    night_owl = True

    def propose(self, plainly: bool = False) -> str:
        """Says so."""
        return self.say("crisis", "in crisis")

    def on_end(self) -> str | None:
        """Answers the question whether they are safe, once."""
        return self.end("crisis_reply" if self.state == "in crisis" else None, "in crisis")


class Attorney(Script):
    """Has a lawyer."""

    def propose(self, plainly: bool = False) -> str:
        """Refers to them."""
        return self.say("attorney", "has an attorney")

    def on_end(self) -> str | None:
        """Leaves it to them."""
        return self.end(None, "has an attorney")


SCRIPTS: dict[Persona, type[Script]] = {
    Persona.COOPERATIVE_FULL: CooperativeFull,
    Persona.INSTALMENT: Instalment,
    Persona.HAGGLER: Haggler,
    Persona.HARDSHIP: Hardship,
    Persona.DISPUTER: Disputer,
    Persona.WRONG_NUMBER: WrongNumber,
    Persona.STOPPER: Stopper,
    Persona.HUMAN_WANTED: HumanWanted,
    Persona.ASKS_ROBOT: AsksRobot,
    Persona.VAGUE: Vague,
    Persona.SILENT: Silent,
    Persona.SELF_HARM: SelfHarm,
    Persona.ATTORNEY: Attorney,
}


def script_of(borrower: Borrower) -> Script:
    """A fresh script for a borrower."""
    return SCRIPTS[borrower.persona](borrower)
