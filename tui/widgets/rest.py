"""What is done only once the reader stays with something: who leafs through many articles needs none of it."""

from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer


class Rest:
    """Calls back when it has not been begun anew for a while."""

    def __init__(self, owner: MessagePump, call: Callable[[], object], seconds: float = 0.4) -> None:
        """`owner` keeps the time; what is called runs in it, so many seconds after the last beginning."""
        self.owner = owner
        self.call = call
        self._seconds = seconds
        self._timer: Timer | None = None

    def begin(self) -> None:
        """Wait from now on."""
        if self._timer:
            self._timer.stop()
        self._timer = self.owner.set_timer(self._seconds, self.call)
