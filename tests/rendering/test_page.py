"""What stands around the text, and finding places again."""

import datetime

import pytest

from tests.rendering.samples import article, full_article, page
from tui.rendering.page import Page, render_page
from tui.rendering.styles import PageStyles

PLAIN = PageStyles.plain()


def text_of(result: Page) -> list[str]:
    return [result.text_of(number) for number in range(len(result.lines))]


def test_a_page_has_title_origin_text_and_keywords() -> None:
    assert text_of(render_page(full_article(), 80, PLAIN, also_in=["Physics", "Art"])) == [
        "What is tin used for?",
        "Chemistry · Posted on Dec 11, 2024 · A. Smith · 1 minute · also in Physics, Art",
        "",
        "Tin is a soft metal.",
        "",
        "Uses",
        "Solder, and cans.",
        "",
        "Keywords  tin · solder",
    ]


def test_the_origin_is_broken_at_its_dots() -> None:
    assert text_of(render_page(full_article(), 26, PLAIN))[1:4] == [
        "Chemistry",
        "Posted on Dec 11, 2024",
        "A. Smith · 1 minute",
    ]


def test_what_is_not_known_is_left_out() -> None:
    assert text_of(page("A text.")) == ["1 minute", "", "A text."]


def test_the_subject_shows_in_the_spelling_of_the_library() -> None:
    result = render_page(full_article(), 80, PLAIN, subject="CHEMISTRY")
    assert text_of(result)[1].startswith("CHEMISTRY · Posted")


def test_a_date_without_a_format_shows_in_the_usual_one() -> None:
    result = page("A text.", date=datetime.date(2024, 2, 3), post_on_text="")
    assert text_of(result)[0] == "Feb 3, 2024 · 1 minute"


def test_minutes_are_counted_from_the_words() -> None:
    assert text_of(page("word " * 500))[0] == "2 minutes"


def test_keywords_hang_under_each_other() -> None:
    result = page("A text.", 40, keywords=("alpha beta", "gamma delta", "epsilon"))
    assert text_of(result)[-2:] == ["Keywords  alpha beta · gamma delta", "          epsilon"]


def test_titles_are_plain_text() -> None:
    title = "What do `a*b*c` and [/b] mean?"
    assert text_of(page("A text.", title=title))[0] == title


@pytest.mark.parametrize("text", ["", " \n", "&nbsp;", "\xa0", "&nbsp;\n\n&nbsp;"])
def test_an_article_without_text_says_so(text: str) -> None:
    result = page(text, title="T")
    assert text_of(result) == ["T", "", "This article has no text."]


def test_the_body_shows_when_there_is_no_answer() -> None:
    assert text_of(page("", body="The *body*."))[-1] == "The body."


def test_plain_pages_have_no_colours_and_no_attributes() -> None:
    result = render_page(full_article(), 80, PLAIN)
    assert {str(segment.style) for line in result.lines for segment in line if segment.style} <= {"none"}


def test_a_width_below_one_counts_as_one() -> None:
    assert page("ab", 0).width == 1
    assert page("ab", -5).lines == page("ab", 1).lines


def test_the_line_that_was_read_is_found_at_another_width() -> None:
    text = "\n\n".join(f"Paragraph {number} of many words that wrap." for number in range(30))
    narrow, wide = page(text, 20), page(text, 100)
    line = next(number for number in range(len(narrow.lines)) if "Paragraph 17" in narrow.text_of(number))
    assert "Paragraph 17" in wide.text_of(wide.line_at(narrow.position_of(line)))
    assert narrow.line_at(wide.position_of(wide.line_at(narrow.position_of(line)))) == line


def test_a_blank_line_has_the_place_of_the_next_words() -> None:
    result = page("one\n\ntwo")
    blank = text_of(result).index("two") - 1
    assert result.text_of(result.line_at(result.position_of(blank))) == "two"


def test_places_outside_a_page_are_its_ends() -> None:
    result = page("one\n\ntwo")
    assert result.position_of(99) == result.position_of(len(result.lines) - 1)
    assert result.position_of(-3) == 0
    assert result.line_at(10**9) == len(result.lines) - 1
    assert result.line_at(-1) == 0


def test_an_article_with_nothing_at_all_is_still_a_page() -> None:
    assert text_of(render_page(article(), 40, PLAIN)) == ["This article has no text."]
