"""Passwords, sessions, and the limit on guessing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from arrears.desk import Desk
from arrears.services.sign_in import (
    FAILURES,
    LONGEST_PASSWORD,
    hash_password,
    same_secret,
    session_of,
    sign_in,
    sign_out,
)
from arrears.store import Store, access
from arrears.store.tables.access import sessions, users
from tests.builders.console import PASSWORD, desk_over, save_user


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    desk = desk_over(sqlite_store)
    save_user(desk.store)
    return desk


def test_the_right_password_opens_a_session(desk):
    opened = sign_in(desk, " mei ", PASSWORD)
    assert opened is not None
    session = session_of(desk, opened.token)
    assert session is not None
    assert session.user.login == "mei"


def test_a_password_that_the_application_hashed_opens_a_session(desk):
    with desk.store.write() as tx:
        access.save_user(tx, "new", hash_password("another password"), "reader")
    assert sign_in(desk, "new", "another password") is not None
    assert sign_in(desk, "new", PASSWORD) is None


def test_neither_password_nor_token_is_stored_as_it_is(desk):
    opened = sign_in(desk, "mei", PASSWORD)
    with desk.store.read() as tx:
        user = tx.execute(users.select()).one()
        session = tx.execute(sessions.select()).one()
    assert user.password_hash.startswith("$argon2id$")
    assert PASSWORD not in user.password_hash
    assert opened.token not in (session.token_hash, session.csrf)


@pytest.mark.parametrize(
    ("login", "password"),
    [
        ("mei", "wrong"),
        ("mei", ""),
        ("mei", "x" * (LONGEST_PASSWORD + 1)),
        ("nobody", PASSWORD),
        ("", ""),
    ],
)
def test_anything_else_opens_nothing(desk, login, password):
    assert sign_in(desk, login, password) is None


def test_the_fifth_failure_locks_the_login_and_the_fourth_does_not(desk):
    for _ in range(FAILURES - 1):
        sign_in(desk, "mei", "wrong")
    assert sign_in(desk, "mei", PASSWORD) is not None
    sign_in(desk, "mei", "wrong")
    assert sign_in(desk, "mei", PASSWORD) is None


def test_the_lock_counts_a_login_however_it_is_written(desk):
    for written in ("mei", "MEI", " Mei", "mei ", "mEI"):
        sign_in(desk, written, "wrong")
    assert sign_in(desk, "mei", PASSWORD) is None


def test_the_lock_opens_after_a_quarter_of_an_hour_without_tries(desk):
    for _ in range(FAILURES):
        sign_in(desk, "mei", "wrong")
    desk.machine_clock.move(minutes=15)
    assert sign_in(desk, "mei", PASSWORD) is not None


def test_other_logins_are_not_locked(desk):
    save_user(desk.store, "other")
    for _ in range(FAILURES):
        sign_in(desk, "mei", "wrong")
    assert sign_in(desk, "other", PASSWORD) is not None


@pytest.mark.parametrize(
    ("age", "lives"), [(timedelta(hours=12) - timedelta(seconds=1), True), (timedelta(hours=12), False)]
)
def test_a_session_lives_twelve_hours_of_machine_time(desk, age, lives):
    opened = sign_in(desk, "mei", PASSWORD)
    desk.clock.move(days=30)  # business time does not age it
    desk.machine_clock.move(seconds=age.total_seconds())
    assert (session_of(desk, opened.token) is not None) is lives


def test_signing_out_ends_the_session_on_the_server(desk):
    opened = sign_in(desk, "mei", PASSWORD)
    sign_out(desk, opened.token)
    assert session_of(desk, opened.token) is None


@pytest.mark.parametrize("password", ["", "x" * (LONGEST_PASSWORD + 1)])
def test_a_password_that_cannot_be_used_is_not_set(password):
    with pytest.raises(ValueError, match="a password has"):
        hash_password(password)


@pytest.mark.parametrize(("given", "same"), [("secret", True), ("Secret", False), ("", False), ("密", False)])
def test_secrets_are_the_same_only_when_they_are_equal(given, same):
    assert same_secret(given, "secret") is same
