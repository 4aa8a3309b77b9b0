"""Colours: they can be read, also where a terminal has no more than its own sixteen."""

import pytest
from textual.color import Color
from textual.theme import Theme

from loaders import Library
from tests.tui.support import Desk, text_of
from tui.app import CarrelApp
from tui.places import sample_library
from tui.state import StateFile
from tui.themes import THEMES, THEMES_OF_16, has_16_colors, themes_for

DARK_ONES = "#000000 #aa0000 #00aa00 #aa5500 #0000aa #aa00aa #00aaaa #aaaaaa"
BRIGHT_ONES = "#555555 #ff5555 #55ff55 #ffff55 #5555ff #ff55ff #55ffff #ffffff"
INKS = [name for name in THEMES["carrel-dark"].variables if name.startswith(("ink-", "code-"))]
SIXTEEN = {*DARK_ONES.split(), *BRIGHT_ONES.split()}


def contrast(ink: str, paper: str | None) -> float:
    """Give the contrast ratio of WCAG 2."""
    light, dark = sorted((luminance(Color.parse(color or "")) for color in (ink, paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: Color) -> float:
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_quiet_words_of_our_themes_can_be_read(theme: Theme) -> None:
    for name in ("ink-quiet", "ink-faint"):
        assert contrast(theme.variables[name], theme.background) >= 4.5
    for lifted in (theme.surface, theme.panel):
        assert contrast(theme.variables["ink-quiet"], lifted) >= 4.5


@pytest.mark.parametrize("theme", THEMES_OF_16.values(), ids=lambda theme: theme.name)
def test_in_16_colors_every_colour_is_one_of_them_and_can_be_read(theme: Theme) -> None:
    inks = [theme.accent, theme.foreground, *(theme.variables[name] for name in INKS)]
    grounds = [theme.background, theme.surface, theme.panel, theme.variables["mark"]]
    assert {*inks, *grounds} <= SIXTEEN
    for ink in inks:
        assert contrast(ink or "", theme.background) >= 3.9, ink
    for ground in grounds:
        assert contrast(theme.foreground or "", ground) >= 4.5
        assert contrast(theme.accent or "", ground) >= 3.9


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "linux"}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, True),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, False),
        ({"TERM": "xterm-256color"}, False),
    ],
)
def test_a_terminal_tells_of_how_many_colours_it_has(environment: dict[str, str], *, expected: bool) -> None:
    assert has_16_colors(environment) is expected


async def test_a_terminal_of_16_colours_gets_the_theme_of_the_same_name_made_for_it() -> None:
    library = Library.open(sample_library())
    app = CarrelApp(library, StateFile(None), watches=False, desktop={"TERM": "xterm"})
    async with app.run_test(size=(80, 24)) as pilot:
        desk = Desk(app, pilot, library)
        await desk.settle()
        await desk.open_article("Mathematics", "What is Euler’s identity")
        for name, theme in THEMES_OF_16.items():
            app.theme = name
            await desk.settle()
            assert app.current_theme is theme
            assert "Euler" in text_of(desk.page)
            ink = Color.parse(theme.foreground or "").rgb
            title = next(segment for segment in desk.page.shown_line(0) if segment.text.strip())
            assert title.style
            assert title.style.color
            assert title.style.color.get_truecolor() == ink


@pytest.mark.parametrize("terminal", ["xterm", "xterm-256color"])
def test_without_colours_headings_and_keys_are_no_darker_than_the_text_that_they_lead(terminal: str) -> None:
    for theme in themes_for({"TERM": terminal, "NO_COLOR": "1"}).values():
        assert theme.accent == theme.foreground
        assert theme.variables["ink-quiet"] != theme.foreground


@pytest.mark.parametrize(("terminal", "has_edge"), [("xterm", True), ("xterm-256color", False)])
async def test_a_window_has_an_edge_where_its_ground_is_that_of_the_page(terminal: str, *, has_edge: bool) -> None:
    library = Library.open(sample_library())
    app = CarrelApp(library, StateFile(None), watches=False, desktop={"TERM": terminal})
    async with app.run_test(size=(80, 24)) as pilot:
        desk = Desk(app, pilot, library)
        await desk.settle()
        for name in THEMES:
            app.theme = name
            await desk.press("question_mark")
            window = app.screen.query_one("#overlay")
            assert bool(window.styles.border.top[0]) is has_edge
            assert (window.styles.background == Color.parse(app.current_theme.background or "")) is has_edge
            assert window.content_size.width == 71
            await desk.press("escape")
