"""The simulated borrowers as the lender's file and their own phones know them.

Balance, days past due, currency, language and segment are those of the account that the engine's arm
negotiates over. Name, number and date of birth are invented here.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.negotiation.run import Talk
from benchmarks.negotiation.setting import COUNTRY, PRODUCT, Case, case_of, day_of
from simulator.borrowers.minds import Mind
from simulator.borrowers.saying import Speaker

_NAMES = {
    "en": ("Dana Fox", "Jordan Lee", "Sam Rivera", "Alex Brown", "Casey Moore", "Robin Clark"),
    "zh": ("王芳", "李伟", "张敏", "刘洋", "陈静", "赵磊"),
}
_PLACES = {
    "US": {"lender": "Harbor & Pine Lending LLC", "region": "NY", "time_zone": "", "phone": "+1212555{:04}"},
    "CN": {
        "lender": "港松小额贷款有限公司",
        "region": "SH",
        "time_zone": "Asia/Shanghai",
        "phone": "+861990000{:04}",
    },
}
_FIRST_NUMBER = 110  # 555-0100 to 555-0199 belong to nobody; the first is the lender's in the demo


@dataclass(frozen=True, slots=True)
class Person:
    """One borrower with a loan and a phone."""

    talk: Talk
    mind: Mind
    case: Case
    reference: str
    name: str
    born: date
    last4: str
    phone: str

    @property
    def country(self) -> str:
        return COUNTRY[self.case.account.currency]

    @property
    def speaker(self) -> Speaker:
        account = self.case.account
        given = self.name.split()[0]
        style = self.mind.temper.style
        return Speaker(account.language, account.currency, style, given, self.born, self.last4)


def people_of(talks: Iterable[Talk]) -> dict[date, list[Person]]:
    """The people by the day they talk on; those whose day begins earlier on the clock first."""
    days: dict[date, list[Person]] = {}
    for talk in talks:
        known = days.setdefault(day_of(talk.seed), [])
        known.append(_person(talk, len(known)))
    for known in days.values():
        known.sort(key=lambda person: person.country != "CN")
    return dict(sorted(days.items()))


def _person(talk: Talk, place: int) -> Person:
    mind, dice = Mind(talk.family, talk.seed), random.Random(f"person {talk.family.name} {talk.seed}")
    case = case_of(mind.account, day_of(talk.seed))
    return Person(
        talk=talk,
        mind=mind,
        case=case,
        reference=f"{talk.family.name}-{talk.seed}",
        name=dice.choice(_NAMES[mind.account.language]),
        born=date(dice.randint(1955, 2000), dice.randint(1, 12), dice.randint(1, 28)),
        last4=f"{dice.randint(0, 9999):04}",
        phone=_PLACES[COUNTRY[mind.account.currency]]["phone"].format(_FIRST_NUMBER + place),
    )


def write_portfolio(path: Path, people: Iterable[Person]) -> None:
    """The loans as a file for `arrears import`, in the project's own format."""
    rows = [_row(person) for person in people]
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def _row(person: Person) -> dict[str, Any]:
    account, place = person.case.account, _PLACES[person.country]
    due_on = person.case.today - timedelta(days=account.days_past_due)
    commercial = account.segment == "commercial"
    return {
        "lender_ref": person.reference, "lender": place["lender"], "product": PRODUCT[account.segment],
        "purpose": account.segment, "relationship": "first_party", "currency": account.currency,
        "principal": f"{account.balance_minor // 100}.{account.balance_minor % 100:02}",
        "interest": "0.00", "fees": "0.00", "due_on": due_on, "originated_on": due_on - timedelta(days=365),
        "account_last4": person.last4, "owner_ref": f"P-{person.reference}", "owner_name": person.name,
        "language": account.language, "country": person.country, "region": place["region"],
        "time_zone": place["time_zone"], "birth_on": person.born, "phone": person.phone,
        "line_type": "mobile", "sms_consent": "yes", "consent_how": "loan agreement",
        "consent_on": due_on - timedelta(days=365),
        "enterprise_name": f"Enterprise {person.reference}" if commercial else "",
        "enterprise_ref": f"E-{person.reference}" if commercial else "",
        "broken_promises": 0, "last_payment_on": "", "statuses": "",
    }  # fmt: skip
