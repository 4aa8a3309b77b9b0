"""Worker processes that read files."""

import pickle
import subprocess
import threading
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import NamedTuple, Self

from loaders.child import pipes, send, start_child
from loaders.records import Batch

_SENT = 2
"""How many tasks each process has at a time, so that it never waits for the next."""


class Read(NamedTuple):
    """A task that is done: the paths that were asked for, and what they held."""

    paths: Sequence[str]
    batch: Batch


class Workers:
    """Reads batches of files: here, until processes are started for it."""

    def __init__(self, library: Path, ahead: int = 1) -> None:
        """`ahead` is how many tasks there are at most for processes, done ones included."""
        self._library = library
        self._ahead = ahead
        self._tasks: SimpleQueue[Sequence[str] | None] = SimpleQueue()
        self._done: SimpleQueue[Read | Exception] = SimpleQueue()
        self._under_way = 0
        self._closed = False
        self._processes: list[subprocess.Popen[bytes]] = []
        self._threads: list[threading.Thread] = []

    def start(self, count: int) -> None:
        """Start so many processes, unless they run already; where the system refuses, the work is done here."""
        while len(self._processes) < count:
            try:
                process = start_child("loaders.reading", str(self._library))
            except OSError:
                return
            thread = threading.Thread(target=self._drive, args=(process,), daemon=True)
            self._processes.append(process)
            self._threads.append(thread)
            thread.start()

    @property
    def under_way(self) -> int:
        """How many tasks were given and not yet taken back."""
        return self._under_way

    @property
    def has_room(self) -> bool:
        """True while another task would not wait for long."""
        return self._under_way < (max(self._ahead, _SENT * len(self._processes)) if self._processes else 1)

    def give(self, paths: Sequence[str]) -> None:
        """Ask for some files to be read."""
        self._under_way += 1
        self._tasks.put(paths)

    def take(self) -> Read:
        """Wait for a task to be done, and take what it found."""
        if not self._processes:
            paths = self._tasks.get()
            if paths is None:
                raise RuntimeError("the workers have been closed")
            self._under_way -= 1
            return self.read(paths)
        done = self._done.get()
        self._under_way -= 1
        if isinstance(done, Exception):
            raise done
        return done

    def read(self, paths: Sequence[str]) -> Read:
        """Read some files here and now."""
        from loaders.reading import read_batch  # noqa: PLC0415 - it brings YAML along, and most refreshes read nothing

        return Read(paths, read_batch(self._library, paths))

    def close(self) -> None:
        """End the processes, whatever they are doing."""
        self._closed = True
        for _ in self._threads:
            self._tasks.put(None)
        for process in self._processes:
            process.kill()
        for thread in self._threads:
            thread.join()
        for process in self._processes:
            process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _drive(self, process: "subprocess.Popen[bytes]") -> None:
        """Pass tasks to one process; when it has died, read the rest of them here."""
        source, target = pipes(process)
        sent: deque[Sequence[str]] = deque()
        alive = True
        while True:
            paths = self._next_task(wait=not sent) if len(sent) < _SENT else None
            if self._closed:
                break
            if paths is not None:
                alive = alive and send(paths, target)
                sent.append(paths)
                continue
            paths = sent.popleft()
            try:
                if alive:
                    try:
                        self._done.put(Read(paths, pickle.load(source)))  # noqa: S301 - from our own process
                        continue
                    except (OSError, EOFError, pickle.UnpicklingError):
                        alive = False
                self._done.put(self.read(paths))
            except Exception as error:
                self._done.put(error)
        source.close()
        with suppress(OSError):  # what was written to a process that has ended since
            target.close()

    def _next_task(self, *, wait: bool) -> Sequence[str] | None:
        try:
            return self._tasks.get(block=wait)
        except Empty:
            return None
