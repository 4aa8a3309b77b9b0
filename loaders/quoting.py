"""Hits as a screen shows them: with what the store has in their rows, marked, and the sentence that answers."""

from collections.abc import Callable
from typing import NamedTuple

from loaders.article import ArticleRow
from loaders.hits import Hit, Hits
from loaders.snippets import Marker, Range, Snippet
from loaders.store import ArticleStore


class Quoted(NamedTuple):
    """One hit with what to show of it."""

    hit: Hit
    row: ArticleRow
    title_marks: tuple[Range, ...]
    snippet: Snippet
    """The sentence of the answer that has most of the words; its first one when none has any."""


def quote(hits: Hits, store: ArticleStore, formula: Callable[[str], str] | None = None) -> list[Quoted]:
    """Give hits with their rows and sentences; those whose article has left the store meanwhile are left out.

    `formula` says how a formula shows in a sentence, which it gets with its signs.
    """
    marker = Marker(hits.wanted)
    rows = {row.row: row for row in store.list_rows([hit.row for hit in hits.hits])}
    texts = store.texts([*rows])
    return [
        Quoted(
            hit,
            rows[hit.row],
            tuple(marker.marks(rows[hit.row].title)),
            marker.snippet(texts[hit.row], formula),
        )
        for hit in hits.hits
        if hit.row in texts
    ]
