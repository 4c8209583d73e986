"""What fees are called; patterns, to be put into others."""

from __future__ import annotations

FEE_EN = r"(?:(?:late|service|extra|other|penalty)\s+)?(?:fees?|charges?)"
FEE_ZH = r"(?:手续费|滞纳金|违约金|服务费|管理费|费用?)"
