"""A list of articles: an array of row numbers, of which only those that show are asked from the store."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import BindingType

from loaders import ArticleRow
from tui.keys import key
from tui.messages import ArticleHighlighted, ArticleRequested, PeekRequested, SubjectsRequested
from tui.rendering.fitting import fit
from tui.widgets.row_list import BAR, NO_BAR, RowList

_BLOCK = 64
"""Rows are asked for in aligned blocks of so many."""
_BLOCKS_KEPT = 8
_SUBJECT_WIDTHS = ((100, 28), (76, 21), (0, 16))
"""How wide a subject may be in a row of at least so many cells."""
_ROOM_FOR_ONE = 56
"""From this width on a row has room for its subject in a mixed list, or for its date."""
_ROOM_FOR_BOTH = 100


class ArticleList(RowList):
    """Shows articles by the rows of the store; `fetch` gives what the list shows of some of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("p", "peek", "go.peek", "Peek", "See how the highlighted article begins, without leaving"),
        key("escape,left,h", "leave", "go.subjects", "Subjects", "Go back to the list of subjects"),
    ]

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], list[ArticleRow]],
        *,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._fetch = fetch
        self._rows = array("I")
        self._blocks: dict[int, dict[int, ArticleRow]] = {}
        self._mixed = False
        self._moved = False
        """Whether the reader has moved the highlight: else it belongs to the top, whatever comes there."""
        self._gap = 0
        """1 when the highlight has come to the article after one that is gone, -1 to the one before."""

    @property
    def key(self) -> str | None:
        """The key of the highlighted article."""
        if self.highlighted is None:
            return None
        article = self._article(self.highlighted)
        return article.key if article else None

    def show(self, rows: "array[int]", count: int, *, mixed: bool) -> None:
        """Show another list of `count` articles from its top, of which `rows` may be only the beginning.

        `mixed` says that they are of several subjects. The rest comes by `update_rows`; until then rows that are
        not known yet are blank.
        """
        self._replace(rows)
        self._mixed = mixed
        self._moved = False
        self._gap = 0
        self.set_rows(count, 0 if count else None)

    def update_rows(self, rows: "array[int]") -> None:
        """Show the same list as it is now; the highlighted article, or its next neighbour, stays in place."""
        if self.highlighted is None or not self._moved:
            top = self._rows[:1]
            self.show(rows, len(rows), mixed=self._mixed)
            self._gap = 1 if top and rows[:1] != top and top[0] not in rows else 0
            return
        offset = self.highlighted - self.scroll_offset.y
        wanted = memoryview(self._rows)[self.highlighted :]  # no copy: there may be a million
        place = _place_of(wanted, rows) if wanted else self.highlighted
        if wanted and list(rows[place : place + 1]) != [wanted[0]]:
            self._gap = 1 if place < len(rows) else -1
        self._replace(rows)
        self.set_rows(len(rows), min(place, len(rows) - 1) if rows else None, offset)

    def watch_highlighted(self, old: int | None, new: int | None) -> None:
        """Remember that the highlight has been moved."""
        self._moved = True
        self._gap = 0
        super().watch_highlighted(old, new)

    def may_hold(self, row: int) -> bool:
        """Tell whether the article of a row of the store is in the list, or may be when all of it is known."""
        return self._find(row) is not None or len(self._rows) < self.row_count

    def highlight_row(self, row: int) -> None:
        """Put the highlight on the article of a row of the store, if it is in the list."""
        if (place := self._find(row)) is not None:
            self.highlighted = place

    def _find(self, row: int) -> int | None:
        """Find the place of a row of the store: usually the highlighted one, and there may be a million."""
        place = self.highlighted
        if place is not None and place < len(self._rows) and self._rows[place] == row:
            return place
        return self._rows.index(row) if row in self._rows else None

    def step(self, step: int, *, gone: bool = False) -> str | None:
        """Move the highlight by so many articles and give the key there; None at either end.

        Where the highlighted article is `gone`, the neighbour that has taken its place is one step away itself.
        """
        before = self.highlighted
        is_there = gone and self._gap * step > 0
        self.move_by(step - self._gap if is_there else step)
        self._gap = 0
        return self.key if is_there or self.highlighted != before else None

    def beside(self, row: int) -> list[str]:
        """Give the keys after and before the article of a row of the store; else those beside the highlight."""
        if self.highlighted is None:
            return []
        found_at = self._find(row)
        place = self.highlighted if found_at is None else found_at
        found = [self._article(number) for number in (place + 1, place - 1) if 0 <= number < self.row_count]
        return [article.key for article in found if article]

    def row_segments(self, row: int, width: int, *, highlighted: bool) -> Iterable[Segment]:
        """Paint a title, and what differs at the right: the subject in a mixed list, the date."""
        article = self._article(row)
        title, details = (article.title, self._details(article, width)) if article else ("", "")
        room = width - len(BAR) - 1 - (len(details) + 2 if details else 0)
        title = fit(title, room)
        yield Segment(BAR if highlighted else NO_BAR, self.style_of("row--bar"))
        yield Segment(title, self.style_of("row--title"))
        if details:
            yield Segment(" " * (room - cell_len(title) + 2))
            yield Segment(details, self.detail_style(highlighted=highlighted))

    def row_highlighted(self) -> None:
        """Tell which article it is."""
        self.post_message(ArticleHighlighted(self.key))

    def action_open(self) -> None:
        """Ask for the highlighted article."""
        if key := self.key:
            self.post_message(ArticleRequested(key))

    def action_peek(self) -> None:
        """Ask how the highlighted article begins."""
        if key := self.key:
            self.post_message(PeekRequested(key))

    def action_leave(self) -> None:
        """Go back to the list of subjects."""
        self.post_message(SubjectsRequested())

    def _details(self, article: ArticleRow, width: int) -> str:
        parts = []
        if self._mixed and width >= _ROOM_FOR_ONE:
            room = next(room for least, room in _SUBJECT_WIDTHS if width >= least)
            subject = fit(article.subject, room)
            parts.append(subject + " " * (room - cell_len(subject)))
        if width >= (_ROOM_FOR_BOTH if self._mixed else _ROOM_FOR_ONE):
            parts.append(article.date.isoformat() if article.date else " " * len("2024-12-11"))
        return "  ".join(parts)

    def _replace(self, rows: "array[int]") -> None:
        self._rows = rows
        self._blocks.clear()

    def _article(self, row: int) -> ArticleRow | None:
        number, place = divmod(row, _BLOCK)
        if number not in self._blocks:
            while len(self._blocks) >= _BLOCKS_KEPT:
                del self._blocks[next(iter(self._blocks))]
            rows = self._rows[number * _BLOCK : (number + 1) * _BLOCK]
            self._blocks[number] = {article.row: article for article in self._fetch(rows)}
        row = number * _BLOCK + place
        return self._blocks[number].get(self._rows[row]) if row < len(self._rows) else None


def _place_of(wanted: "memoryview[int]", rows: "array[int]") -> int:
    """Find the first of the wanted rows that is among these; one past the last when none is."""
    if wanted[0] in rows:
        return rows.index(wanted[0])
    places = {row: place for place, row in enumerate(rows)}
    return next((places[row] for row in wanted if row in places), len(rows))
