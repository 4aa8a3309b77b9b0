"""An article as a record of the store, and back."""

import datetime
import json
import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from loaders.article import Article, Problem, RelatedLink, slugify, sort_key, subject_of_url

COLUMNS = (
    "path", "key", "slug", "slug_code", "id", "subject_key", "subject", "sort_key", "title", "date", "no_index",
    "url", "question", "description", "keywords", "author", "date_format", "post_on_text", "score", "schema",
    "article_title", "seo_title", "file_name", "extra", "body", "answer",
)  # fmt: skip
"""The columns of an article's record, in its order."""
LINK_COLUMNS = ("number", "url", "slug", "slug_code", "subject_key", "id", "title", "subject")
"""Those of a link's record, but for the article that it stands in."""

_to_json = json.JSONEncoder(ensure_ascii=False).encode


class Batch(NamedTuple):
    """What some files hold, ready for the store: plain values that cross to another process cheaply."""

    articles: list[tuple[Any, ...]]
    """The values of COLUMNS."""
    links: list[list[tuple[Any, ...]]]
    """For each article, the values of LINK_COLUMNS for each of its links."""
    problems: list[tuple[Any, ...]]
    """Path, code, severity, line, message."""


def batch_of(articles: Iterable[Article], problems: Iterable[Problem]) -> Batch:
    """Turn articles and problems into records."""
    articles = list(articles)
    return Batch(
        [record_of(article) for article in articles],
        [list(_link_records(article.related)) for article in articles],
        [(os.fsencode(p.path), p.code, p.severity, p.line, p.message) for p in problems],
    )


def join(batches: Iterable[Batch]) -> Batch:
    """Make one batch of several."""
    whole = Batch([], [], [])
    for batch in batches:
        whole.articles.extend(batch.articles)
        whole.links.extend(batch.links)
        whole.problems.extend(batch.problems)
    return whole


def record_of(article: Article) -> tuple[Any, ...]:
    """Give the values of COLUMNS."""
    return (
        os.fsencode(article.path),
        article.key,
        article.slug,
        code_of(article.slug),
        article.id,
        article.subject_key,
        article.subject,
        sort_key(article.title),
        article.title,
        article.date and article.date.isoformat(),
        article.no_index,
        article.url,
        article.question,
        article.description,
        _to_json(article.keywords),
        article.author,
        article.date_format,
        article.post_on_text,
        article.score,
        article.schema,
        article.article_title,
        article.seo_title,
        article.file_name,
        _to_json(article.extra),
        article.body,
        article.answer,
    )


def article_of(record: Sequence[Any], links: Iterable[Sequence[Any]]) -> Article:
    """Give the article of a record, with its links as (number, id, title, subject, url)."""
    values = dict(zip(COLUMNS, record, strict=True))
    del values["sort_key"], values["slug_code"]
    values |= {
        "path": os.fsdecode(values["path"]),
        "date": date_of(values["date"]),
        "no_index": bool(values["no_index"]),
        "keywords": tuple(json.loads(values["keywords"])),
        "extra": json.loads(values["extra"]),
        "related": tuple(RelatedLink(*link) for link in links),
    }
    return Article(**values)


def _link_records(links: Iterable[RelatedLink]) -> Iterator[tuple[Any, ...]]:
    """Give each link with the slug and the subject that it names."""
    for link in links:
        subject_key = slugify(link.subject) or subject_of_url(link.url)
        slug = link.slug
        yield link.number, link.url, slug, code_of(slug), subject_key, link.id, link.title, link.subject


def code_of(slug: str) -> int:
    """Give the number by which the store finds a slug; another slug may have the same."""
    return zlib.crc32(slug.encode("utf-8", "surrogatepass"))


def date_of(text: str | None) -> datetime.date | None:
    """Give the date of a stored text."""
    return datetime.date.fromisoformat(text) if text else None
