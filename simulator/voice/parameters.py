"""The parameters of every voice request.

Source: https://www.twilio.com/docs/voice/twiml#request-parameters
"""

from __future__ import annotations

from simulator.calls import Call

COUNTRIES = {"+1": "US", "+86": "CN", "+44": "GB", "+61": "AU", "+91": "IN"}


def parameters(call: Call) -> dict[str, str]:
    """Of one call, as it stands now; places other than the country are empty, as they often are."""
    found = call.parameters()
    for role, number in (
        ("From", call.sender),
        ("Caller", call.sender),
        ("To", call.to),
        ("Called", call.to),
    ):
        found |= {f"{role}City": "", f"{role}State": "", f"{role}Zip": "", f"{role}Country": country(number)}
    return found


def country(number: str) -> str:
    """The country of a number, or an empty text."""
    return next((name for prefix, name in COUNTRIES.items() if number.startswith(prefix)), "")
