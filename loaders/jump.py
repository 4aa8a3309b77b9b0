"""Titles by the letters that somebody types, in whatever order of words."""

from collections.abc import Sequence
from itertools import pairwise

import tantivy

from loaders.expansion import Vocabulary
from loaders.index_queries import IndexQueries, Near, Seen, look
from loaders.tokens import words_of

_CANDIDATES = 200
_MOST_WORDS = 12
_FEWEST_FOR_MOST = 3
_OF_TITLE, _IN_ORDER, _AT_START, _RECENT = 1.0, 0.5, 0.5, 1.0


def find_titles(
    searcher: tantivy.Searcher, queries: IndexQueries, text: str, recent: Sequence[int] = ()
) -> list[Near]:
    """Give the titles that have a word for every word typed, the best first; where there is none, for most.

    A typed word stands for those that begin with it, for what a slip could have made of them, and for those that
    have its letters in this order.
    """
    typed = list(dict.fromkeys(words_of(text)))[:_MOST_WORDS]
    if not typed:
        return []
    vocabulary = Vocabulary(searcher)
    terms = [vocabulary.title_terms(word) for word in typed]
    known = [words for words in terms if words]
    seen = list(look(searcher, queries.titles_with(known, len(known)), _CANDIDATES)) if known else []
    if not seen and len(known) >= _FEWEST_FOR_MOST:
        seen = list(look(searcher, queries.titles_with(known, len(known) - 1), _CANDIDATES))
    places = {row: place for place, row in enumerate(recent)}
    found = [Near(each.row, each.card, _score(each, typed, terms, places)) for each in seen]
    return sorted(found, key=lambda each: (-round(each.score, 6), len(each.card.title), each.card.title, each.row))


def _score(seen: Seen, typed: Sequence[str], terms: Sequence[dict[str, float]], recent: dict[int, int]) -> float:
    """Weigh the words met, how much of the title they are, their order, and how recently it was read."""
    title = seen.card.words.split()
    met: list[int] = []
    score = 0.0
    for word, words in zip(typed, terms, strict=True):
        best = max(((words[other], -place) for place, other in enumerate(title) if other in words), default=None)
        if best is not None:
            met.append(-best[1])
            score += best[0] * min(1.0, 0.5 + len(word) / (2 * len(title[-best[1]]))) / len(typed)
    in_order = sum(one < other for one, other in pairwise(met)) / max(1, len(typed) - 1)
    score += _OF_TITLE * len(set(met)) / len(title) + _IN_ORDER * in_order
    score += _AT_START * (bool(met) and min(met) == 0)
    if seen.row in recent:
        score += _RECENT / (1 + recent[seen.row] / 10)
    return score
