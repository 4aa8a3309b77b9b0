"""What Carrel remembers of last time: the theme, the library and the measure, in one small file."""

import json
import os
import tempfile
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any


@dataclass(slots=True)
class State:
    """The choices of last time, as far as any were made."""

    theme: str = ""
    library: str = ""
    measure: int = 80
    """The most cells that a line of text may have."""


class StateFile:
    """Keeps a State in a file: a damaged one counts as empty, and it is written whole or not at all."""

    def __init__(self, path: Path | None) -> None:
        """`path` None keeps nothing."""
        self._path = path
        self.state = self._read()

    def update(self, **choices: str | int) -> bool:
        """Keep some choices; False when they could not be written, and hold until the program ends."""
        if self._path is not None and self._path.exists():
            self.state = self._read()  # another window may have kept choices meanwhile
        if all(getattr(self.state, name) == value for name, value in choices.items()):
            return True
        for name, value in choices.items():
            setattr(self.state, name, value)
        try:
            self._write()
        except OSError:
            return False
        return True

    def _read(self) -> State:
        if self._path is None:
            return State()
        try:
            kept = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return State()
        if not isinstance(kept, dict):
            return State()
        known = {field.name: type(field.default) for field in fields(State)}
        choices: dict[str, Any] = {name: value for name, value in kept.items() if type(value) is known.get(name)}
        return State(**choices)

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
