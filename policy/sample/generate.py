"""Writes the sample portfolio: invented people, reserved or made-up numbers, the same bytes for each seed.

Run as a script; `--to DIR` writes elsewhere. Everything is as of 2 March 2026, where the demo's clock starts.
portfolio.csv is in the project's own import format, bad_rows.csv holds rows an import must refuse, and
borrowers.json says how each borrower behaves: it is for the simulator, and the product never reads it.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import batched
from pathlib import Path


def _words(text: str) -> list[str]:
    return text.split()


SEED = 20260302
AS_OF = date(2026, 3, 2)
PERSONS_US_EN, PERSONS_US_ZH, PERSONS_CN = 270, 112, 68
SECOND_LOAN, THIRD_PARTY, NO_CONSENT, NO_PHONE, MOVED = 0.11, 0.03, 0.07, 0.02, 0.06
ANNUAL_RATE = 18  # per cent
LENDER_US, LENDER_CN = "Harbor & Pine Lending LLC", "港松小额贷款有限公司"

# area code, state, zone: the last four digits of every US number are 555-0100 to 555-0199.
AREAS = [
    (code, state, zone)
    for zone, places in {
        "America/New_York": "212 NY 718 NY 617 MA 215 PA 404 GA 305 FL",
        "America/Detroit": "313 MI",
        "America/Chicago": "312 IL 713 TX 214 TX 504 LA 612 MN",
        "America/Denver": "303 CO 801 UT 505 NM",
        "America/Phoenix": "602 AZ",
        "America/Los_Angeles": "213 CA 415 CA 626 CA 206 WA 702 NV",
        "Pacific/Honolulu": "808 HI",
        "America/Anchorage": "907 AK",
    }.items()
    for code, state in batched(places.split(), 2)
]
CHINESE_QUARTERS = {"212", "718", "415", "626", "213", "206", "713"}
PROVINCES = ["GD", "ZJ", "JS", "SH", "BJ", "SC", "FJ", "SD"]
PURPOSES_SMALL = [
    "Bakery", "Auto Repair", "Cleaning Services", "Flower Shop", "Dental Supply", "Landscaping", "Print Shop",
    "Coffee House", "Hardware", "Moving Company", "Tailoring", "Pet Grooming", "Catering", "Plumbing",
]  # fmt: skip
SHOPS_ZH = ["餐馆", "干洗店", "五金商行", "茶庄", "面包房", "汽修厂", "服装店", "花店", "物流行", "打印社"]
FIRST = _words(
    "Alice Brian Carla Daniel Elena Frank Grace Hector Irene James Karen Luis Maria Nathan Olivia Peter Rosa "
    "Samuel Teresa Victor Wendy Andre Bianca Curtis Denise Edgar Fiona Gilbert Helen Ivan"
)
LAST = _words(
    "Abbott Barnes Castillo Dawson Ellison Fletcher Garner Hayes Ingram Jennings Keller Lawson Medina Norton "
    "Ortega Palmer Quinn Reyes Sawyer Tucker Underwood Vargas Whitaker Yates Zimmerman Aldrich Bowen Cortez"
)
SURNAMES_ZH = _words("陈 林 黄 张 李 王 吴 刘 蔡 杨 许 郑 谢 郭 周")
GIVEN_ZH = _words("雅婷 志强 丽华 建国 秀英 俊杰 淑芬 伟明 晓燕 国栋 美玲 海涛 文静 永康 春梅 家豪 慧敏 立新")
SURNAMES_PINYIN = _words("Chen Lin Huang Zhang Li Wang Wu Liu Cai Yang Xu Zheng Xie Guo Zhou")
GIVEN_PINYIN = _words(
    "Yating Zhiqiang Lihua Jianguo Xiuying Junjie Shufen Weiming Xiaoyan "
    "Guodong Meiling Haitao Wenjing Yongkang"
)
PERSONAS = {
    "instalment": 25, "cooperative_full": 15, "haggler": 14, "silent": 17, "vague": 6, "hardship": 5,
    "disputer": 4, "wrong_number": 3, "stopper": 3, "human_wanted": 3, "asks_robot": 3, "attorney": 1,
}  # fmt: skip
MAY_BE_CALLED = 4  # every so many owners who agreed to texts agreed to automated calls too
SELF_HARM_PERSONS = {41, 300}  # by place in the list: one writes English, one Mandarin
KEEPS = {"cooperative_full": 0.95, "instalment": 0.85, "haggler": 0.75, "hardship": 0.6, "vague": 0.4}
COLUMNS = _words(
    "lender_ref lender product purpose relationship currency principal interest fees due_on originated_on "
    "account_last4 owner_ref owner_name language country region time_zone birth_on phone line_type "
    "sms_consent voice_consent consent_how consent_on enterprise_name enterprise_ref broken_promises "
    "last_payment_on statuses annual_rate day_count"
)
Row = dict[str, str]


@dataclass(frozen=True)
class Person:
    number: int
    name: str
    language: str
    country: str
    region: str
    time_zone: str  # as the lender knows it; may be empty
    lives_in: str  # where the borrower really sleeps
    birth_on: date
    phone: str  # empty for the few without


def generate(seed: int = SEED) -> tuple[list[Row], list[Row], list[dict[str, object]]]:
    """The portfolio, the bad rows, and the borrowers."""
    dice = random.Random(seed)
    people = _people(dice)
    rows: list[Row] = []
    borrowers: list[dict[str, object]] = []
    for person in people:
        loans = [_loan(dice, person, len(rows))]
        if dice.random() < SECOND_LOAN:
            loans.append(_second_loan(dice, person, loans[0], len(rows) + 1))
        rows.extend(loans)
        if person.phone:
            borrowers.append(_borrower(dice, person, loans))
    return rows, _bad_rows(rows[0]), borrowers


def _people(dice: random.Random) -> list[Person]:
    english = _us_numbers(dice, PERSONS_US_EN, AREAS, set())
    taken = {phone for phone, _, _ in english}
    quarters = [area for area in AREAS if area[0] in CHINESE_QUARTERS]
    mandarin = _us_numbers(dice, PERSONS_US_ZH, quarters, taken)
    people = [_american(dice, i, *where, language="en") for i, where in enumerate(english)]
    people += [_american(dice, len(people) + i, *where, language="zh") for i, where in enumerate(mandarin)]
    return people + [_chinese(dice, len(people) + i, i) for i in range(PERSONS_CN)]


def _us_numbers(
    dice: random.Random, count: int, areas: list[tuple[str, str, str]], taken: set[str]
) -> list[tuple[str, str, str]]:
    free = [(f"+1{code}55501{n:02d}", state, zone) for code, state, zone in areas for n in range(100)]
    return dice.sample([each for each in free if each[0] not in taken], count)


def _american(dice: random.Random, i: int, phone: str, state: str, zone: str, *, language: str) -> Person:
    if dice.random() < MOVED:  # the number stayed with them when they moved to another zone
        _, state, zone = dice.choice([area for area in AREAS if area[2] != zone])
    name = _pinyin(dice) if language == "zh" else f"{dice.choice(FIRST)} {dice.choice(LAST)}"
    if language == "zh" and dice.random() < 0.4:
        name = dice.choice(SURNAMES_ZH) + dice.choice(GIVEN_ZH)
    known = zone if dice.random() < 0.3 else ""
    phone = "" if dice.random() < NO_PHONE else phone
    return Person(i, name, language, "US", state, known, zone, _birth(dice), phone)


def _chinese(dice: random.Random, i: int, n: int) -> Person:
    name, phone = dice.choice(SURNAMES_ZH) + dice.choice(GIVEN_ZH), f"+861990000{n:04d}"
    zone = "Asia/Shanghai"
    return Person(i, name, "zh", "CN", dice.choice(PROVINCES), zone, zone, _birth(dice), phone)


def _pinyin(dice: random.Random) -> str:
    return f"{dice.choice(GIVEN_PINYIN)} {dice.choice(SURNAMES_PINYIN)}"


def _birth(dice: random.Random) -> date:
    return AS_OF - timedelta(days=dice.randint(24 * 365, 72 * 365))


def _loan(dice: random.Random, person: Person, index: int) -> Row:
    business, china = dice.random() < 0.55, person.country == "CN"
    middle = (9.2 if business else 7.6) + (1.2 if china else 0.0)  # log of the median principal, major units
    principal = min(max(round(dice.lognormvariate(middle, 0.7) * 100), 15_000), 25_000_000)
    dpd = min(180, max(1, round(dice.expovariate(1 / 45))))
    due = AS_OF - timedelta(days=dpd)
    row = dict.fromkeys(COLUMNS, "")
    row |= {
        "lender_ref": f"{'CN' if china else 'HP'}-{2026_000_000 + index * 7 + 11}",
        "lender": LENDER_CN if china else LENDER_US,
        "product": "business-term" if business else dice.choice(["personal-term", "card"]),
        "purpose": "commercial" if business else "consumer",
        "relationship": "third_party" if dice.random() < THIRD_PARTY else "first_party",
        "currency": "CNY" if china else "USD",
        "principal": _major(principal),
        "interest": _major(principal * dpd * ANNUAL_RATE // (100 * 365)),
        "fees": _major((2_500 if business else 1_500) * (1 + dpd // 30) if dpd > 10 else 0),
        "due_on": due.isoformat(),
        "originated_on": (due - timedelta(days=dice.randint(60, 1100))).isoformat(),
        "account_last4": f"{dice.randint(0, 9999):04d}",
        "broken_promises": str(dice.choices([0, 1, 2, 3], [70, 18, 9, 3])[0]),
        "last_payment_on": (due - timedelta(days=30)).isoformat() if dice.random() < 0.85 else "",
        "statuses": "bankruptcy" if dice.random() < 0.006 else "",
    }
    if row["product"] != "card":  # what a card accrues depends on what was drawn when
        row |= {"annual_rate": f"{ANNUAL_RATE}.00", "day_count": "actual/365"}
    return row | _person_columns(dice, person) | (_enterprise(dice, person) if business else {})


def _second_loan(dice: random.Random, person: Person, first: Row, index: int) -> Row:
    second = _loan(dice, person, index)
    same = _words(
        "owner_ref owner_name phone line_type sms_consent voice_consent consent_how consent_on statuses "
        "relationship"
    )
    second |= {column: first[column] for column in same}
    if first["enterprise_ref"] and second["enterprise_ref"]:
        second |= {column: first[column] for column in ("enterprise_name", "enterprise_ref")}
    return second


def _person_columns(dice: random.Random, person: Person) -> Row:
    consents = bool(person.phone) and dice.random() >= NO_CONSENT
    on = AS_OF - timedelta(days=dice.randint(200, 900))
    how = dice.choice(["loan agreement", "web form", "text message"])
    return {
        "owner_ref": f"P-{10_000 + person.number}",
        "owner_name": person.name,
        "language": person.language,
        "country": person.country,
        "region": person.region,
        "time_zone": person.time_zone,
        "birth_on": person.birth_on.isoformat(),
        "phone": person.phone,
        "line_type": "mobile" if person.phone else "",
        "sms_consent": "yes" if consents else "no",
        "voice_consent": "yes" if consents and person.number % MAY_BE_CALLED == 0 else "no",
        "consent_how": how if consents else "",
        "consent_on": on.isoformat() if consents else "",
    }


def _enterprise(dice: random.Random, person: Person) -> Row:
    if person.country == "CN":
        name = person.name[0] + "记" + dice.choice(SHOPS_ZH)
    else:
        name = f"{dice.choice(LAST)} {dice.choice(PURPOSES_SMALL)} {dice.choice(['LLC', 'Inc.', 'Co.'])}"
    return {"enterprise_name": name, "enterprise_ref": f"E-{50_000 + person.number}"}


def _borrower(dice: random.Random, person: Person, loans: list[Row]) -> dict[str, object]:
    persona = dice.choices(list(PERSONAS), list(PERSONAS.values()))[0]
    if person.number in SELF_HARM_PERSONS:
        persona = "self_harm"
    owed = sum(_minor(row[column]) for row in loans for column in ("principal", "interest", "fees"))
    weeks = dice.uniform(2, 6) if persona == "cooperative_full" else dice.uniform(10, 52)
    weeks = weeks * 4 if persona == "hardship" else weeks
    low = dice.randint(1, 30)
    return {
        "phone": person.phone,
        "name": person.name,
        "language": person.language,
        "carrier": "lender_gateway" if person.country == "CN" else "twilio",
        "birth_on": person.birth_on.isoformat(),
        "last4": loans[0]["account_last4"],
        "persona": persona,
        "means": {
            "weekly_disposable_minor": max(500, round(owed / weeks / 100) * 100),
            "currency": loans[0]["currency"],
            "payday": dice.choice(["friday", 1, 5, 10, 15, 25]),
            "keeps_promises": KEEPS.get(persona, 0.5),
        },
        "reply_minutes": [low, low + dice.randint(5, 240)],
        "timezone": person.lives_in,
    }


def _bad_rows(good: Row) -> list[Row]:
    wrong: list[Row] = [
        {"principal": "abc"},
        {"due_on": "2031-01-01"},
        {"due_on": "03/02/2026"},
        {"phone": "5550123", "country": "US"},
        {"lender_ref": "", "language": "fr", "account_last4": "12"},
        {"sms_consent": "yes", "consent_how": "", "consent_on": ""},
    ]
    start = good | {"phone": "+12125550199", "line_type": "mobile", "owner_name": "Sample Person"}
    return [start | {"lender_ref": f"BAD-{i}"} | change for i, change in enumerate(wrong, start=1)]


def _major(minor: int) -> str:
    return f"{minor // 100}.{minor % 100:02d}"


def _minor(major: str) -> int:
    return int(major.replace(".", ""))


def write(folder: Path, seed: int = SEED) -> None:
    """Write the three files."""
    rows, bad, borrowers = generate(seed)
    for name, what in (("portfolio.csv", rows), ("bad_rows.csv", bad)):
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            out = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            out.writeheader()
            out.writerows(what)
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in borrowers)
    (folder / "borrowers.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=Path(__file__).parent)
    folder = parser.parse_args().to
    write(folder)
    print(f"wrote portfolio.csv, bad_rows.csv and borrowers.json to {folder}")


if __name__ == "__main__":
    main()
