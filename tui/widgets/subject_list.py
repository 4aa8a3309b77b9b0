"""The subjects of a library, each with the number of its articles."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.segment import Segment

from loaders import Subject
from tui.messages import SubjectHighlighted, SubjectRequested
from tui.rendering.fitting import fit
from tui.widgets.row_list import BAR, NO_BAR, RowList

ALL_ARTICLES = "All articles"


class SubjectList(RowList):
    """Lists all articles as one, then the subjects by name; a reload keeps the highlighted subject."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._subjects: Sequence[Subject] = ()
        self._articles = 0

    @property
    def subject(self) -> Subject | None:
        """The highlighted subject; None stands for all articles."""
        return self._subjects[self.highlighted - 1] if self.highlighted else None

    def show(self, subjects: Sequence[Subject]) -> None:
        """Show these subjects, and their articles together as the first row."""
        highlighted = self.subject.key if self.subject else None
        keys = [None, *(subject.key for subject in subjects)]
        row = keys.index(highlighted) if highlighted in keys else min(self.highlighted or 0, len(subjects))
        offset = (self.highlighted or 0) - self.scroll_offset.y
        self._subjects = subjects
        self._articles = sum(subject.articles for subject in subjects)
        self.set_rows(len(keys) if subjects else 0, row if subjects else None, offset)

    def named(self, key: str) -> Subject | None:
        """Give the subject of a key, if it is listed."""
        return next((subject for subject in self._subjects if subject.key == key), None)

    def choose(self, subject: Subject | None) -> None:
        """Put the highlight on a subject, or on all articles with None."""
        keys = [None, *(subject.key for subject in self._subjects)]
        wanted = subject.key if subject else None
        if self.row_count and wanted in keys:
            self.highlighted = keys.index(wanted)

    def row_segments(self, row: int, width: int, *, highlighted: bool) -> Iterable[Segment]:
        """Paint a subject's name, and its count at the right."""
        subject = self._subjects[row - 1] if row else None
        name = subject.name if subject else ALL_ARTICLES
        number = f"{subject.articles if subject else self._articles:,}"
        name = fit(name, width - len(BAR) - len(number) - 2)
        gap = width - len(BAR) - cell_len(name) - len(number) - 1
        yield Segment(BAR if highlighted else NO_BAR, self.style_of("row--bar"))
        yield Segment(name, self.style_of("row--title"))
        yield Segment(" " * gap)
        yield Segment(number, self.detail_style(highlighted=highlighted))

    def row_highlighted(self) -> None:
        """Tell which subject it is."""
        self.post_message(SubjectHighlighted(self.subject))

    def action_open(self) -> None:
        """Ask for the articles of the highlighted subject."""
        if self.highlighted is not None:
            self.post_message(SubjectRequested())
