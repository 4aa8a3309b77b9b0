"""Slugs, the order of titles, urls, words and minutes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.article import (
    Article,
    RelatedLink,
    count_words,
    fold,
    slug_of_url,
    slugify,
    sort_key,
    subject_of_url,
    without_ending,
)


def article(**fields: str) -> Article:
    return Article(key="k", path="k.md", slug="k", subject_key="s", subject="S", title="T", **fields)  # type: ignore[arg-type] # texts by name


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Education Studies", "education-studies"),
        ("Education studies", "education-studies"),
        ("Arts & Crafts", "arts-and-crafts"),
        ("  Art History,  and Literature! ", "art-history-and-literature"),
        ("Women’s Studies", "womens-studies"),
        ("Women's Studies", "womens-studies"),
        ("Économie", "economie"),
        ("Straße", "strasse"),
        ("日本の歴史", "日本の歴史"),
        ("Русский язык", "русскии-язык"),
        ("日本 の 歴史", "日本-の-歴史"),
        ("???", ""),
        ("", ""),
    ],
)
def test_a_name_has_one_slug_whatever_its_spelling(name: str, slug: str) -> None:
    assert slugify(name) == slug


@given(st.text())
def test_the_slug_of_a_slug_is_itself(name: str) -> None:
    assert slugify(slugify(name)) == slugify(name)


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Zebra", "zebra"),
        ("“Quoted” title", "quoted” title"),
        ("¿Qué es?", "que es?"),
        ("Élan", "elan"),
        ("™ means trademark", "tm means trademark"),
        ("$5 for two", "5 for two"),
        ("…", "..."),
        ("", ""),
    ],
)
def test_titles_sort_without_case_accents_and_leading_signs(title: str, key: str) -> None:
    assert sort_key(title) == key


def test_titles_that_differ_in_accents_stand_together() -> None:
    titles = ["Zinc", "zebra", "Étude", "“Eta”", "Estuary", "apple"]
    assert sorted(titles, key=sort_key) == ["apple", "Estuary", "“Eta”", "Étude", "zebra", "Zinc"]


@given(st.text())
def test_folding_twice_gives_the_same_as_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_letters_fold_to_lower_case(text: str) -> None:
    assert fold(text) == text.lower()


@pytest.mark.parametrize(
    ("url", "slug", "subject"),
    [
        ("/learn/physics/questions/why-is-the-sky-blue", "why-is-the-sky-blue", "physics"),
        ("/learn/physics/questions/why-is-the-sky-blue/", "why-is-the-sky-blue", "physics"),
        ("https://example.org/learn/physics/questions/why", "why", "physics"),
        ("physics/questions/why.md", "why", "physics"),
        ("/blog/why", "why", ""),
        ("/learn/physics/questions/", "questions", ""),
        ("notes/why.MD", "why", ""),
        ("/", "", ""),
        ("", "", ""),
    ],
)
def test_a_url_names_its_article_and_its_subject(url: str, slug: str, subject: str) -> None:
    assert slug_of_url(url) == slug
    assert subject_of_url(url) == subject
    assert RelatedLink(1, None, "", "", url).slug == slug


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("a.md", "a"),
        ("A.MD", "A"),
        ("a.markdown", "a"),
        ("a.b.md", "a.b"),
        ("a.txt", "a.txt"),
        ("a", "a"),
        (".md", ".md"),
    ],
)
def test_a_name_is_shown_without_the_ending_of_its_file(name: str, stem: str) -> None:
    assert without_ending(name) == stem


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("one", 1),
        ("two  words\n", 2),
        ("漢字漢字", 2),
        ("漢字漢", 2),
        ("a 漢字 b", 3),
        ("かな and カナ", 3),
    ],
)
def test_words_are_counted_as_a_reader_would(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("words", "minutes"), [(0, 1), (1, 1), (230, 1), (344, 1), (346, 2), (460, 2), (2300, 10)]
)
def test_reading_takes_a_minute_for_230_words_and_never_none(words: int, minutes: int) -> None:
    assert article(answer="word " * words).minutes == minutes


def test_the_text_is_the_answer_and_without_one_the_body() -> None:
    assert article(answer="answer", body="body").text == "answer"
    assert article(body="body").text == "body"
