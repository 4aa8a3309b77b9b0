"""Carrel's own themes: warm ink and paper, one accent, in light and in dark."""

from textual.color import Color
from textual.theme import Theme

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
    },
)
THEMES = {theme.name: theme for theme in (DARK, LIGHT)}
DEFAULT_THEME = DARK.name


def variables_of(theme: Theme) -> dict[str, str]:
    """Derive the variables that Carrel's themes set themselves for a theme that knows nothing of them."""
    colors = theme.to_color_system().generate()
    if colors["foreground"].startswith("ansi"):
        quiet = faint = "ansi_bright_black"
    else:
        ink, paper = Color.parse(colors["foreground"]), Color.parse(colors["background"])
        quiet, faint = paper.blend(ink, 0.68).hex, paper.blend(ink, 0.48).hex
    return {
        "ink-quiet": quiet,
        "ink-faint": faint,
        "code-keyword": colors["accent"],
        "code-name": colors["primary"],
        "code-string": colors["success"],
        "code-number": colors["warning"],
        "code-comment": quiet,
    }
