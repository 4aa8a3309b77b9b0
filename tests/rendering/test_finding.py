"""What words find on a page."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style

from loaders.parse import parse_article
from tests.rendering.samples import page
from tests.rendering.test_properties import documents, widths
from tui.places import sample_library
from tui.rendering.finding import Range, find_literal, fold, literal
from tui.rendering.matches import Matches, marked
from tui.rendering.page import Page, render_page
from tui.rendering.shown_text import ShownText
from tui.rendering.styles import PageStyles

TELLING = "aAbBeEéÉsSßẞiİıſﬁ²2₂x\u0301\u0308\u200d\ufe0f ’'‘−-–\nΣςσ각가ᄀ"
telling_text = st.text(TELLING, max_size=40)
telling_words = st.text(TELLING.replace("\n", ""), min_size=1, max_size=4)


def found(words: str, text: str) -> list[str]:
    return [text[start:end] for start, end in find_literal(words, text)]


def matches(result: Page, words: str) -> Matches:
    return Matches(ShownText(result), literal(words).finder)


def on_page(result: Page, words: str) -> list[list[str]]:
    """The characters of the page that are marked, for each match a list with one text a line."""
    everything = matches(result, words)
    return [
        ["".join(segment.text for segment in result.lines[span.line])[span.start : span.end] for span in spans]
        for spans in map(everything.spans, range(len(everything)))
    ]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("tin", "Tin and TINSEL", ["Tin", "TIN"]),
        ("cafe", "café CAFÉ cafe\u0301", ["café", "CAFÉ", "cafe\u0301"]),
        ("CAFÉ", "a cafe", ["cafe"]),
        ("strasse", "Straße", ["Straße"]),
        ("s", "ß", []),
        ("Straße", "STRASSE", ["STRASSE"]),
        ("x²", "x² and x2", ["x²"]),
        ("x2", "x² and x2 and x₂", ["x²", "x2", "x₂"]),
        ("h2o", "H₂O", ["H₂O"]),
        ("euler's", "Euler’s", ["Euler’s"]),
        ("Euler’s", "euler's", ["euler's"]),
        ("x - 1", "x − 1", ["x − 1"]),
        ("aa", "aaaaa", ["aa", "aa"]),
        ("가", "각 가", ["가"]),
        ("", "anything", []),
        ("\u0301", "e\u0301", []),
        (".*", "a.*b", [".*"]),
    ],
)
def test_case_and_accents_do_not_matter_and_signs_only_when_typed(
    words: str, text: str, expected: list[str]
) -> None:
    assert found(words, text) == expected


@given(telling_words | st.text(min_size=1, max_size=3), telling_text | st.text())
@settings(max_examples=500, deadline=None)
def test_all_that_is_found_is_what_was_typed(words: str, text: str) -> None:
    places = find_literal(words, text)
    exact = fold(words, "NFD") != fold(words, "NFKD")
    for start, end in places:
        assert fold(text[start:end], "NFKD") == fold(words, "NFKD")
        assert not exact or fold(text[start:end], "NFD") == fold(words, "NFD")
    assert all(end <= following for (_, end), (following, _) in pairwise(places))


@given(telling_words, telling_text)
@settings(max_examples=500, deadline=None)
def test_nothing_is_missed(words: str, text: str) -> None:
    """Every stretch of characters that reads like the words overlaps a place that was found."""
    form = "NFD" if fold(words, "NFD") != fold(words, "NFKD") else "NFKD"
    wanted = fold(words, form)  # type: ignore[arg-type] # one of the two
    places = find_literal(words, text)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            alike = wanted and fold(text[start:end], form) == wanted  # type: ignore[arg-type] # likewise
            assert not alike or any(first < end and start < last for first, last in places)


@given(st.text("ab\u0301é ", max_size=30), st.text("ab", min_size=1, max_size=3))
def test_an_accent_belongs_to_its_letter(text: str, words: str) -> None:
    for _, end in find_literal(words, text):
        assert end == len(text) or not unicodedata.combining(text[end])


def test_words_are_found_over_the_ends_of_lines_and_of_emphasis() -> None:
    result = page("The **quick** brown *fox jumps* over the lazy dog.", 10)
    assert on_page(result, "quick brown fox") == [["quick", "brown fox"]]
    assert on_page(result, "jumps over") == [["jumps over"]]


def test_a_word_that_is_cut_or_broken_after_a_dash_is_found_whole() -> None:
    assert on_page(page("Donaudampfschifffahrt", 8), "dampfschiff") == [["dam", "pfschiff"]]
    assert on_page(page("a well-known story", 8), "well-known") == [["well-", "known"]]
    assert on_page(page("図書館は静かです", 8), "書館は静か") == [["書館は", "静か"]]


def test_words_in_cells_are_found_over_the_lines_of_the_cell() -> None:
    table = "| name | what it is |\n|---|---|\n| a long name here | some words that go on over lines |\n| b | c |"
    result = page(table, 24)
    assert len(on_page(result, "long name here")[0]) > 1
    assert len(on_page(result, "words that go on over lines")[0]) > 1
    assert on_page(result, "here some") == []


def test_bars_and_indents_are_no_part_of_the_text_but_numbers_are() -> None:
    result = page("> one two three four five\n\n10. six seven eight nine ten", 16)
    assert "".join(on_page(result, "two three four five")[0]).replace(" ", "") == "twothreefourfive"
    assert (
        "".join(on_page(result, "10. six seven eight nine ten")[0]).replace(" ", "") == "10.sixseveneightnineten"
    )
    assert on_page(result, "▎") == []


def test_code_is_found_line_by_line_as_it_stands() -> None:
    result = page("```python\ndef f(x):\n    return x ** 2\n```")
    assert on_page(result, "    return x ** 2") == [["    return x ** 2"]]
    assert on_page(result, "return x ^ 2") == []


def test_a_stacked_formula_is_found_by_what_its_rows_show_and_by_how_it_reads_on_one_line() -> None:
    result = page("Before a/b.\n\n$$y = \\frac{a^2 + 1}{b} + \\frac{a}{b}$$\n\nAfter.", 60)
    assert on_page(result, "a² + 1") == [["a² + 1"]]
    assert on_page(result, "b") == [["B"], ["b"], ["b"], ["b"]]
    whole = ["     a² + 1     a", "y = ──────── + ───", "       b        b"]
    assert on_page(result, "(a^2 + 1)/b") == []
    assert on_page(result, "(a2 + 1)/b") == [whole]
    assert on_page(result, "a/b") == [["a/b"], whole]
    assert on_page(result, "after") == [["After"]]


def test_a_stacked_formula_in_a_quote_or_a_list_is_marked_without_the_bar() -> None:
    assert on_page(page("> - $$\\frac{a}{b}$$"), "a/b") == [[" a", "───", " b"]]


def test_the_title_and_the_keywords_are_found() -> None:
    result = page("Tin.", 60, title="What is tin?", keywords=("tin", "solder"))
    assert on_page(result, "tin") == [["tin"], ["Tin"], ["tin"]]
    narrow = page("Tin.", 20, keywords=("tin", "solder", "soft metals"))
    assert on_page(narrow, "tin · solder · soft metals")


def test_paragraphs_and_lines_that_the_author_began_are_apart() -> None:
    assert on_page(page("one\n\ntwo\nthree"), "one two") == []
    assert on_page(page("one\n\ntwo\nthree"), "two three") == []


@given(documents, widths, st.data())
@settings(max_examples=200, deadline=None)
def test_what_shows_is_found_where_it_shows(text: str, width: int, data: st.DataObject) -> None:
    result = page(text, width, title="What is tin?")
    shown = ShownText(result)
    start = data.draw(st.integers(0, max(0, len(shown.text) - 1)))
    words = shown.text[start : start + data.draw(st.integers(1, 30))].split("\n")[0]
    if not words.strip():
        return
    everything = Matches(shown, literal(words).finder)
    assert any(first < start + len(words) and start < last for first, last in everything.ranges)
    for number, (first, last) in enumerate(everything.ranges):
        spans = everything.spans(number)
        marked_text = "".join(result.text_of(span.line)[span.start : span.end] for span in spans)
        assert "".join(marked_text.split()) == "".join(shown.text[first:last].split())
        for span in spans:
            assert (number, span) in list(everything.on_line(span.line))


@given(st.lists(st.text("abc é-", min_size=1, max_size=12), min_size=1, max_size=6), widths, widths)
@settings(max_examples=150, deadline=None)
def test_paragraphs_read_the_same_at_every_width(paragraphs: list[str], width: int, other: int) -> None:
    source = "\n\n".join(f"x{paragraph.strip(' -')}x" for paragraph in paragraphs)
    assert ShownText(page(source, width)).text == ShownText(page(source, other)).text


@given(st.lists(st.tuples(st.integers(-9, 70), st.integers(-9, 200)), max_size=10))
def test_any_finder_will_do(ranges: list[Range]) -> None:
    result = page("word " * 10, 20)
    everything = Matches(ShownText(result), lambda _: ranges)
    for number in range(len(everything)):
        assert everything.spans(number)


@given(st.lists(st.text("ab ", max_size=5), max_size=6), st.lists(st.integers(0, 30), max_size=8, unique=True))
def test_marks_change_no_character_of_a_line(texts: list[str], places: list[int]) -> None:
    bold = Style(bold=True)
    ends = sorted(places)
    marks = [(start, end, bold) for start, end in zip(ends[::2], ends[1::2], strict=False)]
    segments = marked([Segment(text, Style(italic=True)) for text in texts], marks)
    assert "".join(segment.text for segment in segments) == "".join(texts)
    offset = 0
    for segment in segments:
        assert segment.style
        assert segment.style.italic
        inside = any(start <= offset < end for start, end, _ in marks)
        assert not segment.text or bool(segment.style.bold) == inside
        offset += len(segment.text)


@pytest.mark.parametrize("width", [30, 80])
def test_words_of_the_sample_library_are_found_wherever_they_wrap(width: int) -> None:
    sample = sorted(sample_library().rglob("*.md"))
    looked_for = 0
    for file in sample[::4]:
        article = parse_article(file.name, file.read_bytes()).article
        assert article
        unwrapped = ShownText(render_page(article, 2000, PageStyles.plain())).text
        shown = ShownText(render_page(article, width, PageStyles.plain()))
        prose = [line for line in unwrapped.split("\n") if len(line) > 2 * width]
        for line in prose[::2]:
            words = line[len(line) // 3 :][: width + 10].strip()
            looked_for += 1
            assert len(Matches(shown, literal(words).finder)) == unwrapped.count(words), (file, words)
    assert looked_for > 50
