"""What a request on a call was answered first counts, as long as the call lasts."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from arrears.services.answer_again import answered_before, keep_answer
from arrears.store import Store
from tests.builders.phone import Phone

REQUEST = "gather.1/0/heard"


@pytest.fixture
def phone(store: Store) -> Phone:
    phone = Phone(store)
    phone.calls_us()
    return phone


def test_the_first_answer_counts(phone: Phone) -> None:
    assert answered_before(phone.desk, phone.call_id, REQUEST) is None
    assert keep_answer(phone.desk, phone.call_id, REQUEST, "<one/>", and_that="words/gone") == "<one/>"
    assert keep_answer(phone.desk, phone.call_id, REQUEST, "<two/>") == "<one/>"
    assert answered_before(phone.desk, phone.call_id, REQUEST) == "<one/>"
    assert answered_before(phone.desk, phone.call_id, "words/gone") == ""
    assert answered_before(phone.desk, phone.call_id, "gather.2/0/heard") is None


def test_of_answers_that_are_kept_at_once_all_get_the_same(phone: Phone) -> None:
    together = Barrier(4)

    def keep(number: int) -> str:
        together.wait()
        return keep_answer(phone.desk, phone.call_id, REQUEST, f"<{number}/>")

    with ThreadPoolExecutor(4) as threads:
        assert len(set(threads.map(keep, range(4)))) == 1


def test_once_the_call_is_over_nothing_is_kept(phone: Phone) -> None:
    keep_answer(phone.desk, phone.call_id, REQUEST, "<one/>")
    phone.reports(None, "completed")
    assert answered_before(phone.desk, phone.call_id, REQUEST) is None
    assert keep_answer(phone.desk, phone.call_id, REQUEST, "<two/>") == "<two/>"
    assert answered_before(phone.desk, phone.call_id, REQUEST) is None
