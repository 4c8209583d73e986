"""One case's evidence against the law: every contact, with what came before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tools.verifier.export import Made, instant, made, said_in, with_everyone
from tools.verifier.findings import Finding
from tools.verifier.judge import judge
from tools.verifier.world import History, Number, Said

Json = dict[str, Any]


def contacts_hold(document: Json) -> Iterator[Finding]:
    """What the contacts of the file break; nothing when each was permitted and lawful."""
    entries = document["entries"]
    texts = {
        int(seq): fields["text"]["value"] or ""
        for seq, fields in document["personal"].items()
        if "text" in fields
    }
    everything = made(document["case"], entries, texts)
    yield from _permits(everything, entries, texts)
    yield from _transcript(everything, entries, texts)
    yield from _identity(everything, entries)
    said = [word for entry in entries for word in said_in(entry)]
    yield from _judged(everything, said)


def _permits(everything: list[Made], entries: list[Json], texts: dict[int, str]) -> Iterator[Finding]:
    """Each contact has a permit of its own, issued before it and not expired."""
    seen: set[str] = set()
    for item in everything:
        if item.decision is None:
            yield Finding(item.entry, "PERMIT", "a contact without a permit")
            continue
        if item.permit in seen:
            yield Finding(item.entry, "PERMIT", "a permit was used a second time")
        seen.add(item.permit)
        grant = entries[item.decision - 1]
        if item.entry < item.decision or item.contact.at < instant(grant["at"]):
            yield Finding(item.entry, "PERMIT", "the permit was issued after the contact")
        if not item.known:
            words = "from before version 0.2: permitted, but on which facts is not in the file"
            yield Finding(item.entry, "FACTS", words)
            continue
        valid_until = grant["payload"].get("valid_until")
        if valid_until is None or item.contact.at > instant(valid_until):
            yield Finding(item.entry, "PERMIT", "the permit had expired")
        told = entries[item.entry - 1]["payload"]
        if told["outreach"] != grant["payload"]["outreach"] or not _same(told, grant["payload"]):
            yield Finding(item.entry, "PERMIT", "the permit was for another contact")
        sent, permitted = texts.get(item.entry), texts.get(item.decision)
        if sent and permitted and sent != permitted:  # one of them may have been erased
            yield Finding(item.entry, "PERMIT", "other words were sent than were permitted")


def _same(told: Json, granted: Json) -> bool:
    """Whether the contact went by the way that was permitted, to the number that was."""
    proposed, facts = granted.get("contact") or {}, granted["facts"]
    if "channel" not in told or told.get("number") not in (None, facts.get("point_id")):
        return "channel" not in told
    return all(proposed[key] == told[key] for key in ("channel", "carrier", "purpose") if key in proposed)


def _transcript(everything: list[Made], entries: list[Json], texts: dict[int, str]) -> Iterator[Finding]:
    """The transcript tells the words that were sent."""
    told = {
        entry["payload"]["outreach"]: texts.get(entry["seq"])
        for entry in entries
        if entry["kind"] == "turn" and entry["payload"].get("outreach") is not None
    }
    for item in everything:
        sent, said = texts.get(item.entry), told.get(entries[item.entry - 1]["payload"]["outreach"])
        if sent and said and sent != said:  # one of them may have been erased
            yield Finding(item.entry, "TURN", "the transcript tells other words than were sent")


def _identity(everything: list[Made], entries: list[Json]) -> Iterator[Finding]:
    """Who was spoken to about the debt had shown who they are."""
    proofs = [
        (entry["seq"], entry["payload"].get("conversation"))
        for entry in entries
        if entry["kind"] == "identity" and entry["payload"].get("matched")
    ]
    for item in everything:
        if not item.contact.speaks_of_debt:
            continue
        conversation = entries[item.entry - 1]["payload"].get("conversation")
        known = any(seq < item.entry and (conversation in (None, proof)) for seq, proof in proofs)
        if not known:
            yield Finding(item.entry, "USF-3PD-1", "spoke of the debt, and no identity check came before it")


def _judged(everything: list[Made], said: list[Said]) -> Iterator[Finding]:
    numbers: dict[str, Number] = {n.id: n for item in everything for n in item.person.numbers}
    history = History()
    for item in everything:
        words = {*said, *item.said_elsewhere}
        history.said = sorted(words, key=lambda word: word.at)
        person = with_everyone(item.person, numbers)
        before = History([*history.contacts, *item.elsewhere], history.said)
        for violation in judge(person, before, item.contact) if item.known else ():
            yield Finding(item.entry, violation.rule, violation.words)
        history.contacts.append(item.contact)
