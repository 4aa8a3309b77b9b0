"""What the part before a place makes of a blank, a sign or a script there."""

from collections.abc import Sequence

from tui.rendering.tex.tree import Atom, Node, Role, Scripts, Space, role_of

_WIDE = 2
_TAKES_NO_SCRIPT = frozenset({Role.BINARY, Role.RELATION, Role.PUNCTUATION, Role.OPENING, Role.SPACE})
_STROKES = (Atom("/"), Atom("/", Role.BINARY))
_OF_DIFFERENTIALS = (Atom("d"), Atom("∂"), Atom("Δ"))
_BINDING = frozenset("CHNORS")


def stands_alone(item: Node, after_blank: bool) -> bool:
    """Tell whether scripts after an item belong to what follows, as in `+ ^4He`."""
    role = role_of(item)
    if role not in _TAKES_NO_SCRIPT:
        return False
    return after_blank or (role is not Role.RELATION and not (isinstance(item, Atom) and item.text in "∘*·×"))


def ends_in_blanks(item: Node) -> bool:
    """Tell whether a wide gap or a text with a blank at its end stands here: a sign behind it begins a part."""
    if isinstance(item, Space):
        return item.cells >= _WIDE
    return isinstance(item, Atom) and item.text.endswith(" ")


def is_unit(item: Node) -> bool:
    """Tell whether an item is a word that another may follow, not the beginning of a chemical formula."""
    return role_of(item) is Role.WORD and not (isinstance(item, Scripts) and item.below and not item.above)


def is_behind_factor(item: Node, is_before_number: bool, letters: int) -> bool:
    """Tell whether a blank stands between factors that would be misread without: `1s² 2s²`, `eˣ dx`."""
    if is_before_number:
        return role_of(item) in (Role.ORDINARY, Role.NUMBER, Role.WORD, Role.CLOSING)
    return letters > 1 and isinstance(item, Scripts) and item.above is not None and role_of(item) is Role.ORDINARY


def is_behind_quotient(items: Sequence[Node]) -> bool:
    """Tell whether a quotient of numbers stands here; a factor behind a blank is none of it: `4/3 π`."""
    return len(items) > 2 and items[-2] in _STROKES and role_of(items[-1]) is role_of(items[-3]) is Role.NUMBER


def can_bind(items: Sequence[Node]) -> bool:
    """Tell whether an item ends in the sign of an element or a rest: C, OH, R′, CH₃; others are quantities."""
    item = items[-1]
    if len(items) > 1 and items[-2] in _OF_DIFFERENTIALS:
        return False
    while isinstance(item, Scripts) and item.base is not None:
        item = item.base
    return isinstance(item, Atom) and item.text in _BINDING
