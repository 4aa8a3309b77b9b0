"""A formula on one line."""

from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import combining

from tui.rendering.tex.binding import Shape, is_among_factors, is_open_sum, shape_of
from tui.rendering.tex.meant import is_factorial
from tui.rendering.tex.rows_in_line import case, cells_in_row, equations, sequence
from tui.rendering.tex.scripts import marked, subscript, superscript
from tui.rendering.tex.sign_columns import sign_columns
from tui.rendering.tex.spacing import blanks_before, is_open, roles_in_row
from tui.rendering.tex.tree import (
    Accent,
    Arrow,
    Atom,
    Binomial,
    Brace,
    Fence,
    Fraction,
    Grid,
    Node,
    Role,
    Root,
    Row,
    Scripts,
    Space,
    role_of,
)


class _Written(NamedTuple):
    text: str
    shape: Shape = Shape.FACTOR
    signed: bool = False


_SPREAD_MARKS = frozenset("\u0305\u0332\u0336\u0338")
"""Marks that every character takes."""
_BAR, _LINE = "\u0304", "\u0305"
_DOTS = frozenset("\u0307\u0308\u20db")
_PRIMES = ("′", "″", "‴")
_ROOTS = {"2": "√", "3": "∛", "4": "∜"}
_BEFORE_SIGNED = frozenset({Role.RELATION, Role.PUNCTUATION, Role.OPENING, Role.SPACE})
"""What a fraction that begins with a minus follows as it is; behind anything else, that would be a difference."""
_WITH_LIMITS = frozenset({Role.OPERATOR, Role.INTEGRAL, Role.LIMITED})


def one_line(node: Node) -> str:
    """Write a formula, or a part of one, on one line; brackets stand only where they are needed."""
    return _write(node, tight=False).text.strip()


def one_script(row: Row) -> str:
    """Write what stands in a script, without blanks around signs."""
    return _row(row, tight=True).text.strip()


def accented(text: str, mark: str) -> str:
    """Put a mark on a text: on its last character, or through all of them."""
    if mark not in _SPREAD_MARKS:
        return text + mark
    return "".join([character if _takes_no_mark(character) else character + mark for character in text])


def _takes_no_mark(character: str) -> bool:
    return character == " " or combining(character) > 0


def _write(node: Node, tight: bool) -> _Written:
    written = _Written("")
    match node:
        case Atom():
            is_loose = " " in node.text or node.text == "/"
            written = _Written(node.text, Shape.SUM if is_loose else Shape.FACTOR)
        case Row():
            written = _row(node, tight)
        case Scripts():
            is_loose = isinstance(node.base, Atom) and " " in node.base.text
            written = _Written(_scripts(node, tight), Shape.SUM if is_loose else Shape.FACTOR)
        case Fraction():
            written = _Written(_fraction(node, tight), Shape.SUM)
        case Fence():
            written = _Written(_fence(node, tight))
        case Root():
            written = _Written(_root(node))
        case Accent():
            is_loose = node.mark in _SPREAD_MARKS and _row(node.inner, tight).shape is Shape.SUM
            written = _Written(_accent(node, tight), Shape.SUM if is_loose else Shape.FACTOR)
        case Binomial():
            written = _Written(f"C({_row(node.top, tight).text}, {_row(node.bottom, tight).text})")
        case Brace():
            written = _Written(_brace(node, tight))
        case Arrow():
            written = _Written(_arrow(node), Shape.SUM)
        case Grid():
            written = _Written(_grid(node, tight), Shape.SUM)
    return written


def _row(row: Row, tight: bool) -> _Written:
    items = row.items
    if len(items) == 1:
        return _write(items[0], tight)
    roles = roles_in_row(items)
    parts = [
        _fraction_among(item, items, roles, index, tight) if isinstance(item, Fraction) else _part(item, tight)
        for index, item in enumerate(items)
    ]
    texts = [part.text for part in parts]
    blanks = blanks_before(items, roles, texts, tight=tight)
    written = ""
    for text, count in zip(texts, blanks, strict=True):
        if not text:
            continue
        if count or (written and written[-1] == " "):
            written = written.rstrip(" ") + " " * max(count, 1) + text.lstrip(" ")
        elif text[0].isalnum() and is_open(written):
            written += " " + text
        else:
            written += text
    if any(blanks) or not items or any(part.shape is Shape.SUM for part in parts):
        shape = Shape.SUM
    else:
        shape = shape_of(items, roles)
    return _Written(written, shape, bool(roles) and roles[0] is Role.SIGN)


def _part(node: Node, tight: bool) -> _Written:
    """Write a part beside others; a heap of rows without a bar would run into them."""
    written = _write(node, tight)
    is_heap = isinstance(node, Grid) and node.alignments == "c" and node.kind == "lines"
    return _Written(f"({written.text})") if is_heap else written


def _fraction_among(
    node: Fraction, items: Sequence[Node], roles: Sequence[Role], index: int, tight: bool
) -> _Written:
    """Write a fraction with the brackets that its neighbours make necessary."""
    if is_among_factors(items, roles, index):
        return _Written(f"({_fraction(node, tight)})", Shape.SUM)
    is_behind_part = index > 0 and roles[index - 1] not in _BEFORE_SIGNED
    return _Written(_fraction(node, tight, is_behind_part=is_behind_part), Shape.SUM)


def _fraction(node: Fraction, tight: bool, *, is_behind_part: bool = False) -> str:
    top, bottom = _row(node.top, tight), _row(node.bottom, tight)
    is_bound = top.shape is Shape.SUM or (top.signed and is_behind_part)
    over = f"({top.text})" if is_bound else top.text
    is_simple = bottom.shape is Shape.FACTOR and not bottom.signed
    return f"{over}/{bottom.text}" if is_simple else f"{over}/({bottom.text})"


