"""The words of a query become the terms of an index: stems, ends of beginnings, mended spellings."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import tantivy

from loaders.forms import forms_of
from loaders.function_words import FUNCTION_WORDS
from loaders.index_schema import STEMMED_FIELDS, WRITTEN_FIELDS
from loaders.query import Query
from loaders.spelling import distance, one_slip_away, swapped
from loaders.tokens import stem_of, stems_of, words_of
from loaders.variants import spelled_otherwise

_COMMON_SHARE = 0.4
"""A word that stands in more articles than this decides as little as those."""
_FEWEST_ARTICLES = 200
"""In a smaller library such shares mean nothing."""
_COMPLETIONS = 12
_MENDINGS = 3
_SPELLED_OTHERWISE, _COMPLETED, _MENDED, _MENDED_TWICE, _INSTEAD_OF_RARE = 0.95, 0.9, 0.8, 0.6, 0.5
_MOST_OF_TITLES = 200
_LETTERS_ALONE = 0.4
_SHORTEST_TO_MEND = 4
_SHORTEST_TO_MEND_TWICE = 6
_MOST_SLIPS, _LETTERS_A_SLIP = 3, 3
"""How far off a word may be that is offered where nothing is found: with more slips it is any word at all."""
_LONGEST_TO_MEND = 40
"""The slips that are possible in a word grow with the square of its length."""
_MOST_TERMS_COMPARED = 4000
_MOST_FORMS = 16
_RARE_SHARE = 1 / 5000
_MORE_FREQUENT = 20
"""A rare word may be a slip where one near it is as many times as frequent."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word of a query with the terms that answer it."""

    typed: str
    """The word, folded."""
    terms: dict[str, float]
    """Stems, each with its weight: 1 for the word itself, less for what it may have been meant to be."""
    rarity: float
    """How much finding it says, as in BM25."""
    frequency: int = 0
    """The articles that its most frequent term stands in, about."""
    common: bool = False
    beginning: bool = False
    """Typed so far: longer words count as this one."""
    mended: str = ""
    """The spelling found in its place, when it stands in no article."""
    forms: dict[str, float] = field(default_factory=dict)
    """What answers the word in answers, as written there, each with its weight."""

    @property
    def spelling(self) -> str:
        """The word in its right spelling."""
        return self.mended or self.typed


