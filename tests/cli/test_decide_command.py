"""`arrears decide` and `arrears packs`: a question in JSON, an answer in JSON, in both languages."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from arrears.adapters.decision_documents import schema
from tests.builders.command_line import fails_in_one_line
from tests.builders.compliance import LENDER, NEUTRAL
from tests.builders.store import ROOT

DOCUMENT: dict[str, Any] = {
    "id": "one",
    "now": "2026-11-24T18:00:00Z",
    "facts": {
        "case_id": "c1",
        "point_id": "p1",
        "place": {
            "country": "US",
            "region": "TX",
            "number_country": "US",
            "number_region": "TX",
            "zones": ["America/Chicago"],
        },
        "debt": {"relationship": "first_party", "purpose": "consumer", "product": "personal-term"},
        "line": {"type": "mobile", "confirmed_at": "2026-11-01T00:00:00Z", "sender_registered": True},
        "consents": [
            {
                "action": "given",
                "channel": "sms",
                "at": "2026-06-01T00:00:00Z",
                "how": "application",
                "point_id": "p1",
            }
        ],
    },
    "contact": {
        "channel": "sms",
        "carrier": "twilio",
        "purpose": "outreach",
        "language": "en",
        "text": NEUTRAL,
        "speaks_of_debt": False,
        "lender": LENDER,
    },
}


GIVEN: dict[str, Any] = DOCUMENT["facts"]["consents"][0]
PLACE: dict[str, Any] = DOCUMENT["facts"]["place"]


def changed(**changes: object) -> dict[str, Any]:
    """The document with these fields of the facts changed."""
    return DOCUMENT | {"facts": DOCUMENT["facts"] | changes}


@pytest.fixture
def decide(arrears, monkeypatch):
    """The answers to what is piped in, and the exit status."""

    def asked(written: str, *options: str) -> tuple[int, list[dict[str, Any]]]:
        monkeypatch.setattr("sys.stdin", io.StringIO(written))
        typed = arrears("decide", *options)
        return typed.status, [json.loads(line) for line in typed.out.splitlines()]

    return asked


def rules(answer: dict[str, Any]) -> set[str]:
    return {each["rule_id"] for each in answer["fired"]}


def test_a_lawful_text_is_granted_with_its_reasons_and_its_end(decide) -> None:
    status, (answer,) = decide(json.dumps(DOCUMENT))
    assert status == 0
    assert (answer["id"], answer["outcome"], answer["explained"]) == ("one", "granted", "Permitted")
    assert answer["valid_until"] == "2026-11-24T22:00:00+00:00"
    assert {"USF-TIME-1", "TCPA-TEXT-1"} <= rules(answer)
    assert all(each["why"] and each["citation"] and "{" not in each["why"] for each in answer["fired"])


def test_a_document_may_be_spread_over_lines(decide) -> None:
    status, answers = decide(json.dumps(DOCUMENT, indent=2))
    assert (status, len(answers)) == (0, 1)


def test_documents_may_stand_in_an_array_and_each_is_answered(decide) -> None:
    late = DOCUMENT | {"id": "two", "now": "2026-11-24T09:00:00Z"}
    status, answers = decide(json.dumps([DOCUMENT, {}, late], indent=1))
    assert status == 1
    assert [answer.get("outcome") for answer in answers] == ["granted", None, "deferred"]
    assert answers[1]["document"] == 2
    assert answers[1]["error"] == ["now: is needed", "facts: is needed"]


def test_a_field_that_is_written_twice_is_refused(decide) -> None:
    twice = json.dumps(DOCUMENT)[:-1] + ', "now": "2020-01-01T00:00:00Z"}'
    _, (answer,) = decide(twice)
    assert answer["error"] == ["document: the field now is written twice in one object"]


@pytest.mark.parametrize("written", ["", " \n", "[]"])
def test_nothing_to_decide_is_said_in_one_line(arrears, monkeypatch, written: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(written))
    typed = arrears("decide")
    fails_in_one_line(typed, "there is no document to decide")


def test_a_file_may_begin_with_the_mark_of_a_spreadsheet_and_windows_line_ends(
    arrears, tmp_path: Path
) -> None:
    file = tmp_path / "asked.json"
    file.write_bytes(b"\xef\xbb\xbf" + (json.dumps(DOCUMENT) + "\r\n").encode() * 2)
    answers = [json.loads(line) for line in arrears("decide", file).out.splitlines()]
    assert [answer["outcome"] for answer in answers] == ["granted", "granted"]
    file.write_text(json.dumps(DOCUMENT), encoding="utf-16")
    assert "is not written in UTF-8" in arrears("decide", file).out


def test_what_ends_a_refusal_is_told_in_words(decide) -> None:
    _, (answer,) = decide(json.dumps(changed(consents=[])))
    refusal = next(each for each in answer["fired"] if each["rule_id"] == "TCPA-TEXT-1")
    assert (refusal["lifts"], refusal["ends"]) == (
        "consent", "Until the person agrees to this channel and number again."
    )  # fmt: skip


def test_a_deferral_names_the_first_lawful_instant_on_the_persons_clock(decide) -> None:
    _, (answer,) = decide(json.dumps(DOCUMENT | {"now": "2026-11-24T09:00:00Z"}))
    assert (answer["outcome"], answer["until"]) == ("deferred", "2026-11-24T14:00:00+00:00")
    assert answer["explained"] == "Not before 2026-11-24 08:00 America/Chicago"


def test_explanations_come_in_chinese(decide) -> None:
    _, (answer,) = decide(json.dumps(changed(consents=[])), "--language", "zh")
    assert answer["explained"] == "拒绝"
    why = next(each["why"] for each in answer["fired"] if each["rule_id"] == "TCPA-TEXT-1")
    assert "同意" in why


def test_which_packs_bind_is_told_with_why(decide) -> None:
    _, (answer,) = decide(json.dumps(DOCUMENT))
    told = {each["id"]: each for each in answer["packs"]}
    assert told["us_federal"]["binds"] is True
    assert told["china"]["binds"] is False
    assert all(each["because"] and each["version"] for each in told.values())


def test_a_line_that_is_wrong_is_named_and_the_rest_goes_on(decide) -> None:
    wrong = changed(debt={"relationship": "own", "colour": "red"}) | {"contact": None}
    status, answers = decide("\n".join(map(json.dumps, [DOCUMENT, wrong, DOCUMENT])))
    assert status == 1
    assert [answer.get("outcome") for answer in answers] == ["granted", None, "granted"]
    assert answers[1]["line"] == 2
    told = "; ".join(answers[1]["error"])
    assert "facts.debt.relationship" in told
    assert "facts.debt.colour: is not a field here" in told


def test_errors_quote_no_values(decide) -> None:
    wrong = DOCUMENT | {"contact": DOCUMENT["contact"] | {"channel": "+12125550123"}}
    _, (answer,) = decide(json.dumps(wrong))
    assert "555" not in json.dumps(answer)


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (DOCUMENT | {"now": "2026-11-24T18:00:00"}, "now: "),
        (DOCUMENT | {"now": 1_790_000_000}, "now: write an instant with its zone"),
        (DOCUMENT | {"now": "9999-12-31T23:59:59Z"}, "now: write a year from 1900 to 2199"),
        (DOCUMENT | {"colour": "red"}, "colour: is not a field here; see --schema"),
        (DOCUMENT | {"pack": ["us_tcpa"]}, "pack: is not a field here; see --schema; is packs meant?"),
        (DOCUMENT | {"packs": ["us_tcpa", "us_fed"]}, "packs.1: is no rule pack"),
        (DOCUMENT | {"packs": "us_tcpa"}, "packs: write a list in brackets"),
        (changed(inbound_at="2026-11-24T18:00:00"), "facts.inbound_at: an instant needs a time zone"),
        (changed(consents=[GIVEN | {"at": "2026-06-01T00:00:00"}]), "facts.consents.0.at: an instant needs"),
        (changed(inconvenient=[{"opens": "12:00Z", "closes": "14:00"}]), "inconvenient.0.opens: a time of"),
        (changed(inconvenient=[{"opens": "25:00", "closes": "14:00"}]), "opens: write a time of the day"),
        (changed(inconvenient_weekdays=[7]), "facts.inconvenient_weekdays: write numbers from 0"),
        (changed(verified="no"), "facts.verified: write true or false"),
        (changed(replies_sent="2"), "facts.replies_sent: write a whole number"),
        (changed(debt={"purpose": "own"}), "facts.debt.purpose: write one of 'consumer', 'commercial'"),
        (changed(place=PLACE | {"zones": "America/Chicago"}), "facts.place.zones: write a list in brackets"),
        (changed(place=PLACE | {"country": "us"}), "facts.place.country: write the two capitals"),
        (changed(place=PLACE | {"number_country": "USA"}), "facts.place.number_country: write the two capit"),
        (changed(place=PLACE | {"region": "Texas"}), "facts.place.region: write the two capitals of the st"),
        (changed(terms={"entered_on": "1.6.2025"}), "facts.terms.entered_on: write a day"),
        (DOCUMENT | {"contact": None}, "propose either a contact or an act"),
        (DOCUMENT | {"act": {"kind": "furnish"}}, "propose either a contact or an act"),
        ({}, "now: is needed"),
    ],
)
def test_what_is_missing_or_vague_is_named(decide, document, words) -> None:
    status, (answer,) = decide(json.dumps(document))
    assert status == 1
    assert any(words in problem for problem in answer["error"]), answer


def test_what_is_no_json_is_said_of_its_line(decide) -> None:
    status, answers = decide(json.dumps(DOCUMENT) + "\nnonsense\n")
    assert status == 1
    assert "error" in answers[1]


def test_a_step_that_is_no_contact_is_decided_too(decide) -> None:
    asked = {key: value for key, value in DOCUMENT.items() if key != "contact"} | {"act": {"kind": "furnish"}}
    facts = DOCUMENT["facts"] | {"debt": {"relationship": "third_party", "purpose": "consumer"}}
    _, (answer,) = decide(json.dumps(asked | {"facts": facts}))
    assert answer["outcome"] != "granted"
    assert "USF-CRA-1" in rules(answer)


def test_only_some_packs_may_be_asked(decide) -> None:
    _, (answer,) = decide(json.dumps(DOCUMENT | {"packs": ["us_tcpa", "us_federal"]}))
    assert {each["id"] for each in answer["packs"]} == {
        "carrier", "disclosure", "speech", "status", "us_federal", "us_tcpa"
    }  # fmt: skip


def test_the_schema_accepts_the_document_and_describes_its_fields(arrears) -> None:
    printed = json.loads(arrears("decide", "--schema").out)
    assert printed == json.loads(json.dumps(schema()))
    jsonschema.validate(DOCUMENT, printed)
    place = printed["$defs"]["Place"]["properties"]
    assert place["zones"]["description"] == "every IANA zone the person may be in"
    outcomes = {each["const"]: each.get("description") for each in printed["$defs"]["CallOutcome"]["oneOf"]}
    assert outcomes["unanswered"] == "it rang"
    assert printed["$defs"]["Place"]["additionalProperties"] is False
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(DOCUMENT | {"now": 5}, printed)


def test_every_field_of_the_schema_says_what_it_means() -> None:
    silent = [
        (name, field)
        for name, definition in schema()["$defs"].items()
        for field, shape in definition.get("properties", {}).items()
        if not ({"description", "$ref"} & shape.keys())
    ]
    assert silent == []
    assert "None" not in json.dumps(schema())


def test_a_file_that_is_not_there_is_said_in_one_line(arrears) -> None:
    typed = arrears("decide", "nowhere.json")
    assert typed.status == 1
    assert "there is no file nowhere.json" in typed.err


def test_the_list_of_packs_names_versions_and_rules(arrears) -> None:
    told = arrears("packs", "list").out
    assert "us_federal" in told
    assert "USF-TIME-1" in told


def test_a_change_of_packs_shows_which_of_yesterdays_decisions_it_would_alter(
    arrears, tmp_path: Path, yesterday
) -> None:
    packs = ROOT / "policy" / "packs"
    stricter = Path(shutil.copytree(packs, tmp_path / "stricter"))
    federal = stricter / "us_federal.yml"
    text = federal.read_text(encoding="utf-8")
    federal.write_text(text.replace('closes: "21:00"', 'closes: "11:00"', 1), encoding="utf-8")
    same = arrears("packs", "diff", packs, packs, "--on", "2026-03-02")
    assert "2026-03-02: 1 decisions, 0 come out differently" in same.out
    told = arrears("packs", "diff", packs, stricter, "--on", "2026-03-02").out
    assert "1 decisions, 1 come out differently" in told
    assert "granted" in told
    assert "deferred until 2026-03-03" in told
    assert "write a date" in arrears("packs", "diff", packs, packs, "--on", "soon").err
    assert "there is no folder gone" in arrears("packs", "diff", packs, "gone").err


@pytest.fixture
def yesterday(arrears, tmp_path: Path) -> None:
    """One text that was permitted at noon on 2 March 2026, in the command's own database."""
    from arrears.store import open_store
    from arrears.store.types import Cipher
    from tests.builders.command_line import ENVIRONMENT
    from tests.builders.line import Line

    arrears("migrate")
    keys = ENVIRONMENT["ARREARS_DATA_KEYS"], ENVIRONMENT["ARREARS_INDEX_KEY"]
    store = open_store(f"sqlite:///{tmp_path}/a.db", Cipher((keys[0],), keys[1]))
    Line(store).write_first()
    store.engine.dispose()
