"""From the entries of an evidence file to the judge's world: who, what was said, what was done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import Any

from tools.verifier.world import Contact, Loan, Number, Person, Said

Json = dict[str, Any]
STATUS = {
    "refused_to_pay": "refused",
    "validation_requested": "dispute",
    "discharged": "bankruptcy",
    "third_party_answered": "message",
}
LINES = {"talked": "answered", "dropped": "answered", "no_message": "voicemail", "unanswered": "no_answer"}


@dataclass(frozen=True, slots=True)
class Made:
    """A contact that was made or may have been, and the entries that tell of it."""

    entry: int
    decision: int | None  # entry of the decision that granted it
    person: Person
    contact: Contact
    permit: str
    elsewhere: tuple[Contact, ...]  # contacts about the person's other loans, as the decision knew them
    said_elsewhere: tuple[Said, ...]
    known: bool = True  # False: from before version 0.2, when the facts of a decision were not in the chain


def instant(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("an instant without an offset")
    return at.astimezone(UTC)


def maybe(text: str | None) -> datetime | None:
    return None if text is None else instant(text)


def said_in(entry: Json) -> list[Said]:
    """What an entry of the chain says that the person said, or that was learnt of them."""
    payload = entry["payload"]
    match entry["kind"]:
        case "consent":
            told = {"at": entry["at"], **payload}
            return [*consent(told, payload.get("point_id") or payload.get("number"))]
        case "status":
            return [_status(entry)]
        case "plan":
            return [Said(instant(entry["at"]), "plan_agreed")]
        case "approval_asked":
            told = payload.get("message") or ""
            return [Said(instant(entry["at"]), "approval_asked", about=payload["approval"], message=told)]
        case "approval_decided":
            return [Said(instant(entry["at"]), "approval_decided", about=payload["approval"])]
        case "hours_to_avoid":
            hours = time.fromisoformat(payload["opens"]), time.fromisoformat(payload["closes"])
            return [Said(instant(entry["at"]), "avoid", hours=hours)]
        case "turn" if payload["speaker"] == "borrower":
            at, message = instant(entry["at"]), payload.get("message") or ""
            return [Said(at, "message", payload["channel"], payload.get("number"), message=message)]
    return []


def consent(given: Json, number: str | None) -> list[Said]:
    """One entry of the consent ledger, as words of the person."""
    at, channel = instant(given["at"]), given["channel"]
    purpose = given.get("purpose", "collection")
    if purpose == "details" and given["action"] == "given":
        return [Said(at, "details", channel, number, given.get("case_id"))]
    if purpose != "collection":
        return []
    if given["action"] == "given":
        return [Said(at, "consent", channel, number)]
    if given.get("spot") == "work":
        return [Said(at, "not_at_work")]
    if channel == "sms":
        return [Said(at, "stop", channel, number, given.get("case_id"))]
    if channel is None:
        return [Said(at, "stop", channel, number), Said(at, "medium", None, number)]
    return [Said(at, "medium", channel, number)]


def _status(entry: Json) -> Said:
    payload, at = entry["payload"], instant(entry["at"])
    what = STATUS.get(payload["status"], payload["status"])
    if not payload["raised"]:
        return Said(at, "lifted", case=payload.get("case"), about=what)
    until = maybe(payload.get("until"))
    return Said(at, what, number=payload.get("number"), case=payload.get("case"), until=until)


def made(case_id: str, entries: list[Json], texts: dict[int, str]) -> list[Made]:
    """Every contact, oldest first. A grant without a known outcome counts as a contact."""
    grants = {
        entry["payload"]["permit"]: entry
        for entry in entries
        if entry["kind"] == "decision"
        and entry["payload"]["outcome"] == "granted"
        and entry["payload"]["permit"] is not None  # planning and turns are decided too, without a permit
    }
    contacts = [entry for entry in entries if entry["kind"] in ("contact", "sent")]
    later, left = _later_states(entries), _left_on_machines(entries, texts)
    used = {entry["payload"]["permit"] for entry in contacts}
    found = [
        _made(case_id, entry, grants.get(entry["payload"]["permit"]), texts, later) for entry in contacts
    ]
    found += [
        _made(case_id, None, grant, texts, later) for permit, grant in grants.items() if permit not in used
    ]
    found = [
        replace(
            item, contact=replace(item.contact, left=left.get(entries[item.entry - 1]["payload"]["outreach"]))
        )
        for item in found
    ]
    return sorted(found, key=lambda item: (item.contact.at, item.entry))


def _left_on_machines(entries: list[Json], texts: dict[int, str]) -> dict[str, str | None]:
    """The words of each message that was left, by the call; empty if none was permitted, None if erased."""
    granted = {
        entry["payload"]["outreach"]: texts.get(entry["seq"]) or None
        for entry in entries
        if entry["kind"] == "decision"
        and (entry["payload"].get("stage"), entry["payload"]["outcome"]) == ("voicemail", "granted")
    }
    return {
        entry["payload"]["outreach"]: granted.get(entry["payload"]["outreach"], "")
        for entry in entries
        if entry["kind"] == "voicemail"
    }


def _later_states(entries: list[Json]) -> dict[str, str]:
    told = [e["payload"] for e in entries if e["kind"] == "delivery"]
    return {payload["outreach"]: _outcome(payload) for payload in told}


def _outcome(payload: Json) -> str:
    """What became of it: of a call, by its outcome once it has one."""
    outcome = payload.get("call_outcome")
    return LINES.get(outcome, outcome) if outcome else payload["state"]


def _made(
    case_id: str, told: Json | None, grant: Json | None, texts: dict[int, str], later: dict[str, str]
) -> Made:
    facts: Json = grant["payload"].get("facts", {}) if grant else {}
    proposed: Json = (grant["payload"].get("contact") if grant else None) or {}
    about: Json = {**proposed, **(told["payload"] if told else {})}
    entry = told or grant or {}
    number = about.get("number") or facts.get("point_id") or "?"
    outreach = entry["payload"]["outreach"]
    contact = Contact(
        at=instant(about.get("claimed_at") or entry["at"]),
        channel=about.get("channel") or "?",
        number=number,
        case=case_id,
        text=texts.get(entry["seq"], ""),
        purpose=about.get("purpose") or "outreach",
        languages=_languages(about, facts),
        carrier=about.get("carrier") or "twilio",
        lender=proposed.get("lender") or "",
        outcome=later.get(outreach) or about.get("state") or "unknown",
        verified=bool(facts.get("verified")),
        speaks_of_debt=bool(about.get("speaks_of_debt")),
        answers=about.get("answers") or "",
        in_call=about.get("carrier") == "call" and about.get("conversation") is not None,
        of_plan=bool(proposed.get("of_plan")),
        artificial=bool(proposed.get("automated", True)) and about.get("purpose") != "supervisor",
        valid_until=maybe(grant["payload"].get("valid_until"))
        if grant and about.get("channel") == "sms"
        else None,
    )
    return Made(
        entry["seq"],
        grant["seq"] if grant else None,
        _person(case_id, number, facts),
        contact,
        entry["payload"].get("permit") or "",
        tuple(
            _attempt(attempt, number) for attempt in facts.get("attempts", ()) if _elsewhere(attempt, case_id)
        ),
        (*_consents(facts), *_callback(facts)),
        known=grant is None or "facts" in grant["payload"],
    )


def _consents(facts: Json) -> list[Said]:
    return [said for given in facts.get("consents", ()) for said in consent(given, given.get("point_id"))]


def _callback(facts: Json) -> list[Said]:
    asked = maybe(facts.get("callback_asked_at"))
    return [] if asked is None else [Said(asked, "callback", until=maybe(facts.get("callback_until")))]


def _languages(about: Json, facts: Json) -> tuple[str, ...]:
    spoken = (facts.get("talk") or {}).get("languages") or ()
    return tuple(dict.fromkeys((about.get("language") or "en", *spoken)))


def _elsewhere(attempt: Json, case_id: str) -> bool:
    return bool(attempt["by_us"] and attempt["counts"] and attempt["case_id"] != case_id)


def _attempt(attempt: Json, number: str) -> Contact:
    outcome = attempt.get("outcome") or "answered"
    return Contact(
        at=instant(attempt["at"]),
        channel=attempt["channel"],
        number=number,
        case=attempt["case_id"],
        purpose=attempt["purpose"],
        outcome=LINES.get(outcome, outcome),
        talked=bool(attempt.get("talked")) or outcome == "talked",
    )


def _person(case_id: str, number: str, facts: Json) -> Person:
    place, debt, line, terms = (facts.get(part) or {} for part in ("place", "debt", "line", "terms"))
    late = terms.get("days_past_due")
    loan = Loan(
        case_id,
        debt.get("relationship") or "unknown",
        debt.get("purpose") or "unknown",
        60 if late is None else late,
        debt.get("product") or "",
    )
    country = place.get("number_country") or place.get("country") or "US"
    point = Number(
        number,
        country,
        line.get("type") or "unknown",
        (),
        line.get("spot") == "work",
        place.get("number_region"),
    )
    return Person(
        "the person",
        place.get("country"),
        place.get("region"),
        place.get("city"),
        tuple(place.get("zones") or ()),
        (point,),
        (loan,),
    )


def with_everyone(person: Person, known: dict[str, Number]) -> Person:
    """The person with every number that any contact of the file went to."""
    own = {number.id: number for number in person.numbers}
    return replace(person, numbers=tuple({**known, **own}.values()))
