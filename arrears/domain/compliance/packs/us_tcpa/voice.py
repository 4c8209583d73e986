"""What every call or voicemail with an artificial or prerecorded voice owes. Source: 47 CFR 64.1200(b)."""

from __future__ import annotations

from collections.abc import Callable

from arrears.domain.compliance.consents import consented
from arrears.domain.compliance.decision import Duty, Said
from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.packs.us_tcpa.numbers import UsTcpaNumbers, robocalls
from arrears.domain.compliance.rule import Kind, Question, Rule, require
from arrears.domain.outreach import ContactPurpose


def _owed(duty: Duty, reason: str) -> Callable[[UsTcpaNumbers, Question], Said | None]:
    def judge(n: UsTcpaNumbers, q: Question) -> Said | None:
        return None if duty in q.facts.talk.disclosed else require(duty, reason)

    return judge


def opt_out(n: UsTcpaNumbers, q: Question) -> Said | None:
    """Without consent, a way to opt out: by key or voice in the call, by a toll-free number on a machine."""
    if consented(q) is not None:
        return None
    if q.proposed.voicemail:
        return require(Duty.TOLL_FREE_OPT_OUT, "machine_names_toll_free")
    return require(Duty.KEYPAD_OPT_OUT, "call_offers_opt_out")


def _spoken_by_machine(place: Place, debt: Debt, kind: Kind) -> bool:
    """Whatever such a voice says, but for the crisis line."""
    return kind.robocall and kind.purpose is not ContactPurpose.CRISIS


RULES: tuple[Rule[UsTcpaNumbers], ...] = (
    Rule(
        "TCPA-ID-1",
        "47 CFR 64.1200(b)(1)",
        _owed(Duty.REGISTERED_NAME, "voice_names_entity"),
        scope=_spoken_by_machine,
    ),
    Rule(
        "TCPA-ID-1",
        "47 CFR 64.1200(b)(2)",
        _owed(Duty.CALLBACK_NUMBER, "voice_gives_number"),
        scope=_spoken_by_machine,
    ),
    Rule("TCPA-ID-2", "47 CFR 64.1200(a)(3)(iii) and (b)(3)", opt_out, scope=robocalls),
)
