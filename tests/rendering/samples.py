"""Articles made on the spot, and pages read back as text."""

import datetime

from loaders.article import Article
from tui.rendering.page import Page, render_page
from tui.rendering.styles import PageStyles


def article(text: str = "", **fields: object) -> Article:
    """Make an article with a text; without a title or anything else around it unless `fields` say so."""
    known: dict[str, object] = {
        "key": "k",
        "path": "k.md",
        "slug": "k",
        "subject_key": "",
        "subject": "",
        "title": "",
        "answer": text,
    }
    return Article(**{**known, **fields})  # type: ignore[arg-type] # fields of all types, by name


def page(
    text: str,
    width: int = 60,
    styles: PageStyles | None = None,
    *,
    formulas_as_source: bool = False,
    **fields: object,
) -> Page:
    """Lay out an article with a text and as much around it as `fields` say."""
    return render_page(
        article(text, **fields), width, styles or PageStyles.plain(), formulas_as_source=formulas_as_source
    )


def shown_lines(text: str, width: int = 60, *, formulas_as_source: bool = False) -> list[str]:
    """Give the lines that a reader sees of a text alone, without the line of its minutes."""
    result = page(text, width, formulas_as_source=formulas_as_source)
    lines = [result.text_of(number) for number in range(len(result.lines))]
    return lines[lines.index("") + 1 :] if "" in lines else lines


def shown(text: str, width: int = 60, *, formulas_as_source: bool = False) -> str:
    """Give the lines that a reader sees of a text alone, joined by newlines."""
    return "\n".join(shown_lines(text, width, formulas_as_source=formulas_as_source))


def full_article() -> Article:
    """Make an article that has everything around its text."""
    return article(
        "Tin is a **soft** metal.\n\n### Uses\nSolder, and cans.",
        title="What is tin used for?",
        subject="Chemistry",
        date=datetime.date(2024, 12, 11),
        date_format="MMM DD, YYYY",
        post_on_text="Posted on",
        author="A. Smith",
        keywords=("tin", "solder"),
    )