class Vocabulary:
    """The words of an index, as one searcher sees them."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self._searcher = searcher
        self._articles = searcher.num_docs
        self._forms: dict[str, dict[str, int]] = {}

    def wanted(self, query: Query) -> list[Wanted]:
        """Give the words of a query with their terms, each word once, in their order."""
        fixed = {word for phrase in query.phrases for part in phrase for word in words_of(part)}
        typed = [word for part in query.words for word in words_of(part)]
        found = {
            word: self._want(word, mend=word not in fixed, beginning=query.unfinished and place == len(typed) - 1)
            for place, word in enumerate(typed)
        }
        return list(found.values())

    def nearest(self, word: str) -> str | None:
        """Give the most frequent of the words nearest to one, further off than a search goes by itself."""
        if self.frequency(word):
            return word
        if len(word) > _LONGEST_TO_MEND:
            return None
        if len(word) >= _SHORTEST_TO_MEND and (longer := self._completions(word)):
            return longer[0]
        slips = min(_MOST_SLIPS, len(word) // _LETTERS_A_SLIP)
        near = self._mendings(word) or (self._compared(word, word[:1], slips) if slips else [])
        return near[0][0] if near else None

    def frequency(self, word: str) -> int:
        """Count the articles that a word, or another form of it, stands in."""
        stem = stem_of(word)
        in_answers = self._together(self.forms(stem, word))
        return max(in_answers, *(self._searcher.doc_freq(name, stem) for name in STEMMED_FIELDS))

    def forms(self, stem: str, word: str = "") -> dict[str, int]:
        """Give the words of answers that have a stem, `word` among them, and how many answers each stands in."""
        forms = self._forms.get(stem)
        if forms is None or (word and word not in forms):
            forms = self._forms[stem] = forms_of(self._searcher, stem, word)
        return forms

    def rarity_of(self, stem: str) -> float:
        """Tell how much finding a stem says."""
        return self._rarity(self._stem_frequency(stem))

    def rarity_in_titles(self, stem: str) -> float:
        """Tell from 0 to 1 how much finding a stem in a title says: 1 for what stands in none."""
        return self._rarity(self._searcher.doc_freq("title", stem)) / self._rarity(0)

    def title_terms(self, beginning: str) -> dict[str, float]:
        """Give the words of titles that somebody may mean who types these letters, each with its weight.

        These are the words that begin so, else those of a slip and those that have the letters in this order.
        """
        found = self._searcher.terms_with_prefix("title_word", beginning, limit=_MOST_OF_TITLES)
        terms = {word: 1.0 if word == beginning else _COMPLETED for word, _ in found}
        if not terms:
            mended = (*self._mendings(beginning), *self._mended_beginnings(beginning))
            terms = self._with_letters(beginning)
            terms |= {word: weight for word, weight in mended if self._searcher.doc_freq("title_word", word)}
        return terms

    def _with_letters(self, letters: str) -> dict[str, float]:
        """Give the words of titles that have these letters in this order, the first one first."""
        if len(letters) > _LONGEST_TO_MEND:
            return {}
        pattern = re.compile(".*".join(map(re.escape, letters)))
        words = self._searcher.terms_with_prefix("title_word", letters[0], limit=_MOST_TERMS_COMPARED)
        close = sorted((len(word), -count, word) for word, count in words if pattern.match(word))
        return {word: _LETTERS_ALONE for _, _, word in close[:_COMPLETIONS]}

    def _want(self, word: str, *, mend: bool, beginning: bool) -> Wanted:
        frequency = self.frequency(word)
        if mend and not (frequency or beginning) and (common := FUNCTION_WORDS.intersection(swapped(word))):
            return replace(self._want(meant := min(common), mend=False, beginning=False), typed=word, mended=meant)
        terms = {stem_of(word): 1.0} if frequency else {}
        mended = ""
        for other in self._spelled_otherwise(word, frequency) if mend else ():
            terms.setdefault(stem_of(other), _SPELLED_OTHERWISE)
            frequency = max(frequency, self.frequency(other))
        if beginning:
            for end in self._completions(word):
                terms.setdefault(stem_of(end), _COMPLETED if len(word) > 1 else 1.0)
        elif mend and frequency <= self._articles * _RARE_SHARE:
            for near, weight in self._mendings(word, most=1 if frequency else 2):
                if not frequency:
                    mended = mended or near
                    terms.setdefault(stem_of(near), weight)
                elif self.frequency(near) >= frequency * _MORE_FREQUENT:
                    terms.setdefault(stem_of(near), _INSTEAD_OF_RARE)
        if beginning and mend and not terms:
            for near, weight in self._mendings(word) or self._mended_beginnings(word):
                terms.setdefault(stem_of(near), weight)
                mended = mended or near
        most = max([frequency, *map(self._stem_frequency, terms)])
        terms = terms or {stem_of(word): 1.0}
        return Wanted(
            word,
            terms,
            self._rarity(most),
            frequency=most,
            common=self._is_common(word, frequency) and not (beginning and len(terms) > 1),
            beginning=beginning,
            mended=mended,
            forms=self._weighed_forms(terms),
        )

    def _weighed_forms(self, terms: dict[str, float]) -> dict[str, float]:
        """Give the forms of stems; a rare form counts no more than the word itself, in whatever form."""
        weights: dict[str, float] = {}
        for stem, weight in terms.items():
            forms = self.forms(stem)
            rarity = self._rarity(self._together(forms))
            for form in _by_frequency(forms)[:_MOST_FORMS]:
                weights[form] = max(weights.get(form, 0.0), weight * rarity / self._rarity(forms[form]))
        return weights

    def _stem_frequency(self, stem: str) -> int:
        return max(self._together(self.forms(stem)), self._searcher.doc_freq("title", stem))

    def _together(self, forms: dict[str, int]) -> int:
        """Estimate how many answers have one of these forms: some have several."""
        if not forms:
            return 0
        most, total = max(forms.values()), sum(forms.values())
        return (most + min(total, max(most, self._articles))) // 2

    def _rarity(self, frequency: int) -> float:
        return math.log(1 + (max(self._articles, frequency) - frequency + 0.5) / (frequency + 0.5))

    def _is_common(self, word: str, frequency: int) -> bool:
        often = self._articles >= _FEWEST_ARTICLES and frequency > self._articles * _COMMON_SHARE
        return often or word in FUNCTION_WORDS

    def _completions(self, beginning: str) -> list[str]:
        """Give the most frequent words that begin so, those of titles first while it is short."""
        fields = ("title_word",) if len(beginning) < 3 else WRITTEN_FIELDS
        found = self._beginning_with(beginning, _COMPLETIONS * 4, fields)
        return [word for word in _by_frequency(found) if word not in FUNCTION_WORDS][:_COMPLETIONS]

    def _beginning_with(self, prefix: str, limit: int, fields: Iterable[str] = WRITTEN_FIELDS) -> dict[str, int]:
        """Give the most frequent words of each field that begin so, and how many articles they stand in, about."""
        found: dict[str, int] = {}
        for name in fields:
            for word, count in self._searcher.terms_with_prefix(name, prefix, limit=limit):
                found[word] = max(count, found.get(word, 0))
        return found

    def _mendings(self, word: str, most: int = 2) -> list[tuple[str, float]]:
        """Give the words that one or two slips could have turned into this one, the likeliest first."""
        if not _SHORTEST_TO_MEND <= len(word) <= _LONGEST_TO_MEND or any(letter.isdigit() for letter in word):
            return []
        near = self._written({*one_slip_away(word)} - {word})
        if near:
            return [(found, _MENDED) for found in near[:_MENDINGS]]
        if most == 1 or len(word) < _SHORTEST_TO_MEND_TWICE:
            return []
        far = self._written({*swapped(word)})
        return [(found, _MENDED) for found in far[:_MENDINGS]] or self._compared(word, word[:2], most=2)

    def _mended_beginnings(self, beginning: str) -> list[tuple[str, float]]:
        """Give the words that begin as one slip could have turned into this beginning."""
        if not _SHORTEST_TO_MEND <= len(beginning) <= _LONGEST_TO_MEND:
            return []
        found: dict[str, int] = {}
        for near in {*one_slip_away(beginning)}:
            found.update(self._searcher.terms_with_prefix("title_word", near, limit=2))
        return [(word, _MENDED) for word in _by_frequency(found)[:_MENDINGS]]

    def _spelled_otherwise(self, word: str, frequency: int) -> list[str]:
        """Give the other spellings of a word that articles have; in whatever form where they lack the word."""
        others = spelled_otherwise(word)
        return self._written(others) if frequency else [other for other in others if self.frequency(other)]

    def _written(self, spellings: Iterable[str]) -> list[str]:
        """Give those of many spellings that stand in articles, the most frequent first."""
        count = self._searcher.doc_freq
        frequencies = {word: max(count(name, word) for name in WRITTEN_FIELDS) for word in spellings}
        return _by_frequency({word: frequency for word, frequency in frequencies.items() if frequency})

    def _compared(self, word: str, prefix: str, most: int) -> list[tuple[str, float]]:
        """Give words with a prefix that are so many slips away at most, the nearest and most frequent first."""
        found = []
        for other, frequency in self._beginning_with(prefix, _MOST_TERMS_COMPARED).items():
            if (slips := distance(word, other, most)) <= most:
                found.append((slips, -frequency, other))
        return [(other, _MENDED_TWICE) for _, _, other in sorted(found)[:_MENDINGS]]


def phrase_stems(phrase: tuple[str, ...]) -> list[str]:
    """Give the stems of the words of a phrase, in order."""
    return [stem for word in phrase for stem in stems_of(word)]


def _by_frequency(frequencies: dict[str, int]) -> list[str]:
    return sorted(frequencies, key=lambda word: (-frequencies[word], word))
