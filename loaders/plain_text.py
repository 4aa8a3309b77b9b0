r"""A few lines of Markdown as plain text: `*soft* [metal](/tin)` says soft metal."""

import re
from collections.abc import Callable

from loaders.mathematics import formula_spans

_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_BLOCK_MARK = re.compile(
    r"^[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]+|(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|(?:```|~~~).*$)?",
    re.MULTILINE,
)
_CLOSING_MARK = re.compile(r"[ \t]#+[ \t]*$", re.MULTILINE)
_TARGET = r"\((?:[^()\n]|\([^()\n]*\)){0,500}\)"
_LINK = re.compile(rf"!?\[([^\[\]]{{1,500}})\](?:{_TARGET}|\[[^\[\]]{{0,100}}\])")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_TAG = re.compile(r"</?(?:su[bp]|em|strong|kbd|code|br|[biu])(?:\s[^<>]{0,100})?/?>", re.IGNORECASE)
_EMPHASIS = {
    "*": re.compile(r"(\*{1,3})(?=[^\s*])([^*]{0,500}?)(?<=[^\s*])\1"),
    "_": re.compile(r"(?<!\w)(_{1,3})(?=[^\s_])([^\n]{0,500}?)(?<=[^\s_])\1(?!\w)"),
}
# A sentence may hold one end alone of bold words or of code.
_LEFT_OVER = re.compile(r"\*\*|__(?!\w+__)(?<!\w__)|`|~~")
_LEFT_OVER_SIGN = re.compile("[*_`~]")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CELL_EDGE = re.compile(r"(?<!\\)\|")
_ROW = re.compile(r"^[ \t>]*\|.*\|[ \t]*$", re.MULTILINE)

_FIRST_KEPT, _LAST_KEPT = 0xE000, 0xF8FF
_KEPT = re.compile("[\ue000-\uf8ff]")


def plain(text: str, formula: Callable[[str], str] | None = None) -> str:
    """Take off the marks of Markdown: of headings, lists, emphasis, links, code and tables.

    Code and formulas keep their letters; with `formula`, which gets each with its signs, it says what shows.
    """
    kept: list[str] = []

    def keep(shown: str) -> str:
        if len(kept) > _LAST_KEPT - _FIRST_KEPT:
            return shown
        kept.append(shown)
        return chr(_FIRST_KEPT + len(kept) - 1)

    # Few sentences have any one of these signs, and to look for one takes no time.
    if not text.isascii():
        text = _KEPT.sub("", text)
    if "`" in text:
        text = _CODE.sub(lambda code: keep(code[2].strip()), text)
    if "$" in text or "\\" in text:
        parts, at = [], 0
        for start, end in formula_spans(text):
            parts += [text[at:start], keep(formula(text[start:end]) if formula else text[start:end])]
            at = end
        text = "".join([*parts, text[at:]])
    if "\\" in text:
        text = _ESCAPE.sub(lambda escape: keep(escape[1]), text)
    text = _without_marks(text)
    if kept:
        for _ in range(2):  # a formula may stand on code
            text = _KEPT.sub(lambda place: kept[ord(place[0]) - _FIRST_KEPT], text)
    return text


def _without_marks(text: str) -> str:
    if "|" in text:
        text = _ROW.sub(_cells, text)
    text = _BLOCK_MARK.sub("", text)
    if "#" in text:
        text = _CLOSING_MARK.sub("", text)
    if "](" in text or "][" in text:
        text = _LINK.sub(r"\1", _LINK.sub(r"\1", text))
    if "<" in text:
        text = _TAG.sub("", _ADDRESS.sub(r"\1", text))
    for sign, mark in _EMPHASIS.items():
        if sign in text:
            text = mark.sub(r"\2", mark.sub(r"\2", text))
    if _LEFT_OVER_SIGN.search(text):
        text = _LEFT_OVER.sub("", text)
    return text


def _cells(row: re.Match[str]) -> str:
    """Set the cells of a row of a table apart as a sentence would."""
    cells = (cell.strip() for cell in _CELL_EDGE.split(row[0].strip(" \t>")))
    return " · ".join(cell for cell in cells if cell.strip(":-"))
