"""The tokens of a formula become a tree."""

from tui.rendering.tex.blanks import SIGNS_BY_BLANKS, sign_by_blanks
from tui.rendering.tex.brackets import paired
from tui.rendering.tex.commands import COMMANDS, INFIXES
from tui.rendering.tex.cursor import Cursor, TexError
from tui.rendering.tex.environments import as_lines
from tui.rendering.tex.meant import as_argument, as_base, as_name, before_factorial, is_factorial
from tui.rendering.tex.preceding import (
    is_behind_factor,
    is_behind_quotient,
    is_unit,
    stands_alone,
)
from tui.rendering.tex.reader import Cells, Reader
from tui.rendering.tex.symbols import BARE_FUNCTIONS, CHARACTERS, NOTHING, SPACES, SYMBOLS, TEXTS
from tui.rendering.tex.tokens import tokenize
from tui.rendering.tex.tree import Atom, Node, Role, Row, Scripts, Space, role_of

_BEGIN_FUNCTIONS = frozenset(name[0] for name in BARE_FUNCTIONS)
_ROW_ENDS = frozenset({"\\\\", "\\cr", "\\newline"})
_ENDS = frozenset({"", "}", "&", "\\end", "\\right", "\\middle", *_ROW_ENDS})
_RULES = frozenset({"\\hline", "\\cline", "\\hdashline", "\\toprule", "\\midrule", "\\bottomrule"})
_UPRIGHT = TEXTS | {"\\mathrm"}
_SCRIPTS = frozenset("^_'’")
_WRITTEN = {"!": ("=", "≠"), "-": (">", "→")}
"""Relations as programmers write them; behind a blank, as `n!=n(n-1)!` is something else."""
_SHORT_WORDS = frozenset({"of", "is", "if", "or"})
"""Words of two letters that are no products."""
_PRIMES = "′″‴"


def parse(source: str) -> Row:
    """Read a formula, given without its dollar signs; raises `TexError` when it is broken or not known."""
    reader = _Parser(Cursor(tokenize(source)))
    node = as_lines(reader.cells())
    if reader.cursor.sign:
        raise TexError(reader.cursor.sign)
    return node if isinstance(node, Row) else Row((node,))


