"""How well an article's title and keywords answer a query: the second look at what the index found."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from loaders.expansion import Wanted
from loaders.function_words import FUNCTION_WORDS
from loaders.index_schema import Card


class Signs(NamedTuple):
    """What speaks for an article, each from 0 to about 1; or what each of these counts."""

    by_index: float
    """The score of the index, beside the most that one field could bring."""
    found: float
    """The share of the words that the article has anywhere."""
    whole: float
    """The share of the words that the title has, or that whole keywords have, whichever is more."""
    all_in_title: float
    """1 when the title, or whole keywords, have all the words."""
    keywords: float
    """The share of the words that the keywords have."""
    keyword_pairs: float
    """The share of neighbouring words that are neighbours in a keyword."""
    of_title: float
    """The share of the title's words that are wanted."""
    as_written: float
    """The share of the words that the title has in this very form."""
    with_common: float
    """The share of all words, common ones as good as others, that the title has in this very form."""


_ALL = 0.999
"""A share beyond this is the whole: it is a sum of fractions."""
WEIGHTS = Signs(
    by_index=1.0,
    found=4.0,
    whole=13.0,
    all_in_title=6.0,
    keywords=2.0,
    keyword_pairs=3.0,
    of_title=4.0,
    as_written=3.0,
    with_common=6.0,
)
"""What each sign counts: tuned on questions of one half of a library, and held on those of the other."""


class Ranking:
    """Scores the cards of found articles for the words of one query."""

    def __init__(self, wanted: Sequence[Wanted]) -> None:
        self._deciding = [word for word in wanted if not word.common] or list(wanted)
        self._all = sum(word.rarity for word in self._deciding) or 1.0
        self._pairs = [(one.terms, other.terms) for one, other in pairwise(self._deciding)]
        self._stems = {stem for word in self._deciding for stem in word.terms}
        self._worth = [
            (word.rarity / self._all, sorted(word.terms.items(), key=lambda term: -term[1]))
            for word in self._deciding
        ]
        self._spellings = [(word.spelling, word.rarity / self._all) for word in self._deciding]
        self._all_spellings = [word.spelling for word in wanted]

    @property
    def deciding(self) -> list[Wanted]:
        """Give the words that decide: all but the common ones, or all when there are no others."""
        return self._deciding

    def score(self, card: Card, index_score: float, found: float) -> float:
        """Score an article that has a share `found` of the words, at least."""
        return sum(map(float.__mul__, WEIGHTS, self.signs(card, index_score, found)))

    def signs(self, card: Card, index_score: float, found: float) -> Signs:
        """Give what speaks for an article."""
        stems = self._stems
        title = set(card.stems.split())
        in_title = 0.0 if stems.isdisjoint(title) else self._share(title)
        in_keywords = whole_keywords = keyword_pairs = 0.0
        if met := stems.intersection(card.keywords.replace("|", " ").split()):
            in_keywords = self._share(met)
            keywords = [keyword.split() for keyword in card.keywords.split("|")]
            if whole := [keyword for keyword in keywords if stems.issuperset(keyword)]:
                whole_keywords = self._share({stem for keyword in whole for stem in keyword})
            if len(met) > 1:
                keyword_pairs = self._share_of_pairs(keywords)
        of_title = as_written = with_common = 0.0
        if in_title:
            of_title = self._share_of_title(title)
            written = set(card.words.split())
            as_written = sum([share for spelling, share in self._spellings if spelling in written])
            with_common = sum([spelling in written for spelling in self._all_spellings]) / len(self._all_spellings)
        return Signs(
            by_index=index_score / self._all,
            found=max(found, in_title, in_keywords),
            whole=max(in_title, whole_keywords),
            all_in_title=1.0 if max(in_title, whole_keywords) > _ALL else 0.0,
            keywords=in_keywords,
            keyword_pairs=keyword_pairs,
            of_title=of_title,
            as_written=as_written,
            with_common=with_common,
        )

    def is_covered(self, card: Card) -> bool:
        """Tell whether the title, or whole keywords, have all the words that decide."""
        return self.signs(card, 0.0, 0.0).all_in_title > 0

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
        telling = title - FUNCTION_WORDS
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
