"""Facts and proposals of compliance: an ordinary case, to be changed in the one respect a test is about."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from arrears.adapters.policy_packs import load_packs
from arrears.domain.cases import Purpose, Relationship
from arrears.domain.compliance.facts import (
    Attempt,
    Consent,
    ConsentAction,
    ContactFacts,
    ProposedContact,
)
from arrears.domain.compliance.rule import PackSet
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel, Language, LineType

PACKS_FOLDER = Path(__file__).parents[2] / "policy" / "packs"
NEW_YORK = "America/New_York"
LOS_ANGELES = "America/Los_Angeles"
SHANGHAI = "Asia/Shanghai"
LENDER = "Harbor Lending LLC"
NEUTRAL = f"Hello from {LENDER}. We have a message for you. Reply STOP to stop texts to this number."
NEUTRAL_ZH = "【港湾小额贷款有限公司】您好，有一件事需要与您本人确认。回复“退订”可停止接收短信。"
NOON = datetime(2026, 11, 24, 12, tzinfo=ZoneInfo(NEW_YORK)).astimezone(UTC)


@cache
def packs() -> PackSet:
    """The packs that ship with the project."""
    return load_packs(PACKS_FOLDER)


def at(wall: str, zone: str = NEW_YORK) -> datetime:
    """An instant in UTC, from a wall-clock time in a zone."""
    return datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def consent(
    channel: Channel | None = None,
    when: datetime = datetime(2025, 6, 1, tzinfo=UTC),
    action: ConsentAction = ConsentAction.GIVEN,
) -> Consent:
    """One entry of the consent ledger."""
    return Consent(action, channel, when, "application")


def withdrawal(channel: Channel | None, when: datetime = NOON - timedelta(hours=1)) -> Consent:
    """A person's stop."""
    return consent(channel, when, ConsentAction.WITHDRAWN)


def attempt(when: datetime, **changes: object) -> Attempt:
    """A text of ours on the case, unless changed."""
    usual = Attempt(when, Channel.SMS, "case-1", True, True, ContactPurpose.OUTREACH)
    return replace(usual, **changes)


def facts(**changes: object) -> ContactFacts:
    """A consenting borrower of the lender's own loan, in New York, about whom nothing special is known."""
    usual = ContactFacts(
        case_id="case-1",
        country="US",
        region="NY",
        number_country="US",
        line_type=LineType.MOBILE,
        zones=(NEW_YORK,),
        relationship=Relationship.FIRST_PARTY,
        debt_purpose=Purpose.COMMERCIAL,
        product="term",
        consents=(consent(),),
        statuses=frozenset(),
        attempts=(),
        inconvenient=(),
        inbound_at=None,
        replies_sent=0,
        opt_out_confirmed=False,
        verified=False,
        person_active=False,
    )
    return replace(usual, **changes)


def in_china(**changes: object) -> ContactFacts:
    """The same borrower, in Shanghai."""
    return facts(**{"country": "CN", "region": None, "number_country": "CN", "zones": (SHANGHAI,), **changes})


def proposed(**changes: object) -> ProposedContact:
    """A neutral text of our own initiative, over Twilio."""
    usual = ProposedContact(
        Channel.SMS, Carrier.TWILIO, ContactPurpose.OUTREACH, Language.EN, NEUTRAL, False, LENDER
    )
    return replace(usual, **changes)


def reply(**changes: object) -> ProposedContact:
    """A neutral answer."""
    return proposed(**{"purpose": ContactPurpose.REPLY, "text": "Thank you. We have noted it.", **changes})


def chinese(**changes: object) -> ProposedContact:
    """A neutral text over the lender's own gateway."""
    usual = {
        "carrier": Carrier.LENDER_GATEWAY,
        "language": Language.ZH,
        "text": NEUTRAL_ZH,
        "lender": "港湾小额贷款有限公司",
    }
    return proposed(**{**usual, **changes})
