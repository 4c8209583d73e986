from pathlib import Path

import pytest

from arrears.adapters.policy_scorecard import ScorecardError, load_scorecard
from arrears.adapters.policy_strategies import StrategyPolicyError, load_strategies
from arrears.domain.money import Currency

POLICY = Path(__file__).parents[2] / "policy"


def changed(tmp_path, name, old, new):
    text = (POLICY / name).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return tmp_path / name


def test_both_policies_load_and_weigh_currencies_alike():
    card, strategies = load_scorecard(POLICY / "scorecard.yml"), load_strategies(POLICY / "strategies.yml")
    assert card.minor_per_unit == strategies.minor_per_unit
    assert set(card.minor_per_unit) == set(Currency)


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("feature: dpd", "feature: age", "characteristics.0.feature"),
        ("{from: 15, points: 100}", "{from: 400, points: 100}", "ascending"),
        ("{points: 120}", "{from: 0, points: 120}", "the first band has no `from`"),
        ("reason: long_overdue", "reason: unknown", "needs words in en and zh"),
        ("words: [number_only]", "words: [consented]", "two bands"),
        (", TWD: 3200", "", "lacks TWD"),
        ("base: 300", "base: 300.5", "base"),
    ],
)
def test_a_mistake_in_the_scorecard_is_named(tmp_path, old, new, mistake):
    with pytest.raises(ScorecardError, match=mistake):
        load_scorecard(changed(tmp_path, "scorecard.yml", old, new))


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("uses: {texts: 8,", "uses: {pigeons: 8,", "pigeons, which is no resource"),
        ("name: person_review", "name: holdout", "none is called holdout"),
        ("low: 150, fair: 400", "low: 150", "one value_bps for each band"),
        ("per_day: 600", "per_day: -1", "resources.person_minutes.per_day"),
        ("share_bps: 500", "share_bps: 10001", "holdout.share_bps"),
        ("name: wait", "name: rest", "wait must be there"),
        ("from: 560", "from: 480", "ascending"),
        ("needs: [contact,", "needs: [luck,", "needs"),
        (", carrier: lender_gateway}", "}", "each carrier has one resource"),
    ],
)
def test_a_mistake_in_the_strategies_is_named(tmp_path, old, new, mistake):
    with pytest.raises(StrategyPolicyError, match=mistake):
        load_strategies(changed(tmp_path, "strategies.yml", old, new))
