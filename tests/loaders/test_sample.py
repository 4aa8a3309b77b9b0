"""The sample library: in the exact format of the real files, without mistakes, with each rare case."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders import Article, Library

FIELDS = [
    "_schema", "id", "date", "title", "article_title", "date_format", "post_on_text", "seo", "author", "question",
    "no_index", "answer", "subject", "file_name", "url", "score",
]  # fmt: skip
"""The fields of a real file in their order; `no_index` is in few of them, related articles follow."""


@pytest.fixture(scope="module")
def library(sample: Path) -> Iterator[Library]:
    with Library.open(sample) as opened:
        opened.load()
        yield opened


@pytest.fixture(scope="module")
def articles(library: Library) -> list[Article]:
    found = [library.store.article(file_url(file)) for file in files(library.folder)]
    assert None not in found
    return [article for article in found if article]


def files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.md"))


def fields_of(file: Path) -> dict[str, Any]:
    """Read the front matter with nothing of ours."""
    match = re.fullmatch(r"---\n(.*\n)---\n\n&nbsp;\n", file.read_bytes().decode("utf-8"), re.DOTALL)
    assert match, file
    fields = yaml.safe_load(match[1])
    assert isinstance(fields, dict)
    return fields


def file_url(file: Path) -> str:
    return f"/learn/{file.parent.name}/questions/{file.stem}"


def test_it_has_at_least_80_articles_in_at_least_8_subjects(library: Library) -> None:
    counts = library.store.counts()
    assert counts.articles >= 80
    assert counts.subjects >= 8
    assert counts.files == len(files(library.folder))
    assert min(subject.articles for subject in library.store.subjects()) >= 5


def test_it_has_no_problems(library: Library) -> None:
    assert library.store.problems() == []


def test_it_holds_articles_and_nothing_else(sample: Path) -> None:
    assert [path for path in sample.rglob("*") if path.is_file() and path.suffix != ".md"] == []
    assert {len(path.relative_to(sample).parts) for path in files(sample)} == {2}


def test_every_field_is_there_in_the_order_and_of_the_kind_of_the_real_files(sample: Path) -> None:
    for file in files(sample):
        fields = fields_of(file)
        related = [name for name in fields if name.startswith("related_article")]
        plain = [name for name in FIELDS if name != "no_index" or name in fields]
        assert list(fields) == [*plain, *related], file
        assert related == [f"related_article{number}" for number in range(1, len(related) + 1)]
        assert len(related) <= 5
        kinds = {name: type(fields[name]) for name in plain}
        assert kinds.pop("id") is int
        assert kinds.pop("date") is datetime.date
        assert kinds.pop("seo") is dict
        assert kinds.pop("score") is float
        assert kinds.pop("no_index", bool) is bool
        assert set(kinds.values()) == {str}, file
        assert [type(fields["seo"][name]) for name in ("title", "page_description", "page_keywords")] == [
            str,
            str,
            str,
        ]
        assert list(fields["seo"]) == ["title", "page_description", "page_keywords"]
        for name in related:
            assert {key: type(value) for key, value in fields[name].items()} == {
                "id": int,
                "title": str,
                "subject": str,
                "url": str,
            }


def test_the_fields_agree_with_each_other_and_with_the_place_of_the_file(sample: Path) -> None:
    for file in files(sample):
        fields = fields_of(file)
        assert fields["_schema"] == "default"
        assert fields["title"] == fields["article_title"] == fields["question"]
        assert (fields["date_format"], fields["post_on_text"]) == ("MMM DD, YYYY", "Posted on")
        assert (fields["file_name"], fields["url"]) == (file.name, file_url(file))
        assert fields["seo"]["title"].endswith(fields["subject"])
        assert fields["score"] == -1.0
        assert "\n" not in fields["answer"]
        assert fields["answer"].strip() == fields["answer"] != ""


def test_every_field_is_read_into_its_place(articles: list[Article], sample: Path) -> None:
    for article in articles:
        fields = fields_of(sample / article.path)
        seo = fields["seo"]
        assert article.extra == {}
        assert (article.id, article.date, article.title) == (fields["id"], fields["date"], fields["title"])
        assert (article.url, article.subject) == (fields["url"], fields["subject"])
        assert article.answer == fields["answer"].replace("\\n", "\n")
        assert (article.author, article.question) == (fields["author"], fields["question"])
        assert (article.schema, article.score, article.file_name) == ("default", -1.0, fields["file_name"])
        assert (article.seo_title, article.description) == (seo["title"], seo["page_description"])
        assert ", ".join(article.keywords) == seo["page_keywords"]
        assert article.no_index is fields.get("no_index", False)
        links = [
            {"id": link.id, "title": link.title, "subject": link.subject, "url": link.url}
            for link in article.related
        ]
        assert links == [fields[name] for name in fields if name.startswith("related_article")]


def test_titles_are_questions_and_descriptions_and_keywords_are_there(articles: list[Article]) -> None:
    for article in articles:
        assert article.title.endswith("?")
        assert article.description
        assert len(article.keywords) >= 3
        assert article.author == "Carrel"


def test_every_related_article_is_found_but_one(library: Library, articles: list[Article]) -> None:
    links = [(article, one) for article in articles for one in library.store.related(article.key)]
    assert len([one for _, one in links if not one.found]) == 1
    assert len(links) == sum(len(article.related) for article in articles)
    for article, one in links:
        if one.found:
            named = article.related[(one.number or 0) - 1]
            assert (named.url, named.title, named.id) == (one.key, one.title, ids(articles)[one.key])


def ids(articles: list[Article]) -> dict[str, object]:
    return {article.key: article.id for article in articles}


def test_there_is_an_article_of_every_rare_kind(articles: list[Article]) -> None:
    texts = [article.text for article in articles]
    assert any(re.search(r"^\|.*\|$\n^\|[ :|-]+\|$", text, re.MULTILINE) for text in texts), "a table"
    assert any(re.search(r"^```\w+$", text, re.MULTILINE) for text in texts), "code"
    assert any("$$" in text for text in texts), "a formula on its own"
    assert any(re.search(r"(?<!\$)\$[^$\n]+\$(?!\$)", text) for text in texts), "a formula in a line"
    assert any(re.search("[\u4e00-\u9fff]", text) for text in texts), "Chinese or Japanese"
    assert any(re.search(r"^#{2,4} ", text, re.MULTILINE) for text in texts), "headings"
    assert max(map(len, texts)) > 4 * sorted(map(len, texts))[len(texts) // 2], "a very long one"
    assert any(not article.related for article in articles), "one without related articles"
    assert [article.no_index for article in articles].count(True) == 1, "one that lists leave out"


def test_there_is_an_article_that_is_filed_under_two_subjects(library: Library, articles: list[Article]) -> None:
    shared = [number for number, files in Counter(article.id for article in articles).items() if files > 1]
    assert len(shared) == 1
    one, other = (article for article in articles if article.id == shared[0])
    assert (one.slug, one.title, one.answer) == (other.slug, other.title, other.answer)
    assert one.subject_key != other.subject_key
    assert [row.key for row in library.store.copies(one.key)] == [other.key]
    assert [row.key for row in library.store.copies(other.key)] == [one.key]


def test_a_subject_is_spelled_in_two_ways_and_is_one(library: Library, articles: list[Article]) -> None:
    spellings = {(article.subject_key, article.subject) for article in articles}
    assert len(spellings) == library.store.counts().subjects + 1
