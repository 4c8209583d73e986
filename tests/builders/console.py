"""A store on disk with a borrower, a case and a conversation, and a browser in front of the console."""

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache

import httpx
from argon2 import PasswordHasher

from arrears.bootstrap import page_links_of, policy_of
from arrears.desk import Desk, Policy
from arrears.domain.calls import Call, CallState, Direction
from arrears.domain.cases import Balance, Case, Purpose, Relationship, SpecialStatus
from arrears.domain.compliance.facts import Consent, ConsentAction
from arrears.domain.conversations import Conversation, Speaker, Turn, Understood
from arrears.domain.identity import IdentityAttempt
from arrears.domain.ids import (
    CallId,
    CaseId,
    ContactPointId,
    ConversationId,
    EnterpriseId,
    HandoverId,
    OutreachId,
    PersonId,
    TransactionId,
    TurnId,
)
from arrears.domain.ledger import opening
from arrears.domain.money import Currency, Money
from arrears.domain.outreach import ContactPurpose, Outreach, OutreachState
from arrears.domain.people import Carrier, Channel, ContactPoint, Enterprise, Language, LineType, Person
from arrears.store import (
    Store,
    Tx,
    access,
    calls,
    cases,
    consents,
    conversations,
    handovers,
    ledger,
    outreach,
    people,
)
from arrears.store.identity import append_attempt
from console.app import make_app
from tests.builders.store import settings
from tests.fakes.ports import FakeClock, FakeMessenger

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)  # a Tuesday, noon in New York
NUMBER = "+12125550123"
PASSWORD = "correct horse battery staple"
ORIGIN = "http://console.test"


@cache
def policy() -> Policy:
    """The policy that ships with the project."""
    return policy_of(settings())


def desk_over(store: Store) -> Desk:
    """A desk over the store; both clocks stand still at noon in New York."""
    return Desk(store, policy(), FakeClock(NOON), FakeClock(NOON), page_links_of(settings()))


def save_user(store: Store, login: str = "mei", role: str = "supervisor") -> access.User:
    """Somebody who may sign in with PASSWORD."""
    with store.write() as tx:
        access.save_user(tx, login, _hash(), role)
        user = access.find_user(tx, login)
    assert user is not None
    return user


@cache
def _hash() -> str:
    """Cheap to check, unlike those that the application makes."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


def save_borrower(tx: Tx, name: str = "one", **changes: object) -> Conversation:
    """A consenting owner in New York with a case of $1,234.50 overdue since October, and a conversation."""
    full_name = str(changes.pop("full_name", "Rosa Alvarez"))
    number = str(changes.pop("number", NUMBER))
    zone = str(changes.pop("zone", "America/New_York"))
    country = str(changes.pop("country", "US"))
    language = Language(changes.pop("language", Language.EN))
    region = "NY" if country == "US" else None
    person = Person(
        PersonId(f"person-{name}"), full_name, language, country, region, (zone,), date(1980, 4, 23)
    )
    carrier = Carrier.TWILIO if country == "US" else Carrier.LENDER_GATEWAY
    point = ContactPoint(
        ContactPointId(f"point-{name}"), person.id, number, country, LineType.MOBILE, carrier, (zone,)
    )
    business = Enterprise(EnterpriseId(f"enterprise-{name}"), f"{full_name} & Co", country)
    currency = Currency.USD if country == "US" else Currency.CNY
    case = Case(
        id=CaseId(f"case-{name}"),
        lender_ref=f"L-{name}",
        lender="Harbor Lending LLC" if country == "US" else "港湾小额贷款有限公司",
        owner_id=person.id,
        enterprise_id=business.id,
        product="term",
        purpose=Purpose.COMMERCIAL,
        relationship=Relationship.FIRST_PARTY,
        currency=currency,
        due_on=date(2026, 10, 1),
        account_last4="4321",
        imported_at=NOON - timedelta(days=30),
    )
    owed = Balance(Money(2_500, currency), Money(20_950, currency), Money(100_000, currency))
    people.save_person(tx, person)
    people.save_enterprise(tx, business)
    people.save_contact_point(tx, point)
    cases.save_case(tx, case, fingerprint="f")
    ledger.post(tx, opening(TransactionId(f"opening-{name}"), case.id, case.imported_at, owed), case.id)
    given = Consent(ConsentAction.GIVEN, None, case.imported_at, "application")
    consents.append_consent(tx, point, given, key=f"consent-{name}", words=None, turn_id=None)
    opened = Conversation(
        id=ConversationId(f"conversation-{name}"),
        person_id=person.id,
        case_id=case.id,
        contact_point_id=point.id,
        channel=Channel.SMS,
        language=language,
        opened_at=NOON - timedelta(hours=1),
        taken_over_by=None,
    )
    opened = replace(opened, **changes)
    conversations.open_one(tx, opened)
    return opened


def say(
    tx: Tx,
    conversation: Conversation,
    text: str,
    *,
    intent: str = "propose_instalment",
    number: int = 1,
    at: datetime = NOON - timedelta(minutes=10),
) -> Turn:
    """The borrower says something."""
    turn = Turn(
        id=TurnId(f"turn-{conversation.id}-{number}"),
        conversation_id=conversation.id,
        speaker=Speaker.BORROWER,
        text=text,
        language=conversation.language,
        at=at,
        understood=Understood(intent, 0.91, ((intent, 0.91), ("affirm", 0.05))),
    )
    conversations.append_turn(tx, turn)
    return turn


def verify(tx: Tx, conversation: Conversation, at: datetime = NOON - timedelta(minutes=20)) -> None:
    """The borrower has proved who they are."""
    attempt = IdentityAttempt(
        conversation.person_id, conversation.id, conversation.contact_point_id, matched=True, at=at
    )
    append_attempt(tx, attempt, key=f"identity-{conversation.id}", factors=("birth_on", "account_last4"))


def need_person(
    tx: Tx,
    conversation: Conversation,
    reason: str = "asked_for_person",
    *,
    urgency: int = 5,
    at: datetime = NOON - timedelta(minutes=5),
) -> HandoverId:
    """The conversation waits for a person."""
    handover_id = HandoverId(f"handover-{conversation.id}")
    handovers.open_one(
        tx,
        handovers.Handover(
            id=handover_id,
            conversation_id=conversation.id,
            case_id=conversation.case_id,
            reason=reason,
            urgency=urgency,
            opened_at=at,
            claimed_by=None,
            resolved_at=None,
        ),
    )
    return handover_id


@dataclass
class Browser:
    """Keeps cookies, follows nothing, and sends forms with the token of the page they are on."""

    app: Callable[..., object]
    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self._ask("GET", path, headers=headers)

    def live(self, path: str, tag: str | None = None) -> httpx.Response:
        """What an open page asks for."""
        headers = {"X-Live": "1"} | ({} if tag is None else {"If-None-Match": tag})
        return self._ask("GET", path, headers=headers)

    def post(
        self, path: str, form: Mapping[str, object], headers: Mapping[str, str] | None = None
    ) -> httpx.Response:
        return self._ask("POST", path, data=form, headers=headers or {"Origin": ORIGIN})

    def send(self, path: str, page: str = "/", **form: object) -> httpx.Response:
        """The form, with the token that the page carries."""
        return self.post(path, {"csrf": token_on(self.get(page)), **form})

    def sign_in(self, login: str = "mei", password: str = PASSWORD) -> httpx.Response:
        return self.send("/sign-in", "/sign-in", login=login, password=password, next="/")

    def _ask(self, method: str, path: str, **more: object) -> httpx.Response:
        return asyncio.run(self._ask_once(method, path, **more))

    async def _ask_once(self, method: str, path: str, **more: object) -> httpx.Response:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, cookies=self.cookies) as client:
            answer = await client.request(method, path, **more)
            self.cookies = client.cookies
            return answer


def token_on(page: httpx.Response) -> str:
    """The form token of a page."""
    found = re.search(r'name="csrf" value="([^"]+)"', page.text)
    assert found is not None, "the page has no form"
    return found.group(1)


def messenger_of(desk: Desk) -> FakeMessenger:
    """A carrier on the desk's clock that takes everything and remembers it."""
    assert isinstance(desk.clock, FakeClock)
    return FakeMessenger(desk.clock)


