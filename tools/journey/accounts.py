"""The account of a scenario: the borrower and their loans, with defaults for whatever is left out."""

from __future__ import annotations

import csv
import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from tools.journey.fields import ABSENT, Fields, flag
from tools.journey.scenario import Account, Loan

_HARBOR, _GANGSONG = "Harbor & Pine Lending LLC", "港松小额贷款有限公司"
PLACES: dict[str, dict[str, str]] = {
    "US": {
        "currency": "USD",
        "language": "en",
        "lender": _HARBOR,
        "region": "NY",
        "zone": "America/New_York",
    },
    "CN": {"currency": "CNY", "language": "zh", "lender": _GANGSONG, "region": "SH", "zone": "Asia/Shanghai"},
    "TW": {"currency": "TWD", "language": "zh", "lender": _GANGSONG, "region": "", "zone": "Asia/Taipei"},
}
"""By country what is assumed. Elsewhere phone, zone and currency must be given."""

_US_ZONES = {
    "America/New_York": "NY", "America/Chicago": "IL", "America/Denver": "CO", "America/Los_Angeles": "CA",
    "America/Phoenix": "AZ", "America/Anchorage": "AK", "Pacific/Honolulu": "HI", "America/Detroit": "MI",
}  # fmt: skip
_US_AREAS = {
    "NY": "212", "CA": "213", "TX": "214", "IL": "312", "CO": "303", "AZ": "602", "FL": "305", "MA": "617",
    "WA": "206", "PA": "215", "GA": "404", "MI": "313", "AK": "907", "HI": "808", "NV": "702", "UT": "801",
}  # fmt: skip
_PHONES = {"CN": "+8619900000123", "TW": "+886912000123"}
"""All assumed numbers are fictitious; in the United States one of the state's own area code."""

LANGUAGES = {
    "en": "en", "english": "en", "en-us": "en", "en_us": "en",
    "zh": "zh", "chinese": "zh", "mandarin": "zh", "zh-cn": "zh", "zh_cn": "zh", "zh-hans": "zh", "cn": "zh",
    "中文": "zh", "普通话": "zh",
}  # fmt: skip
_PURPOSES = {"consumer": "consumer", "unknown": "unknown"} | dict.fromkeys(
    ("commercial", "business"), "commercial"
)
_RELATIONS = {"first_party": "first_party", "third_party": "third_party", "unknown": "unknown"}
_LINES = {"mobile": "mobile", "landline": "landline", "unknown": "unknown"}
_LAST4 = re.compile(r"[0-9]{4}")
_PHONE = re.compile(r"\+[1-9][0-9]{6,14}")
_DEFAULT = Decimal(1200)
_OVERDUE = 30


def read_account(fields: Fields, today: date, language: str | None, *, called: bool = False) -> Account:
    """The account; `today` is the scenario's day, `language` what it says beside the account.

    Who is `called` has agreed to automated calls, unless the account says otherwise.
    """
    country = fields.text("US", "country").upper()
    place = PLACES.get(country, {})
    zone = fields.text("", "zone", "time_zone", "timezone")
    region = fields.text("", "region", "state", "province")
    if not region and country == "US":
        region = _US_ZONES.get(zone or place["zone"], "")
    elif not region and not zone:
        region = place.get("region", "")
    spoken = fields.choice(LANGUAGES, language or place.get("language", "en"), "language", "lang")
    texts, calls = _consents(fields, called)
    account = Account(
        lender=fields.text(place.get("lender", _HARBOR), "lender"),
        name=fields.text("王芳" if spoken == "zh" else "Jordan Rivera", "name", "owner_name", "borrower"),
        born=fields.day(date(1985, 4, 17), "born", "birth_on", "birth_date", "date_of_birth", "dob"),
        phone=fields.read(
            phone_number, "write the number with its country code, such as +12125550123",
            _assumed_phone(country, region), "phone", "number", "phone_number",
        ),
        line_type=fields.choice(_LINES, "mobile", "line_type"),
        country=country,
        region=region,
        city=fields.text("", "city"),
        zone=zone or ("" if country == "US" else place.get("zone", "")),
        language=spoken,
        sms_consent=texts,
        voice_consent=calls,
        enterprise=fields.text("", "enterprise", "enterprise_name", "business", "company"),
        statuses=_statuses(fields),
        loans=_loans(fields, today, place),
    )  # fmt: skip
    if not account.phone:
        fields.faults.note((*fields.path, "phone"), "needed for this country, with its country code")
    fields.finish()
    return account


def _assumed_phone(country: str, region: str) -> str:
    if country == "US":
        return f"+1{_US_AREAS.get(region, '212')}5550123"
    return _PHONES.get(country, "")


def phone_number(written: str) -> str:
    """The number with its country code. Raises: ValueError."""
    number = re.sub(r"[\s().-]", "", written)
    if not _PHONE.fullmatch(number):
        raise ValueError
    return number


def _consents(fields: Fields, called: bool) -> tuple[bool, bool]:
    """Whether texts and calls were agreed to: yes, a list of channels, or a mapping of channel to yes."""
    written = fields.get("consents", "consent", "sms_consent")
    if fields.has("consents", "consent") and written is None:
        return False, False
    match written:
        case str() if _is_flag(written):
            return flag(written), flag(written) and called
        case str() | list():
            return "sms" in written, "voice" in written
        case dict():
            texts, calls = written.get("sms", "no"), written.get("voice", "yes" if called else "no")
            return _is_flag(texts) and flag(texts), _is_flag(calls) and flag(calls)
    return True, called


