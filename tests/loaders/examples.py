"""Small libraries made on the spot, for searching."""

import datetime

from loaders.article import Article, RelatedLink, slugify
from loaders.feeding import feed
from loaders.query import parse_query
from loaders.search import Hits, SearchIndex
from loaders.store import ArticleStore


def article(
    title: str,
    answer: str = "",
    *,
    keywords: tuple[str, ...] = (),
    subject: str = "physics",
    number: int | None = None,
    date: str = "2025-01-01",
    author: str = "",
    slug: str = "",
    links: tuple[RelatedLink, ...] = (),
) -> Article:
    """Make an article; its slug is made of its title unless given."""
    slug = slug or slugify(title)
    return Article(
        key=f"/learn/{subject}/questions/{slug}",
        path=f"{subject}/{slug}.md",
        slug=slug,
        subject_key=subject,
        subject=subject.capitalize(),
        title=title,
        question=title,
        answer=answer,
        id=number,
        date=datetime.date.fromisoformat(date),
        author=author,
        keywords=keywords,
        related=links,
    )


def index_of(*articles: Article) -> SearchIndex:
    """Hold articles in memory, each in the row of its place."""
    index = SearchIndex()
    index.add(enumerate(articles))
    index.commit("made:1")
    return index


METALS = (
    article(
        "What is tin used for?",
        "Tin covers cans of steel. Solder joins wires, and is made of tin.",
        keywords=("tin", "solder alloys"),
        subject="chemistry",
        number=11,
        author="Ada Stone",
    ),
    article(
        "How is solder melted?",
        "An iron heats the metal until it flows.\n\nThe wire must be hot.",
        keywords=("soldering iron", "melting point"),
        number=12,
        date="2023-05-05",
    ),
    article(
        "Why does copper turn green?",
        "Rain and air make a coat of salts, called verdigris. Naïve cleaning harms it.",
        keywords=("verdigris", "corrosion"),
        subject="chemistry",
        number=13,
        author="Béla Kun",
    ),
    article("Why do bells ring?", "Bronze, which is copper and tin, swings back.", subject="music", number=900),
)
"""A small library for questions about metals."""


def found(index: SearchIndex, text: str, *, typing: bool = False, subject: str | None = None) -> list[str]:
    return [hit.title for hit in search(index, text, typing=typing, subject=subject).hits]


def search(index: SearchIndex, text: str, *, typing: bool = False, subject: str | None = None) -> Hits:
    return index.search(parse_query(text, typing=typing), 20, subject, count_subjects=True)


def catch_up(index: SearchIndex, store: ArticleStore) -> None:
    for _ in feed(index, store):
        pass


def saved(store: ArticleStore, *articles: Article) -> None:
    store.save(articles)
