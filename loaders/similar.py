"""Articles like one: those whose ids stand near its own, where ids tell anything, and those of like words."""

import tantivy

from loaders.article import Article
from loaders.expansion import Vocabulary, Wanted
from loaders.function_words import FUNCTION_WORDS
from loaders.index_queries import IndexQueries, Near, look
from loaders.index_schema import LARGEST_NUMBER, Card
from loaders.tokens import stems_of

_WORDS = 14
"""The rarest words of a title and its keywords, which stand for the article."""
_BY_TEXT = 60
_REACH = 30
"""Articles of one lesson count up: the ids of those that belong together differ by no more than about this."""
_NEIGHBOURS = 120
_WITNESSES = 8
"""The nearest by id, which show whether ids tell anything: do they speak of the same things?"""
_AKIN = 0.03
"""The share of its words that an article has in common with one of the same lesson, at least; others have less."""
_NEARNESS = 2.0
"""What standing at the next id counts beside having all the words."""
_FIELDS = {"title": 2.0, "keywords": 1.5, "description": 1.0}


def find_similar(searcher: tantivy.Searcher, queries: IndexQueries, article: Article) -> list[Near]:
    """Give the articles like one, copies of it and those that ask the same left out; the likest first."""
    own = Card.of(article)
    words = _telling_words(searcher, article)
    if not words:
        return []
    like = queries.most_of(words, 1, _FIELDS)
    seen = {each.row: each for each in look(searcher, like, _BY_TEXT)}
    apart: dict[int, int] = {}
    if isinstance(article.id, int) and abs(article.id) < LARGEST_NUMBER:
        between = queries.number_between(article.id - _REACH, article.id + _REACH)
        for each in look(searcher, queries.ranked(between, like), _NEIGHBOURS):
            seen[each.row] = each
            apart[each.row] = abs((each.number or 0) - article.id)
    most = max((each.score for each in seen.values()), default=0.0) or 1.0
    trust = _trust([(apart[row], seen[row].score / most) for row in apart])
    found = [
        Near(each.row, each.card, each.score / most + trust * _nearness(apart.get(each.row)))
        for each in seen.values()
        if each.card.identity != own.identity and each.card.question != own.question
    ]
    return sorted(found, key=lambda each: (-round(each.score, 6), each.card.title, each.row))


def _telling_words(searcher: tantivy.Searcher, article: Article) -> list[Wanted]:
    vocabulary = Vocabulary(searcher)
    stems = dict.fromkeys(
        stem
        for text in (article.title, *article.keywords)
        for stem in stems_of(text)
        if stem not in FUNCTION_WORDS
    )
    words = [Wanted(stem, {stem: 1.0}, vocabulary.rarity_of(stem)) for stem in stems]
    return sorted(words, key=lambda word: -word.rarity)[:_WORDS]


def _trust(neighbours: list[tuple[int, float]]) -> float:
    """Tell from 0 to 1 how far ids can be trusted: by whether the nearest ones speak of the same things."""
    nearest = [share for apart, share in sorted(neighbours) if apart][:_WITNESSES]
    return sum(share >= _AKIN for share in nearest) / len(nearest) if nearest else 0.0


def _nearness(apart: int | None) -> float:
    return 0.0 if apart is None else _NEARNESS * (1 - apart / (2 * _REACH))
