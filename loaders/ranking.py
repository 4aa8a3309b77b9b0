"""How well an article's title and keywords answer a query: the second look at what the index found."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from loaders.expansion import Wanted
from loaders.function_words import FUNCTION_WORDS
from loaders.index_schema import Card
from loaders.tokens import stem_of


class Signs(NamedTuple):
    """What speaks for an article, each from 0 to 1 but where it says more; or what each of these counts."""

    by_index: float
    """The score of the index, beside the most that one field could bring: about 1 for a good one."""
    found: float
    """The share of the words that the article has anywhere."""
    covered: float
    """1 when the title, or whole keywords, have all the words."""
    whole_keywords: float
    """The share of the words that whole keywords have."""
    keywords: float
    """The share of the words that the keywords have."""
    keyword_pairs: float
    """The share of neighbouring words that are neighbours in a keyword."""
    of_title: float
    """The share of the title's words that are wanted."""
    as_written: float
    """How many of all words, common ones as good as others, the title has in this very form: 1 for each five."""
    all_as_written: float
    """1 when the title has all the words that decide in this very form."""
    strangest: float
    """How rare the rarest other word is of a title that has all that is wanted: people type what is rare."""


_ALL = 0.999
"""A share beyond this is the whole: it is a sum of fractions."""
_SENTENCE = 5
"""Words. The longer a query, the likelier it is a title that somebody remembers, so such a title gains."""
WEIGHTS = Signs(
    by_index=0.15,
    found=8.0,
    covered=5.0,
    whole_keywords=1.0,
    keywords=1.5,
    keyword_pairs=2.5,
    of_title=1.5,
    as_written=6.0,
    all_as_written=4.0,
    strangest=-1.5,
)
"""What each sign counts: tuned on questions of some twenty kinds, typed to the end or not, and held on others."""
_WHOLE_TITLE = 1.0, 1.0, 1.0
"""The three signs of keywords for a title that has all the words: as good as all that they could say."""
_FUNCTION_STEMS = FUNCTION_WORDS | {stem_of(word) for word in FUNCTION_WORDS}


def deciding(wanted: Sequence[Wanted]) -> list[Wanted]:
    """Give the words that decide: all but the common ones, or all when there are no others."""
    return [word for word in wanted if not word.common] or list(wanted)


class Ranking:
    """Scores the cards of found articles for the words of one query."""

    def __init__(self, wanted: Sequence[Wanted], rarity: Callable[[str], float]) -> None:
        """Take the words, and what tells from 0 to 1 how much finding a stem in a title says."""
        words = deciding(wanted)
        self._all = sum(word.rarity for word in words) or 1.0
        self._pairs = [(one.terms, other.terms) for one, other in pairwise(words)]
        self._stems = {stem for word in words for stem in word.terms}
        self._worth = [(word.rarity / self._all, _by_weight(word)) for word in words]
        self._spellings = {word.spelling for word in words if not word.beginning}
        self._all_spellings = {word.spelling for word in wanted if not word.beginning}
        self._beginning = next((word.typed for word in wanted if word.beginning), "")
        self._rarity = cache(rarity)

    def score(self, card: Card, index_score: float, found: float) -> float:
        """Score an article that has a share `found` of the words, at least."""
        return sum(map(float.__mul__, WEIGHTS, self.signs(card, index_score, found)))

    def signs(self, card: Card, index_score: float, found: float) -> Signs:
        """Give what speaks for an article."""
        title = set(card.stems.split())
        in_title = 0.0 if self._stems.isdisjoint(title) else self._share(title)
        is_whole = in_title > _ALL
        whole_keywords, in_keywords, pairs = _WHOLE_TITLE if is_whole else self._signs_of_keywords(card)
        of_title = as_written = all_as_written = 0.0
        if in_title:
            of_title = self._share_of_title(title)
            written = set(card.words.split())
            begun = 1 if self._beginning and any(word.startswith(self._beginning) for word in written) else 0
            as_written = (len(self._all_spellings & written) + begun) / _SENTENCE
            all_as_written = 1.0 if written.issuperset(self._spellings) and (begun or not self._beginning) else 0.0
        return Signs(
            by_index=index_score / self._all,
            found=max(found, in_title, in_keywords),
            covered=1.0 if is_whole or whole_keywords > _ALL else 0.0,
            whole_keywords=whole_keywords,
            keywords=in_keywords,
            keyword_pairs=pairs,
            of_title=of_title,
            as_written=as_written,
            all_as_written=all_as_written,
            strangest=max(map(self._rarity, title - self._stems), default=0.0) if is_whole else 0.0,
        )

    def share_of(self, words: Iterable[Wanted]) -> float:
        """Tell what share of all the words some of them are, the rarer the more."""
        return sum(word.rarity for word in words) / self._all

    def is_covered(self, card: Card) -> bool:
        """Tell whether the title, or whole keywords, have all the words that decide."""
        return self.signs(card, 0.0, 0.0).covered > 0

    def _signs_of_keywords(self, card: Card) -> tuple[float, float, float]:
        """Give what whole keywords, all keywords and their neighbouring words have of what is wanted."""
        stems = self._stems
        met = stems.intersection(card.keywords.replace("|", " ").split())
        if not met:
            return 0.0, 0.0, 0.0
        keywords = [keyword.split() for keyword in card.keywords.split("|")]
        whole = {stem for keyword in keywords if stems.issuperset(keyword) for stem in keyword}
        pairs = self._share_of_pairs(keywords) if len(met) > 1 else 0.0
        return self._share(whole) if whole else 0.0, self._share(met), pairs

    def _share(self, stems: set[str]) -> float:
        """Weigh those of the words that are among some stems."""
        total = 0.0
        for share, terms in self._worth:
            for stem, weight in terms:
                if stem in stems:
                    total += share * weight
                    break
        return total

    def _share_of_title(self, title: set[str]) -> float:
        telling = title - _FUNCTION_STEMS
        return len(telling & self._stems) / len(telling) if telling else 0.0

    def _share_of_pairs(self, keywords: Iterable[Sequence[str]]) -> float:
        if not self._pairs:
            return 0.0
        stems = self._stems
        pairs = {
            pair for keyword in keywords for pair in pairwise(keyword) if pair[0] in stems and pair[1] in stems
        }
        if not pairs:
            return 0.0
        met = sum(any(a in ones and b in others for a, b in pairs) for ones, others in self._pairs)
        return met / len(self._pairs)


def _by_weight(word: Wanted) -> list[tuple[str, float]]:
    """Give the terms of a word, the likeliest first. That one is all of the word, also of one that had a slip."""
    if word.beginning:
        return [(term, 1.0) for term in word.terms]
    most = max(word.terms.values())
    return sorted(((term, weight / most) for term, weight in word.terms.items()), key=lambda term: -term[1])
