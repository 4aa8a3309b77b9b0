"""How well an article's title and keywords answer a query: the second look at what the index found."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.expansion import FUNCTION_WORDS, Wanted
from loaders.index_schema import Card, exact_title, stem_of

_TITLE_FILLERS = FUNCTION_WORDS - {"how", "who", "why", "when", "where", "to", "from", "not"}
"""Words that two titles may differ in and still ask the same."""
_EXACT_TITLE = 100.0


@dataclass(frozen=True, slots=True)
class Weights:
    """What each thing counts that speaks for an article; tuned by `python -m benchmarks quality`."""

    index: float = 1.0
    """The score of the index, a share of the most that the words could bring."""
    found: float = 5.0
    """The share of the words that the article has anywhere."""
    whole: float = 9.0
    """The share of the words that the title has, or whole keywords have, whichever is more."""
    keywords: float = 2.0
    """The share of the words that the keywords have."""
    whole_keywords: float = 2.5
    """The share of the words that are a keyword together."""
    of_title: float = 2.0
    """The share of the title that the words make up."""
    as_written: float = 3.0
    """The share of the words that the title has in this very form."""
    title_pairs: float = 0.5
    """The share of neighbouring words that are neighbours in the title."""
    keyword_pairs: float = 3.0
    """The share of neighbouring words that are neighbours in a keyword."""


class Ranking:
    """Scores the cards of found articles for the words of one query."""

    def __init__(self, wanted: Sequence[Wanted], title: str, weights: Weights | None = None) -> None:
        """Prepare for the words of a query; `title` is what the title would be if they were all of one."""
        self._weights = weights or Weights()
        self._deciding = [word for word in wanted if not word.common] or list(wanted)
        self._title = title
        self._all = sum(word.rarity for word in self._deciding) or 1.0
        self._pairs = [(one.terms, other.terms) for one, other in pairwise(wanted) if not one.common & other.common]
        self._weight_of: dict[str, float] = {}
        self._rarity_of: dict[str, float] = {}
        for word in self._deciding:
            for stem, weight in word.terms.items():
                if weight > self._weight_of.get(stem, 0.0):
                    self._weight_of[stem] = weight
                    self._rarity_of[stem] = word.rarity

    @property
    def deciding(self) -> list[Wanted]:
        """Give the words that decide: all but the common ones, or all when there are no others."""
        return self._deciding

    def score(self, card: Card, index_score: float, found: float) -> float:
        """Score an article that has a share `found` of the words, at least."""
        weights = self._weights
        title = [stem_of(word) for word in card.title_words]
        in_title = self._share(set(title))
        keyword_stems = {stem for keyword in card.keywords for stem in keyword}
        in_keywords = self._share(keyword_stems)
        whole_keywords = 0.0
        if in_keywords:
            known = self._weight_of
            whole = [keyword for keyword in card.keywords if all(stem in known for stem in keyword)]
            whole_keywords = self._share({stem for keyword in whole for stem in keyword})
        score = (
            weights.index * index_score / self._all
            + weights.found * max(found, in_title, in_keywords)
            + weights.whole * max(in_title, whole_keywords)
            + weights.keywords * in_keywords
            + weights.whole_keywords * whole_keywords
        )
        if in_title:
            score += weights.of_title * self._share_of_title(title)
            score += weights.as_written * self._share_as_written(set(card.title_words))
        if self._pairs:
            score += weights.title_pairs * self._share_of_pairs(set(pairwise(title)))
            pairs = {pair for keyword in card.keywords for pair in pairwise(keyword)}
            score += weights.keyword_pairs * self._share_of_pairs(pairs)
        if exact_title(card.title) == self._title:
            score += _EXACT_TITLE
        return score

    def covers_title(self, card: Card) -> bool:
        """Tell whether the title has all the words that decide."""
        return self._share({stem_of(word) for word in card.title_words}) > 0.999

    def _share(self, stems: set[str]) -> float:
        """Weigh those of the words that are among some stems."""
        total = 0.0
        for word in self._deciding:
            terms = word.terms
            if len(terms) == 1:
                ((stem, weight),) = terms.items()
                if stem in stems:
                    total += word.rarity * weight
            else:
                total += word.rarity * max((terms[stem] for stem in terms if stem in stems), default=0.0)
        return total / self._all

    def _share_of_title(self, title: list[str]) -> float:
        telling = {stem for stem in title if stem not in FUNCTION_WORDS}
        known = sum(1 for stem in telling if stem in self._weight_of)
        return known / len(telling) if telling else 0.0

    def _share_as_written(self, words: set[str]) -> float:
        return sum(word.rarity for word in self._deciding if word.typed in words) / self._all

    def _share_of_pairs(self, pairs: set[tuple[str, str]]) -> float:
        if not pairs:
            return 0.0
        met = 0
        for ones, others in self._pairs:
            if len(ones) == 1 and len(others) == 1:
                met += (next(iter(ones)), next(iter(others))) in pairs
            else:
                met += any(one in ones and other in others for one, other in pairs)
        return met / len(self._pairs)


def same_question(card: Card) -> str:
    """Give what titles share that ask the same in nearly the same words."""
    telling = dict.fromkeys(stem_of(word) for word in card.title_words if word not in _TITLE_FILLERS)
    return " ".join(telling) or exact_title(card.title)
