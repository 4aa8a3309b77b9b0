"""The files of a library: found without following links, read without ever waiting."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from loaders.article import ENDINGS, Problem
from loaders.parse import MAX_FILE_BYTES

# O_NONBLOCK lets a pipe that poses as an article fail at once; not every system has each flag.
_OPEN_FLAGS = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY")
)


def find_files(folder: Path) -> Iterator[str | Problem]:
    """Walk a library: give the path of each Markdown file in it, with `/`, or a Problem for what bars the way.

    Hidden names are passed over. A folder's own files come first, then its folders, each in the order of names.
    """
    waiting = [""]
    while waiting:
        within = waiting.pop()
        folders = []
        try:
            with os.scandir(folder / within) as listing:
                entries = sorted(listing, key=lambda entry: os.fsencode(entry.name))
        except OSError as error:
            yield Problem(
                "unreadable", "error", within or ".", None, f"the folder cannot be read: {error.strerror}"
            )
            continue
        for entry in entries:
            path = f"{within}/{entry.name}" if within else entry.name
            if entry.name.startswith("."):
                continue
            try:
                named = entry.name.lower().endswith(ENDINGS)
                if entry.is_symlink():
                    if named or entry.is_dir():
                        yield Problem(
                            "symbolic-link", "information", path, None, "a symbolic link is not followed"
                        )
                elif entry.is_dir():
                    folders.append(path)
                elif named:
                    yield path
            except OSError as error:
                yield unreadable(path, error)
        waiting.extend(reversed(folders))


def read_file(folder: Path, path: str) -> bytes:
    """Give the bytes of one file, and of one that is too large a single byte more than an article may have.

    Raises OSError for what is no regular file, or cannot be read.
    """
    descriptor = os.open(folder / path, _OPEN_FLAGS)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(0, "it is no regular file")
        parts = []
        left = MAX_FILE_BYTES + 1
        while left and (part := os.read(descriptor, left)):
            parts.append(part)
            left -= len(part)
        return b"".join(parts)
    finally:
        os.close(descriptor)


def unreadable(path: str, error: OSError) -> Problem:
    """Give the Problem of a file that cannot be read."""
    return Problem("unreadable", "error", path, None, f"the file cannot be read: {error.strerror}")
