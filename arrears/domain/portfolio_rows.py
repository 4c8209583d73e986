"""A lender's row as a loan to collect, or every reason why it is not one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from arrears.domain.cases import Balance, Purpose, Relationship, SpecialStatus
from arrears.domain.import_mapping import ImportMapping, Requirement, TextField
from arrears.domain.interest import ANNUAL_RATE_MAX, DayCount, InterestTerms
from arrears.domain.money import Currency, Money
from arrears.domain.people import Language, LineType, Spot
from arrears.domain.portfolio import EnterpriseRow, LoanRow, OwnerRow, PhoneRow, Rejection
from arrears.domain.raw_values import (
    Found,
    Raw,
    kind_of,
    read_date,
    read_minor,
    read_number,
    read_text,
    text_of,
)
from arrears.domain.times import known_zones

_ADULT_YEARS, _OLDEST_YEARS = 18, 120
_MILLIONTHS_PER_CENT = 10_000
PhoneProblem = Callable[[str, str], str | None]
"""What is wrong with a written number of a country, None when nothing is."""


def read_row(
    mapping: ImportMapping, line: int, raw: Raw, *, today: date, phone_problem: PhoneProblem | None = None
) -> LoanRow | tuple[Rejection, ...]:
    """The loan of the row, or everything that is wrong with it.

    A row that is not for collection gets that one reason, whatever else is wrong with it.
    """
    for requirement in mapping.requirements:
        if not _meets(requirement, raw):
            remedy = "nothing to do: it is not a loan to collect"
            return (Rejection(line, requirement.column, requirement.reason, remedy, out_of_scope=True),)
    reader = _Reader(mapping, line, raw, today)
    row = _read(reader, phone_problem)
    return row if not reader.rejections else tuple(reader.rejections)


def _meets(requirement: Requirement, raw: Raw) -> bool:
    value = raw.get(requirement.column)
    word = text_of(value).lower()
    if requirement.any_of is not None and word not in requirement.any_of:
        return False
    if requirement.none_of is not None and word in requirement.none_of:
        return False
    if requirement.at_least is None and requirement.above is None:
        return True
    number = read_number(value)
    if number is None:
        return False
    enough = requirement.at_least is None or number >= requirement.at_least
    return enough and (requirement.above is None or number > requirement.above)


class _Reader:
    """Reads the fields of one row and keeps what is wrong with them."""

    def __init__(self, mapping: ImportMapping, line: int, raw: Raw, today: date) -> None:
        self.today = today
        self.rejections: list[Rejection] = []
        self._mapping, self._line, self._raw = mapping, line, raw

    def reject(self, field: str, kind: str, remedy: str, *, out_of_scope: bool = False) -> None:
        self.rejections.append(Rejection(self._line, field, kind, remedy, out_of_scope))

    def text(self, field: str) -> str | None:
        """The text, None when the row has none."""
        return read_text(self._mapping.texts.get(field, TextField()), self._raw) or None

    def required(self, field: str, remedy: str) -> str:
        text = self.text(field)
        if text is None:
            self.reject(field, "empty", remedy)
        return text or ""

    def word[E: StrEnum](self, field: str, words: type[E], default: E) -> E:
        """One of the words, the default when the row has none."""
        text = self.text(field)
        if text is None:
            return default
        try:
            return words(text)
        except ValueError:
            kind = f"not one of the known words ({kind_of(text)})"
            self.reject(field, kind, f"write {', '.join(words)}, or map the word in the mapping file")
            return default

    def count(self, field: str) -> int:
        text = self.text(field) or "0"
        if not text.isdecimal() or len(text) > 4:
            self.reject(field, f"not a count ({kind_of(text)})", "write a whole number, 0 or more")
            return 0
        return int(text)

    def past(self, field: str) -> date | None:
        """A date that is not after today."""
        spec = self._mapping.dates.get(field)
        day = None if spec is None else read_date(spec, self._raw, self._mapping.zone)
        if isinstance(day, Found):
            self.reject(field, day.kind, day.remedy)
            return None
        if day is not None and day > self.today:
            self.reject(field, "date in the future", "check the date and its format")
            return None
        return day

    def due(self) -> date:
        spec = self._mapping.dates.get("due_on")
        day = None if spec is None else read_date(spec, self._raw, self._mapping.zone)
        if isinstance(day, Found):
            self.reject("due_on", day.kind, day.remedy)
        elif day is None:
            self.reject("due_on", "empty", "give the oldest unpaid due date, or the next one")
        elif day >= self.today and (day - self.today).days >= self._mapping.upcoming_days:
            kind = "date in the future" if day > self.today else "due today"
            remedy = "send the loan once it is overdue, or nearer to its due date"
            self.reject("due_on", kind, remedy, out_of_scope=True)
        else:
            return day
        return self.today

    def money(self, field: str, currency: Currency) -> Money:
        spec = self._mapping.amounts.get(field)
        minor = 0 if spec is None else read_minor(spec, self._raw, self._mapping.grouping)
        if isinstance(minor, Found):
            self.reject(field, minor.kind, minor.remedy)
            return Money.zero(currency)
        if minor < 0 and field != "principal":
            self.reject(field, "negative amount", "write what is owed as 0 or more")
        return Money(minor, currency)

    def rate(self, field: str) -> int | None:
        """A percentage in millionths of the whole, None when the row has none."""
        text = (self.text(field) or "").removesuffix("%").rstrip()
        if not text:
            return None
        number = read_number(text)
        if number is None:
            self.reject(field, f"not a number ({kind_of(text)})", "write per cent a year, such as 18.25")
            return None
        millionths = number * _MILLIONTHS_PER_CENT
        if not 0 <= millionths <= ANNUAL_RATE_MAX:
            self.reject(field, "a rate that cannot be", "write per cent a year, from 0 to 1000")
            return None
        if millionths != int(millionths):
            self.reject(field, "a rate that is too fine", "write per cent with four decimals at most")
            return None
        return int(millionths)

    def yes(self, field: str) -> bool:
        text = (self.text(field) or "no").lower()
        if text not in {"yes", "no"}:
            self.reject(field, f"neither yes nor no ({kind_of(text)})", "write yes or no")
        return text == "yes"


def _read(reader: _Reader, phone_problem: PhoneProblem | None) -> LoanRow:
    owner = _owner(reader)
    phone = _phone(reader, owner.country, phone_problem)
    return LoanRow(
        lender_ref=reader.required("lender_ref", "give the lender's own number of the loan"),
        lender=reader.required("lender", "give the registered name of the creditor"),
        product=reader.required("product", "give the lender's product code"),
        purpose=reader.word("purpose", Purpose, Purpose.UNKNOWN),
        relationship=reader.word("relationship", Relationship, Relationship.UNKNOWN),
        balance=_balance(reader),
        due_on=reader.due(),
        originated_on=reader.past("originated_on"),
        account_last4=_last4(reader, needed=phone is not None),
        owner=owner,
        phone=phone,
        enterprise=_enterprise(reader),
        broken_promises=reader.count("broken_promises"),
        last_payment_on=reader.past("last_payment_on"),
        statuses=_statuses(reader),
        interest_terms=_interest_terms(reader),
    )


def _balance(reader: _Reader) -> Balance:
    currency = reader.word("currency", Currency, Currency.USD)
    if reader.text("currency") is None:
        reader.reject("currency", "empty", f"write {', '.join(Currency)}")
    before = len(reader.rejections)
    balance = Balance(
        fees=reader.money("fees", currency),
        interest=reader.money("interest", currency),
        principal=reader.money("principal", currency),
    )
    if len(reader.rejections) == before:
        if balance.total <= Money.zero(currency):
            remedy = "leave out a loan on which nothing is owed"
            reader.reject("principal", "nothing outstanding", remedy, out_of_scope=True)
        elif balance.principal < Money.zero(currency):
            reader.reject("principal", "negative amount", "write what is owed as 0 or more")
    return balance


def _owner(reader: _Reader) -> OwnerRow:
    country = reader.required("country", "give the country as two letters, such as US").upper()
    if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
        reader.reject("country", kind_of(country), "give the country as two letters, such as US")
    zone = reader.text("time_zone")
    if zone is not None and zone not in known_zones():
        reader.reject("time_zone", "not a time zone", "write an IANA name such as America/Chicago")
    return OwnerRow(
        ref=reader.text("owner_ref"),
        name=reader.text("owner_name"),
        language=reader.word("language", Language, Language.EN),
        country=country,
        region=reader.text("region"),
        time_zone=zone,
        birth_on=_birth(reader),
        city=reader.text("city"),
    )


def _birth(reader: _Reader) -> date | None:
    day = reader.past("birth_on")
    if day is None:
        return None
    years = reader.today.year - day.year - ((reader.today.month, reader.today.day) < (day.month, day.day))
    if not _ADULT_YEARS <= years <= _OLDEST_YEARS:
        kind = "a minor's date of birth" if years < _ADULT_YEARS else "more than 120 years ago"
        reader.reject("birth_on", kind, "check the date of birth")
    return day


def _phone(reader: _Reader, country: str, phone_problem: PhoneProblem | None) -> PhoneRow | None:
    number, texts, calls = reader.text("phone"), reader.yes("sms_consent"), reader.yes("voice_consent")
    consented = texts or calls
    how, on = reader.text("consent_how"), reader.past("consent_on")
    column = "sms_consent" if texts else "voice_consent"
    line_type = reader.word("line_type", LineType, LineType.UNKNOWN)
    if number is None:
        if consented:
            reader.reject("phone", "empty", f"give the number the consent is for, or write no in {column}")
        return None
    problem = None if phone_problem is None else phone_problem(number, country)
    if problem is not None:
        reader.reject("phone", problem, "write the number with its country code, such as +12125550123")
    if reader.text("owner_name") is None:
        reader.reject("owner_name", "empty", "give the name of the person at the number")
    if consented and how is None:
        reader.reject("consent_how", "empty", f"say how consent was given, or write no in {column}")
    if consented and on is None:
        reader.reject("consent_on", "empty", f"say when consent was given, or write no in {column}")
    return PhoneRow(number, line_type, texts, how, on, _phone_place(reader), calls)


def _phone_place(reader: _Reader) -> Spot | None:
    return None if reader.text("phone_place") is None else reader.word("phone_place", Spot, Spot.HOME)


def _last4(reader: _Reader, *, needed: bool) -> str:
    text = reader.text("account_last4") or ""
    remedy = "give the last four digits of the loan number"
    if text and not (len(text) == 4 and text.isdecimal()):
        reader.reject("account_last4", kind_of(text), remedy)
    if needed and not text:
        reader.reject("account_last4", "empty", remedy + ": the person at the number is verified by it")
    return text


def _enterprise(reader: _Reader) -> EnterpriseRow | None:
    name, ref = reader.text("enterprise_name"), reader.text("enterprise_ref")
    if name is None:
        if ref is not None:
            reader.reject("enterprise_name", "empty", "give the name of the enterprise, or drop its number")
        return None
    return EnterpriseRow(ref, name)


def _interest_terms(reader: _Reader) -> InterestTerms | None:
    rate = reader.rate("annual_rate")
    day_count = reader.word("day_count", DayCount, DayCount.ACTUAL_365)
    return None if rate is None else InterestTerms(rate, day_count)


def _statuses(reader: _Reader) -> frozenset[SpecialStatus]:
    words = [word.strip() for word in (reader.text("statuses") or "").split(";") if word.strip()]
    known = frozenset(SpecialStatus(word) for word in words if word in set(SpecialStatus))
    if len(known) < len(set(words)):
        remedy = f"write any of {', '.join(SpecialStatus)}, separated by semicolons"
        reader.reject("statuses", "a status that is not known", remedy)
    return known
