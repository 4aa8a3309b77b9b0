"""How an article begins, where there is room for its first lines alone."""

import pytest
from rich.segment import Segment

from loaders import Article
from tui.rendering.opening import render_first_words
from tui.rendering.styles import PageStyles

TEXT = "One two three four five six seven eight nine ten.\n\nAnother paragraph.\n\n## Later\n\nThe end."


def first_words(width: int, height: int, fragment: str = "", text: str = TEXT) -> list[str]:
    article = Article(key="/a", path="a.md", slug="a", subject_key="b", subject="B", title="T", answer=text)
    lines = render_first_words(article, width, height, PageStyles.plain(), fragment)
    assert all(Segment.get_line_length(line) <= width for line in lines)
    return ["".join(segment.text for segment in line).rstrip() for line in lines]


def test_an_ellipsis_tells_that_the_text_goes_on() -> None:
    assert first_words(30, 1) == ["One two three four five six …"]
    assert first_words(30, 2) == ["One two three four five six", "seven eight nine ten. …"]
    assert first_words(30, 3)[-1] == "seven eight nine ten. …"


def test_it_takes_the_place_of_an_end_that_leaves_no_room() -> None:
    assert first_words(28, 1) == ["One two three four five …"]


def test_a_text_that_shows_whole_has_none() -> None:
    assert first_words(60, 20)[-1] == "The end."
    assert first_words(60, 20, "later")[-1] == "The end."
    assert first_words(60, 20, text="Short. \n\n") == ["Short."]


@pytest.mark.parametrize("width", [1, 2, 3])
def test_it_fits_where_nearly_nothing_does(width: int) -> None:
    assert first_words(width, 2)


def test_a_long_text_goes_on_even_if_what_is_laid_out_of_it_does_not() -> None:
    assert first_words(20, 2, text="word\n\n" * 1_000)[-1].endswith(" …")
