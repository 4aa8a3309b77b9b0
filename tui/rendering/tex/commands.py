"""Commands that take arguments, and what they become."""

from collections.abc import Callable
from typing import TypeAlias

from tui.rendering.tex.above_below import (
    arrow,
    atop,
    atop_between,
    binomial,
    brace,
    corners,
    delimiter,
    fraction,
    general_fraction,
    name_of,
    optional,
    over,
    stack_of_lines,
    under,
)
from tui.rendering.tex.brackets import as_relation
from tui.rendering.tex.chemistry import chemical
from tui.rendering.tex.cursor import TexError
from tui.rendering.tex.derivatives import derivative, differential
from tui.rendering.tex.environments import environment
from tui.rendering.tex.reader import Reader
from tui.rendering.tex.surroundings import (
    blank,
    dropped,
    enclosed,
    gap,
    reference,
    rule,
    underlined,
    unseen,
    without,
)
from tui.rendering.tex.symbols import (
    ACCENTS,
    ARROWS,
    BLACKBOARD,
    CALLIGRAPHIC,
    CHARACTERS,
    NEGATIONS,
    STYLES,
    SYMBOLS,
    TEXTS,
)
from tui.rendering.tex.text import text
from tui.rendering.tex.tree import (
    Accent,
    Atom,
    Fence,
    Node,
    Role,
    Root,
    Row,
    Scripts,
    Space,
)
from tui.rendering.tex.units import angle, number, physical, quantity, several, unit

Command: TypeAlias = Callable[[Reader, str], Node | None]
"""Reads the arguments of the command that it is told."""

_BAR, _LINE = "\u0304", "\u0305"
_STROKE = "\u0338"


def _two(build: Callable[[Row, Row], Node]) -> Command:
    return lambda reader, _: build(reader.argument(), reader.argument())


def _root(reader: Reader, _: str) -> Node:
    reader.cursor.skip_blanks()
    degree = optional(reader)
    return Root(reader.argument(), degree if degree.items else None)


def _fence(reader: Reader, _: str) -> Node:
    cursor = reader.cursor
    left = delimiter(reader)
    items = [*reader.row().items]
    while cursor.sign == "\\middle":
        cursor.take()
        items += [Atom(delimiter(reader), Role.RELATION), *reader.row().items]
    cursor.expect("\\right")
    return Fence(left, Row(tuple(items)), delimiter(reader))


def _styled(reader: Reader, _: str) -> Node:
    return reader.argument()


def _upright(reader: Reader, _: str) -> Node:
    r"""Read an upright name; several letters are a word: `\mathrm{min}`."""
    row = reader.argument()
    name = name_of(row)
    return Atom(name, Role.WORD) if len(name) > 1 and name.isalpha() else row


def _function(reader: Reader, command: str) -> Node:
    row = reader.argument()
    name = name_of(row)
    return Atom(name, Role.LIMITED if command.endswith(("*", "limits")) else Role.FUNCTION) if name else row


def _letters(table: dict[str, str]) -> Command:
    def read(reader: Reader, _: str) -> Node:
        row = reader.argument()
        item = row.items[0] if len(row.items) == 1 else None
        return Atom(table.get(item.text, item.text)) if isinstance(item, Atom) else row

    return read


def _accent(reader: Reader, command: str) -> Node:
    row = reader.argument()
    mark = ACCENTS[command]
    return Accent(_LINE if mark == _BAR and not _is_letter(row) else mark, row)


def _is_letter(row: Row) -> bool:
    """Tell whether a bar over a row stands over one letter, which may have scripts beside it."""
    part = row.items[0] if len(row.items) == 1 else None
    if isinstance(part, Scripts) and part.base:
        part = part.base
    return isinstance(part, Accent) or (isinstance(part, Atom) and len(part.text) == 1)


def _not(reader: Reader, _: str) -> Node:
    reader.cursor.skip_blanks()
    sign = reader.cursor.take()
    if sign == "{":
        reader.cursor.enter()
        negated = _not(reader, "")
        reader.cursor.expect("}")
        reader.cursor.leave()
        return negated
    known = SYMBOLS.get(sign) or CHARACTERS.get(sign) or (Atom(sign) if sign.isalnum() else None)
    if known is None:
        raise TexError(f"\\not{sign}")
    return Atom(NEGATIONS.get(known.text, known.text + _STROKE), known.role)


def _raised(reader: Reader, _: str) -> Node:
    return Scripts(None, None, reader.argument())


def _lowered(reader: Reader, _: str) -> Node:
    return Scripts(None, reader.argument())


def _remainder(reader: Reader, _: str) -> Node:
    words = (Atom("mod", Role.WORD), Space(), *reader.argument().items)
    return Row((Space(), Fence("(", Row(words), ")")))


def _parenthesis(reader: Reader, _: str) -> Node:
    return Row((Space(), Fence("(", reader.argument(), ")")))


def _cancelled(reader: Reader, _: str) -> Node:
    """Read what is struck out, with what it becomes above it."""
    becomes = reader.argument()
    return Scripts(Accent(_STROKE, reader.argument()), None, becomes)


def _before(reader: Reader, _: str) -> Node:
    above, below = reader.argument(), reader.argument()
    return Row((Scripts(None, below, above), *reader.argument().items))


def _tag(reader: Reader, command: str) -> Node:
    words = text(reader)
    return Row((Space(4), words if command.endswith("*") else Fence("(", Row((words,)), ")")))


