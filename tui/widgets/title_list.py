"""Titles that somebody's letters may stand for."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.segment import Segment

from loaders import ArticleRow
from loaders.letters import typed_letters
from tui.messages import ArticleRequested
from tui.rendering.fitting import fit
from tui.rendering.matches import marked
from tui.widgets.row_list import BAR, NO_BAR, RowList

_SUBJECT_WIDTHS = ((88, 28), (60, 18), (0, 0))
"""How wide a subject may be in a row of at least so many cells."""


class TitleList(RowList, can_focus=False):
    """Lists titles with the letters typed marked, each with its subject; the keys stay with the prompt."""

    COMPONENT_CLASSES = {"title-list--mark"}  # noqa: RUF012 - Textual reads it from the class

    def __init__(self) -> None:
        super().__init__()
        self._articles: Sequence[ArticleRow] = ()
        self._text = ""

    @property
    def article(self) -> ArticleRow | None:
        """The highlighted article."""
        return self._articles[self.highlighted] if self.highlighted is not None else None

    def show(self, articles: Sequence[ArticleRow], text: str, key: str | None = None) -> None:
        """Show other articles, found for a text, the highlight on that of `key`, else on the first."""
        self._articles = articles
        self._text = text
        keys = [article.key for article in articles]
        place = keys.index(key) if key in keys else 0
        self.set_rows(len(articles), place if articles else None)

    def row_segments(self, row: int, width: int, *, highlighted: bool) -> Iterable[Segment]:
        """Paint a title, and its subject at the right."""
        article = self._articles[row]
        subject_room = next(room for least, room in _SUBJECT_WIDTHS if width >= least)
        room = width - len(BAR) - (subject_room + 2 if subject_room else 0)
        title = _around_marks(article.title, self._text, room)
        style = self.style_of("title-list--mark")
        marks = [(start, end, style) for start, end in typed_letters(self._text, title)]
        yield Segment(BAR if highlighted else NO_BAR, self.style_of("row--bar"))
        yield from marked([Segment(title, self.style_of("row--title"))], marks)
        if subject_room:
            yield Segment(" " * (room - cell_len(title) + 2))
            yield Segment(fit(article.subject, subject_room), self.detail_style(highlighted=highlighted))

    def row_highlighted(self) -> None:
        """Tell nobody: nothing else shows the highlighted title."""

    def action_open(self) -> None:
        """Ask for the highlighted article."""
        if self.article:
            self.post_message(ArticleRequested(self.article.key))


def _around_marks(title: str, text: str, room: int) -> str:
    """Shorten a title at its end, or at its beginning where else letters that were typed would not show."""
    marks = typed_letters(text, title) if cell_len(title) > room else []
    if not marks or marks[-1][1] < room:
        return fit(title, room)
    start = min(marks[0][0], len(title) - room + 1)
    word = title.find(" ", start, marks[0][0]) + 1
    return fit("…" + title[word or start :], room) if start else fit(title, room)
