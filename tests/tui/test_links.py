"""Links in the text: chosen by a letter, followed into the library, shown before they lead out of it."""

from pathlib import Path

import pytest
from textual.widgets import Static

from tests.tui.support import SIZES, Desk, lines_of, open_desk, text_of
from tests.tui.test_find import press_at_once
from tests.tui.test_library_screen import write
from tests.writing import Written
from tui.messages import ArticleRequested
from tui.screens.address import AddressScreen
from tui.screens.hints import HintScreen
from tui.screens.library import LibraryScreen
from tui.screens.peek import PeekScreen
from tui.screens.reader import ReaderScreen
from tui.screens.too_small import TooSmallScreen
from tui.widgets.first_words import FirstWords

PARAGRAPHS = "\n\n".join(f"Paragraph {n}." for n in range(60))
ENTROPY = Written(
    title="What is entropy?",
    slug="entropy",
    id=2,
    answer=f"It measures ways.\n\n{PARAGRAPHS}\n\n### The second law\n\nIt never falls.\n\n{PARAGRAPHS}",
)


def heat(answer: str, *related: Written) -> Written:
    return Written(title="What is heat?", slug="heat", answer=answer, related=[other.link() for other in related])


async def open_heat(desk: Desk) -> None:
    desk.app.post_message(ArticleRequested(heat("").url))
    await desk.settle()


def hints(desk: Desk) -> list[tuple[str, int, int]]:
    """Give the labels that show, each with the cell after it."""
    return [
        (str(hint.render()), hint.region.right, hint.region.y)
        for hint in desk.app.screen.query(".hint")
        if hint.display
    ]


def window(desk: Desk) -> str:
    """Read the window that lies over the screen."""
    parts = desk.app.screen.query("#window > *")
    return "\n".join(text_of(part) if isinstance(part, FirstWords) else str(part.render()) for part in parts)


@pytest.mark.parametrize("size", SIZES)
async def test_a_letter_follows_a_link_into_the_library_and_back_returns_to_the_line(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    answer = f"{PARAGRAPHS}\n\nSee [entropy](entropy.md) and [this](https://example.org).\n\n{PARAGRAPHS}"
    async with open_desk(write(tmp_path, heat(answer), ENTROPY), size=size) as desk:
        await open_heat(desk)
        while "See entropy" not in text_of(desk.page):
            await desk.press("d")
        shown = lines_of(desk.page)
        page = desk.page.content_region
        await desk.press("f")
        assert desk.shows(HintScreen)
        foot = desk.app.screen.query_one("#hint-foot", Static)
        assert "A letter chooses · Esc stays" in str(foot.render())
        assert (foot.region.y, foot.region.height) == (size[1] - 1, 1)
        line = next(number for number, text in enumerate(shown) if "See entropy" in text)
        column = shown[line].index("entropy")
        assert hints(desk)[0] == ("a", page.x + column, page.y + line)
        await desk.press("a")
        assert "What is entropy?" in desk.place
        await desk.press("backspace")
        assert "What is heat?" in desk.place
        assert lines_of(desk.page) == shown


async def test_escape_leaves_the_hints_and_follows_nothing(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, heat("See [entropy](entropy.md)."), ENTROPY)) as desk:
        await open_heat(desk)
        await desk.press("f", "escape")
        assert desk.shows(ReaderScreen)
        assert "What is heat?" in desk.place


async def test_more_links_than_letters_get_two_letters_each(tmp_path: Path) -> None:
    many = " ".join(f"[w{n}](https://example.org/{n})" for n in range(30))
    async with open_desk(write(tmp_path, heat(many))) as desk:
        await open_heat(desk)
        await desk.press("f")
        labels = [label for label, _, _ in hints(desk)]
        assert len(set(labels)) == 30
        assert {len(label) for label in labels} == {2}
        chosen = labels[17]
        await desk.press(chosen[0])
        assert {label[0] for label, _, _ in hints(desk)} == {chosen[0]}
        await desk.press(chosen[1])
        assert "https://example.org/17" in window(desk)


