"""What stands within a paragraph becomes pieces of text, line by line of its source."""

import re
from typing import TYPE_CHECKING

from rich.style import Style

from loaders.clean import clean, one_line
from tui.rendering.lines import Piece
from tui.rendering.styles import PageStyles

if TYPE_CHECKING:
    from markdown_it.token import Token

    from tui.rendering.mathematics import Formula

_BLANKS = re.compile("[ \t\n]+")
_SOFT_HYPHEN = "\xad"


def tidy(text: str) -> str:
    """Make a text fit for a line: clean, with single blanks between words and no soft hyphens."""
    if text.isascii() and text.isprintable():
        return _BLANKS.sub(" ", text) if "  " in text else text
    return _BLANKS.sub(" ", clean(text).replace(_SOFT_HYPHEN, ""))


def inline_lines(
    tokens: "list[Token]", base: Style, styles: PageStyles, *, formulas_as_source: bool = False
) -> list[list[Piece]]:
    """Give the pieces of each line that the author began; a single newline begins one."""
    builder = _Builder(base, styles, formulas_as_source)
    for token in tokens:
        builder.take(token)
    return builder.lines


class _Builder:
    def __init__(self, base: Style, styles: PageStyles, formulas_as_source: bool) -> None:
        self.lines: list[list[Piece]] = [[]]
        self._formulas_as_source = formulas_as_source
        self._styles = styles
        self._open_styles = [base]
        self._urls = [""]
        self._emphases = {
            "strong_open": styles.strong,
            "em_open": styles.emphasis,
            "s_open": styles.strikethrough,
        }

    def take(self, token: "Token") -> None:
        kind = token.type
        if kind == "text":
            self._add(tidy(token.content))
        elif kind in ("softbreak", "hardbreak"):
            self.lines.append([])
        elif kind in self._emphases:
            self._open_styles.append(self._open_styles[-1] + self._emphases[kind])
        elif kind == "link_open":
            self._open_styles.append(self._open_styles[-1] + self._styles.link)
            self._urls.append(one_line(clean(str(token.attrs.get("href", "")))))
        elif token.nesting < 0:
            self._close(kind)
        else:
            self._take_whole(token)

    def _take_whole(self, token: "Token") -> None:
        styles = self._styles
        if token.type == "code_inline":
            self._add(one_line(clean(token.content)), styles.code)
        elif token.type == "formula":
            from tui.rendering.mathematics import read_formula  # noqa: PLC0415 - most texts hold no formula

            formula = read_formula(token.content, as_source=self._formulas_as_source)
            self._add(formula.text, styles.formula, formula)
        elif token.type == "image":
            text = tidy(text_of(token.children or [])).strip()
            self._add(f"[image: {text}]" if text else "[image]", styles.image)
        else:
            self._add(tidy(token.content))

    def _close(self, kind: str) -> None:
        self._open_styles.pop()
        if kind == "link_close":
            self._urls.pop()

    def _add(self, text: str, style: Style | None = None, formula: "Formula | None" = None) -> None:
        if not text:
            return
        current = self._open_styles[-1]
        self.lines[-1].append(Piece(text, current + style if style else current, self._urls[-1], formula))


def text_of(tokens: "list[Token]") -> str:
    """Give the bare text of inline tokens, on one line."""
    parts = []
    for token in tokens:
        parts.append(text_of(token.children) if token.children else token.content)
        if token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts)
