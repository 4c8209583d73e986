"""Who says what silences us is answered, whenever it was said: a reply may not be lost to a disclosure."""

from __future__ import annotations

from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import Line, keys
from tests.builders.offers import CHINA, PROOF


def test_in_china_a_dispute_before_the_proof_leaves_nobody_without_an_answer(sqlite_store: Store) -> None:
    line = Line(sqlite_store, CHINA, {"这不是我借的": "dispute", PROOF[Language.ZH]: "verify_identity"})
    line.write_first()
    assert line.says("这不是我借的") != ""
    assert "贷款" not in line.says(PROOF[Language.ZH])
    assert keys(line) == {"dispute.proved"}
    assert "工作人员" in line.says("这不是我借的")
