from loaders.article import Article
from loaders.search import SearchIndex
from tests.loaders.examples import article, index_of

LESSON = [
    "How do volcanoes erupt?",
    "What is magma made of?",
    "Why does lava glow?",
    "Where do volcanoes stand?",
    "How is an eruption foreseen?",
]
OTHERS = [
    "Who wrote the first novel?",
    "What is a sonnet?",
    "How is a poem read aloud?",
    "Why do plays have acts?",
    "What is a verse?",
]


def library(first: int, step: int, keyword: str = "volcano") -> list[Article]:
    lesson = [
        article(title, keywords=(keyword, "magma"), number=first + place * step, subject="earth")
        for place, title in enumerate(LESSON)
    ]
    others = [
        article(title, keywords=("literature",), number=first + 1 + place * step, subject="letters")
        for place, title in enumerate(OTHERS)
    ]
    return lesson + others


def titles(index: SearchIndex, of: Article, limit: int = 10, without: tuple[int, ...] = ()) -> list[str]:
    return [hit.title for hit in index.similar(of, limit, without)]


def test_similar_articles_are_those_of_near_ids_that_speak_of_the_same() -> None:
    lesson = [
        article(title, keywords=("volcano",), number=500 + place, subject="earth")
        for place, title in enumerate(LESSON)
    ]
    far = [article("Why is a volcano a mountain?", keywords=("volcano",), number=90_000)]
    index = index_of(*lesson, *far)
    assert titles(index, lesson[0])[-1] == far[0].title
    assert set(titles(index, lesson[0], 4)) == set(LESSON[1:])


def test_where_ids_say_nothing_the_words_decide() -> None:
    articles = library(first=1, step=2)
    index = index_of(*articles)
    assert set(titles(index, articles[0], 4)) == set(LESSON[1:])


def test_articles_without_ids_have_similar_ones() -> None:
    articles = [article(title, keywords=("volcano",)) for title in LESSON]
    assert set(titles(index_of(*articles), articles[0])) == set(LESSON[1:])


def test_an_article_is_not_like_itself_its_copies_or_the_same_question() -> None:
    own = article("How do volcanoes erupt?", keywords=("volcano",), number=7, slug="erupt")
    copy = article("How do volcanoes erupt?", keywords=("volcano",), number=7, slug="erupt", subject="earth")
    twin = article("How do the volcanoes erupt?", keywords=("volcano",), number=8)
    other = article("Where do volcanoes stand?", keywords=("volcano",), number=9)
    index = index_of(own, copy, twin, other)
    assert titles(index, own) == ["Where do volcanoes stand?"]


def test_near_duplicates_are_one() -> None:
    own = article("How do volcanoes erupt?", keywords=("volcano",), number=1)
    index = index_of(
        own,
        article("Where do volcanoes stand?", keywords=("volcano",), number=2),
        article("Where does a volcano stand?", keywords=("volcano",), number=3),
    )
    (hit,) = index.similar(own)
    assert len(hit.similar) == 1


def test_listed_articles_and_their_copies_are_left_out() -> None:
    articles = library(first=1, step=2)
    index = index_of(*articles)
    assert LESSON[1] not in titles(index, articles[0], without=(1,))


def test_an_article_without_words_has_none() -> None:
    index = index_of(*library(first=1, step=2))
    assert titles(index, article("?")) == []


def test_the_order_does_not_hang_on_the_order_of_coming() -> None:
    articles = library(first=1, step=2)
    one = titles(index_of(*articles), articles[0])
    other = titles(index_of(*reversed(articles)), articles[0])
    assert one == other
