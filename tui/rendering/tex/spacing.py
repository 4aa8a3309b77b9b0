"""The blanks between the parts of a formula."""

from collections.abc import Sequence

from tui.rendering.tex.tree import Accent, Atom, Node, Role, Root, Row, Space, role_of

_BEFORE_SIGN = frozenset(
    {
        None,
        Role.BINARY,
        Role.RELATION,
        Role.OPENING,
        Role.PUNCTUATION,
        Role.SIGN,
        Role.FUNCTION,
        Role.LIMITED,
        Role.OPERATOR,
        Role.INTEGRAL,
    }
)
_NAMED = frozenset({Role.FUNCTION, Role.LIMITED, Role.OPERATOR, Role.INTEGRAL})
_NO_FACTOR = frozenset("/·(¬[{:−+±∓…")
_PREFIXES = frozenset("Δ∂∇")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_MARKS = frozenset("_^")
_LOWER_PREFIXES = frozenset("dδ∂")
_LINES = frozenset("\u0305\u0332")
_QUANTIFIERS = frozenset("∀∃∄")
_SUPERSCRIPTS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿᵏᵐ")


def roles_in_row(items: Sequence[Node]) -> list[Role]:
    """Give the role of each part; a minus that has nothing before it is a sign."""
    roles = [role_of(item) for item in items]
    if Role.BINARY not in roles:
        return roles
    before: Role | None = None
    last = len(items) - 1
    for index, role in enumerate(roles):
        if role is Role.BINARY and not _is_name(items[index]):
            if index == last:
                roles[index] = Role.ORDINARY
            elif before in _BEFORE_SIGN:
                roles[index] = Role.SIGN
        if role is not Role.SPACE:
            before = roles[index]
    return roles


def _is_name(item: Node) -> bool:
    return isinstance(item, Atom) and item.text.isalpha()


def blanks_before(
    items: Sequence[Node], roles: Sequence[Role], texts: Sequence[str], *, tight: bool = False
) -> list[int]:
    """Count the blanks before each part; `texts` is what the parts show, empty for spaces.

    In a script (`tight`) only words stand apart.
    """
    blanks = [0] * len(items)
    has_integral = Role.INTEGRAL in roles
    last = -1
    wanted = 0
    for index, text in enumerate(texts):
        item = items[index]
        if isinstance(item, Space):
            wanted = max(wanted, item.cells)
        elif text.isspace():
            wanted = max(wanted, 1)
        elif text:
            if last >= 0:
                before = texts[last]
                if tight and wanted and not (before[-1].isalpha() and text[0].isalpha()):
                    wanted = 0
                if before[-1] == " " or text[0] == " " or wanted:
                    blanks[index] = max(wanted, 1)
                elif has_integral and _is_differential(items, roles, index):
                    blanks[index] = 1
                else:
                    blanks[index] = _is_apart(roles[last], before, roles[index], text, tight) or (
                        (not tight and not _ends_word(texts[:last]) and _seem_one_name(before, text))
                        or _is_apart_by_kind(items[last], item, text)
                        or (isinstance(items[last], Root) and before[-1] not in ")]" and text[0] in "([")
                    )
            last = index
            wanted = 0
    return blanks


def is_open(text: str) -> bool:
    """Tell whether a letter behind a text would be taken for a part of it: behind `F_net`, `2^x`, `√2`."""
    end = len(text)
    while end and text[end - 1].isalnum():
        end -= 1
    return 0 < end < len(text) and text[end - 1] in "_^√∛∜"


def _is_apart_by_kind(before: Node, item: Node, text: str) -> bool:
    """Tell whether two parts would be one without a blank: lines over letters, a power and a degree."""
    if isinstance(item, Accent) and isinstance(before, Accent):
        return item.mark == before.mark and item.mark in _LINES
    return isinstance(item, Root) and text[0] in _SUPERSCRIPTS


def _ends_word(texts: Sequence[str]) -> bool:
    return bool(texts) and texts[-1][-1:].isalpha()


def _seem_one_name(before: str, after: str) -> bool:
    """Tell whether a letter and the base of the script behind it would be read together, as `ma` of `ma_c`."""
    is_letter = len(before) == 1 and before.islower() and before not in _LOWER_PREFIXES
    return is_letter and after[0].islower() and not _MARKS.isdisjoint(after[1:3])


def _is_apart(left: Role, before: str, right: Role, after: str, tight: bool) -> bool:
    """Tell whether a blank belongs between two parts."""
    if left in (Role.OPENING, Role.SIGN) or right in (Role.CLOSING, Role.PUNCTUATION):
        return False
    if Role.RELATION in (left, right):
        return not tight and left is not right
    if Role.BINARY in (left, right):
        return not tight or (before if left is Role.BINARY else after).isalpha()
    if left is Role.PUNCTUATION:
        return not tight
    if left in _NAMED:
        return _is_apart_from_name(left, before, right, after)
    return before[-1] not in _NO_FACTOR and _is_factor_apart(left, before, right, after)


def _is_factor_apart(left: Role, before: str, right: Role, after: str) -> bool:
    """Tell whether a blank belongs between two factors."""
    if before in _PREFIXES and after[0] == "(":
        return False
    if right in _NAMED or (right is Role.FRACTION and left is not Role.FRACTION):
        return True
    if Role.WORD in (left, right):
        return _is_word_apart(left, before, right, after)
    if after[0] in _QUANTIFIERS and right is Role.SIGN:
        return True
    return left is right is Role.NUMBER or (after[0] in _SUPERSCRIPTS and before[-1].isalnum())


def _is_apart_from_name(left: Role, before: str, right: Role, after: str) -> bool:
    if left is Role.FUNCTION:
        return right is not Role.FENCE and right is not Role.OPENING and after[0] != "("
    if left is Role.LIMITED:
        return not (right in (Role.FENCE, Role.OPENING) and before.isalpha())
    return not (left is right is Role.INTEGRAL and len(before) == 1)


def _is_word_apart(left: Role, before: str, right: Role, after: str) -> bool:
    last, first = before[-1], after[0]
    if left is right or after in _ORDINALS or not (first.isalnum() if left is Role.WORD else first.isalpha()):
        return False
    if left is Role.WORD:
        return last.isalpha() and len(before) > 1 and right is not Role.FENCE
    if left is Role.NUMBER:
        return len(after) > 1 or after.islower()
    return len(after) > 1 and last not in _PREFIXES


def _is_differential(items: Sequence[Node], roles: Sequence[Role], index: int) -> bool:
    """Tell whether the `d` of `dx` stands here, behind something."""
    item = items[index]
    if isinstance(item, Row) and len(item.items) > 1 and item.items[0] == _D:
        is_one = True
    else:
        is_one = item == _D and index + 1 < len(items) and roles[index + 1] is Role.ORDINARY
    return is_one and index > 0 and roles[index - 1] not in _BEFORE_SIGN


_D = Atom("d")
