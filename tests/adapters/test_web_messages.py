"""The messenger of the web chat takes what is permitted for it, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from arrears.adapters.web_messages import WebMessenger
from arrears.domain.compliance.decision import Granted
from arrears.domain.compliance.permit import PERMIT_LIFE, ContactPermit, permit_for
from arrears.domain.ids import PermitId
from arrears.domain.people import Carrier, Channel
from arrears.ports import SendOutcome
from tests.builders.store import MONDAY_NOON_UTC, a_borrower, an_outreach
from tests.fakes.ports import FakeClock


def a_permit(channel: Channel = Channel.WEB, carrier: Carrier = Carrier.WEB) -> ContactPermit:
    borrower = a_borrower()
    row = replace(an_outreach(borrower), channel=channel, carrier=carrier)
    granted = Granted((), MONDAY_NOON_UTC + timedelta(hours=1))
    return permit_for(row, borrower.point, granted, permit_id=PermitId("permit-1"), now=MONDAY_NOON_UTC)


@pytest.mark.parametrize(("late", "sends"), [(0, True), (1, False)])
def test_it_takes_what_is_permitted_while_the_permit_lasts(late: int, sends: bool) -> None:
    clock = FakeClock(MONDAY_NOON_UTC + PERMIT_LIFE + timedelta(microseconds=late))
    if sends:
        assert WebMessenger(clock).send(a_permit(), "hello").outcome is SendOutcome.TAKEN
    else:
        with pytest.raises(ValueError, match="has expired"):
            WebMessenger(clock).send(a_permit(), "hello")


def test_it_takes_nothing_that_is_permitted_to_another_carrier() -> None:
    permit = a_permit(Channel.SMS, Carrier.TWILIO)
    with pytest.raises(ValueError, match="is not for"):
        WebMessenger(FakeClock(MONDAY_NOON_UTC)).send(permit, "hello")


@pytest.mark.parametrize(("channel", "carrier"), [(Channel.WEB, Carrier.TWILIO), (Channel.SMS, Carrier.WEB)])
def test_no_permit_lets_a_chat_go_out_as_a_text_nor_a_text_into_a_chat(
    channel: Channel, carrier: Carrier
) -> None:
    with pytest.raises(ValueError, match="not the one"):
        a_permit(channel, carrier)