class _Parser(Reader):
    """Reads by recursive descent; commands with arguments are in a table of their own."""

    def row(self, until: str = "") -> Row:
        """Read parts up to the end of a group, a cell or a formula, or up to a token."""
        cursor = self.cursor
        cursor.enter()
        items: list[Node] = []
        levels = 0
        while (sign := cursor.sign) not in _ENDS and sign != until:
            if sign in _SCRIPTS:
                self._scripts(items)
                continue
            if sign in INFIXES:
                cursor.take()
                items = [INFIXES[sign](Row(tuple(paired(items))), self.row(until))]
                break
            item = self._item(items)
            if item is None:
                continue
            # What a command holds stands in this row; what braces hold is a part of its own.
            parts = item.items if isinstance(item, Row) and sign != "{" else (item,)
            for part in parts:
                role = role_of(part)
                if role is Role.CLOSING and items and is_factorial(part):
                    items[-1] = before_factorial(items[-1])
                items.append(as_argument(items[-1], part) if items and sign == "{" else part)
                if role is Role.OPENING:
                    cursor.enter()
                    levels += 1
                elif role is Role.CLOSING and levels:
                    cursor.leave()
                    levels -= 1
        cursor.leave(levels + 1)
        return Row(tuple(paired(items)))

    def argument(self) -> Row:
        """Read what a command takes: a group, a command or a single character."""
        cursor = self.cursor
        cursor.skip_blanks()
        if cursor.sign == "{":
            return self.group()
        if cursor.sign in _ENDS or cursor.sign in "^_":
            raise TexError(cursor.sign)
        cursor.enter()
        item = self._one()
        cursor.leave()
        return item if isinstance(item, Row) else Row((item,) if item else ())

    def group(self) -> Row:
        """Read a group in braces."""
        self.cursor.expect("{")
        row = self.row()
        self.cursor.expect("}")
        return row

    def cells(self) -> Cells:
        """Read rows of cells up to the end of a group, an environment or a formula."""
        cursor = self.cursor
        rows: list[list[Row]] = [[]]
        rules: set[int] = set()
        while True:
            if not rows[-1] and self._rules():
                rules.add(len(rows) - 1)
            rows[-1].append(self.row())
            if cursor.sign == "&":
                cursor.take()
            elif cursor.sign in _ROW_ENDS:
                cursor.take()
                if cursor.sign == "[":
                    cursor.option()
                rows.append([])
            else:
                break
        if len(rows) > 1 and rows[-1] == [Row()]:
            rows.pop()
        return Cells(rows, frozenset(rules))

    def _rules(self) -> bool:
        """Skip lines that are asked for here; tell whether there were any."""
        cursor = self.cursor
        cursor.skip_blanks()
        found = False
        while cursor.sign in _RULES:
            if cursor.take() == "\\cline":
                cursor.word()
            cursor.skip_blanks()
            found = True
        return found

    def _item(self, items: list[Node]) -> Node | None:
        cursor = self.cursor
        sign = cursor.sign
        if sign == " ":
            return self._blank(items)
        if sign.isdecimal():
            return self._number()
        if sign in _WRITTEN and cursor.after == _WRITTEN[sign][0] and cursor.before in ("", " "):
            cursor.take()
            cursor.take()
            return Atom(_WRITTEN[sign][1], Role.RELATION)
        if sign in _BEGIN_FUNCTIONS and (name := cursor.bare_word()) in BARE_FUNCTIONS:
            for _ in name:
                cursor.take()
            return BARE_FUNCTIONS[name]
        if sign in SIGNS_BY_BLANKS:
            return sign_by_blanks(cursor, items)
        return self._one()

    def _one(self) -> Node | None:
        """Read one part; None when a command shows nothing."""
        cursor = self.cursor
        sign = cursor.sign
        if sign == "{":
            return as_name(_unwrapped(self.group()))
        known = SYMBOLS.get(sign) or CHARACTERS.get(sign)
        if known:
            cursor.take()
            return known
        if sign in SPACES:
            cursor.take()
            return Space(SPACES[sign])
        if sign in NOTHING:
            cursor.take()
            return None
        command = COMMANDS.get(sign)
        if command:
            cursor.take()
            node = command(self, sign)
            return _unwrapped(node) if isinstance(node, Row) else node
        if sign.startswith("\\"):
            raise TexError(sign)
        return Atom(cursor.take(), Role.NUMBER if sign.isdecimal() else Role.ORDINARY)

    def _number(self) -> Atom:
        """Read digits with a decimal point and with commas between thousands."""
        cursor = self.cursor
        digits = ""
        while cursor.sign.isdecimal() or (cursor.sign == "." and cursor.after.isdecimal()):
            digits += cursor.take()
        while cursor.sign == "," and (thousand := cursor.thousand()):
            digits += thousand
        if cursor.sign == "." and cursor.after.isdecimal() and "," in digits:
            digits += cursor.take() + self._number().text
        return Atom(digits, Role.NUMBER)

    def _blank(self, items: list[Node]) -> Space | None:
        r"""Keep a blank between words: TeX drops it, but authors who forget `\text` mean it."""
        cursor = self.cursor
        before = cursor.run_before()
        follows_number = cursor.before.isdecimal() or cursor.before in ("%", "\\%")
        cursor.skip_blanks()
        if items and (cursor.ahead(4) == "(mod" or is_behind_quotient(items)):
            return Space()
        if cursor.sign in _UPRIGHT:
            return Space() if items and is_unit(items[-1]) else None
        after = cursor.run_after()
        if items and is_behind_factor(items[-1], cursor.sign.isdecimal(), len(after)):
            return Space()
        is_between_words = before and after and max(len(before), len(after)) > 2
        is_at_word = items and (before in _SHORT_WORDS or after in _SHORT_WORDS)
        return Space() if is_between_words or is_at_word or (follows_number and items and len(after) > 1) else None

    def _scripts(self, items: list[Node]) -> None:
        """Read scripts and primes, and put them on the last item."""
        cursor = self.cursor
        after_blank = cursor.before == " "
        is_number = cursor.ahead(3).strip("^_{ ")[:1].isdecimal()
        below: Row | None = None
        above: Row | None = None
        primes = 0
        while True:
            if cursor.sign in ("'", "’"):
                cursor.take()
                primes += 1
            elif cursor.sign == "^" and above is None:
                cursor.take()
                above = self._script("^")
            elif cursor.sign == "_" and below is None:
                cursor.take()
                below = self._script("_")
            elif cursor.sign == " " and cursor.after in ("^", "_"):
                cursor.take()
            else:
                break
        if cursor.sign in ("^", "_"):
            raise TexError("double script")
        if primes:
            shown = Atom(_PRIMES[primes - 1] if primes <= len(_PRIMES) else "′" * primes)
            above = Row((shown, *(above.items if above else ())))
        is_before_nucleus = is_number and bool(items) and role_of(items[-1]) is Role.RELATION
        is_alone = not items or is_before_nucleus or stands_alone(items[-1], after_blank)
        base = None if is_alone else as_base(items.pop())
        if isinstance(base, Row) and not base.items:
            base = None
        items.append(Scripts(base, below, above))

    def _script(self, sign: str) -> Row:
        """Read a script; a second of its kind, which TeX would refuse, stands on the first: `e^x^2`."""
        cursor = self.cursor
        cursor.enter()
        script = self._single_script()
        if cursor.sign == sign:
            cursor.take()
            second = self._script(sign)
            base = _unwrapped(script)
            script = Row((Scripts(base, None, second) if sign == "^" else Scripts(base, second),))
        cursor.leave()
        return script

    def _single_script(self) -> Row:
        self.cursor.skip_blanks()
        if self.cursor.sign in ("-", "−") and self.cursor.after.isdecimal():
            return Row((CHARACTERS[self.cursor.take()], self._digits()))
        return Row((self._digits(),)) if self.cursor.sign.isdecimal() else self.argument()

    def _digits(self) -> Atom:
        """Read all digits of a script without braces: TeX would take the first alone, which nobody means."""
        digits = ""
        while self.cursor.sign.isdecimal():
            digits += self.cursor.take()
        return Atom(digits, Role.NUMBER)


def _unwrapped(row: Row) -> Node:
    """Give the only part of a group; TeX makes an ordinary sign of one that would ask for blanks."""
    if len(row.items) != 1:
        return row
    item = row.items[0]
    is_spaced = isinstance(item, Atom) and item.role in (Role.PUNCTUATION, Role.BINARY, Role.RELATION)
    return Atom(item.text) if is_spaced and isinstance(item, Atom) else item
