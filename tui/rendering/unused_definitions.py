"""Definitions that no link uses show as text: `[A]: water` is one to Markdown, and would vanish."""

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_LABEL = re.compile(r"(?<!\\)\[((?:[^\[\]\\]|\\.)+)\]")
_DEFINITION = re.compile(r"^[ \t>]*\[((?:[^\[\]\\]|\\.)+)\]:", re.MULTILINE)
_USED = "carrel_used_labels"


def show_unused_definitions(parser: "MarkdownIt") -> None:
    """Teach a parser to take a definition only where its label occurs elsewhere in the text."""
    from markdown_it.rules_block import reference  # noqa: PLC0415 - as late as the parser itself

    def rule(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
        line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
        if not line.startswith("["):
            return False
        if _USED not in state.env:
            state.env[_USED] = _used_labels(state.src)
        label = _DEFINITION.match(line)
        is_used = label is None or _plain(label[1]) in state.env[_USED]
        return is_used and reference(state, start, end, silent)

    parser.block.ruler.at("reference", rule)


def _used_labels(source: str) -> set[str]:
    labels = Counter(map(_plain, _LABEL.findall(source)))
    labels.subtract(map(_plain, _DEFINITION.findall(source)))
    return {label for label, count in labels.items() if count > 0}


def _plain(label: str) -> str:
    return " ".join(label.split()).casefold()
