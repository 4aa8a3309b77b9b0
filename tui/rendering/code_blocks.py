"""The blocks of code of a text, as their author wrote them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.clean import clean
from tui.rendering.markdown import shows_as_written
from tui.rendering.parser import Node, parse


class CodeBlock(NamedTuple):
    """Code without the fence around it and without the newline at its end."""

    language: str
    """As the fence names it; empty where it names none."""
    code: str


def code_blocks(source: str) -> list[CodeBlock]:
    """Give the blocks of code of a Markdown text in their order; none of a text that shows as it was written."""
    if shows_as_written(source):
        return []
    try:
        return list(_blocks(parse(source)))
    except Exception:  # as in `markdown_lines`: whatever a hostile text does to the parser
        return []


def _blocks(nodes: Sequence[Node]) -> Iterator[CodeBlock]:
    for node in nodes:
        if node.type in ("fence", "code_block"):
            yield CodeBlock((node.token.info.split() or [""])[0], clean(node.token.content).rstrip("\n"))
        yield from _blocks(node.children)
