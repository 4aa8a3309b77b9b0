"""What is wanted of an index, in the index's own queries."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

import tantivy

from loaders.article import slugify
from loaders.expansion import Wanted, phrase_stems
from loaders.index_schema import ANSWER, STEMMED_FIELDS, Card, title_code
from loaders.query import Query
from loaders.tokens import words_of

BOOSTS = {"title": 3.0, "keywords": 1.5, "description": 1.0, "answer": 1.0}
"""What a word counts in each field, before the ranking looks at titles and keywords again."""
TITLES = {"title": 3.0, "keywords": 1.5}

Forms: TypeAlias = Callable[[str], Iterable[str]]
"""Gives the words of answers that have a stem."""

_TITLES_ALONE = {"title": 3.0}
_LONGEST_OF_TITLES = 2
"""So short a beginning stands for the words of titles alone: it has too many ends."""
_TOO_FREQUENT = 20_000
"""A word of so many articles is looked for in titles and keywords alone once any word will do."""
_MORE_TERMS = 0.3
"""What each further term of one word counts that an article has."""
_MOST_RELAXED = 4
"""Words that a search for any of them looks for: the rarest, so that it stays fast."""


class Seen(NamedTuple):
    """An article that a query came upon."""

    row: int
    number: int | None
    """Its id, when that is a number."""
    card: Card
    score: float


class Near(NamedTuple):
    """An article that answers, the better the higher its score."""

    row: int
    card: Card
    score: float


class IndexQueries:
    """Makes queries for one schema."""

    def __init__(self, fields: tantivy.Schema) -> None:
        self._fields = fields

    def all_of(self, words: Iterable[Wanted], boosts: dict[str, float] = BOOSTS) -> tantivy.Query:
        """Find what has all the words."""
        return _every(self.word(word, boosts) for word in words)

    def most_of(self, words: Sequence[Wanted], fewest: int, boosts: dict[str, float] = BOOSTS) -> tantivy.Query:
        """Find what has at least so many of the words."""
        return _some([self.word(word, boosts) for word in words], fewest)

    def any_of(self, words: Sequence[Wanted]) -> tantivy.Query:
        """Find what has half of the rarest words."""
        rarest = sorted(words, key=lambda word: -word.rarity)[:_MOST_RELAXED]
        each = [self.word(word, BOOSTS if word.frequency < _TOO_FREQUENT else TITLES) for word in rarest]
        return _some(each, max(1, len(rarest) // 2))

    def word(self, word: Wanted, boosts: dict[str, float] = BOOSTS) -> tantivy.Query:
        """Find a word in any field, or any of the terms that may be meant by it."""
        if word.beginning and len(word.typed) <= _LONGEST_OF_TITLES:
            boosts = _TITLES_ALONE
        either = [
            tantivy.Query.boost_query(self._term(field, stem), boost * weight)
            for stem, weight in word.terms.items()
            for field, boost in boosts.items()
            if field != ANSWER
        ]
        if ANSWER in boosts and word.forms:
            in_answers = [
                tantivy.Query.boost_query(self._term(ANSWER, form), boosts[ANSWER] * weight)
                for form, weight in word.forms.items()
            ]
            either.append(tantivy.Query.disjunction_max_query(in_answers, tie_breaker=_MORE_TERMS))
        return tantivy.Query.disjunction_max_query(
            either, tie_breaker=1.0 if len(word.terms) == 1 else _MORE_TERMS
        )

    def phrase(self, phrase: tuple[str, ...], forms: Forms) -> tantivy.Query | None:
        """Find words that stand together in one field; None when there is no word in them."""
        stems = phrase_stems(phrase)
        if not stems:
            return None
        in_answers = [[*forms(stem)] for stem in stems]
        if len(stems) == 1:
            either = [self._term(field, stems[0]) for field in STEMMED_FIELDS]
            either.append(tantivy.Query.term_set_query(self._fields, ANSWER, in_answers[0]))
        else:
            either = [tantivy.Query.phrase_query(self._fields, field, [*stems]) for field in STEMMED_FIELDS]
            if all(in_answers):
                words = ["|".join(each) for each in in_answers]
                either.append(tantivy.Query.regex_phrase_query(self._fields, ANSWER, [*words]))
        return _some(either, 1)

    def exact_title(self, title: str) -> tantivy.Query:
        """Find a title, whatever its case, accents and signs."""
        return tantivy.Query.term_query(self._fields, "title_code", title_code(title))

    def titles_with(self, words: Sequence[Mapping[str, float]], fewest: int) -> tantivy.Query:
        """Find titles that have one of the terms, as written, for at least so many words."""
        each = [
            tantivy.Query.disjunction_max_query(
                [
                    tantivy.Query.boost_query(self._term("title_word", term), weight)
                    for term, weight in terms.items()
                ]
            )
            for terms in words
        ]
        return _every(each) if fewest == len(each) else _some(each, fewest)

    def number_between(self, first: int, last: int) -> tantivy.Query:
        """Find articles by their id."""
        return self._range("number", first, last)

    def everything(self) -> tantivy.Query:
        """Find all articles."""
        return self._range("row", 0, None)

    def ranked(self, wanted: tantivy.Query, like: tantivy.Query) -> tantivy.Query:
        """Find all of what is wanted, and score it by how like something else it is."""
        return tantivy.Query.boolean_query(
            [(tantivy.Occur.Must, tantivy.Query.const_score_query(wanted, 0.0)), (tantivy.Occur.Should, like)]
        )

    def filtered(
        self,
        wanted: tantivy.Query,
        query: Query,
        forms: Forms,
        subjects: Sequence[str] | None,
        without: Sequence[str] = (),
    ) -> tantivy.Query:
        """Keep what the phrases, the absent words and the filters of a query allow, in these subjects.

        Nothing is kept of the subjects `without`.
        """
        must = [self.phrase(phrase, forms) for phrase in query.phrases]
        for author in query.authors:
            must += [self._term("author", word) for word in words_of(author)]
        if query.after or query.before:
            first = query.after.toordinal() if query.after else None
            last = query.before.toordinal() - 1 if query.before else None
            must.append(self._range("day", first, last))
        if subjects is not None:
            must.append(tantivy.Query.term_set_query(self._fields, "subject", subjects))
        absent = [self.phrase(phrase, forms) for phrase in query.without]
        authors = filter(None, map(words_of, query.without_authors))
        absent += [_every(self._term("author", word) for word in words) for words in authors]
        if without:
            absent.append(tantivy.Query.term_set_query(self._fields, "subject", without))
        clauses = [(tantivy.Occur.Must, tantivy.Query.const_score_query(clause, 0.0)) for clause in must if clause]
        clauses += [(tantivy.Occur.MustNot, clause) for clause in absent if clause]
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, wanted), *clauses]) if clauses else wanted

    def _term(self, field: str, term: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._fields, field, term)

    def _range(self, field: str, first: int | None, last: int | None) -> tantivy.Query:
        return tantivy.Query.range_query(self._fields, field, tantivy.FieldType.Integer, first, last)


def _every(queries: Iterable[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, query) for query in queries])


def _some(queries: Iterable[tantivy.Query], fewest: int) -> tantivy.Query:
    clauses = [(tantivy.Occur.Should, query) for query in queries]
    return tantivy.Query.boolean_query(clauses, minimum_number_should_match=fewest)


def look(
    searcher: tantivy.Searcher, query: tantivy.Query, count: int, known: Container[int] = ()
) -> Iterator[Seen]:
    """Give the articles that a query finds, the highest score first, without those in rows that are known."""
    hits = searcher.search(query, count, count=False).hits
    addresses = [address for _, address in hits]
    rows = searcher.fast_field_values("row", addresses)
    numbers = searcher.fast_field_values("number", addresses)
    for (score, address), row, number in zip(hits, rows, numbers, strict=True):
        if isinstance(row, int) and row not in known:
            card = Card.from_bytes(searcher.doc(address)["card"][0])
            yield Seen(row, number if isinstance(number, int) else None, card, score)


def subjects_meant(names: Iterable[str], known: Iterable[str]) -> list[str]:
    """Give the keys of the subjects that begin so, or have a word that does."""
    wanted = [slug for name in names if (slug := slugify(name))]
    return [key for key in known if any(f"-{key}".find(f"-{slug}") >= 0 for slug in wanted)]


def subjects_unknown(query: Query, known: Sequence[str]) -> list[str]:
    """Give the subjects that a query names and that mean none of those known, as they were typed."""
    named = dict.fromkeys((*query.subjects, *query.without_subjects))
    return [name for name in named if not subjects_meant([name], known)]
