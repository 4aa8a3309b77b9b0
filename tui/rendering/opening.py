"""The beginning of an article: its whole title and the first lines of its text."""

from rich.cells import cell_len
from rich.segment import Segment

from loaders.article import Article
from tui.rendering.anchors import find_heading
from tui.rendering.markdown import markdown_lines
from tui.rendering.page import NO_TEXT, Page, page_of
from tui.rendering.sideways import Sideways
from tui.rendering.styles import PageStyles
from tui.rendering.surroundings import title_lines

_GOES_ON = " …"


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
    """Give at most `height` lines of the text alone, from its beginning or from the heading that is named.

    Where the text goes on, the last line ends with an ellipsis.
    """
    # A heading that repeats the title does not show, and takes none of the room.
    source = article.text if fragment else _beginning(article.text, width * height + 2 * len(article.title))
    lines = markdown_lines(source, width, styles, title=article.title)
    page = page_of(lines, width)
    heading = find_heading(page.headings, fragment)
    first = heading.line if heading else 0
    shown = [_shown(page, number, styles) for number in range(len(page.lines))[first : first + height]]
    while shown and not shown[-1]:
        shown.pop()
    if shown and (len(page.lines) > first + height or len(source) < len(article.text.rstrip())):
        shown[-1] = _going_on(shown[-1], width, styles)
    return shown or [[Segment(NO_TEXT, styles.text + styles.notice)]]


def _going_on(line: list[Segment], width: int, styles: PageStyles) -> list[Segment]:
    """Put an ellipsis after a line, in the place of its last words where there is no room for more."""
    sign = _GOES_ON[-max(1, width) :]
    room = max(0, width - len(sign))
    if Segment.get_line_length(line) > room:
        line = Segment.adjust_line_length(line, room, pad=False)
        before, _, _ = "".join(segment.text for segment in line).rpartition(" ")
        if before.strip():
            line = Segment.adjust_line_length(line, cell_len(before), pad=False)
    return [*line, Segment(sign, styles.text + styles.more)]


def _shown(page: Page, line: int, styles: PageStyles) -> list[Segment]:
    return list(Sideways().shown(page, line, page.lines[line], styles.more))


def _beginning(text: str, characters: int) -> str:
    """Cut a text after the paragraph that passes so many characters, or at thrice as many within a paragraph."""
    end = text.find("\n\n", characters, 3 * characters)
    return text[: 3 * characters] if end < 0 else text[:end]
