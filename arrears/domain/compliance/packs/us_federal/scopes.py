"""Which sorts of contact the federal rules look at."""

from __future__ import annotations

from arrears.domain.compliance.facts import Debt, Place, Recipient
from arrears.domain.compliance.limits import HELP, timed
from arrears.domain.compliance.rule import Kind, initiated, reg_f_binds
from arrears.domain.people import Channel

OFFICES = Recipient.ATTORNEY, Recipient.CREDITOR, Recipient.CREDIT_BUREAU
"""Whose time and telephone the rules that protect a person do not protect.

Source: 12 CFR 1006.14(b)(3)(iii) with 1006.6(d)(1)(ii)-(vi).
"""


def to_people(place: Place, debt: Debt, kind: Kind) -> bool:
    """Every contact with a natural person that is no mere office."""
    return kind.recipient not in OFFICES


def approaches(place: Place, debt: Debt, kind: Kind) -> bool:
    """Contacts of our own initiative with a person."""
    return kind.recipient not in OFFICES and initiated(place, debt, kind)


def timed_approaches(place: Place, debt: Debt, kind: Kind) -> bool:
    """Contacts with a person that keep their hours."""
    return kind.recipient not in OFFICES and timed(place, debt, kind)


def calls(place: Place, debt: Debt, kind: Kind) -> bool:
    """Calls of our own initiative to a person."""
    return kind.channel is Channel.VOICE and approaches(place, debt, kind)


def texts(place: Place, debt: Debt, kind: Kind) -> bool:
    """Texts of our own initiative to a person."""
    return kind.channel is Channel.SMS and approaches(place, debt, kind)


def electronic(place: Place, debt: Debt, kind: Kind) -> bool:
    """Texts, e-mails and chat messages of our own initiative to a person."""
    return kind.electronic and approaches(place, debt, kind)


def collectors(place: Place, debt: Debt, kind: Kind) -> bool:
    """What a debt collector says to a person, in the sense of the law."""
    return kind.recipient not in OFFICES and kind.purpose not in HELP and reg_f_binds(place, debt)
