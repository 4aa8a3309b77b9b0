"""What is said after a list stands after it, also where its author left no blank line between the two."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_LISTS = ("bullet_list_close", "ordered_list_close")
_DISPLAY = ("$$", "\\[")
_PAIRED = ("`", "**", "$")
"""Signs of which an odd number before the line says that something reaches over it."""
_SENTENCE = re.compile(r"[.!?][)\"”’*_`]*\s*$")


def part_conclusions(parser: "MarkdownIt") -> None:
    """Teach a parser that whole sentences at the left edge, right under a list, do not belong to its last item."""
    parser.core.ruler.after("block", "conclusions", _conclusions)


def _conclusions(state: "StateCore") -> None:
    tokens = state.tokens
    lines: list[str] = []
    parted: list[Token] = []
    done = 0
    for index, token in enumerate(tokens):
        if token.level == 0 and token.type in _LISTS:
            lines = lines or state.src.split("\n")
            conclusion = _conclusion(tokens[_opening(tokens, index) : index], lines)
            if conclusion:
                parted += tokens[done : index + 1] + conclusion
                done = index + 1
    if done:
        state.tokens = parted + tokens[done:]


def _opening(tokens: "Sequence[Token]", close: int) -> int:
    index = close - 1
    while tokens[index].level:
        index -= 1
    return index


def _conclusion(items: "Sequence[Token]", lines: Sequence[str]) -> "list[Token]":
    """Take the conclusion out of the last of a list's items; nothing where there is none."""
    index = len(items) - 1
    while items[index].nesting < 0:
        index -= 1
    end = items[index]
    start = _left_edge(end, lines)
    # An author who begins lines of other items at the left edge means such lines to be parts of items.
    if start is None or any(_left_edge(token, lines) is not None for token in items[:index]):
        return []
    words = end.content.split("\n")
    if not _SENTENCE.search(words[start - 1]) or words[start][:1].islower() or not end.map:
        return []
    if words[start].startswith(_DISPLAY) or any("\n".join(words[:start]).count(sign) % 2 for sign in _PAIRED):
        return []
    first, after = end.map
    end.content = "\n".join(words[:start])
    end.map = [first, first + start]
    return _paragraph("\n".join(words[start:]), [first + start, after])


def _left_edge(token: "Token", lines: Sequence[str]) -> int | None:
    """Find the first line of a paragraph, behind its own first, that begins at the left edge."""
    if token.type != "inline" or not token.map:
        return None
    first, after = token.map
    return next((line - first for line in range(first + 1, after) if not lines[line][:1].isspace()), None)


def _paragraph(text: str, place: list[int]) -> "list[Token]":
    from markdown_it.token import Token  # noqa: PLC0415 - its package takes longer to import than showing an article

    return [
        Token("paragraph_open", "p", 1, map=place, block=True),
        Token("inline", "", 0, content=text, level=1, map=place, children=[], block=True),
        Token("paragraph_close", "p", -1, block=True),
    ]
