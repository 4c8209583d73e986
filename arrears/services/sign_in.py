"""Who may come into the console: passwords, sessions, and the limit on guessing. Machine time throughout."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta
from threading import Lock

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from arrears.desk import Desk
from arrears.store import access
from arrears.store.access import Session, User

SESSION_LIFE = timedelta(hours=12)
"""A working day; after it one signs in again."""

FAILURES = 5
"""Wrong passwords one login may have within FAILURE_WINDOW."""

FAILURE_WINDOW = timedelta(minutes=15)

LONGEST_PASSWORD = 1024
"""Characters; a longer one is wrong without being hashed."""

_HASHER = PasswordHasher()
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21lc2FsdA$dGhpc2lzbm90dGhlaGFzaG9mYW55cGFzc3dvcmQhISE"
"""Checked when the login is unknown, so that the answer takes as long as for a known one."""

_ONE_AT_A_TIME = Lock()
"""Counting and checking go together, and no crowd of guesses takes 64 MiB each."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A new session; the token goes to the browser and is kept here by its digest alone."""

    user: User
    token: str


def hash_password(password: str) -> str:
    """The password as it is stored, argon2id. Raises: ValueError when it is empty or too long."""
    if not 0 < len(password) <= LONGEST_PASSWORD:
        raise ValueError(f"a password has 1 to {LONGEST_PASSWORD} characters")
    return _HASHER.hash(password)


def sign_in(desk: Desk, login: str, password: str) -> SignedIn | None:
    """A session for the right password; None when it is wrong, the login unknown, or guessed at too often.

    The three are not told apart to the one who tries.
    """
    login = login.strip()
    index = desk.store.blind(f"login:{login.casefold()}")
    with _ONE_AT_A_TIME:
        user = _user_who_may_try(desk, login, index)
        right = _is_right(user, password)
        now = desk.machine_clock.now()
        with desk.store.write() as tx:
            if user is None or not right:
                access.append_sign_in_failure(tx, index, now)
                return None
            token, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
            access.open_session(tx, user, token=token, csrf=csrf, now=now, life=SESSION_LIFE)
            return SignedIn(user, token)


def session_of(desk: Desk, token: str) -> Session | None:
    """The live session behind a browser's token."""
    with desk.store.read() as tx:
        return access.find_session(tx, token, desk.machine_clock.now())


def sign_out(desk: Desk, token: str) -> None:
    """The token opens nothing any more."""
    with desk.store.write() as tx:
        access.end_session(tx, token)


def same_secret(given: str, wanted: str) -> bool:
    """Whether two secrets are equal, in constant time."""
    return hmac.compare_digest(given.encode(), wanted.encode())


def _user_who_may_try(desk: Desk, login: str, index: str) -> User | None:
    """The user; None when unknown, or locked out for the time being."""
    since = desk.machine_clock.now() - FAILURE_WINDOW
    with desk.store.read() as tx:
        if access.sign_in_failures_since(tx, index, since) >= FAILURES:
            return None
        return access.find_user(tx, login)


def _is_right(user: User | None, password: str) -> bool:
    if len(password) > LONGEST_PASSWORD:
        return False
    try:
        return _HASHER.verify(_NOBODY if user is None else user.password_hash, password)
    except (VerificationError, InvalidHashError):
        return False
