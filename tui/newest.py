"""Questions that come faster than they are answered: one is worked on, and of the others the newest waits."""

from typing import Generic, TypeVar

Asked = TypeVar("Asked")


class Newest(Generic[Asked]):
    """Says which question to begin with; those between the one that is worked on and the newest are skipped."""

    def __init__(self) -> None:
        self._working = False
        self._waiting: Asked | None = None

    def ask(self, question: Asked) -> Asked | None:
        """Take a question; gives it back when it can be begun at once."""
        if self._working:
            self._waiting = question
            return None
        self._working = True
        return question

    def answered(self) -> Asked | None:
        """Take note that the question is answered; gives the next one to begin with, if one waits."""
        question, self._waiting = self._waiting, None
        self._working = question is not None
        return question

    def forget(self) -> None:
        """Let nothing wait: what is worked on comes to its end alone."""
        self._waiting = None
