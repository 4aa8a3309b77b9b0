"""The links of a page, the headings that they name, and the code between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.clean import clean, one_line
from tests.rendering.samples import page
from tui.rendering.anchors import find_heading
from tui.rendering.cells import between_cells, index_at, width_of
from tui.rendering.code_blocks import CodeBlock, code_blocks
from tui.rendering.page import Heading
from tui.rendering.page_links import links_of


def links(source: str, width: int = 80) -> list[tuple[str, str]]:
    return [(link.text, link.url) for link in links_of(page(source, width))]


def test_a_link_of_several_styles_is_one_link() -> None:
    assert links("see [the **whole** site](/a) now") == [("the whole site", "/a")]


def test_a_link_that_is_wrapped_is_one_link_and_its_words_are_whole() -> None:
    assert links("- words [alpha beta gamma](/a) more", 14) == [("alpha beta gamma", "/a")]


def test_links_beside_and_under_each_other_are_several() -> None:
    assert links("[one](/a) [two](/a)") == [("one", "/a"), ("two", "/a")]
    assert links("- [one](/a)\n- [two](/a)") == [("one", "/a"), ("two", "/a")]
    assert links("[one](/a)[two](/b)") == [("one", "/a"), ("two", "/b")]


def test_the_words_of_a_link_are_found_behind_wide_characters() -> None:
    assert links("日本語 [漢字の本](/a) 終") == [("漢字の本", "/a")]


def test_a_link_without_an_address_is_none() -> None:
    assert links("[x]()") == []


HEADINGS = [
    Heading(1, 2, "What is heat?"),
    Heading(5, 3, "Units & scales"),
    Heading(9, 3, "Units & scales"),
    Heading(12, 3, "Über Wärme"),
]


@pytest.mark.parametrize(
    ("fragment", "line"),
    [
        ("what-is-heat", 1),
        ("What is heat?", 1),
        ("units--scales", 5),
        ("units-and-scales", 5),
        ("units--scales-1", 9),
        ("über-wärme", 12),
        ("uber-warme", 12),
        ("Über Wärme", 12),
    ],
)
def test_a_heading_is_found_by_its_name(fragment: str, line: int) -> None:
    heading = find_heading(HEADINGS, fragment)
    assert heading
    assert heading.line == line


@pytest.mark.parametrize("fragment", ["", "cold", "-", "units"])
def test_a_name_that_no_heading_has_finds_none(fragment: str) -> None:
    assert find_heading(HEADINGS, fragment) is None


@given(st.lists(st.text()), st.text())
def test_any_name_is_looked_for_among_any_headings(texts: list[str], fragment: str) -> None:
    headings = [Heading(line, 2, text) for line, text in enumerate(texts)]
    assert find_heading(headings, fragment) in [None, *headings]


def test_code_is_given_as_it_was_written_without_its_fence() -> None:
    source = "Text\n\n```python\ndef f():\n\treturn `1`\n\n```\n\n- item\n  ```\n  plain\n  ```\n\n    indented\n"
    assert code_blocks(source) == [CodeBlock("python", "def f():\n\treturn `1`"), CodeBlock("", "plain")]
    assert code_blocks("text\n\n    indented\n      more\n") == [CodeBlock("", "indented\n  more")]


def test_code_has_no_control_characters() -> None:
    assert code_blocks("```\nrm \x1b[2J\n```")[0].code == "rm ␛[2J"


def test_a_text_that_is_too_much_for_the_parser_has_no_code_of_its_own() -> None:
    assert code_blocks("> " * 200 + "```\nx\n```") == []


@given(st.text("aé日́🙂 ") | st.text().map(clean).map(one_line), st.integers(-1, 30))
def test_every_cell_of_a_line_has_the_character_that_shows_there(text: str, cell: int) -> None:
    before = text[: index_at(text, cell)]
    assert width_of(before) <= max(cell, 0)
    assert between_cells(text, 0, 10_000) == text
