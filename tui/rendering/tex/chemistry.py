r"""Chemical formulas as `\ce` writes them: digits are counts, a sign at the end is a charge."""

from tui.rendering.tex.cursor import TexError
from tui.rendering.tex.reader import Reader
from tui.rendering.tex.symbols import SYMBOLS
from tui.rendering.tex.tree import Arrow, Atom, Fence, Fraction, Node, Role, Row, Scripts, Space

_ARROWS = {
    "<=>>": "⇌",
    "<<=>": "⇌",
    "<=>": "⇌",
    "<->": "↔",
    "<-->": "⇄",
    "-->": "⟶",
    "->": "→",
    "<-": "←",
}
_LONGEST_ARROW = 4
_BONDS = {"-": "−", "=": "=", "#": "≡"}
_ENDS_CHARGE = frozenset(" (|/)],}+;")
_BOND = Atom("−")
_OPENINGS = (Atom("("), Atom("["))
_FRACTIONS = frozenset({"\\frac", "\\dfrac", "\\tfrac"})
_DOTS = frozenset({".", "*"})


def chemical(reader: Reader) -> Node:
    r"""Read the argument of `\ce`."""
    reader.cursor.skip_blanks()
    reader.cursor.expect("{")
    row = _Chemical(reader).row("}")
    reader.cursor.expect("}")
    return _concentration(row)


def _concentration(row: Row) -> Row:
    """Keep together what is all in square brackets, so that it needs no others."""
    first, *inner, last = row.items if len(row.items) > 1 else (None, None)
    is_whole = first == _OPENINGS[1] and last == Atom("]") and Atom("]") not in inner
    return Row((Fence("[", Row(tuple(inner)), "]"),)) if is_whole else row


