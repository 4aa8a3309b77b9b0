"""Keeps a search index at one with its store: what the store has and the index has not seen is fed to it."""

from collections.abc import Iterator
from pathlib import Path

from loaders.search import SearchIndex, SearchIndexError
from loaders.store import ArticleStore

_BATCH = 500
_FIRST_COMMIT = 1_000
_MOST_BETWEEN_COMMITS = 20_000
"""Changes between two commits: until the first one a search finds nothing, and each takes a moment."""


def open_index(folder: Path | None, store: ArticleStore, *, anew: bool = False) -> tuple[SearchIndex, str]:
    """Open the index of a store, in a folder or in memory, and say why when it had to be begun anew.

    An index that is damaged, of another version or of another store is erased, and any with `anew`; `feed` fills
    it again.
    """
    if folder is None:
        return SearchIndex(), ""
    if anew:
        SearchIndex.erase(folder)
    try:
        index = SearchIndex(folder)
    except SearchIndexError as error:
        why = str(error)
    else:
        if store.knows(index.stamp):
            return index, ""
        index.close()
        why = f"the index {folder} is of another store"
    SearchIndex.erase(folder)
    return SearchIndex(folder), why


def feed(index: SearchIndex, store: ArticleStore) -> Iterator[int]:
    """Let an index see what changed in its store, a batch at each step; gives the number of changes so far.

    Stopping in the middle loses nothing: the index keeps the stamp of what it has committed.
    """
    done = 0
    committed = 0
    wait = _FIRST_COMMIT
    stamp = index.stamp
    while changes := store.unseen(stamp, _BATCH):
        index.remove(changes.gone)
        index.add(changes.articles)
        stamp = changes.stamp
        done += len(changes.gone) + len(changes.articles)
        if done - committed >= wait:
            index.commit(stamp)
            committed = done
            wait = min(3 * wait, _MOST_BETWEEN_COMMITS)
        yield done
    if done > committed:
        index.commit(stamp)
    index.finish()
