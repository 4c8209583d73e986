from pathlib import Path

import pytest

from arrears.adapters.policy_places import load_places

PLACES = load_places(Path(__file__).parents[2] / "policy" / "places.yml")
STATES = [
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA",
    "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM",
    "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA",
    "WV", "WI", "WY",
]  # fmt: skip


@pytest.mark.parametrize(
    ("place", "zones"),
    [
        (("US", "NY", None), ("America/New_York",)),
        (("US", "TX", None), ("America/Chicago", "America/Denver")),
        (("US", "TX", "America/Denver"), ("America/Denver",)),
        (("US", "NY", "America/Denver"), ("America/Denver", "America/New_York")),
        (("US", None, None), ()),
        (("US", None, "America/Denver"), ("America/Denver",)),
        (("CN", "GD", None), ("Asia/Shanghai",)),
        (("FR", None, None), ()),
    ],
)
def test_an_address_has_every_zone_it_may_lie_in(place, zones):
    assert PLACES.zones(*place) == zones


def test_every_state_is_there():
    assert all(PLACES.zones("US", state, None) for state in STATES)
    assert len(STATES) == 51