async def test_without_a_link_in_sight_the_nearest_are_offered_and_escape_returns(tmp_path: Path) -> None:
    answer = f"{PARAGRAPHS}\n\nSee [entropy](entropy.md).\n\n{PARAGRAPHS}"
    async with open_desk(write(tmp_path, heat(answer), ENTROPY), size=(80, 24)) as desk:
        await open_heat(desk)
        shown = lines_of(desk.page)
        await desk.press("f")
        assert [label for label, _, _ in hints(desk)] == ["a"]
        await desk.press("escape")
        assert lines_of(desk.page) == shown
        await desk.press("G", "f", "a")
        assert "What is entropy?" in desk.place


async def test_a_text_without_links_says_so(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, heat("Nothing to follow."))) as desk:
        await open_heat(desk)
        await desk.press("f")
        assert "no links" in desk.toasts
        assert desk.shows(ReaderScreen)


async def test_a_link_to_a_heading_opens_the_article_there(tmp_path: Path) -> None:
    answer = "[law](entropy.md#the-second-law) [none](entropy.md#third) [here](#units)\n\n" + PARAGRAPHS
    library = write(tmp_path, heat(f"{answer}\n\n### Units\n\n{PARAGRAPHS}"), ENTROPY)
    async with open_desk(library, size=(80, 24)) as desk:
        await open_heat(desk)
        await desk.press("f", "a")
        assert lines_of(desk.page)[0].strip() == "The second law"
        await desk.press("backspace", "f", "s")
        assert "What is entropy?" in lines_of(desk.page)[0]
        assert "no heading “third”" in desk.toasts
        await desk.press("backspace", "f", "d")
        assert lines_of(desk.page)[0].strip() == "Units"
        await desk.press("backspace")
        assert "What is heat?" in lines_of(desk.page)[0]


async def test_a_link_out_of_the_library_shows_its_address_and_opens_only_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("tui.screens.address.browser_place", lambda _: "desktop")
    monkeypatch.setattr("tui.screens.address.browse", opened.append)
    url = "https://[/b]example.org"
    answer = f"[the [/b] site](https://example.org/a?b=c) [odd](<{url}>)"
    async with open_desk(write(tmp_path, heat(answer))) as desk:
        await open_heat(desk)
        await desk.press("f", "a")
        assert desk.shows(AddressScreen)
        assert "the [/b] site" in window(desk)
        assert "https://example.org/a?b=c" in window(desk)
        await desk.press("escape")
        assert desk.shows(ReaderScreen)
        assert opened == []
        await desk.press("f", "a", "y")
        assert desk.app.clipboard == "https://example.org/a?b=c"
        assert opened == []
        await desk.press("f", "a", "enter")
        assert opened == ["https://example.org/a?b=c"]
        assert desk.shows(ReaderScreen)
        await desk.press("f", "s", "enter")
        assert desk.shows(AddressScreen)
        assert len(opened) == 1


@pytest.mark.parametrize(
    "href",
    [
        "file%3A///etc/passwd",
        "java%73cript%3Aalert(1)",
        "../../../etc/passwd",
        "ssh://-oProxyCommand=x",
        "//host/x",
    ],
)
async def test_a_dangerous_link_is_shown_and_never_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, href: str
) -> None:
    def never(*_: object) -> bool:
        pytest.fail("a browser was asked for")

    monkeypatch.setattr("tui.screens.address.browser_place", never)
    monkeypatch.setattr("tui.screens.address.browse", never)
    async with open_desk(write(tmp_path, heat(f"[a link]({href})"))) as desk:
        await open_heat(desk)
        await desk.press("f", "a")
        assert "is not opened" in window(desk)
        assert href in window(desk)
        await desk.press("enter", "o")
        assert desk.shows(AddressScreen)
        await desk.press("y")
        assert desk.app.clipboard == href


async def test_where_no_browser_is_in_reach_the_address_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.address.browser_place", lambda _: "none")
    async with open_desk(write(tmp_path, heat("[site](https://example.org)"))) as desk:
        await open_heat(desk)
        await desk.press("f", "a", "o")
        assert desk.app.clipboard == "https://example.org"
        assert "No browser is in reach" in desk.toasts


async def test_a_click_follows_a_link(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, heat("See [entropy](entropy.md)."), ENTROPY)) as desk:
        await open_heat(desk)
        line, text = next((y, text) for y, text in enumerate(lines_of(desk.page)) if "See" in text)
        await desk.pilot.click(desk.page, offset=(text.index("See"), line))
        await desk.settle()
        assert "What is heat?" in desk.place
        await desk.pilot.click(desk.page, offset=(text.index("entropy") + 2, line))
        await desk.settle()
        assert "What is entropy?" in desk.place


