r"""Where code stands in a stored answer, and which backslash-n in it its author wrote.

Lines end here as stored answers end them: with `\n`, the two characters.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINE_END = r"(?:\\n|\n)"
_TICKS = re.compile("``*")
_FENCE = re.compile("````*")
# A fence may open an item or stand in a quotation. No backtick follows it on its line, or it is inline code.
_BEFORE_OPENING = re.compile(r"[ \t>]*+(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]++)*+")
_BEFORE_CLOSING = re.compile(r"[ \t>]*+")
_BACKTICK_IN_LINE = re.compile(r"(?:[^`\\\n]++|\\(?!n))*+`")
# What no inline code reaches over: a blank line, or an item of a list.
_BARRIER = re.compile(rf"{_LINE_END}[ \t]*+(?:{_LINE_END}|(?:[-*+]|[0-9]{{1,9}}[.)])[ \t])")
# A backslash hides the quotation mark behind it, in literals and outside.
_QUOTE = re.compile(r"\\.|[\"']", re.DOTALL)
_LITERAL = {
    '"': re.compile(r'"((?:[^"\\]++|\\.)*+)"', re.DOTALL),
    "'": re.compile(r"'((?:[^'\\]++|\\.)*+)'", re.DOTALL),
}
# A line ends within the literal: the next begins with a blank, or is empty.
_LINES = re.compile(r"\\n[ \t\n\\]|\n")


class Code(NamedTuple):
    """A stretch of code with its backticks. One that is `block` holds lines; the other, inline code, none."""

    start: int
    end: int
    block: bool


def find_code(stored: str) -> list[Code]:
    """Find the code of a stored answer, in order: fences first, then backticks outside of them.

    A fence that nothing closes reaches to the end, as in Markdown.
    """
    found: list[Code] = []
    position = 0
    for fence in _fences(stored):
        found += _between(stored, position, fence.start)
        found.append(fence)
        position = fence.end
    return [*found, *_between(stored, position, len(stored))]


def _fences(stored: str) -> Iterator[Code]:
    opening: int | None = None
    position = 0
    for run in _FENCE.finditer(stored):
        start, end = run.span()
        line = _line_start(stored, position, start)
        position = end
        if line is None:
            continue
        if opening is not None:
            if _BEFORE_CLOSING.fullmatch(stored, line, start):
                yield Code(opening, end, True)
                opening = None
        elif _BEFORE_OPENING.fullmatch(stored, line, start) and not _BACKTICK_IN_LINE.match(stored, end):
            opening = start
    if opening is not None:
        yield Code(opening, len(stored), True)


def _line_start(stored: str, after: int, position: int) -> int | None:
    """Find where the line of a position begins; None when it has begun before `after`."""
    escaped, real = stored.rfind("\\n", after, position), stored.rfind("\n", after, position)
    if escaped < 0 and real < 0:
        return None if after else 0
    return max(escaped + 2, real + 1)


def _between(stored: str, start: int, end: int) -> Iterator[Code]:
    """Pair the backticks between two fences: a run of them closes with the next run as long."""
    runs = [match.span() for match in _TICKS.finditer(stored, start, end)]
    partners = _partners(runs)
    after = barrier = -1
    for number, (opening, inside) in enumerate(runs):
        partner = partners[number]
        if opening < after or partner is None:
            continue
        closing, after_closing = runs[partner]
        if barrier < inside and (match := _BARRIER.search(stored, inside, closing)):
            barrier = match.start()
        if not inside <= barrier < closing:
            after = after_closing
            # Three backticks amid a line may hold lines all the same.
            yield Code(opening, after, inside - opening >= 3)


def _partners(runs: list[tuple[int, int]]) -> list[int | None]:
    """Give for each run of backticks which later one is the next as long."""
    partners: list[int | None] = [None] * len(runs)
    latest: dict[int, int] = {}
    for number in range(len(runs) - 1, -1, -1):
        length = runs[number][1] - runs[number][0]
        partners[number] = latest.get(length)
        latest[length] = number
    return partners


def written_escapes(stored: str, code: Code) -> Iterator[int]:
    r"""Give where each backslash-n stands in a stretch of code that its author wrote so: `"%d\n"`.

    All in inline code; in a block those in string literals.
    """
    if not code.block:
        yield from _escapes(stored, code.start, code.end)
        return
    for start, end in _literals(stored[code.start : code.end]):
        yield from _escapes(stored, code.start + start, code.start + end)


def _escapes(stored: str, start: int, end: int) -> Iterator[int]:
    position = stored.find("\\n", start, end)
    while position >= 0:
        yield position
        position = stored.find("\\n", position + 2, end)


def _literals(block: str) -> Iterator[tuple[int, int]]:
    """Give the string literals of a block of code that stand on one line.

    Each mark is tried once, and each try ends at the next mark of its kind: so it takes time in proportion.
    """
    unclosed: set[str] = set()
    position = 0
    while quote := _QUOTE.search(block, position):
        start, position = quote.span()
        mark = quote[0]
        if mark[0] == "\\" or mark in unclosed or _opens_nothing(block, start, mark):
            continue
        if block.startswith(mark * 3, start) and mark * 3 not in unclosed:
            # Python's long strings: their lines are lines.
            after = block.find(mark * 3, start + 3)
            if after >= 0:
                position = after + 3
                continue
            unclosed.add(mark * 3)
        literal = _LITERAL[mark].match(block, start)
        if literal is None:
            unclosed.add(mark)
        elif not _LINES.search(literal[1]) and not _closes_nothing(block, literal.end(), mark):
            yield literal.span()
            position = literal.end()
        elif mark == '"':
            # Two marks with lines between belong together all the same; an apostrophe stands alone.
            position = literal.end()


def _opens_nothing(block: str, start: int, mark: str) -> bool:
    """Tell an apostrophe, as in `it's`, from a mark that opens a literal."""
    if mark != "'" or start == 0 or not block[start - 1].isalnum():
        return False
    # The n of a newline is no letter.
    return not block.endswith("\\n", 0, start)


def _closes_nothing(block: str, after: int, mark: str) -> bool:
    """Tell Lisp's `'(1 2)` and `'positive` from a mark that closes a literal."""
    return mark == "'" and after < len(block) and (block[after].isalnum() or block[after] == "(")
