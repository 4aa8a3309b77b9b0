"""What the shell prints."""

import io
import re

import pytest

from tests.rendering.samples import article
from tui.printing import Printer

PROSE = "word " * 100


def page_lines(text: str, measure: int, *, plain: bool) -> list[str]:
    output = io.StringIO()
    Printer(output, plain=plain).page(article(text), measure, subject="", also_in=())
    return re.sub(r"\x1b\[[\d;]*m", "", output.getvalue()).splitlines()


def width_of_page(measure: int, *, plain: bool) -> int:
    return max(map(len, page_lines(PROSE, measure, plain=plain)))


def test_a_terminal_shows_the_lines_that_a_pipe_gets() -> None:
    text = "# One\n\n- two\n- *three*\n\n```python\ndef four(): ...\n\nfive = 5\n```"
    on_terminal = page_lines(text, 80, plain=False)
    assert [line.rstrip() for line in on_terminal] == page_lines(text, 80, plain=True)
    assert len(on_terminal) > 8


@pytest.mark.parametrize(
    ("columns", "measure", "width"), [(50, 80, 50), (200, 60, 60), (200, 100, 100), (90, 100, 90)]
)
def test_on_a_terminal_a_page_is_as_wide_as_that_up_to_the_readers_measure(
    columns: int, measure: int, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert width - len("word ") < width_of_page(measure, plain=False) <= width


@pytest.mark.parametrize(("columns", "width"), [(None, 80), ("50", 50), ("200", 80), ("much", 80)])
def test_in_a_pipe_a_page_has_80_columns_unless_fewer_are_asked_for(
    columns: str | None, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.__stdout__", None)
    if columns is None:
        monkeypatch.delenv("COLUMNS", raising=False)
    else:
        monkeypatch.setenv("COLUMNS", columns)
    assert width - len("word ") < width_of_page(60, plain=True) <= width
