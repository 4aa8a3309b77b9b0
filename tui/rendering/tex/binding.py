"""How firmly the parts of a formula hold together when it stands on one line."""

from collections.abc import Sequence
from enum import IntEnum

from tui.rendering.tex.tree import Atom, Fence, Fraction, Node, Role, Scripts, Space, role_of


class Shape(IntEnum):
    """How firmly a text holds together."""

    FACTOR = 1
    PRODUCT = 2
    SUM = 3
    """A sum, a quotient, words: whatever needs brackets nearly everywhere."""


_JOINED_FACTORS = frozenset(
    {Role.ORDINARY, Role.NUMBER, Role.FENCE, Role.FUNCTION, Role.LIMITED, Role.OPERATOR, Role.INTEGRAL}
    | {Role.FRACTION, Role.BAR}
)
_LIKE_FUNCTIONS = frozenset("fghφψΦΨ")
_SIGNS_OF_SUMS = (Atom("+", Role.BINARY), Atom("−", Role.BINARY))
_PREFIXES = frozenset("d∂Δδ")
_LONG_NAME = 4
_DIVISIONS = (Atom("/"), Atom("/", Role.BINARY), Atom("÷", Role.BINARY))
_STRONG = (Atom("!", Role.CLOSING), Atom("÷", Role.BINARY))
"""What binds to the denominator alone unless there are brackets."""
_BOND = Atom("−")
"""A minus between capitals: no one can tell R−H, a bond, from K−N, a difference."""
_DERIVATIONS = tuple(Atom(sign) for sign in "∇Δ∂")
_RATIO = Atom(":")
_ENDS = tuple(Atom(sign) for sign in ".:…⋯?∎")
"""Ordinary signs that are no factors."""

_LOOSE = frozenset({Role.BINARY, Role.RELATION, Role.PUNCTUATION, Role.OPERATOR, Role.INTEGRAL})


def shape_of(items: Sequence[Node], roles: Sequence[Role]) -> Shape:
    """Tell the shape of parts beside each other, none of which is a sum of its own."""
    if not _LOOSE.isdisjoint(roles) or _BOND in items or _RATIO in items:
        return Shape.SUM
    return Shape.PRODUCT if _count_factors(items, roles) > 1 else Shape.FACTOR


def is_among_factors(items: Sequence[Node], roles: Sequence[Role], index: int) -> bool:
    """Tell whether something is multiplied with the fraction so that it needs brackets on one line."""
    if index:
        before = items[index - 1]
        if (
            before in _DERIVATIONS
            or (before == _RATIO and index > 1)
            or roles[index - 1] is Role.FUNCTION
            or isinstance(before, Fraction)
            or before in _DIVISIONS
        ):
            return True
    following = index + 1
    while following < len(items) and items[following] == Space(1):
        following += 1
    if following == len(items):
        return False
    after = items[following]
    if after == _RATIO and following + 1 < len(items):
        return True
    if isinstance(after, Atom) and after.role is Role.WORD:
        return following == index + 1 and not after.text.startswith(" ")
    return after in _STRONG or (roles[following] in _JOINED_FACTORS and after not in _ENDS)


def is_open_sum(node: Fence) -> bool:
    """Tell whether a bar behind a sum would seem to stand behind its last part: `x² + x|₀¹`."""
    return not node.left and node.right in ("|", "‖") and Role.BINARY in map(role_of, node.inner.items)


def _count_factors(items: Sequence[Node], roles: Sequence[Role]) -> int:
    """Count what is multiplied; `dx` and `f(x)` are one, and so is a name of four letters or more."""
    count = 0
    is_name = True
    for index, (item, role) in enumerate(zip(items, roles, strict=True)):
        is_name = is_name and isinstance(item, Atom) and item.text.isalpha()
        if role in (Role.SIGN, Role.CLOSING):
            continue
        if role is Role.FENCE and index and _is_call(items[index - 1], item):
            continue
        is_prefix = isinstance(item, Atom) and item.text in _PREFIXES and index + 1 < len(items)
        count += not is_prefix
    return 1 if is_name and len(items) >= _LONG_NAME else count


def _is_call(item: Node, brackets: Node) -> bool:
    """Tell whether brackets behind an item rather hold its argument than a factor: `f(x + 1)`, `P(A)`."""
    while isinstance(item, Scripts) and item.base is not None:
        item = item.base
    if not isinstance(item, Atom):
        return False
    if item.role in (Role.FUNCTION, Role.LIMITED, Role.WORD) or item.text in _LIKE_FUNCTIONS:
        return True
    is_sum = isinstance(brackets, Fence) and any(part in _SIGNS_OF_SUMS for part in brackets.inner.items)
    return item.text.isupper() and not is_sum
