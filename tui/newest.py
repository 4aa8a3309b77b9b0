"""Questions that come faster than they are answered: one is worked on, and of the others the newest waits."""

from typing import Generic, TypeVar

Asked = TypeVar("Asked")


class Newest(Generic[Asked]):
    """Says with which question to begin, by its number; those between that one and the newest are skipped."""

    def __init__(self) -> None:
        self._number = 0
        self._first_wanted = 0
        self._working = False
        self._waiting: tuple[int, Asked] | None = None

    def ask(self, question: Asked) -> tuple[int, Asked] | None:
        """Take a question; gives it with its number when it can be begun at once."""
        self._number += 1
        if self._working:
            self._waiting = self._number, question
            return None
        self._working = True
        return self._number, question

    def answered(self) -> tuple[int, Asked] | None:
        """Take note that the question is answered; gives the next one to begin with, if one waits."""
        following, self._waiting = self._waiting, None
        self._working = following is not None
        return following

    def wants(self, number: int) -> bool:
        """Tell whether the answer to a question may still be shown."""
        return number >= self._first_wanted

    def forget(self) -> None:
        """Want none of the answers to what was asked until now."""
        self._first_wanted = self._number + 1
        self._waiting = None
