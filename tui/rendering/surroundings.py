"""What stands around the text of an article: its title and origin above, its keywords below."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style

from loaders.article import Article
from tui.rendering.cells import width_of
from tui.rendering.dates import format_date
from tui.rendering.inline import tidy
from tui.rendering.lines import Line, Piece, Run, indent
from tui.rendering.styles import PageStyles
from tui.rendering.wrapping import wrap

DEFAULT_DATE_FORMAT = "MMM D, YYYY"
_DOT = " · "
_KEYWORDS = "Keywords"
_NARROWEST_KEYWORDS = 30


def title_lines(article: Article, width: int, styles: PageStyles) -> list[Line]:
    """Give the title, wrapped; its signs of Markdown stay as they are."""
    title = tidy(article.title).strip()
    return wrap([Piece(title, styles.text + styles.title)], width) if title else []


def meta_lines(
    article: Article, width: int, styles: PageStyles, *, subject: str, also_in: Sequence[str], minutes: int | None
) -> list[Line]:
    """Give subject, date, author, minutes and the other subjects, as far as they are known."""
    parts = [
        subject,
        _posted(article),
        article.author,
        "" if minutes is None else f"{minutes} minute{'' if minutes == 1 else 's'}",
        f"also in {', '.join(also_in)}" if also_in else "",
    ]
    return _dotted(parts, width, styles.text + styles.meta)


def keyword_lines(article: Article, width: int, styles: PageStyles) -> list[Line]:
    """Give the keywords after their label, under each other where they need several lines."""
    label = styles.text + styles.keywords_label
    cells = len(_KEYWORDS) + 2 if width >= _NARROWEST_KEYWORDS else 0
    lines = _dotted(article.keywords, width - cells, styles.text + styles.keywords)
    if not lines:
        return []
    if not cells:
        label_lines = wrap([Piece(_KEYWORDS, label)], width)
        for line in label_lines:
            line.letters = 0
        return [*label_lines, *lines]
    indent(lines, [Segment(_KEYWORDS.ljust(cells), label)], [Segment(" " * cells)], cells)
    return lines


def _posted(article: Article) -> str:
    if article.date is None:
        return ""
    date = format_date(article.date, article.date_format.strip() or DEFAULT_DATE_FORMAT)
    return f"{article.post_on_text} {date}"


def _dotted(parts: Sequence[str], width: int, style: Style) -> list[Line]:
    """Join parts by dots, each whole on one line where it fits; no dot begins or ends a line."""
    lines: list[Line] = []
    used = 0
    for part in filter(None, (tidy(part).strip() for part in parts)):
        size = width_of(part)
        if lines and used + len(_DOT) + size <= width:
            lines[-1].segments.append(Segment(_DOT, style))
            added = wrap([Piece(part, style)], width)
            lines[-1].segments += added[0].segments
            lines[-1].letters += added[0].letters
            used += len(_DOT) + size
        else:
            wrapped = wrap([Piece(part, style)], width)
            if lines:
                wrapped[0].runs = (Run(joint=_DOT),)
            lines += wrapped
            used = sum([width_of(segment.text) for segment in lines[-1].segments])
    return lines
