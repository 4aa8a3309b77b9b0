"""A formula as a tree."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Literal, TypeAlias


class Role(Enum):
    """What a part is to its neighbours; blanks around it follow from that."""

    ORDINARY = auto()
    NUMBER = auto()
    WORD = auto()
    """Text, and names of several letters."""
    FUNCTION = auto()
    LIMITED = auto()
    """A function whose scripts are limits: lim, max."""
    OPERATOR = auto()
    """A sum, a product, a union over an index."""
    INTEGRAL = auto()
    BINARY = auto()
    RELATION = auto()
    OPENING = auto()
    CLOSING = auto()
    """A closing bracket, or what sticks to the part before it: `!`."""
    PUNCTUATION = auto()
    SIGN = auto()
    """Sticks to the part after it: a minus before a number, `¬`."""
    BAR = auto()
    """`|` or `‖`, before it is known what for."""
    FENCE = auto()
    FRACTION = auto()
    SPACE = auto()


@dataclass(frozen=True, slots=True)
class Atom:
    """A sign, a number, a name, or text with its blanks."""

    text: str
    role: Role = Role.ORDINARY


@dataclass(frozen=True, slots=True)
class Space:
    """Blanks that the author asked for."""

    cells: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """Parts beside each other."""

    items: "tuple[Node, ...]" = ()


@dataclass(frozen=True, slots=True)
class Fraction:
    """One row over another."""

    top: Row
    bottom: Row


@dataclass(frozen=True, slots=True)
class Binomial:
    """A binomial coefficient."""

    top: Row
    bottom: Row


@dataclass(frozen=True, slots=True)
class Root:
    """A root; without a degree, the square root."""

    inner: Row
    degree: Row | None = None


@dataclass(frozen=True, slots=True)
class Scripts:
    """What stands above and below a part, at its right or as its limits."""

    base: "Node | None"
    """None when the scripts belong to what follows, as in `¹²C`."""
    below: Row | None = None
    above: Row | None = None
    limits: bool = False
    """True when the author puts them right above and below, as `\\overset` does."""


@dataclass(frozen=True, slots=True)
class Accent:
    """A mark over, under or through a part, as a combining character."""

    mark: str
    inner: Row


@dataclass(frozen=True, slots=True)
class Brace:
    """A brace over or under a part, with words."""

    inner: Row
    words: Row
    is_above: bool


@dataclass(frozen=True, slots=True)
class Fence:
    """A pair of brackets with what they hold; either may be empty."""

    left: str
    inner: Row
    right: str


@dataclass(frozen=True, slots=True)
class Arrow:
    """A long arrow with words above and below it."""

    head: str
    """`→`, `←`, `⇌`, …"""
    above: Row
    below: Row


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells: a matrix, a table, equations under each other."""

    kind: Literal["matrix", "cases", "lines"]
    """`lines` are equations, each a line of its own."""
    rows: tuple[tuple[Row, ...], ...]
    """Each row has as many cells as the widest."""
    alignments: str
    """One of `l`, `c`, `r` for each column."""
    bars: frozenset[int] = frozenset()
    """The columns before which a vertical line stands; the number of columns means the right edge."""
    rules: frozenset[int] = frozenset()
    """The rows above which a horizontal line lies; the number of rows means the bottom."""


Node: TypeAlias = Atom | Space | Row | Fraction | Binomial | Root | Scripts | Accent | Brace | Fence | Arrow | Grid

_ROLES: dict[type, Role] = {
    Space: Role.SPACE,
    Fraction: Role.FRACTION,
    Binomial: Role.FRACTION,
    Fence: Role.FENCE,
    Arrow: Role.RELATION,
}


def role_of(node: "Node | None") -> Role:
    """Tell what a node is to its neighbours; scripts do not change what their base is."""
    while isinstance(node, Scripts):
        if node.base is None:
            return Role.SIGN
        node = node.base
    if isinstance(node, Atom):
        return node.role
    return _ROLES.get(type(node), Role.ORDINARY)