def _is_flag(written: Any) -> bool:
    try:
        return isinstance(written, str) and flag(written) in (True, False)
    except ValueError:
        return False


def _statuses(fields: Fields) -> tuple[str, ...]:
    written = fields.get("statuses", "status") or []
    found = written.replace(",", ";").split(";") if isinstance(written, str) else written
    return tuple(str(each).strip() for each in found)


def _loans(fields: Fields, today: date, place: dict[str, str]) -> tuple[Loan, ...]:
    """The account's own loan, and those that are listed beside it."""
    first = _loan(fields, today, place, None)
    listed = fields.get("loans") or []
    if not isinstance(listed, list):
        fields.faults.note((*fields.path, "loans"), "write a list of loans")
        return (first,)
    others = []
    for place_in_list, item in enumerate(listed):
        one = Fields(item, (*fields.path, "loans", place_in_list), fields.faults)
        others.append(_loan(one, today, place, first, place_in_list + 2))
        one.finish()
    stated = fields.has("balance", "amount", "owed") or not others
    return (first, *others) if stated else tuple(others)


def _loan(fields: Fields, today: date, place: dict[str, str], like: Loan | None, number: int = 1) -> Loan:
    commercial = fields.has("enterprise", "enterprise_name", "business", "company")
    product = fields.text(like.product if like else "", "product")
    business = commercial or product.startswith("business") or (like and like.purpose == "commercial")
    purpose = fields.choice(_PURPOSES, "commercial" if business else "consumer", "purpose")
    principal, interest, fees = _balance(fields)
    return Loan(
        reference=fields.text(f"JOURNEY-{number}", "reference", "lender_ref", "ref", "loan"),
        product=product or ("business-term" if purpose == "commercial" else "personal-term"),
        purpose=purpose,
        currency=fields.text(like.currency if like else place.get("currency", "USD"), "currency").upper(),
        principal=principal,
        interest=interest,
        fees=fees,
        due_on=_due_on(fields, today),
        last4=fields.read(
            _last4, "write four digits", like.last4 if like else "4421", "last4", "account_last4",
        ),
        relationship=fields.choice(_RELATIONS, like.relationship if like else "first_party", "relationship"),
        originated_on=fields.day(None, "originated_on"),
        broken_promises=fields.read(int, "write a whole number", 0, "broken_promises"),
        last_payment_on=fields.day(None, "last_payment_on"),
    )  # fmt: skip


def _last4(written: str) -> str:
    if not _LAST4.fullmatch(written):
        raise ValueError
    return written


def _due_on(fields: Fields, today: date) -> date:
    """The oldest unpaid due date; a negative number of days past due is a due date to come."""
    days = fields.read(int, "write a whole number of days", _OVERDUE, "days_past_due", "dpd", "days_overdue")
    due_on: date = fields.day(today - timedelta(days=days), "due_on", "due")
    return due_on


def _balance(fields: Fields) -> tuple[Decimal, Decimal, Decimal]:
    """Principal, interest and fees: one amount is principal; a total beside parts leaves the rest to it."""
    written = fields.get("balance", "amount", "owed")
    name = fields.name_used("balance", "amount", "owed")
    if not isinstance(written, dict):
        return fields.amount(_DEFAULT, "balance", "amount", "owed"), Decimal(0), Decimal(0)
    parts = Fields(written, (*fields.path, name), fields.faults)
    interest = parts.amount(Decimal(0), "interest")
    fees = parts.amount(Decimal(0), "fees", "fee", "charges")
    total = parts.amount(None, "total")
    principal = parts.amount(Decimal(0) if total is None else total - interest - fees, "principal")
    parts.finish()
    if principal + interest + fees <= 0 or principal < 0:
        fields.faults.note((*fields.path, name), "nothing is owed; write amounts that come to more than zero")
    return principal, interest, fees


def write_portfolio(path: Path, account: Account, today: date) -> None:
    """The account as a file for `arrears import`, in the project's own format."""
    rows = [_row(account, loan, today) for loan in account.loans]
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def _row(account: Account, loan: Loan, today: date) -> dict[str, Any]:
    originated = loan.originated_on or loan.due_on - timedelta(days=365)
    consent_on = min(originated, today - timedelta(days=30))
    consented = account.sms_consent or account.voice_consent
    return {
        "lender_ref": loan.reference, "lender": account.lender, "product": loan.product,
        "purpose": loan.purpose, "relationship": loan.relationship, "currency": loan.currency,
        "principal": loan.principal, "interest": loan.interest, "fees": loan.fees, "due_on": loan.due_on,
        "originated_on": originated, "account_last4": loan.last4, "owner_ref": "JOURNEY",
        "owner_name": account.name, "language": account.language, "country": account.country,
        "region": account.region, "city": account.city, "time_zone": account.zone, "birth_on": account.born,
        "phone": account.phone, "line_type": account.line_type,
        "sms_consent": "yes" if account.sms_consent else "no",
        "voice_consent": "yes" if account.voice_consent else "no",
        "consent_how": "loan agreement" if consented else "",
        "consent_on": consent_on if consented else "",
        "enterprise_name": account.enterprise, "enterprise_ref": "JOURNEY-E" if account.enterprise else "",
        "broken_promises": loan.broken_promises, "last_payment_on": loan.last_payment_on or "",
        "annual_rate": "", "day_count": "",
        "statuses": ";".join(each for each in account.statuses if each not in ABSENT),
    }  # fmt: skip
