"""Formulas are found before Markdown could damage them."""

import re
from typing import TYPE_CHECKING

from loaders.mathematics import LONGEST, formula_end

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_DISPLAY_SIGNS = ("$$", "\\[")
# Code goes first, so that signs in it are passed over.
_CODE_OR_DISPLAY = re.compile(
    r"^(?P<indent>[ \t>]*)(?P<fence>```+|~~~+).*?(?:^[ \t>]*(?P=fence)|\Z)"
    r"|(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`)"
    rf"|\$\$(?P<dollars>.{{1,{LONGEST}}}?)\$\$"
    rf"|\\\[(?P<brackets>.{{1,{LONGEST}}}?)\\\]",
    re.DOTALL | re.MULTILINE,
)
_BLANK_LINE = re.compile(r"\n[ \t>]*\n")
_LINE_BREAK = re.compile(r"[ \t]*\n[ \t]*(?:>[ \t]*)*")


def join_displays(source: str) -> str:
    """Put each formula of several lines on one, as TeX reads it, so that no line of it is taken for a list."""
    if "$$" not in source and "\\[" not in source:
        return source
    return _CODE_OR_DISPLAY.sub(_joined, source)


def _joined(match: re.Match[str]) -> str:
    formula = match[0]
    if not (match["dollars"] or match["brackets"]) or _BLANK_LINE.search(formula):
        return formula
    return _LINE_BREAK.sub(" ", formula)


def protect_formulas(parser: "MarkdownIt") -> None:
    """Teach a parser to take each formula as one token, `formula`, and to leave its inside alone."""
    parser.inline.ruler.before("escape", "formula", _formula_rule)


def _formula_rule(state: "StateInline", silent: bool) -> bool:
    if state.src[state.pos] not in "$\\":
        return False
    end = formula_end(state.src, state.pos, state.posMax)
    if end is None:
        return False
    if not silent:
        token = state.push("formula", "math", 0)
        token.content = state.src[state.pos : end]
    state.pos = end
    return True
