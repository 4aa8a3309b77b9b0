"""The files of a library: found without following links, read without ever waiting."""

import os
import stat
import struct
from collections.abc import Iterable, Iterator, Set
from enum import Enum, auto
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from loaders.article import ENDINGS, MAX_FILE_BYTES, Problem

# O_NONBLOCK lets a pipe that poses as an article fail at once; not every system has each flag.
_OPEN_FLAGS = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY")
)
_PART = 1_000
"""Files in one listing, at most: a folder may hold 100,000, and nobody needs all their names at once."""


class State(Enum):
    """How much of a folder a listing tells."""

    PART = auto()
    """Some of it; the rest follows."""
    LAST = auto()
    """The rest of it."""
    GONE = auto()
    """The library has no such folder any more."""
    UNREADABLE = auto()
    """Nothing can be said of the rest."""


class Listing(NamedTuple):
    """What one folder of a library holds, or a part of it; all paths are relative to the library, with `/`."""

    folder: str
    """Empty for the library's own folder."""
    stamps: dict[str, bytes]
    """The names of its Markdown files, with what tells whether one has changed."""
    folders: list[str]
    """The paths of the folders in it, in the order of their names; those of the whole folder stand in the last."""
    problems: list[Problem]
    """What bars the way to some of it, likewise."""
    state: State


def walk(library: Path, folder: str = "") -> Iterator[Listing]:
    """Walk through a library, or one folder of it: each folder before those in it, in the order of names.

    Hidden names are passed over.
    """
    waiting = [folder]
    while waiting:
        for listing in list_folder(library, waiting.pop()):
            yield listing
            waiting.extend(reversed(listing.folders))


def list_folders(library: Path, folders: Iterable[str], known: Set[str]) -> Iterator[Listing]:
    """List folders in which something changed; `known` are those whose files were read before.

    One that is gone takes with it those that were in it; one that is new is walked through.
    """
    listed = set()
    ancestors = {ancestor for folder in known for ancestor in _ancestors(folder)}
    for folder in sorted(folders):  # each before those in it
        if folder in listed:
            continue
        last = _gone(folder)
        for part in [last] if _is_apart(library, folder) else list_folder(library, folder):
            yield part
            last = part
        listed.add(folder)
        if last.state is State.UNREADABLE:
            continue
        gone = (_gone(other) for other in known if _is_gone(other, last))
        new = (one for new in last.folders if new not in ancestors for one in walk(library, new))
        for other in chain(gone, new):
            listed.add(other.folder)
            yield other


def list_folder(library: Path, folder: str) -> Iterator[Listing]:
    """List one folder, in parts."""
    rest = Listing(folder, {}, [], [], State.PART)
    try:
        with os.scandir(library / folder) as found:
            for entry in found:  # one at a time: each keeps what it was asked
                if not entry.name.startswith("."):
                    _note(rest, entry)
                if len(rest.stamps) == _PART:
                    yield rest._replace(folders=[], problems=[])
                    rest = rest._replace(stamps={})  # folders and problems gather to the end
    except OSError as error:
        if folder and isinstance(error, FileNotFoundError | NotADirectoryError):
            yield _gone(folder)
            return
        problem = Problem("unreadable", "error", folder or ".", None, _cannot("folder", error))
        yield Listing(folder, {}, [], [problem], State.UNREADABLE)
        return
    yield rest._replace(
        folders=sorted(rest.folders, key=os.fsencode),
        problems=sorted(rest.problems, key=lambda problem: os.fsencode(problem.path)),
        state=State.LAST,
    )


def read_file(library: Path, path: str) -> bytes:
    """Give the bytes of one file, and of one that is too large a single byte more than an article may have.

    Raises OSError for what is no regular file, or cannot be read.
    """
    descriptor = os.open(f"{library}/{path}", _OPEN_FLAGS)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(0, "it is no regular file")
        parts = []
        left = MAX_FILE_BYTES + 1
        # No more than it says it holds at a time: room for as much as it may hold takes longer than the reading.
        while left and (part := os.read(descriptor, min(left, status.st_size + 1))):
            parts.append(part)
            left -= len(part)
        return b"".join(parts)
    finally:
        os.close(descriptor)


def unreadable(path: str, error: OSError) -> Problem:
    """Give the Problem of a file that cannot be read."""
    return Problem("unreadable", "error", path, None, _cannot("file", error))


def _gone(folder: str) -> Listing:
    return Listing(folder, {}, [], [], State.GONE)


def _ancestors(folder: str) -> Iterator[str]:
    """Give a folder and all that it lies in."""
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]


def _is_apart(library: Path, folder: str) -> bool:
    """Tell whether a walk through the library would not come to a folder: it is hidden, or behind a link."""
    return any(
        ancestor.rpartition("/")[2].startswith(".") or (library / ancestor).is_symlink()
        for ancestor in _ancestors(folder)
    )


def _is_gone(folder: str, listing: Listing) -> bool:
    """Tell whether a folder lay in one that is listed now, and does so no more."""
    start = f"{listing.folder}/" if listing.folder else ""
    if not folder.startswith(start) or folder == listing.folder:
        return False
    return start + folder[len(start) :].partition("/")[0] not in listing.folders


def _cannot(what: str, error: OSError) -> str:
    return f"the {what} cannot be read: {error.strerror}"


def _note(listing: Listing, entry: "os.DirEntry[str]") -> None:
    path = f"{listing.folder}/{entry.name}" if listing.folder else entry.name
    try:
        _note_kind(listing, entry, path)
    except OSError as error:
        listing.problems.append(unreadable(path, error))


def _note_kind(listing: Listing, entry: "os.DirEntry[str]", path: str) -> None:
    named = entry.name.lower().endswith(ENDINGS)
    if entry.is_symlink():
        if named or entry.is_dir():
            problem = Problem("symbolic-link", "information", path, None, "a symbolic link is not followed")
            listing.problems.append(problem)
    elif entry.is_dir():
        listing.folders.append(path)
    elif named:
        listing.stamps[entry.name] = _stamp(entry.stat(follow_symlinks=False))


def _stamp(status: os.stat_result) -> bytes:
    """Pack size, times and inode: an edit that puts the time of change back still moves that of the inode."""
    return struct.pack(
        "<qqqQ", status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino & 0xFFFF_FFFF_FFFF_FFFF
    )
