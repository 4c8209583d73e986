"""Steps that are no contact: reports to credit bureaus, deposits, fees, payments, debits and transfers."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from arrears.domain.cases import Purpose, SpecialStatus
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Deferred, Duty, Granted, Lifts, Referred, Refused
from arrears.domain.compliance.facts import ActKind, ContactFacts, ProposedAct
from arrears.domain.compliance.rule import defer, deny, require
from tests.builders.compliance import LOS_ANGELES, NEW_YORK, NOON, at, in_china, packs
from tests.domain.compliance.us_federal.given import collector, lender, told_of

K, S = ActKind, SpecialStatus
NOV_10, NOV_24 = date(2026, 11, 10), date(2026, 11, 24)


def waits(until: datetime) -> list[object]:
    return [defer("report_waits_for_bounce", until, ("days", 14))]


NEVER_TOLD = [deny("report_before_contact", lifts=Lifts.NOTICE_SENT)]
BOUNCE_UNKNOWN = [
    deny("bounce_unknown", ("days", 14), lifts=Lifts.FACT_KNOWN, missing="act.bounced"),
]


@pytest.mark.parametrize(
    ("changes", "now", "expected"),
    [
        ({}, NOON, NEVER_TOLD),
        ({"spoken_at": NOON}, NOON, []),
        ({"spoken_at": NOON + timedelta(seconds=1)}, NOON, NEVER_TOLD),
        ({"notice_on": NOV_10, "bounced": False}, at("2026-11-24 23:59:59"), waits(at("2026-11-25 00:00"))),
        ({"notice_on": NOV_10, "bounced": False}, at("2026-11-25 00:00"), []),
        ({"notice_on": NOV_10}, at("2026-11-24 23:59:59"), waits(at("2026-11-25 00:00"))),
        ({"notice_on": NOV_10}, at("2026-11-25 00:00"), BOUNCE_UNKNOWN),
        ({"notice_on": NOV_10, "bounced": True}, at("2026-11-25 00:00"), NEVER_TOLD),
        ({"notice_on": NOV_10, "bounced": True, "spoken_at": NOON}, NOON, []),
    ],
)
def test_a_debt_is_reported_only_after_the_person_was_told_of_it(
    changes: dict[str, object], now: datetime, expected: list[object]
) -> None:
    act = ProposedAct(K.FURNISH, **changes)
    assert told_of("USF-CRA-1", act, collector(), now) == expected
    assert told_of("USF-CRA-1", act, lender(), now) == []
    assert told_of("USF-CRA-1", replace(act, kind=K.TRANSFER), collector(), now) == []


def test_the_days_for_a_bounce_end_in_the_last_zone() -> None:
    act = ProposedAct(K.FURNISH, notice_on=NOV_10, bounced=False)
    person = collector(zones=(NEW_YORK, LOS_ANGELES))
    assert told_of("USF-CRA-1", act, person, at("2026-11-25 01:00")) == waits(at("2026-11-25 03:00"))


@pytest.mark.parametrize(("statuses", "marked"), [((S.DISPUTE,), True), ((S.HARDSHIP,), False), ((), False)])
def test_a_disputed_debt_is_reported_as_disputed(statuses: tuple[SpecialStatus, ...], marked: bool) -> None:
    expected = [require(Duty.MARK_DISPUTED, "dispute_marked")] if marked else []
    assert told_of("USF-DISP-3", ProposedAct(K.FURNISH), collector(statuses=statuses)) == expected
    assert told_of("USF-DISP-3", ProposedAct(K.CHARGE), collector(statuses=statuses)) == []
    assert told_of("USF-DISP-3", ProposedAct(K.FURNISH), lender(statuses=statuses)) == []


# Friday 4 December: three business days before it is Tuesday the 1st, ten weekdays before is 20 November.
DEC_4 = date(2026, 12, 4)
DEPOSIT = ProposedAct(
    K.DEPOSIT,
    on=DEC_4,
    written_on=date(2026, 11, 1),
    dated_on=DEC_4,
    notice_on=date(2026, 12, 1),
    holidays=frozenset({date(2026, 11, 26)}),
)
JANUARY = {"on": date(2027, 1, 4), "holidays": frozenset({date(2027, 1, 1)})}
NOTICE_WANTED = [deny("deposit_notice_wanted", ("least", 3), ("most", 10), lifts=Lifts.NOTICE_SENT)]


def unknown(reason: str, name: str) -> list[object]:
    return [deny(reason, lifts=Lifts.FACT_KNOWN, missing=f"act.{name}")]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"notice_on": None}, NOTICE_WANTED),
        ({"notice_on": date(2026, 12, 2)}, NOTICE_WANTED),
        ({"notice_on": date(2026, 11, 20)}, []),
        ({"notice_on": date(2026, 11, 19)}, NOTICE_WANTED),
        ({"holidays": frozenset({date(2026, 12, 1)})}, NOTICE_WANTED),
        ({"holidays": frozenset({date(2026, 12, 1)}), "notice_on": date(2026, 11, 30)}, []),
        ({"holidays": frozenset()}, []),
        ({"holidays": None}, unknown("holidays_unknown", "holidays")),
        ({"dated_on": None}, unknown("instrument_undated", "dated_on")),
        ({"written_on": None}, unknown("instrument_not_received", "written_on")),
        ({"on": date(2026, 12, 3)}, [deny("deposit_early", ("date", DEC_4), lifts=Lifts.NEVER)]),
        # Five days ahead needs no notice, six do.
        ({"written_on": date(2026, 11, 29), "notice_on": None, "holidays": None}, []),
        ({"written_on": date(2026, 11, 28), "notice_on": None}, NOTICE_WANTED),
        # Across the turn of the year, and without a day: today.
        (
            {
                "on": date(2027, 1, 4),
                "notice_on": date(2026, 12, 29),
                "holidays": frozenset({date(2027, 1, 1)}),
            },
            [],
        ),
        (
            {
                "on": date(2027, 1, 4),
                "notice_on": date(2026, 12, 30),
                "holidays": frozenset({date(2027, 1, 1)}),
            },
            NOTICE_WANTED,
        ),
        ({"on": None}, [deny("deposit_early", ("date", DEC_4), lifts=Lifts.NEVER)]),
        ({"on": None, "dated_on": NOV_24, "notice_on": date(2026, 11, 19)}, []),
        ({"on": None, "dated_on": NOV_24, "notice_on": date(2026, 11, 20)}, NOTICE_WANTED),
    ],
)
def test_a_postdated_instrument_waits_for_its_date_and_for_timely_notice(
    changes: dict[str, object], expected: list[object]
) -> None:
    act = replace(DEPOSIT, **changes)
    assert told_of("USF-PAY-1", act, collector()) == expected
    assert told_of("USF-PAY-1", act, lender()) == []
    assert told_of("USF-PAY-1", replace(act, kind=K.APPLY), collector()) == []


def test_today_is_the_earliest_day_in_any_zone() -> None:
    today = replace(DEPOSIT, on=None, dated_on=NOV_24, written_on=date(2026, 11, 20))
    person = collector(zones=(NEW_YORK, LOS_ANGELES))
    early = [deny("deposit_early", ("date", NOV_24), lifts=Lifts.NEVER)]
    assert told_of("USF-PAY-1", today, person, at("2026-11-24 02:59")) == early
    assert told_of("USF-PAY-1", today, person, at("2026-11-24 03:00")) == []


@pytest.mark.parametrize("make", [collector, lender])
@pytest.mark.parametrize(("authorised", "missing"), [(True, None), (False, None), (None, "act.authorised")])
def test_no_charge_without_agreement_or_law(
    make: type[ContactFacts], authorised: bool | None, missing: str | None
) -> None:
    act = ProposedAct(K.CHARGE, authorised=authorised)
    expected = [deny("charge_unauthorised", lifts=Lifts.NEVER, missing=missing)]
    assert told_of("USF-PAY-2", act, make()) == ([] if authorised else expected)
    assert told_of("USF-PAY-2", replace(act, kind=K.COLLECT), make()) == []


@pytest.mark.parametrize("make", [collector, lender])
@pytest.mark.parametrize(
    ("directed", "statuses", "expected"),
    [
        (True, (), []),
        (True, (S.HARDSHIP,), []),
        (True, (S.DISPUTE,), [deny("payment_to_disputed_debt", lifts=Lifts.VERIFICATION_SENT)]),
        (False, (), [deny("payment_not_directed", lifts=Lifts.PERSON)]),
        (None, (), [deny("payment_not_directed", lifts=Lifts.PERSON, missing="act.directed")]),
    ],
)
def test_a_payment_goes_where_the_person_directed_it_and_never_to_a_disputed_debt(
    make: type[ContactFacts],
    directed: bool | None,
    statuses: tuple[SpecialStatus, ...],
    expected: list[object],
) -> None:
    act = ProposedAct(K.APPLY, directed=directed)
    assert told_of("USF-PAY-3", act, make(statuses=statuses)) == expected
    assert told_of("USF-PAY-3", replace(act, kind=K.COLLECT), make(statuses=statuses)) == []


DEBIT = ProposedAct(K.DEBIT, on=NOV_24, authorised=True, amount_varies=True, notice_on=date(2026, 11, 14))
NOTICE_10 = [deny("debit_notice_wanted", ("days", 10), lifts=Lifts.NOTICE_SENT)]


@pytest.mark.parametrize("make", [collector, lender])
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"notice_on": date(2026, 11, 15)}, NOTICE_10),
        ({"notice_on": None}, NOTICE_10),
        ({"notice_on": None, "amount_varies": False}, []),
        ({"on": None}, []),
        ({"on": None, "notice_on": date(2026, 11, 15)}, NOTICE_10),
        ({"authorised": False}, [deny("debit_unauthorised", lifts=Lifts.CONSENT)]),
        (
            {"authorised": None},
            [deny("debit_unauthorised", lifts=Lifts.CONSENT, missing="act.authorised")],
        ),
    ],
)
def test_a_recurring_debit_needs_an_authorisation_and_notice_of_another_amount(
    make: type[ContactFacts], changes: dict[str, object], expected: list[object]
) -> None:
    act = replace(DEBIT, **changes)
    assert told_of("USF-PAY-4", act, make()) == expected
    assert told_of("USF-PAY-4", act, make(purpose=Purpose.COMMERCIAL)) == []
    assert told_of("USF-PAY-4", replace(act, kind=K.CHARGE), make()) == []


@pytest.mark.parametrize("kind", ActKind)
def test_after_bankruptcy_and_identity_theft_a_debt_is_neither_collected_nor_sold(kind: ActKind) -> None:
    act, collects = ProposedAct(kind), kind in {K.COLLECT, K.TRANSFER, K.CHARGE, K.DEBIT}
    for_good = [deny("discharged_for_good", lifts=Lifts.NEVER)]
    stayed = [deny("stayed_by_bankruptcy", lifts=Lifts.PERSON)]
    stolen = [deny("transfer_after_identity_theft", lifts=Lifts.PERSON)]
    for make in (collector, lender):
        assert told_of("VUL-03", act, make(statuses=(S.DISCHARGED,))) == (for_good if collects else [])
        assert told_of("VUL-03", act, make(statuses=(S.BANKRUPTCY,))) == (stayed if collects else [])
        stolen_from = make(statuses=(S.IDENTITY_THEFT,))
        assert told_of("VUL-06", act, stolen_from) == (stolen if kind is K.TRANSFER else [])
        assert told_of("VUL-03", act, make()) + told_of("VUL-06", act, make()) == []


def test_steps_are_cited_as_law_or_as_policy() -> None:
    def cited(person: ContactFacts) -> list[str]:
        found = decide(packs(), person, ProposedAct(K.CHARGE), NOON).findings
        return [f.citation for f in found if f.rule_id == "USF-PAY-2"]

    assert cited(collector()) == ["12 CFR 1006.22(b)"]
    assert cited(lender()) == ["house policy, after 12 CFR 1006.22(b)"]
    assert cited(in_china()) == []


@pytest.mark.parametrize(
    ("act", "answer"),
    [
        (ProposedAct(K.CHARGE), Refused),
        (ProposedAct(K.CHARGE, authorised=True), Granted),
        (ProposedAct(K.FURNISH, notice_on=NOV_24), Deferred),
    ],
)
def test_a_step_is_decided_by_what_the_pack_says(
    act: ProposedAct, answer: type[Granted | Refused | Deferred | Referred]
) -> None:
    assert isinstance(decide(packs(), collector(), act, NOON), answer)
