"""Questions made from the fields of articles, as people would type them, and the articles that answer them."""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from loaders.article import Article, fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_COMMON_SHARE = 0.05
"""A word that stands in more titles than this says nothing of an article."""
_FEWEST_WORDS = 3
_FUNCTION_WORDS = frozenset((
    "about", "after", "all", "also", "among", "and", "any", "are", "because", "been", "before", "being",
    "between", "both", "but", "can", "could", "did", "does", "each", "for", "from", "had", "has", "have",
    "her", "his", "how", "into", "its", "may", "more", "most", "not", "one", "other", "our", "out", "over",
    "she", "should", "some", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they",
    "this", "those", "through", "two", "under", "used", "using", "was", "were", "what", "when", "where",
    "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "you",
    "your",
))  # fmt: skip


class Question(NamedTuple):
    """What somebody types, and the article that they think of."""

    text: str
    article: Article


class Words:
    """How many titles of a library each word stands in."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._titles: Counter[str] = Counter()
        self._count = 0
        for article in articles:
            self._titles.update(set(words_of(article.title)))
            self._count += 1
        self._all = sorted(word for word in self._titles if not self.is_common(word))

    def is_common(self, word: str) -> bool:
        """Tell whether a word stands in so many titles, or is so short, that it says nothing."""
        return len(word) < 3 or word in _FUNCTION_WORDS or self._titles[word] > max(5, self._count * _COMMON_SHARE)

    def telling(self, title: str) -> list[str]:
        """Give the words of a title that are not common, each once, in its order."""
        return [word for word in dict.fromkeys(words_of(title)) if not self.is_common(word)]

    def rarity(self, word: str) -> tuple[int, str]:
        """Give what words sort by, the rarest first."""
        return self._titles[word], word

    def any(self, chance: random.Random) -> str:
        """Give any one word of the titles."""
        return chance.choice(self._all)


Maker: TypeAlias = Callable[[Article, Words, random.Random], str | None]
"""Makes what to type for an article; None when the article has too little to make it of."""


def words_of(text: str) -> list[str]:
    """Give the words of a text, folded."""
    return _WORD.findall(fold(text))


def rarest_words(article: Article, words: Words, _chance: random.Random) -> str | None:
    """Type the three rarest words of the title."""
    rarest = sorted(words.telling(article.title), key=words.rarity)[:3]
    return " ".join(rarest) if len(rarest) == _FEWEST_WORDS else None


def random_words(article: Article, words: Words, chance: random.Random) -> str | None:
    """Type three words of the title at random, common ones aside."""
    telling = words.telling(article.title)
    return " ".join(chance.sample(telling, 3)) if len(telling) >= _FEWEST_WORDS else None


def keywords(article: Article, _words: Words, chance: random.Random) -> str | None:
    """Type three of the article's keywords."""
    return " ".join(chance.sample(article.keywords, 3)) if len(article.keywords) >= _FEWEST_WORDS else None


def swapped_letters(article: Article, words: Words, chance: random.Random) -> str | None:
    """Type three words of the title at random, two neighbouring letters of the longest swapped."""
    text = random_words(article, words, chance)
    if text is None:
        return None
    longest = max(text.split(), key=len)
    places = [place for place in range(len(longest) - 1) if longest[place] != longest[place + 1]]
    if not places:
        return None
    place = chance.choice(places)
    wrong = longest[:place] + longest[place + 1] + longest[place] + longest[place + 2 :]
    return text.replace(longest, wrong, 1)


def hurried_title(article: Article, words: Words, chance: random.Random) -> str | None:
    """Type the title without case and signs, one word left out and one replaced by another of the library."""
    typed = words_of(article.title)
    if len(words.telling(article.title)) < _FEWEST_WORDS or len(typed) < 5:
        return None
    typed.pop(chance.randrange(len(typed)))
    typed[chance.randrange(len(typed))] = words.any(chance)
    return " ".join(typed)


MAKERS: dict[str, Maker] = {
    "three rarest words of the title": rarest_words,
    "three words of the title": random_words,
    "three keywords": keywords,
    "three words, letters swapped": swapped_letters,
    "hurried title": hurried_title,
}
"""The kinds of questions, by the name that the table shows."""


def make_questions(
    articles: Sequence[Article], maker: Maker, words: Words, count: int, seed: int
) -> list[Question]:
    """Make questions of one kind for articles drawn at random; the same seed draws the same."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable draw, not a secret
    questions: list[Question] = []
    for article in chance.sample(articles, len(articles)):
        if len(questions) == count:
            break
        if (text := maker(article, words, chance)) is not None:
            questions.append(Question(text, article))
    return questions


def answers(question: Question, found: Article) -> bool:
    """Tell whether an article is the one meant: itself, a copy, or one of the same title."""
    meant = question.article
    return found.key == meant.key or found.title == meant.title or (found.id, found.slug) == (meant.id, meant.slug)
