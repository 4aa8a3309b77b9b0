"""Front matter becomes plain mappings, lists and strings, within limits that no file can pass."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from loaders.article import Value
from loaders.clean import clean
from loaders.plain_fields import NULLS, read_plain_fields

_Parser: Callable[[str], Any]
try:
    from yaml._yaml import CParser

    _Parser = CParser
except ImportError:
    _Parser = yaml.SafeLoader

MAX_BYTES = 256 * 1024
"""Front matter longer than this is not read."""
MAX_DEPTH = 8
MAX_NODES = 2_000

_TOO_DEEP = "maximum nesting depth"
"""What libyaml says from 0.2.6 on where it has looked ahead over more brackets than it will open."""
_CLOSING = re.compile(r"\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"([A-Za-z_][\w-]*):(?:[ \t]+(.*))?$")
_ENDS = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})
_BLOCK_SCALAR = re.compile(r"[>|][-+0-9]*[ \t]*(?:#.*)?$")


class FrontMatterError(Exception):
    """Front matter that cannot be read: what is wrong, and on which line of it (from 0) if known."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


class RefusedError(FrontMatterError):
    """Front matter that is YAML, yet more of it than an article needs: aliases, depth, size."""


class Split(NamedTuple):
    """The two parts of a file: `front` is None without front matter, `closed` False when it never ends."""

    front: str | None
    body: str
    closed: bool = True


class Fields(NamedTuple):
    """What front matter says, and the names that it gives again, each with that line (from 0): the first holds."""

    values: dict[str, Value]
    repeated: tuple[tuple[str, int], ...] = ()


def split_front_matter(text: str) -> Split:
    """Cut a file's text, its line ends settled, into front matter and body, both exactly as they stand.

    Front matter begins when the first line is `---` and ends at the next line that is `---` or `...`.
    """
    first = text.partition("\n")[0]
    if first.rstrip(" \t") != "---":
        return Split(None, text)
    closing = _CLOSING.search(text, len(first))
    if closing is None:
        return Split(None, text, closed=False)
    return Split(text[len(first) + 1 : closing.start() + 1], text[closing.end() :])


def read_front_matter(front: str) -> Fields:
    """Give the fields of front matter (clean text); every scalar is a string.

    Raises FrontMatterError when it is no mapping in YAML, and its kind RefusedError beyond the limits.
    """
    if len(front) > MAX_BYTES // 4 and len(front.encode()) > MAX_BYTES:
        raise RefusedError(f"front matter is longer than {MAX_BYTES // 1024} kB")
    plain = read_plain_fields(front)
    return read_yaml(front) if plain is None else Fields(plain)


def read_yaml(front: str) -> Fields:
    """Give the fields as a parser of all of YAML finds them; raises as `read_front_matter` does."""
    try:
        metadata, _ = frontmatter.parse(f"---\n{front}\n---", handler=_HANDLER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = error.problem or error.context or "not YAML"
        line = mark.line if mark else None
        if _TOO_DEEP in message:
            raise RefusedError(f"nested deeper than {MAX_DEPTH} levels", line) from error
        raise FrontMatterError(clean(message), line) from error
    except (yaml.YAMLError, UnicodeError, TypeError, ValueError) as error:
        raise FrontMatterError(clean(str(error).partition("\n")[0]) or "not YAML") from error
    root, repeated = metadata["root"], metadata["repeated"]
    if not isinstance(root, dict) or not isinstance(repeated, tuple):
        raise FrontMatterError("front matter is not a mapping of names to values", 0)
    return Fields(root, repeated)


def rescue_fields(front: str) -> Fields:
    """Give what can be had of front matter that is no YAML: `name: value` lines and their indented blocks."""
    parts: dict[str, list[str]] = {}
    name = ""
    for line in front.split("\n"):
        if match := _FIELD.match(line):
            name = "" if match[1] in parts else match[1]
            if name:
                value = (match[2] or "").strip()
                parts[name] = ["" if _BLOCK_SCALAR.match(value) else _unquote(value)]
        elif name and line.startswith((" ", "\t")):
            parts[name].append(line.strip())
        elif line.strip():
            name = ""
    return Fields({name: " ".join(filter(None, lines)) for name, lines in parts.items()})


def line_of(front: str, name: str) -> int | None:
    """Find the line (from 0) on which front matter gives a top-level name; None if not plainly written."""
    match = re.search(rf"^[\"']?{re.escape(name)}[\"']?[ \t]*:", front, re.MULTILINE)
    return front.count("\n", 0, match.start()) if match else None


class _EventHandler(YAMLHandler):
    """Reads YAML's events, never its objects: no tag is obeyed, no alias followed, no depth recursed."""

    def split(self, text: str) -> tuple[str, str]:
        """Take the fences off: the caller has cut the front matter out already."""
        return text.removeprefix("---\n").removesuffix("\n---"), ""

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        """Give the value under the name `root`, and under `repeated` the names that were given twice."""
        root, repeated = _read_events(fm)
        return {"root": {} if root in ("", None) else root, "repeated": tuple(repeated)}


_HANDLER = _EventHandler()


def _read_events(  # noqa: PLR0912 - one flat loop, for it is the hottest of every import
    front: str,
) -> tuple[Value | None, list[tuple[str, int]]]:
    """Build the one value of a YAML text from its events.

    An open mapping stands on the stack with the name that waits for its value, a list with None for a name.
    """
    next_event = _Parser(front).get_event
    top: list[Value] = []
    container: Any = top
    name: str | None = None
    stack: list[tuple[Any, str | None]] = []
    repeated: list[tuple[str, int]] = []
    documents = 0
    for _ in range(2 * MAX_NODES):
        event = next_event()
        kind = type(event)
        value: Value
        if kind is yaml.ScalarEvent:
            value = clean(event.value) if event.style == '"' else event.value
            if name is not None and event.value in NULLS and not event.style:
                value = ""
        elif kind is yaml.MappingStartEvent:
            value = {}
        elif kind is yaml.SequenceStartEvent:
            value = []
        elif kind in _ENDS:
            container, name = stack.pop()
            continue
        elif kind is yaml.StreamEndEvent:
            return (top[0] if top else None), repeated
        elif kind is yaml.AliasEvent:
            raise RefusedError("an alias (*) is not followed", event.start_mark.line)
        else:
            documents += kind is yaml.DocumentStartEvent
            if documents > 1:
                raise RefusedError("a second document in the front matter", event.start_mark.line)
            continue
        if event.anchor is not None:
            raise RefusedError("an anchor (&) is not kept", event.start_mark.line)
        if type(container) is list:
            container.append(value)
        elif name is None:
            if not isinstance(value, str):
                raise RefusedError("a name that is itself a list or a mapping", event.start_mark.line)
            name = value
            if name in container:
                repeated.append((name, event.start_mark.line))
            continue
        else:
            container.setdefault(name, value)
            name = None
        if kind is not yaml.ScalarEvent:
            if len(stack) == MAX_DEPTH:
                raise RefusedError(f"nested deeper than {MAX_DEPTH} levels", event.start_mark.line)
            stack.append((container, name))
            container, name = value, None
    raise RefusedError(f"more than {MAX_NODES} values")


def _unquote(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
