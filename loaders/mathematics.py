r"""Where formulas stand in a text: `$x$`, `$$x$$`, `\(x\)` and `\[x\]`, told from money."""

import re
from collections.abc import Iterator

LONGEST = 1000
"""A formula longer than this is none: its closing sign belongs to another."""

_INDENT = 40
_CLOSING = {"$$": "$$", "\\(": "\\)", "\\[": "\\]"}
# A backslash hides what follows: `\\(` is a row break and a bracket, `\$` a dollar.
_OPENING = re.compile(r"\$\$?|\\.", re.DOTALL)
_CURRENCIES = frozenset({"US", "AU", "CA", "HK", "NT", "NZ", "SG"})
_AMOUNT = re.compile(r"[ \xa0]?\d")
_BLANK_LINE = re.compile(r"\n[ \t>]*+\r?\n")


def formula_end(text: str, start: int, end: int) -> int | None:
    """Find where the formula that begins at `start` ends; None when none begins there.

    Nothing is read from `end` on. A dollar sign is money unless the next one on its line closes a formula by
    its blanks and digits; and unless that one opens a display, as the second in `$ 5 or $$x$$` does. That of
    `US$ 5` is always money.
    """
    limit = min(end, start + LONGEST)
    sign = text[start : min(start + 2, end)]
    if sign in _CLOSING:
        return _after(text, _CLOSING[sign], start, limit)
    if not sign.startswith("$"):
        return None
    newline = text.find("\n", start, limit)
    closing = text.find("$", start + 1, limit if newline < 0 else newline)
    if closing < 0 or _is_currency(text, start, end) or _is_currency(text, closing, end):
        return None
    if not _is_formula(text, start, closing, end) or _is_display(text, closing, end):
        return None
    return closing + 1


def formula_spans(text: str) -> Iterator[tuple[int, int]]:
    """Give the start and the end of each formula of a whole text, in order, signs included.

    The text should hold no code: cut it at fences first, and blot the rest out with backticks. Over a blank
    line reaches only a display that begins its line. Takes time in proportion to the text, whatever it holds.
    """
    ahead = _Ahead(text)
    position = 0
    while opening := _OPENING.search(text, position):
        start = opening.start()
        position = start + 1
        closing = _CLOSING.get(opening[0])
        if opening[0][0] == "\\" and closing is None:
            position = opening.end()
            continue
        limit = len(text) if _opens_block(text, start, opening[0]) else ahead.blank_line(start)
        # Not searched again and again for a sign that is far away or nowhere.
        if closing and not start + 2 < ahead.sign(closing, start + 2) < min(limit, start + LONGEST):
            continue
        end = formula_end(text, start, limit)
        if end is not None:
            yield start, end
            position = end


class _Ahead:
    """Remembers what comes next in a text, for questions that go forward through it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._signs: dict[str, int] = {}
        self._blank_line = -1

    def sign(self, sign: str, start: int) -> int:
        """Give where the next such sign stands, at `start` or later; the end of the text when none does."""
        found = self._signs.get(sign, -1)
        if found < start:
            found = self._text.find(sign, start)
            self._signs[sign] = found = len(self._text) if found < 0 else found
        return found

    def blank_line(self, start: int) -> int:
        """Give where the next blank line begins, at `start` or later."""
        if self._blank_line < start:
            found = _BLANK_LINE.search(self._text, start)
            self._blank_line = found.start() if found else len(self._text)
        return self._blank_line


def _opens_block(text: str, start: int, sign: str) -> bool:
    before = text[max(0, start - _INDENT) : start].rstrip(" \t>")
    return sign in ("$$", "\\[") and (not before or before.endswith("\n"))


def _after(text: str, closing: str, start: int, limit: int) -> int | None:
    found = text.find(closing, start + 2, limit)
    return found + 2 if found > 0 and text[start + 2 : found].strip() else None


def _is_display(text: str, start: int, end: int) -> bool:
    if not text.startswith("$$", start):
        return False
    after = _after(text, "$$", start, min(end, start + LONGEST))
    # In `$a$$b$ and $c$$d$` no display stands between a and d: none holds a dollar sign.
    return after is not None and "$" not in text[start + 2 : after - 2]


def _is_currency(text: str, sign: int, end: int) -> bool:
    begin = sign - 2
    if text[max(0, begin) : sign] not in _CURRENCIES or not _AMOUNT.match(text, sign + 1, end):
        return False
    # In `$US$ 5` the word belongs to a formula.
    return begin == 0 or not (text[begin - 1].isalnum() or text[begin - 1] in "$\\")


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
    return not text[closing + 1 : min(closing + 2, end)].isdigit()
