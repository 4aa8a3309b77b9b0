"""Small libraries made on the spot, for searching."""

import datetime

from loaders.article import Article, RelatedLink, slugify
from loaders.search import SearchIndex


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
