"""Each role may do what the ones before it may, and nobody decides what is left to a role above theirs."""

from __future__ import annotations

import pytest

from arrears.domain.roles import Role, may_act, may_approve


@pytest.mark.parametrize(
    ("role", "acts"),
    [("reader", False), ("agent", True), ("supervisor", True), ("manager", True), ("unheard of", False)],
)
def test_readers_and_unknown_roles_do_nothing(role: str, acts: bool) -> None:
    assert may_act(role) is acts


@pytest.mark.parametrize(
    ("role", "approver", "may"),
    [
        ("reader", "supervisor", False),
        ("agent", "supervisor", False),
        ("supervisor", "supervisor", True),
        ("manager", "supervisor", True),
        ("supervisor", "manager", False),
        ("manager", "manager", True),
        ("agent", "agent", False),
        ("reader", "reader", False),
        ("supervisor", "agent", True),
        ("supervisor", "credit committee", False),
        ("manager", "credit committee", True),
        ("unheard of", "unheard of", False),
    ],
)
def test_the_named_role_and_those_above_it_decide(role: str, approver: str, may: bool) -> None:
    assert may_approve(role, approver) is may


def test_the_roles_are_in_order() -> None:
    assert tuple(Role) == (Role.READER, Role.AGENT, Role.SUPERVISOR, Role.MANAGER)
