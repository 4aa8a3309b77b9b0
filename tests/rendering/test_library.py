"""A library of real articles, when there is one: `CARREL_TEST_LIBRARY=folder pytest tests/rendering`."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from rich.cells import cell_len

from loaders.article import Article
from loaders.parse import parse_article
from tui.rendering.mathematics import read_formula
from tui.rendering.page import Page, render_page
from tui.rendering.parser import Node, parse
from tui.rendering.styles import PageStyles

FOLDER = os.environ.get("CARREL_TEST_LIBRARY", "")
LANGUAGE = re.compile(r"(```+)[^\n`]*$", re.MULTILINE)
TARGET = re.compile(r"(\[[^\]\n]*\])\((?:https?://|/)[^)\s]*\)")
TABLE = re.compile(r"^[ \t>]*\|?[ \t]*:?-+:?[ \t]*\|", re.MULTILINE)
LEFT_OVER = re.compile(r"\\[a-zA-Z]+|\\(?![{}])")

pytestmark = pytest.mark.skipif(not FOLDER, reason="CARREL_TEST_LIBRARY names no folder")


def articles() -> Iterator[Article]:
    files = sorted(Path(FOLDER).rglob("*.md"))
    assert files
    for file in files:
        article = parse_article(file.name, file.read_bytes()).article
        if article is not None:
            yield article


def letters(text: str) -> list[str]:
    return [character for character in text if character.isalnum()]


def shown(result: Page) -> str:
    return "".join("".join(segment.text for segment in line) for line in result.lines)


def stand_in_order(wanted: Sequence[str], found: Sequence[str]) -> bool:
    rest = iter(found)
    return all(letter in rest for letter in wanted)


def formulas(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        yield from (token.content for token in node.token.children or [] if token.type == "formula")
        yield from formulas(node.children)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_real_articles_show_whole_in_order_and_within_the_page(width: int) -> None:
    for article in articles():
        result = render_page(article, width, PageStyles.plain(), formulas_as_source=True)
        wanted = letters(TARGET.sub(r"\1", LANGUAGE.sub(r"\1", article.text)))
        found = letters(shown(result))
        assert not Counter(wanted) - Counter(found), article.path
        # Cells that are wrapped stand side by side.
        assert TABLE.search(article.text) or stand_in_order(wanted, found), article.path
        for page in (result, render_page(article, width, PageStyles.ansi())):
            for number, line in enumerate(page.lines):
                cells = sum(cell_len(segment.text) for segment in line)
                assert cells <= width or page.wide_block_at(number), article.path


def test_real_formulas_show_without_a_trace_of_their_source() -> None:
    different = {formula for article in articles() for formula in formulas(parse(article.text))}
    left = [formula for formula in different if LEFT_OVER.search(read_formula(formula).text)]
    assert len(left) <= len(different) // 1000, left
