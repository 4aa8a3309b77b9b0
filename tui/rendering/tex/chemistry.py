r"""Chemical formulas as `\ce` writes them: digits are counts, a sign at the end is a charge."""

from tui.rendering.tex.cursor import TexError
from tui.rendering.tex.reader import Reader
from tui.rendering.tex.tree import Arrow, Atom, Node, Role, Row, Scripts, Space

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
_ENDS_CHARGE = frozenset(" )],}+;")
_DOTS = frozenset({".", "*"})


def chemical(reader: Reader) -> Node:
    r"""Read the argument of `\ce`."""
    reader.cursor.skip_blanks()
    reader.cursor.expect("{")
    row = _Chemical(reader).row("}")
    reader.cursor.expect("}")
    return row


class _Chemical:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._cursor = reader.cursor
        self._items: list[Node] = []

    def row(self, closing: str) -> Row:
        while (token := self._cursor.token) != closing:
            if not token:
                raise TexError("\\ce")
            self._take(token)
        return Row(tuple(self._items))

    def _take(self, token: str) -> None:
        cursor = self._cursor
        head = self._arrow() if token in "<-" else ""
        if head:
            self._items.append(self._with_words(head))
        elif token == " ":
            self._blank()
        elif token.isdecimal():
            self._digits()
        elif token in "^_":
            self._script(token)
        elif token in "+-":
            self._sign(token)
        elif token == "{":
            self._items.append(self._reader.group())
        elif token.startswith("\\"):
            self._items.append(self._reader.argument())
        else:
            shown = "·" if token in _DOTS else _BONDS.get(token, token)
            is_comma = token == "," and cursor.after == " "
            self._items.append(Atom(shown, Role.PUNCTUATION if is_comma else Role.ORDINARY))
            cursor.take()

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
        if self._cursor.token != "[":
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
        if cursor.token in ("v", "^") and cursor.after in (" ", "}"):
            self._items += [Space(), Atom("↓" if cursor.take() == "v" else "↑")]
        elif cursor.token != "}":
            self._items.append(Space())

    def _digits(self) -> None:
        """Read digits: a count behind an element or a bracket, else a number before one."""
        is_count = self._is_behind_part()
        digits = ""
        while self._cursor.token.isdecimal() or (self._cursor.token in "./" and self._cursor.after.isdecimal()):
            digits += self._cursor.take()
        if is_count:
            self._attach(Row((Atom(digits),)), None)
        else:
            self._items.append(Atom(digits))

    def _script(self, sign: str) -> None:
        cursor = self._cursor
        cursor.take()
        if cursor.token in ("{", "") or cursor.token.startswith("\\"):
            script = self._reader.argument()
        else:
            signs = ""
            while cursor.token.isdecimal() or cursor.token in ("+", "-"):
                signs += cursor.take().replace("-", "−")
            script = Row((Atom(signs or cursor.take()),))
        self._attach(*((script, None) if sign == "_" else (None, script)))

    def _sign(self, token: str) -> None:
        """Read a plus or a minus: a charge, a bond, or a sign between parts."""
        cursor = self._cursor
        is_behind_part = self._is_behind_part()
        cursor.take()
        shown = _BONDS.get(token, token)
        if is_behind_part and cursor.token in _ENDS_CHARGE:
            self._attach(None, Row((Atom(shown),)))
        elif is_behind_part:
            self._items.append(Atom(shown))
        else:
            self._items.append(Atom(shown, Role.BINARY))

    def _is_behind_part(self) -> bool:
        if not self._items:
            return False
        last = self._items[-1]
        if isinstance(last, Atom):
            return last.text[-1:].isalpha() or last.text in (")", "]", "}")
        return isinstance(last, Scripts | Row)

    def _attach(self, below: Row | None, above: Row | None) -> None:
        base = self._items[-1] if self._items else None
        if isinstance(base, Scripts) and (base.below is None or below is None):
            if base.above is None or above is None:
                below, above = below or base.below, above or base.above
                self._items.pop()
                base = base.base
                self._items.append(Scripts(base, below, above))
                return
        if self._is_behind_part():
            self._items[-1] = Scripts(base, below, above)
        else:
            self._items.append(Scripts(None, below, above))
