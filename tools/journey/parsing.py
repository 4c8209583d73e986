"""From a scenario file to scenarios, or to a list of everything that is wrong with it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml

from tools.journey.accounts import LANGUAGES, PLACES, read_account
from tools.journey.acts import TURNS, read_acts
from tools.journey.documents import Document, UnreadableError, documents
from tools.journey.fields import ABSENT, Faults, Fields, instant
from tools.journey.line_acts import CALLS, check_lines
from tools.journey.scenario import CHANNELS, QUESTIONS, Account, Scenario
from tools.rasa import ROOT

CHANNEL_WORDS = {each: each for each in CHANNELS} | {
    "text": "sms", "texts": "sms", "chat": "web", "webchat": "web", "web_chat": "web", "web-chat": "web",
    "phone": "voice", "call": "voice",
}  # fmt: skip
_OPENINGS = {"borrower": "borrower", "lender": "lender", "agent": "lender", "bot": "lender"}
_DEFAULT_DAY = date(2026, 3, 3)  # a Tuesday
_MORNING = time(10)
_NOT_CALLED = "+86"
_ANSWER_NAMES = {
    "yes": "yes_no", "yesno": "yes_no", "confirm": "yes_no", "confirmation": "yes_no", "verify": "identity",
    "affordable": "amount", "limit": "amount", "when": "date",
}  # fmt: skip


class BadScenarioError(ValueError):
    """One or more scenarios cannot be played; `faults` are all of them, each with place and remedy."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def read_scenarios(file: str, text: str, folder: Path) -> list[Scenario]:
    """The scenarios of a file; paths in it are below `folder`. Raises: BadScenarioError."""
    try:
        found = documents(text)
    except UnreadableError as error:
        raise BadScenarioError([f"{file}: scenario: {error}"]) from None
    faults: list[str] = []
    scenarios = []
    for number, document in enumerate(found, 1):
        noted = Faults(file, document)
        name = Path(file).stem if len(found) == 1 else f"{Path(file).stem}-{number}"
        scenarios.append(_scenario(file, name, document, noted, folder))
        faults += noted.found
    if not found:
        faults.append(f"{file}: scenario: the list is empty; write at least one")
    if faults:
        raise BadScenarioError(faults)
    return scenarios


def _scenario(file: str, name: str, document: Document, faults: Faults, folder: Path) -> Scenario:
    if not isinstance(document.data, dict) or not document.data:
        faults.note((), "write a mapping with account and turns; `arrears journey --example` prints one")
    fields = Fields(document.data, (), faults)
    language = fields.choice(LANGUAGES, "", "language", "lang") or None
    written = Fields(fields.get("account", "case", "borrower") or {}, ("account",), faults)
    now = _now(fields, written)
    typed = document.typed if isinstance(document.typed, dict) else {}
    policy, policy_folder = _policy(fields, typed, folder)
    channel = fields.choice(CHANNEL_WORDS, "sms", "channel")
    call, opening = _first(fields, channel)
    account = read_account(written, now.astimezone(UTC).date(), language, called=channel == "voice")
    if call == "outbound" and account.phone.startswith(_NOT_CALLED):
        faults.note(("channel",), "nobody in mainland China is called; write call: inbound, or another phone")
    scenario = Scenario(
        name=fields.text(name, "name", "id", "title"),
        file=file,
        account=account,
        channel=channel,
        now=now,
        opening=opening,
        call=call,
        acts=read_acts(fields, CHANNEL_WORDS),
        answers=_answers(fields, account, channel),
        policy=policy,
        policy_folder=policy_folder,
        typed=_typed(fields),
        expect=next((typed[key] for key in ("expect", "expected") if key in typed), None),
    )
    check_lines(scenario.acts, fields.name_used(*TURNS), channel, faults)
    fields.finish(also=("expect", "expected", "description", "notes", "comment", "version", "tags"))
    return scenario


def _now(fields: Fields, account: Fields) -> datetime:
    """The instant at which the journey begins; without a zone it is on the borrower's clock."""
    default = datetime.combine(_DEFAULT_DAY, _MORNING)
    remedy = "write a day or an instant such as 2026-03-02T10:00 or 2026-03-02T15:00:00Z"
    names = ("now", "reference_time", "at", "start", "time", "clock")
    written = fields.read(instant, remedy, default, *names)
    text = fields.get(*names)
    if isinstance(text, str) and len(text.strip()) <= len("2026-03-02"):
        written = datetime.combine(written.date(), _MORNING)
    if written.tzinfo is not None:
        return written.astimezone(UTC)
    return written.replace(tzinfo=_zone(account)).astimezone(UTC)


