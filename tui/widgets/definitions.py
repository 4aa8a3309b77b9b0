"""Names with what they mean, in two columns under headings: the body of help and of an article's fields."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Size

from tui.rendering.fitting import fit
from tui.rendering.paragraphs import wrap_plain
from tui.widgets.line_view import LineView

_AROUND = 7
"""The lines that the title and the foot of a page over a screen take, and the room around them."""
_MOST_OF_A_SCREEN = 0.9
"""The part of its lines that a page over a screen may take (overlay.tcss)."""


@dataclass(frozen=True, slots=True)
class Section:
    """Some definitions under a heading, which may be empty."""

    heading: str
    entries: Sequence[tuple[str, str]]


class Definitions(LineView):
    """Shows sections; the meanings wrap beside their names."""

    DEFAULT_CSS = """
    Definitions { scrollbar-gutter: stable; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"definitions--heading", "definitions--name", "definitions--meaning"}

    def __init__(self, sections: Sequence[Section], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sections = sections

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Be as high as the lines, or as the terminal allows beside what is around them."""
        return max(1, min(len(self._layout(max(20, width))), int(viewport.height * _MOST_OF_A_SCREEN) - _AROUND))

    def on_resize(self, event: events.Resize) -> None:
        """Lay the columns out for the width."""
        width = self.scrollable_content_region.width
        self.set_lines(self._layout(max(20, width)))

    def _layout(self, width: int) -> list[list[Segment]]:
        heading, name, meaning = (
            self.get_component_rich_style(f"definitions--{part}", partial=True)
            for part in ("heading", "name", "meaning")
        )
        longest = max((cell_len(entry) for section in self._sections for entry, _ in section.entries), default=0)
        column = min(longest, width // 2)
        lines: list[list[Segment]] = []
        for section in self._sections:
            if lines:
                lines.append([])
            if section.heading:
                lines.append([Segment(section.heading, heading)])
            for entry, text in section.entries:
                first = fit(entry, column)
                for line in (
                    part for text_line in text.split("\n") for part in wrap_plain(text_line, width - column - 2)
                ):
                    lines.append(
                        [Segment(first + " " * (column - cell_len(first) + 2), name), Segment(line, meaning)]
                    )
                    first = ""
        return lines
