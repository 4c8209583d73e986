"""How many compliance decisions one core makes in a second, with twenty past contacts each.

`python -m benchmarks.decisions` decides about sorts of contact that a portfolio is made of, each with every
pack of `policy/packs`, and shows beside each, from the same run, the bound: a loop that calls as many empty
functions as rules were asked, and makes as many findings as were made.
"""

from __future__ import annotations

import argparse
import gc
import json
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from arrears.adapters.policy_packs import load_packs
from arrears.domain.cases import Purpose, Relationship
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Finding, Verdict
from arrears.domain.compliance.facts import (
    Attempt,
    CallOutcome,
    Consent,
    ConsentAction,
    ContactFacts,
    Debt,
    Line,
    Place,
    ProposedContact,
)
from arrears.domain.compliance.packset import PackSet, day_of
from arrears.domain.compliance.rule import kind_of
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel, Language, LineType

ROOT = Path(__file__).resolve().parent.parent
RESULT = ROOT / "var" / "bench" / "decisions.json"
NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)  # in Chicago 11:00
MORNING_UTC = datetime(2026, 11, 24, 4, tzinfo=UTC)  # in Shanghai noon
PAST_CONTACTS, CASES, GOAL = 20, 200, 50_000
LENDER = "Harbor Lending LLC"

console = Console()


@dataclass(frozen=True)
class Sort:
    """A sort of contact, and the people it is asked about."""

    name: str
    people: tuple[ContactFacts, ...]
    proposed: ProposedContact
    now: datetime = NOON


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=float, default=2.0, help="how long each sort is measured")
    seconds = parser.parse_args().seconds
    packs = load_packs(ROOT / "policy" / "packs")
    measured = [measure(packs, sort, seconds) for sort in track(sorts(), "deciding", console=console)]
    result = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
        "past_contacts": PAST_CONTACTS,
        "sorts": measured,
    }
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    show(measured)
    return 0


def measure(packs: PackSet, sort: Sort, seconds: float) -> dict[str, object]:
    """Decisions and the bound, by turns, the best of three of each."""
    first = decide(packs, sort.people[0], sort.proposed, sort.now)
    kind = kind_of(sort.people[0], sort.proposed, sort.now)
    compiled = packs.compiled(sort.people[0].place, sort.people[0].debt, kind, day_of(sort.now))
    asked = sum(len(run.rules) for run in compiled.runs)
    share = seconds / 6
    decided = [rate(lambda i: _decide(packs, sort, i), share) for _ in range(3)]
    bound = [rate(_empty(asked, len(first.findings)), share) for _ in range(3)]
    return {
        "sort": sort.name,
        "outcome": type(first).__name__.lower(),
        "rules_asked": asked,
        "findings": len(first.findings),
        "per_second": round(max(decided)),
        "bound_per_second": round(max(bound)),
    }


def _decide(packs: PackSet, sort: Sort, turn: int) -> None:
    decide(packs, sort.people[turn % CASES], sort.proposed, sort.now + timedelta(seconds=turn % 600))


def _empty(rules: int, findings: int) -> Callable[[int], None]:
    def nothing(_numbers: None, _question: None) -> None:
        return None

    asked = (nothing,) * rules

    def bound(_turn: int) -> None:
        for rule in asked:
            rule(None, None)
        for _ in range(findings):
            Finding("", "", Verdict.ALLOW, "")

    return bound


def rate(work: Callable[[int], None], seconds: float) -> float:
    """Calls a second, the collector of cycles switched off as in `timeit`."""
    gc.disable()
    done, began = 0, time.perf_counter()
    while (spent := time.perf_counter() - began) < seconds:
        for _ in range(500):
            work(done)
            done += 1
    gc.enable()
    return done / spent


