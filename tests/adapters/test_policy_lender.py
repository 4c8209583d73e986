"""The lender's own choices are read whole, or refused with file, key and remedy."""

from __future__ import annotations

from datetime import time
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
    assert (lender.staffing.hours.opens, lender.staffing.hours.closes) == (time(9), time(18))
    assert lender.staffing.weekdays == frozenset(range(5))
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
