"""What Carrel remembers of last time: choices, what was searched and what was read, in one small file."""

import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

MEASURES = range(60, 101, 4)
"""The most cells that a line of text may have, to choose from."""
_MOST_KEPT = 50
_LONGEST_KEPT = 1_000
"""Entries of a list, and characters of an entry."""


@dataclass(slots=True)
class State:
    """The choices of last time, as far as any were made."""

    theme: str = ""
    library: str = ""
    measure: int = 80
    """The most cells that a line of text may have."""
    searches: list[str] = field(default_factory=list)
    """What was searched, the newest first."""
    read: list[str] = field(default_factory=list)
    """The keys of the articles that were read, the last one first, of whatever library."""


class StateFile:
    """Keeps a State in a file: a damaged one counts as empty, and it is written whole or not at all."""

    def __init__(self, path: Path | None) -> None:
        """`path` None keeps nothing."""
        self._path = path
        self.state = self._read()

    @property
    def measure(self) -> int:
        """The most cells that a line of text may have; within what can be chosen, whatever the file says."""
        return min(max(self.state.measure, MEASURES[0]), MEASURES[-1])

    def update(self, **choices: str | int) -> bool:
        """Keep some choices; False when they could not be written, and hold until the program ends."""
        self._read_again()
        if all(getattr(self.state, name) == value for name, value in choices.items()):
            return True
        for name, value in choices.items():
            setattr(self.state, name, value)
        return self._try_to_write()

    def remember_search(self, text: str) -> bool:
        """Keep what was searched, as `update` does, beside what another window has kept meanwhile."""
        return self._remember("searches", [text])

    def remember_read(self, keys: Sequence[str]) -> bool:
        """Keep the keys of articles that were read, the last one first, likewise."""
        return self._remember("read", keys)

    def _remember(self, name: str, entries: Sequence[str]) -> bool:
        self._read_again()
        cut = (entry[:_LONGEST_KEPT] for entry in entries)
        setattr(self.state, name, list(dict.fromkeys([*cut, *getattr(self.state, name)]))[:_MOST_KEPT])
        return self._try_to_write()

    def _read(self) -> State:
        if self._path is None:
            return State()
        try:
            kept = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return State()
        if not isinstance(kept, dict):
            return State()
        state = State()
        for name, usual in asdict(state).items():
            value = kept.get(name)
            if type(value) is not type(usual):
                continue
            if isinstance(value, list):
                value = [text for text in value if isinstance(text, str)][:_MOST_KEPT]
            setattr(state, name, value)
        return state

    def _read_again(self) -> None:
        """Take over what another window may have kept meanwhile."""
        if self._path is not None and self._path.exists():
            self.state = self._read()

    def _try_to_write(self) -> bool:
        try:
            self._write()
        except OSError:
            return False
        return True

    def _write(self) -> None:
        if self._path is None:
            return
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=self._path.parent, prefix=f".{self._path.name}.")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(asdict(self.state), file, ensure_ascii=True, indent=2)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(self._path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