def _zone(account: Fields) -> ZoneInfo:
    """The borrower's zone, as far as the scenario names it."""
    country = account.text("US", "country").upper()
    region = account.text("", "region", "state", "province").upper()
    remedy = "write an IANA zone such as America/New_York"
    places = yaml.safe_load((ROOT / "policy" / "places.yml").read_text(encoding="utf-8"))
    of_region = places["regions"].get(country, {}).get(region)
    default = ZoneInfo(of_region[0] if of_region else PLACES.get(country, {}).get("zone", "UTC"))
    return account.read(_zone_named, remedy, default, "zone", "time_zone", "timezone")


def _zone_named(written: str) -> ZoneInfo:
    try:
        return ZoneInfo(written)
    except (ZoneInfoNotFoundError, OSError):
        raise ValueError from None


def _first(fields: Fields, channel: str) -> tuple[str, str]:
    """Who calls, and who speaks first."""
    call = fields.choice(CALLS, "outbound" if channel == "voice" else "", "call", "direction")
    opening = fields.choice(_OPENINGS, "borrower", "opening", "opens", "first")
    if channel != "voice":
        if call:
            fields.faults.note(("call",), "only with channel: voice; among turns write {call: inbound}")
        return "", opening
    if fields.has("opening", "opens", "first"):
        fields.faults.note(("opening",), "on the phone write call: outbound or call: inbound instead")
    return call, "lender" if call == "outbound" else "borrower"


def _answers(fields: Fields, account: Account, channel: str) -> dict[str, str]:
    """Answers by question. The identity question has one unless it is taken away; on a call there are two."""
    written = fields.get("answers") or {}
    answers = {"identity": account.identity}
    if channel == "voice":
        answers = {"identity": account.birth, "last4": account.loans[0].last4}
    if not isinstance(written, dict):
        fields.faults.note(("answers",), f"write a mapping with keys of {', '.join(QUESTIONS)}")
        return answers
    for key, text in written.items():
        question = _ANSWER_NAMES.get(key, key)
        if question not in QUESTIONS:
            fields.faults.note(("answers", key), f"no such question; there are {', '.join(QUESTIONS)}")
        elif not isinstance(text, str):
            fields.faults.note(("answers", key), "write the text that the borrower answers with")
        elif text.strip().casefold() in ABSENT:
            for each in (question, "last4") if question == "identity" else (question,):
                answers.pop(each, None)
        else:
            answers[question] = text
    return answers


def _typed(fields: Fields) -> tuple[date, str] | None:
    """What is typed into the web page's form in the place of the right answers."""
    written = fields.get("page_identity")
    if written is None:
        return None
    form = Fields(written, ("page_identity",), fields.faults)
    born = form.day(date(1900, 1, 1), "born", "birth_on", "dob")
    last4 = form.text("0000", "last4", "account_last4")
    form.finish()
    return born, last4


def _policy(fields: Fields, typed: dict[str, Any], folder: Path) -> tuple[dict[str, Any], Path | None]:
    """Files of policy/ by name, each with the path of another file or with content of its own."""
    written, meant = fields.get("policy"), typed.get("policy")
    if written is None:
        return {}, None
    if isinstance(written, str):
        if written in ("default", "policy"):
            return {}, None
        return {}, _existing(fields, folder, written, ("policy",), a_folder=True)
    if not isinstance(written, dict) or not isinstance(meant, dict):
        fields.faults.note(("policy",), "write a folder, or a mapping of policy file to path or content")
        return {}, None
    overrides: dict[str, Any] = {}
    for name, content in written.items():
        target = name if name.endswith(".yml") or (ROOT / "policy" / name).is_dir() else f"{name}.yml"
        if not (ROOT / "policy" / target).exists() or ".." in target:
            known = ", ".join(sorted(path.name for path in (ROOT / "policy").glob("*.yml")))
            fields.faults.note(
                ("policy", name), f"no such policy file; there are {known}, messages/en.yml, ..."
            )
        elif isinstance(content, str):
            overrides[target] = _existing(fields, folder, content, ("policy", name))
        else:
            overrides[target] = meant[name]
    return overrides, None


def _existing(
    fields: Fields, folder: Path, written: str, path: tuple[str, ...], *, a_folder: bool = False
) -> Path:
    """The path, from the scenario's own folder, or else from the repository's."""
    tried = [(base / Path(written).expanduser()).resolve() for base in (folder, ROOT)]
    found = [each for each in tried if (each.is_dir() if a_folder else each.exists())]
    if not found:
        kind = "folder" if a_folder else "file or folder"
        fields.faults.note(path, f"there is no such {kind}; write a path from the scenario's own folder")
    return found[0] if found else tried[0]
