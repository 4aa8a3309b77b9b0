"""Words are found in whatever form an answer has them, though answers are kept as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.query import parse_query
from loaders.search import SearchIndex
from loaders.tokens import stem_of
from tests.loaders.examples import article, found, index_of


def answered_with(text: str) -> SearchIndex:
    return index_of(article("First one", text), article("Other one", "Nothing of the kind."))


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("hope", "hoping"),
        ("hoping", "hoped"),
        ("happiness", "happy"),
        ("possible", "possibly"),
        ("cry", "crying"),
        ("cries", "cried"),
        ("tie", "tying"),
        ("going", "go"),
        ("use", "useful"),
        ("interpretation", "interpretability"),
        ("naive", "naïvely"),
    ],
)
def test_any_form_of_a_word_finds_any_other(typed: str, written: str) -> None:
    assert found(answered_with(f"It is {written} there."), typed) == ["First one"]


ROOTS = (
    "hop",
    "hopp",
    "happi",
    "happ",
    "us",
    "tri",
    "tr",
    "ill",
    "go",
    "relat",
    "oper",
    "at",
    "be",
    "form",
    "fil",
)
ENDINGS = ("", "e", "y", "s", "es", "ed", "ing", "ied", "ies", "er", "ers", "ly", "ness", "ful", "ation", "ations")
words = st.builds("{}{}".format, st.sampled_from(ROOTS), st.sampled_from(ENDINGS))


@given(typed=words, others=st.sets(words, min_size=1, max_size=8))
def test_words_are_found_by_those_of_the_same_stem_alone(typed: str, others: set[str]) -> None:
    index = index_of(*(article(f"Number {number}", other) for number, other in enumerate(sorted(others))))
    alike = {f"Number {number}" for number, other in enumerate(sorted(others)) if stem_of(other) == stem_of(typed)}
    assert set(found(index, f'"{typed}"')) == alike
    assert set(found(index, f"-{typed}")) == {f"Number {number}" for number in range(len(others))} - alike


def test_quoted_words_stand_together_in_whatever_form() -> None:
    index = answered_with("Rain leaves a coat of salts on it.")
    assert found(index, '"coats of salt"') == ["First one"]
    assert found(index, '"salt of coats"') == []


def test_an_excluded_word_is_absent_in_all_its_forms() -> None:
    index = index_of(article("First tin", "It was soldered."), article("Other tin", "It melts."))
    assert found(index, "tin -solder") == ["Other tin"]
    assert found(index, "tin -soldering") == ["Other tin"]


def test_a_rare_form_of_a_frequent_word_does_not_count_as_a_rare_word() -> None:
    often = [article(f"Metal {number}", "It melts, as metals melt.") for number in range(20)]
    index = index_of(*often, article("Solder", "Melting it takes a flame of gas, and a hand."))
    wanted = index.search(parse_query("melt")).wanted[0]
    assert set(wanted.forms) == {"melt", "melts", "melting"}
    assert wanted.forms["melting"] < wanted.forms["melts"]


def test_the_end_of_a_word_is_found_wherever_it_stands_alone() -> None:
    index = index_of(
        article("First one", "Verdigris is green."),
        article("Second one", keywords=("malachite",)),
        article("Third one", "Nothing.", author="Ada Stone"),
    )
    assert found(index, "verdig", typing=True) == ["First one"]
    assert found(index, "malach", typing=True) == ["Second one"]
    assert index.search(parse_query("malachtie")).spelling == "malachite"
    assert index.search(parse_query("verdirgis")).spelling == "verdigris"


def test_a_word_that_has_gone_is_no_longer_offered() -> None:
    index = answered_with("Verdigris is green.")
    index.add([(0, article("First one", "Rust is red."))])
    index.commit("made:2")
    assert found(index, "verdig", typing=True) == []
