"""A word is found in its British spelling and in its American one, whichever somebody types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.query import parse_query
from loaders.variants import spelled_otherwise
from tests.loaders.examples import article, index_of

PAIRS = [
    ("colour", "color"),
    ("behavioural", "behavioral"),
    ("neighbourhoods", "neighborhoods"),
    ("organisations", "organizations"),
    ("realising", "realizing"),
    ("analysed", "analyzed"),
    ("centre", "center"),
    ("theatres", "theaters"),
    ("fibre", "fiber"),
    ("catalogue", "catalog"),
    ("defence", "defense"),
    ("travelled", "traveled"),
    ("modelling", "modeling"),
    ("programme", "program"),
    ("anaemia", "anemia"),
    ("haemoglobin", "hemoglobin"),
    ("oestrogen", "estrogen"),
    ("foetus", "fetus"),
    ("greyish", "grayish"),
    ("sulphuric", "sulfuric"),
]


@pytest.mark.parametrize(("british", "american"), PAIRS)
def test_each_spelling_leads_to_the_other(british: str, american: str) -> None:
    assert american in spelled_otherwise(british)
    assert british in spelled_otherwise(american)


@pytest.mark.parametrize(
    ("word", "other"),
    [("four", "for"), ("filled", "filed"), ("poets", "pets"), ("timber", "timbre"), ("wise", "wize")],
)
def test_words_that_only_look_like_it_are_left_alone(word: str, other: str) -> None:
    assert other not in spelled_otherwise(word)
    assert word not in spelled_otherwise(other)


@given(st.text())
def test_any_word_has_a_few_other_spellings_at_most(word: str) -> None:
    assert len([*spelled_otherwise(word)]) <= 2 * 30 + 20


@pytest.mark.parametrize(
    ("typed", "there"), [("colours", "color"), ("color", "colours"), ("haemoglobin", "hemoglobin")]
)
@pytest.mark.parametrize("typing", [True, False])
def test_a_search_finds_both_spellings_and_mends_nothing(typed: str, there: str, typing: bool) -> None:
    index = index_of(article(f"What is {there} made of?", "Of many things."), article("What is tin?", "A metal."))
    found = index.search(parse_query(typed, typing=typing))
    assert [hit.title for hit in found.hits] == [f"What is {there} made of?"]
    assert not found.spelling


def test_the_spelling_that_was_typed_comes_first() -> None:
    titles = ["How is labour divided?", "How is labor divided?"]
    index = index_of(*map(article, titles), article("How is tin cast?"))
    assert [hit.title for hit in index.search(parse_query("labour divided")).hits] == titles
    assert [hit.title for hit in index.search(parse_query("labor divided")).hits] == titles[::-1]


def test_a_phrase_is_found_as_it_was_typed_alone() -> None:
    index = index_of(article("What is a colour wheel?"), article("What is a color wheel?"))
    assert [hit.title for hit in index.search(parse_query('"color wheel"')).hits] == ["What is a color wheel?"]
