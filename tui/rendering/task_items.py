"""Items that begin with `[ ]` or `[x]` are tasks."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_BOX = re.compile(r"\[([ xX])\] +(?=\S)")
_DONE = "done"


def mark_tasks(parser: "MarkdownIt") -> None:
    """Teach a parser to take the boxes out of the text of items."""
    parser.core.ruler.after("inline", "tasks", _tasks)


def is_done(item: "Token") -> bool | None:
    """Tell of an item whether it is a task that is done; None when it is no task."""
    done = item.meta.get(_DONE)
    return None if done is None else bool(done)


def _tasks(state: "StateCore") -> None:
    tokens = state.tokens
    for item, paragraph, inline in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if item.type != "list_item_open" or item.info or paragraph.type != "paragraph_open" or not inline.children:
            continue
        first, box = inline.children[0], _BOX.match(inline.content)
        if first.type == "text" and box and first.content.startswith(box[0]):
            first.content = first.content[box.end() :]
            item.meta[_DONE] = box[1] != " "
