"""A list of blocks of code."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message

from tui.numbers import count
from tui.rendering.code import TAB_CELLS
from tui.rendering.code_blocks import CodeBlock
from tui.rendering.fitting import fit
from tui.widgets.row_list import BAR, NO_BAR, RowList

_AROUND = 10
"""The lines that a window leaves free, and that its title and foot take."""


class CodeChosen(Message):
    """The reader has chosen a block of code, counted from 0."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__()


class CodeList(RowList):
    """Shows the first line of each block, its language and how long it is."""

    DEFAULT_CSS = """
    CodeList { height: auto; scrollbar-gutter: auto; }
    """

    def __init__(self, blocks: Sequence[CodeBlock], highlighted: int) -> None:
        super().__init__()
        self._blocks = blocks
        self._first = min(highlighted, len(blocks) - 1)

    def on_mount(self) -> None:
        """Highlight the block that the reader is at."""
        self.set_rows(len(self._blocks), self._first)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Be as high as the blocks, or as the terminal allows."""
        return max(1, min(len(self._blocks), viewport.height - _AROUND))

    def row_segments(self, row: int, width: int, *, highlighted: bool) -> Iterable[Segment]:
        """Paint the first line of a block, with language and length at the right."""
        block = self._blocks[row]
        lines = block.code.split("\n")
        details = " · ".join(filter(None, [block.language, count(len(lines), "line", "lines")]))
        first = next((line.strip() for line in lines if line.strip()), "").expandtabs(TAB_CELLS)
        details = fit(details, width // 2)
        room = max(0, width - len(BAR) - 1 - cell_len(details) - 2)
        first = fit(first, room)
        yield Segment(BAR if highlighted else NO_BAR, self.style_of("row--bar"))
        yield Segment(first, self.style_of("row--title"))
        yield Segment(" " * (room - cell_len(first) + 2))
        yield Segment(details, self.detail_style(highlighted=highlighted))

    def row_highlighted(self) -> None:
        """Tell nobody: nothing depends on the highlight."""

    def action_open(self) -> None:
        """Choose the highlighted block."""
        if self.highlighted is not None:
            self.post_message(CodeChosen(self.highlighted))
