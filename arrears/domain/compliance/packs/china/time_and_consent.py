"""When a person may be contacted, and with whose leave."""

from __future__ import annotations

from arrears.domain.compliance.consents import consented, withdrawn
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import Debt, Place, Recipient
from arrears.domain.compliance.limits import contact_window, inconvenient_hours, not_help, timed
from arrears.domain.compliance.packs.china.numbers import BOTH, ChinaNumbers
from arrears.domain.compliance.packs.world.shared import place_avoided
from arrears.domain.compliance.rule import HOUSE, Kind, Question, Rule, allow, deny, initiated
from arrears.domain.people import Channel


def time(n: ChinaNumbers, q: Question) -> Said | None:
    """No collection between 22:00 and 08:00, unless the person told us that an hour is fine."""
    return contact_window(n.window, n.places(q.facts), q)


def named_hours(n: ChinaNumbers, q: Question) -> Said | None:
    """Hours the person asked us to avoid."""
    return inconvenient_hours(n.places(q.facts), q)


def consent(n: ChinaNumbers, q: Question) -> Said | None:
    """Calls and texts need consent."""
    if q.proposed.channel is Channel.WEB or withdrawn(q) is not None:
        return None
    given = consented(q)
    if given is None:
        return deny("no_consent", ("channel", q.proposed.channel), lifts=Lifts.CONSENT)
    return allow("consent_on_file", ("date", given.at.date()))


def stopped(n: ChinaNumbers, q: Question) -> Said | None:
    """They end with the consent."""
    stop = withdrawn(q)
    return None if stop is None else deny("person_said_stop", ("date", stop.at.date()), lifts=Lifts.CONSENT)


def _to_the_debtor(place: Place, debt: Debt, kind: Kind) -> bool:
    # A relative's consent is not asked for: a contact is asked once, by a person, where the debtor is.
    return initiated(place, debt, kind) and kind.recipient is not Recipient.OTHER


_MIIT = f"{HOUSE}, after the rules of the MIIT on commercial calls and messages"

RULES: tuple[Rule[ChinaNumbers], ...] = (
    Rule("CN-TIME", BOTH, time, scope=timed),
    Rule("CN-TIME-P", HOUSE, named_hours, scope=timed),
    Rule("P-PLACE-1", HOUSE, place_avoided, scope=initiated),
    Rule("CN-ROBOT", _MIIT, consent, scope=_to_the_debtor),
    Rule("CN-ROBOT", _MIIT, stopped, scope=not_help),
)
