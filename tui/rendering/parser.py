"""Markdown becomes a tree of blocks."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from tui.rendering.conclusions import part_conclusions
from tui.rendering.formulas import join_displays, protect_formulas
from tui.rendering.table_rows import keep_whole_rows
from tui.rendering.task_items import mark_tasks
from tui.rendering.unused_definitions import show_unused_definitions

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
DEEPEST = 40
"""Blocks within blocks beyond this are refused: the parser would leave their text out."""


@dataclass(slots=True)
class Node:
    """One block with the blocks in it; `token` is the parser's own."""

    type: str
    """`paragraph`, `heading`, `bullet_list`, `fence`, …; the parser's name without `_open`."""
    token: "Token"
    children: "list[Node]" = field(default_factory=list)


class TooDeepError(ValueError):
    """Blocks lie in blocks so deeply that the text could not be shown whole."""


def parse(source: str) -> list[Node]:
    """Parse Markdown into its blocks; what the parser cannot hold raises an exception."""
    return _tree(_parser().parse(join_displays(source)))


@cache
def _parser() -> "MarkdownIt":
    # Importing takes longer than showing an article, and a library can be listed without it.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST})
    parser.enable(["table", "strikethrough"])
    protect_formulas(parser)
    keep_whole_rows(parser)
    show_unused_definitions(parser)
    mark_tasks(parser)
    part_conclusions(parser)
    parser.inline.ruler.before("emphasis", "stray_asterisk", _stray_asterisk)
    parser.inline.ruler.before("autolink", "line_break", _line_break)
    return parser


def _line_break(state: "StateInline", silent: bool) -> bool:
    """Take `<br>` for what it is; other HTML shows as it was written."""
    match = _BREAK.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos = match.end()
    return True


def _stray_asterisk(state: "StateInline", silent: bool) -> bool:
    """Take asterisks between word characters as text: `ADH1B*47His`, `2**3`."""
    source, start = state.src, state.pos
    if source[start] != "*" or start == 0 or not source[start - 1].isalnum():
        return False
    end = start + 1
    while end < state.posMax and source[end] == "*":
        end += 1
    if end == state.posMax or not source[end].isalnum():
        return False
    if end - start > 1 and not (source[start - 1].isdigit() and source[end].isdigit()):
        return False
    if not silent:
        state.append_pending(source[start:end])
    state.pos = end
    return True


def _tree(tokens: "list[Token]") -> list[Node]:
    top: list[Node] = []
    open_nodes = [top]
    for token in tokens:
        if token.level >= DEEPEST - 1:
            raise TooDeepError
        if token.nesting < 0:
            open_nodes.pop()
            continue
        node = Node(token.type.removesuffix("_open"), token)
        open_nodes[-1].append(node)
        if token.nesting > 0:
            open_nodes.append(node.children)
    return top
