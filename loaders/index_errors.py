"""What goes wrong with a search index, told in two errors."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PANIC = "PanicException"
"""What Tantivy raises, beside all exceptions, when it meets what it did not expect."""

_OTHER_SCHEMA = "schema does not match"
"""What Tantivy says of an index with other fields."""


class SearchIndexError(Exception):
    """An index that is damaged, of another version or none at all: `SearchIndex.erase` it and build it anew."""


class IndexBusyError(Exception):
    """Another process is writing to the index; reading it goes on."""


def of_another_version(folder: Path | None) -> SearchIndexError:
    """Make the error for an index of another version."""
    return SearchIndexError(f"the index {folder} is of another version of Carrel")


@contextmanager
def translated(folder: Path | None) -> Iterator[None]:
    """Raise what goes wrong in Tantivy as our own errors."""
    try:
        yield
    except (ValueError, OSError) as error:
        if "LockBusy" in str(error):
            raise IndexBusyError(f"another window writes to {folder}") from error
        if _OTHER_SCHEMA in str(error):
            raise of_another_version(folder) from error
        raise SearchIndexError(f"the index {folder or 'in memory'} cannot be read: {error}") from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise SearchIndexError(f"the index {folder or 'in memory'} cannot be read: {error}") from error