def sorts() -> list[Sort]:
    """What a portfolio is made of."""
    text = ProposedContact(
        Channel.SMS,
        Carrier.TWILIO,
        ContactPurpose.OUTREACH,
        Language.EN,
        f"Hello from the automated assistant of {LENDER}. We have a message for you. Reply here, or ask for "
        "a person. Reply STOP to stop texts to this number.",
        False,
        LENDER,
        callback_number="+1 212 555 0100",
    )
    call = replace(
        text,
        channel=Channel.VOICE,
        text=f"This is an automated AI assistant calling for {LENDER}. You can speak with a person at any "
        "time, or call +1 212 555 0100. Am I speaking with the right person?",
    )
    chinese = replace(
        text,
        carrier=Carrier.LENDER_GATEWAY,
        language=Language.ZH,
        lender="港湾小额贷款有限公司",
        text="【港湾小额贷款有限公司】您好，我是人工智能自动助理，有一件事需要与您本人确认，您可以随时要求转人工。"
        "回复“退订”可停止接收短信。",
    )
    third = Debt(Relationship.THIRD_PARTY, Purpose.CONSUMER, "card")
    here = california()
    return [
        Sort("text, own business loan, Texas", people(quiet_for=8), text),
        Sort("the same, six of them this week", people(quiet_for=0), text),
        Sort("text, own consumer loan, New York City", people(quiet_for=8, place=city(), debt=own()), text),
        Sort(
            "AI call, own consumer loan, California",
            people(quiet_for=8, place=here, debt=own()),
            call,
        ),
        Sort("AI call, third party, California", people(quiet_for=8, place=here, debt=third), call),
        Sort("text, mainland China", people(quiet_for=8, place=china()), chinese, MORNING_UTC),
        Sort("call, Australia", people(quiet_for=8, place=australia()), call, MORNING_UTC),
    ]


def people(
    *, quiet_for: int, place: Place | None = None, debt: Debt | None = None
) -> tuple[ContactFacts, ...]:
    """Borrowers with twenty contacts of the last month, none in the last so many days."""
    given = tuple(
        Consent(ConsentAction.GIVEN, channel, NOON - timedelta(days=200), "application")
        for channel in (Channel.SMS, Channel.VOICE)
    )
    return tuple(
        ContactFacts(
            case_id=f"case-{number}",
            point_id="point",
            place=place or texas(),
            debt=debt or Debt(Relationship.FIRST_PARTY, Purpose.COMMERCIAL, "term"),
            line=Line(LineType.MOBILE, confirmed_at=NOON - timedelta(days=9), sender_registered=True),
            consents=given,
            attempts=history(f"case-{number}", quiet_for),
        )
        for number in range(CASES)
    )


def history(case_id: str, quiet_for: int) -> tuple[Attempt, ...]:
    """Texts, calls and replies, evenly over the month."""
    step = timedelta(days=30 - quiet_for) / PAST_CONTACTS
    sent = []
    for number in range(PAST_CONTACTS):
        at = NOON - timedelta(days=quiet_for) - step * (PAST_CONTACTS - 1 - number)
        channel = Channel.VOICE if number % 4 == 1 else Channel.SMS
        purpose = ContactPurpose.REPLY if number % 4 == 3 else ContactPurpose.OUTREACH
        outcome = CallOutcome.UNANSWERED if channel is Channel.VOICE else None
        sent.append(Attempt(at, channel, case_id, number % 4 != 2, True, purpose, outcome=outcome))
    return tuple(sent)


def own() -> Debt:
    return Debt(Relationship.FIRST_PARTY, Purpose.CONSUMER, "personal-term")


def texas() -> Place:
    return Place("US", "TX", "Dallas", "US", "TX", ("America/Chicago",))


def city() -> Place:
    return Place("US", "NY", "New York", "US", "NY", ("America/New_York",))


def california() -> Place:
    return Place("US", "CA", "Fresno", "US", "NY", ("America/Los_Angeles", "America/New_York"))


def china() -> Place:
    return Place("CN", None, None, "CN", None, ("Asia/Shanghai",))


def australia() -> Place:
    return Place("AU", "NSW", "Sydney", "AU", None, ("Australia/Sydney",))


def show(measured: list[dict[str, object]]) -> None:
    """The table."""
    table = Table(title=f"decisions a second on one core, {PAST_CONTACTS} past contacts (goal {GOAL:,})")
    for column in ("contact", "outcome", "rules asked", "decisions/s", "bound/s"):
        table.add_column(column, justify="left" if column in ("contact", "outcome") else "right")
    for row in measured:
        table.add_row(
            str(row["sort"]),
            str(row["outcome"]),
            str(row["rules_asked"]),
            f"{row['per_second']:,}",
            f"{row['bound_per_second']:,}",
        )
    console.print(table)
    console.print(f"written to {RESULT.relative_to(ROOT)}", highlight=False)


if __name__ == "__main__":
    raise SystemExit(main())
