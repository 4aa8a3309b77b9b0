"""A formula on one line is broken where a mathematician would break it."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from tui.rendering.tex.joint import JOINT
from tui.rendering.tex.symbols import RELATION_SIGNS

_BRACKETS_OR_BLANKS = re.compile(r"[(\[{⟨⌊⌈]|[)\]}⟩⌋⌉]|(?P<blanks> +)")
_OPENING = frozenset("([{⟨⌊⌈")
_RELATIONS = RELATION_SIGNS - {"|"}
_OPERATIONS = frozenset("+−±∓∪∩∧∨⊕×·")
_LEAST = 3
"""Blanks between words, in brackets, around signs of no rank: broken at last."""


def joined(text: str) -> str:
    """Make a formula one word, which is not broken at its blanks."""
    return text.replace(" ", JOINT)


def loosened(text: str, width: int, measure: Callable[[str], int]) -> str:
    """Open as many blanks of a joined formula as its lines of a width need.

    At wide gaps first, then before relations, before operations and behind commas, then anywhere; what stands in
    brackets goes last.
    """
    text = text.replace(JOINT, " ")
    ranks = _ranks(text)
    return _opened(text, ranks, 0, width, measure)


def _ranks(text: str) -> list[tuple[int, int, int]]:
    """Find the blanks, each with its end and its rank: the lower, the earlier it is opened."""
    found = []
    depth = 0
    for match in _BRACKETS_OR_BLANKS.finditer(text):
        if match["blanks"]:
            found.append(
                (match.start(), match.end(), _LEAST if depth else _rank(text, match.start(), match.end()))
            )
        else:
            depth = max(0, depth + (1 if match[0] in _OPENING else -1))
    return found


def _rank(text: str, start: int, end: int) -> int:
    if end - start > 1:
        return 0
    following = text[end : end + 1]
    if following in _RELATIONS or text.startswith("─(", end):
        return 1
    if following in _OPERATIONS or text[start - 1 : start] in (",", ";"):
        return 2
    return _LEAST


def _opened(
    text: str, ranks: Sequence[tuple[int, int, int]], rank: int, width: int, measure: Callable[[str], int]
) -> str:
    """Open the blanks of a rank; parts that are still too wide are opened at the next."""
    if rank > _LEAST or measure(text) <= width:
        return joined(text)
    cuts = [(0, 0), *((start, end) for start, end, found in ranks if found <= rank), (len(text), len(text))]
    parts = []
    for (_, begin), (end, _) in pairwise(cuts):
        inner = [(start - begin, stop - begin, found) for start, stop, found in ranks if begin <= start < end]
        parts.append(_opened(text[begin:end], inner, rank + 1, width, measure))
    return " ".join(filter(None, parts))