def _set(reader: Reader, _: str) -> Node:
    return Fence("{", Row(tuple(map(as_relation, reader.argument().items))), "}")


def _pair(left: str, first: Row, second: Row, right: str) -> Node:
    return Fence(left, Row((*first.items, Atom(",", Role.PUNCTUATION), *second.items)), right)


def _between(left: str, right: str) -> Command:
    return lambda reader, _: Fence(left, reader.argument(), right)


COMMANDS: dict[str, Command] = {
    **dict.fromkeys(["\\frac", "\\dfrac", "\\tfrac", "\\cfrac"], _two(fraction)),
    **dict.fromkeys(["\\binom", "\\dbinom", "\\tbinom"], _two(binomial)),
    **dict.fromkeys(STYLES, _styled),
    **dict.fromkeys(TEXTS, lambda reader, _: text(reader)),
    **dict.fromkeys(["\\mathrm", "\\mathup"], _upright),
    **dict.fromkeys(["\\operatorname", "\\operatorname*", "\\operatornamewithlimits"], _function),
    **dict.fromkeys(ACCENTS, _accent),
    **dict.fromkeys(ARROWS, arrow),
    **dict.fromkeys(["\\overset", "\\stackrel"], over),
    **dict.fromkeys(["\\overbrace", "\\underbrace", "\\overbracket", "\\underbracket"], brace),
    **dict.fromkeys(["\\tag", "\\tag*"], _tag),
    **dict.fromkeys(["\\label", "\\color", "\\vspace", "\\require"], dropped),
    **dict.fromkeys(["\\bbox", "\\tcbhighmath"], without(0)),
    **dict.fromkeys(["\\textcolor", "\\colorbox", "\\href", "\\class", "\\style", "\\cssId"], without(1)),
    "\\fcolorbox": without(2),
    **dict.fromkeys(["\\makebox", "\\framebox"], without(0, shows_text=True)),
    **dict.fromkeys(["\\raisebox", "\\parbox"], without(1, shows_text=True)),
    **dict.fromkeys(["\\hspace", "\\hspace*", "\\mspace"], blank),
    **dict.fromkeys(["\\phantom", "\\hphantom", "\\vphantom"], unseen),
    **dict.fromkeys(["\\kern", "\\mkern", "\\hskip", "\\mskip", "\\raise"], gap),
    **dict.fromkeys(["\\ref", "\\eqref"], reference),
    **dict.fromkeys(["\\dv", "\\derivative", "\\pdv", "\\pderivative"], derivative),
    "\\dd": differential,
    "\\rule": rule,
    "\\underline": underlined,
    "\\enclose": enclosed,
    "\\qq": lambda reader, _: Row((Space(2), text(reader), Space(2))),
    **dict.fromkeys(["\\SI", "\\qty"], quantity),
    **dict.fromkeys(["\\si", "\\unit"], unit),
    **dict.fromkeys(["\\SIrange", "\\qtyrange"], several(Atom("–"), has_unit=True)),
    **dict.fromkeys(["\\SIlist", "\\qtylist"], several(Atom(",", Role.PUNCTUATION), has_unit=True)),
    "\\numrange": several(Atom("–"), has_unit=False),
    "\\numlist": several(Atom(",", Role.PUNCTUATION), has_unit=False),
    "\\num": number,
    "\\ang": angle,
    "\\pu": physical,
    **dict.fromkeys(["\\ce", "\\ch"], lambda reader, _: chemical(reader)),
    **dict.fromkeys(["\\mathcal", "\\mathscr", "\\cal"], _letters(CALLIGRAPHIC)),
    **dict.fromkeys(["\\mathbb", "\\mathds", "\\mathbbm", "\\Bbb"], _letters(BLACKBOARD)),
    "\\sqrt": _root,
    "\\left": _fence,
    "\\not": _not,
    "\\underset": under,
    "\\genfrac": general_fraction,
    "\\sideset": corners,
    "\\textsuperscript": _raised,
    "\\textsubscript": _lowered,
    "\\pmod": _remainder,
    "\\pod": _parenthesis,
    "\\cancelto": _cancelled,
    "\\prescript": _before,
    **dict.fromkeys(["\\substack", "\\shortstack"], stack_of_lines),
    "\\begin": lambda reader, _: environment(reader),
    "\\abs": _between("|", "|"),
    "\\norm": _between("‖", "‖"),
    **dict.fromkeys(["\\bra", "\\Bra"], _between("⟨", "|")),
    **dict.fromkeys(["\\ket", "\\Ket"], _between("|", "⟩")),
    **dict.fromkeys(["\\set", "\\Set", "\\Bqty"], _set),
    "\\pqty": _between("(", ")"),
    "\\bqty": _between("[", "]"),
    "\\vqty": _between("|", "|"),
    **dict.fromkeys(["\\comm", "\\commutator"], _two(lambda a, b: _pair("[", a, b, "]"))),
    **dict.fromkeys(["\\acomm", "\\anticommutator"], _two(lambda a, b: _pair("{", a, b, "}"))),
    **dict.fromkeys(["\\braket", "\\Braket", "\\expval", "\\ev"], _between("⟨", "⟩")),
}
"""Each command with arguments, and how it is read."""

INFIXES: dict[str, Callable[[Row, Row], Node]] = {
    "\\over": fraction,
    "\\choose": binomial,
    "\\atop": atop,
    "\\brace": atop_between("{", "}"),
    "\\brack": atop_between("[", "]"),
}
"""Commands that stand between their arguments."""
