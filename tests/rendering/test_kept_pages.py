"""Pages that are kept."""

from tests.rendering.samples import article
from tui.rendering.kept_pages import LETTERS_AHEAD, LINES, LINES_AHEAD, PAGES, KeptPages, Wanted
from tui.rendering.page import Page
from tui.rendering.styles import PageStyles

PLAIN = PageStyles.plain()


def lay_out(kept: KeptPages, text: str, width: int = 40, styles: PageStyles = PLAIN, **fields: object) -> Page:
    return kept.page(wanted(text, width, styles, **fields))


def wanted(text: str, width: int = 40, styles: PageStyles = PLAIN, **fields: object) -> Wanted:
    return Wanted(article(text, **fields), width, styles, "Art")


def test_a_page_that_was_shown_last_is_not_laid_out_again() -> None:
    kept = KeptPages()
    first, second = lay_out(kept, "One.", key="a"), lay_out(kept, "Two.", key="b")
    assert lay_out(kept, "One.", key="a") is first
    assert lay_out(kept, "Two.", key="b") is second


def test_another_width_style_spelling_or_text_is_another_page() -> None:
    kept = KeptPages()
    page = lay_out(kept, "One.")
    words = wanted("One.")
    assert lay_out(kept, "One.", width=41) is not page
    assert lay_out(kept, "One.", styles=PageStyles.ansi()) is not page
    assert kept.page(words._replace(subject="Arts")) is not page
    assert kept.page(words._replace(also_in=("Music",))) is not page
    assert kept.page(words._replace(formulas_as_source=True)) is not page
    assert kept.page(words) is page
    changed = lay_out(kept, "Two.")
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


def test_a_page_that_was_laid_out_ahead_is_given_as_it_is() -> None:
    kept, next_one = KeptPages(), wanted("Next.", key="next")
    page = next_one.lay_out()
    kept.keep_ahead([(next_one, page)])
    assert lay_out(kept, "Next.", width=41, key="next") is not page
    assert lay_out(kept, "Next.", key="next") is page
    kept.keep_ahead([])
    assert lay_out(kept, "Next.", key="next") is page


def test_a_page_that_was_laid_out_ahead_of_a_change_is_not_given() -> None:
    kept, next_one = KeptPages(), wanted("Before.", key="next")
    kept.keep_ahead([(next_one, next_one.lay_out())])
    changed = lay_out(kept, "After.", key="next")
    assert "After." in [changed.text_of(line) for line in range(len(changed.lines))]


def test_pages_that_were_laid_out_ahead_give_way_to_the_next_ones() -> None:
    kept, next_one = KeptPages(), wanted("Next.", key="next")
    page = next_one.lay_out()
    kept.keep_ahead([(next_one, page)])
    kept.keep_ahead([])
    assert lay_out(kept, "Next.", key="next") is not page


def test_long_pages_are_not_kept_ahead_though_shorter_ones_are() -> None:
    kept = KeptPages()
    long, short = wanted("a\n" * LINES_AHEAD, key="long"), wanted("One.", key="short")
    pages = [one.lay_out() for one in (long, short)]
    kept.keep_ahead(zip((long, short), pages, strict=True))
    assert kept.page(short) is pages[1]
    assert kept.page(long) is not pages[0]


def test_what_is_kept_or_takes_long_is_not_laid_out_ahead() -> None:
    kept = KeptPages()
    known, new, long = wanted("a", key="known"), wanted("b", key="new"), wanted("a" * (LETTERS_AHEAD + 1))
    kept.page(known)
    assert kept.to_lay_out([known, new, long]) == [new]
    changed = wanted("changed", key="known")
    assert kept.to_lay_out([changed]) == [changed]
