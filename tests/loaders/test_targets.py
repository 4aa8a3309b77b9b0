"""Links in texts: which article of the library they lead to."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import Article, ArticleStore, Target, clean
from loaders.article import slug_of_url, subject_of_url


def article(path: str, url: str = "") -> Article:
    """Make an article that lies at `path`."""
    subject = subject_of_url(url) or path.rpartition("/")[0]
    return Article(
        key=url or clean(path),
        path=path,
        slug=slug_of_url(url or clean(path)),
        subject_key=subject,
        subject=subject,
        title="T",
        url=url,
    )


HERE = article("physics/what-is-heat.md", "/learn/physics/questions/what-is-heat")
ARTICLES = [
    HERE,
    article("physics/what-is-entropy.md", "/learn/physics/questions/what-is-entropy"),
    article("medicine/what-is-stress.md", "/learn/medicine/questions/what-is-stress"),
    article("physics/what-is-stress.md", "/learn/physics/questions/what-is-stress"),
    article("notes/Über Wärme (1).md"),
    article("readme.markdown"),
    article("far.md", "https://example.org/far"),
    article(os.fsdecode(b"notes/old-\xe9.md")),
]
ENTROPY = "/learn/physics/questions/what-is-entropy"


@pytest.fixture(scope="module")
def store() -> ArticleStore:
    """Give a store of a few articles."""
    made = ArticleStore()
    made.save(ARTICLES)
    return made


@pytest.mark.parametrize(
    ("href", "key"),
    [
        ("/learn/physics/questions/what-is-entropy", ENTROPY),
        ("/learn/physics/questions/what-is-entropy/", ENTROPY),
        ("/learn/physics/questions/what-is-entropy?from=mail", ENTROPY),
        ("https://quicktakes.io/learn/physics/questions/what-is-entropy", ENTROPY),
        ("what-is-entropy.md", ENTROPY),
        ("./what-is-entropy.md", ENTROPY),
        ("what-is-entropy", ENTROPY),
        ("../physics/what-is-entropy.md", ENTROPY),
        ("/physics/what-is-entropy.md", ENTROPY),
        ("../../physics/questions/what-is-entropy", ENTROPY),
        ("/another-root/questions/what-is-entropy", ENTROPY),
        ("what-is-stress", "/learn/physics/questions/what-is-stress"),
        ("/site/medicine/questions/what-is-stress", "/learn/medicine/questions/what-is-stress"),
        ("../medicine/what-is-stress.md", "/learn/medicine/questions/what-is-stress"),
        ("../notes/%C3%9Cber%20W%C3%A4rme%20(1).md", "notes/Über Wärme (1).md"),
        ("../readme", "readme.markdown"),
        ("https://example.org/far", "https://example.org/far"),
        ("", HERE.key),
    ],
)
def test_a_link_into_the_library_finds_its_article(store: ArticleStore, href: str, key: str) -> None:
    assert store.target(HERE, href) == Target(key, "")


def test_a_link_names_a_part_of_its_article_after_the_number_sign(store: ArticleStore) -> None:
    assert store.target(HERE, "what-is-entropy.md#the%20second-law") == Target(ENTROPY, "the second-law")
    assert store.target(HERE, "#units") == Target(HERE.key, "units")


def test_a_file_whose_name_is_no_utf8_is_found_by_its_bytes(store: ArticleStore) -> None:
    target = store.target(HERE, "../notes/old-%E9.md")
    assert target
    assert store.article(target.key)


@pytest.mark.parametrize(
    "href",
    [
        "https://example.org/what-is-entropy",
        "https://example.org/physics/what-is-entropy.md",
        "../../../etc/passwd",
        "/etc/passwd",
        "../../physics/what-is-entropy.md",
        "file:///physics/what-is-entropy.md",
        "file%3A///etc/passwd",
        "javascript:alert(1)",
        "mailto:a@example.org",
        "//example.org/learn/physics/questions/what-is-entropy",
        "//[",
        "http://[/questions/x",
        "..",
        "/",
        "%00",
        "../physics/",
    ],
)
def test_all_other_links_lead_out_of_the_library(store: ArticleStore, href: str) -> None:
    assert store.target(HERE, href) is None


@given(st.text() | st.text("./%#?:[]ab\\é"))
def test_any_text_is_a_link_to_an_article_of_the_library_or_to_none(href: str) -> None:
    target = _STORE.target(HERE, href)
    assert target is None or _STORE.article(target.key)


_STORE = ArticleStore()
_STORE.save(ARTICLES)
