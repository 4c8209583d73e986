"""How often one link may be used: enough for any person, too little for a machine that tries things out."""

from __future__ import annotations

import threading
from collections import defaultdict, deque
from datetime import datetime, timedelta

from arrears.domain.ids import LinkId

WINDOW = timedelta(minutes=1)
READS_MAX = 120
"""Pages a minute; an open chat asks for news 20 times of them."""

FORMS_MAX = 20
"""Forms a minute."""

_LINKS_KEPT = 10_000


class LinkLimits:
    """Counts what was asked over each link in the last minute (machine time), in this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asked: dict[tuple[LinkId, bool], deque[datetime]] = defaultdict(deque)

    def allows(self, link_id: LinkId, now: datetime, *, form: bool) -> bool:
        """Whether one more is within the limit; it counts when it is. Only links that exist are counted."""
        with self._lock:
            self._forget(now)
            asked = self._asked[link_id, form]
            while asked and asked[0] <= now - WINDOW:
                asked.popleft()
            if len(asked) >= (FORMS_MAX if form else READS_MAX):
                return False
            asked.append(now)
            return True

    def _forget(self, now: datetime) -> None:
        if len(self._asked) > _LINKS_KEPT:
            fresh = {key: each for key, each in self._asked.items() if each and each[-1] > now - WINDOW}
            self._asked = defaultdict(deque, fresh)
