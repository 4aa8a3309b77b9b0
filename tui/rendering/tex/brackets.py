"""Brackets find their partners."""

from collections.abc import Sequence

from tui.rendering.tex.tree import Atom, Fence, Node, Role, Row, Scripts, role_of

_BRA = Atom("⟨", Role.OPENING)
_KET = "⟩"


def paired(items: Sequence[Node]) -> list[Node]:
    """Put what lies between matching brackets or bars into a `Fence`; a lone one is an ordinary sign.

    Any opening bracket goes with any closing one: `[0, 1)` is an interval.
    """
    roles = [role_of(item) for item in items]
    if Role.OPENING in roles:
        items = _paired_brackets(items)
        roles = [role_of(item) for item in items]
    if Role.BAR in roles:
        return _paired_bars(items)
    return list(items)


def _paired_brackets(items: Sequence[Node]) -> list[Node]:
    levels: list[list[Node]] = [[]]
    for item in items:
        if isinstance(item, Atom) and item.role is Role.OPENING:
            levels.append([item])
        elif len(levels) > 1 and _is_closing_bracket(item):
            opening, *inner = levels.pop()
            levels[-1].append(_fence(_core(opening).text, inner, item))
        else:
            levels[-1].append(item)
    return [item for level in levels for item in level]


def _is_closing_bracket(item: Node) -> bool:
    return role_of(item) is Role.CLOSING and _core(item).text != "!"


def _paired_bars(items: Sequence[Node]) -> list[Node]:
    """Pair bars from the left, each with the next of its kind, or with what makes it a bra or a ket."""
    done: list[Node] = []
    opened: dict[str, int] = {}
    bras: list[int] = []
    for item in items:
        sign = _core(item).text
        start = None
        if role_of(item) is Role.BAR:
            start = opened.pop(sign, None)
            if start is None and sign == "|" and bras:
                start = bras.pop()
            elif start is None and isinstance(item, Atom):
                opened[sign] = len(done)
        elif sign == _KET and role_of(item) is Role.CLOSING:
            start = opened.pop("|", None)
        elif item == _BRA:
            bras.append(len(done))
        if start is None:
            done.append(item)
        else:
            left = _core(done[start]).text
            done[start:] = [_fence(left, done[start + 1 :], item)]
            opened = {other: place for other, place in opened.items() if place < start}
            bras = [place for place in bras if place < start]
    return done


def _fence(left: str, inner: Sequence[Node], closing: Node) -> Node:
    """Close a fence; scripts on the closing bracket belong to the whole."""
    if isinstance(closing, Scripts):
        if closing.base is None:
            return closing
        whole = _fence(left, inner, closing.base)
        return Scripts(whole, closing.below, closing.above, closing.limits)
    parts = paired(inner)
    parts[1:-1] = [as_relation(part) for part in parts[1:-1]]
    return Fence(left, Row(tuple(parts)), _core(closing).text)


def as_relation(node: Node) -> Node:
    """Make a lone bar in brackets stand apart, as in `P(A | B)`."""
    if isinstance(node, Atom) and node.role is Role.BAR:
        return Atom(node.text, Role.RELATION)
    return node


def _core(node: Node) -> Atom:
    while isinstance(node, Scripts) and node.base is not None:
        node = node.base
    return node if isinstance(node, Atom) else Atom("")
