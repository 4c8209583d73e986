"""The composition root: picks the implementations and hands every process its `App`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from arrears.adapters.clocks import SimulatedClock, SystemClock, is_loopback
from arrears.adapters.evidence_signing import EvidenceSigner
from arrears.adapters.intent_fallback import FallingBack
from arrears.adapters.lender_gateway import LenderGatewayMessenger
from arrears.adapters.policy_authority import load_authority
from arrears.adapters.policy_clocks import load_clocks
from arrears.adapters.policy_contacts import load_contacts
from arrears.adapters.policy_explanations import load_explanations
from arrears.adapters.policy_lender import load_lender
from arrears.adapters.policy_messages import load_catalog
from arrears.adapters.policy_packs import load_packs
from arrears.adapters.policy_plan_types import load_plan_types
from arrears.adapters.policy_scorecard import load_scorecard
from arrears.adapters.policy_strategies import load_strategies
from arrears.adapters.policy_voicemails import load_voicemails
from arrears.adapters.rasa import RasaDialogue
from arrears.adapters.rasa_intents import RasaIntents
from arrears.adapters.twilio_calls import PhoneMessenger
from arrears.adapters.twilio_messages import TwilioMessenger
from arrears.adapters.twilio_recordings import TwilioRecorder
from arrears.adapters.web_messages import WebMessenger
from arrears.desk import Desk, Policy
from arrears.domain.page_links import PageLinks
from arrears.domain.people import Carrier
from arrears.ports import Clock, Dialogue, IntentReader, Messenger, Recorder
from arrears.settings import BotSettings, Settings, SettingsError, load_settings
from arrears.store import Store, access, open_store
from arrears.store.types import Cipher


class SimulatedClockRefusedError(RuntimeError):
    """A simulated clock was configured where real people could be contacted by it."""


class SandboxRefusedError(RuntimeError):
    """Test payments were switched on for a database whose ledger counts real money."""


@dataclass(frozen=True, slots=True)
class App:
    """One process's whole world."""

    settings: Settings
    desk: Desk
    messengers: Mapping[Carrier, Messenger]
    dialogue: Dialogue
    sign: EvidenceSigner | None = None  # None: evidence files are unsigned
    recorder: Recorder | None = None  # None: no call is recorded


def build_app(settings: Settings | None = None) -> App:
    """The application over the environment's settings. Opens no connection but the clock's check.

    Raises: ValidationError, PolicyFileError, EvidenceKeyError, SimulatedClockRefusedError,
    SandboxRefusedError.
    """
    settings = settings or load_settings()
    store = store_of(settings)
    machine_clock = SystemClock()
    clock = _clock(settings, store, machine_clock)
    _refuse_test_money(settings, store)
    cards = settings.twilio_pay_connector is not None
    desk = Desk(store, policy_of(settings), clock, machine_clock, page_links_of(settings), takes_cards=cards)
    dialogue = RasaDialogue(settings.bot_url, settings.bot_token.get_secret_value())
    messengers = _messengers(settings, clock, machine_clock)
    return App(settings, desk, messengers, dialogue, signer_of(settings), _recorder(settings))


def app_or_exit(process: str) -> App:
    """The application of a process that is starting; a configuration it cannot use ends it with one line."""
    try:
        return build_app()
    except (SettingsError, SimulatedClockRefusedError, SandboxRefusedError, ValueError, OSError) as error:
        sys.stderr.write(f"{process}: {error}\n")
        raise SystemExit(2) from None


def store_of(settings: Settings) -> Store:
    """The database of the settings."""
    keys = tuple(settings.data_keys.get_secret_value().split(","))
    return open_store(settings.database_url, Cipher(keys, settings.index_key.get_secret_value()))


def page_links_of(settings: Settings) -> PageLinks:
    """How links to borrowers' pages are signed, and where they lead."""
    return PageLinks(settings.link_key.get_secret_value().encode(), settings.public_url)


def signer_of(settings: Settings) -> EvidenceSigner | None:
    """Who signs evidence files, None when no key is set. Raises: EvidenceKeyError."""
    key = settings.evidence_key
    return None if key is None else EvidenceSigner(key.get_secret_value())


