"""Hits of a search as lines: the question, and the sentence that answers, both with the words marked."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from loaders.mathematics import formula_spans
from loaders.snippets import Range, Snippet
from tui.rendering.fitting import fit
from tui.rendering.lines import Piece
from tui.rendering.mathematics import read_formula
from tui.rendering.tex.breaking import JOINT
from tui.rendering.wrapping import wrap

_QUESTION_LINES, _SENTENCE_LINES = 3, 2
"""What is longer ends in dots."""
_SUBJECT_WIDTHS = ((90, 28), (64, 20), (0, 0))
"""How wide a subject may be beside questions of at least so many cells."""


class ShownHit(NamedTuple):
    """What shows of a hit."""

    question: Snippet
    sentence: Snippet
    subject: str
    """Empty where all hits are of the same one."""
    similar: int
    """How many articles ask nearly the same."""


class HitStyles(NamedTuple):
    """How the parts of a hit look."""

    title: Style
    title_mark: Style
    snippet: Style
    snippet_mark: Style
    detail: Style


def render_hit(hit: ShownHit, width: int, styles: HitStyles) -> list[list[Segment]]:
    """Give the lines of a hit in `width` cells."""
    room = next(room for least, room in _SUBJECT_WIDTHS if width >= least) if hit.subject else 0
    subject = fit(hit.subject, room)
    similar = f"+{hit.similar:,} similar" if hit.similar else ""
    question = _marked(hit.question, styles.title, styles.title_mark)
    lines = _beside(question, subject, room, width, styles, most=_QUESTION_LINES)
    if hit.sentence.text:
        sentence = _marked(hit.sentence, styles.snippet, styles.snippet_mark)
        lines += _beside(sentence, similar, len(similar), width, styles, most=_SENTENCE_LINES)
    elif similar:
        lines.append([Segment(similar, styles.detail)])
    return lines


def with_formulas(snippet: Snippet, marks: Callable[[str], Sequence[Range]]) -> Snippet:
    """Give a snippet whose formulas are shown as mathematics, marked anew."""
    text = snippet.text
    if "$" not in text and "\\" not in text:
        return snippet
    parts = []
    at = 0
    for start, end in formula_spans(text):
        parts += [text[at:start], read_formula(text[start:end]).text.replace(JOINT, " ")]
        at = end
    text = "".join([*parts, text[at:]])
    return Snippet(text, tuple(marks(text)))


def _marked(snippet: Snippet, plain: Style, marked: Style) -> list[Piece]:
    pieces = []
    at = 0
    text = snippet.text.replace("\n", " ")
    for start, end in snippet.marks:
        if start > at:
            pieces.append(Piece(text[at:start], plain))
        pieces.append(Piece(text[start:end], marked))
        at = end
    return [*pieces, Piece(text[at:], plain)]


def _beside(
    pieces: Sequence[Piece], detail: str, room: int, width: int, styles: HitStyles, *, most: int
) -> list[list[Segment]]:
    """Wrap pieces into a few lines, with a detail at the right of the first one, from a column of its own."""
    text_width = max(1, width - room - 2) if room else width
    wrapped = [line.segments for line in wrap(pieces, text_width)]
    lines = wrapped[:most]
    if len(wrapped) > most:
        lines[-1] = _with_ellipsis(lines[-1], text_width)
    if detail:
        cells = sum(cell_len(segment.text) for segment in lines[0])
        gap = width - cells - (max(cell_len(detail), room))
        lines[0] = [*lines[0], Segment(" " * gap), Segment(detail, styles.detail)]
    return lines


def _with_ellipsis(segments: Sequence[Segment], width: int) -> list[Segment]:
    kept = list(segments)
    if sum(cell_len(segment.text) for segment in kept) >= width:
        last = kept.pop()
        return [*kept, Segment(fit(last.text, cell_len(last.text) - 1).removesuffix("…") + "…", last.style)]
    return [*kept, Segment(" …" if width - sum(cell_len(s.text) for s in kept) > 1 else "…", kept[-1].style)]
