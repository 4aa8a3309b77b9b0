"""One query against one state of an index: all its words, most of them, any of them."""

from collections.abc import Iterable, Iterator, Sequence

import tantivy

from loaders.expansion import Vocabulary, Wanted
from loaders.index_queries import TITLES, IndexQueries, Near, look, subjects_meant
from loaders.query import Query
from loaders.ranking import Ranking, deciding
from loaders.tokens import as_typed

_LITTLE = 5
"""Fewer hits than these let a search look for less."""
_FEWEST_FOR_MOST = 3
_EXACT_TITLE = 100.0
"""What a title counts that is the query itself."""
_MOST_RARE = 3
"""Where nothing has all the words, what has so many of the rarest is looked for, then what has fewer."""
_LAST = 0.01
"""What lacks half of the words comes after all that has them: what its score counts."""


class OneSearch:
    """One query against one state of an index."""

    def __init__(
        self, searcher: tantivy.Searcher, queries: IndexQueries, query: Query, subject: str | None
    ) -> None:
        self._searcher = searcher
        self._queries = queries
        self._query = query
        self._vocabulary = Vocabulary(searcher)
        self.wanted = self._vocabulary.wanted(query)
        self.relaxed = False
        self._counted = queries.everything()
        self._meant: list[str] | None = None
        self._without: list[str] = []
        if query.subjects or query.without_subjects:
            known = [key for key, _ in searcher.terms_with_prefix("subject", "")]
            self._meant = subjects_meant(query.subjects, known) if query.subjects else None
            self._without = subjects_meant(query.without_subjects, known)
        self._subjects = self._meant
        if subject is not None:
            self._subjects = [subject] if self._meant is None or subject in self._meant else []

    def found(self, count: int) -> list[Near]:
        """Give at most so many articles for each way to look, the best first."""
        ranking = Ranking(self.wanted, self._vocabulary.rarity_in_titles)
        words = deciding(self.wanted)
        found: dict[int, Near] = {}

        def take(wanted: tantivy.Query, share: float, more: float = 0.0, times: float = 1.0) -> None:
            allowed = self._queries.filtered(
                wanted, self._query, self._vocabulary.forms, self._subjects, self._without
            )
            for row, _, card, score in look(self._searcher, allowed, count, found):
                found[row] = Near(row, card, times * ranking.score(card, score, share) + more)

        if not words:
            take(self._counted, 0.0)
            self.relaxed = not found
            return _in_order(found.values())
        self._counted = self._queries.all_of(words)
        take(self._queries.exact_title(" ".join(self._query.words)), 1.0, _EXACT_TITLE)
        take(self._counted, 1.0)
        self.relaxed = not found
        if len(words) >= _FEWEST_FOR_MOST and not any(ranking.is_covered(each.card) for each in found.values()):
            fewest = len(words) - max(1, len(words) // 4)
            most = self._queries.most_of(words, fewest, TITLES)
            self._counted = most if self.relaxed else self._counted
            take(most, 0.0)
        if self.relaxed:
            for rarest in _rarest_of(words):
                take(self._queries.all_of(rarest), ranking.share_of(rarest))
        if len(found) < _LITTLE:
            some = self._queries.any_of(words)
            self._counted = some if self.relaxed else self._counted
            take(some, 0.0, times=_LAST)
        return _in_order(found.values())

    def elsewhere(self) -> int:
        """Count what has all the words beyond the scope, where nothing within it has; 0 without a scope."""
        if not self.relaxed or self._subjects is self._meant:
            return 0
        words = deciding(self.wanted)
        return sum(self._count(self._queries.all_of(words) if words else self._counted).values())

    def by_subject(self) -> dict[str, int]:
        """Count what was found in each subject, whatever the scope; most first."""
        return self._count(self._counted)

    def _count(self, wanted: tantivy.Query) -> dict[str, int]:
        allowed = self._queries.filtered(wanted, self._query, self._vocabulary.forms, self._meant, self._without)
        counts = self._searcher.aggregate(allowed, {"by": {"terms": {"field": "subject", "size": 10_000}}})
        return {bucket["key"]: bucket["doc_count"] for bucket in counts["by"]["buckets"]}

    def spelling(self, *, nothing: bool) -> str:
        """Give the query with its words mended; empty when they need no mending."""
        mended = {word.typed: word.mended for word in self.wanted if word.mended}
        if nothing:
            for word in self.wanted:
                if word.typed not in mended and (near := self._vocabulary.nearest(word.typed)):
                    mended[word.typed] = near
        text = " ".join(as_typed(word.typed) for word in self.wanted)
        better = " ".join(as_typed(mended.get(word.typed, word.typed)) for word in self.wanted)
        return better if better != text else ""


def _rarest_of(words: Sequence[Wanted]) -> Iterator[list[Wanted]]:
    """Give fewer and fewer of the words, without the commonest: what is rare is what somebody asks about."""
    known = sorted((word for word in words if word.frequency), key=lambda word: -word.rarity)
    for count in range(min(_MOST_RARE, len(known), len(words) - 1), 0, -1):
        yield known[:count]


def _in_order(found: Iterable[Near]) -> list[Near]:
    """Put what was found in order, the best first; titles decide between equals, then rows."""
    return sorted(found, key=lambda each: (-round(each.score, 6), each.card.title, each.row))