def browser_of(desk: Desk, messenger: FakeMessenger | None = None, public_url: str = ORIGIN) -> Browser:
    """A browser in front of a console over the desk; nobody is signed in."""
    carrier = messenger or messenger_of(desk)
    return Browser(make_app(desk, dict.fromkeys(Carrier, carrier), public_url=public_url))


def plan_text(
    desk: Desk,
    talk: Conversation,
    body: str,
    purpose: ContactPurpose = ContactPurpose.OUTREACH,
    number: int = 1,
) -> OutreachId:
    """One of our own texts, planned outside the conversation and due at noon."""
    row = Outreach(
        id=OutreachId(f"outreach-{number}"),
        case_id=talk.case_id,
        person_id=talk.person_id,
        contact_point_id=talk.contact_point_id,
        channel=Channel.SMS,
        carrier=Carrier.TWILIO,
        purpose=purpose,
        language=Language.EN,
        body=body,
        speaks_of_debt=False,
        due_at=NOON,
        state=OutreachState.DUE,
        conversation_id=None,
        answers=None,
        step=f"step-{number}",
    )
    with desk.store.write() as tx:
        outreach.plan(tx, row)
    return row.id


def raise_(
    tx: Tx, talk: Conversation, status: SpecialStatus, minute: int, raised: bool = True, **scope: object
) -> None:
    """The borrower states something, or it is cleared, so many minutes after noon."""
    consents.append_status(
        tx,
        talk.person_id,
        status,
        raised=raised,
        key=f"{talk.id}-{status}-{minute}",
        at=NOON + timedelta(minutes=minute),
        by="borrower",
        **scope,
    )


def save_call(tx: Tx, talk: Conversation, **changes: object) -> Call:
    """A call to us that is going on, and on which the conversation is held."""
    call = Call(
        id=CallId("call-CA1"),
        carrier_ref="CA1",
        direction=Direction.INBOUND,
        outreach_id=None,
        contact_point_id=talk.contact_point_id,
        conversation_id=talk.id,
        language=Language.EN,
        state=CallState.ANSWERED,
        opened_at=NOON,
        answered_at=NOON,
        talked=True,
    )
    call = replace(call, **changes)  # type: ignore[arg-type]
    calls.open_one(tx, call, machine_now=NOON)
    return call
