"""Pages that are kept."""

from dataclasses import replace

from tests.rendering.samples import article
from tui.rendering.kept_pages import LINES, PAGES, KeptPages
from tui.rendering.page import Page
from tui.rendering.styles import PageStyles

PLAIN = PageStyles.plain()


def lay_out(kept: KeptPages, text: str, width: int = 40, styles: PageStyles = PLAIN, **fields: object) -> Page:
    return kept.page(article(text, **fields), width, styles, subject="Art")


def test_a_page_that_was_shown_last_is_not_laid_out_again() -> None:
    kept = KeptPages()
    first, second = lay_out(kept, "One.", key="a"), lay_out(kept, "Two.", key="b")
    assert lay_out(kept, "One.", key="a") is first
    assert lay_out(kept, "Two.", key="b") is second


def test_another_width_style_spelling_or_text_is_another_page() -> None:
    kept = KeptPages()
    page = lay_out(kept, "One.")
    words = article("One.")
    assert lay_out(kept, "One.", width=41) is not page
    assert lay_out(kept, "One.", styles=PageStyles.ansi()) is not page
    assert kept.page(words, 40, PLAIN, subject="Arts") is not page
    assert kept.page(words, 40, PLAIN, subject="Art", also_in=["Music"]) is not page
    assert kept.page(words, 40, PLAIN, subject="Art", formulas_as_source=True) is not page
    changed = kept.page(replace(words, answer="Two."), 40, PLAIN, subject="Art")
    assert "Two." in [changed.text_of(line) for line in range(len(changed.lines))]


def test_only_the_last_pages_are_kept() -> None:
    kept = KeptPages()
    pages = [lay_out(kept, "One.", key=str(number)) for number in range(PAGES + 1)]
    assert lay_out(kept, "One.", key="1") is pages[1]
    assert lay_out(kept, "One.", key="0") is not pages[0]


def test_long_pages_are_not_kept_beside_others() -> None:
    kept = KeptPages()
    short = lay_out(kept, "One.", key="short")
    long = lay_out(kept, "a\n" * LINES, key="long")
    assert lay_out(kept, "a\n" * LINES, key="long") is long
    assert lay_out(kept, "One.", key="short") is not short
