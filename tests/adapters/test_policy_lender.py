"""The lender's own choices are read whole, or refused with file, key and remedy."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
import yaml

from arrears.adapters.policy_lender import load_lender
from arrears.adapters.policy_messages import PolicyFileError
from arrears.domain.payment_ways import PaymentWay
from tests.builders.store import ROOT

SHIPPED = ROOT / "policy" / "lender.yml"


def written(folder: Path, edit) -> Path:
    content = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
    edit(content)
    path = folder / "lender.yml"
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    return path


def test_the_shipped_file_is_read() -> None:
    lender = load_lender(SHIPPED)
    assert lender.callback_number.startswith("+1 212 555 01")
    home = lender.staff.home
    assert (home.hours.opens, home.hours.closes) == (time(9), time(18))
    assert home.weekdays == frozenset(range(5))
    assert lender.payment_ways == (PaymentWay.BANK_TRANSFER, PaymentWay.PHONE)


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (lambda c: c.pop("callback_number"), "callback_number"),
        (lambda c: c.pop("payment_ways"), "payment_ways"),
        (lambda c: c.update(payment_ways=[]), "payment_ways"),
        (lambda c: c.update(payment_ways=["card_number_by_text"]), "payment_ways.0"),
        (lambda c: c.update(more=1), "more"),
        (lambda c: c["staffing"].update(weekdays=[]), "staffing.weekdays"),
        (lambda c: c["staffing"].update(weekdays=["someday"]), "staffing.weekdays: use names of monday"),
        (lambda c: c["staffing"].update(answer_minutes=0), "staffing.answer_minutes"),
        (lambda c: c["staffing"].update(approval_hours=-1), "staffing.approval_hours"),
        (lambda c: c["staffing"].update(opens="late"), "staffing.opens"),
        (lambda c: c["staffing"].update(zone="America/Nowhere"), "staffing.zone"),
        (lambda c: c["staffing"].update(opens="18:00", closes="09:00"), "staffing"),
        (lambda c: c["staffing"].update(holidays="lunar"), "staffing.holidays: use one of .*cn_mainland"),
        (lambda c: c["staffing_in"].update(ZZ=c["staffing"]), "staffing_in.ZZ: use a country's two letters"),
        (lambda c: c["staffing_in"].update(cn=c["staffing"]), "staffing_in.cn"),
        (lambda c: c["staffing_in"]["CN"].pop("zone"), "staffing_in.CN.zone"),
        (lambda c: c["staffing_in"]["CN"].update(zone="Asia/Nowhere"), "staffing_in.CN.zone: use a name"),
        (lambda c: c["staffing_in"]["CN"].update(weekdays=["someday"]), "staffing_in.CN.weekdays: use names"),
        (lambda c: c["staffing_in"]["CN"].update(closes="09:00"), "staffing_in.CN.closes: must be later"),
        (lambda c: c["staffing_in"]["CN"].update(more=1), "staffing_in.CN.more"),
        (lambda c: c.update(promise_grace_retry_days=-1), "promise_grace_retry_days"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_by_key(tmp_path: Path, edit, told) -> None:
    with pytest.raises(PolicyFileError, match=told):
        load_lender(written(tmp_path, edit))


@pytest.mark.parametrize("content", [None, "a: [", "", "- a"])
def test_a_file_that_cannot_be_read_is_refused_by_name(tmp_path: Path, content) -> None:
    path = tmp_path / "lender.yml"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(PolicyFileError, match=r"lender\.yml"):
        load_lender(path)


def test_borrowers_in_china_have_a_team_of_their_own_and_all_others_the_one_at_home() -> None:
    staff = load_lender(SHIPPED).staff
    assert staff.serving("CN").zone == "Asia/Shanghai"
    assert staff.serving("US") is staff.serving("GB") is staff.home


def test_without_teams_abroad_everybody_is_served_at_home(tmp_path: Path) -> None:
    staff = load_lender(written(tmp_path, lambda c: c.pop("staffing_in"))).staff
    assert staff.serving("CN") is staff.home


@pytest.mark.parametrize(
    ("country", "day", "there"),
    [
        ("CN", "2026-02-24", True),
        ("CN", "2026-02-17", False),  # the Spring Festival
        ("US", "2026-02-17", True),
        ("US", "2026-11-26", False),  # Thanksgiving
        ("CN", "2026-11-26", True),
        ("CN", "2026-03-07", False),  # a Saturday
    ],
)
def test_each_team_keeps_the_holidays_of_its_country(country: str, day: str, there: bool) -> None:
    assert load_lender(SHIPPED).staff.serving(country).works_on(date.fromisoformat(day)) is there
