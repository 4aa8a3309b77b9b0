"""Signs that are what the blanks around them make of them."""

from collections.abc import Sequence

from tui.rendering.tex.cursor import Cursor
from tui.rendering.tex.preceding import can_bind, ends_in_blanks
from tui.rendering.tex.symbols import CHARACTERS
from tui.rendering.tex.tree import Atom, Node, Role

SIGNS_BY_BLANKS = frozenset(":/-+–")
_BOUND = frozenset("CHNORSBFIPX")
_RATIO = (Role.ORDINARY, Role.PUNCTUATION, Role.RELATION)
"""What a colon is with no blank behind it, with one, and with blanks at both sides."""


def sign_by_blanks(cursor: Cursor, items: Sequence[Node]) -> Atom:
    """Read such a sign behind the parts of its row."""
    begins_blank = cursor.before == " "
    sign = cursor.take()
    ends_blank = cursor.sign == " "
    is_between = begins_blank and ends_blank
    if sign == ":":
        return _colon(cursor, ends_blank + is_between)
    if sign == "/":
        return Atom("/", Role.BINARY if is_between else Role.ORDINARY)
    if sign == "–":
        return CHARACTERS["-"] if is_between else Atom("–")
    atom = CHARACTERS[sign]
    if not ends_blank and items:
        if ends_in_blanks(items[-1]):
            return Atom(atom.text, Role.SIGN)
        if sign == "-" and not begins_blank and cursor.sign in _BOUND and can_bind(items):
            # A bond, as in R-OH.
            return Atom(atom.text)
    return atom


def _colon(cursor: Cursor, blanks: int) -> Atom:
    if cursor.sign in ("=", ":"):
        return Atom(":" + cursor.take(), Role.RELATION)
    return Atom(":", _RATIO[blanks])
