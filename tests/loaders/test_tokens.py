"""Texts and questions are cut into words alike: accents, signs, scripts, formulas, Chinese."""

from typing import Literal
from unicodedata import normalize

import pytest

from loaders.search import SearchIndex
from loaders.snippets import Marker
from tests.loaders.examples import article, found, index_of, search


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("text", ["Gödel", "godel", "GÖDEL?", "Go\u0308del"])
def test_an_exact_title_comes_first_however_its_accents_are_written(
    form: Literal["NFC", "NFD"], text: str
) -> None:
    title = normalize(form, "Gödel")
    others = [article(f"Why did godel read {name}?", "Godel, Godel.") for name in ("Kant", "Leibniz")]
    assert found(index_of(*others, article(title, "A logician.")), text)[0] == title


def test_forms_of_a_word_and_accents_are_one(metals: SearchIndex) -> None:
    assert found(metals, "melts")[0] == "How is solder melted?"
    assert found(metals, "naive") == ["Why does copper turn green?"]
    assert found(metals, "SÓLDER")[0] == "How is solder melted?"


def test_chinese_is_found_by_its_characters() -> None:
    index = index_of(article("光合作用是什么", "植物用光。"))
    hits = search(index, "光合")
    assert hits.hits[0].title == "光合作用是什么"
    assert Marker(hits.wanted).marks("光合作用是什么") == [(0, 1), (1, 2)]


def test_code_and_formulas_are_found_by_their_words() -> None:
    index = index_of(article("How is it written?", "Use `open_file(path)` and $\\alpha + \\beta^2$."))
    assert found(index, "alpha beta")
    assert found(index, "open file path")


@pytest.mark.parametrize("text", ["h2o", "H₂O", "H_2O"])
def test_formulas_are_found_by_what_shows_of_them(text: str) -> None:
    index = index_of(
        article("What is water?", r"It is $\mathrm{H_2O}$, and ice is H<sub>2</sub>O."),
        article("What is two?", "A number."),
    )
    assert found(index, text) == ["What is water?"]


def test_powers_are_found_by_what_shows_of_them() -> None:
    index = index_of(article("What is a parabola?", "Draw $y = x^{2}$."), article("What is x?", "A letter."))
    assert found(index, "x²") == found(index, "x2") == ["What is a parabola?"]


def test_names_that_end_in_signs_are_words_of_their_own() -> None:
    index = index_of(
        article("What is a pointer in C?", "An address."),
        article("What is a pointer in C++ and why?", "An address, too."),
        article("What is a pointer in C#?", "Unsafe."),
    )
    assert found(index, "C++ pointer")[0] == "What is a pointer in C++ and why?"
    assert found(index, "c# pointer")[0] == "What is a pointer in C#?"
    assert found(index, "what is a pointer in C")[0] == "What is a pointer in C?"
    assert search(index, "C++ pointre").spelling == "c++ pointer"


@pytest.mark.parametrize("text", ["C++", "光学"])
def test_keywords_and_titles_are_cut_into_words_like_texts(text: str) -> None:
    index = index_of(article("What is this?", keywords=(text, "words")), article(f"All about {text}"))
    assert set(found(index, text)) == {"What is this?", f"All about {text}"}
    assert search(index, text).relaxed is False
