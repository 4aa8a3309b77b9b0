"""What is measured in a Python of its own: `python -m benchmarks.tasks NAME LIBRARY [CACHE]` prints seconds."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from benchmarks.terminal import ROOT


def run_task(name: str, library: Path, cache: Path | None = None) -> float:
    """Run a task in a fresh process; give the seconds that it took without the start of Python."""
    words = [str(path) for path in (library, cache) if path]
    done = subprocess.run(  # noqa: S603 - this Python, with a module of our own
        [sys.executable, "-m", "benchmarks.tasks", name, *words], cwd=ROOT, capture_output=True, check=True
    )
    return float(done.stdout)


def paths_of(library: Path) -> Iterator[str]:
    """Give the paths of all articles of a made library."""
    for folder, _, names in os.walk(library):
        yield from (os.path.join(folder, name) for name in names if name.endswith(".md"))  # noqa: PTH118 - as plain as it gets


def cat(library: Path, _: Path | None) -> None:
    """Read all files, and do nothing with them."""
    names = "\0".join(paths_of(library)).encode()
    subprocess.run(["xargs", "-0", "cat"], input=names, stdout=subprocess.DEVNULL, check=True)  # noqa: S607


def plain_loop(library: Path, _: Path | None) -> None:
    """Load all files as python-frontmatter's manual shows it."""
    import frontmatter  # noqa: PLC0415 - only this task needs it

    for path in paths_of(library):
        frontmatter.load(path)


def refresh(library: Path, cache: Path | None) -> None:
    """Open a library with its cache and bring it up to date: the first time, that reads all of it."""
    from loaders import Library  # noqa: PLC0415

    with Library.open(library, cache) as opened:
        opened.load()


def refresh_with_index(library: Path, cache: Path | None) -> None:
    """Do the same, and let the search index see all as it comes."""
    from loaders import Library  # noqa: PLC0415

    with Library.open(library, cache) as opened:
        index, _ = opened.open_index(fed=False)
        for _ in opened.refresh(index=index):
            pass


TASKS = {"cat": cat, "plain-loop": plain_loop, "refresh": refresh, "refresh-with-index": refresh_with_index}


def _main(name: str, library: Path, cache: Path | None = None) -> None:
    start = perf_counter()
    TASKS[name](library, cache)
    print(perf_counter() - start)


if __name__ == "__main__":
    _main(sys.argv[1], *map(Path, sys.argv[2:]))