class _Chemical:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._cursor = reader.cursor
        self._items: list[Node] = []

    def row(self, closing: str) -> Row:
        while (sign := self._cursor.sign) != closing:
            if not sign:
                raise TexError("\\ce")
            self._take(sign)
        return Row(tuple(self._items))

    def _take(self, sign: str) -> None:
        cursor = self._cursor
        head = self._arrow() if sign in "<-" else ""
        if head:
            self._items.append(self._with_words(head))
        elif sign == " ":
            self._blank()
        elif sign.isdecimal():
            self._digits()
        elif sign in "^_":
            self._script(sign)
        elif sign in "+-":
            self._sign(sign)
        elif sign == "$":
            cursor.take()
        elif sign == "'":
            cursor.take()
            self._attach(None, Row((Atom("′"),)))
        elif sign == "{":
            self._items.append(self._reader.group())
        elif sign in _FRACTIONS:
            cursor.take()
            self._items.append(Fraction(self._argument(), self._argument()))
        elif sign in ("\\overset", "\\underset"):
            self._beside_words(sign)
        elif sign.startswith("\\"):
            self._command()
        else:
            shown = self._dot(sign) if sign in _DOTS else _BONDS.get(sign, sign)
            is_comma = sign == "," and cursor.after == " "
            self._items.append(Atom(shown, Role.PUNCTUATION if is_comma else Role.ORDINARY))
            cursor.take()

    def _command(self) -> None:
        r"""Read a command of mathematics; TeX drops the blank behind a letter: `\Delta H`."""
        known = SYMBOLS.get(self._cursor.sign)
        row = self._reader.argument()
        is_part = len(row.items) == 1 and isinstance(row.items[0], Fraction | Space)
        self._items += row.items if is_part else (row,)
        if known and known.role is Role.ORDINARY and self._cursor.sign == " " and self._cursor.after.isalpha():
            self._cursor.take()

    def _argument(self) -> Row:
        """Read a chemical formula in braces within a command; without braces, what stands there."""
        cursor = self._cursor
        cursor.skip_blanks()
        if cursor.sign != "{":
            return self._reader.argument()
        cursor.take()
        cursor.enter()
        row = _Chemical(self._reader).row("}")
        cursor.leave()
        cursor.expect("}")
        return _concentration(row)

    def _beside_words(self, command: str) -> None:
        self._cursor.take()
        words = self._reader.argument()
        formula = self._argument()
        below, above = (words, None) if command == "\\underset" else (None, words)
        self._items.append(Scripts(formula, below, above, limits=True))

    def _dot(self, sign: str) -> str:
        """Tell the dot of a hydrate from a full stop."""
        cursor = self._cursor
        is_stop = cursor.before.isalpha() and not cursor.after.isalnum()
        return sign if sign == "." and is_stop else "·"

    def _arrow(self) -> str:
        for size in range(_LONGEST_ARROW, 1, -1):
            head = _ARROWS.get(self._cursor.ahead(size))
            if head:
                for _ in range(size):
                    self._cursor.take()
                return head
        return ""

    def _with_words(self, head: str) -> Node:
        """Put what stands in brackets behind an arrow on it."""
        above, below = (self._words() for _ in range(2))
        return Arrow(head, above, below) if above.items or below.items else Atom(head, Role.RELATION)

    def _words(self) -> Row:
        if self._cursor.sign != "[":
            return Row()
        self._cursor.take()
        self._cursor.enter()
        row = _Chemical(self._reader).row("]")
        self._cursor.leave()
        self._cursor.expect("]")
        return row

    def _blank(self) -> None:
        """Keep a blank; a `v` or `^` alone between two is a precipitate or a gas."""
        cursor = self._cursor
        cursor.take()
        if cursor.sign in ("v", "^") and cursor.after in (" ", "}"):
            self._items += [Space(), Atom("↓" if cursor.take() == "v" else "↑")]
        elif cursor.sign != "}":
            self._items.append(Space())

    def _digits(self) -> None:
        """Read digits: a count behind an element or a bracket, else a number before one."""
        is_count = self._is_behind_part()
        digits = ""
        cursor = self._cursor
        while cursor.sign.isdecimal() or (not is_count and cursor.sign in (".", "/") and cursor.after.isdecimal()):
            digits += cursor.take()
        if is_count:
            self._attach(Row((Atom(digits),)), None)
        else:
            self._items.append(Atom(digits))

    def _script(self, sign: str) -> None:
        cursor = self._cursor
        cursor.take()
        if sign == "^" and cursor.sign == ".":
            cursor.take()
            self._items.append(Atom("•"))
            return
        if cursor.sign in ("{", "") or cursor.sign.startswith("\\"):
            script = self._reader.argument()
        else:
            signs = ""
            while cursor.sign.isdecimal() or cursor.sign in ("+", "-"):
                signs += cursor.take().replace("-", "−")
            script = Row((Atom(signs or cursor.take()),))
        self._attach(*((script, None) if sign == "_" else (None, script)))

    def _sign(self, sign: str) -> None:
        """Read a plus or a minus: a charge, a bond, or a sign between parts."""
        cursor = self._cursor
        is_behind_part = self._is_behind_part()
        cursor.take()
        shown = _BONDS.get(sign, sign)
        if sign == "-" and self._is_bond_of_unit():
            self._items.append(Atom(shown))
        elif is_behind_part and cursor.sign in _ENDS_CHARGE:
            self._attach(None, Row((Atom(shown),)))
        elif is_behind_part:
            self._items.append(Atom(shown))
        else:
            is_number = sign == "-" and cursor.sign.isdecimal()
            self._items.append(Atom(shown, Role.SIGN if is_number else Role.BINARY))

    def _is_bond_of_unit(self) -> bool:
        """Tell whether a dash begins what stands in brackets, or ends what began with one: `(-CH2-)_n`."""
        opening = next((index for index in range(len(self._items))[::-1] if self._items[index] in _OPENINGS), None)
        if opening is None:
            return False
        inner = self._items[opening + 1 :]
        return not inner or (inner[0] == _BOND and self._cursor.sign in (")", "]"))

    def _is_behind_part(self) -> bool:
        if not self._items:
            return False
        last = self._items[-1]
        if isinstance(last, Atom):
            return last.text[-1:].isalpha() or last.text in (")", "]", "}")
        return isinstance(last, Scripts | Row)

    def _attach(self, below: Row | None, above: Row | None) -> None:
        base = self._items[-1] if self._items else None
        if isinstance(base, Scripts) and not (base.below and below) and not (base.above and above):
            self._items[-1] = Scripts(base.base, below or base.below, above or base.above)
        elif self._is_behind_part():
            self._items[-1] = Scripts(base, below, above)
        else:
            self._items.append(Scripts(None, below, above))
