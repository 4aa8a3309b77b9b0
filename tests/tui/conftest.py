"""What all tests of the screens share."""

from typing import Any

import pytest

from loaders import Article
from tui.rendering.page import Page, render_page
from tui.widgets.rest import Rest


def _rest_at_once(rest: Rest) -> None:
    rest.owner.call_later(rest.call)


@pytest.fixture(autouse=True)
def _at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do at once what waits for a reader to rest: tests do not wait."""
    monkeypatch.setattr(Rest, "begin", _rest_at_once)


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the articles that are laid out, one for each time."""
    titles: list[str] = []

    def count(article: Article, *args: Any, **options: Any) -> Page:
        titles.append(article.title)
        return render_page(article, *args, **options)

    monkeypatch.setattr("tui.rendering.kept_pages.render_page", count)
    return titles
