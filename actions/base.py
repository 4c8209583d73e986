"""The shape of every action: read the turn, call a service, utter what it answers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cache
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.slots import TrackedTurn, turn_from
from arrears.bootstrap import app_or_exit
from arrears.desk import Desk
from arrears.dialogue.answering import Answer


@cache
def desk() -> Desk:
    """The action server's desk, built at the first action: importing this module opens nothing."""
    return app_or_exit("actions").desk


class Answering(Action, ABC):
    """An action that answers with what one service says. The SDK registers what is not abstract."""

    action: ClassVar[str] = ""

    def name(self) -> str:
        """The name the rules call it by."""
        return self.action

    @abstractmethod
    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """What is said to this message."""

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Utter the service's answer. The stage is read from our rows at each turn, so no slot is set."""
        turn = turn_from(tracker)
        for said in self.answer(desk(), turn).said:
            dispatcher.utter_message(text=said.text)
        return []
