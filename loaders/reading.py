"""Some files of a library become records for its store; a worker process does nothing else."""

import pickle
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import IO

from loaders.child import FOR_ALL, stand_back
from loaders.files import read_file, unreadable
from loaders.parse import parse_article
from loaders.records import Batch, batch_of


def read_batch(library: Path, paths: Sequence[str]) -> Batch:
    """Read and parse files; one that cannot be read leaves its Problem, and one that is gone nothing."""
    articles = []
    problems = []
    for path in paths:
        try:
            data = read_file(library, path)
        except FileNotFoundError:
            continue  # it went since it was found, and the next refresh will miss it
        except OSError as error:
            problems.append(unreadable(path, error))
            continue
        article, noted = parse_article(path, data)
        problems.extend(noted)
        if article:
            articles.append(article)
    return batch_of(articles, problems)


def serve() -> None:
    """Answer batches of paths on standard input with Batches on standard output, until the input ends.

    The input ends also when the program that asks is killed, so no worker is ever left behind.
    """
    stand_back(FOR_ALL)
    source, target = sys.stdin.buffer, sys.stdout.buffer
    library = Path(pickle.load(source))  # noqa: S301 - written by the program that started this one
    tasks: SimpleQueue[Sequence[str] | None] = SimpleQueue()
    # Tasks are taken in at once: the program that asks may not have room for an answer before it has asked on.
    threading.Thread(target=_take_in, args=(source, tasks), daemon=True).start()
    while (paths := tasks.get()) is not None:
        pickle.dump(read_batch(library, paths), target, protocol=5)
        target.flush()


def _take_in(source: IO[bytes], tasks: "SimpleQueue[Sequence[str] | None]") -> None:
    """Take in batches of paths, until the input ends."""
    with suppress(EOFError, pickle.UnpicklingError):  # the input ends within a task when its writer is killed
        while True:
            tasks.put(pickle.load(source))  # noqa: S301 - likewise
    tasks.put(None)
