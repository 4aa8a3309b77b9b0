"""The beginning of an article: its whole title and the first lines of its text."""

from rich.segment import Segment

from loaders.article import Article
from tui.rendering.markdown import markdown_lines
from tui.rendering.page import page_of
from tui.rendering.sideways import Sideways
from tui.rendering.styles import PageStyles
from tui.rendering.surroundings import title_lines


def render_opening(article: Article, width: int, height: int, styles: PageStyles) -> list[list[Segment]]:
    """Give at most `height` lines: the title, then the text from its beginning."""
    lines = title_lines(article, width, styles)[:height]
    if len(lines) < height:
        lines += markdown_lines(_beginning(article.text, width * height), width, styles)
    page = page_of(lines[:height], width)
    return [list(Sideways().shown(page, number, line, styles.more)) for number, line in enumerate(page.lines)]


def _beginning(text: str, characters: int) -> str:
    """Cut a text after the paragraph that passes so many characters, or at thrice as many within a paragraph."""
    end = text.find("\n\n", characters, 3 * characters)
    return text[: 3 * characters] if end < 0 else text[:end]
