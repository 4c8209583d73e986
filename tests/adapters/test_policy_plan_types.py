from pathlib import Path

import pytest

from arrears.adapters.policy_plan_types import PlanTypesError, load_plan_types
from arrears.domain.cases import Purpose
from arrears.domain.negotiation.plan_types import PlanType, Setting, Standing
from arrears.domain.people import Channel

POLICY = Path(__file__).parents[2] / "policy" / "plan_types.yml"
SHIPPED = load_plan_types(POLICY)

GOOD = """\
version: "1"
types:
  settlement:
    countries: [US, CN]
    products: [card]
    purposes: [consumer]
    channels: [sms, web]
    not_by: {US: [sms], CA: [sms]}
    grants_new_credit: false
    needs_approval: true
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "plan_types.yml"
    path.write_text(text, encoding="utf-8")
    return path


def at(
    country: str,
    channel: Channel = Channel.SMS,
    purpose: Purpose = Purpose.COMMERCIAL,
    product: str = "business-term",
) -> Setting:
    return Setting(country, product, purpose, channel)


def test_the_shipped_file_has_a_rule_for_every_kind() -> None:
    assert set(SHIPPED.rules) == set(PlanType)


@pytest.mark.parametrize("purpose", list(Purpose))
@pytest.mark.parametrize("country", ["US", "CA"])
def test_settlement_and_new_credit_are_never_offered_by_text_in_the_us_and_canada(
    country: str, purpose: Purpose
) -> None:
    for kind, rule in SHIPPED.rules.items():
        if kind is PlanType.SETTLEMENT or rule.grants_new_credit:
            assert SHIPPED.standing(kind, at(country, purpose=purpose)) is Standing.BARRED


@pytest.mark.parametrize(
    ("kind", "setting", "standing"),
    [
        (PlanType.PROMISE, at("US", purpose=Purpose.UNKNOWN), Standing.OFFERED),
        (PlanType.HARDSHIP, at("CN", Channel.VOICE), Standing.OFFERED),
        (PlanType.INSTALMENTS, at("US", Channel.EMAIL), Standing.BARRED),
        (PlanType.SETTLEMENT, at("US", Channel.WEB), Standing.APPROVAL),
        (PlanType.SETTLEMENT, at("CN"), Standing.APPROVAL),
        (PlanType.RENEWAL, at("CN"), Standing.PERSON),
        (PlanType.RENEWAL, at("US", Channel.WEB), Standing.BARRED),
        (PlanType.RENEWAL, at("CN", purpose=Purpose.CONSUMER), Standing.BARRED),
        (PlanType.EXTENSION, at("CN"), Standing.APPROVAL),
        (PlanType.EXTENSION, at("CN", product="card"), Standing.BARRED),
        (PlanType.FLEXIBLE, at("CN"), Standing.OFFERED),
        (PlanType.FLEXIBLE, at("CN", purpose=Purpose.UNKNOWN), Standing.BARRED),
        (PlanType.INTEREST_ONLY, at("CN"), Standing.APPROVAL),
        (PlanType.SEASONAL, at("US"), Standing.OFFERED),
        (PlanType.REVENUE_LINKED, at("US", purpose=Purpose.CONSUMER), Standing.BARRED),
    ],
)
def test_what_may_be_done_about_a_kind_in_a_setting(
    kind: PlanType, setting: Setting, standing: Standing
) -> None:
    assert SHIPPED.standing(kind, setting) is standing


def test_a_kind_without_a_rule_is_barred(tmp_path: Path) -> None:
    types = load_plan_types(written(tmp_path, GOOD))
    assert types.standing(PlanType.PROMISE, at("US")) is Standing.BARRED
    setting = at("US", Channel.WEB, Purpose.CONSUMER, "card")
    assert types.with_standing(setting, Standing.APPROVAL) == {PlanType.SETTLEMENT}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "  settlement:",
            "  gift:",
            r"plan_types.yml: type gift: cannot be used; list one or more",
        ),
        ("[US, CN]", "[usa]", r"type settlement: countries: cannot be used; list ISO 3166"),
        ("[US, CN]", "[]", r"type settlement: countries: cannot be used; .*leave it out"),
        ("[card]", "[]", r"type settlement: products: cannot be used; .*leave it out"),
        ("[consumer]", "[leisure]", r"type settlement: purposes: cannot be used; list consumer"),
        ("[consumer]", "[unknown]", r"type settlement: purposes: unknown counts as consumer"),
        ("[sms, web]", "[fax]", r"type settlement: channels: cannot be used; list one or more of sms"),
        ("    channels: [sms, web]\n", "", r"type settlement: channels: is missing; list one or more"),
        (", CA: [sms]", "", r"type settlement: not_by: .*never go by text there; add CA: \[sms\]"),
        ("US: [sms]", "US: [web]", r"type settlement: not_by: .*add US: \[sms\]"),
        ("US: [sms]", "usa: [sms]", r"type settlement: not_by.usa: cannot be used; write a country's code"),
        ("credit: false", "credit: maybe", r"type settlement: grants_new_credit: cannot be used; write true"),
        ("approval: true", "approval: false", r"type settlement: needs_approval: a person approves every"),
        ("  settlement:", "  renewal:", r"type renewal: grants_new_credit: a renewal is new credit"),
        ("not_by", "never_by", r"type settlement: never_by: not a known key"),
        ('version: "1"', "version: 1", r"plan_types.yml: version: cannot be used; name the version"),
        ("types:", "types: [", r"plan_types.yml: not YAML: look at line \d+"),
        (GOOD, "", r"plan_types.yml: the file: is no mapping"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_remedy(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert old in GOOD
    with pytest.raises(PlanTypesError, match=message):
        load_plan_types(written(tmp_path, GOOD.replace(old, new, 1)))
