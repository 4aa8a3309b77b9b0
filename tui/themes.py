"""Carrel's own themes: warm ink and paper, one accent, light and dark, also for 16 colours."""

from collections.abc import Mapping
from dataclasses import replace

from rich.color import ColorSystem
from rich.console import Console
from textual.color import Color
from textual.theme import Theme

_SEAMLESS = {"window-edge": "none", "window-padding": "1 2"}
"""A window whose ground tells it from what lies under it."""


def _edged(color: str) -> dict[str, str]:
    """Draw a line around a window, where the ground does not tell it apart."""
    return {"window-edge": f"solid {color}", "window-padding": "0 1"}


DARK = Theme(
    name="carrel-dark",
    dark=True,
    primary="#d9a35f",
    secondary="#9fb0a5",
    accent="#d9a35f",
    foreground="#e2dccf",
    background="#17181a",
    surface="#1e1f22",
    panel="#2a2b2f",
    success="#93b083",
    warning="#d9a35f",
    error="#d98078",
    variables={
        "ink-quiet": "#a39e93",
        "ink-faint": "#8a867c",
        "code-keyword": "#d9a35f",
        "code-name": "#9fc0c4",
        "code-string": "#a9bf8f",
        "code-number": "#c8a2b8",
        "code-comment": "#938e84",
        "mark": "#51422f",
        **_SEAMLESS,
    },
)
LIGHT = Theme(
    name="carrel-light",
    dark=False,
    primary="#8f4e12",
    secondary="#4d6156",
    accent="#8f4e12",
    foreground="#2a2723",
    background="#faf9f7",
    surface="#f0efec",
    panel="#e5e3de",
    success="#3f6b34",
    warning="#8f4e12",
    error="#9c2f26",
    variables={
        "ink-quiet": "#5f594f",
        "ink-faint": "#746d61",
        "code-keyword": "#8f4e12",
        "code-name": "#1f5a66",
        "code-string": "#4a6321",
        "code-number": "#7a3a63",
        "code-comment": "#746d61",
        "mark": "#dac6b2",
        **_SEAMLESS,
    },
)
_DARK_OF_16 = Theme(
    name=DARK.name,
    dark=True,
    primary="#ffff55",
    secondary="#aaaaaa",
    accent="#ffff55",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#555555",
    success="#00aa00",
    warning="#ffff55",
    error="#ff5555",
    variables={
        "ink-quiet": "#aaaaaa",
        "ink-faint": "#aaaaaa",
        "code-keyword": "#ffff55",
        "code-name": "#00aaaa",
        "code-string": "#00aa00",
        "code-number": "#ff55ff",
        "code-comment": "#aaaaaa",
        "mark": "#555555",
        **_edged("#aaaaaa"),
    },
)
_LIGHT_OF_16 = Theme(
    name=LIGHT.name,
    dark=False,
    primary="#0000aa",
    secondary="#555555",
    accent="#0000aa",
    foreground="#000000",
    background="#ffffff",
    surface="#ffffff",
    panel="#aaaaaa",
    success="#00aa00",
    warning="#aa0000",
    error="#aa0000",
    variables={
        "ink-quiet": "#555555",
        "ink-faint": "#555555",
        "code-keyword": "#0000aa",
        "code-name": "#aa00aa",
        "code-string": "#aa0000",
        "code-number": "#aa00aa",
        "code-comment": "#555555",
        "mark": "#aaaaaa",
        **_edged("#555555"),
    },
)
THEMES = {theme.name: theme for theme in (DARK, LIGHT)}
THEMES_OF_16 = {theme.name: theme for theme in (_DARK_OF_16, _LIGHT_OF_16)}
"""The same by name, in the values that stand for a terminal's own colours: warm tints would all become greys."""
DEFAULT_THEME = DARK.name


def has_16_colors(environment: Mapping[str, str]) -> bool:
    """Tell whether the program will draw in a terminal's own colours, because it knows of no more."""
    console = Console(force_terminal=True, _environ=environment)
    return console.color_system == ColorSystem.STANDARD.name.lower()


def themes_for(environment: Mapping[str, str] | None) -> Mapping[str, Theme]:
    """Give our own themes for what a terminal can show: in all colours where nothing is known of it."""
    if environment is None:
        return THEMES
    themes = THEMES_OF_16 if has_16_colors(environment) else THEMES
    if "NO_COLOR" not in environment:
        return themes
    return {name: _without_colors(theme) for name, theme in themes.items()}


def _without_colors(theme: Theme) -> Theme:
    """Give the accent to the ink: as a shade of grey it would stand behind the text that it is to lead."""
    ink = theme.foreground
    variables = {**theme.variables, "code-keyword": ink or theme.variables["code-keyword"]}
    return replace(theme, primary=ink or theme.primary, accent=ink, warning=ink, variables=variables)


def variables_of(theme: Theme) -> dict[str, str]:
    """Derive the variables that Carrel's themes set themselves for a theme that knows nothing of them."""
    colors = theme.to_color_system().generate()
    if colors["foreground"].startswith("ansi"):
        quiet = faint = "ansi_bright_black"
        mark = colors["accent"]
        window = _edged(faint)
    else:
        ink, paper = Color.parse(colors["foreground"]), Color.parse(colors["background"])
        quiet, faint = paper.blend(ink, 0.68).hex, paper.blend(ink, 0.48).hex
        mark = paper.blend(Color.parse(colors["accent"]), 0.3).hex
        window = _SEAMLESS
    return {
        "ink-quiet": quiet,
        "ink-faint": faint,
        "code-keyword": colors["accent"],
        "code-name": colors["primary"],
        "code-string": colors["success"],
        "code-number": colors["warning"],
        "code-comment": quiet,
        "mark": mark,
        **window,
    }
