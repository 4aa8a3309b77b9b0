"""Sentences, emphasis and what looks like Markdown but is none."""

import pytest

from tests.rendering.samples import page, shown, shown_lines
from tui.rendering.page import PageLink
from tui.rendering.styles import PageStyles

ANSI = PageStyles.ansi()


def style_of(text: str, words: str) -> str:
    result = page(text, 80, ANSI)
    styles = [
        segment.style for line in result.lines for segment in line if words in segment.text and segment.style
    ]
    assert styles, f"{words!r} does not show in one piece"
    return str(styles[0])


def test_lines_are_broken_between_words() -> None:
    assert shown_lines("one two three four", 9) == ["one two", "three", "four"]


def test_a_word_wider_than_the_page_is_broken() -> None:
    assert shown_lines("an abcdefghijklm x", 6) == ["an", "abcdef", "ghijkl", "m x"]


def test_a_long_compound_is_broken_after_its_hyphen() -> None:
    assert shown_lines("the problem-solving mind", 14) == ["the problem-", "solving mind"]


def test_a_short_prefix_keeps_its_word() -> None:
    assert shown_lines("all of NP-complete", 12) == ["all of", "NP-complete"]


def test_words_joined_by_a_no_break_space_stay_together() -> None:
    assert shown_lines("about 5\xa0km away", 9) == ["about", "5\xa0km away"]


def test_wide_characters_take_two_cells() -> None:
    assert shown_lines("漢字漢字漢字", 5) == ["漢字", "漢字", "漢字"]


def test_no_line_begins_with_a_closing_sign_of_chinese() -> None:
    assert shown_lines("漢字。漢字", 4) == ["漢", "字。", "漢字"]


def test_an_accent_stays_on_its_letter() -> None:
    assert shown_lines("e\u0301" * 5, 2) == ["e\u0301" * 2, "e\u0301" * 2, "e\u0301"]


def test_soft_hyphens_do_not_show() -> None:
    assert shown("electro\xadlyte") == "electrolyte"


def test_blanks_in_a_row_show_as_one() -> None:
    assert shown("one  two \t three") == "one two three"


def test_a_single_newline_is_a_line_break() -> None:
    assert shown("Anora\nConclave") == "Anora\nConclave"


def test_paragraphs_stand_apart_by_one_blank_line() -> None:
    assert shown("one\n\n\n\ntwo") == "one\n\ntwo"


def test_emphasis_has_a_style_instead_of_signs() -> None:
    text = "a **strong** *light* ~~gone~~ `code` word"
    assert shown(text) == "a strong light gone code word"
    assert style_of(text, "strong") == "bold"
    assert style_of(text, "light") == "italic"
    assert style_of(text, "gone") == "strike"
    assert style_of(text, "code") == "yellow"


def test_emphases_add_up() -> None:
    assert style_of("**bold _both_**", "both") == "bold italic"
    assert style_of("**bold `code`**", "code") == "bold yellow"


def test_strong_words_within_a_word_are_strong() -> None:
    assert style_of("**Note**that", "Note") == "bold"


@pytest.mark.parametrize(
    "text",
    [
        "Sagittarius A* is one; B* another",
        "ADH1B*47His and ADH1B*48His",
        "2**3 is 8 and 2**4 is 16",
        "a * b * c",
        "snake_case_name",
        "[/] and [b]bold[/b] and [^/]+[/",
        "<b>bold</b> & <hr>",
        "www.example.com and M.Sc and Draw.io",
        "(c) -- ... 'quotes'",
    ],
)
def test_signs_that_are_no_markdown_stay_in_the_text(text: str) -> None:
    assert shown(text) == text


def test_a_stray_asterisk_stays_in_the_text() -> None:
    assert shown("the A* search, and *this*") == "the A* search, and this"


def test_blocks_of_html_show_as_they_were_written() -> None:
    assert shown("<div>\ntext\n</div>") == "<div>\ntext\n</div>"


def test_entities_show_as_the_characters_they_name() -> None:
    assert shown("fish &amp; chips &euro;5") == "fish & chips €5"


def test_unsafe_characters_made_by_entities_show_as_signs() -> None:
    assert shown("a&#x202e;b&#8203;c") == "a<U+202E>b<U+200B>c"


def test_a_link_shows_its_words_and_keeps_its_target() -> None:
    result = page("see [the **whole** site](https://example.com/a) now", 80)
    line = next(number for number in range(len(result.lines)) if "site" in result.text_of(number))
    assert result.text_of(line) == "see the whole site now"
    cells = {(link.line, link.url) for link in result.links}
    assert cells == {(line, "https://example.com/a")}
    assert [(link.start, link.end) for link in result.links] == [(4, 8), (8, 13), (13, 18)]


def test_a_link_over_two_lines_is_found_on_both() -> None:
    result = page("- [alpha beta](https://example.com)", 10)
    assert [result.text_of(link.line)[link.start : link.end] for link in result.links] == ["alpha", "beta"]
    assert isinstance(result.links[0], PageLink)


def test_links_in_tables_are_found_where_they_stand() -> None:
    result = page("| a | b |\n|---|--:|\n| x | [word](u) |\n| y | much longer |", 40)
    (link,) = result.links
    assert result.text_of(link.line)[link.start : link.end] == "word"


def test_an_unsafe_target_is_no_link() -> None:
    assert page("[x](javascript:alert)").links == ()


def test_an_image_shows_its_description() -> None:
    assert shown("![a **red** fox](fox.png)") == "[image: a red fox]"
    assert shown("![](fox.png)") == "[image]"
