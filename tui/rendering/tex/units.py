r"""Quantities as siunitx writes them, `\SI{5e3}{\metre\per\second}`, and as `\pu` of chemistry does, `5 m s-1`."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tui.rendering.tex.cursor import TexError
from tui.rendering.tex.reader import Reader
from tui.rendering.tex.tree import Atom, Node, Role, Row, Scripts, Space, role_of
from tui.rendering.tex.unit_names import PREFIXES, UNITS

_NUMBER = re.compile(
    r"\s*(?:(?P<sign>\+-|\\pm|±|[-+×x*]|\\times|\\cdot)|(?P<digits>[\d.,]*\d[.,]?(?:\(\d+\))?)"
    r"|[eEdD](?P<power>[-+]?\d+)|\^\{?(?P<raised>[-−]?\d+)\}?)\s*"
)
_SIGNS = {"+-": "±", "\\pm": "±", "-": "−", "x": "×", "*": "×", "\\times": "×", "\\cdot": "·"}
_WORD = re.compile(
    r"\\(?:text|mathrm|textrm|rm)?\{(?P<text>[^{}\\]+)\}|\\(?P<command>[A-Za-z]+|%)"
    r"|(?P<plain>[^\W\d_]+|°[CF]?|[%′″'])(?P<exponent>-?\d+)?|\^\{?(?P<power>[-−]?\d+)\}?|(?P<sign>/+|[.·*~ ]|\d+)"
)
_COMMAND = r"\\((?:tothe|raiseto)(?=\s*\{)|[A-Za-z]+(?![A-Za-z{]))(?:\s*\{([^{}]*)\})?"
_SPELLED = re.compile(rf"\s*(?:{_COMMAND}[\s.~]*)+")
_WRITTEN_POWERS = {"squared": "2", "cubed": "3"}
_POWERS_BEFORE = {"square": "2", "cubic": "3"}
_UNSPACED = frozenset("°%′″")
_ANGLES = ("°", "′", "″")
_COMPACT = {".": "·", "*": "·", "·": "·"}


class _Unit(NamedTuple):
    name: str
    power: str = ""
    is_below: bool = False


def number(reader: Reader, _: str) -> Node:
    r"""Read `\num{1.5e-3}`."""
    reader.cursor.skip_option()
    return Row(tuple(_number(reader.cursor.nested())))


def unit(reader: Reader, _: str) -> Node:
    r"""Read `\si{\metre\per\second}`."""
    reader.cursor.skip_option()
    return Row(tuple(_units(reader.cursor.nested())))


def quantity(reader: Reader, _: str) -> Node | None:
    r"""Read `\SI{5}{\metre}`; before a bracket, `\qty` of another package asks for its size."""
    reader.cursor.skip_blanks()
    if reader.cursor.sign == "(":
        return None
    reader.cursor.skip_option()
    return _with_unit(_number(reader.cursor.nested()), reader)


def several(joint: Node, *, has_unit: bool) -> Callable[[Reader, str], Node]:
    r"""Read `\SIrange{1}{5}{\metre}` and `\numlist{1;2}`."""

    def read(reader: Reader, command: str) -> Node:
        reader.cursor.skip_option()
        written = [reader.cursor.nested()]
        written = [*written, reader.cursor.nested()] if command.endswith("range") else written[0].split(";")
        items: list[Node] = []
        for part in written:
            items += [*([joint] if items else []), *_number(part)]
        return _with_unit(items, reader) if has_unit else Row(tuple(items))

    return read


def angle(reader: Reader, _: str) -> Node:
    r"""Read `\ang{12;30;5}`: degrees, minutes and seconds."""
    reader.cursor.skip_option()
    items: list[Node] = []
    for part, sign in zip(reader.cursor.nested().split(";"), _ANGLES, strict=False):
        if part:
            items += [*([Space()] if items else []), *_number(part), Atom(sign)]
    return Row(tuple(items))


def physical(reader: Reader, _: str) -> Node:
    r"""Read `\pu{123 kJ mol-1}`: a number, then units with their powers."""
    written = reader.cursor.nested().strip()
    value = re.match(r"[-+\d.,]*(?:[eE][-+]?\d+)?(?=\s|$)", written)
    end = value.end() if value else 0
    return Row(tuple(_spaced(_number(written[:end]), _units(written[end:].strip()))))


def _with_unit(value: Sequence[Node], reader: Reader) -> Row:
    return Row(tuple(_spaced(value, _units(reader.cursor.nested()))))


def _spaced(value: Sequence[Node], units: Sequence[Node]) -> Iterator[Node]:
    """Put units behind a number; a sign such as `°` sticks to it."""
    yield from value
    if value and units and not (isinstance(units[0], Atom) and units[0].text in _UNSPACED):
        yield Space()
    yield from units


def _number(written: str) -> list[Node]:
    items: list[Node] = []
    at = 0
    while at < len(written):
        found = _NUMBER.match(written, at)
        if not found:
            raise TexError(written)
        at = found.end()
        if found["digits"]:
            items.append(Atom(found["digits"], Role.NUMBER))
        elif found["sign"]:
            items.append(Atom(_SIGNS.get(found["sign"], found["sign"]), Role.BINARY))
        elif found["power"]:
            items += [Atom("×", Role.BINARY)] if role_of(items[-1] if items else None) is Role.NUMBER else []
            items.append(_raised(Atom("10", Role.NUMBER), found["power"].removeprefix("+")))
        else:
            items.append(_raised(_last(items), found["raised"]))
    return items


def _last(items: list[Node]) -> Node:
    """Take the part that a power stands on."""
    if not items:
        raise TexError("power")
    return items.pop()


def _raised(base: Node, power: str) -> Node:
    return Scripts(base, None, Row((Atom(power.replace("-", "−"), Role.NUMBER),)))


def _units(written: str) -> list[Node]:
    return _spelled(written) if _SPELLED.fullmatch(written) else _plain(written)


def _plain(written: str) -> list[Node]:
    """Read units that are written as they show: `kg.m/s^2`, `kJ mol-1`."""
    items: list[Node] = []
    at = 0
    while at < len(written):
        found = _WORD.match(written, at)
        if not found:
            raise TexError(written)
        at = found.end()
        if found["power"]:
            items.append(_raised(_last(items), found["power"]))
        elif found["sign"]:
            sign = found["sign"]
            if sign in " ~":
                items.append(Space())
            else:
                items.append(Atom("/" if sign[0] == "/" else _COMPACT.get(sign, sign)))
        else:
            name = found["text"] or found["plain"] or _known(found["command"])
            items.append(Atom(name, Role.WORD) if name not in _UNSPACED else Atom(name))
            if found["exponent"]:
                items.append(_raised(items.pop(), found["exponent"]))
    return items


def _known(name: str) -> str:
    if name not in UNITS:
        raise TexError(name)
    return UNITS[name]


def _spelled(written: str) -> list[Node]:
    r"""Read units that are spelled out: what stands behind `\per` is below the stroke."""
    above: list[_Unit] = []
    below: list[_Unit] = []
    for found in _read(written):
        (below if found.is_below else above).append(found)
    if not above:
        return _beside([_Unit(name, f"−{power or '1'}") for name, power, _ in below])
    if not below:
        return _beside(above)
    opening, closing = ([Atom("(")], [Atom(")")]) if len(below) > 1 else ([], [])
    return [*_beside(above), Atom("/"), *opening, *_beside(below), *closing]


def _read(written: str) -> Iterator[_Unit]:
    prefix, power, is_below = "", "", False
    last: _Unit | None = None
    for command, argument in re.findall(_COMMAND, written):
        if command in ("tothe", "raiseto") or command in _WRITTEN_POWERS:
            exponent = argument or _WRITTEN_POWERS.get(command, "")
            if command == "raiseto":
                power = exponent
            elif last is None or not exponent:
                raise TexError(command)
            else:
                last = last._replace(power=exponent)
        elif command == "per":
            is_below = True
        elif command in PREFIXES:
            prefix = PREFIXES[command]
        elif command in _POWERS_BEFORE:
            power = _POWERS_BEFORE[command]
        elif command:
            if last:
                yield last
            last = _Unit(prefix + _known(command), power, is_below)
            prefix, power, is_below = "", "", False
    if last is None or prefix:
        raise TexError(written)
    yield last


def _beside(units: Sequence[_Unit]) -> list[Node]:
    items: list[Node] = []
    for name, power, _ in units:
        shown = Atom(name) if name in _UNSPACED else Atom(name, Role.WORD)
        items += [*([Space()] if items else []), _raised(shown, power) if power else shown]
    return items
