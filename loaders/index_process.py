"""Feeds the search index of a library in a process of its own, so that whoever reads meanwhile does not feel it.

Much to be seen takes minutes of processor time, and memory that the program would keep for the rest of its days.
"""

import os
import pickle
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple

from loaders.cache import CacheError
from loaders.child import FOR_READERS, pipes, stand_back, start_child
from loaders.index_errors import SearchIndexError
from loaders.library import Library, LibraryError


class Fed(NamedTuple):
    """How far the process has come."""

    done: int
    """Changes that it has seen since it began."""
    searchable: int
    """Articles that can be found in the index now."""
    why: str = ""
    """Why the index was begun anew; empty when it was not."""


class IndexProcess:
    """A process that feeds the index of a library with a cache. It ends with the program, or when it is closed."""

    def __init__(self, folder: Path, cache: Path, *, anew: bool = False) -> None:
        """Start it; with `anew` it begins with an empty index. Raises OSError where no process can be started."""
        self._process = start_child("loaders.index_process", str(folder), str(cache), anew)

    def steps(self) -> Iterator[Fed]:
        """Wait for each step, until the index has seen all or the process has ended.

        Raises SearchIndexError for an index that fails.
        """
        source, _ = pipes(self._process)
        with suppress(EOFError, pickle.UnpicklingError, OSError, ValueError):
            while True:
                step = pickle.load(source)  # noqa: S301 - from our own process
                if isinstance(step, str):
                    raise SearchIndexError(step)
                yield step

    def close(self) -> None:
        """End it at once; what it has committed stays."""
        self._process.kill()
        self._process.wait()
        for pipe in pipes(self._process):
            with suppress(OSError):  # what was written to a process that has ended since
                pipe.close()


def serve() -> None:
    """Feed the index that standard input names; gives steps on standard output, or at last what has failed."""
    stand_back(FOR_READERS)
    source, target = sys.stdin.buffer, sys.stdout.buffer
    folder, cache, anew = (pickle.load(source) for _ in range(3))  # noqa: S301 - from the program that started it
    threading.Thread(target=_end_with, args=(source,), daemon=True).start()
    try:
        with Library.open(folder, Path(cache)) as library:
            index, why = library.open_index(fed=False, anew=anew)
            _tell(Fed(0, len(index), why), target)
            done = 0
            for done in library.feed_index(index):
                _tell(Fed(done, len(index)), target)
            _tell(Fed(done, len(index)), target)
    except SearchIndexError as error:
        _tell(str(error), target)
    except (CacheError, LibraryError):
        return  # the program that asked finds that out itself


def _tell(step: Fed | str, target: IO[bytes]) -> None:
    pickle.dump(step, target, protocol=5)
    target.flush()


def _end_with(source: IO[bytes]) -> None:
    """End this process at the end of its input, which comes also when the program is killed."""
    while os.read(source.fileno(), 1):
        pass
    os._exit(0)
