"""The beginning of an article: its whole title and the first lines of its text."""

from rich.segment import Segment

from loaders.article import Article
from tui.rendering.anchors import find_heading
from tui.rendering.markdown import markdown_lines
from tui.rendering.page import NO_TEXT, Page, page_of
from tui.rendering.sideways import Sideways
from tui.rendering.styles import PageStyles
from tui.rendering.surroundings import title_lines


def render_opening(article: Article, width: int, height: int, styles: PageStyles) -> list[list[Segment]]:
    """Give at most `height` lines: the title, then the text from its beginning."""
    lines = title_lines(article, width, styles)[:height]
    if len(lines) < height:
        lines += markdown_lines(_beginning(article.text, width * height), width, styles)
    page = page_of(lines[:height], width)
    return [_shown(page, number, styles) for number in range(len(page.lines))]


def render_first_words(
    article: Article, width: int, height: int, styles: PageStyles, fragment: str = ""
) -> list[list[Segment]]:
    """Give at most `height` lines of the text alone, from its beginning or from the heading that is named."""
    source = article.text if fragment else _beginning(article.text, width * height)
    lines = markdown_lines(source, width, styles, title=article.title)
    page = page_of(lines, width)
    heading = find_heading(page.headings, fragment)
    first = heading.line if heading else 0
    shown = [_shown(page, number, styles) for number in range(len(page.lines))[first : first + height]]
    while shown and not shown[-1]:
        shown.pop()
    return shown or [[Segment(NO_TEXT, styles.text + styles.notice)]]


def _shown(page: Page, line: int, styles: PageStyles) -> list[Segment]:
    return list(Sideways().shown(page, line, page.lines[line], styles.more))


def _beginning(text: str, characters: int) -> str:
    """Cut a text after the paragraph that passes so many characters, or at thrice as many within a paragraph."""
    end = text.find("\n\n", characters, 3 * characters)
    return text[: 3 * characters] if end < 0 else text[:end]
