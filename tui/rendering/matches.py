"""The places on a page where something was found."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from rich.segment import Segment
from rich.style import Style

from tui.rendering.finding import Finder, Range
from tui.rendering.shown_text import ShownText, Span


class Matches:
    """What a finder finds in the text of a page, in order and numbered from 0.

    A formula that is drawn over several lines is also found by how it reads in a sentence; then marked whole.
    """

    def __init__(self, shown: ShownText, finder: Finder) -> None:
        self._shown = shown
        found = list(_visible(finder(shown.text), shown.text))
        drawn = _without(shown.drawn(sorted(finder(shown.stacked))), found) if shown.stacked else []
        self.ranges = list(_visible([*found, *drawn], shown.text))
        self._starts = [start for start, _ in self.ranges]
        self._ends = [end for _, end in self.ranges]

    def __len__(self) -> int:
        return len(self.ranges)

    def spans(self, number: int) -> list[Span]:
        """Give where a match shows, line by line; it shows somewhere."""
        return list(self._shown.spans(*self.ranges[number]))

    def first_from(self, line: int) -> int:
        """Give the number of the first match that ends on a line or below it; one too many when none does."""
        return bisect_right(self._ends, self._shown.start_of(line))

    def on_line(self, line: int) -> Iterator[tuple[int, Span]]:
        """Give the matches that show on a line, each with its number."""
        for start, end in self._shown.ranges_of(line):
            for number in range(bisect_right(self._ends, start), bisect_left(self._starts, end)):
                first, last = self.ranges[number]
                for span in self._shown.spans(max(start, first), min(end, last)):
                    yield number, span


def marked(segments: Iterable[Segment], marks: Sequence[tuple[int, int, Style]]) -> list[Segment]:
    """Lay styles over characters of a line: each from its first to the one before its last, in order."""
    result: list[Segment] = []
    offset = 0
    for segment in segments:
        text, style = segment.text, segment.style or Style.null()
        end = offset + len(text)
        at = offset
        for first, last, over in marks:
            begin, stop = max(first, at), min(last, end)
            if begin < stop:
                if at < begin:
                    result.append(Segment(text[at - offset : begin - offset], segment.style))
                result.append(Segment(text[begin - offset : stop - offset], style + over))
                at = stop
        if at < end:
            result.append(Segment(text[at - offset :], segment.style))
        offset = end
    return result


def _without(ranges: Iterable[Range], found: Sequence[Range]) -> list[Range]:
    """Leave out those in which something was found."""
    ends = [end for _, end in found]
    kept = []
    for start, end in ranges:
        number = bisect_right(ends, start)
        if number == len(found) or found[number][0] >= end:
            kept.append((start, end))
    return kept


def _visible(ranges: Iterable[Range], text: str) -> Iterator[Range]:
    """Put ranges in order, and leave out those that show nothing or overlap one before them."""
    reached = 0
    for start, end in sorted(ranges):
        if reached <= start < end <= len(text) and not text[start:end].isspace():
            yield start, end
            reached = end
