"""A library of real articles, when there is one: `CARREL_TEST_LIBRARY=folder pytest tests/rendering`."""

import os
from pathlib import Path

import pytest
from rich.cells import cell_len

from loaders.parse import parse_article
from tui.rendering.page import render_page
from tui.rendering.styles import PageStyles

FOLDER = os.environ.get("CARREL_TEST_LIBRARY", "")
SPREAD = 400


def some_files() -> list[Path]:
    files = sorted(Path(FOLDER).rglob("*.md"))
    return files[:: max(1, len(files) // SPREAD)]


@pytest.mark.skipif(not FOLDER, reason="CARREL_TEST_LIBRARY names no folder")
@pytest.mark.parametrize("width", [40, 80, 120])
def test_real_articles_show_whole_and_within_the_page(width: int) -> None:
    files = some_files()
    assert files
    for file in files:
        article = parse_article(file.name, file.read_bytes()).article
        if article is None:
            continue
        result = render_page(article, width, PageStyles.ansi(), formulas_as_source=True)
        shown = "".join("".join(segment.text for segment in line) for line in result.lines)
        letters = [character for character in article.text if character.isalpha() and character.isascii()]
        missing = len(letters) - sum(character.isalpha() and character.isascii() for character in shown)
        # What is not shown: targets of links and names of languages after fences.
        allowed = sum(len(link.url) for link in result.links) + 12 * article.text.count("```")
        assert missing <= allowed, file
        for number, line in enumerate(result.lines):
            if not result.wide_block_at(number):
                assert sum(cell_len(segment.text) for segment in line) <= width, file
