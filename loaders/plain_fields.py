"""Front matter in its plainest shape becomes fields without a YAML parser, which takes four times as long."""

import re

from loaders.article import Value

NULLS = frozenset({"null", "Null", "NULL", "~"})
"""What YAML takes for no value, where it stands without quotation marks."""

_MOST_ENTRIES = 500
_MOST_LEVELS = 4
# One entry of a mapping: a name, then a text on the same line, or one line of text under `>-`, or nothing.
_ENTRY = re.compile(
    r"(?P<margin> *+)(?P<name>[A-Za-z_][A-Za-z0-9_-]{0,60}+):"
    r"(?: >-\n(?P=margin) ++(?P<folded>[^ \n].*+)| (?P<plain>(?:[\w/(]|-[0-9]).*+))?+\n"
)


def read_plain_fields(front: str) -> dict[str, Value] | None:
    """Give the fields of front matter (clean text) that holds nothing but the commonest entries of YAML.

    None for all else, right or wrong. What it gives, YAML gives too: each entry is a name with a text on its line
    that ends where YAML would end it, with one line under `>-`, or with entries of its own.
    """
    fields: dict[str, Value] = {}
    margin = opened = ""
    outer: list[tuple[dict[str, Value], str]] = []
    position = 0
    for _ in range(_MOST_ENTRIES):
        entry = _ENTRY.match(front, position)
        if entry is None:
            break
        indent, name, folded, plain = entry.groups()
        if indent != margin:
            if opened and len(indent) > len(margin) and len(outer) < _MOST_LEVELS:
                outer.append((fields, margin))
                fields[opened] = fields = {}
                margin = indent
            while len(indent) < len(margin):
                fields, margin = outer.pop()
        # Else a text goes on from the line before, or a name is given again, or YAML sees more than a text.
        if indent != margin or name in fields or (plain and _is_more(plain)):
            break
        fields[name] = folded or ("" if plain is None or plain in NULLS else plain)
        opened = "" if folded or plain else name
        position = entry.end()
    if not front or position < len(front) or "\t" in front:
        return None
    return outer[0][0] if outer else fields


def _is_more(plain: str) -> bool:
    """Tell whether YAML sees a name, a comment or blanks to drop in a text."""
    return ": " in plain or " #" in plain or plain[-1] in ": "
