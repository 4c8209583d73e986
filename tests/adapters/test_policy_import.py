from pathlib import Path

import pytest

from arrears.adapters.policy_import import ImportMappingError, load_mapping
from arrears.domain.import_mapping import PROTECTED_COLUMNS

POLICY = Path(__file__).parents[2] / "policy" / "import"
START = """
version: "1"
zone: America/New_York
texts:
  lender_ref: {columns: [id]}
  lender: {constant: L}
  product: {constant: p}
  currency: {constant: USD}
  country: {constant: US}
amounts: {principal: {column: owed}}
dates: {due_on: {columns: [due]}}
"""


@pytest.mark.parametrize("name", ["arrears", "lendingclub", "uci_credit"])
def test_the_shipped_mappings_load_and_name_no_protected_column(name):
    mapping = load_mapping(POLICY / f"{name}.yml")
    assert mapping.name == name
    assert not {column.lower() for column in mapping.columns()} & PROTECTED_COLUMNS


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("zone: America/New_York", "zone: Nowhere", "zone: Value error, write an IANA zone"),
        ("  lender: {constant: L}\n", "", "texts.lender: Field required"),
        ("{column: owed}", "{column: owed, units: dozen}", "amounts.principal.units"),
        ("{columns: [due]}", "{columns: [due], constant: 2026-01-01}", "name one of columns, constant"),
        ("{columns: [id]}", "{columns: [id], colour: red}", "texts.lender_ref.colour: Extra inputs"),
        ("{columns: [id]}", "{columns: [SEX]}", "column SEX is a protected characteristic"),
        ("texts:", "encoding: utf-99\ntexts:", "encoding: Value error, write an encoding"),
        ("texts:", "texts: [", "not YAML"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path, old, new, mistake):
    path = tmp_path / "bad.yml"
    path.write_text(START.replace(old, new), encoding="utf-8")
    with pytest.raises(ImportMappingError) as error:
        load_mapping(path)
    assert mistake in str(error.value)
    assert str(error.value).startswith("bad.yml: ")


def test_words_are_mapped_whatever_their_case(tmp_path):
    path = tmp_path / "m.yml"
    purpose = "  purpose: {columns: [why], values: {Small_Business: commercial}, otherwise: consumer}\n"
    path.write_text(START.replace("amounts:", purpose + "amounts:"), encoding="utf-8")
    assert load_mapping(path).texts["purpose"].values == {"small_business": "commercial"}