def _root(node: Root) -> str:
    inner = _row(node.inner, tight=False)
    item = node.inner.items[0] if len(node.inner.items) == 1 else None
    is_raised = isinstance(item, Scripts) and item.above is not None
    ends_high = is_raised or isinstance(item, Root) or any(map(is_factorial, node.inner.items[-1:]))
    is_bare = inner.shape is Shape.FACTOR and not ends_high and not inner.signed
    text = inner.text if is_bare and inner.text else f"({inner.text})"
    degree = one_script(node.degree) if node.degree else "2"
    sign = _ROOTS.get(degree)
    if sign:
        return sign + text
    raised = superscript(degree)
    return f"{raised}√{text}" if raised else f"root({degree}){text}"


def _accent(node: Accent, tight: bool) -> str:
    item = node.inner.items[0] if len(node.inner.items) == 1 else None
    if isinstance(item, Scripts) and item.base is not None and node.mark not in _SPREAD_MARKS:
        if item.above is None or _is_prime(item.above):
            return _scripts(Scripts(Accent(node.mark, Row((item.base,))), item.below, item.above), tight)
        if node.mark == _BAR:
            return _accent(Accent(_LINE, node.inner), tight)
        if node.mark in _DOTS:
            return f"({_row(node.inner, tight).text}){node.mark}"
        return _scripts(Scripts(Accent(node.mark, Row((item.base,))), item.below, item.above), tight)
    inner = _row(node.inner, tight)
    is_loose = _are_marked_alike(node) if node.mark in _SPREAD_MARKS else inner.shape is Shape.SUM
    return accented(f"({inner.text})" if is_loose else inner.text, node.mark)


def _are_marked_alike(node: Accent) -> bool:
    """Tell whether a line over several parts would seem to be one over each, since all have their own already."""
    parts = [part for part in node.inner.items if not isinstance(part, Space)]
    return len(parts) > 1 and all(isinstance(part, Accent) and part.mark == node.mark for part in parts)


def _is_prime(row: Row) -> bool:
    return all(isinstance(item, Atom) and item.text in _PRIMES for item in row.items)


def _fence(node: Fence, tight: bool) -> str:
    inner = _row(node.inner, tight).text
    is_grid = len(node.inner.items) == 1 and isinstance(node.inner.items[0], Grid)
    if is_grid and (node.left, node.right) in (("{", ""), ("", "}")):
        return f"{{ {inner} }}"
    if is_open_sum(node):
        inner = f"({inner})"
    return node.left + inner + node.right


def _arrow(node: Arrow) -> str:
    words = "; ".join(filter(None, [_row(row, tight=False).text for row in (node.above, node.below)]))
    if not words:
        return f"─{node.head}"
    if node.head == "←":
        return f"←({words})─"
    return f"─({words}){node.head}"


def _brace(node: Brace, tight: bool) -> str:
    inner = _row(node.inner, tight)
    is_bare = inner.shape is Shape.FACTOR and not inner.signed
    is_bare = is_bare and not any(isinstance(item, Root | Scripts) for item in node.inner.items)
    held = inner.text if is_bare else f"({inner.text})"
    return held + marked("^" if node.is_above else "_", one_script(node.words))


def _grid(grid: Grid, tight: bool) -> str:
    cell = one_script if tight else one_line
    if grid.kind == "lines" or sign_columns(grid):
        return sequence([equations([cell(part) for part in row], grid.alignments) for row in grid.rows])
    rows = [[cell(part) for part in row] for row in grid.rows]
    if grid.kind == "cases":
        return sequence([case([text.rstrip(",") for text in row if text]) for row in rows])
    gap = ", " if any(" " in text for row in rows for text in row) else " "
    return "; ".join([cells_in_row(row, grid.bars, gap) for row in rows])


def _scripts(node: Scripts, tight: bool) -> str:
    below = one_script(node.below) if node.below else ""
    above = one_script(node.above) if node.above else ""
    lowered, raised = subscript(below), superscript(above)
    if node.base is None:
        return _marked("^", above, raised) + _marked("_", below, lowered)
    base = _base(node, tight)
    if node.limits or role_of(node.base) in _WITH_LIMITS:
        if node.limits or lowered is None or raised is None:
            lowered = raised = None
        return base + _marked("_", below, lowered) + _marked("^", above, raised)
    if lowered is None and raised is not None:
        return base + raised + marked("_", below)
    return base + _marked("_", below, lowered) + _marked("^", above, raised)


def _marked(sign: str, text: str, script: str | None) -> str:
    if not text:
        return ""
    return marked(sign, text) if script is None else script


def needs_brackets(node: Scripts) -> bool:
    """Tell whether scripts would seem to belong to the end of what they stand on: the x of `√x`, the 2 of `x²`."""
    if isinstance(node.base, Scripts):
        return bool((node.base.above and node.above) or (node.base.below and node.below))
    if isinstance(node.base, Accent):
        return _write(node.base, tight=False).shape is Shape.SUM
    return isinstance(node.base, Fraction | Root)


def _is_one(written: _Written) -> bool:
    """Tell whether words beside a part are clearly about all of it; an element is one: `Mn`."""
    text = written.text
    return written.shape is Shape.FACTOR or (len(text) == 2 and text.isalpha() and text.istitle())


def _base(node: Scripts, tight: bool) -> str:
    """Write what scripts stand on, in brackets when they would seem to belong to its end alone."""
    if node.base is None:
        return ""
    written = _write(node.base, tight)
    is_name = role_of(node.base) in (Role.FUNCTION, Role.LIMITED)
    is_bound = needs_brackets(node) or (node.limits and not is_name and not _is_one(written))
    return f"({written.text})" if is_bound and not isinstance(node.base, Arrow) else written.text