def intent_reader_of(settings: BotSettings, load: Callable[[str], IntentReader]) -> IntentReader:
    """The running bot while it answers, else what `load` makes, which is told why."""
    token = settings.bot_token
    running = None if token is None else RasaIntents(settings.bot_url, token.get_secret_value())
    return FallingBack(running, load)


def policy_of(settings: Settings) -> Policy:
    """The business choices in the policy folder."""
    folder = settings.policy_dir
    lender = load_lender(folder / "lender.yml")
    catalog = load_catalog(folder / "messages")
    strategies = load_strategies(folder / "strategies.yml")
    return Policy(
        catalog=catalog,
        packs=load_packs(folder / "packs"),
        authority=load_authority(folder / "authority.yml"),
        plan_types=load_plan_types(folder / "plan_types.yml"),
        scorecard=load_scorecard(folder / "scorecard.yml"),
        strategies=strategies,
        staff=lender.staff,
        callback_number=lender.callback_number,
        voicemails=load_voicemails(folder / "lender.yml", lender.voicemail, catalog, lender.callback_number),
        agents_phone=lender.agents_phone,
        records_calls=lender.records_calls,
        reference_prefixes=lender.reference_prefixes,
        payment_ways=lender.payment_ways,
        promise_grace_retry_days=lender.promise_grace_retry_days,
        sender_registered=lender.sender_registered,
        registered_alias=lender.registered_alias,
        licence=lender.licence,
        explanations=load_explanations(folder / "explanations"),
        contacts=load_contacts(folder / "contacts.yml", frozenset(band.name for band in strategies.bands)),
        clocks=load_clocks(folder / "clocks.yml"),
    )


def _clock(settings: Settings, store: Store, machine_clock: Clock) -> Clock:
    """The simulator's clock only where no real person can be reached by it (DESIGN decision 13)."""
    if settings.clock_url is None:
        return machine_clock
    if settings.twilio_api_base_url is None or not is_loopback(settings.twilio_api_base_url):
        raise SimulatedClockRefusedError("ARREARS_CLOCK_URL needs a carrier on loopback")
    if not is_loopback(settings.lender_gateway_url):
        raise SimulatedClockRefusedError("ARREARS_CLOCK_URL needs the lender's gateway on loopback")
    with store.read() as tx:
        if access.fact(tx, "demo") is not True:
            raise SimulatedClockRefusedError("ARREARS_CLOCK_URL needs a database marked as a demo")
    return SimulatedClock(settings.clock_url)


def _refuse_test_money(settings: Settings, store: Store) -> None:
    """Test payments only where no ledger counts real ones."""
    if not settings.sandbox_payments:
        return
    with store.read() as tx:
        if access.fact(tx, "demo") is not True:
            raise SandboxRefusedError("ARREARS_SANDBOX_PAYMENTS needs a database marked as a demo")


def _recorder(settings: Settings) -> TwilioRecorder:
    return TwilioRecorder(
        settings.twilio_account_sid,
        settings.twilio_auth_token.get_secret_value(),
        callback_base=settings.public_url,
        api_base_url=settings.twilio_api_base_url,
    )


def _messengers(settings: Settings, clock: Clock, machine_clock: Clock) -> dict[Carrier, Messenger]:
    return {
        Carrier.TWILIO: _over_twilio(TwilioMessenger, settings, clock),
        Carrier.LENDER_GATEWAY: LenderGatewayMessenger(
            settings.lender_gateway_url,
            settings.lender_gateway_secret.get_secret_value(),
            callback_base=settings.public_url,
            clock=clock,
            machine_clock=machine_clock,
        ),
        Carrier.WEB: WebMessenger(clock),
        Carrier.CALL: _over_twilio(PhoneMessenger, settings, clock),
    }


def _over_twilio(
    messenger: type[TwilioMessenger | PhoneMessenger], settings: Settings, clock: Clock
) -> Messenger:
    return messenger(
        settings.twilio_account_sid,
        settings.twilio_auth_token.get_secret_value(),
        sender=settings.twilio_from,
        callback_base=settings.public_url,
        clock=clock,
        api_base_url=settings.twilio_api_base_url,
    )
