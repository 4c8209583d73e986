"""New York City: 6 RCNY 5-77, which binds creditors too once they collect, since 1 September 2026."""

from __future__ import annotations

from dataclasses import dataclass

from arrears.domain.compliance.consents import consented
from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.limits import capped
from arrears.domain.compliance.packs.united_states import zones_of
from arrears.domain.compliance.packs.us_states.places import (
    COUNTRY,
    asked_for_consent,
    asks_for_consent,
    on_debt,
)
from arrears.domain.compliance.rule import (
    Applies,
    Kind,
    Question,
    Rule,
    Rules,
    consumer,
    deny,
    in_region,
    initiated,
    initiated_electronic,
    require,
)

STATE = "NY"


@dataclass(frozen=True, slots=True)
class UsNycNumbers:
    """The numbers; their sources stand beside them in the policy file."""

    zones: tuple[str, ...]
    cities: tuple[str, ...]
    contacts_per_7_days_max: int


def binds(n: UsNycNumbers, place: Place, debt: Debt, kind: Kind) -> Applies:
    """Whoever lives in the state, unless in another city of it; and a number of the state."""
    if not in_region(place, COUNTRY, STATE):
        return Applies(False, "elsewhere")
    if not consumer(debt):
        return Applies(False, "debt_not_covered")
    lives_in_state = place.country == COUNTRY and place.region == STATE
    if lives_in_state and place.city is not None and not _names_it(n, place.city):
        return Applies(False, "lives_in_another_city")
    return Applies(True, "may_be_in_city")


def _names_it(n: UsNycNumbers, city: str) -> bool:
    # "Brooklyn, NY 11201" is an address of the city too.
    return city.partition(",")[0].strip().casefold() in [each.casefold() for each in n.cities]


def contacts(n: UsNycNumbers, q: Question) -> Said | None:
    """Contacts and attempts about one account, over all media together."""
    made = [a.at for a in on_debt(q)]
    return capped("nyc_contacts_capped", made, q, zones_of(q, n.zones), (n.contacts_per_7_days_max, 7))


def electronic(n: UsNycNumbers, q: Question) -> Said | None:
    """Texts and e-mails with consent alone; one message may be sent only to ask for it."""
    if consented(q) is not None:
        return None
    if not asks_for_consent(q):
        return deny("nyc_no_consent", ("channel", q.proposed.channel), lifts=Lifts.CONSENT)
    return deny("nyc_consent_asked", lifts=Lifts.CONSENT) if asked_for_consent(q) else None


def one_word_opt_out(n: UsNycNumbers, q: Question) -> Said | None:
    """Every electronic message says how one word ends them."""
    return require(Duty.OPT_OUT_LINE, "nyc_opt_out_word")


def kept(n: UsNycNumbers, q: Question) -> Said | None:
    """Every contact is logged with its medium and language, and kept."""
    return require(Duty.KEEP_EVIDENCE, "nyc_contact_logged")


_LAW = "6 RCNY 5-77"

US_NYC = Rules(
    numbers=UsNycNumbers,
    binds=binds,
    contact=(
        Rule("NYC-FREQ-1", _LAW, contacts, scope=initiated, needs="attempts"),
        Rule("NYC-ELEC-1", _LAW, electronic, scope=initiated_electronic),
        Rule("NYC-ELEC-1", _LAW, one_word_opt_out, scope=initiated_electronic),
        Rule("NYC-REC-1", "6 RCNY 2-193", kept),
    ),
)