@pytest.mark.parametrize("size", [*SIZES, (80, 14), (40, 12)])
async def test_a_related_article_is_peeked_at_and_left_or_opened(tmp_path: Path, size: tuple[int, int]) -> None:
    async with open_desk(write(tmp_path, heat("Text.", ENTROPY), ENTROPY), size=size) as desk:
        await open_heat(desk)
        await desk.press("tab", "p")
        assert desk.shows(PeekScreen)
        for shown in ("What is entropy?", "Physics · 1 minute", "It measures ways."):
            assert shown in window(desk)
        await desk.press("escape")
        assert "What is heat?" in desk.place
        await desk.press("p", "enter")
        assert "What is entropy?" in desk.place
        await desk.press("backspace")
        assert "What is heat?" in desk.place


async def test_a_link_of_the_text_can_be_peeked_at_also_at_its_heading(tmp_path: Path) -> None:
    answer = "[law](entropy.md#the-second-law) [site](https://example.org)"
    async with open_desk(write(tmp_path, heat(answer), ENTROPY)) as desk:
        await open_heat(desk)
        await desk.press("p", "a")
        assert "The second law" in window(desk)
        assert "It measures ways." not in window(desk)
        await desk.press("enter")
        assert lines_of(desk.page)[0].strip() == "The second law"
        await desk.press("backspace", "p", "s")
        assert desk.shows(AddressScreen)


async def test_the_only_link_in_sight_is_peeked_at_without_a_choice(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, heat("See [entropy](entropy.md)."), ENTROPY)) as desk:
        await open_heat(desk)
        await desk.press("p")
        assert desk.shows(PeekScreen)
        await desk.press("p")
        assert desk.shows(ReaderScreen)


async def test_the_highlighted_article_of_a_list_can_be_peeked_at(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, heat("Text."), ENTROPY), size=(60, 16)) as desk:
        await desk.press("enter", "p")
        assert "What is entropy?" in window(desk)
        await desk.press("escape")
        assert desk.shows(LibraryScreen)
        await desk.press("p", "enter")
        assert "What is entropy?" in desk.place


async def test_hints_that_a_resize_takes_away_leave_the_line_at_the_top(tmp_path: Path) -> None:
    long = "\n\n".join(f"Paragraph {n} {'goes on and on ' * 12}" for n in range(20))
    answer = f"{long}\n\nSee [entropy](entropy.md).\n\n{long}"
    async with open_desk(write(tmp_path, heat(answer), ENTROPY), size=(120, 40)) as desk:
        await open_heat(desk)
        while "See entropy" not in lines_of(desk.page)[0]:
            await desk.press("j")
        await desk.press("f")
        await desk.resize(60, 30)
        assert desk.shows(ReaderScreen)
        assert "See entropy" in lines_of(desk.page)[0]


async def test_hints_leave_a_terminal_that_becomes_too_small_covered(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, heat("See [entropy](entropy.md)."), ENTROPY)) as desk:
        await open_heat(desk)
        await desk.press("f")
        await desk.resize(30, 8)
        assert desk.shows(TooSmallScreen)
        await desk.resize(100, 30)
        assert desk.shows(ReaderScreen)


@pytest.mark.parametrize("closing", ["enter", "escape"])
@pytest.mark.parametrize("opening", ["t", "c", "ctrl+o", "p", "f", "i"])
async def test_a_window_over_the_reader_is_closed_once_by_a_key_that_is_held(
    tmp_path: Path, opening: str, closing: str
) -> None:
    answer = "# A\n\nSee [entropy](entropy.md).\n\n## B\n\n```\na\n```\n\n```\nb\n```\n"
    async with open_desk(write(tmp_path, heat(answer), ENTROPY)) as desk:
        await open_heat(desk)
        await desk.press(opening)
        window = desk.app.screen
        assert not desk.shows(ReaderScreen)
        await press_at_once(desk, closing, closing)
        if (opening, closing) not in {("f", "enter"), ("i", "enter")}:  # nothing that Enter could choose
            assert window not in desk.app.screen_stack
        assert desk.app.is_running
