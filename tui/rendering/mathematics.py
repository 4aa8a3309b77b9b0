"""One formula of an article, in all the ways in which it can show."""

from dataclasses import dataclass

from loaders.clean import clean
from tui.rendering.cells import count_letters, width_of
from tui.rendering.tex.breaking import joined, loosened
from tui.rendering.tex.cursor import TexError
from tui.rendering.tex.joint import JOINT
from tui.rendering.tex.one_line import one_line
from tui.rendering.tex.parser import parse
from tui.rendering.tex.stacked import stack
from tui.rendering.tex.tree import Atom, Grid, Role, Row

_DISPLAY_SIGNS = ("$$", "\\[")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula; broken or unknown TeX, and TeX that is asked for, shows as it was written."""

    text: str
    """What shows in a sentence. It is one word, unless it shows as it was written."""
    letters: int
    """Non-blank characters of the source: the place of what follows is the same however the formula shows."""
    is_display: bool
    """True when it asks for lines of its own."""
    _tree: Row | None = None

    def fitted(self, width: int) -> str:
        """Give the text with blanks that let it be broken into lines of a width; unchanged when it fits."""
        if self._tree is None or width_of(self.text) <= width:
            return self.text
        return loosened(self.text, width, width_of)

    def rows(self, width: int, end: str = "") -> tuple[str, ...] | None:
        """Give the formula in stacked rows with a sign at its end; None when it is wider than the width."""
        return None if self._tree is None else stack(_ended(self._tree, end), width, width_of)


def read_formula(source: str, *, as_source: bool = False) -> Formula:
    """Read a formula with its signs: `$x^2$`; never raises."""
    written = " ".join(clean(source).split())
    letters = count_letters(written)
    is_display = source.startswith(_DISPLAY_SIGNS)
    if not as_source:
        signs = 1 if written[0] == "$" and not is_display else 2
        try:
            tree = parse(written[signs:-signs].strip())
        except TexError:
            tree = Row()
        text = one_line(tree)
        if count_letters(text):
            return Formula(joined(text), letters, is_display, tree)
    return Formula(written, letters, is_display)


def in_a_sentence(source: str) -> str:
    """Give what shows of a formula with its signs in a line of plain text; never raises."""
    return read_formula(source).text.replace(JOINT, " ")


def _ended(row: Row, end: str) -> Row:
    """Put a sign behind a formula: behind the last of several equations."""
    if not end:
        return row
    item = row.items[0] if len(row.items) == 1 else None
    if isinstance(item, Grid) and item.kind == "lines":
        *rows, last = item.rows
        ended = (*last[:-1], _ended(last[-1], end))
        return Row((Grid(item.kind, (*rows, ended), item.alignments, item.bars, item.rules),))
    return Row((*row.items, Atom(end, Role.CLOSING)))
