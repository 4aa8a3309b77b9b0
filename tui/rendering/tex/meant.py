"""Brackets that authors leave out where a printer shows what belongs together, or where braces seem to do it."""

from tui.rendering.tex.tree import Atom, Fence, Node, Role, Root, Row, Scripts, role_of

_NAMES = frozenset({Role.FUNCTION, Role.LIMITED})
_SIGNS = frozenset("+−±∓")


def as_base(node: Node) -> Node:
    r"""Bracket what a script stands on when it would seem to stand on its end: `{a+b}^2`, `{\sin x}^2`."""
    is_call = isinstance(node, Row) and len(node.items) > 1 and role_of(node.items[0]) is Role.FUNCTION
    return _bracketed(node) if is_call or _is_sum(node) else node


def as_argument(function: Node, node: Node) -> Node:
    r"""Bracket a sum in braces behind a function: `\sin{x+y}`."""
    return _bracketed(node) if role_of(function) is Role.FUNCTION and _is_sum(node) else node


def as_name(node: Node) -> Node:
    r"""Make one name of several: `{\arg\max}`."""
    parts = node.items if isinstance(node, Row) and len(node.items) > 1 else ()
    names = [part.text for part in parts if isinstance(part, Atom) and part.role in _NAMES]
    return Atom(" ".join(names), Role.LIMITED) if names and len(names) == len(parts) else node


def before_factorial(node: Node) -> Node:
    r"""Bracket a root before `!`, which would seem to stand in it."""
    return _bracketed(node) if isinstance(node, Root) else node


def is_factorial(node: Node | None) -> bool:
    """Tell whether a part is `!`, with or without scripts."""
    while isinstance(node, Scripts):
        node = node.base
    return isinstance(node, Atom) and node.text == "!"


def _bracketed(node: Node) -> Node:
    return Fence("(", node if isinstance(node, Row) else Row((node,)), ")")


def _is_sum(node: Node) -> bool:
    return isinstance(node, Row) and any(
        isinstance(item, Atom) and item.role in (Role.BINARY, Role.SIGN) and item.text in _SIGNS
        for item in node.items
    )
