"""The JSON of the commands: one object each, of a stable shape."""

from collections.abc import Iterable
from typing import Any

from loaders import Article, ArticleStore, Counts, Neighbour, Problem, Subject, clean
from loaders.quoting import Quoted


def article_object(article: Article, store: ArticleStore, *, with_answer: bool = True) -> dict[str, Any]:
    """Give an article; its related ones as `neighbour_objects` gives them."""
    shape = {
        "key": article.key,
        "url": article.url,
        "id": article.id,
        "title": article.title,
        "subject": store.subject_name(article.subject_key),
        "date": article.date.isoformat() if article.date else None,
        "author": article.author,
        "keywords": list(article.keywords),
        "description": article.description,
        "question": article.question,
    }
    if with_answer:
        shape["answer"] = article.text
    return shape | {"related": neighbour_objects(store.related(article.key))}


def import_object(counts: Counts, read: int, seconds: float) -> dict[str, Any]:
    """Give what a library holds, how many files were read for it, and in how many seconds."""
    return {
        "articles": counts.articles,
        "subjects": counts.subjects,
        "files": counts.files,
        "problems": counts.problems,
        "read": read,
        "seconds": round(seconds, 3),
    }


def subjects_object(subjects: Iterable[Subject]) -> dict[str, Any]:
    """Give the subjects with the numbers of articles in their lists."""
    return {
        "subjects": [
            {"key": subject.key, "name": subject.name, "articles": subject.articles} for subject in subjects
        ]
    }


def neighbour_objects(neighbours: Iterable[Neighbour]) -> list[dict[str, Any]]:
    """Give articles beside another; the key of one that is not in the library is null."""
    return [
        {
            "key": neighbour.key if neighbour.found else None,
            "url": neighbour.url,
            "title": neighbour.title,
            "subject": neighbour.subject,
            "found": neighbour.found,
        }
        for neighbour in neighbours
    ]


def hits_object(hits: Iterable[Quoted], store: ArticleStore) -> dict[str, Any]:
    """Give hits, the best first: articles, each with its score and the sentence that has the words."""
    return {
        "hits": [
            article_object(article, store) | {"score": round(hit.hit.score, 4), "snippet": hit.snippet.text}
            for hit in hits
            if (article := store.article(hit.row.key))
        ]
    }


def problems_object(problems: Iterable[Problem]) -> dict[str, Any]:
    """Give the problems of all files."""
    return {
        "problems": [
            {
                "code": problem.code,
                "severity": problem.severity,
                "path": clean(problem.path),
                "line": problem.line,
                "message": problem.message,
            }
            for problem in problems
        ]
    }
