"""What the commands print: for people on a terminal, for programs in a pipe."""

import json
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from loaders import Article
from loaders.quoting import Quoted

MEASURE = 80
"""The most columns that a page has in a pipe."""

_GAP = "  "
_NARROWEST = 20


class Printer:
    """Writes to standard output: aligned and coloured on a terminal, tab-separated and plain elsewhere."""

    def __init__(self, file: TextIO | None = None, *, plain: bool | None = None) -> None:
        self._file = file or sys.stdout
        self.terminal = self._file.isatty() and os.environ.get("TERM") != "dumb" if plain is None else not plain

    @property
    def width(self) -> int:
        """The columns of the terminal; 80 elsewhere."""
        return max(_NARROWEST, shutil.get_terminal_size().columns) if self.terminal else 80

    def line(self, text: str = "") -> None:
        """Write one line."""
        print(text, file=self._file)

    def json(self, value: dict[str, Any]) -> None:
        """Write one object: indented for people, on one line for programs."""
        utf8 = (self._file.encoding or "").lower().replace("-", "") == "utf8"
        self.line(json.dumps(value, ensure_ascii=not utf8, indent=2 if self.terminal else None))

    def table(self, rows: Iterable[Sequence[str]], widths: Sequence[int]) -> None:
        """Write rows: on a terminal in columns no wider than `widths`, where 0 leaves a column as it is.

        A negative width aligns its column to the right.
        """
        if not self.terminal:
            for row in rows:
                self.line("\t".join(row))
            return
        from tui.rendering.cells import width_of  # noqa: PLC0415 - Rich is for terminals only
        from tui.rendering.fitting import fit  # noqa: PLC0415

        rows = [
            [fit(cell, abs(width)) if width else cell for cell, width in zip(row, widths, strict=True)]
            for row in rows
        ]
        columns = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = []
            for cell, wanted, width in zip(row, widths, columns, strict=True):
                blank = " " * (width - width_of(cell))
                cells.append(blank + cell if wanted < 0 else cell + blank)
            self.line(_GAP.join(cells).rstrip())

    def page(self, article: Article, measure: int, *, subject: str, also_in: Sequence[str]) -> None:
        """Write an article as the reader shows it: on a terminal as wide as it, up to the reader's measure.

        `COLUMNS` in the environment makes it narrower everywhere.
        """
        from rich.console import Console  # noqa: PLC0415 - only a page needs Rich
        from rich.segment import Segment, Segments  # noqa: PLC0415

        from tui.rendering.page import render_page  # noqa: PLC0415
        from tui.rendering.styles import PageStyles  # noqa: PLC0415

        styles = PageStyles.ansi() if self.terminal else PageStyles.plain()
        columns = max(_NARROWEST, shutil.get_terminal_size().columns)  # 80 where there is no terminal
        width = min(columns, measure if self.terminal else MEASURE)
        page = render_page(article, width, styles, subject=subject, also_in=also_in)
        if not self.terminal:
            for line in range(len(page.lines)):
                self.line(page.text_of(line))
            return
        console = Console(file=self._file, highlight=False, soft_wrap=True)
        for segments in page.lines:
            console.print(Segments([*segments, Segment.line()]))

    def hits(self, hits: Iterable[Quoted]) -> None:
        """Write the hits of a search: on a terminal two lines each with the words marked, elsewhere one."""
        if not self.terminal:
            for hit in hits:
                self.line("\t".join((hit.row.title, hit.row.subject, hit.snippet.text, hit.row.key)))
            return
        from rich.console import Console  # noqa: PLC0415 - Rich is for terminals only
        from rich.padding import Padding  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415

        console = Console(file=self._file, highlight=False)
        for hit in hits:
            title = Text(hit.row.title, style="bold")
            for start, end in hit.title_marks:
                title.stylize("yellow", start, end)
            console.print(title, Text(f"  {hit.row.subject}", style="dim"), sep="")
            snippet = Text(hit.snippet.text)
            for start, end in hit.snippet.marks:
                snippet.stylize("yellow", start, end)
            console.print(Padding(snippet, (0, 0, 1, 2)))
