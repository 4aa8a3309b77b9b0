"""Text measured in terminal cells, and cut where a cell ends."""

import re

from rich.cells import cell_len, split_graphemes

# Latin, Greek, Cyrillic, punctuation, scripts, arrows and operators: every one of them is one cell wide.
_NOT_NARROW = re.compile("[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2070-\u20cf\u2190-\u2319]")


def is_narrow(text: str) -> bool:
    """Tell whether each character of the text is surely one cell wide."""
    return text.isascii() or _NOT_NARROW.search(text) is None


def width_of(text: str) -> int:
    """Count the cells that a text of one line takes."""
    return len(text) if is_narrow(text) else cell_len(text)


def graphemes(text: str) -> list[tuple[str, int]]:
    """Cut a text into the characters that a reader sees, accents included, each with its cells."""
    if is_narrow(text):
        return [(character, 1) for character in text]
    return [(text[start:end], cells) for start, end, cells in split_graphemes(text)[0]]


def count_letters(text: str) -> int:
    """Count the characters that are not blank."""
    return sum(map(len, text.split()))


def index_at(text: str, cell: int) -> int:
    """Give the index of the character that takes a cell of a line; beyond the last, the length of the text."""
    if is_narrow(text):
        return min(max(cell, 0), len(text))
    if cell <= 0:
        return 0
    index = passed = 0
    for part, cells in graphemes(text):
        passed += cells
        if passed > cell:
            return index
        index += len(part)
    return index


def between_cells(text: str, start: int, end: int) -> str:
    """Give the part of a line that stands from one cell up to another."""
    return text[index_at(text, start) : index_at(text, end)]
