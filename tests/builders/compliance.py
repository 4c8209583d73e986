"""Facts and proposals of compliance: an ordinary case, to be changed in the one respect a test is about."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from arrears.adapters.policy_packs import load_packs
from arrears.domain.cases import Purpose, Relationship, SpecialStatus
from arrears.domain.compliance.decision import Duty
from arrears.domain.compliance.facts import (
    Attempt,
    Consent,
    ConsentAction,
    ContactFacts,
    Debt,
    Line,
    Place,
    ProposedContact,
    Standing,
    Talk,
)
from arrears.domain.compliance.packset import PackSet
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel, Language, LineType

PACKS_FOLDER = Path(__file__).parents[2] / "policy" / "packs"
NEW_YORK = "America/New_York"
LOS_ANGELES = "America/Los_Angeles"
SHANGHAI = "Asia/Shanghai"
LENDER = "Harbor Lending LLC"
NEUTRAL = (
    f"Hello from the automated assistant of {LENDER}. We have a message for you. "
    "Reply STOP to stop texts to this number."
)
NEUTRAL_ZH = (
    "【港湾小额贷款有限公司】您好，我是自动助理，有一件事需要与您本人确认。回复“退订”可停止接收短信。"
)
SAID = frozenset(
    {
        Duty.AI_DISCLOSURE,
        Duty.HUMAN_OFFERED,
    }
)
"""What is said at the start of a conversation, so that an ordinary one need not say it again."""
DAY = timedelta(days=1)
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


_PLACE = {"country", "region", "city", "number_country", "number_region", "zones"}
_DEBT = {"relationship", "purpose", "product", "third_party_name"}


def stands(*statuses: SpecialStatus, when: datetime | None = None) -> tuple[Standing, ...]:
    """These statuses, standing since yesterday."""
    return tuple(Standing(status, when or NOON - timedelta(days=1)) for status in sorted(statuses))


def facts(**changes: object) -> ContactFacts:
    """A consenting borrower of the lender's own business loan, in New York state, nothing special known.

    Changes to the place, the debt and the line are given flat; `statuses` stands for `standing`.
    """
    place = {"country": "US", "region": "NY", "city": "Albany", "number_country": "US", "number_region": "NY"}
    place |= {"zones": (NEW_YORK,)}
    debt: dict[str, object] = {"relationship": Relationship.FIRST_PARTY, "purpose": Purpose.COMMERCIAL}
    debt |= {"product": "term"}
    place |= {name: changes.pop(name) for name in list(changes) if name in _PLACE}
    debt |= {name: changes.pop(name) for name in list(changes) if name in _DEBT}
    line = changes.pop("line", Line(LineType.MOBILE, confirmed_at=NOON - DAY, sender_registered=True))
    if "line_type" in changes:
        line = replace(line, type=changes.pop("line_type"))
    standing = stands(*changes.pop("statuses", ()))
    usual = ContactFacts(
        case_id="case-1",
        point_id="point-1",
        place=Place(**place),
        debt=Debt(**debt),
        line=line,
        consents=(consent(),),
        standing=standing,
        talk=Talk(disclosed=SAID),
    )
    return replace(usual, **changes)


def in_china(**changes: object) -> ContactFacts:
    """The same borrower, in Shanghai."""
    place = {"country": "CN", "region": None, "city": None, "number_country": "CN", "number_region": None}
    return facts(**{**place, "zones": (SHANGHAI,), **changes})


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
