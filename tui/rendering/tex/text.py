"""Text within a formula, with its blanks."""

from unicodedata import normalize

from tui.rendering.tex.cursor import TexError
from tui.rendering.tex.reader import Reader
from tui.rendering.tex.symbols import SPACES, SYMBOLS, TEXTS
from tui.rendering.tex.tree import Atom, Node, Role, Row, Scripts

_SIGNS = {"~": " ", "`": "‘", "'": "’", "$": "", "\\\\": " ", "{": "", "\\-": "", "\\(": "", "\\)": ""}
_MARKS = dict(
    zip(
        ("\\`", "\\'", "\\^", "\\~", "\\=", "\\u", "\\.", '\\"', "\\r", "\\H", "\\v", "\\d", "\\c", "\\k", "\\b"),
        "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0323\u0327\u0328\u0331",
        strict=True,
    )
)
"""Marks on the letter that follows."""
_DOTLESS = {"\\i": "i", "\\j": "j"}
"""Letters whose dot makes room for a mark; Unicode's marks do so by themselves."""
_LIGATURES = (("---", "—"), ("--", "–"), ("‘‘", "“"), ("’’", "”"))


def text(reader: Reader) -> Node:
    r"""Read the argument of `\text`; scripts in it, which TeX would refuse, are scripts."""
    cursor = reader.cursor
    cursor.skip_blanks()
    if cursor.sign != "{":
        return Atom(cursor.take() or _missing(), Role.WORD)
    cursor.take()
    items: list[Node] = []
    words = ""
    level = 1
    while True:
        sign = cursor.sign
        if sign == "}":
            level -= 1
            if not level:
                break
            cursor.take()
        elif sign in ("^", "_") and _is_script(reader):
            items = _with_script(_with_words(items, words), sign, reader)
            words = ""
        elif sign in _MARKS:
            words += _marked_letter(reader)
        elif (shown := _shown(sign)) is not None:
            level += sign == "{"
            words += shown
            cursor.take()
        else:
            items = [*_with_words(items, words), reader.argument()]
            words = ""
    cursor.take()
    items = _with_words(items, words)
    return items[0] if len(items) == 1 else Row(tuple(items))


def _marked_letter(reader: Reader) -> str:
    r"""Read a mark and its letter: `\'e`, `\c{c}`, `\"\i`."""
    cursor = reader.cursor
    mark = _MARKS[cursor.take()]
    cursor.skip_blanks()
    letter = cursor.word() if cursor.sign == "{" else cursor.take()
    letter = _DOTLESS.get(letter, letter)
    if not (len(letter) == 1 and letter.isalpha()):
        raise TexError("mark")
    return normalize("NFC", letter + mark)


def _missing() -> str:
    raise TexError("text")


def _shown(sign: str) -> str | None:
    """Give what a token shows in text; None for a command with arguments."""
    if sign in _SIGNS:
        return _SIGNS[sign]
    if not sign.startswith("\\"):
        return sign or _missing()
    if sign in SPACES:
        return " "
    if sign in TEXTS:
        return ""
    known = SYMBOLS.get(sign)
    return known.text if known else None


def _with_words(items: list[Node], words: str) -> list[Node]:
    for signs, shown in _LIGATURES:
        words = words.replace(signs, shown)
    return [*items, Atom(words, Role.WORD)] if words else items


def _is_script(reader: Reader) -> bool:
    """Tell whether a sign begins a script; in `total_cost` it is a character."""
    cursor = reader.cursor
    return cursor.sign == "^" or not cursor.after.isalpha() or cursor.after == "{"


def _with_script(items: list[Node], sign: str, reader: Reader) -> list[Node]:
    reader.cursor.take()
    script = reader.argument()
    base = items[-1] if items else None
    below, above = (script, None) if sign == "_" else (None, script)
    if isinstance(base, Scripts):
        below, above = below or base.below, above or base.above
        base = base.base
    return [*items[:-1], Scripts(base, below, above)]
