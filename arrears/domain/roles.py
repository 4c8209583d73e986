"""Who may do what in the console: each role may do everything that the ones before it may."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a console user is, the least first."""

    READER = "reader"  # sees everything and does nothing
    AGENT = "agent"  # takes conversations over and writes in them
    SUPERVISOR = "supervisor"  # decides what a policy leaves to a supervisor
    MANAGER = "manager"  # decides what any policy leaves to a person


_RANKS = tuple(Role)


def may_act(role: str) -> bool:
    """Whether the role may do more than read. A role that nobody knows only reads."""
    return _rank(role, unknown=0) >= _RANKS.index(Role.AGENT)


def may_approve(role: str, approver: str) -> bool:
    """Whether the role may decide what the policy leaves to `approver`: that role, or one above it.

    Agents and readers decide nothing. An approver that is no role of ours is left to the highest one.
    """
    least = max(_rank(approver, unknown=len(_RANKS) - 1), _RANKS.index(Role.SUPERVISOR))
    return _rank(role, unknown=0) >= least


def _rank(name: str, *, unknown: int) -> int:
    return _RANKS.index(Role(name)) if name in set(Role) else unknown
