"""What holds for every text and every width."""

import unicodedata
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from loaders.clean import clean
from tests.rendering.samples import article, page
from tui.rendering.blocks import lay_out
from tui.rendering.lines import Piece
from tui.rendering.markdown import markdown_lines
from tui.rendering.page import Page, render_page
from tui.rendering.parser import TooDeepError, parse
from tui.rendering.styles import PageStyles
from tui.rendering.wrapping import wrap

SIGNS = "\n\n\n  \t-*_`~#>|+:.=1290()[]!<>&;$\\^{}\"'x"
END = "Ω"

widths = st.integers(min_value=1, max_value=200)
any_text = st.text(st.characters())
words = st.lists(st.text("abcdefghij0123456789", min_size=1, max_size=12), min_size=1, max_size=12).map(" ".join)
blocks = st.one_of(
    words,
    words.map("- {}".format),
    words.map("  - {}".format),
    words.map("3. {}".format),
    words.map("> {}".format),
    words.map("### {}\n".format),
    words.map("    {}".format),
    words.map("```\n{}\n```".format),
    words.map("| {} | b |\n|---|:-:|\n| c | d |".format),
    words.map("| a | b | c |\n|---|--:|---|\n| a | {0} | d |\n| `a|b` | $|x|$ | {0} | e".format),
    words.map("**{}**".format),
    words.map("a `{}` b".format),
    words.map("[{}](https://example.com/)".format),
    words.map("$ {} $".format),
    words.map("$$\n{}\n$$".format),
    st.text(SIGNS, max_size=30),
)
documents = st.lists(blocks, max_size=8).map("\n".join) | st.lists(blocks, max_size=8).map("\n\n".join)


def readable(result: Page) -> str:
    return "".join("".join(segment.text for segment in line) for line in result.lines)


def without_blanks(text: str) -> str:
    return "".join(text.split())


@given(any_text | documents | st.text(SIGNS), widths)
@settings(max_examples=300, deadline=None)
def test_every_text_shows_at_every_width_and_only_code_is_wider(text: str, width: int) -> None:
    result = page(text, width, PageStyles.ansi(), title=text, author=text, keywords=(text, text))
    # A character of two cells cannot be cut.
    widest = max(width, 2)
    for number, line in enumerate(result.lines):
        assert "\n" not in "".join(segment.text for segment in line)
        cells = sum(cell_len(segment.text) for segment in line)
        assert cells <= widest or result.wide_block_at(number)
    assert all(0 <= link.start <= link.end <= widest for link in result.links)


@given(any_text, widths)
@settings(max_examples=150, deadline=None)
def test_nothing_on_a_page_can_steer_the_terminal(text: str, width: int) -> None:
    entities = "".join(f"&#{ord(character)}; " for character in text)
    source = f"{text}\n\n{entities}\n\n```\n{text}\n```\n\n[a](b '{text}')"
    shown = readable(page(source, width, title=text, author=text))
    assert clean(shown) == shown
    assert not [character for character in shown if unicodedata.category(character) == "Cc"]


@given(st.lists(words, min_size=1, max_size=8), widths)
@settings(max_examples=150, deadline=None)
def test_all_words_of_paragraphs_show_in_order(paragraphs: list[str], width: int) -> None:
    shown = readable(page("\n\n".join(paragraphs), width))
    assert without_blanks("".join(paragraphs)) in without_blanks(shown)


@given(st.lists(words, min_size=1, max_size=10), st.integers(1, 6), widths)
@settings(max_examples=150, deadline=None)
def test_tables_keep_all_words_at_every_width(cells: list[str], columns: int, width: int) -> None:
    rows = [cells[start : start + columns] for start in range(0, len(cells), columns)]
    table = ["|" + "h|" * columns, "|" + "-|" * columns, *("|" + "|".join(row) + "|" for row in rows)]
    shown = Counter(readable(page("\n".join(table), width)))
    assert not Counter("".join(cells).replace(" ", "")) - shown


@given(st.lists(words, min_size=1, max_size=6), widths, widths)
@settings(max_examples=150, deadline=None)
def test_a_position_finds_the_same_letter_at_every_width(texts: list[str], width: int, other: int) -> None:
    text = "\n\n".join(texts)
    here, there = page(text, width), page(text, other)
    for number in range(len(here.lines)):
        letters = without_blanks(here.text_of(number))
        if letters:
            position = here.position_of(number)
            line = there.line_at(position)
            offset = position - there.position_of(line)
            assert without_blanks(there.text_of(line))[offset] == letters[0]


@given(documents, widths, widths)
@settings(max_examples=300, deadline=None)
def test_the_place_after_any_document_is_the_same_at_every_width(text: str, width: int, other: int) -> None:
    places = []
    for result in (page(f"{text}\n\n{END}", width), page(f"{text}\n\n{END}", other)):
        assert list(result.positions) == sorted(result.positions)
        last = max(number for number in range(len(result.lines)) if END in result.text_of(number))
        places.append(result.position_of(last))
        assert result.line_at(result.position_of(last)) == last
    assert places[0] == places[1]


@given(st.lists(any_text, max_size=5), widths)
@settings(max_examples=300, deadline=None)
def test_wrapping_loses_nothing_but_blanks(texts: list[str], width: int) -> None:
    pieces = [Piece(text.replace("\n", " "), PageStyles.plain().text) for text in texts]
    lines = wrap(pieces, width)
    before = "".join(piece.text for piece in pieces)
    after = "".join(segment.text for line in lines for segment in line.segments)
    assert after.replace(" ", "") == before.replace(" ", "")
    assert sum(line.letters for line in lines) == sum(len(without_blanks(piece.text)) for piece in pieces)


@given(any_text, widths)
@settings(max_examples=50, deadline=None)
def test_a_page_is_the_same_whenever_it_is_made(text: str, width: int) -> None:
    first = render_page(article(text), width, PageStyles.ansi())
    again = render_page(article(text), width, PageStyles.ansi())
    assert first.lines == again.lines
    assert first.positions == again.positions


@given(documents | st.text(SIGNS), widths)
@settings(max_examples=200, deadline=None)
def test_only_too_much_nesting_makes_a_text_show_as_it_was_written(text: str, width: int) -> None:
    try:
        nodes = parse(text)
    except TooDeepError:
        return
    assert lay_out(nodes, width, PageStyles.ansi()) == markdown_lines(text, width, PageStyles.ansi())
