"""The links of a page, each whole however many lines it takes."""

from collections.abc import Iterator
from dataclasses import dataclass

from tui.rendering.cells import between_cells, width_of
from tui.rendering.page import Page, PageLink


@dataclass(frozen=True, slots=True)
class Link:
    """A link as a reader sees it."""

    url: str
    """Where it leads, as Markdown has it: percent-encoded, its host in the letters that a network knows."""
    text: str
    parts: tuple[PageLink, ...]
    """Where it stands, from its beginning on: at least one stretch of cells."""


def links_of(page: Page) -> list[Link]:
    """Give the links of a page from its top; what is wrapped over lines, or of several styles, is one link."""
    return [
        Link(parts[0].url, " ".join(_words(page, parts)), tuple(parts)) for parts in _grouped(page) if parts[0].url
    ]


def _grouped(page: Page) -> Iterator[list[PageLink]]:
    group: list[PageLink] = []
    for part in page.links:
        if group and not _goes_on(page, group[-1], part):
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def _goes_on(page: Page, last: PageLink, part: PageLink) -> bool:
    if part.url != last.url:
        return False
    if part.line == last.line:
        return part.start == last.end
    ends_line = width_of(page.text_of(last.line)) <= last.end
    begins_line = not between_cells(page.text_of(part.line), 0, part.start).strip()
    return part.line == last.line + 1 and ends_line and begins_line


def _words(page: Page, parts: list[PageLink]) -> Iterator[str]:
    """Give the text of a link, line by line."""
    stretches: dict[int, str] = {}
    for part in parts:
        text = between_cells(page.text_of(part.line), part.start, part.end)
        stretches[part.line] = stretches.get(part.line, "") + text
    return (text.strip() for text in stretches.values())
