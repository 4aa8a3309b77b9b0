"""Formulas are found before Markdown could damage them."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

LONGEST = 1000
"""A formula longer than this is none: its closing sign belongs to another."""

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


def formula_end(text: str, start: int, end: int) -> int | None:
    """Find where the formula that begins at `start` ends; None when none begins there.

    A dollar sign is money unless the next one on its line closes a formula by its blanks and digits.
    """
    limit = min(end, start + LONGEST)
    sign = text[start : start + 2]
    if sign == "$$":
        return _after(text, "$$", start, limit)
    if sign in ("\\(", "\\["):
        return _after(text, "\\)" if sign == "\\(" else "\\]", start, limit)
    if not sign.startswith("$"):
        return None
    newline = text.find("\n", start, limit)
    closing = text.find("$", start + 1, limit if newline < 0 else newline)
    return closing + 1 if closing > 0 and _is_formula(text, start, closing, end) else None


def _after(text: str, closing: str, start: int, limit: int) -> int | None:
    found = text.find(closing, start + 2, limit)
    return found + 2 if found > 0 and text[start + 2 : found].strip() else None


def _is_formula(text: str, opening: int, closing: int, end: int) -> bool:
    inner = text[opening + 1 : closing]
    if not inner.strip() or "`" in inner or "\\(" in inner:
        return False
    begins_blank, ends_blank = inner[0].isspace(), inner[-1].isspace()
    if begins_blank and ends_blank:
        return True
    if begins_blank:
        return opening == 0 or not text[opening - 1].isalnum()
    if ends_blank:
        return False
    return closing + 1 >= end or not text[closing + 1].isdigit()


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
