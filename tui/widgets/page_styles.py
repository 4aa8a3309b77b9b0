"""The styles of a page in the colours of the theme.

They are made from the theme's variables, not from component classes of the widgets that paint pages: thirty of
those on each would be matched against the whole style sheet at every change of a class, which costs a tenth of the
time to the first screen.
"""

from functools import lru_cache
from typing import NamedTuple

from rich.color import Color
from rich.style import Style
from textual.app import App

from tui.rendering.styles import PageStyles


def page_styles(app: App[object], *, quiet: bool = False) -> PageStyles:
    """Give the styles of a page in the program's theme; `quiet` ones leave the attention to what is beside it."""
    names = ("ink-quiet", "ink-faint", "accent", "foreground", "surface")
    variables = app.theme_variables
    colors = tuple((name, variables[name]) for name in (*names, *_CODE))
    return _styles(colors, quiet=quiet)


class MarkStyles(NamedTuple):
    """The styles that lie over what was found on a page."""

    match: Style
    current: Style


def mark_styles(app: App[object]) -> MarkStyles:
    """Give the styles of marks in the program's theme; they can be told apart without colours as well."""
    variables = app.theme_variables
    return _mark_styles(*(variables[name] for name in ("mark", "foreground", "accent", "background")))


@lru_cache(maxsize=8)
def _mark_styles(*names: str) -> MarkStyles:
    mark, ink, accent, paper = map(_color, names)
    if mark is None or paper is None or not mark.triplet:
        return MarkStyles(match=Style(bold=True, underline=True), current=Style(bold=True, reverse=True))
    return MarkStyles(match=Style(color=ink, bgcolor=mark), current=Style(color=paper, bgcolor=accent, bold=True))


_CODE = ("code-keyword", "code-name", "code-string", "code-number", "code-comment")


@lru_cache(maxsize=8)
def _styles(colors: tuple[tuple[str, str], ...], *, quiet: bool) -> PageStyles:
    ink = {name: _color(value) for name, value in colors}
    text = ink["ink-quiet"] if quiet else ink["foreground"]
    return PageStyles(
        text=Style(color=text),
        title=Style(color=ink["foreground"], bold=True),
        meta=Style(color=ink["ink-quiet"]),
        notice=Style(color=ink["ink-quiet"], italic=True),
        keywords_label=Style(color=ink["ink-faint"]),
        keywords=Style(color=ink["ink-quiet"]),
        heading=Style(color=ink["accent"], bold=True),
        subheading=Style(color=text, bold=True),
        minor_heading=Style(color=text, bold=True, italic=True),
        strong=Style(bold=True),
        emphasis=Style(italic=True),
        strikethrough=Style(strike=True),
        link=Style(color=ink["accent"], underline=True),
        image=Style(color=ink["ink-quiet"], italic=True),
        code=Style(color=ink["code-string"]),
        quote=Style(italic=True),
        quote_bar=Style(color=ink["accent"]),
        marker=Style(color=ink["accent"]),
        rule=Style(color=ink["ink-faint"]),
        table_header=Style(bold=True),
        table_rule=Style(color=ink["ink-faint"]),
        code_block=Style(bgcolor=ink["surface"]),
        more=Style(color=ink["ink-quiet"]),
        code_keyword=Style(color=ink["code-keyword"]),
        code_name=Style(color=ink["code-name"]),
        code_string=Style(color=ink["code-string"]),
        code_number=Style(color=ink["code-number"]),
        code_comment=Style(color=ink["code-comment"], italic=True),
    )


def _color(value: str) -> Color | None:
    """Turn a theme's colour into Rich's: `#e2dccf`, `ansi_blue`; None for what the terminal itself decides."""
    if value.startswith("#"):
        return Color.parse(value[:7])
    name = value.removeprefix("ansi_")
    return None if name in {"default", "transparent"} else Color.parse(name)
